"""Which name, place and time each figure of a row of tokens gets, and what a sentence leaves to the next."""

from __future__ import annotations

from typing import Any

import pytest
from tests.support.prose import row

from beijing_public_services.notation.times import Time
from beijing_public_services.verification.attribution import Attribution
from beijing_public_services.verification.context import UNCLEAR, Context, When
from beijing_public_services.verification.names import Name
from beijing_public_services.verification.paraphrases import Paraphrases
from beijing_public_services.verification.sentence_reader import SentenceReader
from beijing_public_services.verification.subject import Subject

BRIDGES = frozenset(("river", "bridg"))
KNOWN = Paraphrases(
    names=((BRIDGES, "bridges"),),
    texts={"bridges": "bridges", "rail": "rail"},
    units={"bridges": "km", "rail": "km"},
    holding=dict.fromkeys(BRIDGES, (0,)),
    short={"long subway": "rail"},
)
YEAR, BEFORE, OPEN = When(year=2024), When(year=2022), When(clear=False, is_open=True)
PARKS = Subject(text="parks", ids=("parks",), at=-9)
USUAL = {"motion": "", "is_change": False, "place": "CN-BJ", "wide_place": "CN-BJ", "when": When(), "base": ""} | {
    "category": "", "unit": "", "exceeds": False, "action": ""
}  # fmt: skip
RISE = {"motion": "rise", "is_change": True}
TIANJIN = {"place": "CN-TJ", "wide_place": "CN-TJ"}


def reader_of(said: str, context: dict[str, Any], tokens: dict[int, dict[str, Any]], **held: Any) -> SentenceReader:
    """A reader of a row of tokens, where `_` says nothing, in a text and a sentence where this holds."""
    text = Context("CN-BJ", 0)
    for name, value in context.items():
        setattr(text, name, value)
    made = row(*("" if role == "_" else role for role in said.split()))
    for place, held_there in tokens.items():
        made[place] = made[place].__replace__(**held_there)
    reader = SentenceReader(made, text, False, False, KNOWN)
    for name, value in held.items():
        setattr(reader, name, value)
    return reader


def read(said: str, tokens: Any = (), context: Any = (), **held: Any) -> list[Any]:
    """The name of each figure, with what is not usual of it, or the reason why it has none."""
    found: list[Any] = []
    for each in reader_of(said, dict(context), dict(tokens), **held).read():
        if isinstance(each, Attribution):
            unusual = {name: getattr(each, name) for name, value in USUAL.items() if getattr(each, name) != value}
            found.append((each.subject.text, unusual) if unusual else each.subject.text)
        else:
            found.append(f"{each.reason} {each.detail}".strip())
    return found


