"""Charts of figures side by side in Vega-Lite: a bar for each exact figure, an open mark for each bound, in rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services.views.charts.encoding import (
    bands_of,
    colour,
    has_whole_numbers,
    layer,
    roundings_of,
    scaled,
    values_of,
    whose,
)

if TYPE_CHECKING:
    from beijing_public_services.views.charts.data import ChartData
    from beijing_public_services.views.charts.encoding import Spec
    from beijing_public_services.views.charts.theme import Palette

WIDTH, ROW, BAR = 460, 34, 18  # pixels


def row_view(data: ChartData, group: str, palette: Palette) -> Spec:
    """Return the view of the rows of a group; the last of a chart has the axis of values."""
    marks = [mark for mark in data.marks if mark.group == group]
    rows = [values_of(data, mark) for mark in marks]
    names = [row for row in data.rows if any(mark.row == row for mark in marks)]
    y = {
        "field": "row",
        "type": "ordinal",
        "sort": names,
        "title": None,
        "scale": {"domain": names},
        "axis": {"ticks": False, "domain": False, "grid": False, "labelPadding": 10},
    }
    x = _value_axis(data, is_last=group == data.groups[-1])
    place = {"x": {**x, "field": "value"}, "y": y, "color": colour(data, palette)}
    to_upper = {**place, "x": {**x, "field": "lower"}, "x2": {"field": "upper"}}
    at_end = {**place, "x": {**x, "field": "arrow"}}
    bounds = [row for row in rows if "arrow" in row]
    exact = [row for row, mark in zip(rows, marks, strict=True) if mark.is_filled]
    open_ones = [row for row, mark in zip(rows, marks, strict=True) if not mark.is_filled and mark.form != "range"]
    with_open = {row["row"] for row in open_ones}
    bars = [row | {"opacity": 0.4 if row["row"] in with_open else 1} for row in exact if _is_bar(data, row)]
    dots = [row for row in exact if not _is_bar(data, row)]
    head = {"type": "point", "filled": True, "size": 60, "opacity": 1}
    hollow = {"type": "point", "filled": False, "fill": palette.background, "strokeWidth": 2, "opacity": 1}
    labels = [_label(data, name, [row for row in rows if row["row"] == name]) for name in names]
    view: Spec = {
        "width": WIDTH,
        "height": ROW * len(names),
        "layer": [
            *layer(
                "bars",
                bars,
                {"type": "bar", "height": BAR},
                {
                    **place,
                    "x": {**x, "field": "value", "stack": None},
                    "opacity": {"field": "opacity", "type": "quantitative", "scale": None, "legend": None},
                },
            ),
            *layer(
                "bands",
                bands_of(rows),
                {"type": "rule", "strokeWidth": 10, "opacity": 0.35},
                to_upper,
            ),
            *layer(
                "rounding",
                roundings_of(data, rows),
                {"type": "rule", "strokeWidth": 1.5},
                {**to_upper, "color": {"value": palette.faint}},
            ),
            *layer("arrows", bounds, {"type": "rule", "strokeWidth": 2}, {**place, "x2": {"field": "arrow"}}),
            *layer(
                "heads right",
                [row for row in bounds if row["arrow"] > row["value"]],
                {**head, "shape": "triangle-right"},
                at_end,
            ),
            *layer(
                "heads left",
                [row for row in bounds if row["arrow"] < row["value"]],
                {**head, "shape": "triangle-left"},
                at_end,
            ),
            *layer("open marks", open_ones, hollow, {**place, **whose(data, palette)}),
            *layer(
                "filled marks", dots, {"type": "point", "filled": True, "opacity": 1}, {**place, **whose(data, palette)}
            ),
            *layer(
                "labels",
                labels,
                {"type": "text", "align": "left", "dx": 9},
                {"x": {**x, "field": "end"}, "y": y, "text": {"field": "text"}},
            ),
        ],
    }
    if group:
        view["title"] = {"text": group, "fontSize": 12, "fontWeight": "bold", "frame": "group", "offset": 4}
    return view


def _is_bar(data: ChartData, row: Spec) -> bool:
    """Whether an exact figure is a bar; what disputes another is a mark of its own shape."""
    return data.axis.has_bars and row["role"] in ("report", "publication")


def _label(data: ChartData, name: str, rows: list[Spec]) -> Spec:
    """The numbers of a row, behind all that is drawn of it; the exact one comes first."""
    ends = [row[end] for row in rows for end in ("value", "upper", "arrow") if end in row]
    if any(_is_bar(data, row) for row in rows):
        ends.append(0.0)
    texts = [row["text"] for row in sorted(rows, key=lambda row: row["form"] != "point")]
    return {"row": name, "end": max(ends), "text": "; ".join(dict.fromkeys(texts))}


def _value_axis(data: ChartData, *, is_last: bool) -> Spec:
    lower, upper = scaled(data.axis.lower, data.power), scaled(data.axis.upper, data.power)
    axis: Spec = {"tickCount": 5, "domain": False, "ticks": False, "labels": is_last}
    if has_whole_numbers(data):
        axis["tickMinStep"] = 1
    title = data.unit if is_last else None
    scale: Spec = {"domain": [lower, upper], "zero": False, "nice": True}
    return {"type": "quantitative", "title": title, "scale": scale, "axis": axis}
