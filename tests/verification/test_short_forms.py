"""Sentences that say no more than a thing and its figure, and what a figure without a name may be of."""

from __future__ import annotations

import pytest

import beijing_public_services as bps

RAIL = "infrastructure.urban_rail_length"
VEHICLES = "environment.new_energy_vehicles_in_use"
SEWAGE = "environment.sewage_treatment_rate"


@pytest.mark.parametrize(
    ("text", "indicator", "status"),
    [
        ("Beijing's subway is 879 km long in 2024.", RAIL, "match"),
        ("As of 2024 the metro in Beijing was 879 km long.", RAIL, "match"),
        ("Beijing had 879 km of metro lines at the end of 2024.", RAIL, "match"),
        ("Beijing has 700 km of subway.", RAIL, "mismatch"),
        ("北京2024年的地铁有879公里。", RAIL, "match"),
        ("截至2024年底，北京地铁线路全长879公里。", RAIL, "match"),
        ("The Second Ring greenway is 80 km long.", "infrastructure.second_ring_greenway_length", "match"),
        ("In 2024 Beijing had more than 1 million new energy vehicles.", VEHICLES, "match"),
        ("2024年北京新能源汽车超过100万辆。", VEHICLES, "match"),
        ("In 2024, 97.5% of Beijing's sewage was treated.", SEWAGE, "match"),
        ("2024年，北京97.5%的污水得到处理。", SEWAGE, "match"),
    ],
)
def test_a_thing_and_its_figure_are_read_as_the_name_says_it(text: str, indicator: str, status: str) -> None:
    """A length, a number in use and a share are judged if the sentence holds no word more than the name explains."""
    (found,) = bps.verify_text(text)
    assert found.verdict.observation is not None
    assert (found.verdict.observation.indicator, found.verdict.status) == (indicator, status)


@pytest.mark.parametrize(
    "text",
    [
        "Beijing's subway is 700 km long underground.",
        "Line 4 of the subway is 700 km long.",
        "Beijing added 700 km of subway.",
        "Beijing and Tianjin have 1,100 km of subway.",
        "The metro had 43 km.",
        "Beijing's subway: 700 km",
        "Beijing's subway is 700 minutes long.",
        "Beijing sold 1.2 million new energy vehicles in 2024.",
        "In 2024, 80% of Beijing's rural sewage was treated.",
    ],
)
def test_a_word_more_makes_it_another_measure(text: str) -> None:
    """A sentence with a word that the name does not explain, or with another indicator's value, is not judged."""
    assert not bps.verify_text(text)


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("Line 4 of the subway is 50 km long.", RAIL),
        ("北京地铁4号线有50公里。", RAIL),
        ("Of the sewage, 20% was not for treatment.", SEWAGE),
        ("Line 4 of the subway is 50 minutes long.", ""),
        ("The city has 22 million inhabitants.", ""),
    ],
)
def test_a_figure_without_a_name_says_what_may_be_meant(text: str, nearest: str) -> None:
    """The reason names the indicator whose words stand in the sentence if its unit fits the figure."""
    (over,) = bps.verify_text(text).passed_over
    assert (over.reason, over.nearest) == ("no_name", nearest)
    for language, hint in (("en", f"Perhaps {nearest} is meant"), ("zh", f"也许是指 {nearest}")):
        assert (hint in over.explained("en" if language == "en" else "zh")) is bool(nearest)


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("In 2024, PM2.5 fell to 30.5 µg/m³ that year.", ["2024"]),
        ("In 2023 PM2.5 averaged 32 µg/m³ for the year.", ["2023"]),
        ("PM2.5 averaged 32 µg/m³ for the year in 2023.", ["2023"]),
        ("In 2023 PM2.5 was 32 µg/m³; in the same year the forest coverage rate was 44.9%.", ["2023", "2023"]),
        ("2023年PM2.5为32微克/立方米，当年优良天数为271天。", ["2023", "2023"]),
    ],
)
def test_that_year_is_the_one_named_last(text: str, periods: list[str]) -> None:
    """That year, the same year and the year are the year that the sentence names."""
    found = [each.verdict.observation for each in bps.verify_text(text)]
    assert [each.period for each in found if each] == periods
