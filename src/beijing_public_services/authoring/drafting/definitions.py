"""The definitions of the new units of a draft: those that follow from an id, and whether they can be loaded."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from beijing_public_services.authoring.drafting.standard_units import definitions_of
from beijing_public_services.errors import UnitConflictError, UnknownUnitError
from beijing_public_services.notation.unit_grammar import require_definitions
from beijing_public_services.notation.units import same_unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from beijing_public_services.datapackage.tables import Row

NOUN = re.compile("[a-z][a-z0-9_]*")
CHINESE_NAME = re.compile(r"[^\W\d]\w*")


def define(row: Row, definition: str, registry: Sequence[str]) -> tuple[str, ...]:
    """Fill in what follows from the id of a unit, keep what is given, and return the lines that define the unit.

    A noun that nothing defines becomes a unit of its own, alone or in a rate: 张 in 张/千人.
    """
    id_ = row["id"]
    lines = [line.strip() for line in definition.split(";") if line.strip()]
    row["expression"] = row["expression"] or id_
    if row["expression"] == id_ and not row["ucum"]:
        lines += definitions_of(f"{id_} {definition}" if "/" in id_ or lines else "")
        named = _names((*registry, *lines))
        parts, names = id_.split("/"), row["name_zh"].split("/")
        names = names if len(names) == len(parts) else [""] * len(parts)
        for part, name in zip(parts, names, strict=True):
            if NOUN.fullmatch(part) and not _is_named(part, named):
                lines.append(_noun(part, name))
            elif (
                part in named and name not in named and CHINESE_NAME.fullmatch(name)
            ):  # 千活产儿 of thousand_live_births
                lines.append(f"@alias {part} = {name}")
    else:
        lines += definitions_of(f"{row['expression']} {definition}")
    row["ucum"] = row["ucum"] or "/".join(f"{{{part}}}" for part in id_.split("/"))
    row["symbol"] = row["symbol"] or id_
    return tuple(dict.fromkeys(lines))


def faults_of(
    units: Mapping[str, Row], definitions: Mapping[str, Sequence[str]], registry: Sequence[str]
) -> dict[str, str]:
    """Return what is wrong with the definitions of new units, by the id of the unit."""
    found: dict[str, str] = {}
    for id_, lines in definitions.items():
        try:
            require_definitions(lines)
        except UnitConflictError as error:
            found[id_] = str(error)
    good = {id_: definitions[id_] for id_ in units if id_ in definitions and id_ not in found}
    together = with_definitions(registry, [line for lines in good.values() for line in lines])
    for id_ in good:
        try:
            same_unit(units[id_]["expression"], id_, tuple(together))
        except UnknownUnitError as error:
            found[id_] = str(error)
        except UnitConflictError:
            try:
                same_unit(units[id_]["expression"], id_, tuple(with_definitions(registry, good[id_])))
            except (UnitConflictError, UnknownUnitError) as error:
                found[id_] = str(error)
    return found


def with_definitions(own: Sequence[str], lines: Iterable[str]) -> list[str]:
    """Return the unit definitions of a package with others for what it does not define."""
    defined = {line.partition("=")[0].strip() for line in own if not line.startswith("@")}
    added = {line if line.startswith("@") else line.partition("=")[0].strip(): line for line in reversed([*lines])}
    return [*own, *(line for head, line in reversed(added.items()) if head not in defined and line not in own)]


def _noun(id_: str, name: str) -> str:
    return f"{id_} = [bps_{id_}]" + (f" = _ = {name}" if CHINESE_NAME.fullmatch(name) else "")


def _names(lines: Iterable[str]) -> set[str]:
    """Return the names that definitions give; a prefix keeps its hyphen."""
    return {part.strip() for line in lines for part in line.removeprefix("@alias").split("=")}


def _is_named(name: str, named: set[str]) -> bool:
    prefixes = [name[:at] for at in range(1, len(name)) if f"{name[:at]}-" in named and name[at:] in named]
    return name in named or bool(prefixes)
