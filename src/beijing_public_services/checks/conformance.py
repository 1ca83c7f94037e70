"""What frictionless finds wrong with a package, its warnings included; the only module that uses frictionless."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from beijing_public_services.checks.issue import Issue
from beijing_public_services.checks.safe_descriptor import vetted
from beijing_public_services.datapackage.tables import LARGEST_CELL, Table
from beijing_public_services.errors import MissingExtraError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beijing_public_services.datapackage.tables import Tables

LONGEST_MESSAGE = 400  # characters: some hold a cell or a path whole


def frictionless() -> Any:
    """The library frictionless. Raises `MissingExtraError` where it is not installed."""
    try:
        import frictionless as library
    except ImportError as missing:
        raise MissingExtraError("check", "validate") from missing
    return library


def conforms_to_its_descriptor(tables: Tables) -> Iterator[Issue]:
    """The package is as its descriptor says: frictionless finds no fault in schema, keys, types, sizes and hashes.

    The rule of an issue is `frictionless:` and the type of its error.
    """
    library, given = frictionless(), vetted(tables)
    for fault in given.faults:
        message = f"found {fault.found}, expected {fault.expected}"
        yield Issue(file=fault.file, row=fault.row, rule="frictionless:source-error", message=message)
    if not given.descriptor["resources"]:
        return
    try:
        report = library.Package.from_descriptor(given.descriptor, basepath=given.root).validate()
    except library.FrictionlessException as stopped:
        for each in stopped.reasons or [stopped.error]:
            yield _issue(tables.name, each)
        return
    except Exception as stopped:  # no descriptor, however odd, may end in a traceback
        message = f"found a descriptor that frictionless stops at ({type(stopped).__name__}: {stopped})"
        yield Issue(file=tables.name, rule="frictionless:error", message=message)
        return
    for error in report.errors:
        yield _issue(tables.name, error)
    for task in report.tasks:
        for warning in task.warnings:
            yield Issue(file=given.places[task.name], rule="frictionless:warning", message=warning)
        for error in task.errors:
            yield _issue(given.places[task.name], error)


def other_tables(tables: Tables) -> Iterator[tuple[str, Table]]:
    """The tables that only frictionless reads: other dialects and encodings, several files, inline data and JSON.

    One that it cannot read is left out; validating says why.
    """
    library, given = frictionless(), vetted(tables)
    for resource in given.descriptor["resources"]:
        if resource["type"] != "table" or resource["name"] in tables:
            continue
        dialect, schema = resource.get("dialect") or {}, resource.get("schema") or {}
        try:
            alone = {key: value for key, value in resource.items() if key not in ("schema", "hash", "bytes")}
            with library.Resource.from_descriptor(alone, basepath=given.root) as opened:
                columns = tuple(map(str, opened.labels or opened.header))
                if dialect.get("header") is False and schema:
                    columns = tuple(field["name"] for field in schema["fields"])
                found = [(row.row_number, [_text(cell) for cell in row.cells]) for row in opened.row_stream]
        except Exception:
            continue
        if len(set(columns)) == len(columns) and all(len(cells) == len(columns) for _, cells in found):
            rows = [dict(zip(columns, cells, strict=True)) for _, cells in found]
            numbers = tuple(number for number, _ in found)
            yield (
                resource["name"],
                Table.of_rows(file=given.places[resource["name"]], columns=columns, rows=rows, numbers=numbers),
            )


def _issue(file: str, error: Any) -> Issue:
    return Issue(
        file=file,
        row=getattr(error, "row_number", None),
        column=getattr(error, "field_name", None) or None,
        rule=f"frictionless:{error.type}",
        message=f"{error.message:.{LONGEST_MESSAGE}}",
    )


def _text(cell: object) -> str:
    """A cell of inline data as the text that a CSV file would hold."""
    if cell is None:
        return ""
    return str(cell).lower() if isinstance(cell, bool) else str(cell)[:LARGEST_CELL]
