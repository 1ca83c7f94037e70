"""Laws of the way from files to values: what a package holds, and the one cell named where it cannot be read."""

from __future__ import annotations

import csv
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.editing import tables_copy

import beijing_public_services as bps
from beijing_public_services.datapackage.loader import build
from beijing_public_services.datapackage.tables import Table, Tables

if TYPE_CHECKING:
    from pathlib import Path

CONTRACT = {
    "domains": "id name_zh name_en section",
    "topics": "id domain name_zh name_en section",
    "indicators": "id domain topic name_zh name_en keywords definition unit measure parent timing",
    "observations": "id indicator area period dimension category value bound status base_kind base_period base_area "
    "price_basis printed locator source note",
    "categories": "dimension id name_zh name_en",
    "paragraphs": "locator section ordinal sha256",
    "numerals": "locator ordinal token role",
    "mentions": "observation locator ordinal",
    "sources": "id kind title publisher published url grade note",
    "areas": "id name_zh name_en parent iso_3166_2 gbt_2260",
    "units": "id expression ucum symbol name_zh name_en",
    "cross_checks": "observation source verdict printed value unit note",
    "anomalies": "id observation locator kind what",
    "statements": "id kind subkind domain name_zh name_en issuer period status locators indicators source note",
}
CODES = [
    ("observations", "bound", "exact gt ge lt le nearly about some_over"),
    ("observations", "status", "actual target"),
    ("observations", "base_kind", "previous_year fixed_year total national global"),
    ("observations", "price_basis", "nominal real"),
    ("indicators", "measure", "level share rate growth difference rank streak span index"),
    ("indicators", "timing", "during end as_of"),
    ("numerals", "role", "value date name dimension enumeration unit idiom"),
    ("sources", "kind", "report footnote publication"),
    ("sources", "grade", "A B C"),
    ("cross_checks", "verdict", "agrees differs refines"),
    ("anomalies", "kind", "label_conflict footnote_older"),
    ("statements", "kind", "instrument shortcoming priority event"),
    ("statements", "subkind", "regulation plan balance reform opening"),
]
REFERENCES = [
    ("topics", "domain", "enviroment"),
    ("indicators", "domain", "enviroment"),
    ("indicators", "topic", "environment.noise"),
    ("indicators", "unit", "furlong"),
    ("indicators", "parent", "environment.pm1_annual_mean"),
    ("observations", "indicator", "environment.pm1_annual_mean"),
    ("observations", "area", "CN-XX"),
    ("observations", "base_area", "CN-XX"),
    ("observations", "category", "gardener"),
    ("observations", "locator", "s9.p9"),
    ("observations", "source", "n99"),
    ("numerals", "locator", "s9.p9"),
    ("mentions", "locator", "s9.p9"),
    ("mentions", "ordinal", "999"),
    ("mentions", "observation", "environment.pm1_annual_mean:CN-BJ:2024"),
    ("cross_checks", "observation", "environment.pm1_annual_mean:CN-BJ:2024"),
    ("cross_checks", "source", "n99"),
    ("cross_checks", "unit", "furlong"),
    ("anomalies", "observation", "environment.pm1_annual_mean:CN-BJ:2024"),
    ("anomalies", "locator", "s9.p9"),
    ("statements", "domain", "enviroment"),
    ("statements", "locators", "s9.p9"),
    ("statements", "indicators", "environment.pm1_annual_mean"),
    ("statements", "source", "n99"),
]
NO_NUMBERS = [
    "", "-", "abc", "3.", ".5", "1e3", "1,000", "+3", " 3", "3 ", "0x10", "1_000", "nan", "inf", "３", "٣", "--3", "三",
]  # fmt: skip
NO_PERIODS = ["", "2024-13", "2024-02-30", "2024-Q5", "24", "2024/2023", "2024年", "2024-9", "../..", " 2024"]
NO_ORDINALS = ["", "0", "01", "-1", "1.0", "一", "²"]


def put(package: Path, table: str, row: int, **cells: str) -> None:
    """Write other texts into cells of a row, counted from the header as row 1."""
    path = package / "data" / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file))
    for column, text in cells.items():
        lines[row - 1][lines[0].index(column)] = text
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(lines)


def refused(path: Path) -> bps.DataPackageError:
    """The one error that loading a package raises; its message tells all that it knows."""
    with pytest.raises(bps.DataPackageError) as caught:
        bps.load(path)
    error = caught.value
    place = [error.file, f"row {error.row}", repr(error.column)]
    assert all(part in str(error) for part in (*place, f"found {error.found}", f"expected {error.expected}"))
    return error