def quarter(year: int = 0) -> dict[str, Any]:
    """The first quarter as what a token holds."""
    return {"time": Time(start=0, end=1, kind="when", year=year, part="Q1")}


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("_ verb", []),
        ("figure:5km", ["no_name"]),
        ("name:parks figure:5km", ["parks"]),
        ("name:parks verb figure:5km comma name:roads verb figure:7km", ["parks", "roads"]),
        ("denial name:parks figure:5km", ["not_asserted parks"]),
        ("name:parks figure:5km denial", ["not_asserted parks"]),
        ("name:parks unknown figure:5km", ["unclear parks"]),
        ("name:parks rise figure:5km", [("parks", RISE)]),
        ("name:parks rise to figure:5km", [("parks", {"motion": "rise"})]),
        ("name:parks from figure:5km", ["former parks"]),
        ("name:parks figure:5km plan", ["plan parks"]),
        ("name:parks not figure:5km comma figure:7km", ["not_asserted parks", "parks"]),
        ("name:parks figure:5km _ figure:7km", ["parks", "unclear parks"]),
        ("name:parks figure:5km _ figure:7km of category:nurse", ["parks", "unclear parks"]),
        ("name:parks figure:5km _ rise figure:7km", ["parks", ("parks", RISE)]),
        ("name:parks rise figure:5km _ to figure:7km", [("parks", RISE), ("parks", {"motion": "rise"})]),
        ("name:parks rise by figure:5km _ figure:7km", [("parks", RISE)] * 2),
        ("name:parks figure:5km verb figure:5年", ["parks", "parks"]),
        ("name:parks figure:5年 verb figure:5km", ["parks", "parks"]),
        ("name:parks figure:第3位 verb figure:5km", ["parks", "parks"]),
        ("name:parks figure:5km verb figure:第3位", ["parks", "parks"]),
        ("name:parks figure:5km verb @when verb figure:7km", [("parks", {"when": YEAR})] * 2),
        ("name:parks figure:5km verb figure:7km @when", [("parks", {"when": YEAR})] * 2),
        ("figure:5km name:parks", ["parks"]),
        ("figure:5km name:parks comma figure:7km", ["parks", "no_name parks"]),
        ("figure:5km name:parks comma rise figure:7km", ["parks", ("parks", RISE)]),
        ("figure:5km name:parks comma figure:7km name:roads", ["parks", "roads"]),
        ("figure:5% name:parks", ["no_name"]),
        ("figure:5pp name:parks", ["no_name"]),
        ("name:roads figure:5km name:parks", ["roads"]),
        ("name:roads figure:5km of name:parks", ["parks"]),
        ("name:roads comma figure:5km name:parks", ["parks"]),
        ("name:roads unknown figure:5km name:parks", ["parks"]),
        ("figure:5km name:parks verb figure:7km", ["no_name", "parks"]),
        ("figure:第3位 name:parks verb figure:7km", ["parks", "no_name parks"]),
        ("name:parks /passed figure:5km", [("parks", {"exceeds": True})]),
        ("name:parks /passed _ figure:5km", ["parks"]),
        ("figure:5km name:parks /passed", ["parks"]),
        ("name:parks start figure:5km", [("parks", {"action": "start"})]),
        ("start figure:5km name:parks", ["parks"]),
        ("name:parks figure:30.5 /micrograms.", [("parks", {"unit": "ug/m3"})]),
        ("unknown/river unknown/bridge figure:5km", ["bridges"]),
        ("name:parks unknown/river unknown/bridge figure:5km", ["unclear parks"]),
        ("name:parks comma figure:5km unknown/river unknown/bridge", ["parks"]),
        ("name:parks comma figure:5 unknown/river unknown/bridge", ["bridges"]),
        ("name:parks figure:5 unknown/tree", ["unclear parks"]),
        ("name:parks rise figure:5% than place:CN-TJ", ["compared parks"]),
        ("name:parks from figure:5km @when", [("parks", {"when": YEAR})]),
        ("/passed figure:5km name:parks", [("parks", {"exceeds": True})]),
        ("place:CN-BJ unknown/subway /is figure:5km", ["rail"]),
        ("name:parks verb comma unknown/river unknown/bridge figure:5km _ figure:7km", ["bridges", "no_name bridges"]),
    ],
)
def test_a_figure_is_of_the_name_that_governs_it(said: str, found: list[Any]) -> None:
    """A figure is of the name after it, or of the subject, which has one level for each time; or it has a reason."""
    assert read(said) == found


@pytest.mark.parametrize(
    ("lead", "held", "found", "after"),
    [
        (("rise", "by"), {}, RISE, ("rise", "", "rise")),
        (("rise",), {"particle": "to"}, RISE, ("rise", "", "rise")),
        (("to",), {"motion": "rise"}, {"motion": "rise"}, ("rise", "to", "")),
        (("by",), {"last_motion": "fall"}, {"motion": "fall", "is_change": True}, ("", "", "fall")),
        (("fall", "to"), {"motion": "rise"}, {"motion": "fall"}, ("fall", "to", "fall")),
    ],
)
def test_the_words_of_a_figure_say_which_way_it_moved(
    lead: tuple[str, ...], held: dict[str, Any], found: dict[str, Any], after: tuple[str, str, str]
) -> None:
    """The motion and the particle within a figure take the place of those before it."""
    reader = reader_of("figure:5km", {}, {0: {"lead": lead}}, subject=PARKS, subject_segment=0, **held)
    (each,) = reader.read()
    assert isinstance(each, Attribution)
    assert {name: getattr(each, name) for name in RISE} == {"is_change": False} | found
    assert (reader.motion, reader.particle, reader.last_motion) == after


