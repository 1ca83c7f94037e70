"""The day that a sentence gives a figure: 6月19日, `on 31 March`, and the end of a period: `by year end`."""

from __future__ import annotations

import re

from beijing_public_services._record import TYPE_CHECKING
from beijing_public_services.authoring.drafting.financial_years import is_of_two_years, year_holding
from beijing_public_services.errors import PeriodError
from beijing_public_services.notation.periods import last_day, read_period
from beijing_public_services.notation.time_patterns import MONTH, MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator

CHINESE = re.compile(
    r"(?:(?P<year>(?:19|20)[0-9]{2})年)?(?<![0-9])(?P<month>1?[0-9])月(?P<day>[1-3]?[0-9])[日号](?![至—–~-])"
)
NO_DAY_AFTER = re.compile(r"(?:起|前|后|之前|之后|以来|发布|印发|公布|公告|施行|实施|召开|举行|通报|上午|下午|晚)")
EVENT = re.compile(  # 6月28日，机场线二期开通，: the day of what was opened, not of the figures behind it
    "[，,](?:[^，。；,;0-9]|[0-9]+(?=号线|期|路)){1,24}(?:开通|通车|开工|竣工|投用|启用|揭牌|开业|开馆|开园|开放|运营|成立|挂牌|签约|启动|上线|举行|召开|落成|交付)"
    "[^，。；,;0-9]{0,8}[，；,;]"
)
ENGLISH = re.compile(
    rf"(?P<lead>\b(?:on|at|as\sat|as\sof|night\sof)\s(?:the\s)?)(?:(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?\s(?P<month>{MONTH})"
    rf"|(?P<month2>{MONTH})\s(?P<day2>[0-9]{{1,2}})(?:st|nd|rd|th)?)(?![0-9a-z-])(?:,?\s(?P<year>(?:19|20)[0-9]{{2}}))?"
)
ACTS = re.compile(
    r"(?:published|released|issued|approved|adopted|launched|opened|signed|announced|passed|agreed|held|took\seffect"
    r"|came\sinto\s(?:force|effect)|started|began|closed)\s(?:[a-z]+\s){0,4}\Z"
)
YEAR_END = re.compile(
    r"\b(?:by|at|to)\s(?:the\s)?(?:(?:financial\s)?year[\s-]end|end\sof\sthe\s(?:financial\s)?year)\b"
)


def find_days(folded: str, is_chinese: bool, year: int, default: str) -> Iterator[tuple[int, int, str]]:
    """Yield where a text names a day on which something was so, and the day in SDMX form.

    Args:
        folded: the text of a paragraph, folded.
        is_chinese: whether it is in Chinese.
        year: the year of a day that is named without one.
        default: the period that the report is about.
    """
    for found in (CHINESE if is_chinese else ENGLISH).finditer(folded):
        if is_chinese and (NO_DAY_AFTER.match(folded, found.end()) or EVENT.match(folded, found.end())):
            continue
        if not is_chinese and ACTS.search(folded, max(0, found.start() - 40), found.start()):
            continue
        names = found.groupdict()
        month = int(found["month"]) if is_chinese else MONTHS.index((names["month"] or names["month2"])[:3]) + 1
        own = int(found["year"] or year_holding(month, default, year))
        day = f"{own:04d}-{month:02d}-{int(found['day'] or names.get('day2') or 0):02d}"
        if own and _is_day(day):
            yield *found.span(), day
    if is_of_two_years(default):
        for found in YEAR_END.finditer(folded):
            last = int(default[8:12]), int(default[13:])
            yield *found.span(), f"{last[0]:04d}-{last[1]:02d}-{last_day(*last)}"


def _is_day(text: str) -> bool:
    try:
        read_period(text)
    except PeriodError:
        return False
    return True
