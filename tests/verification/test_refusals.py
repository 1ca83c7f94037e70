"""Why a figure is not judged, by what holds where it stands and the words around it."""

from __future__ import annotations

import pytest
from tests.support.prose import clause_of, row

from beijing_public_services.notation.claim import read_claim
from beijing_public_services.verification.refusals import (
    REACH,
    counts_something_else,
    is_beside_another,
    is_dated,
    is_part,
    is_streak,
    is_total,
    refusal_of,
    short_unit_of,
)


def refused(*tail: str, is_change: bool = False, is_left: bool = True, holds: str = "") -> str | None:
    """Why 44.9% is not judged, with these tokens after it, where this holds."""
    clause, at, _ = clause_of("The forest coverage rate was 44.9%")
    if holds:
        setattr(clause, holds, True)
    return refusal_of(clause, at, row(*tail), is_change, "", None, is_left)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("is_denied", "not_asserted"),
        ("is_question", "not_asserted"),
        ("negated", "not_asserted"),
        ("planned", "plan"),
        ("standard", "standard"),
        ("sticky_standard", "standard"),
        ("subset", "subset"),
        ("per", "unit"),
        ("real", "base"),
        ("compared", "compared"),
    ],
)
def test_what_holds_before_a_figure_refuses_it(name: str, reason: str) -> None:
    """A denial, question, plan, limit, group, rate, constant price or comparison before a figure refuses it."""
    assert refused() is None
    assert refused(holds=name) == reason


@pytest.mark.parametrize(
    ("tail", "reason"),
    [
        (["plan"], "plan"),
        (["", "", "", "plan"], "plan"),
        (["standard"], "standard"),
        (["", "standard"], "standard"),
        (["", "", "standard"], None),
        (["per"], "unit"),
        (["", "per"], None),
        (["real"], "base"),
        (["", "", "real"], "base"),
        (["/above"], "compared"),
        (["/below"], "compared"),
        (["", "/below"], None),
        (["/below", "yoy"], None),
        (["/below", "@when"], None),
        (["than", "", "place"], None),
        (["unknown"], None),
        (["of", "unknown"], None),
        (["/of", "unknown"], "unclear"),
    ],
)
def test_what_stands_behind_a_figure_refuses_it(tail: list[str], reason: str | None) -> None:
    """A plan or constant prices anywhere behind a figure refuse it; a limit, a rate or what it counts close to it."""
    assert refused(*tail) == reason


def test_a_limit_holds_for_the_figures_that_follow() -> None:
    """After a figure that is a limit, those of the same sentence are limits until a time is named."""
    clause, at, _ = clause_of("The forest coverage rate was 44.9%")
    assert refusal_of(clause, at, row("standard"), False, "", None, True) == "standard"
    assert refusal_of(clause, at, [], False, "", None, True) == "standard"
    assert clause.sticky_standard is True


def test_a_change_is_refused_if_its_base_is_unclear() -> None:
    """A change of several years together needs a base, and one from another place or thing is no change in time."""
    clause, at, _ = clause_of("Forest coverage cumulatively rose: 44.9%")
    assert is_total(clause.tokens, at + 1) is False
    tokens = row("/cumulative", "")
    clause.tokens[at - 2 : at] = tokens
    for is_change, tail, base, reason in (
        (True, [], "", "base"),
        (False, [], "", None),
        (True, [], "2013", None),
        (True, ["yoy"], "", None),
        (True, ["", "@base"], "", None),
        (True, ["of", ""], "", "base"),
    ):
        clause.base = base
        assert refusal_of(clause, at, row(*tail), is_change, "", None, True) == reason
    assert refused("than", "unknown", is_change=True) == "compared"
    assert refused("than", "unknown", is_change=False) is None


def test_a_time_of_its_own_saves_a_compared_or_former_figure() -> None:
    """What is compared with, or came before, is judged if it has a time of its own, before it or behind it."""
    clause, at, _ = clause_of("The forest coverage rate was 44.9%")
    time = row("@when")[0].time
    assert refusal_of(clause, at, [], False, "from", None, True) == "former"
    assert refusal_of(clause, at, [], False, "from", time, True) is None
    clause.tokens[at - 1 : at] = row("@when")
    assert refusal_of(clause, at, [], False, "from", None, True) is None
    clause.compared = True
    assert refusal_of(clause, at, [], False, "", time, True) is None


