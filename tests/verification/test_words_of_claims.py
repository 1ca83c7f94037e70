"""The words of a claim about one indicator: each chooses the figure, is understood, or leaves the claim open."""

from __future__ import annotations

import pytest

import beijing_public_services as bps

PM2_5, GROWTH, SINCE = (
    f"environment.pm2_5_annual_mean{end}" for end in ("", "_growth", "_fixed_base_growth")
)  # 30.5 µg/m3; 6.2 % less than in 2023; over 60 % less than in 2013


@pytest.mark.parametrize(
    ("indicator", "claim"),
    [
        (GROWTH, "down 6.2% over 2023"),
        (GROWTH, "down 6.2% on last year"),
        (GROWTH, "down 6.2% since last year"),
        (GROWTH, "down 6.2% year on year"),
        (GROWTH, "比上年下降6.2%"),
        (GROWTH, "in 2014: down 4% on 2013"),
        (SINCE, "down over 60% since 2013"),
        (SINCE, "2013年以来下降超六成"),
    ],
)
def test_a_change_is_held_against_that_from_the_base_that_is_named(indicator: str, claim: str) -> None:
    """A claim that names the base of the published change is judged."""
    assert bps.verify(indicator, claim, package=bps.bundled()).status == "match"


@pytest.mark.parametrize(
    ("indicator", "claim", "word"),
    [
        (GROWTH, "down 6.2% since 2013", "2013"),
        (GROWTH, "down 6.2% over January 2023", "January 2023"),
        (GROWTH, "down 6.2% over the previous month", "previous month"),
        (GROWTH, "2013年以来下降6.2%", "2013年"),
        (GROWTH, "前年以来下降6.2%", "前年"),
        (GROWTH, "去年3月以来下降6.2%", "去年3月"),
        (GROWTH, "in 2014: down 4% on 2012", "2012"),
        (SINCE, "down over 60% since 2014", "2014"),
        (SINCE, "down over 60% on last year", "on last year"),
        (SINCE, "同比下降超六成", "同比"),
        (PM2_5, "30.5 µg/m3 since 2013", "2013"),
        (PM2_5, "30.5 µg/m3 year on year", "year on year"),
    ],
)
def test_a_change_from_another_base_is_left_open(indicator: str, claim: str, word: str) -> None:
    """A claim that names another base than the published change has is not judged, and the verdict names the base."""
    verdict = bps.verify(indicator, claim, package=bps.bundled())
    assert (verdict.status, verdict.reason, verdict.detail) == ("cannot_verify", "not_understood", f"found {word!r}")


@pytest.mark.parametrize(
    ("indicator", "claim", "status"),
    [
        (GROWTH, "growth rate -6.2%", "match"),
        (GROWTH, "growth 6.2%", "mismatch"),
        (GROWTH, "growth in Beijing: 6.2%", "mismatch"),
        (GROWTH, "PM2.5降幅6.2%", "match"),
        (GROWTH, "the decrease in PM2.5 was 6.2%", "match"),
        (GROWTH, "PM2.5 fell, in Beijing, 6.2%", "match"),
        (GROWTH, "PM2.5 rose, in Beijing, by 6.2%", "mismatch"),
        (GROWTH, "PM2.5 improved, in Beijing, by 6.2%", "match"),
        (GROWTH, "improved by 6.2%", "match"),
        (GROWTH, "6.2% lower", "match"),
        (GROWTH, "6.2% higher", "mismatch"),
        (GROWTH, "下降，北京超过6%", "consistent"),
        (GROWTH, "下降，北京超过7%", "mismatch"),
        (GROWTH, "下降，北京超过0%", "consistent"),
        (GROWTH, "fell by 5%-7%", "consistent"),
        (GROWTH, "下降，北京5%至7%", "consistent"),
        (GROWTH, "下降，北京7%至8%", "mismatch"),
        (GROWTH, "rose by 5%-7%", "mismatch"),
        (GROWTH, "下降0%", "mismatch"),
        ("science_technology.technology_contract_value_growth", "improved by 7.2%", "match"),
        ("science_technology.technology_contract_value_growth", "rose, in Beijing, 7.2%", "match"),
    ],
)
def test_a_word_of_motion_gives_a_change_its_sign(indicator: str, claim: str, status: str) -> None:
    """A change is a fall where a word beside or apart from the figure says so, also at the ends of a range."""
    assert bps.verify(indicator, claim, package=bps.bundled()).status == status


