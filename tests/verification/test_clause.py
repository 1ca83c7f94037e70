"""What one token of a sentence changes of what holds there."""

from __future__ import annotations

from copy import copy
from typing import Any

import pytest
from tests.support.prose import row

from beijing_public_services.datapackage.place_names import CAPITAL, CITY
from beijing_public_services.datapackage.places import Place
from beijing_public_services.notation.times import Time
from beijing_public_services.verification.clause import Clause
from beijing_public_services.verification.clause_state import (
    REACH,
    is_after_former,
    is_aside,
    is_before_former,
    is_inside,
)
from beijing_public_services.verification.context import Context, When
from beijing_public_services.verification.subject import Subject
from beijing_public_services.verification.tokens import Token

PARKS, ROADS = (Subject(text=name, ids=(name,)) for name in ("parks", "roads"))
YEAR, BEFORE = When(year=2024), When(year=2022)
LISTS = ("tokens", "context", "groups", "last_item")  # what no table here shows
AT_COMMA = {"segment": 1}


def clause_with(tokens: list[Token], **held: Any) -> Clause:
    """A clause of these tokens, where this holds, and no news since the last figure."""
    made = Clause(tokens, Context("CN-BJ", 0), is_question=False, is_denied=False)
    for name, value in {"news": False, **held}.items():
        setattr(made, name, copy(value) if isinstance(value, list) else value)
    return made


def marked(said: str) -> tuple[list[Token], int]:
    """The tokens of a row of roles, in which `_` says nothing, and the place of the one after `>`."""
    roles = said.split()
    place = next((place for place, role in enumerate(roles) if role[0] == ">"), -1)
    return row(*("" if role in ("_", ">_") else role.lstrip(">") for role in roles)), place


def changed(said: str, **held: Any) -> dict[str, Any]:
    """What a clause changes where it takes the token after `>` in a row of tokens, and this holds before."""
    tokens, place = marked(said)
    clause = clause_with(tokens, **held)
    before = {name: copy(value) for name, value in vars(clause).items() if name not in LISTS}
    clause.take(place)
    return {name: vars(clause)[name] for name, value in before.items() if vars(clause)[name] != value}


def named(name: str, at: int, **said: Any) -> Subject:
    """The subject of a name that stands at a place."""
    return Subject(text=name, ids=(name,), at=at, **said)


def test_a_sentence_begins_with_nothing() -> None:
    """Before the first token nothing is known, and whatever is named is news."""
    clause = Clause([], Context("CN-BJ", 0), is_question=True, is_denied=True)
    there = {name: value for name, value in vars(clause).items() if name not in ("tokens", "context")}
    assert {name: value for name, value in there.items() if value} == {
        "subject_segment": -1,
        "spent": -1,
        "run_end": -1,
        "news": True,
        "where_around": ("", ""),
        "groups": {"name": [], "place": [], "category": []},
        "is_question": True,
        "is_denied": True,
    }
    texts = {"category", "action", "last_unit", "where", "narrow_where", "local_wide", "base", "motion", "particle"}
    assert {name for name, value in there.items() if value == ""} == texts | {"last_motion"}
    assert {name for name, value in there.items() if value is None} == {
        "subject", "closed", "when", "when_before", "distinct"
    }  # fmt: skip
    assert (clause.segment, clause.figures, clause.last_item, clause.times, clause.outside) == (0, 0, {}, [], [])
    assert sum(value is False for value in there.values()) == 13


