"""Choosing among figures of several periods and publishers: a series in time, and the figure to rely on."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from beijing_public_services._record import Record, Records
from beijing_public_services.errors import AmbiguousObservationError, UnknownObservationError
from beijing_public_services.model.vintages import current, published_by
from beijing_public_services.notation.multilingual import read_in_any_language

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from typing import Any

    from beijing_public_services.model.codelists import Grade
    from beijing_public_services.model.evidence import CrossCheck
    from beijing_public_services.model.observation import Observation
    from beijing_public_services.model.provenance import Source
    from beijing_public_services.model.vintages import Vintage
    from beijing_public_services.notation.bounds import Bound
    from beijing_public_services.notation.frequencies import Frequency


BY_LENGTH: tuple[Frequency, ...] = ("year", "quarter", "month", "day", "span")


class Best(Record):
    """The figure to rely on, who prints it, and the `reason` it was picked.

    `observation` is the default figure. `cross_check` is None if that was picked; otherwise it is the other
    publication's figure, and `value`, `upper`, `bound`, `printed` and `source` come from it. `value` is in `unit`;
    `upper` is the higher end of a range, else None.

    >>> import beijing_public_services as bps
    >>> best = bps.get_indicator("environment.pm2_5_annual_mean").best()
    >>> best.value, best.unit, best.source.id, best.cross_check
    (30.5, 'ug/m3', 'n21', None)
    """

    value: float
    bound: Bound
    unit: str
    printed: str
    indicator: str
    area: str
    period: str
    category: str
    source: Source
    reason: str
    observation: Observation
    cross_check: CrossCheck | None
    upper: float | None = None

    def _title(self) -> object:
        return self.observation._title()

    def _facts(self) -> dict[str, object]:
        from beijing_public_services.model.shown import source_link

        picked = self.observation.replace(
            value=self.value, upper=self.upper, bound=self.bound, printed=self.printed, source=self.source
        )
        facts = picked._facts()
        names = ("Figure", "As printed", "Period", "Place", "Category")
        return {name: facts[name] for name in names} | {"Source": source_link(self.source), "Reason": self.reason}


def best(observation: Observation, vintages: Sequence[Vintage] = ()) -> Best:
    """Return the figure to rely on: an official publisher's if it differs from the observation or refines it.

    `vintages` is what the reports print for the observation, itself the last. Of these the report with the best grade
    counts, and of several the last.
    """
    relied_on = min(reversed(vintages), key=lambda each: each.report.grade, default=None)
    observation = relied_on.observation if relied_on else observation
    official = [
        each
        for each in observation.cross_checks
        if each.source.grade == "A" and not each.source.is_copy and each.verdict in ("differs", "refines")
    ]
    picked: CrossCheck | None = None
    bound: Any = observation.bound
    value, printed, source = observation.value, observation.printed, observation.source
    upper = observation.upper
    if official:
        latest_first = sorted(sorted(official, key=lambda each: each.source.id), key=_published, reverse=True)
        picked = min(latest_first, key=lambda each: each.verdict != "differs")
        value, printed, source = picked.value, picked.printed, picked.source
        read = read_in_any_language(printed, Decimal(repr(value)))
        bound, upper = read.bound, None if read.upper is None else _number(read.highest)
    return Best(
        value=value,
        bound=bound,
        unit=observation.unit,
        printed=printed,
        indicator=observation.indicator,
        area=observation.area,
        period=observation.period,
        category=observation.category,
        source=source,
        reason=" ".join(filter(None, (_reason(observation, picked), _revision(vintages, relied_on)))),
        observation=observation,
        cross_check=picked,
        upper=upper,
    )


def series(
    observations: Iterable[Observation],
    headline_area: str,
    area: str | None = None,
    category: str | None = None,
    frequency: Frequency | None = None,
    grades: tuple[Grade, ...] | None = None,
    as_of: str | date | None = None,
) -> tuple[Observation, ...]:
    """Return the actual figures of one indicator through time, as `Indicator.series` says."""
    known_then = observations if as_of is None else published_by(observations, as_of)
    chosen = current(each for each in known_then if each.status == "actual")
    indicator = chosen[0].indicator if chosen else "the indicator"
    for name, asked, default in (("area", area, headline_area), ("category", category, "")):
        known = {getattr(each, name): None for each in chosen}
        if asked is not None and asked not in known:
            raise UnknownObservationError(f"{indicator} has no series for {name}={asked!r}; it has: {_listed(known)}")
        if asked is None and default not in known and len(known) > 1:
            raise AmbiguousObservationError(f"{indicator} has several series; choose one {name}: {_listed(known)}")
        wanted = asked if asked is not None else default if default in known else next(iter(known), "")
        chosen = [each for each in chosen if getattr(each, name) == wanted]
    kinds = frequencies(chosen)
    if frequency is not None and frequency not in kinds:
        raise UnknownObservationError(f"{indicator} has no series for {frequency=!r}; it has: {_listed(kinds)}")
    wanted = frequency or next(iter(kinds), "undated")
    chosen = [each for each in chosen if each.parsed_period.frequency in (wanted, "undated")]
    if grades is not None:
        chosen = [each for each in chosen if each.source.kind != "publication" or each.source.grade in grades]
    return Records(sorted(by_publisher(chosen), key=lambda each: each.parsed_period.order))


def frequencies(observations: Iterable[Observation]) -> list[Frequency]:
    """The kinds of periods of figures, the one to take by default first: that of the report, then the longer one."""
    found: set[Frequency] = {
        each.parsed_period.frequency for each in observations if each.parsed_period.frequency != "undated"
    }
    of_the_report = {each.parsed_period.frequency for each in observations if each.source.kind != "publication"}
    return sorted(found, key=lambda kind: (kind not in of_the_report, BY_LENGTH.index(kind)))


def by_publisher(observations: Iterable[Observation]) -> list[Observation]:
    """Return figures for one thing in the order they are shown: the report's, then those of publications by grade.

    Among these an exact figure comes before a bound, a later publication before an earlier one, then by id.
    """
    ordered = sorted(sorted(observations, key=lambda each: each.id), key=_published, reverse=True)
    return sorted(ordered, key=lambda each: (_grade(each.source), each.bound != "exact"))


def _published(figure: Observation | CrossCheck) -> str:
    return figure.source.published


def _grade(source: Source) -> str:
    """The grade of a publication; "" for the report and its footnotes, which come first."""
    return source.grade if source.kind == "publication" else ""


def _reason(observation: Observation, picked: CrossCheck | None) -> str:
    if picked:
        compared = "differs from" if picked.verdict == "differs" else "refines"
        return (
            f"{picked.source.publisher}, an official publisher (grade A), prints {picked.printed}, "
            f"which {compared} the {observation.printed} of the report."
        )
    contradicting = [each for each in observation.disputes if each.verdict == "contradicts"]
    if contradicting:
        other = contradicting[0]
        return (
            f"The report's figure, which {other.source.publisher} (grade {other.source.grade}) contradicts: "
            f"it prints {other.printed}. {other.note}"
        )
    if observation.source.kind == "publication":
        return f"The figure of {observation.source.publisher} (grade {observation.source.grade}); the report has none."
    if observation.cross_checks:
        return "The report's figure: no official publisher (grade A) is known to print another."
    return "The report's figure: it has not been compared with another publication."


def _revision(vintages: Sequence[Vintage], relied_on: Vintage | None) -> str:
    """How the figure that counts compares with that of another report; empty if there is only one."""
    if len(vintages) < 2:
        return ""
    before, last = vintages[-2:]
    if relied_on is not None and relied_on is not last:
        graded = [f"{each.report.title or each.report.id} (grade {each.report.grade})" for each in (relied_on, last)]
        printed = f"{relied_on.observation.printed} is printed in {graded[0]}, a better source than {graded[1]}"
        return f"{printed}, which later prints {last.observation.printed}."
    how = {"unchanged": "as did", "refined": "which refines", "revised": "which revises"}[last.revision]
    title, earlier = (each.report.title or each.report.id for each in (last, before))
    printed = f"{last.observation.printed} is printed in {title} ({last.report.published}), {how}"
    if last.revision == "unchanged":
        return f"{printed} {earlier} ({before.report.published})."
    return f"{printed} the {before.observation.printed} of {earlier} ({before.report.published or 'undated'})."


def _number(end: Decimal) -> float:
    """A decimal as a figure holds it: an int if it has no decimal point."""
    text = str(end)
    return float(text) if "." in text else int(text)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(map(repr, names))


def choices(observations: Iterable[Observation]) -> str:
    """Return what each of several figures is chosen by, as the arguments of `Indicator.observation`, on one line."""
    return "; ".join(
        f"area={each.area!r}, period={each.period!r}"
        + (f", category={each.category!r}" if each.category else "")
        + f" ({each.printed})"
        for each in sorted(observations, key=lambda each: (each.area, each.category, each.period))
    )
