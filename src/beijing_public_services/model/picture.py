"""The options and the result of `Indicator.plot` as types; the suite `views` makes the chart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypedDict

if TYPE_CHECKING:
    from os import PathLike
    from pathlib import Path
    from typing import Any, Literal

    from beijing_public_services.model.codelists import Language
    from beijing_public_services.notation.frequencies import Frequency


class PlotOptions(TypedDict, total=False):
    """The options of `Indicator.plot`, which are those of `bps.plot`."""

    kind: Literal["line", "slope", "bars", "figures"] | None
    area: str | None
    category: str | None
    period: str | None
    frequency: Frequency | None
    language: Language
    theme: Literal["light", "dark"] | None


class Picture(Protocol):
    """What `Indicator.plot` returns, which is a `Chart`: shown by a notebook, drawn as SVG, PNG or a page, or saved."""

    @property
    def spec(self) -> dict[str, Any]:
        """The chart in the grammar of Vega-Lite."""
        ...

    def to_svg(self) -> str:
        """Return the chart as an SVG picture."""
        ...

    def to_png(self, *, scale: float = 2) -> bytes:
        """Return the chart as a PNG picture."""
        ...

    def to_html(self) -> str:
        """Return a page with the chart and a table of its figures."""
        ...

    def save(self, path: str | PathLike[str], *, format: str | None = None, overwrite: bool = False) -> Path:
        """Write the chart as `svg`, `png` or `html`, and return the path."""
        ...
