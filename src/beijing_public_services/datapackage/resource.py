"""Reading one resource of a package as a table, with the reasons why it or a part of it cannot be read."""

from __future__ import annotations

import codecs
import io
from typing import TYPE_CHECKING, Any

from beijing_public_services.datapackage.archives import BLOCK, PACKED
from beijing_public_services.datapackage.delimited import CHUNK, DelimitedText
from beijing_public_services.datapackage.descriptor import read_object
from beijing_public_services.datapackage.dialect import dialect_of
from beijing_public_services.datapackage.files import LARGEST_DESCRIPTOR
from beijing_public_services.datapackage.layout import ending_of, format_of, paths_of
from beijing_public_services.datapackage.limits import LARGEST_JSON, LARGEST_UNPACKED, MOST_COLUMNS
from beijing_public_services.datapackage.structured import (
    TypedRows,
    by_column,
    of_lists,
    read_columns,
    read_excel,
    read_json,
    read_ndjson,
    text_of,
)
from beijing_public_services.datapackage.tables import Source, Table
from beijing_public_services.datapackage.text_lines import lines_of, no_text
from beijing_public_services.errors import DataPackageError, UnsafeFileError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from beijing_public_services.datapackage.dialect import Dialect
    from beijing_public_services.datapackage.files import PackageFiles
    from beijing_public_services.datapackage.structured import Numbered


