"""Laws of the frame: one row a figure, one type a column, and a plain word where pandas is missing."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pandas as pd
import pyarrow as pa
import pytest
from tests.support.checkout import DOCS

import beijing_public_services as bps
from beijing_public_services._install import install_command

if TYPE_CHECKING:
    from collections.abc import Iterable

FORMER = {"name_zh": "indicator_zh", "name_en": "indicator_en"}
PM: Literal["environment.pm2_5_annual_mean"] = "environment.pm2_5_annual_mean"
PAY: Literal["employment_social_security.median_monthly_pay"] = "employment_social_security.median_monthly_pay"


def test_a_frame_has_one_row_a_figure() -> None:
    """Every observation is one row, found by its id, in the order of the package."""
    frame = bps.to_frame()
    assert frame.index.name == "id"
    assert frame.index.is_unique
    assert list(frame.index) == [each.id for each in bps.bundled().observations]


@pytest.mark.parametrize("indicators", [None, [PM], []])
def test_the_columns_are_those_of_every_export(indicators: list[str] | None) -> None:
    """A frame has the columns of an Arrow table, `id` as its index, then two former names, however many its rows."""
    frame = bps.to_frame(indicators)
    assert [frame.index.name, *frame.columns] == [*bps.to_arrow(indicators).column_names, *FORMER]


def test_a_frame_holds_the_cells_of_an_arrow_table() -> None:
    """Row by row a frame and an Arrow table say the same, and both leave the same cells empty."""
    frame = bps.to_frame().reset_index()
    for name, cells in bps.to_arrow().to_pydict().items():
        found = [None if pd.isna(each) else each for each in frame[name]]
        assert [each.date() if isinstance(each, pd.Timestamp) else each for each in found] == cells, name


def test_each_column_has_the_type_that_the_page_gives() -> None:
    """The page of columns names for each column the type that it has in pandas and in Arrow."""
    page = (DOCS / "columns.md").read_text(encoding="utf-8")
    table = page.partition("\n## The table of figures\n")[2].partition("\n## ")[0]
    rows = [line.strip("| ").split(" | ") for line in table.splitlines() if line.startswith("| `")]
    frame, arrow = bps.to_frame(), bps.to_arrow()
    types = {"id": frame.index.dtype} | frame.dtypes.to_dict()
    found = {field.name: [str(types[field.name]), field.type] for field in arrow.schema}
    documented = {name.strip("`"): [dtype, pa.type_for_alias(alias)] for name, _, dtype, alias, _ in rows}
    assert found == documented


def test_every_type_has_a_place_for_what_is_missing() -> None:
    """Numbers and flags that may be missing are nullable, and shared texts are categories in the order of the rows."""
    frame = bps.to_frame()
    assert frame["category"].isna().any()
    assert frame["upper"].isna().any()
    assert [str(frame[name].dtype) for name in ("upper", "lower_closed", "year")] == ["Float64", "boolean", "Int64"]
    assert list(frame["domain"].cat.categories) == [each.id for each in bps.domains()]


def test_former_names_hold_the_same() -> None:
    """A column under a former name holds what stands under its present name."""
    frame = bps.to_frame()
    for former, name in FORMER.items():
        assert frame[former].tolist() == frame[name].tolist()


def test_a_frame_says_what_it_is_from() -> None:
    """The attributes of a frame name the release, its licence and how to cite it, as `cite` does in APA."""
    for frame in (bps.to_frame(), bps.to_frame([PM]), bps.to_frame(domain="environment")):
        assert (frame.attrs["data_package"], frame.attrs["data_version"]) == (
            "beijing-public-services",
            bps.data_version,
        )
        assert frame.attrs["sha256"] == bps.data_sha256
        assert (frame.attrs["licence"], frame.attrs["licence_url"]) == (
            "CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/",
        )  # fmt: skip
        assert bps.cite().text("apa").startswith(frame.attrs["citation"])
        assert frame.attrs["citation"].endswith(bps.bundled().descriptor["homepage"])


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
    assert frame.loc[~frame["disputed"], ["disputed_by", "disputed_printed"]].isna().all(axis=None)


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
        "base_period": "2013", "printed": "下降65.9%", "locator": "s6.1.1.p1",
        "source": "report", "domain": "environment", "status": "actual",
    }  # fmt: skip
    assert row[list(expected)].to_dict() == expected
    assert row[["base_area", "category", "price_basis", "note"]].isna().all()


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
    """A frame of a domain has its figures alone; what `by_domain` and `search` give can be made a frame of too."""
    frame = bps.to_frame(domain="environment")
    pd.testing.assert_frame_equal(frame, bps.to_frame(bps.by_domain("environment")))
    assert set(frame["domain"]) == {"environment"}
    assert list(bps.to_frame([PM, PAY], domain="environment").index) == list(bps.to_frame(PM).index)
    assert bps.to_arrow(domain="environment")["id"].to_pylist() == list(frame.index)
    with pytest.raises(bps.UnknownDomainError):
        bps.to_frame(domain="enviroment")
    assert PM in set(bps.to_frame(bps.search("细颗粒物"))["indicator"])


@pytest.mark.parametrize("indicators", [None, [PM]])
def test_the_frame_is_the_callers_own(indicators: list[str] | None) -> None:
    """A frame may be changed, cell by cell too; the next one, and the package, are as before."""
    before = bps.to_frame(indicators)
    frame = bps.to_frame(indicators)
    frame.loc[:, "value"] = 0.0
    frame.loc[frame.index[0], "bound"] = "gt"
    frame.attrs["licence"] = "none"
    pd.testing.assert_frame_equal(bps.to_frame(indicators), before)
    assert bps.to_frame(indicators).attrs == before.attrs


def test_another_package_is_a_frame(package_copy: Path) -> None:
    """A frame of another package has its figures, and says that it is from it."""
    descriptor = json.loads((package_copy / "datapackage.json").read_bytes()) | {"version": "9.9.9"}
    del descriptor["licenses"], descriptor["contributors"]
    (package_copy / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
    package = bps.load(package_copy)
    frame = bps.to_frame([PM], package=package)
    assert list(frame.index) == list(bps.to_frame([PM]).index)
    assert set(frame["data_version"]) == {"9.9.9"}
    assert (frame.attrs["data_version"], frame.attrs["licence"]) == ("9.9.9", "")
    assert frame.attrs["citation"].startswith("(2026). Beijing public services (Version 9.9.9) [Data set].")
    of_value = bps.to_frame(package.indicator(PM))
    assert set(of_value["data_version"]) == {"9.9.9"}
    assert set(bps.to_arrow(package.by_domain("environment"))["data_version"].to_pylist()) == {"9.9.9"}


def test_a_package_without_figures_is_a_frame(tmp_path: Path) -> None:
    """A package just begun gives a frame without rows that has every column and its type."""
    bps.new_package(tmp_path / "begun", name="begun", title="Begun", source="A report")
    frame = bps.to_frame(package=bps.load(tmp_path / "begun"))
    assert frame.shape == (0, bps.to_frame().shape[1])
    assert {str(each) for each in frame.dtypes} == {str(each) for each in bps.to_frame().dtypes}


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
    assert str(caught.value) == f"to_frame needs an extra: {install_command('pandas')}"
