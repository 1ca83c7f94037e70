"""Reading delimited text by column, in any dialect; rows that do not fit are kept apart."""

from __future__ import annotations

import re
from _csv import QUOTE_MINIMAL, QUOTE_NONE, Error, field_size_limit, reader
from array import array
from itertools import islice
from typing import TYPE_CHECKING, Any

from beijing_public_services.datapackage.tables import LARGEST_CELL
from beijing_public_services.errors import DataPackageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from beijing_public_services.datapackage.dialect import Dialect

CHUNK = 1 << 12  # rows that are read at once; a column shares equal cells until it has that many different ones
LINE_BREAK = re.compile("\r\n|\n|\r")


class DelimitedText:
    """The rows of the files of one table, collected by column.

    Attributes:
        labels: the header; empty without one.
        cells: a list for each column.
        numbers: for each row the number of its first line. Lines of a later file count on from the file before.
        parts: for each file the number of lines before it, and its path.
        uneven: rows with more or fewer cells than there are columns, each with its number.
        faults: why a row or the rest of a file could not be read, in order.
        is_complete: whether every file was read to its end.
    """

    def __init__(
        self,
        dialect: Dialect,
        width: int = 0,
        count: Callable[[int, str], None] | None = None,
        known: dict[str, list[str]] | None = None,
    ) -> None:
        self.dialect = dialect
        self._count = count  # called with the number of cells of each chunk; may raise `DataPackageError`
        self._known = known or {}  # by label: cells of another table that the column may share
        self.labels: list[str] = []
        self.cells: list[list[str]] = []
        self.numbers = array("q")
        self.parts: list[tuple[int, str]] = []
        self.uneven: list[tuple[int, list[str]]] = []
        self.faults: list[DataPackageError] = []
        self.is_complete = True
        self._lines = 0
        self._shared: list[dict[str, str] | None] = []  # None for a column that shares nothing
        self._fixed: set[int] = set()  # the columns that share the cells of another table
        self._header: list[list[str]] = []
        if width and not dialect.header_rows:
            self._set_width(width)

    def read(self, file: str, lines: Iterable[str]) -> None:
        """Add the rows of a file; a later file may repeat the header."""
        start = self._lines
        self.parts.append((start, file))
        before = field_size_limit(LARGEST_CELL)
        try:
            self._read(file, lines)
        except Error as error:
            row, found = self._lines - start + 1, f"a malformed row ({error})"
            self._stop(DataPackageError(file, row, None, found, "CSV as RFC 4180 has it"))
        except DataPackageError as error:
            self._stop(error)
        finally:
            field_size_limit(before)
        if not self.labels and self.dialect.header_rows:
            self.cells = []
            self._stop(DataPackageError(file, 1, None, "the header ''", "distinct column names"))

    def _stop(self, fault: DataPackageError) -> None:
        self.faults.append(fault)
        self.is_complete = False

    def _read(self, file: str, lines: Iterable[str]) -> None:
        rows = _rows(iter(lines), self.dialect)
        counted = 0  # records of this file
        while True:
            chunk: list[list[str]] = []
            try:
                chunk.extend(islice(rows, CHUNK))
            finally:  # a malformed row comes after rows that are whole
                if chunk:
                    numbers = self._numbers(chunk, rows)
                    self._add(file, counted, numbers, chunk)
                    counted += len(chunk)
            if not chunk:
                return
            if self._count is not None:
                self._count(sum(map(len, chunk)), file)

    def _numbers(self, chunk: list[list[str]], rows: Any) -> range | list[int]:
        """The line at which each row begins."""
        start = self._lines + 1
        line_number = getattr(rows, "line_num", None)
        if line_number is not None and self.parts[-1][0] + line_number - self._lines == len(chunk):
            self._lines += len(chunk)
            return range(start, start + len(chunk))
        numbers = []
        for row in chunk:
            numbers.append(self._lines + 1)
            self._lines += 1 + sum(len(LINE_BREAK.findall(cell)) for cell in row)
        return numbers

    def _add(self, file: str, counted: int, numbers: range | list[int], rows: list[list[str]]) -> None:
        records: range | list[int] = range(counted + 1, counted + 1 + len(rows))
        if self.dialect.comment_char or self.dialect.comment_rows:
            kept = [place for place, row in enumerate(rows) if not self._is_comment(records[place], row)]
            records, numbers = [records[place] for place in kept], [numbers[place] for place in kept]
            rows = [rows[place] for place in kept]
        if len(self.parts) == 1 and self.dialect.header_rows and not self.labels and rows:
            skipped = self._take_header(records, rows)
        else:
            repeated = counted == 0 and len(self.parts) > 1 and rows[: len(self._header)] == self._header
            skipped = len(self._header) if repeated else 0
        numbers, rows = numbers[skipped:], rows[skipped:]
        if rows and not self.cells:
            self._set_width(len(rows[0]))
        width = len(self.cells)
        if set(map(len, rows)) - {width}:
            self._keep_apart(file, numbers, rows)
            even = [(number, row) for number, row in zip(numbers, rows, strict=True) if len(row) == width]
            numbers, rows = [number for number, _ in even], [row for _, row in even]
        self.numbers.extend(numbers)
        self._extend_columns(rows)

    def _extend_columns(self, rows: list[list[str]]) -> None:
        """Add the cells of even rows to the columns; equal cells are one object, as far as that pays."""
        for place, part in enumerate(zip(*rows, strict=True)):
            column, memo, first = self.cells[place], self._shared[place], part[0]
            if part[-1] == first and part.count(first) == len(part):
                column += [column[-1] if column and column[-1] == first else first] * len(part)
            elif memo is None:
                column += part
            elif place in self._fixed:
                column += map(memo.get, part, part)  # pyright: ignore[reportOperatorIssue] - the default is a text
            else:
                column += map(memo.setdefault, part, part)
                if len(memo) >= CHUNK:
                    memo.clear()
                elif len(part) == CHUNK and 2 * len(set(part)) > CHUNK:
                    self._shared[place] = None  # most of its cells differ

    def _is_comment(self, record: int, row: list[str]) -> bool:
        sign = self.dialect.comment_char
        return record in self.dialect.comment_rows or bool(sign and row and row[0].startswith(sign))

    def _take_header(self, records: range | list[int], rows: list[list[str]]) -> int:
        """Take the labels from the header rows; return how many of the rows come before the data.

        If a comment stands where the header should be, the next row is the header.
        """
        last = max(self.dialect.header_rows)
        wanted = [row for at, row in zip(records, rows, strict=True) if at in self.dialect.header_rows]
        self._header = wanted or rows[:1]
        labels: list[str] = []
        above: dict[int, str] = {}
        for row in self._header:
            for place, cell in enumerate(row):
                if above.get(place) == cell:
                    continue
                above[place] = cell
                if place < len(labels):
                    labels[place] = self.dialect.header_join.join([labels[place], cell])
                else:
                    labels.append(cell)
        self.labels = labels
        self._set_width(len(labels))
        return max(sum(at <= last for at in records), 1)

    def _set_width(self, width: int) -> None:
        self.cells = [[] for _ in range(width)]
        self._shared = [{} for _ in range(width)]
        for place, label in enumerate(self.labels):
            if label in self._known:
                self._shared[place] = dict(zip(self._known[label], self._known[label], strict=True))
                self._fixed.add(place)

    def _keep_apart(self, file: str, numbers: Iterable[int], rows: list[list[str]]) -> None:
        width = len(self.cells)
        for number, row in zip(numbers, rows, strict=True):
            if len(row) != width:
                self.uneven.append((number, row))
                expected = f"{width}, as in the header" if self.labels else f"{width}"
                line = number - self.parts[-1][0]
                self.faults.append(DataPackageError(file, line, None, f"{len(row)} cells", expected))


