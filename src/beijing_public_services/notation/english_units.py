"""The English unit words after a number: units of measurement, and nouns that the vocabulary counts."""

from __future__ import annotations

import re
from functools import lru_cache

from beijing_public_services.notation.vocabulary import KEPT, counted_nouns, is_known, names

STOPS = (
    "an?|about|above|across|after|all|also|among|and|are|around|as|at|be|before|below|but|by|can|could|down|during"
    "|each|every|for|from|had|has|have|he|how|if|in|into|is|its?|less|may|more|must|near|not|of|on|or|our|out|over|per"
    "|shall|she|should|since|so|some|than|that|the|their|them|then|there|these|they|this|those|through|to|under|until"
    "|up|was|we|were|what|when|where|which|while|who|will|with|within|would|you"
)
METRE = "met(?:re|er)s?"
PERSON = r"\s?(?:/|per|an?|each)\s?(?:person|capita|resident|inhabitant|head)"
SQUARE = rf"(?:square[\s-]{METRE}|sq\.?\s?(?:m|{METRE})|sqm|m\^?[2²]|㎡)"
CUBIC = rf"(?:cubic[\s-]{METRE}|cu\.?\s?(?:m|{METRE})|m\^?[3³]|㎥)"
YUAN = "(?:yuan|rmb|cny|renminbi|¥)"
A_MONTH = r"\s?(?:(?:/|per|an?|each|every)\s?month|/\s?mo|monthly)"
RUN = r"(?:(?:consecutive|successive|straight|full|whole|calendar)[\s-]{1,3})?"
IN_A_ROW = r"(?:\s{1,3}in\s{1,3}a\s{1,3}row|\s{1,3}running)?"
UNITS = (  # what a unit looks like, and its expression; None for one that no vocabulary has
    (r"(?:percentage|per[\s-]?cent|pct\.?|%)[\s-]?(?:points?|pts?)|pps?|ppts?", "percentage_point"),
    (r"%|per[\s-]?cent|pct", "percent"),
    (rf"(?:[µu]g|mcg|micrograms?)\s?(?:/|per|a)\s?{CUBIC}", "ug/m3"),
    (r"(?:[µu]g|mcg)\s?[·*]?\s?m\^?-3", "ug/m3"),
    (rf"(?:mg|milligrams?)\s?(?:/|per|a)\s?{CUBIC}", "mg/m3"),
    (SQUARE + PERSON, "m2/person"),
    (CUBIC + r"\s?(?:(?:/|per|an?|each)\s?d(?:ay)?|daily)", "m3/day"),
    (SQUARE, "m2"),
    (CUBIC, "m3"),
    (rf"square[\s-](?:kilo{METRE}|kms?)|sq\.?\s?(?:km|kilo{METRE})|km\^?[2²]|㎢", "km2"),
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
    (r"(?:metric\s)?(?:tonnes?|tons?)", "tonne"),
    ("kilograms?|kgs?", "kilogram"),
    (r"kilowatt[\s-]?hours?|kwh", "kilowatt_hour"),
    (r"megawatt[\s-]?hours?|mwh", "megawatt_hour"),
    (r"gigawatt[\s-]?hours?|gwh", "gigawatt_hour"),
    (r"terawatt[\s-]?hours?|twh", "terawatt_hour"),
    ("kilowatts?|kw", "kilowatt"),
    ("megawatts?|mw", "megawatt"),
    (r"lit(?:re|er)s?", "litre"),
    (r"‰|per\s?mill?e", "permille"),
    (r"°\s?c|℃|degrees?\s(?:celsius|c)|degrees?\scentigrade", "celsius_degree"),
    (r"teus?|twenty-foot\sequivalent\sunits?", "twenty_foot_equivalent_unit"),
    (r"square\smiles?|sq\.?\smi(?:les?)?", "square_mile"),
    ("miles?", "mile"),
    ("weeks?", "week"),
    ("millimet(?:re|er)s?|mm", "millimetre"),
    ("centimet(?:re|er)s?|cm", "centimetre"),
    (
        r"(?:us|hong\skong)?\s?(?:dollars?|\$)|usd|euros?|€|pounds?|£|yen|rupees?|₹|feet|foot|ft|inch(?:es)?|acres?",
        None,
    ),
    (r"(?:square|sq\.?|cubic)\s\w{1,12}|[kmgt]wh?", None),
    (r"°f?|degrees?|decades?|centur(?:y|ies)|quarters?|times|fold|dozens?|m?g/\w{1,12}|x", None),
    (r"basis[\s-]points?|bps?|micromet(?:re|er)s?|microns?", None),
)
UNIT = re.compile(rf"[\s-]{{0,3}}(?:{'|'.join(f'({form})' for form, _ in UNITS)})(?![a-z0-9²³])(?!-[a-z])")
MONTHLY = re.compile(A_MONTH + "(?![a-z])")
NOUN = re.compile(rf"[\s-]{{1,3}}(?!(?:{STOPS})(?![a-z]))([a-z]{{1,30}})(?![a-z])")
PLURAL = re.compile("(?:people|men|women|children)|[a-z]{2,}(?<![siu])s")
MEASURED = {unit for _, unit in UNITS}
ALSO_COUNTED = {
    **dict.fromkeys(("people", "persons", "resident", "residents", "worker", "workers"), "person"),
    **dict.fromkeys(("car", "cars"), "vehicle"),
    **dict.fromkeys(("visit", "visits"), "person_time"),
    "events": "cultural_event",
    "models": "large_ai_model",
    "bases": "tourism_base",
    "leads": "wage_arrears_lead",
    "reports": "content_report",
}
UNCOUNTED = ("percentage_point", "rank", "index", "working_day", "calendar_year", "calendar_day", "water_quality_class")


