"""The figures that a paragraph prints, each with its printed form, value, bound, unit and numerals."""

from __future__ import annotations

import re

from beijing_public_services._record import TYPE_CHECKING
from beijing_public_services.authoring.drafting.comparisons import with_comparison
from beijing_public_services.authoring.drafting.elisions import with_elision
from beijing_public_services.authoring.drafting.english_multiples import in_words
from beijing_public_services.authoring.drafting.exclusions import excluded_role
from beijing_public_services.authoring.drafting.figure import PREFIX, DraftFigure
from beijing_public_services.authoring.drafting.forms import left_in_english, other_figures
from beijing_public_services.authoring.drafting.sequences import DIRECTION, with_directions
from beijing_public_services.notation import english
from beijing_public_services.notation.chinese_words import DOWNWARD
from beijing_public_services.notation.printed import read_or_none
from beijing_public_services.notation.scanner import find_figures

if TYPE_CHECKING:
    from beijing_public_services.authoring.drafting.roles import DraftRole
    from beijing_public_services.authoring.drafting.text import DraftNumeral, Paragraph
    from beijing_public_services.notation.figure import Claim

LEAD = re.compile(r"\A(?:(?:均|都|已|约合|高出|多出|低出)(?=.))+")
OTHERS_MEAN = re.compile("平均|水平|计划|目标")
EXCEEDS = re.compile(r"\A(?:均|都)?(?:高出|多出)")
MILLIONS = re.compile(r"\s(?:to|and)\s[0-9.,]+m\s[a-z]")  # from 1.1m to 2.2m trips
MORE = re.compile(
    r"\s(?:more|higher|greater|up)\b(?!\sor)|\s(?:increase|rise)\b(?!\s(?:target|plan|cap|limit|ceiling))",
    re.IGNORECASE,
)
ROSE = re.compile(
    rf"(?<![a-z])(?:{english.RISES})(?![a-z])(?<!\bup(?=\sto\s))|\b(?:increas|gain|expand)", re.IGNORECASE
)
FEWER = re.compile(r"\s(?:fewer|less|lower|down)\b", re.IGNORECASE)
FEWER_WITHIN = re.compile(r"\s(?:fewer|less)\s(?!than\b)", re.IGNORECASE)  # 300 fewer cases
NOUN = re.compile(
    r"\s(?:[a-z][a-z'-]*\s){0,3}?(?:people|men|women|children|staff|[a-z]{2,}(?<![siu])s)\b(?!-)", re.IGNORECASE
)
RATE = re.compile(
    r"(?:\s(?:per|an?|each|every)\s(?!cent\b)(?:square\s|cubic\s|sq\s)?[a-z]+(?:-[a-z]+)?)+\Z", re.IGNORECASE
)
MULTIPLE = re.compile(
    r"\s(?:the|as|that|those|more|higher|larger|greater|longer|faster|its|their|what|over|last|above)\b", re.IGNORECASE
)
VERBS = re.compile(
    r"\b(?:is|was|were|are|has|have|had|as|its|this|thus|across|less|plus|versus|always|towards|of|in|at|on|to|for|and|or"
    r"|by|with|from|than|per|over|under|above|the|a|an|that|which|who|while|when|during|after|before|since)\b",
    re.IGNORECASE,
)


def draft_figures(paragraph: Paragraph, definitions: tuple[str, ...]) -> tuple[list[DraftFigure], dict[int, DraftRole]]:
    """Return the figures of a paragraph in order, and the roles of numerals that only look like one.

    Args:
        paragraph: the paragraph.
        definitions: those of `definitions_for`.
    """
    figures: list[DraftFigure] = []
    roles: dict[int, DraftRole] = {}
    claims = [*find_figures(paragraph.text, definitions=definitions)]
    claims = [claim for claim in claims if paragraph.text[claim.start - 1 : claim.start] != "/"]  # 公里/百平方公里
    spans = [(claim.start, claim.end) for claim in claims]
    for claim in claims:
        inside = [each for each in paragraph.numerals if claim.start <= each.start < claim.end]
        role = excluded_role(paragraph, claim)
        if role:
            roles |= {each.ordinal: role for each in inside}
        elif figure := _figure(paragraph, claim, inside):
            figures.append(figure)
    figures += other_figures(paragraph, spans, definitions)
    if not paragraph.is_chinese:
        taken = {ordinal for figure in figures for ordinal in figure.ordinals} | set(roles)
        figures += left_in_english(paragraph, taken, definitions)
        figures = [_without_rate(paragraph, with_comparison(paragraph, figure)) for figure in figures]
        figures += in_words(paragraph, figures)
    else:
        figures = [with_elision(paragraph, figure) for figure in figures]
    return with_directions(paragraph, sorted(figures, key=lambda each: each.start)), roles


