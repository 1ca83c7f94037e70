"""The English words around a number: what scales it, bounds it, gives it a sign, counts, ranks or names with it."""

from __future__ import annotations

import re
from functools import cache

from beijing_public_services._generated.unit_definitions import DEFINITIONS
from beijing_public_services._record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

CARDINALS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen|twenty"
)
ORDINALS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
NUMBERS = {word: number for words in (CARDINALS, ORDINALS) for number, word in enumerate(words.split("|"), 1)}
MONTH = (
    "(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|"
    "aug|sept?|oct|nov|dec)"
)
SCALES = {"hundred": 2, "thousand": 3, "million": 6, "mn": 6, "billion": 9, "bn": 9, "trillion": 12, "tn": 12}
BOUNDS = {
    **dict.fromkeys(("over", "more than", "above", "exceed", "exceeds", "exceeded", "exceeding", ">"), "gt"),
    **dict.fromkeys(("in excess of", "greater than", "higher than", "upwards of"), "gt"),
    **dict.fromkeys(("at least", "no less than", "no fewer than", "not less than", "not fewer than", "≥"), "ge"),
    **dict.fromkeys(("not under", "not below", "no lower than", "not lower than"), "ge"),
    **dict.fromkeys(("less than", "under", "below", "fewer than", "lower than", "<"), "lt"),
    **dict.fromkeys(("at most", "no more than", "not more than", "up to", "within", "≤"), "le"),
    **dict.fromkeys(("not over", "not above", "not exceeding", "no higher than", "no greater than"), "le"),
    **dict.fromkeys(("nearly", "almost", "close to", "just under", "just below", "slightly under"), "nearly"),
    **dict.fromkeys(("slightly below", "slightly less than", "a little under", "a little less than"), "nearly"),
    **dict.fromkeys(("about", "around", "approximately", "roughly", "some", "circa", "~", "≈"), "about"),
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
    "|reductions?|cut(?:s|ting)?|shrank|shrunk|lower(?:ed)?|down|minus"
)
RISES = (
    "rose|ris(?:e|es|ing|en)|gr(?:ew|ow|ows|owing|own|owth)|increas(?:e|es|ed|ing)|gain(?:s|ed)?|climb(?:s|ed|ing)?"
    "|expanded|improve(?:d|ment)|jumped|up|higher"
)
LOSSES = "lower|less|fewer|down|decrease|decline|drop|reduction|fall|cut"
BETWEEN = r"by|of|an?|another|further|sharply|slightly|only|year[\s-]on[\s-]year|on[\s]year"
STOPS = (
    "an?|about|above|across|after|all|also|among|and|are|around|as|at|be|before|below|but|by|can|could|down|during"
    "|each|every|for|from|had|has|have|he|how|if|in|into|is|its?|less|may|more|must|near|not|of|on|or|our|out|over|per"
    "|shall|she|should|since|so|some|than|that|the|their|them|then|there|these|they|this|those|through|to|under|until"
    "|up|was|we|were|what|when|where|which|while|who|will|with|within|would|you"
)
METRE = "met(?:re|er)s?"
PERSON = r"\s?(?:/|per|an?|each)\s?(?:person|capita|resident|inhabitant|head)"
SQUARE = rf"(?:square[\s-]{METRE}|sq\.?\s?(?:m|{METRE})|m\^?[2²])"
CUBIC = rf"(?:cubic[\s-]{METRE}|m\^?[3³])"
YUAN = "(?:yuan|rmb|cny|renminbi|¥)"
A_MONTH = r"\s?(?:(?:/|per|an?|each|every)\s?month|/\s?mo|monthly)"
RUN = r"(?:(?:consecutive|successive|straight|full|whole|calendar)[\s-]{1,3})?"
IN_A_ROW = r"(?:\s{1,3}in\s{1,3}a\s{1,3}row|\s{1,3}running)?"
UNITS = (
    (r"(?:percentage|per\s?cent|%)[\s-]?points?|pps?|ppts?", "percentage_point"),
    (r"%|per\s?cent", "percent"),
    (rf"(?:[µu]g|micrograms?)\s?(?:/|per|a)\s?{CUBIC}", "ug/m3"),
    (rf"(?:mg|milligrams?)\s?(?:/|per|a)\s?{CUBIC}", "mg/m3"),
    (SQUARE + PERSON, "m2/person"),
    (CUBIC + r"\s?(?:(?:/|per|an?|each)\s?d(?:ay)?|daily)", "m3/day"),
    (SQUARE, "m2"),
    (CUBIC, "m3"),
    (rf"square[\s-]kilo{METRE}|sq\.?\s?(?:km|kilo{METRE})|km\^?[2²]", "km2"),
    (rf"kilo{METRE}|kms?", "km"),
    (rf"{METRE}|m", "meter"),
    ("hectares?|ha", "hectare"),
    ("mu", "mu"),
    (YUAN + A_MONTH, "yuan/month"),
    (YUAN, "yuan"),
    (rf"{RUN}(?:working|business|work)[\s-]?days?", "working_day"),
    ("minutes?|mins?", "minute"),
    ("hours?|hrs?", "hour"),
    (rf"{RUN}days?{IN_A_ROW}", "day"),
    (rf"{RUN}months?{IN_A_ROW}", "month"),
    (rf"{RUN}(?:years?|yrs?){IN_A_ROW}", "year"),
    (r"(?:us|hong\skong)?\s?(?:dollars?|\$)|usd|euros?|€|pounds?|£|yen|miles?|feet|foot|ft|inch(?:es)?|acres?", None),
    (
        r"(?:square|sq\.?|cubic)\s\w{1,12}|(?:centi|milli)met(?:re|er)s?|[cm]m|tonnes?|tons?|kg|kilograms?|[kmgt]wh?",
        None,
    ),
    (
        r"°c?|degrees?|weeks?|decades?|centur(?:y|ies)|quarters?|lit(?:re|er)s?|times|fold|dozens?|m?g/\w{1,12}|x|‰",
        None,
    ),
)
MEASURED = {unit for _, unit in UNITS}
ALSO_COUNTED = {
    **dict.fromkeys(("people", "persons", "resident", "residents", "worker", "workers"), "person"),
    **dict.fromkeys(("car", "cars"), "vehicle"),
}
UNCOUNTED = ("percentage_point", "rank", "index", "working_day", "water_quality_class")


