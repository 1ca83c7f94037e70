"""Laws of figures through time and by several publishers: their order, and the one to rely on."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import beijing_public_services as bps
from beijing_public_services.model.selection import by_publisher

EVIDENCE = Path(__file__).resolve().parents[3] / "shared" / "evidence"
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
    assert [each.period for each in series] == ["2013", "2015", "2017", "2018", "2020", "2021", "2022", "2023", "2024"]
    assert [each.value for each in series] == [89.5, 80.6, 58, 51, 38, 33, 30, 32, 30.5]
    assert series[-1] == PM.observation() == FIGURE
    assert PM.value == 30.5


def test_a_gap_stays_a_gap() -> None:
    """No figure stands for a year that no one printed."""
    assert "2014" not in {each.period for each in PM.series()}
    assert all(each in PM.observations for each in PM.series())


def test_a_series_is_of_one_place_and_category() -> None:
    """Area and category choose the series; without a choice it is all of Beijing, or the only one there is."""
    assert [each.area for each in PM.series(area="CN-TJ")] == ["CN-TJ"]
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
    assert [each.period for each in traffic.series(area="CN-BJ.central_urban_area")] == ["..", "2024"]


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


@pytest.mark.skipif(not EVIDENCE.is_dir(), reason="the evidence is not at hand (../shared/evidence)")
def test_every_year_of_the_evidence_is_a_figure() -> None:
    """Each row of the history of the air is one observation with its own source, printed as given."""
    names = {
        "Good-air days": "good_air_days",
        "NO2 annual mean": "no2_annual_mean",
        "PM10 annual mean": "pm10_annual_mean",
        "PM2.5 annual mean": "pm2_5_annual_mean",
        "SO2 annual mean": "so2_annual_mean",
    }
    units = {"day": "calendar_day"}  # the evidence gives the word, the package the counted noun
    with (EVIDENCE / "air_quality_history.csv").open(encoding="utf-8", newline="") as file:
        rows = [
            (f"environment.{names[each['indicator']]}", each["year"], each["printed"], unit, each["source_url"])
            for each in csv.DictReader(file)
            for unit in [units.get(each["unit"], each["unit"])]
        ]
    held = [
        (each.indicator, each.period, each.printed, each.unit, each.source.url)
        for each in bps.bundled().observations
        if each.source.kind == "publication"
    ]
    assert sorted(held) == sorted(rows)
    assert not any(each.locator for each in bps.bundled().observations if each.source.kind == "publication")
