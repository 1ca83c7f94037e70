"""Laws of the frame: one row a figure, one type a column, and a plain word where pandas is missing."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Literal

import pandas as pd
import pytest

import beijing_public_services as bps

if TYPE_CHECKING:
    from collections.abc import Iterable

COLUMNS = [
    "indicator", "area", "period", "dimension", "category", "value", "bound", "status", "base_kind", "base_period",
    "base_area", "price_basis", "printed", "locator", "note", "domain", "topic", "name_zh", "name_en", "unit",
    "measure", "timing", "source", "disputed", "disputed_by", "disputed_printed",
    "questioned", "questioned_by", "questioned_printed", "period_start", "period_end", "year", "frequency", "is_break",
]  # fmt: skip
PM: Literal["environment.pm2_5_annual_mean"] = "environment.pm2_5_annual_mean"
PAY: Literal["employment_social_security.median_monthly_pay"] = "employment_social_security.median_monthly_pay"


def test_a_frame_has_one_row_a_figure() -> None:
    """Every observation is one row, found by its id, in the order of the package."""
    frame = bps.to_frame()
    assert frame.index.name == "id"
    assert frame.index.is_unique
    assert list(frame.index) == [each.id for each in bps.bundled().observations]


@pytest.mark.parametrize("indicators", [None, [PM], []])
def test_the_columns_are_always_the_same(indicators: list[str] | None) -> None:
    """A frame has the columns of a figure, of its indicator, its source and who disputes it, however many its rows."""
    assert list(bps.to_frame(indicators).columns) == COLUMNS


def test_values_are_numbers_and_all_else_is_text() -> None:
    """The value is a float, the year a whole number, ends are dates, flags truth values, and all other cells text."""
    frame = bps.to_frame()
    flags, ends = ["disputed", "questioned", "is_break"], ["period_start", "period_end"]
    texts = frame.drop(columns=["value", "year", *flags, *ends])
    assert frame["value"].dtype == "float64"
    assert frame["year"].dtype == "Int64"
    assert {str(frame[name].dtype) for name in flags} == {"bool"}
    assert {str(frame[name].dtype) for name in ends} == {"datetime64[s]"}
    assert not texts.isna().any(axis=None)
    assert {type(cell) for column in texts for cell in texts[column]} == {str}
    assert all(pd.api.types.is_string_dtype(texts[column]) for column in texts)


def test_a_row_says_who_disputes_it() -> None:
    """Where another publication prints something else the row names it and what it prints, and nowhere else."""
    frame = bps.to_frame()
    disputed = frame[frame["disputed"]]
    figures = {each.id: each for each in bps.bundled().observations}
    assert set(disputed.index) == {each.id for each in figures.values() if each.disputed}
    for name, row in disputed.iterrows():
        others = figures[str(name)].disputes
        assert row["disputed_by"].split() == [each.source.id for each in others]
        assert row["disputed_printed"].split("; ") == [each.printed for each in others]
    assert set(frame.loc[~frame["disputed"], "disputed_by"]) == {""}
    assert set(frame.loc[~frame["disputed"], "disputed_printed"]) == {""}


def test_a_row_says_when_its_figure_holds_and_whether_it_compares() -> None:
    """First and last day, year and kind of period are those of the period; an open end or several years are missing."""
    frame = bps.to_frame()
    quarter = frame.loc[
        "employment_social_security.urban_surveyed_unemployment_rate:CN-BJ:2020-Q1:beijing_daily_economy_2020"
    ]
    assert (str(quarter["period_start"].date()), str(quarter["period_end"].date())) == ("2020-01-01", "2020-03-31")
    assert (quarter["year"], quarter["frequency"]) == (2020, "quarter")
    undated = frame[frame["period"] == ".."]
    assert undated["period_start"].isna().all()
    assert undated["year"].isna().all()
    assert set(undated["frequency"]) == {"undated"}
    means = frame[(frame["indicator"] == PM) & (frame["area"] == "CN-BJ") & frame["is_break"]]
    assert list(means["year"]) == [2019]


@pytest.mark.parametrize("indicators", [[PM], []])
def test_a_smaller_frame_has_the_same_types(indicators: list[str]) -> None:
    """The type of a column, or of the index, does not depend on how many rows there are, so that frames join."""
    some, all_ = bps.to_frame(indicators), bps.to_frame()
    assert some.dtypes.to_dict() == all_.dtypes.to_dict()
    assert some.index.dtype == all_.index.dtype


def test_a_row_says_all_of_its_figure() -> None:
    """A row holds the figure the report prints, with what it is measured in, relative to, and taken from."""
    row = bps.to_frame([f"{PM}_fixed_base_growth"]).query("area == 'CN-BJ' and bound == 'exact'").iloc[0]
    expected = {
        "value": -65.9, "unit": "percent", "period": "2024", "measure": "growth", "base_kind": "fixed_year",
        "base_period": "2013", "base_area": "", "category": "", "printed": "下降65.9%", "locator": "s6.1.1.p1",
        "source": "report", "domain": "environment", "status": "actual",
    }  # fmt: skip
    assert row[list(expected)].to_dict() == expected


def test_a_breakdown_is_told_by_its_category() -> None:
    """The rows of a breakdown differ by dimension and category."""
    pay = bps.to_frame([PAY]).query("bound == 'exact'").set_index(["dimension", "category"])["value"]
    assert pay["industry", "professional_services"] == 11915
    assert pay["occupation", "aircraft_automatic_control_algorithm_engineer"] == 29435
    assert pay["skill_grade", "technician"] == 11384


def test_a_part_is_chosen_by_id_or_by_value() -> None:
    """Indicators are chosen by their ids, as values, or both, from any iterable, and come in the order asked for."""
    pay, pm = bps.get_indicator(PAY), bps.get_indicator(PM)
    expected = [*pay.observations, *pm.observations]
    asked_for: list[Iterable[bps.Indicator | str]] = [[PAY, PM], (pay, PM), iter((PAY, pm)), {pay: 1, pm: 2}]
    for asked in asked_for:
        frame = bps.to_frame(asked)
        assert list(frame.index) == [each.id for each in expected]
        assert list(frame["value"]) == [each.value for each in expected]


def test_a_domain_is_a_frame() -> None:
    """What `by_domain` and `search` give can be made a frame of."""
    assert set(bps.to_frame(bps.by_domain("environment"))["domain"]) == {"environment"}
    assert PM in set(bps.to_frame(bps.search("细颗粒物"))["indicator"])


def test_the_frame_is_the_callers_own() -> None:
    """A frame may be changed; the next one, and the package, are as before."""
    frame = bps.to_frame([PM])
    frame["value"] = 0.0
    assert bps.to_frame([PM])["value"].iloc[0] == 30.5


def test_a_misspelt_id_makes_no_frame() -> None:
    """An unknown id is refused with the nearest, not left out."""
    with pytest.raises(bps.UnknownIndicatorError) as caught:
        bps.to_frame([PM, "environment.pm25_annual_mean"])
    assert caught.value.suggestions[0] == PM


def test_without_pandas_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where pandas is not installed, one line says what asked for it and how to install it."""
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(bps.MissingExtraError) as caught:
        bps.to_frame()
    assert isinstance(caught.value, ImportError)
    assert (caught.value.feature, caught.value.extra) == ("to_frame", "pandas")
    assert str(caught.value) == "to_frame needs an extra: pip install 'beijing-public-services[pandas]'"
