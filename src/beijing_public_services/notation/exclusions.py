"""What makes a number in prose no figure: names, labels, articles, vague counts and rates that no unit has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from beijing_public_services.notation import chinese, english, english_units
from beijing_public_services.notation.candidate import JOINED, SHARES

if TYPE_CHECKING:
    from beijing_public_services.notation.candidate import Candidate

VAGUE = {*"数几上好廿卅壹贰叁肆伍陆柒捌玖拾佰仟"}  # before a numeral: 数百, 几十
NAMING = re.compile(r"[一-鿿](?<![和与且及至到的为是并或下上升降提增减缩扩回])")  # 3.0阶段
NAME = re.compile(r"(?:19|20)[0-9]{2}|12345")  # a year, and the number of Beijing's hotline
NAMED = re.compile(r"(?<=[a-z,;]\s)[A-Z][A-Za-z]*\s\Z")  # in Terminal 3, by Windows 11


def is_no_rate(found: Candidate) -> bool:
    """Tell rates per something that no unit has, such as `5 yuan per year`; a share of something is none."""
    return found.unit in SHARES or not english.RATE.match(found.plain, found.end)


def is_no_part(found: Candidate) -> bool:
    """Tell numbers that run on without a unit: 5x, 2+26, 7×24, and `5-6`, which may be anything."""
    is_range = found.numeral.upper is not None and not found.written.startswith("between")
    return not (found.is_bare and (is_range or JOINED.match(found.plain, found.end)))


def is_no_article(found: Candidate) -> bool:
    """Tell words that count no noun: `three` (of them), `a million` (thanks), `one`."""
    if not found.is_bare or found.kind != "word" or (found.power and found.written[0] != "a"):
        return True
    return found.numeral.value != 1 and english_units.is_counting(found.plain, found.end)


def is_no_name(found: Candidate) -> bool:
    """Tell numbers that name something: 2024年, `Terminal 3`, 12345热线, 3.0阶段."""
    value = found.numeral.value
    is_name = NAME.fullmatch(f"{value:f}" if found.kind == "chinese" else found.written)
    if found.word == "年" and is_name:
        return False
    if not found.is_bare or found.is_scaled:
        return True
    if NAMED.search(found.passage.text, max(0, found.start - 40), found.start):
        return False
    return found.kind != "digits" or found.is_limited or not (is_name or NAMING.match(found.plain, found.end))


def is_no_label(found: Candidate) -> bool:
    """Tell the numbers of sections, notes, list items, titles and days."""
    if found.kind != "digits" or found.is_scaled or found.word:
        return True
    return not english.is_label(found.passage.text, found.plain, found.first, found.last, found.unit)


def is_counted(found: Candidate) -> bool:
    """Tell Chinese numerals that count nothing in prose, 一项 (an found) or bare 三千; a text of its own may be one."""
    if found.kind != "chinese":
        return True
    is_vague = found.plain[found.first - 1 : found.first] in VAGUE
    if not is_vague and not chinese.is_idle(found.written, found.unit, found.is_bare, found.before):
        return True
    rest = found.plain[: found.start] + found.plain[found.end :] if found.passage.whole else "…"
    return not rest.strip(" \n。.")
