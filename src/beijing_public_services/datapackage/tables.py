"""The tables of a data package as rows of text, and those that are shipped with the library."""

from __future__ import annotations

from _csv import (
    Error,
    field_size_limit,
    reader,
)  # the C half of csv; the other half imports re, and with it a third of what a value may cost

from beijing_public_services._generated import release as _release
from beijing_public_services._record import TYPE_CHECKING, Record
from beijing_public_services.datapackage.bundled_files import DESCRIPTOR, bundled_bytes
from beijing_public_services.errors import DataPackageError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from beijing_public_services.datapackage.files import PackageFiles

    Row = dict[str, str]

LARGEST_CELL = 1 << 17  # characters
MOST_SHARED = 1 << 12  # cells of a column that rows share while they are read; a column of other texts shares none


class Table(Record):
    """The rows of one file as text, in its order; `file` is its path within the package.

    `numbers` are those of the rows as an editor counts them, empty where they count from 2, the header being row 1.
    """

    file: str
    columns: tuple[str, ...]
    rows: list[Row]
    numbers: tuple[int, ...] = ()

    def numbered(self) -> Iterable[tuple[int, Row]]:
        """The rows with their numbers as an editor counts them."""
        return zip(self.numbers, self.rows) if self.numbers else enumerate(self.rows, 2)  # noqa: B905

    def require(self, *columns: str) -> None:
        """Raise `DataPackageError` where the table does not have all of these columns."""
        for column in columns:
            if column not in self.columns:
                raise DataPackageError(self.file, 1, column, "no such column", "the columns of the data contract")


class Tables(Record):
    """A package's descriptor, and its tables by the name of their resource.

    A schema or dialect that stands in a file of its own is in its place in the descriptor. `faults` are the reasons why
    a resource could not be read, by its place among them.
    """

    descriptor: dict[str, Any]
    by_name: dict[str, Table]
    name: str = DESCRIPTOR
    faults: dict[int, DataPackageError] = {}  # noqa: RUF012 - never changed
    _files: PackageFiles | None = None

    def __getitem__(self, name: str) -> Table:
        try:
            return self.by_name[name]
        except KeyError:
            raise DataPackageError(
                self.name, None, "resources", f"no resource {name!r}", "one, as the data contract asks"
            ) from None

    def __contains__(self, name: object) -> bool:
        return name in self.by_name


RELEASED: dict[str, Any] = {
    "name": _release.NAME,
    "version": _release.VERSION,
    "headline_area": _release.HEADLINE_AREA,
}


def released_tables() -> Tables:
    """The tables of the bundled package without reading its descriptor: in its place they have `RELEASED`."""
    return _bundled(RELEASED, {name: f"data/{name}.csv" for name in _release.RESOURCES})


def bundled_tables() -> Tables:
    """The tables of the data package shipped with the library."""
    descriptor = read_descriptor(DESCRIPTOR, bundled_bytes(DESCRIPTOR))
    return _bundled(descriptor, {resource["name"]: resource["path"] for resource in descriptor["resources"]})


def _bundled(descriptor: dict[str, Any], files: dict[str, str]) -> Tables:
    from io import StringIO

    by_name = {
        name: read_table(file, StringIO(bundled_bytes(file).decode(), newline="")) for name, file in files.items()
    }
    return Tables(descriptor=descriptor, by_name=by_name)


def read_descriptor(name: str, content: bytes) -> dict[str, Any]:
    """The descriptor in this JSON, an object with a list of resources. Raises `DataPackageError` for anything else."""
    expected = "a Data Package descriptor, an object with a list of 'resources'"
    descriptor = read_object(name, content, expected)
    if not isinstance(descriptor.get("resources"), list):
        raise DataPackageError(name, None, None, f"{descriptor!r:.60}", expected)
    return descriptor


def read_object(name: str, content: bytes, expected: str = "a JSON object") -> dict[str, Any]:
    """The object that a JSON file holds. Raises `DataPackageError` for anything else."""
    import json

    try:
        found = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise DataPackageError(name, getattr(error, "lineno", None), None, f"no JSON ({error})", expected) from None
    if not isinstance(found, dict):
        raise DataPackageError(name, None, None, f"{found!r:.60}", expected)
    return found


def unit_definitions(descriptor: dict[str, Any]) -> tuple[str, ...]:
    """The pint definitions of a package, none without a `unit_registry`; `DataPackageError` for no list of texts."""
    definitions = descriptor.get("unit_registry", [])
    if not isinstance(definitions, list) or not all(isinstance(each, str) for each in definitions):
        raise DataPackageError(DESCRIPTOR, None, "unit_registry", f"{definitions!r:.60}", "a list of pint definitions")
    return tuple(definitions)


def read_table(file: str, lines: Iterable[str], delimiter: str = ",") -> Table:
    """The rows of a file of delimited text from its lines.

    Raises `DataPackageError` for column names that are empty or not distinct, for an uneven or malformed row, and for a
    cell of more than 131,072 characters.
    """
    field_size_limit(LARGEST_CELL)
    found = reader(lines, strict=True, delimiter=delimiter)
    number, rows = 1, []
    try:
        columns = tuple(next(found, ()))
        width = len(columns)
        if not columns or len(set(columns)) < width or "" in columns:
            raise DataPackageError(file, 1, None, f"the header {','.join(columns)!r:.200}", "distinct column names")
        shared: list[dict[str, str]] = [{} for _ in columns]
        for number, cells in enumerate(found, 2):
            if len(cells) != width:
                raise DataPackageError(file, number, None, f"{len(cells)} cells", f"{width}, as in the header")
            if number % MOST_SHARED == 0:
                for memo in shared:
                    if len(memo) >= MOST_SHARED:
                        memo.clear()
            rows.append({column: memo.setdefault(cell, cell) for column, memo, cell in zip(columns, shared, cells)})  # noqa: B905
    except Error as error:
        raise DataPackageError(file, number + 1, None, f"a malformed row ({error})", "CSV as RFC 4180 has it") from None
    return Table(file=file, columns=columns, rows=rows)
