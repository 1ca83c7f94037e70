"""The name and the kind of measure of a new indicator, as the words around a figure give them."""

from __future__ import annotations

import re

from beijing_public_services._record import TYPE_CHECKING, Record
from beijing_public_services.authoring.drafting.periods import PARTS
from beijing_public_services.authoring.drafting.roles import dates_of
from beijing_public_services.notation.chinese_words import BOUNDS_BEFORE, DOWNWARD, UPWARD
from beijing_public_services.notation.numerals import one_of
from beijing_public_services.notation.word_lists import words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from beijing_public_services.authoring.drafting.figure import DraftFigure
    from beijing_public_services.authoring.drafting.text import Paragraph

CLAUSE = re.compile(r"[，,：:；;](?![0-9]{3})|——")
LEADING = re.compile(
    rf"""(?: 其中 | 此外 | 另外 | 同时 | 目前 | 当前 | 全年 | 年末 | 年底 | 期末 | 今年以来 | 截至 | 截止 | 累计
      | 全市 | 本市
      | 我市 | 全区 | 全省 | 全国 | {"|".join(PARTS)} | 完成 | 实现 | 发生 | 首次 | 力争 | 确保
      | 拥有 | 共有 | 现有 | 建有 | 设有 | 达到
      | 新增 (?= [一-鿿]{{5}} ) | [到至共已还并且又有达为是按于从由对将与和及的了、（）()] | \s )+""",
    re.VERBOSE,
)
TRAILING = re.compile(
    rf"""(?: {one_of((*UPWARD, *DOWNWARD))} | {one_of(BOUNDS_BEFORE)} | 分别 | 依次 | 同比 | 环比
      | [比较]上(?:年末?|个?月|个?季度)
      | 较上年末? | 比去年
      | 较去年 | 上年 | 与上年相比 | 实现 | 完成 | 位居 | 位列 | 排名 | 保持在? | 稳定在 | 增至 | 降至 | 升至
      | 提高到 | 上升到
      | 下降到 | 扩大到 | 提升[至到] | 提高至 | 增加[至到] | 下降至 | 压缩[至到] | 减少到 | 新增 | 总计 | 合计
      | 累计 | 已经 | 力争
      | 比? (?: 19|20 ) [0-9]{{2}} 年? | 共有 | 达到
      | 首次 | 名义 | 实际 | 比\s+ | 较\s+ | 相比 | 相较 | 由年初 | 年初 | 控制
      | [均都约为是达共有计已的了仅只居列占升降增至到从由在、（(：:] | \s )+\Z""",
    re.VERBOSE,
)
VERBS_BEFORE = re.compile(
    "(?:新增|建成|新建|改造|开通|完成|举办|发放|受理|查处|培训|新开工|拆除|优化|新开|引进|认定|推出|共有|拥有)(?:了|约|近|超)?\\Z"
)
NOUN_AFTER = re.compile(
    r"(?:的)?(?!（)([一-鿿A-Za-z0-9·“”（）]{2,16}?)(?=[，。；、（]|和|及|与|实现|完成|投入|投运|通过|列入|入选|达到|正式|\Z)"
)
LISTED = re.compile(r"\s?(?:、|和|以及|及|, | and )\s?")
IN_ORDER = re.compile("分别|依次|respectively")
FROM = re.compile("(?<=[一-鿿]{2})(?:由|从)(?=[^，。]{0,14}$)")  # 收入比由上年同期的2.12
SHARE = re.compile("占|比重|比例|占比|share|proportion|accounted for|per cent of|% of", re.IGNORECASE)
PART = re.compile(r"\sof\s(?!which\b|whom\b|(?:19|20)[0-9]{2}\b)")
MADE_UP = re.compile(r"(?:made|makes?|making) up\s|\bcompris|\bconstitut|\baccount", re.IGNORECASE)
INDEX = re.compile("指数|index", re.IGNORECASE)
CHANGES = {"growth": "增长率", "difference": "变化", "rank": "排名", "streak": "连续年数", "span": "距上次年数"}
SHORTEST = 2
LONGEST = 30


class DraftName(Record):
    """The name of a new indicator as printed, what it may be a growth, share or rank of, and why none was found."""

    name: str
    subject: str
    why: str = ""


