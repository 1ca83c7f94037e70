"""Whether words and expressions write the same unit: by facts that pint has proven, or else by pint itself."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from beijing_public_services.errors import UnknownUnitError

if TYPE_CHECKING:
    from beijing_public_services.datapackage.tables import Row
    from beijing_public_services.notation.vocabulary import Definitions

PRODUCT = re.compile(r"(?<=[A-Za-z])\.(?=[A-Za-z])")


def are_bundled(definitions: Definitions) -> bool:
    """Return whether these definitions of units are those of the bundled package, for which facts are on record."""
    from beijing_public_services._generated.unit_definitions import DEFINITIONS

    return definitions == DEFINITIONS


def is_same_unit(expression: str, text: str, definitions: Definitions) -> bool:
    """Return whether a text writes the unit of an expression. Raises `UnknownUnitError` for an unknown one."""
    if are_bundled(definitions):
        from beijing_public_services._generated.unit_facts import SAME

        if text in SAME.get(expression, ()):
            return True
    from beijing_public_services.notation.units import same_unit

    return same_unit(expression, text, definitions)


def is_code_of(code: str, expression: str, definitions: Definitions) -> bool:
    """Return whether a UCUM code is that of the unit of an expression. Raises `UnknownUnitError` for an unknown one."""
    if are_bundled(definitions):
        from beijing_public_services._generated.unit_facts import CODES

        if code in CODES.get(expression, ()):
            return True
    return writes_code(code, expression, definitions)


def writes_code(code: str, expression: str, definitions: Definitions) -> bool:
    """Return what `is_code_of` returns, by pint alone; UCUM divides by whole numbers, and `.` multiplies: `kW.h`."""
    from beijing_public_services.notation.units import ratio, same_unit

    code = PRODUCT.sub(" * ", code)
    unit, slash, divisor = code.replace("{", "").replace("}", "").rpartition("/")
    if slash and divisor.isdecimal() and int(divisor):
        return ratio(expression, unit, definitions) == Decimal(f"{1 / int(divisor):.12g}")
    return same_unit(expression, code.replace("{", "").replace("}", ""), definitions)


def is_unit_or_numerator(word: str, unit: str, expression: str, definitions: Definitions) -> bool | None:
    """Return whether a word writes a unit or what it is divided by, or counts its calendar periods.

    None for a word that is unknown.
    """
    if are_bundled(definitions):
        from beijing_public_services._generated.unit_facts import UNKNOWN, WORDS

        if word in WORDS.get(f"{unit} = {expression}", ()):
            return True
        if word in UNKNOWN:
            return None
    return writes_unit(word, unit, expression, definitions)


def writes_unit(word: str, unit: str, expression: str, definitions: Definitions) -> bool | None:
    """Return what `is_unit_or_numerator` returns, by pint alone; a word may be one in English, or in the plural."""
    from beijing_public_services.notation.printed_units import expression_of
    from beijing_public_services.notation.units import counts_in, numerator, same_unit

    for text in dict.fromkeys((word, expression_of(word, definitions))):
        try:
            named = any(same_unit(text, said, definitions) for said in (expression, numerator(expression, definitions)))
            return named or counts_in(text, unit, definitions)
        except UnknownUnitError:
            continue
    return None


def texts_of(row: Row) -> dict[str, str]:
    """Return what the fields of a unit write, as expressions."""
    texts = {column: row[column] for column in ("expression", "id", "symbol", "name_zh")}
    texts["name_en"] = row["name_en"].replace(" per ", "/").replace(" ", "_").replace("-", "_")
    return texts