def one_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first, a space in them standing for white space."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s{1,3}") for word in sorted(words, key=len, reverse=True))


BEFORE = re.compile(
    rf"""
    (?: (?<! [a-z] ) (?: (?P<fall> {FALLS} ) | {RISES} ) \s{{1,3}}
        (?P<between> (?: (?: {BETWEEN} ) \s{{1,3}} ){{0,4}}? ) )?
    (?: (?<! [a-z] ) (?P<bound> {one_of(BOUNDS)} ) (?: (?<= [a-z] ) \s{{1,3}} | (?<! [a-z] ) \s{{0,3}} ) )? \Z
    """,
    re.VERBOSE,
)
SCALE = re.compile(rf"[\s-]{{0,3}}({one_of(SCALES)})(?![a-z])")
UNIT = re.compile(rf"[\s-]{{0,3}}(?:{'|'.join(f'({form})' for form, _ in UNITS)})(?![a-z0-9²³])(?!-[a-z])")
MONTHLY = re.compile(A_MONTH + "(?![a-z])")
RATE = re.compile(r"\s?/\s?[a-z一-鿿]|\s{1,3}(?:(?:an?|per|each|every)\s{1,3}(?!time)[a-z]|annually|daily|yearly)")
ODD = re.compile(r"(?P<odd>-odd(?![a-z]))|\+")
AFTER = re.compile(rf"\s{{1,3}}({one_of(BOUNDS_AFTER)})(?![a-z])")
LOSS = re.compile(rf"\s{{1,3}}(?:{LOSSES})(?![a-z-])")
NOUN = re.compile(rf"[\s-]{{1,3}}(?!(?:{STOPS})(?![a-z]))([a-z]{{1,30}})(?![a-z])")
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
NAMES = re.compile(r"(?:[a-z0-9_./\\^@&%)$€£]|(?<![a-z])(?:usd|eur|gbp)\s)\Z")


@cache
def counted() -> tuple[dict[str, str], dict[str, str]]:
    """The unit that each noun of the vocabulary counts in, by its plural and by its singular."""
    names = [line.split(" = ")[0] for line in DEFINITIONS if " = [bps_" in line]
    nouns = {name.replace("_", " "): name for name in names if name.islower() and name not in UNCOUNTED}
    return {plural(noun): name for noun, name in nouns.items()} | ALSO_COUNTED, nouns


def plural(noun: str) -> str:
    """The regular plural of a noun."""
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def words_before(text: str, floor: int, at: int) -> tuple[int, str, bool, bool]:
    """Return the words before a number: where they start, the bound phrase, and whether they say a fall or a direction.

    They end at `at` in a text in lower case, and start at `floor` or after it.
    """
    found = BEFORE.search(text, max(floor, at - 72), at)
    if not found:  # never so: the pattern also matches nothing
        return at, "", False, False
    phrase = " ".join((found["bound"] or "").split())
    if phrase in LEVELS and not found["between"]:
        return found.start("bound"), phrase, False, False
    return found.start(), phrase, found["fall"] is not None, found["between"] is not None


def unit_after(text: str, at: int, spelt: bool) -> tuple[str | None, int]:
    """The unit that the words after a number name, and where they end.

    It is "" where they name none, None for one that the vocabulary does not have. Up to three words may stand before a
    counted noun (`new energy vehicles`), one where the number is spelt.
    """
    if found := UNIT.match(text, at):
        return UNITS[(found.lastindex or 0) - 1][1], found.end()
    words: list[str] = []
    ends = [at]
    while len(words) < 6 and (word := NOUN.match(text, ends[-1])):
        words.append(word[1])
        ends.append(word.end())
    plurals, singulars = counted() if words else ({}, {})
    for last in range(1, len(words) + 1):
        for first in range(min(last, 2 if spelt else 4)):
            noun = " ".join(words[first:last])
            if noun in plurals or (noun in singulars and not first and last == len(words)):
                return plurals.get(noun) or singulars[noun], ends[last]
    return "", at


def rank_around(text: str, floor: int, start: int, end: int, ordinal: bool) -> tuple[int, int] | None:
    """Where the words begin and end that make the number between two places a rank; None where it is none."""
    if nth := NTH.match(text, end):
        ordinal, end = True, nth.end()
    place = PLACE.match(text, end)
    if before := RANKED.search(text, max(floor, start - 40), start):
        return before.start(), place.end() if place and ordinal else end
    after = ordinal and (place or AMONG.match(text, end))
    return (start, after.end()) if after else None


def is_label(text: str, plain: str, start: int, end: int, unit: str) -> bool:
    """Whether the number between two places only names: a section, figure, note, list item, title or day.

    One with a unit other than a counted noun (`phase 2 parks`) never does.
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