def measure_of(paragraph: Paragraph, figure: DraftFigure) -> str:
    """Return the kind of measure that a figure is of, by its unit and the words around it."""
    unit = figure.unit
    clause = paragraph.clause(figure.start)
    before = paragraph.text[max(clause[0], figure.start - 24) : figure.start]
    if figure.word.endswith("分点"):
        return "difference"
    if unit in ("percent", "permille"):
        if figure.direction and not figure.exceeds:
            return "growth"
        if re.search("增速|增幅|涨幅|降幅|(?<!自然)增长率|growth", before, re.IGNORECASE):
            return "growth"
        around = before + paragraph.text[figure.end : figure.end + 12]
        is_part = not paragraph.is_chinese and PART.match(paragraph.text, figure.end)
        return "share" if is_part or SHARE.search(around) or MADE_UP.search(before) else "rate"
    if unit == "percentage_point" or (figure.direction and unit != "rank"):
        return "difference"
    if unit == "rank":
        return "difference" if figure.direction else "rank"
    if "连续" in figure.printed or "consecutive" in figure.printed:
        return "streak"
    if re.search("新低|新高|首次", figure.printed):
        return "span"
    return "index" if not unit and not figure.word and INDEX.search(before) else "level"


def name_of(paragraph: Paragraph, figures: Sequence[DraftFigure], place: int, measure: str) -> DraftName:
    """Return the name that a figure is printed with; "" if the words around it give none."""
    if not paragraph.is_chinese:
        return _name_in_english(paragraph, figures, place, measure)
    figure = figures[place]
    first, _ = paragraph.sentence(figure.start)
    floor = max([first, *(each.end for each in figures[:place] if each.end > first)])
    text = _undated(paragraph, floor, figure.start)
    clauses = CLAUSE.split(text)
    own = _tidied(clauses[-1])
    after = NOUN_AFTER.match(paragraph.text, figure.end) if not figure.unit or figure.unit == "person" else None
    if after and measure == "level":
        verb = VERBS_BEFORE.search(clauses[-1])
        return DraftName(name=(verb[0].rstrip("了约近超") if verb else "") + after[1] + "数", subject=after[1])
    if measure == "share" and len(own) >= SHORTEST and not SHARE.search(own) and not own.endswith(("率", "比")):
        own = f"{own}占比"
    if measure in CHANGES or (measure == "share" and len(own) < SHORTEST):
        subject = own if len(own) >= SHORTEST and not _is_filler(own) else _subject(paragraph, figures, place, first)
        ending = CHANGES.get(measure, "占比")
        return DraftName(name=f"{subject}{ending}" if subject else "", subject=subject, why="" if subject else NO_NAME)
    if len(own) < SHORTEST and len(clauses) > 1:
        own = next((name for part in reversed(clauses[:-1]) if len(name := _tidied(part)) >= SHORTEST), own)
    if len(own) < SHORTEST:
        own = _subject(paragraph, figures, place, first)
    return DraftName(name=own[-LONGEST:], subject=own[-LONGEST:], why="" if own else NO_NAME)


NO_NAME = "the words around the figure do not name what it is of"


def _undated(paragraph: Paragraph, start: int, end: int) -> str:
    """Return a part of a paragraph without its dates."""
    text = list(paragraph.text[start:end])
    for first, last in dates_of(paragraph):
        for at in range(max(first, start), min(last, end)):
            text[at - start] = " "
    return "".join(text)


def _tidied(text: str) -> str:
    """Return a part of a clause without what stands before and behind the name in it."""
    text = re.sub(r"\s*(?:底|末|初|份|以来)?\s*", "", text) if not text.strip() else text.strip()
    text = FROM.split(text)[0] or text
    text = LEADING.sub("", text, count=1) if LEADING.match(text) else text
    before = None
    while before != text:
        before, text = text, TRAILING.sub("", text)
    return re.sub("[“”《》①-⑳]", "", text).strip("（）() 、")


def _is_filler(text: str) -> bool:
    return len(text) < SHORTEST or text in (
        "同比",
        "环比",
        "名义",
        "实际",
        "增速",
        "增幅",
        "比重",
        "占比",
        "全年",
        "年均",
    )


