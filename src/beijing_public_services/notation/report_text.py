"""Reading a report's text: its paragraphs, the numerals of each, and where the markers of footnotes stand.

The text is Markdown: a heading is `## 4.1 …` with its section number, a paragraph one line `[s4.1.p1] …`, a footnote
marker `[^n12]`, and everything from the heading `## Notes` on is left out.
"""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left
from itertools import accumulate

from beijing_public_services._record import Record

NOTES = "\n## Notes\n"
PARAGRAPH = re.compile(r"\[(?P<locator>s(?P<section>[\d.]+)\.p(?P<ordinal>\d{1,9}))\] (?P<text>.*)")
HEADING = re.compile(r"#+ (?P<section>[\d.]+) (?P<text>.*)")
MARKER = re.compile(r"\[\^(n\d+)\]")
NUMERAL = re.compile(r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?|[零一二三四五六七八九十百千万亿两Ⅰ-Ⅻ〇首]+")


class SourceParagraph(Record):
    """A paragraph of the report, without its footnote markers and without white space.

    `spaced` is the same text with its white space.
    """

    locator: str
    section: str
    ordinal: int
    text: str
    spaced: str = ""

    @property
    def sha256(self) -> str:
        """The fingerprint of the paragraph: the SHA-256 of its text in UTF-8."""
        return hashlib.sha256(self.text.encode(errors="surrogatepass")).hexdigest()

    @property
    def places(self) -> list[int]:
        """Where in `spaced` each character of `text` stands."""
        return [place for place, letter in enumerate(self.spaced) if not letter.isspace()]


class SourceText(Record):
    """A report: its paragraphs in order, and for each footnote id the anchor, where its marker stands.

    The anchor `s4.p1#9` is after the ninth numeral of a paragraph; the anchor `s4.1` is on the heading of a section.
    """

    paragraphs: tuple[SourceParagraph, ...]
    anchors: dict[str, str]


def read_source(report: str) -> SourceText:
    """Return the paragraphs and footnote anchors of a report."""
    paragraphs: list[SourceParagraph] = []
    anchors: dict[str, str] = {}
    for line in report.split(NOTES)[0].splitlines():
        if heading := HEADING.match(line):
            anchors.update(dict.fromkeys(MARKER.findall(line), f"s{heading['section']}"))
        if not (found := PARAGRAPH.match(line)):
            continue
        pieces = MARKER.split(found["text"])
        parts = [strip_whitespace(piece) for piece in pieces[::2]]
        read = "".join(parts)
        starts = [numeral.start() for numeral in numerals(read)]
        for marker, end in zip(pieces[1::2], accumulate(map(len, parts)), strict=False):
            anchors[marker] = f"{found['locator']}#{bisect_left(starts, end)}"
        paragraphs.append(
            SourceParagraph(
                locator=found["locator"],
                section=found["section"],
                ordinal=int(found["ordinal"]),
                text=read,
                spaced="".join(pieces[::2]),
            )
        )
    return SourceText(paragraphs=tuple(paragraphs), anchors=anchors)


def strip_whitespace(text: str) -> str:
    """Return the text without white space."""
    return "".join(text.split())


def numerals(text: str) -> list[re.Match[str]]:
    """Return the numerals of a text without white space, in order.

    Arabic: a run of digits, with thousands commas or without, and an optional decimal part. Chinese: a run of numeral
    characters, unless it only scales the Arabic number before it (the 万 of 1.9万).
    """
    return [
        found
        for found in NUMERAL.finditer(text)
        if found[0][0].isascii() or found[0].startswith("首") or not text[found.start() - 1 : found.start()].isdecimal()
    ]