@pytest.mark.parametrize(
    ("said", "tokens", "held", "when"),
    [
        ("name:parks figure:5km @when", {}, {}, YEAR),
        ("@when name:parks figure:5km", {}, {}, YEAR),
        ("name:parks figure:5km @when", {2: quarter()}, {"when": BEFORE}, When(year=2022, part="Q1")),
        ("name:parks figure:5km @when verb @when", {2: quarter()}, {}, When(year=2024, part="Q1")),
        ("name:parks figure:5km verb @when", {}, {}, YEAR),
        ("name:parks figure:5km verb @when comma @when", {}, {}, YEAR),
        ("name:parks figure:5km verb @when comma @when", {3: quarter(2024)}, {}, OPEN),
        ("name:parks figure:5km verb @when", {}, {"when": BEFORE}, BEFORE),
        ("name:parks figure:5km", {}, {"distinct": {YEAR}}, YEAR),
        ("name:parks figure:5km", {}, {"context": {"when": BEFORE, "first_when": BEFORE}}, BEFORE),
        ("name:parks figure:5km verb @when", {}, {"context": {"when": BEFORE, "first_when": BEFORE}}, YEAR),
    ],
)
def test_a_figure_is_of_its_own_time_or_of_the_one_that_holds(
    said: str, tokens: dict[int, Any], held: dict[str, Any], when: When
) -> None:
    """The time after a figure comes first, then the one before it, the only one of the sentence, that of the text."""
    assert read(said, tokens, **held) == ["parks" if when == When() else ("parks", {"when": when})]


def test_a_time_to_come_is_a_plan() -> None:
    """A year that was not over when the text was published is planned, and so is that of a plan of the text."""
    planned = {"when": BEFORE, "first_when": BEFORE, "is_time_planned": True}
    assert read("name:parks figure:5km @when", context={"published": 2024}) == ["plan parks"]
    assert read("name:parks figure:5km", context=planned) == ["plan parks"]
    assert read("@when name:parks figure:5km", context=planned) == [("parks", {"when": YEAR})]
    assert read("name:parks not unknown figure:5km @when", context={"published": 2024}) == ["unclear parks"]


@pytest.mark.parametrize(
    ("said", "held", "found"),
    [
        ("place:CN-TJ name:parks figure:5km", {}, TIANJIN),
        ("name:parks figure:5km /in place:CN-TJ", {}, TIANJIN),
        ("name:parks figure:5km place:CN-TJ", {}, TIANJIN),
        ("place:CN-SH name:parks figure:5km place:CN-TJ", {}, TIANJIN),
        ("name:parks figure:5km place:CN", {}, {}),
        ("name:parks figure:5km _ place:CN", {}, {}),
        ("name:parks figure:5km place:CN /in", {}, {}),
        *(
            (f"name:parks figure:5km /{word} place:CN", {}, {"wide_place": "CN"})
            for word in ("in", "for", "across", "of")
        ),
        ("name:parks figure:5km /in place:CN", {"narrow_where": "CN-TJ"}, {"place": "CN-TJ", "wide_place": "CN"}),
        ("name:parks figure:5km place:CN place:CN-TJ", {}, TIANJIN),
        ("name:parks figure:5km than place:CN-TJ", {}, {}),
        ("name:parks figure:5km open place:CN-TJ close", {}, TIANJIN),
        ("name:parks figure:5km open _ place:CN-TJ close", {}, {}),
        ("name:parks figure:5km _ open place:CN-TJ close", {}, TIANJIN),
        ("name:parks figure:5km _ open _ place:CN-TJ close", {}, {}),
        ("name:parks figure:5km place:CN-TJ/国内", {}, {}),
        ("name:parks figure:5km comma place:CN-TJ", {}, {}),
        ("name:parks figure:5km", {"local_wide": "CN", "where": "CN-SH"}, {"wide_place": "CN"}),
        ("name:parks figure:5km", {"where": "CN"}, {"wide_place": "CN"}),
        ("name:parks figure:5km", {"narrow_where": "CN-TJ"}, {"place": "CN-TJ"}),
        ("name:parks figure:5km", {"context": {"where": "CN-TJ", "first_where": "CN-TJ"}}, TIANJIN),
    ],
)
def test_a_figure_is_of_the_place_after_it_or_of_the_one_that_holds(
    said: str, held: dict[str, Any], found: dict[str, Any]
) -> None:
    """A place after a figure is its own unless it is compared with; the country is only if a word such as `in` says."""
    assert read(said, **held) == [("parks", found) if found else "parks"]


