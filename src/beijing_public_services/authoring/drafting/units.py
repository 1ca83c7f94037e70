"""The unit of a figure: one of the package, a standard one that it lacks, or a noun that is still to be defined."""

from __future__ import annotations

import re

from beijing_public_services._generated.unit_definitions import DEFINITIONS
from beijing_public_services._once import once
from beijing_public_services._record import TYPE_CHECKING
from beijing_public_services.authoring.drafting.english_names import counted_noun, singular
from beijing_public_services.datapackage.tables import bundled_tables
from beijing_public_services.errors import UnknownUnitError
from beijing_public_services.notation.chinese_words import CLASSIFIERS
from beijing_public_services.notation.offered_units import OFFERED, OFFERED_ROWS
from beijing_public_services.notation.printed_units import expression_of
from beijing_public_services.notation.units import same_unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from beijing_public_services.authoring.drafting.figure import DraftFigure
    from beijing_public_services.datapackage.tables import Row

NEW = "?"
COLUMNS = ("id", "expression", "ucum", "symbol", "name_zh", "name_en")
TELL_NOTHING = CLASSIFIERS - {"辆"}
LONGEST = 20  # characters of a Chinese noun
WORD = re.compile("[^a-z0-9]+")
NOUN = re.compile("[a-z]+")


@once
def standard_units() -> Mapping[str, Row]:
    """Return the rows of units that any package may use, by their id: those of the bundled package, and others."""
    rows: dict[str, Row] = {row["id"]: row for row in bundled_tables()["units"].rows}
    for cells in OFFERED_ROWS:
        rows[cells[0]] = {column: cell for column, cell in zip(COLUMNS, cells, strict=True)}  # noqa: C416
    return rows


def unit_of(
    figure: DraftFigure, measure: str, subject: str, units: Mapping[str, str], definitions: tuple[str, ...]
) -> str:
    """Return the id of the unit of a figure, `?` and a noun if it counts what no unit is defined for, or "".

    Args:
        figure: the figure.
        measure: the kind of measure that it is of.
        subject: what the words around it name.
        units: the expressions of the units of the package, by id.
        definitions: the unit definitions of the package.
    """
    if measure in ("streak", "span"):
        return "calendar_year"
    if measure == "index" and not figure.word:
        return "index"
    if figure.unit:
        own = next((id_ for id_, expression in units.items() if _is(figure.unit, id_, expression, definitions)), "")
        if own:
            return own
        standard = standard_units()
        found = next((id_ for id_, row in standard.items() if figure.unit in (id_, row["expression"])), "")
        return found or (f"{NEW}{figure.word}" if "/" in figure.word else "")
    word = figure.word if figure.word not in TELL_NOTHING else ""
    noun = singular(word) if word else counted_noun(subject) if subject.isascii() else subject[-LONGEST:]
    if noun in standard_units():
        return noun
    return f"{NEW}{noun}" if noun else ""


def composed_unit(word: str) -> str:
    """Return the id of a standard unit that a word such as 平方米/人 names, else the word as that of a new unit."""
    id_ = "/".join(expression_of(part, (*DEFINITIONS, *OFFERED)) for part in word.split("/"))
    return id_ if id_ in standard_units() else f"{NEW}{word}"


def _is(unit: str, id_: str, expression: str, definitions: tuple[str, ...]) -> bool:
    try:
        return unit in (id_, expression) or same_unit(unit, expression, definitions)
    except UnknownUnitError:
        return False


def units_met(rows: Iterable[Row], own: Mapping[str, str], definitions: tuple[str, ...]) -> list[Row]:
    """Return a row for each unit that proposed rows are in and the package lacks, with its definition."""
    standard = standard_units()
    found: dict[str, Row] = {}
    for row in rows:
        unit = row["unit"]
        if unit in own or unit in found or not unit:
            continue
        if unit in standard:
            missing = [line for line in definitions_of(standard[unit]["expression"]) if line not in definitions]
            found[unit] = {"proposed": unit, **standard[unit], "definition": "; ".join(missing), "why": ""}
        else:
            found[unit] = _noun(unit.removeprefix(NEW)) | _composed(unit.removeprefix(NEW), definitions)
    return list(found.values())


def definitions_of(expression: str) -> list[str]:
    """Return the definitions of the names in an expression that define a noun or an offered unit."""
    names = re.findall(r"[^\W\d]\w*", expression)
    lines = {line.split("=")[0].strip(): line for line in (*DEFINITIONS, *OFFERED)}
    return [lines[name] for name in names if name in lines]


def _composed(word: str, definitions: tuple[str, ...]) -> Row:
    """Return what follows for a unit that is one divided by others, as 元/人 and `call/day`; nothing for others."""
    parts = [expression_of(part, (*DEFINITIONS, *OFFERED)) for part in word.split("/")]
    rows = standard_units()
    if len(parts) < 2 or not all(part in rows or (part.isascii() and NOUN.fullmatch(part)) for part in parts):
        return {}
    known = [rows.get(part, {}) for part in parts]
    lines = [f"{part} = [bps_{part}]" for part, row in zip(parts, known, strict=True) if not row]
    chinese = word if not word.isascii() else "/".join(row["name_zh"] for row in known) if all(known) else ""
    return {
        "id": "/".join(parts),
        "expression": " / ".join(row.get("expression", part) for part, row in zip(parts, known, strict=True)),
        "ucum": "/".join(row.get("ucum", f"{{{part}}}") for part, row in zip(parts, known, strict=True)),
        "symbol": "/".join(row.get("symbol", part) for part, row in zip(parts, known, strict=True)),
        "name_zh": chinese,
        "name_en": " per ".join(row.get("name_en", part) for part, row in zip(parts, known, strict=True)),
        "definition": "; ".join(line for line in lines if line not in definitions),
        "why": "" if chinese else "name_zh: the report does not say it",
    }


def _noun(word: str) -> Row:
    is_english = word.isascii()
    id_ = WORD.sub("_", word.casefold()).strip("_") if is_english else ""
    missing = "name_zh" if is_english else "id: an English noun; name_en"
    follows = "what is left empty follows from the id"
    if "/" in word:
        missing, follows = "id, name_en, definition", "a rate: Rates in the page on drafting gives such a row"
    return {
        "proposed": NEW + word,
        "id": id_,
        "expression": id_,
        "ucum": "",
        "symbol": "",
        "name_zh": "" if is_english else word,
        "name_en": id_.replace("_", " "),
        "definition": "",
        "why": f"{missing}: the report does not say it; {follows}",
    }