@pytest.mark.parametrize(
    ("said", "held", "expected"),
    [
        (">_", {}, {}),
        (">verb", {}, {}),
        (">rise", {"particle": "by"}, {"motion": "rise", "particle": "", "last_motion": "rise"}),
        (">fall", {"particle": "by"}, {"motion": "fall", "particle": "", "last_motion": "fall"}),
        (">improve", {"particle": "by"}, {"motion": "improve", "particle": "", "last_motion": "improve"}),
        ("_ >by", {"when": YEAR}, {"particle": "by", "when_before": YEAR}),
        ("_ >from", {"when": YEAR}, {"particle": "from", "when_before": YEAR}),
        ("_ >to", {"when": YEAR}, {"particle": "to", "when_before": YEAR}),
        (">by /raise", {}, {"particle": "by"}),
        (">from", {"planned": True}, {"particle": "from"}),
        (">to /raise", {}, {"particle": "to", "planned": True}),
        (">to rise/raise", {}, {"particle": "to", "planned": True}),
        ("_ >to /raise", {}, {"particle": "to", "planned": True}),
        ("_ >to /further", {}, {"particle": "to"}),
        *((f"{role} >to /raise", {}, {"particle": "to"}) for role in ("rise", "fall", "improve")),
        (">start", {}, {"action": "start", "news": True}),
        (">end", {}, {"action": "end", "news": True}),
        (">plan", {}, {"planned": True}),
        ("verb >/将", {}, {}),
        ("verb >/将 _", {}, {}),
        ("_ >/将 verb", {}, {"planned": True}),
        ("_ >/将 rise", {}, {"planned": True}),
        ("_ >/要 rise", {}, {}),
        ("_ >/将 name:新建道路", {}, {"planned": True}),
        ("_ >/将 name:轨新", {}, {}),
        (">condition", {}, {"is_question": True}),
        ("_ >condition", {}, {"is_question": True}),
        *((f">/{word}", {}, {"is_question": True}) for word in ("had", "were", "should")),
        ("_ >/had", {}, {}),
        (">/has", {}, {}),
        (">not", {}, {"negated": True}),
        (">standard", {}, {"standard": True}),
        (">than/than", {}, {"compared": True}),
        ("@when >than/than", {}, {"compared": True}),
        *((f"@when >than/{word}", {"compared": True}, {"compared": False}) for word in ("相比", "相较", "而言")),
        ("yoy >than/相比", {"compared": True}, {"compared": False}),
        ("mom >than/相比", {}, {"compared": True}),
        (">than/相比 @when", {}, {"compared": True}),
        (">per", {}, {"per": True}),
        (">subset", {}, {"subset": True, "closed": "subset"}),
        (">subset", {"closed": "unclear"}, {"subset": True}),
        (">real", {}, {"real": True}),
        (">yoy", {"compared": True}, {"base": "yoy", "compared": False}),
        (">mom", {"compared": True}, {"base": "mom", "compared": False}),
        (">unknown", {}, {"closed": "unclear"}),
        (">part", {}, {"closed": "unclear"}),
        ("of >/which", {}, {"closed": "unclear"}),
        ("verb >/which", {}, {}),
        (">/which of", {}, {}),
        ("of >/that", {}, {}),
        ("place:CN /s >unknown", {}, {"closed": "unclear", "has_owner": True}),
        ("unknown /s >unknown", {}, {"closed": "unclear"}),
        ("place:CN /of >unknown", {}, {"closed": "unclear"}),
        ("/s >unknown place:CN", {}, {"closed": "unclear"}),
        (">unknown place:CN /s", {}, {"closed": "unclear"}),
        (">unknown", {"has_owner": True}, {"closed": "unclear"}),
        ("_ >category:nurse", {}, {"category": "nurse", "news": True}),
    ],
)
def test_a_word_changes_what_holds_from_here_on(said: str, held: dict[str, Any], expected: dict[str, Any]) -> None:
    """Each kind of word moves, denies, plans, compares, closes or narrows; any other word leaves all as it was."""
    assert changed(said, **held) == expected


def test_a_plan_stays_one() -> None:
    """A word such as `from`, which is no plan of its own, leaves a plan as it is."""
    assert changed(">to", planned=True) == {"particle": "to"}


@pytest.mark.parametrize(
    ("said", "mode", "head", "motion"),
    [
        ("_ >growth/增速", "growth", "增速", "rise"),
        ("_ >growth_fall/降幅", "growth", "降幅", "fall"),
        ("_ >share/占比", "share", "占比", "rise"),
        ("_ >rank/排名", "rank", "排名", "rise"),
        ("_ >verb/占 place:CN", "share", "占全国比重", "rise"),
        ("_ >verb/占到 place:CN", "share", "占全国比重", "rise"),
        ("_ >verb/accounted /for", "share", "share of", "rise"),
        ("_ >verb/accounts /for", "share", "share of", "rise"),
    ],
)
def test_a_word_makes_a_name_another_measure(said: str, mode: str, head: str, motion: str) -> None:
    """A growth, a share or a rank of the subject is another measure, and ends a particle if it is a growth."""
    held = {"subject": PARKS, "motion": "rise", "particle": "by"}
    found = changed(said, **held)
    assert found.pop("subject") == named("parks", 1, mode=mode, head=head)
    assert found.pop("news") is True
    grown = {"particle": ""} if mode == "growth" else {}
    assert found == grown | ({"motion": motion} if motion == "fall" else {})
    assert changed(said, **held, closed="unclear") == found
    assert changed(said, **held | {"subject": None}) == found


