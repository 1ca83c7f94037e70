"""The ways to write a number in English words, each with samples, tried in order."""

from __future__ import annotations

import re
from fractions import Fraction

from beijing_public_services._record import TYPE_CHECKING
from beijing_public_services.notation.numerals import Form, fraction, number, one_of

if TYPE_CHECKING:
    from beijing_public_services.notation.figure import PrintedFigure

ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
STEMS = ["thir", "four", "fif", "six", "seven", "eigh", "nine"]
TEENS = ["ten", "eleven", "twelve", *(f"{stem}teen" for stem in STEMS)]
TENS = [f"{word}ty" for word in ("twen", "thir", "for", "fif", "six", "seven", "eigh", "nine")]
NTH_ONES = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
NTH_TEENS = ["tenth", "eleventh", "twelfth", *(f"{word}th" for word in TEENS[3:])]
NTH_TENS = [f"{word[:-1]}ieth" for word in TENS]
SCALES = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}
SCALES |= {"lakh": 5, "lakhs": 5, "crore": 7, "crores": 7}
CARDINALS = {"zero": 0}
CARDINALS |= {word: value for value, word in enumerate([*ONES, *TEENS], 1)}
CARDINALS |= {word: 10 * value for value, word in enumerate(TENS, 2)}
ORDINALS = {word: value for value, word in enumerate([*NTH_ONES, *NTH_TEENS], 1)}
ORDINALS |= {word: 10 * value for value, word in enumerate(NTH_TENS, 2)}
PARTS = {"half": 2, "quarter": 4} | {word: value for word, value in ORDINALS.items() if 2 < value <= 20}
OF_EVERY = {"3", "4", "5", "6", "7", "8", "9", "10", "20", "100", "1000"}  # 3 of 10 is a share, 290 of 366 a count

CARDINAL, SCALE, PART = one_of(CARDINALS), one_of(SCALES), one_of(PARTS)
BEFORE = "(?<! [a-z0-9-] ) (?<! [0-9][.,] )"
AFTER = "(?! [a-z0-9] | -(?!odd(?![a-z]))[a-z0-9] )"
GAP = r"(?: \s{1,3} | - )"
AND = (
    r"(?: (?: (?<=hundred) | (?<=thousand) | (?<=million) | (?<=billion) | (?<=lakh) | (?<=crore) ) \s{1,3}and\s{1,3} )"
)
POINT = rf"\s{{1,3}}point (?> (?: \s{{1,3}} (?: zero | {'|'.join(ONES)} ) (?![a-z]) )+ )"
AND_A_HALF = rf"\s{{1,3}}and\s{{1,3}}a\s{{1,3}}half (?= {GAP} [a-z] )"
A = rf"(?<! [a-z0-9] ) (?> (?: half\s{{1,3}} )? ) an?\s{{1,3}} (?= (?: {SCALE} | dozen ) (?![a-z]) )"
PERIOD = r"(?> (?: (?: the|this|last|next )\s )? ) (?: year|month|century|decade|(?:19|20)[0-9]{2} )"
OF_WHAT = rf"""(?= \s{{1,3}}of\b (?! \s{{1,3}} {PERIOD} ) | \s{{0,3}} (?: [.,;:!?)，。；：！？）] | \Z )
  | \s{{1,3}} (?: is|are|was|were|had|have|has|higher|lower|more|less|or )\b )"""
OF_THEM = rf"(?= \s{{1,3}} (?! {PERIOD} ) (?: the|its|their|all|our )\s )"
NOT_THE = r"(?<! first\s ) (?<! last\s ) (?<! past\s ) (?<! second\s ) (?<! other\s ) (?<! latter\s ) (?<! and\sa\s )"


def read_words(text: str) -> PrintedFigure | None:
    """Return the number that English words write, or None if they are in no order that writes one."""
    total = group = Fraction(0)
    room = 10**15
    words = re.split(r"[\s-]+", text)
    for place, word in enumerate(words):
        if word in CARDINALS:
            value, before = CARDINALS[word], words[place - 1] if place else ""
            if before in CARDINALS and not (before in TENS and 0 < value < 10):
                return None
            group += value
        elif word in ("hundred", "dozen"):
            if not 0 < group < 100:
                return None
            group *= 100 if word == "hundred" else 12
        elif word in SCALES:
            scale = int(10 ** SCALES[word])
            if word.startswith("crore") and words[place - 1] in ("lakh", "thousand") and not group:
                total, room = total * scale, scale  # two lakh crore
                continue
            if not 0 < group < 1000 or scale >= room:
                return None
            total, group, room = total + group * scale, Fraction(0), scale
        elif word == "half":
            group += Fraction(1, 2)
        elif word in ("a", "an") and words[place - 1] not in ("and", "half"):
            group += 1
        elif word == "point":
            digits = [word for word in words[place + 1 :] if word not in SCALES]
            group += Fraction(int("".join(str(CARDINALS[digit]) for digit in digits)), 10 ** len(digits))
            words[place + 1 :] = [*("and" for _ in digits), *words[place + 1 + len(digits) :]]
    return _unscaled(total + group, words)


