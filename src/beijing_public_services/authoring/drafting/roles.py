"""The role of a numeral that is no figure, by the words around it: a date, a name, a unit, an idiom and others."""

from __future__ import annotations

import re
from functools import lru_cache

from beijing_public_services._record import TYPE_CHECKING, Record
from beijing_public_services.authoring.drafting.labels import (
    CAPITAL_BEFORE,
    CLASS_AFTER,
    CLASS_BEFORE,
    CODE_BEFORE,
    HOTLINE,
    NAMED_BEFORE,
    PLAN,
    RATIO_AFTER,
    RATIO_BEFORE,
    TITLED_BEFORE,
    is_helpline,
)
from beijing_public_services.authoring.drafting.text import KEPT
from beijing_public_services.authoring.drafting.words import ENGLISH_ATTRIBUTE, IDIOMS, ORDINALS

if TYPE_CHECKING:
    from beijing_public_services.authoring.drafting.text import DraftNumeral, Paragraph
    from beijing_public_services.model.codelists import Role

N = "[0-9一二三四五六七八九十]"
MONTH = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
QUOTED = {"《": "》", "“": "”", "「": "」", "『": "』", "‘": "’", '"': '"'}
DATES = re.compile(
    rf"""(?: (?: 19|20 ) [0-9]{{2}} | 二〇[〇零一二三四五六七八九]{{2}} ) \s? (?:
          年 (?: \s? [0-9]{{1,2}} \s? 月 (?: \s? [0-9]{{1,2}} \s? [日号] )? )? (?: \s? 第?[一二三四1-4]季度
      | \s?前[一二三四]季度 )?
          | (?= \s?[—–~-]{{1,2}}\s?(?:19|20)[0-9]{{2}} ) )
      | [—–~至-]\s? (?: 19|20 ) [0-9]{{2}} (?! [0-9] ) \s? 年?
      | {N}{{1,3}} \s? (?: [~—–至、-]{{1,2}} \s? {N}{{1,3}} \s? )? 月 (?: 份
      | \s? [0-9]{{1,2}} \s? [日号] )? (?! 均|球|台 )
      | (?<! [0-9] ) [0-9]{{1,2}} (?: [~—–至-] [0-9]{{1,2}} )? 日 (?! 均|常|用 )
      | (?: 第|前 )? [一二三四1-4] (?: [、至~-] [二三四2-4] )? 个?季度
      | [0-9二十]{{1,3}} (?: 世纪 | 年代 )
      | [0-9]{{1,2}} 时 (?! 代|间 ) (?: [0-9]{{1,2}} 分 )?
      | (?<! [0-9.:：∶] ) [0-9]{{1,2}} : [0-9]{{2}} (?! [0-9.:：∶] )
      | (?<! [0-9] ) (?: 19|20 ) [0-9]{{2}} [-/.] [0-9]{{1,2}} (?: [-/.] [0-9]{{1,2}} )?""",
    re.VERBOSE,
)
DATES_ENGLISH = re.compile(
    rf"""(?<! [A-Za-z0-9.,$] ) {MONTH} \s [0-9]{{1,2}} (?: st|nd|rd|th )?
        (?: ,? \s (?: 19|20 ) [0-9]{{2}} )? (?! [0-9%] )
      | (?<! [0-9.,] ) [0-9]{{1,2}} (?: st|nd|rd|th )? \s
        (?: (?: to|and|[-–] ) \s [0-9]{{1,2}} \s )? {MONTH} (?: \s (?: 19|20 ) [0-9]{{2}} )? \b
      | \b (?: mid|early|late|pre|post ) - (?: 19|20 ) [0-9]{{2}} (?! [0-9] )
      | {MONTH} ,? \s (?: 19|20 ) [0-9]{{2}} (?! [0-9] )
      | \b FY \s? '? (?: 20 )? [0-9]{{2}} (?: \s? [-–/] \s? '? (?: 20 )? [0-9]{{2}} )? (?! [0-9] )
      | \b Q[1-4] (?: \s (?: 19|20 ) [0-9]{{2}} )? \b | \b [12] \s? H \b | \b H[12] \b
      | (?<! [0-9.,$€£¥₹₩-] ) (?: 19|20 ) [0-9]{{2}} (?: [-–/] [0-9]{{2,4}} )? s? (?! [0-9%] | [.,][0-9]
      | \s? (?: % | per\scent ) )
      | [0-9]{{1,2}} (?: :[0-9]{{2}} | (?: \.[0-9]{{2}} )? \s? [ap]\.?m\b\.? )
      | \b [0-9]{{1,2}} (?: st|nd|rd|th )\scentury""",
    re.VERBOSE | re.IGNORECASE,
)
SPECIFIC = re.compile("报告|公报|年鉴|统计|调查")
PLAN_NAME = re.compile("十[一二三四五六]五")
CODE = re.compile(r"[×〔+(（]\Z|[0-9]{3,4}-\Z")
ADDRESS = re.compile(r"https?://[^\s，。；）]+|www\.[^\s，。；）]+")
LATIN_BEFORE = re.compile(r"[A-Za-zµ][-－]?\Z")
LATIN_AFTER = re.compile(r"[-－]?[A-Za-z]")
ORDINAL = re.compile(rf"(?:{ORDINALS})")
YEARS_OF_PLAN = re.compile(rf"\s?年(?:{PLAN.pattern})")
ROOM = re.compile("会议室|房间|教室|报告厅")
ATTRIBUTE_AFTER = re.compile("(?:分钟|刻钟|小时|公里|千米|米|次)(?!以?[上下内外]?[，。；、])(?:以?内)?[一-鿿]")
HOLIDAYS = ("三八", "五一", "五四", "六一", "七一", "八一", "十一")  # where no unit follows: 五一广场
DEFAULT_IDIOMS = frozenset("一首百千万零两亿")
ENGLISH_ATTRIBUTES = re.compile(rf"[-\s]?(?:{ENGLISH_ATTRIBUTE})s?\b|-[a-z]+", re.IGNORECASE)


