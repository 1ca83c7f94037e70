"""A chart, or several, in the grammar of Vega-Lite: title, views, caption and configuration."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from beijing_public_services._printable import columns_of
from beijing_public_services.views.charts.line_view import line_view
from beijing_public_services.views.charts.row_view import row_view
from beijing_public_services.views.charts.theme import PALETTES, config
from beijing_public_services.views.charts.words import CHINESE

if TYPE_CHECKING:
    from beijing_public_services.views.charts.data import ChartData
    from beijing_public_services.views.charts.encoding import Spec
    from beijing_public_services.views.charts.theme import ChartTheme, Palette

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
APART: Spec = {"resolve": {"scale": dict.fromkeys(("color", "shape", "x", "y", "strokeDash"), "independent")}}
CAPTION = 104  # columns, of which a Chinese character takes two
PIECES = re.compile(rf"(?:{CHINESE.pattern}|(?:(?!{CHINESE.pattern})\S)+)[，。；：、）》”]*\s*|\s+")  # not cut further


def chart_spec(charts: tuple[ChartData, ...], theme: ChartTheme) -> Spec:
    """Return the specification of one chart, or of several in a grid of two columns.

    Each layer has a name that begins with what it draws, such as `filled marks`.
    """
    palette = PALETTES[theme]
    drawn = [_chart(each, palette) for each in charts]
    body = drawn[0] if len(drawn) == 1 else {"concat": drawn, "columns": 2, "spacing": 48, **APART}
    for number, each in enumerate(layers_of(body)):
        each["name"] += f" {number}"  # Vega-Lite takes layers of one name for one
    has_chinese = bool(CHINESE.search(json.dumps(body, ensure_ascii=False)))
    return {"$schema": SCHEMA, "config": config(theme, has_chinese=has_chinese), **body}


def layers_of(spec: Spec) -> list[Spec]:
    """Return the layers of a specification, at whatever depth they lie."""
    inner = [each for name in ("concat", "vconcat") for each in spec.get(name, [])]
    return [*spec.get("layer", []), *[layer for each in inner for layer in layers_of(each)]]


def _chart(data: ChartData, palette: Palette) -> Spec:
    views = [row_view(data, group, palette) for group in data.groups] if data.rows else [line_view(data, palette)]
    subtitle = " · ".join(filter(None, (data.subtitle, "" if data.rows else data.unit)))
    caption: Spec = {
        "text": [line for text in data.caption for line in wrapped(text, CAPTION)],
        "orient": "bottom",
        "fontSize": 11,
        "fontWeight": "normal",
        "color": palette.faint,
        "lineHeight": 15,
    }
    drawn = {"vconcat": views, "spacing": 10, "title": {"text": data.title, "subtitle": subtitle}, **APART}
    return {"vconcat": [drawn], "title": caption, **APART}


def wrapped(text: str, columns: int) -> list[str]:
    """Return a text in lines of at most so many columns, cut at spaces, between Chinese characters or in long words."""
    lines, line = [], ""
    for piece in PIECES.findall(text):
        if line and columns_of(line + piece.rstrip()) > columns:
            lines.append(line.rstrip())
            line = ""
        line += piece
        while columns_of(line.rstrip()) > columns:
            cut = next(end for end in range(1, len(line) + 1) if columns_of(line[: end + 1]) > columns)
            lines.append(line[:cut].rstrip())
            line = line[cut:]
    return [*lines, line.rstrip()] if line.strip() else lines
