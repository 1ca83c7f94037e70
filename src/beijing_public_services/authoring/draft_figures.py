"""The figures that a paragraph prints, each with its printed form, value, bound, unit and numerals."""

from __future__ import annotations

import re
from decimal import Decimal

from beijing_public_services._record import TYPE_CHECKING, Record
from beijing_public_services.authoring.draft_exclusions import excluded_role
from beijing_public_services.authoring.draft_words import UNDEFINED, UNDEFINED_ENGLISH
from beijing_public_services.errors import PrintedFigureError
from beijing_public_services.notation import english
from beijing_public_services.notation.chinese_words import DOWNWARD, MEASURE_WORDS, UPWARD
from beijing_public_services.notation.numerals import one_of
from beijing_public_services.notation.offered_units import OFFERED
from beijing_public_services.notation.printed import read_printed
from beijing_public_services.notation.scanner import find_figures

if TYPE_CHECKING:
    from beijing_public_services.authoring.draft_roles import DraftRole
    from beijing_public_services.authoring.draft_text import DraftNumeral, Paragraph
    from beijing_public_services.notation.figure import Claim, PrintedFigure

PREFIX = "undefined_"
MEASURES = one_of(MEASURE_WORDS)
OTHERS = re.compile(
    rf"首(?:{MEASURES})(?![，。；、])|清零|翻了?[一两三]番|上[百千万亿]+(?:{MEASURES}|名|人|户|辆|种|元)"
    rf"|(?:(?<![a-z])(?:{one_of(english.BOUNDS)})\s)?(?:US|HK|A)?[$£€]\s?[0-9][0-9.,]*[0-9](?:\s?(?:thousand|million|billion|trillion|bn|m|k)\b)?"
    r"|[0-9][0-9.,]*(?:[一-鿿]{1,3}|%)?/[百千万亿]?[一-鿿]{1,4}(?=[，。；、（]|$)"
    r"|(?<=[是为居列占作成])(?:全[一-鿿]{0,3}的?|世界|国内|我?国)?(?P<rank>第[一二三四五六七八九十]+)(?=大|支柱)"
)
NUMBER = r"[0-9](?:[0-9,]*[0-9])?(?:\.[0-9]+)?"
BY_TO = re.compile(  # a change and the level that it leads to, both without a unit
    rf"(?P<change>(?:{english.FALLS}|{english.RISES})\sby\s(?P<by>{NUMBER}))\sto\s(?P<level>{NUMBER})(?![0-9%]|\s?(?:%|per))",
    re.IGNORECASE,
)
RATE = re.compile(  # 198 litres per person per day
    rf"(?P<number>{NUMBER}(?:\s(?:thousand|million|billion))?)\s(?P<unit>[a-zµ]+[23²³]?(?:\s[a-z]+)?"
    r"(?:\s(?:per|a|each)\s(?!cent|year-on)[a-z]+){1,2})",
    re.IGNORECASE,
)
ROSE = re.compile(rf"(?:{english.RISES})\s", re.IGNORECASE)
LEAD = re.compile(r"\A(?:(?:均|都|已|约合|高出|多出|低出)(?=.))+")
EXCEEDS = re.compile(r"\A(?:均|都)?(?:高出|多出)")
DIRECTION = re.compile(
    rf"\A均?(?P<direction>{one_of((*UPWARD, *DOWNWARD))})了?(?=[0-9近约超…一二两三四五六七八九十百千])"
)
MORE = re.compile(r"\s(?:more|higher|greater|up)\b(?!\sor)", re.IGNORECASE)
FEWER = re.compile(r"\s(?:fewer|less|lower|down)\b", re.IGNORECASE)
PER_MANY = re.compile(
    r"\s?(?:per|for every|in every|in|out of)\s[0-9][0-9,]*(?:\s?thousand|\s?million)?(?:\s[a-z]+)?", re.IGNORECASE
)
SEPARATOR = re.compile(r"\s?(?:、|和|以及|及|与|,|，)\s?\Z")
NOUN = re.compile(
    r"\s(?:[a-z][a-z'-]*\s){0,3}?(?:people|men|women|children|staff|[a-z]{2,}(?<![siu])s)\b(?!-)", re.IGNORECASE
)
VERBS = re.compile(
    r"\b(?:is|was|were|are|has|have|had|as|its|this|thus|across|less|plus|versus|always|towards|of|in|at|on|to|for|and|or"
    r"|by|with|from|than|per|over|under|above|the|a|an|that|which|who|while|when|during|after|before|since)\b",
    re.IGNORECASE,
)


