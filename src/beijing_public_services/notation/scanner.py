"""Finding the figures of a text: at each number the first form that fits decides what it is."""

from __future__ import annotations

import re
from decimal import Decimal

from beijing_public_services._record import TYPE_CHECKING, Record
from beijing_public_services.errors import PrintedFigureError
from beijing_public_services.notation import chinese, english
from beijing_public_services.notation.draft import STEPS, Draft, Passage, made, read_scale, read_unit
from beijing_public_services.notation.printed import NUMERALS, read_printed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from beijing_public_services.notation.figure import Claim

PLAIN: dict[int, str | int] = {
    **{wide: chr(wide - 0xFEE0).lower() for wide in range(0xFF01, 0xFF5F) if chr(wide) != "，"},  # it groups no digits
    **{ord(each): each.lower() for each in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
    **str.maketrans("−μ￥\u2009\u202f\u3000\xa0", "-µ¥    "),
}
NUMBER = re.compile(r"(?!0[0-9])(?:[0-9]{1,3}(?:,[0-9]{3}){1,9}|[0-9]{1,30})(?:\.[0-9]{1,30})?")
RANGE = re.compile(r"\s?[-–—~至到]\s?[0-9][0-9,.]*+")
CHOICE = re.compile(r"\s(?:to|or)\s[0-9][0-9,.]*+|(?:\s[0-9]{3}(?![0-9])){1,9}+")  # 3 to 5, and 60 000
SCALES = re.compile(f"[{NUMERALS}]*+")


class Form(Record):
    """A way to write a number: `pattern` finds it in folded text, and `read` returns the figure, or None if it is none.

    `samples` show it: a text, and the value, bound and unit read from it, or an empty text if it is no figure.
    """

    name: str
    pattern: str
    read: Callable[[Passage, int, re.Match[str]], Claim | None]
    samples: tuple[tuple[str, str], ...]


def find_figures(text: str, whole: bool = False) -> Iterator[Claim]:
    """Yield the figures of a text, in order, never overlapping, in time proportional to its length.

    If `whole` is true, the text is expected to be a single figure, so forms that are usually not figures in prose (一项
    "an item", bare 三千) are accepted too.
    """
    passage = Passage(text=text, plain=text.translate(PLAIN), whole=whole)
    at = 0
    while token := TOKEN.search(passage.plain, at):
        figure = READERS[token.lastgroup or ""](passage, at, token)
        at = figure.end if figure else _past(passage.plain, token)
        if figure and (span := _span(passage.plain, figure)):
            at = span.end()
        elif figure:
            yield figure


def _past(plain: str, token: re.Match[str]) -> int:
    """Return where scanning resumes after a token that is not a figure.

    Trailing scale words are skipped, so `5万千` does not yield `万千`.
    """
    rest = SCALES.match(plain, token.end()) if token.lastgroup == "digits" else None
    return rest.end() if rest else token.end()


def _span(plain: str, figure: Claim) -> re.Match[str] | None:
    """Return what makes the figure the lower end of a range (`3-5`, `3 to 5 people`), or None if it stands alone."""
    is_start = not figure.unit and plain[max(0, figure.start - 5) : figure.start] != "from "
    return RANGE.match(plain, figure.end) or (CHOICE.match(plain, figure.end) if is_start else None)


def _nothing(passage: Passage, floor: int, token: re.Match[str]) -> Claim | None:
    """Return None for a number that never is a figure."""


def _digits(passage: Passage, floor: int, token: re.Match[str]) -> Claim | None:
    """Return the rank or the quantity that a number in digits is."""
    if not NUMBER.fullmatch(token[0]):
        return None
    if english.NTH.match(passage.plain, token.end()):
        return _rank(passage, floor, token, token[0].replace(",", ""), ordinal=True)
    return _quantity(passage, floor, token)


def _ordinal(passage: Passage, floor: int, token: re.Match[str]) -> Claim | None:
    """Return the rank that an English ordinal is."""
    return _rank(passage, floor, token, str(english.NUMBERS[token[0]]), ordinal=True)


def _quantity(passage: Passage, floor: int, token: re.Match[str]) -> Claim | None:
    """Return the number with what the words around it say, or the rank that they make of it."""
    draft = Draft(passage, floor, token)
    if not (read_scale(draft) and read_unit(draft)):
        return None
    is_integer = draft.is_bare and not draft.is_scaled and draft.kind != "chinese"
    if is_integer and (rank := _rank(passage, floor, token, draft.number, ordinal=False)):
        return rank
    return draft.claim() if all(step(draft) for step in STEPS) else None


def _rank(passage: Passage, floor: int, token: re.Match[str], number: str, ordinal: bool) -> Claim | None:
    """Return the rank that the English words around a number make it, or None if it is none."""
    around = english.rank_around(passage.plain, floor, *token.span(), ordinal)
    if not around or len(number) > 4 or not number.isdecimal():
        return None
    return made(passage, *around, Decimal(number), Decimal(1), "exact", "rank")


def _place(passage: Passage, floor: int, token: re.Match[str]) -> Claim | None:
    """Return the rank that 第三, 榜首 or 首位 is, or the class of Ⅱ类及以上."""
    start, end = token.span()
    after = chinese.AFTER.match(passage.plain, end)
    before = chinese.BEFORE.search(passage.plain, max(floor, start - 16), start)
    if after and before:
        start, end = before.start() if before[0].strip() else start, after.end()
    try:
        printed = read_printed(passage.plain[start:end])
    except PrintedFigureError:
        return None
    unit = "rank" if printed.unit == "第" else "water_quality_class"
    return made(passage, start, end, printed.number, Decimal(1), printed.bound, unit)


FORMS = (
    Form(
        name="digits",
        pattern="[0-9]++ (?: [.,:/~–—·-] [0-9]++ )*+",
        read=_digits,
        samples=(("over 915.33 billion yuan", "915330000000 gt yuan"), ("60,00", ""), ("2023–2024", "")),
    ),
    Form(
        name="place",
        pattern=rf"""第 \s? (?: [0-9]++ | [{NUMERALS}]++ ) [位名]?+ (?! [^\W0-9a-z的和与且并及或以大] )
          | 榜首 | (?<! [放摆]在 ) 首位 (?! 度 ) | [Ⅰ-Ⅻ] 类""",
        read=_place,
        samples=(("第3位", "3 exact rank"), ("榜首", "1 exact rank"), ("Ⅱ类及以上", "2 le water_quality_class")),
    ),
    Form(name="name", pattern=rf"第 \s? [0-9{NUMERALS}]++", read=_nothing, samples=(("第3章", ""),)),
    Form(
        name="chinese",
        pattern=f"[{NUMERALS}]++ (?: (?: 分之 | [点~、至到–—-] ) [{NUMERALS}]++ )*+",
        read=_quantity,
        samples=(("近四成", "40 nearly percent"), ("三至五人", "")),
    ),
    Form(
        name="ordinal",
        pattern=rf"(?<! [a-z0-9-] ) (?: {english.ORDINALS} ) (?! [a-z0-9-] )",
        read=_ordinal,
        samples=(("ranked third", "3 exact rank"), ("third", "")),
    ),
    Form(
        name="word",
        pattern=rf"(?<! [a-z0-9-] ) (?: {english.one_of(english.CARDINALS.split('|'))} ) (?! [a-z0-9-] )",
        read=_quantity,
        samples=(("three million people", "3000000 exact person"), ("three", "")),
    ),
    Form(
        name="day",
        pattern=rf"""(?<! [a-z] ) {english.MONTH} \.?\s{{1,3}} (?: 3[01] | [12]?[0-9] ) (?: st|nd|rd|th )?
          (?! [.,]?[0-9] | % )""",
        read=_nothing,
        samples=(("October 5", ""),),
    ),
)
READERS = {form.name: form.read for form in FORMS}
TOKEN = re.compile("|".join(f"(?P<{form.name}> {form.pattern} )" for form in FORMS), re.VERBOSE)