@pytest.mark.parametrize(
    "said", ["_ >verb/占", "place:CN >verb/占 verb", "_ >verb/accounted", "/for >verb/account /of"]
)
def test_a_verb_without_its_object_is_no_share(said: str) -> None:
    """`占` needs a place after it, and `account` a `for`."""
    assert changed(said, subject=PARKS) == {}


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        ({}, {}),
        ({"outside": [("subset", False, PARKS)]}, {"closed": "subset", "negated": False, "outside": []}),
        ({"outside": [("subset", False, ROADS)]}, {"negated": False, "outside": []}),
        (
            {"outside": [(None, True, PARKS), (None, False, PARKS)]},
            {"closed": None, "negated": False, "outside": [(None, True, PARKS)]},
        ),
    ],
)
def test_a_bracket_ends_what_began_in_it(held: dict[str, Any], expected: dict[str, Any]) -> None:
    """After a bracket a denial in it is over, and an unknown word in it too if the subject is the same."""
    clause = {"subject": PARKS, "closed": "unclear", "negated": True}
    assert changed(">close", **clause, **held) == expected
    assert changed(">open", **clause, segment=4) == {"segment": 5, "outside": [("unclear", True, PARKS)]}


@pytest.mark.parametrize("mark", ["comma", "colon"])
@pytest.mark.parametrize(
    ("held", "expected"),
    [
        ({}, {}),
        *(({name: True}, {name: False}) for name in ("negated", "standard", "compared", "per", "has_owner")),
        ({"local_wide": "CN"}, {"local_wide": ""}),
        ({"real": True, "subset": True, "motion": "rise", "particle": "by", "last_motion": "rise"}, {}),
        (
            {"real": True, "subset": True, "motion": "rise", "particle": "by", "last_motion": "rise", "consumed": True},
            {"real": False, "subset": False, "motion": "", "particle": "", "consumed": False},
        ),
        (
            {"is_object": True, "where": "CN-TJ", "narrow_where": "CN-TJ", "where_around": ("CN", "CN-SH")},
            {"is_object": False, "where": "CN", "narrow_where": "CN-SH"},
        ),
        ({"where": "CN-TJ", "narrow_where": "CN-TJ", "where_around": ("CN", "CN-SH")}, {}),
    ],
)
def test_a_comma_ends_what_holds_for_a_part(mark: str, held: dict[str, Any], expected: dict[str, Any]) -> None:
    """A denial, a limit or a comparison ends with its part of a sentence; a motion ends if there was a figure."""
    assert changed(f"_ >{mark}", **held) == AT_COMMA | expected


@pytest.mark.parametrize(
    ("said", "held", "expected"),
    [
        (">comma", {"subject_segment": 0}, {"subject": None}),
        (">comma verb", {"subject_segment": 0}, {"subject": None}),
        ("verb >comma", {"subject_segment": 1}, {}),
        (">comma", {"subject_segment": 0, "closed": "subset"}, {}),
        (">comma", {"subject_segment": 0, "closed": None}, {}),
        (">comma", {"subject_segment": 0, "subject": None}, {}),
        *(
            (f"_ >comma {word}", {"subject_segment": 0, "is_fresh": True}, {"closed": None})
            for word in ("verb", "rise", "fall", "improve", "/was", "/达")
        ),
        ("verb >comma _ verb", {"subject_segment": 0, "is_fresh": True}, {}),
        ("verb >comma", {"subject_segment": 0, "is_fresh": True}, {}),
        ("_ >comma verb", {"subject_segment": 1, "is_fresh": True}, {}),
    ],
)
def test_a_name_goes_on_after_a_remark(said: str, held: dict[str, Any], expected: dict[str, Any]) -> None:
    """A remark between commas is over if a verb follows; a name that has had its figure is not taken up again."""
    before = {"subject": PARKS, "closed": "unclear", "segment": 1}
    assert changed(said, **before | held) == {"segment": 2} | expected


