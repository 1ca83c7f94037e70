"""A descriptor as another library may be given it: nothing in it is fetched, followed or looked up elsewhere."""

from __future__ import annotations

import csv
import io
import json
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from beijing_public_services._record import Record
from beijing_public_services.datapackage.reader import DELIMITERS, format_of, paths_of
from beijing_public_services.errors import DataPackageError, UnsafeFileError

if TYPE_CHECKING:
    from beijing_public_services.datapackage.tables import Tables

    Descriptor = dict[str, Any]

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
ELSEWHERE = ("profile", "profiles", "$schema", "resources")
OF_A_FILE = ("name", "path", "title", "description", "encoding", "bytes", "hash", "mediatype", "licenses", "sources")
OF_A_TABLE = (*OF_A_FILE, "data", "dialect", "schema")
BY_FRICTIONLESS = ("md5", "sha256")  # the hashes that it looks at, written in lower case


class Vetted(Record):
    """A vetted descriptor, the folder its paths lie in, the file of each resource, and what could not be read.

    Left out: what asks for an unsafe file, custom profiles, resources without a name of their own, inline data that is
    no table. A JSON table and inline text are given as rows; a file that is no table as a mere file.
    """

    descriptor: Descriptor
    root: str
    places: dict[str, str]
    faults: tuple[DataPackageError, ...]


def vetted(tables: Tables) -> Vetted:
    """The vetted descriptor of a package."""
    resources: dict[str, Descriptor] = {}
    faults: list[DataPackageError] = []
    for number, resource in enumerate(tables.descriptor["resources"]):
        unsafe = isinstance(tables.faults.get(number), UnsafeFileError)
        name = resource.get("name") if isinstance(resource, dict) else None
        if isinstance(name, str) and name not in resources and not unsafe:
            try:
                if made := _resource(tables, resource):
                    resources[name] = deepcopy(made)  # frictionless changes what it is given
            except DataPackageError as error:
                faults.append(error)
    for each in resources.values():
        if "schema" in each:
            each["schema"] = _schema(each["schema"], resources)
    package = {key: value for key, value in tables.descriptor.items() if key not in ELSEWHERE}
    return Vetted(
        descriptor={**package, "$schema": PROFILE, "resources": list(resources.values())},
        root="" if tables._files is None else str(tables._files.root),
        places={name: ", ".join(paths_of(each)) or f"{tables.name}#{name}" for name, each in resources.items()},
        faults=tuple(faults),
    )


def split_hash(text: str) -> tuple[str, str]:
    """The algorithm and the digest of a hash, in lower case; md5 where it names none."""
    algorithm, colon, digest = text.lower().rpartition(":")
    return (algorithm if colon else "md5"), digest


def _resource(tables: Tables, resource: Descriptor) -> Descriptor | None:
    kind, schema, paths = format_of(resource), resource.get("schema"), paths_of(resource)
    dialect = given if isinstance(given := resource.get("dialect"), dict) else {}
    made = {key: resource[key] for key in OF_A_TABLE if key in resource}
    if isinstance(said := made.pop("hash", None), str) and (known := split_hash(said))[0] in BY_FRICTIONLESS:
        made["hash"] = ":".join(known)
    if resource.get("type", "table") == "table" and (schema is None or isinstance(schema, dict)):
        if isinstance(resource.get("data"), str):
            return {**made, "type": "table", "data": _inline(tables, resource["data"], kind, dialect)}
        if isinstance(resource.get("data"), list):
            return {**made, "type": "table"}
        if paths and kind in ("", *DELIMITERS):
            return {**made, "type": "table", "format": kind or "csv"}
        if paths and kind == "json" and (schema or resource.get("type")):
            rows = _rows(tables, paths[0], dialect)
            return {"name": made["name"], "type": "table", "data": rows, **({"schema": schema} if schema else {})}
    return {**{key: made[key] for key in OF_A_FILE if key in made}, "type": "file"} if paths else None


def _inline(tables: Tables, text: str, kind: str, dialect: Descriptor) -> list[list[str]]:
    """The rows of a table that stands as text in the descriptor."""
    delimiter = dialect.get("delimiter", DELIMITERS.get(kind, ","))
    try:
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except (csv.Error, TypeError) as error:
        raise DataPackageError(tables.name, None, "data", f"no table ({error})", "delimited text") from None


def _rows(tables: Tables, path: str, dialect: Descriptor) -> list[Any]:
    """The rows in a JSON file, at the property that the dialect names."""
    assert tables._files is not None
    try:
        found = json.loads(tables._files.read(path))
    except (ValueError, RecursionError) as error:
        if isinstance(error, DataPackageError):
            raise
        raise DataPackageError(path, getattr(error, "lineno", None), None, f"no JSON ({error})", "a table") from None
    for part in filter(None, str(dialect.get("property") or "").split(".")):
        found = found.get(part) if isinstance(found, dict) else None
    if not isinstance(found, list):
        raise DataPackageError(path, None, None, f"{found!r:.60}", "a list of rows")
    return found


def _schema(schema: Any, resources: dict[str, Descriptor]) -> Any:
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
