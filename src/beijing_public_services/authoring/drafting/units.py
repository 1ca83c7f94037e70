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
NO_NOUN = re.compile(r"^[0-9.,]+|[^\w]")  # what no name of a unit has
HAN = re.compile("[一-鿿]")
MANY = re.compile("(十万|[百千万])(人|户|车|辆)")
SECOND = "@alias second = 秒"
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
    noun = singular(word) if word else counted_noun(subject) if subject.isascii() else _noun_of(subject)
    if noun in standard_units():
        return noun
    return f"{NEW}{noun}" if noun else ""


def _noun_of(subject: str) -> str:
    """Return the noun that a Chinese figure without one counts, by what it is of; `person` for 参保人数."""
    if re.search("人[数口]?\\Z", subject):
        return "person"
    return NO_NOUN.sub("", subject)[-LONGEST:]


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


def _group(part: str) -> tuple[str, str]:
    """Return the name and the definition of what a rate is divided by, as 万人; both "" for another word."""
    found = MANY.fullmatch(part)
    if found is None:
        return "", ""
    noun, plural = {"人": ("person", "persons"), "户": ("household", "households")}.get(
        found[2], ("vehicle", "vehicles")
    )
    number = {"百": "hundred", "千": "thousand", "万": "ten_thousand", "十万": "hundred_thousand"}[found[1]]
    factor = {"百": 100, "千": 1000, "万": 10000, "十万": 100000}[found[1]]
    first = "household = [bps_household] = _ = 户; " if noun == "household" else ""
    return f"{number}_{plural}", f"{first}{number}_{plural} = {factor} * {noun} = _ = {part}"


def _composed(word: str, definitions: tuple[str, ...]) -> Row:
    """Return what follows for a unit that is one divided by others, as 元/人 and `call/day`; nothing for others."""
    group, definition = _group(word.rpartition("/")[2])
    if group:
        return _per_group(word, group, definition)
    parts = [expression_of(part, (*DEFINITIONS, *OFFERED)) for part in word.replace("秒", "second").split("/")]
    rows = {**standard_units(), "second": {"ucum": "s", "symbol": "s", "name_zh": "秒", "name_en": "second"}}
    if len(parts) < 2 or not all(part in rows or (part.isascii() and NOUN.fullmatch(part)) for part in parts):
        return {}
    known = [rows.get(part, {}) for part in parts]
    lines = [SECOND] if "second" in parts else []
    if not all(known):  # the definition of a noun follows from the id and the names
        names = " per ".join(row.get("name_en", part) for part, row in zip(parts, known, strict=True))
        why = "name_zh: as in 次/天, the report does not say it; what is left empty follows from the id"
        return {"id": "/".join(parts), "expression": "", "definition": "; ".join(lines), "name_en": names, "why": why}
    chinese = word if HAN.search(word) else "/".join(row["name_zh"] for row in known)
    return {
        "id": "/".join(parts),
        "expression": " / ".join(row.get("expression", part) for part, row in zip(parts, known, strict=True)),
        "ucum": "/".join(row["ucum"] for row in known),
        "symbol": "/".join(row["symbol"] for row in known),
        "name_zh": chinese,
        "name_en": " per ".join(row["name_en"] for row in known),
        "definition": "; ".join(line for line in lines if line not in definitions),
        "why": "",
    }


def _per_group(word: str, group: str, definition: str) -> Row:
    """Return what follows for a unit per so many, as 人/万人; its id is left empty if what is counted is not known."""
    above = expression_of(word.partition("/")[0], (*DEFINITIONS, *OFFERED))
    row = standard_units().get(above)
    if row is None:
        return {"definition": definition, "why": f"id: an English noun/{group}; name_en"}
    name = f"{row['name_en']} per {group.replace('_', ' ')}"
    expression = f"{row['expression']} / {group}"
    return {"id": f"{above}/{group}", "expression": expression, "definition": definition, "name_en": name, "why": ""}


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
