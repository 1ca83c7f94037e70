"""A range in a report becomes one figure: proposed with both ends, accepted, checked and audited."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support.drafts import REPORT, complete
from tests.support.editing import edit_rows, read_rows

import beijing_public_services as bps
from beijing_public_services.authoring.drafting.repeats import date_alike
from beijing_public_services.authoring.drafting.rows import COLUMNS

RANGED = REPORT.replace("27.4微克/立方米", "27～29微克/立方米").replace("下降18.2%", "下降17%至19%")


@pytest.fixture
def ranged(report: Path) -> Path:
    """The invented report with two ranges."""
    report.write_text(RANGED, encoding="utf-8")
    return report


def proposed(tmp_path: Path, text: str) -> list[tuple[str, str, str, str]]:
    """Printed form, value, higher end and bound of each row that is proposed for a text."""
    report = tmp_path / "text.md"
    report.write_text(f"## 1 Text\n\n{text}\n", encoding="utf-8")
    rows = bps.draft_package(bps.new_package(tmp_path / "package"), report).rows
    return [(row["printed"], row["value"], row.get("upper", ""), row["bound"]) for row in rows]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("2031年，管网长度为300～400公里。", [("300～400公里", "300", "400", "between")]),
        ("2031年，就业人数为3万至5万人。", [("3万至5万人", "30000", "50000", "between")]),
        ("2031年，用水量下降5%-6%。", [("下降5%-6%", "-6", "-5", "between")]),
        ("2031年，达标率为5%-6%。", [("5%-6%", "5", "6", "between")]),
        ("2031年，用水量降幅达5%-6%。", [("降幅…5%-6%", "-6", "-5", "between")]),
        ("Permits took between 29 and 31 days in 2031.", [("between 29 and 31 days", "29", "31", "between")]),
        ("Emissions were 5% to 6% lower in 2031.", [("5% to 6% lower", "-6", "-5", "between")]),
        ("Emissions fell by between 5% and 6% in 2031.", [("fell by between 5% and 6%", "-6", "-5", "between")]),
        ("There were 300 to 400 fewer cases in 2031.", [("300 to 400 fewer cases", "", "", "")]),
        ("The route was 300 to 400 km less in 2031.", [("300 to 400 km less", "-400", "-300", "between")]),
        ("The scheme cut leakage by between 5% and 6%.", [("cut…by between 5% and 6%", "-6", "-5", "between")]),
        ("The network has 300 to 400 km of pipes.", [("300 to 400 km", "300", "400", "between")]),
        ("2031年，管网长度约300～400公里。", []), ("The network has about 300 to 400 km of pipes.", []),
    ],
)  # fmt: skip
def test_a_range_is_one_row(tmp_path: Path, text: str, rows: list[tuple[str, str, str, str]]) -> None:
    """A row has both ends with their sign; a range that a word limits further has none."""
    assert proposed(tmp_path, text) == rows


def test_the_column_of_higher_ends_comes_last_and_only_with_a_range(city: Path, ranged: Path, tmp_path: Path) -> None:
    """`draft.csv` has the columns it has always had; `upper` stands behind them if a row is a range."""
    bps.draft_package(city, ranged)
    assert (city / "draft.csv").read_text(encoding="utf-8").splitlines()[0] == ",".join((*COLUMNS, "upper"))
    assert [row["upper"] for row in read_rows(city / "draft.csv")] == ["", "", "", "29", "-17"]
    exact = tmp_path / "exact.md"
    exact.write_text(REPORT, encoding="utf-8")
    bps.draft_package(city, exact, overwrite=True)
    assert (city / "draft.csv").read_text(encoding="utf-8").splitlines()[0] == ",".join(COLUMNS)


def test_an_accepted_range_is_a_figure_of_a_sound_package(city: Path, ranged: Path) -> None:
    """Both its numerals mention it; column, schema and code come with it; `check` and `audit` find nothing."""
    drafted = bps.draft_package(city, ranged)
    assert [row["role"] for row in read_rows(city / "draft" / "numerals.csv") if row["token"] in ("27", "29")] == [
        "value", "value",
    ]  # fmt: skip
    complete(city)
    accepted = bps.accept_draft(city)
    assert (accepted.accepted, accepted.left) == (5, ())
    bps.refresh(city, report=drafted.report)
    assert [issue for issue in bps.check(city) if issue.rule != "printed_units_match_the_indicator"] == []
    assert bps.audit(drafted.report, city) == []
    mean, fall = [each for each in bps.load(city).observations if each.bound == "between"]
    assert (mean.value, mean.upper, str(mean.interval)) == (27, 29, "[27, 29]")
    assert (fall.value, fall.upper, str(fall.interval)) == (-19, -17, "[-19, -17]")
    assert [[mention.ordinal for mention in each.mentions] for each in (mean, fall)] == [[2, 3], [5, 6]]


def test_a_range_without_its_higher_end_waits(city: Path, ranged: Path) -> None:
    """A row that says `between` and has no higher end is left with that reason; completed, it is accepted."""
    bps.draft_package(city, ranged)
    complete(city)
    edit_rows(city / "draft.csv", lambda rows: rows[3].update(upper=""))
    (left,) = bps.accept_draft(city).left
    assert left["why"].endswith("not accepted: upper empty: the higher end of the range")
    edit_rows(city / "draft.csv", lambda rows: rows[0].update(upper="29"))
    assert bps.accept_draft(city).left == ()
    assert [row["upper"] for row in read_rows(city / "data" / "observations.csv")] == ["", "", "", "29", "-17"]


def test_a_package_without_a_range_keeps_its_columns(city: Path, report: Path) -> None:
    """Accepting figures of one value adds no column."""
    before = (city / "data" / "observations.csv").read_text(encoding="utf-8").splitlines()[0]
    bps.draft_package(city, report)
    complete(city)
    bps.accept_draft(city)
    assert (city / "data" / "observations.csv").read_text(encoding="utf-8").splitlines()[0] == before


def test_two_ranges_of_one_thing_are_not_both_accepted(city: Path, ranged: Path) -> None:
    """A row of the same figure with another higher end is left, and names the range that is there."""
    bps.draft_package(city, ranged)
    complete(city)
    edit_rows(city / "draft.csv", lambda rows: rows.append({**rows[3], "upper": "30"}))
    (left,) = bps.accept_draft(city).left
    assert "is 27 to 29 already" in left["why"]


def test_ranges_with_other_ends_are_not_dated_alike() -> None:
    """A day that one range has is not given to a range that only begins with the same number."""
    row = {**dict.fromkeys(COLUMNS, ""), "value": "300", "bound": "between"}
    rows = [{**row, "upper": "400", "period": "2031-12-31"}, {**row, "upper": "500", "period": "2031"}]
    date_alike(rows)
    assert [each["period"] for each in rows] == ["2031-12-31", "2031"]
