"""Laws of the explorer in a real browser: headless Chromium opens the page from a file, on a phone and on a desk."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

import pytest
from tests.support.editing import edit_descriptor, edit_rows, without_hashes
from tests.support.explorer import hostile_package

import beijing_public_services as bps
from beijing_public_services.citation.citation import cite
from beijing_public_services.views.charts.figures import chart_data

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Open = Callable[..., Any]

pytestmark = pytest.mark.slow

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
DESK, PHONE = {"width": 1280, "height": 860}, {"width": 390, "height": 844}
PM: Final = "environment.pm2_5_annual_mean"
BOUNDED: Final = "environment.new_energy_vehicles_in_use"
SERIOUS = ("serious", "critical")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A headless browser that cannot reach any network."""
    playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright: nox -s browser")
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.skip("needs Chromium: nox -s browser")
    with playwright.sync_playwright() as running:
        found = running.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of the bundled package as a file."""
    return bps.explore(path=tmp_path_factory.mktemp("explorer") / "page.html", open_browser=False).as_uri()


@pytest.fixture
def open_page(browser: Any, address: str) -> Iterator[Open]:
    """Open the page; at the end it must have asked for nothing and complained of nothing."""
    contexts, complaints = [], []

    def opened(part: str = "", *, at: str = address, size: dict[str, int] = DESK, **settings: Any) -> Any:
        context = browser.new_context(viewport=size, **{"locale": "en-GB", **settings})
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: complaints.append(request.url) if request.url.startswith("http") else None)
        page.goto(at + part)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert complaints == []


def listed(page: Any) -> list[str]:
    """The ids of the indicators that the list shows, in its order."""
    found = page.locator("#finder li > a:visible").evaluate_all("links => links.map(each => each.hash.slice(1))")
    return list(found)


def test_search_is_that_of_the_library(open_page: Open) -> None:
    """What is typed finds the indicators that `search` finds, in its order, without a wait."""
    page = open_page()
    assert listed(page) == [each.id for each in bps.indicators()]
    for query in ("air", "细颗粒物", "PM2.5 Tianjin", "地铁", "unemployement", "no such thing at all"):
        page.fill("#query", query)
        assert listed(page) == [each.id for each in bps.search(query)], query
    page.fill("#query", "中轴线")
    assert page.locator("#said h2").inner_text() == f"Statements ({len(bps.search_statements('中轴线'))})"
    assert bps.search_statements("中轴线")[0].name_en in page.inner_text("#said li >> nth=0")
    page.fill("#query", "GDP")
    assert bps.search("GDP").note in page.inner_text("#hint")
    page.fill("#query", "")
    assert listed(page) == [each.id for each in bps.indicators()]


def test_a_word_that_is_being_composed_is_no_search(open_page: Open) -> None:
    """The letters of an input method are searched only when the word is complete."""
    page = open_page()
    type_letters = """([text, isComposing]) => {
      const field = document.querySelector("#query");
      field.value = text;
      field.dispatchEvent(new InputEvent("input", { isComposing }));
      if (!isComposing) field.dispatchEvent(new CompositionEvent("compositionend"));
    }"""
    page.evaluate(type_letters, ["di tie", True])
    assert len(listed(page)) == len(bps.indicators())
    page.evaluate(type_letters, ["地铁", False])
    assert listed(page) == [each.id for each in bps.search("地铁")]


def test_filters_keep_what_fits(open_page: Open) -> None:
    """Filters keep the indicators with a figure that passes all of them, and count what each would leave."""
    page = open_page()
    page.click("#filters > summary")
    page.check('[data-value="domain=environment"]')
    page.click("#facets summary")
    page.check('[data-value="year=2013"]')
    expected = [
        each.id
        for each in bps.by_domain("environment")
        if any("2013" in (figure.period[:4], figure.period[-4:]) for figure in each.observations)
    ]
    assert listed(page) == expected
    count = page.locator('label:has([data-value="bound=exact"]) .number').inner_text()
    page.check('[data-value="bound=exact"]')
    assert len(listed(page)) == int(count)
    page.click("#reset")
    page.check('[data-value="disputed=yes"]')
    disputed = [each.id for each in bps.indicators() if any(figure.disputed for figure in each.observations)]
    assert listed(page) == disputed
    page.reload()
    assert listed(page) == disputed
    page.get_by_role("button", name=re.compile("^Remove")).click()
    assert len(listed(page)) == len(bps.indicators())


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_each_id_is_an_address(open_page: Open, size: dict[str, int]) -> None:
    """An indicator, a figure and a former id each lead to their place; an unknown one is named."""
    page = open_page(f"#{PM}", size=size)
    assert page.inner_text("#title") == "PM2.5 annual mean concentration"
    assert page.inner_text(".value") == "30.5 µg/m³"
    page.goto(page.url.partition("#")[0] + f"#{PM}:CN-TJ:2024")
    page.wait_for_function("document.querySelector('.value').textContent === '38 µg/m³'")
    former = next(each for each in bps.bundled().aliases if each.fate == "renamed" and each.kind == "indicator")
    page.goto(page.url.partition("#")[0] + f"#{former.id}")
    page.wait_for_function("id => document.querySelector('.about code')?.textContent === id", arg=former.successor)
    page.goto(page.url.partition("#")[0] + "#no.such.id")
    page.wait_for_function("document.querySelector('#title').textContent.includes('no.such.id')")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_indicator_can_be_shown(open_page: Open, language: bps.Language) -> None:
    """Each indicator shows the printed form, paragraph and source of a figure, and all its figures in a table."""
    page = open_page(locale={"zh": "zh-CN", "en": "en-GB"}[language])
    for indicator in bps.indicators():
        figure = indicator.observations[-1]
        found = page.evaluate(
            """([indicator, id]) => {
              [shown.indicator, shown.figure] = [data.byIndicator.get(indicator), id];
              refresh();
              const text = (each) => document.querySelector(each)?.textContent ?? "";
              return { title: text("#title"), card: text(".card"), rows: document.querySelectorAll("tbody tr").length };
            }""",
            [indicator.id, figure.id],
        )
        assert found["title"] == (indicator.name_zh if language == "zh" else indicator.name_en)
        assert figure.printed in found["card"]
        assert figure.locator in found["card"]
        assert (figure.source.title or figure.source.publisher) in found["card"]
        assert found["rows"] == (len(indicator.observations) if len(indicator.observations) > 1 else 0)


def test_one_switch_changes_the_language(open_page: Open) -> None:
    """The page opens in the reader's language; one switch changes every word, and the choice is kept."""
    page = open_page(f"#{PM}", locale="zh-CN")
    assert page.evaluate("document.documentElement.lang") == "zh-CN"
    assert page.inner_text("#title") == "细颗粒物（PM2.5）年均浓度"
    page.click("[data-speak=en]")
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.inner_text("#title") == "PM2.5 annual mean concentration"
    assert page.inner_text("#finder h2 >> nth=0") == "Science and technology"
    page.reload()
    assert page.inner_text("#title") == "PM2.5 annual mean concentration"


