"""The period of a figure, by the times that its sentence and the report name, and whether it is a target."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from beijing_public_services._record import TYPE_CHECKING, Record
from beijing_public_services.authoring.drafting.roles import quoted_spans
from beijing_public_services.authoring.drafting.text import KEPT
from beijing_public_services.notation.folding import fold
from beijing_public_services.notation.periods import last_day
from beijing_public_services.notation.times import find_times

if TYPE_CHECKING:
    from collections.abc import Iterable

    from beijing_public_services.authoring.drafting.text import Paragraph
    from beijing_public_services.notation.times import Time

YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})\s?年(?![初中])|\b((?:19|20)[0-9]{2})\b")
TITLE_YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])")
BARE_YEAR = re.compile("(?:19|20)[0-9]{2}")
IN_YEAR = re.compile(r"\s(?:in|at the end of)\s((?:19|20)[0-9]{2})(?![0-9])(?!\s(?:to|and)\s)")
IN_BRACKETS = re.compile(r"((?:19|20)[0-9]{2})年?\s?[(（]\Z")
YEAR_EARLIER = re.compile(r"\s(?:a|one) year (?:earlier|ago|before)|\sthe (?:previous year|year before)")
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
UP_TO = re.compile(r"(?:截至|截止到?|到|至|as of|as at|by|up to|at)(?: the)?(?: end of)?\s?\Z")
BEGINNING = re.compile(r"(?:自|从|since|from)\s?\Z")
PLANS = re.compile(
    r"""计划 (?= [到在于用将通新完建投年] ) | 力争 | 目标[是为] | 规划到 | 预计 | 拟 | 争取 | 确保
      | 将 (?! 审 | .{0,6} (?: 由|从|压缩|作为|近|全 ) ) | (?<! [一-鿿] ) 到20[0-9]{2}年 (?: 底|末 )? [，,]? (?! 止 )
      | \b (?: will | plans?\sto | planned | target\sof | aims?\s(?:to|for|at) | (?:is|are)\s(?:expected\s)?to
      | by\s20[0-9]{2} ) \b""",
    re.IGNORECASE | re.VERBOSE,
)
DONE = re.compile(r"已|完成了|提前完成|实现了|达到了|建成了|累计|\b(?:has been|have been|was|were)\b")
BY_THEN = re.compile(r"(?:春节|年底|年末|月底)前|\bby (?:the end|20[0-9]{2})")


class DraftPeriod(Record):
    """A period in SDMX form, whether it is stated in the sentence of the figure, and what is not known."""

    text: str
    is_stated: bool
    up_to: bool = False
    at_end: bool = False
    why: str = ""


def report_year(title: str, paragraphs: Iterable[Paragraph]) -> str:
    """Return the period that a report is about: that of its title, else the year that it names most."""
    quarter = _whole_of(title)
    if quarter:
        return quarter
    years: Counter[str] = Counter()
    for paragraph in paragraphs:
        years.update(filter(None, (found[1] or found[2] for found in YEAR.finditer(paragraph.text))))
    titles = TITLE_YEAR.findall(title)
    if len(set(titles)) == 1 and max(years.values(), default=0) <= years[titles[0]] + 2:
        return str(titles[0])
    if titles and (not years or titles[0] in years):
        return str(max(titles, key=lambda year: (years[year], -int(year))))
    return years.most_common(1)[0][0] if years else ""


def _whole_of(title: str) -> str:
    """Return the quarter, months or half of a year that a title names."""
    for time in find_times(fold(title)):
        if time.kind in ("when", "published") and time.year and time.part not in ("", "other"):
            return _joined(time.year, time.part)
        if time.year and (part := _part(fold(title)[time.start : time.end], str(time.year))):
            return part
    return ""


def period_of(paragraph: Paragraph, start: int, end: int, default: str) -> DraftPeriod:
    """Return the period of the figure between two places of a paragraph."""
    first, last = paragraph.sentence(start)
    folded = fold(paragraph.text)
    quotes = [span for span in quoted_spans(paragraph.text) if paragraph.text[span[0] - 1] == "《"]
    times = [time for time in _times(folded) if time.kind in ("when", "whole") or _is_relative(time)]
    if paragraph.is_chinese:  # a bare 2023 is part of a name
        times = [time for time in times if not BARE_YEAR.fullmatch(folded, time.start, time.end)]
    times = [time for time in times if not any(span[0] <= time.start < span[1] for span in quotes)]
    clause = paragraph.clause(start)
    in_sentence = [time for time in times if first <= time.start < start]
    stop = min(last, clause[1] if paragraph.is_chinese else last)
    behind = [time for time in times if end <= time.start < stop and not re.search("[0-9]", folded[end : time.start])]
    earlier = [time for time in times if time.start < first and time.year and not _is_of_another(folded, time, first)]
    year = next((time.year for time in reversed([*earlier, *in_sentence]) if time.year), 0) or int(default[:4] or 0)
    in_sentence = [time for time in in_sentence if not _is_of_another(folded, time, start)]
    dated = [time for time in in_sentence if time.kind == "when"] or [time for time in behind if time.kind == "when"]
    clear = [time for time in dated if time.part != "other" or _part(folded[time.start : time.end], "0000")]
    dated = clear or dated
    since = SINCE.search(paragraph.text, first, start)
    if since and not any(time.start > since.end() for time in dated) and int(since[1]) < int(default[:4] or 0):
        return DraftPeriod(text=f"{since[1]}/{default[:4]}", is_stated=True)
    if beside := _beside(paragraph.text, start, end, default):
        return DraftPeriod(text=beside, is_stated=True)
    if dated:
        text, up_to = _text_of(dated[-1], folded, year)
        if text:
            return DraftPeriod(text=text, is_stated=True, up_to=up_to, at_end=_is_end(folded, dated[-1]))
        return DraftPeriod(text="", is_stated=False, why=f"{folded[dated[-1].start : dated[-1].end]} is no period")
    title = _titled(paragraph, start)
    if title:
        return DraftPeriod(text=title, is_stated=True)
    recent = next((time for time in reversed(earlier) if time.kind == "when" and _begins(paragraph, time)), None)
    if recent and str(recent.year) != default[:4] and recent.year:
        return DraftPeriod(text=str(recent.year), is_stated=False)
    return DraftPeriod(text=default, is_stated=False, why="" if default else "no year is named")


@lru_cache(KEPT)
def _times(folded: str) -> tuple[Time, ...]:
    return tuple(find_times(folded))


def is_target(paragraph: Paragraph, start: int, is_ahead: bool = False) -> bool:
    """Return whether the clause of a figure says what is planned, or its sentence if its period `is_ahead`."""
    first, last = paragraph.sentence(start)
    clause = paragraph.clause(start)
    before = paragraph.text[max(first, clause[0] - 20) if paragraph.is_chinese and not is_ahead else first : start]
    plan = list(PLANS.finditer(before))
    if plan and not DONE.search(before, plan[-1].end()):
        return True
    return bool(BY_THEN.search(paragraph.text, first, last) and re.search("确保|力争|will", paragraph.text[first:last]))


def _beside(text: str, start: int, end: int, default: str) -> str:
    """Return the year that words beside a figure give it: `in 2024 (38.7 million)`, `from 22.5% a year earlier`."""
    year = IN_BRACKETS.search(text, max(0, start - 16), start)
    if year:
        return year[1]
    in_year = IN_YEAR.match(text, end)
    if in_year and not re.search(
        r"\b(?:up|down|rose|fell|grew|increase|decrease|fall|rise)", text[max(0, start - 12) : end]
    ):
        return in_year[1]
    is_former = re.search(r"(?:from|against|compared with|compared to)\s\Z", text[max(0, start - 16) : start])
    if is_former and YEAR_EARLIER.match(text, end) and len(default) == 4:
        return str(int(default) - 1)
    return ""


def _begins(paragraph: Paragraph, time: Time) -> bool:
    """Return whether a sentence begins with a time, so that what follows is of that time."""
    lead = paragraph.text[paragraph.sentence(time.start)[0] : time.start].strip()
    return lead.casefold() in ("", "in", "by", "during", "截至", "到", "至", "at the", "at")


def _is_of_another(folded: str, time: Time, start: int) -> bool:
    """Return whether a time is of the figure before: 由2020年的2.1个增至4.7个, `from 2.1 in 2020 to`."""
    lead = folded[max(0, time.start - 5) : time.start]
    return (
        re.search(r"(?:由|从|from\s)\Z", lead) is not None and re.search("[0-9]", folded[time.end : start]) is not None
    )


def _is_relative(time: Time) -> bool:
    return time.kind == "when" and time.relative is not None


def _text_of(time: Time, folded: str, year: int) -> tuple[str, bool]:
    """Return a time in SDMX form, and whether it is the end of what is counted up to it."""
    own = time.year or (year + time.relative if time.relative is not None and time.relative < 99 else 0) or year
    if not own:
        return "", False
    words = folded[time.start : time.end]
    lead = folded[max(0, time.start - 12) : time.start]
    if part := _part(words, str(own)):
        return part, False
    if time.part == "other":
        return str(own), False
    is_end = bool(AT_THE_END.search(words))
    up_to = bool(UP_TO.search(lead))
    if is_end and time.part[:2].isdecimal() and len(time.part) == 2:
        return f"{own:04d}-{time.part}-{last_day(own, int(time.part))}", up_to
    if is_end and not time.part and up_to:
        return f"{own:04d}-12-31", up_to
    if BEGINNING.search(lead) and not time.part and own < (year or own):
        return f"{own:04d}/{year:04d}", False
    return _joined(own, time.part), up_to


def _is_end(folded: str, time: Time) -> bool:
    """Return whether a time is the end of a year."""
    return not time.part and AT_THE_END.search(folded[time.start : time.end]) is not None


def _part(words: str, year: str) -> str:
    return next((form.format(year) for name, form in {**PARTS, **ENGLISH_PARTS}.items() if name in words), "")


def _joined(year: int, part: str) -> str:
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
