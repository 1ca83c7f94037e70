"""Figures that a text gives for several years: 五年来, 过去五年, `between 2019 and 2024`."""

from __future__ import annotations

import re
from functools import lru_cache

from beijing_public_services._record import TYPE_CHECKING
from beijing_public_services.authoring.drafting.text import KEPT

if TYPE_CHECKING:
    from beijing_public_services.authoring.drafting.figure import DraftFigure
    from beijing_public_services.authoring.drafting.text import Paragraph

COUNTS = {each: place for place, each in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
NUMBER = "[二三四五六七八九十两]|[2-9]|10"
ENGLISH = "two|three|four|five|six|seven|eight|nine|ten|1?[0-9]"
SEVERAL = re.compile(
    rf"(?:过去的?|最?近|这|今后)(?:{NUMBER})年(?!级|内|期)(?:来|间|里)?|(?<![0-9十第])(?:{NUMBER})年[来间](?![，,]?(?:首次|新|最))"
    rf"|(?<![0-9十第])(?:{NUMBER})年(?=年均|平均|累计|增[加长]|减少)"
    rf"|\b(?:over|in|during|for)\s(?:the\s)?(?:past|last|previous)\s(?:{ENGLISH})\s(?:[a-z]+\s)?years\b"
    r"|十[一二三四五六]五”?(?:时期|期间)|\b(?:between|from)\s(?:19|20)[0-9]{2}\s(?:and|to)\s(?:19|20)[0-9]{2}(?![0-9])"
    r"|(?<![0-9])(?:19|20)[0-9]{2}年?\s?[—–~至-]\s?(?:19|20)[0-9]{2}年"
    r"|\bFY\s?'?(?:20)?[0-9]{2}\s?(?:[–—-]|to|and)\s?FY\s?'?(?:20)?[0-9]{2}\b",
    re.IGNORECASE,
)
UP_TO_NOW = re.compile(rf"(?:过去的?|最?近)?(?P<count>{NUMBER})年[来间]?")
LEAD = re.compile("[“”、，（）一二三四五六七八九十() ]{0,6}")
OVER_ALL = re.compile("年均|平均每年|累计")
EACH_YEAR = re.compile("(?:年均|平均每年)(?![^，。；]{0,4}(?:浓度|值|气温|温度|降水|降雨|水平|湿度|PM))")
OVER_THEM = re.compile("年均|平均|累计|[增减]")  # 五年年均增长 is of five years, what follows it is not
YEAR = re.compile("(?:19|20)[0-9]{2}年|今年|去年|上年")


@lru_cache(KEPT)
def spans_of_several(text: str) -> tuple[tuple[int, int], ...]:
    """Return where a text names several years."""
    return tuple([each.span() for each in SEVERAL.finditer(text)])


def several_in(text: str, first: int, last: int) -> str:
    """Return the words of a part of a text that name several years, "" for none."""
    return next(
        (text[slice(*each)].strip() for each in spans_of_several(text) if first <= each[0] < each[1] <= last), ""
    )


def is_each_year(paragraph: Paragraph, start: int) -> bool:
    """Return whether a figure is an average of several years: 年均新增12万人; but not 年均浓度."""
    return EACH_YEAR.search(paragraph.text, paragraph.clause(start)[0], start) is not None


def several_before(paragraph: Paragraph, start: int) -> str:
    """Return the several years that an earlier sentence of a paragraph begins with, if no year is named since."""
    text = paragraph.text
    found = [
        (first, last)
        for first, last in spans_of_several(text)
        if last <= start
        and not OVER_THEM.match(text, last)
        and LEAD.fullmatch(text, paragraph.sentence(first)[0], first)
    ]
    is_last = found and not YEAR.search(text, found[-1][1], start)
    return text[slice(*found[-1])].strip() if is_last else ""


def period_of_several(
    paragraph: Paragraph, figure: DraftFigure, words: str, period: str, *, is_later: bool
) -> tuple[str, str]:
    """Return the period of a figure of several years, and why it is not known.

    An average or a change of 五年来 is of all of them, the later one of two figures of the last; of others the text
    does not say which.

    Args:
        paragraph: the paragraph.
        figure: the figure.
        words: the words that name the years.
        period: the period of the report, with which 五年来 ends.
        is_later: whether it is the later one of two figures, 从54万亿元增加到82.7万亿元.
    """
    why = f"{words}: whether of all these years or of the last of them is not said"
    counted = UP_TO_NOW.fullmatch(words)
    if counted is None or not re.fullmatch("[0-9]{4}", period):
        return "", f"{words}: several years"
    if is_later:
        return period, ""
    lead = paragraph.text[paragraph.clause(figure.start)[0] : figure.start]
    if not (figure.direction or OVER_ALL.search(lead)):
        return "", why
    many = COUNTS.get(counted["count"]) or int(counted["count"])
    return f"{int(period) - many + 1}/{period}", ""
