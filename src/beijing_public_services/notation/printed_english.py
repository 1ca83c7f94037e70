"""Reading a figure that is printed in English: `over 41.2 million passengers`."""

from __future__ import annotations

import re

from beijing_public_services._record import TYPE_CHECKING
from beijing_public_services.notation import english
from beijing_public_services.notation.chinese_words import MIRRORED
from beijing_public_services.notation.currencies import CODES, SIGNS, YUAN
from beijing_public_services.notation.durations import DURATION
from beijing_public_services.notation.english_numerals import ENGLISH_FORMS
from beijing_public_services.notation.english_units import IN_A_ROW, STOPS
from beijing_public_services.notation.numerals import CHINESE_FORMS, number
from beijing_public_services.notation.printed_parts import offend, one_bound, turned
from beijing_public_services.notation.ranges import RANGE_FORM
from beijing_public_services.notation.width import fold

if TYPE_CHECKING:
    from beijing_public_services.notation.figure import PrintedFigure

DIGITS = next(form for form in CHINESE_FORMS if form.name == "digits")
FORMS = {form.name: form for form in (DURATION, ENGLISH_FORMS[0], RANGE_FORM, *ENGLISH_FORMS[1:], DIGITS)}
NUMBER = re.compile("|".join(f"(?P<{form.name}> {form.pattern} )" for form in FORMS.values()), re.VERBOSE)
FRONT = re.compile(
    rf"(?P<sign>[-+–])?(?:(?<![a-z])(?P<currency>[a-z]{{0,3}}[{SIGNS}]|{YUAN}|(?:{CODES})\.?)\s?(?P<inner>[-+])?)?\Z"
)
SHORT_SCALE = re.compile("([mkb])(?![a-z0-9])")
ARTICLE = re.compile(r"an?\s")
STEP = r"[a-zµ%‰°℃²³㎡㎢㎥$€£¥₹₩][a-zµ%‰°℃²³/.^$-]*(?:(?<=m)\^?[23])?(?:/[a-zµ]+[23]?)*"
WITHIN = STOPS.replace("|per|", "|").removeprefix("an?|")  # per and a stand within units
UNIT = re.compile(rf"(?!(?:an?|{WITHIN})\b){STEP}(?:[\s-](?!(?:{WITHIN})\b){STEP}){{0,6}}?")
BELOW = "below|under|shorter|smaller|cheaper|lighter|narrower"  # behind a figure: 57% below the level of 2019
LIMITS = "|".join(english.BOUNDS_AFTER)
LEFT = re.compile(
    rf"(?:{IN_A_ROW})?(?P<limit>(?:\s(?:{LIMITS}))?)(?:(?P<loss>\s(?:{english.LOSSES}|{BELOW}))|(?P<gain>\s(?:{english.GAINS})))?"
)
MONTH = re.compile(english.MONTH)
WORD_END = re.compile(r"(?<=\w)(?!\w)")


def read_english(text: str) -> PrintedFigure:
    """Return the figure of a text in English notation; its unit is kept as printed.

    Raises:
        PrintedFigureError: If the text is not one figure, or bounds it twice.
    """
    words = " ".join(text.replace("…", " ").split())
    plain = fold(words)
    found, figure, may_rank = _number(text, plain)
    if may_rank and (rank := _rank(plain, found, figure)):
        return rank
    bound, falls, directs, sign, currency = _before(text, words, plain, found.start())
    at, power, more = found.end(), 0, ""
    if not figure.unit:
        at, power, more = _scale(plain, at, bool(currency))
    if unknown := english.UNKNOWN_SCALE.match(plain, at):
        offend(text, unknown[0].strip())
    unit, limit, loss = _unit(text, words, plain, at)
    if len([part for part in (sign, directs, loss) if part]) > 1:
        offend(text, sign or loss.strip())
    if len([part for part in (figure.unit, unit, currency) if part]) > 1:
        offend(text, unit or currency)
    figure = figure.__replace__(
        power=figure.power + power,
        bound=one_bound(text, (bound, more, limit), figure.bound),
        unit=figure.unit or unit or currency,
    )
    if falls or loss:
        return turned(figure, MIRRORED.get(figure.bound, figure.bound))
    return turned(figure, figure.bound) if sign in ("-", "–") else figure


def _number(text: str, plain: str) -> tuple[re.Match[str], PrintedFigure, bool]:
    """Return the first number of a text, where it stands, and whether it may be a rank."""
    found = NUMBER.search(plain)
    if found is None:
        offend(text)
    form = FORMS[str(found.lastgroup)]
    figure = form.read(found[0])
    if figure is None:
        offend(text, found[0])
    return found, figure, form.kind in ("ordinal", "digits", "word")


def _before(text: str, words: str, plain: str, at: int) -> tuple[str | None, bool, bool, str, str]:
    """Return the bound before a number, whether words say a fall or a direction, the sign and the currency."""
    front = FRONT.search(plain, 0, at)
    assert front  # the pattern also matches nothing
    start, phrase, falls, directs = english.words_before(plain, 0, front.start())
    if start and not ARTICLE.fullmatch(plain, 0, start):
        offend(text, words[:start].strip())
    sign = front["sign"] or front["inner"] or ""
    currency = words[front.start("currency") : front.end("currency")]
    return english.BOUNDS.get(phrase), falls, directs, sign, currency


def _scale(plain: str, at: int, is_money: bool) -> tuple[int, int, str]:
    """Return where the scale words after a number end, their power of ten, and the bound of `-odd` or `+`."""
    power = 0
    if is_money and (short := SHORT_SCALE.match(plain, at)):  # £3.2m
        return short.end(), {"k": 3, "m": 6, "b": 9}[short[1]], ""
    while power < 12 and (scale := english.SCALE.match(plain, at)):
        at, power = scale.end(), power + english.SCALES[scale[1]]
    odd = english.ODD.match(plain, at)
    if odd:
        return odd.end(), power, "some_over" if odd["odd"] else "ge"
    return at, power, ""


def _unit(text: str, words: str, plain: str, at: int) -> tuple[str, str | None, str]:
    """Return the unit that follows a number, as printed, the bound behind number or unit, and `lower` or `drop`."""
    limit = english.AFTER.match(plain, at)
    begin = limit.end() if limit else at
    first = begin
    begin += plain[begin : begin + 1] in (" ", "-")
    for end in (first, *range(begin, len(plain) + 1)):
        left = LEFT.fullmatch(plain, end)
        if left and (
            end in (first, begin) or (UNIT.fullmatch(plain, begin, end) and not MONTH.fullmatch(plain, begin, end))
        ):
            phrase = " ".join((limit[1] if limit else left["limit"]).split())
            return words[begin : max(begin, end)], english.BOUNDS_AFTER.get(phrase), left["loss"] or ""
    ends = [each.start() for each in WORD_END.finditer(plain)]
    readable = next((end for end in reversed(ends) if UNIT.fullmatch(plain, begin, end)), begin)
    offend(text, words[readable:].strip())


def _rank(plain: str, found: re.Match[str], figure: PrintedFigure) -> PrintedFigure | None:
    """Return the rank that a number is by the words around it, if nothing else stands there."""
    is_ordinal = figure.unit == "第"
    around = english.rank_around(plain, 0, found.start(), found.end(), is_ordinal)
    nth = english.NTH.match(plain, found.end())
    end = nth.end() if nth else found.end()
    is_bare = nth and found.start() == 0 and end == len(plain)
    is_whole = around is not None and around[0] == 0 and around[1] == len(plain)
    return number(figure.value, unit="第") if is_bare or is_whole else None
