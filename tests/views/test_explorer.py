"""Laws of the explorer's page as a text: it holds everything, fetches nothing, and no package can break out of it."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from functools import cache
from hashlib import sha256
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest
from tests.support.explorer import hostile_package, run_scripts
from tests.support.histories import put, release

import beijing_public_services as bps
from beijing_public_services.api.explorer import READING_DAY, STYLES
from beijing_public_services.citation.citation import cite
from beijing_public_services.model.wording import name
from beijing_public_services.views.charts.theme import PALETTES
from beijing_public_services.views.explorer.citations import ID
from beijing_public_services.views.explorer.listing import text
from beijing_public_services.views.explorer.words import WORDS

if TYPE_CHECKING:
    from pathlib import Path

LIMIT = 1_500_000
WEB = ("http://", "https://")
FETCHING = {"src", "srcset", "action", "formaction", "poster", "data", "background", "ping", "manifest"}


class Reader(HTMLParser):
    """What a page holds: its elements with their attributes, the ids, and the text of its scripts and styles."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.raw: dict[str, list[str]] = {"script": [], "style": []}
        self.open = ""
        self.words: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {key: value or "" for key, value in attrs}))
        self.open = tag
        if tag in self.raw:
            self.raw[tag].append("")

    def handle_endtag(self, tag: str) -> None:
        self.open = ""

    def handle_data(self, data: str) -> None:
        if self.open in self.raw:
            self.raw[self.open][-1] += data
        else:
            self.words.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"found a comment: {data:.100}")


@cache
def written() -> str:
    """The explorer of the bundled package."""
    return bps.explorer_html()


@cache
def page() -> Reader:
    """What it holds."""
    return Reader(written())


def data(reader: Reader) -> Any:
    """What the page holds for its script."""
    return json.loads(reader.raw["script"][0])


def policy_of(reader: Reader) -> str:
    """The content security policy of a page."""
    (policy,) = (attributes["content"] for tag, attributes in reader.elements if "http-equiv" in attributes)
    return policy


def is_sealed(reader: Reader) -> None:
    """Assert that the page holds the scripts it should, runs no other, and fetches nothing."""
    assert [attributes for tag, attributes in reader.elements if tag == "script"] == [
        {"type": "application/json", "id": "data"},
        {},
    ]
    (style,), (_, script) = reader.raw["style"], reader.raw["script"]
    for kind, source in (("style", style), ("script", script)):
        assert f"{kind}-src 'sha256-{b64encode(sha256(source.encode()).digest()).decode()}'" in policy_of(reader)
    assert policy_of(reader).startswith("default-src 'none'; ")
    for tag, attributes in reader.elements:
        assert not FETCHING & attributes.keys(), (tag, attributes)
        assert not [each for each in attributes if each.startswith("on") or each == "style"], (tag, attributes)
        assert tag not in ("iframe", "object", "embed", "base", "form") or attributes.get("id") == "search"
        if "href" in attributes:
            assert attributes["href"].startswith(("#", *WEB, "data:image/svg+xml,")), attributes


def test_the_colours_are_those_of_the_charts() -> None:
    """A series has the same colour on the page and in a picture, in light and in dark."""
    style = Reader(bps.explorer_html()).raw["style"][0]
    found = [re.findall(r"--s\d: (#\w+);", line) for line in style.splitlines() if "--s0:" in line]
    light, dark = ([each.lower() for each in PALETTES[theme].series] for theme in ("light", "dark"))
    assert found == [light, dark, dark]


def test_the_page_needs_no_other_file() -> None:
    """The page fetches nothing, and its policy lets only its own script and style in."""
    is_sealed(page())


def test_the_page_is_small() -> None:
    """The explorer of the bundled package stays below a megabyte and a half, and is the same each time."""
    assert len(written().encode()) < LIMIT
    assert written() == bps.explorer_html()