class DraftFigure(Record):
    """A figure of a paragraph: where it stands, its numerals, and what reading it gives.

    `value` is a plain decimal, "" if it cannot be proposed; then `why` says so. `unit` is the unit expression of its
    words, "" for a measure word and for no unit; `word` is the unit as printed. `direction` is `rise`, `fall` or "".
    `exceeds` says that the figure is how much more than something else. `ordinals` are its numerals, the first of them
    the place of the figure.
    """

    start: int
    end: int
    printed: str
    value: str
    bound: str
    unit: str
    word: str
    direction: str
    exceeds: bool
    ordinals: tuple[int, ...]
    others: tuple[int, ...] = ()
    is_range: bool = False
    is_weak: bool = False
    why: str = ""


def definitions_for(definitions: tuple[str, ...]) -> tuple[str, ...]:
    """Return unit definitions with stand-ins for units that figures are often printed in and no definition gives."""
    known = "\n".join((*definitions, *OFFERED))
    missing = [
        word for word in sorted(UNDEFINED) if not re.search(rf"= {re.escape(word)}(?: =|$)", known, re.MULTILINE)
    ]
    nouns = [word for word in sorted(UNDEFINED_ENGLISH) if not re.search(rf"^{word}\b|= {word}\b", known, re.MULTILINE)]
    names = {line.split("=")[0].strip() for line in definitions}
    return (
        *definitions,
        *(line for line in OFFERED if line.split("=")[0].strip() not in names),
        *(f"{PREFIX}{number} = [bps_{PREFIX}{number}] = _ = {word}" for number, word in enumerate(missing)),
        *(f"{word} = [bps_{PREFIX}{word}]" for word in nouns),
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
    spans = [(claim.start, claim.end) for claim in claims]
    for claim in claims:
        inside = [each for each in paragraph.numerals if claim.start <= each.start < claim.end]
        role = excluded_role(paragraph, claim)
        if role:
            roles |= {each.ordinal: role for each in inside}
        elif figure := _figure(paragraph, claim, inside):
            figures.append(figure)
    for found in OTHERS.finditer(paragraph.text):
        start, end = found.span("rank") if found["rank"] else found.span()
        if not any(first < end and start < last for first, last in spans):
            inside = [each for each in paragraph.numerals if start <= each.start < end]
            if inside and (other := _other(paragraph, start, end, inside)):
                figures.append(other)
    if not paragraph.is_chinese:
        figures += _left_in_english(paragraph, figures, roles)
    return _with_directions(paragraph, sorted(figures, key=lambda each: each.start)), roles


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
    exceeds = bool(EXCEEDS.match(text))
    lead = LEAD.match(text) if paragraph.is_chinese else None
    text = text[lead.end() :] if lead else text
    start += lead.end() if lead else 0
    figure = _read(text)
    value = -claim.value if is_less else claim.value
    is_right = figure is not None and (figure.value, figure.upper is None) == (value, claim.upper is None)
    word = figure.unit if figure else ""
    at = paragraph.text.rfind(word, start, end) if word else end
    at = end if at < 0 else at
    numbers = tuple(each.ordinal for each in inside if each.start < at) or tuple(each.ordinal for each in inside[:1])
    unit = "" if claim.unit.startswith(PREFIX) else claim.unit
    bound = figure.bound if figure else claim.bound
    if is_right and figure and figure.bound != claim.bound and not (exceeds or claim.bound == "exact"):
        is_right = False
    return DraftFigure(
        start=start,
        end=end,
        printed=text,
        value=f"{value:f}" if is_right and claim.upper is None else "",
        bound=bound if is_right else "",
        unit=unit,
        word=word,
        direction="fall" if is_less else _direction(paragraph, text, claim),
        exceeds=exceeds,
        ordinals=numbers,
        others=tuple(each.ordinal for each in inside if each.ordinal not in numbers),
        is_range=claim.upper is not None,
        why="" if is_right else "the printed form cannot be read back",
    )


def _other(paragraph: Paragraph, start: int, end: int, inside: list[DraftNumeral]) -> DraftFigure | None:
    """Return a figure that only a text of one figure may be: 首个, 清零, 翻一番, 上千家, 第一 of 第一支柱产业."""
    text = paragraph.text[start:end]
    if (figure := _read(text)) is None:
        return None
    unit = {"第": "rank", "%": "percent"}.get(figure.unit, "")
    return DraftFigure(
        start=start,
        end=end,
        printed=text,
        value=f"{figure.value:f}",
        bound=figure.bound,
        unit=unit,
        word=figure.unit,
        direction="rise" if text.startswith("翻") or ROSE.match(text) else "fall" if figure.number < 0 else "",
        exceeds=False,
        ordinals=tuple(each.ordinal for each in inside),
        is_weak=text[0] in "首清",
    )


def _left_in_english(
    paragraph: Paragraph, figures: list[DraftFigure], roles: dict[int, DraftRole]
) -> list[DraftFigure]:
    """Return the figures in forms that only a report has: `rose by 12,400 to 668,900`, `198 litres per person`."""
    taken = {ordinal for figure in figures for ordinal in figure.ordinals} | set(roles)
    found = []
    for each in BY_TO.finditer(paragraph.text):
        by, level = (Decimal(each[name].replace(",", "")) for name in ("by", "level"))
        if level >= 3 * by:
            found += [each.span("change"), each.span("level")]
    found += [each.span() for each in RATE.finditer(paragraph.text)]
    made = []
    for start, end in found:
        inside = [each for each in paragraph.numerals if start <= each.start < end]
        if (
            inside
            and not taken & {each.ordinal for each in inside}
            and (other := _other(paragraph, start, end, inside))
        ):
            made.append(other)
            taken |= set(other.ordinals)
    return made


def _noun(text: str, end: int) -> int:
    """Return where the noun ends that English words after a number count; 0 if there is none."""
    found = NOUN.match(text, end)
    return found.end() if found and not VERBS.search(found[0]) else 0


def _read(text: str) -> PrintedFigure | None:
    try:
        return read_printed(text)
    except PrintedFigureError:
        return None


def _direction(paragraph: Paragraph, text: str, claim: Claim) -> str:
    """Return whether the words of a figure say that something rose or fell."""
    if paragraph.is_chinese:
        found = DIRECTION.match(text)
        return ("fall" if found["direction"] in DOWNWARD else "rise") if found else ""
    lead = re.match(r"\A[a-z\s]+(?=\s?[0-9$¥€£])", text, re.IGNORECASE)
    if lead and re.search(r"\b(?:up(?!\sto)|rose|rise|grew|grow|increas|gain|climb|expand)", lead[0], re.IGNORECASE):
        return "rise"
    if MORE.match(paragraph.text, claim.end):
        return "rise"
    return "fall" if claim.value < 0 else ""


def _with_directions(paragraph: Paragraph, figures: list[DraftFigure]) -> list[DraftFigure]:
    """Return the figures, those of a list with the direction before the first: 下降…50.0% for the second."""
    done: list[DraftFigure] = []
    lead, before = "", None
    for figure in figures:
        own = DIRECTION.match(figure.printed)
        between = paragraph.text[before.end : figure.start] if before else ""
        follows = before is not None and SEPARATOR.fullmatch(between) is not None and before.word == figure.word
        if own:
            lead = own["direction"]
        elif not (lead and follows and paragraph.is_chinese and "，" not in between):
            lead = ""
        elif figure.value:
            figure = _directed(figure, lead)
        done.append(figure)
        before = figure
    return _with_units(paragraph, done)


def _with_units(paragraph: Paragraph, figures: list[DraftFigure]) -> list[DraftFigure]:
    """Return the figures, those before 个百分点 of a list in that unit: 提高3个和1.5个百分点."""
    for place in range(len(figures) - 2, -1, -1):
        figure, after = figures[place], figures[place + 1]
        is_listed = SEPARATOR.fullmatch(paragraph.text[figure.end : after.start]) is not None
        if figure.word == "个" and is_listed and after.unit == "percentage_point":
            figures[place] = figure.__replace__(unit="percentage_point", why="个百分点 stands behind the list")
    return figures


def _directed(figure: DraftFigure, lead: str) -> DraftFigure:
    printed = f"{lead}…{figure.printed}"
    read = _read(printed)
    if read is None:
        return figure.__replace__(value="", bound="", why=f"{lead} stands before the list, and cannot be read with it")
    direction = "fall" if lead in DOWNWARD else "rise"
    value = Decimal(read.value)
    return figure.__replace__(printed=printed, value=f"{value:f}", bound=read.bound, direction=direction)
