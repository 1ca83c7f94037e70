"""Which words before a name make it another, which figure it follows, and what a place beside it does."""

from __future__ import annotations

import pytest
from tests.support.prose import row

from beijing_public_services.datapackage.place_names import CAPITAL, CITY, DISTRICT, ELSEWHERE, REGION
from beijing_public_services.datapackage.places import Place
from beijing_public_services.verification.following import REACH, REACH_OF_FIGURE, name_after, owns_a_figure
from beijing_public_services.verification.modifiers import follows_superlative, is_modified
from beijing_public_services.verification.place_roles import (
    REACH_OF_COMPARISON,
    REACH_OF_NAME,
    REACH_OF_SUPERLATIVE,
    is_about_another_place,
    is_in_superlative,
    is_venue,
    owns_a_name,
)
from beijing_public_services.verification.tokens import Token


def marked(said: str) -> tuple[list[Token], int]:
    """The tokens of a row of roles, in which `_` says nothing, and the place of the one after `>`."""
    roles = said.split()
    place = next(place for place, role in enumerate(roles) if role[0] == ">")
    return row(*("" if role in ("_", ">_") else role.lstrip(">") for role in roles)), place


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (">name:cpi", False),
        (">name:cpi unknown", False),
        ("_ >name:cpi", False),
        ("unknown >name:cpi", True),
        ("subset >name:cpi", True),
        ("_ _ unknown >name:cpi", True),
        ("unknown _ >name:cpi", False),
        ("/weighted >name:cpi", True),
        ("/urban /and unknown/rural >name:cpi", False),
        ("_ /urban /and unknown/rural >name:cpi", False),
        ("/rural /and unknown/urban >name:cpi", True),
        ("/and unknown/rural >name:cpi", True),
        ("unknown /的 >name:cpi", True),
        ("subset /的 >name:cpi", True),
        ("_ /的 >name:cpi", False),
        ("/的 >name:cpi unknown", False),
        ("_ unknown /的 >name:cpi", True),
        ("unknown /x' >name:cpi", True),
        ("_ unknown/x' >name:cpi", False),
        ("unknown/x' >name:cpi", True),
        ("_ unknown/x >name:cpi", True),
        ("name:pm2.5 >name:cpi", True),
        ("_ name:pm2.5 >name:cpi", True),
        ("place:CN unknown/longest >name:cpi", False),
    ],
)
def test_a_word_before_a_name_makes_it_another(said: str, expected: bool) -> None:
    """A word that is not known, or a name, right before a name makes it another; `urban and rural` is the whole."""
    assert is_modified(*marked(said)) is expected


@pytest.mark.parametrize(
    ("said", "gap", "expected"),
    [
        ("unknown >name:cpi", 1, True),
        ("unknown >name:cpi", 2, False),
        ("name:pm2.5 >name:cpi", 1, False),
        ("_ name:pm2.5 >name:cpi", 1, False),
    ],
)
def test_only_a_space_stands_between_a_name_and_its_modifier(said: str, gap: int, expected: bool) -> None:
    """A word further away is not of the name; another name is only if it touches it."""
    tokens, place = marked(said)
    tokens[place] = tokens[place].__replace__(start=tokens[place].start + gap)
    assert is_modified(tokens, place) is expected


@pytest.mark.parametrize(("gap", "expected"), [(0, True), (1, True), (2, False)])
def test_an_owner_stands_right_before_its_mark(gap: int, expected: bool) -> None:
    """At most a space stands between an owner and the 的 that says so."""
    owner, mark, name = row("unknown", "/的", "name:cpi")
    tokens = [owner, *(each.__replace__(start=each.start + gap, end=each.end + gap) for each in (mark, name))]
    assert is_modified(tokens, 2) is expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("place:CN /longest >name:rail", True),
        ("place:CN _ /longest >name:rail", True),
        ("place:CN _ _ /longest >name:rail", False),
        ("place:CN /最长 /的 >name:rail", True),
        ("_ place:CN /最长 /的 >name:rail", True),
        ("place:CN /最长 /了 >name:rail", False),
        ("place:CN _ >name:rail", False),
        ("_ /longest >name:rail", False),
        ("/longest >name:rail", False),
        ("/longest >name:rail place:CN _", False),
        ("_ _ /longest place:CN >name:rail", False),
    ],
)
def test_a_superlative_of_a_place_makes_no_other_measure(said: str, expected: bool) -> None:
    """A place, a word such as longest, and 的 may stand before a name."""
    assert follows_superlative(*marked(said)) is expected


