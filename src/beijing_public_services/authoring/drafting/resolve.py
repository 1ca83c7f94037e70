"""Completing what a reviewed draft proposes anew: domains, areas, units, sources and indicators."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services._record import Record
from beijing_public_services.authoring.drafting.definitions import define, faults_of
from beijing_public_services.authoring.drafting.fitness import misfit
from beijing_public_services.datapackage.descriptor import unit_definitions

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from beijing_public_services.datapackage.tables import Row

NEW = "?"
PARENT = "{parent}"
NEEDED = {
    "domains": ("id", "name_zh", "name_en"),
    "areas": ("id", "name_zh", "name_en"),
    "units": ("id", "name_zh", "name_en"),
    "indicators": ("id", "name_zh", "name_en", "definition", "measure", "unit"),
    "sources": ("id", "kind", "title", "publisher", "grade"),
}


class Resolved(Record):
    """What rows of a draft refer to: by the reference the id in the package, and new rows by table and id.

    `missing` says by the reference why it has no id yet; `definitions` are those of new units by their id.
    """

    ids: dict[str, dict[str, str]]
    rows: dict[str, dict[str, Row]]
    missing: dict[tuple[str, str], str]
    definitions: dict[str, tuple[str, ...]]


class Setting(Record):
    """What the rows of a draft are completed against: the package's rows by table and id, and its descriptor."""

    known: Mapping[str, Mapping[str, Row]]
    descriptor: Mapping[str, Any]

    @property
    def registry(self) -> tuple[str, ...]:
        """The unit definitions of the package."""
        return unit_definitions(dict(self.descriptor))


def resolve(
    skeletons: Mapping[str, Iterable[Row]], known: Mapping[str, Mapping[str, Row]], descriptor: Mapping[str, Any]
) -> Resolved:
    """Return the rows that the skeletons of a draft complete, and why others are not complete.

    Args:
        skeletons: the rows of the files in `draft/` by name.
        known: the rows of the package's tables by name and id.
        descriptor: the descriptor of the package.
    """
    setting = Setting(known=known, descriptor=descriptor)
    found = Resolved(
        ids={name: {id_: id_ for id_ in known.get(name, {})} for name in NEEDED},
        rows={name: {} for name in (*NEEDED, "topics")},
        missing={},
        definitions={},
    )
    for name in ("domains", "areas", "units", "sources", "indicators"):
        for row in sorted(skeletons.get(name, ()), key=lambda row: bool(name == "indicators" and row["parent"])):
            _resolve(name, row, found, setting)
        if name == "units":
            _leave_out(found, faults_of(found.rows["units"], found.definitions, setting.registry))
    return found


def _leave_out(found: Resolved, faults: Mapping[str, str]) -> None:
    """Count units whose definitions are wrong as missing."""
    for id_, fault in faults.items():
        found.rows["units"].pop(id_, None)
        for reference in [each for each, own in found.ids["units"].items() if own == id_]:
            del found.ids["units"][reference]
            found.missing["units", reference] = f"definition of {reference} in draft/units.csv: {fault}"


def _resolve(name: str, row: Row, found: Resolved, setting: Setting) -> None:
    known = setting.known
    reference = row.get("proposed") or row["id"]
    if name == "indicators" and any(PARENT in cell for cell in row.values()):
        parent = found.ids["indicators"].get(row["parent"], "")
        own = found.rows["indicators"].get(parent) or known.get("indicators", {}).get(parent)
        if own is None:
            is_there = ("indicators", row["parent"]) in found.missing
            reason = "is not complete" if is_there else "is no row of draft/indicators.csv"
            found.missing[name, reference] = f"parent {row['parent']!r} of {reference} {reason}"
            return
        row = _derived(row, own)
    empty = [column for column in NEEDED[name] if not row.get(column, "").strip()]
    if empty:
        found.missing[name, reference] = f"empty in draft/{name}.csv: {', '.join(empty)} of {reference}"
        return
    made = {column: cell.strip() for column, cell in row.items() if column not in ("proposed", "why", "definition")}
    if name == "units":
        lines = define(made, row.get("definition", ""), setting.registry)
        found.definitions[made["id"]] = lines
    elif name == "indicators":
        made["definition"] = row["definition"].strip()
        reason = _place(made, found, known)
        if reason:
            found.missing[name, reference] = reason
            return
    if made["id"] not in known.get(name, {}):
        reason = misfit(name, made, setting.descriptor)
        if reason:
            found.missing[name, reference] = f"{reference} in draft/{name}.csv: {reason}"
            return
    found.ids[name][reference] = found.ids[name][made["id"]] = made["id"]
    if made["id"] not in known.get(name, {}):
        found.rows[name][made["id"]] = made


def _derived(row: Row, parent: Row) -> Row:
    """Return an indicator with its id, names and definition as they follow from its parent: {parent}_growth."""
    name = parent["name_en"]
    small = name[:1].lower() + name[1:] if name[1:2].islower() else name
    given = {"id": parent["id"], "name_zh": parent["name_zh"], "name_en": name, "definition": small}
    filled = {column: row[column].replace(PARENT, text) for column, text in given.items()}
    domain = parent["domain"] if PARENT in row["id"] else row["domain"]
    return {**row, **filled, "domain": domain}


def _place(row: Row, found: Resolved, known: Mapping[str, Mapping[str, Row]]) -> str:
    """Give an indicator its domain, topic, unit and parent; return what is missing, "" if nothing is."""
    for column, name in (("unit", "units"), ("domain", "domains")):
        reference = row[column]
        if reference not in found.ids[name]:
            return found.missing.get((name, reference), f"{column} {reference!r} of {row['id']!r}: no such row")
        row[column] = found.ids[name][reference]
    domain = row["domain"]
    if "." not in row["id"]:
        row["id"] = f"{domain}.{row['id']}"
    row["parent"] = (
        "" if row["parent"].startswith(NEW) and row["parent"] not in found.ids["indicators"] else row["parent"]
    )
    row["parent"] = found.ids["indicators"].get(row["parent"], row["parent"])
    topics = {**known.get("topics", {}), **found.rows["topics"]}
    if row["topic"] not in topics:
        own = next((topic for topic, each in topics.items() if each["domain"] == domain), "")
        row["topic"] = own or f"{domain}.figures"
        if not own:
            section = {**known.get("domains", {}), **found.rows["domains"]}[domain]
            found.rows["topics"][row["topic"]] = {**section, "id": row["topic"], "domain": domain}
    return ""
