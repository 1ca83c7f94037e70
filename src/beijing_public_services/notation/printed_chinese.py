"""Reading a figure that is printed in Chinese: `近1.9万个` is a number, a scale, a bound and a unit word."""

from __future__ import annotations

import re
from decimal import Decimal
from unicodedata import numeric

from beijing_public_services.notation.chinese_words import (
    BOUNDS_AFTER,
    BOUNDS_BEFORE,
    DOWNWARD,
    MEASURE_WORDS,
    MIRRORED,
    UPWARD,
)
from beijing_public_services.notation.durations import DURATION
from beijing_public_services.notation.figure import PrintedFigure
from beijing_public_services.notation.numerals import (
    CHINESE_FORMS,
    NUMERALS,
    SCALE,
    SCALES,
    number,
    one_of,
    read_chinese_integer,
    read_number,
)
from beijing_public_services.notation.printed_parts import offend, one_bound, turned

BETWEEN = re.compile("[~–—至到-]")  # only where one stands may a range be
MINUS = ("-", "–", "零下", "负")
HEAD = re.compile(
    rf"""
    (?: (?P<direction> {one_of(UPWARD + DOWNWARD)} ) (?! 于 ) 了? )?
    均? …?                                          # each of several; words left out before the number
    (?: 连续 (?:保持)? )?
    (?: (?P<bound> {one_of(BOUNDS_BEFORE)} | 上(?=[百千万亿]) ) 了? )?
    (?> (?P<sign> [-+–] | 零下 | 负 )? ) (?> (?P<yuan> 人民币 | ¥ )? ) …?
    """,
    re.VERBOSE,
)
RANK = re.compile(
    rf"第(?P<place>[0-9]+|[{NUMERALS}]+)[位名]?|(?P<class>[Ⅰ-Ⅻ])类|(?P<top>榜首|首位)|翻了?(?P<doubled>[一两三])?番"
    rf"|首(?P<first>{one_of(MEASURE_WORDS - {'次'})})|(?P<none>清零)"  # 首个: the first, so one
)
FORMS = (DURATION, *CHINESE_FORMS)
NUMBER = re.compile("|".join(f"(?P<{form.name}> {form.pattern} )" for form in FORMS), re.VERBOSE)
READERS = {form.name: form.read for form in FORMS}
SCALED = re.compile(rf"(?P<scale> {SCALE} )? (?: (?P<more> [余多] ) (?P<rest> {SCALE} )? )?", re.VERBOSE)
NO_UNIT = f"(?! [{NUMERALS}余多成第半以] | 分点 )"
WORD = rf"""(?: {NO_UNIT} [A-Za-zµ一-鿿] | 千(?=[米克瓦]) | [%‰℃°㎡㎢㎥㎞] | / [十百千万亿]{{0,2}} (?! / )
    | (?<=[米m])[23²³] )"""
UNIT = rf"(?P<many> 个[余多] )? (?P<unit> 个?(?: [百千万] | 十万 )分点 | {WORD}{{0,20}}? )"
TAIL = rf"""(?P<over> [余多] )? (?P<bound> {one_of(BOUNDS_AFTER)} )?
    (?P<since> (?: 以?来 )? (?: 新低 | 新高 | 首次 ) | 以?来 )? (?: 大关 )?"""
REST = re.compile(f"{UNIT} {TAIL}", re.VERBOSE)


def read_chinese(text: str, plain: str) -> PrintedFigure:
    """Return the figure of a text in Chinese notation, given it without white space and in half width too.

    Raises:
        PrintedFigureError: If the text is not one figure, or bounds it twice.
    """
    found = HEAD.match(plain)
    assert found  # the pattern also matches nothing
    head, at = _parts(found), found.end()
    rank = RANK.match(plain, at)
    figure, at, more = _rank(text, rank) if rank else _number(text, plain, at)
    rest = _parts(REST.fullmatch(plain, at))
    if not rest:
        offend(text, plain[_readable(plain, at) :])
    if rest["unit"] and figure.unit:
        offend(text, plain[at:])
    bound = one_bound(text, _bounds(head, rest, more), figure.bound)
    if rank and rank["class"]:
        bound = MIRRORED.get(bound, bound)  # the better class has the lower number: Ⅱ类及以上 is I or II
    unit = figure.unit or rest["many"][:1] + rest["unit"] or ("元" if head["yuan"] else "")
    return _signed(text, figure.__replace__(unit=unit, bound=bound), head)


def _parts(found: re.Match[str] | None) -> dict[str, str]:
    """Return the named parts of what was found, "" for those that are missing; nothing if nothing was found."""
    return {name: part or "" for name, part in found.groupdict().items()} if found else {}


def _bounds(head: dict[str, str], rest: dict[str, str], more: str) -> list[str | None]:
    """Return the bounds that the words around a number name, None for words that name none."""
    word = head["bound"]
    is_past = word == "近" and rest["since"]  # 近15年新低: the lowest of the last 15 years, not of nearly 15
    before = None if is_past else "ge" if word == "上" else BOUNDS_BEFORE.get(word)
    over = ["some_over" for part in (more, rest["over"], rest["many"]) if part]
    return [before, *over, BOUNDS_AFTER.get(rest["bound"])]


def _signed(text: str, figure: PrintedFigure, head: dict[str, str]) -> PrintedFigure:
    """Return the figure with the sign that a direction or a minus gives it; a fall reverses its bound too."""
    falls = head["direction"] in DOWNWARD
    if falls and head["sign"]:
        offend(text, head["sign"])
    if falls:
        return turned(figure, MIRRORED.get(figure.bound, figure.bound))
    return turned(figure, figure.bound) if head["sign"] in MINUS else figure


def _rank(text: str, found: re.Match[str]) -> tuple[PrintedFigure, int, str]:
    """Return the rank, class, multiple, first or none of a text, where it ends, and "" for a little over."""
    if found["none"] or found["first"]:
        figure = number(Decimal(0 if found["none"] else 1), unit=found["none"] or found["first"])
    elif found["class"]:
        figure = number(Decimal(int(numeric(found["class"]))), unit="类")
    elif found[0].endswith("番"):
        figure = number(Decimal(100 * (2 ** read_chinese_integer(found["doubled"] or "一") - 1)), unit="%")
    else:
        place = read_number(found["place"] or "1") or offend(text, found[0])
        figure = number(place.value, unit="第")
    return figure, found.end(), ""


def _number(text: str, plain: str, at: int) -> tuple[PrintedFigure, int, str]:
    """Return the number that begins at a place with its scale words, where they end, and 余 or 多."""
    found, figure = None, None
    if BETWEEN.search(plain, at + 1):
        from beijing_public_services.notation.ranges import match_range

        found, figure = match_range(plain, at)
    if found is None and (found := NUMBER.match(plain, at)):
        figure = READERS[str(found.lastgroup)](found[0])
    if found is None or figure is None:
        later = NUMBER.search(plain)
        offend(text, found[0] if found else plain[at : later.start() if later else None])
    scaled = SCALED.match(plain, found.end())
    assert scaled  # the pattern also matches nothing
    scale = _parts(scaled)
    if figure.unit and scale["scale"]:
        offend(text, plain[found.end() :])
    power = sum(SCALES[word] for word in scale["scale"] + scale["rest"])
    return figure.__replace__(power=figure.power + power), scaled.end(), scale["more"]


def _readable(plain: str, at: int) -> int:
    """Return how far the words after a number can be read."""
    return next((end for end in range(len(plain), at, -1) if REST.fullmatch(plain, at, end)), at)
