"""The name of a new indicator by the English words around a figure, and the noun that the figure counts."""

from __future__ import annotations

import re

from beijing_public_services._record import TYPE_CHECKING, Record
from beijing_public_services.notation import english
from beijing_public_services.notation.word_lists import words

if TYPE_CHECKING:
    from collections.abc import Callable

    from beijing_public_services.authoring.drafting.figure import DraftFigure
    from beijing_public_services.authoring.drafting.text import Paragraph

MEASURED = words(
    """
    year month week day hour minute km meter millimetre centimetre mile square_mile m2 m3 km2 hectare tonne litre
    kilogram gram kilowatt megawatt gigawatt kilowatt_hour megawatt_hour gigawatt_hour terawatt_hour celsius_degree
    twenty_foot_equivalent_unit yuan times
    """
)
PRONOUNS = words("them these those they this that which who each all both we our it he she i us")
COPULA = re.compile(r"\b(?:was|were|is|are|stood|reached|averaged|totalled|came)\b[a-z\s]*\Z", re.IGNORECASE)
AFTER_COPULA = re.compile(
    r"\s(?:are|were|is|was)\s(?:(?:now|also|still|currently|all)\s)?([a-z][a-z -]{2,40}?)"
    r"(?=[,.;]|\s(?:and|which|that)\b)"
)
AFTER_OF = re.compile(
    r"\sof\s(?:all\s|the\s|its\s|their\s|our\s)*([a-z][a-z -]{2,40}?)(?=[,.;(]|\s(?:got|are|were|is|was)\b"
    r"|\s(?:have|had|will|to|and|in|by|at|within|with|who|[a-z]{2,}ed)\b)"
)
WHICH_ONES = re.compile(  # 64 homes [for social rent]
    r"\s(?:for|under|on|with|without|aged)\s(?:[a-z-]+\s){0,3}[a-z-]+(?=[,.;:]|\s(?:and|were|was|are|is|in|at|by|to)\b)"
)
CHANGES = {"growth": "growth", "difference": "change", "rank": "rank", "streak": "streak", "multiple": "multiple"}
LEAD = re.compile(
    r"^(?:(?:in|by|during|at|from|over|as of|of|the|a|an|and|but|or|while|with|its|their|our|total"
    r"|there (?:were|are|was)"
    r"|city|meanwhile|of which|which|these|this|that|it|they|we|year|end"
    r"|(?:aim|plan|expect|intend|hope)s?\sto(?:\s(?:cut|reduce|raise|increase|fill|build|plant|open|recruit|deliver|train"
    r"|start|invest|spend))?|[,\s])\b(?!&)\s*)+",
    re.IGNORECASE,
)
TAIL = re.compile(
    r"[\s,]*\b(?:was|were|is|are|be|been|reaching|stood|remains?|stands?|averages?|totals?|reach(?:es)?|numbers|has|have|had|will|cost|made|took|saw|came|held|ran|lent|carried"
    rf"|to|at|by|of|in|on|up|down|about|some|over|nearly|from|for|with|and|a|an|the|average|estimated|half|third|quarter|fifth|tenth|{english.FALLS}"
    rf"|{english.RISES}|(?<!\bnot\s)[a-z]{{2,}}(?<!e)ed)\s*$",
    re.IGNORECASE,
)
COMPARED = re.compile(
    r"(?:compared|down|up|against|versus|more|fewer|less|higher|lower)\b.*|further|another|record|average|now|only|just",
    re.IGNORECASE,
)
NUMBER_OF = re.compile(
    r"\s*(?:The|the)\s(?:total\s)?number\sof\s(?P<what>[a-z][a-zA-Z -]+?)"
    r"(?=,|\s(?:was|were|is|are|rose|fell|grew|has|had|which|that|who|reached|stood|increased|decreased|dropped|declined)\b)"
)
OUT_OF = re.compile(r"\s(?!of\b)([a-z][a-z-]+(?:\s(?!was\b|is\b|has\b)[a-z-]+s)?)\b")  # one in five [pupils]
HEAD = re.compile(
    r"(?:numbers?\sof\s)?(?P<noun>.*?)"
    r"(?:\s(?:of|in|on|at|under|for|by|with|from|to|per|who|that|which|aged|between|across)\b.*)?",
    re.IGNORECASE,
)
COUNTS = ("number", "numbers", "figure", "figures", "total", "totals")
PEOPLE = words(
    "population residents inhabitants people persons enrolment enrollment headcount workforce membership staff"
)
PLURAL = re.compile(r"[a-z-]{2,}(?<![siu])s|[a-z]{0,20}(?:men|children)", re.IGNORECASE)
NO_NAME = "the words around the figure do not name what it is of"


