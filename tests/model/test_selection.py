"""Laws of figures through time and by several publishers: their order, and the one to rely on."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import beijing_public_services as bps
from beijing_public_services.model.selection import by_publisher

PM = bps.get_indicator("environment.pm2_5_annual_mean")
PAY = bps.get_indicator("employment_social_security.median_monthly_pay")
SHARING = bps.get_indicator("environment.environmental_monitoring_data_sharing_rate")
JOBLESS = bps.get_indicator("employment_social_security.urban_surveyed_unemployment_rate")
FIGURE = PM.observation()
CHECK = JOBLESS.observation().cross_checks[0]


def printed_by(id_: str, grade: str = "B", published: str = "2024-01-01", **changes: Any) -> bps.Observation:
    """A figure of another publication for all of Beijing in 2024."""
    source = CHECK.source.__replace__(id=id_, grade=grade, published=published)
    return FIGURE.__replace__(id=f"{FIGURE.id}:{id_}", source=source, locator="", cross_checks=(), **changes)


def check(verdict: str, id_: str, grade: str = "A", published: str = "2025-01-01") -> bps.CrossCheck:
    """What another publication prints for the same figure."""
    source = CHECK.source.__replace__(id=id_, grade=grade, published=published)
    return CHECK.__replace__(verdict=verdict, source=source, printed=f"{id_[-1]}%", value=int(id_[-1]))


ORDERED = [  # each is shown before the next, for one reason alone
    FIGURE,
    FIGURE.__replace__(id="bound", bound="gt"),
    printed_by("official", grade="A", published="2020-01-01"),
    printed_by("official_bound", grade="A", bound="gt"),
    printed_by("later", published="2024-06-01"),
    printed_by("earlier", published="2024"),
    printed_by("a_namesake", published="2023"),
    printed_by("b_namesake", published="2023"),
    printed_by("secondary", grade="C", published="2024-12-31"),
]

CHECKS = [
    check("refines", "a_1", published="2026"),
    check("differs", "b_2", published="2025-01"),
    check("differs", "c_3", published="2025-02"),
    check("differs", "d_4", grade="B", published="2026"),
    check("agrees", "e_5", published="2026"),
]


def test_a_series_is_in_the_order_of_time() -> None:
    """Figures come by period, the report's own with those of others, and the headline stays the report's."""
    series = PM.series()
    assert [each.period for each in series] == [str(year) for year in range(2013, 2026)]
    assert [each.value for each in series] == [89.5, 85.9, 80.6, 73, 58, 51, 42, 38, 33, 30, 32, 30.5, 27]
    assert series[-2] == PM.observation() == FIGURE
    assert PM.value == 30.5


def test_a_gap_stays_a_gap() -> None:
    """No figure stands for a year that no one printed."""
    particles = bps.get_indicator("environment.pm10_annual_mean")
    assert not {"2014", "2019"} & {each.period for each in particles.series()}
    assert all(each in particles.observations for each in particles.series())


def test_a_series_is_of_one_place_and_category() -> None:
    """Area and category choose the series; without a choice it is all of Beijing, or the only one there is."""
    assert {each.area for each in PM.series(area="CN-TJ")} == {"CN-TJ"}
    assert [each.area for each in SHARING.series()] == ["X-JJJ"]
    assert {each.category for each in PAY.series(category="technician")} == {"technician"}
    assert [each.bound for each in PAY.series(category="technician")] == ["exact", "gt"]
    with pytest.raises(bps.AmbiguousObservationError):
        PAY.series()
    with pytest.raises(bps.UnknownObservationError):
        PM.series(area="CN-SH")


def test_a_target_is_no_figure_of_a_series() -> None:
    """What is aimed at has not been: an indicator with a target alone has an empty series."""
    assert bps.get_indicator("infrastructure.ageing_pipelines_renovated_length").series() == ()


def test_an_undated_figure_comes_first() -> None:
    """The earlier value of a fall, which has no date, stands before the later one."""
    traffic = bps.get_indicator("infrastructure.peak_hour_road_traffic_index")
    assert [each.period for each in traffic.series(area="CN-BJ.central_urban_area")] == ["..", "2024", "2025"]


def test_periods_of_different_kinds_are_series_of_their_own() -> None:
    """Years stand apart from quarters, and the report's kind is the default; a kind that no figure has is refused."""
    assert {each.parsed_period.frequency for each in JOBLESS.series()} == {"year"}
    quarters = JOBLESS.series(frequency="quarter")
    assert [each.period for each in quarters] == sorted(each.period for each in quarters)
    assert {each.parsed_period.frequency for each in quarters} == {"quarter"}
    assert {each.parsed_period.frequency for each in bps.get_indicator("infrastructure.parks").series()} == {"day"}
    with pytest.raises(bps.UnknownObservationError, match="frequency='month'; it has: 'year', 'quarter'"):
        JOBLESS.series(frequency="month")