@pytest.mark.parametrize(
    ("said", "held", "expected"),
    [
        (">name:roads", {}, {"is_fresh": True}),
        (">name:roads verb", {}, {"is_fresh": True}),
        (">name:roads unknown", {}, {"is_fresh": False}),
        ("_ >name:roads", {"closed": "unclear", "per": True}, {"is_fresh": True, "closed": None, "per": False}),
        (
            "_ >name:roads",
            {"motion": "rise", "particle": "by", "last_unit": "km", "action": "end", "last_motion": "rise"},
            {"is_fresh": True, "motion": "", "particle": "", "last_unit": "", "action": ""},
        ),
        ("unknown >name:roads", {}, {"is_fresh": True, "closed": "modified"}),
        ("unknown >name:roads verb", {}, {"is_fresh": True, "closed": "modified"}),
        ("unknown >name:roads", {"subset": True}, {"is_fresh": True, "closed": "modified"}),
        ("_ >name:roads", {"subset": True}, {"is_fresh": True, "closed": "subset"}),
        ("_ >name:roads", {"has_owner": True}, {"is_fresh": True, "closed": "subset"}),
        ("rise >name:roads", {"subset": True}, {"is_fresh": True, "closed": "subset"}),
        ("rise >name:roads", {}, {"is_fresh": True, "motion": "rise"}),
        ("fall >name:roads", {}, {"is_fresh": True, "motion": "fall"}),
        ("improve >name:roads", {}, {"is_fresh": True}),
        (">name:roads fall", {}, {"is_fresh": True}),
        ("place:CN/国内 >name:roads", {}, {"is_fresh": True, "where": "CN", "narrow_where": "CN"}),
        ("place:CN/中国 >name:roads", {}, {"is_fresh": True}),
        ("_/国内 >name:roads", {}, {"is_fresh": True}),
    ],
)
def test_a_name_is_the_subject_from_here_on(said: str, held: dict[str, Any], expected: dict[str, Any]) -> None:
    """A name opens what was closed, unless the word before it makes it another measure or a part."""
    place = marked(said)[1]
    new = {"subject": named("roads", place), "news": True, "subject_segment": 4}
    assert changed(said, **{"subject": PARKS, "segment": 4, "is_fresh": place == -1} | held) == {
        name: value for name, value in (new | expected).items() if (name, value) != ("is_fresh", False)
    }
    assert changed(said, is_fresh=True).get("is_fresh", True) is expected["is_fresh"]


@pytest.mark.parametrize(("gap", "motion"), [(0, "rise"), (1, "rise"), (2, "")])
def test_a_motion_right_before_a_name_is_its_own(gap: int, motion: str) -> None:
    """At most a space stands between a motion and the name that it moves."""
    rise, name = row("rise", "name:parks")
    clause = clause_with([rise, name.__replace__(start=1 + gap, end=2 + gap)])
    clause.take(1)
    assert clause.motion == motion


def test_a_name_may_hold_a_category() -> None:
    """The category that is a part of a name holds with it, and is an item of the list of categories."""
    name = row("name:parks")[0].__replace__(category="nurse")
    clause = clause_with([name])
    clause.take(0)
    assert (clause.category, clause.groups["category"], clause.last_item) == (
        "nurse",
        ["nurse"],
        {"name": 0, "category": 0},
    )