def test_the_unit_can_be_chosen(open_page: Open) -> None:
    """A choice of unit rewrites the value, the interval, the chart and the table."""
    page = open_page("#science_technology.technology_contract_value")
    assert page.inner_text(".value") == "915.33 billion CNY"
    page.select_option("#unit", label="CNY")
    assert page.inner_text(".value") == "915,330,000,000 CNY"
    assert "915,325,000,000 ≤ x < 915,335,000,000" in page.inner_text(".facts >> nth=0")
    assert page.inner_text("tr.chosen td.number") == "915,330,000,000 CNY"
    assert page.inner_text(".unit-note") == "CNY"


def test_a_citation_can_be_copied(open_page: Open) -> None:
    """The citation on the page is that of `cite` for today, and the button copies it."""
    page = open_page(f"#{PM}:CN-BJ:2024", permissions=["clipboard-read", "clipboard-write"])
    page.click(".citing > summary")
    expected = cite(bps.bundled(), f"{PM}:CN-BJ:2024")
    for style in ("plain", "apa", "gbt7714-2025", "bibtex", "ris"):
        page.select_option("#style", style)
        assert page.input_value("#citation") == expected.text(style, "en")
    page.click("#copy")
    page.wait_for_function("document.querySelector('#copy').textContent === 'Copied'")
    assert page.evaluate("navigator.clipboard.readText()") == expected.text("ris", "en")
    page.get_by_role("button", name="Copy link").click()
    page.wait_for_function("navigator.clipboard.readText().then(text => text.endsWith(':CN-BJ:2024'))")
    assert page.evaluate("navigator.clipboard.readText()").endswith(f"page.html#{PM}:CN-BJ:2024")


def test_the_keyboard_is_enough(open_page: Open) -> None:
    """Search, choice and return work without a mouse, and the focus goes along."""
    page = open_page()
    page.keyboard.press("/")
    page.keyboard.type("细颗粒物")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_function("document.activeElement.id === 'title'")
    assert page.inner_text("#title") == "PM2.5 annual mean concentration"
    page.keyboard.press("Escape")
    page.wait_for_function(f"document.activeElement.hash === '#{PM}'")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Escape")
    assert len(listed(page)) == len(bps.indicators())


def test_a_phone_shows_one_thing_at_a_time(open_page: Open) -> None:
    """On a phone the list gives way to the figure and comes back; nothing is wider than the screen."""
    page = open_page(size=PHONE, has_touch=True, is_mobile=True)
    assert not page.is_visible("#content")
    page.click(f'#list a[href="#{PM}"]')
    assert page.is_visible(".card")
    assert not page.is_visible("#finder")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    page.click(".back a")
    assert page.is_visible("#finder")
    page.click(f'#list a[href="#{PM}"]')
    page.go_back()
    page.wait_for_function(f"document.activeElement.hash === '#{PM}'")
    assert page.title() == "Beijing public services"


