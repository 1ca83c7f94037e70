"""The tables of a data package as rows of text, and those that are shipped with the library."""

from __future__ import annotations

from _csv import Error, field_size_limit, reader  # not csv, which imports re: a third of what a value may cost

from beijing_public_services._generated import release as _release
from beijing_public_services._record import TYPE_CHECKING, Record
from beijing_public_services.datapackage.bundled_files import DESCRIPTOR, bundled_bytes, bundled_descriptor
from beijing_public_services.errors import DataPackageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import Any

    from beijing_public_services.datapackage.files import PackageFiles

    Row = dict[str, str]

LARGEST_CELL = 1 << 17  # characters
MOST_SHARED = 1 << 12  # cells of a column that rows share while they are read; a column of other texts shares none


class Source(Record):
    """What the file of a table says beyond its text.

    Attributes:
        labels: the header as it stands in the file; empty without one.
        values: the cells as values by column, if the format gives them types; else empty.
        uneven: rows with more or fewer cells than there are columns, each with its number; they are not in the table.
        parts: for each of several files the number of lines before it, and its path; rows are numbered through.
        null: the text that stands for no value in any column; None if there is none.
    """

    labels: tuple[str, ...] = ()
    values: tuple[list[Any], ...] = ()
    uneven: tuple[tuple[int, list[Any]], ...] = ()
    parts: tuple[tuple[int, str], ...] = ()
    null: str | None = None


class Table(Record):
    """One file as text, by column: `cells` holds one list for each of the `columns`, in the order of the file.

    `file` is its path within the package. `numbers` are the numbers of the rows as an editor counts them; empty if the
    rows count from 2, below a header in row 1.

    >>> Table.of_rows("parks.csv", ["id", "area"], [{"id": "p1", "area": "CN-BJ"}]).column("area")
    ['CN-BJ']
    """

    file: str
    columns: tuple[str, ...]
    cells: tuple[list[str], ...]
    numbers: Sequence[int] = ()
    _source: Source | None = None

    @classmethod
    def of_rows(cls, file: str, columns: Iterable[str], rows: Iterable[Row], numbers: tuple[int, ...] = ()) -> Table:
        """Return the table of these rows."""
        columns, rows = tuple(columns), list(rows)
        cells = tuple([[row[column] for row in rows] for column in columns])
        return cls(file=file, columns=columns, cells=cells, numbers=numbers)

    def with_rows(self, rows: Iterable[Row]) -> Table:
        """Return the table with other rows, which count from 2."""
        return Table.of_rows(self.file, self.columns, rows)

    def __len__(self) -> int:
        return len(self.cells[0]) if self.cells else 0

    def column(self, name: str) -> list[str]:
        """Return the cells of a column. Raises `DataPackageError` if the table lacks it."""
        self.require(name)
        return self.cells[self.columns.index(name)]

    @property
    def rows(self) -> list[Row]:
        """The rows, a new list of new dicts each time."""
        return [dict(zip(self.columns, row)) for row in zip(*self.cells)]  # noqa: B905

    def numbered(self) -> Iterator[tuple[int, Row]]:
        """Each row with its number as an editor counts it."""
        columns = self.columns
        for number, row in zip(self.numbers or range(2, len(self) + 2), zip(*self.cells)):  # noqa: B905
            yield number, dict(zip(columns, row))  # noqa: B905

    def number(self, place: int) -> int:
        """Return the number of the row at a place, counted from 0, as an editor counts it."""
        return self.numbers[place] if self.numbers else place + 2

    def locate(self, row: int) -> tuple[str, int]:
        """Return the file in which a row stands, and its number there, which differs from its own in a later file."""
        for before, file in reversed(source_of(self).parts):
            if row > before:
                return file, row - before
        return self.file, row

    def require(self, *columns: str) -> None:
        """Raise `DataPackageError` unless the table has all of these columns."""
        for column in columns:
            if column not in self.columns:
                raise DataPackageError(self.file, 1, column, "no such column", "the columns of the data contract")


def source_of(table: Table) -> Source:
    """Return what the file of a table says beyond its text."""
    return table._source or Source(labels=table.columns)