def _figure(paragraph: Paragraph, claim: Claim, inside: list[DraftNumeral]) -> DraftFigure | None:
    """Return a figure of the scanner as it is printed in a package."""
    start, end = claim.start, claim.end
    is_less = not paragraph.is_chinese and claim.value > 0 and FEWER.match(paragraph.text, end)
    if is_less:
        end = is_less.end()
    elif not paragraph.is_chinese and not claim.unit and (noun := _noun(paragraph.text, end)):
        end = noun
    raw = paragraph.text[start:end]
    text = "".join(raw.split()) if paragraph.is_chinese else " ".join(raw.split())
    is_apart = text[:1] in "高低" and OTHERS_MEAN.search(paragraph.text, max(0, start - 12), start)
    exceeds = bool(EXCEEDS.match(text) or is_apart)
    lead = LEAD.match(text) if paragraph.is_chinese else None
    text = text[lead.end() :] if lead else text
    start += lead.end() if lead else 0
    figure = read_or_none(text)
    ends = (claim.value, claim.upper_end.value)
    ends = (-ends[1], -ends[0]) if is_less else ends
    may_be_million = claim.unit == "meter" and MILLIONS.match(paragraph.text, end) and raw.endswith("m")
    is_fewer = not paragraph.is_chinese and FEWER_WITHIN.search(raw) is not None
    is_right = not (may_be_million or is_fewer) and figure is not None and (figure.value, figure.highest) == ends
    word = figure.unit if figure else ""
    at = paragraph.text.rfind(word, start, end) if word else end
    at = end if at < 0 else at
    numbers = tuple(each.ordinal for each in inside if each.start < at) or tuple(each.ordinal for each in inside[:1])
    unit = "" if claim.unit.startswith(PREFIX) else claim.unit
    if unit == "times" and not paragraph.is_chinese and not MULTIPLE.match(paragraph.text, claim.end):
        unit, word = "", "time"  # it was given 264 times
    bound = figure.bound if figure else claim.bound
    if is_right and figure and figure.bound != claim.bound and not (exceeds or claim.bound == "exact"):
        is_right = False
    is_unrecorded = claim.upper is not None and claim.bound != "between"
    return DraftFigure(
        start=start,
        end=end,
        printed=text,
        value=f"{ends[0]:f}" if is_right and not is_unrecorded else "",
        bound=bound if is_right else "",
        unit=unit,
        word=word,
        direction="fall" if is_less else _direction(paragraph, text, claim),
        exceeds=exceeds,
        ordinals=numbers,
        others=tuple(each.ordinal for each in inside if each.ordinal not in numbers),
        is_unrecorded=is_unrecorded,
        is_weak=re.fullmatch("[一二三四五六七八九十]大", text) is not None,
        why="" if is_right else "the printed form cannot be read back",
    )


def _without_rate(paragraph: Paragraph, figure: DraftFigure) -> DraftFigure:
    """Return a figure without what divides its unit, which the unit of its indicator has: 372 people [a day]."""
    words = RATE.search(paragraph.text, figure.start, figure.end)
    printed = RATE.sub("", figure.printed)
    read = read_or_none(printed) if words and figure.value else None
    if words is None or read is None or f"{read.value:f}" != figure.value:
        return figure
    return figure.__replace__(printed=printed, end=words.start(), word=read.unit)


def _noun(text: str, end: int) -> int:
    """Return where the noun ends that English words after a number count; 0 if there is none."""
    found = NOUN.match(text, end)
    return found.end() if found and not VERBS.search(found[0]) else 0


def _direction(paragraph: Paragraph, text: str, claim: Claim) -> str:
    """Return whether the words of a figure say that something rose or fell."""
    if paragraph.is_chinese:
        found = DIRECTION.match(text)
        return ("fall" if found["direction"] in DOWNWARD else "rise") if found else ""
    lead = re.match(r"\A[a-z\s]+(?=\s?[0-9$¥€£₹₩])", text, re.IGNORECASE) or re.match(r"\A[a-z]+\sby\s", text)
    if lead and ROSE.search(lead[0]):
        return "rise"
    if MORE.match(paragraph.text, claim.end):
        return "rise"
    return "fall" if claim.value < 0 and not text.startswith(("-", "−", "–")) else ""
