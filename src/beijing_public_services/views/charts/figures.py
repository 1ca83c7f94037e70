"""The chart of an indicator as values: what is drawn, before any library draws it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from beijing_public_services.notation.decimals import with_exact_decimals
from beijing_public_services.notation.periods import read_period
from beijing_public_services.views.charts.choice import choose, pairs
from beijing_public_services.views.charts.data import ChartData, Options
from beijing_public_services.views.charts.lines import break_lines, lines_of, ticks_of, undated_day
from beijing_public_services.views.charts.marks import Marks
from beijing_public_services.views.charts.scale import axis_of, unit_text
from beijing_public_services.views.charts.words import AGAINST, Words

if TYPE_CHECKING:
    from typing import Any

    from beijing_public_services.datapackage.package import DataPackage
    from beijing_public_services.model.indicator import Indicator
    from beijing_public_services.model.observation import Observation
    from beijing_public_services.views.charts.data import ChartMark


@with_exact_decimals
def chart_data(package: DataPackage, indicator: Indicator, options: Options | None = None) -> ChartData:
    """Return what a chart of an indicator shows.

    Raises:
        UnknownObservationError: the indicator has no figure for what was asked.
        ChartError: the kind of chart does not fit the figures.

    >>> from beijing_public_services import bundled, get_indicator
    >>> data = chart_data(bundled(), get_indicator("environment.pm2_5_annual_mean"), Options(area="CN-BJ"))
    >>> data.kind, data.unit, [[data.marks[place].period for place in line] for line in data.lines][0][-1]
    ('line', 'µg/m³', '2018')
    """
    options = options or Options()
    words = Words(package, options)
    unit = package.unit(indicator.unit)
    choice = choose(indicator, options, package.headline_area)
    made = Marks(choice, unit, words)
    marked = made.all()
    undated = undated_day(marked)
    if undated:
        marked = [(mark if mark.day else mark.replace(day=undated), figure) for mark, figure in marked]
    marks = [mark for mark, _ in marked]
    is_line = choice.kind in ("line", "slope")
    places = {id(figure): place for place, (_, figure) in enumerate(marked) if figure is not None}
    is_of_time = [(mark, figure) if mark.day != undated else (mark.replace(day=""), figure) for mark, figure in marked]
    breaks = break_lines(is_of_time, words) if is_line else ()
    axis = axis_of(marks, choice.kind, indicator.measure)
    title = words.name(indicator, indicator.id)
    unit_words = words.legible(unit_text(unit, made.power, options.language), unit.id)
    return ChartData(
        indicator=indicator.id,
        kind=choice.kind,
        language=options.language,
        title=title,
        subtitle=words.subtitle(choice.figures),
        unit=unit_words,
        power=made.power,
        axis=axis,
        marks=tuple(marks),
        lines=lines_of(is_of_time) if is_line else (),
        changes=tuple((places[id(one)], places[id(other)]) for one, other in pairs(choice.figures)) if is_line else (),
        breaks=breaks,
        ticks=ticks_of(is_of_time, undated, words) if is_line else (),
        undated=undated,
        series=_series(marked, [each.id for each in package.areas]),
        rows=() if is_line else _rows(marks, indicator.measure == "rank"),
        groups=tuple(dict.fromkeys(mark.group for mark in marks)),
        caption=words.caption(indicator, unit_words, marks, choice.figures, choice.left_out, breaks, axis),
    )


def _series(marked: list[tuple[ChartMark, Observation | None]], areas: list[str]) -> tuple[str, ...]:
    """The names of the series in the package's order of areas, so that an area has one colour in all kinds of chart."""
    order = {id: place for place, id in enumerate(areas)}
    area_of: dict[str, str] = {}
    for mark, figure in marked:
        if figure is not None:
            area_of.setdefault(mark.series, figure.area)
    names = dict.fromkeys(mark.series for mark, _ in marked)
    return tuple(sorted(names, key=lambda name: order.get(area_of.get(name, ""), len(order))))


def _rows(marks: list[ChartMark], lowest_first: bool) -> tuple[str, ...]:
    """The rows in order of time; those of one period with the greatest first, or the best rank; disputes after theirs.

    A row that holds an exact figure and a bound has the place of the exact one.
    """
    order: dict[str, tuple[Any, bool, Decimal]] = {}
    after: dict[str, list[str]] = {}
    row = ""
    for mark in marks:
        if mark.role in AGAINST:
            after[row].append(mark.row)
            continue
        row = mark.row
        size = Decimal(repr(mark.value)) * (1 if lowest_first else -1)
        key = (read_period(mark.period).order, mark.form != "point", size)
        order[row] = min(order.get(row, key), key)
        after.setdefault(row, [])
    ordered = sorted(order, key=lambda each: (order[each][0], order[each][2]))
    return tuple(dict.fromkeys(name for each in ordered for name in (each, *after[each])))
