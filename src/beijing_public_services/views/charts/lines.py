"""The lines of a chart, cut where a period is missing or the basis changes, and its time axis."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from beijing_public_services.errors import PeriodError
from beijing_public_services.model.growth import breaks_between
from beijing_public_services.model.selection import by_publisher
from beijing_public_services.model.wording import format_period
from beijing_public_services.notation.periods import previous_year, read_period
from beijing_public_services.views.charts.data import ChartBreak, ChartTick
from beijing_public_services.views.charts.marks import day_of

if TYPE_CHECKING:
    from beijing_public_services.model.observation import Observation
    from beijing_public_services.notation.periods import Period
    from beijing_public_services.views.charts.data import ChartMark
    from beijing_public_services.views.charts.words import Words

    Marked = list[tuple[ChartMark, Observation | None]]

JOINED = ("point", "approximate")  # a bound or a range has no place that a line could pass
PASSED = ("report", "publication")  # a target was not reached, and what is superseded is not what holds
MOST_TICKS, MOST_LONG_TICKS = 16, 7  # years, and periods that are written at length
FEW_YEARS = 3
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


def lines_of(marked: Marked) -> tuple[tuple[int, ...], ...]:
    """Return the marks that a line joins, by their place: one figure per period, cut at each gap and break."""
    series: dict[str, list[int]] = {}
    for place, (mark, figure) in enumerate(marked):
        if figure is not None and mark.role in PASSED and mark.form in JOINED and mark.day:
            series.setdefault(mark.series, []).append(place)
    pieces: list[tuple[int, ...]] = []
    for places in series.values():
        piece: list[int] = []
        for place in _one_a_period(marked, places):
            if piece and not _is_joined(marked[piece[-1]][1], marked[place][1]):
                pieces.append(tuple(piece))
                piece = []
            piece.append(place)
        pieces.append(tuple(piece))
    return tuple(each for each in pieces if len(each) > 1)


def follows(earlier: Period, later: Period) -> bool:
    """Return whether no period of their kind is missing between two.

    Years, quarters and months follow the one before. A day lies in the next year or sooner, and a span of time is that
    of the year before.
    """
    if earlier.frequency != later.frequency or earlier.frequency == "undated":
        return False
    if later.frequency == "day":
        return later.start[0] - earlier.start[0] <= 1
    if later.frequency in ("year", "span"):
        try:
            return previous_year(later.text) == earlier.text
        except PeriodError:
            return False
    months = 12 * (later.start[0] - earlier.start[0]) + later.start[1] - earlier.start[1]
    return months == (3 if later.frequency == "quarter" else 1)


def break_lines(marked: Marked, words: Words) -> tuple[ChartBreak, ...]:
    """Return a line for each break between two shown figures of a series, just before the first on the new basis."""
    series: dict[str, list[tuple[ChartMark, Observation]]] = {}
    for mark, figure in marked:
        if figure is not None and mark.day and mark.role != "target":
            series.setdefault(mark.series, []).append((mark, figure))
    found: dict[tuple[str, str], ChartBreak] = {}
    for name, shown in series.items():
        ordered = sorted(shown, key=lambda each: each[1].parsed_period.order)
        for (earlier, one), (later, other) in pairwise(ordered):
            for each in breaks_between(one, other):
                day = _just_before(day_of(read_period(each.period)), earlier.day, later.day)
                text = words.break_text(each.period, each.kind)
                found.setdefault(
                    (name, each.period),
                    ChartBreak(day=day, series=name, text=text, note=each.note, period=each.period, kind=each.kind),
                )
    return tuple(found.values())


def undated_day(marked: Marked) -> str:
    """Return the day that stands for undated figures, a tenth of the time axis before it and a year at least."""
    days = sorted(mark.day for mark, _ in marked if mark.day)
    if not days or all(mark.day for mark, _ in marked):
        return ""
    first, last = date.fromisoformat(days[0]), date.fromisoformat(days[-1])
    wanted = max(timedelta(days=366), (last - first) / 8)
    return (max(first - wanted, date.min) if first - date.min > wanted else date.min).isoformat()


def ticks_of(marked: Marked, undated: str, words: Words) -> tuple[ChartTick, ...]:
    """Return the labelled places of the time axis: whole years, the beginnings of years, or the periods there are."""
    dated = {mark.day: mark.period for mark, _ in marked if mark.day}
    if not dated:
        return ()
    days = sorted(dated)
    ticks = [ChartTick(day=undated, text=words.say(("未注明时间", "undated")))] if undated else []
    first, last = int(days[0][:4]), int(days[-1][:4])
    frequency = read_period(dated[days[0]]).frequency
    if frequency == "year":
        return (
            *ticks,
            *[ChartTick(day=f"{year:04}-01-01", text=f"{year}") for year in _years(first, last, MOST_TICKS)],
        )
    if frequency != "span" and last - first > FEW_YEARS:  # the beginnings of years, named as such
        begun = [f"{year:04}-01" for year in _years(first + 1, last, MOST_LONG_TICKS)]
        return (*ticks, *[ChartTick(day=f"{each}-01", text=format_period(each, words.language)) for each in begun])
    every = -(-len(days) // MOST_LONG_TICKS)
    return (*ticks, *[ChartTick(day=day, text=format_period(dated[day], words.language)) for day in days[::every]])


def _years(first: int, last: int, most: int) -> list[int]:
    """The years from first to last in steps of 1, 2, 5, 10 and so on, so that they are not too many."""
    step = next(each for each in STEPS if (last - first) / each < most)
    return [year for year in range(first, last + 1) if year % step == 0] or [first]


def _one_a_period(marked: Marked, places: list[int]) -> list[int]:
    """The places of one figure for each period, in order of time: the first in the order of publishers."""
    by_id = {id(marked[place][1]): place for place in places}
    figures = [figure for place in places for figure in [marked[place][1]] if figure is not None]
    chosen: dict[str, Observation] = {}
    for figure in by_publisher(figures):
        chosen.setdefault(figure.period, figure)
    return [by_id[id(each)] for each in sorted(chosen.values(), key=lambda each: each.parsed_period.order)]


def _is_joined(earlier: Observation | None, later: Observation | None) -> bool:
    if earlier is None or later is None:
        return False
    return follows(earlier.parsed_period, later.parsed_period) and not breaks_between(earlier, later)


def _just_before(begins: str, earlier: str, later: str) -> str:
    """Half way from the earlier figure to the day on which a basis begins, but half a year before that at most."""
    last, day = date.fromisoformat(earlier), date.fromisoformat(min(begins, later))
    return (day - min((day - last) / 2, timedelta(days=183))).isoformat()