def test_a_series_may_leave_out_grades() -> None:
    """Only publications of the grades asked for stay, and the report's figures whatever its grade."""
    choices: tuple[tuple[bps.Grade, ...], ...] = (("A",), ("A", "B"), ("A", "B", "C"), ())
    for grades in choices:
        series = PM.series(grades=grades)
        assert {each.source.grade for each in series if each.source.kind == "publication"} <= {*grades}
        assert FIGURE in series
    assert PM.series(grades=["A", "B", "C"]) == PM.series()
    assert len(PM.series(grades=("A",))) < len(PM.series(grades=("A", "B"))) < len(PM.series())


def test_a_growth_is_never_computed_across_a_break() -> None:
    """Figures on two sides of a break, or not of one series, have no growth; others have that of their intervals."""
    means = {each.period: each for each in PM.series()}
    assert [each.period for each in PM.series() if each.is_break] == ["2019"]
    assert bps.growth_between(means["2018"], means["2019"]) is None
    assert bps.growth_between(means["2019"], means["2018"]) is None
    assert bps.growth_between(means["2013"], means["2025"]) is None
    assert [each.period for each in bps.breaks_between(means["2013"], means["2025"])] == ["2019"]
    growth = bps.growth_between(means["2024"], means["2025"])
    assert growth is not None
    assert growth.contains("-11.5")
    before = bps.growth_between(means["2013"], means["2018"])
    assert before is not None
    assert before.contains("-43")
    tianjin = PM.series(area="CN-TJ")[-1]
    assert bps.growth_between(tianjin, means["2025"]) is None
    quarter = JOBLESS.series(frequency="quarter")[0]
    assert bps.growth_between(quarter, JOBLESS.observation()) is None


def test_a_break_is_of_one_series_alone() -> None:
    """Every break of the package is at a figure of its own indicator and area, and at no other."""
    marked = {(each.indicator, each.area, each.period) for each in bps.bundled().observations if each.is_break}
    assert marked == {(each.indicator, each.area, each.period) for each in bps.bundled().breaks}


@given(st.permutations(ORDERED))
def test_publishers_of_one_period_stay_in_one_order(figures: list[bps.Observation]) -> None:
    """The report's, then by grade, an exact figure before a bound, the later publication, the id; all of them stay."""
    assert by_publisher(figures) == ORDERED
    assert list(PM.__replace__(observations=tuple(figures)).series()) == ORDERED


def test_a_period_that_only_others_print_has_a_figure() -> None:
    """Where several publications print a period and the report does not, asking for it gives the first of them."""
    figures = [each.__replace__(period="2019") for each in ORDERED if each.source.kind == "publication"]
    indicator = PM.__replace__(observations=(*PM.observations, *reversed(figures)))
    assert indicator.observation(period="2019") == figures[0]


def test_a_later_year_of_another_publisher_is_no_headline() -> None:
    """The headline is the report's, though another publication prints a later year."""
    later = printed_by("yearbook", period="2025")
    assert PM.__replace__(observations=(later, *PM.observations)).observation() == FIGURE


