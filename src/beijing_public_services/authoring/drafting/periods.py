"""The period of a figure, by the times that its sentence and the report name, and whether it is a target."""

from __future__ import annotations

import re

from beijing_public_services._record import TYPE_CHECKING, Record
from beijing_public_services.authoring.drafting.belonging import is_apart, is_aside, is_of_another
from beijing_public_services.authoring.drafting.financial_years import is_of_two_years, year_holding, year_of
from beijing_public_services.authoring.drafting.moments import EXACTLY, TWO_YEARS, moments_of
from beijing_public_services.authoring.drafting.roles import quoted_spans
from beijing_public_services.authoring.drafting.several_years import several_in
from beijing_public_services.errors import PeriodError
from beijing_public_services.notation.folding import fold
from beijing_public_services.notation.periods import last_day, previous_year, read_period

if TYPE_CHECKING:
    from collections.abc import Iterable

    from beijing_public_services.authoring.drafting.text import Paragraph
    from beijing_public_services.notation.times import Time

TITLE_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])")
IN_YEAR = re.compile(
    r"\s(?:in|at the end of)\s((?:19|20)[0-9]{2})(?P<two>\s?[/–-]\s?[0-9]{2})?(?![0-9])(?!\s(?:to|and)\s)"
)
CONTINUES = re.compile(  # what a sentence begins with that is of the time of the one before, behind its full stop
    r"[；;]|[。.]\s?(?:其中|Of (?:these|them|those)|These|Those|They|Among (?:these|them))"
)
RIGHT_BEHIND = re.compile(
    r"\s?(?:(?:reported|recorded|registered|counted|seen|made|held|given)\s)?(?:(?:in|at|on|by|during|for)\s(?:the\s)?)?"
)
SO_FAR = re.compile(r"今年以来|年初以来|今年来|year to date|so far this year|this year so far")
IN_BRACKETS = re.compile(r"((?:19|20)[0-9]{2})年?\s?[(（]\Z")
WHEN_IT_WAS = re.compile(  # the highest since 2017, when it was 17%
    r"(?<![0-9/–-])((?:19|20)[0-9]{2}),?\s(?:[-–—]\s)?when\s(?:it|they|there)\s(?:was|were|stood\sat|had\sbeen)\s(?:[a-z]+\s)?\Z"
)
YEAR_EARLIER = re.compile(
    r"\s(?:a|one) year (?:earlier|ago|before)|\s(?:in |during |for )?(?:the (?:previous|preceding|prior) year|last year"
    r"|the year before)\b"
)
SAME_DATE = re.compile(r"\s(?:(?:on|at|in|for)\s)?the\ssame\s(?:date|day|time|month|quarter|period|point)\b")
LAST_YEAR = re.compile(r"last\syear(?:'s)?")
SINCE = re.compile("自((?:19|20)[0-9]{2})年[^，。]{0,30}以来[，,]?")
PARTS = {
    "上半年": "{0}-01/{0}-06",
    "下半年": "{0}-07/{0}-12",
    "前三季度": "{0}-01/{0}-09",
    "前三个季度": "{0}-01/{0}-09",
}
ENGLISH_PARTS = {
    "first half": "{0}-01/{0}-06",
    "second half": "{0}-07/{0}-12",
    "first three quarters": "{0}-01/{0}-09",
    "first nine months": "{0}-01/{0}-09",
}
AT_THE_END = re.compile(r"[底末]\Z|\bend of\b|\A(?:the\s)?(?:year-)?end|year-end")
BEFORE_A_TIME = ("", "in", "by", "during", "截至", "到", "至", "at the", "at", "刚刚过去的", "过去的")
UP_TO = re.compile(r"(?:截至|截止到?|到|至|as of|as at|by|up to|at)(?: the)?(?: end of)?\s?\Z")
BEGINNING = re.compile(r"(?:自|从|since|from)\s?\Z")


class DraftPeriod(Record):
    """A period in SDMX form, whether it is stated in the sentence of the figure, and what is not known.

    `is_beside` says that the words right beside the figure name it.
    """

    text: str
    is_stated: bool
    up_to: bool = False
    at_end: bool = False
    is_beside: bool = False
    why: str = ""


