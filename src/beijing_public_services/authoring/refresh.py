"""Bringing what is derived in a data package up to date: ids, the references to them, sizes and hashes."""

from __future__ import annotations

import hashlib
from copy import deepcopy
from io import StringIO
from typing import TYPE_CHECKING
from zipfile import is_zipfile

from beijing_public_services.authoring.journal import is_unfinished, keep_journal, mend, remove_journal
from beijing_public_services.authoring.range_column import with_range_column
from beijing_public_services.authoring.transcribe import transcribe
from beijing_public_services.datapackage.archives import PACKED
from beijing_public_services.datapackage.atomic_write import write_files
from beijing_public_services.datapackage.contract import CONTRACT, is_of_the_contract
from beijing_public_services.datapackage.descriptor import read_descriptor
from beijing_public_services.datapackage.file_bytes import csv_file, json_file
from beijing_public_services.datapackage.files import package_files
from beijing_public_services.datapackage.layout import paths_of, plain_delimiter
from beijing_public_services.datapackage.reader import tables_of
from beijing_public_services.datapackage.tables import read_table
from beijing_public_services.errors import DataPackageError
from beijing_public_services.model.row_ids import anomaly_id, identity_id, observation_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from os import PathLike
    from pathlib import Path
    from typing import Any

    from beijing_public_services.datapackage.files import PackageFiles
    from beijing_public_services.datapackage.tables import Row, Tables


def refresh(
    path: str | PathLike[str], *, report: str | Mapping[str, str] | None = None, write: bool = True
) -> list[str]:
    """Bring what is derived in a data package up to date, and return the files that were out of date.

    Derived are the ids of observations, identities and anomalies, the references to them (by the foreign keys of the
    descriptor), and the size and hash of each resource that is one file. If `report` is given, so are the paragraphs,
    the numerals and the places of footnotes. If a figure has the bound `between`, the table of figures gets the column
    `upper` that ranges need. A file that is up to date is not touched.

    What is to be written is read back before it takes its place. If a file cannot be written, or the user interrupts,
    the files are as they were before. If the process is killed, the next `refresh` completes what it had begun.

    Args:
        path: the folder of the package.
        report: the text of the report, in the form described in docs/data-package.md; for a package of several
            reports, the texts by the ids of the reports in `sources`.
        write: whether files are written; if not, they are only named.

    Returns:
        The names of the files within the package, the descriptor last.

    Raises:
        DataPackageError: a file cannot be read, a column of the contract is missing, or a reference is to an id that
            several rows have.
        WriteError: a file cannot be written.

    >>> from beijing_public_services.datapackage.bundled_files import bundled_folder
    >>> with bundled_folder() as folder:
    ...     refresh(folder, write=False)
    []
    """
    if is_zipfile(path):
        raise DataPackageError(str(path), None, None, "an archive", "a data package in a folder, to be written to")
    with package_files(path) as files:
        if not write and is_unfinished(files):
            found, expected = "a refresh that was killed", "one that was completed: run refresh again"
            raise DataPackageError(files.descriptor, None, None, found, expected)
        mended = mend(files)
        tables = tables_of(files)
    for fault in tables.faults.values():
        raise fault
    plain = {each["name"] for each in tables.descriptor["resources"] if plain_delimiter(each) and "name" in each}
    tables = tables.replace(by_name={name: table for name, table in tables.by_name.items() if name in plain})
    before = _contents(tables)
    descriptor = read_descriptor(files.descriptor, files.read(files.descriptor))
    original = deepcopy(descriptor)
    if is_of_the_contract("observations", tables):
        tables, descriptor = with_range_column(tables, descriptor, tables["observations"].rows)
    if report is not None:
        transcribe(tables, report)
    _identify_all(tables)
    stale = {file: content for file, content in _contents(tables).items() if content != before[file]}
    _read_back(tables, stale)
    _measure_files(files, descriptor, stale)
    if descriptor != original:
        stale[files.descriptor] = json_file(descriptor)
    if write:
        _write(files, stale)
    return list(dict.fromkeys([*mended, *stale]))


def _identify_all(tables: Tables) -> None:
    """Give every row whose id follows from its cells that id, and change the references to it."""
    if is_of_the_contract("observations", tables) and is_of_the_contract("sources", tables):
        tables["sources"].require("id", "kind")
        kinds = {row["id"]: row["kind"] for row in tables["sources"].rows}
        _identify(tables, "observations", lambda row: observation_id(row, kinds.get(row["source"], "")))
    for name, identify in (("identities", identity_id), ("anomalies", anomaly_id)):
        if is_of_the_contract(name, tables):
            _identify(tables, name, identify)