def without(table: Table, column: str) -> Table:
    """The table without one of its columns."""
    rows = [{name: text for name, text in row.items() if name != column} for row in table.rows]
    return Table.of_rows(file=table.file, columns=tuple(name for name in table.columns if name != column), rows=rows)


def replaced(name: str, table: Table) -> Tables:
    """The bundled tables with another one in the place of that name."""
    tables = tables_copy()
    return Tables(descriptor=tables.descriptor, by_name=tables.by_name | {name: table})


def one_figure(**cells: str) -> bps.Observation:
    """An observation read from a table of one row with these texts."""
    tables = tables_copy()
    kept = {"observations": [tables["observations"].rows[0] | cells], "mentions": [], "numerals": [], "identities": []}
    kept |= {"cross_checks": [], "anomalies": [], "errata": [], "aliases": []}
    few = {name: Table.of_rows(file=tables[name].file, columns=tables[name].columns, rows=kept[name]) for name in kept}
    (observation,) = build(Tables(descriptor=tables.descriptor, by_name=tables.by_name | few)).observations
    return observation


def test_the_folder_equals_the_bundled_package(package_copy: Path) -> None:
    """A package loaded from its folder, given as a path or as text, is the one that is shipped, value by value."""
    assert bps.load(package_copy) == bps.load(str(package_copy)) == bps.bundled()


def test_the_descriptor_equals_the_bundled_package(package_copy: Path) -> None:
    """A package loaded by the path of its descriptor is the one in the folder, whatever the descriptor is called."""
    assert bps.load(package_copy / "datapackage.json") == bps.bundled()
    renamed = (package_copy / "datapackage.json").rename(package_copy / "figures.json")
    assert bps.load(renamed) == bps.bundled()


def test_a_changed_cell_makes_another_package(package_copy: Path) -> None:
    """Packages are equal by their figures: one digit changed and they are not."""
    put(package_copy, "observations", 2, value="4")
    assert bps.load(package_copy) != bps.bundled()


def test_the_bundled_package_is_read_once() -> None:
    """The bundled package is the same object each time."""
    assert bps.bundled() is bps.bundled()


@pytest.mark.parametrize(("name", "column"), [(name, column) for name in CONTRACT for column in CONTRACT[name].split()])
def test_a_missing_column_is_named(name: str, column: str) -> None:
    """A table without a column of the data contract is refused at row 1 with the name of that column."""
    table = tables_copy()[name]
    with pytest.raises(bps.DataPackageError) as caught:
        build(replaced(name, without(table, column)))
    assert (caught.value.file, caught.value.row, caught.value.column) == (f"data/{name}.csv", 1, column)


@pytest.mark.parametrize(
    ("name", "columns"), [("units", "ucum symbol name_en"), ("observations", "status printed note")]
)
def test_of_missing_columns_the_first_is_named(name: str, columns: str) -> None:
    """Where several columns are missing, the error is the same each time: it names the first of the contract."""
    table = tables_copy()[name]
    for column in columns.split():
        table = without(table, column)
    with pytest.raises(bps.DataPackageError) as caught:
        build(replaced(name, table))
    assert caught.value.column == columns.split()[0]


@pytest.mark.parametrize(
    "name",
    ["observations", *(pytest.param(name, marks=pytest.mark.slow) for name in CONTRACT if name != "observations")],
)
def test_columns_beyond_the_contract_are_left_alone(name: str) -> None:
    """A package may carry columns of its own; they change nothing that is read."""
    table = tables_copy()[name]
    rows = [row | {"remark": "mine", "observations": "", "mentions": ""} for row in table.rows]
    wider = Table.of_rows(file=table.file, columns=(*table.columns, "remark", "observations", "mentions"), rows=rows)
    assert build(replaced(name, wider)) == bps.bundled()


@pytest.mark.parametrize(
    ("column", "text", "right"), [("value", "30,5", "plain decimal"), ("period", "2024-13", "2024-Q3")]
)
def test_a_cell_that_cannot_be_read_is_named(package_copy: Path, column: str, text: str, right: str) -> None:
    """Of a number or period that cannot be read the error says where it stands, what it is and what would be right."""
    put(package_copy, "observations", 3, **{column: text})
    error = refused(package_copy)
    assert (error.file, error.row, error.column) == ("data/observations.csv", 3, column)
    assert error.found == repr(text)
    assert right in error.expected


