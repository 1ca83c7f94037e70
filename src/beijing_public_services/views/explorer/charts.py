"""The chart of an indicator as plain values for the page: the marks of `plot`, each figure by its number."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from beijing_public_services.errors import BeijingPublicServicesError
from beijing_public_services.views.charts.data import Options
from beijing_public_services.views.charts.figures import chart_data
from beijing_public_services.views.charts.words import AGAINST

if TYPE_CHECKING:
    from beijing_public_services.datapackage.package import DataPackage
    from beijing_public_services.model.indicator import Indicator
    from beijing_public_services.views.charts.data import ChartData, ChartMark


def chart(package: DataPackage, indicator: Indicator) -> dict[str, Any]:
    """Return the chart of an indicator; empty if there is nothing to compare.

    A mark is the place of its figure, its series, day, form and role, the ends of its interval, its row, and for the
    mark of a cross-check what that prints, its value and its source. Series and rows are numbers in order.
    """
    try:
        drawn = chart_data(package, indicator)
    except BeijingPublicServicesError:
        return {}
    if len(drawn.marks) < 2:
        return {}
    places = {figure.id: place for place, figure in enumerate(indicator.observations)}
    series = {name: number for number, name in enumerate(drawn.series)}
    rows = {name: number for number, name in enumerate(drawn.rows)}
    return {
        "kind": drawn.kind,
        "axis": [drawn.axis.lower, drawn.axis.upper, drawn.axis.is_reversed],
        "marks": [
            _mark(each, places[each.observation], series[each.series], rows.get(each.row)) for each in drawn.marks
        ],
        "lines": drawn.lines,
        "changes": drawn.changes,
        "breaks": [[each.day, series[each.series]] for each in drawn.breaks],
        "ticks": _ticks(drawn, package, indicator),
    }


def _mark(mark: ChartMark, place: int, series: int, row: int | None) -> list[Any]:
    check = [mark.printed, mark.value, mark.source] if mark.role in AGAINST else []
    return [place, series, mark.day, mark.form, mark.role, mark.lower, mark.upper, row, *check]


def _ticks(drawn: ChartData, package: DataPackage, indicator: Indicator) -> list[tuple[str, str, str]]:
    """The labelled places of the time axis, in Chinese and in English."""
    chinese = chart_data(package, indicator, Options(language="zh")).ticks if drawn.ticks else ()
    return [(each.day, other.text, each.text) for each, other in zip(drawn.ticks, chinese, strict=True)]
