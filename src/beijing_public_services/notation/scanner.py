"""Finding the figures of a text: at each number the first form that fits decides what it is."""

from __future__ import annotations

import re
from decimal import Decimal

from beijing_public_services._generated.unit_definitions import DEFINITIONS
from beijing_public_services._record import TYPE_CHECKING
from beijing_public_services.notation import chinese, english
from beijing_public_services.notation.candidate import (
    Candidate,
    Passage,
    read_limit,
    read_loss,
    read_scale,
    read_sign,
    read_unit,
    read_words,
)
from beijing_public_services.notation.chinese_words import MEASURE_WORDS
from beijing_public_services.notation.durations import DURATION
from beijing_public_services.notation.english_numerals import ENGLISH_FORMS
from beijing_public_services.notation.exclusions import (
    is_counted,
    is_no_article,
    is_no_label,
    is_no_name,
    is_no_part,
    is_no_rate,
)
from beijing_public_services.notation.figure import Claim
from beijing_public_services.notation.numerals import CHINESE_FORMS, NUMERALS, Form, one_of
from beijing_public_services.notation.printed import read_or_none
from beijing_public_services.notation.ranges import RANGE_FORM, kind_of
from beijing_public_services.notation.width import fold

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any


RANGE = re.compile(r"\s?[-–—~至到]\s?(?=[0-9])")
CHOICE = re.compile(r"\s(?:to|or)\s(?=[0-9])|(?:\s[0-9]{3}(?![0-9])){0,8}\s(?=[0-9]{3}(?![0-9]))")  # 3 to 5, and 60 000
ENDS = re.compile(r"\s{1,3}and\s{1,3}(?=[0-9a-z¥])")  # between RMB 5 million and RMB 8 million
SCALES = re.compile(f"[{NUMERALS}]*+")
HIGHEST_RANK = 9999
MOVES = (  # what a rank does: 由第21位上升到第18位
    *("上升", "提升", "升至", "升到", "前进", "前移", "跃升", "跃居", "跃至", "攀升", "进位"),
    *("下降", "降至", "降到", "后退", "后移", "下滑", "滑落", "退至", "退到", "跌至", "回落"),
)
NEAR = 16  # characters from the start of a figure to its number
WORDS = (read_sign, is_no_rate, read_words, read_limit, read_loss)  # around a number, nearest first
EXCLUSIONS = (is_no_part, is_no_article, is_no_name, is_no_label, is_counted)


def find_figures(text: str, whole: bool = False, definitions: tuple[str, ...] | None = None) -> Iterator[Claim]:
    """Yield the figures of a text, in order, never overlapping, in time proportional to its length.

    If `whole` is true, the text is expected to be a single figure, so forms that are usually not figures in prose (一项
    "an found", bare 三千) are accepted too. `definitions` are those of units that may be read besides the bundled ones.
    """
    vocabulary = DEFINITIONS if definitions in (None, DEFINITIONS) else (*DEFINITIONS, *definitions)
    passage = Passage(text=text, plain=fold(text), whole=whole, definitions=vocabulary)
    at = 0
    while token := TOKEN.search(passage.plain, at):
        figure = _figure(passage, at, token)
        at = figure.end if figure else _past(passage.plain, token)
        if figure and (span := _span(passage.plain, figure)):
            at = _end_of_next(passage.plain, span.end())
        elif figure:
            yield figure


def _past(plain: str, token: re.Match[str]) -> int:
    """Return where scanning resumes after a token that is not a figure.

    Scale words behind it are skipped, so `5~3万人` does not yield `万人`.
    """
    rest = SCALES.match(plain, token.end())
    assert rest  # the pattern also matches nothing
    return rest.end()


def _span(plain: str, figure: Claim) -> re.Match[str] | None:
    """Return what makes the figure the lower end of a range (`3-5`, `3 to 5 people`), or None if it stands alone."""
    is_start = not figure.unit and plain[max(0, figure.start - 5) : figure.start] != "from "
    if plain[max(0, figure.start - 8) : figure.start] == "between ":
        return ENDS.match(plain, figure.end)
    return RANGE.match(plain, figure.end) or (CHOICE.match(plain, figure.end) if is_start else None)


def _end_of_next(plain: str, at: int) -> int:
    """Return the end of the number that begins at a place or close behind it, so that no part of it is read."""
    near = TOKEN.search(plain, at, at + NEAR)
    token = TOKEN.match(plain, near.start()) if near else None
    return _past(plain, token) if token else at


