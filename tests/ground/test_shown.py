"""Laws of what a terminal and a notebook show: bounded, escaped, without colours, with all that a figure needs."""

from __future__ import annotations

import pickle
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import beijing_public_services as bps
from beijing_public_services._html import MOST_ROWS, Html, link, rows_html, text
from beijing_public_services._record import Records
from beijing_public_services._shown import MOST_LINES

if TYPE_CHECKING:
    from collections.abc import Callable

RATE = "employment_social_security.urban_surveyed_unemployment_rate"
PM: Literal["environment.pm2_5_annual_mean"] = "environment.pm2_5_annual_mean"
LISTS: dict[str, Callable[[], Any]] = {
    "indicators": bps.indicators,
    "by_domain": lambda: bps.by_domain("environment"),
    "search": lambda: bps.search("wage"),
    "statements": bps.statements,
    "search_statements": lambda: bps.search_statements("plan"),
    "domains": bps.domains,
    "observations": lambda: bps.bundled().observations,
    "sources": lambda: bps.bundled().sources,
    "figures of an indicator": lambda: bps.bundled().indicator(PM).observations,
    "series": lambda: bps.bundled().indicator(PM).series(),
    "disputes": lambda: bps.bundled().indicator(RATE).observation().disputes,
    "verdicts": lambda: bps.verify_text("Forest coverage rate reached 44.9%.").verdicts,
    "a part": lambda: bps.indicators()[:30],
}
RECORDS: dict[str, Callable[[], Any]] = {
    "indicator": lambda: bps.bundled().indicator(RATE),
    "indicator without a headline": lambda: bps.get_indicator("employment_social_security.median_monthly_pay"),
    "observation": lambda: bps.bundled().indicator(RATE).observation(),
    "best": lambda: bps.bundled().indicator(RATE).best(),
    "verdict": lambda: bps.verify("infrastructure.fixed_asset_investment", "900 billion yuan"),
    "unread claim": lambda: bps.verify(PM, "nothing at all"),
    "statement": lambda: bps.statements("instrument")[0],
    "passage": lambda: bps.verify_text("Forest coverage rate reached 44.9%; something rose by 3%."),
    "citation": lambda: bps.cite(PM),
    "release": bps.cite,
    "package": bps.bundled,
    "source": lambda: bps.bundled().sources[0],
}
HOSTILE = "<script>alert(1)</script><b onmouseover='x'>&\"\x1b[31m\u202e"


