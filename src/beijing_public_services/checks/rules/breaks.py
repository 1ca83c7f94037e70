"""Rules of meaning: a break begins at a figure that follows another, and no growth hides one."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from beijing_public_services.checks.rule import Finding, rule
from beijing_public_services.errors import PeriodError
from beijing_public_services.notation.periods import read_period

if TYPE_CHECKING:
    from beijing_public_services.checks.rule import Found
    from beijing_public_services.datapackage.tables import Row, Tables

    Series = tuple[str, str]


@rule("breaks", "observations")
def breaks_begin_at_a_figure(tables: Tables) -> Found:
    """A break has the period of a figure of its series, an earlier figure stands before it, and a note explains it."""
    periods: dict[Series, set[str]] = defaultdict(set)
    for row in tables["observations"].rows:
        periods[_series(row)].add(row["period"])
    for number, row in tables["breaks"].numbered():
        known = periods[_series(row)]
        if row["period"] not in known:
            expected = "the period of a figure of this indicator and area"
            yield Finding("breaks", number, "period", repr(row["period"]), expected)
        elif not any(_is_before(each, row["period"]) for each in known):
            yield Finding("breaks", number, "period", repr(row["period"]), "a period after that of an earlier figure")
        if not row["note"].strip():
            yield Finding("breaks", number, "note", "no note", "what changed")


@rule("breaks", "indicators", "areas")
def breaks_stand_in_order(tables: Tables) -> Found:
    """Breaks stand in the order of their indicators, then of their areas, then of time."""
    indicators = {row["id"]: place for place, row in enumerate(tables["indicators"].rows)}
    areas = {row["id"]: place for place, row in enumerate(tables["areas"].rows)}
    places = [
        (indicators.get(row["indicator"], -1), areas.get(row["area"], -1), row["period"])
        for row in tables["breaks"].rows
    ]
    for number, (before, here) in enumerate(pairwise(places), 3):
        if before > here:
            yield Finding("breaks", number, "period", "a row after one that it precedes", "the order of the indicators")


@rule("breaks", "identities", "observations")
def growth_across_a_break_is_explained(tables: Tables) -> Found:
    """A growth whose levels lie on two sides of a break says so: its note has the word `break`, and no other note has.

    The publisher computed it across the break; nobody else should.
    """
    breaks: dict[Series, list[str]] = defaultdict(list)
    for row in tables["breaks"].rows:
        breaks[_series(row)].append(row["period"])
    observations = {row["id"]: row for row in tables["observations"].rows}
    for number, row in tables["identities"].numbered():
        later, earlier = observations.get(row["left"]), observations.get(row["right"])
        if row["kind"] != "growth" or later is None or earlier is None:
            continue
        crossed = [
            each
            for each in breaks[_series(later)]
            if _is_before(earlier["period"], each) and not _is_before(later["period"], each)
        ]
        if bool(crossed) != ("break" in row["note"]):
            found = f"{row['note']!r} for a growth from {earlier['period']} to {later['period']}"
            expected = f"a note on the break of {crossed[0]}" if crossed else "a note without the word break"
            yield Finding("identities", number, "note", found, expected)


def _series(row: Row) -> Series:
    return row["indicator"], row["area"]


def _is_before(period: str, other: str) -> bool:
    try:
        return read_period(period).order < read_period(other).order
    except PeriodError:
        return False
