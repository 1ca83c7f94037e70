"""How charts look: colours that colour-blind people tell apart, light and dark, and fonts that have Chinese."""

from __future__ import annotations

from typing import Literal

from beijing_public_services._record import TYPE_CHECKING, Record

if TYPE_CHECKING:
    from typing import Any

ChartTheme = Literal["light", "dark"]
LATIN = ("Helvetica Neue", "Helvetica", "Arial", "Liberation Sans", "DejaVu Sans")
CHINESE = (
    "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", "Hiragino Sans GB",
    "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "SimHei",
)  # fmt: skip


class Palette(Record):
    """The colours of a theme. Those of `series` are of Okabe and Ito, in an order that stands out on `background`."""

    background: str
    text: str
    faint: str
    grid: str
    dispute: str
    series: tuple[str, ...]


PALETTES: dict[ChartTheme, Palette] = {
    "light": Palette(
        background="#ffffff",
        text="#1f2328",
        faint="#59636e",
        grid="#e3e6ea",
        dispute="#D55E00",
        series=("#0072B2", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000"),
    ),
    "dark": Palette(
        background="#14171c",
        text="#e8eaed",
        faint="#a2abb6",
        grid="#2f353d",
        dispute="#E69F00",
        series=("#56B4E9", "#009E73", "#CC79A7", "#F0E442", "#D55E00", "#ffffff"),
    ),
}
DASHES: tuple[list[int], ...] = ([1, 0], [7, 3], [2, 3], [9, 3, 2, 3])  # told apart once the colours come round


def fonts(*, has_chinese: bool) -> str:
    """Return the fonts to look for; those with Chinese first if it occurs, so that a line has one font."""
    first, second = (CHINESE, LATIN) if has_chinese else (LATIN, CHINESE)
    return ", ".join([*first, *second, "sans-serif"])


def config(theme: ChartTheme, *, has_chinese: bool) -> dict[str, Any]:
    """Return the configuration of Vega-Lite for a theme and for texts with Chinese characters or without."""
    palette = PALETTES[theme]
    return {
        "background": palette.background,
        "padding": 16,
        "font": fonts(has_chinese=has_chinese),
        "view": {"stroke": None},
        "axis": {
            "labelColor": palette.text,
            "titleColor": palette.faint,
            "titleFontWeight": "normal",
            "gridColor": palette.grid,
            "domainColor": palette.faint,
            "tickColor": palette.faint,
            "labelFontSize": 12,
            "titleFontSize": 12,
            "labelLimit": 320,
        },
        "title": {
            "anchor": "start",
            "frame": "bounds",
            "color": palette.text,
            "fontSize": 16,
            "subtitleColor": palette.faint,
            "subtitleFontSize": 13,
            "subtitlePadding": 4,
            "offset": 14,
        },
        "legend": {
            "labelColor": palette.text,
            "titleColor": palette.faint,
            "labelFontSize": 12,
            "labelLimit": 260,
            "layout": {"top": {"margin": 22}},
        },
        "text": {"color": palette.text, "fontSize": 11.5},
    }
