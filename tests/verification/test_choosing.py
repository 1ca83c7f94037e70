"""Which published figure a figure of a text is held against, and the reason where there is none or more than one."""

from __future__ import annotations

import pytest
from tests.support.editing import rows_of, tables_copy

import beijing_public_services as bps
from beijing_public_services.datapackage.loader import build
from beijing_public_services.verification.choice import Chooser
from beijing_public_services.verification.names import names_of

Found = list[tuple[str, str]]  # figures, each with the indicator, without the domain, and the status
STARTED, COMPLETED = "lift_installations_started", "lift_installations_completed"
CLUSTER, REGISTERED = "global_innovation_index_cluster_rank", "technology_contract_value"


def judged(text: str, package: bps.DataPackage | None = None) -> Found:
    """The figures that have a verdict."""
    report = bps.verify_text(text, package=package or bps.bundled())
    return [(each.verdict.indicator.partition(".")[2], each.verdict.status) for each in report]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("At the end of 2024 Beijing had 1,100 parks.", [("parks", "match")]),
        ("In 2024 Beijing had 1,100 parks.", [("parks", "match")]),
        (
            "The homicide case clearance rate was 100% and the forest coverage rate 44.9%.",
            [("case_clearance_rate", "match"), ("forest_coverage_rate", "match")],
        ),
        ("全球创新指数科技集群排名上升1位。", [(f"{CLUSTER}_change", "match")]),
        ("The Global Innovation Index cluster rank rose by 1 place.", [(f"{CLUSTER}_change", "match")]),
        ("全球创新指数科技集群排名第四。", [(CLUSTER, "mismatch")]),
        ("CPI was 0.1%.", [("consumer_price_index_growth", "match")]),
        ("技术合同成交额增速从2023年的7.4%降至2024年的7.2%。", [(f"{REGISTERED}_growth", "match")] * 2),
        ("技术合同成交额的增速从2023年的7.4%降至2024年的7.2%。", [(f"{REGISTERED}_growth", "match")] * 2),
        ("轨道交通运营总里程居全国第一。", [("urban_rail_length_rank", "match")]),
        ("国际科技创新中心指数全球排名第三。", [("global_innovation_hubs_index_rank", "match")]),
        ("In China, Beijing's urban rail length ranked first.", [("urban_rail_length_rank", "match")]),
        ("备案大模型占全国近四成。", [("filed_large_ai_models_national_share", "match")]),
        (
            "Nearby school enrolment rate held for 5 consecutive years.",
            [("nearby_school_enrolment_rate_streak", "match")],
        ),
        ("刑事立案总量新低年数为近15年新低。", [("criminal_cases_filed_record_low_span", "match")]),
        (
            "Infrastructure investment growth was 17.7% compared with 2023.",
            [("infrastructure_investment_growth", "match")],
        ),
        ("优良天数290天，占比79.2%。", [("good_air_days", "match"), ("good_air_days_share", "match")]),
        ("绿牌工地占比达80%。", [("green_plate_construction_sites_share", "mismatch")]),
        ("老楼加装电梯开工1200部、完工876部。", [(STARTED, "match"), (COMPLETED, "match")]),
        ("老楼加装电梯1200部，完工876部。", [(STARTED, "match"), (COMPLETED, "match")]),
        ("加装电梯完工876部。", [(COMPLETED, "match")]),
        ("Lifts completed 876 and started 1,200.", [(COMPLETED, "match"), (STARTED, "match")]),
        ("Parks: 1,100 at the start.", [("parks", "match")]),
        ("In 2024 technician parks: 1,100.", [("parks", "match")]),
        ("Last year the forest coverage rate was 44.9%.", [("forest_coverage_rate", "match")]),
        ("Last year the forest coverage rate was 45%.", [("forest_coverage_rate", "consistent")]),
        ("Lifts started: 1,200; lifts completed: 876.", [(STARTED, "match"), (COMPLETED, "match")]),
        ("PM2.5 decline since base year was 65.9%.", [("pm2_5_annual_mean_fixed_base_growth", "match")]),
        ("The long term PM2.5 reduction was 65.9%.", [("pm2_5_annual_mean_fixed_base_growth", "match")]),
        ("PM2.5累计下降65.9%。", [("pm2_5_annual_mean_fixed_base_growth", "match")]),
        ("与2013年相比，细颗粒物年均浓度累计下降65.9%。", [("pm2_5_annual_mean_fixed_base_growth", "match")]),
        ("PM2.5 fell by 6.2 percentage points.", [("pm2_5_annual_mean_growth", "mismatch")]),
    ],
)
def test_the_words_with_a_name_choose_the_indicator(text: str, found: Found) -> None:
    """A period, a category, a rank, a share, a change, a start or an end chooses among what goes by one name."""
    assert judged(text) == found