def period_of(paragraph: Paragraph, start: int, end: int, default: str, present: int = 0) -> DraftPeriod:
    """Return the period of the figure between two places of a paragraph.

    Args:
        paragraph: the paragraph.
        start: where the figure begins.
        end: where it ends.
        default: the period of the report.
        present: the year that 今年 means, 0 if it is that of the report.
    """
    first, last = paragraph.sentence(start)
    folded = fold(paragraph.text)
    times = moments_of(paragraph, default, present)
    clause = paragraph.clause(start)
    while first and CONTINUES.match(paragraph.text, first - 1) and not _has_own(times, first, start):
        first = paragraph.sentence(first - 1)[0]
    in_sentence = [time for time in times if first <= time.start < start]
    stop = min(last, clause[1] if paragraph.is_chinese else last)
    behind = [time for time in times if end <= time.start < stop and not is_apart(folded[end : time.start])]
    earlier = [time for time in times if time.start < first and time.year and not is_of_another(folded, time, first)]
    earlier = [time for time in earlier if not default or time.year <= int(default[:4]) + is_of_two_years(default)]
    year = next((time.year for time in reversed([*earlier, *in_sentence]) if time.year), 0) or int(default[:4] or 0)
    in_sentence = [
        time for time in in_sentence if not (is_of_another(folded, time, start) or is_aside(folded, time, start))
    ]
    beside = [time for time in behind if time.kind == "when" and RIGHT_BEHIND.fullmatch(folded, end, time.start)]
    dated = [time for time in in_sentence if time.kind == "when"] or [time for time in behind if time.kind == "when"]
    if not any(time.start >= clause[0] for time in in_sentence):  # a time before the clause is less near than one in it
        near = [time for time in behind if time.kind == "when" and time.start < clause[1]]
        beside += [time for time in near if not (paragraph.is_chinese and "," in folded[end : time.start])]
    dated = beside[:1] or dated
    clear = [time for time in dated if time.part != "other" or part_in(folded[time.start : time.end], "0000")]
    dated = clear or dated
    since = SINCE.search(paragraph.text, first, start)
    if since and not any(time.start > since.end() for time in dated) and int(since[1]) < int(default[:4] or 0):
        return DraftPeriod(text=f"{since[1]}/{default[:4]}", is_stated=True)
    if SAME_DATE.match(paragraph.text, end):
        return DraftPeriod(text="", is_stated=False, why="the same date of another year")
    if own := _beside(paragraph.text, start, end, default):
        return DraftPeriod(text=own, is_stated=True, is_beside=True)
    if not dated and (several := several_in(paragraph.text, first, start)):
        return DraftPeriod(text="", is_stated=False, why=f"{several}: several years")
    if dated and LAST_YEAR.fullmatch(folded, dated[-1].start, dated[-1].end):
        return DraftPeriod(text="", is_stated=False, why="whether last year is the year of the report or that before")
    if dated:
        text, up_to = _text_of(dated[-1], folded, year, default)
        if text:
            return DraftPeriod(
                text=text, is_stated=True, up_to=up_to, at_end=_is_end(folded, dated[-1]), is_beside=bool(beside)
            )
        named = paragraph.text[dated[-1].start : dated[-1].end]
        why = "the report does not say which months it has" if dated[-1].part == TWO_YEARS else "it is no period"
        return DraftPeriod(text="", is_stated=False, why=f"{named}: {why}")
    title = _titled(paragraph, start)
    if title:
        return DraftPeriod(text=title, is_stated=True)
    recent = next((time for time in reversed(earlier) if time.kind == "when" and _begins(paragraph, time)), None)
    if recent and recent.year and recent.part != TWO_YEARS and not _is_within(recent.year, default):
        return DraftPeriod(text=str(recent.year), is_stated=False)
    if recent and str(recent.year) == default and not recent.part:
        return DraftPeriod(text=default, is_stated=True)
    if default and not is_period(default):
        return DraftPeriod(text="", is_stated=False, why=f"the report does not say which months {default} has")
    return DraftPeriod(
        text=default, is_stated=False, why="" if default else "the report does not say which year it is on"
    )


def _has_own(times: Iterable[Time], first: int, start: int) -> bool:
    """Return whether a sentence names a time before a figure, so that none is taken from the sentence before."""
    return any(first <= time.start < start for time in times)


def _is_within(year: int, default: str) -> bool:
    """Return whether a year is that of the report or lies ahead of it, as the year of a plan does."""
    return year >= int(default[:4] or 0)


