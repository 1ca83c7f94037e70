"""Charts as pictures, pages and files: offline, in both languages and themes, with or without fonts and extras."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from tests.support.libraries import Library

import beijing_public_services as bps
from beijing_public_services.views.charts import rendering
from beijing_public_services.views.charts.theme import PALETTES
from beijing_public_services.views.charts.words import CHINESE

vl_convert = Library("vl_convert")
PM = "environment.pm2_5_annual_mean"
KINDS = {
    "line": PM,
    "slope": "infrastructure.peak_hour_road_traffic_index",
    "bars": "employment_social_security.median_monthly_pay",
    "figures": "infrastructure.fixed_asset_investment",
}


@pytest.fixture
def drawing() -> None:
    """Skip the test where the library that draws is not installed."""
    assert vl_convert.get_vegalite_versions()


def texts(svg: str) -> str:
    """All text of a picture."""
    return " ".join(
        "".join(each.itertext()) for each in ElementTree.fromstring(svg).iter() if each.tag.endswith("text")
    )


def test_the_method_draws_as_the_function_does() -> None:
    """`Indicator.plot` and `plot` give the same chart, and need no library to say what is drawn."""
    chart = bps.bundled().indicator(PM).plot(area="CN-BJ", language="zh", theme="dark")
    assert chart == bps.plot(PM, area="CN-BJ", language="zh", theme="dark")
    assert chart.spec["config"]["background"] == PALETTES["dark"].background


def test_a_chart_names_the_release_it_is_of(package_copy: Path) -> None:
    """An indicator of a package of one's own is drawn with the names and the release of that package."""
    descriptor = package_copy / "datapackage.json"
    text = descriptor.read_text(encoding="utf-8")
    descriptor.write_text(text.replace('"version": "', '"version": "9', 1), encoding="utf-8")
    package = bps.load(package_copy)
    expected = f"{package.name} {package.version}"
    assert package.version != bps.bundled().version
    for chart in (package.indicator(PM).plot(), bps.plot(PM, package=package)):
        assert any(expected in line for line in chart.spec["title"]["text"])


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.usefixtures("drawing")
def test_a_picture_holds_its_words(kind: str, theme: bps.ChartTheme) -> None:
    """Each kind of chart is drawn in both themes, with title, caption and numbers as text and no warning."""
    chart = bps.plot(KINDS[kind], theme=theme, language="zh")
    svg = chart.to_svg()
    (data,) = chart.data
    assert data.kind == kind
    shown = texts(svg)
    assert data.title in shown
    assert "数据发布" in shown
    assert data.marks[0].text in shown
    assert f'fill="{PALETTES[theme].background}"' in svg


@pytest.mark.usefixtures("drawing")
def test_every_specification_is_understood(capfd: pytest.CaptureFixture[str]) -> None:
    """Vega-Lite compiles the chart of an indicator of each kind, and warns of nothing."""
    for id in KINDS.values():
        vl_convert.vegalite_to_vega(bps.plot(id).spec, show_warnings=True)
    out, err = capfd.readouterr()
    assert (out, err) == ("", "")


@pytest.mark.usefixtures("drawing")
def test_a_legend_shows_its_shapes() -> None:
    """Each sample in a legend has an outline or a fill that stands out, also where bounds are drawn open."""
    growth = "environment.pm2_5_annual_mean_fixed_base_growth"
    for id in (PM, growth):
        root = ElementTree.fromstring(bps.plot(id).to_svg())
        groups = [each for each in root.iter() if "role-legend-symbol" in each.get("class", "")]
        samples = [sample for group in groups for sample in group]
        assert len(samples) > 4
        for sample in samples:
            assert {sample.get("fill"), sample.get("stroke")} - {None, "none", "transparent", "#ffffff"}


@pytest.mark.slow
@pytest.mark.usefixtures("drawing")
@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_indicator_is_drawn(language: bps.Language) -> None:
    """The picture of each indicator is well-formed and holds its title."""
    for indicator in bps.indicators():
        chart = indicator.plot(language=language)
        shown = texts(chart.to_svg())
        assert (indicator.name_zh if language == "zh" else indicator.name_en) in shown


@pytest.mark.usefixtures("drawing")
def test_several_charts_stand_in_a_grid() -> None:
    """Indicators of different units are charts of their own in one picture."""
    chart = bps.plot([PM, KINDS["figures"]])
    shown = texts(chart.to_svg())
    assert all(data.title in shown for data in chart.data)
    assert len({data.unit for data in chart.data}) == 2


@pytest.mark.usefixtures("drawing")
def test_a_notebook_shows_the_picture() -> None:
    """The representation of a chart is its picture, not a table of its fields."""
    html = vars(bps.Chart)["_repr_html_"](bps.plot(PM))
    assert "<svg" in html
    assert "<script" not in html


