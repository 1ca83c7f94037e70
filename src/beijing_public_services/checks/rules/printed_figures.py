"""Rules of meaning: a value, its bound and its unit are what the printed figure says."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from beijing_public_services.checks.rule import Finding, rule
from beijing_public_services.datapackage.descriptor import unit_definitions
from beijing_public_services.errors import PrintedFigureError, UnknownUnitError
from beijing_public_services.notation.chinese_words import MEASURE_WORDS
from beijing_public_services.notation.decimals import MOST_DIGITS
from beijing_public_services.notation.printed import read_printed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from beijing_public_services.checks.rule import Found
    from beijing_public_services.datapackage.tables import Row, Tables

DECIMAL = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?", re.ASCII)
WORD = re.compile(r"\w+")
LONGEST_NOUN = 6  # words
PLAIN = f"a plain decimal such as -6.2, of at most {MOST_DIGITS} characters"


def is_plain_decimal(text: str) -> bool:
    """Return whether a text is a decimal number as this data writes it."""
    return len(text) <= MOST_DIGITS and DECIMAL.fullmatch(text) is not None


@rule("observations")
def values_are_plain_decimals(tables: Tables) -> Found:
    """A value is a decimal without exponent, thousands marks, sign plus or leading zeros."""
    for number, row in tables["observations"].numbered():
        if not is_plain_decimal(row["value"]):
            yield Finding("observations", number, "value", f"{row['value']!r:.100}", PLAIN)


@rule("observations")
def values_match_the_printed_text(tables: Tables) -> Found:
    """Value and bound are what reading the printed figure gives, to the last printed digit."""
    for number, row in tables["observations"].numbered():
        try:
            figure = read_printed(row["printed"])
        except PrintedFigureError as error:
            yield Finding("observations", number, "printed", repr(row["printed"]), error.expected)
            continue
        if is_plain_decimal(row["value"]) and str(figure.value) != row["value"]:
            expected = f"{figure.value}, which {row['printed']!r} says"
            yield Finding("observations", number, "value", row["value"], expected)
        if figure.bound != row["bound"]:
            expected = f"{figure.bound!r}, which {row['printed']!r} says"
            yield Finding("observations", number, "bound", repr(row["bound"]), expected)


@rule("observations")
def printed_figures_hold_no_white_space(tables: Tables) -> Found:
    """A printed figure is kept without white space, so that it is found in a text set with or without."""
    for number, row in tables["observations"].numbered():
        if row["printed"] != "".join(row["printed"].split()):
            yield Finding("observations", number, "printed", repr(row["printed"]), "no white space")


@rule("observations", "indicators", "units", "sources")
def printed_units_match_the_indicator(tables: Tables) -> Found:
    """The unit printed is the indicator's or its numerator; a measure word counts what the definition names first.

    A figure of another publication may be the number alone.
    """
    definitions = unit_definitions(tables.descriptor)
    expressions = {row["id"]: row["expression"] for row in tables["units"].rows}
    indicators = {row["id"]: row for row in tables["indicators"].rows}
    kinds = {row["id"]: row["kind"] for row in tables["sources"].rows}
    nouns = _nouns(expressions)
    agrees: dict[tuple[str, str], bool] = {}  # a word of an indicator is looked at once, however often it is printed
    for number, row in tables["observations"].numbered():
        indicator = indicators.get(row["indicator"])
        if indicator is None or indicator["unit"] not in expressions:
            continue
        try:
            word = read_printed(row["printed"]).unit
        except PrintedFigureError:
            continue
        if word == "" and kinds.get(row["source"]) == "publication":
            continue
        if (indicator["id"], word) not in agrees:
            agrees[indicator["id"], word] = _is_the_unit(word, indicator, expressions, nouns, definitions)
        if not agrees[indicator["id"], word]:
            found = f"{row['printed']!r} of {row['indicator']} in {indicator['unit']!r}"
            expected = (
                "the unit that its definition names first" if word in MEASURE_WORDS else f"{word!r} to be that unit"
            )
            yield Finding("observations", number, "printed", found, expected)


def _is_the_unit(
    word: str, indicator: Row, expressions: dict[str, str], nouns: dict[str, str], definitions: tuple[str, ...]
) -> bool:
    """Whether a printed unit word is the unit of an indicator, or what that divides."""
    from beijing_public_services.notation.units import counts_in, numerator, same_unit

    if word == "":
        return indicator["measure"] == "index"
    if word in MEASURE_WORDS:
        return _first_named(indicator["definition"], nouns) == indicator["unit"]
    whole = expressions[indicator["unit"]]
    try:
        units = (whole, numerator(whole, definitions))
        named = any(same_unit(word.removeprefix("个"), said, definitions) for said in units)
        return named or counts_in(word, indicator["unit"], definitions)
    except UnknownUnitError:
        return False


def _nouns(units: Iterable[str]) -> dict[str, str]:
    """The unit that each English noun names, in the singular and plural: `museums` names `museum`."""
    named: dict[str, str] = {}
    for unit in sorted(units, reverse=True):
        noun = unit.replace("_", " ").casefold()
        named |= dict.fromkeys((noun, f"{noun}s", f"{noun}es", f"{noun.removesuffix('y')}ies"), unit)
    return named


def _first_named(definition: str, nouns: dict[str, str]) -> str | None:
    """The unit that an English definition names first: of a number of museums, `museum`."""
    words = list(WORD.finditer(definition.casefold()))
    for start in range(len(words)):
        named, noun, before = None, "", 0
        for word in words[start : start + LONGEST_NOUN]:
            if noun and word.string[before : word.start()] not in (" ", "-"):
                break
            noun, before = f"{noun} {word[0]}".strip(), word.end()
            named = nouns.get(noun, named)
        if named is not None:
            return named
    return None


@rule("indicators")
def definitions_name_what_the_unit_divides_by(tables: Tables) -> Found:
    """A definition says `per day`, `per month` or `per person` exactly where the unit does."""
    for number, row in tables["indicators"].numbered():
        said = sorted(re.findall(r"\bper (day|month|person)\b", row["definition"]))
        meant = sorted(part for part in row["unit"].split("/")[1:] if part in ("day", "month", "person"))
        if said != meant:
            lacking = [part for part in meant if part not in said]
            found = f"the unit {row['unit']!r}, and a definition with {_per(said) or 'no such word'}"
            expected = (
                f"{_per(lacking)} in the definition" if lacking else f"a unit with {_per(said)}, or the words gone"
            )
            yield Finding("indicators", number, "unit", found, expected)


def _per(parts: list[str]) -> str:
    return " and ".join(f"'per {part}'" for part in parts)


@rule("observations")
def values_hold_no_more_digits_than_are_printed(tables: Tables) -> Found:
    """The last digit that is not zero stands no lower than the last printed one."""
    for number, row in tables["observations"].numbered():
        try:
            resolution = read_printed(row["printed"]).resolution
        except PrintedFigureError:
            continue
        if is_plain_decimal(row["value"]) and Decimal(row["value"]) % resolution:
            yield Finding("observations", number, "value", row["value"], f"a multiple of {resolution}, as printed")
