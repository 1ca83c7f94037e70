"""How one value stands to one figure: which verdict it gets, and which slip is named first where several fit."""

from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, get_args

import pytest

import beijing_public_services as bps
from beijing_public_services.notation.bounds import Bound
from beijing_public_services.verification.diagnosis import is_reversed

if TYPE_CHECKING:
    from beijing_public_services.verification.verdict import Diagnosis

PM2_5 = "environment.pm2_5_annual_mean"  # 30.5 µg/m3; 38 in Tianjin; 32 in 2023
INVESTMENT = "infrastructure.fixed_asset_investment"  # over 900 billion yuan
RAIL = "infrastructure.urban_rail_length"  # 879 km
LEAKAGE = "infrastructure.water_network_leakage_rate"  # at most 8.5 %
UNEMPLOYMENT = "employment_social_security.urban_surveyed_unemployment_rate"  # 5.1 %; another publisher 4.1 %
PRICES = "employment_social_security.consumer_price_index_growth"  # 0.1 %
ADVANCES = "science_technology.top_ten_scientific_advances"  # 5; a copy of another publication 6
PAY = "employment_social_security.median_monthly_pay"  # in yuan per month, of each category another
GRADUATES = "employment_social_security.beijing_origin_graduate_employment_rate"
ABOVE, BELOW = {"gt", "ge", "some_over"}, {"lt", "le", "nearly"}


def verdict_on(indicator: str, claim: object, **chosen: Any) -> bps.Verdict:
    """The verdict on a claim about the bundled package."""
    return bps.verify(indicator, claim, package=bps.bundled(), **chosen)


def judged(indicator: str, claim: object, **chosen: Any) -> tuple[str, str]:
    """The status and the diagnosis of a claim."""
    verdict = verdict_on(indicator, claim, **chosen)
    return verdict.status, verdict.diagnosis


def test_bounds_are_reversed_where_one_limits_from_above_and_the_other_from_below() -> None:
    """A bound is the reverse of those of the other direction alone, and the reverse of those is it."""
    bounds = get_args(Bound)
    assert {*ABOVE, *BELOW} < {*bounds}
    for claimed in bounds:
        opposite = BELOW if claimed in ABOVE else ABOVE if claimed in BELOW else set()
        assert {printed for printed in bounds if is_reversed(claimed, printed)} == opposite


@pytest.mark.parametrize(
    ("indicator", "claim", "status", "diagnosis"),
    [
        (INVESTMENT, "9000万元", "mismatch", "scale"),
        (INVESTMENT, "over 90 million yuan", "mismatch", "scale"),
        (INVESTMENT, "at least 90 million yuan", "consistent", ""),
        (INVESTMENT, "nearly 900 billion yuan", "mismatch", "bound_reversed"),
        (INVESTMENT, "at most 900 billion yuan", "mismatch", "bound_reversed"),
        (INVESTMENT, "about 900 billion yuan", "cannot_verify", ""),
        (INVESTMENT, "less than 700 billion yuan", "mismatch", "digits"),
        (INVESTMENT, "0 yuan", "mismatch", ""),
        (LEAKAGE, "8.5%", "mismatch", "bound_dropped"),
        (LEAKAGE, "over 8.5%", "mismatch", "bound_reversed"),
        (LEAKAGE, "nearly 8.5%", "cannot_verify", ""),
        (LEAKAGE, "about 8.5%", "cannot_verify", ""),
        (LEAKAGE, "at most 9%", "consistent", ""),
        (LEAKAGE, "at most 8%", "cannot_verify", ""),
        (LEAKAGE, "8%", "cannot_verify", ""),
        (LEAKAGE, "9%", "mismatch", ""),
    ],
)
def test_a_bound_is_what_the_report_leaves_open(indicator: str, claim: str, status: str, diagnosis: str) -> None:
    """A claim follows from a bound, contradicts it or stays open, and a wrong scale or direction is always a slip."""
    assert judged(indicator, claim) == (status, diagnosis)


@pytest.mark.parametrize(
    ("claim", "is_rounded"),
    [
        ("31", True),  # 30.5, half up
        (31, True),
        (31.0, True),
        ("0.031 mg/m3", True),
        ("31.0", False),
        (Decimal("31.0"), False),
        ("0.0310 mg/m3", False),
        ("30.50", False),
        ("30.54", False),
        ("30.4", False),
        ("0", False),
        ("0.0", False),
    ],
)
def test_a_rounded_value_has_fewer_places(claim: object, is_rounded: bool) -> None:
    """A claim with fewer places may be the printed value rounded half up; zeros after the point are places."""
    assert (verdict_on(PM2_5, claim).diagnosis == "rounding") is is_rounded


