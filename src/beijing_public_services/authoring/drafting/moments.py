"""The times that a paragraph names: those that any text may name, with financial years and days in them."""

from __future__ import annotations

import re
from functools import lru_cache

from beijing_public_services._record import TYPE_CHECKING
from beijing_public_services.authoring.drafting.days import EVENT, find_days
from beijing_public_services.authoring.drafting.financial_years import find_years
from beijing_public_services.authoring.drafting.labels import is_helpline
from beijing_public_services.authoring.drafting.roles import quoted_spans
from beijing_public_services.authoring.drafting.text import KEPT
from beijing_public_services.notation.folding import fold
from beijing_public_services.notation.time_patterns import MONTH, MONTHS
from beijing_public_services.notation.times import Time, find_times, is_compared

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Literal

    from beijing_public_services.authoring.drafting.text import Paragraph

OF_ANOTHER = 99  # relative to a year that the text names: 当年
EXACTLY = "="  # before a part that is a whole period
TWO_YEARS = "two years"  # the part of a time that is a year of parts of two
BARE_YEAR = re.compile("(?:19|20)[0-9]{2}")
NOT_OF_A_FIGURE = re.compile(  # built before 1970, the Housing Act 1996
    r"(?:\b(?:before|until|prior\sto|dating\sfrom|dated)\s|\b(?:Act|Strategy|Plan|Programme|Regulations|Census|Olympics|Order|Framework|Charter|Statement|Circular)\s)\Z",
)
RATIO_TO = re.compile(r"(?:恢复|回升|回到|相当于|达到?)[到至]?(?:了)?\Z")  # 恢复到2019年的102%
RATIO_OF = re.compile(r"年?(?:同期)?(?:水平)?的(?:约|近|超过?)?[0-9一二三四五六七八九十]")
MONTHS_LONG = {"year": 12, "twelve": 12, "nine": 9, "six": 6, "four": 4, "three": 3, "quarter": 3, "two": 2}
YEAR_TO = re.compile(  # the year to March 2024, three months ending June 2024
    rf"\b(?P<span>year|quarter|(?:12|[2-9]|twelve|nine|six|four|three|two)\smonths)"
    rf"\s(?:to|ending|ended|to\sthe\send\sof)\s(?:(?:the\send\sof|[0-9]{{1,2}})\s)?"
    rf"(?P<month>{MONTH})(?:\s[0-9]{{1,2}},?)?,?\s(?P<year>(?:19|20)[0-9]{{2}})"
)
SINCE = re.compile("[^，。；]{0,20}以来")  # 1961年有记录以来


@lru_cache(KEPT)
def moments_of(paragraph: Paragraph, default: str, present: int = 0) -> tuple[Time, ...]:
    """Return the times of a paragraph that a figure may be of, in order.

    Args:
        paragraph: the paragraph.
        default: the period of the report.
        present: the year that 今年 means, 0 if it is that of the report.
    """
    text, folded = paragraph.text, fold(paragraph.text)
    found = [_at_present(time, present) for time in find_times(folded)] if present else find_times(folded)
    years = [
        Time(start=start, end=end, kind=_kind(folded, start, end), year=first, part=TWO_YEARS)
        for start, end, first in find_years(folded)
    ]
    found = _with(found, years)
    found = _with(found, [_months_to(each) for each in YEAR_TO.finditer(folded)])
    year = int(default[:4] or 0)
    days = [
        Time(start=start, end=end, kind="when", year=int(day[:4]), part=day[5:])
        for start, end, day in find_days(folded, paragraph.is_chinese, year, default)
    ]
    titles = [span for span in quoted_spans(text) if text[span[0] - 1] == "《"]
    return tuple(
        time
        for time in _with(found, days)
        if (time.kind in ("when", "whole"))
        and not (paragraph.is_chinese and BARE_YEAR.fullmatch(folded, time.start, time.end))  # part of a name
        and not any(span[0] <= time.start < span[1] for span in titles)
        and not (RATIO_TO.search(folded, max(0, time.start - 6), time.start) and RATIO_OF.match(folded, time.end - 1))
        and not (time.year and time.year < year and SINCE.match(text, time.end))
        and not (time.part == "" and is_helpline(text, time.start, time.end))
        and not (time.part[:2].isdecimal() and EVENT.match(folded, time.end))
        and not NOT_OF_A_FIGURE.search(text, max(0, time.start - 16), time.start)
    )


def _at_present(time: Time, present: int) -> Time:
    """Return a time with its year if it is named by that of the present one: 今年, 去年."""
    is_named = time.relative is not None and time.relative < OF_ANOTHER
    return time.__replace__(year=present + (time.relative or 0), relative=None) if is_named else time


def _months_to(found: re.Match[str]) -> Time:
    """Return the months that end in a month that a text names."""
    year, month = int(found["year"]), MONTHS.index(found["month"][:3]) + 1
    word = found["span"].split()[0]
    many = int(word) if word.isdecimal() else MONTHS_LONG[word]
    first = 12 * year + month - many
    part = f"{EXACTLY}{first // 12}-{first % 12 + 1:02d}/{year}-{month:02d}"
    return Time(start=found.start(), end=found.end(), kind="when", year=year, part=part)


def _with(found: Iterable[Time], others: list[Time]) -> list[Time]:
    """Return times with others in place of those that they overlap, in order."""
    kept = [time for time in found if not any(each.start < time.end and time.start < each.end for each in others)]
    return sorted([*kept, *others], key=lambda time: time.start)


def _kind(folded: str, start: int, end: int) -> Literal["base", "when"]:
    return "base" if is_compared(folded[max(0, start - 60) : start], folded, end) else "when"