def test_each_id_stands_once() -> None:
    """The page has no id twice, and has that of each indicator and figure for browsers without scripts."""
    ids = [attributes["id"] for _, attributes in page().elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    assert {each.id for each in bps.indicators()} <= set(ids)
    assert {each.id for each in bps.bundled().observations} <= set(ids)


def test_the_list_is_readable_without_scripts() -> None:
    """Each indicator is listed under its names, with a link to its id, and each figure as it is printed."""
    links = {attributes.get("href") for tag, attributes in page().elements if tag == "a"}
    words = "\n".join(page().words)
    for indicator in bps.indicators():
        assert f"#{indicator.id}" in links
        assert {name(indicator, "zh"), name(indicator, "en")} <= set(page().words)
        for figure in indicator.observations:
            assert figure.printed in words


def test_the_citations_are_those_of_cite() -> None:
    """Each citation, put together again from its pieces, is what `cite` gives."""
    packed = data(page())["citations"]
    assert packed["styles"] == list(STYLES)
    for observation, place in list(zip(bps.bundled().observations, packed["of"], strict=True))[::7]:
        found = [
            "".join(packed["pieces"][piece] for piece in packed["texts"][number])
            .replace(ID.replace("_", r"\_"), observation.id.replace("_", r"\_"))
            .replace(ID, observation.id)
            for number in packed["places"][place]
        ]
        cited = cite(bps.bundled(), observation, accessed=READING_DAY)
        languages: tuple[bps.Language, ...] = ("zh", "en")
        assert found == [cited.text(style, language) for style in STYLES for language in languages]


def test_every_figure_is_in_the_data() -> None:
    """The data hold each figure with its printed form, its value, its bound and the ends of its interval."""
    indicators = data(page())["indicators"]
    shown = {f"{each['id']}{figure['id']}": figure for each in indicators for figure in each["figures"]}
    for each in bps.bundled().observations:
        found, interval = shown[each.id], each.interval
        assert (found["printed"], found["value"]) == (each.printed, f"{each.decimal:f}")
        assert found.get("bound", "exact") == each.bound
        assert found.get("disputed", False) == each.disputed
        ends = ["" if end is None else f"{end:f}" for end in (interval.lower, interval.upper)]
        point = [found["value"], found["value"], True, True]
        assert found.get("interval", point) == [*ends, interval.lower_closed, interval.upper_closed]


def test_every_word_is_in_both_languages() -> None:
    """Each word of the page has a Chinese and an English text with the same places to fill."""
    import re

    for chinese, english in WORDS.values():
        assert chinese
        assert english
        assert set(re.findall(r"{\w+}", chinese)) == set(re.findall(r"{\w+}", english))


def test_a_hostile_package_stays_text(package_copy: Path) -> None:
    """No text of a package becomes markup, a script, an event handler or an address that is run."""
    reader = Reader(bps.explorer_html(hostile_package(package_copy)))
    is_sealed(reader)
    bundled = [tag for tag, _ in page().elements if tag != "a"]  # a source without an address has no link
    assert [tag for tag, _ in reader.elements if tag != "a"] == bundled
    assert "</script><script>" in data(reader)["indicators"][0]["en"]


@pytest.mark.parametrize("value", ["<script>", "a & b", '"quoted"', "it's"])
def test_a_text_is_escaped(value: str) -> None:
    """A text in an element or an attribute reads as it was written, and opens or closes nothing."""
    reader = Reader(f'<p title="{text(value)}">{text(value)}</p>')
    assert reader.elements == [("p", {"title": value})]
    assert reader.words == [value]


def test_a_package_in_one_language_has_its_names() -> None:
    """A name in one language only stands in for the other, in the list as in the figures."""
    package = release("1.0.0", put("areas", {"id": "CN-BJ"}, name_en=""))
    assert package.observations
    reader = Reader(bps.explorer_html(package))
    assert "Beijing" not in reader.words
    assert ["CN-BJ", "北京", ""] in data(reader)["areas"]


def test_the_page_is_written_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`explore` writes the page and opens it; a file that is there is replaced only if asked."""
    bps.new_package(tmp_path / "empty")
    package = bps.load(tmp_path / "empty")
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    target = tmp_path / "my explorer.html"
    assert bps.explore(package, target) == target
    assert opened == [target.resolve().as_uri()]
    with pytest.raises(bps.OverwriteError):
        bps.explore(package, target, open_browser=False)
    assert bps.explore(package, target, open_browser=False, overwrite=True) == target
    assert len(opened) == 1


SEARCH = ("fold.js", "difflib.js", "search.js")
FIND = """learnTraditional(value.data.traditional);
const index = makeIndex(value.data);
const answers = value.queries.map((each) => {
  const { found, suggestions, note } = findIndicators(index, each);
  return [found.map(({ id }) => id), suggestions, note];
});
console.log(JSON.stringify(answers));"""
QUERIES = [
    *("", "  ", "?", "GDP", "gdp per capita", "Beijing", "北京市", "天津", "Tianjin PM2.5", "air quality Hebei"),
    *(
        "PM 2.5",
        "PM₂.₅",
        "ＰＭ２.５",
        "pm25",
        "PM-10",
        "pm_10",
        "細顆粒物",
        "细颗粒物 河北",
        "地铁 长度",
        "轨道交通  长度 北京",
        "地铁",
        "metro",
        "the of",
        "的",
    ),
    *(
        "unemployement",
        "metro lenght",
        "schol",
        "失业律",
        "轨到交通",
        "infrastr",
        "kindergartens",
        "cities",
        "2024",
        "93",
        "metro length 2024",
        "2024年 地铁",
        "Tianjin 2024",
        "smog 2013 Hebei",
        "metro 1066",
        "pm2.5 20245",
        "how long is the metro",
        "How big is the green space?",
        "地铁有多长？",
        "北京地鉄多长",
        "请问2024年天津的PM2.5是多少",
        "有多少",
    ),
    *("software pay", "京津冀", "environment.pm2_5_annual_mean", "pm2_5_annual_mean", "Größe", "İstanbul", "a" * 250),
]


EACH = pytest.mark.parametrize("step", [18, pytest.param(1, marks=pytest.mark.slow)])  # of so many, one is tried


def _queries(step: int) -> list[str]:
    """Searches of every kind: names and keywords whole, cut short, misspelt, with a place, and some of no sense."""
    found = list(QUERIES)
    for place, indicator in enumerate(bps.indicators()[::step]):
        for each in (indicator.name_zh, indicator.name_en):
            cut = place % len(each)
            found += [each, each[:4], each[:cut] + each[cut + 1 :], f"{each} 天津"]
        found += [indicator.id, *indicator.keywords]
    return found


@EACH
def test_the_page_searches_as_the_library_does(step: int) -> None:
    """The script finds what `search` finds, in the same order, with the same suggestions and notes."""
    queries = _queries(step)
    answers = run_scripts(SEARCH, FIND, {"data": data(page()), "queries": queries})
    for query, answer in zip(queries, answers, strict=True):
        expected = bps.search(query)
        assert answer == [[each.id for each in expected], list(expected.suggestions), expected.note], query


FIND_STATEMENTS = """learnTraditional(value.data.traditional);
const index = makeStatementIndex(value.data);
console.log(JSON.stringify(value.queries.map((each) => findStatements(index, each).map(([id]) => id))));"""


@EACH
def test_the_page_searches_statements_as_the_library_does(step: int) -> None:
    """The script finds the statements that `search_statements` finds, in the same order."""
    queries = list(QUERIES)
    for place, statement in enumerate(bps.statements()[::step]):
        queries += [
            (statement.id, statement.name_zh, statement.name_en, statement.issuer)[place % 4],
            statement.name_zh[:2],
        ]
    answers = run_scripts(SEARCH, FIND_STATEMENTS, {"data": data(page()), "queries": queries})
    for query, answer in zip(queries, answers, strict=True):
        assert answer == [each.id for each in bps.search_statements(query)], query


@pytest.mark.slow
def test_the_page_folds_as_the_library_does() -> None:
    """The script brings every character that this Python knows into the same spelling, but for Cherokee's cases."""
    from unicodedata import category, name, normalize

    from beijing_public_services.datapackage.search_index import fold

    known = [chr(code) for code in range(0x110000) if category(chr(code)) not in ("Cn", "Cs")]
    characters = [each for each in known if "CHEROKEE" not in name(normalize("NFKC", each)[0], "")]
    body = "learnTraditional(value.traditional); console.log(JSON.stringify(value.characters.map(fold)));"
    value = {"traditional": data(page())["traditional"], "characters": characters}
    folded = run_scripts(("fold.js",), body, value)
    different = [each for each, mine in zip(characters, folded, strict=True) if fold(each) != mine]
    assert different == []


SHOW = """const show = ([unit, number, bound, word, isChange, printed, upper]) => ["zh", "en"].map((language) => {
  const choice = unitChoices(value.units[unit], [number], number, language, isChange)[0];
  return shownValue({ value: number, upper, bound, printed }, choice, language, word[language === "zh" ? 0 : 1]);
});
const answers = value.headlines.map(show);
console.log(JSON.stringify(answers));"""


def test_the_page_shows_values_as_the_list_does() -> None:
    """The script words each headline as the list does, which is there before the script runs."""
    from beijing_public_services.model.labels import LABELS
    from beijing_public_services.model.short import short_value
    from beijing_public_services.model.wording import CHANGES

    published = bps.bundled().observations
    ranges = [each.replace(bound="between", upper=3 * abs(each.value) + 1) for each in published[::20]]
    figures = [*published, *ranges]
    headlines = [
        [
            each.unit,
            f"{each.decimal:f}",
            each.bound,
            LABELS["bound"][each.bound],
            each.base_kind in CHANGES,
            each.printed,
        ]
        + [f"{each.highest:f}"] * (each.bound == "between")
        for each in figures
    ]
    answers = run_scripts(("numbers.js",), SHOW, {"units": data(page())["units"], "headlines": headlines})
    for each, answer in zip(figures, answers, strict=True):
        unit = bps.bundled().unit(each.unit)
        assert answer == [short_value(each, unit, "zh"), short_value(each, unit, "en")], each.id


CONVERT = """const { units, cases } = value;
const answers = cases.map(([unit, text, key, language]) => {
  const choice = unitChoices(units[unit], [text], text, language, false).find((each) => each.key === key);
  return choice ? shownValue({ value: text, bound: "" }, choice, language, "") : null;
});
console.log(JSON.stringify(answers));"""


@pytest.mark.slow
@pytest.mark.parametrize(
    ("unit", "value", "key", "language", "shown"),
    [
        ("yuan", "915330000000", "亿8", "zh", "9,153.3亿元"),
        ("yuan", "915330000000", "0", "zh", "915,330,000,000元"),
        ("yuan", "915330000000", " billion9", "en", "915.33 billion CNY"),
        ("yuan", "900", "亿8", "zh", None),
        ("km", "879", "=米", "zh", "879,000米"),
        ("mu", "10000", "=公顷", "en", "≈ 666.667 ha"),
        ("mu", "-15", "=平方米", "zh", "-10,000平方米"),
        ("minute", "15", "=小时", "zh", "0.25小时"),
    ],
)
def test_a_value_is_shown_in_another_unit(unit: str, value: str, key: str, language: str, shown: str | None) -> None:
    """A value is scaled and converted exactly, and marked where its digits are rounded."""
    cases = {"units": data(page())["units"], "cases": [[unit, value, key, language]]}
    assert run_scripts(("numbers.js",), CONVERT, cases) == [shown]
