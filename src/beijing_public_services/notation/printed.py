"""Reading a figure of Chinese statistical prose: `近1.9万个` is a number, a scale, a bound and a unit word."""

from __future__ import annotations

import re
from decimal import Decimal
from unicodedata import numeric

from beijing_public_services.errors import PrintedFigureError
from beijing_public_services.notation.chinese_words import BOUNDS_AFTER, BOUNDS_BEFORE, FALLS, MIRRORED, RISES
from beijing_public_services.notation.figure import PrintedFigure
from beijing_public_services.notation.numerals import NUMERALS, SCALE, SCALES, one_of, read_chinese_integer

NO_UNIT = f"[{NUMERALS}余多成第半以]"
FIGURE = re.compile(
    rf"""
    (?: (?P<direction> {one_of(RISES + FALLS)} ) 了? )?
    均? …?                                          # each of several; words left out before the number
    (?: 连续 (?:保持)? )?
    (?: (?P<before> {one_of(BOUNDS_BEFORE)} ) 了? )?
    (?: 第 (?P<place> [0-9]+ | [{NUMERALS}]+ ) [位名]?
      | (?: (?P<arabic> [0-9]+(?:\.[0-9]+)? ) (?P<scale> {SCALE} )? | (?P<chinese> [{NUMERALS}]+ ) (?! 分点 ) )
        (?P<tenth> 成 )?
        (?: (?P<more> [余多] ) (?P<scale_after> {SCALE} )? )?      # 1.4万余 and 400多万
        (?P<unit> 个?百分点 | (?(tenth) | (?: (?! {NO_UNIT} ) [A-Za-zµμ一-鿿] | [%‰/] | (?<=[米m])[23²³] )*? ) )
      | (?P<class> [Ⅰ-Ⅻ] ) 类
      | (?P<top> 榜首 | 首位 )
    )
    (?P<after> {one_of(BOUNDS_AFTER)} )?
    (?P<since> (?: 以?来 )? (?: 新低 | 新高 | 首次 ) | 以?来 )?
    (?: 大关 )?
    """,
    re.VERBOSE,
)
LONGEST = 60


def read_printed(text: str) -> PrintedFigure:
    """The figure that `text` prints, in the notation of Chinese statistical reports.

    White space and full-width forms do not matter; `…` stands for words left out between a direction or unit and its
    number (`下降…50.0%`). Raises `PrintedFigureError` for a text that is no figure or that bounds it twice.

    >>> figure = read_printed("近1.9万个")
    >>> print(figure.value, figure.bound, figure.unit)
    19000 nearly 个
    """
    match = FIGURE.fullmatch(_plain(text)) if len(text) <= LONGEST else None
    if not match:
        examples = "近1.9万个, 9153.3亿元, 超六成, 第三 or 下降6.2%"
        raise PrintedFigureError(f"{text[:LONGEST]!r}", f"a printed figure such as {examples}")
    part = match.groupdict()
    if part["since"] and part["before"] == "近":
        part["before"] = None  # 近15年新低: the lowest of the last 15 years, not of nearly 15
    said = (
        BOUNDS_BEFORE.get(part["before"] or ""),
        "some_over" if part["more"] else None,
        BOUNDS_AFTER.get(part["after"] or ""),
    )
    bounds = [bound for bound in said if bound]
    if len(bounds) > 1:
        raise PrintedFigureError(f"{text!r} with the bounds {' and '.join(bounds)}", "one at the most")
    bound = bounds[0] if bounds else "exact"
    number, power = _number(part)
    if part["direction"] in FALLS:
        number, bound = number.copy_negate() if number else number, MIRRORED.get(bound, bound)
    if part["class"]:
        bound = MIRRORED.get(bound, bound)  # the better class has the lower number: Ⅱ类及以上 is I or II
    return PrintedFigure(number=number, power=power, bound=bound, unit=_unit(part))


def _plain(text: str) -> str:
    """The text without white space, its full-width letters, digits and signs as ASCII."""
    return "".join(chr(ord(each) - 0xFEE0) if "！" <= each <= "～" else each for each in "".join(text.split()))


def _number(part: dict[str, str | None]) -> tuple[Decimal, int]:
    """The number and the power of ten of its scale words, those of a number in words included."""
    if part["top"]:
        return Decimal(1), 0
    if place := part["place"]:
        return Decimal(place if place.isascii() else read_chinese_integer(place)), 0
    if part["class"]:
        return Decimal(int(numeric(part["class"]))), 0
    power = sum(SCALES[word] for word in f"{part['scale'] or ''}{part['scale_after'] or ''}") + bool(part["tenth"])
    if part["arabic"]:
        return Decimal(part["arabic"]), power
    words = part["chinese"] or ""
    spoken = sum(SCALES[word] for word in words[len(words.rstrip("百千万亿")) :])
    return Decimal(read_chinese_integer(words) // 10**spoken), power + spoken


def _unit(part: dict[str, str | None]) -> str:
    if part["class"]:
        return "类"
    if part["place"] or part["top"]:
        return "第"
    return "%" if part["tenth"] else part["unit"] or ""