def test_charts_show_bounds_gaps_and_breaks(open_page: Open) -> None:
    """Lines join neighbouring years on one basis only; a bound is an open mark with an arrow."""
    page = open_page(f"#{PM}")
    laid_out = chart_data(bps.bundled(), bps.get_indicator(PM))
    assert page.locator("svg.chart .mark").count() == len(laid_out.marks)
    drawn = page.locator("svg.chart path.line").evaluate_all(
        "lines => lines.map(each => each.getAttribute('d').split('L').length)"
    )
    assert drawn == [len(line) for line in laid_out.lines]
    assert page.locator(".chart line.break").count() == len(laid_out.breaks) > 0
    page.goto(page.url.partition("#")[0] + f"#{BOUNDED}")
    page.wait_for_selector(".chart .arrow")
    bounds = [each for each in chart_data(bps.bundled(), bps.get_indicator(BOUNDED)).marks if each.form == "bound"]
    assert page.locator("svg.chart .mark.open").count() == len(bounds) > 0


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("part", ["", f"#{PM}", "#employment_social_security.median_monthly_pay", "#?q=zzzz"])
def test_the_page_is_accessible(open_page: Open, size: dict[str, int], scheme: str, part: str) -> None:
    """axe-core finds nothing serious, with the filters and the citation open too."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="needs axe-playwright-python")
    page = open_page(part, size=size, color_scheme=scheme)
    page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    found = axe.Axe().run(page).response["violations"]
    assert [(each["id"], each["nodes"][0]["html"]) for each in found if each["impact"] in SERIOUS] == []


def test_the_page_reads_without_scripts(open_page: Open) -> None:
    """Without scripts every indicator and figure is on the page, and the address of a figure leads to it."""
    page = open_page(f"#{quote(PM)}", java_script_enabled=False)
    text = page.inner_text("body")
    assert all(each.name_en in text for each in bps.indicators())
    assert page.locator("noscript tr").count() == len(bps.bundled().observations)
    assert page.locator(f'h3[id="{PM}"]').is_visible()


def test_a_hostile_package_runs_nothing(open_page: Open, package_copy: Path, tmp_path: Path) -> None:
    """A package full of markup, handlers and `javascript:` addresses is shown as text and does nothing."""
    at = bps.explore(hostile_package(package_copy), tmp_path / "hostile.html", open_browser=False).as_uri()
    page = open_page(f"#{PM}", at=at)
    page.wait_for_selector(".card")
    for indicator in bps.indicators():
        page.evaluate("id => { shown.indicator = data.byIndicator.get(id); refresh(); }", indicator.id)
        page.evaluate("for (const each of document.querySelectorAll('details')) each.open = true")
    assert page.locator("script").count() == 2
    assert page.locator("img, iframe, object, svg:not(.chart):not(.sample)").count() == 0
    assert page.evaluate("[...document.links].every(each => /^(https?|file):/.test(each.protocol))")
    assert "pwned" not in page.title().replace("document.title='pwned'", "")
    page.fill("#query", "<script>alert(1)</script>")
    page.fill("#query", "pm2.5")
    assert listed(page)


def test_a_large_package_in_one_language_works(open_page: Open, package_copy: Path, tmp_path: Path) -> None:
    """Thousands of figures of indicators with Chinese names alone are listed, searched and shown."""
    large = many_figures(package_copy, 5000)
    at = bps.explore(large, tmp_path / "large.html", open_browser=False).as_uri()
    page = open_page(at=at)
    page.fill("#query", "细颗粒物")
    assert listed(page) == [each.id for each in large.search("细颗粒物")]
    page.click("#found li a >> nth=0")
    page.wait_for_selector(".card")
    assert page.inner_text("#title") == large.search("细颗粒物")[0].name_zh


def many_figures(folder: Path, number: int) -> bps.DataPackage:
    """Return the package of a folder without English names and with many more districts, each with a figure."""
    data = folder / "data"

    def add_areas(rows: list[dict[str, str]]) -> None:
        model = next(each for each in rows if each["id"] == "CN-BJ.sub_centre")
        rows += [{**model, "id": f"CN-BJ.d{place}", "name_zh": f"第{place}区", "name_en": ""} for place in range(50)]

    def add_figures(rows: list[dict[str, str]]) -> None:
        model = next(each for each in rows if each["id"] == f"{PM}:CN-BJ:2024")
        places = [(f"CN-BJ.d{place % 50}", str(1900 + place // 50)) for place in range(number)]
        rows += [{**model, "id": f"{PM}:{area}:{year}", "area": area, "period": year} for area, year in places]

    edit_rows(data / "indicators.csv", lambda rows: [row.update(name_en="") for row in rows])
    edit_rows(data / "areas.csv", add_areas)
    edit_rows(data / "observations.csv", add_figures)
    edit_descriptor(folder, without_hashes)
    return bps.load(folder)
