"""Figures in forms that a report has and a passage of prose has not: 首个, 清零, £3.2m, `rose by 12,400 to 668,900`."""

from __future__ import annotations

import re
from decimal import Decimal

from beijing_public_services._generated.unit_definitions import DEFINITIONS
from beijing_public_services._record import TYPE_CHECKING
from beijing_public_services.authoring.drafting.figure import PREFIX, DraftFigure
from beijing_public_services.authoring.drafting.words import UNDEFINED
from beijing_public_services.notation import currencies, english
from beijing_public_services.notation.chinese import COUNTING_WORDS, unit_words
from beijing_public_services.notation.chinese_words import MEASURE_WORDS
from beijing_public_services.notation.english_units import STOPS
from beijing_public_services.notation.numerals import one_of
from beijing_public_services.notation.offered_units import OFFERED
from beijing_public_services.notation.printed import read_or_none
from beijing_public_services.notation.vocabulary import names

if TYPE_CHECKING:
    from beijing_public_services.authoring.drafting.text import DraftNumeral, Paragraph

MEASURES = one_of(MEASURE_WORDS)
COUNTED = one_of(
    {
        *COUNTING_WORDS,
        *UNDEFINED,
        *["名", "人", "人次", "户", "辆", "种", "元", "吨", "公里", "平方米", "立方米", "亩", "公顷", "天"],
    }
)
SIGNS = rf"[A-Z]{{0,3}}[{currencies.SIGNS.replace('¥', '')}]|(?i:{currencies.CODES})(?![a-z])\.?"
SCALES = one_of(word for word in english.SCALES if len(word) > 3)
AMOUNT = "[0-9]++(?>(?:[.,][0-9]++)*)"
OTHERS = re.compile(
    rf"首(?:{MEASURES})(?![，。；、])|清零|翻了?[一两三]番|上[百千万亿]+(?:{COUNTED})"
    rf"|(?:(?<![a-z])(?:{english.FALLS}|{english.RISES})\s(?:by|of)\s)?(?:(?<![a-z])(?:{one_of(english.BOUNDS)})\s)?"
    rf"(?<![A-Za-z])(?P<money>(?:(?<!from\s)(?<!between\s)(?:{SIGNS})\s?{AMOUNT}(?:\s?[-–~]\s?|\sto\s){AMOUNT}"
    rf"|(?:{SIGNS})\s?{AMOUNT})(?>(?:\s?(?i:{one_of({*english.SCALES, 'b'})})(?![A-Za-z0-9])){{0,2}})(?![A-Za-z0-9]))"
    r"(?!\s?[-–~]\s?[0-9]|\sto\s[0-9])"
    r"|[0-9][0-9.,]*(?:[一-鿿]{1,3}|%)?/[百千万亿]?[一-鿿]{1,4}(?=[，。；、（]|$)"
    r"|(?P<rate>[0-9][0-9.,]*)/(?:10+|[一十]|[1-9])?[百千万亿]+(?:人口|人)?(?=[，。；、（和及]|$)"
    r"|(?<=[是为居列占作成])(?:全[一-鿿]{0,3}的?|世界|国内|我?国)?(?P<rank>第[一二三四五六七八九十]+)(?=大|支柱)"
)
SHARED = re.compile(  # between £3 and £5 million
    rf"(?:\s(?:to|and|or)\s|\s?[-–]\s?)(?:(?:{SIGNS})\s?)?{AMOUNT}\s?(?i:{one_of(english.SCALES)})(?![A-Za-z0-9])"
)
BEHIND = re.compile(r"[\s-]([a-z]+)(?![A-Za-z])", re.IGNORECASE)
PLAIN = re.compile(  # words behind an amount of money that are no scale
    rf"{STOPS}|{english.FALLS}|{english.GAINS}|{english.LOSSES}|rose|rises?|grew|[a-z]+(?:ly|ed|ing)|last|next|net|gross"
    r"|today|against|between|because|worth|plus|minus|versus|vs|not|no|only|just|now|ago|earlier|later|went|came|paid|spent"
    r"|left|while|whereas|though|although|when|that|apiece|compared|annual|flat|fine|grant|notes?|tickets?|fees?|fares?"
    r"|charges?|prices?|bills?|vouchers?|subsid(?:y|ies)|tax|loans?|bonus|pensions?|allowances?|wages?|payments?|cap"
    r"|discount|rebate|deposit|budget|scheme|fund|dollars?|pounds?|euros?|rupees?"
)
NUMBER = r"(?<![A-Za-z0-9.,])[0-9](?:[0-9,]*[0-9])?(?:\.[0-9]+)?"
BY_TO = re.compile(  # a change and the level that it leads to, both without a unit
    rf"(?P<change>(?:{english.FALLS}|{english.RISES})\sby\s(?P<by>{NUMBER}))\sto\s(?P<level>{NUMBER})(?![0-9%]|\s?(?:%|per))",
    re.IGNORECASE,
)
EACH_TIME = re.compile(
    rf"{NUMBER}(?:\s(?:{SCALES}))?(?=\s(?:a|per|each|every)\s(?:day|night|week|month|hour)\b)"
)  # 406 a day
AGO = r"(?:year|month|quarter|week|decade)\s(?:earlier|ago|before|previously)\b"
RATE = re.compile(  # 198 litres per person per day, 15 to 18 km an hour, 12.4 km/h
    rf"(?P<number>{NUMBER}(?:(?:\sto\s|\s?[-–]\s?){NUMBER})?(?:\s(?:{SCALES}))?)\s(?P<unit>[a-zµ]+[23²³]?"
    rf"(?:(?:\s[a-z]+)?(?:\s(?:per|an?|each|every)\s(?!cent|year-on|{AGO})(?:square\s|cubic\s|sq\s)?[a-z]+){{1,2}}"
    r"|/(?:h|hr|s|sec|d|min|yr|hour|second|minute|day|week|month|year|person|capita|household|km|ha|hectare)\b))",
    re.IGNORECASE,
)
FORMER = re.compile(  # 141 litres a year earlier
    rf"{NUMBER}(?:\s(?:{SCALES}))?\s[a-zµ]+[23²³]?(?=\s(?:a|an|one)\s{AGO})", re.IGNORECASE
)
BOUND = re.compile(rf"(?<![a-z])(?:{one_of(english.BOUNDS)})\s\Z", re.IGNORECASE)
ROSE = re.compile(rf"(?:{english.RISES})\s", re.IGNORECASE)


