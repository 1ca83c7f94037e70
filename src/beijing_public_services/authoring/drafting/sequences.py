"""Figures in a list: those after the first have its direction (下降…50.0%), those before the last its unit."""

from __future__ import annotations

import re

from beijing_public_services._record import TYPE_CHECKING
from beijing_public_services.authoring.drafting.figure import DraftFigure
from beijing_public_services.notation import english
from beijing_public_services.notation.chinese_words import DOWNWARD, UPWARD
from beijing_public_services.notation.numerals import one_of
from beijing_public_services.notation.printed import read_or_none

if TYPE_CHECKING:
    from beijing_public_services.authoring.drafting.text import Paragraph

DIRECTION = re.compile(
    rf"\A均?(?P<direction>{one_of((*UPWARD, *DOWNWARD))})了?(?=[0-9近约超…一二两三四五六七八九十百千])"
)
BARE = re.compile(r"[^\W\d]{0,24}\s?[0-9][0-9.,]*", re.IGNORECASE)  # no scale word: 18.6 million, 2.3 times is no list
BRACKET = re.compile(r"\s?[（(]")
IN_ORDER = ("分别", "依次")
BEHIND = re.compile(r"[\s…](?:fewer|less|lower|below|under|more|higher)\Z")
LISTED = "it goes on a list of changes, whose direction it has"
BRACKETED = "it is in brackets behind a change, whose direction it has"
MONEY = ("pound", "dollar", "euro", "yuan")
GOES_ON = re.compile(
    r"(?:\s(?:in|on|from|since|over|for)\s(?:the\s)?[A-Za-z0-9]+(?:\s[0-9]{4})?)?,?\s(?:and|or)\s(?:by\s)?"
)
DOWN_FROM = re.compile(r"(?:,|\s[-–—])?\s(?:down|up)\sfrom\s(?:[a-z]+\s){0,2}")
BY_AGAIN = re.compile(  # fell by 0.4% in mines and by 1.0% in mills
    rf"[^.;0-9]{{0,80}}\b(?:and|or|but|,)\s?by\s(?:(?:{one_of(english.BOUNDS)})\s)?", re.IGNORECASE
)
MULTIPLES = ("倍", "times")
SEPARATOR = re.compile(r"\s?(?:、|和|以及|及|与|,|，)\s?\Z")


def with_directions(paragraph: Paragraph, figures: list[DraftFigure]) -> list[DraftFigure]:
    """Return the figures, those of a list with the direction before the first: 下降…50.0% for the second."""
    done: list[DraftFigure] = []
    lead, before, in_order = "", None, False
    for figure in figures:
        own = DIRECTION.match(figure.printed)
        between = paragraph.text[before.end : figure.start] if before else ""
        follows = before is not None and SEPARATOR.fullmatch(between) is not None
        follows = follows and before is not None and (in_order or _are_alike(before, figure))
        if own:
            lead = own["direction"]
            in_order = paragraph.text[max(0, figure.start - 2) : figure.start] in IN_ORDER
        elif before and before.direction and figure.unit == "percent" and BRACKET.fullmatch(between) and figure.value:
            figure = _like_before(figure, before, BRACKETED)
        elif before and not paragraph.is_chinese and _goes_on(paragraph, before, figure):
            figure = _like_before(figure, before, LISTED)
        elif not (lead and follows and paragraph.is_chinese and "，" not in between):
            lead = ""
        elif figure.value:
            figure = _directed(figure, lead)
        done.append(figure)
        before = figure
    return _with_units(paragraph, done)


def _are_alike(one: DraftFigure, other: DraftFigure) -> bool:
    """Return whether two figures of a list are in one unit, or both in points of a rate: 个千分点, 个十万分点."""
    return one.word == other.word or one.unit == other.unit == "percent" or both_points(one.word, other.word)


def both_points(*words: str) -> bool:
    """Return whether all these units are points of a rate, as 个百分点."""
    return all(word.endswith("分点") for word in words)


