"""Ranges: two numbers in one unit, the lower one first, and choices between two numbers, which are no figures."""

from __future__ import annotations

import re

from beijing_public_services._record import TYPE_CHECKING
from beijing_public_services.notation.english_numerals import CARDINAL, read_words
from beijing_public_services.notation.numerals import ARABIC, NO_TENTHS, NUMERALS, SPOKEN, Form, read_number

if TYPE_CHECKING:
    from beijing_public_services.notation.figure import PrintedFigure

NUMBER = rf"(?: {ARABIC} | {SPOKEN} | (?: {CARDINAL} ) (?> (?: -(?:{CARDINAL}) )? ) (?![a-z]) )"
OWN = r"(?: \s? [^\s0-9,，。;；、~–—-]{1,8}? )??"  # what stands after both: 5%-6%, 300公里至400公里
PARTS = rf"""(?> (?P<between> between\s{{1,3}} )? ) (?> (?P<prefix> 百分之 )? ) (?P<low> {NUMBER} ) (?P<own> {OWN} )
  (?: (?(between) \s{{1,3}}and\s{{1,3}} | (?!) ) | \s?[~–—至到-]\s? (?![a-z])
    | \s{{1,3}}(?: to | (?P<choice> or ) )\s{{1,3}} )
  (?> (?: 百分之 )? ) (?P<high> {NUMBER} )"""
YEAR = re.compile("(?:19|20)[0-9]{2}")
TENTHS = f"(?> (?P<of_ten> 成 (?! {NO_TENTHS} ) )? )"
WHOLE = re.compile(f"{PARTS} {TENTHS}", re.VERBOSE)


def read_range(text: str) -> PrintedFigure | None:
    """Return a range as its lower number with `upper`; None for choices, years and numbers that do not rise."""
    parts = WHOLE.fullmatch(text)
    if parts is None or parts["choice"] or (YEAR.fullmatch(parts["low"]) and YEAR.fullmatch(parts["high"])):
        return None
    low, high = (_read(parts[name]) for name in ("low", "high"))
    if low is None or high is None or low.value >= high.value:
        return None
    power = high.power if low.power == high.power else 0
    ends = (low.number, high.number) if power else (low.value, high.value)
    unit = "%" if parts["prefix"] or parts["of_ten"] else ""
    tenths = 1 if parts["of_ten"] else 0
    return high.__replace__(number=ends[0], upper=ends[1], power=power + tenths, bound="between", unit=unit)


def kind_of(text: str) -> str:
    """Return the kind of words that may follow a range."""
    if "百分之" in text or text.endswith("成"):
        return "share"
    return "digits" if text[-1].isdecimal() else "word" if text[-1].isascii() else "chinese"


def match_range(plain: str, at: int) -> tuple[re.Match[str] | None, PrintedFigure | None]:
    """Return the range that begins at a place, and what it says."""
    found = RANGE.match(plain, at)
    return found, read_range(found[0]) if found else None


def _read(text: str) -> PrintedFigure | None:
    return read_words(text) if text[0].isalpha() and text[0].isascii() else read_number(text)


RANGE_FORM = Form(
    name="range",
    kind="range",
    pattern=rf"""(?<! [0-9a-z.,:/~–—·从由自{NUMERALS}-] ) (?<! from\s )
      (?! (?<= in\s ) (?: 19 | 20 )[0-9]{{2}} \sto\s )
      (?! (?<= by\s ) [0-9][0-9.,]* (?: \s? [a-zµ%$°] [^\s0-9]* ){{1,3}} \sto\s ) {PARTS}
      (?! [.,:/~–—·-]?[0-9] | -[a-z] ) (?= (?P=own) ) {TENTHS}""",
    read=read_range,
    samples=(
        ("300～400公里", "300 to 400 between km"),
        ("between 29 and 31 days", "29 to 31 between day"),
        ("5%-6%", "5 to 6 between percent"),
        ("三至五人", "3 to 5 between person"),
        ("two or three hundred people", ""),
    ),
)
RANGE = re.compile(RANGE_FORM.pattern, re.VERBOSE)
