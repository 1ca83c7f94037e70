"""What a growth, share, rank or difference is relative to, by the words of its clause."""

from __future__ import annotations

import re

from beijing_public_services._record import TYPE_CHECKING, Record
from beijing_public_services.authoring.drafting.financial_years import is_of_two_years, year_of
from beijing_public_services.errors import PeriodError
from beijing_public_services.notation.chinese_words import DOWNWARD, UPWARD
from beijing_public_services.notation.numerals import one_of
from beijing_public_services.notation.periods import previous_months, previous_year
from beijing_public_services.notation.stated_bases import stated_base

if TYPE_CHECKING:
    from beijing_public_services.authoring.drafting.figure import DraftFigure
    from beijing_public_services.authoring.drafting.text import Paragraph

MONTHS = {"previous_quarter": 3, "previous_month": 1}
# the change right before, as in 同比减少112起，下降5.7%
CHANGE_BEFORE = re.compile(
    f"(?:{one_of((*UPWARD, *DOWNWARD))})[0-9][^，。；]{{0,10}}，\\Z"
)  # 同比减少112起，[下降5.7%]
FROM = re.compile(
    "(?:从|由)[^，。]{1,14}(?:下降|上升|提高|降低|压缩|缩短|减少|增加|提升|增长|扩大|增|升|降)?[到至]\\Z"
    r"|from [0-9.,%]+[^,.]{0,12} to\s\Z"
)
DATED = re.compile(
    r"上年|去年|上一年|(?:19|20)[0-9]{2}年|\bin\s(?:19|20)[0-9]{2}|\b(?:previous|preceding|prior|last)\syear"
    r"|\byear\s(?:before|earlier|ago)"
)
GLOBAL = re.compile("全球|世界|国际|world|global", re.IGNORECASE)
NATIONAL = re.compile("全国|国内|我国|national|nationwide|in the country|in China|country's", re.IGNORECASE)
REGIONAL = re.compile(
    "全省|全自治区|全州|全区域|省内|本省|(?<=\\bin\\sthe\\s)(?:region|county|province|state)\\b|statewide|regional"
    r"|\b(?:state|county|provincial|district)\s(?:average|mean|median)\b",
    re.IGNORECASE,
)
AMONG = re.compile(r"\b(?:of|among|out of)\s(?:all\s|the\s)?[0-9]+\s[a-z]+", re.IGNORECASE)
WHOLE = re.compile(r"占(?:全[国省球市区]|我国|世界)")
MEAN = re.compile(r"平均|水平|average|mean|median|level", re.IGNORECASE)
LAST_YEAR = re.compile(
    r"(?:上年|去年|上一年)(?:同期)?的|\b(?:last|the previous|the prior)\syear|the\syear\sbefore|a\syear\searlier"
)
END_OF_LAST_YEAR = re.compile("(?:上年|去年|上一年)年?[末底]")
YEARS_PEAK = re.compile(r"[^.;]{0,30}\b(?:previous|last|preceding|prior)\syear['’]s\b")
MULTIPLE_OF = re.compile(
    r"(?P<year>(?:19|20)[0-9]{2})年(?:末|底|同期|全年)?的?[^0-9|]{0,6}\|"
    r"|\|\s?[^0-9|]{0,40}?\b(?:in\s|of\s|the\s|its\s|than\s)(?P<year2>(?:19|20)[0-9]{2})\b"
)
TIMES = re.compile(r"[0-9一二两三四五六七八九十]倍|\b(?:times|twice)\b")
LOCAL = re.compile("全市|本市|全区|全县|in the city|the city's", re.IGNORECASE)


class DraftBase(Record):
    """The kind and the period of a base, both "" if there is none, and why the kind is not known."""

    kind: str
    period: str
    why: str = ""


def base_of(paragraph: Paragraph, figure: DraftFigure, measure: str, period: str, home: str = "") -> DraftBase:
    """Return what a figure is relative to, as far as the text says; `home` is the name of the report's area."""
    if figure.unit == "times" or (figure.word != "time" and TIMES.search(figure.printed)):
        return _base_of_multiple(paragraph, figure, period, home)
    if measure in ("growth", "difference"):
        return _base_of_change(paragraph, figure, period, home)
    if measure == "share":
        whole = paragraph.text[max(paragraph.clause(figure.start)[0], figure.start - 24) : figure.start]
        part = WHOLE.search(whole)
        return DraftBase(kind=(_place(part[0], home).replace("local", "") if part else "") or "total", period="")
    if measure == "rank":
        return _base_of_rank(paragraph, figure, home)
    if measure in ("level", "index") and _follows_an_earlier_one(paragraph, figure):
        return DraftBase(kind="earlier", period="..")
    return DraftBase(kind="", period="")


def _base_of_rank(paragraph: Paragraph, figure: DraftFigure, home: str) -> DraftBase:
    first, last = paragraph.sentence(figure.start)
    near = paragraph.text[max(first, figure.start - 40) : min(last, figure.end + 20)]
    wide = paragraph.text[max(first, figure.start - 40) : min(last, figure.end + 60)]
    own = paragraph.text[paragraph.clause(figure.start)[0] : figure.end]
    kind = _place(own, home) or _place(near, home) or ("regional" if AMONG.search(wide) else "")
    return DraftBase(kind=kind, period="", why="" if kind else "the text does not say among whom it ranks")


