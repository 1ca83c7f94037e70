"""Reading a figure that is printed in English: `over 41.2 million passengers`."""

from __future__ import annotations

import re

from beijing_public_services._record import TYPE_CHECKING
from beijing_public_services.notation import english
from beijing_public_services.notation.chinese_words import MIRRORED
from beijing_public_services.notation.english_numerals import ENGLISH_FORMS
from beijing_public_services.notation.english_units import IN_A_ROW, STOPS
from beijing_public_services.notation.numerals import CHINESE_FORMS, number
from beijing_public_services.notation.printed_parts import offend, one_bound, turned
from beijing_public_services.notation.ranges import RANGE_FORM
from beijing_public_services.notation.width import fold

if TYPE_CHECKING:
    from beijing_public_services.notation.figure import PrintedFigure

DIGITS = next(form for form in CHINESE_FORMS if form.name == "digits")
FORMS = {form.name: form for form in (ENGLISH_FORMS[0], RANGE_FORM, *ENGLISH_FORMS[1:], DIGITS)}
NUMBER = re.compile("|".join(f"(?P<{form.name}> {form.pattern} )" for form in FORMS.values()), re.VERBOSE)
FRONT = re.compile(
    r"(?P<sign>[-+])?(?:(?<![a-z])(?P<currency>[a-z]{0,3}[$€£¥]|rmb|cny|renminbi|usd|eur)\s?(?P<inner>[-+])?)?\Z"
)
ARTICLE = re.compile(r"an?\s")
STEP = r"[a-zµ%‰°℃²³㎡㎢㎥$€£¥][a-zµ%‰°℃²³/.^$-]*(?:(?<=m)\^?[23])?(?:/[a-zµ]+[23]?)*"
WITHIN = STOPS.replace("|per|", "|").removeprefix("an?|")  # per and a stand within units
UNIT = re.compile(rf"(?!(?:an?|{WITHIN})\b){STEP}(?:[\s-](?!(?:{WITHIN})\b){STEP}){{0,6}}?")
LIMITS = "|".join(english.BOUNDS_AFTER)
LEFT = re.compile(rf"(?:{IN_A_ROW})?(?P<limit>\s(?:{LIMITS}))?(?P<loss>\s(?:{english.LOSSES}))?")
MONTH = re.compile(english.MONTH)


def read_english(text: str) -> PrintedFigure:
    """Return the figure of a text in English notation; its unit is kept as printed.

    Raises:
        PrintedFigureError: If the text is not one figure, or bounds it twice.
    """
    words = " ".join(text.split())
    plain = fold(words)
    found = NUMBER.search(plain)
    if found is None:
        offend(text, "")
    form = FORMS[found.lastgroup or ""]
    figure = form.read(found[0])
    if figure is None:
        offend(text, found[0])
    rank = _rank(plain, found, figure) if form.kind in ("ordinal", "digits", "word") else None
    if rank:
        return rank
    front = FRONT.search(plain, 0, found.start())
    head = front.start() if front else found.start()
    start, phrase, falls, directs = english.words_before(plain, 0, head)
    if start and not ARTICLE.fullmatch(plain, 0, start):
        offend(text, words[:start].strip())
    at, power = found.end(), 0
    while not figure.unit and power < 12 and (scale := english.SCALE.match(plain, at)):
        at, power = scale.end(), power + english.SCALES[scale[1]]
    odd = english.ODD.match(plain, at)
    at = odd.end() if odd else at
    limit = english.AFTER.match(plain, at)
    at = limit.end() if limit else at
    unit, left = _unit(plain, words, text, at)
    sign = (front["sign"] or front["inner"] or "") if front else ""
    if (sign and (directs or left["loss"])) or (directs and left["loss"]) or (unit and figure.unit):
        offend(text, sign or unit)
    after = limit[1] if limit else (left["limit"] or "").strip()
    bounds = [
        english.BOUNDS.get(phrase, ""),
        ("some_over" if odd["odd"] else "ge") if odd else "",
        english.BOUNDS_AFTER.get(" ".join(after.split()), ""),
    ]
    bound = one_bound(text, bounds)
    currency = words[front.start("currency") : front.end("currency")] if front and front["currency"] else ""
    if currency and unit:
        offend(text, unit)
    figure = figure.__replace__(power=figure.power + power, bound=bound, unit=figure.unit or unit or currency)
    if falls or left["loss"]:
        return turned(figure, MIRRORED.get(bound, bound))
    return turned(figure, bound) if sign == "-" else figure


def _unit(plain: str, words: str, text: str, at: int) -> tuple[str, re.Match[str]]:
    """Return the unit that follows a number, as printed, and what follows the unit."""
    gap = re.compile(r"[\s-]?").match(plain, at)
    begin = gap.end() if gap else at
    for end in range(begin, len(plain) + 1):
        left = LEFT.fullmatch(plain, end)
        if left and (end == begin or (UNIT.fullmatch(plain, begin, end) and not MONTH.fullmatch(plain, begin, end))):
            return words[begin:end], left
    ends = [each.start() for each in re.compile(r"(?<=\w)(?!\w)").finditer(plain, begin)]
    readable = next((end for end in reversed(ends) if UNIT.fullmatch(plain, begin, end)), begin)
    offend(text, words[readable:].strip())


def _rank(plain: str, found: re.Match[str], figure: PrintedFigure) -> PrintedFigure | None:
    """Return the rank that a number is by the words around it, if nothing else stands there."""
    is_ordinal = figure.unit == "第"
    around = english.rank_around(plain, 0, found.start(), found.end(), is_ordinal)
    nth = english.NTH.match(plain, found.end())
    end = nth.end() if nth else found.end()
    is_bare = (is_ordinal or nth) and found.start() == 0 and end == len(plain)
    is_whole = around is not None and around[0] == 0 and around[1] == len(plain)
    return number(figure.value, unit="第") if is_bare or is_whole else None
