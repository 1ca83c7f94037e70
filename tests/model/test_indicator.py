"""Laws of the headline: which of an indicator's figures speaks for it, and what is said where none does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import beijing_public_services as bps

if TYPE_CHECKING:
    from beijing_public_services import IndicatorId

PM = bps.get_indicator("environment.pm2_5_annual_mean")
PAY = bps.get_indicator("employment_social_security.median_monthly_pay")
TRAFFIC = bps.get_indicator("infrastructure.peak_hour_road_traffic_index")
CITY_FIGURE = next(each for each in PM.observations if each.area == "CN-BJ")
YEARBOOK = CITY_FIGURE.source.__replace__(id="yearbook", kind="publication")


def figure(**changes: Any) -> bps.Observation:
    """An exact actual figure of the report for all of Beijing in 2024, but for these changes."""
    return CITY_FIGURE.__replace__(**changes)


def indicator(*figures: bps.Observation) -> bps.Indicator:
    """An indicator with these figures."""
    return PM.__replace__(observations=figures)


# Each is preferred to the next for one reason alone.
BEIJING = figure(value=1)
PREFERENCES = [
    (BEIJING, figure(value=2, area="CN-TJ")),
    (BEIJING, figure(value=2, area="CN-BJ.sub_centre")),
    (BEIJING, figure(value=2, area="X-JJJ")),
    (BEIJING, figure(value=2, dimension="industry", category="professional_services")),
    (BEIJING, figure(value=2, period="2023")),
    (BEIJING, figure(value=2, period="2023-12-31")),
    (BEIJING, figure(value=2, period="..")),
    (BEIJING, figure(value=2, period="../2023-12")),
    (figure(value=1, period="2024-09"), figure(value=2, period="2024-07/2024-08")),
    (BEIJING, figure(value=2, status="target")),
    (BEIJING, figure(value=2, source=YEARBOOK)),
    *((BEIJING, figure(value=2, bound=bound)) for bound in ("gt", "ge", "lt", "le", "nearly", "about", "some_over")),
]
# What decides first, where two reasons disagree: the worse figure is better in all that comes later.
PRECEDENCE = [
    (figure(value=1, period="2023"), figure(value=2, area="CN-TJ", period="2024")),
    (figure(value=1, period="2023"), figure(value=2, category="professional_services", period="2024")),
    (figure(value=1, bound="gt"), figure(value=2, period="2023", bound="exact")),
    (figure(value=1, bound="about"), figure(value=2, status="target")),
    (figure(value=1, source=YEARBOOK), figure(value=2, status="target")),
    (figure(value=1, bound="nearly"), figure(value=2, source=YEARBOOK)),
    (figure(value=1, period="2023"), figure(value=2, source=YEARBOOK, period="2024")),
]


@pytest.mark.parametrize(("better", "worse"), PREFERENCES)
def test_the_headline_is_the_better_figure(better: bps.Observation, worse: bps.Observation) -> None:
    """All of Beijing, no breakdown, the latest, actual, the report's own, exact: the headline has each of these."""
    assert indicator(worse, better).observation() == better


@pytest.mark.parametrize(("better", "worse"), PRECEDENCE)
def test_the_reasons_have_an_order(better: bps.Observation, worse: bps.Observation) -> None:
    """Place and breakdown decide before the period, status before the source, and how exact a figure is comes last."""
    assert indicator(worse, better).observation() == better


def test_a_plan_for_later_does_not_hide_what_was_reached() -> None:
    """A target for a coming year is no figure of today: the latest actual figure stays the headline."""
    reached, planned = figure(value=1), figure(value=2, period="2025", status="target")
    assert indicator(reached, planned).observation() == reached


@given(st.permutations([BEIJING, *(worse for better, worse in PREFERENCES if better == BEIJING)]))
def test_the_order_of_rows_changes_no_headline(figures: list[bps.Observation]) -> None:
    """Which figure is the headline depends on the figures alone, not on the order they stand in."""
    assert indicator(*figures).observation() == BEIJING