@pytest.mark.parametrize(
    ("indicator", "claim", "is_rounded"), [(RAIL, 880, True), (RAIL, 870, False), (RAIL, 900, False), (RAIL, 0, False)]
)
def test_zeros_after_two_digits_are_places_left_out(indicator: str, claim: int, is_rounded: bool) -> None:
    """880 says 879 with fewer places; 900 has one digit before its zeros, and is taken at its word."""
    assert (verdict_on(indicator, claim).diagnosis == "rounding") is is_rounded


@pytest.mark.parametrize("claim", [878, 779, 889, 79, 89, 87, 789, 897, "779.0", "897.0", "879.5"])
def test_a_digit_changed_dropped_added_after_the_point_or_swapped_with_the_next_is_a_wrong_digit(claim: object) -> None:
    """Of 879, a value that one slip of the pen makes."""
    assert judged(RAIL, claim) == ("mismatch", "digits")


def test_a_digit_dropped_after_the_point_is_a_wrong_digit() -> None:
    """Of 92.92, a value with the first digit after the point left out."""
    green_space = "infrastructure.park_green_space_coverage_rate"
    assert judged(green_space, "92.2%", period="2025-10-15") == ("mismatch", "digits")


@pytest.mark.parametrize("claim", [978, 886, 8791, 8, 7, -878, -897, 868])
def test_more_than_one_slip_of_the_pen_is_not_a_wrong_digit(claim: int) -> None:
    """Of 879, a value two digits off, with a digit more or two fewer, or of the other sign as well."""
    assert judged(RAIL, claim) == ("mismatch", "")


@pytest.mark.parametrize(
    ("indicator", "claim", "diagnosis"),
    [
        (ADVANCES, "6项", "questioned"),
        (ADVANCES, "at least 6", "digits"),
        (UNEMPLOYMENT, "4.1%", "disputed"),
        (UNEMPLOYMENT, "nearly 4.1%", "other_period"),
    ],
)
def test_only_the_value_itself_is_that_of_another_publisher(indicator: str, claim: str, diagnosis: str) -> None:
    """A value that another publisher prints is called disputed or questioned, and a bound at that value is not."""
    assert judged(indicator, claim) == ("mismatch", diagnosis)


@pytest.mark.parametrize(
    ("indicator", "claim", "diagnosis"),
    [
        (RAIL, -879, "sign"),
        (RAIL, "879 m", "unit"),
        (PRICES, "0%", "digits"),
        (PRICES, "0.01%", "scale"),
        (PRICES, "-0.01%", ""),
        (PRICES, "0.8%", "digits"),
        ("environment.sewage_treatment_rate", 0.975, "fraction"),
        ("environment.sewage_treatment_rate", "0.975%", "scale"),
        ("environment.green_electricity_share", "over 0.26", "fraction"),
        ("environment.green_electricity_share", 0.26, "scale"),
        (PM2_5, 0.305, "scale"),
        ("environment.pm2_5_annual_mean_growth", "fell by 62%", "scale"),
        ("environment.pm2_5_annual_mean_growth", "rose by 62%", "other_indicator"),
    ],
)
def test_the_likeliest_slip_is_named(indicator: str, claim: object, diagnosis: Diagnosis) -> None:
    """A sign, a unit, a fraction of a per cent and a scale are each called by their own name, and one slip only."""
    assert judged(indicator, claim) == ("mismatch", diagnosis)


