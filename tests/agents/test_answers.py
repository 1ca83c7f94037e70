"""Laws of the tools' answers: small, complete, in both languages, and errors that say what would be right."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.editions import VISITS, both_editions
from tests.support.libraries import require

import beijing_public_services as bps
from beijing_public_services.agents.arguments import explain
from beijing_public_services.agents.server import call
from beijing_public_services.agents.sizes import bytes_of
from beijing_public_services.agents.tools import TOOLS

PM = "environment.pm2_5_annual_mean"
INVESTMENT = "infrastructure.fixed_asset_investment"
ROUTES = "infrastructure.dedicated_bus_routes_launched"
SMALL = 4_000  # bytes
EXAMPLES: dict[str, dict[str, Any]] = {
    "search_indicators": {"query": "北京"},
    "get_indicator": {"indicator": PM},
    "verify_claim": {"indicator": ROUTES, "claim": "352"},
    "verify_text": {"text": "Forest coverage reached 45.9%. 30.5 degrees. " * 40},
    "list_statements": {},
    "cite": {"id": f"{PM}:CN-BJ:2024", "style": "bibtex"},
}


def answer(tool: str, package: bps.DataPackage | None = None, **arguments: Any) -> Any:
    """Return what a tool answers on a package, by default the bundled one."""
    return call(package or bps.bundled(), tool, arguments)


@pytest.mark.parametrize("tool", TOOLS, ids=lambda tool: tool.name)
def test_an_answer_follows_the_schema_of_its_tool(tool: Any) -> None:
    """What a tool answers is valid against its output schema, and holds no property beside those of the schema."""
    validator = require("jsonschema").Draft202012Validator
    validator.check_schema(tool.output)
    validator.check_schema(tool.input_schema())
    for full in (False, True):
        given = answer(tool.name, **EXAMPLES[tool.name], full=full)
        validator(tool.output).validate(given)
        assert {*given} <= {*tool.output["properties"]}
        for row in given.get("items", ()):
            assert {*row} <= {*tool.output["properties"]["items"]["items"]["properties"]}


@pytest.mark.parametrize("tool", EXAMPLES)
def test_an_answer_is_small_unless_it_is_asked_for_in_full(tool: str) -> None:
    """An answer takes less than 4 kB, as JSON in UTF-8; in full it takes at most 60 kB."""
    assert bytes_of(answer(tool, **EXAMPLES[tool])) < SMALL
    assert bytes_of(answer(tool, **EXAMPLES[tool], full=True)) <= 60_000


@pytest.mark.slow
def test_the_answer_on_every_indicator_is_small() -> None:
    """No indicator, claim about it or search for it has an answer of 4 kB."""
    for each in bps.indicators():
        for area in {one.area for one in each.observations}:
            assert bytes_of(answer("get_indicator", indicator=each.id, area=area)) < SMALL
        assert bytes_of(answer("verify_claim", indicator=each.id, claim=each.observations[0].printed)) < SMALL
        assert bytes_of(answer("search_indicators", query=each.name_zh)) < SMALL


def test_an_answer_stays_small_on_a_package_of_long_texts() -> None:
    """Texts and lists of any length are cut, so that an answer takes less than 4 kB on any package."""
    long = "长" * 5_000
    figure = bps.bundled().indicator(ROUTES).observation()
    checks = tuple(
        each.replace(note=long, source=each.source.replace(id=f"s{number}", title=long))
        for number, each in enumerate(figure.cross_checks * 20)
    )
    figure = figure.replace(note=long, printed=figure.printed, cross_checks=checks)
    indicator = bps.bundled().indicator(ROUTES).replace(definition=long, name_zh=long, observations=(figure,) * 5)
    package = bps.bundled().replace(indicators=(indicator,), _by_id={ROUTES: indicator})
    for tool in ("get_indicator", "verify_claim"):
        assert bytes_of(answer(tool, package, **{**EXAMPLES[tool], "indicator": ROUTES})) < SMALL
        assert bytes_of(answer(tool, package, **{**EXAMPLES[tool], "indicator": ROUTES}, full=True)) <= 60_000


@pytest.mark.parametrize(
    ("tool", "arguments"),
    [
        ("get_indicator", {"indicator": PM}),
        ("search_indicators", {"query": "rate"}),
        ("list_statements", {"kind": "instrument"}),
        ("verify_text", {"text": "Forest coverage reached 45.9% and 44.9%. " * 10}),
    ],
)
def test_the_pages_hold_each_item_once(tool: str, arguments: dict[str, Any]) -> None:
    """From page to page by `next_offset`, all items come, in the order of the answer in full; then the pages end."""
    items: list[Any] = []
    offset: int | None = 0
    while offset is not None:
        given = answer(tool, **arguments, offset=offset)
        assert given["items"]
        assert {each["source"] for each in given["items"] if "source" in each} <= {*given["sources"]}
        items += given["items"]
        offset = given["next_offset"]
    key = "start" if tool == "verify_text" else "id"
    whole = answer(tool, **arguments, full=True)["items"]
    assert [each[key] for each in items][: len(whole)] == [each[key] for each in whole]
    assert len(items) == answer(tool, **arguments)["total"]
    assert answer(tool, **arguments, offset=10**6)["items"] == []


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        ("science_technology.global_innovation_hubs_index_rank:CN-BJ:2024", {"en": "rank 3", "zh": "第3位"}),
        ("employment_social_security.new_urban_employment:CN-BJ:2024", {"en": "284,000 people", "zh": "284,000人"}),
    ],
)
def test_a_reading_is_worded_as_everywhere(figure: str, words: dict[str, str]) -> None:
    """A rank is read as a place, and a counted noun stands in the plural."""
    items = answer("get_indicator", indicator=figure.partition(":")[0])["items"]
    assert [each["reading"] for each in items if each["id"] == figure] == [words]


def test_a_figure_carries_what_a_reader_needs() -> None:
    """A figure comes with bound, period, place, paragraph and source; with words in both languages; with a citation."""
    given = answer("get_indicator", indicator=INVESTMENT)
    figure = given["items"][0]
    assert figure["id"] == given["headline"]
    assert (figure["bound"], figure["possible_values"]) == ("gt", "(900000000000, ∞)")
    assert figure["reading"] == {"en": "more than 900,000,000,000 CNY", "zh": "超过900,000,000,000元"}
    assert figure["locator"]
    assert given["sources"][figure["source"]]["title"]
    assert all(INVESTMENT in text for text in given["citation"].values())
    assert "section" in given["citation"]["en"]
    assert "节" in given["citation"]["zh"]


def test_a_disputed_figure_says_who_speaks_against_it() -> None:
    """A dispute and a question come with the publisher, its figure, its grade and how it was seen, in every tool."""
    for figure in (
        answer("get_indicator", indicator=ROUTES)["items"][0],
        answer("verify_claim", indicator=ROUTES, claim=352)["figure"],
    ):
        assert figure["disputed"]
        assert figure["questioned"]
        assert [(each["printed"], each["grade"], each["seen_as"]) for each in figure["spoken_against_by"]] == [
            ("over 350", "A", "original"),
            ("352条", "C", "copy"),
        ]
    found = answer("search_indicators", query="dedicated bus routes")["items"][0]["headline"]
    assert (found["disputed"], found["questioned"]) == (True, True)


def test_verdicts_are_those_of_the_library() -> None:
    """A claim, as a number or a text, has the verdict of `verify`; a dropped bound is a mismatch."""
    given = answer("verify_claim", indicator=INVESTMENT, claim="900 billion yuan")
    assert (given["status"], given["diagnosis"], given["figure"]["bound"]) == ("mismatch", "bound_dropped", "gt")
    assert answer("verify_claim", indicator=PM, claim=30.5)["status"] == "match"
    other = answer("verify_claim", indicator=PM, claim="38 µg/m3")
    assert (other["diagnosis"], other["value_belongs_to"]["id"]) == ("other_area", f"{PM}:CN-TJ:2024")
    none = answer("verify_claim", indicator=PM, claim="30.5", period="1999")
    assert (none["status"], none["reason"]) == ("cannot_verify", "no_figure")
    assert "figure" not in none


def test_a_passage_counts_its_figures() -> None:
    """Each figure of a text has a verdict or the reason why not, in the text's order; the counts cover all pages."""
    text = "In 2024 PM2.5 was 30.5 µg/m3. Forest coverage rate reached 45.9%. Someone ate 7 apples."
    given = answer("verify_text", text=text)
    assert [(each["text"], each["status"]) for each in given["items"]] == [
        ("30.5 µg/m3", "match"),
        ("45.9%", "mismatch"),
        ("7", "passed_over"),
    ]
    assert given["counts"] == {"match": 1, "mismatch": 1, "passed_over": 1}


