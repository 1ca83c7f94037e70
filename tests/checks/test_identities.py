"""Laws of identities: what the arithmetic between printed figures holds for, fails for, and cannot tell."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from tests.support.editing import rows_of, tables_copy

import beijing_public_services as bps
from beijing_public_services.checks.identities import Evaluation, evaluate, observations_in_identities
from beijing_public_services.checks.runner import meaning
from beijing_public_services.datapackage.loader import build
from beijing_public_services.datapackage.tables import Table, Tables

PART, WHOLE = "public_safety.food_batches_passed", "public_safety.food_batches_sampled"
RATE = "public_safety.food_sampling_pass_rate"
ATTAINED = "environment.pm2_5_annual_mean_attainment_streak"
PAY = "employment_social_security.median_monthly_pay"
MONEY = "science_technology.technology_contract_value"
GROWTH = "science_technology.technology_contract_value_growth"
LEAD = "infrastructure.infrastructure_investment_growth_gap"
DAYS, SHARE = "environment.good_air_days", "environment.good_air_days_share"

Figure = tuple[str, str]  # indicator, as printed
Some = Figure | None
Case = tuple[str, Some, Figure, Some, str, str]  # kind, result, left, right, the period of all, outcome


def case(kind: str, outcome: str, left: Figure, right: Some = None, result: Some = None, period: str = "2024") -> Case:
    """An identity of figures that were never published."""
    return kind, result, left, right, period, outcome


def count(printed: str) -> Figure:
    """A number of batches, as printed."""
    return PART, printed


CASES = {
    "ratio": [
        case("ratio", "holds", count("297批次"), count("600批次"), (RATE, "50%")),  # 49.5 is printed as 50
        case("ratio", "fails", count("303批次"), count("600批次"), (RATE, "50%")),  # 50.5 is printed as 51
        case("ratio", "fails", count("30批次"), count("60批次"), (RATE, "51%")),
        case("ratio", "holds", count("30余批次"), count("60批次"), (RATE, "超过50%")),
        case("ratio", "fails", count("30批次"), count("60批次"), (RATE, "超过50%")),
        case("ratio", "cannot_tell", count("31批次"), count("60余批次"), (RATE, "超过50%")),
        case("ratio", "cannot_tell", count("0批次"), count("0批次"), (RATE, "50%")),
        case("ratio", "cannot_tell", count("超过30批次"), count("60批次"), (RATE, "60%")),
    ],
    "difference": [
        case("difference", "holds", (GROWTH, "增长17.7%"), (GROWTH, "增长5.1%"), (LEAD, "12.7个百分点")),
        case("difference", "fails", (GROWTH, "增长17.7%"), (GROWTH, "增长5.1%"), (LEAD, "12.8个百分点")),
        case("difference", "holds", (GROWTH, "增长17.7%"), (GROWTH, "下降5.1%"), (LEAD, "22.8个百分点")),
        case("difference", "holds", (GROWTH, "增长17.7%"), (GROWTH, "增长5.1%"), (LEAD, "13个百分点")),
        case("difference", "cannot_tell", (GROWTH, "增长17.7%"), (GROWTH, "增长5.1%"), (LEAD, "超过12.6个百分点")),
    ],
    "sum": [
        case("sum", "holds", count("10批次"), count("15批次"), (WHOLE, "25批次")),
        case("sum", "fails", count("10批次"), count("15批次"), (WHOLE, "26批次")),
        case("sum", "holds", count("1.2万批次"), count("1.3万批次"), (WHOLE, "2.6万批次")),
        case("sum", "fails", count("1.2万批次"), count("1.3万批次"), (WHOLE, "2.7万批次")),
        case("sum", "holds", count("150余批次"), count("100批次"), (WHOLE, "超过250批次")),
        case("sum", "cannot_tell", count("近200批次"), count("100批次"), (WHOLE, "超过250批次")),
    ],
    "growth": [
        case("growth", "holds", (MONEY, "9153.3亿元"), (MONEY, "8540亿元"), (GROWTH, "增长7.2%")),
        case("growth", "fails", (MONEY, "9153.3亿元"), (MONEY, "8540亿元"), (GROWTH, "增长7.1%")),
        case("growth", "holds", (MONEY, "30.5亿元"), (MONEY, "32.5亿元"), (GROWTH, "下降6.2%")),
        case("growth", "holds", (MONEY, "30.5亿元"), (MONEY, "89.5亿元"), (GROWTH, "降幅超六成")),
        case("growth", "cannot_tell", (MONEY, "9153.3亿元"), (MONEY, "近8600亿元"), (GROWTH, "增长超7%")),
        case("growth", "cannot_tell", (MONEY, "9153.3亿元"), (MONEY, "0亿元"), (GROWTH, "增长7.2%")),
    ],
    "days_of_year": [
        case("days_of_year", "holds", (DAYS, "290个"), None, (SHARE, "79.2%")),  # 366 days
        case("days_of_year", "fails", (DAYS, "290个"), None, (SHARE, "79.5%")),
        case("days_of_year", "holds", (DAYS, "290个"), None, (SHARE, "79.5%"), "2023"),  # 365 days
        case("days_of_year", "fails", (DAYS, "290个"), None, (SHARE, "79.2%"), "2023"),
        case("days_of_year", "holds", (DAYS, "29个"), None, (SHARE, "100.0%"), "2024-02"),
        case("days_of_year", "cannot_tell", (DAYS, "近300个"), None, (SHARE, "超过79%")),
        case("days_of_year", "cannot_tell", (DAYS, "290个"), None, (SHARE, "79.2%"), ".."),
    ],
    "subset": [
        case("subset", "holds", count("742批次"), count("742批次")),
        case("subset", "fails", count("743批次"), count("742批次")),
        case("subset", "holds", count("39批次"), count("270余批次")),
        case("subset", "fails", count("280批次"), count("270余批次")),
        case("subset", "cannot_tell", count("275批次"), count("270余批次")),
        case("subset", "cannot_tell", count("200批次"), count("200批次以内")),
        case("subset", "fails", count("201批次"), count("200批次以内")),
        case("subset", "cannot_tell", count("超过200批次"), count("300批次")),
    ],
    "threshold": [
        case("threshold", "holds", (PAY, "突破1万元大关"), (PAY, "12529元")),
        case("threshold", "fails", (PAY, "突破1万元大关"), (PAY, "9529元")),
        case("threshold", "holds", (PAY, "突破1万元大关"), (PAY, "10001元")),
        case("threshold", "cannot_tell", (PAY, "突破1万元大关"), (PAY, "10000元")),
        case("threshold", "cannot_tell", (PAY, "突破1万元大关"), (PAY, "约1万元")),
        case("threshold", "holds", (GROWTH, "降幅超六成"), (GROWTH, "下降65.9%")),
        case("threshold", "fails", (GROWTH, "降幅超六成"), (GROWTH, "下降56.9%")),
    ],
}  # fmt: skip
VALID, ALL_VALID = "public_safety.online_reports_valid_rate", "public_safety.key_website_reports_valid_rate"
CHANGED = [  # a figure with one digit changed, and the result of the identity that then fails
    (PART, "46488批次", "45488批次", RATE),
    (WHOLE, "47147批次", "48147批次", RATE),
    ("public_safety.online_reports_valid", "42153件", "42253件", VALID),
    ("public_safety.key_website_reports_valid", "1859.2万件", "1858.2万件", ALL_VALID),
    ("public_safety.key_website_reports_received", "3100.5万件", "3110.5万件", ALL_VALID),
    (DAYS, "290个", "291个", SHARE),
    (SHARE, "79.2%", "79.3%", SHARE),
    (LEAD, "12.6个百分点", "12.8个百分点", LEAD),
    ("infrastructure.infrastructure_investment_growth", "增长17.7%", "增长17.9%", LEAD),
]  # fmt: skip


def package(*cases: Case) -> bps.DataPackage:
    """A package of these identities, each with figures of its own."""
    tables = tables_copy()
    template = tables["observations"].rows[0]
    observations, identities = [], []
    for number, (kind, result, left, right, period, _) in enumerate(cases):
        ids = []
        for name, figure in (("result", result), ("left", left), ("right", right)):
            ids.append(f"{name}-{number}" if figure else "")
            if figure:
                indicator, printed = figure
                read = bps.read_printed(printed)
                row = {"id": ids[-1], "indicator": indicator, "period": period, "printed": printed}
                observations.append(template | row | {"value": f"{read.value:f}", "bound": read.bound})
        cells = (f"identity-{number}", kind, *ids, "", "")
        identities.append(dict(zip(tables["identities"].columns, cells, strict=True)))
    rows = {"observations": observations, "identities": identities, "mentions": [], "numerals": []}
    few = {name: Table.of_rows(file=tables[name].file, columns=tables[name].columns, rows=rows[name]) for name in rows}
    others = {
        name: table
        for name, table in tables.by_name.items()
        if name not in ("cross_checks", "anomalies", "errata", "aliases")
    }
    return build(Tables(descriptor=tables.descriptor, by_name=others | few))


def evaluated(case: Case) -> Evaluation:
    """What evaluating one identity gives."""
    (evaluation,) = evaluate(package(case))
    return evaluation


def test_every_published_identity_holds() -> None:
    """The figures of the report agree with each other wherever arithmetic ties them, in more than twenty places."""
    evaluations = evaluate(bps.bundled())
    assert len(evaluations) > 20
    assert [each.identity for each in evaluations] == list(bps.bundled().identities)
    assert [each.identity.id for each in evaluations if each.outcome != "holds"] == []


def test_a_discrepancy_that_rounding_could_explain_is_not_hidden() -> None:
    """-6.2 % is possible of 30.5 against 32, but the values give -4.7: it fails as printed, for a recorded reason."""
    found = {each.identity.result: each for each in evaluate(bps.bundled()) if each.is_discrepancy}
    assert {(each.identity.kind, each.outcome, each.as_printed) for each in found.values()} == {
        ("growth", "holds", "fails")
    }
    assert "-4.7 %" in found["environment.pm2_5_annual_mean_growth:CN-BJ:2024"].identity.known_discrepancy
    known = {each.id for each in bps.bundled().identities if each.known_discrepancy}
    assert known == {each.identity.id for each in found.values()}


@pytest.mark.parametrize(
    ("case", "as_printed"),
    [
        (case("growth", "holds", (MONEY, "30.5亿元"), (MONEY, "32亿元"), (GROWTH, "下降4.7%")), "holds"),
        (case("growth", "holds", (MONEY, "30.5亿元"), (MONEY, "32亿元"), (GROWTH, "下降6.2%")), "fails"),
        (case("growth", "fails", (MONEY, "30.5亿元"), (MONEY, "32亿元"), (GROWTH, "下降6.5%")), "fails"),
        (case("growth", "holds", (MONEY, "30.5亿元"), (MONEY, "89.5亿元"), (GROWTH, "下降65.9%")), "holds"),
        (case("growth", "holds", (MONEY, "30.5亿元"), (MONEY, "89.5亿元"), (GROWTH, "降幅超六成")), "holds"),
        (case("sum", "holds", count("1.2万批次"), count("1.3万批次"), (WHOLE, "2.6万批次")), "fails"),
        (case("ratio", "cannot_tell", count("31批次"), count("60余批次"), (RATE, "超过50%")), "cannot_tell"),
    ],
)
def test_the_printed_values_are_tried_as_they_stand(case: Case, as_printed: str) -> None:
    """Beside what rounding leaves possible it is told whether the printed values themselves give the printed figure."""
    found = evaluated(case)
    assert (found.outcome, found.as_printed) == (case[-1], as_printed)
    assert found.is_discrepancy == (as_printed == "fails")


@pytest.mark.parametrize(
    "case", [case for cases in CASES.values() for case in cases], ids=lambda case: f"{case[0]} {case[-1]}"
)
def test_an_identity_holds_fails_or_cannot_tell(case: Case) -> None:
    """An identity holds or fails by what the printed digits leave, and where a bound leaves it open it says so."""
    assert evaluated(case).outcome == case[-1]


@pytest.mark.parametrize(
    "kind", ["ratio", "difference", "sum", "growth", "days_of_year", "subset", "threshold", "streak"]
)
def test_an_identity_that_lacks_a_figure_cannot_tell(kind: str) -> None:
    """An identity without a figure that its kind needs says that it cannot tell, and is no crash."""
    figure, is_compared, is_of_days = count("10批次"), kind in ("subset", "threshold", "streak"), kind == "days_of_year"
    right, result = None if is_of_days else figure, None if is_compared else (RATE, "50%")
    for few in {(None, result), (right, None)} - {(right, result)}:
        found = evaluated(case(kind, "cannot_tell", figure, *few))
        assert (found.outcome, found.as_printed, found.computed) == ("cannot_tell", "cannot_tell", None)


@pytest.mark.parametrize("period", ["..", "2024/..", "../2024"])
def test_a_streak_of_no_year_cannot_tell(period: str) -> None:
    """A streak is counted from year to year, and one of a period that is no year follows from none."""
    streak = (ATTAINED, "连续4年")
    assert evaluated(case("streak", "cannot_tell", streak, streak, None, period)).outcome == "cannot_tell"


def test_a_streak_after_one_of_no_year_cannot_tell() -> None:
    """A streak of a year does not follow from one whose period is open."""
    (one,) = (each for each in bps.bundled().identities if each.id.startswith(f"streak {ATTAINED}:CN-BJ:2024"))
    tables = tables_copy()
    with rows_of(tables, "observations") as rows:
        (row,) = (row for row in rows if row["id"] == one.right)
        row.update(period="../2023")
    (found,) = (each for each in evaluate(build(tables)) if each.identity.id == one.id)
    assert (found.outcome, found.as_printed) == ("cannot_tell", "cannot_tell")


def test_every_kind_can_hold_fail_and_not_tell() -> None:
    """Each kind of identity has an example of each outcome, all those of one kind under its name."""
    outcomes = {kind: {case[-1] for case in cases} for kind, cases in CASES.items()}
    assert outcomes == {kind: {"holds", "fails", "cannot_tell"} for kind in CASES}
    assert all(case[0] == kind for kind, cases in CASES.items() for case in cases)


@pytest.mark.parametrize(
    ("kind", "exact"),
    [
        ("ratio", Fraction(4648800, 47147)),
        ("sum", Fraction(93635)),
        ("difference", Fraction(-659)),
        ("growth", Fraction(-65900, 47147)),
        ("days_of_year", Fraction(4648800, 366)),
    ],
)
def test_what_an_identity_computes(kind: str, exact: Fraction) -> None:
    """A ratio and a growth are in percent, a difference and a sum in the unit of the figures, to fifty digits."""
    right = None if kind == "days_of_year" else count("47147批次")
    computed = evaluated(case(kind, "", count("46488批次"), right, (RATE, "1%"))).computed
    assert computed is not None
    assert computed.lower is not None
    assert computed.upper is not None
    assert 0 <= exact - Fraction(computed.lower) < abs(exact) / 10**50
    assert 0 <= Fraction(computed.upper) - exact < abs(exact) / 10**50


def test_a_relation_that_only_compares_computes_nothing() -> None:
    """Only a subset, a threshold and a streak have no result, and nothing is computed for them."""
    for each in evaluate(bps.bundled()):
        compares = each.identity.kind in ("subset", "threshold", "streak")
        assert (each.computed is None, each.identity.result == "") == (compares, compares)


def test_a_streak_grows_by_a_year_each_year() -> None:
    """A streak of four years follows one of three in the year before; any other length fails."""
    (one,) = (each for each in bps.bundled().identities if each.id.startswith(f"streak {ATTAINED}:CN-BJ:2024"))
    figures = {each.id: each for each in bps.bundled().observations}
    later, earlier = figures[one.left], figures[one.right]
    assert (later.value, earlier.value) == (4, 3)
    for printed, outcome in (("连续4年", "holds"), ("连续5年", "fails"), ("连续3年", "fails")):
        value = int(printed[2])
        tables = tables_copy()
        with rows_of(tables, "observations") as rows:
            (row,) = (row for row in rows if row["id"] == later.id)
            row.update(printed=printed, value=str(value))
        (found,) = (each for each in evaluate(build(tables)) if each.identity.id == one.id)
        assert (found.outcome, found.computed) == (outcome, None)


@pytest.mark.parametrize("changes", ["valid", "received"])
def test_a_changed_digit_fails_where_the_printed_rate_can_show_it(changes: str) -> None:
    """Of 42153 valid among 77889 reports, 54.1 %, each digit changed fails unless the rate still rounds to 54.1."""
    counts = {"valid": "42153", "received": "77889"}
    cases = []
    for place in range(5):
        for digit in "0123456789"[place == 0 :]:
            changed = counts | {changes: counts[changes][:place] + digit + counts[changes][place + 1 :]}
            rate = 100 * Decimal(changed["valid"]) / Decimal(changed["received"])
            outcome = "holds" if rate.quantize(Decimal("0.1"), ROUND_HALF_UP) == Decimal("54.1") else "fails"
            figures = count(f"{changed['valid']}件"), count(f"{changed['received']}件")
            cases.append(case("ratio", outcome, *figures, (RATE, "54.1%")))
    assert [each.outcome for each in evaluate(package(*cases))] == [case[-1] for case in cases]
    assert {case[-1] for case in cases} == {"holds", "fails"}


@pytest.mark.parametrize(("indicator", "printed", "misprint", "result"), CHANGED)
def test_a_misprint_among_the_published_figures_is_found(
    indicator: str, printed: str, misprint: str, result: str
) -> None:
    """One digit of a published figure changed, in print and value, and the one identity that tells it fails."""
    tables = tables_copy()
    with rows_of(tables, "observations") as rows:
        (row,) = (each for each in rows if each["id"] == f"{indicator}:CN-BJ:2024")
        assert row["printed"] == printed
        row.update(printed=misprint, value=f"{bps.read_printed(misprint).value:f}")
    failing = [each.identity.result for each in evaluate(build(tables)) if each.outcome == "fails"]
    assert [id.partition(":")[0] for id in failing] == [result]


def test_a_failing_identity_is_an_issue_of_its_row() -> None:
    """The check finds a failing identity at its row, with what is computed and what was printed for."""
    tables = tables_copy()
    with rows_of(tables, "observations") as rows:
        (row,) = (each for each in rows if each["id"] == "environment.good_air_days:CN-BJ:2024")
        row.update(printed="291个", value="291")
    (issue,) = (each for each in meaning(tables) if each.rule == "identities_hold")
    assert (issue.file, issue.column) == ("data/identities.csv", "kind")
    assert issue.row is not None
    assert tables["identities"].rows[issue.row - 2]["result"] == f"{SHARE}:CN-BJ:2024"
    assert "79.5" in issue.message  # 100 · 291 / 366


@pytest.mark.parametrize("period", ["..", "../2024", "2024/.."])
def test_the_check_does_not_stumble_over_an_open_period(period: str) -> None:
    """A share of the days of a period that has no end is nothing the check can count, and no crash."""
    tables = tables_copy()
    with rows_of(tables, "observations") as rows:
        (row,) = (each for each in rows if each["id"] == "environment.good_air_days:CN-BJ:2024")
        row.update(period=period)
    assert not [each for each in meaning(tables) if each.rule == "identities_hold"]


def test_covered_lists_the_observations_that_identities_name() -> None:
    """Each observation of an identity is listed once, in the order of the indicators."""
    figures = (count("30批次"), (WHOLE, "60批次"), (RATE, "50%"))
    tied = package(case("ratio", "holds", *figures), case("subset", "holds", *figures[:2]))
    found = [each.id for each in observations_in_identities(tied)]
    assert found == [
        "right-0",
        "right-1",
        "left-0",
        "left-1",
        "result-0",
    ]
    assert observations_in_identities(package()) == ()


def test_covered_is_a_part_of_the_published_figures() -> None:
    """The figures an identity names are published ones, and others stand outside, such as the gig work stations."""
    ids = [each.id for each in observations_in_identities(bps.bundled())]
    order = [each.id for each in bps.bundled().observations]
    assert ids == sorted(set(ids), key=order.index)
    named = {name for each in bps.bundled().identities for name in (each.result, each.left, each.right)} - {""}
    assert {*ids} == named
    assert f"{WHOLE}:CN-BJ:2024" in ids
    assert "employment_social_security.casual_labour_stations:CN-BJ:2024-12-31" not in ids
