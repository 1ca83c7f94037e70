"""Why a figure is not judged although its name is known: it is denied, planned, a limit, or of something else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from beijing_public_services.notation.word_lists import words
from beijing_public_services.verification.motion import base_of

if TYPE_CHECKING:
    from beijing_public_services.notation.figure import Claim
    from beijing_public_services.notation.times import Time
    from beijing_public_services.verification.clause import Clause
    from beijing_public_services.verification.passage_report import PassageReason
    from beijing_public_services.verification.tokens import Token

REACH = 12  # tokens before a figure
OTHERS = ("unknown", "part", "standard")  # what a figure may be held beside, by the role of its word
NUMBER = re.compile("[0-9]")
CHINESE = re.compile("[一-鿿]")
CONSECUTIVE = re.compile(r"连续|consecutive|straight|running|in a row|来首次|新低|successive|低|low")
TOTALS = ("累计", "cumulative", "cumulatively", "cumulated")
SHORT_UNITS = {"micrograms": "ug/m3", "microgram": "ug/m3"}  # of what floats in the air
PARTS = words(
    """
    new newly added adding add adds built building builds build opened opening opens created renovated planned upgraded
    completed visited some other more another suburban country pocket community wetland forest theme
    """
)


def refusal_of(
    clause: Clause, at: int, tail: list[Token], is_change: bool, particle: str, own_time: Time | None, is_left: bool
) -> PassageReason | None:
    """Return why a figure is not judged, whatever it is of."""
    if clause.is_denied or clause.is_question or clause.negated:
        return "not_asserted"
    if clause.planned or any(each.role == "plan" for each in tail):
        return "plan"
    is_limit = clause.standard or clause.sticky_standard or any(each.role == "standard" for each in tail[:2])
    if is_limit and not is_streak(clause.tokens[at]):
        clause.sticky_standard = True
        return "standard"
    if clause.subset:
        return "subset"
    if clause.per or any(each.role == "per" for each in tail[:1]):
        return "unit"
    if is_change and not clause.base and is_total(clause.tokens, at) and not any(base_of(each) for each in tail):
        return "base"
    if clause.real or any(each.role == "real" for each in tail):
        return "base"
    if tail and tail[0].word in ("above", "below") and not any(each.time or each.role == "yoy" for each in tail):
        return "compared"
    if clause.compared and not own_time:
        return "compared"
    if is_change and is_beside_another(tail):
        return "compared"
    if particle == "from" and not (own_time or is_dated(clause.tokens, at)):
        return "former"
    if is_left and counts_something_else(clause, at, tail):
        return "unclear"
    return None


def is_streak(token: Token) -> bool:
    """Return whether a figure counts years in a row: a standard may be met for so long."""
    return (
        token.figure is not None and token.figure.unit == "year" and bool(CONSECUTIVE.search(token.figure.text.lower()))
    )


def is_beside_another(tail: list[Token]) -> bool:
    """Return whether a change is from another place or thing, as 6% lower than in Tianjin is, and not from a time."""
    place = next((place for place, token in enumerate(tail) if token.role == "than"), len(tail))
    after = tail[place + 1 :]
    return any(token.place for token in after) or (
        any(token.role in OTHERS for token in after) and not any(base_of(token) for token in after)
    )


def is_total(tokens: list[Token], at: int) -> bool:
    """Return whether a change is one of several years together, as a cumulative one is."""
    return any(token.word in TOTALS for token in tokens[max(0, at - 2) : at])


def is_dated(tokens: list[Token], at: int) -> bool:
    """Return whether a time stands between a word such as from and the figure after it."""
    for token in reversed(tokens[max(0, at - REACH) : at]):
        if token.time:
            return True
        if token.role == "from":
            return False
    return False


def counts_something_else(clause: Clause, at: int, tail: list[Token]) -> bool:
    """Return whether a figure counts, or is a share of, what the unknown word after it names."""
    figure = clause.tokens[at].figure
    assert figure
    end, has_measure = clause.tokens[at].end, CHINESE.match(figure.text[-1]) is not None
    for token in tail:
        if token.start - end > 1:
            return False
        if token.role == "unknown":
            return has_measure or not figure.unit
        if token.word not in ("的", "of", "the"):
            return False
        has_measure = True
        end = token.end
    return False


def short_unit_of(figure: Claim, tail: list[Token]) -> str:
    """Return the unit that a number with a short word for it has, as in 30.5 micrograms; empty where it has none."""
    return SHORT_UNITS.get(tail[0].word.rstrip("."), "") if tail and not figure.unit else ""


def is_part(tokens: list[Token], at: int) -> bool:
    """Return whether the words of a figure, or around it, say that it is new, or a part of a stock."""
    figure = tokens[at].figure
    assert figure
    words = figure.text.lower().split()
    number = next((place for place, word in enumerate(words) if NUMBER.search(word)), len(words))
    if not PARTS.isdisjoint(words[number:]):
        return True
    for token in reversed(tokens[max(0, at - REACH) : at]):
        if token.role in ("comma", "colon", "open"):
            break
        if token.word in PARTS:
            return True
    return any(token.word in PARTS for token in tokens[at + 1 : at + 2])
