"""What frictionless finds wrong with a package, its warnings included; the only module that uses frictionless."""

from __future__ import annotations

import csv
import io
import json
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from beijing_public_services.errors import DataPackageError, MissingExtraError, UnsafeFileError
from beijing_public_services.issue import Issue
from beijing_public_services.reading import DELIMITERS, format_of, paths_of
from beijing_public_services.tables import LARGEST_CELL, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beijing_public_services.tables import Tables

    Descriptor = dict[str, Any]

OF_A_FILE = ("name", "path", "title", "description", "encoding", "bytes", "hash", "mediatype", "licenses", "sources")
OF_A_TABLE = (*OF_A_FILE, "data", "dialect", "schema")


def frictionless() -> Any:
    """The library frictionless. Raises `MissingExtraError` where it is not installed."""
    try:
        import frictionless as library
    except ImportError as missing:
        raise MissingExtraError("check", "validate") from missing
    return library


def conforms_to_its_descriptor(tables: Tables) -> Iterator[Issue]:
    """What frictionless finds in a package: schema, keys, types, constraints, sizes and hashes.

    It is given the files that are safe to read and nothing that it would fetch. The rule of an issue is `frictionless:`
    and the type of its error. Raises `MissingExtraError` without frictionless.
    """
    library = frictionless()
    given, places = _safe(tables)
    if not given["resources"]:
        return
    try:
        package = library.Package.from_descriptor(given, basepath=_root(tables))
        report = package.validate()
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
            yield Issue(file=places[task.name], rule="frictionless:warning", message=warning)
        for error in task.errors:
            yield _issue(places[task.name], error)


def other_tables(tables: Tables) -> Iterator[tuple[str, Table]]:
    """The tables that only frictionless reads: other dialects and encodings, several files, inline data and JSON."""
    library = frictionless()
    given, places = _safe(tables)
    for resource in given["resources"]:
        if resource.get("type") != "table" or resource["name"] in tables:
            continue
        try:
            alone = {key: value for key, value in resource.items() if key not in ("schema", "hash", "bytes")}
            with library.Resource.from_descriptor(alone, basepath=_root(tables)) as opened:
                columns = tuple(map(str, opened.labels or opened.header))
                numbers, rows = [], []
                for row in opened.row_stream:
                    numbers.append(row.row_number)
                    rows.append(dict(zip(columns, map(_text, row.cells), strict=False)))
        except Exception:
            continue
        if len(set(columns)) == len(columns) and all(len(row) == len(columns) for row in rows):
            file = places[resource["name"]]
            yield resource["name"], Table(file=file, columns=columns, rows=rows, numbers=tuple(numbers))


def _safe(tables: Tables) -> tuple[Descriptor, dict[str, str]]:
    """The package as frictionless may be given it, and the file of each of its resources.

    Left out: what asks for an unsafe file, custom profiles and anything else that frictionless would look up, resources
    without a name of their own. A JSON table and inline text are given as rows; what is no table as a mere file.
    """
    resources: dict[str, Descriptor] = {}
    for number, resource in enumerate(tables.descriptor["resources"]):
        fault = tables.faults.get(number)
        name = resource.get("name") if isinstance(resource, dict) else None
        if isinstance(name, str) and name not in resources and not isinstance(fault, UnsafeFileError):
            try:
                if made := _safe_resource(tables, resource):
                    resources[name] = deepcopy(made)  # frictionless changes what it is given
            except (DataPackageError, ValueError, csv.Error):
                continue  # said by a rule on descriptors, or by files_are_readable
    for each in resources.values():
        if "schema" in each:
            each["schema"] = _safe_schema(each["schema"], resources)
    dropped = ("profile", "profiles", "$schema", "resources")
    package = {key: value for key, value in tables.descriptor.items() if key not in dropped}
    package["$schema"] = "https://datapackage.org/profiles/2.0/datapackage.json"
    places = {name: ", ".join(paths_of(each)) or f"{tables.name}#{name}" for name, each in resources.items()}
    return {**package, "resources": list(resources.values())}, places


def _safe_resource(tables: Tables, resource: Descriptor) -> Descriptor | None:
    """The resource as frictionless may be given it; None for inline data that is no table."""
    kind = format_of(resource)
    schema = resource.get("schema")
    is_table = resource.get("type", "table") == "table" and isinstance(schema, dict | None)
    dialect = given if isinstance(given := resource.get("dialect"), dict) else {}
    made = {key: resource[key] for key in OF_A_TABLE if key in resource}
    if isinstance(said := made.get("hash"), str) and said.rpartition(":")[0] not in ("", "md5", "sha256"):
        del made["hash"]  # which frictionless leaves out, and files_have_their_hash does not
    if not is_table:
        pass
    elif "data" in resource and isinstance(resource["data"], str):
        lines = io.StringIO(resource["data"], newline="")
        delimiter = str(dialect.get("delimiter", DELIMITERS.get(kind, ",")))
        rows = list(csv.reader(lines, delimiter=delimiter))
        return {**made, "type": "table", "data": rows}
    elif isinstance(resource.get("data"), list):
        return {**made, "type": "table"}
    elif kind in DELIMITERS or (not kind and paths_of(resource)):
        return {**made, "type": "table", "format": kind or "csv"}
    elif kind == "json" and (schema or resource.get("type") == "table"):
        data = _data(tables, paths_of(resource)[0], dialect)
        return {"name": made["name"], "type": "table", "data": data, **({"schema": schema} if schema else {})}
    return {**{key: made[key] for key in OF_A_FILE if key in made}, "type": "file"} if paths_of(resource) else None


def _safe_schema(schema: Any, resources: dict[str, Descriptor]) -> Any:
    """The schema without references to resources that are left out, missing values as plain texts."""
    if not isinstance(schema, dict):
        return schema
    made = dict(schema)
    if isinstance(given := schema.get("missingValues"), list):
        made["missingValues"] = [each.get("value") if isinstance(each, dict) else each for each in given]
    if isinstance(keys := schema.get("foreignKeys"), list):
        made["foreignKeys"] = [each for each in keys if _leads_to(each, resources)]
    return made


def _leads_to(key: Any, resources: dict[str, Descriptor]) -> bool:
    """Whether a foreign key refers to its own resource or to one that is given."""
    reference = key.get("reference") if isinstance(key, dict) else None
    if not isinstance(reference, dict) or "package" in reference:
        return False
    return not reference.get("resource") or reference["resource"] in resources


def _data(tables: Tables, path: str, dialect: Descriptor) -> list[Any]:
    """The rows in a JSON file, at the property that the dialect names."""
    assert tables._files is not None
    found = json.loads(tables._files.read(path))
    for part in str(dialect.get("property") or "").split(".") if dialect.get("property") else ():
        found = found.get(part) if isinstance(found, dict) else None
    if not isinstance(found, list):
        raise DataPackageError(path, None, None, f"{found!r:.60}", "a list of rows")
    return found


def _root(tables: Tables) -> str:
    return "" if tables._files is None else str(tables._files.root)


def _issue(file: str, error: Any) -> Issue:
    return Issue(
        file=file,
        row=getattr(error, "row_number", None),
        column=getattr(error, "field_name", None) or None,
        rule=f"frictionless:{error.type}",
        message=error.message,
    )


def _text(cell: object) -> str:
    """A cell of inline data as the text that a CSV file would hold."""
    if cell is None:
        return ""
    return str(cell).lower() if isinstance(cell, bool) else str(cell)[:LARGEST_CELL]
