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


class Indicator(Record):
    """Something measured: one unit, one kind of measure, and its observations in the report's order."""

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
    _headline_area: str = ""

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

        return series(self.observations, self._headline_area, area=area, category=category)

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