@pytest.mark.usefixtures("drawing")
def test_without_a_chinese_font_the_picture_is_in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Chinese characters would be boxes, none is drawn, and a warning says so."""
    monkeypatch.setattr(rendering, "has_chinese_font", lambda: False)
    drawn: list[dict[str, Any]] = []

    def keep(spec: dict[str, Any], scale: float) -> bytes:
        drawn.append(spec)
        return b""

    monkeypatch.setattr(rendering, "to_png", keep)
    with pytest.warns(UserWarning, match="found no font with Chinese characters"):
        bps.plot("employment_social_security.urban_surveyed_unemployment_rate", language="zh").to_png()
    (spec,) = drawn
    assert not CHINESE.search(repr({name: value for name, value in spec.items() if name != "config"}))
    assert "Surveyed urban unemployment rate" in repr(spec)


@pytest.mark.usefixtures("drawing")
def test_boxes_are_recognised(monkeypatch: pytest.MonkeyPatch) -> None:
    """Characters that no font has are drawn alike, which is how a missing font is found."""
    assert rendering.has_chinese_font.__doc__
    nobody_has = "\U000ffff0\U000ffff1"
    drawn = {vl_convert.svg_to_png(rendering.GLYPH.format(fonts="sans-serif", character=each)) for each in nobody_has}
    assert len(drawn) == 1
    has = {vl_convert.svg_to_png(rendering.GLYPH.format(fonts="sans-serif", character=each)) for each in "ab"}
    assert len(has) == 2


@pytest.mark.usefixtures("drawing")
def test_a_page_needs_nothing_else() -> None:
    """A page loads nothing and runs nothing, follows the reader's theme, and lists each figure with its source."""
    chart = bps.plot(PM, area="CN-BJ", language="zh")
    page = chart.to_html()
    assert page.count("<svg") == 2
    assert "prefers-color-scheme: dark" in page
    assert "default-src 'none'" in page
    assert '<html lang="zh-Hans">' in page
    assert not re.search(r"<script|<link|<img|@import|url\(", page)
    for mark in chart.data[0].marks:
        assert mark.printed in page
        assert not mark.url or mark.url in page
    assert page.count("<tr>") == 1 + len(chart.data[0].marks)
    assert bps.plot(PM, theme="dark").to_html().count("<svg") == 1


@pytest.mark.usefixtures("drawing")
def test_a_hostile_package_cannot_inject() -> None:
    """Names, printed figures and addresses of a package are text in pictures and pages, whatever they hold."""
    hostile = "</script><script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
    indicator = bps.get_indicator("infrastructure.fixed_asset_investment")
    figure = indicator.observations[0]
    source = figure.source.replace(publisher=hostile, title=hostile, url="javascript:alert(1)", kind="publication")
    chart = bps.plot(
        indicator.replace(
            name_en=hostile, observations=(figure.replace(source=source, printed="超过9000亿元" + hostile),)
        ),
        package=bps.bundled(),
    )
    for text in (chart.to_svg(), chart.to_html()):
        assert "<script" not in text
        assert "<img" not in text
        assert "&lt;script&gt;" in text
    assert "javascript:" not in chart.to_html()


@pytest.mark.usefixtures("drawing")
@pytest.mark.parametrize(("name", "begins"), [("a.svg", b"<svg"), ("a.PNG", b"\x89PNG"), ("a.htm", b"<!doctype html>")])
def test_the_name_decides_the_format(tmp_path: Path, name: str, begins: bytes) -> None:
    """A file is written in the format of its ending, and not over one that exists."""
    chart = bps.plot(KINDS["figures"])
    path = chart.save(tmp_path / name)
    assert path.read_bytes().startswith(begins)
    with pytest.raises(bps.OverwriteError):
        chart.save(path)
    assert chart.save(path, format="svg", overwrite=True).read_bytes().startswith(b"<svg")


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"theme": "darc"}, "found the theme 'darc', expected dark"),
        ({"kind": "pie"}, "found the kind of chart 'pie', expected"),
        ({"language": "fr"}, "fr"),
    ],
)
def test_what_is_not_known_is_refused(options: dict[str, Any], message: str) -> None:
    """An unknown theme, kind or language is an error that lists what there is."""
    with pytest.raises((bps.ChartError, bps.UnknownLanguageError), match=message):
        bps.plot(PM, **options)


def test_a_file_that_is_no_picture_is_refused(tmp_path: Path) -> None:
    """An unknown ending or format is refused before anything is drawn, and so is a chart of nothing."""
    with pytest.raises(bps.ChartError, match=r"found the ending '\.pdf', expected one of svg, png, html"):
        bps.plot(PM).save(tmp_path / "a.pdf")
    with pytest.raises(bps.ChartError, match="found the format 'gif'"):
        bps.plot(PM).save(tmp_path / "a.svg", format="gif")
    with pytest.raises(bps.ChartError, match="found no indicator"):
        bps.plot([])
    assert [*tmp_path.iterdir()] == []


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without vl-convert a chart still has its data and specification; a picture says what to install."""
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    chart = bps.plot(PM)
    assert chart.spec["$schema"]
    with pytest.raises(bps.MissingExtraError, match=r"plot needs an extra: .*\[plot\]"):
        chart.to_svg()