class ResourceReading:
    """One resource, with the schema and dialect from their own files in place, and the `faults` of reading it."""

    def __init__(
        self, files: PackageFiles, resource: dict[str, Any], number: int, others: Mapping[str, Table] | None = None
    ) -> None:
        self.files = files
        self.others = others or {}  # the tables that were read before
        self.place = f"resources[{number}]"
        self.faults: list[DataPackageError] = []
        self.inlined: list[str] = []  # the files of the schema and the dialect
        self.problem = ""  # with the schema: the table is read, and cannot be checked
        self.resource = dict(resource)
        self._can_be_opened = True
        self._is_complete = True
        for part in ("schema", "dialect"):
            self._inline(part)
        for path in paths_of(resource):
            try:
                with files.open(path, f"{self.place}.path") as stream:
                    while path.lower().endswith(PACKED) and stream.read(BLOCK):
                        pass  # to its end, or to where it is out of proportion, before any of it is kept
            except DataPackageError as error:
                self.faults.append(error)
                self._can_be_opened = False

    def table(self) -> Table | None:
        """Return the table, or what could be read of it; None if that is nothing."""
        if not self._can_be_opened:
            return None
        try:
            return self._table()
        except DataPackageError as error:
            self.faults.append(error)
            return None

    def reason(self, table: Table | None) -> str:
        """Return why the table was not read, not to its end, or cannot be checked; empty if nothing hinders it."""
        if table is not None and self._is_complete:
            return self.problem
        if self.faults:
            fault = self.faults[-1]
            return f"{fault.file}{f':{fault.row}' if fault.row else ''}: {fault.found}"
        return self.problem or f"the format {ending_of(self.resource)!r}, which is not read here"

    def _inline(self, part: str) -> None:
        given = self.resource.get(part)
        if isinstance(given, str):
            try:
                content = self.files.read(given, f"{self.place}.{part}", LARGEST_DESCRIPTOR)
                self.resource[part] = read_object(given, content)
                self.inlined.append(given)
                return
            except DataPackageError as error:
                self.faults.append(error)
        elif given is None or isinstance(given, dict):
            return
        self.problem = f"a {part} that cannot be used: {given!r:.80}"
        if part == "dialect":
            self._can_be_opened = False

    def _table(self) -> Table | None:
        dialect = dialect_of(self.resource, self.place, self.files.descriptor)
        kind, paths = format_of(self.resource), paths_of(self.resource)
        if "data" in self.resource:
            return self._inline_table(kind, dialect)
        if not paths or not kind:
            return None
        if kind == "delimited":
            encoding = self._encoding()
            text = DelimitedText(dialect, len(self._fields()), self.files.add_cells, self._shared())
            for path in paths:
                with self.files.open(path) as stream:
                    text.read(path, lines_of(stream, path, encoding))
            return self._of_text(text, paths[0])
        rows: Numbered = []
        parts = []
        for path in paths:
            before = rows[-1][0] if rows else 0
            parts.append((before, path))
            rows += [(before + number, row) for number, row in self._rows(path, kind, dialect)]
        if kind in ("json", "ndjson"):
            found = by_column(paths[0], rows, dialect, self._fields())
        else:
            found = of_lists(rows, dialect)
        return self._of_values(found, paths[0], tuple(parts), dialect)

    def _rows(self, path: str, kind: str, dialect: Dialect) -> Numbered:
        if kind == "ndjson":
            return read_ndjson(path, self._lines(path, self._encoding()))
        content = self.files.read(path, most=LARGEST_JSON if kind == "json" else LARGEST_UNPACKED)
        if kind == "json":
            try:
                return read_json(path, content.decode(self._encoding()), dialect)
            except UnicodeDecodeError as error:
                raise no_text(path, content.count(b"\n", 0, error.start), error) from None
        return read_excel(path, content, dialect) if kind == "excel" else read_columns(path, content, kind)

    def _inline_table(self, kind: str, dialect: Dialect) -> Table | None:
        data, place = self.resource["data"], f"{self.files.descriptor}#{self.resource.get('name', self.place)}"
        if isinstance(data, str):
            if kind != "delimited":
                found = f"text in the format {ending_of(self.resource)!r}"
                raise DataPackageError(self.files.descriptor, None, f"{self.place}.data", found, "rows, or CSV")
            text = DelimitedText(dialect, len(self._fields()), self.files.add_cells)
            text.read(place, lines_of(io.BytesIO(data.encode("utf-8", "surrogatepass")), place, "utf-8"))
            return self._of_text(text, place)
        if not isinstance(data, list):
            raise DataPackageError(self.files.descriptor, None, f"{self.place}.data", f"{data!r:.60}", "a list of rows")
        is_of_objects = bool(data) and isinstance(data[0], dict)
        rows = list(enumerate(data, 2 if is_of_objects else 1))
        return self._of_values(by_column(place, rows, dialect, self._fields()), place, (), dialect)

    def _of_text(self, text: DelimitedText, file: str) -> Table | None:
        self.faults += text.faults
        self._is_complete = text.is_complete
        if not text.cells or any(isinstance(fault, UnsafeFileError) for fault in text.faults):
            return None
        columns = self._columns(file, text.labels, len(text.cells))
        numbers = text.numbers
        if not numbers or (numbers[0] == 2 and numbers[-1] == len(numbers) + 1):
            numbers = ()  # type: ignore[assignment]
        source = Source(
            labels=tuple(text.labels),
            uneven=tuple(text.uneven),
            parts=tuple(text.parts) if len(text.parts) > 1 else (),
            null=text.dialect.null,
        )
        return Table(file=file, columns=columns, cells=tuple(text.cells), numbers=numbers, _source=source)

    def _of_values(
        self, found: TypedRows, file: str, parts: tuple[tuple[int, str], ...], dialect: Dialect
    ) -> Table | None:
        labels, values = found.labels, found.values
        if not values and (fields := self._fields()):
            labels, values = tuple(fields), tuple([[] for _ in fields])  # a table without rows
        if not values:
            return None
        self.files.add_cells(len(values) * len(found.numbers), file)
        for number, row in found.uneven[:1]:
            self.faults.append(DataPackageError(file, number, None, f"{len(row)} cells", f"{len(values)}"))
        return Table(
            file=file,
            columns=self._columns(file, list(labels), len(values)),
            cells=tuple([list(map(text_of, column)) for column in values]),
            numbers=found.numbers,
            _source=Source(
                labels=labels,
                values=values,
                uneven=found.uneven,
                parts=parts if len(parts) > 1 else (),
                null=dialect.null,
            ),
        )

    def _shared(self) -> dict[str, list[str]]:
        """The columns of other tables to which columns of this one refer, so that both hold the same strings."""
        schema = self.resource.get("schema")
        keys = schema.get("foreignKeys") if isinstance(schema, dict) else None
        found: dict[str, list[str]] = {}
        for key in keys if isinstance(keys, list) else ():
            reference = key.get("reference") if isinstance(key, dict) else None
            names = [key.get("fields"), reference.get("fields")] if isinstance(reference, dict) else []
            own, theirs = [name[0] if isinstance(name, list) and len(name) == 1 else name for name in names] or [0, 0]
            resource = reference.get("resource") if isinstance(reference, dict) else None
            other = self.others.get(resource) if isinstance(resource, str) else None
            if other is not None and isinstance(own, str) and theirs in other.columns and len(other) > CHUNK:
                found[own] = other.column(str(theirs))
        return found

    def _fields(self) -> list[str]:
        """The names of the fields in the schema, so far as it has any."""
        schema = self.resource.get("schema")
        fields = schema.get("fields") if isinstance(schema, dict) else None
        given = fields if isinstance(fields, list) else []
        names = [each.get("name") for each in given if isinstance(each, dict)]
        return [name for name in names if isinstance(name, str)]

    def _columns(self, file: str, labels: list[str], width: int) -> tuple[str, ...]:
        """The names of the columns: the labels, or the fields of a table without a header; each stands once."""
        if width > MOST_COLUMNS:
            raise UnsafeFileError(file, 1, None, f"{width:,} columns", f"at most {MOST_COLUMNS:,}")
        if labels and labels != self._fields() and (len(set(labels)) < len(labels) or "" in labels):
            found = f"the header {','.join(labels)!r:.200}"
            self.faults.append(DataPackageError(file, 1, None, found, "distinct column names"))
        names = (labels or self._fields())[:width]
        names += [""] * (width - len(names))
        columns: dict[str, None] = {}
        for place, name in enumerate(names, 1):
            columns[name if name and name not in columns else f"{name or 'field'} ({place})"] = None
        return tuple(columns)

    def _encoding(self) -> str:
        given = self.resource.get("encoding", "utf-8")
        try:
            encoding = codecs.lookup(given).name
            "".encode(encoding)
        except (LookupError, TypeError, ValueError):
            place = f"{self.place}.encoding"
            found, expected = f"the encoding {given!r:.60}", "a character encoding such as 'utf-8'"
            raise DataPackageError(self.files.descriptor, None, place, found, expected) from None
        return "utf-8-sig" if encoding in ("utf-8", "ascii") else encoding

    def _lines(self, path: str, encoding: str) -> Iterator[str]:
        """The lines of a file; raises as `lines_of` does."""
        with self.files.open(path) as stream:
            yield from lines_of(stream, path, encoding)
