"""Reading a figure that is printed in Chinese: `近1.9万个` is a number, a scale, a bound and a unit word."""

from __future__ import annotations

import re
from decimal import Decimal
from unicodedata import numeric

from beijing_public_services.errors import PrintedFigureError
from beijing_public_services.notation.chinese_words import (
    BOUNDS_AFTER,
    BOUNDS_BEFORE,
    FALLS,
    MEASURE_WORDS,
    MIRRORED,
    RISES,
)
from beijing_public_services.notation.figure import PrintedFigure
from beijing_public_services.notation.numerals import (
    CHINESE_FORMS,
    NUMERALS,
    SCALE,
    SCALES,
    number,
    one_of,
    read_chinese_integer,
)
from beijing_public_services.notation.printed_parts import offend, one_bound, turned

MINUS = ("-", "零下", "负")
HEAD = re.compile(
    rf"""
    (?: (?P<direction> {one_of(RISES + FALLS)} ) 了? )?
    均? …?                                          # each of several; words left out before the number
    (?: 连续 (?:保持)? )?
    (?: (?P<bound> {one_of(BOUNDS_BEFORE)} | 上(?=[百千万亿]) ) 了? )?
    (?P<sign> [-+] | 零下 | 负 )?+ (?P<yuan> 人民币 | ¥ )?+ …?
    """,
    re.VERBOSE,
)
RANK = re.compile(
    rf"第(?P<place>[0-9]+|[{NUMERALS}]+)[位名]?|(?P<class>[Ⅰ-Ⅻ])类|(?P<top>榜首|首位)|翻(?P<doubled>[一两三])?番"
    rf"|首(?P<first>{one_of(MEASURE_WORDS - {'次'})})|(?P<none>清零)"  # 首个: the first, so one
)
NUMBER = re.compile("|".join(f"(?P<{form.name}> {form.pattern} )" for form in CHINESE_FORMS), re.VERBOSE)
READERS = {form.name: form.read for form in CHINESE_FORMS}
SCALED = re.compile(rf"(?P<scale> {SCALE} )? (?: (?P<more> [余多] ) (?P<rest> {SCALE} )? )?", re.VERBOSE)
NO_UNIT = f"(?! [{NUMERALS}余多成第半以] | 分点 )"
WORD = rf"""(?: {NO_UNIT} [A-Za-zµ一-鿿] | 千(?=[米克瓦]) | [%‰℃°㎡㎢㎥㎞] | / [十百千万亿]{{0,2}} (?! / )
    | (?<=[米m])[23²³] )"""
UNIT = re.compile(rf"(?P<many> 个[余多] )? (?P<unit> 个?百分点 | {WORD}{{0,20}}? )", re.VERBOSE)
TAIL = rf"""(?P<over> [余多] )? (?P<bound> {one_of(BOUNDS_AFTER)} )?
    (?P<since> (?: 以?来 )? (?: 新低 | 新高 | 首次 ) | 以?来 )? (?: 大关 )?"""
REST = re.compile(f"{UNIT.pattern} {TAIL}", re.VERBOSE)


def read_chinese(text: str, plain: str) -> PrintedFigure:
    """Return the figure of a text in Chinese notation, given it without white space and in half width too."""
    head = HEAD.match(plain)
    at = head.end() if head else 0
    rank = RANK.match(plain, at)
    figure, at, power, more = _rank(text, rank) if rank else _number(text, plain, at)
    rest = REST.fullmatch(plain, at)
    if rest is None or (rest["unit"] and (rank or figure.unit)):
        offend(text, plain[at if rest else _readable(plain, at) :])
    before, after = head["bound"] if head else "", rest["bound"]
    if rest["since"] and before == "近":
        before = None  # 近15年新低: the lowest of the last 15 years, not of nearly 15
    bounds = [
        "ge" if before == "上" else BOUNDS_BEFORE.get(before or "", ""),
        *("some_over" for part in (more, rest["over"], rest["many"]) if part),
        BOUNDS_AFTER.get(after or "", ""),
    ]
    bound = one_bound(text, bounds)
    falls, sign = bool(head and head["direction"] in FALLS), head["sign"] if head else ""
    if falls and sign:
        offend(text, sign or "")
    if rank and rank["class"]:
        bound = MIRRORED.get(bound, bound)  # the better class has the lower number: Ⅱ类及以上 is I or II
    unit = figure.unit or f"{'个' if rest['many'] else ''}{rest['unit']}" or ("元" if head and head["yuan"] else "")
    figure = figure.__replace__(power=figure.power + power, unit=unit, bound=bound)
    return turned(figure, bound=MIRRORED.get(bound, bound) if falls else bound) if falls or sign in MINUS else figure


def _rank(text: str, found: re.Match[str]) -> tuple[PrintedFigure, int, int, str]:
    """Return the rank, class, multiple, first or none of a text, and where it ends."""
    if found["none"] or found["first"]:
        figure = number(Decimal(0 if found["none"] else 1), unit=found["none"] or found["first"])
    elif found["class"]:
        figure = number(Decimal(int(numeric(found["class"]))), unit="类")
    elif found["doubled"] or found[0] == "翻番":
        figure = number(Decimal(100 * (2 ** int(read_chinese_integer(found["doubled"] or "一")) - 1)), unit="%")
    else:
        place = found["place"] or "1"
        try:
            figure = number(Decimal(place if place.isascii() else read_chinese_integer(place)), unit="第")
        except PrintedFigureError:
            offend(text, found[0])
    return figure, found.end(), 0, ""


def _number(text: str, plain: str, at: int) -> tuple[PrintedFigure, int, int, str]:
    """Return the number that begins at a place, where it ends, the power of its scale words, and 余 or 多."""
    found, figure = None, None
    if re.search("[~–—至到-]", plain[at + 1 :]):
        from beijing_public_services.notation.ranges import match_range

        found, figure = match_range(plain, at)
    if found is None and (found := NUMBER.match(plain, at)):
        figure = READERS[found.lastgroup or ""](found[0])
    if found is None or figure is None:
        later = NUMBER.search(plain, at)
        offend(text, found[0] if found else plain[at : later.start() if later else None])
    scaled = SCALED.match(plain, found.end())
    if scaled is None or (figure.unit and scaled["scale"]):
        offend(text, plain[found.end() :])
    power = sum(SCALES[word] for word in f"{scaled['scale'] or ''}{scaled['rest'] or ''}")
    return figure, scaled.end(), power, scaled["more"] or ""


def _readable(plain: str, at: int) -> int:
    """Return how far the words after a number can be read."""
    return next((end for end in range(len(plain), at, -1) if REST.fullmatch(plain, at, end)), at)
