"""Finding the figures of a passage: each number with the bound, sign, scale and unit that the words around it give."""

from __future__ import annotations

import re
from decimal import Decimal

from beijing_public_services._record import TYPE_CHECKING, Record
from beijing_public_services.errors import PrintedFigureError
from beijing_public_services.notation import chinese, english
from beijing_public_services.notation.printed import MIRRORED, NUMERALS, read_printed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from beijing_public_services.model.codelists import Bound

PLAIN: dict[int, str | int] = {
    **{wide: chr(wide - 0xFEE0).lower() for wide in range(0xFF01, 0xFF5F) if chr(wide) != "，"},  # it groups no digits
    **{ord(each): each.lower() for each in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"},
    **str.maketrans("−μ￥\u2009\u202f\u3000\xa0", "-µ¥    "),
}
TOKEN = re.compile(
    rf"""
      (?P<digits> [0-9]++ (?: [.,:/~–—·-] [0-9]++ )*+ )
    | (?P<place> 第 \s? (?: [0-9]++ | [{NUMERALS}]++ ) [位名]?+ (?! [^\W0-9a-z的和与且并及或以大] )
      | 榜首 | (?<! [放摆]在 ) 首位 (?! 度 ) | [Ⅰ-Ⅻ] 类 )
    | 第 \s? [0-9{NUMERALS}]++
    | (?P<chinese> [{NUMERALS}]++ (?: (?: 分之 | [点~、至到–—-] ) [{NUMERALS}]++ )*+ )
    | (?P<word> (?<! [a-z0-9-] ) (?: {english.one_of(english.NUMBERS)} ) (?! [a-z0-9-] ) )
    | (?<! [a-z] ) {english.MONTH} \.?\s{{1,3}} (?: 3[01] | [12]?[0-9] ) (?: st|nd|rd|th )? (?! [.,]?[0-9] | % )
    """,
    re.VERBOSE,
)
NUMBER = re.compile(r"(?!0[0-9])(?:[0-9]{1,3}(?:,[0-9]{3}){1,9}|[0-9]{1,30})(?:\.[0-9]{1,30})?")
NAME = re.compile(r"(?:19|20)[0-9]{2}|12345")  # a year, and the number of Beijing's hotline
FRONT = re.compile(r"(?P<sign>[-+])?(?P<yuan>(?:(?<![a-z])(?:rmb|cny|renminbi)|¥)\s{0,3}(?P<minus>[-+])?)?\Z")
RANGE = re.compile(r"\s?[-–—~至到]\s?[0-9][0-9,.]*+")
CHOICE = re.compile(r"\s(?:to|or)\s[0-9][0-9,.]*+|(?:\s[0-9]{3}(?![0-9])){1,9}+")  # 3 to 5, and 60 000
SCALES = re.compile(f"[{NUMERALS}]*+")
SHARES = ("percent", "percentage_point")
JOINED = re.compile(rf"[a-z_%°‰²³'’{NUMERALS}]|-[a-z0-9]")
NAMING = re.compile(r"[一-鿿](?<![和与且及至到的为是并或下上升降提增减])")  # 3.0阶段
GAP = re.compile(r"\s{0,3}")


class Tail(Record):
    """What follows a number: Chinese and English scale words, a bound, a unit word, and where they end."""

    scaled: str
    power: int
    bound: str
    word: str
    unit: str
    counted: int
    end: int


class Figure(Record):
    """A number in a text, read: `start` and `end` are the places of its words, `unit` an expression or ""."""

    start: int
    end: int
    value: Decimal
    resolution: Decimal
    bound: Bound
    unit: str


def find_figures(text: str, whole: bool = False) -> Iterator[Figure]:
    """The figures of a text, in order, never overlapping, in time proportional to its length.

    Where the text is `whole` but a figure, one counts that in prose says nothing: 一项 (an item), 三千 (without unit).
    """
    plain = text.translate(PLAIN)  # place by place: as long as the text
    at = 0
    while token := TOKEN.search(plain, at):
        figure = _figure(text, plain, at, token, whole)
        at = figure.end if figure else _past(plain, token)
        if figure and (span := _span(plain, figure)):
            at = span.end()
        elif figure:
            yield figure


def _past(plain: str, token: re.Match[str]) -> int:
    """The end of a token that is no figure, with the scale words after its digits: 5万千 does not hold 万千."""
    rest = SCALES.match(plain, token.end()) if token.lastgroup == "digits" else None
    return rest.end() if rest else token.end()


def _span(plain: str, figure: Figure) -> re.Match[str] | None:
    """What makes the figure the lower end of a range (`3-5`, `3 to 5 people`), None where it stands alone."""
    is_start = not figure.unit and plain[max(0, figure.start - 5) : figure.start] != "from "
    return RANGE.match(plain, figure.end) or (CHOICE.match(plain, figure.end) if is_start else None)


def _tail(plain: str, end: int, kind: str) -> Tail | None:
    """What follows a number that ends at a place; None where that makes it no figure."""
    scaled, at, power, bound = "", end, 0, ""
    if kind != "word" and (more := chinese.SCALED.match(plain, at)):
        scaled, at = more[0], more.end()
    if kind != "chinese" and not scaled:
        while power < 12 and (scale := english.SCALE.match(plain, at)):
            power, at = power + english.SCALES[scale[1]], scale.end()
        if odd := english.ODD.match(plain, at):
            bound, at = ("some_over" if odd["odd"] else "ge"), odd.end()
    unit: str | None = ""
    counted = at
    gap = GAP.match(plain, at)
    word = chinese.unit_at(plain, gap.end() if gap else at)
    if word and gap:
        unit, at = chinese.unit_words()[word], gap.end() + len(word)
    elif kind != "chinese":
        unit, at = english.unit_after(plain, at, kind == "word")
    if unit is None:
        return None
    return Tail(scaled=scaled, power=power, bound=bound, word=word, unit=unit, counted=counted, end=at)


def _figure(text: str, plain: str, floor: int, token: re.Match[str], whole: bool) -> Figure | None:
    """What the number at a token says with the words around it; None where it is no figure."""
    kind, written, (start, end) = token.lastgroup, token[0], token.span()
    if not kind or (kind == "digits" and not NUMBER.fullmatch(written)):
        return None
    if kind == "place":
        return _place(plain, floor, start, end)
    number = str(english.NUMBERS[written]) if kind == "word" else written.replace(",", "")
    if kind != "chinese" and (written in english.ORDINALS.split("|") or english.NTH.match(plain, end)):
        return _rank(plain, floor, start, end, number, ordinal=True)
    if not (tail := _tail(plain, end, kind)):
        return None
    unit, at = tail.unit, tail.end
    is_bare = not (unit or tail.word)
    is_integer = is_bare and not (tail.scaled or tail.power)
    if is_integer and kind != "chinese" and (rank := _rank(plain, floor, start, end, number, ordinal=False)):
        return rank

    front = FRONT.search(plain, max(floor, start - 16), start) if kind == "digits" else None
    head = front.start() if front else start
    sign = (front["sign"] or front["minus"] or "") if front else ""
    if front and (english.NAMES.search(plain, max(0, head - 4), head) or (sign and plain[head - 1 : head] in {*"%)"})):
        return None
    if front and front["yuan"] and unit not in ("yuan", "yuan/month"):
        month = english.MONTHLY.match(plain, tail.counted)
        unit, at, is_bare = ("yuan/month", month.end(), False) if month else ("yuan", tail.counted, False)
        if tail.word or tail.unit in english.MEASURED or JOINED.match(plain, at):
            return None
    if unit not in SHARES and english.RATE.match(plain, at):
        return None

    after = chinese.AFTER.match(plain, at)
    said_after = after[0] if after else ""
    before = chinese.BEFORE.search(plain, max(floor, head - 16), head)
    said_before = before[0].strip() if before else ""
    words = english.words_before(plain, head if said_before else floor, head)
    bounds = [tail.bound, english.BOUNDS.get(words.phrase, "")]
    try:
        printed = read_printed(f"{said_before}{number}{tail.scaled}{tail.word}{said_after}")
    except PrintedFigureError:
        return None
    bounds.append(printed.bound if printed.bound != "exact" else "")
    at += len(said_after)
    if not said_after and (limit := english.AFTER.match(plain, at)):
        bounds.append(english.BOUNDS_AFTER[" ".join(limit[1].split())])
        at = limit.end()
        if is_bare:
            named, at = english.unit_after(plain, at, kind == "word")
            if named is None:
                return None
            unit, is_bare = named, not named
    falls = words.falls
    if unit in SHARES and not (words.directs or said_before) and (loss := english.LOSS.match(plain, at)):
        falls, at = True, loss.end()
    begin = before.start() if before and said_before else words.start
    if is_bare:
        is_limited = bool(printed.bound != "exact" or words.phrase in english.COUNTS)
        if JOINED.match(plain, at) or (kind == "word" and not tail.power):
            return None
        if kind == "digits" and not tail.scaled and not is_limited and NAMING.match(plain, at):
            return None
        if kind == "digits" and is_integer and NAME.fullmatch(written) and not is_limited:
            return None
    if tail.word == "年" and NAME.fullmatch(written):
        return None
    if kind == "digits" and not (tail.scaled or tail.word) and english.is_label(text, plain, start, end, unit):
        return None
    if kind == "chinese" and (
        plain[start - 1 : start] in {*"数几上好"} or chinese.is_idle(written, unit, is_bare, said_before)
    ):
        rest = plain[:begin] + plain[at:]
        if not whole or rest.strip(" \n。."):
            return None
    said = [bound for bound in bounds if bound]
    if len(said) > 1 or (sign == "-" and (words.directs or printed.number < 0)):
        return None
    bound: Any = said[0] if said else "exact"
    places = printed.power + tail.power
    value = Decimal(f"{printed.number:f}e{places}")
    if falls or sign == "-":
        value = value.copy_negate() if value else value
        bound = MIRRORED.get(bound, bound) if falls else bound
    if (unit == "place" and words.directs) or (tail.word == "位" and said_before):
        unit = "rank"
    exponent = int(printed.number.as_tuple().exponent) + places
    resolution = Decimal((0, (1,), exponent))
    return Figure(start=begin, end=at, value=value, resolution=resolution, bound=bound, unit=unit)


def _rank(plain: str, floor: int, start: int, end: int, number: str, ordinal: bool) -> Figure | None:
    """The rank that a number is by the English words around it; None where it is none."""
    around = english.rank_around(plain, floor, start, end, ordinal)
    if not around or len(number) > 4 or not number.isdecimal():
        return None
    value, one = Decimal(number), Decimal(1)
    return Figure(start=around[0], end=around[1], value=value, resolution=one, bound="exact", unit="rank")


def _place(plain: str, floor: int, start: int, end: int) -> Figure | None:
    """The rank that 第三, 榜首 or 首位 is, or the class of Ⅱ类及以上."""
    after = chinese.AFTER.match(plain, end)
    before = chinese.BEFORE.search(plain, max(floor, start - 16), start)
    if after and before:
        start, end = before.start() if before[0].strip() else start, after.end()
    try:
        printed = read_printed(plain[start:end])
    except PrintedFigureError:
        return None
    bound: Any = printed.bound
    unit = "rank" if printed.unit == "第" else "water_quality_class"
    return Figure(start=start, end=end, value=printed.number, resolution=Decimal(1), bound=bound, unit=unit)
