"""Chinese words that belong to a figure and stand apart from it: 降幅达5.2%, 约占全市的五分之一."""

from __future__ import annotations

import re

from beijing_public_services._record import TYPE_CHECKING
from beijing_public_services.authoring.drafting.figure import DraftFigure
from beijing_public_services.notation.chinese_words import BOUNDS_BEFORE, DOWNWARD, UPWARD
from beijing_public_services.notation.numerals import one_of
from beijing_public_services.notation.printed import read_or_none

if TYPE_CHECKING:
    from beijing_public_services.authoring.drafting.text import Paragraph

LONG = one_of(word for word in (*UPWARD, *DOWNWARD) if len(word) > 1 and not word.endswith("幅"))
EXTENT = re.compile(  # 降幅达, 下降幅度为, 增长分别为; but not 下降为, which says to what
    rf"(?:(?P<extent>{one_of(word for word in (*UPWARD, *DOWNWARD) if word.endswith('幅'))})"
    rf"|(?P<direction>{LONG})(?:幅度|比例|额|量|分别|均))(?:分别|均)?(?:为|达到?|约为|在)?\Z"
)
PART = re.compile(rf"(?P<bound>{one_of(BOUNDS_BEFORE)})占[^，。；、0-9]{{0,24}}\Z")
MULTIPLE = re.compile(  # 约为2020年的1.8倍
    rf"(?P<bound>{one_of(BOUNDS_BEFORE)})(?:相当于|是|为)?(?:(?:19|20)[0-9]{{2}}年|上年|去年|全[国省市球])[^，。；、0-9]{{0,10}}的\Z"
)
ABOVE = re.compile(  # 高于全省平均水平1.3个百分点; but not 高于全国平均水平的5.2%
    r"(?P<way>[高低多少])于[^，。；、0-9]{0,14}(?:平均|水平|全[国省市球]|目标|计划)[^，。；、0-9的为（(是达]{0,6}\Z"
)
SHARES = ("percent", "percentage_point", "permille")
CUT = re.compile(  # 压减项目30%; but not 削减用地10万平方米, an amount of what was done
    r"(?P<way>减少|压减|削减|缩减|调减|核减|降低|下调|缩短|减轻|压缩)(?![到至为了后的])[^\W\d到至为达占是后共约]{2,24}\Z"
)
FARTHEST = 32  # characters before a figure that are looked at


def with_elision(paragraph: Paragraph, figure: DraftFigure) -> DraftFigure:
    """Return a Chinese figure with the direction or the bound that stands apart from it: 降幅…5.2%, 约…五分之一."""
    if figure.direction or not figure.value or figure.is_unrecorded or figure.unit == "rank":
        return figure
    first = max(paragraph.clause(figure.start)[0], figure.start - FARTHEST)
    if extent := EXTENT.search(paragraph.text, first, figure.start):
        return _read(figure, extent["extent"] or extent["direction"])
    if above := ABOVE.search(paragraph.text, first, figure.start):
        return _read(figure, above["way"]).__replace__(exceeds=True)
    if figure.unit in SHARES and (cut := CUT.search(paragraph.text, first, figure.start)):
        return _read(figure, cut["way"])
    part = PART.search(paragraph.text, first, figure.start) if figure.bound == "exact" else None
    if part is None and figure.bound == "exact":
        part = MULTIPLE.search(paragraph.text, first, figure.start)
    return _read(figure, part["bound"]) if part and figure.unit in ("percent", "times") else figure


def _read(figure: DraftFigure, word: str) -> DraftFigure:
    """Return a figure with a word before it; without a value if it cannot be read with it."""
    printed = f"{word}…{figure.printed}"
    read = read_or_none(printed)
    if read is None:
        return figure.__replace__(value="", bound="", why=f"{word} belongs to it, and {printed} cannot be read")
    direction = "fall" if word in DOWNWARD else "rise" if word in UPWARD else ""
    return figure.__replace__(printed=printed, value=f"{read.value:f}", bound=read.bound, direction=direction)
