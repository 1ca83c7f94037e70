"""Whether the words right before a name make it that of another measure, as in core CPI."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services.verification.clause_words import MODIFIERS, MODIFYING, SUPERLATIVES, URBAN_AND_RURAL

if TYPE_CHECKING:
    from beijing_public_services.verification.tokens import Token


def is_modified(tokens: list[Token], place: int) -> bool:
    """Return whether the words before a name make it another measure: core CPI, X的NAME, Xs' NAME, PM2.5优良天数."""
    token = tokens[place]
    previous = tokens[place - 1] if place else None
    if previous is None or previous.end < token.start - 1 or follows_superlative(tokens, place):
        return False
    if [each.word for each in tokens[max(0, place - 3) : place]] == URBAN_AND_RURAL:
        return False
    if place > 1 and (previous.word == "的" or previous.word.endswith("'")):
        owner = tokens[place - 2]
        return owner.role in MODIFYING and owner.end >= previous.start - 1
    if previous.name and previous.end == token.start:
        return True
    return previous.role in MODIFYING or previous.word in MODIFIERS


def follows_superlative(tokens: list[Token], place: int) -> bool:
    """Return whether a name follows words such as the world's longest, which do not make it another measure."""
    before = place - 1 - (tokens[place - 1].word == "的")
    beside = tokens[max(0, before - 2) : max(0, before)]
    return tokens[before].word in SUPERLATIVES and any(each.place for each in beside)