def test_a_dateline_after_a_figure_is_no_place_of_it() -> None:
    """The place of a dateline says where the text is from."""
    place = row("place:CN-TJ")[0].place
    assert place
    assert read("name:parks figure:5km _", {2: {"place": place.__replace__(is_dateline=True)}}) == ["parks"]


@pytest.mark.parametrize(
    ("said", "held", "found"),
    [
        ("_ rise figure:5% yoy", {}, {**RISE, "base": "yoy"}),
        ("_ rise figure:5% _ yoy", {"base": "mom"}, {**RISE, "base": "yoy"}),
        ("_ rise figure:5% comma @base", {"base": "mom"}, {**RISE, "base": "2024"}),
        ("_ rise figure:5%", {"base": "mom"}, {**RISE, "base": "mom"}),
        ("_ figure:5km of category:nurse", {"category": "technician"}, {"category": "nurse"}),
        ("_ figure:5km", {"category": "technician"}, {"category": "technician"}),
        *((f"_ figure:5km {mark} category:nurse", {}, {}) for mark in ("comma", "colon", "close", "and", "name:roads")),
        ("_ figure:5km" + " _" * 14 + " category:nurse", {}, {"category": "nurse"}),
        ("_ figure:5km" + " _" * 15 + " category:nurse", {}, {}),
        ("_ from @when figure:5", {"last_unit": "km"}, {"unit": "km", "when": YEAR}),
        ("_ to figure:5", {"last_unit": "km"}, {"unit": "km"}),
        ("_ figure:5 @when", {"last_unit": "km"}, {"unit": "km", "when": YEAR}),
        ("_ figure:5", {"last_unit": "km"}, {}),
        ("_ figure:5年 @when", {"last_unit": "km"}, {"when": YEAR}),
        ("_ to figure:5 /micrograms", {"last_unit": "km"}, {"unit": "ug/m3"}),
    ],
)
def test_a_figure_takes_base_category_and_unit_from_around_it(
    said: str, held: dict[str, Any], found: dict[str, Any]
) -> None:
    """What stands after a figure comes before what holds; a number takes the last unit only from a former value."""
    assert read(said, subject=PARKS, subject_segment=0, **held) == [("parks", found) if found else "parks"]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "name:parks figure:5km",
            {"news": False, "last_unit": "km", "figures": 1, "consumed": True, "is_fresh": False},
        ),
        ("name:parks rise figure:5km", {"news": True, "particle": ""}),
        ("name:parks rise by figure:5km", {"news": True, "particle": ""}),
        ("name:parks rise to figure:5km", {"news": False, "particle": "to"}),
        ("name:parks to figure:5% /lower", {"particle": ""}),
        ("name:parks growth to figure:5%", {"particle": "to"}),
        ("name:parks figure:5 comma figure:7km in_order", {"consumed": True}),
        ("name:parks by figure:5km", {"news": False, "particle": ""}),
        ("name:parks figure:5年", {"news": True}),
        ("name:parks figure:第3位", {"news": True}),
        ("name:parks not figure:5km", {"news": True, "last_unit": "", "consumed": True}),
        ("name:parks verb figure:5km comma _ figure:7", {"figures": 2, "last_unit": "km"}),
        ("figure:5km name:roads", {"spent": 1, "news": True}),
        ("@when name:parks from @whole figure:5km", {"when": YEAR, "news": True, "particle": ""}),
        ("unknown/river unknown/bridge figure:5km", {"spent": 2, "closed": None}),
    ],
)
def test_a_figure_uses_up_what_was_said(said: str, expected: dict[str, Any]) -> None:
    """After a level nothing is news; after a former value it is, and the time before that holds again."""
    reader = reader_of(said, {}, {})
    reader.read()
    assert {name: getattr(reader, name) for name in expected} == expected


