"""The rules of meaning: each holds for the bundled package, and each finds the fault it is there for."""

from __future__ import annotations

import pytest
from tests.support.corpus import BROKEN
from tests.support.editing import rows_of, tables_copy
from tests.support.meaning_faults import CORRECTION, FAULTS, PM, RENAMED, Fault, put

import beijing_public_services as bps
from beijing_public_services.checks.rule import Finding
from beijing_public_services.checks.runner import meaning, rules
from beijing_public_services.datapackage.tables import Table

CASES = [(rule, fault) for rule, faults in FAULTS.items() for fault in faults]


def test_the_bundled_package_has_no_fault() -> None:
    """No check finds anything in the data package that is shipped."""
    assert bps.check() == []


def test_every_rule_has_a_broken_fixture() -> None:
    """Each rule has a fault of a cell or a package broken by hand, and none of these is of a rule that there is not."""
    assert {each.name for each in rules()} == {*FAULTS, *(each.rule.partition(":")[0] for each in BROKEN)}


@pytest.mark.parametrize(("rule", "fault"), CASES)
def test_a_rule_that_runs_alone_finds_its_fault(rule: str, fault: Fault) -> None:
    """A rule finds a fault of its kind at the resource, row and column."""
    tables = tables_copy()
    number = put(tables, fault)
    resource, _, _, column = fault
    (own,) = (each for each in rules() if each.name == rule)
    found = [each for each in own.test(tables) if isinstance(each, Finding)]
    assert (resource, number, column) in [(each.resource, each.row, each.column) for each in found]


@pytest.mark.slow
@pytest.mark.parametrize(("rule", "fault"), CASES)
def test_a_rule_finds_its_fault(rule: str, fault: Fault) -> None:
    """A rule names the file, row and column of a fault of its kind, what was found and what was expected."""
    tables = tables_copy()
    number = put(tables, fault)
    resource, _, _, column = fault
    found = [issue for issue in meaning(tables, rule) if issue.file == f"data/{resource}.csv"]
    assert (number, column) in [(issue.row, issue.column) for issue in found]
    assert all(issue.message.startswith("found ") and ", expected " in issue.message for issue in found)


def test_a_record_that_is_true_is_no_fault() -> None:
    """Corrections that follow one another to the present figure, and aliases that lead to ids in use, are all right."""
    tables = tables_copy()
    gone = RENAMED | {"id": f"{PM}:CN-BJ:2019", "kind": "observation", "fate": "removed", "successor": ""}
    with rows_of(tables, "aliases") as rows:
        rows.extend([RENAMED, gone])
    earlier = CORRECTION | {"release": "0.1.0", "before": "30.7", "after": "30.6"}
    of_the_gone = CORRECTION | {"observation": gone["id"], "after": "31"}
    unit = CORRECTION | {"column": "unit", "before": "mg/m3", "after": "ug/m3"}
    with rows_of(tables, "errata") as rows:
        rows.extend([CORRECTION, earlier, of_the_gone, unit])
    assert list(meaning(tables)) == []


def test_corrections_of_a_cell_follow_one_another() -> None:
    """A correction that does not begin where the one before it ended is found at the one before."""
    tables = tables_copy()
    with rows_of(tables, "errata") as rows:
        rows.extend([CORRECTION, CORRECTION | {"release": "0.1.0", "before": "30.8", "after": "30.7"}])
        last = len(rows) + 1
    (found,) = meaning(tables)
    assert (found.rule, found.row, found.column) == ("errata_end_at_the_current_value", last, "after")


@pytest.mark.parametrize(
    "resource", ["domains", "topics", "indicators", "observations", "paragraphs", "numerals", "mentions"]
)
def test_rows_out_of_order_are_found(resource: str) -> None:
    """Two neighbouring rows that change places are found at the second of them."""
    tables = tables_copy()
    with rows_of(tables, resource) as rows:
        rows[3], rows[4] = rows[4], rows[3]
    found = list(meaning(tables, "rows_stand_in_the_reports_order"))
    assert (f"data/{resource}.csv", 6) in [(each.file, each.row) for each in found]


@pytest.mark.parametrize(
    ("resource", "rule"),
    [("cross_checks", "cross_checks_compare_the_report_with_others"), ("anomalies", "anomalies_concern_the_report")],
)
def test_comparisons_and_anomalies_out_of_order_are_found(resource: str, rule: str) -> None:
    """The first and the last row that change places are found at the second row and at the last."""
    tables = tables_copy()
    with rows_of(tables, resource) as rows:
        rows[0], rows[-1] = rows[-1], rows[0]
    assert [each.row for each in meaning(tables, rule)] == [3, len(rows) + 1]


def test_figures_of_others_stand_behind_the_reports() -> None:
    """A figure of another publication before those of the report, or before an earlier year, is found."""
    for first, second in ((-27, -26), (-5, -4)):
        tables = tables_copy()
        with rows_of(tables, "observations") as rows:
            rows[first], rows[second] = rows[second], rows[first]
        found = [each.row for each in meaning(tables, "rows_stand_in_the_reports_order")]
        assert len(rows) + 2 + second in found


def test_a_package_without_others_is_checked() -> None:
    """Without cross-checks and anomalies the rules on them do not run, and all others find nothing."""
    tables = tables_copy()
    few = {name: table for name, table in tables.by_name.items() if name not in ("cross_checks", "anomalies")}
    publications = {row["source"] for row in tables["observations"].rows}
    few["sources"] = few["sources"].with_rows(
        [row for row in few["sources"].rows if row["kind"] != "publication" or row["id"] in publications]
    )
    assert list(meaning(tables.__replace__(by_name=few))) == []


def test_a_missing_column_is_found_and_only_rules_that_can_run_do() -> None:
    """Without a column of the contract that is said, and no rule stumbles over it."""
    tables = tables_copy()
    whole = tables["observations"]
    without = Table.of_rows(whole.file, [each for each in whole.columns if each != "bound"], whole.rows)
    changed = tables.replaced(observations=without)
    issues = list(meaning(changed))
    assert [(each.rule, each.row, each.column) for each in issues] == [("required_columns_are_present", 1, "bound")]
