"""A chart of indicators as a value: its specification, its pictures, and its files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args
from warnings import warn

from beijing_public_services._record import Record
from beijing_public_services.datapackage.atomic_write import write_files
from beijing_public_services.errors import ChartError, UnknownLanguageError, nearest
from beijing_public_services.views.charts import rendering
from beijing_public_services.views.charts.data import ChartKind
from beijing_public_services.views.charts.figures import chart_data
from beijing_public_services.views.charts.page import page
from beijing_public_services.views.charts.spec import chart_spec
from beijing_public_services.views.charts.theme import ChartTheme
from beijing_public_services.views.charts.words import CHINESE

if TYPE_CHECKING:
    from collections.abc import Sequence
    from os import PathLike

    from beijing_public_services.datapackage.package import DataPackage
    from beijing_public_services.model.indicator import Indicator
    from beijing_public_services.views.charts.data import ChartData, Options

FORMATS = ("svg", "png", "html")
ENDINGS = {".svg": "svg", ".png": "png", ".html": "html", ".htm": "html"}
NO_FONT = (
    "found no font with Chinese characters, so the picture is in English with ids in place of Chinese names; "
    "install one such as Noto Sans CJK, or write SVG or HTML, which take the reader's fonts"
)


class Chart(Record):
    """One chart, or several of one package in a grid.

    `data` is what each chart shows: marks, lines, breaks, axis and caption. `theme` is `light` or `dark`; None is light
    in a picture, and what the reader's system is set to in a page. A notebook shows the picture.

    >>> import beijing_public_services as bps
    >>> chart = bps.plot("infrastructure.fixed_asset_investment")
    >>> chart.data[0].unit, chart.data[0].marks[0].text
    ('billion CNY', '> 900')
    """

    data: tuple[ChartData, ...]
    theme: ChartTheme | None
    _package: DataPackage
    _indicators: tuple[Indicator, ...]
    _options: Options

    @property
    def spec(self) -> dict[str, Any]:
        """The chart in the grammar of Vega-Lite, which Altair and the Vega editor read; it needs no extra."""
        return chart_spec(self.data, self.theme or "light")

    def to_svg(self) -> str:
        """Return the chart as an SVG picture, its text as text. Raises `MissingExtraError` without vl-convert."""
        return rendering.to_svg(self.spec)

    def to_png(self, *, scale: float = 2) -> bytes:
        """Return the chart as a PNG picture.

        Where no font has Chinese characters, the picture is in English and has ids in place of Chinese names, and a
        `UserWarning` says so.

        Args:
            scale: pixels for each pixel of the SVG.

        Raises:
            MissingExtraError: vl-convert is not installed.
        """
        spec = self.spec
        if CHINESE.search(json.dumps(spec, ensure_ascii=False, default=str)) and not rendering.has_chinese_font():
            warn(NO_FONT, UserWarning, stacklevel=2)
            options = self._options.replace(language="en", legible=True)
            data = tuple(chart_data(self._package, each, options) for each in self._indicators)
            spec = chart_spec(data, self.theme or "light")
        return rendering.to_png(spec, scale)

    def to_html(self) -> str:
        """Return a page with the chart and a table of its figures, without scripts and without anything to load.

        Raises:
            MissingExtraError: vl-convert is not installed.
        """
        themes: tuple[ChartTheme, ...] = (self.theme,) if self.theme else get_args(ChartTheme)
        pictures: list[dict[ChartTheme, str]] = [
            {theme: rendering.to_svg(chart_spec((each,), theme)) for theme in themes} for each in self.data
        ]
        return page(self.data, pictures)

    def save(self, path: str | PathLike[str], *, format: str | None = None, overwrite: bool = False) -> Path:
        """Write the chart whole or not at all, and return the path.

        Args:
            path: the file to write.
            format: `svg`, `png` or `html`; by default what the name's ending stands for.
            overwrite: replace a file that exists.

        Raises:
            ChartError: the format is unknown, or the name does not tell it.
            OverwriteError: the file exists; also a `FileExistsError`.
            WriteError: the file cannot be written; also an `OSError`.
            MissingExtraError: vl-convert is not installed.
        """
        target = Path(path)
        known = ENDINGS.get(target.suffix.lower()) if format is None else format
        if known not in FORMATS:
            found = f"the format {format!r}" if format is not None else f"the ending {target.suffix!r}"
            raise ChartError(f"{target}: found {found}, expected one of {', '.join(FORMATS)}")
        content = self.to_png() if known == "png" else (self.to_svg() if known == "svg" else self.to_html()).encode()
        write_files({target: content}, overwrite=overwrite)
        return target

    def _repr_html_(self) -> str:
        return f'<div style="overflow-x: auto">{self.to_svg()}</div>'


def chart(
    package: DataPackage, indicators: Sequence[Indicator], options: Options, theme: ChartTheme | None = None
) -> Chart:
    """Return the chart of these indicators, as `bps.plot` does."""
    if not indicators:
        raise ChartError("found no indicator, expected one at least")
    if options.language not in ("en", "zh"):
        raise UnknownLanguageError(options.language, ("en", "zh"))
    _require("theme", theme, get_args(ChartTheme))
    _require("kind of chart", options.kind, get_args(ChartKind))
    return Chart(
        data=tuple(chart_data(package, each, options) for each in indicators),
        theme=theme,
        _package=package,
        _indicators=tuple(indicators),
        _options=options,
    )


def _require(name: str, found: str | None, known: tuple[str, ...]) -> None:
    if found is not None and found not in known:
        likely = nearest(str(found), known) or known
        raise ChartError(f"found the {name} {found!r}, expected {' or '.join(likely)}")
