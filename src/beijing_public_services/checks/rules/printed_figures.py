"""Rules of meaning: a value, its bound and its unit are what the printed figure says."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from beijing_public_services.checks.rule import Finding, rule
from beijing_public_services.datapackage.descriptor import unit_definitions
from beijing_public_services.errors import PrintedFigureError, UnknownUnitError
from beijing_public_services.notation.chinese_words import MEASURE_WORDS
from beijing_public_services.notation.printed import read_printed

if TYPE_CHECKING:
    from beijing_public_services.checks.rule import Found
    from beijing_public_services.datapackage.tables import Row, Tables

DECIMAL = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?", re.ASCII)


@rule("observations")
def values_are_plain_decimals(tables: Tables) -> Found:
    """A value is a decimal without exponent, thousands marks, sign plus or leading zeros."""
    for number, row in tables["observations"].numbered():
        if not DECIMAL.fullmatch(row["value"]):
            yield Finding("observations", number, "value", repr(row["value"]), "a plain decimal")


@rule("observations")
def values_match_the_printed_text(tables: Tables) -> Found:
    """Value and bound are what reading the printed figure gives, to the last printed digit."""
    for number, row in tables["observations"].numbered():
        try:
            figure = read_printed(row["printed"])
        except PrintedFigureError as error:
            expected = str(error).partition("expected ")[2] or "a printed figure"
            yield Finding("observations", number, "printed", repr(row["printed"]), expected)
            continue
        if DECIMAL.fullmatch(row["value"]) and str(figure.value) != row["value"]:
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
            agrees[indicator["id"], word] = _is_the_unit(word, indicator, expressions, definitions)
        if not agrees[indicator["id"], word]:
            found = f"{row['printed']!r} of {row['indicator']} in {indicator['unit']!r}"
            expected = (
                "the unit that its definition names first" if word in MEASURE_WORDS else f"{word!r} to be that unit"
            )
            yield Finding("observations", number, "printed", found, expected)


def _is_the_unit(word: str, indicator: Row, expressions: dict[str, str], definitions: tuple[str, ...]) -> bool:
    """Whether a printed unit word is the unit of an indicator, or what that divides."""
    from beijing_public_services.notation.units import counts_in, numerator, same_unit

    if word == "":
        return indicator["measure"] == "index"
    if word in MEASURE_WORDS:
        return _first_named(indicator["definition"], list(expressions)) == indicator["unit"]
    whole = expressions[indicator["unit"]]
    try:
        units = (whole, numerator(whole, definitions))
        named = any(same_unit(word.removeprefix("个"), said, definitions) for said in units)
        return named or counts_in(word, indicator["unit"], definitions)
    except UnknownUnitError:
        return False


def _first_named(definition: str, units: list[str]) -> str | None:
    """The unit that an English definition names first, in the singular or plural: of a number of museums, `museum`."""
    named = []
    for unit in units:
        noun = unit.replace("_", "[ -]")
        plurals = f"{noun}s|{noun}es|{noun.removesuffix('y')}ies"
        if found := re.search(rf"\b(?:{noun}|{plurals})\b", definition, re.IGNORECASE):
            named.append((found.start(), -found.end(), unit))
    return min(named)[2] if named else None


@rule("indicators")
def definitions_name_what_the_unit_divides_by(tables: Tables) -> Found:
    """A definition says `per day`, `per month` or `per person` exactly where the unit does."""
    for number, row in tables["indicators"].numbered():
        said = sorted(re.findall(r"\bper (day|month|person)\b", row["definition"]))
        meant = sorted(part for part in row["unit"].split("/")[1:] if part in ("day", "month", "person"))
        if said != meant:
            found = f"{row['unit']!r} for a definition that says per {' and '.join(said) or 'nothing'}"
            yield Finding("indicators", number, "unit", found, "the same in both")


@rule("observations")
def values_hold_no_more_digits_than_are_printed(tables: Tables) -> Found:
    """The last digit that is not zero stands no lower than the last printed one."""
    for number, row in tables["observations"].numbered():
        try:
            resolution = read_printed(row["printed"]).resolution
        except PrintedFigureError:
            continue
        if DECIMAL.fullmatch(row["value"]) and Decimal(row["value"]) % resolution:
            yield Finding("observations", number, "value", row["value"], f"a multiple of {resolution}, as printed")