@pytest.mark.parametrize(
    ("said", "after", "of"),
    [
        (">figure:5km", 1, False),
        (">figure:5km name:parks", 1, False),
        (">figure:5km of name:parks", 2, True),
        (">figure:5km of _ name:parks", 3, True),
        (">figure:5km _ rank name:parks", 3, False),
        (">figure:5km verb of name:parks", 1, False),
        (">figure:5km of verb of name:parks", 2, True),
        (">figure:5km unknown name:parks", 1, False),
        (">figure:5km comma name:parks", 1, False),
        (">figure:5km place:X-WORLD name:parks", 1, False),
        (">figure:第3位 place:X-WORLD name:parks", 2, False),
        (">figure:第3位 place:CN of name:parks", 3, True),
        (">figure:第3位 place:CN-TJ name:parks", 1, False),
        ("_ _ >figure:5km of name:parks", 4, True),
        (">figure:5km" + " _" * 9, REACH, False),
        ("_ >figure:5km" + " _" * 9, 1 + REACH, False),
    ],
)
def test_the_words_between_a_figure_and_its_name(said: str, after: int, of: bool) -> None:
    """Words that say nothing may stand between a figure and its name, the world after a rank; a verb is the last."""
    tokens, place = marked(said)
    assert name_after(tokens, place, place) == (after, of)


def test_a_time_or_a_name_ends_the_words_after_a_figure() -> None:
    """What holds a name or a time is no word between, whatever its role."""
    figure, name, time = row("figure:5km", "name:parks", "@when")
    for token in (name, time):
        assert name_after([figure, token.__replace__(role="")], 0, 0) == (1, False)


def test_the_name_of_a_list_stands_after_its_last_figure() -> None:
    """The words that count begin after the last figure of a list."""
    assert name_after(row("figure:1", "and", "figure:2km", "of", "name:parks"), 0, 2) == (4, True)


def test_a_word_that_is_no_figure_has_no_rank() -> None:
    """Without a figure no place may stand before the name."""
    assert name_after(row("", "place:CN", "name:parks"), 0, 0) == (1, False)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (">name:parks", False),
        (">name:parks figure:5km", True),
        ("_ >name:parks verb figure:5km", True),
        (">name:parks figure:5km name:roads", False),
        (">name:parks figure:5km _ name:roads", True),
        (">name:parks figure:5km verb", True),
        *((f">name:parks {role} figure:5km", False) for role in ("comma", "colon", "and", "name:roads")),
        (">name:parks" + " _" * (REACH_OF_FIGURE - 2) + " figure:5km", True),
        ("_ >name:parks" + " _" * (REACH_OF_FIGURE - 1) + " figure:5km", False),
        ("figure:5km >name:parks _", False),
    ],
)
def test_a_name_may_have_a_figure_of_its_own(said: str, expected: bool) -> None:
    """A figure after a name in its part of the sentence is its own, unless it is that of a name right after it."""
    assert owns_a_figure(*marked(said)) is expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (">place:CN name:parks", True),
        (">place:CN name:parks rank", False),
        (">place:CN name:parks _ rank", True),
        (">place:CN _ name:parks verb", True),
        ("@when >place:CN name:parks", True),
        ("open _ >place:CN name:parks", True),
        ("comma _ @when >place:CN name:parks", True),
        ("comma >place:CN name:parks", True),
        ("colon >place:CN name:parks", True),
        ("verb >place:CN name:parks", False),
        ("verb _ >place:CN name:parks", False),
        ("_ verb >place:CN name:parks", False),
        ("verb >place:CN/国务院", True),
        *(
            (f">place:CN {role} name:parks", False)
            for role in ("comma", "colon", "rank", "verb", "place:CN-TJ", "figure:5km")
        ),
        (">place:CN", False),
        (">place:CN _", False),
        (">place:CN" + " _" * (REACH_OF_NAME - 1) + " name:parks", True),
        ("_ >place:CN" + " _" * (REACH_OF_NAME - 1) + " name:parks", True),
        ("_ >place:CN" + " _" * REACH_OF_NAME + " name:parks", False),
        ("name:parks >place:CN _", False),
    ],
)
def test_the_country_may_own_the_name_after_it(said: str, expected: bool) -> None:
    """The country owns a name close after it if it begins its part of a sentence; a national office always does."""
    assert owns_a_name(*marked(said)) is expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (">place:X-WORLD /longest", True),
        (">place:X-WORLD _ /longest", True),
        (">place:X-WORLD _ _ /longest", False),
        ("/longest >place:X-WORLD", True),
        ("/longest" + " _" * REACH_OF_SUPERLATIVE + " >place:X-WORLD", True),
        ("/longest" + " _" * (REACH_OF_SUPERLATIVE + 1) + " >place:X-WORLD", False),
        ("_ _ _ /longest" + " _" * REACH_OF_SUPERLATIVE + " >place:X-WORLD", True),
        ("/最长 >place:X-WORLD", False),
        ("/longest comma >place:X-WORLD", False),
        ("/longest colon >place:X-WORLD", False),
        ("/longest figure:5km >place:X-WORLD", False),
        ("_ >place:X-WORLD _", False),
        (">place:X-WORLD/longest _", False),
    ],
)
def test_the_world_may_only_say_how_great_something_is(said: str, expected: bool) -> None:
    """A word such as longest right after the world, or an English one close before it, makes it a measure."""
    assert is_in_superlative(*marked(said)) is expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("/said /in >place:CN-TJ", True),
        ("/said _ /in >place:CN-TJ", True),
        ("/said _ _ /in >place:CN-TJ", False),
        ("_ _ /said _ /in >place:CN-TJ", True),
        ("/said /at >place:CN-TJ", False),
        ("_ /in >place:CN-TJ", False),
        ("/in >place:CN-TJ", False),
        ("/在 >place:CN-TJ /召开", True),
        ("/于 >place:CN-TJ /开 /幕", True),
        ("_ /于 >place:CN-TJ /发布", True),
        ("/在 >place:CN-TJ _ _ /召开", False),
        ("/在 >place:CN-TJ /有 /召开", False),
        ("/对 >place:CN-TJ /召开", False),
        (">place:CN-TJ /召开 /在", False),
        (">place:CN-TJ /said /in", False),
        ("/在 >place:CN-TJ", False),
    ],
)
def test_a_place_may_be_only_where_something_was_said(said: str, expected: bool) -> None:
    """`said in` a place, or 在 a place and a verb such as 召开, is a venue."""
    assert is_venue(*marked(said)) is expected


