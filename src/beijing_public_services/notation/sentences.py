"""The sentences of a text, with the paragraph each stands in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from beijing_public_services._record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

END = re.compile(r"[。！？；!?;\n]+|\.+(?=['\")\]]*(?:\s|$))")
ABBREVIATED = re.compile(
    r"(?:(?<![a-z])(?:approx|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|no|nos|vs|e\.g|i\.e|cf|mr|mrs|ms|dr|prof|gen|st|fig|inc|co|est|ca|cu|sq|al"
    r"|u\.s|u\.k|p|pp|vol|tel|ed|eds|incl|excl|resp|avg|min|max|km|cubic m|[a-z])|(?:^|\n)[ \t]*[0-9]{1,2})$"
)
SOFT = re.compile("(?:pct|ltd|etc|a\\.m|p\\.m|corp)$")
NEXT = re.compile(r"\s*\S")


class Sentence(Record):
    """Where a sentence begins and ends, its paragraph, and whether it asks."""

    start: int
    end: int
    paragraph: int
    asks: bool
    goes_on: bool  # whether a semicolon, and no full stop, stands before it


def sentences_of(folded: str, text: str) -> Iterator[Sentence]:
    """Yield the sentences of a text; `folded` is the same text folded."""
    start = paragraph = 0
    goes_on = False
    for end in END.finditer(folded):
        if end[0][0] == "." and _is_no_end(folded, text, end):
            continue
        if folded[start : end.end()].strip():
            asks = "?" in end[0]
            yield Sentence(start=start, end=end.end(), paragraph=paragraph, asks=asks, goes_on=goes_on)
        paragraph += end[0].count("\n") > 1 or ("\n" in end[0] and text[end.end() : end.end() + 1].isspace())
        start = end.end()
        goes_on = text[end.start()] == "；"
    if folded[start:].strip():
        yield Sentence(start=start, end=len(folded), paragraph=paragraph, asks=False, goes_on=goes_on)


def _is_no_end(folded: str, text: str, end: re.Match[str]) -> bool:
    """Return whether a full stop only abbreviates."""
    span = max(0, end.start() - 12), end.start()
    if ABBREVIATED.search(folded, *span):
        return True
    following = NEXT.match(text, end.end())
    return bool(SOFT.search(folded, *span)) and not (following and following[0][-1].isupper())
