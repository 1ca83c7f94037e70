"""Verifying a claim: what is printed matches, no slip ever does, and slips are called by their names."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.slips import Slip, roundings, slips, written

import beijing_public_services as bps

if TYPE_CHECKING:
    from collections.abc import Iterable

PACKAGE = bps.bundled()
OBSERVATIONS = PACKAGE.observations
NAMED_RIGHTLY = Decimal("0.95")
CLAIMS = [
    ("environment.pm2_5_annual_mean", "30.5 µg/m3", "match", ""),
    ("environment.pm2_5_annual_mean", "30.5微克/立方米", "match", ""),
    ("environment.pm2_5_annual_mean", 30.5, "match", ""),
    ("environment.pm2_5_annual_mean", Decimal("30.5"), "match", ""),
    ("environment.pm2_5_annual_mean", Fraction(61, 2), "match", ""),
    ("environment.pm2_5_annual_mean", "0.0305 mg/m3", "match", ""),
    ("environment.pm2_5_annual_mean", "31 µg/m3", "consistent", "rounding"),
    ("environment.pm2_5_annual_mean", "30.6 µg/m3", "mismatch", "digits"),
    ("environment.pm2_5_annual_mean", "30.5 mg/m3", "mismatch", "unit"),
    ("environment.pm2_5_annual_mean", "30.5%", "mismatch", "unit"),
    ("environment.pm2_5_annual_mean", "38 µg/m3", "mismatch", "other_area"),
    ("environment.pm2_5_annual_mean", "54 µg/m3", "mismatch", "other_indicator"),
    ("environment.pm2_5_annual_mean_growth", "fell by 6.2%", "match", ""),
    ("environment.pm2_5_annual_mean_growth", "6.2%", "mismatch", "sign"),
    ("science_technology.technology_contract_value", "9153.3亿元", "match", ""),
    ("science_technology.technology_contract_value", "９１５３．３亿元", "match", ""),
    ("science_technology.technology_contract_value", "915.33 billion yuan", "match", ""),
    ("science_technology.technology_contract_value", "915 billion yuan", "consistent", "rounding"),
    ("science_technology.technology_contract_value", "over 900 billion yuan", "consistent", ""),
    ("science_technology.technology_contract_value", "over 950 billion yuan", "mismatch", ""),
    ("science_technology.technology_contract_value", "9153.3万元", "mismatch", "scale"),
    ("science_technology.technology_contract_value", "9153.3 billion yuan", "mismatch", "scale"),
    ("infrastructure.fixed_asset_investment", "超过9000亿元", "match", ""),
    ("infrastructure.fixed_asset_investment", "over 900 billion yuan", "match", ""),
    ("infrastructure.fixed_asset_investment", "over 800 billion yuan", "consistent", ""),
    ("infrastructure.fixed_asset_investment", "at least 900 billion yuan", "consistent", ""),
    ("infrastructure.fixed_asset_investment", "900 billion yuan", "mismatch", "bound_dropped"),
    ("infrastructure.fixed_asset_investment", "less than 900 billion yuan", "mismatch", "bound_reversed"),
    ("infrastructure.fixed_asset_investment", "920 billion yuan", "cannot_verify", ""),
    ("infrastructure.fixed_asset_investment", "over 1000 billion yuan", "cannot_verify", ""),
    ("environment.sewage_treatment_rate", "97.5%", "match", ""),
    ("environment.sewage_treatment_rate", "97.5 per cent", "match", ""),
    ("environment.sewage_treatment_rate", 0.975, "mismatch", "fraction"),
    ("environment.sewage_treatment_rate", "97.5 percentage points", "mismatch", "percentage_point"),
    ("environment.sewage_treatment_rate", "95.7%", "mismatch", "digits"),
    ("infrastructure.infrastructure_investment_growth_gap", "12.6%", "mismatch", "percentage_point"),
    ("science_technology.global_innovation_hubs_index_rank", "rank 3", "match", ""),
    ("science_technology.global_innovation_hubs_index_rank", "第三", "match", ""),
    ("infrastructure.urban_rail_length", "879 m", "mismatch", "unit"),
    ("infrastructure.parks", "1,100 parks", "match", ""),
    ("infrastructure.parks", "1100个", "match", ""),
    ("infrastructure.parks", "1,100 museums", "mismatch", "unit"),
    ("employment_social_security.urban_surveyed_unemployment_rate", "5.1%", "match", ""),
    ("employment_social_security.urban_surveyed_unemployment_rate", "4.1%", "mismatch", "disputed"),
    ("employment_social_security.urban_surveyed_unemployment_rate", 4.1, "mismatch", "disputed"),
    ("employment_social_security.urban_surveyed_unemployment_rate", "4.2%", "mismatch", ""),
    ("employment_social_security.new_urban_employment", "299,000 people", "mismatch", "disputed"),
    ("environment.pm2_5_annual_mean", "33 µg/m3", "mismatch", "other_period"),
]
UNREADABLE = ["", " ", "many", "30.5 or 38", float("nan"), float("inf"), "x" * 10_000, "3/0"]
NO_CLAIMS: list[object] = [True, None, [], {}, b"30.5", ("30.5",)]


def key(observation: bps.Observation) -> dict[str, Any]:
    """What chooses this figure among those of its indicator."""
    return {"area": observation.area, "period": observation.period, "category": observation.category}


def verdict_on(slip: Slip) -> bps.Verdict:
    """The verdict on a wrong claim."""
    observation = slip.observation
    return bps.verify(observation.indicator, slip.claim, **key(observation))


@pytest.mark.parametrize(("indicator", "claim", "status", "diagnosis"), CLAIMS)
def test_a_claim_gets_its_verdict(indicator: bps.IndicatorId, claim: object, status: str, diagnosis: str) -> None:
    """What is printed matches, what follows from it is consistent, and a slip is called by its name."""
    verdict = bps.verify(indicator, claim)
    assert (verdict.status, verdict.diagnosis) == (status, diagnosis), verdict.sentence


def test_the_printed_figure_matches() -> None:
    """Each figure, as printed and as its value in English words, is what is printed."""
    for observation in OBSERVATIONS:
        english = written(observation.decimal, observation.unit, observation.bound)
        for claim in (observation.printed.replace("…", ""), english):
            verdict = bps.verify(observation.indicator, claim, **key(observation))
            assert verdict.status == "match", (observation.id, verdict.sentence)


def outcomes(made: Iterable[Slip]) -> tuple[Counter[str], Counter[str], list[str]]:
    """How many of each slip there are, how many are named rightly, and those that are called a match."""
    tried: Counter[str] = Counter()
    named: Counter[str] = Counter()
    matched = []
    for slip in made:
        verdict = verdict_on(slip)
        tried[slip.diagnosis] += 1
        named[slip.diagnosis] += verdict.diagnosis == slip.diagnosis
        if verdict.status == "match" and verdict.observation == slip.observation:
            matched.append(f"{slip.observation.id}: {slip.claim}")
    return tried, named, matched


@pytest.mark.parametrize("step", [10, pytest.param(1, marks=pytest.mark.slow)])
def test_no_slip_is_a_match_and_each_is_called_by_its_name(step: int) -> None:
    """Of every figure and slip none is called a match, and of each kind 95 in 100 at the least are named rightly."""
    made = [slip for each in OBSERVATIONS[::step] for slip in (*slips(each, PACKAGE), *roundings(each))]
    tried, named, matched = outcomes(made)
    assert matched == []
    assert {kind for kind in tried if named[kind] < NAMED_RIGHTLY * tried[kind]} == set(), (named, tried)


@given(st.sampled_from(OBSERVATIONS), st.decimals(-(10**13), 10**13, places=3))
def test_another_value_is_never_a_match(observation: bps.Observation, value: Decimal) -> None:
    """A number that is not the printed one is not called a match."""
    verdict = bps.verify(observation.indicator, value, **key(observation))
    printed = {each.decimal for each in PACKAGE.indicator(observation.indicator).observations}
    assert verdict.status != "match" or value in printed


@pytest.mark.parametrize("claim", UNREADABLE, ids=lambda claim: repr(claim)[:20])
def test_what_cannot_be_read_cannot_be_verified(claim: object) -> None:
    """A claim that is no single figure gets a clear answer."""
    verdict = bps.verify("environment.pm2_5_annual_mean", claim)
    assert (verdict.status, verdict.reason) == ("cannot_verify", "unreadable")
    assert "expected" in verdict.detail


@pytest.mark.parametrize("claim", NO_CLAIMS, ids=repr)
def test_what_is_no_claim_is_a_type_error(claim: object) -> None:
    """Something that is neither a number, a quantity nor a text is an error that says what is wanted."""
    with pytest.raises(TypeError, match=f"needs a claim that is a number.*found {type(claim).__name__}"):
        bps.verify("environment.pm2_5_annual_mean", claim)


@pytest.mark.parametrize(
    ("indicator", "claim", "status"),
    [
        ("environment.pm2_5_annual_mean", "30.5 µg/m3 in Beijing in 2024", "match"),
        ("environment.pm2_5_annual_mean", "38 µg/m3 in Tianjin", "match"),
        ("environment.pm2_5_annual_mean", "32 µg/m3 in 2023", "match"),
        ("environment.pm2_5_annual_mean", "PM2.5年均浓度为30.5微克/立方米", "match"),
        ("environment.pm2_5_annual_mean_growth", "dropped sharply by 6.2%", "match"),
        ("environment.pm2_5_annual_mean_growth", "同比下降百分之六点二", "match"),
        ("employment_social_security.median_monthly_pay", "高级技师12529元", "match"),
        ("environment.forest_coverage_rate", "4.49%", "mismatch"),
    ],
)
def test_the_words_of_a_claim_choose_the_figure(indicator: bps.IndicatorId, claim: str, status: str) -> None:
    """A place, year or category that a claim names chooses the figure that it is held against."""
    assert bps.verify(indicator, claim).status == status


@pytest.mark.parametrize(
    ("indicator", "claim", "word"),
    [
        ("environment.pm2_5_annual_mean", "30.5 µg/m3 in Shanghai", "Shanghai"),
        ("environment.pm2_5_annual_mean", "30.5 µg/m3 is wrong", "wrong"),
        ("environment.pm2_5_annual_mean", "not 30.5 µg/m3", "not"),
        ("environment.pm2_5_annual_mean", "planned: 30.5 µg/m3", "planned"),
        ("environment.pm2_5_annual_mean", "计划30.5微克/立方米", "计划"),
        ("environment.pm2_5_annual_mean", "上海30.5微克/立方米", "上海"),
        ("environment.pm2_5_annual_mean", "30.5 µg/m3 in the first half of 2024", "first half"),
        ("environment.forest_coverage_rate", "rose by 44.9%", "rose by 44.9%"),
        ("environment.forest_coverage_rate", "sewage treatment rate 44.9%", "sewage treatment rate"),
    ],
)
def test_a_word_that_is_not_understood_leaves_a_claim_open(indicator: bps.IndicatorId, claim: str, word: str) -> None:
    """A claim with a word that says something else cannot be verified, and the verdict names the word."""
    verdict = bps.verify(indicator, claim)
    assert (verdict.status, verdict.reason) == ("cannot_verify", "not_understood")
    assert word in verdict.detail


def test_an_indicator_is_taken_for_its_id() -> None:
    """`verify` takes an indicator as well as its id."""
    indicator = bps.get_indicator("environment.pm2_5_annual_mean")
    assert bps.verify(indicator, 30.5) == bps.verify(indicator.id, 30.5)


@pytest.mark.parametrize("power", [-4, -3, -2, -1, 1, 2, 3, 4])
def test_a_shifted_decimal_point_is_a_wrong_scale(power: int) -> None:
    """A value that is any power of ten from the printed one is called a wrong scale."""
    value = Decimal("44.9").scaleb(power)
    assert bps.verify("environment.forest_coverage_rate", f"{value:f}%").diagnosis == "scale"


@pytest.mark.parametrize("claim", ["30.5 elephants", "30.5 qwerty", "30.5 dollars"])
def test_a_unit_nobody_knows_is_never_a_match(claim: str) -> None:
    """The right number in a unit that nobody knows is not what is printed."""
    assert bps.verify("environment.pm2_5_annual_mean", claim).status in ("cannot_verify", "mismatch")


def test_nothing_to_compare_with_is_said() -> None:
    """Where no figure, or more than one, is printed for what was asked, the verdict says so."""
    assert bps.verify("environment.pm2_5_annual_mean", 30.5, period="1999").reason == "no_figure"
    assert bps.verify("employment_social_security.median_monthly_pay", "14417元").reason == "ambiguous"


def test_a_quantity_is_compared_in_its_unit() -> None:
    """A pint quantity of this library converts as a text with its unit does."""
    pm = bps.get_indicator("environment.pm2_5_annual_mean")
    assert bps.verify("environment.pm2_5_annual_mean", pm.quantity.to("mg/m³")).status == "match"
    assert bps.verify("infrastructure.parks", pm.quantity).diagnosis == "unit"


def test_a_verdict_explains_itself_in_two_languages() -> None:
    """The sentence gives the printed figure, its place and the slip, in English or Chinese."""
    verdict = bps.verify("environment.pm2_5_annual_mean", "38 µg/m3")
    assert (
        "PM2.5 annual mean concentration (Beijing, 2024): the report prints 30.5微克/米3 (s6.1.1.p1)."
        in verdict.sentence
    )
    assert "It belongs to Tianjin, 2024." in verdict.sentence
    chinese = verdict.explained("zh")
    assert "细颗粒物（PM2.5）年均浓度（北京，2024年）：报告载为30.5微克/米3（s6.1.1.p1）。" in chinese
    assert "该数值属于另一地区。它属于天津，2024年。" in chinese


@pytest.mark.parametrize(("claim", "status"), [("4.1%", "mismatch"), ("5.1%", "match"), ("5%", "consistent")])
def test_a_disputed_figure_is_said_to_be_one_whatever_is_claimed(claim: str, status: str) -> None:
    """The sentence gives both figures and both sources, in either language."""
    verdict = bps.verify("employment_social_security.urban_surveyed_unemployment_rate", claim)
    assert (verdict.status, verdict.disputed) == (status, True)
    for language in ("en", "zh"):
        sentence = verdict.explained(language)
        assert all(part in sentence for part in ("s3.p1", "5.1%", "report", "北京市统计局", "4.1%", "2025-01-21"))
    assert "disputed" in verdict.sentence
    assert "有争议" in verdict.explained("zh")


def test_no_other_figure_is_said_to_be_disputed() -> None:
    """A figure that no other publication differs from is not called disputed."""
    verdict = bps.verify("environment.pm2_5_annual_mean", "30.5 µg/m3")
    assert not verdict.disputed
    assert "disputed" not in verdict.sentence
    assert not bps.verify("environment.pm2_5_annual_mean", "none").disputed


def test_a_year_of_another_publication_is_compared_with_its_figure() -> None:
    """The publisher stands in the sentence where there is no paragraph, and the report's figure is no match for it."""
    verdict = bps.verify("environment.pm2_5_annual_mean", "89.5 µg/m3", period="2013")
    assert (verdict.status, verdict.disputed) == ("match", False)
    assert "新京报 prints 89.5" in verdict.sentence
    assert bps.verify("environment.pm2_5_annual_mean", "30.5 µg/m3", period="2013").diagnosis == "other_period"