class DraftName(Record):
    """The name of a new indicator as printed, what it may be a growth, share or rank of, and why none was found."""

    name: str
    subject: str
    why: str = ""


def name_in_english(
    paragraph: Paragraph, figure: DraftFigure, measure: str, lead: str, subject: Callable[[], str]
) -> DraftName:
    """Return the name that a figure is printed with.

    Args:
        paragraph: the paragraph.
        figure: the figure.
        measure: the kind of measure that it is of.
        lead: what stands before it and behind the figure before, without dates.
        subject: returns the name of the figure before.
    """
    part = re.split(r"(?:,(?![0-9]{3})|[;()])\s?|:\s?(?!\s*\Z)", lead)[-1].rstrip(": ")
    is_said = COPULA.search(part) is not None
    text = tidied(part)
    is_noun = measure == "level" and figure.word != "time" and re.fullmatch("[A-Za-z][A-Za-z -]+", figure.word or "")
    noun = figure.word if is_noun else ""
    if noun and figure.unit not in MEASURED and not (is_said and text):
        more = WHICH_ONES.match(paragraph.text, figure.end)
        return DraftName(name=f"{noun}{more[0]}" if more else noun, subject=noun)
    first, _ = paragraph.sentence(figure.start)
    counted = NUMBER_OF.match(paragraph.text, first, figure.start)
    if counted and not noun:
        text = counted["what"]
    if (
        measure == "share"
        and (of_each := OUT_OF.match(paragraph.text, figure.end))
        and not re.search("[0-9]", figure.printed)
    ):
        return DraftName(name=f"share of {of_each[1]}", subject=of_each[1])
    after = AFTER_COPULA.match(paragraph.text, figure.end) or AFTER_OF.match(paragraph.text, figure.end)
    if after and after[1].casefold() in PRONOUNS:
        after = None
    if after and (not text or measure == "level"):
        text = after[1] if measure == "level" else f"share of {after[1]}"
    text = text or subject()
    if measure in CHANGES and text:
        return DraftName(name=f"{CHANGES[measure]} of {text}", subject=text)
    return DraftName(name=text, subject=text, why="" if text else NO_NAME)


def tidied(part: str) -> str:
    """Return the words before a figure without articles, verbs and prepositions around the name in them."""
    text = LEAD.sub("", part.strip())
    before = None
    while before != text:
        before, text = text, TAIL.sub("", text).strip(" ,;:")
    text = " ".join(text.split())
    return "" if len(text) < 3 or text.casefold() in PRONOUNS or COMPARED.fullmatch(text) else text


def counted_noun(subject: str) -> str:
    """Return the noun that a figure without one counts, by what it is of; "" if that is no plural.

    >>> [counted_noun(each) for each in ("Bus journeys", "Sales under the Right to Buy", "Net migration", "Population")]
    ['bus journey', 'sale', '', 'person']
    """
    found = HEAD.fullmatch(subject)
    nouns = [word for word in (found["noun"].split() if found else []) if word]
    while nouns and nouns[-1].casefold() in COUNTS:
        nouns.pop()
    if nouns and nouns[-1].casefold() in PEOPLE:
        return "person"
    if not nouns or not PLURAL.fullmatch(nouns[-1]):
        return ""
    pair = [word for word in nouns[-2:] if re.fullmatch("[A-Za-z][a-z-]{2,}", word)]
    is_pair = len(pair) == 2 and not re.search("ed$|^(?:total|overall|average|annual|net|new|other)$", pair[0], re.I)
    return singular(" ".join(pair if is_pair else nouns[-1:]).casefold())


def singular(noun: str) -> str:
    """Return an English noun in the singular; `person` for people."""
    if noun in ("people", "persons", "person", "residents", "resident"):
        return "person"
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return re.sub(r"(?<=ss|sh|ch|us)es$|(?<![su])s$", "", noun)
