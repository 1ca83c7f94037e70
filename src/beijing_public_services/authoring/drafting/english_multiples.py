"""Figures that English writes without a numeral: `seven fewer than last year`, `double the 2021 figure`, `trebled`."""

from __future__ import annotations

import re
from decimal import Decimal

from beijing_public_services._record import TYPE_CHECKING
from beijing_public_services.authoring.drafting.figure import DraftFigure
from beijing_public_services.notation import english
from beijing_public_services.notation.english_numerals import CARDINAL
from beijing_public_services.notation.numerals import one_of
from beijing_public_services.notation.printed import read_or_none

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beijing_public_services.authoring.drafting.text import Paragraph

BOUND = rf"(?:(?<![a-z])(?P<bound>{one_of(english.BOUNDS)})\s)?"
OTHER = r"(?P<other>fewer|less|more|lower|higher|greater)"
COMPARED = re.compile(rf"(?<![a-z-])(?P<count>(?:{CARDINAL}))\s{OTHER}\sthan(?!\s(?:[0-9]|one\b))", re.IGNORECASE)
TIMES = {"double": 2, "twice": 2, "treble": 3, "triple": 3, "quadruple": 4}
MULTIPLE = re.compile(  # double the 2021 figure; but not double the number of staff to, which is a verb
    rf"{BOUND}\b(?P<times>{'|'.join(TIMES)})\s(?=(?:the|that|those|its|their|what)\s(?:[a-z]+\s){{0,3}}?(?:(?:19|20)[0-9]{{2}}\b"
    r"|(?:level|figure|number|total|rate|sum|average|amount|previous|of|in|last|it|national|year|target)s?\b))",
    re.IGNORECASE,
)
CHANGED = re.compile(  # more than doubled, trebling
    rf"{BOUND}\b(?P<times>doubl|trebl|tripl|quadrupl)(?:ed|ing)(?=\s?(?:[.,;)]|to\b|in\b|since\b|from\b|over\b|on\b|between\b|by\b))",
    re.IGNORECASE,
)
IDLE = re.compile(
    r"\b(?:to|will|would|may|can|could|not)\s(?:(?:more\sthan|nearly|almost|about|over)\s)?\Z", re.IGNORECASE
)


def in_words(paragraph: Paragraph, figures: list[DraftFigure]) -> Iterator[DraftFigure]:
    """Yield the figures of an English paragraph that no numeral writes and that lie in no other figure.

    No package holds them, since a figure of a package stands at a numeral.
    """
    text = paragraph.text
    taken = [(figure.start, figure.end) for figure in figures]
    for found in COMPARED.finditer(text):
        read = read_or_none(f"{found['count']} {found['other']}")
        if read and not _overlaps(found.start(), found.end("other"), taken):
            fall = read.value < 0
            yield _made(found.start(), found.end("other"), text, f"{read.value:f}", read.bound, "", fall=fall)
    for pattern, unit in ((MULTIPLE, "times"), (CHANGED, "percent")):
        for found in pattern.finditer(text):
            if _overlaps(*found.span(), taken) or (unit == "times" and IDLE.search(text, 0, found.start())):
                continue
            times = next(many for word, many in TIMES.items() if word.startswith(found["times"].casefold()[:4]))
            value = Decimal(times if unit == "times" else 100 * (times - 1))
            phrase = " ".join((found["bound"] or "").casefold().split())
            yield _made(*found.span(), text, f"{value:f}", english.BOUNDS.get(phrase, "exact"), unit, fall=False)


def _overlaps(start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    return any(first < end and start < last for first, last in spans)


def _made(start: int, end: int, text: str, value: str, bound: str, unit: str, *, fall: bool) -> DraftFigure:
    """Return the figure of the words between two places."""
    return DraftFigure(
        start=start,
        end=end,
        printed=text[start:end].strip(),
        value=value,
        bound=bound,
        unit=unit,
        word="",
        direction="" if unit == "times" else "fall" if fall else "rise",
        exceeds=False,
        ordinals=(),
    )
