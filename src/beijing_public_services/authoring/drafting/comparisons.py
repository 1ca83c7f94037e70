"""English words around a figure that make it a change: `57% below the level of 2019`, `cut leakage by 40%`."""

from __future__ import annotations

import re
from decimal import Decimal

from beijing_public_services._record import TYPE_CHECKING
from beijing_public_services.authoring.drafting.figure import DraftFigure
from beijing_public_services.notation import english
from beijing_public_services.notation.printed import read_or_none

if TYPE_CHECKING:
    from beijing_public_services.authoring.drafting.text import Paragraph

LEVEL = (  # below the 2019 level, but not below the poverty line
    r"(?=\s(?:(?:the|its|their|that|those|what)\s)?(?:[a-z-]+\s){0,2}?(?:(?:19|20)[0-9]{2}(?![0-9])|a\syear|last|previous"
    r"|preceding|prior|same|levels?|figures?|averages?|peaks?|baselines?|targets?|totals?|budget|plan|forecast"
    r"|that\s(?:of|in)|in)\b)"
)
OTHER = re.compile(  # 3 points below the average, £3m under budget: no change since an earlier time
    r"\s(?:(?:more|higher|greater|longer|fewer|less|lower|shorter)\sthan|below|under|above|over)\s(?:(?:the|its|their|our)\s)?"
    r"(?:[a-z]+\s){0,2}?(?:average|mean|median|target|budget|plan|forecast|norm|limit)\b",
    re.IGNORECASE,
)
LESS = re.compile(
    rf"\s(?P<word>fewer|less|lower|down|shorter|smaller|cheaper|lighter|narrower|(?:below|under){LEVEL})(?![a-z-])",
    re.IGNORECASE,
)
MORE = re.compile(rf"\s(?:(?:longer|larger|bigger|taller|wider|heavier|dearer)\sthan\b|above{LEVEL})", re.IGNORECASE)
BY_AN_UNKNOWN_VERB = re.compile(
    r"(?P<verb>[a-z]{2,}(?:ed|ew|ank|unk|id|ell|ost))\sby\s(?:a\sfurther\s|about\s|around\s|some\s)?\Z"
)
BRACKET = re.compile(r"\s\([^()]{1,12}\)")
UNCLEAR = re.compile(
    r"\s(?P<short>short)\sof\b|\s(?!other\b|rather\b|more\b|higher\b|greater\b)(?P<word>[a-z]+er|worse)\sthan\b",
    re.IGNORECASE,
)
CUTS = r"halv(?:e[sd]?|ing)|slash(?:e[sd]|ing)?|trim(?:s|med|ming)?|shrink(?:s|ing)?|curb(?:s|ed|ing)?|lowering|reduce"
RAISES = (
    r"rais(?:e[sd]?|ing)|boost(?:s|ed|ing)?|lift(?:s|ed|ing)?|extend(?:s|ed|ing)?|expand(?:s|ing)?|widen(?:s|ed|ing)?"
)
VERB = re.compile(rf"(?<![a-z-])(?:(?P<fall>{english.FALLS}|{CUTS})|{english.RISES}|{RAISES})(?![a-z-])", re.IGNORECASE)
BY = re.compile(r"\sby\s(?:a\s(?:further|total\sof)\s|another\s)?\Z", re.IGNORECASE)
STATES = ("up", "down", "higher", "minus")  # no verbs: services that opened up, used by 40%
AGENT = re.compile(r"(?:ed|en|wn|ld|ught|made|run|won|led|said)\Z", re.IGNORECASE)  # used by, bought by
OBJECT = re.compile(r"\s[^,;:.()]{1,60}?")
IN_OF = re.compile(r"\sin\s[^,;:.()]{1,60}?\sof\s\Z", re.IGNORECASE)


def with_comparison(paragraph: Paragraph, figure: DraftFigure) -> DraftFigure:
    """Return an English figure with the direction that its comparison or its verb gives it.

    A figure whose direction cannot be told has no value, and says why.
    """
    if figure.direction or not figure.value or figure.is_unrecorded or figure.unit == "rank":
        return figure
    text = paragraph.text
    if OTHER.match(text, figure.end):
        figure = figure.__replace__(exceeds=True)
    if (aside := BRACKET.match(text, figure.end)) and (less := LESS.match(text, aside.end())):  # $3m (2%) under budget
        return _fallen(figure, f"{figure.printed}…{less['word']}").__replace__(
            exceeds=bool(OTHER.match(text, aside.end()))
        )
    if less := LESS.match(text, figure.end):
        return _fallen(figure, f"{figure.printed} {less['word']}")
    if MORE.match(text, figure.end):
        return figure.__replace__(direction="rise")
    if unclear := UNCLEAR.match(text, figure.end):
        return figure.__replace__(
            value="", bound="", why=f"{unclear['word'] or 'short of'} does not tell more from less"
        )
    return _by_verb(text, paragraph.clause(figure.start)[0], figure)


def _by_verb(text: str, first: int, figure: DraftFigure) -> DraftFigure:
    """Return a figure with the direction of the verb before its object: `cut leakage by`, `a fall in crime of`."""
    lead = text[first : figure.start]
    verbs = [verb for verb in VERB.finditer(lead) if verb[0].casefold() not in STATES]
    by = BY.search(lead)
    if not verbs:
        unknown = BY_AN_UNKNOWN_VERB.search(lead) if figure.unit in ("percent", "percentage_point") else None
        if unknown and not re.match(r"\sof\s", text[figure.end :]):
            return figure.__replace__(
                value="", bound="", why=f"{unknown[0].strip()}: whether it rose or fell is not known"
            )
        return figure
    verb = verbs[-1]
    if by and verb.end() < by.start() and OBJECT.fullmatch(lead, verb.end(), by.start()):
        if re.match(r"\sof\s", text[figure.end :]):  # reduced fares are used by 40% of riders
            return figure
        if AGENT.search(lead, verb.end(), by.start()):
            return figure.__replace__(value="", bound="", why="by may say who does it, or by how much")
        joint = lead[by.start() :]
    elif IN_OF.fullmatch(lead, verb.end()):
        joint = " of "
    else:
        return figure
    if not verb["fall"]:
        return figure.__replace__(direction="rise")
    return _fallen(figure, f"{verb[0]}…{joint.strip()} {figure.printed}")


def _fallen(figure: DraftFigure, printed: str) -> DraftFigure:
    """Return a figure as a fall, with no value if its printed form cannot be read as one."""
    read = read_or_none(printed)
    if read is None or -read.highest != Decimal(figure.value):
        return figure.__replace__(
            value="", bound="", direction="fall", why=f"a fall, and {printed} cannot be read as one"
        )
    return figure.__replace__(printed=printed, value=f"{read.value:f}", bound=read.bound, direction="fall")