def test_the_headline_speaks_for_the_indicator() -> None:
    """Value, period and printed figure of an indicator are those of its headline; its quantity has the unit."""
    assert (PM.value, PM.period, PM.printed) == (30.5, "2024", "30.5微克/米3")
    assert PM.quantity == PM.observation().quantity
    assert PM.quantity.to("gram / meter ** 3").magnitude == pytest.approx(30.5e-6)


@pytest.mark.parametrize(
    ("id", "value", "bound"),
    [
        ("environment.pm2_5_annual_mean", 30.5, "exact"),  # Tianjin 38 and Hebei 37.8 stand beside it
        ("environment.pm2_5_annual_mean_fixed_base_growth", -65.9, "exact"),  # over -60 in each of three places
        ("public_safety.large_event_permit_approval_time", 3, "exact"),  # it had been 7
        ("infrastructure.fixed_asset_investment", 900_000_000_000, "gt"),
    ],
)
def test_the_headlines_of_the_report(id: IndicatorId, value: float, bound: str) -> None:
    """Of several printed figures the headline is the city's latest and most exact one."""
    headline = bps.get_indicator(id).observation()
    assert (headline.value, headline.bound) == (value, bound)


@pytest.mark.parametrize(
    ("id", "value", "why"),
    [
        ("environment.environmental_monitoring_data_sharing_rate", 61.3, {"area": "X-JJJ"}),
        ("infrastructure.cycle_lanes_added_length", 50, {"area": "CN-BJ.sub_centre"}),
        ("infrastructure.ageing_pipelines_renovated_length", 60_000, {"status": "target", "bound": "about"}),
    ],
)
def test_a_sole_figure_is_the_headline(id: IndicatorId, value: float, why: dict[str, str]) -> None:
    """Where there is one figure there is nothing to choose, be it of another place, a target or a bound."""
    headline = bps.get_indicator(id).observation()
    assert headline.value == value
    assert {name: getattr(headline, name) for name in why} == why


def test_a_sole_figure_needs_none_of_the_rule() -> None:
    """The only figure is the headline even where every part of the rule speaks against it."""
    sole = figure(area="CN-TJ", category="robbery", period="..", status="target", source=YEARBOOK, bound="about")
    assert indicator(sole).observation() == sole


@pytest.mark.parametrize(("area", "value"), [("CN-BJ", 30.5), ("CN-TJ", 38), ("CN-HE", 37.8)])
def test_an_area_is_chosen(area: str, value: float) -> None:
    """Each place has its own figure of one indicator."""
    assert PM.observation(area=area).value == value


@pytest.mark.parametrize(("period", "value"), [("..", 6.32), ("2024", 6.08)])
def test_a_period_is_chosen(period: str, value: float) -> None:
    """The earlier and the later value of a fall are told apart by their period, the undated one by `..`."""
    assert TRAFFIC.observation(area="CN-BJ.central_urban_area", period=period).value == value


def test_of_an_area_the_latest_figure_is_taken() -> None:
    """What is not asked for is that of the headline: of a part of the city the latest figure."""
    assert TRAFFIC.observation(area="CN-BJ.central_urban_area").value == 6.08


@pytest.mark.parametrize(
    ("category", "value", "bound"),
    [
        ("software_and_information_services", 14417, "exact"),
        ("senior_technician", 12529, "exact"),  # printed as over 10000 too
        ("intermediate_skilled_worker", 10688, "exact"),
        ("low_altitude_aircraft_designer", 26000, "gt"),
    ],
)
def test_a_category_is_chosen(category: str, value: float, bound: str) -> None:
    """Of an item of a breakdown the exact figure is taken before the bound that is printed beside it."""
    chosen = PAY.observation(category=category)
    assert (chosen.value, chosen.bound) == (value, bound)
    assert PAY.observation(area="CN-BJ", period="2024-Q4", category=category) == chosen