@pytest.mark.parametrize(
    ("claim", "word"),
    [
        ("30.5 µg/m3 lower", "lower"),
        ("30.5 µg/m3 drop", "drop"),
        ("30–31 µg/m3 lower", "lower"),
        ("drop: 30.5 µg/m3", "drop"),
        ("the drop reached 30.5 µg/m3", "drop"),
        ("an increase, in Beijing, of 30.5 µg/m3", "increase"),
        ("a drop, 30.5 µg/m3, to 2024", "drop"),
        ("PM2.5 fell, in Beijing, by 30.5", "fell"),
        ("30.5微克/立方米的下降", "下降"),
        ("30.5微克/立方米下降", "下降"),
        ("fell by 30.5 µg/m3 in Beijing", "fell by 30.5 µg/m3"),
        ("占比30.5微克/立方米", "占比"),
        ("growth, in Beijing: 30.5 µg/m3", "growth"),
        ("rank: 30.5", "rank"),
    ],
)
def test_a_change_is_no_level(claim: str, word: str) -> None:
    """A change, a share or a rank is not judged as the level itself, and the verdict names the word that says so."""
    verdict = bps.verify(PM2_5, claim, package=bps.bundled())
    assert (verdict.status, verdict.detail) == ("cannot_verify", f"found {word!r}"), verdict.sentence


@pytest.mark.parametrize(
    ("indicator", "claim"),
    [
        (PM2_5, "fell to 30.5 µg/m3"),
        (PM2_5, "PM2.5 fell in Beijing, to 30.5 µg/m3"),
        (PM2_5, "PM2.5 fell and reached 30.5 µg/m3"),
        (PM2_5, "PM2.5下降到30.5微克/立方米"),
        (PM2_5, "PM2.5持续下降，为30.5微克/立方米"),
        ("environment.green_electricity_share", "绿电占比超过26%"),
        ("science_technology.global_innovation_hubs_index_rank", "排名：第三"),
        (PM2_5, "30.5 µg/m3 in the city"),
        ("infrastructure.country_parks_built", "15 parks in Beijing"),
        (PM2_5, "全市30.5微克/立方米"),
        ("infrastructure.peak_hour_road_traffic_index", "6.08 in Beijing in 2024"),
    ],
)
def test_a_level_that_something_moved_to_is_one(indicator: str, claim: str) -> None:
    """What something fell or rose to is judged as a level, and so is a share of a share; the city is the capital."""
    assert bps.verify(indicator, claim, package=bps.bundled()).status == "match"


@pytest.mark.parametrize(
    "word",
    ["last year", "this year", "next year", "in Q3", "in Q3 of 2024", "明年", "in the first half of 2024", "in March"],
)
def test_a_time_that_is_no_year_of_the_package_leaves_a_claim_open(word: str) -> None:
    """A time that means another year on another day, or a part of a year that has no figure, chooses none."""
    verdict = bps.verify(PM2_5, f"30.5 µg/m3 {word}", package=bps.bundled())
    assert (verdict.status, verdict.reason) == ("cannot_verify", "not_understood")


def test_an_improvement_of_what_may_be_better_high_or_low_is_left_open() -> None:
    """Whether an improvement is a rise or a fall is known of a measure that has a level, and of a negative value."""
    indicator = "environment.auto_repair_green_rate_growth"
    verdicts = [bps.verify(indicator, f"{word} by 12.6%", package=bps.bundled()) for word in ("improved", "rose")]
    assert [(each.status, each.detail) for each in verdicts] == [
        ("cannot_verify", "found 'improved by 12.6%'"),
        ("match", ""),
    ]


@pytest.mark.parametrize(
    ("claim", "reason"),
    [("down 6.2% on 2013 in 1990", "no_figure"), ("down 6.2% on 2013 in Shanghai", "not_understood")],
)
def test_a_base_matters_only_where_there_is_a_figure(claim: str, reason: str) -> None:
    """A claim with a base about a place or year without a figure says so."""
    assert bps.verify(GROWTH, claim, package=bps.bundled()).reason == reason


@pytest.mark.parametrize(
    ("claim", "chosen", "status"),
    [
        ("down 6.2% since 2013 in Tianjin", {}, "match"),
        ("down 6.2% since 2013 in Beijing", {}, "cannot_verify"),
        ("down 6.2% since 2013", {"area": "CN-TJ"}, "match"),
        ("down 6.2% since 2012", {"area": "CN-BJ", "category": "cars"}, "match"),
        ("down 6.2% since 2013", {"area": "CN-BJ", "category": "cars"}, "cannot_verify"),
    ],
)
def test_the_base_is_that_of_the_figure_of_the_area_and_category(
    claim: str, chosen: dict[str, str], status: str
) -> None:
    """A base that is named is compared with that of the one figure that words and arguments choose."""
    indicator = bps.get_indicator("environment.pm2_5_annual_mean_growth")
    figure = indicator.observation()
    tianjin = figure.__replace__(area="CN-TJ", base_kind="fixed_year", base_period="2013")
    cars = figure.__replace__(category="cars", base_kind="fixed_year", base_period="2012")
    several = indicator.__replace__(observations=(figure, tianjin, cars))
    assert bps.verify(several, claim, package=bps.bundled(), **chosen).status == status
