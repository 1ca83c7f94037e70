"""Which words of a clause have to be in a name, and which may be, where a figure has no name beside it."""

from __future__ import annotations

import pytest
from tests.support.prose import row

from beijing_public_services.notation.claim import read_claim
from beijing_public_services.verification import other_words
from beijing_public_services.verification.clause import Clause
from beijing_public_services.verification.context import Context
from beijing_public_services.verification.other_words import REACH, said_otherwise
from beijing_public_services.verification.paraphrases import Paraphrases
from beijing_public_services.verification.subject import Subject

KNOWN = Paraphrases(names=(), texts={"a": "text of a", "b": "text of b"}, units={}, holding={}, short={})
GAP = " _" * (REACH - 1)


def asked(
    monkeypatch: pytest.MonkeyPatch, said: str, figure: str = "", subject: Subject | None = None
) -> tuple[str, str, str]:
    """The words that a name must hold, those that it may hold, and those spoken of before, with the figure at `>`."""
    roles = said.split()
    place = next(place for place, role in enumerate(roles) if role[0] == ">")
    tokens = row(*("" if role == "_" else role.lstrip(">") for role in roles))
    if figure:
        tokens[place] = tokens[place].__replace__(figure=read_claim(figure))
    clause = Clause(tokens, Context("CN-BJ", 0), is_question=False, is_denied=False)
    clause.subject = subject
    heard: list[tuple[str, ...]] = []

    def find(known: Paraphrases, unit: str, *words: frozenset[str]) -> tuple[str, ...]:
        claim = tokens[place].figure
        assert known is KNOWN
        assert claim
        assert unit == claim.unit
        assert all(isinstance(each, frozenset) for each in words)
        heard.append(tuple(" ".join(sorted(each)) for each in words))
        return ("a", "b")

    monkeypatch.setattr(other_words, "find_paraphrase", find)
    assert said_otherwise(clause, place, KNOWN) == Subject(text="text of a text of b", ids=("a", "b"), at=place)
    ((needed, usable, before),) = heard
    return needed, usable, before


@pytest.mark.parametrize(
    ("said", "figure", "needed", "usable"),
    [
        ("unknown/aa >figure:5km /bb", "", "aa", "bb km"),
        ("unknown/aa. >figure:5% /bb.", "", "aa", "bb"),
        ("unknown/aa. >figure:5km", "", "aa.", "km"),
        ("name:aa >figure:55", "", "aa", "55"),
        ("unknown/aa name:bb >figure:5", "", "aa bb", ""),
        ("/bb >figure:55", "", "", "55 bb"),
        ("/bb >figure", "5 million people", "", "bb mill peopl"),
        ("/bb >figure", "5 per cent", "", "bb cent per"),
        ("_ >figure", "five parks", "park", "park"),
        ("_ >figure", "5 parks", "park", "park"),
        ("/bb >figure", "5 parks", "park", "bb park"),
        ("unknown/aa >figure", "5 parks", "aa park", "park"),
        ("unknown/aa >figure", "5 people", "aa", "peopl"),
        ("unknown/aa >figure", "over 5 hectares", "aa", "hectar"),
        ("/bb >figure:5km", "", "", "bb km"),
        ("/bb >figure", "5 square kilometers", "kilome squar", "bb kilome squar"),
        ("unknown/aa >figure", "5 square kilometers", "aa", "kilome squar"),
    ],
)
def test_a_word_that_nothing_explains_must_be_in_the_name(
    monkeypatch: pytest.MonkeyPatch, said: str, figure: str, needed: str, usable: str
) -> None:
    """Unknown words, names and what a figure counts must be in the name; a unit and words that say nothing may be."""
    assert asked(monkeypatch, said, figure)[:2] == (needed, usable)


def test_a_unit_of_two_words_is_what_a_figure_counts() -> None:
    """A unit has `_` for the space in what is counted; a measure counts nothing."""
    assert other_words._counts("big_park", frozenset(("big", "park")))
    assert not other_words._counts("working_day", frozenset(("work", "day")))