def test_the_best_figure_is_the_official_one_where_it_differs() -> None:
    """For unemployment it is 4.1 % of the statistics bureau, and what was picked and why is said."""
    best = JOBLESS.best()
    assert (best.value, best.bound, best.unit, best.printed, best.period) == (4.1, "exact", "percent", "4.1%", "2024")
    assert best.source == CHECK.source
    assert best.observation == JOBLESS.observation()
    assert best.cross_check == CHECK
    assert all(part in best.reason for part in ("北京市统计局", "grade A", "4.1%", "differs", "5.1%"))


def test_an_official_figure_that_refines_is_the_best() -> None:
    """Where an official publisher prints the same in other words, those words are relied on."""
    best = bps.get_indicator("environment.green_electricity_share").best()
    assert (best.value, best.bound, best.printed) == (26, "exact", "达到26%")
    assert "refines" in best.reason


def test_else_the_best_figure_is_the_reports() -> None:
    """What agrees, or is no official publisher's, or is not there leaves the report's figure."""
    forests = bps.get_indicator("environment.forest_coverage_rate")
    alone = JOBLESS.__replace__(observations=(JOBLESS.observation().__replace__(cross_checks=()),))
    for indicator, said in ((PM, "no official"), (forests, "no official"), (alone, "not been compared")):
        best, figure = indicator.best(), indicator.observation()
        assert (best.value, best.printed, best.source) == (figure.value, figure.printed, figure.source)
        assert best.cross_check is None
        assert said in best.reason


def test_a_paper_that_differs_is_not_relied_on() -> None:
    """Established media that differ make a figure disputed, but the report's stays the best."""
    figure = JOBLESS.observation().__replace__(cross_checks=(check("differs", "paper_4", grade="B"),))
    assert figure.disputed
    assert JOBLESS.__replace__(observations=(figure,)).best().source == figure.source


@given(st.permutations(CHECKS))
def test_of_several_official_figures_one_that_differs_is_picked_then_the_latest(checks: list[bps.CrossCheck]) -> None:
    """Which of several is picked does not depend on their order."""
    figure = JOBLESS.observation().__replace__(cross_checks=tuple(checks))
    assert JOBLESS.__replace__(observations=(figure,)).best().source.id == "c_3"


def test_the_best_of_another_publications_figure_is_that_figure() -> None:
    """For a year that the report does not print it is the publication's, which is said."""
    best = PM.best(period="2013")
    assert (best.value, best.source.id) == (89.5, "beijing_news_air_2013")
    assert "the report has none" in best.reason


def test_a_copy_questions_a_figure_and_disputes_nothing() -> None:
    """What was seen only in a copy makes a figure questioned, not disputed, and is never relied on."""
    copied = check("differs", "copy_4", grade="C")
    copied = copied.__replace__(source=copied.source.__replace__(seen_as="copy"))
    figure = JOBLESS.observation().__replace__(cross_checks=(copied,))
    assert (figure.disputed, figure.disputes) == (False, ())
    assert (figure.questioned, figure.questions) == (True, (copied,))
    assert JOBLESS.__replace__(observations=(figure,)).best().cross_check is None


def test_what_contradicts_a_figure_is_not_relied_on() -> None:
    """A publication that prints the figure of something else disputes it, and the reason of the best figure says so."""
    buses = bps.get_indicator("infrastructure.dedicated_bus_routes_launched")
    assert buses.observation().disputed
    best = buses.best()
    assert (best.value, best.cross_check) == (buses.value, None)
    assert all(part in best.reason for part in ("contradicts", "over 350", "grade A", "running total"))


def test_a_figure_of_another_publication_has_no_place_in_the_report() -> None:
    """Its source is that publication, and a copy is cited without an address."""
    for each in bps.bundled().observations:
        if each.source.kind == "publication":
            assert (each.locator, each.mentions) == ("", ())
            assert each.id.endswith(f":{each.source.id}")
            assert not (each.source.is_copy and each.source.url)
