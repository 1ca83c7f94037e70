"""Figures copied by hand from the report, one of each form it prints: the data package holds them as they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

import pytest

import beijing_public_services as bps

if TYPE_CHECKING:
    from beijing_public_services import DomainId, IndicatorId


class Figure(NamedTuple):
    """A figure as a reader of the report would write it down; by default exact, of 2024 and of all of Beijing."""

    indicator: IndicatorId
    value: float
    unit: str
    printed: str
    locator: str
    source: str
    bound: str = "exact"
    period: str = "2024"
    area: str = "CN-BJ"
    category: str = ""
    status: str = "actual"


PAY: Literal["employment_social_security.median_monthly_pay"] = "employment_social_security.median_monthly_pay"
TRAFFIC: Literal["infrastructure.peak_hour_road_traffic_index"] = "infrastructure.peak_hour_road_traffic_index"
PERMIT: Literal["public_safety.large_event_permit_approval_time"] = "public_safety.large_event_permit_approval_time"
PM: Literal["environment.pm2_5_annual_mean"] = "environment.pm2_5_annual_mean"
PM_SINCE_2013: Literal["environment.pm2_5_annual_mean_fixed_base_growth"] = (
    "environment.pm2_5_annual_mean_fixed_base_growth"
)
CENTRE = "CN-BJ.central_urban_area"

# fmt: off
FIGURES = [
    # Ranks, the years they have been held, and the places gained
    Figure("science_technology.global_innovation_hubs_index_rank", 3, "rank", "第三", "s2.1.p2", "report"),
    Figure("science_technology.nature_index_science_cities_rank", 1, "rank", "榜首", "s2.1.p2", "report"),
    Figure("science_technology.nature_index_science_cities_rank_streak", 8, "calendar_year", "连续8年", "s2.1.p2", "report"),  # noqa: E501
    Figure("science_technology.global_innovation_index_cluster_rank_change", 1, "rank", "上升1位", "s2.1.p2", "report"),
    Figure("public_safety.fraud_fund_return_ratio_rank", 1, "rank", "首位", "s5.1.p1", "n18"),
    # Counts, with and without a scale word
    Figure("science_technology.registered_technology_contracts", 102910, "contract", "102910项", "s2.1.p3", "n01"),
    Figure("culture_tourism.public_cultural_facilities", 7123, "facility", "7123个", "s2.3.p2", "report"),
    Figure("culture_tourism.citizen_cultural_events", 16000, "cultural_event", "1.6万场", "s2.3.p4", "report"),
    Figure("employment_social_security.new_urban_employment", 284000, "person", "28.4万人", "s3.1.p1", "n05"),
    Figure("public_safety.key_website_reports_received", 31005000, "content_report", "3100.5万件", "s5.3.p5", "n20"),
    # Numbers in words
    Figure("basic_education.curriculum_and_teaching_reform_programmes", 6, "programme", "六大", "s2.2.p3", "report"),
    Figure("infrastructure.airports_served_by_metro", 2, "airport", "两座", "s4.3.p1", "n16"),
    Figure("infrastructure.nanyuan_park_green_space", 10000, "mu", "基本实现万亩", "s4.2.p2", "report", bound="about"),
    Figure("environment.pm2_5_annual_mean_attainment_streak", 4, "calendar_year", "连续四年", "s6.1.1.p1", "n21"),
    # Money
    Figure("science_technology.technology_contract_value", 915330000000, "yuan", "9153.3亿元", "s2.1.p3", "n01"),
    Figure("employment_social_security.recovered_wages", 218000000, "yuan", "2.18亿元", "s3.4.p1", "n10", period="../2024"),  # noqa: E501
    Figure("infrastructure.digital_economy_value_added", 2000000000000, "yuan", "2万亿元", "s4.4.p2", "n17"),
    # Physical units
    Figure("basic_education.class_break_length", 15, "minute", "15分钟", "s2.2.p3", "report"),
    Figure("infrastructure.urban_rail_length", 879, "km", "879公里", "s4.3.p1", "n16"),
    Figure("infrastructure.autonomous_driving_zone_area", 600, "km2", "600平方公里", "s4.4.p2", "n17"),
    Figure("environment.sewage_treatment_capacity", 7850000, "m3/day", "785万立方米", "s6.1.2.p1", "n23"),
    Figure("environment.contaminated_construction_land_reduced", 100000, "m2", "10万平方米", "s6.1.3.p1", "report"),
    Figure("environment.good_air_days", 290, "calendar_day", "290个", "s6.1.1.p1", "n21"),
    # One figure for two indicators: both rates reach it
    Figure("basic_education.kindergarten_enrolment_rate", 93, "percent", "93%", "s2.2.p2", "report"),
    Figure("basic_education.affordable_kindergarten_coverage_rate", 93, "percent", "93%", "s2.2.p2", "report"),
    # Rates and shares
    Figure("employment_social_security.urban_surveyed_unemployment_rate", 5.1, "percent", "5.1%", "s3.p1", "report"),
    Figure("infrastructure.infrastructure_investment_share", 25, "percent", "25%", "s4.p1", "n11"),
    Figure("public_safety.key_website_reports_valid_rate", 60.0, "percent", "60.0%", "s5.3.p5", "n20"),
    Figure("environment.parks_without_boundaries_share", 66, "percent", "66%", "s6.1.4.p1", "n24"),
    # Growth and decline, and what exceeds them
    Figure("employment_social_security.consumer_price_index_growth", 0.1, "percent", "微涨0.1%", "s3.p1", "report"),
    Figure("infrastructure.infrastructure_investment_growth", 17.7, "percent", "增长17.7%", "s4.p1", "n11"),
    Figure("infrastructure.infrastructure_investment_growth_gap", 12.6, "percentage_point", "12.6个百分点", "s4.p1", "n11"),  # noqa: E501
    Figure("public_safety.telecom_fraud_detentions_growth", 36.8, "percent", "上升…36.8%", "s5.1.p1", "n18"),
    Figure("environment.pm2_5_annual_mean_growth", -6.2, "percent", "下降6.2%", "s6.1.1.p1", "n21"),
    Figure("environment.so2_annual_mean_fixed_base_growth", -88.7, "percent", "下降…88.7%", "s6.1.1.p1", "report"),
    # One printed decline for three places, beside the city's own
    Figure(PM_SINCE_2013, -60, "percent", "降幅均超六成", "s6.2.p1", "report", bound="lt"),
    Figure(PM_SINCE_2013, -60, "percent", "降幅均超六成", "s6.2.p1", "report", bound="lt", area="CN-TJ"),
    Figure(PM_SINCE_2013, -60, "percent", "降幅均超六成", "s6.2.p1", "report", bound="lt", area="CN-HE"),
    Figure(PM_SINCE_2013, -65.9, "percent", "下降65.9%", "s6.1.1.p1", "report"),
    # Bounds
    Figure("infrastructure.fixed_asset_investment", 900000000000, "yuan", "超过9000亿元", "s4.p1", "n11", bound="gt"),
    Figure("science_technology.medicine_and_health_industry_scale", 1000000000000, "yuan", "破万亿元", "s2.1.p3", "n01", bound="gt"),  # noqa: E501
    Figure("culture_tourism.physical_bookstores", 2100, "bookstore", "突破2100家", "s2.3.p4", "report", bound="gt"),
    Figure("public_safety.food_sampling_pass_rate", 98, "percent", "超过98%", "s5.2.p2", "n19", bound="gt"),
    Figure("basic_education.nearby_school_enrolment_rate", 99, "percent", "99%以上", "s2.2.p2", "report", bound="ge"),
    Figure("infrastructure.water_network_leakage_rate", 8.5, "percent", "8.5%以内", "s4.2.p2", "n14", bound="le"),
    Figure("science_technology.filed_large_ai_models_national_share", 40, "percent", "近四成", "s2.1.p3", "n01", bound="nearly"),  # noqa: E501
    Figure("public_safety.spring_summer_campaign_losses_recovered", 7000000, "yuan", "近700万元", "s5.1.p2", "n18", bound="nearly"),  # noqa: E501
    Figure("infrastructure.ageing_pipelines_renovated_length", 60000, "km", "约6万公里", "s4.2.p1", "n13", bound="about", period="../2025-12-31", status="target"),  # noqa: E501
    Figure("infrastructure.water_supply_pipes_renovated_length", 200, "km", "200余公里", "s4.2.p2", "n14", bound="some_over"),  # noqa: E501
    Figure("public_safety.school_patrol_personnel", 14000, "person", "1.4万余名", "s5.1.p4", "n18", bound="some_over"),
    Figure("employment_social_security.beneficiaries_of_raised_social_insurance_benefits", 4000000, "person", "400多万人", "s3.3.p2", "report", bound="some_over"),  # noqa: E501
    # The lowest of the last 15 years, which is not nearly 15; of water, the better class has the lower number
    Figure("public_safety.criminal_cases_filed_record_low_span", 15, "calendar_year", "近15年新低", "s5.1.p1", "n18"),
    Figure("environment.cross_boundary_section_water_quality_class", 2, "water_quality_class", "Ⅱ类及以上", "s6.2.2.p1", "report", bound="le", area="X-JJJ"),  # noqa: E501
    # From one value to another, the earlier one undated
    Figure(TRAFFIC, 6.32, "index", "6.32", "s4.3.p1", "n16", period="..", area=CENTRE),
    Figure(TRAFFIC, 6.08, "index", "6.08", "s4.3.p1", "n16", area=CENTRE),
    Figure(PERMIT, 7, "working_day", "7个工作日", "s5.1.p3", "n18", period=".."),
    Figure(PERMIT, 3, "working_day", "3个工作日", "s5.1.p3", "n18"),
    # Parts of a year, days, and what has no beginning
    Figure("employment_social_security.pension_recipients_paid_on_time_and_in_full", 4420000, "person", "442万人", "s3.3.p1", "n07", period="2024-Q3"),  # noqa: E501
    Figure("employment_social_security.enterprises_flagged_at_risk", 418, "enterprise", "418家", "s3.4.p1", "n09", period="../2024-09-30"),  # noqa: E501
    Figure("employment_social_security.wage_arrears_leads_received", 8837, "wage_arrears_lead", "8837件", "s3.4.p1", "n10", period="../2024-12"),  # noqa: E501
    Figure("infrastructure.park_green_space_per_capita", 16.96, "m2/person", "16.96平方米", "s4.2.p2", "n15", period="2024-12-31"),  # noqa: E501
    Figure("public_safety.counterfeit_brand_detentions", 10, "person", "10人", "s5.2.p3", "n19", period="2024-07/2024-08"),  # noqa: E501
    Figure("public_safety.counterfeit_liquor_workshops_destroyed", 3, "workshop", "3处", "s5.2.p3", "n19", period="2024-09"),  # noqa: E501
    # Breakdowns, one of them printed with two bounds
    Figure(PAY, 14417, "yuan/month", "14417元", "s3.2.p1", "n06", period="2024-Q4", category="software_and_information_services"),  # noqa: E501
    Figure(PAY, 10000, "yuan/month", "突破1万元大关", "s3.2.p1", "n06", bound="gt", period="2024-Q4", category="senior_technician"),  # noqa: E501
    Figure(PAY, 12529, "yuan/month", "12529元", "s3.2.p1", "n06", period="2024-Q4", category="senior_technician"),
    Figure(PAY, 26000, "yuan/month", "超过了26000元", "s3.2.p1", "n06", bound="gt", period="2024-Q4", category="low_altitude_aircraft_designer"),  # noqa: E501
    Figure("public_safety.case_clearance_rate", 100, "percent", "100%", "s5.1.p1", "n18", category="homicide"),
    # Other places
    Figure(PM, 30.5, "ug/m3", "30.5微克/米3", "s6.1.1.p1", "n21"),
    Figure(PM, 38, "ug/m3", "38微克/米3", "s6.2.1.p1", "report", area="CN-TJ"),
    Figure(PM, 37.8, "ug/m3", "37.8微克/米3", "s6.2.1.p1", "report", area="CN-HE"),
    Figure("infrastructure.cycle_lanes_added_length", 50, "km", "50公里", "s4.3.p1", "n16", area="CN-BJ.sub_centre"),
    Figure("environment.environmental_monitoring_data_sharing_rate", 61.3, "percent", "61.3%", "s6.2.2.p1", "report", area="X-JJJ"),  # noqa: E501
]
# fmt: on


@pytest.mark.parametrize("figure", FIGURES, ids=lambda figure: f"{figure.indicator}-{figure.printed}-{figure.area}")
def test_the_package_holds_the_figure(figure: Figure) -> None:
    """A figure of the report stands in the data package once, with its value, unit, bound, period, place and source."""
    held = [
        Figure(
            indicator=figure.indicator, value=each.value, unit=each.unit, printed=each.printed, locator=each.locator,
            source=each.source.id, bound=each.bound, period=each.period, area=each.area, category=each.category,
            status=each.status,
        )
        for each in bps.get_indicator(figure.indicator).observations
    ]  # fmt: skip
    assert held.count(figure) == 1, held


def test_the_figures_are_of_every_domain_and_bound() -> None:
    """The figures copied are of all seven domains and of each way to limit a value."""
    domains: set[DomainId | str] = {figure.indicator.partition(".")[0] for figure in FIGURES}
    assert domains == {domain.id for domain in bps.domains()}
    assert {figure.bound for figure in FIGURES} == {"exact", "gt", "ge", "lt", "le", "nearly", "about", "some_over"}


@pytest.mark.parametrize(
    ("id", "measure", "parent", "base"),
    [
        ("infrastructure.infrastructure_investment_share", "share", "infrastructure.fixed_asset_investment", "total"),
        ("infrastructure.infrastructure_investment_growth_gap", "difference", "infrastructure.infrastructure_investment_growth", "total_investment"),  # noqa: E501
        ("science_technology.nature_index_science_cities_rank_streak", "streak", "science_technology.nature_index_science_cities_rank", ""),  # noqa: E501
        ("science_technology.nature_index_science_cities_rank", "rank", "", "global"),
        ("science_technology.technology_contract_value_growth", "growth", "science_technology.technology_contract_value", "previous_year"),  # noqa: E501
        ("science_technology.filed_large_ai_models_national_share", "share", "science_technology.filed_large_ai_models", "national"),  # noqa: E501
        (PM_SINCE_2013, "growth", PM, "fixed_year"),
        (PM, "level", "", ""),
    ],
)  # fmt: skip
def test_a_derived_figure_says_what_it_derives_from(id: IndicatorId, measure: str, parent: str, base: str) -> None:
    """A share, growth, difference, rank or streak is an indicator of its own that names its parent and its base."""
    indicator = bps.get_indicator(id)
    assert (indicator.measure, indicator.parent) == (measure, parent)
    assert {each.base_kind for each in indicator.observations} == {base}


@pytest.mark.parametrize("area", ["CN-BJ", "CN-TJ", "CN-HE"])
def test_a_fixed_base_is_a_year(area: str) -> None:
    """A decline against 2013 names that year, in each of the places it is printed for."""
    declines = [each for each in bps.get_indicator(PM_SINCE_2013).observations if each.area == area]
    assert {each.base_period for each in declines} == {"2013"}


def numerals(*figures: bps.Observation) -> set[str]:
    """The numerals that state all of these figures."""
    token = {(each.locator, each.ordinal): each.token for each in bps.bundled().numerals}
    places = ({(each.locator, each.ordinal) for each in figure.mentions} for figure in figures)
    return {token[place] for place in set.intersection(*places)}


def test_one_numeral_may_state_several_figures() -> None:
    """Two rates that both reach 93% share its numeral, and three declines of over six tenths theirs."""
    rates = (
        bps.get_indicator("basic_education.kindergarten_enrolment_rate").observation(),
        bps.get_indicator("basic_education.affordable_kindergarten_coverage_rate").observation(),
    )
    assert numerals(*rates) == {"93"}
    assert numerals(*(each for each in bps.get_indicator(PM_SINCE_2013).observations if each.bound == "lt")) == {"六"}


def test_an_undated_figure_is_explained() -> None:
    """The earlier value of a fall, undated in the text, says so in a note."""
    for id in (TRAFFIC, PERMIT):
        assert "date" in bps.get_indicator(id).observation(period="..").note


def test_a_figure_printed_again_is_mentioned_again() -> None:
    """The city's PM2.5 stands in two paragraphs and the contract value in two: one figure each, two mentions."""
    city = bps.get_indicator(PM).observation()
    assert {mention.locator for mention in city.mentions} == {"s6.1.1.p1", "s6.2.1.p1"}
    contracts = bps.get_indicator("science_technology.technology_contract_value").observation()
    assert {mention.locator for mention in contracts.mentions} == {"s1.p2", "s2.1.p3"}