def test_a_short_name_may_leave_out_what_was_spoken_of(monkeypatch: pytest.MonkeyPatch) -> None:
    """The words of the subject are those spoken of before; without one there are none."""
    subject = Subject(text="rail length", ids=("rail",))
    assert asked(monkeypatch, "_ >figure:5", subject=subject)[2] == "length rail"
    assert asked(monkeypatch, "_ >figure:5")[2] == ""


def test_no_name_is_no_subject(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no name holds the words there is no answer."""
    monkeypatch.setattr(other_words, "find_paraphrase", lambda *_: ())
    clause = Clause(row("figure:5km"), Context("CN-BJ", 0), is_question=False, is_denied=False)
    assert said_otherwise(clause, 0, KNOWN) is None


@pytest.mark.parametrize(
    ("said", "needed"),
    [
        *(
            (f"unknown/aa {limit} unknown/bb >figure:5 unknown/cc {limit} unknown/dd", "bb cc")
            for limit in ("comma", "colon", "open", "close")
        ),
        ("figure:1 unknown/aa >figure:5", ""),
        ("unknown/xx figure:1 unknown/aa and/and unknown/bb >figure:5", "bb"),
        ("figure:1 unknown/aa and/and unknown/bb and/and unknown/cc >figure:5", "cc"),
        ("figure:1 unknown/aa and/、 unknown/bb and/、 unknown/cc >figure:5", "bb cc"),
        ("figure:1 and/and >figure:5 unknown/aa", "aa"),
        ("unknown/aa and/and unknown/bb >figure:5", "aa bb"),
        (">figure:5 unknown/aa figure:7", ""),
        (">figure:5 unknown/aa and unknown/bb figure:7 unknown/xx", "aa"),
        (">figure:5 unknown/aa and unknown/bb and unknown/cc figure:7", "aa bb"),
        (">figure:5 and figure:7 unknown/aa", ""),
        (">figure:5 unknown/aa and unknown/bb", "aa bb"),
        (f"unknown/aa{GAP} >figure:5", "aa"),
        (f"_ _ unknown/xx unknown/aa{GAP} >figure:5", "aa"),
        (f">figure:5{GAP[2:]} unknown/aa unknown/xx", "aa"),
        (f"_ >figure:5{GAP[2:]} unknown/aa unknown/xx", "aa"),
    ],
)
def test_a_clause_ends_at_a_comma_or_beside_another_figure(
    monkeypatch: pytest.MonkeyPatch, said: str, needed: str
) -> None:
    """Words up to a comma count; of those between two figures only the ones on this side of `and`."""
    assert asked(monkeypatch, said)[0] == needed


@pytest.mark.parametrize(
    ("said", "usable"),
    [
        ("verb/zz unknown/aa figure:1 and unknown/bb >figure:5", "zz"),
        ("verb/zz. unknown/aa figure:1 and unknown/bb >figure:5", "zz"),
        ("verb/yy verb/zz figure:1 and unknown/bb >figure:5", "zz"),
        ("verb/zz comma figure:1 and unknown/bb >figure:5", ""),
        ("verb/zz figure:1 comma unknown/bb >figure:5", ""),
        (">figure:5 unknown/aa and figure:7 unknown/bb verb/zz verb/yy", "zz"),
        (">figure:5 unknown/aa and figure:7 comma verb/zz", ""),
        (">figure:5 unknown/aa comma figure:7 verb/zz", ""),
        ("verb/yy figure:1 and unknown/bb >figure:5 and figure:7 verb/zz", "yy"),
        ("verb/zz figure:1 unknown/aa >figure:5", ""),
        (">figure:5 verb/zz", "zz"),
        ("and >figure:5", ""),
        (">figure:5 figure:7 and verb/zz", ""),
        ("verb/zz" + GAP[2:] + " figure:1 and >figure:5", ""),
        ("verb/zz" + GAP[4:] + " figure:1 and >figure:5", "zz"),
        (">figure:5 and figure:7" + GAP[4:] + " verb/zz", "zz"),
        (">figure:5 and figure:7" + GAP[2:] + " verb/zz", ""),
    ],
)
def test_the_items_of_a_list_share_a_verb(monkeypatch: pytest.MonkeyPatch, said: str, usable: str) -> None:
    """The nearest verb of the part before an `and`, else after one, is said of each item of a list."""
    assert asked(monkeypatch, said)[1] == usable
