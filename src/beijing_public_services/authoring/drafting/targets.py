"""Whether a figure is a target: the words of plans around it, and the time that it is for."""

from __future__ import annotations

import re

from beijing_public_services._record import TYPE_CHECKING

if TYPE_CHECKING:
    from beijing_public_services.authoring.drafting.figure import DraftFigure
    from beijing_public_services.authoring.drafting.text import Paragraph

PLANS = re.compile(
    r"""计划 (?= [到在于用将通新完建投年播招培改筹组] | 总投资 | 安排 ) | 力争 | 目标[是为] | 规划到 | 预计 | 拟
      | 争取 | 确保
      | 将 (?! 审 | .{0,6} (?: 由|从|压缩|作为|近|全 ) ) | (?<! [一-鿿] ) 到20[0-9]{2}年 (?: 底|末 )? [，,]? (?! 止 )
      | \b (?: will | plans?\sto | planned | aims?\s(?:to|for|at) | (?:is|are)\s(?:(?:expected|due|set)\s)?to
      | (?:is|are)\s(?:forecast|predicted)\sto
      | (?:is|are)\s(?:required|obliged|bound)\sto
      | (?:expect|intend|hope|pledge|propose)s?\sto | (?:committed|ambition|goal|scheduled|projected)\s(?:is\s)?to
      | by\s20[0-9]{2} ) \b""",
    re.IGNORECASE | re.VERBOSE,
)
AIMED = re.compile(  # right before a figure: against a target of 95%
    r"\b(?:target|goal|ambition|aim)\s(?:of|is|was|for\s[0-9]{4}\sis)\s(?:(?:at\sleast|over|under|no\smore\sthan|up\sto)\s)?\Z"
    r"|目标值?[为是]\Z",
    re.IGNORECASE,
)
GOALS = re.compile(  # 主要预期目标是：增长6%左右；新增就业110万人; all up to the full stop
    r"(?:预期|发展|工作|奋斗|主要)目标(?:任务|值)?(?:是|为)?：[^。]*\Z"
)
PLANNED = re.compile(  # right behind a figure: £3m is proposed for 2031
    r"[^.;,]{0,30}\b(?:is|are|has\sbeen|have\sbeen)\s(?:now\s)?(?:proposed|planned|projected|budgeted|earmarked|targeted"
    r"|envisaged|scheduled|expected)\b",
    re.IGNORECASE,
)
DONE = re.compile(r"已|完成了|提前完成|实现了|达到了|建成了|累计|\b(?:has been|have been|was|were|had)\b")
BY_THEN = re.compile(r"(?:春节|年底|年末|月底)前|\bby (?:the end|20[0-9]{2})")


def is_target(paragraph: Paragraph, figure: DraftFigure, years_ahead: int = 0) -> bool:
    """Return whether the clause of a figure says what is planned, or its sentence if its period lies ahead.

    Args:
        paragraph: the paragraph.
        figure: the figure.
        years_ahead: how many years after the report's own its period lies.
    """
    start, is_ahead = figure.start, years_ahead > 0
    first, last = paragraph.sentence(start)
    clause = paragraph.clause(start)
    before = paragraph.text[max(first, clause[0] - 20) if paragraph.is_chinese and not is_ahead else first : start]
    is_aimed = AIMED.search(paragraph.text, first, start) or GOALS.search(paragraph.text, 0, start)
    if years_ahead > 1 or is_aimed or PLANNED.match(paragraph.text, figure.end):
        return True
    plan = list(PLANS.finditer(before))
    if plan and not DONE.search(before, plan[-1].end()):
        return True
    return bool(BY_THEN.search(paragraph.text, first, last) and re.search("确保|力争|will", paragraph.text[first:last]))


def years_later(period: str, default: str) -> int:
    """Return how many years after the report's own a period ends; 0 if either is not known."""
    years = [re.findall("(?:19|20)[0-9]{2}", each) for each in (period, default)]
    return max(0, int(years[0][-1]) - int(years[1][-1])) if all(years) else 0
