"""What a clause says of a figure in other words than a name."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from beijing_public_services.verification.clause_words import LIMITS
from beijing_public_services.verification.paraphrases import find_paraphrase, parts_of
from beijing_public_services.verification.subject import Subject

if TYPE_CHECKING:
    from collections.abc import Iterable

    from beijing_public_services.verification.clause import Clause
    from beijing_public_services.verification.paraphrases import Paraphrases
    from beijing_public_services.verification.tokens import Token

MEASURES = frozenset(("hectare", "mu", "minute", "yuan", "km", "day", "month", "hour", "working_day", "person"))
REACH = 40  # tokens of a clause


def said_otherwise(clause: Clause, at: int, paraphrases: Paraphrases) -> Subject | None:
    """Return what the clause around a figure speaks of if it holds all words of one name, and no others."""
    first, last = _limits(clause, at)
    needed: set[str] = set()
    usable: set[str] = set()
    nouns: frozenset[str] = frozenset()
    figure = clause.tokens[at].figure
    assert figure
    unit = figure.unit
    for token in clause.tokens[first:last]:
        word = token.word.rstrip(".") if unit == "percent" else token.word
        if token.figure and token.figure.unit in ("", "person", "percent"):
            usable |= parts_of(token.figure.text.lower())
        elif token.figure:
            noun = parts_of(re.sub(r"^.*[0-9]|^[a-z]+(?=[\s-])", "", token.figure.text.lower()))
            needed |= noun if _counts(token.figure.unit, noun) else set()
            usable |= noun
            nouns = noun
        elif token.name:
            needed |= parts_of(token.name.text)
        elif token.role == "unknown":
            needed |= parts_of(word)
        else:
            usable |= parts_of(word)
    if not needed and len(nouns) > 1:  # all words that say what is counted stand in the figure
        needed |= nouns
    usable |= _shared_verb(clause, first, last)
    context = parts_of(clause.subject.text) if clause.subject else frozenset()
    ids = find_paraphrase(paraphrases, unit, frozenset(needed), frozenset(usable), context)
    token = clause.tokens[at]
    return Subject(text=" ".join(paraphrases.texts[id_] for id_ in ids), ids=ids, at=token.start) if ids else None


def _shared_verb(clause: Clause, first: int, last: int) -> frozenset[str]:
    """Return the parts of a verb that the items of a list share: 新增A 3个、B 2个, or 3 A and 2 B were added."""
    tokens = clause.tokens
    before = tokens[max(0, first - REACH) : first] if first and tokens[first - 1].role == "and" else []
    after = tokens[last : last + REACH] if last < len(tokens) and tokens[last].role == "and" else []
    return _verb_of(reversed(before)) or _verb_of(after)


def _verb_of(tokens: Iterable[Token]) -> frozenset[str]:
    """Return the parts of the first verb among tokens, none if a part of the sentence ends before it."""
    for token in tokens:
        if token.role in LIMITS:
            break
        if token.role == "verb":
            return parts_of(token.word.rstrip("."))
    return frozenset()


def _counts(unit: str, noun: frozenset[str]) -> bool:
    """Return whether the noun after a number is what it counts, such as museums, and no measure, such as hectares."""
    return unit not in MEASURES and noun == parts_of(unit)


def _limits(clause: Clause, at: int) -> tuple[int, int]:
    """Return where the clause around a figure begins and ends: at a comma, or at an `and` next to another figure."""
    tokens = clause.tokens
    first = at
    joint: int | None = None
    while first > max(0, at - REACH) and tokens[first - 1].role not in LIMITS:
        if tokens[first - 1].figure:
            first = at if joint is None else joint
            break
        first -= 1
        if tokens[first].role == "and" and (joint is None or not tokens[first].word.isascii()):
            joint = first + 1  # in English a figure stands before its noun: the nearest `and` is the joint
    last = end = at + 1
    while last < min(len(tokens), at + REACH) and tokens[last].role not in LIMITS:
        if tokens[last].figure:
            last = end
            break
        if tokens[last].role == "and":
            end = last
        last += 1
    return first, last
