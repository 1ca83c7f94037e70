"""A range in a package: its column, what checks say of it, and what the value of such a figure is."""

from __future__ import annotations

import json
import shutil
from decimal import Decimal
from pathlib import Path

import pytest
from tests.support.checkout import PACKAGE
from tests.support.ranges import CELLS, EXACT, RANGE, field_of, package_with_figure, package_with_range, put, write

import beijing_public_services as bps
from beijing_public_services.authoring.refresh import refresh
from beijing_public_services.checks.runner import meaning
from beijing_public_services.datapackage.reader import read_tables
from beijing_public_services.model.row_ids import observation_id


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package with one range."""
    return package_with_range(tmp_path_factory.mktemp("package"))


@pytest.fixture(scope="module")
def figure(package: Path) -> bps.Observation:
    """That range."""
    return bps.load(package).observation(RANGE)


def found(package: Path, **cells: str) -> list[tuple[str, str | None]]:
    """The rules that find something in the package if the range has other cells, each with the column."""
    tables = read_tables(package)
    number = put(tables, RANGE, cells)
    rules = ("values_match_the_printed_text", "ranges_have_both_ends")
    return [(each.rule, each.column) for rule in rules for each in meaning(tables, rule) if each.row == number]


def test_refresh_gives_a_package_what_its_first_range_needs(package: Path) -> None:
    """Column, schema and code come with the first range, at the end; a package without one stays as it is."""
    before, now = read_tables(PACKAGE), read_tables(package)
    assert now["observations"].columns == (*before["observations"].columns, "upper")
    assert {name for name in now.by_name if now[name].columns != before[name].columns} == {"observations"}
    assert field_of(package, "upper")["type"] == "number"
    assert field_of(package, "bound")["constraints"] == {
        "required": True,
        "enum": ["exact", "gt", "ge", "lt", "le", "nearly", "about", "some_over", "between"],
    }
    assert refresh(package, write=False) == []


def test_a_package_with_a_range_is_sound(package: Path) -> None:
    """Nothing is found in a package whose range has both its ends, by any rule or by frictionless."""
    assert bps.check(package) == []


def test_a_range_is_a_figure_with_both_ends(figure: bps.Observation) -> None:
    """The value is the lower end, `upper` the higher one, and both belong to what is possible."""
    assert (figure.value, figure.upper, figure.bound, figure.printed) == (400, 450, "between", "400～450公里")
    assert (figure.decimal, figure.highest) == (Decimal(400), Decimal(450))
    assert figure.interval == bps.Interval(lower=Decimal(400), upper=Decimal(450))
    assert figure.to_dict()["upper"] == 450


def test_any_other_figure_has_no_higher_end(package: Path) -> None:
    """`upper` is None for a figure that is no range, whether the package has the column or not."""
    for each in (bps.bundled(), bps.load(package)):
        assert {figure.upper for figure in each.observations if figure.bound != "between"} == {None}
    exact = bps.bundled().observation(EXACT)
    assert exact.highest == exact.decimal


def test_the_id_of_a_range_says_so(package: Path) -> None:
    """`between` stands in the id as any other bound does."""
    (row,) = (row for row in read_tables(package)["observations"].rows if row["id"] == RANGE)
    assert observation_id(row, "publication") == RANGE


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"upper": ""}, [("ranges_have_both_ends", "upper")]),
        ({"upper": "400"}, [("values_match_the_printed_text", "upper"), ("ranges_have_both_ends", "upper")]),
        ({"upper": "460"}, [("values_match_the_printed_text", "upper")]),
        ({"upper": "4.5e2"}, [("ranges_have_both_ends", "upper")]),
        ({"value": "410"}, [("values_match_the_printed_text", "value")]),
        ({"bound": "exact"}, [("values_match_the_printed_text", "bound"), ("ranges_have_both_ends", "upper")]),
        ({"bound": "exact", "upper": ""}, [("values_match_the_printed_text", "bound")]),
        (
            {"printed": "400公里"},
            [("values_match_the_printed_text", "bound"), ("values_match_the_printed_text", "upper")],
        ),
        ({"printed": "约400～450公里"}, [("values_match_the_printed_text", "printed")]),
        ({"printed": "between 400 and 450 km"}, []),
        ({"printed": "410～450公里"}, [("values_match_the_printed_text", "value")]),
    ],
)
def test_the_cells_of_a_range_are_what_is_printed(
    package: Path, cells: dict[str, str], expected: list[tuple[str, str]]
) -> None:
    """Both ends are read back from the printed text; `upper` is filled for a range and for nothing else."""
    assert found(package, **cells) == expected


@pytest.mark.parametrize("upper", ["about 450", "4.5e2", "٤"])
def test_an_unreadable_end_keeps_the_package_from_loading(tmp_path: Path, upper: str) -> None:
    """The error names the file, the row, the column, what was found and what would be right."""
    package = package_with_figure(tmp_path / "ranges", CELLS, upper)
    with pytest.raises(
        bps.DataPackageError, match=r"(?s)observations\.csv.*row.*upper.*found.*expected a plain decimal"
    ):
        bps.load(package)


def test_a_package_without_the_column_says_what_a_range_lacks(package: Path) -> None:
    """The bound `between` in a table without `upper` is found, and the message names the column."""
    tables = read_tables(PACKAGE)
    number = put(tables, EXACT, CELLS)
    (issue,) = meaning(tables, "ranges_have_both_ends")
    assert (issue.row, issue.column) == (number, "upper")
    assert "no such column" in issue.message


def test_a_range_of_falls_has_the_larger_fall_below() -> None:
    """下降5%-6% is from -6 to -5."""
    tables = read_tables(PACKAGE)
    put(tables, EXACT, {"printed": "下降5%-6%", "value": "-6", "bound": "between"})
    assert list(meaning(tables, "values_match_the_printed_text")) == []


def test_a_schema_in_a_file_of_its_own_is_left_to_its_author(tmp_path: Path) -> None:
    """`refresh` adds no column that it cannot describe; `check` names it."""
    package = Path(shutil.copytree(PACKAGE, tmp_path / "package", copy_function=shutil.copyfile))
    descriptor = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    figures = next(each for each in descriptor["resources"] if each["name"] == "observations")
    (package / "schema.json").write_text(json.dumps(figures["schema"]), encoding="utf-8")
    figures["schema"] = "schema.json"
    (package / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    tables = read_tables(package)
    put(tables, EXACT, CELLS)
    write(package, tables)
    refresh(package)
    tables = read_tables(package)
    assert "upper" not in tables["observations"].columns
    assert [each.column for each in meaning(tables, "ranges_have_both_ends")] == ["upper"]