def _figure(passage: Passage, floor: int, token: re.Match[str]) -> Claim | None:
    """Return the figure at a token, or None if it is none."""
    form = FORMS[str(token.lastgroup)]
    if form.kind == "rank":
        return _place(passage, floor, token)
    if form.kind == "sole":
        return _sole(passage, token)
    numeral = form.read(token[0])
    if numeral is None:
        return None
    if form.kind == "ordinal":
        return _rank(passage, floor, token, numeral.value, ordinal=True)
    kind = kind_of(token[0]) if form.kind == "range" else form.kind
    found = Candidate(passage, floor, token, kind, numeral)
    if not (read_scale(found) and read_unit(found)):
        return None
    is_integer = found.is_bare and not found.is_scaled and form.kind in ("digits", "word")
    if is_integer and (rank := _rank(passage, floor, token, numeral.value)):
        return rank
    return found.claim() if all(step(found) for step in (*WORDS, *EXCLUSIONS)) else None


def _rank(passage: Passage, floor: int, token: re.Match[str], number: Decimal, ordinal: bool = False) -> Claim | None:
    """Return the rank that the English words around a number make it, or None if it is none."""
    around = english.rank_around(passage.plain, floor, *token.span(), ordinal)
    if not around or number > HIGHEST_RANK or number != int(number):
        return None
    return _made(passage, *around, number, "exact", "rank")


def _place(passage: Passage, floor: int, token: re.Match[str]) -> Claim | None:
    """Return the rank that 第三, 榜首 or 首位 is, or the class of Ⅱ类及以上."""
    start, end = token.span()
    after = chinese.AFTER.match(passage.plain, end)
    before = chinese.BEFORE.search(passage.plain, max(floor, start - 16), start)
    assert after  # the pattern also matches nothing, and so does the other
    assert before
    start, end = before.start() if before[0].strip() else start, after.end()
    printed = read_or_none(passage.plain[start:end])
    if printed is None:
        return None
    unit = "rank" if printed.unit == "第" else "water_quality_class"
    return _made(passage, start, end, printed.number, printed.bound, unit)


def _sole(passage: Passage, token: re.Match[str]) -> Claim | None:
    """Return the one that 首个 is, or the none that 清零 is, in a text of one figure; in prose neither is a figure."""
    printed = read_or_none(token[0]) if passage.whole else None
    return _made(passage, *token.span(), printed.number, printed.bound, "") if printed else None


def _made(passage: Passage, start: int, end: int, value: Decimal, bound: Any, unit: str) -> Claim:
    """Return the rank or class between two places of a passage."""
    text = passage.text[start:end]
    return Claim(value=value, resolution=Decimal(1), bound=bound, unit=unit, text=text, start=start, end=end)


RANK_FORMS = (
    Form(
        name="place",
        kind="rank",
        pattern=rf"""第 \s? (?: [0-9]++ | [{NUMERALS}]++ ) [位名]?+
            (?! (?! {one_of(MOVES)} ) [^\W0-9a-z的和与且并及或以大] )
          | 榜首 | (?<! [放摆]在 ) 首位 (?! 度 ) | [Ⅰ-Ⅻ] 类""",
        read=read_or_none,
        samples=(("第3位", "3 exact rank"), ("榜首", "1 exact rank"), ("Ⅱ类及以上", "2 le water_quality_class")),
    ),
    Form(
        name="sole",
        kind="sole",
        pattern=f"首 (?: {one_of(MEASURE_WORDS - {'次'})} ) | 清零",
        read=read_or_none,
        samples=(("首个", ""), ("清零", "")),
    ),
    Form(name="name", kind="name", pattern=rf"第 \s? [0-9{NUMERALS}]++", read=lambda _: None, samples=(("第3章", ""),)),
)
DAY = Form(
    name="day",
    kind="name",
    pattern=rf"""(?<! [a-z] ) {english.MONTH} \.?\s{{1,3}} (?: 3[01] | [12]?[0-9] ) (?: st|nd|rd|th )?
      (?! [.,]?[0-9] | % )""",
    read=lambda _: None,
    samples=(("October 5", ""),),
)
ENGLISH_WORDS = ENGLISH_FORMS[1:]
FORMS = {
    form.name: form
    for form in (DURATION, ENGLISH_FORMS[0], RANGE_FORM, *RANK_FORMS, *CHINESE_FORMS, *ENGLISH_WORDS, DAY)
}
FIRST = f"(?= [0-9{NUMERALS}第榜首清半Ⅰ-Ⅻ] | (?<![a-z])[abdefhjmnostz] )"  # what a number can begin with
ANY_FORM = "|".join(f"(?P<{form.name}> {form.pattern} )" for form in FORMS.values())
TOKEN = re.compile(f"{FIRST} (?: {ANY_FORM} )", re.VERBOSE)
