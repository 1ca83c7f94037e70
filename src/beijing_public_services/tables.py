"""Reading the files of a data package as rows of text; nothing else in the library opens them."""

from __future__ import annotations

from _csv import (
    Error,
    reader,
)  # the C half of csv; the other half imports re, and with it a third of what a value may cost
from io import StringIO

from beijing_public_services import _release
from beijing_public_services._location import DESCRIPTOR, bundled_bytes
from beijing_public_services._record import TYPE_CHECKING, Record
from beijing_public_services.errors import DataPackageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from os import PathLike
    from typing import Any

    Row = dict[str, str]


class Table(Record):
    """The rows of one file as text, in its order; `file` is its path within the package."""

    file: str
    columns: tuple[str, ...]
    rows: list[Row]

    def numbered(self) -> Iterator[tuple[int, Row]]:
        """The rows with their numbers as an editor counts them: the header is row 1."""
        return enumerate(self.rows, 2)

    def require(self, *columns: str) -> None:
        """Raise `DataPackageError` where the table does not have all of these columns."""
        for column in columns:
            if column not in self.columns:
                raise DataPackageError(self.file, 1, column, "no such column", "the columns of the data contract")


class Tables(Record):
    """A package's descriptor, and its tables by the name of their resource."""

    descriptor: dict[str, Any]
    by_name: dict[str, Table]

    def __getitem__(self, name: str) -> Table:
        try:
            return self.by_name[name]
        except KeyError:
            raise DataPackageError(
                DESCRIPTOR, None, "resources", f"no resource {name!r}", "one, as the data contract asks"
            ) from None

    def __contains__(self, name: object) -> bool:
        return name in self.by_name


def _raise(error: DataPackageError) -> None:
    raise error


RELEASED: dict[str, Any] = {
    "name": _release.NAME,
    "version": _release.VERSION,
    "headline_area": _release.HEADLINE_AREA,
}


def released_tables() -> Tables:
    """The tables of the bundled package without reading its descriptor: in its place they have `RELEASED`."""
    files = {name: f"data/{name}.csv" for name in _release.RESOURCES}
    by_name = {name: read_table(file, bundled_bytes(file)) for name, file in files.items()}
    return Tables(descriptor=RELEASED, by_name=by_name)


def bundled_tables() -> Tables:
    """The tables of the data package shipped with the library."""
    return _tables(DESCRIPTOR, bundled_bytes, _raise)


def read_tables(path: str | PathLike[str], unreadable: Callable[[DataPackageError], None] = _raise) -> Tables:
    """The tables that a descriptor lists, from the folder it lies in or its own path.

    Raises `DataPackageError` for a missing or malformed descriptor; a path that leaves the package, a missing file
    and a malformed table go to `unreadable`, which raises too unless you give another, and the table is left out.
    """
    from pathlib import Path

    given = Path(path)
    folder, name = (given, DESCRIPTOR) if given.is_dir() else (given.parent, given.name)
    root = folder.resolve()

    def read(file: str) -> bytes:
        target = None if "\0" in file else (root / file).resolve()
        if target is None or not target.is_relative_to(root) or "://" in file:
            raise DataPackageError(name, None, "path", repr(file), "a file inside the package's folder")
        try:
            return target.read_bytes()
        except OSError as error:
            raise DataPackageError(
                str(folder / file), None, None, error.strerror or "an unreadable file", "a readable file"
            ) from None

    return _tables(name, read, unreadable)


def _tables(name: str, read: Callable[[str], bytes], unreadable: Callable[[DataPackageError], None]) -> Tables:
    descriptor = read_descriptor(name, read(name))
    by_name = {}
    for number, resource in enumerate(descriptor["resources"]):
        try:
            if not isinstance(resource, dict) or not all(
                isinstance(resource.get(key), str) for key in ("name", "path")
            ):
                raise DataPackageError(
                    name, None, f"resources[{number}]", f"{resource!r:.80}", "an object with a name and one path"
                )
            if resource["name"] in by_name:
                found = f"the name {resource['name']!r} again"
                raise DataPackageError(name, None, f"resources[{number}]", found, "each name once")
            by_name[resource["name"]] = read_table(resource["path"], read(resource["path"]))
        except DataPackageError as error:
            unreadable(error)
    return Tables(descriptor=descriptor, by_name=by_name)


def read_descriptor(name: str, content: bytes) -> dict[str, Any]:
    """The descriptor in this JSON, an object with a list of resources. Raises `DataPackageError` for anything else."""
    import json

    try:
        descriptor = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise DataPackageError(
            name, getattr(error, "lineno", None), None, f"no JSON ({error})", "a Data Package descriptor"
        ) from None
    if not isinstance(descriptor, dict) or not isinstance(descriptor.get("resources"), list):
        raise DataPackageError(name, None, None, f"{descriptor!r:.60}", "an object with a list of 'resources'")
    return descriptor


def unit_definitions(descriptor: dict[str, Any]) -> tuple[str, ...]:
    """The pint definitions of a package, none without a `unit_registry`; `DataPackageError` for no list of texts."""
    definitions = descriptor.get("unit_registry", [])
    if not isinstance(definitions, list) or not all(isinstance(each, str) for each in definitions):
        raise DataPackageError(DESCRIPTOR, None, "unit_registry", f"{definitions!r:.60}", "a list of pint definitions")
    return tuple(definitions)


def read_table(file: str, content: bytes) -> Table:
    """The rows of a CSV file in UTF-8 with distinct column names and even rows; else `DataPackageError`."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = error.object.count(b"\n", 0, error.start) + 1
        raise DataPackageError(file, row, None, f"the byte {error.object[error.start]:#04x}", "text in UTF-8") from None
    lines = reader(StringIO(text, newline=""), strict=True)
    rows: list[Row] = []
    try:
        columns = tuple(next(lines, ()))
        if not columns or len(set(columns)) < len(columns) or "" in columns:
            raise DataPackageError(file, 1, None, f"the header {','.join(columns)!r}", "distinct column names")
        width = len(columns)
        for cells in lines:
            if len(cells) != width:
                raise DataPackageError(file, len(rows) + 2, None, f"{len(cells)} cells", f"{width}, as in the header")
            rows.append(dict(zip(columns, cells)))  # noqa: B905 - the lengths were just compared
    except Error as error:
        raise DataPackageError(
            file, lines.line_num, None, f"a malformed row ({error})", "CSV as RFC 4180 has it"
        ) from None
    return Table(file=file, columns=columns, rows=rows)