@pytest.mark.parametrize(
    ("tool", "arguments", "words"),
    [
        ("get_indicator", {"indicator": "environment.pm25"}, [PM]),
        ("get_indicator", {"indicator": "细颗粒物"}, [PM]),
        ("get_indicator", {"indicator": "../../etc/passwd"}, ["search_indicators"]),
        ("get_indicator", {"indicator": PM, "area": "CN-BX"}, ["CN-BJ"]),
        ("get_indicator", {"indicator": PM, "period": "last year"}, ["2024"]),
        ("get_indicator", {}, ["argument indicator", "found nothing"]),
        ("get_indicator", {"indicator": " "}, ["white space"]),
        ("get_indicator", {"indicator": 5}, ["type integer", "expected a text"]),
        ("get_indicator", {"indicator": ["a"]}, ["type array"]),
        ("get_indicator", {"indicatr": PM}, ["'indicatr'", "indicator"]),
        ("get_indicator", {"indicator": PM, "full": "yes"}, ["true or false"]),
        ("get_indicator", {"indicator": PM, "offset": -1}, ["argument offset"]),
        ("get_indicator", {"indicator": PM, "offset": True}, ["a whole number"]),
        ("search_indicators", {"query": "x" * 201}, ["201 characters", "at most 200"]),
        ("search_indicators", {"query": "air", "domain": "enviroment"}, ["environment"]),
        ("verify_claim", {"indicator": PM, "claim": True}, ["a text or a number"]),
        ("verify_claim", {"indicator": PM, "claim": float("nan")}, ["argument claim"]),
        ("verify_claim", {"indicator": PM, "claim": 10**5000}, ["argument claim"]),
        ("verify_claim", {"indicator": PM, "claim": "5", "category": "nowhere"}, ["argument category"]),
        ("verify_text", {"text": "5" * 20_001}, ["20,001 characters", "at most 20,000"]),
        ("verify_text", {"text": "5%", "published": "soon"}, ["argument published", "2025"]),
        ("verify_text", {"text": "5%", "default_area": "Peking"}, ["argument default_area"]),
        ("list_statements", {"kind": "plan"}, ["instrument"]),
        ("list_statements", {"domain": "air"}, ["argument domain"]),
        ("cite", {"style": "mla"}, ["apa"]),
        ("cite", {"language": "fr"}, ["en, zh"]),
        ("cite", {"id": f"{PM}:CN-BJ:1899"}, [f"{PM}:CN-BJ:"]),
        ("cite", {"id": PM}, ["full=true", "one language", f"{PM}:CN-BJ:2024"]),
        ("sum", {}, ["search_indicators"]),
    ],
)
def test_an_error_says_what_would_be_right(tool: str, arguments: dict[str, Any], words: list[str]) -> None:
    """What does not fit is refused with the argument, what was found and what was expected, on one line."""
    with pytest.raises(bps.BeijingPublicServicesError) as caught:
        call(bps.bundled(), tool, arguments)
    assert [word for word in words if word not in str(caught.value)] == []
    assert "\n" not in str(caught.value)


