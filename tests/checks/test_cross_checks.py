"""Laws of cross-checks: what another publication prints, read, compared by intervals, and never hidden."""

from __future__ import annotations

import csv
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.checkout import SHARED

import beijing_public_services as bps
from beijing_public_services.checks.rules.cross_checks import agreement
from beijing_public_services.errors import PrintedFigureError
from beijing_public_services.notation.multilingual import read_in_any_language
from beijing_public_services.notation.printed import read_printed

EVIDENCE = SHARED / "evidence"
PACKAGE = bps.bundled()
FIGURES = {each.id: each for each in PACKAGE.observations}
UNEMPLOYMENT = "employment_social_security.urban_surveyed_unemployment_rate:CN-BJ:2024"
JOBS = "employment_social_security.new_urban_employment:CN-BJ:2024"
BUSES = "infrastructure.dedicated_bus_routes_launched:CN-BJ:2024"
ECONOMY = "infrastructure.digital_economy_value_added:CN-BJ:2024"
ESCORT = ("reports_received", "information_items_removed", "accounts_penalised")
QUESTIONED = (
    "science_technology.top_ten_scientific_advances:CN-BJ:2024",
    "public_safety.food_drug_safety_assessment_grade_a_streak:CN-BJ:2024",
    *(f"public_safety.enterprise_escort_{what}:CN-BJ:2024-04--2024-05:some_over" for what in ESCORT),
    "environment.pm2_5_annual_mean:CN-HE:2024",
)
READINGS = [  # as printed, its value, its bound, the place of its last digit
    ("4.1%", "4.1", "exact", "0.1"),
    ("5,1 %", "5.1", "exact", "0.1"),
    ("10,12 %", "10.12", "exact", "0.01"),
    ("1,100", "1100", "exact", "1"),
    ("1,100,000", "1100000", "exact", "1"),
    ("44.9 percent", "44.9", "exact", "0.1"),
    ("500 km", "500", "exact", "1"),
    ("over 500 km", "500", "gt", "1"),
    ("29.9万人", "299000", "exact", "1000"),
    ("近1.9万个", "19000", "nearly", "1000"),
    ("超100万辆", "1000000", "gt", "10000"),
    ("达到26%", "26", "exact", "1"),
    ("十项行动", "10", "exact", "1"),
]
COMPARED = [  # the report's figure, the other one, whether it is a count, how they compare
    ("5.1%", "4.1%", False, "differs"),
    ("5.1%", "5.14%", False, "agrees"),
    ("5.1%", "5.15%", False, "agrees"),  # 5.147 is printed as 5.15 and as 5.1
    ("5.1%", "5.16%", False, "differs"),
    ("5.1%", "5%", False, "agrees"),
    ("28.4万人", "29.9万人", True, "differs"),
    ("28.4万人", "28万人", True, "agrees"),
    ("28.4万人", "283999人", True, "agrees"),
    ("1100个", "1101个", True, "differs"),
    ("超过26%", "达到26%", False, "refines"),
    ("超过26%", "25%", False, "differs"),
    ("超过26%", "超26%", False, "agrees"),
    ("近1.9万个", "1.88万个", True, "refines"),
    ("近1.9万个", "1.7万个", True, "differs"),
    ("99%以上", "98.5%", False, "differs"),
    ("99%以上", "99.0%", False, "refines"),
]


@pytest.mark.parametrize(("printed", "value", "bound", "resolution"), READINGS)
def test_a_figure_is_read_as_it_is_printed_elsewhere(printed: str, value: str, bound: str, resolution: str) -> None:
    """Chinese, English and a decimal comma are read, with the bound in words and the place of the last digit."""
    figure = read_in_any_language(printed, Decimal(value))
    assert (figure.value, figure.bound, figure.resolution) == (Decimal(value), bound, Decimal(resolution))


def test_the_sign_is_that_of_the_words_around() -> None:
    """A fall whose figure is printed without its direction is negative, and so is the side that its bound leaves."""
    assert read_in_any_language("6.2%", Decimal("-6.2")).value == Decimal("-6.2")
    assert read_in_any_language("超六成", Decimal(-60)).bound == "lt"
    assert read_in_any_language("下降6.2%", Decimal("-6.2")).value == Decimal("-6.2")


