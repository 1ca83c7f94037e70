"""The Chinese words around a number: what bounds it and gives it a sign, its scale, and the unit it counts in."""

from __future__ import annotations

import re
from functools import cache

from beijing_public_services._generated.unit_definitions import DEFINITIONS
from beijing_public_services.notation.english import one_of
from beijing_public_services.notation.printed import BOUNDS_AFTER, BOUNDS_BEFORE, FALLS, MEASURE_WORDS, RISES, SCALE

COUNTING_WORDS = MEASURE_WORDS | {*"台张套种批本篇门支枚艘架列幢栋间户份册宗组位"}
NO_FIGURES = (  # what follows the number of a date, a name or an idiom, and units that the vocabulary does not have
    "第|百分比|百分之|月|日|级|款|层|号|版|线|环|时|点|分|刻|届|期|章|节|楼|室|代|岁|倍|周|年代|年度|年级|年底|年初"
    "|年末|世纪|季度|人大"
    "|成员|成立|成果|成本|成为|成功|成都|成绩|成效|大学|大力|家庭|位于|类似|条例|名列|美元|欧元|港元|日元|英镑"
    "|吨|千克|公斤|克|度|千瓦|兆瓦|英里|里|步"
)
EXPRESSIONS = (
    "元:yuan|元人民币:yuan|元/月:yuan/month|%:percent|成:percent|百分点:percentage_point|公里:km|平方公里:km2"
    "|个百分点:percentage_point|平方米:m2|米2:m2|米²:m2|立方米:m3|米3:m3|米³:m3|立方米/日:m3/day|立方米/天:m3/day"
    "|平方米/人:m2/person|微克/立方米:ug/m3|毫克/立方米:mg/m3|微克/米3:ug/m3|微克/米³:ug/m3|个月:month|个小时:hour"
    "|个工作日:working_day|个名次:rank"
)
LONGEST_UNIT = 7
BOUNDS = one_of(word for word in BOUNDS_BEFORE if word not in "近约")
BEFORE = re.compile(
    rf"""(?: (?P<direction> {one_of(RISES + FALLS)} ) 了? \s{{0,2}} )? (?: (?<! [人平年月日户] ) 均 )? …?
    (?: 连续 (?:保持)? )? (?: (?: (?<! [最附邻靠临] ) 近 | (?<! [节预条公契] ) 约 | {BOUNDS} ) 了? )? \s{{0,3}} \Z""",
    re.VERBOSE,
)
SCALED = re.compile(rf"(?:\s{{0,3}}{SCALE})?(?:[余多](?:{SCALE})?)?")
AFTER = re.compile(
    rf"(?:{one_of(BOUNDS_AFTER)})?(?:(?:以?来(?![自源到看说]))?(?:新低|新高|首次)|以?来(?![自源到看说]))?(?:大关)?"
)


@cache
def unit_words() -> dict[str, str | None]:
    """What each unit or measure word means: an expression, "" for a measure word, None for what makes no figure."""
    from beijing_public_services.notation.units import read_definition

    words: dict[str, str | None] = {}
    for line in DEFINITIONS:
        unit, _, names = read_definition(line)
        if not unit.endswith("-"):
            words |= dict.fromkeys((name for name in names if "一" <= name[0] <= "鿿"), unit)
    words |= dict.fromkeys(COUNTING_WORDS, "")
    words |= dict.fromkeys(NO_FIGURES.split("|"))
    return words | {word: unit for word, _, unit in (pair.partition(":") for pair in EXPRESSIONS.split("|"))}


def unit_at(plain: str, at: int) -> str:
    """The longest unit or measure word that begins at a place; "" where none does."""
    words = unit_words() if plain[at : at + 1] > "\x7f" or plain[at : at + 1] == "%" else {}
    return next((plain[at:end] for end in range(at + LONGEST_UNIT, at, -1) if plain[at:end] in words), "")


def is_idle(written: str, unit: str, is_bare: bool, before: str) -> bool:
    """Whether Chinese numerals say nothing in prose: 一 as an article, 千 of many, any without a unit."""
    return is_bare or (not before and (written == "一" or (written[0] in "百千万亿" and unit in ("", "year"))))
