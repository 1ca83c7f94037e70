"""The English words around a number: scales, bounds, directions, ranks and labels."""

from __future__ import annotations

import re

from beijing_public_services.notation.currencies import CODES
from beijing_public_services.notation.currencies import SIGNS as CURRENCY_SIGNS
from beijing_public_services.notation.english_units import MEASURED
from beijing_public_services.notation.numerals import one_of

MONTH = (
    "(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|"
    "aug|sept?|oct|nov|dec)"
)
SCALES = {
    **{"hundred": 2, "thousand": 3, "k": 3, "million": 6, "m": 6, "mn": 6, "mln": 6, "billion": 9, "bn": 9, "bln": 9},
    **{"trillion": 12, "tn": 12, "trn": 12, "millions": 6, "billions": 9, "trillions": 12},
    **dict.fromkeys(("lakh", "lakhs", "lac", "lacs"), 5),
    **dict.fromkeys(("crore", "crores", "cr", "crs"), 7),
}
BOUNDS = {
    **dict.fromkeys(("over", "more than", "above", "exceed", "exceeds", "exceeded", "exceeding", ">"), "gt"),
    **dict.fromkeys(("surpass", "surpasses", "surpassed", "surpassing", "crossed", "crossing"), "gt"),
    **dict.fromkeys(("in excess of", "greater than", "higher than", "upwards of"), "gt"),
    **dict.fromkeys(("at least", "no less than", "no fewer than", "not less than", "not fewer than", "≥"), "ge"),
    **dict.fromkeys(("not under", "not below", "no lower than", "not lower than"), "ge"),
    **dict.fromkeys(("less than", "under", "below", "fewer than", "lower than", "<"), "lt"),
    **dict.fromkeys(("at most", "no more than", "not more than", "up to", "within", "≤"), "le"),
    **dict.fromkeys(("not over", "not above", "not exceeding", "no higher than", "no greater than"), "le"),
    **dict.fromkeys(("nearly", "almost", "close to", "just under", "just below", "slightly under"), "nearly"),
    **dict.fromkeys(("slightly below", "slightly less than", "a little under", "a little less than"), "nearly"),
    **dict.fromkeys(("about", "around", "approximately", "roughly", "some", "circa", "~", "≈"), "about"),
    **dict.fromkeys(("an estimated", "an average of about", "in the region of"), "about"),
    **dict.fromkeys(("a little over", "just over", "slightly over", "slightly more than"), "some_over"),
    **dict.fromkeys(("a little more than", "just above", "slightly above"), "some_over"),
}
BOUNDS_AFTER = {
    **dict.fromkeys(("or more", "or above", "or higher", "or over"), "ge"),
    **dict.fromkeys(("or less", "or fewer", "or below", "or lower", "or under"), "le"),
    "or so": "about",
}
LEVELS = ("above", "below", "under", "just above", "just below", "just under")  # fell below 30: to less, not by less
COUNTS = ("more than", "at least", "less than", "fewer than", "nearly", "almost")  # these never stand before a year
FALLS = (
    "fell|fall(?:s|ing|en)?|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|reduc(?:e|es|ed|ing)"
    "|reductions?|cut(?:s|ting)?|shrank|shrunk|lower(?:ed)?|down|minus|slip(?:s|ped|ping)?|dip(?:s|ped|ping)?|slid"
    "|slump(?:s|ed|ing)?|tumbl(?:e|es|ed|ing)|plung(?:e|es|ed|ing)|plummet(?:s|ed|ing)?|sank|dwindl(?:e|es|ed|ing)"
    "|contract(?:ed|ing)|shorten(?:s|ed|ing)?|narrow(?:s|ed|ing)|eas(?:es|ed|ing)"
)
RISES = (
    r"rose|ris(?:e|es|ing|en)|gr(?:ew|ow|ows|owing|own|owth)|increas(?:e|es|ed|ing)|gain(?:s|ed)?|climb(?:s|ed|ing)?"
    r"|expanded|improve(?:d|ment)|jump(?:s|ed|ing)?|soar(?:s|ed|ing)?|surg(?:e|es|ed|ing)|advanc(?:e|es|ed|ing)|lengthen(?:s|ed|ing)?"
    r"|(?<!made\s)(?<!make\s)(?<!makes\s)(?<!making\s)(?<!took\s)(?<!take\s)(?<!takes\s)up|higher"
)
SAVINGS = "savings?"  # a saving of 11% is a fall of what is spent, a saving of £3m a level
SAVED = re.compile(r"[0-9.,]+\s?(?:%|per\s?cent)")
LOSSES = "lower|less|fewer|down|decrease|decline|drop|reduction|fall|cut"
GAINS = "more|higher|up|increase|rise|growth|greater"
BETWEEN = r"by|of|an?|another|further|sharply|slightly|only|year[\s-]on[\s-]year|on[\s]year"


