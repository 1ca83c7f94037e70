"""The wide table as text: CSV after RFC 4180, and JSON Lines."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

from beijing_public_services.exports.figures_table import figures_sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from beijing_public_services.datapackage.package import DataPackage
    from beijing_public_services.exports.sheet import Cell


def as_csv(package: DataPackage) -> bytes:
    """Return the figures as CSV in UTF-8: numbers in plain digits, flags as true and false, missing cells empty."""
    sheet = figures_sheet(package)
    return csv_bytes([column.name for column in sheet.columns], sheet.rows)


def csv_bytes(header: Sequence[str], rows: Iterable[Iterable[Cell]]) -> bytes:
    """Return a CSV file with this header and these rows."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(header)
    writer.writerows([str(cell).lower() if isinstance(cell, bool) else cell for cell in row] for row in rows)
    return text.getvalue().encode()


def as_json_lines(package: DataPackage) -> bytes:
    """Return the figures as one JSON object per line in UTF-8; a missing cell is null."""
    lines = (json.dumps(row, ensure_ascii=False) for row in figures_sheet(package).as_dicts())
    return "".join(f"{line}\n" for line in lines).encode()
