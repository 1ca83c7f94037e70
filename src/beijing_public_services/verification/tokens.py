"""A sentence as a row of tokens: names, figures, places, times, and what the words between them do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from beijing_public_services._record import Record
from beijing_public_services.verification import chinese_words, english_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beijing_public_services.datapackage.places import Place
    from beijing_public_services.notation.figure import Claim
    from beijing_public_services.notation.times import Time
    from beijing_public_services.verification.names import Name

PUNCTUATION = {
    **dict.fromkeys(",，", "comma"),
    **dict.fromkeys(":：", "colon"),
    **dict.fromkeys("([（【", "open"),
    **dict.fromkeys(")]）】", "close"),
    **dict.fromkeys("、/", "and"),
}
IGNORED = frozenset("-~…·•*|>#_\"'`“”‘’《》〈〉「」。.;；!！=+")
WORD = re.compile(
    rf"""
      (?P<note> \[[0-9]{{1,3}}\] )
    | (?P<han> {chinese_words.PATTERN} )
    | (?P<latin> [0-9]?[a-zà-ÿ][a-zà-ÿ'.-]* )
    | (?P<number> [0-9][0-9.,]* )
    | (?P<other> \S )
    """,
    re.VERBOSE,
)
LIST_MARK = re.compile(
    r"\s*(?:[0-9]{1,2}[.)、．]|[(（][0-9a-z一二三四五六七八九十]{1,3}[)）]|[a-z][.)]|[一二三四五六七八九十]{1,3}、)\s*"
)
BOUND = re.compile(
    r"(?:no |not )?(?:more|less|fewer|higher|lower|greater) than|(?:just |slightly |a little )?(?:above|below|over"
    r"|under)|not exceeding|up to"
    "|不?(?:高于|低于|多于|少于|超过|足|到|超|及)|以上|以下|大于|小于|多达|高达|突破"
)
NUMERAL = re.compile("[0-9０-９零〇一二两三四五六七八九十百千万亿Ⅰ-Ⅻ]")


LEADS = {**{role: role for role in ("rise", "fall", "improve", "by", "to")}, "growth": "rise", "growth_fall": "fall"}


class Token(Record):
    """A part of a sentence: where it stands, what it is (`role`), and the name, figure, place or time it holds."""

    start: int
    end: int
    role: str
    name: Name | None = None
    category: str = ""
    figure: Claim | None = None
    place: Place | None = None
    time: Time | None = None
    word: str = ""
    lead: tuple[str, ...] = ()
    is_bare: bool = False  # a name that a part of the stock goes by too


def tokens_of(folded: str, first: int, last: int, special: list[Token]) -> list[Token]:
    """Return the tokens of a sentence, given those that are more than words, which do not overlap."""
    tokens: list[Token] = []
    mark = LIST_MARK.match(folded, first, last)
    at = mark.end() if mark else first
    for token in special:
        if at < token.start:
            tokens += _words(folded, at, token.start)
        tokens.append(token)
        at = max(at, token.end)
    if at < last:
        tokens += _words(folded, at, last)
    return tokens


def _words(folded: str, first: int, last: int) -> Iterator[Token]:
    for match in WORD.finditer(folded, first, last):
        kind, text = match.lastgroup, match[0]
        role = "unknown"
        if kind == "note":
            continue
        if kind == "han":
            role = chinese_words.ROLES[text]
        elif kind == "latin":
            role = english_words.role_of(text.rstrip(".'-"))
        elif kind == "number":
            role = "number"
        elif kind == "other":
            if text in IGNORED:
                continue
            role = PUNCTUATION.get(text, "unknown")
        yield Token(start=match.start(), end=match.end(), role=role, word=text)


def number_start(claim: Claim, folded: str) -> int:
    """Return where the number of a figure begins, after the words that bound it or say which way it moved."""
    found = NUMERAL.search(folded, claim.start, claim.end)
    return found.start() if found else claim.start


def lead_of(claim: Claim, folded: str) -> tuple[str, ...]:
    """Return what the words of a figure before its number say of its motion; bounds such as more than say nothing."""
    lead = BOUND.sub(" ", folded[claim.start : number_start(claim, folded)])
    roles = [token.role for token in _words(lead, 0, len(lead))]
    return tuple(LEADS[role] for role in roles if role in LEADS)
