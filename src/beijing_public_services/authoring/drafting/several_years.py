"""Figures that a text gives for several years: 五年来, 过去五年, `between 2019 and 2024`."""

from __future__ import annotations

import re

from beijing_public_services._record import TYPE_CHECKING

if TYPE_CHECKING:
    from beijing_public_services.authoring.drafting.figure import DraftFigure
    from beijing_public_services.authoring.drafting.text import Paragraph

COUNTS = {each: place for place, each in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
NUMBER = "[二三四五六七八九十两]|[2-9]"
SEVERAL = re.compile(
    rf"(?:过去的?|最?近|这|今后)(?:{NUMBER})年(?!级|内|期)(?:来|间|里)?|(?<![0-9十第])(?:{NUMBER})年[来间](?![，,]?(?:首次|新|最))"
    r"|十[一二三四五六]五”?(?:时期|期间)|\b(?:between|from)\s(?:19|20)[0-9]{2}\s(?:and|to)\s(?:19|20)[0-9]{2}(?![0-9])"
    r"|(?<![0-9])(?:19|20)[0-9]{2}年?\s?[—–~至-]\s?(?:19|20)[0-9]{2}年",
    re.IGNORECASE,
)
UP_TO_NOW = re.compile(rf"(?:过去的?|最?近)?(?P<count>{NUMBER})年[来间]?")
LEAD = re.compile("[“”、，（）一二三四五六七八九十() ]{0,6}")
OVER_ALL = re.compile("年均|平均每年|累计")
YEAR = re.compile("(?:19|20)[0-9]{2}年|今年|去年|上年")


def several_in(text: str, first: int, last: int) -> str:
    """Return the words of a part of a text that name several years, "" for none."""
    found = SEVERAL.search(text, first, last)
    return found[0].strip() if found else ""


def several_before(paragraph: Paragraph, start: int) -> str:
    """Return the several years that an earlier sentence of a paragraph begins with, if no year is named since."""
    found = [
        each
        for each in SEVERAL.finditer(paragraph.text, 0, start)
        if LEAD.fullmatch(paragraph.text, paragraph.sentence(each.start())[0], each.start())
    ]
    return found[-1][0].strip() if found and not YEAR.search(paragraph.text, found[-1].end(), start) else ""


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
