"""Laws of accepting a draft in several goes: what is left behind, and what a row that waits means meanwhile."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support.checkout import DOCS
from tests.support.drafts import complete, fill
from tests.support.editing import edit_rows, read_rows

import beijing_public_services as bps


def refill(city: Path, *, only: str) -> None:
    """Fill in what a person fills in, but of the indicators with no parent only the one whose name is `only`."""
    path = city / "draft" / "indicators.csv"
    unfilled = read_rows(path)
    complete(city)

    def change(rows: list[dict[str, str]]) -> None:
        rows[:] = [
            new if new["name_zh"] == only or new["parent"] else old for new, old in zip(rows, unfilled, strict=True)
        ]

    edit_rows(path, change)


def test_rows_that_are_left_are_accepted_later(city: Path, report: Path) -> None:
    """What is left after some rows were accepted refers to the package, and is accepted once it is complete."""
    drafted = bps.draft_package(city, report)
    refill(city, only="澜湾市共有公共图书馆")
    first = bps.accept_draft(city)
    assert (first.accepted, len(first.left)) == (2, 3)
    assert {row["area"] for row in read_rows(city / "draft.csv")} == {"X-LANWAN"}
    assert read_rows(city / "draft" / "areas.csv") == []
    complete(city)
    assert bps.accept_draft(city).accepted == 3
    bps.refresh(city, report=drafted.report)
    assert [issue.rule for issue in bps.check(city) if issue.rule != "printed_units_match_the_indicator"] == []


def test_a_child_is_accepted_after_its_parent(city: Path, report: Path) -> None:
    """The growth of an indicator follows from it also when the indicator was accepted before."""
    bps.draft_package(city, report)
    complete(city)
    held = next(row["printed"] for row in read_rows(city / "draft.csv") if row["measure"] == "growth")
    edit_rows(city / "draft.csv", lambda rows: [row.update(base_kind="") for row in rows if row["printed"] == held])
    assert [row["printed"] for row in bps.accept_draft(city).left] == [held]
    edit_rows(city / "draft.csv", lambda rows: [row.update(base_kind="previous_year") for row in rows])
    assert bps.accept_draft(city).left == ()
    growth = next(row for row in read_rows(city / "data" / "indicators.csv") if row["measure"] == "growth")
    assert growth["id"] == f"{growth['parent']}_growth"


def test_a_package_loads_while_rows_wait(city: Path, report: Path) -> None:
    """The numeral of a row that waits is unrecorded, with that reason, until the row is accepted or deleted."""
    drafted = bps.draft_package(city, report)
    refill(city, only="澜湾市共有公共图书馆")
    bps.accept_draft(city)
    bps.refresh(city, report=drafted.report)
    assert len(bps.load(city).observations) == 2
    assert reasons_of(city) == ["its row waits in draft.csv"] * 3
    edit_rows(city / "draft.csv", lambda rows: rows.remove(next(row for row in rows if row["printed"] == "36座")))
    complete(city)
    bps.accept_draft(city)
    assert reasons_of(city) == ["draft.csv has no row for it: write its role here"]


def test_white_space_around_a_reference_does_not_matter(city: Path, report: Path) -> None:
    """A name that is proposed with a space at its end is found."""
    bps.draft_package(city, report)
    complete(city)
    edit_rows(city / "draft.csv", lambda rows: [row.update(indicator=row["indicator"] + " ") for row in rows])
    assert bps.accept_draft(city).left == ()


def test_a_figure_in_words_is_refused_with_what_to_do(city: Path, report: Path) -> None:
    """A row without a numeral stays, and its reason says that it is to be deleted."""
    bps.draft_package(city, report)
    complete(city)
    edit_rows(city / "draft.csv", lambda rows: [row.update(ordinal="") for row in rows if row["printed"] == "48座"])
    (left,) = bps.accept_draft(city).left
    assert "written in words" in left["why"]
    assert "delete the row" in left["why"]


def reasons_of(city: Path) -> list[str]:
    """Return the reasons of the unrecorded numerals of a package."""
    return [row["reason"] for row in read_rows(city / "data" / "numerals.csv") if row["role"] == "unrecorded"]


def test_the_rate_of_the_page_on_drafting_passes(city: Path, tmp_path: Path) -> None:
    """The row for a rate that the page on drafting shows is accepted, and `check` finds its figure right."""
    page = (DOCS / "drafting.md").read_text(encoding="utf-8").splitlines()
    header = next(at for at, line in enumerate(page) if line.startswith("| proposed | id |"))
    names, cells = ([cell.strip() for cell in page[at].strip("|").split("|")] for at in (header, header + 2))
    report = tmp_path / "rate.md"
    report.write_text("# 澜湾市公报\n\n## 安全\n\n2031年，万车死亡率为0.92人/万车。\n", encoding="utf-8")
    drafted = bps.draft_package(city, report)
    edit_rows(city / "draft" / "units.csv", lambda rows: [row.update(zip(names, cells, strict=True)) for row in rows])
    complete(city)
    assert [row["why"] for row in bps.accept_draft(city).left] == []
    bps.refresh(city, report=drafted.report)
    assert bps.check(city) == []


def test_a_currency_sign_is_a_unit_that_passes(city: Path, tmp_path: Path) -> None:
    """The unit that is proposed for a currency sign needs no cell filled in, and `check` finds its figure right."""
    report = tmp_path / "fines.md"
    report.write_text("# Lanwan City Bulletin 2031\n\n## Safety\n\nSpeeding fines came to £3.2m.\n", encoding="utf-8")
    drafted = bps.draft_package(city, report)
    complete(city)
    fill(city / "draft" / "areas.csv", name_zh="澜湾市")
    fill(city / "draft" / "domains.csv", name_zh="安全")
    fill(city / "draft" / "indicators.csv", name_zh="超速罚款")
    assert [row["why"] for row in bps.accept_draft(city).left] == []
    bps.refresh(city, report=drafted.report)
    assert bps.check(city) == []


def test_a_cell_that_fits_no_column_is_refused_with_what_fits(city: Path, report: Path) -> None:
    """A row whose cells no table can hold stays with the reason, and the package loads without it."""
    bps.draft_package(city, report)
    complete(city)
    wrong = {"value": "4.8E+01", "bound": "roughly", "period": "Dec-31", "status": "real", "ordinal": "99"}

    def spoil(rows: list[dict[str, str]]) -> None:
        for row, (column, cell) in zip(rows, wrong.items(), strict=True):
            row[column] = cell

    edit_rows(city / "draft.csv", spoil)
    accepted = bps.accept_draft(city)
    assert accepted.accepted == 0
    for row, (column, cell) in zip(accepted.left, wrong.items(), strict=True):
        assert column in row["why"]
        assert cell in row["why"]
    assert bps.load(city).observations == ()


def test_an_id_that_no_table_can_hold_is_refused(city: Path, report: Path) -> None:
    """The reason names the file of the draft, the row and the cell."""
    bps.draft_package(city, report)
    edit_rows(city / "draft" / "areas.csv", lambda rows: [row.update(id="澜湾", name_en="Lanwan") for row in rows])
    complete(city)
    assert all("in draft/areas.csv: id '澜湾'" in row["why"] for row in bps.accept_draft(city).left)


def test_what_a_rate_counts_becomes_a_unit(city: Path, tmp_path: Path) -> None:
    """A noun in the id of a rate that nothing defines is defined with its Chinese name."""
    report = tmp_path / "beds.md"
    report.write_text("# 澜湾市公报\n\n## 医疗\n\n2031年末，每千人口床位数为7.2张。\n", encoding="utf-8")
    drafted = bps.draft_package(city, report)
    rate = {"id": "bed/thousand_persons", "name_en": "bed per thousand persons"}
    rate["definition"] = "thousand_persons = 1000 * person = _ = 千人"
    edit_rows(city / "draft" / "units.csv", lambda rows: [row.update(rate) for row in rows if "/" in row["proposed"]])
    complete(city)
    fill(city / "draft" / "indicators.csv", definition="Beds per thousand persons.")
    assert [row["why"] for row in bps.accept_draft(city).left] == []
    bps.refresh(city, report=drafted.report)
    assert any("bed = [bps_bed] = _ = 张" in each for each in [(city / "datapackage.json").read_text(encoding="utf-8")])


def test_a_definition_that_cannot_be_loaded_is_refused(city: Path, report: Path) -> None:
    """A unit with a wrong definition stays behind, and the reason names the part that offends."""
    bps.draft_package(city, report)
    edit_rows(
        city / "draft" / "units.csv",
        lambda rows: [
            row.update(definition="library = [bps_library] = _ = /座") for row in rows if "?" in row["proposed"]
        ],
    )
    complete(city)
    left = bps.accept_draft(city).left
    assert any("the name '/座'" in row["why"] for row in left)


@pytest.mark.parametrize(("delimiter", "encoding"), [(";", "utf-8-sig"), ("\t", "utf-16")])
def test_a_draft_is_read_as_spreadsheets_save_it(city: Path, report: Path, delimiter: str, encoding: str) -> None:
    """Semicolons, tabs, CRLF, empty lines, a byte order mark and UTF-16 change nothing."""
    bps.draft_package(city, report)
    complete(city)
    rows = read_rows(city / "draft.csv")
    lines = [delimiter.join(cells) for cells in (rows[0], *(row.values() for row in rows))]
    (city / "draft.csv").write_bytes("\r\n\r\n".join(lines).encode(encoding))
    assert bps.accept_draft(city).accepted == len(rows)


@pytest.mark.parametrize("spoiled", [b"locator;\xb5\xd8\n", b"locator,ordinal\n", b"", b"locator\0\n"])
def test_a_draft_that_cannot_be_read_changes_nothing(city: Path, report: Path, spoiled: bytes) -> None:
    """The message names the file, and no table is written."""
    bps.draft_package(city, report)
    (city / "draft.csv").write_bytes(spoiled)
    before = {path: path.read_bytes() for path in (city / "data").iterdir()}
    with pytest.raises(bps.DataPackageError, match=r"draft\.csv"):
        bps.accept_draft(city)
    assert {path: path.read_bytes() for path in (city / "data").iterdir()} == before


def test_the_same_row_twice_is_accepted_once(city: Path, report: Path) -> None:
    """The second says that the first has the figure."""
    bps.draft_package(city, report)
    complete(city)
    edit_rows(city / "draft.csv", lambda rows: rows.append(dict(rows[0])))
    (left,) = bps.accept_draft(city).left
    assert "a row above" in left["why"]


def test_rows_that_wait_are_not_replaced_unasked(city: Path, report: Path) -> None:
    """A second draft leaves what a person may have reviewed, unless it is told to overwrite."""
    bps.draft_package(city, report)
    bps.draft_package(city, report)  # the same again
    edit_rows(city / "draft.csv", lambda rows: [row.update(confidence="reviewed") for row in rows])
    with pytest.raises(bps.OverwriteError, match="5 rows of an earlier draft"):
        bps.draft_package(city, report)
    assert read_rows(city / "draft.csv")[0]["confidence"] == "reviewed"
    bps.draft_package(city, report, overwrite=True)
    assert read_rows(city / "draft.csv")[0]["confidence"] != "reviewed"


def test_growth_over_the_month_stands_beside_growth_over_the_year(city: Path, tmp_path: Path) -> None:
    """环比 and 同比 of one figure become two indicators with one parent, and `check` finds nothing."""
    report = tmp_path / "visits.md"
    report.write_text(
        "# 澜湾市公报\n\n## 医疗\n\n2031年12月，门诊量92.4万人次，环比增长3.5%，同比下降1.4%。婴儿死亡率为2.1‰。\n",
        encoding="utf-8",
    )
    drafted = bps.draft_package(city, report)
    complete(city)
    assert [row["why"] for row in bps.accept_draft(city).left] == []
    bps.refresh(city, report=drafted.report)
    rows = {row["id"].partition(".")[2]: row for row in read_rows(city / "data" / "indicators.csv")}
    parents = {row["parent"] for id_, row in rows.items() if id_.endswith("_growth")}
    assert sum(id_.endswith("_month_on_month_growth") for id_ in rows) == 1
    assert sum(id_.endswith("_growth") for id_ in rows) == 2
    assert len(parents) == 1
    assert bps.check(city) == []


def test_areas_around_a_place_are_taken_with_it(city: Path, report: Path) -> None:
    """The area that a place lies in, and the one around that, become rows with the first figure of the place."""
    bps.draft_package(city, report)
    complete(city)

    def nest(rows: list[dict[str, str]]) -> None:
        empty = dict.fromkeys(rows[0], "")
        rows[0]["parent"] = "X-LAN"
        rows += [
            {**empty, "proposed": "?澜省", "id": "X-LAN", "name_zh": "澜省", "name_en": "Lan", "parent": "X-SEA"},
            {**empty, "proposed": "?海国", "id": "X-SEA", "name_zh": "海国", "name_en": "Sea", "parent": ""},
            {**empty, "proposed": "?山国", "id": "X-HILL", "name_zh": "山国", "name_en": "Hill", "parent": ""},
        ]

    edit_rows(city / "draft" / "areas.csv", nest)
    assert bps.accept_draft(city).left == ()
    assert {row["id"] for row in read_rows(city / "data" / "areas.csv")} == {"X-LANWAN", "X-LAN", "X-SEA"}