@pytest.mark.parametrize(
    ("indicator", "chosen", "value", "neighbour"),
    [
        # one of the same topic before one beside, and one beside before others of its topic
        (LEAKAGE, {}, "91", "infrastructure.park_green_space_coverage_rate:CN-BJ:2024-12-31"),
        (GRADUATES, {}, "4.5", "employment_social_security.per_capita_disposable_income_growth:CN-BJ:2024"),
        ("environment.no2_annual_mean", {"period": "2013"}, "108", "environment.pm10_annual_mean:CN-BJ:2013"),
        # a value of two digits of another year before a wrong digit only where no digit is wrong
        (UNEMPLOYMENT, {}, "97%", f"{GRADUATES}:CN-BJ:2018"),
        ("employment_social_security.per_capita_disposable_income_growth", {}, "4.1", None),
        # a value of three digits of another year, before a wrong digit too
        (UNEMPLOYMENT, {}, "96.5", "employment_social_security.wage_arrears_leads_completion_rate:CN-BJ:..--2024-12"),
        # a value of two digits of the same year before a wrong digit
        ("basic_education.nearby_school_enrolment_rate", {}, "93", "basic_education.kindergarten_enrolment_rate:CN-BJ"),
        # a single digit is no sign of another indicator
        ("public_safety.key_website_reports_valid_rate", {}, 100, None),
    ],
)
def test_a_value_of_another_indicator_is_that_of_the_nearest(
    indicator: str, chosen: dict[str, str], value: object, neighbour: str | None
) -> None:
    """The nearest figure with this value in the same unit is named; one of few digits only if no digit is wrong."""
    verdict = verdict_on(indicator, value, **chosen)
    found = verdict.neighbour.id if verdict.neighbour else None
    assert (found or "").startswith(neighbour or ""), verdict.sentence
    assert verdict.diagnosis == ("other_indicator" if neighbour else "digits")


@pytest.mark.parametrize(
    ("indicator", "chosen", "claim", "diagnosis"),
    [
        (PM2_5, {}, "38", "other_area"),
        (PM2_5, {}, "33", "other_period"),
        (PM2_5, {}, "108", "other_area"),  # of another area and period
        (PAY, {"category": "senior_technician"}, "14417元", "other_category"),
    ],
)
def test_a_value_of_the_same_indicator_is_of_another_area_category_or_period(
    indicator: str, chosen: dict[str, str], claim: str, diagnosis: str
) -> None:
    """The first of these in which the figure with the value differs is named, and the figure is given."""
    verdict = verdict_on(indicator, claim, **chosen)
    assert (verdict.status, verdict.diagnosis) == ("mismatch", diagnosis)
    assert verdict.neighbour is not None
    assert verdict.neighbour.indicator == indicator


def test_what_is_consistent_or_open_belongs_to_no_other_figure() -> None:
    """A claim that may hold is not said to be another figure's, whatever else prints its value."""
    for claim in ("over 8.1%", "at most 30%", "about 38%"):
        verdict = verdict_on("environment.green_electricity_share", claim)
        assert verdict.status != "mismatch" or verdict.neighbour is None or verdict.diagnosis
        if verdict.status in ("match", "consistent", "cannot_verify"):
            assert (verdict.diagnosis, verdict.neighbour) == ("", None)


@pytest.mark.parametrize("claim", ["14417元", "14417 yuan", "14417 yuan/month", 14417])
def test_what_a_unit_divides_counts_too(claim: object) -> None:
    """Yuan are compared with yuan per month, and a number without a unit with the figure as it is."""
    assert judged(PAY, claim, category="software_and_information_services") == ("match", "")


def test_the_arguments_choose_the_figure() -> None:
    """Area, period and category choose the figure of a number, of a text, and before the words of a text."""
    for claim in (38, "38 µg/m3", "38 µg/m3 in Beijing"):
        assert judged(PM2_5, claim, area="CN-TJ") == ("match", "")
    for claim in (32, "32 µg/m3", "32 µg/m3 in 2024"):
        assert judged(PM2_5, claim, period="2023") == ("match", "")
    for claim in (12529, "12529元", "technician 12529"):
        assert judged(PAY, claim, category="senior_technician") == ("match", "")


def test_a_figure_printed_twice_is_held_to_both() -> None:
    """A bound and a value of one thing each match, and the verdict that tells most is given."""
    chosen: dict[str, Any] = {"category": "technician"}  # over 10000 yuan, and 11384 yuan
    assert judged(PAY, "over 10000 yuan", **chosen) == ("match", "")
    assert judged(PAY, "11384 yuan", **chosen) == ("match", "")
    assert judged(PAY, "11400 yuan", **chosen) == ("consistent", "rounding")
    assert judged(PAY, "10000 yuan", **chosen) == ("mismatch", "bound_dropped")
    assert judged(PAY, "11385 yuan", **chosen) == ("mismatch", "digits")
    share = "environment.good_air_days_share"  # 2025, in two publications: over 80 %, and 85.2 %
    assert judged(share, "over 80%", period="2025") == judged(share, "85.2%", period="2025") == ("match", "")


