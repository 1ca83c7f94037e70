"""Something measured, as a frozen value with its observations."""

from __future__ import annotations

from beijing_public_services._record import Record, Records
from beijing_public_services.errors import AmbiguousObservationError, UnknownObservationError

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from typing import Any, Unpack

    from pint.facets.plain import PlainQuantity

    from beijing_public_services._generated.ids import IndicatorId
    from beijing_public_services.model.codelists import Grade, Measure, Timing
    from beijing_public_services.model.observation import Observation
    from beijing_public_services.model.picture import Picture, PlotOptions
    from beijing_public_services.model.selection import Best
    from beijing_public_services.model.statement import Statement
    from beijing_public_services.model.vintages import Vintage
    from beijing_public_services.notation.frequencies import Frequency

HEADLINE_FACTS = (
    "Figure", "As printed", "Range", "Period", "Place", "Relative to", "Source", "Disputed by", "Questioned by",
    "New basis",
)  # fmt: skip


class Indicator(Record):
    """Something measured: one unit, one kind of measure, and its observations in the report's order.

    `statements` are the instruments, shortcomings, priorities and events that its figures belong to. `parent` is the id
    of the indicator that it is the growth, share or rank of, "" if there is none.

    >>> import beijing_public_services as bps
    >>> bps.get_indicator("environment.pm2_5_annual_mean").observation(area="CN-TJ").printed
    '38微克/米3'
    """

    id: IndicatorId
    domain: str
    topic: str
    name_zh: str
    name_en: str
    keywords: tuple[str, ...]
    definition: str
    unit: str
    measure: Measure
    parent: str
    timing: Timing
    observations: tuple[Observation, ...]
    statements: tuple[Statement, ...] = ()
    _headline_area: str = ""

    def observation(
        self, *, area: str | None = None, period: str | None = None, category: str | None = None
    ) -> Observation:
        """Return the observation for an area, a period and a category.

        An argument that is not given is that of the headline, which is chosen in this order: the package's headline
        area (all of Beijing in the bundled package), no breakdown, an actual figure before a target, the report's
        figure before another publisher's, the latest period, the report published last, an exact figure before a
        bound. If several publishers print the period, the first in `series` counts. If there is only one observation,
        no choice is needed.

        Raises:
            UnknownObservationError: nothing fits the arguments; the message lists what there is.
            AmbiguousObservationError: several observations fit; the message lists them.
        """
        arguments = {"area": area, "period": period, "category": category}
        asked = {name: value for name, value in arguments.items() if value is not None}
        fitting = [
            each for each in self.observations if all(getattr(each, name) == value for name, value in asked.items())
        ]
        if not fitting:
            from beijing_public_services.model.selection import choices

            wanted = ", ".join(f"{name}={value!r}" for name, value in asked.items()) or "any"
            there = f"for {wanted}; it has: {choices(self.observations)}" if self.observations else "at all"
            raise UnknownObservationError(f"{self.id} has no observation {there}")
        if len(fitting) == 1:
            return fitting[0]
        best = fitting
        if area is None and self._headline_area:
            best = [each for each in best if each.area == self._headline_area]
        if category is None:
            best = [each for each in best if not each.category]
        best = [each for each in best if each.status == "actual"] or best
        best = [each for each in best if each.source.kind != "publication"] or best
        if period is None and best:
            latest = max(each.parsed_period.order for each in best)
            best = [each for each in best if each.parsed_period.order == latest]
        if len(best) > 1 and any("/" in each.locator for each in best):  # a report other than the first prints some
            from beijing_public_services.model.vintages import current, latest_report

            best = latest_report(current(best))
        best = [each for each in best if each.bound == "exact"] or best
        if len({each.source.id for each in best if each.source.kind == "publication"}) > 1:
            from beijing_public_services.model.selection import by_publisher

            first = by_publisher(best)[0].source
            best = [each for each in best if each.source == first]
        if len(best) == 1:
            return best[0]
        from beijing_public_services.model.selection import choices

        raise AmbiguousObservationError(
            f"{self.id} has no single headline; choose by area, period or category: {choices(best or fitting)}"
        )

    def series(
        self,
        *,
        area: str | None = None,
        category: str | None = None,
        frequency: Frequency | None = None,
        grades: Iterable[Grade] | None = None,
        as_of: str | date | None = None,
    ) -> tuple[Observation, ...]:
        """Return the actual figures through time for an area and a category, in the order of their periods.

        The figures of several reports are joined. If a later report prints a figure anew, only the later one is in the
        series; `vintages` has both.

        Args:
            area: the headline area by default, or the only one there is.
            category: no breakdown by default, or the only category there is.
            frequency: figures of years, quarters, months, days (as of) and spans of time are series of their own. By
                default it is that of the report's figure, or of the years if the report has none. Undated figures
                belong to each series and come first.
            grades: the grades of other publications to keep, such as `("A", "B")`; all by default. The figures of the
                report stay.
            as_of: a day, month or year in ISO form: the series as it was known at its end, from what had been
                published by then. A report without a date counts always, another publication without one never.

        Returns:
            The figures. A period for which nothing is printed is left out. If several figures stand for one period,
            the report's come first, then those of publications of grade A, B, C; of these an exact figure before a
            bound, the later publication before the earlier, then by id. A figure that `is_break` does not compare with
            those before it.

        Raises:
            UnknownObservationError: nothing fits what was given.
            AmbiguousObservationError: several areas or categories do.
            PeriodError: `as_of` is no date in ISO form.
        """
        from beijing_public_services.model.selection import series

        chosen = None if grades is None else tuple(grades)
        return series(self.observations, self._headline_area, area, category, frequency, chosen, as_of)

    def vintages(
        self, *, area: str | None = None, period: str | None = None, category: str | None = None
    ) -> tuple[Vintage, ...]:
        """Return what the reports of the package print for one figure, the earliest report first.

        The figure is chosen as by `observation`. Its last vintage is that figure: a later report never overwrites an
        earlier one, and `Vintage.revision` says how they compare. A figure that no report prints has no vintage.
        Raises as `observation` does.

        >>> from beijing_public_services import get_indicator
        >>> [each.revision for each in get_indicator("environment.forest_coverage_rate").vintages()]
        ['first']
        """
        from beijing_public_services.model.vintages import vintages

        return vintages(self.observations, self.observation(area=area, period=period, category=category))

    def best(self, *, area: str | None = None, period: str | None = None, category: str | None = None) -> Best:
        """Return the figure to rely on, with the reason it was picked.

        If an official publisher (grade A) prints a figure that differs from the report's or refines it, that figure is
        picked: one that differs first, then the latest publication. Otherwise the figure of `observation` is picked,
        which stays the default everywhere else; the reason says whether another publication contradicts it, and whether
        it revises what an earlier report printed. If the report published last is of a lower grade than an earlier one,
        the figure of the earlier one counts. A copy is never picked. Raises as `observation` does.
        """
        from beijing_public_services.model.selection import best

        chosen = {"area": area, "period": period, "category": category}
        return best(self.observation(**chosen), self.vintages(**chosen))

    def plot(self, **options: Unpack[PlotOptions]) -> Picture:
        """Return a chart of the figures, which a notebook shows: what `bps.plot` returns for the same options.

        The names and the release in it are those of the package that the indicator was read from.
        """
        from beijing_public_services._hooks import hook

        chart: Picture = hook("plot")(self, **options)
        return chart

    @property
    def value(self) -> float:
        """The value of the headline observation, in `unit`."""
        return self.observation().value

    @property
    def quantity(self) -> PlainQuantity[float]:
        """The quantity of the headline observation."""
        return self.observation().quantity

    @property
    def period(self) -> str:
        """The period of the headline observation, in SDMX form."""
        return self.observation().period

    @property
    def printed(self) -> str:
        """The headline figure as the report prints it."""
        return self.observation().printed

    def _title(self) -> object:
        from beijing_public_services.model.shown import names

        return names(self)

    def _facts(self) -> dict[str, object]:
        from beijing_public_services._html import code

        headline = headline_of(self)
        facts = headline._facts() if headline else {}
        return {
            **{name: facts.get(name) for name in HEADLINE_FACTS},
            "Definition": self.definition,
            "Id": code(self.id),
        }

    def _row(self) -> dict[str, object]:
        from beijing_public_services._html import code, muted

        headline = headline_of(self)
        row = headline._row() if headline else {"Figure": muted(f"{len(self.observations)} figures")}
        return {"Name": (self.name_en, self.name_zh, code(self.id))} | {
            name: row.get(name) for name in ("Figure", "As printed", "Period", "Place", "Source", "Remarks")
        }

    def _parts(self) -> dict[str, Records[Any]]:
        return {f"{len(self.observations)} figures": Records(self.observations)}


def headline_of(indicator: Indicator) -> Observation | None:
    """Return the figure that stands for an indicator; None if there is none."""
    try:
        return indicator.observation()
    except LookupError:
        return None