def _rows(lines: Iterator[str], dialect: Dialect) -> Any:
    if len(dialect.delimiter) > 1 or dialect.line_end is not None:
        return _split("".join(lines), dialect)
    return reader(
        lines,
        strict=True,
        delimiter=dialect.delimiter,
        quotechar=dialect.quote or None,
        quoting=QUOTE_MINIMAL if dialect.quote else QUOTE_NONE,
        doublequote=dialect.double_quote,
        escapechar=dialect.escape,
        skipinitialspace=dialect.skip_initial_space,
    )


def _split(text: str, dialect: Dialect) -> Iterator[list[str]]:
    """The rows of a text whose delimiter or line end is of several characters or unusual."""
    ends = [re.escape(dialect.line_end)] if dialect.line_end else ["\r\n", "\n", "\r"]
    delimiter = re.escape(dialect.delimiter)
    signs = [re.escape(sign) for sign in (dialect.escape, dialect.quote) if sign]
    token = re.compile("|".join([*signs, *sorted([delimiter, *ends], key=len, reverse=True)]))
    row: list[str] = []
    at, cell, is_quoted, was_quoted = 0, "", False, False
    while found := token.search(text, at):
        sign, piece = found[0], text[at : found.start()]
        at = found.end()
        if not cell and not is_quoted and not was_quoted and dialect.skip_initial_space:
            piece = piece.lstrip(" ")
        cell += piece
        if sign == dialect.escape:
            cell, at = cell + text[at : at + 1], at + 1
        elif sign == dialect.quote and is_quoted:
            if dialect.double_quote and text.startswith(dialect.quote, at):
                cell, at = cell + dialect.quote, at + 1
            else:
                is_quoted = False
        elif sign == dialect.quote:
            is_quoted = was_quoted = not cell
            cell += "" if is_quoted else sign
        elif is_quoted:
            cell += sign
        else:
            row.append(cell)
            cell, was_quoted = "", False
            if sign != dialect.delimiter:
                yield row
                row = []
    if is_quoted:
        raise Error("unexpected end of data")
    cell += text[at:]
    if row or cell.strip("\r\n") or was_quoted:
        yield [*row, cell.rstrip("\r\n") if dialect.line_end else cell]
