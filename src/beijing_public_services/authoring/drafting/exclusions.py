"""What looks like a figure and is none: part of a name, of what is measured, or the sum of a list."""

from __future__ import annotations

import re

from beijing_public_services._record import TYPE_CHECKING
from beijing_public_services.authoring.drafting.labels import (
    CLASS_AFTER,
    CLASS_BEFORE,
    CODE_BEFORE,
    LISTED_NAMES,
    NAMED_BEFORE,
    PLAN,
    RATIO_AFTER,
    RATIO_BEFORE,
    TELEPHONE,
    is_emergency_number,
)
from beijing_public_services.authoring.drafting.roles import DraftRole, quoted_spans
from beijing_public_services.authoring.drafting.several_years import spans_of_several
from beijing_public_services.authoring.drafting.words import ENGLISH_ATTRIBUTE, LISTED

if TYPE_CHECKING:
    from beijing_public_services.authoring.drafting.text import Paragraph
    from beijing_public_services.notation.figure import Claim

ACTIONS = re.compile("[一二三四五六七八九十]+(?:项|大)行动")
LENGTHS = ("meter", "km", "minute", "hour", "calendar_day", "day", "month", "year")
ATTRIBUTE = re.compile(r"(?:范?围?以?内)?[一-鿿]")
LATER = re.compile(r"[0-9.]+\s?%|[0-9.]+\s?个?百分点")
COUNTED_BEHIND = re.compile("(?:的)?[一-鿿]{2,8}[0-9]")  # 5分钟以上晚点23件
ENUMERATED = re.compile(r"(?:(?:、|和|及|与)[^，。；、]{1,14}|[一-鿿]{2,3}冀)\Z")
ENUMERATES = re.compile(rf"[两二三四五六七八九十](?:{LISTED})")
ANNOUNCES = re.compile(
    r"[两二三四五六七八九十](?:个|项|种|类|方面|条)[一-鿿]{0,6}(?:[：:]|[A-Za-z一-鿿0-9.]{1,10}、[A-Za-z一-鿿0-9]{1,10}(?:、|和))"
)
AGE = re.compile("周?岁(?:以[上下内]|及以[上下]|的|老|儿童|婴|幼|人群|学生|公民|青)")
OLDER = re.compile("岁(?:以[上下内]|及以[上下]|的|老|儿童|婴|幼|人群|学生|公民|青)")
SUMMED = re.compile("[两三四五六七八九十](?:项|类|种)[一-鿿]{1,8}(?=[0-9])")
AMONG = re.compile("[一-鿿]{0,8}中(?:排名?|位|列|居)")
COUPLED = re.compile("[两三四五六双][一-鿿]")  # 两升两降
YEARS_LONG = re.compile(r"[0-9]+[\s-](?:year|month|week|day)[\s-](?:long\s)?(?:period|span|spell)\b")
CLOCK_AFTER = re.compile(r"\s?[ap](?:\.m\.|m\b)", re.IGNORECASE)
YEARS_PAST = re.compile(  # 过去五年, 五年来, 以来的五年; but not 26年来首次
    "(?:过去的?|最?近|这|今后|未来|以来的)(?:[二三四五六七八九十两]|[2-9])年(?!级|期)"
    "|(?<![0-9])(?:[二三四五六七八九十两]|[2-9])年[来间]"
)
GROUPED = re.compile("[两三四五六七八九十]大(?:门类|支柱产业)")
CONGRESS = re.compile("(?:十[五六七八九]|二十)大(?!类|行业|产业|领域|重点|项|任务|工程)")
CLOCK_BEFORE = re.compile("[0-9]时\\Z")
TABLE_BEFORE = re.compile("(?:^|[，。；、（附见如])[表图]\\Z")
WHO = re.compile("(?:的)?[一-鿿]{2}")
ASPECTS = re.compile("[一二两三四五六七八九十]+(?:个|大)?(?:方面|层面|维度)")
FOREMOST = re.compile("前\\Z")
CIRCLE = re.compile("[一-鿿]{0,6}圈")
BASE_HUNDRED = re.compile(r"(?:以[^，。）]{1,8}为|[=＝])100\Z")
LIST_NUMBER = re.compile("[两三四五六七八九十]")
IN_ORDER = re.compile("分别|依次")
LISTED_BEFORE = re.compile(r"、[^，。；、]{1,14}\Z")
GROUPS = re.compile("[一二三四五六七八九十]+(?:大类|次产业)")
EACH_MANY = re.compile(r"每\Z")
DIMENSION_ENGLISH = re.compile(
    rf"\b(?:within|every|a|an|the)\s[0-9.]+[-\s](?:{ENGLISH_ATTRIBUTE})s?\b|[0-9]-(?:{ENGLISH_ATTRIBUTE})\b"
)
RANKED_OF = re.compile(
    r"(?:\branked\s\S+|\bplaced\s\S+|\b(?:first|second|third|fourth|fifth)|[0-9](?:st|nd|rd|th))\s(?:out\s)?of\s(?:all\s|the\s)?\Z",
    re.IGNORECASE,
)
AGED = re.compile(r"\b(?:aged?|ages)\s\Z", re.IGNORECASE)
AGE_ENGLISH = re.compile(r"[\s-]years?[\s-](?:old|of\sage)|\s(?:and|or)\s(?:over|older|under|younger)\b")
PEOPLE = re.compile(
    r"\b(?:those|people|persons|residents|adults|children|men|women|anyone)\s(?:(?:is|are|was|were)\s)?(?:aged\s)?\Z",
    re.IGNORECASE,
)
STREET = re.compile(r"\s(?:[A-Z][a-z]+\s){1,3}(?:Street|Road|Avenue|Lane|Drive|Square|Place|Way)\b")
LIST_ITEM = re.compile(r"[.)]\s[A-Z]")
LIST_BEFORE = re.compile(r"(?:^|[.;:]\s)\Z")
PERCENT = re.compile(r"%|per\s?cent")
WITHIN = re.compile(
    r"(?:within|in under|in less than)\s[^\s]+\s(?:second|minute|hour|day|week|month|working\sday)s?", re.IGNORECASE
)
THEMES = re.compile(
    r"\s(?:[a-z]+\s)?(?:priorities|themes|aims|objectives|goals|ways|reasons|pillars|strands|things|principles|ambitions"
    r"|challenges|divisions|storeys|bedrooms|stages|parts)\b"
)
NAME_ENGLISH = re.compile(r"[0-9]-year (?:plan|action|programme|program|strategy)", re.IGNORECASE)