class Reader(HTMLParser):
    """Reads HTML: the elements in it, those that stay open, and the text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()
        self.attributes: set[str] = set()
        self.words = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.attributes |= {name for name, _ in attrs}
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


def read(shown: Any) -> Reader:
    """Read what a notebook shows of a value."""
    return Reader(shown._repr_html_())


def with_texts(value: str, address: str = "") -> bps.Observation:
    """A figure that no package holds, with a text in every place that takes one."""
    source = bps.Source(
        id=value, kind="publication", title=value, publisher=value, published=value, url=address, grade="C", note=value
    )
    check = bps.CrossCheck(
        observation=value, source=source, verdict="differs", printed=value, value=1, unit="", note=""
    )
    return bps.Observation(
        id=value, indicator=value, area=value, period=value, category=value, value=5, unit=value, printed=value,
        source=source, note=value, bound="gt",
        cross_checks=(check,),
    )  # fmt: skip


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_a_tuple(name: str) -> None:
    """What functions return is a tuple, equal to one of the same records, hashed and pickled like it."""
    listed = LISTS[name]()
    assert isinstance(listed, tuple)
    assert listed == tuple(listed)
    assert hash(listed) == hash(tuple(listed))
    assert tuple(pickle.loads(pickle.dumps(listed[:2]))) == tuple(listed)[:2]
    assert isinstance(listed[:2], Records)
    assert listed[0] is next(iter(listed))


@pytest.mark.parametrize("name", LISTS)
def test_a_list_says_how_much_it_does_not_show(name: str) -> None:
    """A terminal and a notebook show the first records of a list, and say how many more there are."""
    listed = LISTS[name]()
    lines = repr(listed)
    if len(listed) > MOST_LINES:
        assert lines.endswith(f"\n … {len(listed) - MOST_LINES} more)")
    else:
        assert lines == repr(tuple(listed))
    assert len(lines) < 2000
    shown = read(listed)
    assert shown.open == []
    assert (f"{len(listed) - MOST_ROWS} more rows are not shown." in shown.words) == (len(listed) > MOST_ROWS)
    assert listed._repr_html_().count("<tr>") <= MOST_ROWS + 1


@pytest.mark.parametrize("name", RECORDS)
def test_a_record_is_shown_whole_and_bounded(name: str) -> None:
    """A record is one line on a terminal, and in a notebook HTML without open elements, colours or scripts."""
    record = RECORDS[name]()
    assert len(repr(record)) < 200
    html = record._repr_html_()
    shown = Reader(html)
    assert shown.open == []
    assert len(html) < 20_000
    assert not re.search(r"color|background|<style|<script|<img", html)
    assert shown.attributes <= {"style", "href", "rel", "scope"}


def test_a_figure_is_shown_with_all_that_it_needs() -> None:
    """An indicator and its figure show bound, printed text, range, source and what disputes it."""
    for shown in (read(bps.bundled().indicator(RATE)), read(bps.bundled().indicator(RATE).observation())):
        for words in ("5.1%", "[5.05, 5.15)", "Disputed by", "4.1%", "北京市统计局", "城镇调查失业率"):
            assert words in shown.words
    investment = read(bps.get_indicator("infrastructure.fixed_asset_investment").observation())
    for words in ("> 900,000,000,000 CNY", "超过9000亿元", "(900000000000, ∞)", "s4.p1"):
        assert words in investment.words
    assert 'href="https://' in bps.bundled().indicator(PM).observation()._repr_html_()
    assert "disputed: 北京市统计局 prints 4.1%" in read(bps.bundled().indicator(RATE).observations).words


def test_a_changed_copy_of_a_figure_shows_the_change() -> None:
    """A copy with another place, unit or indicator is shown with those, and never under the names of the original."""
    figure = bps.bundled().indicator(PM).observation()
    assert "CN-TJ" in read(figure.replace(area="CN-TJ")).words
    assert "30.5 mg/m3" in read(figure.replace(unit="mg/m3")).words
    other = read(figure.replace(indicator="a.b", id="a.b:CN-BJ:2024")).words
    assert "PM2.5" not in other
    assert "a.b:CN-BJ:2024" in other


def test_a_verdict_is_shown_with_its_figure() -> None:
    """A verdict shows the claim, the finding and the published figure with its source."""
    words = read(RECORDS["verdict"]()).words
    for each in ("✗ mismatch: bound dropped", "900 billion yuan", "超过9000亿元", "Only a bound or a range is printed"):
        assert each in words
    words = read(RECORDS["passage"]()).words
    for each in ("44.9%", "match", "Passed over", "No indicator of the package is named beside it."):
        assert each in words


def test_a_citation_is_shown_to_copy() -> None:
    """A citation shows its text for people, and the form for reference managers to unfold."""
    citation = bps.cite(PM + ":CN-BJ:2024")
    words = read(citation).words
    assert all(line in words for line in citation.text("apa").split("\n"))
    assert "@dataset{" in words or "@misc{" in words


def test_an_empty_search_says_why() -> None:
    """A search without results shows what the package says of the word, and words to try."""
    assert "The report prints no figure of the gross domestic product." in read(bps.search("GDP")).words
    results = bps.SearchResults((), suggestions=["pm2.5"])
    assert "Words to try instead: pm2.5." in read(results).words


def test_what_all_rows_share_stands_once() -> None:
    """The indicator and the place of a series stand above its rows, not in each."""
    words = read(bps.bundled().indicator(PM).series()).words
    assert words.count("PM2.5 annual mean concentration") == 1
    assert words.count("Beijing") == 1


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//x", ' https://x"onclick="y'])
def test_hostile_texts_stay_text(address: str) -> None:
    """Nothing in a package becomes an element, an attribute, a script address or a control character."""
    figure = with_texts(HOSTILE, address)
    statement = bps.statements()[0].replace(name_en=HOSTILE, name_zh=HOSTILE, note=HOSTILE, source=figure.source)
    indicator = bps.indicators()[0].replace(
        name_en=HOSTILE, name_zh=HOSTILE, definition=HOSTILE, observations=(figure, figure.replace(area="b"))
    )
    for shown in (figure, statement, indicator, figure.source, *figure.disputes, bps.verify(PM, HOSTILE)):
        for html in (shown._repr_html_(), Records([shown, shown.replace()])._repr_html_()):
            reader = Reader(html)
            assert reader.seen <= {
                "div",
                "table",
                "thead",
                "tbody",
                "tr",
                "th",
                "td",
                "strong",
                "span",
                "code",
                "br",
                "a",
            }
            assert reader.attributes <= {"style", "href", "rel", "scope"}
            assert not re.search(r'href="(?!https?://)', html)
            assert "\x1b" not in html
            assert "\u202e" not in html


@given(st.text())
def test_any_text_reads_back(cell: str) -> None:
    """A text with nothing to hide reads back from HTML as it is."""
    if cell.isprintable() and "::" not in cell and "##" not in cell:
        assert Reader(f"<p>{text(cell)}</p>").words == cell


def test_cells_are_bounded() -> None:
    """A long cell ends in an ellipsis, and an empty column or an empty list takes no place."""
    html = rows_html([{"a": "x" * 5000, "b": "", "c": ()}], 1)
    assert "x…" in html
    assert len(html) < 1000
    assert Reader(html).words.startswith("a")
    assert ">b<" not in html
    assert "no rows" in rows_html([], 0)
    assert link("ftp://x", "there") == "there"
    assert text((Html("<b>1</b>"), None, True)) == "<b>1</b><br><br>yes"
