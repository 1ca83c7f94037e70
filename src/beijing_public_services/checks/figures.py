"""Rules of meaning: a value, its bound and its unit are what the printed figure says."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from beijing_public_services.checks._rule import Finding, rule
from beijing_public_services.errors import PrintedFigureError, UnknownUnitError
from beijing_public_services.printed import MEASURE_WORDS, read_printed
from beijing_public_services.tables import unit_definitions

if TYPE_CHECKING:
    from beijing_public_services.checks._rule import Found
    from beijing_public_services.tables import Tables

DECIMAL = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?", re.ASCII)


@rule("observations")
def values_are_plain_decimals(tables: Tables) -> Found:
    """A value is a decimal without exponent, thousands marks, sign plus or leading zeros."""
    for number, row in tables["observations"].numbered():
        if not DECIMAL.fullmatch(row["value"]):
            yield Finding("observations", number, "value", repr(row["value"]), "a plain decimal")


@rule("observations")
def printed_figures_are_read_back(tables: Tables) -> Found:
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
def printed_units_are_the_indicators(tables: Tables) -> Found:
    """The unit printed is the indicator's or its numerator; a measure word counts what the definition names first.

    A figure of another publication may be the number alone.
    """
    from beijing_public_services.units import numerator, same_unit

    definitions = unit_definitions(tables.descriptor)
    expressions = {row["id"]: row["expression"] for row in tables["units"].rows}
    indicators = {row["id"]: row for row in tables["indicators"].rows}
    kinds = {row["id"]: row["kind"] for row in tables["sources"].rows}
    for number, row in tables["observations"].numbered():
        indicator = indicators.get(row["indicator"])
        if indicator is None or indicator["unit"] not in expressions:
            continue
        try:
            word = read_printed(row["printed"]).unit
        except PrintedFigureError:
            continue
        unit = indicator["unit"]
        try:
            if word == "":
                agrees = indicator["measure"] == "index" or kinds.get(row["source"]) == "publication"
            elif word in MEASURE_WORDS:
                agrees = _first_named(indicator["definition"], list(expressions)) == unit
            else:
                whole = expressions[unit]
                agrees = any(
                    same_unit(word.removeprefix("个"), said, definitions)
                    for said in (whole, numerator(whole, definitions))
                )
        except UnknownUnitError:
            agrees = False
        if not agrees:
            found = f"{row['printed']!r} of {row['indicator']} in {unit!r}"
            expected = (
                "the unit that its definition names first" if word in MEASURE_WORDS else f"{word!r} to be that unit"
            )
            yield Finding("observations", number, "printed", found, expected)


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