def _contents(tables: Tables) -> dict[str, bytes]:
    """The tables as they would be written, by their files."""
    return {
        table.file: csv_file(table.rows, table.columns, plain_delimiter(_resource(tables, name)) or ",")
        for name, table in tables.by_name.items()
    }


def _measure_files(files: PackageFiles, descriptor: dict[str, Any], changed: Mapping[str, bytes]) -> None:
    """Give each resource that is one file its size and hash; `changed` has the contents that files will get."""
    for resource in descriptor["resources"]:
        if isinstance(resource, dict) and paths_of(resource) == [resource.get("path")]:
            size, digest = _measure(files.resolve(resource["path"]), changed.get(resource["path"]))
            resource |= {"bytes": size, "hash": f"sha256:{digest}"}


def _measure(file: Path, content: bytes | None) -> tuple[int, str]:
    """Return the size and the SHA-256 of a file, or of what is to be in its place."""
    if content is not None:
        return len(content), hashlib.sha256(content).hexdigest()
    with file.open("rb") as stream:
        return file.stat().st_size, hashlib.file_digest(stream, "sha256").hexdigest()


def _identify(tables: Tables, resource: str, identify: Callable[[Row], str]) -> None:
    """Give each row of a resource the id that it says itself, and each reference to the row that id."""
    table = tables[resource]
    table.require("id", *CONTRACT[resource].id_follows)
    given: dict[str, set[str]] = {}
    rows = table.rows
    for row in rows:
        id_ = identify(row)
        given.setdefault(row["id"], set()).add(id_)
        row["id"] = id_
    tables.by_name[resource] = table.with_rows(rows)
    renamed = {old: new for old, new in given.items() if old and old not in new}
    for name, column in _referring(tables, resource) if renamed else ():
        if name not in tables:
            found = f"a table that refers to {resource} and is not plain"
            raise DataPackageError(tables.name, None, f"resource {name!r}", found, "one that can be written to")
        referring = tables[name]
        cells = referring.column(column)
        for place, cell in enumerate(cells):
            if new := renamed.get(cell):
                if len(new) > 1:
                    found = f"{cell!r}, the id of {len(new)} rows of {resource}"
                    expected = f"the id of one of them, such as {min(new)!r}"
                    raise DataPackageError(referring.file, referring.number(place), column, found, expected)
                (cells[place],) = new


def _referring(tables: Tables, resource: str) -> Iterator[tuple[str, str]]:
    """Each column that refers to the ids of a resource, by the foreign keys of the descriptor."""
    for number, each in enumerate(tables.descriptor["resources"]):
        try:
            for key in each.get("schema", {}).get("foreignKeys", ()):
                columns, keys = (
                    [fields] if isinstance(fields, str) else fields
                    for fields in (key["fields"], key["reference"]["fields"])
                )
                if (key["reference"].get("resource") or each["name"]) == resource and "id" in keys:
                    yield each["name"], columns[keys.index("id")]
        except (AttributeError, IndexError, KeyError, TypeError):
            place = f"resources[{number}].schema.foreignKeys"
            expected = "foreign keys as the Table Schema has them"
            raise DataPackageError(tables.name, None, place, f"{each!r:.80}", expected) from None


def _read_back(tables: Tables, contents: Mapping[str, bytes]) -> None:
    """Raise `DataPackageError` unless each table that is to be written would be read as it is now."""
    by_file = {table.file: (name, table) for name, table in tables.by_name.items()}
    for file, content in contents.items():
        name, table = by_file[file]
        delimiter = plain_delimiter(_resource(tables, name)) or ","
        read = read_table(file, StringIO(content.decode(), newline=""), delimiter)
        if (read.columns, read.cells) != (table.columns, table.cells):
            raise DataPackageError(file, None, None, "cells that no CSV file can hold as they are", "other text")


def _resource(tables: Tables, name: str) -> dict[str, Any]:
    resources: list[Any] = tables.descriptor["resources"]
    return next(each for each in resources if isinstance(each, dict) and each.get("name") == name)


def _write(files: PackageFiles, contents: Mapping[str, bytes]) -> None:
    """Write these files, all or none."""
    targets = {}
    for file, content in contents.items():
        targets[files.resolve(file)] = content
        if file.lower().endswith(PACKED):
            raise DataPackageError(file, None, None, "a packed table that is stale", "one that can be written to")
    if targets:
        try:
            write_files(targets, overwrite=True, journal=keep_journal(files))
        finally:
            remove_journal(files)
