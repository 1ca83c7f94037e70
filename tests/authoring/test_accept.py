"""Laws of accepting a draft in several goes: what is left behind, and what a row that waits means meanwhile."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

import beijing_public_services as bps

REPORT = """# 澜湾市公共服务年度观察（2031）

## 公共图书馆

2031年末，澜湾市共有公共图书馆48座，比上年增加6.7%；其中36座通宵开放。[^1]

## 空气质量

2031年，澜湾市细颗粒物年均浓度为27.4微克/立方米，与2026年相比下降18.2%。

[^1]: 澜湾市图书馆协会：《2031年公共图书馆名录》，2032年2月3日。
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """The report of an invented city."""
    path = tmp_path / "report.md"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """A new package."""
    return bps.new_package(tmp_path / "city")


def rows_of(path: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV file."""
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


def fill(path: Path, **cells: str) -> None:
    """Fill the empty cells of a CSV file; `{}` in a text is the number of the row in letters."""
    rows, columns = rows_of(path), path.read_text(encoding="utf-8").splitlines()[0].split(",")
    for number, row in enumerate(rows):
        row.update(
            {name: cell.format("abcdefghijk"[len(rows) - 1 - number]) for name, cell in cells.items() if not row[name]}
        )
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def complete(city: Path) -> None:
    """Fill in what a person fills in after a draft of the invented report."""
    fill(city / "draft" / "domains.csv", id="domain_{}", name_en="Domain {}")
    fill(city / "draft" / "areas.csv", id="X-LANWAN", name_en="Lanwan")
    fill(city / "draft" / "units.csv", id="library", name_en="library")
    fill(city / "draft" / "sources.csv", title="title", publisher="publisher", grade="B")
    fill(
        city / "draft" / "indicators.csv", id="thing_{}", name_en="Thing {}", definition="Number of libraries, kind {}."
    )


def refill(city: Path, *, only: str) -> None:
    """Fill in what a person fills in, but of the indicators with no parent only the one whose name is `only`."""
    path = city / "draft" / "indicators.csv"
    written = path.read_text(encoding="utf-8")
    complete(city)
    filled = rows_of(path)
    unfilled = list(csv.DictReader(written.splitlines()))
    kept = [new if new["name_zh"] == only or new["parent"] else old for new, old in zip(filled, unfilled, strict=True)]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(kept[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(kept)


def test_rows_that_are_left_are_accepted_later(city: Path, report: Path) -> None:
    """What is left after some rows were accepted refers to the package, and is accepted once it is complete."""
    drafted = bps.draft_package(city, report)
    refill(city, only="澜湾市共有公共图书馆")
    first = bps.accept_draft(city)
    assert (first.accepted, len(first.left)) == (2, 3)
    assert {row["area"] for row in rows_of(city / "draft.csv")} == {"X-LANWAN"}
    assert rows_of(city / "draft" / "areas.csv") == []
    complete(city)
    assert bps.accept_draft(city).accepted == 3
    bps.refresh(city, report=drafted.report)
    assert [issue.rule for issue in bps.check(city) if issue.rule != "printed_units_match_the_indicator"] == []


def test_a_child_is_accepted_after_its_parent(city: Path, report: Path) -> None:
    """The growth of an indicator follows from it also when the indicator was accepted before."""
    bps.draft_package(city, report)
    complete(city)
    rows = rows_of(city / "draft.csv")
    held = next(row for row in rows if row["measure"] == "growth")
    edit(
        city / "draft.csv",
        lambda row: row | {"base_kind": "" if row["printed"] == held["printed"] else row["base_kind"]},
    )
    left = bps.accept_draft(city).left
    assert [row["printed"] for row in left] == [held["printed"]]
    edit(city / "draft.csv", lambda row: row | {"base_kind": "previous_year"})
    assert bps.accept_draft(city).left == ()
    growth = next(row for row in rows_of(city / "data" / "indicators.csv") if row["measure"] == "growth")
    assert growth["id"] == f"{growth['parent']}_growth"


def test_a_package_loads_while_rows_wait(city: Path, report: Path) -> None:
    """The numeral of a row that waits is unrecorded, with that reason, until the row is accepted or deleted."""
    drafted = bps.draft_package(city, report)
    refill(city, only="澜湾市共有公共图书馆")
    bps.accept_draft(city)
    bps.refresh(city, report=drafted.report)
    assert len(bps.load(city).observations) == 2
    assert reasons_of(city) == ["its row waits in draft.csv"] * 3
    edit(city / "draft.csv", lambda row: row if row["printed"] != "36座" else None)
    complete(city)
    bps.accept_draft(city)
    assert reasons_of(city) == ["draft.csv has no row for it: write its role here"]


def test_white_space_around_a_reference_does_not_matter(city: Path, report: Path) -> None:
    """A name that is proposed with a space at its end is found."""
    bps.draft_package(city, report)
    complete(city)
    edit(city / "draft.csv", lambda row: row | {"indicator": row["indicator"] + " "})
    assert bps.accept_draft(city).left == ()


def test_a_figure_in_words_is_refused_with_what_to_do(city: Path, report: Path) -> None:
    """A row without a numeral stays, and its reason says that it is to be deleted."""
    bps.draft_package(city, report)
    complete(city)
    edit(city / "draft.csv", lambda row: row | {"ordinal": "" if row["printed"] == "48座" else row["ordinal"]})
    (left,) = bps.accept_draft(city).left
    assert "written in words" in left["why"]
    assert "delete the row" in left["why"]


def edit(path: Path, change: Callable[[dict[str, str]], dict[str, str] | None]) -> None:
    """Change the rows of a CSV file; None deletes one."""
    rows = rows_of(path)
    kept = [row for row in map(change, rows) if row is not None]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(kept)


def reasons_of(city: Path) -> list[str]:
    """Return the reasons of the unrecorded numerals of a package."""
    return [row["reason"] for row in rows_of(city / "data" / "numerals.csv") if row["role"] == "unrecorded"]


def test_the_rate_of_the_page_on_drafting_passes(city: Path, tmp_path: Path) -> None:
    """The row for a rate that the page on drafting shows is accepted, and `check` finds its figure right."""
    page = (Path(__file__).resolve().parents[2] / "docs" / "drafting.md").read_text(encoding="utf-8").splitlines()
    header = next(at for at, line in enumerate(page) if line.startswith("| proposed | id |"))
    names, cells = ([cell.strip() for cell in page[at].strip("|").split("|")] for at in (header, header + 2))
    report = tmp_path / "rate.md"
    report.write_text("# 澜湾市公报\n\n## 安全\n\n2031年，万车死亡率为0.92人/万车。\n", encoding="utf-8")
    drafted = bps.draft_package(city, report)
    edit(city / "draft" / "units.csv", lambda row: row | dict(zip(names, cells, strict=True)))
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
