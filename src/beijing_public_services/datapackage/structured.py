"""Reading tables whose cells have types: JSON, newline-delimited JSON, Excel, Parquet and Arrow."""

from __future__ import annotations

import json
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, Any

from beijing_public_services._install import install_command
from beijing_public_services._record import Record
from beijing_public_services.datapackage.archives import entries_of
from beijing_public_services.datapackage.json_text import read_json_text
from beijing_public_services.datapackage.limits import LARGEST_UNPACKED, MOST_CELLS
from beijing_public_services.errors import DataPackageError, UnsafeFileError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from beijing_public_services.datapackage.dialect import Dialect

    Numbered = list[tuple[int, Any]]

EXTRA = "formats"
PART = 1 << 12  # rows of a Parquet file that are unpacked at once


class TypedRows(Record):
    """The rows of a table as values, by column.

    `labels` is the header, empty without one. `numbers` says for each row where it stands; `uneven` are rows with more
    or fewer cells than there are columns.
    """

    labels: tuple[str, ...]
    values: tuple[list[Any], ...]
    numbers: tuple[int, ...]
    uneven: tuple[tuple[int, list[Any]], ...] = ()


def read_json(file: str, content: str, dialect: Dialect) -> Numbered:
    """Return the rows in a JSON text, at the property that the dialect names, each with the line at which it begins.

    Raises:
        DataPackageError: the text is not JSON, or does not hold a list.
    """
    found = _json(file, content, None)
    for part in filter(None, dialect.rows_at.split(".")):
        found = found.get(part) if isinstance(found, dict) else None
    if not isinstance(found, list):
        raise DataPackageError(file, None, None, f"{found!r:.60}", "a list of rows")
    lines = [] if dialect.rows_at else _lines_of_items(content)
    return list(zip(lines if len(lines) == len(found) else range(2, len(found) + 2), found, strict=True))


def read_ndjson(file: str, lines: Iterable[str]) -> Numbered:
    """Return the rows in lines of JSON, one in each, with their numbers; blank lines are passed over."""
    return [(number, _json(file, line, number)) for number, line in enumerate(lines, 1) if line.strip()]


def by_column(file: str, rows: Numbered, dialect: Dialect, fields: list[str]) -> TypedRows:
    """Return rows that are all objects or all lists as columns.

    The columns of objects are the fields of the schema, then other keys in the order in which they appear. An object
    without a key has no value there.
    """
    for number, row in rows:
        if not isinstance(row, dict | list):
            raise DataPackageError(file, number, None, f"{row!r:.60}", "a row: an object or a list")
    if all(isinstance(row, dict) for _, row in rows):
        own = dict.fromkeys(dialect.item_keys or fields)
        others = {} if dialect.item_keys else dict.fromkeys(key for _, row in rows for key in row if key not in own)
        labels = (*own, *others) if rows else ()
        if len(labels) * len(rows) > MOST_CELLS:
            found = f"{len(rows):,} rows with {len(labels):,} keys"
            raise UnsafeFileError(file, None, None, found, f"at most {MOST_CELLS:,} cells")
        values = tuple([[row.get(key) for _, row in rows] for key in labels])
        return TypedRows(labels=labels, values=values, numbers=tuple([number for number, _ in rows]))
    if not all(isinstance(row, list) for _, row in rows):
        raise DataPackageError(file, None, None, "objects and lists", "rows that are all objects or all lists")
    return of_lists(rows, dialect)


def of_lists(rows: Numbered, dialect: Dialect) -> TypedRows:
    """Return rows that are lists as columns; the first is the header, unless the dialect says otherwise."""
    header = [row for at, (_, row) in enumerate(rows, 1) if at in dialect.header_rows]
    rows = [(number, row) for number, row in rows[max(dialect.header_rows, default=0) :] if row not in header]
    labels: list[str] = []
    for row in header:
        for place, cell in enumerate(row):
            text = "" if cell is None else str(cell)
            if place >= len(labels):
                labels.append(text)
            elif text and labels[place] != text:
                labels[place] = dialect.header_join.join([labels[place], text])
    width = len(labels) if header else len(rows[0][1]) if rows else 0
    even = [(number, row) for number, row in rows if len(row) == width]
    return TypedRows(
        labels=tuple(labels),
        values=tuple([[row[place] for _, row in even] for place in range(width)]),
        numbers=tuple([number for number, _ in even]),
        uneven=tuple([(number, row) for number, row in rows if len(row) != width]),
    )


