"""Tables of a report as paragraphs, one per row: each cell stands behind the head of its column, with its unit."""

from __future__ import annotations

import re

from beijing_public_services._generated.unit_definitions import DEFINITIONS
from beijing_public_services._record import TYPE_CHECKING
from beijing_public_services.notation.chinese import unit_words
from beijing_public_services.notation.offered_units import OFFERED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

NUMBER = re.compile(r"(?P<sign>[-−–+]?)\s?(?P<digits>[0-9][0-9,]*(?:\.[0-9]+)?)")
BRACKETS = re.compile(r"\s*[（(](?P<unit>[^（）()]{1,24})[）)]\s*\Z")
STATED = re.compile(
    r"(?:单位|计量单位)\s*[:：]\s*(?P<chinese>[^\s，。；）)]{1,8})|\b(?:Units?|In)\s*:\s*(?P<english>[^.;)]{1,24})"
    r"|[（(](?:in\s)?(?P<bracket>[^（）()]{1,24})[）)]",
    re.IGNORECASE,
)
BEFORE_UNIT = re.compile(r"^(?:计量)?单位\s*[:：]\s*|^(?:unit|in)s?:?\s", re.IGNORECASE)
LONGEST_CAPTION = 120
SCALES = {"thousand": "thousand", "million": "million", "billion": "billion", "m": "million", "bn": "billion"}
SCALES |= {
    "hundred": "hundred",
    "hundreds": "hundred",
    "thousands": "thousand",
    "millions": "million",
    "billions": "billion",
}
SCALES |= {word: word for word in ("lakh", "lakhs", "crore", "crores", "trillion", "lakh crore")} | {
    "cr": "crore",
    "tn": "trillion",
}
SCALES |= dict.fromkeys(("000", "000s", "'000", "'000s", "’000", "’000s", "k"), "thousand")
OF = re.compile(r"(?P<scale>[a-z]+)\sof\s(?P<what>[a-z]+(?:\s[a-z]+)?)", re.IGNORECASE)  # thousands of dollars
SIGNS = {"dollars": "$", "us dollars": "US$", "pounds": "£", "euros": "€", "yuan": "¥"}
UNREAD = re.compile(
    r"[（(][^（）()]*(?:hundred|thousand|million|billion|trillion|lakh|crore|'000|000s|[百千万亿][^（）()])[^（）()]*[）)]"
    r"|单位\s*[:：]|\bin\s(?:hundred|thousand|million|billion|lakh|crore)s?\b",
    re.IGNORECASE,
)
CURRENCY = re.compile(r"(?P<currency>(?:US|HK|A)?\$|£|€|¥|₹|₩|Rs\.?)\s?(?P<scale>.*)", re.IGNORECASE)
ENGLISH = re.compile(
    r"%|‰|per\s?cent|percent|percentage points?|km2?|m2|kilometres?|miles?|hours?|minutes?|days?|weeks?|months?|years?"
    r"|tonnes?|kg|[kMGT]?Wh?|hectares?|ha|people|persons|pupils|students|patients|households|vehicles|passengers|trips|journeys|mm",
    re.IGNORECASE,
)
SCALE_BEFORE = re.compile("[十百千万亿]{0,2}")
MARKERS = re.compile(r"\[\^[^\]]+\]")


def rows_of(cells: Sequence[Sequence[str]], heads: int, caption: str) -> Iterator[str]:
    """Yield a paragraph for each row of a table behind its heads; nothing for one that has no number.

    Args:
        cells: the cells of the rows.
        heads: how many rows are heads.
        caption: the paragraph before the table, which may name its unit.

    >>> list(rows_of([["City", "Homes (thousands)"], ["Foxton", "41.2"]], 1, ""))
    ['| Foxton | Homes: 41.2 thousand |']
    """
    width = max((len(row) for row in cells), default=0)
    labels = [" ".join(dict.fromkeys(filter(None, (_cell(row, at) for row in cells[:heads])))) for at in range(width)]
    corner = _unit_in(labels[0]) if labels else ""
    general = corner or (_unit_in(caption) if len(caption) <= LONGEST_CAPTION else "")
    group = ""
    for row in cells[heads:]:
        stub, values = _cell(row, 0), [_cell(row, at) for at in range(1, width)]
        if stub and not any(values):
            group = stub
            continue
        name, own = _split(stub)
        parts = [
            f"{label}: {_with_unit(value, unit or own or general)}" if label else _with_unit(value, own or general)
            for value, (label, unit) in zip(values, map(_split, labels[1:]), strict=True)
            if value
        ]
        if any(re.search("[0-9]", value) for value in values):
            yield f"| {' | '.join([' '.join(filter(None, (group, name))), *parts])} |"