@pytest.mark.parametrize(
    ("column", "text"), [("value", text) for text in NO_NUMBERS] + [("period", text) for text in NO_PERIODS]
)
def test_a_number_or_period_is_written_in_one_way(column: str, text: str) -> None:
    """A value is a plain decimal, a period one that a calendar has; other ways to write either are refused."""
    with pytest.raises(bps.DataPackageError) as caught:
        one_figure(**{column: text})
    assert (caught.value.row, caught.value.column, caught.value.found) == (2, column, repr(text))


@pytest.mark.parametrize("text", NO_ORDINALS)
@pytest.mark.parametrize("name", ["paragraphs", "numerals", "mentions"])
def test_an_ordinal_counts_from_one(name: str, text: str) -> None:
    """An ordinal is a whole number from 1, written in one way only."""
    table = tables_copy()[name]
    rows = [table.rows[0], table.rows[1] | {"ordinal": text}, *table.rows[2:]]
    with pytest.raises(bps.DataPackageError) as caught:
        build(replaced(name, Table.of_rows(file=table.file, columns=table.columns, rows=rows)))
    assert (caught.value.file, caught.value.row, caught.value.column) == (f"data/{name}.csv", 3, "ordinal")


@pytest.mark.parametrize(("table", "column", "codes"), CODES)
def test_a_code_is_one_of_its_list(package_copy: Path, table: str, column: str, codes: str) -> None:
    """A code that is not in its closed list is refused, and the error offers the whole list."""
    wrong = "" if column in ("bound", "status", "measure") else "above"
    put(package_copy, table, 3, **{column: wrong})
    error = refused(package_copy)
    assert (error.file, error.row, error.column, error.found) == (f"data/{table}.csv", 3, column, repr(wrong))
    assert all(repr(code) in error.expected for code in codes.split())


@pytest.mark.parametrize(("table", "column", "text"), REFERENCES)
def test_a_reference_is_to_something_there(package_copy: Path, table: str, column: str, text: str) -> None:
    """What a cell refers to is a row of the package, else the error names the cell that refers to nothing."""
    put(package_copy, table, 3, **{column: text})
    error = refused(package_copy)
    assert (error.file, error.row, error.column) == (f"data/{table}.csv", 3, column)
    assert repr(text) in error.found


@pytest.mark.parametrize(
    ("table", "column", "text", "nearest"),
    [
        ("observations", "indicator", "environment.pm25_annual_mean", "environment.pm2_5_annual_mean"),
        ("observations", "area", "CN-BJ.central_area", "CN-BJ.central_urban_area"),
        ("indicators", "unit", "hectar", "hectare"),
        ("indicators", "domain", "enviroment", "environment"),
    ],
)
def test_an_unknown_reference_suggests_the_nearest(
    package_copy: Path, table: str, column: str, text: str, nearest: str
) -> None:
    """Of a misspelt reference the error says which id was probably meant."""
    put(package_copy, table, 3, **{column: text})
    assert repr(nearest) in refused(package_copy).expected


@pytest.mark.parametrize("table", CONTRACT)
def test_a_key_stands_once(package_copy: Path, table: str) -> None:
    """A row whose key another row has is refused where the key comes up again."""
    path = package_copy / "data" / f"{table}.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([*lines, lines[1], ""]), encoding="utf-8")
    error = refused(package_copy)
    keys = {"paragraphs": "locator", "numerals": "ordinal", "mentions": "ordinal", "cross_checks": "source"}
    key = keys.get(table, "id")
    assert (error.file, error.row, error.column) == (f"data/{table}.csv", len(lines) + 1, key)
    assert "again" in error.found


@given(st.integers(-(10**18), 10**18))
def test_a_whole_value_is_an_integer(number: int) -> None:
    """A value printed without decimals is an int, whatever its size."""
    value = one_figure(value=str(number)).value
    assert isinstance(value, int)
    assert value == number


@given(st.decimals(-(10**9), 10**9, places=4))
def test_a_decimal_value_is_exactly_the_one_in_the_file(number: Decimal) -> None:
    """A value with decimals is a float that stands for no other decimal than the one in the file."""
    observation = one_figure(value=f"{number:f}")
    assert isinstance(observation.value, float)
    assert observation.decimal == number