@pytest.mark.parametrize(
    ("claim", "reason", "detail"),
    [
        ("30.5 elephants", "unknown_unit", "found 'elephants', expected a unit of the vocabulary"),
        ("elephants 30.5", "not_understood", "found 'elephants'"),
        ("30.5 µg/m3 elephants", "not_understood", "found 'elephants'"),
        ("30.5 in 1999", "no_figure", "no observation for period='1999'"),
    ],
)
def test_what_cannot_be_verified_says_why(claim: str, reason: str, detail: str) -> None:
    """The verdict has the claim as it was read, the indicator and the reason, and no figure."""
    verdict = verdict_on(PM2_5, claim)
    assert (verdict.status, verdict.reason, verdict.indicator) == ("cannot_verify", reason, PM2_5)
    assert detail in verdict.detail
    assert verdict.claim is not None
    assert verdict.claim.value == Decimal("30.5")
    assert (verdict.observation, verdict.interval) == (None, None)


def test_several_figures_are_named_where_the_claim_chooses_none() -> None:
    """A claim that fits no single figure says which there are, and keeps what was claimed."""
    verdict = verdict_on(PAY, "14417元")
    assert (verdict.reason, verdict.indicator) == ("ambiguous", PAY)
    assert "choose by" in verdict.detail
    assert verdict.claim is not None


def test_a_verdict_holds_all_that_it_compares() -> None:
    """A verdict on a figure has the claim, the figure, what it leaves possible, and its indicator."""
    for claim in ("30.5 µg/m3", "31 µg/m3", "29 µg/m3", "30.5%"):
        verdict = verdict_on(PM2_5, claim)
        figure = verdict.observation
        assert figure is not None
        assert verdict.claim is not None
        assert (verdict.indicator, verdict.interval, figure.indicator) == (PM2_5, figure.interval, PM2_5)
        assert verdict.claim.text == claim


def test_the_units_of_the_package_are_those_of_its_claims() -> None:
    """A claim is compared in the units that the package defines, and one in a unit that it lacks cannot be verified."""
    package = bps.bundled()
    parks = package.indicator("infrastructure.parks")
    units = ("widget = [bps_widget] = _ = 件件",)
    figure = parks.observation().__replace__(unit="widget")
    widgets = parks.__replace__(unit="widget", observations=(figure,))
    own = package.__replace__(_definitions=(*package.unit_registry, *units))
    for claim, diagnosis in (("1,100 widgets", ""), ("0.11万件件", ""), ("1,100 parks", "unit")):
        assert bps.verify(widgets, claim, package=own).diagnosis == diagnosis
    verdict = bps.verify(parks, "1,100 parks", package=package.__replace__(_definitions=units))
    assert (verdict.status, verdict.reason, verdict.indicator) == ("cannot_verify", "unknown_unit", parks.id)
    assert verdict.claim is not None
    assert "park" in verdict.detail


def test_a_publication_is_not_compared_where_a_report_prints_the_figure() -> None:
    """A claim about a figure of the report is held to the report alone, though a publication prints the same thing."""
    indicator = bps.get_indicator("environment.pm2_5_annual_mean")
    ours, published = indicator.observation(), indicator.observation(period="2023")
    assert published.source.kind == "publication"
    both = indicator.__replace__(observations=(ours, published.__replace__(period=ours.period)))
    assert bps.verify(both, "30.5 µg/m3", package=bps.bundled()).status == "match"
    assert bps.verify(both, "32 µg/m3", package=bps.bundled()).status == "mismatch"


def test_of_verdicts_that_tell_as_much_that_on_the_headline_is_given() -> None:
    """A claim that fits none of the figures printed for one thing is held against the one that is its headline."""
    for category in ("technician", "senior_technician"):
        chosen = bps.get_indicator("employment_social_security.median_monthly_pay").observation(category=category)
        for claim in ("5 yuan", "10001 yuan", "less than 9 yuan"):
            verdict = verdict_on(PAY, claim, category=category)
            assert (verdict.status, verdict.observation) == ("mismatch", chosen)


@pytest.mark.parametrize("claim", [SimpleNamespace(magnitude=1), SimpleNamespace(units="km"), 1 + 2j, ["x" * 99]])
def test_half_a_quantity_is_no_claim(claim: object) -> None:
    """A quantity has a magnitude and units; the error shows the beginning of what was found."""
    with pytest.raises(TypeError) as caught:
        verdict_on(PM2_5, claim)
    assert str(caught.value).endswith(f"found {type(claim).__name__} {repr(claim)[:40]}")
