"""Charts through time in Vega-Lite: lines and changes, bounds, bands, breaks and marks, a named layer each."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from beijing_public_services.views.charts.encoding import colour, layer, value_axis, values_of
from beijing_public_services.views.charts.labels import MARGIN, break_names, nested, place_labels
from beijing_public_services.views.charts.mark_layers import mark_layers, open_rows, possible_layers
from beijing_public_services.views.charts.theme import DASHES
from beijing_public_services.views.charts.words import AGAINST

if TYPE_CHECKING:
    from beijing_public_services.views.charts.data import ChartData
    from beijing_public_services.views.charts.encoding import Spec
    from beijing_public_services.views.charts.theme import Palette

WIDTH, HEIGHT = 620, 300  # pixels
LABELS: dict[str, Spec] = {
    "above": {"dy": -15},
    "below": {"dy": 17},
    "right": {"dx": 10, "align": "left"},
    "left": {"dx": -10, "align": "right"},
    "far below": {"dy": 35},
    "far above": {"dy": -33},
}


def line_view(data: ChartData, palette: Palette) -> Spec:
    """Return the view of a chart of lines or slopes."""
    larger = nested(data, WIDTH, HEIGHT)
    rows = [values_of(data, mark) for mark in data.marks]
    rows = [row | {"size": row["size"] * by} for row, by in zip(rows, larger, strict=True)]
    x = {
        "field": "day",
        "type": "temporal",
        "title": None,
        "scale": {"type": "utc", "padding": MARGIN},
        "axis": _dates(data),
    }
    reverse = {"reverse": True, "nice": False, "padding": 16} if data.axis.is_reversed else {}
    y = value_axis(data, {"tickCount": 6}, reverse, None)
    place = {"x": x, "y": {**y, "field": "value"}, "color": colour(data, palette)}
    open_ones = open_rows(list(data.marks), rows)
    in_front = sorted(zip(rows, data.marks, strict=True), key=lambda each: each[1].role in AGAINST)
    filled = [row for row, mark in in_front if mark.is_filled]
    return {
        "width": WIDTH,
        "height": HEIGHT,
        "layer": [
            *_breaks(data, x, palette),
            *possible_layers(data, rows, place, "y", palette, 9),
            *_lines(data, rows, place, palette),
            *mark_layers(data, rows, place, "y", palette, open_ones=open_ones, filled=filled),
            *_labels(data, rows, x, y, palette),
        ],
    }


def _dates(data: ChartData) -> Spec:
    """The time axis, with labels at the places that the chart names, and nowhere else."""
    labels = {_milliseconds(each.day): each.text for each in data.ticks}
    words = json.dumps({str(each): text for each, text in labels.items()}, ensure_ascii=False)
    return {"values": list(labels), "labelExpr": f"({words})[toString(toNumber(datum.value))]", "grid": False}


def _milliseconds(day: str) -> int:
    return round(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp() * 1000)


def _breaks(data: ChartData, x: Spec, palette: Palette) -> list[Spec]:
    rows = [{"day": day, "text": text} for day, text in break_names(data)]
    rule = {"type": "rule", "strokeDash": [3, 4], "color": palette.faint}
    text = {
        "type": "text",
        "angle": 270,
        "align": "right",
        "baseline": "bottom",
        "dy": -4,
        "color": palette.faint,
        "fontSize": 11,
    }
    at_top = {"x": x, "y": {"value": 4}, "text": {"field": "text"}}
    return layer("breaks", rows, rule, {"x": x}) + layer("names of breaks", rows, text, at_top)


def _lines(data: ChartData, rows: list[Spec], place: Spec, palette: Palette) -> list[Spec]:
    joined = [rows[number] | {"piece": piece} for piece, numbers in enumerate(data.lines) for number in numbers]
    changes = [rows[number] | {"piece": piece} for piece, pair in enumerate(data.changes) for number in pair]
    drawn = {**place, "detail": {"field": "piece"}, "order": {"field": "day", "type": "temporal"}}
    if len(data.series) == 1:
        drawn["color"] = {"value": palette.series[0]}
    elif len(data.series) > len(palette.series):
        dashes = [DASHES[number // len(palette.series) % len(DASHES)] for number in range(len(data.series))]
        scale = {"domain": list(data.series), "range": dashes}
        drawn["strokeDash"] = {"field": "series", "type": "nominal", "scale": scale, "legend": None}
    dashed = {"type": "line", "strokeWidth": 2, "strokeDash": [6, 4]}
    return layer("lines", joined, {"type": "line", "strokeWidth": 2}, drawn) + layer("changes", changes, dashed, drawn)


def _labels(data: ChartData, rows: list[Spec], x: Spec, y: Spec, palette: Palette) -> list[Spec]:
    """The labels, each on a halo in the colour of the background, so that no grid line runs through it."""
    labels = place_labels(data, WIDTH, HEIGHT)
    at = {"x": x, "y": {**y, "field": "value"}, "text": {"field": "text"}}
    halo = {"stroke": palette.background, "strokeWidth": 3, "strokeJoin": "round"}
    halos, texts = [], []
    for side, offset in LABELS.items():
        shown = [rows[each.place] | {"text": each.text} for each in labels if each.side == side]
        halos += layer(f"halos {side}", shown, {"type": "text", **offset, **halo}, at)
        texts += layer(f"labels {side}", shown, {"type": "text", **offset}, at)
    return halos + texts
