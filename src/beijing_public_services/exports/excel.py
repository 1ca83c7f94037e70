"""A workbook for Excel: a cover, the figures to read, the wide table, one sheet per resource, and what columns mean."""

from __future__ import annotations

import io
from datetime import datetime
from typing import TYPE_CHECKING, Any

from beijing_public_services.errors import ExportError, MissingExtraError
from beijing_public_services.exports.excel_cells import Styles, width, write_cell, write_text
from beijing_public_services.exports.excel_cover import COVER, OVERVIEW, write_cover, write_overview
from beijing_public_services.exports.figures_table import figures_sheet
from beijing_public_services.exports.sheet import Column, Sheet, resource_sheets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beijing_public_services.datapackage.package import DataPackage

WIDEST = 60
CREATED = datetime(1980, 1, 1)  # zip knows no earlier day; the time of writing would make each file another


def as_workbook(package: DataPackage) -> bytes:
    """Return a workbook, the same bytes each time; no text is a formula, and only addresses of sources are links.

    Raises:
        ExportError: Excel cannot hold a text or the name of a sheet.
        MissingExtraError: XlsxWriter is not installed.
    """
    try:
        import xlsxwriter
        from xlsxwriter.exceptions import XlsxWriterException
    except ImportError as error:
        raise MissingExtraError("export to xlsx", "export") from error
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True})
    book.set_properties({"title": package.name, "comments": f"Version {package.version}", "created": CREATED})
    sheets = list(_sheets(package))
    names = {sheet.name.lower() for sheet in sheets}  # Excel takes `Cover` and `cover` for one name
    try:
        styles = Styles(book)
        cover = book.add_worksheet(_free(COVER, names))
        overview = book.add_worksheet(_free(OVERVIEW, names))
        for sheet in sheets:
            _write(book.add_worksheet(sheet.name), sheet, styles)
        counts = [(str(overview.get_name()), write_overview(overview, package, styles))]
        counts += [(sheet.name, len(sheet.rows)) for sheet in sheets]
        write_cover(cover, package, styles, counts)
        book.close()
    except XlsxWriterException as error:
        raise ExportError(f"found names that Excel cannot hold ({error}), expected other names of resources") from error
    return content.getvalue()


def _sheets(package: DataPackage) -> Iterator[Sheet]:
    """The wide table, the resources, and what their columns mean."""
    sheets = [figures_sheet(package), *resource_sheets(package)]
    yield from sheets
    names = ("sheet", "column", "meaning")
    yield Sheet(
        name="columns",
        columns=tuple(Column(name=name, kind="text", meaning="") for name in names),
        rows=tuple((sheet.name, column.name, column.meaning) for sheet in sheets for column in sheet.columns),
    )


def _free(name: str, taken: set[str]) -> str:
    """The name of a sheet of ours, with a number behind it if a resource has that name."""
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name} {number}"
    return free


def _write(page: Any, sheet: Sheet, styles: Styles) -> None:
    page.freeze_panes(1, 0)
    for place, column in enumerate(sheet.columns):
        widest = max(map(width, (column.name, *(row[place] for row in sheet.rows))))
        page.set_column(place, place, min(WIDEST, widest + 2))
        write_text(page, 0, place, column.name, styles, column.name, style="header")
    for number, row in enumerate(sheet.rows, 1):
        for place, cell in enumerate(row):
            write_cell(page, number, place, cell, styles, sheet.columns[place].name)
    if sheet.columns:
        page.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)
