"""Which figures of an indicator go into one chart, and which kind of chart shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services._record import Record
from beijing_public_services.errors import ChartError, UnknownObservationError
from beijing_public_services.model.selection import frequencies

if TYPE_CHECKING:
    from collections.abc import Iterable

    from beijing_public_services.model.indicator import Indicator
    from beijing_public_services.model.observation import Observation
    from beijing_public_services.views.charts.data import ChartKind, Options


class Choice(Record):
    """The figures of a chart with its kind, and how many figures of other periods or frequencies it leaves out."""

    kind: ChartKind
    figures: tuple[Observation, ...]
    left_out: int


def choose(indicator: Indicator, options: Options, headline_area: str) -> Choice:
    """Return the figures to draw and how.

    Figures of a breakdown are bars, of one period. A figure that the report compares with an earlier one is a slope.
    Figures of several periods are a line, of one frequency. All other figures stand side by side.

    Raises:
        UnknownObservationError: the indicator has no figure for what was asked.
        ChartError: a slope or a line was asked for, and no figure is compared with an earlier one, or none has a date.
    """
    figures = [
        each
        for each in indicator.observations
        if options.area in (None, each.area)
        and options.category in (None, each.category)
        and options.period in (None, each.period)
        and options.frequency in (None, each.parsed_period.frequency)
    ]
    if not figures:
        asked = ("area", "category", "period", "frequency")
        wanted = ", ".join(f"{name}={getattr(options, name)!r}" for name in asked if getattr(options, name) is not None)
        known = ", ".join(
            sorted({f"{each.area} {each.period} {each.category}".strip() for each in indicator.observations})
        )
        raise UnknownObservationError(f"{indicator.id} has no figure for {wanted or 'any'}; it has: {known or 'none'}")
    of_line = _of_one_frequency(figures, headline_area)
    kind = options.kind or _kind(figures, of_line)
    if kind == "slope" and not pairs(figures):
        raise ChartError(
            f"{indicator.id}: found no figure that is compared with an earlier one, expected one for a slope"
        )
    if kind == "line" and not any(map(_is_dated, of_line)):
        raise ChartError(f"{indicator.id}: found no figure with a date, expected one for a line")
    shown = figures
    if kind == "bars":
        shown = _of_one_period(figures)
    elif kind in ("line", "slope"):
        shown = of_line
    return Choice(kind=kind, figures=tuple(shown), left_out=len(figures) - len(shown))


def pairs(figures: Iterable[Observation]) -> list[tuple[Observation, Observation]]:
    """Return each figure that is compared with an earlier one of its indicator, after that one."""
    all_figures = list(figures)
    return [
        (earlier, later)
        for later in all_figures
        if later.base_kind == "earlier" and later.base is not None and _is_dated(later)
        for earlier in all_figures
        if (earlier.area, earlier.period) == (later.base.area, later.base.period)
        and earlier.category == later.category
        and earlier is not later
    ]


def _kind(figures: list[Observation], of_line: list[Observation]) -> ChartKind:
    categories = {each.category for each in figures}
    totals = [each for each in of_line if not each.category]
    if len(categories) > 1 and not _has_time(totals):
        return "bars"
    if pairs(of_line):
        return "slope"
    return "line" if _has_time(of_line) else "figures"


def _has_time(figures: list[Observation]) -> bool:
    """Whether some area and category have dated figures of two periods."""
    periods: dict[tuple[str, str], set[str]] = {}
    for each in figures:
        if _is_dated(each):
            periods.setdefault((each.area, each.category), set()).add(each.period)
    return any(len(each) > 1 for each in periods.values())


def _is_dated(figure: Observation) -> bool:
    return figure.parsed_period.frequency != "undated"


def _of_one_frequency(figures: list[Observation], headline_area: str) -> list[Observation]:
    """The figures of the frequency that a series has by default, and those without a date.

    If there are figures without a breakdown, those of a breakdown are left out.
    """
    if any(not each.category for each in figures):
        figures = [each for each in figures if not each.category]
    of_headline = [each for each in figures if each.area == headline_area] or figures
    kind = next(iter(frequencies(of_headline)), "undated")
    return [each for each in figures if each.parsed_period.frequency in (kind, "undated")]


def _of_one_period(figures: list[Observation]) -> list[Observation]:
    """The figures of the latest period of a breakdown."""
    latest = max((each for each in figures if each.category), key=lambda each: each.parsed_period.order, default=None)
    return [each for each in figures if latest is None or each.period == latest.period]