def test_an_empty_category_asks_for_the_whole() -> None:
    """The category `""` asks for the figure without a breakdown, whatever else there is."""
    part = figure(value=2, area="CN-TJ", category="robbery")
    whole = figure(value=1, area="CN-TJ")
    assert indicator(part, whole).observation(area="CN-TJ", category="") == whole


@pytest.mark.parametrize("asked", [{"area": "CN-HE.xx"}, {"period": "1999"}, {"category": "robbery"}, {"area": ""}])
def test_what_is_not_there_is_refused(asked: dict[str, str]) -> None:
    """Where no figure is of what was asked, the error repeats the question and lists what there is."""
    with pytest.raises(bps.UnknownObservationError) as caught:
        PM.observation(**asked)
    ((name, text),) = asked.items()
    assert f"{name}={text!r}" in str(caught.value)
    assert PM.id in str(caught.value)
    assert all(area in str(caught.value) for area in ("CN-BJ", "CN-TJ", "CN-HE"))


def test_each_part_of_a_question_counts() -> None:
    """A place and a period that both exist, but not together, are no figure."""
    first, second = figure(area="CN-TJ", period="2023"), figure(area="CN-HE", period="2024")
    with pytest.raises(bps.UnknownObservationError, match=r"area='CN-TJ', period='2024'"):
        indicator(first, second).observation(area="CN-TJ", period="2024")


def test_without_figures_there_is_no_headline() -> None:
    """An indicator that nothing was printed for has no value."""
    with pytest.raises(bps.UnknownObservationError):
        _ = indicator().value


@pytest.mark.parametrize("of", ["value", "quantity", "period", "printed"])
def test_a_breakdown_has_no_headline(of: str) -> None:
    """Where only parts are printed, each of them is listed, as category, period and printed figure, to choose from."""
    with pytest.raises(bps.AmbiguousObservationError) as caught:
        getattr(PAY, of)
    choices = str(caught.value)
    assert PAY.id in choices
    for category, printed in (
        ("software_and_information_services", "14417元"),
        ("science_and_technology_services", "12791元"),
        ("professional_services", "11915元"),
        ("intelligent_high_end_manufacturing", "13459元"),
        ("aircraft_automatic_control_algorithm_engineer", "29435元"),
        ("uav_flight_technology_engineer", "超过了26000元"),
    ):
        assert f"area='CN-BJ', period='2024-Q4', category={category!r} ({printed})" in choices


def test_other_places_alone_have_no_headline() -> None:
    """Where figures are printed for other places only, the choice between them is left to the reader."""
    with pytest.raises(bps.AmbiguousObservationError) as caught:
        indicator(figure(area="CN-TJ", printed="38"), figure(area="CN-HE", printed="37.8")).observation()
    assert "area='CN-TJ', period='2024' (38)" in str(caught.value)
    assert "area='CN-HE', period='2024' (37.8)" in str(caught.value)


def test_two_equal_claims_are_not_settled_by_chance() -> None:
    """Two figures that the rule cannot tell apart are both offered, and those it has ruled out are not."""
    tied = figure(value=1, printed="甲"), figure(value=2, printed="乙"), figure(value=3, period="2023", printed="丙")
    with pytest.raises(bps.AmbiguousObservationError) as caught:
        indicator(*tied).observation()
    assert "甲" in str(caught.value)
    assert "乙" in str(caught.value)
    assert "丙" not in str(caught.value)


def test_a_missing_figure_is_a_lookup_error() -> None:
    """Who catches the built-in `LookupError` catches both, the figure that is not there and the one that is several."""
    with pytest.raises(LookupError):
        PM.observation(period="1999")
    with pytest.raises(LookupError):
        _ = PAY.value


def test_an_indicator_without_a_figure_says_so() -> None:
    """The error does not list figures that are not there."""
    with pytest.raises(bps.UnknownObservationError, match="has no observation at all"):
        bps.get_indicator("environment.pm2_5_annual_mean").__replace__(observations=()).observation()
