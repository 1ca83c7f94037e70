"""The time that a section of a report is about: its period, several years, or a plan."""

from __future__ import annotations

import re

from beijing_public_services._record import Record
from beijing_public_services.authoring.drafting.several_years import several_in

WORK_REPORT = re.compile("政府工作报告")  # it is given early in a year, on the year before and for its own
NUMBER = "[一二三四五六七八九十0-9.、（）() ]*"
PLAN = re.compile(  # a heading that begins with a plan; of 投入与下一步安排 a part only is one
    rf"(?:^|\s){NUMBER}(?:对|关于)?(?:(?:今年|明年|(?:19|20)[0-9]{{2}}年).{{0,24}}(?:建议|目标|安排|任务|打算|展望|要求|重点工作|思路)"
    "|(?:下一步|下一阶段|今后)(?:的)?(?:工作|重点|打算|安排|建议))"
)
PAST = re.compile("回顾|完成情况|执行情况|总结")


class Horizon(Record):
    """The time that a section of a report is about.

    `period` is the period of the report, or of the subject of the section. `present` is the year that 今年 means, 0 if
    it is that of the period. `years` are the words of several years that the section is on, as 过去五年, and `is_plan`
    says that it is on what is planned.
    """

    period: str
    present: int = 0
    years: str = ""
    is_plan: bool = False


def horizon_of(title: str, period: str) -> Horizon:
    """Return what a report of this title and period is about."""
    years = re.findall("(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])", title)
    is_given_later = WORK_REPORT.search(title) and years
    return Horizon(period=period, present=int(years[0]) if is_given_later else 0)


def under(horizon: Horizon, heading: str, period: str) -> Horizon:
    """Return what a section under these headings is about, whose subject has this period."""
    several = several_in(heading, 0, len(heading))
    is_plan = PLAN.search(heading) is not None and PAST.search(heading) is None
    return horizon.__replace__(period=period, years=several, is_plan=is_plan)