def captions_of(texts: Iterable[str]) -> Iterator[str]:
    """Yield for each paragraph of a report the last one before it that is no row of a table."""
    caption = ""
    for text in texts:
        yield caption
        if not is_row(text):
            caption = text


def unread_scale(label: str, caption: str) -> bool:
    """Return whether a head or a caption names a scale that the cells were not written with, as it cannot be read."""
    return UNREAD.search(label) is not None or (UNREAD.search(caption) is not None and not _unit_in(caption))


def is_row(text: str) -> bool:
    """Return whether a paragraph is the row of a table."""
    return text.startswith("|") and text.endswith("|")


def _cell(row: Sequence[str], at: int) -> str:
    text = MARKERS.sub("", row[at]) if at < len(row) else ""
    return " ".join(text.replace("|", "/").replace("*", "").split())


def _split(label: str) -> tuple[str, str]:
    """Return a head without the unit in its brackets, and that unit."""
    found = BRACKETS.search(label)
    unit = _without_of(BEFORE_UNIT.sub("", found["unit"])) if found else ""
    if found and _is_unit(unit):
        return label[: found.start()], unit
    return label, ""


def _unit_in(text: str) -> str:
    """Return the unit that a caption states for the whole table."""
    for found in STATED.finditer(text):
        unit = BEFORE_UNIT.sub("", (found["chinese"] or found["english"] or found["bracket"] or "").strip())
        unit = _without_of(unit)
        if _is_unit(unit):
            return unit
    return ""


def _without_of(unit: str) -> str:
    """Return `$ thousands` for `thousands of dollars`."""
    found = OF.fullmatch(unit)
    if found is None or found["scale"].casefold() not in SCALES:
        return unit
    sign = SIGNS.get(found["what"].casefold())
    return f"{sign} {found['scale']}" if sign else f"{found['scale']} {found['what']}"


def _is_unit(text: str) -> bool:
    """Return whether a text is a unit that a number may stand in."""
    if currency := CURRENCY.fullmatch(text):
        return not currency["scale"] or currency["scale"].casefold() in SCALES
    if text.casefold() in SCALES:
        return True
    words = text.split(maxsplit=1)
    if len(words) == 2 and words[0].casefold() in SCALES:
        return ENGLISH.fullmatch(words[1]) is not None
    if ENGLISH.fullmatch(text):
        return True
    above, _, below = text.partition("/")
    known = unit_words((*DEFINITIONS, *OFFERED))
    scale = SCALE_BEFORE.match(above)
    return (above[scale.end() if scale else 0 :] in known or above in known) and len(below) <= 6


def _with_unit(value: str, unit: str) -> str:
    """Return a cell with the unit that its column is in, if it is a bare number."""
    number = NUMBER.fullmatch(value)
    if number is None or not unit:
        return value
    if currency := CURRENCY.fullmatch(unit):
        scale = SCALES.get(currency["scale"].casefold(), "")
        return f"{number['sign']}{currency['currency']}{number['digits']} {scale}".strip()
    plain = f"{number['sign']}{number['digits']}"
    first, *others = unit.split(maxsplit=1)
    if first.casefold() in SCALES:
        return " ".join([plain, SCALES[first.casefold()], *others])
    is_close = not unit.isascii() or unit in ("%", "‰")
    return f"{plain}{unit}" if is_close else f"{plain} {unit}"