def test_every_figure_is_reported_with_what_it_is_of() -> None:
    """The figures come in the order of the text, each with the name where it stands."""
    found = reader_of("figure:5km name:parks comma figure:7km", {}, {}).read()
    assert [each.found.text for each in found] == ["5km", "7km"]
    assert isinstance(found[0], Attribution)
    assert found[0].subject == Subject(text="parks", ids=("parks",), at=1)


@pytest.mark.parametrize(("is_question", "is_denied"), [(True, False), (False, True)])
def test_a_question_and_a_denied_sentence_assert_nothing(is_question: bool, is_denied: bool) -> None:
    """No figure of a question, or of a sentence that the next one denies, is judged."""
    reader = SentenceReader(row("name:parks", "figure:5km"), Context("CN-BJ", 0), is_question, is_denied, KNOWN)
    assert [getattr(each, "reason", "") for each in reader.read()] == ["not_asserted"]


def test_a_place_that_has_its_own_figure_holds_for_it_only() -> None:
    """A place within a part of a sentence stays an object only while no name governs the figure."""
    for said, is_object in (("figure:5km", True), ("name:parks figure:5km", False)):
        reader = reader_of(said, {}, {}, is_object=True)
        reader.read()
        assert reader.is_object is is_object


def test_a_part_of_a_stock_is_not_the_stock() -> None:
    """A bare name after a figure is passed over where a word such as `new` says that it is a part."""
    bare = {"is_bare": True, "name": Name(start=0, end=1, text="parks", ids=("parks",))}
    assert read("/new figure:5km name", {2: bare}) == ["subset"]
    assert read("_ figure:5km name", {2: bare}) == ["parks"]
    assert read("/new figure:5km name:parks") == ["parks"]


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("name:a and name:b figure:5 and figure:7km in_order", [("a", {"unit": "km"}), ("b", {"unit": "km"})]),
        ("name:a and name:b figure:5km and figure:7km", [("a", {"unit": "km"}), ("b", {"unit": "km"})]),
        (
            "place:CN-TJ and place:CN-SH name:a figure:5 and figure:7km in_order",
            [("a", {**TIANJIN, "unit": "km"}), ("a", {"place": "CN-SH", "wide_place": "CN-SH", "unit": "km"})],
        ),
        (
            "name:a category:x and category:y figure:5 and figure:7km in_order",
            [("a", {"category": "x", "unit": "km"}), ("a", {"category": "y", "unit": "km"})],
        ),
        (
            "name:a comma unknown and name:b figure:1 comma figure:2 and figure:3km in_order",
            [("a", {"unit": "km"}), "no_name", ("b", {"unit": "km"})],
        ),
        ("name:a and unknown verb figure:1 and figure:2km in_order", [("a", {"unit": "km"}), "no_name"]),
        ("name:a and name:b unknown figure:1 and figure:2km in_order", ["unclear a", "unclear b"]),
        (
            "name:a comma name:b and name:c rise figure:1 comma figure:2 and figure:3km yoy",
            [(name, {**RISE, "base": "yoy", "unit": "km"}) for name in "abc"],
        ),
        (
            "name:a and name:b rise figure:1 and figure:2km yoy",
            [(name, {**RISE, "base": "yoy", "unit": "km"}) for name in "ab"],
        ),
        (
            "name:a comma name:b and unknown verb figure:1 comma figure:2 and figure:3km in_order",
            [("a", {"unit": "km"}), ("b", {"unit": "km"}), "no_name"],
        ),
        ("name:a and name:b unknown comma verb comma figure:1 and figure:2km in_order", ["unclear a", "unclear b"]),
        ("name:a and name:b figure:1km comma figure:2km and figure:3km", ["b", "unclear b", "unclear b"]),
        (
            "name:a and name:b figure:9km verb figure:1 and figure:2km in_order",
            ["b", ("a", {"unit": "km"}), "unclear b"],
        ),
        ("name:a figure:5 comma figure:7 and figure:9km in_order", ["list", "list", "list"]),
        ("name:a figure:5 comma figure:7km in_order", ["list", "list"]),
        ("name:a figure:5km and figure:7km @when and @when", ["list", "list"]),
        ("name:a figure:5km and figure:7km", ["a", "unclear a"]),
        ("name:a figure:5km in_order", ["a"]),
        ("name:a figure:5km @when and @when", [("a", {"when": YEAR})]),
        ("name:a figure:5km and figure:7km verb rise figure:9km", ["a", "unclear a", ("a", RISE)]),
        (
            "name:a and name:b figure:5 and figure:7km in_order verb rise figure:9km",
            [("a", {"unit": "km"}), ("b", {"unit": "km"}), ("b", RISE)],
        ),
    ],
)
def test_a_list_of_figures_goes_with_a_list_of_items(said: str, found: list[Any]) -> None:
    """Each figure of a list is of its item and in the unit of the last; a list that fits none is passed over."""
    assert read(said) == found