def excluded_role(paragraph: Paragraph, claim: Claim) -> DraftRole | None:
    """Return the role of the numerals in what looks like a figure; None if it is one."""
    text = paragraph.text
    start, end = claim.start, claim.end
    if not paragraph.is_chinese:
        return _in_english(paragraph, start, end)
    quote = next((span for span in quoted_spans(text) if span[0] <= start and end <= span[1]), None)
    if quote and not ACTIONS.fullmatch(text[slice(*quote)]) and not text[quote[1] :].startswith("”的"):
        return _in_quotes(claim, text[slice(*quote)])
    if claim.unit == "year" and PLAN.match(text, end) and not text[start:end].startswith(("连续", "近")):
        return DraftRole(role="name", why="part of the name of a plan")
    if claim.text.startswith("十大"):
        return DraftRole(role="name", why="part of a name")
    stop = paragraph.clause(end)[1]
    if text[end - 2 : end] in ("以上", "以下", "以内") and WHO.match(text, end) and LATER.search(text, end, stop):
        return DraftRole(role="dimension", why="says what is measured")
    if claim.unit in LENGTHS and text[end - 2 : end] in ("以上", "以下", "以内") and COUNTED_BEHIND.match(text, end):
        return DraftRole(role="dimension", why="says what is measured")
    if not claim.unit and LISTED_NAMES.match(text, end):
        return DraftRole(role="name", why="a number that names something")
    if (
        claim.unit in LENGTHS
        and not claim.text.startswith(("连续", "近"))
        and ATTRIBUTE.match(text, end)
        and LATER.search(text, end, stop)
    ):
        return DraftRole(role="dimension", why="says what is measured")
    if claim.text in ("万元", "百元", "千元", "亿元", "万人", "百人", "千人"):
        return DraftRole(role="dimension", why="says what it is counted by")
    if RATIO_AFTER.match(text, end) or RATIO_BEFORE.search(text, max(0, start - 8), start):
        return DraftRole(role="unrecorded", why="a ratio of several numbers, and a figure has one value")
    is_several = any(first <= start < last for first, last in spans_of_several(text))
    is_past = is_several or YEARS_PAST.search(text, max(0, start - 4), end + 1)
    if is_past and claim.unit in ("calendar_year", "year"):
        return DraftRole(role="date", why="")
    if GROUPED.match(text, start):
        return DraftRole(role="enumeration", why="sums up what is listed")
    if CONGRESS.match(text, start):
        return DraftRole(role="name", why="the name of a congress")
    if CLOCK_BEFORE.search(text, max(0, start - 3), start):
        return DraftRole(role="date", why="")
    if ASPECTS.match(text, start):
        return DraftRole(role="enumeration", why="sums up what is listed")
    if FOREMOST.search(text, max(0, start - 1), start) and claim.unit in ("", "rank", "person"):
        return DraftRole(role="dimension", why="says how many of the first")
    is_class = claim.unit == "water_quality_class"
    if is_class and (CLASS_AFTER.match(text, end - 1) or CLASS_BEFORE.search(text, max(0, start - 2), start)):
        return DraftRole(role="dimension", why="says which are counted")
    if TABLE_BEFORE.search(text, max(0, start - 3), start):
        return DraftRole(role="name", why="a number that names something")
    if not claim.unit and CODE_BEFORE.search(text, max(0, start - 16), start):
        return DraftRole(role="name", why="a number that names something")
    if CIRCLE.match(text, end):
        return DraftRole(role="dimension", why="says what is measured")
    if BASE_HUNDRED.search(text, max(0, start - 10), end):
        return DraftRole(role="dimension", why="the base of an index")
    if SUMMED.match(text, start):
        return DraftRole(role="enumeration", why="sums up what is named behind it")
    if AMONG.match(text, end):
        return DraftRole(role="dimension", why="says among how many")
    if GROUPS.match(text, start):
        return DraftRole(role="name", why="part of a name")
    if EACH_MANY.search(text, max(0, start - 1), start):
        return DraftRole(role="dimension", why="says what it is counted by")
    if AGE.match(text, end) or OLDER.search(text, start, end + 4):
        return DraftRole(role="dimension", why="says who is counted")
    if ENUMERATES.match(text, start) and ENUMERATED.search(text, max(0, start - 24), start):
        return DraftRole(role="enumeration", why="sums up what is listed")
    if _sums_up(paragraph, start, end):
        return DraftRole(role="enumeration", why="sums up what is listed")
    if ANNOUNCES.match(text, start):
        return DraftRole(role="enumeration", why="counts what is listed behind it")
    return None