@pytest.mark.parametrize(
    ("text", "reason", "detail"),
    [
        ("Vehicle repair environmental rating improved by 12.6%.", "change", "vehicle repair environmental rating"),
        ("The forest coverage rate improved by 44.9%.", "change", "forest coverage rate"),
        ("The forest coverage rank rose by 2 places.", "change", "forest coverage"),
        ("Nearby school enrolment rate for 5 years.", "unit", "nearby school enrolment rate"),
        ("CPI was 0.1% compared with 2020.", "unit", "cpi"),
        ("Last year the forest coverage rate was 50%.", "time", "forest coverage rate"),
        ("In the first quarter the forest coverage rate was 44.9%.", "time", "forest coverage rate"),
        ("Beijing's subway is 247 km long in 2024.", "ambiguous", "infrastructure.urban_rail_length"),
        ("The peak-hour road traffic index was 6.08 in China.", "place", "CN"),
        ("The forest coverage rate was 44.9% in Shanghai.", "place", "a place that the package has no figure of"),
        ("地下管线改造约6万公里。", "plan", "地下管线改造"),
        ("The median monthly pay was 14417 yuan.", "ambiguous", "employment_social_security.median_monthly_pay"),
        ("举报有效率54.1%。", "ambiguous", "举报有效率"),
        ("The forest coverage rate was 44.93%.", "finer", "environment.forest_coverage_rate"),
        ("The forest coverage rate was 4.1%.", "implausible", "environment.forest_coverage_rate"),
        ("The forest coverage rate was 44.9 percentage points.", "unit", "forest coverage rate"),
        ("Parks numbered 1,100 km.", "unit", "parks"),
        ("Forest coverage ranked third.", "unit", "forest coverage"),
        ("The forest coverage rate stayed for three consecutive years.", "unit", "forest coverage rate"),
        ("Forest coverage accounted for 5%.", "unit", "forest coverage"),
        ("北京市高峰时段道路交通指数为5.2个。", "unit", "高峰时段道路交通指数"),
        ("PM2.5 fell by 6.2% compared with 2020.", "base", "pm2.5"),
        ("细颗粒物累计下降65.9%。", "base", "细颗粒物"),
        ("PM2.5 has cumulatively fallen by 6.2%.", "base", "pm2.5"),
    ],
)
def test_a_figure_that_no_single_indicator_fits_says_why(text: str, reason: str, detail: str) -> None:
    """The reason is that nothing fits, that more than one does, or how the figure differs; and what was looked for."""
    report = bps.verify_text(text)
    assert not report
    assert [(each.reason, each.detail) for each in report.passed_over] == [(reason, detail)]


def test_a_change_from_the_quarter_before_is_held_to_no_other() -> None:
    """A change that is published from the quarter before is that of a text that says so, or nothing, but not yearly."""
    tables = tables_copy()
    with rows_of(tables, "observations") as rows:
        for row in rows:
            if row["indicator"] == "environment.pm2_5_annual_mean_growth":
                row["base_kind"] = "previous_quarter"
    quarterly = build(tables)
    ours = [("pm2_5_annual_mean_growth", "match")]
    assert judged("PM2.5环比下降6.2%。", quarterly) == judged("PM2.5下降6.2%。", quarterly) == ours
    assert judged("PM2.5 fell by 6.2% year on year.", quarterly) == []
    assert judged("PM2.5 fell by 6.2% year on year.") == judged("PM2.5下降6.2%。") == ours
    assert judged("PM2.5环比下降6.2%。") == []


def test_a_year_without_a_figure_is_named() -> None:
    """A figure of a year that has none is held against no other year, and the verdict says which year it is."""
    (found,) = bps.verify_text("In 2009 the forest coverage rate was 44.9%.", package=bps.bundled())
    assert (found.verdict.reason, "period='2009'" in found.verdict.detail) == ("no_figure", True)


def test_the_figures_of_a_package_choose_periods_areas_and_indicators() -> None:
    """A year may be its last day; an area or an indicator that the package lacks is not taken for another's."""
    tables = tables_copy()
    with rows_of(tables, "observations") as rows:
        for row in rows:
            if row["indicator"] == "environment.pm2_5_annual_mean" and row["area"] == "CN-TJ":
                row["period"] = "2024-12-31"
            if row["indicator"] == "environment.pm2_5_annual_mean_growth":
                row["period"] = f"{row['period']}-12-31"
            if row["indicator"] == f"infrastructure.{STARTED}":
                row["indicator"] += "_begun"
            if row["indicator"] == "infrastructure.peak_hour_road_traffic_index":
                row["area"] = "CN-TJ"
    with rows_of(tables, "statements") as rows:
        for row in rows:
            row["indicators"] = row["indicators"].replace(STARTED, f"{STARTED}_begun")
    with rows_of(tables, "indicators") as rows:
        for row in rows:
            row["parent"] = "" if row["id"] == "environment.good_air_days_share" else row["parent"]
            row["id"] += "_begun" if row["id"] == f"infrastructure.{STARTED}" else ""
    package = build(tables)
    assert judged("In 2024 PM2.5 was 38 µg/m3 in Tianjin.", package) == [("pm2_5_annual_mean", "match")]
    assert judged("In 2024 PM2.5 was 30.5 µg/m3 in Beijing.", package) == [("pm2_5_annual_mean", "match")]
    assert judged("The peak-hour road traffic index was 6.08 in Beijing.", package) == []
    assert judged("优良天数的占比79.2%。", package) == [("good_air_days_share", "match")]
    assert judged("PM2.5 fell by 6.2% compared with 2023.", package) == [("pm2_5_annual_mean_growth", "match")]
    assert judged("Lifts completed 876 and started 1,200.", package)[0] == (COMPLETED, "match")


def test_a_figure_is_converted_in_the_units_of_the_package() -> None:
    """A unit that only the package defines is that of its indicators, also per month; no other package knows it."""
    package = bps.bundled()
    own = package.__replace__(_definitions=(*package.unit_registry, "widget = [bps_widget] = _ = 件件"))
    for wanted in ("widget", "widget/month"):
        assert [Chooser(each, names_of(each)).converts("widget", wanted) for each in (own, package)] == [True, False]
    assert not Chooser(own, names_of(own)).converts("widget", "park")