BEFORE = re.compile(
    rf"""
    (?: (?<! [a-z] ) (?: (?P<fall> {FALLS} | {SAVINGS} ) | {RISES} ) \s{{1,3}}
        (?P<between> (?: (?: {BETWEEN} ) \s{{1,3}} ){{0,4}}? ) )?
    (?: (?<! [a-z] ) (?P<bound> {one_of(BOUNDS)} ) (?: (?<= [a-z] ) \s{{1,3}} | (?<! [a-z] ) \s{{0,3}} ) )? \Z
    """,
    re.VERBOSE,
)
MILLIONS = "yuan|people|persons|residents|passengers|visit|tourist|trips|jobs|tonnes|kwh|sq|cubic"  # 5m of these
SCALE = re.compile(rf"[\s-]{{0,3}}({one_of(SCALES)})(?![a-z])(?<![\s-][km])(?:(?<!m)|(?=\s(?:{MILLIONS})))")
UNKNOWN_SCALE = re.compile(  # a scale that no reader knows, or one too many: a value without it would be wrong
    r"[\s-]{0,3}(?:[a-z]*illi(?:on|ard)s?|thousands?|hundreds?|lakhs?|crores?|myriads?|kharabs?|wan|mio|mrd|score(?=\s[a-z]))(?![a-z])"
)
RATE = re.compile(r"\s?/\s?[a-z一-鿿]|\s{1,3}(?:(?:an?|per|each|every)\s{1,3}(?!time)[a-z]|annually|daily|yearly)")
ODD = re.compile(r"(?P<odd>-odd(?![a-z]))|\+(?![0-9])")
AFTER = re.compile(rf"\s{{1,3}}({one_of(BOUNDS_AFTER)})(?![a-z])")
LOSS = re.compile(rf"\s{{1,3}}(?:{LOSSES})(?![a-z-])")
RANKED = re.compile(
    r"""(?<! [a-z] ) (?: (?: rank(?:s|ed|ing)? | placed | came | finished )
        (?: [\s:]{1,3} (?: at | as | in | joint | the | number | no\.? ) ){0,2} [\s:\#]{1,3}
      | no\.\s{0,2} | number\s{1,3} | \# ) \Z""",
    re.VERBOSE,
)
NTH = re.compile("(?:st|nd|rd|th)(?![a-z])")
PLACE = re.compile(r"[\s-]{1,3}(?:place|position|spot)(?![a-z])")
AMONG = re.compile(
    r"\s{1,3}(?:in(?!\s{1,3}(?:the\s{1,3})?(?:[0-9]|half|quarter))|among|globally|worldwide|nationally|nationwide)(?![a-z])"
)
LABEL = re.compile(
    r"(?<![a-z])(?:sections?|sec|chapters?|figures?|fig|tables?|pages?|articles?|appendix|annex|notes?|footnotes?|steps?"
    r"|paragraphs?|versions?|lines?|phase|part|volume|vol|issue|item|level|grade|stage|fy|§)\.?\s{0,2}\Z|(?<![a-z])top\s\Z"
)
LINE_START = re.compile(r"(?:\A|\n)[ \t>*-]{0,8}(?P<heading>#{1,6}[ \t])?\Z")
LIST_MARK = re.compile(r"[.)、](?:(?=\s{1,3}\S)|(?=[一-鿿]))")
TITLE = re.compile(r"\.?\s{1,3}[A-Z一-鿿]")
DATED = re.compile(rf"(?:st|nd|rd|th)?\s{{1,3}}{MONTH}(?![a-z])")
SIGNS = CURRENCY_SIGNS.replace("¥", "")  # ¥ is read as yuan
NAMES = re.compile(rf"(?:[a-z0-9_./\\^@&%)×*{SIGNS}]|[×*{SIGNS}]\s|(?<![a-z])(?:(?:{CODES})\.?|pm)\s)\Z")


def words_before(text: str, floor: int, at: int) -> tuple[int, str, bool, bool]:
    """Return the words before a number: where they start, the bound phrase, and whether they say a fall or a direction.

    They end at `at` in a text in lower case, and start at `floor` or after it.
    """
    found = BEFORE.search(text, max(floor, at - 72), at)
    if not found:  # never so: the pattern also matches nothing
        return at, "", False, False
    phrase = " ".join((found["bound"] or "").split())
    is_level = (found["fall"] or "").startswith("saving") and not SAVED.match(text, at)
    if is_level or (phrase in LEVELS and not found["between"]):
        return found.start("bound"), phrase, False, False
    return found.start(), phrase, found["fall"] is not None, found["between"] is not None


def rank_around(text: str, floor: int, start: int, end: int, ordinal: bool) -> tuple[int, int] | None:
    """Return where the words begin and end that make a number a rank, or None if it is not a rank."""
    if nth := NTH.match(text, end):
        ordinal, end = True, nth.end()
    place = PLACE.match(text, end)
    if before := RANKED.search(text, max(floor, start - 40), start):
        return before.start(), place.end() if place and ordinal else end
    after = ordinal and (place or AMONG.match(text, end))
    return (start, after.end()) if after else None


def is_label(text: str, plain: str, start: int, end: int, unit: str) -> bool:
    """Return whether a number only names something: a section, figure, note, list item, title or day.

    A number with a unit of measurement never does; one with a counted noun may (`phase 2 parks`).
    """
    if unit in MEASURED:
        return False
    line = LINE_START.search(plain, max(0, start - 16), start)
    return bool(
        LABEL.search(plain, max(0, start - 16), start)
        or plain[start - 1 : start] == "["
        or plain[end : end + 1] == "]"
        or (plain[start - 1 : start] == "(" and plain[end : end + 1] == ")")
        or DATED.match(plain, end)
        or (line and (line["heading"] or LIST_MARK.match(plain, end)))
        or (line and not unit and "." in plain[start:end] and TITLE.match(text, end))
    )
