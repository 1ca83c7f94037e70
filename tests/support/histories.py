"""Invented releases of the data package, edited row by row; no tests in here."""

from __future__ import annotations

import hashlib
import json
import re
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tests.support.editing import rows_of, tables_copy

from beijing_public_services.datapackage.contract import CONTRACT
from beijing_public_services.datapackage.file_bytes import csv_file
from beijing_public_services.datapackage.loader import build
from beijing_public_services.datapackage.tables import Tables

if TYPE_CHECKING:
    from collections.abc import Callable

    from beijing_public_services.datapackage.contract import Reference
    from beijing_public_services.datapackage.package import DataPackage

    Edit = Callable[[Tables], None]

PM = "environment.pm2_5_annual_mean"
FIGURE = f"{PM}:CN-BJ:2024"
FOREST = "environment.forest_coverage_rate"  # no other indicator refers to it
BLUE_SKIES = "instrument.battle_for_blue_skies"
KEPT = (  # the indicators of an invented release
    PM,
    "environment.pm2_5_annual_mean_growth",
    "environment.pm2_5_annual_mean_attainment_streak",
    FOREST,
    "infrastructure.parks",  # whose figure is cross-checked
    "science_technology.highly_cited_scientists",  # whose figure is an anomaly
)
NUMERALS = 80
EMPTIED = ("errata", "aliases")  # whatever is recorded of the real releases is no part of an invented history


def put(resource: str, key: dict[str, str], **cells: str) -> Edit:
    """Write these cells into the one row that the key names."""

    def edit(tables: Tables) -> None:
        with rows_of(tables, resource) as rows:
            (row,) = (each for each in rows if key.items() <= each.items())
            row.update(cells)

    return edit


def add(resource: str, **cells: str) -> Edit:
    """Add a row with these cells, the others empty."""

    def edit(tables: Tables) -> None:
        with rows_of(tables, resource) as rows:
            rows.append(dict.fromkeys(tables[resource].columns, "") | cells)

    return edit


def copy(resource: str, id: str, /, **cells: str) -> Edit:
    """Add a row like the one with this id, but for these cells."""

    def edit(tables: Tables) -> None:
        with rows_of(tables, resource) as rows:
            (row,) = (each for each in rows if each["id"] == id)
            rows.append(row | cells)

    return edit


def remove(id: str) -> Edit:
    """Remove an indicator with its observations, or an observation, with the rows that refer to them.

    A statement that lists the indicator stays, without it in the list.
    """

    def edit(tables: Tables) -> None:
        with rows_of(tables, "statements") as rows:
            for row in rows:
                row["indicators"] = ";".join(each for each in row["indicators"].split(";") if each != id)
        for name, table in tables.by_name.items():
            if name not in EMPTIED:
                kept = [row for row in table.rows if not any(_of(cell, id) for cell in row.values())]
                tables.by_name[name] = table.with_rows(kept)

    return edit


def rename(id: str, to: str) -> Edit:
    """Give an indicator with its observations, or an observation, another id wherever it stands, also within an id."""

    def renamed(cell: str) -> str:
        return "".join(to + part[len(id) :] if _of(part, id) else part for part in re.split("([; ])", cell))

    def edit(tables: Tables) -> None:
        for name, table in tables.by_name.items():
            if name not in EMPTIED:
                rows = [{column: renamed(cell) for column, cell in row.items()} for row in table.rows]
                tables.by_name[name] = table.with_rows(rows)

    return edit


def alias(kind: str, id: str, successor: str = "", since: str = "1.0.0", note: str = "A better name.") -> Edit:
    """Record that an id is another one by now, or none."""
    fate = "renamed" if successor else "removed"
    return add("aliases", id=id, kind=kind, fate=fate, successor=successor, since=since, note=note)


def erratum(observation: str, column: str, before: str, after: str, release: str = "0.2.0") -> Edit:
    """Record that a cell of an observation was corrected."""
    about = {"reason": "Misread.", "date": "2027-01-15"}
    return add("errata", observation=observation, release=release, column=column, before=before, after=after, **about)


def few(tables: Tables) -> Tables:
    """Return the tables of a few indicators: of every other table the rows whose references are there."""
    rows = {name: table.rows for name, table in tables.by_name.items()}
    rows["indicators"] = [row for row in rows["indicators"] if row["id"] in KEPT]
    rows["statements"] = [row for row in rows["statements"] if row["id"] == BLUE_SKIES]
    rows["numerals"] = rows["numerals"][:NUMERALS]
    before = -1
    while before != (before := sum(map(len, rows.values()))):
        for resource in CONTRACT.values():
            for reference in resource.references:
                known = {tuple(row[key] for key in CONTRACT[to].key) for to in reference.resources for row in rows[to]}
                rows[resource.name] = [row for row in rows[resource.name] if _refers(row, reference, known)]
    cited = {row["source"] for name in ("observations", "cross_checks") for row in rows[name]}
    rows["sources"] = [row for row in rows["sources"] if row["id"] in cited or row["kind"] != "publication"]
    return Tables(
        descriptor=tables.descriptor, by_name={name: tables[name].with_rows(each) for name, each in rows.items()}
    )


def _refers(row: dict[str, str], reference: Reference, known: set[tuple[str, ...]]) -> bool:
    cells = [row[column] for column in reference.columns]
    keys = [(each,) for each in cells[0].split(";")] if reference.is_list else [tuple(cells)]
    return not any(cells) or known.issuperset(keys)


@cache
def few_tables() -> Tables:
    """Return the tables of a few indicators of the bundled package."""
    return few(tables_copy())


def edited(version: str, *edits: Edit, tables: Tables | None = None) -> Tables:
    """The tables of a release with this version: those of the bundled package, or these, after these edits."""
    given = tables_copy() if tables is None else tables
    tables = Tables(descriptor={**given.descriptor, "version": version}, by_name={**given.by_name})
    for name in EMPTIED:
        tables.by_name[name] = tables[name].with_rows([])
    for edit in edits:
        edit(tables)
    return tables


def release(version: str, *edits: Edit) -> DataPackage:
    """A release of a few indicators as values."""
    return build(edited(version, *edits, tables=few_tables()))


def publish(
    folder: Path, version: str, *edits: Edit, tables: Tables | None = None, metadata: dict[str, str] | None = None
) -> Path:
    """A release of all indicators, or of these tables, in a folder, with the sizes and hashes of its files."""
    tables = edited(version, *edits, tables=tables)
    descriptor = deepcopy(tables.descriptor) | (metadata or {})
    for resource in descriptor["resources"]:
        table = tables[resource["name"]]
        content = csv_file(table.rows, table.columns)
        (folder / table.file).parent.mkdir(parents=True, exist_ok=True)
        (folder / table.file).write_bytes(content)
        resource |= {"bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}"}
    (folder / "datapackage.json").write_text(json.dumps(descriptor, ensure_ascii=False), encoding="utf-8")
    return folder


def _of(cell: str, id: str) -> bool:
    return cell == id or cell.startswith(f"{id}:")
