"""The charts of the data dictionary, drawn while a page is written."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.util.osutil import relative_uri

import beijing_public_services as bps

if TYPE_CHECKING:
    from sphinx.application import Sphinx

SIZE = re.compile(r'\b(?:width|height)="([\d.]+)"')
FOLDER = "_images/charts"
CAN_DRAW = find_spec("vl_convert") is not None


def write_chart(translator: Any, place: nodes.Element) -> None:
    """Draw the chart of an indicator into a file beside the pages, and show it; show nothing if it cannot be drawn."""
    builder = translator.builder
    if CAN_DRAW and builder.config.charts:
        file = f"{FOLDER}/{place['indicator']}-{place['language']}.svg"
        chart = bps.get_indicator(place["indicator"]).plot(language=place["language"], theme="light")
        path = Path(builder.outdir, file)
        path.parent.mkdir(parents=True, exist_ok=True)
        svg = chart.to_svg()
        path.write_text(svg, encoding="utf-8")
        width, height = SIZE.findall(svg)[:2]  # which keep its room free until it is loaded
        address = relative_uri(builder.get_target_uri(builder.current_docname), file)
        alt = translator.attval(place["alt"])
        size = f'width="{round(float(width))}" height="{round(float(height))}"'
        translator.body.append(f'<img class="indicator-chart" loading="lazy" alt="{alt}" src="{address}" {size}>\n')
    raise nodes.SkipNode


def skip_chart(translator: Any, place: nodes.Element) -> None:
    """Write nothing where a page is plain text, as in the index of the search."""
    raise nodes.SkipNode


def setup_charts(app: Sphinx) -> None:
    """Register the node with Sphinx, and the setting that leaves charts out: `-D charts=0`."""
    from tools.docs_site.dictionary import chart_place

    app.add_config_value("charts", True, "html", types=(bool, str))
    app.add_node(chart_place, html=(write_chart, None), text=(skip_chart, None))