def _with_units(paragraph: Paragraph, figures: list[DraftFigure]) -> list[DraftFigure]:
    """Return the figures, those before 个百分点 of a list in that unit: 提高3个和1.5个百分点."""
    for place, figure in enumerate(figures[1:], 1):  # 69.4%, 2.2 points below the average
        if figure.word in ("point", "points") and figures[place - 1].unit in ("percent", "percentage_point"):
            figures[place] = figure.__replace__(unit="percentage_point")
    for place in range(len(figures) - 2, -1, -1):
        figure, after = figures[place], figures[place + 1]
        between = paragraph.text[figure.end : after.start]
        if not (after.word or after.unit) and DOWN_FROM.fullmatch(between):  # 17 days, down from 23
            after = figures[place + 1] = after.__replace__(unit=figure.unit, word=figure.word)
        if after.word in ("point", "points") and figure.unit in (
            "percent",
            "percentage_point",
        ):  # 69.4%, 2.2 points below the average
            after = figures[place + 1] = after.__replace__(unit="percentage_point")
        is_listed = SEPARATOR.fullmatch(paragraph.text[figure.end : after.start]) is not None
        is_bare = BARE.fullmatch(figure.printed) is not None and not (figure.is_unrecorded or after.direction)
        is_bare = is_bare and (paragraph.is_chinese or re.search(r"\b(?:and|or)\s\Z", between) is not None)
        if is_bare and not figure.word and is_listed and after.unit and after.word not in MULTIPLES:
            figures[place] = figure.__replace__(unit=after.unit, why=f"{after.word} stands behind the list")
        if figure.word == "个" and is_listed and after.unit == "percentage_point":
            figures[place] = figure.__replace__(unit="percentage_point", why="个百分点 stands behind the list")
    return figures


def _goes_on(paragraph: Paragraph, before: DraftFigure, figure: DraftFigure) -> bool:
    """Return whether a figure goes on a list of changes: down 2 points on the quarter [and 5 points on the year]."""
    is_alike = figure.unit == before.unit and figure.unit in ("percent", "percentage_point", *MONEY)
    is_alike = is_alike or (figure.word == before.word and figure.word in ("point", "points"))
    between = before.end, max(before.end, figure.start)
    is_next = GOES_ON.fullmatch(paragraph.text, *between) is not None
    is_next = is_next or (" by " in before.printed and BY_AGAIN.fullmatch(paragraph.text, *between) is not None)
    is_part = re.match(r"\sof\s", paragraph.text[figure.end :]) is not None
    return bool(before.direction and not figure.direction and figure.value and is_alike and is_next and not is_part)


def _like_before(figure: DraftFigure, before: DraftFigure, why: str) -> DraftFigure:
    """Return a figure with the direction of the change before it, whose words it is printed with."""
    words = re.match(r"[^0-9$£€¥₹₩]+", before.printed)
    behind = BEHIND.search(before.printed)
    printed = f"{words[0].strip()}…{figure.printed}" if words else ""
    printed = f"{figure.printed}…{behind[0].strip(' …')}" if behind else printed
    read = read_or_none(printed) if printed else None
    if read is None or (read.value < 0) != (before.direction == "fall"):
        return figure.__replace__(value="", bound="", why=why)
    return figure.__replace__(printed=printed, value=f"{read.value:f}", bound=read.bound, direction=before.direction)


def _directed(figure: DraftFigure, lead: str) -> DraftFigure:
    printed = f"{lead}…{figure.printed}"
    read = read_or_none(printed)
    if read is None:
        return figure.__replace__(value="", bound="", why=f"{lead} stands before the list, and cannot be read with it")
    direction = "fall" if lead in DOWNWARD else "rise"
    value = read.value
    return figure.__replace__(printed=printed, value=f"{value:f}", bound=read.bound, direction=direction)