def _subject(paragraph: Paragraph, figures: Sequence[DraftFigure], place: int, first: int) -> str:
    """Return the name of the figure before in the sentence, which a change or a share without a name is of.

    The changes of a list in order (分别增长5.2%和9.1%) are of the figures before the list, in order too.
    """
    run = [place]
    while run[0] and LISTED.fullmatch(paragraph.text, figures[run[0] - 1].end, figures[run[0]].start):
        run.insert(0, run[0] - 1)
    while run[-1] + 1 < len(figures) and LISTED.fullmatch(
        paragraph.text, figures[run[-1]].end, figures[run[-1] + 1].start
    ):
        run.append(run[-1] + 1)
    lead = paragraph.text[max(first, figures[run[0]].start - 6) : figures[run[0]].end]
    if len(run) > 1 and run[0] >= len(run) and IN_ORDER.search(lead):
        place = run[0] - len(run) + run.index(place) + 1
    for before in range(place - 1, -1, -1):
        if figures[before].start < first:
            break
        found = name_of(paragraph, figures, before, measure_of(paragraph, figures[before]))
        if found.subject:
            return found.subject
    return ""


MEASURED = words(
    """
    year month day hour minute km meter m2 m3 km2 hectare tonne litre kilogram kilowatt_hour megawatt_hour
    gigawatt_hour twenty_foot_equivalent_unit yuan
    """
)
PRONOUNS = ("them", "these", "those", "they", "this", "that", "which", "each", "all", "both")
COPULA = re.compile(r"\b(?:was|were|is|are|stood|reached|averaged|totalled|came)\b[a-z\s]*\Z", re.IGNORECASE)
AFTER_COPULA = re.compile(r"\s(?:are|were|is|was)\s([a-z][a-z -]{2,40}?)(?=[,.;]|\s(?:and|which|that)\b)")
AFTER_OF = re.compile(
    r"\sof\s(?:all\s|the\s|its\s|their\s)*([a-z][a-z -]{2,40}?)(?=[,.;(]|\s(?:got|are|were|is|was)\b"
    r"|\s(?:have|had|will|to|and|in|by)\b)"
)
ENGLISH_CHANGES = {"growth": "growth", "difference": "change", "rank": "rank", "streak": "streak"}
ENGLISH_LEAD = re.compile(
    r"^(?:(?:in|by|during|at|from|over|as of|of|the|a|an|and|while|with|its|their|total|there (?:were|are|was)|city|"
    r"meanwhile|of which|which|these|this|that|it|they|year|end|[,\s])\b\s*)+",
    re.IGNORECASE,
)
ENGLISH_TAIL = re.compile(
    r"[\s,]*\b(?:was|were|is|are|reached|reaching|rose|fell|grew|declined|decreased|increased|totalled|totaled|amounted|stood|has|have|had"
    r"|received|handled|averaged|consumed|generated|used|treated|opened|cost|produced|made|took|saw|employed|planted|to|at|by|of|up|down|about|some|over|nearly|from|for|accounted|ranked|recorded|served|carried|with|and|a|an|the)\s*$",
    re.IGNORECASE,
)


def _name_in_english(paragraph: Paragraph, figures: Sequence[DraftFigure], place: int, measure: str) -> DraftName:
    figure = figures[place]
    first, _ = paragraph.sentence(figure.start)
    floor = max([first, *(each.end for each in figures[:place] if each.end > first)])
    lead = _undated(paragraph, floor, figure.start)
    part = re.split(r"[,;()]\s?|:\s?(?!\s*\Z)", lead)[-1].rstrip(": ")
    is_said = COPULA.search(part) is not None
    text = ENGLISH_LEAD.sub("", part.strip())
    before = None
    while before != text:
        before, text = text, ENGLISH_TAIL.sub("", text).strip(" ,;:")
    text = " ".join(text.split())
    if len(text) < 3 or text.casefold() in PRONOUNS:
        text = ""
    noun = figure.word if measure == "level" and re.fullmatch("[A-Za-z][A-Za-z -]+", figure.word or "") else ""
    if noun and figure.unit not in MEASURED and not (is_said and text):
        return DraftName(name=noun, subject=noun)
    after = AFTER_COPULA.match(paragraph.text, figure.end) or AFTER_OF.match(paragraph.text, figure.end)
    if after and after[1].casefold() in PRONOUNS:
        after = None
    if after and (not text or measure == "level"):
        text = after[1] if measure == "level" else f"share of {after[1]}"
    text = text or _subject(paragraph, figures, place, first)
    if measure in ENGLISH_CHANGES and text:
        return DraftName(name=f"{ENGLISH_CHANGES[measure]} of {text}", subject=text)
    return DraftName(name=text, subject=text, why="" if text else NO_NAME)