@pytest.mark.parametrize(
    ("said", "items"),
    [
        ("name:a", "a"),
        ("name:a and name:b", "a b"),
        ("name:a comma name:b and name:c", "a b c"),
        ("name:a comma of name:b", "b"),
        ("name:a comma of and name:b", "a b"),
        ("name:a of name:b", "b"),
        ("name:a verb name:b", "b"),
        ("name:a and verb name:b", "b"),
        ("name:a comma unknown and name:b", "a - b"),
        ("name:a comma unknown comma unknown and name:b", "a - - b"),
        ("name:a comma unknown comma and name:b", "a - b"),
        ("name:a and unknown name:b", "a b"),
        ("name:a comma open _ close name:b", "a b"),
        ("name:a open name:b", "b"),
        ("name:a and name:b open name:b close and name:c", "a b c"),
        ("name:a and name:b _ name:b", "a b"),
        ("name:a and name:b open _ close name:b", "a b"),
        ("name:a comma unknown and of open _ close name:b", "a - b"),
        ("name:a and name:b verb name:b", "b"),
        ("name:a and name:b and verb name:b", "b"),
        ("verb and name:a", "a"),
        ("category:a and category:b", "a b"),
        ("category:a verb category:b", "b"),
        ("place:CN-BJ and place:CN-TJ", "CN-BJ CN-TJ"),
        ("place:CN-BJ verb place:CN-TJ", "CN-TJ"),
        ("place:X-JJJ", "CN-BJ CN-TJ CN-HE"),
    ],
)
def test_items_with_separators_between_them_are_a_list(said: str, items: str) -> None:
    """A list goes on over commas, brackets and unknown words, which are items of their own; a verb begins a new one."""
    clause = clause_with(marked(said)[0])
    for place in range(len(clause.tokens)):
        clause.take(place)
    kind = said.split(":")[0].split(" ")[-1]
    found = [item.text if isinstance(item, Subject) else item or "-" for item in clause.groups[kind]]
    assert " ".join(found) == items
    assert {name for name, group in clause.groups.items() if group} == {kind}


AREA = {"news": True}


@pytest.mark.parametrize(
    ("said", "held", "expected"),
    [
        (">place:CN-TJ", {}, AREA | {"where": "CN-TJ", "narrow_where": "CN-TJ"}),
        (">place:X-WORLD/国内", {}, {}),
        (">place:CN/国内 verb", {}, {}),
        ("verb >place:CN/国内 /水平", {}, AREA | {"where": "CN"}),
        ("verb >place:CN/国内 name:parks", {}, AREA | {"where": "CN"}),
        (">place:CN-TJ", {"compared": True}, {}),
        ("/said /in >place:CN-TJ", {}, {}),
        (">place:X-WORLD /最长", {}, {}),
        (">place:CN-TJ /最长", {}, AREA | {"where": "CN-TJ", "narrow_where": "CN-TJ"}),
        ("verb >place:CN", {}, {"local_wide": "CN"}),
        ("verb >place:X-WORLD verb name:parks", {}, {"local_wide": "X-WORLD"}),
        (">place:CN verb", {}, AREA | {"where": "CN"}),
        ("verb >place:CN name:parks", {}, AREA | {"where": "CN"}),
        ("verb >place:CN /average", {}, AREA | {"where": "CN"}),
        *((f"verb {before} >place:CN verb", {}, AREA | {"where": "CN"}) for before in ("comma", "colon", "open")),
        *((f"verb /{before} >place:CN verb", {}, AREA | {"where": "CN"}) for before in ("in", "across", "for")),
        ("/in _ >place:CN verb", {}, {"local_wide": "CN"}),
        (">place:CN _ name:parks", {}, AREA | {"where": "CN", "narrow_where": "CN"}),
        (
            ">place:CN _ name:parks",
            {"where": "CN-TJ", "narrow_where": "CN-TJ"},
            AREA | {"where": "CN", "where_around": ("CN-TJ", "CN-TJ")},
        ),
        ("@when >place:CN _ name:parks", {}, AREA | {"where": "CN", "narrow_where": "CN"}),
        *(
            (
                f"{before} >place:CN-TJ",
                {"where": "CN", "narrow_where": "CN-SH"},
                AREA
                | {"where": "CN-TJ", "narrow_where": "CN-TJ", "where_around": ("CN", "CN-SH")}
                | ({"is_object": True} if before != "of" else {}),
            )
            for before in ("_", "unknown", "verb", "of")
        ),
        (
            ">place:CN-TJ _",
            {"where": "CN-SH", "is_object": True},
            AREA | {"where": "CN-TJ", "narrow_where": "CN-TJ", "where_around": ("CN-SH", ""), "is_object": False},
        ),
        (f">place:{CITY}", {}, AREA | {"where": "CN-BJ", "narrow_where": "CN-BJ"}),
    ],
)
def test_a_place_holds_from_here_on(said: str, held: dict[str, Any], expected: dict[str, Any]) -> None:
    """A city holds; the country does if it leads, and else ranks what is said; a venue or a comparison does not."""
    assert changed(said, **held) == expected