@pytest.mark.parametrize(
    ("folded", "areas", "area", "expected"),
    [
        ("x", [], "CN-BJ", False),
        ("x", ["CN-TJ"], "CN-BJ", True),
        ("x", ["CN-TJ"], None, True),
        ("x", ["CN-BJ"], "CN-BJ", False),
        ("x", ["CN-BJ"], None, True),
        ("xy", ["CN-TJ", "CN-BJ"], "CN-BJ", False),
        ("xy", ["CN-TJ", "CN-BJ.sub_centre"], "CN-BJ", False),
        ("xy", ["CN-TJ", "CN-BJX"], "CN-BJ", True),
        ("xy", ["CN-TJ", DISTRICT], "CN-BJ", False),
        ("xy", ["CN-TJ", DISTRICT], None, False),
        *(("x", [each], "CN-SH", False) for each in ("CN", "X-WORLD", "X-JJJ", CITY, CAPITAL, REGION)),
        ("x", [ELSEWHERE], "CN-BJ", True),
        ("than x", ["", "", "", "", "", "CN-TJ"], "CN-BJ", False),
        ("thanxy", ["", "", "", "", "CN-TJ", "CN-SH"], "CN-BJ", False),
        ("than.y", ["", "", "", "", "CN-TJ", "CN-SH"], "CN-BJ", True),
        ("than" + " " * (REACH_OF_COMPARISON - 4), [""] * REACH_OF_COMPARISON + ["CN-TJ"], "CN-BJ", False),
        ("than" + " " * (REACH_OF_COMPARISON - 3), [""] * (REACH_OF_COMPARISON + 1) + ["CN-TJ"], "CN-BJ", True),
        ("xthan", ["CN-TJ"], "CN-BJ", True),
    ],
)
def test_a_text_may_be_about_another_place(folded: str, areas: list[str], area: str | None, expected: bool) -> None:
    """Another city is what a text is about unless it is compared with, or the text names the area or a district."""
    marks = [
        Token(start=at, end=at + 1, role="place", place=Place(start=at, end=at + 1, area=each) if each else None)
        for at, each in enumerate(areas)
    ]
    assert is_about_another_place(marks, folded, area) is expected
