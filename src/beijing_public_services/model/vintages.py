"""Figures that several reports print for one thing: which is the latest, and how each differs from the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services._record import Record, Records
from beijing_public_services.notation.locators import report_of
from beijing_public_services.notation.periods import read_period

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from beijing_public_services.model.codelists import Revision
    from beijing_public_services.model.observation import Observation
    from beijing_public_services.model.provenance import Source

    Thing = tuple[str, ...]


class Vintage(Record):
    """What one report prints for a figure, as in real-time statistics.

    `report` is the report and not the footnote that it cites. `revision` compares the figure with that of the report
    before: `first` there is none; `unchanged` the same value with the same bound; `refined` another value or bound, but
    both can be true; `revised` they cannot both be true.

    >>> import beijing_public_services as bps
    >>> [(each.report.id, each.revision) for each in bps.get_indicator("environment.pm2_5_annual_mean").vintages()]
    [('report', 'first')]
    """

    observation: Observation
    report: Source
    revision: Revision

    def _title(self) -> object:
        return self.observation._title()

    def _facts(self) -> dict[str, object]:
        return self._row()

    def _row(self) -> dict[str, object]:
        from beijing_public_services.model.shown import source_link

        shown = ("Indicator", "Period", "Place", "Category", "Figure", "As printed")
        row = {name: cell for name, cell in self.observation._row().items() if name in shown}
        return {"Report": source_link(self.report), **row, "Revision": self.revision}


def vintages(observations: Iterable[Observation], figure: Observation) -> tuple[Vintage, ...]:
    """Return what the reports print for the thing that a figure is of, the earliest report first.

    If a report prints it with several bounds, the exact figure counts, or the first. A figure without a date is of no
    period that another report could restate, so it stands alone.
    """
    same = [figure] if is_undated(figure) else observations
    return _vintages(each for each in same if thing_of(each) == thing_of(figure))


def histories(observations: Iterable[Observation]) -> list[tuple[Vintage, ...]]:
    """Return the vintages of each thing that figures are of, in the order in which the things come first."""
    printed: dict[tuple[str, ...], list[Observation]] = {}
    for each in observations:
        thing = (each.id,) if is_undated(each) else thing_of(each)
        printed.setdefault(thing, []).append(each)
    return [_vintages(figures) for figures in printed.values()]


def _vintages(printed: Iterable[Observation]) -> tuple[Vintage, ...]:
    found: list[Vintage] = []
    for each in by_report(printed):
        if each.report is None or (found and found[-1].report == each.report):
            continue
        before = found[-1].observation if found else None
        found.append(Vintage(observation=each, report=each.report, revision=revision_of(before, each)))
    return Records(found)


def current(observations: Iterable[Observation]) -> list[Observation]:
    """Return the figures without those that a later report prints anew, in the same order."""
    kept = list(observations)
    if not are_of_several_reports(kept):
        return kept
    latest = {thing_of(each): report_of(each.locator) for each in by_report(kept) if each.locator}
    return [
        each
        for each in kept
        if not each.locator or is_undated(each) or report_of(each.locator) == latest[thing_of(each)]
    ]


def latest_report(figures: Sequence[Observation]) -> list[Observation]:
    """Return those of the report published last among figures for one thing; all of them if they are for several."""
    if not are_of_several_reports(figures) or len({thing_of(each) for each in figures}) > 1:
        return list(figures)
    latest = report_of(by_report(figures)[-1].locator)
    return [each for each in figures if report_of(each.locator) == latest]


def published_by(observations: Iterable[Observation], day: str | date) -> list[Observation]:
    """Return the figures that had been published by the end of a day, month or year, in the same order.

    What is published in a month or year counts from its last day. A report without a date counts always, another
    publication without a date never.

    Raises:
        PeriodError: `day` is no date in ISO form.
    """
    end = read_period(str(day)).end
    kept = []
    for each in observations:
        published = (each.report or each.source).published
        if read_period(published).end <= end if published else each.locator:
            kept.append(each)
    return kept


def by_report(observations: Iterable[Observation]) -> list[Observation]:
    """Return figures by the date of the report that prints them, of one report an exact figure before a bound."""

    def key(figure: Observation) -> tuple[str, str, bool]:
        published = figure.report.published if figure.report else ""
        return published, report_of(figure.locator), figure.bound != "exact"

    return sorted(observations, key=key)


def are_of_several_reports(observations: Iterable[Observation]) -> bool:
    """Whether figures are of more reports than one; those of other publications are of none."""
    return len({report_of(each.locator) for each in observations if each.locator}) > 1


def is_undated(figure: Observation) -> bool:
    """Whether it has no period, so that no later figure can be known to be for the same time."""
    return figure.parsed_period.frequency == "undated"


def thing_of(figure: Observation) -> Thing:
    """Return what a figure is of, which another report may print anew: its id but for the bound and the publisher."""
    base = figure.base_period if figure.base_kind == "fixed_year" else ""
    return figure.indicator, figure.area, figure.period, figure.category, base, figure.status


def revision_of(before: Observation | None, figure: Observation) -> Revision:
    """Compare a figure with the one that the report before prints for the same thing."""
    if before is None:
        return "first"
    if (before.value, before.upper, before.bound) == (figure.value, figure.upper, figure.bound):
        return "unchanged"
    return "refined" if before.interval.overlaps(figure.interval) else "revised"