def _json(file: str, text: str, number: int | None) -> Any:
    try:
        return read_json_text(text)
    except ValueError as error:
        row = number or getattr(error, "lineno", None)
        raise DataPackageError(file, row, None, f"no JSON ({error})", "a table") from None


def _lines_of_items(content: str) -> list[int]:
    """The line at which each item of a JSON list begins; empty if the text is no list."""
    decode = json.JSONDecoder().raw_decode
    at = content.find("[") + 1
    if not at or content[: at - 1].strip("\ufeff \t\r\n"):
        return []
    lines: list[int] = []
    line, counted = 1, 0
    try:
        while True:
            while content[at] in " \t\r\n,":
                at += 1
            if content[at] == "]":
                return lines
            line += content.count("\n", counted, at)
            counted = at
            lines.append(line)
            _, at = decode(content, at)
    except (ValueError, IndexError, RecursionError):
        return []


def read_excel(file: str, content: bytes, dialect: Dialect) -> Numbered:
    """Return the rows of a sheet, the one that the dialect names or the first. Needs python-calamine."""
    try:
        from python_calamine import CalamineWorkbook
    except ImportError:
        raise _needs(file, "python-calamine") from None
    try:
        if zipfile.is_zipfile(BytesIO(content)):
            entries_of(zipfile.ZipFile(BytesIO(content)), file, len(content))
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        name = dialect.sheet if isinstance(dialect.sheet, str) else book.sheet_names[dialect.sheet - 1]
        rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    except DataPackageError:
        raise
    except Exception as error:  # calamine raises errors of its own, and whatever a damaged file leads to
        raise DataPackageError(file, None, None, f"no workbook with that sheet ({error})", "a readable file") from None
    numbered = [(number, [_excel_value(cell) for cell in row]) for number, row in enumerate(rows, 1)]
    while numbered and not any(cell is not None for cell in numbered[-1][1]):
        del numbered[-1]  # what a spreadsheet keeps below the table
    return numbered


def _excel_value(cell: Any) -> Any:
    if cell == "" and isinstance(cell, str):
        return None
    return int(cell) if isinstance(cell, float) and cell.is_integer() else cell


def read_columns(file: str, content: bytes, kind: str) -> Numbered:
    """Return the rows of a Parquet or Arrow file, the column names first. Needs pyarrow."""
    try:
        import pyarrow
        from pyarrow import feather, parquet
    except ImportError:
        raise _needs(file, "pyarrow") from None
    try:
        source = pyarrow.BufferReader(content)
        if kind == "parquet":
            opened = parquet.ParquetFile(source)
            if opened.metadata.num_rows * opened.metadata.num_columns > MOST_CELLS:
                raise UnsafeFileError(file, None, None, f"{opened.metadata.num_rows:,} rows", "a smaller table")
            size, batches = 0, []
            for batch in opened.iter_batches(batch_size=PART):
                size += batch.nbytes
                if size > LARGEST_UNPACKED:
                    raise UnsafeFileError(file, None, None, f"more than {size:,} bytes", "a smaller table")
                batches.append(batch)
            found = pyarrow.Table.from_batches(batches, schema=opened.schema_arrow)
        else:
            found = feather.read_table(source)
        values = tuple([column.to_pylist() for column in found.columns])
    except DataPackageError:
        raise
    except Exception as error:  # pyarrow raises many kinds for a damaged file
        message = str(error).partition("\n")[0]
        raise DataPackageError(file, None, None, f"no {kind} file ({message:.120})", "a readable file") from None
    return list(enumerate([list(found.column_names), *map(list, zip(*values, strict=True))], 1))


def _needs(file: str, library: str) -> DataPackageError:
    found = f"a format that needs {library}"
    return DataPackageError(file, None, None, found, f"`{install_command(EXTRA)}`")


def text_of(value: Any) -> str:
    """Return a value as the text that a CSV file would hold."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    return str(value)
