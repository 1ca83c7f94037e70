"""Writing one cell of a worksheet: numbers with their digits, texts that are never formulas, links to the web."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from beijing_public_services._printable import columns_of
from beijing_public_services.errors import ExportError

if TYPE_CHECKING:
    from beijing_public_services.exports.sheet import Cell

LONGEST = 32_767  # UTF-16 units that a cell of Excel holds
LONGEST_ADDRESS = 2_000  # characters of a link, a little less than Excel follows
MOST_LINKS = 65_000  # of a worksheet, a little less than Excel holds
MOST_DECIMALS = 30  # that a format of Excel shows
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet may take for the start of a formula


TEXTS: dict[str, dict[str, object]] = {
    "plain": {},
    "indented": {"indent": 1},
    "header": {"bold": True, "bottom": 1},
    "name": {"bold": True, "valign": "top"},
    "title": {"bold": True, "font_size": 20},
    "subtitle": {"font_size": 14},
    "wrapped": {"text_wrap": True, "valign": "top"},
    "link": {"font_color": "#0563C1", "underline": 1},
    "indented link": {"font_color": "#0563C1", "underline": 1, "indent": 1},
}


class Styles:
    """The formats of the cells of one workbook."""

    def __init__(self, book: Any) -> None:
        self.texts = {name: book.add_format(each) for name, each in TEXTS.items()}
        self.quoted = {name: book.add_format({**each, "quote_prefix": True}) for name, each in TEXTS.items()}
        decimals = range(MOST_DECIMALS + 1)
        self.numbers = [book.add_format({"num_format": _shown(each)}) for each in decimals]
        self.grouped = [book.add_format({"num_format": f"#,##{_shown(each)}"}) for each in decimals]
        self.left = book.add_format({"num_format": "#,##0", "align": "left"})


def write_cell(
    page: Any,
    row: int,
    place: int,
    cell: Cell,
    styles: Styles,
    column: str,
    *,
    style: str = "plain",
    grouped: bool = False,
) -> None:
    """Write a cell, or nothing if it is None; `grouped` numbers have marks at the thousands.

    Raises:
        ExportError: the text is longer than a cell of Excel.
    """
    if isinstance(cell, bool):
        page.write_boolean(row, place, cell)
    elif isinstance(cell, int | float) and float(f"{cell:.16G}") == cell:  # what XlsxWriter writes of it
        page.write_number(row, place, cell, (styles.grouped if grouped else styles.numbers)[_decimals(cell)])
    elif cell is not None:
        write_text(page, row, place, str(cell), styles, column, style=style)


def write_text(
    page: Any, row: int, place: int, text: str, styles: Styles, column: str, *, style: str = "plain"
) -> None:
    """Write a text that is no formula, also when it is edited. Raises `ExportError` if a cell cannot hold it."""
    _check_length(page, row, column, text)
    page.write_string(row, place, text, (styles.quoted if text.startswith(FORMULA) else styles.texts)[style])


def write_link(
    page: Any, row: int, place: int, address: str, text: str, styles: Styles, column: str, *, style: str = "link"
) -> None:
    """Write a text that leads to an address of the web or to a sheet, or the text alone for any other address."""
    leads_somewhere = address.lower().startswith(("https://", "http://", "internal:")) and address.isprintable()
    if leads_somewhere and len(address) <= LONGEST_ADDRESS and row <= MOST_LINKS:
        _check_length(page, row, column, text)
        page.write_url(row, place, address, styles.texts[style], text)
    else:
        write_text(page, row, place, text, styles, column, style=style.removesuffix("link").strip() or "plain")


def _check_length(page: Any, row: int, column: str, text: str) -> None:
    if len(text.encode("utf-16-le")) > 2 * LONGEST:
        where = f"{page.get_name()}, row {row + 1}, column {column!r}"
        raise ExportError(f"{where}: found {len(text)} characters, expected at most {LONGEST}")


def width(cell: Cell) -> int:
    """Return the width of a cell in characters; a Chinese character counts two."""
    return columns_of("" if cell is None else str(cell))


def _decimals(number: float) -> int:
    return min(MOST_DECIMALS, max(0, -int(Decimal(repr(number)).as_tuple().exponent)))


def _shown(decimals: int) -> str:
    """The format that shows a number with this many decimals, never as 9.2E+11."""
    return f"0.{'0' * decimals}" if decimals else "0"
