"""What the layers of a chart share: the values of a mark, and the colour, shape and size that say whose it is."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING

from beijing_public_services.model.wording import in_language
from beijing_public_services.views.charts.scale import ARROW, is_coarse
from beijing_public_services.views.charts.words import AGAINST, ROLES

if TYPE_CHECKING:
    from typing import Any

    from beijing_public_services.views.charts.data import ChartData, ChartMark
    from beijing_public_services.views.charts.theme import Palette

    Spec = dict[str, Any]

SHAPES = {
    "report": "circle",
    "publication": "square",
    "target": "diamond",
    "superseded": "cross",
    "dispute": "triangle-down",
    "question": "triangle-up",
}
SIZES = {"report": 110, "publication": 44, "target": 110, "superseded": 70, "dispute": 90, "question": 90}
SHOWN = ("series", "row", "role", "day", "text", "form", "period", "observation", "publisher", "source")


def values_of(data: ChartData, mark: ChartMark) -> Spec:
    """Return the fields of a mark, its numbers in the scale of the axis; a bound has the end of its `arrow`."""
    row: Spec = {name: getattr(mark, name) for name in SHOWN} | {"size": SIZES[mark.role]}
    for name in ("value", "lower", "upper"):
        number = getattr(mark, name)
        if number is not None:
            row[name] = scaled(number, data.power)
    if mark.form == "bound":
        step = ARROW * (data.axis.upper - data.axis.lower) * (1 if mark.upper is None else -1)
        row["arrow"] = scaled(mark.value + step, data.power)
    row["description"] = f"{mark.row}: {mark.text} {data.unit}, {mark.publisher}"
    return row


def scaled(number: float, power: int) -> float:
    """Return a number divided by a power of ten, without noise in its last digits."""
    return float(Decimal(repr(number)).scaleb(-power)) if power else number


def _has_whole_numbers(data: ChartData) -> bool:
    """Return whether each number on the axis is whole, so that no label of it need be a fraction."""
    return not data.power and all(mark.value == int(mark.value) for mark in data.marks)


def value_axis(data: ChartData, axis: Spec, scale: Spec, title: str | None) -> Spec:
    """Return the encoding of values: these properties of axis and scale, between the ends that the chart names."""
    ends = [scaled(data.axis.lower, data.power), scaled(data.axis.upper, data.power)]
    steps = {"tickMinStep": 1} if _has_whole_numbers(data) else {}
    return {
        "type": "quantitative",
        "title": title,
        "scale": {"domain": ends, "zero": False, "nice": True, **scale},
        "axis": {"ticks": False, "domain": False, **axis, **steps},
    }


def layer(name: str, values: list[Spec], mark: Spec, encoding: Spec) -> list[Spec]:
    """Return a layer with its own data; none if there is nothing to draw."""
    return [{"name": name, "data": {"values": values}, "mark": mark, "encoding": encoding}] if values else []


def bands_of(rows: list[Spec]) -> list[Spec]:
    """Return the figures whose printed words leave a range possible, which is drawn as a band."""
    return [row for row in rows if row["form"] in ("approximate", "range") and _width(row) > 0]


def roundings_of(data: ChartData, rows: list[Spec]) -> list[Spec]:
    """Return the exact figures that are rounded so much that it shows, which is drawn as a thin line."""
    coarse = {(mark.observation, mark.source) for mark in data.marks if is_coarse(mark, data.axis)}
    return [row for row in rows if (row["observation"], row["source"]) in coarse]


def _width(row: Spec) -> float:
    return float(row["upper"] - row["lower"]) if "lower" in row and "upper" in row else 0.0


def colour(data: ChartData, palette: Palette) -> Spec:
    """Return the colour: it tells lines apart, or in a chart of one line what is disputed from what disputes it."""
    if len(data.series) > 1:
        colours = [palette.series[place % len(palette.series)] for place in range(len(data.series))]
        return {
            "field": "series",
            "type": "nominal",
            "title": None,
            "scale": {"domain": list(data.series), "range": colours},
            "legend": None if data.rows else {"orient": "top", "symbolType": "stroke", "symbolStrokeWidth": 3},
        }
    roles = roles_of(data)
    colours = [palette.dispute if role in AGAINST else palette.series[0] for role in roles]
    return {
        "field": "role",
        "type": "nominal",
        "title": None,
        "scale": {"domain": roles, "range": colours},
        "legend": _legend(data, roles),
    }


def whose(data: ChartData, palette: Palette) -> Spec:
    """Return the shape and the size, which tell the report's figures from those of others."""
    roles = roles_of(data)
    legend = _legend(data, roles)
    if legend is not None and len(data.series) > 1:
        legend |= {"symbolFillColor": palette.faint, "symbolStrokeColor": palette.faint}
    of_role: Spec = {"field": "role", "type": "nominal", "title": None}
    return {
        "shape": {**of_role, "scale": {"domain": roles, "range": [SHAPES[each] for each in roles]}, "legend": legend},
        "size": {"field": "size", "type": "quantitative", "scale": None, "legend": None},
    }


def roles_of(data: ChartData) -> list[str]:
    """Return the roles of the marks, in one order for all charts."""
    present = {mark.role for mark in data.marks}
    return [role for role in SHAPES if role in present]


def _legend(data: ChartData, roles: list[str]) -> Spec | None:
    """Whose the marks are; none where rows are labelled with that, or where each is the report's."""
    if data.rows or roles == ["report"]:
        return None
    words = {role: in_language(texts, data.language) for role, texts in ROLES.items()}
    return {"orient": "top", "symbolOpacity": 1, "labelExpr": f"({json.dumps(words)})[datum.value]"}
