"""A paragraph of a report as it is drafted from: the text that is read, its numerals, and its clauses."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from beijing_public_services._record import TYPE_CHECKING, Record
from beijing_public_services.notation.report_text import is_chinese

if TYPE_CHECKING:
    from beijing_public_services.notation.report_text import SourceParagraph

KEPT = 8  # paragraphs whose parts are kept while their figures are drafted
SENTENCE_END = re.compile(r"[。！？；;!?](?:[”\"’])?|\.(?=\s+[A-Z\"“(]|\s*\Z)")
CLAUSE_END = re.compile(r"[，,：:](?![0-9]{3})|[。！？；;!?]|\.(?=\s|\Z)|——|--")


class DraftNumeral(Record):
    """A numeral of a paragraph: its ordinal and token, and where it stands in the text that is read."""

    ordinal: int
    token: str
    start: int
    end: int


class Paragraph(Record):
    """A paragraph to draft from.

    `text` is without white space if it is in Chinese, else with it; `heading` is the heading that it stands under,
    `is_chinese` whether it is written in Chinese.
    """

    locator: str
    section: str
    heading: str
    text: str
    is_chinese: bool
    numerals: tuple[DraftNumeral, ...]

    def sentence(self, at: int) -> tuple[int, int]:
        """Return where the sentence begins and ends that holds a place."""
        return _span(SENTENCE_END, self.text, at)

    def clause(self, at: int) -> tuple[int, int]:
        """Return where the clause begins and ends that holds a place."""
        return _span(CLAUSE_END, self.text, at)


def paragraph_of(source: SourceParagraph, heading: str) -> Paragraph:
    """Return a paragraph of a report with its numerals in their places."""
    chinese = is_chinese(source.text)
    places = list(range(len(source.text))) if chinese else source.places
    return Paragraph(
        locator=source.locator,
        section=source.section,
        heading=heading,
        text=source.text if chinese else source.spaced,
        is_chinese=chinese,
        numerals=tuple(
            DraftNumeral(ordinal=ordinal, token=each.token, start=places[each.start], end=places[each.end - 1] + 1)
            for ordinal, each in enumerate(source.numerals, 1)
        ),
    )


def _span(end: re.Pattern[str], text: str, at: int) -> tuple[int, int]:
    ends = _ends(end, text)
    place = bisect_right(ends, at)
    return (ends[place - 1] if place else 0), (ends[place] if place < len(ends) else len(text))


@lru_cache(KEPT)
def _ends(end: re.Pattern[str], text: str) -> tuple[int, ...]:
    return tuple([each.end() for each in end.finditer(text)])
