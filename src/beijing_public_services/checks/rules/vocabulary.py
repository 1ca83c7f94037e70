"""Rules of meaning: units, areas and categories are consistent in all their forms, and each of them is used."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from beijing_public_services.checks.columns import columns
from beijing_public_services.checks.rule import Finding, rule
from beijing_public_services.checks.rules.names import Names
from beijing_public_services.checks.rules.ordering import ends_of
from beijing_public_services.checks.unit_words import are_bundled, is_code_of, is_same_unit, texts_of
from beijing_public_services.datapackage.descriptor import unit_definitions
from beijing_public_services.errors import UnitConflictError, UnknownUnitError, nearest

if TYPE_CHECKING:
    from collections.abc import Collection

    from beijing_public_services.checks.rule import Found
    from beijing_public_services.datapackage.tables import Tables

PROVINCES = {
    "BJ": "11", "TJ": "12", "HE": "13", "SX": "14", "NM": "15", "LN": "21", "JL": "22", "HL": "23",
    "SH": "31", "JS": "32", "ZJ": "33", "AH": "34", "FJ": "35", "JX": "36", "SD": "37", "HA": "41",
    "HB": "42", "HN": "43", "GD": "44", "GX": "45", "HI": "46", "CQ": "50", "SC": "51", "GZ": "52",
    "YN": "53", "XZ": "54", "SN": "61", "GS": "62", "QH": "63", "NX": "64", "XJ": "65", "TW": "71",
    "HK": "81", "MO": "82",
}  # fmt: skip


@rule("units")
def unit_fields_are_consistent(tables: Tables) -> Found:
    """The id, UCUM code, symbol and both names of a unit parse to what its expression says."""
    definitions = unit_definitions(tables.descriptor)
    try:
        if not are_bundled(definitions):
            from beijing_public_services.notation.units import registry

            registry(definitions)
    except UnitConflictError as error:
        found = str(error).removeprefix("found ")
        yield Finding("units", None, "expression", found, "a unit_registry that pint loads")
        return
    for number, row in tables["units"].numbered():
        texts, expression = texts_of(row), row["expression"]
        for column in (*texts, "ucum"):
            try:
                if column == "ucum":
                    is_right = is_code_of(row["ucum"], expression, definitions)
                else:
                    is_right = is_same_unit(expression, texts[column], definitions)
                expected = "" if is_right else f"the unit {expression!r}"
            except UnknownUnitError as error:
                expected = f"a unit of the registry: {error}"
            if expected:
                yield Finding("units", number, column, repr(row[column]), expected)


@rule("units", "indicators")
def units_are_used(tables: Tables) -> Found:
    """Each unit of the vocabulary is the unit of an indicator."""
    yield from _unused(tables, "units", {(row["unit"],) for row in tables["indicators"].rows}, ("id",))


@rule("categories", "observations")
def categories_are_used(tables: Tables) -> Found:
    """Each category breaks down an observation."""
    used = set(zip(*columns(tables, "observations", "dimension", "category"), strict=True))
    yield from _unused(tables, "categories", used, ("dimension", "id"))


@rule("areas", "observations")
def areas_are_used(tables: Tables) -> Found:
    """Each area is that of an observation or of its base, or contains such an area."""
    used = set().union(*columns(tables, "observations", "area", "base_area"))
    used |= {row["parent"] for row in tables["areas"].rows}
    yield from _unused(tables, "areas", {(area,) for area in used}, ("id",))


def _unused(tables: Tables, name: str, used: Collection[tuple[str, ...]], key: tuple[str, ...]) -> Found:
    for number, row in tables[name].numbered():
        identity = tuple(row[column] for column in key)
        if identity not in used:
            yield Finding(name, number, key[-1], f"{'/'.join(identity)!r} unused", "one that is used")


@rule("areas")
def areas_lie_in_their_parent(tables: Tables) -> Found:
    """The parent of a part is the area its id begins with; the parents of all areas lead to one that contains all."""
    parents = {row["id"]: row["parent"] for row in tables["areas"].rows}
    outermost = next((id_ for id_, parent in parents.items() if not parent), None)
    ends = ends_of(parents)
    for number, row in tables["areas"].numbered():
        whole, dot, _ = row["id"].partition(".")
        if dot and row["parent"] != whole:
            yield Finding("areas", number, "parent", repr(row["parent"]), f"{whole!r}, which its id begins with")
        if outermost is None:
            expected = "one area without a parent, which lies around all others"
            yield Finding("areas", number, "parent", f"{row['parent']!r}, and a parent for every area", expected)
        elif (end := ends[row["id"]]) != outermost:
            where = "go round in a circle" if end is None else f"end at {end!r}"
            expected = f"parents that lead to {outermost!r}, the area around all"
            yield Finding("areas", number, "parent", f"{row['parent']!r}, from which the parents {where}", expected)


@rule("areas")
def regions_are_named_after_their_members(tables: Tables) -> Found:
    """A region whose name holds the names of several areas has exactly those as members, and lies in their country."""
    english = {row["id"]: row["name_en"] for row in tables["areas"].rows}
    chinese = Names((row["name_zh"], row["id"]) for row in tables["areas"].rows)
    members_of: dict[str, set[str]] = {}
    for row in tables["areas"].rows:
        if row["parent"] != row["id"]:
            members_of.setdefault(row["parent"], set()).add(row["id"])
    for number, row in tables["areas"].numbered():
        if "." in row["id"]:  # a part of an area
            continue
        parts = set(chinese.found_in(row["name_zh"])) - {row["id"]}
        named = {id_ for id_ in parts if english[id_] in row["name_en"]}
        if len(named) < 2:
            continue
        members = members_of.get(row["id"], set())
        if members != named:
            expected = f"{', '.join(sorted(named))}, as its name says"
            yield Finding(
                "areas", number, "parent", f"{', '.join(sorted(members)) or 'nothing'} in {row['name_en']!r}", expected
            )
        countries = {member.partition("-")[0] for member in named} - {"X"}
        if countries and row["parent"] not in countries:
            yield Finding(
                "areas", number, "parent", repr(row["parent"]), f"{', '.join(sorted(countries))}, its members' country"
            )


@rule("areas", "categories")
def ids_spell_the_english_name(tables: Tables) -> Found:
    """The id of a category, and what follows the dot in that of a part of an area, is its English name.

    The name of a part may end with `of` and the name of the area that it lies in.
    """
    names = {row["id"]: row["name_en"] for row in tables["areas"].rows}
    for resource in ("areas", "categories"):
        for number, row in tables[resource].numbered():
            spelt = row["id"].partition(".")[2] if resource == "areas" else row["id"]
            whole = f" of {names.get(row['parent'], '')}" if resource == "areas" else ""
            name = re.sub(r"\W+", "_", row["name_en"].removesuffix(whole).casefold())
            if spelt and spelt != name:
                yield Finding(resource, number, "id", repr(spelt), f"{name!r}, its English name")


@rule("areas")
def area_codes_match_the_area(tables: Tables) -> Found:
    """An ISO 3166-2 code is the area's id; a province of China has both, a part of one at most that of GB/T 2260."""
    codes = {row["id"]: row["gbt_2260"] for row in tables["areas"].rows}
    for number, row in tables["areas"].numbered():
        iso, gbt, around = row["iso_3166_2"], row["gbt_2260"], codes.get(row["parent"], "")
        if iso not in ("", row["id"]):
            yield Finding("areas", number, "iso_3166_2", repr(iso), f"{row['id']!r}, the id itself, or none")
        elif gbt.endswith("0000") and not iso:
            yield Finding("areas", number, "iso_3166_2", f"none beside {gbt!r}", "the code of that province")
        province = f"{PROVINCES.get(iso.removeprefix('CN-'), gbt[:2])}0000"
        if iso.startswith("CN-") and gbt != province:
            yield Finding("areas", number, "gbt_2260", repr(gbt), f"{province!r}, the code of {iso}")
        elif not iso.startswith("CN-") and gbt and (iso or gbt[:2] != (around or gbt)[:2]):
            expected = "none outside China" if iso else f"one that begins with {around[:2]!r}, as {row['parent']} does"
            yield Finding("areas", number, "gbt_2260", repr(gbt), expected)


@rule("areas")
def the_headline_area_is_an_area(tables: Tables) -> Found:
    """The area whose figures are the headlines, where the descriptor names one, is one of the areas."""
    headline = tables.descriptor.get("headline_area", "")
    if headline and headline not in [row["id"] for row in tables["areas"].rows]:
        known = nearest(str(headline), [row["id"] for row in tables["areas"].rows])
        expected = " or ".join(map(repr, known)) or "the id of an area"
        yield Finding("", None, "headline_area", repr(headline), expected)