@pytest.mark.parametrize(
    ("place", "where", "city", "is_wire"),
    [
        (Place(start=0, end=1, area="CN-BJ", is_dateline=True), "", "", True),
        (Place(start=0, end=1, area="CN-TJ", is_dateline=True), "CN-TJ", "CN-TJ", False),
        (Place(start=0, end=1, area="CN-TJ"), "CN-TJ", "CN-TJ", False),
        (Place(start=0, end=1, area=CITY), "CN-BJ", "", False),
        (Place(start=0, end=1, area=CAPITAL), "CN-BJ", "", False),
    ],
)
def test_a_city_is_noted_for_the_text(place: Place, where: str, city: str, is_wire: bool) -> None:
    """A city by its name is what `the city` means next; Beijing in a dateline only says that a wire reports."""
    clause = clause_with([Token(start=0, end=1, role="place", place=place)])
    clause.take(0)
    assert (clause.where, clause.narrow_where) == (where, where)
    assert (clause.context.city, clause.context.is_wire) == (city, is_wire)
    assert bool(clause.groups["place"]) is not place.is_dateline


def timed(kind: Any, held: dict[str, Any], **said: Any) -> tuple[dict[str, Any], Context]:
    """What an expression of time changes where this holds, and the context after it."""
    clause = clause_with([Token(start=0, end=1, role="time", time=Time(start=0, end=1, kind=kind, **said))], **held)
    before = {name: copy(value) for name, value in vars(clause).items() if name not in LISTS}
    clause.take(0)
    return {name: vars(clause)[name] for name, value in before.items() if vars(clause)[name] != value}, clause.context


@pytest.mark.parametrize(
    ("kind", "held", "said", "expected"),
    [
        ("base", {"compared": True}, {"year": 2013}, {"base": "2013", "compared": False}),
        ("base", {}, {}, {"base": "yoy"}),
        ("base", {}, {"year": 2013, "part": "Q1"}, {"base": "mom"}),
        ("when", {"sticky_standard": True}, {"year": 2024}, {"when": YEAR, "news": True, "sticky_standard": False}),
        ("when", {"when": BEFORE}, {"part": "Q1"}, {"when": When(year=2022, part="Q1"), "news": True}),
        ("whole", {"when": BEFORE}, {}, {"news": True}),
        ("span", {}, {}, {"when": When(part="several years", clear=False), "news": True}),
        ("when", {}, {"year": 2024, "is_local": True}, {"when": YEAR, "news": True, "is_local": True}),
        ("when", {"is_local": True}, {"year": 2024}, {"when": YEAR, "news": True, "is_local": False}),
        ("when", {"compared": True}, {"year": 2024}, {"when": YEAR, "news": True}),
        ("when", {"figures": 1}, {"year": 2024}, {"when": YEAR, "news": True}),
        *(
            (
                "when",
                {"compared": True, "figures": count},
                {"year": 2024},
                {"when": YEAR, "news": True, "is_local": True},
            )
            for count in (1, 2)
        ),
        ("date", {}, {"year": 2025}, {}),
        ("published", {}, {"year": 2025}, {}),
        ("now", {}, {"year": 2025}, {}),
    ],
)
def test_a_time_holds_from_here_on(kind: str, held: dict[str, Any], said: dict[str, Any], expected: Any) -> None:
    """A time holds, a day or one that is compared with for its sentence only; a base is what a change is from."""
    found, context = timed(kind, held, **said)
    assert found == expected
    assert context.published == (2025 if kind in ("date", "published") else 0)


@pytest.mark.parametrize(
    ("said", "count"),
    [
        ("@when", 1),
        ("@whole @span @when", 3),
        ("@base @date @published", 0),
        ("from figure:5km @when", 0),
        ("from @when figure:5km", 0),
        ("verb @local comma", 0),
        ("figure:5km comma comma @local", 0),
        ("verb @when comma", 1),
    ],
)
def test_a_sentence_knows_its_times_beforehand(said: str, count: int) -> None:
    """Bases, dates, the times of former values and days said aside are not the time of a sentence."""
    assert len(clause_with(marked(said)[0]).times) == count


