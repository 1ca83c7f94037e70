"""Laws of accepting a draft in several goes: what is left behind, and what a row that waits means meanwhile."""

from __future__ import annotations

from pathlib import Path

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
    page = (Path(__file__).resolve().parents[2] / "docs" / "drafting.md").read_text(encoding="utf-8").splitlines()
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
