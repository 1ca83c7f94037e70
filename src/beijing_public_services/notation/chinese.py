"""The Chinese words around a number: what bounds it and gives it a sign, its scale, and the unit it counts in."""

from __future__ import annotations

import re
from functools import lru_cache

from beijing_public_services.notation.chinese_words import BOUNDS_AFTER, BOUNDS_BEFORE, DOWNWARD, MEASURE_WORDS, UPWARD
from beijing_public_services.notation.numerals import SCALE, one_of
from beijing_public_services.notation.vocabulary import KEPT, is_known, names

COUNTING_WORDS = MEASURE_WORDS | {*"台张套种批本篇门支枚艘架列幢栋间户份册宗组位"}
NO_FIGURES = (  # what follows the number of a date, a name or an idiom, and units that no vocabulary has
    "第|百分比|百分之|月|日|级|款|层|号|版|线|环|时|点|分|刻|届|期|章|节|楼|室|代|岁|倍|番|周|年规划|年计划|年行动|年代|年度|年级|年底|年初"
    "|年末|世纪|季度|人大"
    "|成员|成立|成果|成本|成为|成功|成都|成绩|成效|大学|大力|家庭|位于|类似|条例|名列|美元|欧元|港元|日元|英镑"
    "|度|千瓦|兆瓦|英里|里|步|微米|毫米|厘米|毫升|基点"
)
NEVER_UNITS = ("第", "百分比", "百分之", "月", "日")  # whatever a vocabulary says
EXPRESSIONS = (
    "元:yuan|元人民币:yuan|元/月:yuan/month|%:percent|成:percent|百分点:percentage_point|公里:km|千米:km|㎞:km"
    "|平方公里:km2|平方千米:km2|㎢:km2|㎡:m2|㎥:m3"
    "|个百分点:percentage_point|平方米:m2|米2:m2|米²:m2|立方米:m3|米3:m3|米³:m3|立方米/日:m3/day|立方米/天:m3/day"
    "|平方米/人:m2/person|微克/立方米:ug/m3|毫克/立方米:mg/m3|微克/米3:ug/m3|微克/米³:ug/m3|微克每立方米:ug/m3"
    "|毫克每立方米:mg/m3|个月:month|个小时:hour|个工作日:working_day|个名次:rank"
    "|吨:tonne|公吨:tonne|千克:kilogram|公斤:kilogram|克:gram|千瓦时:kilowatt_hour|兆瓦时:megawatt_hour"
    "|度电:kilowatt_hour|升:litre|公升:litre|‰:permille|℃:celsius_degree|摄氏度:celsius_degree"
    "|标准箱:twenty_foot_equivalent_unit|标箱:twenty_foot_equivalent_unit|千分点:permille|个千分点:permille"
)
POINTS = ("万分点", "个万分点", "十万分点", "个十万分点")  # of a rate that a figure before them is in
LONGEST_UNIT = 7
MOST_DIVISIONS = 2
BOUNDS = one_of(word for word in BOUNDS_BEFORE if word not in "近约")
LONG = [word for word in UPWARD + DOWNWARD if len(word) > 1]
BEFORE = re.compile(
    rf"""(?: (?P<direction> {one_of(LONG)} | (?<= [同环]比 ) [增降涨跌减升多少高低] | (?<= [再又续月年] ) [增降涨跌减升]
      | (?: (?<= [年期划均平月周末底] ) | (?<= 季度 ) ) [多少高低] ) 了? \s{{0,2}} )?
    (?: (?<! [人平年月日户] ) 均 )? …?
    (?: 连续 (?:保持)? )?
    (?: (?P<bound> (?<! [最附邻靠临] ) 近 | (?<! [节预条公契] ) 约 | {BOUNDS} ) 了? )? \s{{0,3}} \Z""",
    re.VERBOSE,
)
SCALED = re.compile(rf"(?:\s{{0,3}}(?P<scale>{SCALE}))?(?P<more>\s{{0,2}}[余多](?P<rest>{SCALE})?)?")
AFTER = re.compile(
    rf"(?P<bound>{one_of(BOUNDS_AFTER)})?(?P<since>(?:以?来(?![自源到看说]))?(?:新低|新高|首次)|以?来(?![自源到看说]))?(?:大关)?"
)
OVER = re.compile(r"[余多](?=以?来|时间|前|后|的|[，。；：、！？）,.;:!?)]|\s|\Z)")  # 3年多 but 3年多次
MANY = re.compile("个[余多](月|小时|百分点|工作日)")  # 2个多月
PER = re.compile(f"[/每]({SCALE})?")
TIMES = {"日": "day", "月": "month"}  # behind a slash; elsewhere these belong to a date


@lru_cache(KEPT)
def unit_words(definitions: tuple[str, ...]) -> dict[str, str | None]:
    """Return what each unit or measure word means: an expression, "" for a measure word, None if it makes no figure."""
    known = names(definitions)
    words: dict[str, str | None] = {name: unit for name, unit in known.items() if "一" <= name[0] <= "鿿"}
    words = {word: unit for word, unit in words.items() if not word.endswith("-")}
    words |= dict.fromkeys((*COUNTING_WORDS, *POINTS), "")
    words |= dict.fromkeys(word for word in NO_FIGURES.split("|") if word not in known or word in NEVER_UNITS)
    pairs = (pair.partition(":") for pair in EXPRESSIONS.split("|"))
    return words | {word: unit if is_known(unit, definitions) else None for word, _, unit in pairs}


def unit_at(plain: str, at: int, definitions: tuple[str, ...]) -> str:
    """Return the longest unit or measure word that begins at a place; "" if none does."""
    words = unit_words(definitions) if plain[at : at + 1] > "\x7f" or plain[at : at + 1] == "%" else {}
    return next((plain[at:end] for end in range(at + LONGEST_UNIT, at, -1) if plain[at:end] in words), "")


def rate_at(plain: str, at: int, unit: str | None, definitions: tuple[str, ...]) -> tuple[str | None, int]:
    """Return a unit divided by those behind slashes or 每 (人/万车, 元/平方米, 升/人/天), and where that ends."""
    for _ in range(MOST_DIVISIONS):
        per = PER.match(plain, at)
        other = unit_at(plain, per.end(), definitions) if per and unit else ""
        below = (unit_words(definitions)[other] or (plain[at] == "/" and TIMES.get(other))) if other else ""
        if per is None or not below or not is_known(expression := f"{unit} / {per[1] or ''}{below}", definitions):
            break
        unit, at = expression, per.end() + len(other)
    return unit, at


def is_idle(written: str, unit: str, is_bare: bool, before: str) -> bool:
    """Return whether Chinese numerals say nothing in prose: 一 as an article, 千 of many, any without a unit."""
    return is_bare or (not before and (written == "一" or (written[0] in "百千万亿" and unit in ("", "year"))))