def _place(text: str, home: str) -> str:
    """Return the kind of base that the places in a text make: the province, the country or the world; "" for none."""
    for kind, pattern in (("national", NATIONAL), ("global", GLOBAL)):
        if pattern.search(text):
            return kind
    found = REGIONAL.search(text)
    if found and not (home.endswith(("省", "自治区")) and found[0].startswith("全")):
        return "regional"
    local = LOCAL.search(text)
    if local:
        return "regional" if home.endswith(("区", "县", "镇")) and local[0] in ("全市", "本市") else "local"
    return "local" if found else ""


def _base_of_multiple(paragraph: Paragraph, figure: DraftFigure, period: str, home: str) -> DraftBase:
    """Return what a multiple is of: 是2019年的2.3倍, `2.3 times the national average`."""
    text = paragraph.text
    first, last = paragraph.clause(figure.start)
    around = f"{text[first : figure.start]}|{text[figure.end : last]}"
    year = MULTIPLE_OF.search(around)
    if year and (year["year"] or year["year2"]):
        return _from_year(paragraph, int(year["year"] or year["year2"]), period)
    if LAST_YEAR.search(around):
        try:
            return DraftBase(kind="previous_year", period=previous_year(period))
        except PeriodError:
            return DraftBase(kind="previous_year", period="", why=f"no previous year of the period {period!r}")
    place = _place(around, home) if MEAN.search(around) else ""
    return DraftBase(kind=place, period="", why="" if place else "the text does not say what it is a multiple of")


def _from_year(paragraph: Paragraph, year: int, period: str) -> DraftBase:
    two_years = re.search(rf"{year}\s?[/–-]\s?[0-9]{{2}}(?![0-9])", paragraph.text) is not None
    if two_years and not is_of_two_years(period):
        return DraftBase(kind="fixed_year", period="", why="the report does not say which months such a year has")
    is_whole = len(period) == 4 or period.endswith("-12-31") or (two_years and is_of_two_years(period))
    if str(year + 1) == period[:4] and is_whole:
        return DraftBase(kind="previous_year", period=previous_year(period))
    return DraftBase(kind="fixed_year", period=_year_of(year, period) if two_years else str(year))


def _base_of_change(paragraph: Paragraph, figure: DraftFigure, period: str, home: str) -> DraftBase:
    if figure.exceeds:
        first, last = paragraph.clause(figure.start)
        around = paragraph.text[first : figure.start] if paragraph.is_chinese else paragraph.text[figure.end : last]
        place = _place(around, home).replace("local", "")
        why = "" if place else "the text compares with something else than an earlier time"
        return DraftBase(kind=place, period="", why=why)
    frequency = "quarter" if "Q" in period else ""
    stated = stated_base(paragraph.text, figure.start, figure.end, frequency)
    if stated is None and (before := CHANGE_BEFORE.search(paragraph.text, max(0, figure.start - 24), figure.start)):
        stated = stated_base(paragraph.text, before.start(), before.end() - 1, frequency)
    if stated is None:
        first, _ = paragraph.sentence(figure.start)
        lead = re.search(r"与((?:19|20)[0-9]{2})年相比", paragraph.text[first : figure.start])
        if lead:
            return DraftBase(kind="fixed_year", period=lead[1])
        return DraftBase(kind="unstated", period="")
    if stated.kind == "fixed_year":
        return _from_year(paragraph, stated.year, period)
    if len(period) == len("2030-12-31") and YEARS_PEAK.match(paragraph.text, figure.end):
        return DraftBase(kind=stated.kind, period="", why="the text does not say the day of the year before")
    if stated.kind == "previous_year" and _is_end_of_last_year(paragraph, figure, period):
        return DraftBase(kind="fixed_year", period=str(int(period[:4]) - 1))
    try:
        earlier = (
            previous_year(period) if stated.kind == "previous_year" else previous_months(period, MONTHS[stated.kind])
        )
    except PeriodError:
        return DraftBase(
            kind=stated.kind, period="", why=f"no {stated.kind.replace('_', ' ')} of the period {period!r}"
        )
    return DraftBase(kind=stated.kind, period=earlier)


def _is_end_of_last_year(paragraph: Paragraph, figure: DraftFigure, period: str) -> bool:
    """Return whether a figure within a year is compared with the end of the year before: 截至6月底，较去年底增加9个."""
    lead = paragraph.text[paragraph.clause(figure.start)[0] : figure.start]
    is_within = len(period) > len("2031") and not period.endswith("-12-31") and not is_of_two_years(period)
    return is_within and END_OF_LAST_YEAR.search(lead) is not None


def _year_of(first: int, period: str) -> str:
    """Return a year of parts of two, in the months of a period if it has them: `2020-04/2021-03`."""
    return year_of(first, period) or str(first)


def _follows_an_earlier_one(paragraph: Paragraph, figure: DraftFigure) -> bool:
    """Return whether a figure is the later one of `from 6.32 to 6.08`, of which the text does not date the first."""
    found = FROM.search(paragraph.text, max(0, figure.start - 24), figure.start)
    return found is not None and not DATED.search(found[0])
