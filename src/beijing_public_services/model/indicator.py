"""Something measured, as a frozen value with its observations."""

from __future__ import annotations

from beijing_public_services._record import Record
from beijing_public_services.errors import AmbiguousObservationError, UnknownObservationError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from pint.facets.plain import PlainQuantity

    from beijing_public_services._generated.ids import IndicatorId
    from beijing_public_services.model.codelists import Measure, Timing
    from beijing_public_services.model.observation import Observation
    from beijing_public_services.model.selection import Best
    from beijing_public_services.model.statement import Statement


class Indicator(Record):
    """Something measured: one unit, one kind of measure, and its observations in the report's order.

    `statements` are the instruments, shortcomings, priorities and events that its figures belong to.
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
        figure before another publisher's, the latest period, an exact figure before a bound. If several publishers
        print the period, the first in `series` counts. If there is only one observation, no choice is needed.

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
            wanted = ", ".join(f"{name}={value!r}" for name, value in asked.items()) or "any"
            raise UnknownObservationError(
                f"{self.id} has no observation for {wanted}; it has: {_choices(self.observations)}"
            )
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
        best = [each for each in best if each.bound == "exact"] or best
        if len({each.source.id for each in best if each.source.kind == "publication"}) > 1:
            from beijing_public_services.model.selection import by_publisher

            first = by_publisher(best)[0].source
            best = [each for each in best if each.source == first]
        if len(best) == 1:
            return best[0]
        raise AmbiguousObservationError(
            f"{self.id} has no single headline; choose by area, period or category: {_choices(best or fitting)}"
        )

    def series(self, *, area: str | None = None, category: str | None = None) -> tuple[Observation, ...]:
        """Return the actual figures through time for an area and a category, in the order of their periods.

        An argument that is not given is the headline area and no breakdown, or the only area or category there is.
        Periods without a figure are left out. If several figures stand for one period, the report's come first, then
        those of publications of grade A, B and C; among these an exact figure comes before a bound, and a later
        publication before an earlier one. Undated figures come first.

        Raises:
            UnknownObservationError: there is no series for the area or category.
            AmbiguousObservationError: there are several series; the message lists the choices.
        """
        from beijing_public_services.model.selection import series

        return series(self.observations, self._headline_area, area=area, category=category)

    def best(self, *, area: str | None = None, period: str | None = None, category: str | None = None) -> Best:
        """Return the figure to rely on, with the reason it was picked.

        If an official publisher (grade A) prints a figure that differs from the report's or refines it, that figure is
        picked: one that differs first, then the latest publication. Otherwise the figure of `observation` is picked,
        which stays the default everywhere else. Raises as `observation` does.
        """
        from beijing_public_services.model.selection import best

        return best(self.observation(area=area, period=period, category=category))

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


def _choices(observations: Iterable[Observation]) -> str:
    return "; ".join(
        f"area={each.area!r}, period={each.period!r}"
        + (f", category={each.category!r}" if each.category else "")
        + f" ({each.printed})"
        for each in observations
    )