@lru_cache(KEPT)
def counted(definitions: tuple[str, ...]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the unit that each noun of the vocabulary counts in, by its plural and by its singular."""
    units = [name for name in counted_nouns(definitions) if name.islower() and name not in UNCOUNTED]
    nouns = {name.replace("_", " "): name for name in units}
    known = names(definitions)
    others = {word: unit for word, unit in ALSO_COUNTED.items() if unit in known}
    return {plural(noun): name for noun, name in nouns.items()} | others, nouns


def plural(noun: str) -> str:
    """Return the regular plural of a noun."""
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def unit_after(text: str, at: int, spelt: bool, definitions: tuple[str, ...]) -> tuple[str | None, int]:
    """Return the unit that the words after a number name, and where they end.

    It is "" if they name none, None for one that the vocabulary does not have. Up to three words may stand before a
    counted noun (`new energy vehicles`), one if the number is spelt.
    """
    if found := UNIT.match(text, at):
        unit = UNITS[(found.lastindex or 0) - 1][1]
        if unit is None:  # a package may define it: dollars, times
            word = found[0].strip()
            unit = next((nouns[word] for nouns in counted(definitions) if word in nouns), None)
        return (unit if unit and is_known(unit, definitions) else None), found.end()
    words, ends = nouns_after(text, at)
    plurals, singulars = counted(definitions) if words else ({}, {})
    for last in range(1, len(words) + 1):
        for first in range(min(last, 2 if spelt else 4)):
            noun = " ".join(words[first:last])
            if noun in plurals or (noun in singulars and not first and last == len(words)):
                return plurals.get(noun) or singulars[noun], ends[last]
    return "", at


def nouns_after(text: str, at: int) -> tuple[list[str], list[int]]:
    """Return up to six words after a number that may be a noun and what describes it, and the places between them."""
    words: list[str] = []
    ends = [at]
    while len(words) < 6 and (word := NOUN.match(text, ends[-1])):
        words.append(word[1])
        ends.append(word.end())
    return words, ends


def is_counting(text: str, at: int) -> bool:
    """Return whether a plural noun is among the three words after a number, as in `three new subway lines`."""
    words, ends = nouns_after(text, at)
    return any(
        PLURAL.fullmatch(word) and not text[end : end + 1].isdigit()
        for word, end in zip(words[:4], ends[1:], strict=False)
    )
