"""A range in other systems' formats: no format gives its lower end for the figure without saying so."""

from __future__ import annotations

import csv
import sqlite3
from typing import TYPE_CHECKING

import pytest
from tests.support.libraries import require
from tests.support.ranges import RANGE, package_with_range

import beijing_public_services as bps

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> bps.DataPackage:
    """A package in which one figure is printed as 400～450公里."""
    return bps.load(package_with_range(tmp_path_factory.mktemp("package")))


def test_a_frame_has_both_ends_and_the_bound(package: bps.DataPackage) -> None:
    """The columns of the bundled package hold a range: `lower` and `upper` are its ends, and `bound` says so."""
    frame, bundled = bps.to_frame(package=package), bps.to_frame()
    assert list(frame.columns) == list(bundled.columns)
    row = frame.set_index("id").loc[RANGE] if "id" in frame.columns else frame.loc[RANGE]
    assert (row["value"], row["bound"], row["lower"], row["upper"]) == (400, "between", 400, 450)
    assert (row["lower_closed"], row["upper_closed"], row["interval"]) == (True, True, "[400, 450]")


def test_sdmx_has_the_bound_as_a_dimension_and_both_ends(package: bps.DataPackage, tmp_path: Path) -> None:
    """The observation of a range is its lower end, beside `BOUND`, `LOWER` and `UPPER`."""
    (path,) = bps.export(package, tmp_path / "figures.sdmx.csv", format="sdmx-csv")
    with path.open(encoding="utf-8", newline="") as stream:
        (row,) = (row for row in csv.DictReader(stream) if row["OBSERVATION"] == RANGE)
    assert (row["OBS_VALUE"], row["BOUND"], row["LOWER"], row["UPPER"]) == ("400", "between", "400", "450")


def test_a_database_has_the_column(package: bps.DataPackage, tmp_path: Path) -> None:
    """The table of observations keeps `upper`, empty for all other figures."""
    (path,) = bps.export(package, tmp_path / "figures.sqlite", format="sqlite")
    with sqlite3.connect(path) as database:
        found = database.execute("select id, value, upper from observations where upper is not null").fetchall()
    database.close()
    assert found == [(RANGE, 400, 450)]


def test_the_overview_of_a_workbook_names_both_ends(package: bps.DataPackage, tmp_path: Path) -> None:
    """A reader who sees the lower end in the column of values sees both ends in the column of bounds beside it."""
    openpyxl = require("openpyxl")
    (path,) = bps.export(package, tmp_path / "figures.xlsx", format="xlsx")
    sheet = openpyxl.load_workbook(path)["overview"]
    (row,) = (row for row in sheet.iter_rows(values_only=True) if "400～450公里" in row)
    assert row[3:6] == ("400～450公里", "between 400 and 450", 400)


def test_a_person_reads_both_ends(package: bps.DataPackage) -> None:
    """Notebook, chart, explorer and assistant give a range with both its ends."""
    figure = package.observation(RANGE)
    assert "400–450 km" in figure._repr_html_()
    assert figure._repr_html_().count("400 km") == 0
