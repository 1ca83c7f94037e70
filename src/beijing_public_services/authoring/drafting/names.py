"""The name and the kind of measure of a new indicator, as the words around a figure give them."""

from __future__ import annotations

import re
from decimal import Decimal

from beijing_public_services._record import TYPE_CHECKING
from beijing_public_services.authoring.drafting.english_names import NO_NAME, DraftName, name_in_english
from beijing_public_services.authoring.drafting.periods import PARTS
from beijing_public_services.authoring.drafting.roles import dates_of
from beijing_public_services.notation.chinese_words import BOUNDS_BEFORE, DOWNWARD, UPWARD, VERBS_OF_COUNTS
from beijing_public_services.notation.numerals import one_of

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
      | [较与同](?:去年|上年)(?:同期|末|底)? | (?<=\s)[再又续]
      | 较去年 | 上年 | 与上年相比 | 实现 | 完成 | 位居 | 位列 | 排名 | 保持在? | 稳定在 | 增至 | 降至 | 升至
      | 提高到 | 上升到
      | 下降到 | 扩大到 | 提升[至到] | 提高至 | 增加[至到] | 下降至 | 压缩[至到] | 减少到 | 新增 | 总计 | 合计
      | 累计 | 已经 | 力争
      | 比? (?: 19|20 ) [0-9]{{2}} 年? | 共有 | 达到
      | 首次 | 名义 | 实际 | 比\s+ | 较\s+ | 相比 | 相较 | 由年初 | 年初 | 控制
      | (?<![平人年日户月次])均 | (?<!节)约 | [都为是达共有计已的了仅只居列占升降增至到从由在、（(：:] | \s )+\Z""",
    re.VERBOSE,
)
VERBS_BEFORE = re.compile(rf"(?:{one_of((*VERBS_OF_COUNTS, '共有', '拥有'))})(?:了|约|近|超)?\Z")
NOUN_AFTER = re.compile(
    r"(?:的)?(?!（)((?:[一-鿿A-Za-z0-9·“”]|（[^）]{1,10}）){2,16}?)(?=中?[，。；、（]|和|及|与|实现|完成|投入|投运|通过|列入|入选|达到|正式|\Z)"
)
LISTED = re.compile(r"\s?(?:、|和|以及|及|, | and )\s?")
IN_ORDER = re.compile("分别|依次|respectively")
FROM = re.compile("(?<=[一-鿿]{2})(?:由|从)(?=[^，。]{0,14}$)")  # 收入比由上年同期的2.12
SHARE = re.compile("占|比重|比例|占比|share|proportion|percentage of|accounted for|per cent of|% of", re.IGNORECASE)
WHOLE_CLAUSE = 80  # characters of English before a figure that may say that it is a share
OF_THESE = re.compile(  # Of these, 44% were, and 25% were; of which 525 (93.4%)
    r"\s?(?:of|among)\s(?:these|those|them|the|all)\b[^.;()]{0,40},\s"
    r"|.*?\bof\s(?:which|all|the)\s[^.;()]{0,40}\(\Z",
    re.IGNORECASE,
)
PART = re.compile(r"\s?\)?\sof\s(?!which\b|whom\b|(?:19|20)[0-9]{2}\b)")
FRACTION = re.compile("分之(?!百|千)|一半|\\b(?:in|out of)\\s|thirds?|quarters?|fifths?|half", re.IGNORECASE)
MADE_UP = re.compile(r"(?:made|makes?|making) up\s|\bcompris|\bconstitut|\baccount", re.IGNORECASE)
INDEX = re.compile("指数|index", re.IGNORECASE)
CHANGES = {"growth": "增长率", "difference": "变化", "rank": "排名", "streak": "连续年数", "span": "距上次年数"}
CHANGES["multiple"] = "倍数"
RESTORED = re.compile("(?:恢复|回升)[到至]?\\s*(?:同期)?(?:水平)?\\Z")
RANKED = re.compile("(?:稳居|位居|位列|排名|排在|排|居|列|跻身|升至|名列)?(?P<among>全[国省市球][^，]{0,4})?\\Z")
MULTIPLE = re.compile("(?:约|正好)?(?:是|为|相当于|达到?).*\\Z")
ABOVE = re.compile("[高低多少]于.*\\Z")
AMONG_WHOM = ("全省", "全国", "全球", "全市", "全区")
OF_A_WHOLE = re.compile("(?P<part>[^占]*?)(?:约|近|超过?|不足)?占(?P<whole>[^占比率]{2,})")
SHORTEST = 2
LONGEST = 30


def measure_of(paragraph: Paragraph, figure: DraftFigure) -> str:
    """Return the kind of measure that a figure is of, by its unit and the words around it."""
    unit = figure.unit
    clause = paragraph.clause(figure.start)
    before = paragraph.text[max(clause[0], figure.start - 24) : figure.start]
    if figure.word.endswith("分点") or (figure.exceeds and unit not in ("percent", "permille", "rank")):
        return "difference"
    if unit == "times":
        return "level"
    if unit in ("percent", "permille"):
        if figure.direction and not figure.exceeds:
            return "growth"
        if re.search("增速|增幅|涨幅|降幅|(?<!自然)增长率|growth", before, re.IGNORECASE):
            return "growth"
        lead = paragraph.text[max(clause[0], figure.start - WHOLE_CLAUSE) : figure.start]
        if not paragraph.is_chinese and (
            SHARE.search(lead) or OF_THESE.match(paragraph.text, paragraph.sentence(figure.start)[0], figure.start)
        ):
            return "share"
        around = before + paragraph.text[figure.end : min(figure.end + 12, clause[1])]
        is_part = not paragraph.is_chinese and PART.match(paragraph.text, figure.end)
        is_part = is_part or FRACTION.search(figure.printed)
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
    figure = figures[place]
    first, _ = paragraph.sentence(figure.start)
    floor = max([first, *(each.end for each in figures[:place] if each.end > first)])
    text = _undated(paragraph, floor, figure.start)
    if not paragraph.is_chinese:
        return name_in_english(paragraph, figure, measure, text, lambda: _subject(paragraph, figures, place, first))
    clauses = CLAUSE.split(text)
    own = _own(_tidied(clauses[-1]), measure, figure.exceeds)
    after = NOUN_AFTER.match(paragraph.text, figure.end) if not figure.unit or figure.unit == "person" else None
    if after and measure == "level":
        verb = VERBS_BEFORE.search(clauses[-1])
        return DraftName(name=(verb[0].rstrip("了约近超") if verb else "") + after[1] + "数", subject=after[1])
    if measure == "share" and len(own) >= SHORTEST and not SHARE.search(own) and not own.endswith(("率", "比")):
        own = f"{own}占比"
    if whole := OF_A_WHOLE.fullmatch(own):  # 占一般公共预算收入: of what the figure before is of
        part = whole["part"] or _subject(paragraph, figures, place, first)
        return DraftName(name=f"{part}占{whole['whole']}比重", subject=part or own)
    if measure == "rank" and own in AMONG_WHOM:
        own = f"{_subject(paragraph, figures, place, first)}{own}"
    if measure in CHANGES or (measure == "share" and len(own) < SHORTEST):
        subject = own if len(own) >= SHORTEST and not _is_filler(own) else _subject(paragraph, figures, place, first)
        ending = CHANGES.get(measure, "占比")
        return DraftName(name=f"{subject}{ending}" if subject else "", subject=subject, why="" if subject else NO_NAME)
    if len(own) < SHORTEST and len(clauses) > 1:
        own = next((name for part in reversed(clauses[:-1]) if len(name := _tidied(part)) >= SHORTEST), own)
    if len(own) < SHORTEST:
        own = _subject(paragraph, figures, place, first)
    return DraftName(name=own[-LONGEST:], subject=own[-LONGEST:], why="" if own else NO_NAME)


def _own(text: str, measure: str, exceeds: bool) -> str:
    """Return the name in a clause without the words that only a rank, a multiple or a comparison has."""
    if measure == "rank":
        return RANKED.sub(r"\g<among>", text)
    if measure == "multiple":
        return MULTIPLE.sub("", text)
    return ABOVE.sub("", text) if exceeds else text


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
    text = RESTORED.sub("", text)
    text = re.sub("[“”《》①-⑳]|^[（(]?[0-9一二三四五六七八九十]{1,2}[）)]", "", text).strip(" 、")
    opened = re.search("[（(][^）)]*\\Z", text)
    return f"{text}）" if opened and len(opened[0]) > 1 else text.lstrip("）)").rstrip("（(")


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
    change = abs(Decimal(figures[place].value or 0)) if figures[place].direction and not figures[place].unit else 0
    for before in range(place - 1, -1, -1):
        if figures[before].start < first:
            break
        if abs(Decimal(figures[before].value or 0)) < change:  # 214 schools, 312 fewer: not so many schools fewer
            continue
        found = name_of(paragraph, figures, before, measure_of(paragraph, figures[before]))
        if found.subject:
            return found.subject
    return ""