def _sums_up(paragraph: Paragraph, start: int, end: int) -> bool:
    """Return whether a number sums up the list before it, the items of which have their figures behind it."""
    text = paragraph.text
    is_listed = LIST_NUMBER.match(text, start) and LISTED_BEFORE.search(text, max(0, start - 24), start)
    return bool(is_listed and IN_ORDER.search(text, end, paragraph.sentence(start)[1]))


def _in_quotes(claim: Claim, name: str) -> DraftRole:
    if claim.unit in LENGTHS[:5]:
        return DraftRole(role="dimension", why="says what is measured")
    if len(name) <= 6 and len(COUPLED.findall(name)) > 1:
        return DraftRole(role="enumeration", why="sums up what was listed")
    return DraftRole(role="name", why="part of a name")


def _in_english(paragraph: Paragraph, start: int, end: int) -> DraftRole | None:
    text = paragraph.text
    if re.search(r"(?:\bper|\bfor every|\bin every|\bout of|\bone in)\s\Z", text[max(0, start - 12) : start], re.I):
        return DraftRole(role="dimension", why="says what it is counted by")
    if RANKED_OF.search(text, max(0, start - 40), start):
        return DraftRole(role="dimension", why="says among how many")
    if re.match(r"[A-Za-z](?<!\$)", text[start - 1 : start]) and text[start].isdecimal():  # CO2 emissions
        return DraftRole(role="name", why="part of a name")
    if any(first <= start < last for first, last in spans_of_several(text)):
        return DraftRole(role="date", why="")
    if YEARS_LONG.match(text, start):
        return DraftRole(role="dimension", why="says what is measured")
    if CLOCK_AFTER.match(text, end):
        return DraftRole(role="date", why="")
    if AGED.search(text, max(0, start - 8), start) or AGE_ENGLISH.match(text, end):
        return DraftRole(role="dimension", why="says who is counted")
    if PEOPLE.search(text, max(0, start - 20), start) and re.match(
        r"(?:over|under)\s[0-9]+\Z", text[start:end], re.IGNORECASE
    ):
        return DraftRole(role="dimension", why="says who is counted")
    if STREET.match(text, end) or (LIST_ITEM.match(text, end) and LIST_BEFORE.search(text, max(0, start - 3), start)):
        return DraftRole(role="name", why="a number that names something")
    if is_emergency_number(text, start, end) or any(
        each.start() <= start < each.end() for each in TELEPHONE.finditer(text)
    ):
        return DraftRole(role="name", why="a number that names something")
    if WITHIN.match(text, start) and PERCENT.search(text, *paragraph.sentence(start)):
        return DraftRole(role="dimension", why="says what is measured")
    if not re.search("[0-9]", text[start:end]) and THEMES.match(text, end):
        return DraftRole(role="enumeration", why="counts what is listed")
    if re.fullmatch("[0-9]{1,4}", text[start:end]) and NAMED_BEFORE.search(text, max(0, start - 24), start):
        return DraftRole(role="name", why="part of a name")
    around = text[max(0, start - 8) : end + 12]
    if NAME_ENGLISH.search(text, max(0, start - 2), end + 20):
        return DraftRole(role="name", why="part of the name of a plan")
    found = DIMENSION_ENGLISH.search(around)
    if found and found.end() <= end - start + 20 and not re.match(r"\s?(?:ago|earlier)", text[end:]):
        return DraftRole(role="dimension", why="says what is measured")
    return None
