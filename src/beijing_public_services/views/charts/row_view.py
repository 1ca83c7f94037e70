"""Charts of figures side by side in Vega-Lite: a bar for each exact figure, an open mark for each bound, in rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services.views.charts.encoding import colour, layer, value_axis, values_of
from beijing_public_services.views.charts.mark_layers import mark_layers, open_rows, possible_layers

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
    is_last = group == data.groups[-1]
    x = value_axis(data, {"tickCount": 5, "labels": is_last}, {}, data.unit if is_last else None)
    place = {"x": {**x, "field": "value"}, "y": y, "color": colour(data, palette)}
    exact = [row for row, mark in zip(rows, marks, strict=True) if mark.is_filled]
    open_ones = open_rows(marks, rows)
    with_open = {row["row"] for row in open_ones}
    bars = [row | {"opacity": 0.4 if row["row"] in with_open else 1} for row in exact if _is_bar(data, row)]
    dots = [row for row in exact if not _is_bar(data, row)]
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
            *possible_layers(data, rows, place, "x", palette, 10),
            *mark_layers(data, rows, place, "x", palette, open_ones=open_ones, filled=dots),
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