class Tables(Record):
    """A package's descriptor, and its tables by the name of their resource.

    A schema or dialect that stands in a file of its own is in its place in the descriptor.

    Attributes:
        by_name: the tables that were read, by the name of their resource; of two with one name the first.
        faults: by the place of a resource, the first reason why it, or a row of it, could not be read.
        sha256: the hash of the descriptor's file; empty if it was not read from one.
    """

    descriptor: dict[str, Any]
    by_name: dict[str, Table]
    name: str = DESCRIPTOR
    faults: dict[int, DataPackageError] = {}  # noqa: RUF012 - never changed
    sha256: str = ""
    _unread: dict[int, str] = {}  # noqa: RUF012 - never changed
    _by_place: dict[int, Table] | None = None
    _further_faults: tuple[DataPackageError, ...] = ()
    _files: PackageFiles | None = None
    _inlined: tuple[str, ...] = ()
    _memo: dict[Any, Any] | None = None
    _path: str = ""

    def __getitem__(self, name: str) -> Table:
        try:
            return self.by_name[name]
        except KeyError:
            raise DataPackageError(
                self.name, None, "resources", f"no resource {name!r}", "one, as the data contract asks"
            ) from None

    def __contains__(self, name: object) -> bool:
        return name in self.by_name

    @property
    def unread(self) -> dict[int, str]:
        """Why a table was not read, or not to its end, or cannot be checked, by the place of its resource."""
        return self._unread

    @property
    def by_place(self) -> dict[int, Table]:
        """The tables that were read, by the place of their resource; unnamed ones too."""
        if self._by_place is not None:
            return self._by_place
        resources = enumerate(self.descriptor.get("resources", ()))
        named = [(place, each.get("name")) for place, each in resources if isinstance(each, dict)]
        return {place: self.by_name[name] for place, name in named if isinstance(name, str) and name in self.by_name}

    def lines(self, name: str) -> list[str] | None:
        """Return the lines of a table that was not read yet and has one line per row, the header first; else None."""
        return None

    def replaced(self, **by_name: Table) -> Tables:
        """Return the tables with others in the place of those of these names."""
        return self.replace(by_name={**self.by_name, **by_name})


class ReleasedTables(Tables):
    """The tables of the bundled package, each read at its first use; the descriptor is not read."""

    def __getitem__(self, name: str) -> Table:
        if name not in self.by_name and name in _release.RESOURCES:
            self.by_name[name] = _bundled_table(f"data/{name}.csv")
        return super().__getitem__(name)

    def __contains__(self, name: object) -> bool:
        return name in _release.RESOURCES

    def lines(self, name: str) -> list[str] | None:
        """Return the lines of a table, so that a few rows can be read alone; None if it was read already."""
        return None if name in self.by_name else bundled_bytes(f"data/{name}.csv").decode().split("\n")


def released_tables() -> Tables:
    """The tables of the bundled package, with only the name, version and headline area of its descriptor."""
    descriptor = {"name": _release.NAME, "version": _release.VERSION, "headline_area": _release.HEADLINE_AREA}
    return ReleasedTables(descriptor=descriptor, by_name={})


def bundled_tables() -> Tables:
    """The tables of the data package shipped with the library, with its descriptor."""
    descriptor = bundled_descriptor()
    by_name = {resource["name"]: _bundled_table(resource["path"]) for resource in descriptor["resources"]}
    return Tables(descriptor=descriptor, by_name=by_name, sha256=_release.SHA256)


def _bundled_table(file: str) -> Table:
    from io import StringIO

    return read_table(file, StringIO(bundled_bytes(file).decode(), newline=""))


def read_table(file: str, lines: Iterable[str], delimiter: str = ",") -> Table:
    """Return the table in these lines of delimited text; the first row is the header.

    Raises:
        DataPackageError: a column name is empty or stands twice, a row is malformed or has another number of cells
            than the header, or a cell has more than 131,072 characters.
    """
    before = field_size_limit(LARGEST_CELL)
    try:
        return _read_table(file, lines, delimiter)
    finally:
        field_size_limit(before)


def _read_table(file: str, lines: Iterable[str], delimiter: str) -> Table:
    rows = reader(lines, strict=True, delimiter=delimiter)
    number = 1
    try:
        columns = tuple(next(rows, ()))
        width = len(columns)
        if not columns or len(set(columns)) < width or "" in columns:
            raise DataPackageError(file, 1, None, f"the header {','.join(columns)!r:.200}", "distinct column names")
        cells: tuple[list[str], ...] = tuple([[] for _ in columns])
        shared: list[dict[str, str]] = [{} for _ in columns]
        part: list[list[str]] = []
        for number, row in enumerate(rows, 2):
            if len(row) != width:
                raise DataPackageError(file, number, None, f"{len(row)} cells", f"{width}, as in the header")
            part.append(row)
            if len(part) == MOST_SHARED:
                _append(cells, shared, part)
                part = []
        _append(cells, shared, part)
    except Error as error:
        raise DataPackageError(file, number + 1, None, f"a malformed row ({error})", "CSV as RFC 4180 has it") from None
    return Table(file=file, columns=columns, cells=cells)


def _append(cells: tuple[list[str], ...], shared: list[dict[str, str]], rows: list[list[str]]) -> None:
    """Append rows to columns; equal cells of a column become one string, unless most of its cells differ."""
    for column, memo, part in zip(cells, shared, zip(*rows)):  # noqa: B905
        column += [memo.setdefault(cell, cell) for cell in part]
        if len(memo) >= MOST_SHARED:
            memo.clear()