def test_a_former_id_is_followed_and_named() -> None:
    """An id that has a successor is taken for it, without a warning, and the answer says so."""
    alias = next(each for each in bps.bundled().aliases if each.kind == "indicator" and each.fate == "renamed")
    given = answer("get_indicator", indicator=alias.id)
    assert given["id"] == alias.successor
    assert alias.id in given["renamed"][0]


ODD = st.text(st.characters() | st.sampled_from("\x00\x1b\u202e\ud800%亿0123456789../"), max_size=250)
ANYTHING = st.none() | st.booleans() | st.integers() | st.floats() | ODD | st.lists(ODD, max_size=2)


@given(tool=st.sampled_from(TOOLS), data=st.data())
def test_any_argument_gives_an_answer_or_an_error_of_ours(tool: Any, data: st.DataObject) -> None:
    """Whatever is given, a tool answers with JSON that is small and can be sent, or refuses in a sentence."""
    arguments = data.draw(st.fixed_dictionaries({}, optional={each.name: ANYTHING for each in tool.arguments}))
    arguments |= {name: value for name, value in EXAMPLES[tool.name].items() if name not in arguments}
    try:
        given = call(bps.bundled(), tool.name, {**arguments, "full": False})
    except bps.BeijingPublicServicesError as error:
        text = explain(error)
    else:
        text = json.dumps(given, ensure_ascii=False, allow_nan=False)
    assert len(text.encode()) < SMALL + 500
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", text)


def test_another_package_is_served_like_the_bundled_one(tmp_path: Any) -> None:
    """Every tool works on a package of one's own, also on one without figures, statements and titles."""
    package = bps.load(bps.new_package(tmp_path / "mine"))
    assert answer("search_indicators", package, query="air")["total"] == 0
    assert answer("list_statements", package)["items"] == []
    assert answer("verify_text", package, text="PM2.5 was 30.5 µg/m3.")["counts"] in ({"passed_over": 1}, {})
    assert answer("cite", package)["citation"]["en"]
    with pytest.raises(bps.BeijingPublicServicesError, match="no indicator"):
        answer("get_indicator", package, indicator=PM)


def test_a_restated_figure_names_the_later_one(tmp_path: Any) -> None:
    """A figure that a later report prints anew says so, and the citation of a search names both reports."""
    package = bps.load(both_editions(tmp_path / "yunzhou"))
    items = answer("get_indicator", package, indicator=VISITS)["items"]
    later = next(each["id"] for each in items if each["period"] == "2030" and not each.get("superseded_by"))
    assert [each["superseded_by"] for each in items if each.get("superseded_by")] == [later]
    cited = answer("search_indicators", package, query="visits")["citation"]["en"]
    assert all(each.title in cited for each in package.sources if each.kind == "report")