def _unscaled(value: Fraction, words: list[str]) -> PrintedFigure:
    """Return a number without the power of ten of the scale words at its end."""
    power = places = 0
    for word in reversed(words):
        if word not in SCALES:
            break
        power += SCALES[word]
    value /= 10**power
    while value.denominator > 1:
        value, places = value * 10, places + 1
    return number(f"{value.numerator}e-{places}", power)


def read_ordinal(text: str) -> PrintedFigure | None:
    """Return the place that an ordinal such as `third` or `twenty-first` is."""
    tens, _, ones = text.rpartition("-")
    return number(str(CARDINALS.get(tens, 0) + ORDINALS[ones]), unit="第")


def read_part(text: str) -> PrintedFigure | None:
    """Return the percentage of `two thirds`, `a quarter` or `half`."""
    *many, part = re.split(r"[\s-]+", text)
    above = CARDINALS.get(many[0], 1) if many else 1
    return fraction(above, PARTS["half" if part == "halves" else part if part in PARTS else part[:-1]])


def read_part_of(text: str) -> PrintedFigure | None:
    """Return the number of `a quarter of a million`."""
    part, scale = re.split(r"\s+of\s+an?\s+", text)
    share = read_part(part)
    return number(f"{share.number}e-2", SCALES[scale]) if share else None


def read_out_of(text: str) -> PrintedFigure | None:
    """Return the percentage of `two in five` or `nine out of ten`."""
    above, *_, below = [str(CARDINALS.get(word, word)) for word in text.split()]
    return fraction(int(above), int(below)) if below in OF_EVERY or (above == "1" and int(below) > 2) else None


ENGLISH_FORMS = (
    Form(
        name="out_of",
        kind="share",
        pattern=rf"""{BEFORE} (?: {CARDINAL} | [0-9]{{1,3}} ) \s{{1,3}}
          (?: in|out\s{{1,3}}of ) \s{{1,3}} (?> (?: every\s{{1,3}} )? )
          (?: (?: {CARDINAL} ) (?![a-z-]) | (?: {"|".join(OF_EVERY)} ) (?! [0-9.,:/%-] ) )
          (?! \s{{1,3}} (?: days|weeks|months|years|hours|minutes|quarters|million|billion|thousand|hundred) )""",
        read=read_out_of,
        samples=(("nearly two in five", "40 nearly percent"), ("9 out of 10", "90 exact percent")),
    ),
    Form(
        name="part_of",
        kind="word",
        pattern=rf"""{BEFORE} {NOT_THE} (?: (?: {CARDINAL} ) {GAP} (?: {PART} )s | (?: one|an? ) {GAP} (?: {PART} ) )
          \s{{1,3}}of\s{{1,3}}an?\s{{1,3}} (?: {SCALE} ) (?![a-z])""",
        read=read_part_of,
        samples=(("a quarter of a million people", "250000 exact person"),),
    ),
    Form(
        name="parts",
        kind="share",
        pattern=rf"""{BEFORE} {NOT_THE} (?: (?: {CARDINAL} ) {GAP} (?: {PART} )s (?![a-z-])
          | (?: one|an? ) {GAP} (?: {PART} ) (?![a-z-]) {OF_WHAT} | half (?![a-z-]) (?: {OF_WHAT} | {OF_THEM} ) )""",
        read=read_part,
        samples=(("two thirds", "67 exact percent"), ("nearly two fifths", "40 nearly percent"), ("third", "")),
    ),
    Form(
        name="words",
        kind="word",
        pattern=rf"""(?: {BEFORE} (?: {CARDINAL} ) (?![a-z]) | {A} (?: {SCALE} | dozen ) )
          (?> (?: {AND_A_HALF} | {POINT} | (?: {GAP} | {AND} ) (?: {CARDINAL} | {SCALE} | dozen ) (?![a-z]) )* )
          {AFTER}""",
        read=read_words,
        samples=(
            ("two hundred and ninety days", "290 exact day"),
            ("three million people", "3000000 exact person"),
            ("thirty point five per cent", "30.5 exact percent"),
            ("half a million people", "500000 exact person"),
            ("three", ""),
        ),
    ),
    Form(
        name="ordinal",
        kind="ordinal",
        pattern=rf"{BEFORE} (?> (?: (?: {'|'.join(TENS)} ) - )? ) (?: {one_of(ORDINALS)} ) (?! [a-z0-9-] )",
        read=read_ordinal,
        samples=(("ranked third", "3 exact rank"), ("third", "")),
    ),
)
