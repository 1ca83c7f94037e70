"""Completing what a reviewed draft proposes anew: domains, areas, units, sources and indicators."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from beijing_public_services._record import Record
from beijing_public_services.authoring.drafting.units import definitions_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from beijing_public_services.datapackage.tables import Row

NEW = "?"
PARENT = "{parent}"
NOUN = re.compile("[a-z][a-z0-9_]*")
NEEDED = {
    "domains": ("id", "name_zh", "name_en"),
    "areas": ("id", "name_zh", "name_en"),
    "units": ("id", "name_zh", "name_en"),
    "indicators": ("id", "name_zh", "name_en", "definition", "measure", "unit"),
    "sources": ("id", "kind", "title", "grade"),
}


class Resolved(Record):
    """What rows of a draft refer to: by the reference the id in the package, and new rows by table and id.

    `missing` says by the reference why it has no id yet; `definitions` are those of new units by their id.
    """

    ids: dict[str, dict[str, str]]
    rows: dict[str, dict[str, Row]]
    missing: dict[tuple[str, str], str]
    definitions: dict[str, tuple[str, ...]]


def resolve(skeletons: Mapping[str, Iterable[Row]], known: Mapping[str, Mapping[str, Row]]) -> Resolved:
    """Return the rows that the skeletons of a draft complete, and why others are not complete.

    Args:
        skeletons: the rows of the files in `draft/` by name.
        known: the rows of the package's tables by name and id.
    """
    found = Resolved(
        ids={name: {id_: id_ for id_ in known.get(name, {})} for name in NEEDED},
        rows={name: {} for name in (*NEEDED, "topics")},
        missing={},
        definitions={},
    )
    for name in ("domains", "areas", "units", "sources", "indicators"):
        for row in sorted(skeletons.get(name, ()), key=lambda row: bool(name == "indicators" and row["parent"])):
            _resolve(name, row, found, known)
    return found


def _resolve(name: str, row: Row, found: Resolved, known: Mapping[str, Mapping[str, Row]]) -> None:
    reference = row.get("proposed") or row["id"]
    if name == "indicators" and any(PARENT in cell for cell in row.values()):
        parent = found.ids["indicators"].get(row["parent"], "")
        own = found.rows["indicators"].get(parent) or known.get("indicators", {}).get(parent)
        if own is None:
            reason = found.missing.get(("indicators", row["parent"]), "no such row")
            found.missing[name, reference] = f"parent {row['parent']!r} of {reference}: {reason}"
            return
        row = _derived(row, own)
    empty = [column for column in NEEDED[name] if not row.get(column, "").strip()]
    if empty:
        found.missing[name, reference] = f"empty in draft/{name}.csv: {', '.join(empty)} of {reference}"
        return
    made = {column: cell.strip() for column, cell in row.items() if column not in ("proposed", "why", "definition")}
    if name == "units":
        _define(made, row.get("definition", ""), found)
    elif name == "indicators":
        made["definition"] = row["definition"].strip()
        reason = _place(made, found, known)
        if reason:
            found.missing[name, reference] = reason
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


def _define(row: Row, definition: str, found: Resolved) -> None:
    """Fill in what follows from the id of a noun that is counted; keep what is given."""
    id_ = row["id"]
    lines = tuple(line.strip() for line in definition.split(";") if line.strip())
    is_noun = NOUN.fullmatch(id_) is not None and row["expression"] in ("", id_) and not lines
    if is_noun and not row["ucum"]:
        names = row["name_zh"] if re.fullmatch(r"[^\W\d]\w*", row["name_zh"]) else ""
        lines = (f"{id_} = [bps_{id_}]" + (f" = _ = {names}" if names else ""),)
    row["expression"] = row["expression"] or id_
    if not is_noun:
        lines += tuple(definitions_of(f"{row['expression']} {definition}"))
    row["ucum"] = row["ucum"] or "/".join(f"{{{part}}}" for part in id_.split("/"))
    row["symbol"] = row["symbol"] or id_
    found.definitions[id_] = lines


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
