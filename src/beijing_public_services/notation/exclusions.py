"""What makes a number in prose no figure: names, labels, articles, vague counts and rates that no unit has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from beijing_public_services.notation import chinese, english, english_units
from beijing_public_services.notation.draft import JOINED, SHARES

if TYPE_CHECKING:
    from beijing_public_services.notation.draft import Draft

VAGUE = {*"数几上好廿卅壹贰叁肆伍陆柒捌玖拾佰仟"}  # before a numeral: 数百, 几十
NAMING = re.compile(r"[一-鿿](?<![和与且及至到的为是并或下上升降提增减缩扩回])")  # 3.0阶段
NAME = re.compile(r"(?:19|20)[0-9]{2}|12345")  # a year, and the number of Beijing's hotline
NAMED = re.compile(r"(?<=[a-z,;]\s)[A-Z][A-Za-z]*\s\Z")  # in Terminal 3, by Windows 11


def is_no_rate(draft: Draft) -> bool:
    """Tell rates per something that no unit has, such as `5 yuan per year`; a share of something is none."""
    return draft.unit in SHARES or not english.RATE.match(draft.plain, draft.end)


def is_no_part(draft: Draft) -> bool:
    """Tell numbers that run on without a unit: 5x, 2+26, 7×24, and `5-6`, which may be anything."""
    is_range = draft.numeral.upper is not None and not draft.written.startswith("between")
    return not (draft.is_bare and (is_range or JOINED.match(draft.plain, draft.end)))


def is_no_article(draft: Draft) -> bool:
    """Tell words that count no noun: `three` (of them), `a million` (thanks), `one`."""
    if not draft.is_bare or draft.kind != "word" or (draft.power and draft.written[0] != "a"):
        return True
    return draft.numeral.value != 1 and english_units.is_counting(draft.plain, draft.end)


def is_no_name(draft: Draft) -> bool:
    """Tell numbers that name something: 2024年, `Terminal 3`, 12345热线, 3.0阶段."""
    value = draft.numeral.value
    is_name = NAME.fullmatch(f"{value:f}" if draft.kind == "chinese" else draft.written)
    if draft.word == "年" and is_name:
        return False
    if not draft.is_bare or draft.is_scaled:
        return True
    if NAMED.search(draft.passage.text, max(0, draft.start - 40), draft.start):
        return False
    return draft.kind != "digits" or draft.is_limited or not (is_name or NAMING.match(draft.plain, draft.end))


def is_no_label(draft: Draft) -> bool:
    """Tell the numbers of sections, notes, list items, titles and days."""
    if draft.kind != "digits" or draft.is_scaled or draft.word:
        return True
    return not english.is_label(draft.passage.text, draft.plain, draft.first, draft.last, draft.unit)


def is_counted(draft: Draft) -> bool:
    """Tell Chinese numerals that count nothing in prose, 一项 (an item) or bare 三千; a text of its own may be one."""
    if draft.kind != "chinese":
        return True
    is_vague = draft.plain[draft.first - 1 : draft.first] in VAGUE
    if not is_vague and not chinese.is_idle(draft.written, draft.unit, draft.is_bare, draft.before):
        return True
    rest = draft.plain[: draft.start] + draft.plain[draft.end :] if draft.passage.whole else "…"
    return not rest.strip(" \n。.")
