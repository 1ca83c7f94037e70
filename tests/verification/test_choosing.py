"""Which published figure a figure of a text is held against, and the reason where there is none or more than one."""

from __future__ import annotations

import pytest
from tests.support.editing import rows_of, tables_copy

import beijing_public_services as bps
from beijing_public_services.datapackage.loader import build

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
        ("优良天数290天，占比79.2%。", [("good_air_days", "match"), ("good_air_days_share", "match")]),
        ("绿牌工地占比达80%。", [("green_plate_construction_sites_share", "mismatch")]),
        ("老楼加装电梯开工1200部、完工876部。", [(STARTED, "match"), (COMPLETED, "match")]),
        ("老楼加装电梯1200部，完工876部。", [(STARTED, "match"), (COMPLETED, "match")]),
        ("加装电梯完工876部。", [(COMPLETED, "match")]),
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
