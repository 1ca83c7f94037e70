"""What a data package says, as frozen values: its indicators and their observations."""

from __future__ import annotations

from beijing_public_services._record import TYPE_CHECKING, Record
from beijing_public_services.errors import AmbiguousObservationError, UnknownObservationError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal
    from typing import Any

    from pint import UnitRegistry
    from pint.facets.plain import PlainQuantity

    from beijing_public_services.model.codelists import BaseKind, Bound, Measure, PriceBasis, Status, Timing
    from beijing_public_services.model.comparison import Base, Derived
    from beijing_public_services.model.reference import Anomaly, CrossCheck, Mention, Source
    from beijing_public_services.model.selection import Best
    from beijing_public_services.notation.interval import Convention, Interval
    from beijing_public_services.notation.periods import Period


class Observation(Record):
    """One published figure, with all that says what it means.

    `value` is in the indicator's unit, with scale words written out and a decline negative: a whole number is an int,
    another a float whose repr is the printed decimal. `bound` says how the value limits the truth. What the report
    leaves empty is "". `cross_checks` is what other publications print for the same, `anomalies` what is odd about it
    in the report; a figure of another publication has no locator.
    """

    id: str
    indicator: str
    area: str
    period: str
    dimension: str
    category: str
    value: float
    bound: Bound
    unit: str
    status: Status
    base_kind: BaseKind
    base_period: str
    base_area: str
    price_basis: PriceBasis
    printed: str
    locator: str
    source: Source
    note: str
    mentions: tuple[Mention, ...]
    cross_checks: tuple[CrossCheck, ...] = ()
    anomalies: tuple[Anomaly, ...] = ()
    _counted: bool
    _parent: str
    _level: Observation | None
    _expression: str
    _definitions: tuple[str, ...] | None

    @property
    def decimal(self) -> Decimal:
        """The value as an exact decimal, with the digits the data package gives."""
        from decimal import Decimal

        return Decimal(repr(self.value))

    @property
    def quantity(self) -> PlainQuantity[float]:
        """The value with its unit, a new pint quantity of this library's registry each time.

        A bound is not part of it: read `bound` beside it. Raises `UnknownUnitError` for a unit the vocabulary does
        not define.
        """
        from beijing_public_services.notation.units import quantity

        return quantity(self.value, self._expression, self._definitions)

    def quantity_in(self, registry: UnitRegistry[Any]) -> PlainQuantity[float]:
        """The same quantity in a registry of yours, which gets our units where it does not have them."""
        from beijing_public_services.notation.units import quantity_in

        return quantity_in(registry, self.value, self._expression, self._definitions)

    @property
    def interval(self) -> Interval:
        """The numbers that the printed figure leaves possible, in `unit`: exact decimals, with closed and open ends."""
        return self.interval_by()

    def interval_by(self, convention: Convention | None = None) -> Interval:
        """The same with a convention of your own for the words nearly, about and a little over."""
        from beijing_public_services.notation.interval import interval_of
        from beijing_public_services.notation.printed import read_printed

        return interval_of(read_printed(self.printed), self._counted, convention)

    @property
    def disputed(self) -> bool:
        """Whether another publication prints a figure that cannot be true beside this one."""
        return bool(self.disputes)

    @property
    def disputes(self) -> tuple[CrossCheck, ...]:
        """The cross-checks with publications that dispute this figure, empty where none does."""
        return tuple([each for each in self.cross_checks if each.verdict == "differs"])

    @property
    def base(self) -> Base | None:
        """What a growth, share, rank, difference or later value is relative to; None where nothing is compared."""
        from beijing_public_services.model.comparison import base_of

        return base_of(self)

    def implied_base(self) -> Derived | None:
        """The base's level as an interval, from this change and the level it belongs to, by printed digits and bounds.

        A derived value, never one of the published figures. None unless both are printed, and where the bound on a fall
        leaves open that nothing remained.
        """
        from beijing_public_services.model.comparison import implied_base

        return implied_base(self, self._level)

    @property
    def when(self) -> Period:
        """The period, read: its first and last day, and an order in time."""
        from beijing_public_services.notation.periods import read_period

        return read_period(self.period)


class Indicator(Record):
    """Something measured: one unit, one kind of measure, and its observations in the report's order."""

    id: str
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
    _headline_area: str

    def observation(
        self, *, area: str | None = None, period: str | None = None, category: str | None = None
    ) -> Observation:
        """The observation for an area, a period and a category; what is not given is that of the headline.

        The headline is of the package's headline area (in the bundled one all of Beijing), no breakdown, an actual
        figure before a target, the report's figure before another publisher's, the latest period, an exact figure
        before a bound; of several publishers for one period the first of the `series`; the only observation there is
        needs no choice. Raises `UnknownObservationError` where nothing fits what was given,
        `AmbiguousObservationError` where several do.
        """
        asked = {"area": area, "period": period, "category": category}
        given = {name: value for name, value in asked.items() if value is not None}
        found = [
            each for each in self.observations if all(getattr(each, name) == value for name, value in given.items())
        ]
        if not found:
            wanted = ", ".join(f"{name}={value!r}" for name, value in given.items()) or "any"
            raise UnknownObservationError(
                f"{self.id} has no observation for {wanted}; it has: {_choices(self.observations)}"
            )
        if len(found) == 1:
            return found[0]
        best = found
        if area is None and self._headline_area:
            best = [each for each in best if each.area == self._headline_area]
        if category is None:
            best = [each for each in best if not each.category]
        best = [each for each in best if each.status == "actual"] or best
        best = [each for each in best if each.source.kind != "publication"] or best
        if period is None and best:
            latest = max(each.when.order for each in best)
            best = [each for each in best if each.when.order == latest]
        best = [each for each in best if each.bound == "exact"] or best
        if len({each.source.id for each in best if each.source.kind == "publication"}) > 1:
            from beijing_public_services.model.selection import by_publisher

            first = by_publisher(best)[0].source
            best = [each for each in best if each.source == first]
        if len(best) == 1:
            return best[0]
        raise AmbiguousObservationError(
            f"{self.id} has no single headline; choose by area, period or category: {_choices(best or found)}"
        )

    def series(self, *, area: str | None = None, category: str | None = None) -> tuple[Observation, ...]:
        """The actual figures through time for an area and a category, in the order of their periods.

        What is not given is the headline area and no breakdown, or the only area or category there is. A period for
        which nothing is printed is left out. Where several figures stand for one period, the report's come first, then
        those of publications of grade A, B, C; of these an exact figure before a bound, the later publication before
        the earlier, then by id. Undated figures come first. Raises as `observation` does.
        """
        from beijing_public_services.model.selection import series

        return series(self, area=area, category=category)

    def best(self, *, area: str | None = None, period: str | None = None, category: str | None = None) -> Best:
        """The figure to rely on in place of `observation(...)`, with the reason it was picked.

        It is what an official publisher (grade A) prints for the same where that differs from the report's figure or
        refines it: one that differs first, then the latest publication. Else it is the figure of `observation`, which
        stays the default everywhere else. Raises as `observation` does.
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
