"""The bundled package with a figure of another publication printed as a range; no tests in here."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.support.checkout import PACKAGE
from tests.support.editing import made_once, rows_of

from beijing_public_services.authoring.refresh import refresh
from beijing_public_services.datapackage.file_bytes import csv_file
from beijing_public_services.datapackage.reader import read_tables

if TYPE_CHECKING:
    from collections.abc import Mapping

    from beijing_public_services.datapackage.tables import Tables

RAIL: Final = "infrastructure.urban_rail_length"
SOURCE = "people_daily_overseas_rail_2012"
EXACT = f"{RAIL}:CN-BJ:2012:{SOURCE}"
RANGE = f"{RAIL}:CN-BJ:2012:between:{SOURCE}"
CELLS = {"printed": "400～450公里", "value": "400", "bound": "between"}
UPPER = "450"


@made_once("ranges")
def package_with_range(package: Path) -> Path:
    """Write a copy of the bundled package in which one figure is 400～450公里, and return its path."""
    return package_with_figure(package, CELLS, UPPER)


def package_with_figure(package: Path, cells: Mapping[str, str], upper: str) -> Path:
    """Write a copy of the bundled package in which one figure is a range with these cells, and return its path."""
    shutil.copytree(PACKAGE, package, copy_function=shutil.copyfile)
    tables = read_tables(package)
    put(tables, EXACT, cells)
    write(package, tables)
    refresh(package)
    tables = read_tables(package)
    put(tables, RANGE, {"upper": upper})
    write(package, tables)
    refresh(package)
    return package


def put(tables: Tables, id: str, cells: Mapping[str, str]) -> int:
    """Put cells into the row of a figure; gives the number of the row."""
    with rows_of(tables, "observations") as rows:
        number = next(number for number, row in enumerate(rows, 2) if row["id"] == id)
        rows[number - 2] |= cells
    return number


def write(package: Path, tables: Tables) -> None:
    """Write the table of figures of a package."""
    table = tables["observations"]
    (package / table.file).write_bytes(csv_file(table.rows, table.columns))


def field_of(package: Path, name: str) -> dict[str, object]:
    """Return what the descriptor of a package says of a column of the figures."""
    descriptor = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    figures = next(each for each in descriptor["resources"] if each["name"] == "observations")
    found: dict[str, object] = next(each for each in figures["schema"]["fields"] if each["name"] == name)
    return found