def is_period(text: str) -> bool:
    """Return whether a text is a period in SDMX form, as 2023/24 is not."""
    try:
        read_period(text)
    except PeriodError:
        return False
    return True


def _beside(text: str, start: int, end: int, default: str) -> str:
    """Return the year that words beside a figure give it: `in 2024 (38.7 million)`, `from 22.5% a year earlier`."""
    year = IN_BRACKETS.search(text, max(0, start - 16), start) or WHEN_IT_WAS.search(text, max(0, start - 40), start)
    if year:
        return year[1]
    in_year = IN_YEAR.match(text, end)
    if in_year and not re.search(
        r"\b(?:up|down|rose|fell|grew|increase|decrease|fall|rise)", text[max(0, start - 12) : end]
    ):
        return year_of(int(in_year[1]), default) if in_year["two"] else in_year[1]
    is_former = re.search(r"(?:from|against|compared with|compared to)\s\Z", text[max(0, start - 16) : start])
    if is_former and YEAR_EARLIER.match(text, end) and is_period(default):
        return previous_year(default)
    return ""


def _begins(paragraph: Paragraph, time: Time) -> bool:
    """Return whether a sentence begins with a time, so that what follows is of that time."""
    lead = paragraph.text[paragraph.sentence(time.start)[0] : time.start].strip()
    return lead.casefold() in BEFORE_A_TIME


def _text_of(time: Time, folded: str, year: int, default: str) -> tuple[str, bool]:
    """Return a time in SDMX form, and whether it is the end of what is counted up to it."""
    if time.part == TWO_YEARS:
        return year_of(time.year, default), False
    if time.part.startswith(EXACTLY):
        return time.part.removeprefix(EXACTLY), False
    if time.part.startswith("Q") and is_of_two_years(default):  # of which year is not said
        return "", False
    if is_of_two_years(default) and time.relative in (-1, 0, 1) and not (time.year or time.part):  # next year
        return year_of(int(default[:4]) + time.relative, default), False
    own = time.year or (year + time.relative if time.relative is not None and time.relative < 99 else 0) or year
    if not own:
        return "", False
    words = folded[time.start : time.end]
    if not time.year and time.relative is None and time.part[:2].isdecimal():
        own = year_holding(int(time.part[:2]), default, own)
    if SO_FAR.search(words) and default[:4] == str(own):
        return default, False
    lead = folded[max(0, time.start - 12) : time.start]
    if part := part_in(words, str(own)):
        return part, False
    if time.part == "other":
        return (str(own) if time.year or not is_period(default) else default), False
    is_end = bool(AT_THE_END.search(words))
    up_to = bool(UP_TO.search(lead))
    if is_end and time.part[:2].isdecimal() and len(time.part) == 2:
        return f"{own:04d}-{time.part}-{last_day(own, int(time.part))}", up_to
    if is_end and not time.part and up_to:
        return f"{own:04d}-12-31", up_to
    if BEGINNING.search(lead) and not time.part and own < (year or own):
        return f"{own:04d}/{year:04d}", False
    return joined(own, time.part), up_to


def _is_end(folded: str, time: Time) -> bool:
    """Return whether a time is the end of a year."""
    return not time.part and AT_THE_END.search(folded[time.start : time.end]) is not None


def part_in(words: str, year: str) -> str:
    """Return the half or the three quarters of a year that words name, "" for none."""
    return next((form.format(year) for name, form in {**PARTS, **ENGLISH_PARTS}.items() if name in words), "")


def joined(year: int, part: str) -> str:
    """Return a year and a part of it in SDMX form: `2024-07/2024-08` for `07/08`."""
    if part in ("", "other"):
        return f"{year:04d}"
    return "/".join(f"{year:04d}-{each}" for each in part.split("/"))


def _titled(paragraph: Paragraph, start: int) -> str:
    """Return the part of a year that the title of a report names in a paragraph, before a figure."""
    for span in reversed(quoted_spans(paragraph.text)):
        if (
            span[1] <= start
            and paragraph.text[span[0] - 1] == "《"
            and re.search("报告|公报|统计", paragraph.text[slice(*span)])
        ):
            title = fold(paragraph.text[slice(*span)])
            years = TITLE_YEAR.findall(title)
            quarter = re.search("([一二三四])季度", title)
            if years and quarter:
                return f"{years[0]}-Q{'一二三四'.index(quarter[1]) + 1}"
    return ""