@pytest.mark.parametrize(
    ("years", "expected"), [([], None), ([2024], YEAR), ([2024, 2024, 0], YEAR), ([2024, 2023], None), ([0], None)]
)
def test_the_only_year_of_a_sentence(years: list[int], expected: When | None) -> None:
    """A sentence that names one year, once or more, has an only year."""
    tokens = [Token(start=0, end=1, role="time", time=Time(start=0, end=1, kind="when", year=year)) for year in years]
    assert clause_with(tokens).only_year() == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("figure:5km comma comma", True),
        ("figure:5km comma _ comma comma", True),
        ("figure:5km comma", False),
        ("figure:5km", False),
        ("comma comma", False),
        ("comma comma figure:5km", False),
        ("comma comma figure:5km comma", False),
    ],
)
def test_a_day_two_commas_after_a_figure_is_said_aside(before: str, expected: bool) -> None:
    """A day is of the figure before it, up to the second comma; a year is never said aside."""
    tokens = marked(f"{before} @local @when /x")[0]
    place = len(tokens) - 3
    assert [is_aside(tokens, at) for at in (place, place + 1, place + 2)] == [expected, False, False]


@pytest.mark.parametrize(("gap", "expected"), [(REACH - 3, True), (REACH - 2, False)])
def test_a_figure_far_before_a_day_does_not_count(gap: int, expected: bool) -> None:
    """The figure that a day is said aside of stands within reach."""
    tokens = row("figure:5km", "comma", "comma", *[""] * gap, "@local")
    assert is_aside(tokens, len(tokens) - 1) is expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("verb", "comma", True),
        ("unknown", "comma", True),
        ("verb", "verb comma", True),
        ("verb", "figure:5km comma", False),
        ("verb", "name:parks comma", False),
        ("verb", "verb", False),
        ("of", "comma", False),
        ("", "comma verb", False),
        ("verb", "/x " * (REACH - 1) + "comma", True),
        ("verb", "/x " * REACH + "comma", False),
    ],
)
def test_a_day_within_a_part_without_a_figure(before: str, after: str, expected: bool) -> None:
    """A day after a verb is of its part of a sentence if that ends without a figure or a name; a year is not."""
    start, rest = before.split(), after.split()
    assert is_inside(row(*start, "@local", *rest), len(start)) is expected
    assert not is_inside(row(*start, "@when", *rest), len(start))
    assert not is_inside(row(*start, "/x", *rest), len(start))


@pytest.mark.parametrize(
    ("said", "after", "before"),
    [
        ("from figure:5km >@when", True, False),
        ("from figure:5km of >@when", True, False),
        ("from figure:5km _ of >@when", True, False),
        ("from figure:5km verb >@when", False, False),
        ("to figure:5km >@when", False, False),
        ("figure:5km >@when", False, False),
        ("figure:5km >@when from", False, False),
        ("from _ >@when", False, False),
        ("_ >@when", False, False),
        ("from >@when figure:5km", False, True),
        ("from >@when of figure:5km", False, True),
        ("from >@when of _ figure:5km", False, True),
        ("from >@when verb figure:5km", False, False),
        ("to >@when figure:5km", False, False),
        ("from >@when", False, False),
        ("from >@when of", False, False),
        (">@when figure:5km from", False, False),
        ("from _ >@when figure:5km", False, False),
    ],
)
def test_the_time_of_a_former_value(said: str, after: bool, before: bool) -> None:
    """A time right before or after a figure that follows `from` is of that former value."""
    tokens, place = marked(said)
    assert (is_after_former(tokens, place), is_before_former(tokens, place)) == (after, before)


@pytest.mark.parametrize("said", ["from figure:5km >@when", "verb >@local comma"])
def test_a_time_that_is_not_of_the_sentence_does_not_hold(said: str) -> None:
    """The time of a former value, and a day within a part without a figure, are passed over."""
    assert changed(said) == {}
    assert changed(said.replace("from", "to").replace("comma", "_"))["when"] == YEAR
