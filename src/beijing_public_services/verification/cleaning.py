"""A text as it was before it was wrapped, quoted or hyphenated, with the place of each character in the original."""

from __future__ import annotations

import re
from bisect import bisect_right

from beijing_public_services._record import Record

HIDDEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\r]")
QUOTED = re.compile(r"[ \t]*(?:>[ \t]?)+")
MARKED = re.compile(
    r"(?:[-*•·●○◦▪■□◆–—>#|]+|[0-9]{1,2}[.)、．]|[(（](?:[0-9]{1,2}|[一二三四五六七八九十]{1,3}|[a-z])[)）]|[一二三四五六七八九十]{1,3}、"
    r"|[a-zA-Z][.)])\s?"
)
COLUMNS = re.compile(r"\||\t|\S {2,}\S")
HAN = re.compile("[㐀-鿿，、（）《》“”]")
ENDED = re.compile(r"[。！？；!?;:：]['\"”’)）]*$|\.['\"”’)]*$")
OPEN_ENDED = re.compile(
    r"(?:,|，|、|\b(?:the|an?|of|in|to|and|or|by|for|from|at|with|was|were|is|are|than|as|on|that))$", re.I
)
CONTINUES = re.compile("[a-z%]|达|为|是|提高|增|降|上升|下降|减|升|至|到|超|突破|的|占|同比|比|较")
HYPHENATED = re.compile(r"[A-Za-z]{2}-$")
COMPOUND = re.compile(r"(?:on|in|to|of|the|end|year|old|up|off|month|quarter|term)\b", re.I)
WIDEST = 24  # columns below which lines are taken for items, not for wrapped prose


class Cleaned(Record):
    """A cleaned text, and where its characters stand in the original."""

    text: str
    starts: tuple[int, ...]
    shifts: tuple[int, ...]

    def origin(self, place: int) -> int:
        """Return the place in the original of the character at a place in the cleaned text."""
        return place + self.shifts[bisect_right(self.starts, place) - 1]


def clean(text: str) -> Cleaned:
    """Return the text without soft hyphens, quotation marks at line starts and line breaks within sentences.

    A line break is within a sentence where the next line goes on in lower case or with a Chinese verb, where the line
    ends in a comma or a function word, and where it is as long as the lines around it. Items of lists and rows of
    tables keep their lines.
    """
    pieces: list[str] = []
    starts, shifts = [0], [0]
    size = 0

    def keep(first: int, last: int) -> None:
        nonlocal size
        for part_first, part_last in _without_hidden(text, first, last):
            if part_first - size != shifts[-1]:
                starts.append(size)
                shifts.append(part_first - size)
            pieces.append(text[part_first:part_last])
            size += part_last - part_first

    for first, last, joint in _lines(text):
        keep(first, last)
        if joint is not None and joint:
            pieces.append(joint)
            size += len(joint)
    return Cleaned(text="".join(pieces), starts=tuple(starts), shifts=tuple(shifts))


def _without_hidden(text: str, first: int, last: int) -> list[tuple[int, int]]:
    """Return the parts of a line between characters that nobody sees, and without runs of spaces in prose."""
    parts = []
    at = first
    for hidden in HIDDEN.finditer(text, first, last):
        if hidden.start() > at:
            parts.append((at, hidden.start()))
        at = hidden.end()
    parts.append((at, last))
    return parts


def _lines(text: str) -> list[tuple[int, int, str | None]]:
    """Return the span of each line without its quotation marks, and what joins it to the next."""
    spans = []
    at = 0
    for line in text.splitlines(keepends=True) or [""]:
        quoted = QUOTED.match(line)
        end = at + len(line.rstrip("\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"))
        spans.append((min(at + (quoted.end() if quoted else 0), end), end, len(line) > end - at))
        at += len(line)
    stripped = [text[first:last].strip() for first, last, _ in spans]
    widths = _widths(stripped)
    result: list[tuple[int, int, str | None]] = []
    for place, (first, last, breaks) in enumerate(spans):
        here = stripped[place]
        after = stripped[place + 1] if place + 1 < len(spans) else ""
        if not breaks:
            result.append((first, last, None))
        elif _goes_on(here, after, widths[place]):
            first += len(text[first:last]) - len(text[first:last].lstrip()) if place else 0
            last -= len(text[first:last]) - len(text[first:last].rstrip())
            joint = "" if HAN.match(here[-1]) and HAN.match(after[0]) else " "
            if HYPHENATED.search(here) and after[0].islower():
                last, joint = (last if COMPOUND.match(after) else last - 1), ""
            result.append((first, last, joint))
        else:
            result.append((first, last, "\n"))
    return result


def _widths(lines: list[str]) -> list[int]:
    """Return for each line the width of the widest line of its paragraph."""
    widths = [0] * len(lines)
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and lines[end]:
            end += 1
        widest = max((_width(line) for line in lines[at:end]), default=0)
        widths[at:end] = [widest] * (end - at)
        at = end + 1
    return widths


def _width(line: str) -> int:
    return len(line) + sum(letter > "⺀" for letter in line[:200])


def _goes_on(here: str, after: str, widest: int) -> bool:
    """Return whether a sentence goes on from one line to the next."""
    if not here or not after or MARKED.match(after) or COLUMNS.search(here) or COLUMNS.search(after):
        return False
    if here.startswith("#") or ENDED.search(here):
        return False
    if CONTINUES.match(after) or OPEN_ENDED.search(here):
        return True
    return widest >= WIDEST and _width(here) >= 0.75 * widest