@pytest.mark.parametrize("text", ["", "many", "5 or 6", "4.1% and 5.1%", "5,1,2"])
def test_what_is_no_figure_is_refused(text: str) -> None:
    """A text without exactly one figure is not read as one."""
    with pytest.raises(PrintedFigureError):
        read_in_any_language(text, Decimal(1))


@pytest.mark.parametrize(("here", "there", "counted", "verdict"), COMPARED)
def test_two_figures_agree_differ_or_refine(here: str, there: str, counted: bool, verdict: str) -> None:
    """They differ where no number is possible for both; where one is, they agree unless their bounds do not."""
    assert agreement(read_printed(here), read_in_any_language(there, Decimal(1)), counted) == verdict


@given(st.decimals(0, 10**6, places=2), st.decimals(0, 10**6, places=1), st.booleans())
def test_comparing_takes_no_side(one: Decimal, other: Decimal, counted: bool) -> None:
    """How two figures compare does not depend on which is the report's, and a figure agrees with itself."""
    here, there = read_printed(f"{one:f}%"), read_printed(f"{other:f}%")
    assert agreement(here, there, counted) == agreement(there, here, counted)
    assert agreement(here, here, counted) == "agrees"


@pytest.mark.parametrize("check", PACKAGE.cross_checks, ids=lambda each: each.observation)
def test_a_recorded_verdict_follows_from_the_two_figures(check: bps.CrossCheck) -> None:
    """What is recorded is what comparing the intervals gives, or what a note says where both figures can be true."""
    figure = FIGURES[check.observation]
    computed = agreement(
        read_printed(figure.printed),
        read_in_any_language(check.printed, Decimal(repr(check.value))),
        PACKAGE.unit(figure.unit).is_counted,
    )
    assert check.verdict == computed or computed != "differs"
    assert check.note or (check.verdict == computed and check.verdict != "refines")
    assert check.verdict != "differs" or check.value != figure.value


def test_a_figure_has_its_cross_checks() -> None:
    """Each cross-check is at its observation, with the source it is printed in."""
    assert [check for each in PACKAGE.observations for check in each.cross_checks] == sorted(
        PACKAGE.cross_checks, key=lambda check: list(FIGURES).index(check.observation)
    )
    (check,) = FIGURES[UNEMPLOYMENT].cross_checks
    assert (check.verdict, check.printed, check.value, check.unit) == ("differs", "4.1%", 4.1, "percent")
    assert (check.source.publisher, check.source.published, check.source.grade) == ("北京市统计局", "2025-01-21", "A")


def test_a_figure_is_disputed_where_another_differs() -> None:
    """Each dispute is by a publication that was seen as such, each question by one seen only in a copy."""
    assert {each.id for each in PACKAGE.observations if each.disputed} == {UNEMPLOYMENT, JOBS, BUSES, ECONOMY}
    for each in PACKAGE.observations:
        assert all(not check.source.is_copy for check in each.disputes)
        assert all(check.source.is_copy and check.source.grade == "C" for check in each.questions)
    assert {each.id for each in PACKAGE.observations if each.questioned} == {BUSES, *QUESTIONED}


def test_what_others_print_changes_no_figure() -> None:
    """The value and the headline of a disputed indicator are the report's."""
    for id_, value in ((UNEMPLOYMENT, 5.1), (JOBS, 284000)):
        indicator = PACKAGE.indicator(FIGURES[id_].indicator)
        assert indicator.value == value
        assert indicator.observation().source.kind != "publication"


@pytest.mark.skipif(not EVIDENCE.is_dir(), reason="the evidence is not at hand (../shared/evidence)")
def test_every_comparison_of_the_evidence_is_recorded() -> None:
    """Each row of the first evidence is one cross-check, with its verdict and figure."""
    with (EVIDENCE / "cross_checks.csv").open(encoding="utf-8", newline="") as file:
        given_ = [
            (each["loc"], each["verdict"], each["other_printed"], float(each["other_value"]))
            for each in csv.DictReader(file)
        ]
    held = {
        (mention.locator, check.verdict, check.printed, float(check.value))
        for check in PACKAGE.cross_checks
        for mention in FIGURES[check.observation].mentions
    }
    assert [each for each in given_ if each not in held] == []