def test_a_share_after_a_list_is_of_each_item() -> None:
    """What a word makes of the last name of a list it makes of each; the clause is as it was after the list."""
    reader = reader_of("name:a and name:b share figure:5 and figure:7% in_order", {}, {})
    found = reader.read()
    assert [(each.subject.text, each.subject.mode) for each in found if isinstance(each, Attribution)] == [
        ("a", "share"), ("b", "share")
    ]  # fmt: skip
    assert reader.subject
    assert (reader.subject.text, reader.subject.head, reader.where, reader.category) == ("b", "", "", "")


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("/it rise figure:5km", [("parks", RISE)]),
        ("/the /figure rise figure:5km", [("parks", RISE)]),
        ("/the rise figure:5km", ["no_name"]),
        ("_ /it rise figure:5km", ["no_name"]),
        ("/it rise figure:5km comma name:roads", ["no_name"]),
        ("/it figure:5km", ["no_name parks"]),
        ("/it comma unknown comma rise figure:5km", ["no_name"]),
    ],
)
def test_a_sentence_may_refer_to_the_one_before(said: str, found: list[Any]) -> None:
    """`it` or `the figure` at the beginning is the name of the sentence before, whose level has been told."""
    reader = reader_of(said, {"subject": PARKS}, {})
    reader.read()
    assert reader.context.subject is None
    assert read(said, context={"subject": PARKS}) == found


@pytest.mark.parametrize(
    ("said", "tokens", "held", "left", "subject"),
    [
        ("name:parks figure:5km", {}, {}, ("", None), "parks"),
        ("name:parks figure:5km", {}, {"where": "CN-TJ"}, ("CN-TJ", None), "parks"),
        ("name:parks figure:5km", {}, {"where": UNCLEAR}, ("", None), "parks"),
        ("name:parks comma name:parks figure:5km", {}, {}, ("", None), "parks"),
        ("name:parks and name:roads figure:5km", {}, {}, ("", None), None),
        ("name:parks", {}, {}, ("", None), None),
        ("figure:5km", {}, {}, ("", None), None),
        ("name:parks @when figure:5km", {}, {}, ("", YEAR), "parks"),
        ("name:parks @local figure:5km", {}, {}, ("", None), "parks"),
        ("@when name:parks @when figure:5km", {0: quarter(2024)}, {}, ("", YEAR), "parks"),
        ("@when name:parks @when figure:5km", {0: quarter(2023)}, {}, ("", OPEN), "parks"),
        ("@when name:parks @when figure:5km", {0: quarter()}, {}, ("", YEAR), "parks"),
    ],
)
def test_a_sentence_leaves_its_only_name_place_and_time(
    said: str, tokens: dict[int, Any], held: dict[str, Any], left: tuple[str, When | None], subject: str | None
) -> None:
    """A sentence leaves its place, its time unless it is a day, and its name if there is one and it has a figure."""
    reader = reader_of(said, {}, tokens, **held)
    reader.read()
    assert reader.leave() == left
    assert (reader.context.subject and reader.context.subject.text) == subject
