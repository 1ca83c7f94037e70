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
from beijing_public_services.notation.locators import footnote_of, in_report

NOTES = "\n## Notes\n"
PARAGRAPH = re.compile(r"\[(?P<locator>s(?P<section>[\d.]+)\.p(?P<ordinal>\d{1,9}))\] (?P<text>.*)")
HEADING = re.compile(r"#+ (?P<section>[\d.]+) (?P<text>.*)")
MARKER = re.compile(r"\[\^(n\d+)\]")
HAN = re.compile("[一-鿿]")
LATIN = re.compile("[A-Za-z]")
NUMERAL = re.compile(
    r"(?:\d{1,3}(?:,\d{3})+(?!\d)|(?<![\d,])\d{1,2}(?:,\d{2})+,\d{3}(?![\d,])|\d+)(?:\.\d+)?|[零一二三四五六七八九十百千万亿两Ⅰ-Ⅻ〇首]+"
)


class PlacedNumeral(Record):
    """A numeral of a paragraph: its token, and where it stands in the paragraph without white space."""

    token: str
    start: int
    end: int


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
    def numerals(self) -> list[PlacedNumeral]:
        """The numerals in order. White space between two numerals parts them only in a text that is not in Chinese."""
        if is_chinese(self.text) or not self.spaced:
            found = numerals(self.text)
            return [PlacedNumeral(token=each[0], start=each.start(), end=each.end()) for each in found]
        place = {at: number for number, at in enumerate(self.places)}
        return [
            PlacedNumeral(token=each[0], start=place[each.start()], end=place[each.end() - 1] + 1)
            for each in numerals(self.spaced)
        ]

    @property
    def places(self) -> list[int]:
        """Where in `spaced` each character of `text` stands."""
        return [place for place, letter in enumerate(self.spaced) if not letter.isspace()]


class SourceText(Record):
    """A report: its paragraphs in order, and for each footnote id the anchor, where its marker stands.

    The anchor `s4.p1#9` is after the ninth numeral of a paragraph; the anchor `s4.1` is on the heading of a section.
    In a report other than the first of a package, locators and anchors begin with its id and a slash, and the ids of
    footnotes with its id and `_`.
    """

    paragraphs: tuple[SourceParagraph, ...]
    anchors: dict[str, str]


def read_source(text: str, report: str = "") -> SourceText:
    """Return the paragraphs and footnote anchors of a report, whose id is "" for the first report of a package."""
    paragraphs: list[SourceParagraph] = []
    anchors: dict[str, str] = {}
    for line in text.split(NOTES)[0].splitlines():
        if heading := HEADING.match(line):
            heads = in_report(report, f"s{heading['section']}")
            anchors |= {footnote_of(report, marker): heads for marker in MARKER.findall(line)}
        if not (found := PARAGRAPH.match(line)):
            continue
        pieces = MARKER.split(found["text"])
        parts = [strip_whitespace(piece) for piece in pieces[::2]]
        paragraph = SourceParagraph(
            locator=in_report(report, found["locator"]),
            section=found["section"],
            ordinal=int(found["ordinal"]),
            text="".join(parts),
            spaced="".join(pieces[::2]),
        )
        starts = [numeral.start for numeral in paragraph.numerals]
        for marker, end in zip(pieces[1::2], accumulate(map(len, parts)), strict=False):
            place = f"{found['locator']}#{bisect_left(starts, end)}"
            anchors[footnote_of(report, marker)] = in_report(report, place)
        paragraphs.append(paragraph)
    return SourceText(paragraphs=tuple(paragraphs), anchors=anchors)


def is_chinese(text: str) -> bool:
    """Return whether a text is in Chinese: it has at least half as many Chinese characters as Latin letters."""
    return HAN.search(text) is not None and 2 * len(HAN.findall(text)) >= len(LATIN.findall(text))


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
