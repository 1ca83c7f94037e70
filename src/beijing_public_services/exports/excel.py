"""A workbook for Excel: one sheet for the figures, one per resource, one for the meaning of the columns."""

from __future__ import annotations

import io
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from unicodedata import east_asian_width

from beijing_public_services.errors import ExportError, MissingExtraError
from beijing_public_services.exports.figures_table import figures_sheet
from beijing_public_services.exports.sheet import Column, Sheet, resource_sheets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beijing_public_services.datapackage.package import DataPackage
    from beijing_public_services.exports.sheet import Cell

LONGEST = 32_767  # UTF-16 units that a cell of Excel holds
WIDEST = 60
MOST_DECIMALS = 30  # that a format of Excel shows
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet may take for the start of a formula
CREATED = datetime(1980, 1, 1)  # zip knows no earlier day; the time of writing would make each file another


def as_workbook(package: DataPackage) -> bytes:
    """A workbook, the same bytes each time: header rows frozen, columns as wide as their text, no text a formula.

    Raises `ExportError` for a text or a name of a sheet that Excel cannot hold, `MissingExtraError` without XlsxWriter.
    """
    try:
        import xlsxwriter
        from xlsxwriter.exceptions import XlsxWriterException
    except ImportError as error:
        raise MissingExtraError("export to xlsx", "export") from error
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True})
    book.set_properties({"title": package.name, "comments": f"Version {package.version}", "created": CREATED})
    try:
        for sheet in _sheets(package):
            _add(book, sheet)
        book.close()
    except XlsxWriterException as error:
        raise ExportError(f"found names that Excel cannot hold ({error}), expected other names of resources") from error
    return content.getvalue()


def _sheets(package: DataPackage) -> Iterator[Sheet]:
    sheets = [figures_sheet(package), *resource_sheets(package)]
    yield from sheets
    names = ("sheet", "column", "meaning")
    yield Sheet(
        name="columns",
        columns=tuple(Column(name=name, kind="text", meaning="") for name in names),
        rows=tuple((sheet.name, column.name, column.meaning) for sheet in sheets for column in sheet.columns),
    )


def _add(book: Any, sheet: Sheet) -> None:
    page = book.add_worksheet(sheet.name)
    page.freeze_panes(1, 0)
    bold, quoted = book.add_format({"bold": True}), book.add_format({"quote_prefix": True})
    by_decimals = {each: book.add_format({"num_format": _shown(each)}) for each in range(MOST_DECIMALS + 1)}
    for place, column in enumerate(sheet.columns):
        widest = max(map(_width, (column.name, *(row[place] for row in sheet.rows))))
        page.set_column(place, place, min(WIDEST, widest + 2))
        page.write_string(0, place, column.name, bold)
    for number, row in enumerate(sheet.rows, 1):
        for place, cell in enumerate(row):
            if isinstance(cell, bool):
                page.write_boolean(number, place, cell)
            elif isinstance(cell, int | float) and float(f"{cell:.16G}") == cell:  # what XlsxWriter writes of it
                page.write_number(number, place, cell, by_decimals[_decimals(cell)])
            elif cell is not None:
                text = str(cell)
                if len(text.encode("utf-16-le")) > 2 * LONGEST:
                    where = f"{sheet.name}, row {number + 1}, column {sheet.columns[place].name!r}"
                    raise ExportError(f"{where}: found {len(text)} characters, expected at most {LONGEST}")
                page.write_string(number, place, text, quoted if text.startswith(FORMULA) else None)


def _width(cell: Cell) -> int:
    """The width of a cell in characters; a Chinese character counts two."""
    return sum(2 if east_asian_width(each) in "WF" else 1 for each in str("" if cell is None else cell))


def _decimals(number: float) -> int:
    return min(MOST_DECIMALS, max(0, -int(Decimal(repr(number)).as_tuple().exponent)))


def _shown(decimals: int) -> str:
    """The format that shows a number with this many decimals, never as 9.2E+11."""
    return f"0.{'0' * decimals}" if decimals else "0"
