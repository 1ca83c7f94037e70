"""SDMX-CSV 2.0: the wide table under SDMX's names, with each number as printed and its scale."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from beijing_public_services.errors import ExportError, PrintedFigureError
from beijing_public_services.exports.delimited import csv_bytes
from beijing_public_services.exports.figures_table import figures_sheet
from beijing_public_services.exports.vocabulary import MEANINGS
from beijing_public_services.notation.periods import OPEN_END, OPEN_START, read_period
from beijing_public_services.notation.printed import read_printed

if TYPE_CHECKING:
    from beijing_public_services.datapackage.package import DataPackage
    from beijing_public_services.exports.sheet import Cell

STRUCTURE = {"STRUCTURE": "dataflow", "STRUCTURE_ID": "BPS:FIGURES(2.0.0)", "ACTION": "I"}
RENAMED = {
    "area": "REF_AREA",
    "dimension": "BREAKDOWN",
    "base_period": "BASE_PER",
    "frequency": "FREQ",
    "unit": "UNIT_MEASURE",
    "measure": "TRANSFORMATION",
    "note": "COMMENT_OBS",
    "id": "OBSERVATION",
}
DIMENSIONS = (
    "INDICATOR", "REF_AREA", "BREAKDOWN", "CATEGORY", "BASE_PER", "BOUND", "STATUS", "SOURCE", "TIME_PERIOD",
)  # fmt: skip
EMPTY = {"BREAKDOWN": "_T", "CATEGORY": "_T", "BASE_PER": "_Z"}  # SDMX's codes for the total and the not applicable
MEASURES = ("OBS_VALUE",)
FREQUENCIES = {"year": "A", "quarter": "Q", "month": "M", "day": "D", "span": "_O", "undated": "_U"}
ATTRIBUTES = (
    "OBS_STATUS",
    "UNIT_MULT",
    "DECIMALS",
    *(name for name in (RENAMED.get(each, each.upper()) for each in MEANINGS) if name not in (*DIMENSIONS, "VALUE")),
)


def as_sdmx_csv(package: DataPackage) -> bytes:
    """Return the figures in SDMX-CSV 2.0. Raises `ExportError` for two figures with the same dimensions."""
    rows = [_row(each) for each in figures_sheet(package).as_dicts()]
    seen: dict[tuple[Any, ...], Cell] = {}
    for row in rows:
        key = tuple(row[name] for name in DIMENSIONS)
        if key in seen:
            raise ExportError(
                f"{row['OBSERVATION']}: found the key of {seen[key]} ({', '.join(map(str, key))}), "
                "expected two figures to differ in a dimension"
            )
        seen[key] = row["OBSERVATION"]
    header = [*STRUCTURE, *DIMENSIONS, *MEASURES, *ATTRIBUTES]
    return csv_bytes(header, ([row[name] for name in header] for row in rows))


def _row(figure: dict[str, Cell]) -> dict[str, Cell]:
    row = {RENAMED.get(name, name.upper()): cell for name, cell in figure.items()}
    row |= {name: code for name, code in EMPTY.items() if row[name] is None}
    row |= dict(zip(("OBS_VALUE", "UNIT_MULT", "DECIMALS"), _number(figure), strict=True))
    row |= {"OBS_STATUS": "B" if figure["is_break"] else "A", "FREQ": FREQUENCIES[str(figure["frequency"])]}
    return row | STRUCTURE | {"TIME_PERIOD": time_period(str(figure["period"]))}


def _number(figure: dict[str, Cell]) -> tuple[str, int, int]:
    """What the printed figure gives before its scale word, the power of ten of that, and how many decimals it has.

    Where the printed figure does not give the value, the value as it is.
    """
    value = Decimal(str(figure["value_digits"]))
    try:
        printed = read_printed(str(figure["printed"] or ""))
        number, power = (printed.number, printed.power) if printed.value == value else (value, 0)
    except PrintedFigureError:
        number, power = value, 0
    return f"{number:f}", power, max(0, -int(number.as_tuple().exponent))


def time_period(period: str) -> str:
    """A period as SDMX writes it: a range as its first day and its length.

    SDMX has no open range and no time that is not known: of the first it gives the end there is, of the second nothing.

    >>> time_period("2024-Q3"), time_period("2024-07/2024-08"), time_period("../2024-12"), time_period("..")
    ('2024-Q3', '2024-07-01/P62D', '2024-12', '')
    """
    first, slash, last = period.partition("/")
    if not slash:
        return "" if period == ".." else period
    when = read_period(period)
    if when.start == OPEN_START or when.end == OPEN_END:
        return last if first == ".." else first
    start, end = date(*when.start), date(*when.end)
    return f"{start}/P{(end - start + timedelta(days=1)).days}D"