def test_what_another_word_counts_is_refused_only_for_the_name_before() -> None:
    """A figure that counts what an unknown word behind it names is not of the name before it."""
    assert [refused("/of", "unknown", is_left=is_left) for is_left in (True, False)] == ["unclear", None]


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        ("than in Tianjin", True),
        ("lower than in Tianjin", True),
        ("lower in Tianjin", False),
        ("than in 2023", False),
        ("than gizmos", True),
        ("than the limit", True),
        ("than of-which", True),
        ("than gizmos of a year earlier", False),
        ("than Tianjin a year earlier", True),
        ("gizmos", False),
        ("gizmos than in 2023", False),
        ("", False),
    ],
)
def test_a_change_is_beside_another_place_or_thing(tail: str, expected: bool) -> None:
    """Behind `than` a place, or a thing without a base, is what a figure is held beside."""
    _, _, tokens = clause_of(f"PM2.5: 6.2% {tail}")
    assert is_beside_another(tokens) is expected


@pytest.mark.parametrize("word", ["累计", "cumulative", "cumulatively", "cumulated"])
def test_a_total_stands_close_before_its_figure(word: str) -> None:
    """A cumulative change is one whose word stands at most two tokens before it, and not behind it."""
    tokens = row(f"/{word}", "", "", "", f"/{word}")
    assert [is_total(tokens, at) for at in range(5)] == [False, True, True, False, False]


def test_a_figure_is_dated_by_the_time_after_from() -> None:
    """A time before a figure dates it unless a word such as from stands between, or it stands too far away."""
    assert is_dated(row("from", "@when", ""), 3) is True
    assert is_dated(row("@when", "from", ""), 3) is False
    assert is_dated(row("", "@when"), 1) is False
    far = row("@when", *[""] * REACH)
    assert [is_dated(far, at) for at in (0, 1, REACH, REACH + 1)] == [False, True, True, False]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("44.9% of gardens", True),
        ("44.9% of the gardens", True),
        ("44.9%的花卉", True),
        ("44.9% gardens", False),
        ("44.9% for gardens", False),
        ("44.9%, gardens", False),
        ("44.9%  gardens", False),
        ("44.9% of  the gardens", False),
        ("44.9% of  gardens", False),
        ("44.9% of", False),
        ("44.9%", False),
        ("44 gardens", True),
        ("44天花卉", True),
        ("44％ gardens", False),
        ("44 parks", False),
        ("44个花卉", True),
    ],
)
def test_a_figure_counts_what_the_unknown_word_after_it_names(text: str, expected: bool) -> None:
    """An unknown word right behind a figure without a unit, or behind its `of`, is what it counts or is a share of."""
    clause, at, tail = clause_of(text)
    assert counts_something_else(clause, at, tail) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("44 parks", False),
        ("44 new parks", True),
        ("44 New parks", True),
        ("new: 44 parks", False),
        ("new, 44 parks", False),
        ("the (new) 44 parks", True),
        ("new (44 parks)", False),
        ("new and the 44 parks", True),
        ("adding up to 44 parks", True),
        ("built 44 km", True),
        ("44 km of new lines", False),
        ("44 km newly", True),
        ("44 km newly put up", True),
        ("some 44 parks", False),
        ("some forty parks", False),
        ("44 km; newly", True),
    ],
)
def test_a_part_of_a_stock_is_known_by_its_words(text: str, expected: bool) -> None:
    """A word such as new in the words of a figure, before it in its part of a sentence, or right after it, says so."""
    clause, at, _ = clause_of(text)
    assert is_part(clause.tokens, at) is expected


def test_a_word_far_before_a_figure_makes_it_no_part() -> None:
    """A word such as new counts only a few tokens before a figure."""
    clause, at, _ = clause_of("44 parks")
    figure = clause.tokens[at]
    for distance in (1, REACH, REACH + 1):
        tokens = [*row("/new", *[""] * (distance - 1)), figure]
        assert is_part(tokens, distance) is (distance <= REACH)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("3 Consecutive years", True), ("连续3年", True), ("3 years", False), ("3 consecutive days", False)],
)
def test_a_streak_counts_years_in_a_row(text: str, expected: bool) -> None:
    """A figure of years in a row is a streak, for which a standard may be met; other tokens are none."""
    clause, at, _ = clause_of(f"PM2.5 met the standard for {text}")
    assert is_streak(clause.tokens[at]) is expected
    assert not any(is_streak(token) for place, token in enumerate(clause.tokens) if place != at)


@pytest.mark.parametrize(
    ("figure", "words", "unit"),
    [
        ("30.5", ["/micrograms"], "ug/m3"),
        ("30.5", ["/microgram."], "ug/m3"),
        ("30.5", ["/microgramX"], ""),
        ("30.5", ["", "/micrograms"], ""),
        ("30.5", [], ""),
        ("30.5 km", ["/micrograms"], ""),
    ],
)
def test_a_short_word_is_the_unit_of_a_number_without_one(figure: str, words: list[str], unit: str) -> None:
    """A short word for a unit right behind a number is its unit, if it has none."""
    assert short_unit_of(read_claim(figure), row(*words)) == unit
