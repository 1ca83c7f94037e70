"""Vega-Lite specifications as SVG and PNG, drawn offline by vl-convert, and whether a font has Chinese."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from beijing_public_services._once import once
from beijing_public_services.errors import MissingExtraError
from beijing_public_services.views.charts.theme import fonts

if TYPE_CHECKING:
    from types import ModuleType

VEGA_LITE = "6.4"
GLYPH = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">'
    '<text x="4" y="32" font-size="28" font-family="{fonts}">{character}</text></svg>'
)


def to_svg(spec: dict[str, Any]) -> str:
    """Return a specification as an SVG picture. Raises `MissingExtraError` without vl-convert."""
    return str(_vl_convert().vegalite_to_svg(spec, vl_version=VEGA_LITE, allowed_base_urls=[]))


def to_png(spec: dict[str, Any], scale: float) -> bytes:
    """Return a specification as a PNG picture. Raises `MissingExtraError` without vl-convert."""
    return bytes(_vl_convert().vegalite_to_png(spec, vl_version=VEGA_LITE, scale=scale, allowed_base_urls=[]))


@once
def has_chinese_font() -> bool:
    """Return whether pictures show Chinese characters: without a font, each of them is the same box."""
    names = fonts(has_chinese=True)
    drawn = {_vl_convert().svg_to_png(GLYPH.format(fonts=names, character=character)) for character in "北京"}
    return len(drawn) > 1


def _vl_convert() -> ModuleType:
    try:
        import vl_convert
    except ImportError as error:
        raise MissingExtraError("plot", "plot") from error
    return vl_convert
