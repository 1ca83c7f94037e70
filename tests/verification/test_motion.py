"""Which way a figure moved, by the words around it, and the time and base that stand behind it."""

from __future__ import annotations

import pytest
from tests.support.prose import clause_of, row, tokens

from beijing_public_services.notation.times import Time
from beijing_public_services.verification.motion import REACH_OF_BASE, base_after, base_of, motion_of, own_time_of
from beijing_public_services.verification.tokens import Token


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("PM2.5: 6.2% lower", ("fall", True, "")),
        ("PM2.5: 6.2% Less than before", ("fall", True, "")),
        ("PM2.5: 6.2% below 2023", ("fall", True, "")),
        ("PM2.5: 6.2%的降幅", ("fall", True, "")),
        ("PM2.5: 6.2%降幅", ("fall", True, "")),
        ("PM2.5: 6.2% higher", ("rise", True, "")),
        ("PM2.5: 6.2% above 2023", ("rise", True, "")),
        ("PM2.5: 6.2% up", ("rise", True, "")),
        ("PM2.5: 6.2% up, to", ("rise", True, "")),
        ("PM2.5: 6.2% up to", ("", False, "")),
        ("PM2.5: 6.2% down to", ("fall", True, "")),
        ("PM2.5: 6.2% up of to", ("rise", True, "")),
        ("PM2.5: 6.2% hike to", ("rise", True, "")),
        ("PM2.5: 6.2%的增长", ("rise", True, "")),
        ("PM2.5: 6.2%的", ("", False, "")),
        ("PM2.5: 6.2%", ("", False, "")),
        ("PM2.5: 6.2% it is lower", ("", False, "")),
        ("PM2.5's growth: 6.2% lower", ("fall", True, "")),
    ],
)
def test_the_word_behind_a_figure_says_which_way_it_moved(text: str, expected: tuple[str, bool, str]) -> None:
    """A word such as lower, in the figure or right after it and 的, makes it a fall or a rise; `up to` is a limit."""
    clause, at, tail = clause_of(text)
    assert motion_of(clause, clause.tokens[at], tail) == expected


@pytest.mark.parametrize(
    ("motion", "particle", "last", "mode", "expected"),
    [
        ("fall", "", "fall", "", ("fall", True, "")),
        ("fall", "by", "fall", "", ("fall", True, "by")),
        ("fall", "to", "fall", "", ("fall", False, "to")),
        ("fall", "from", "fall", "", ("fall", False, "from")),
        ("rise", "by", "fall", "", ("rise", True, "by")),
        ("", "by", "fall", "", ("fall", True, "by")),
        ("", "by", "", "", ("", False, "by")),
        ("", "", "fall", "", ("", False, "")),
        ("", "to", "", "growth", ("", True, "to")),
        ("fall", "to", "", "growth", ("fall", True, "to")),
        ("", "from", "", "growth", ("", False, "from")),
        ("", "", "", "share", ("", False, "")),
    ],
)
def test_the_words_before_a_figure_say_whether_it_is_a_change(
    motion: str, particle: str, last: str, mode: str, expected: tuple[str, bool, str]
) -> None:
    """A figure after a motion, or of a growth, is a change, but not after `from`, nor a motion's after `to`."""
    clause, at, tail = clause_of("PM2.5: 6.2%")
    clause.motion, clause.particle, clause.last_motion = motion, particle, last
    assert clause.subject
    clause.subject = clause.subject.__replace__(mode=mode)
    assert motion_of(clause, clause.tokens[at], tail) == expected
    if not mode:
        clause.subject = None
        assert motion_of(clause, clause.tokens[at], tail) == expected


@pytest.mark.parametrize("kind", ["when", "whole", "span"])
def test_the_time_behind_a_figure_is_its_own(kind: str) -> None:
    """A time is that of the figure before it, whatever says nothing, or where, stands between."""
    tail = row("", "of", "by", "open", "place", "unknown", "each", f"@{kind}")
    assert own_time_of(tail) == tail[-1].time is not None


@pytest.mark.parametrize("roles", [[], ["of"], ["@base", "@when"], ["@date"], ["verb", "@when"], ["fall", "@when"]])
def test_a_figure_without_a_time_behind_it_has_none_of_its_own(roles: list[str]) -> None:
    """A base, a date or a verb ends the search for the time of a figure."""
    assert own_time_of(row(*roles)) is None


def test_what_a_change_is_from() -> None:
    """A base is the year before, the period before, or a year that is named."""
    assert [base_of(each) for each in row("yoy", "mom", "@base", "@when", "of")] == ["yoy", "mom", "2024", "", ""]
    times = [Time(start=0, end=1, kind="base", year=year, part=part) for year, part in ((0, ""), (2024, "2024-Q3"))]
    assert [base_of(Token(start=0, end=1, role="time", time=time)) for time in times] == ["yoy", "mom"]


@pytest.mark.parametrize(
    ("roles", "base"),
    [
        ([], ""),
        (["@base"], "2024"),
        *(([role, "yoy"], "yoy") for role in ("", "and", "comma", "in_order", "than", "to", "of", "close")),
        (["verb", "yoy"], ""),
        (["yoy", "verb", "mom"], "yoy"),
        (["yoy", "figure"], ""),
        (["yoy", "verb", "figure"], ""),
        (["yoy", "name"], ""),
        (["yoy", "comma", "figure"], "yoy"),
        (["yoy", "colon", "name"], "yoy"),
        (["comma", "figure", "yoy"], ""),
        ([*[""] * (REACH_OF_BASE - 1), "yoy"], "yoy"),
        ([*[""] * REACH_OF_BASE, "yoy"], ""),
    ],
)
def test_a_base_behind_a_figure_is_its_own_unless_another_figure_follows(roles: list[str], base: str) -> None:
    """Words that say nothing may stand before a base; one before another figure or name is of that, but for a comma."""
    figure, name = tokens("5% PM2.5")
    made = [{"figure": figure, "name": name}.get(token.role, token) for token in row("mom", "", *roles)]
    assert base_after(made, 1) == base
