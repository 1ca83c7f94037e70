"""Marks as layers, along either axis: what a figure leaves possible, arrows of bounds, open and filled marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services.views.charts.encoding import bands_of, layer, roundings_of, whose

if TYPE_CHECKING:
    from typing import Literal

    from beijing_public_services.views.charts.data import ChartData, ChartMark
    from beijing_public_services.views.charts.encoding import Spec
    from beijing_public_services.views.charts.theme import Palette

    Channel = Literal["x", "y"]  # which of the two has the values

HEADS = {"x": ("right", "left"), "y": ("up", "down")}  # where numbers grow and where they fall
OPPOSITE = {"up": "down", "down": "up"}


def open_rows(marks: list[ChartMark], rows: list[Spec]) -> list[Spec]:
    """Return the rows of marks that are drawn open; a range is only a band."""
    return [row for row, mark in zip(rows, marks, strict=True) if not mark.is_filled and mark.form != "range"]


def possible_layers(
    data: ChartData, rows: list[Spec], place: Spec, channel: Channel, palette: Palette, width: int
) -> list[Spec]:
    """Return the layers of what figures leave possible: bands of this width in pixels, and lines for rounding."""
    to_upper = {**place, channel: {**place[channel], "field": "lower"}, f"{channel}2": {"field": "upper"}}
    thin = {**to_upper, "color": {"value": palette.faint}}
    return [
        *layer("bands", bands_of(rows), {"type": "rule", "strokeWidth": width, "opacity": 0.35}, to_upper),
        *layer("rounding", roundings_of(data, rows), {"type": "rule", "strokeWidth": 1.5}, thin),
    ]


def mark_layers(
    data: ChartData,
    rows: list[Spec],
    place: Spec,
    channel: Channel,
    palette: Palette,
    *,
    open_ones: list[Spec],
    filled: list[Spec],
) -> list[Spec]:
    """Return the layers of arrows with their heads, of open marks and of filled ones, which lie on top."""
    bounds = [row for row in rows if "arrow" in row]
    at_end = {**place, channel: {**place[channel], "field": "arrow"}}
    drawn = layer("arrows", bounds, {"type": "rule", "strokeWidth": 2}, {**place, f"{channel}2": {"field": "arrow"}})
    for side, grows in zip(HEADS[channel], (True, False), strict=True):
        ending = [row for row in bounds if (row["arrow"] > row["value"]) == grows]
        shape = OPPOSITE[side] if data.axis.is_reversed else side
        head = {"type": "point", "filled": True, "size": 60, "opacity": 1, "shape": f"triangle-{shape}"}
        drawn += layer(f"heads {side}", ending, head, at_end)
    marked = {**place, **whose(data, palette)}
    # a fill of open marks would be that of the legend too, so that nothing would be seen there
    inside = {"type": "point", "filled": True, "color": palette.background, "opacity": 1}
    at_mark = {"x": place["x"], "y": place["y"], "size": marked["size"]}
    drawn += layer("insides of open marks", open_ones, inside, at_mark)
    hollow = {"type": "point", "filled": False, "strokeWidth": 2, "opacity": 1}
    drawn += layer("open marks", open_ones, hollow, marked)
    outlined = {"type": "point", "filled": True, "opacity": 1, "stroke": palette.background, "strokeWidth": 1}
    return drawn + layer("filled marks", filled, outlined, marked)