class DraftRole(Record):
    """The role that a numeral is proposed to have, "" if none is known, and why."""

    role: Role | str
    why: str


def dates_of(paragraph: Paragraph) -> tuple[tuple[int, int], ...]:
    """Return where a paragraph names dates."""
    return _dates(DATES if paragraph.is_chinese else DATES_ENGLISH, paragraph.text)


@lru_cache(KEPT)
def _dates(pattern: re.Pattern[str], text: str) -> tuple[tuple[int, int], ...]:
    return tuple([found.span() for found in pattern.finditer(text)])


@lru_cache(KEPT)
def quoted_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return where the names stand that quotation marks and title marks enclose, without the marks."""
    spans: list[tuple[int, int]] = []
    opened: list[int] = []
    for at, letter in enumerate(text):
        if opened and letter == QUOTED[text[opened[-1]]]:
            spans.append((opened.pop() + 1, at))
        elif letter in QUOTED:
            opened.append(at)
    return tuple(spans)


def role_of(paragraph: Paragraph, numeral: DraftNumeral, dates: tuple[tuple[int, int], ...]) -> DraftRole:
    """Return the role of a numeral that is in no figure."""
    text, start, end = paragraph.text, numeral.start, numeral.end
    before, after = text[max(0, start - 24) : start], text[end : end + 12]
    quotes = [span for span in quoted_spans(text) if span[0] <= start < span[1]]
    if any(each.start() <= start < each.end() for each in ADDRESS.finditer(text)):
        return DraftRole(role="name", why="part of an address")
    is_date = any(
        first <= start < last and not TITLED_BEFORE.search(text, max(0, first - 24), first) for first, last in dates
    )
    if is_date and not paragraph.is_chinese and is_helpline(text, start, end):
        return DraftRole(role="name", why="the number of a telephone line")
    if is_date and not any(_is_title(text, span) for span in quotes):
        return DraftRole(role="date", why="")
    if not paragraph.is_chinese:
        return _role_in_english(numeral.token, before, after, is_date, bool(quotes))
    if is_date or PLAN_NAME.match(numeral.token):
        return DraftRole(role="name", why="part of a title" if is_date else "")
    idioms = [word for word in IDIOMS if _holds(text, start, end, word)]
    if quotes:
        return _role_in_quotes(text, quotes[-1], start, end)
    if idioms and not (numeral.token == "一" and re.match("代(?!又)|期", after)):
        return DraftRole(role="idiom", why=f"part of {max(idioms, key=lambda word: (len(word), word))}")
    return _role_by_neighbours(numeral, before, after)


def _is_title(text: str, span: tuple[int, int]) -> bool:
    """Return whether a quoted name is a title that is not that of a report of a period."""
    return text[span[0] - 1] == "《" and not SPECIFIC.search(text, *span)


def _role_in_english(token: str, before: str, after: str, is_date: bool, is_quoted: bool) -> DraftRole:
    if (token == "24" and after.startswith("/7")) or (token == "7" and before.endswith("24/")):
        return DraftRole(role="idiom", why="around the clock")
    is_to_one = re.match(r"\sto\s1\b", after) or (token == "1" and re.search(r"[0-9]\sto\s\Z", before))
    if is_to_one or RATIO_AFTER.match(after) or RATIO_BEFORE.search(before):
        return DraftRole(role="unrecorded", why="a ratio of several numbers, and a figure has one value")
    is_named = NAMED_BEFORE.search(before) or CAPITAL_BEFORE.search(before) or TITLED_BEFORE.search(before)
    if is_date or is_quoted or is_named or re.match("[A-Z](?![a-z])", after):
        return DraftRole(role="name", why="part of a name")
    if (
        re.search(r"[0-9][-/–\s]\Z", before)
        or re.match(r"[-/–][0-9]|\s[0-9]{3}(?![0-9])|(?:st|nd|rd|th)\b", after)
        or token.startswith("0")
    ):
        return DraftRole(role="name", why="a number that names something")
    if re.match(r"s\b", after) or ENGLISH_ATTRIBUTES.match(after):
        return DraftRole(role="dimension", why="says what is measured")
    return DraftRole(role="", why="no rule tells what this numeral is")


def _role_in_quotes(text: str, span: tuple[int, int], start: int, end: int) -> DraftRole:
    name = text[slice(*span)]
    if ATTRIBUTE_AFTER.match(text, end, span[1] + 1) or name.endswith(text[start:end] + "次"):
        return DraftRole(role="dimension", why="says what is measured")
    if len(name) <= 6 and len(re.findall("[两三四五六双][一-鿿]", name)) > 1:
        return DraftRole(role="enumeration", why="sums up what was listed")
    return DraftRole(role="name", why="part of a name")


def _role_by_neighbours(numeral: DraftNumeral, before: str, after: str) -> DraftRole:
    """Return the role that the words beside a numeral of a Chinese text give it."""
    token = numeral.token
    if re.search(r"(?:数|几|若干)\Z", before):
        return DraftRole(role="unrecorded", why="a vague number")
    if RATIO_AFTER.match(after) or RATIO_BEFORE.search(before):
        return DraftRole(role="unrecorded", why="a ratio of several numbers, and a figure has one value")
    if CLASS_AFTER.match(after) or CLASS_BEFORE.search(before):
        return DraftRole(role="dimension", why="says which are counted")
    if token[0].isascii() and (
        CODE.search(before)
        or CODE_BEFORE.search(before)
        or ROOM.match(after)
        or re.match("[×+〕]|[)）]|-[0-9]{6}", after)
    ):
        return DraftRole(role="name", why="a number that names something")
    counts = not token.isascii() and len(token) == 1 and after.startswith(("是", "、")) and before[-1:] in "。；，：、"
    if before.endswith("其") or counts:
        return DraftRole(role="idiom", why="counts points of the text")
    if re.fullmatch("[百千万]|十万", token) and after.startswith("分点"):
        return DraftRole(role="unit", why="part of a unit")
    if token == "首" and after[:1] in "批期届":
        return DraftRole(role="dimension", why="says which are counted")
    if token == "首":
        return DraftRole(role="idiom" if before[-1:] != "、" else "name", why="")
    if token[0].isascii() and (LATIN_BEFORE.search(before) or LATIN_AFTER.match(after)):
        return DraftRole(role="name", why="part of a name")
    if before.endswith("/") or (before.endswith(("每", "/每")) and token[0] in "万千百"):
        return DraftRole(role="unit" if before.endswith("/") else "dimension", why="part of a unit")
    if YEARS_OF_PLAN.match(after) or HOTLINE.match(after):
        return DraftRole(role="name", why="part of a name")
    if before.endswith("第") or ORDINAL.match(after) or re.search("(?:第|环|编号|型号)\\Z", before):
        return DraftRole(role="name", why="an ordinal within a name")
    if token in ("万", "千", "百", "十万", "百万") and re.match("元|人|车|户|公|平|名|吨", after):
        return DraftRole(role="dimension", why="says what it is counted by")
    if token in HOLIDAYS:
        return DraftRole(role="name", why="the name of a day")
    if re.match("周岁", after):
        return DraftRole(role="dimension", why="says who is counted")
    if re.match("刻钟", after) or ATTRIBUTE_AFTER.match(after):
        return DraftRole(role="dimension", why="says what is measured")
    if token in ("两", "三", "四", "五", "六", "七", "八", "九") and re.match("地|者|方|个|级", after):
        return DraftRole(role="enumeration", why="sums up what is listed")
    if token[0] in DEFAULT_IDIOMS or (len(token) == 1 and not token.isascii()):
        return DraftRole(role="idiom" if token[0] in DEFAULT_IDIOMS else "name", why="")
    return DraftRole(role="", why="no rule tells what this numeral is")


def _holds(text: str, start: int, end: int, word: str) -> bool:
    """Return whether a word of a text stands over a numeral."""
    at = text.find(word, max(0, start - len(word) + 1), end + len(word))
    return 0 <= at <= start and at + len(word) >= end
