"""The base of a change that states none: that of the change before it, or the one that the report states for all."""

from __future__ import annotations

import re

from beijing_public_services._record import TYPE_CHECKING
from beijing_public_services.errors import PeriodError
from beijing_public_services.notation.folding import fold
from beijing_public_services.notation.periods import previous_year

if TYPE_CHECKING:
    from collections.abc import Sequence

    from beijing_public_services.authoring.drafting.figure import DraftFigure
    from beijing_public_services.authoring.drafting.text import Paragraph
    from beijing_public_services.datapackage.tables import Row

CARRIED = "previous_year"  # the only kind that is carried on: a fixed year is stated each time
SPAN = re.compile("[0-9]{4}/[0-9]{4}")  # several years, over which a change is none over the year before
OTHERWISE = re.compile(  # between a clause's beginning and a change that is over another time
    r"年均|平均每年|累计|(?<!占)比(?![重例值])|较(?![大快好高多低])|[与由]|从(?!业)|自(?![来主动])|以来|拉动|贡献|提速|环比|当月|\b(?:since|between|from|over|annual(?:ly)?|average)\b",
    re.IGNORECASE,
)
YEAR_BEFORE = (
    r"(?:the\s)?(?:same\s(?:period|month|quarter)\s(?:of|in|a)\s)?(?:the\s)?(?:previous|preceding|prior|last)\s"
    r"(?:financial\s|calendar\s|school\s|academic\s|fiscal\s)?year|year[\s-]on[\s-]year"
)
CONVENTION = re.compile(
    r"\b(?:changes?|comparisons?|increases?|decreases?|growth(?:\srates?)?|percentages?|variations?|differences?|movements?)\b"
    rf"[^.;]{{0,60}}\b(?:are|is|refers?|relates?)\b[^.;]{{0,40}}(?:{YEAR_BEFORE})"
    "|(?:增长速度|增速|增幅|增长率|升降|增减|涨跌幅?)[^。；，]{0,16}(?:为|指|系|按)[^。；，]{0,8}(?:同比|与上年|比上年|较上年)",
)


def convention_of(text: str) -> str:
    """Return the base that a report states once for all its changes, "" for none."""
    return CARRIED if CONVENTION.search(fold(text)) else ""


def carry_bases(
    paragraph: Paragraph, figures: Sequence[DraftFigure], places: Sequence[int], rows: Sequence[Row], convention: str
) -> None:
    """Give the rows of changes whose base is unstated the base of the change before, if it is the year before.

    Args:
        paragraph: the paragraph.
        figures: its figures.
        places: that of each row's figure among them.
        rows: its rows.
        convention: the base that the report states for all its changes, "" for none.
    """
    last, stop = "", -1
    for place, row in zip(places, rows, strict=True):
        figure = figures[place]
        if row["measure"] not in ("growth", "difference") or figure.exceeds:
            continue
        if row["base_kind"] != "unstated":
            last, stop = row["base_kind"], paragraph.sentence(figure.start)[1]
            continue
        is_near = paragraph.is_chinese or figure.start < stop
        kind = last if last == CARRIED and is_near else convention
        if kind and _goes_on(paragraph, figure):
            is_carried = last == CARRIED and is_near
            _take(row, kind, "the change before it" if is_carried else "what the report says of all changes")


def _goes_on(paragraph: Paragraph, figure: DraftFigure) -> bool:
    """Return whether the words before a change say nothing of another base."""
    lead = paragraph.text[paragraph.clause(figure.start)[0] : figure.start]
    return bool(figure.direction) and OTHERWISE.search(lead) is None


def _take(row: Row, kind: str, source: str) -> None:
    try:
        earlier = "" if SPAN.fullmatch(row["period"]) else previous_year(row["period"])
    except PeriodError:
        return
    if not earlier:
        return
    row["base_kind"], row["base_period"] = kind, earlier
    row["why"] = "; ".join(filter(None, (row["why"], f"base_kind: taken from {source}")))