def other_figures(
    paragraph: Paragraph, spans: list[tuple[int, int]], definitions: tuple[str, ...]
) -> list[DraftFigure]:
    """Return the figures in such forms that do not overlap these spans."""
    figures = []
    for found in OTHERS.finditer(paragraph.text):
        start, end = found.span("rank") if found["rank"] else found.span()
        if not any(first < end and start < last for first, last in spans):
            inside = [each for each in paragraph.numerals if start <= each.start < end]
            if found["rate"]:  # 6.1/10万: the number is the figure, the rest its unit
                figures += _rates(paragraph, found, inside, definitions)
            elif inside and (other := figure_at(paragraph, start, end, inside, definitions)):
                figures.append(_guarded(paragraph.text, other) if found["money"] else other)
    return figures


def _guarded(text: str, figure: DraftFigure) -> DraftFigure:
    """Return an amount of money without its value if the word behind it may be a scale that no reader knows."""
    if not figure.printed[-1].isdecimal():
        return figure
    if SHARED.match(text, figure.end):
        return figure.__replace__(value="", bound="", why="the scale behind the next amount may belong to this one too")
    word = BEHIND.match(text, figure.end)
    if word is None or PLAIN.fullmatch(word[1].lower()):
        return figure
    return figure.__replace__(value="", bound="", why=f"{word[1]!r} behind the amount may be a scale word")


def _rates(
    paragraph: Paragraph, found: re.Match[str], inside: list[DraftNumeral], definitions: tuple[str, ...]
) -> list[DraftFigure]:
    """Return the figure that a slash divides by a number, with that number in its unit."""
    start, end = found.span("rate")
    own = [each for each in inside if each.start < end]
    figure = figure_at(paragraph, start, end, own, definitions) if own else None
    others = tuple(each.ordinal for each in inside if each.start >= end)
    return [figure.__replace__(word=paragraph.text[end : found.end()], others=others)] if figure else []


def left_in_english(paragraph: Paragraph, taken: set[int], definitions: tuple[str, ...]) -> list[DraftFigure]:
    """Return figures whose numerals are not taken: `rose by 12,400 to 668,900`, `198 litres per person`."""
    found = []
    for each in BY_TO.finditer(paragraph.text):
        by, level = (Decimal(each[name].replace(",", "")) for name in ("by", "level"))
        if level >= 3 * by:
            found += [each.span("change"), each.span("level")]
    found += [each.span() for each in RATE.finditer(paragraph.text)]
    found += [each.span() for pattern in (FORMER, EACH_TIME) for each in pattern.finditer(paragraph.text)]
    made = []
    for start, end in found:
        bound = BOUND.search(paragraph.text, max(0, start - 24), start)  # about 640,000 kWh a year
        if bound and read_or_none(paragraph.text[bound.start() : end]):
            start = bound.start()
        inside = [each for each in paragraph.numerals if start <= each.start < end]
        if (
            inside
            and not taken & {each.ordinal for each in inside}
            and (other := figure_at(paragraph, start, end, inside, definitions))
        ):
            made.append(other)
            taken |= set(other.ordinals)
    return made


def figure_at(
    paragraph: Paragraph, start: int, end: int, inside: list[DraftNumeral], definitions: tuple[str, ...]
) -> DraftFigure | None:
    """Return a figure that only a text of one figure may be: 首个, 清零, 翻一番, 上千家, 第一 of 第一支柱产业."""
    text = paragraph.text[start:end]
    if (figure := read_or_none(text)) is None:
        return None
    unit = {"第": "rank", "%": "percent"}.get(figure.unit) or _unit_named(figure.unit, definitions)
    return DraftFigure(
        start=start,
        end=end,
        printed=text,
        value=f"{figure.value:f}",
        bound=figure.bound,
        unit="" if unit.startswith(PREFIX) else unit,
        word=figure.unit,
        direction="rise" if text.startswith("翻") or ROSE.match(text) else "fall" if figure.number < 0 else "",
        exceeds=False,
        ordinals=tuple(each.ordinal for each in inside),
        is_weak=text[0] in "首清",
    )


def _unit_named(word: str, definitions: tuple[str, ...]) -> str:
    """Return the unit that a word names, by another name of it where the definitions lack this one; "" for none."""
    known = unit_words((*DEFINITIONS, *definitions)).get(word)
    if known:
        return known
    own = names(definitions)
    others = next((offered for line in OFFERED if word.rstrip(".") in (offered := names((line,)))), {})
    return next((own[name] for name in (word, *others) if name in own), "")
