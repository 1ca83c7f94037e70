"""Laws of building values from tables: they hold what the tables say, are built once, and need few rows of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from beijing_public_services.datapackage.loader import MOST_PARTS, Builder, build
from beijing_public_services.datapackage.tables import Tables, bundled_tables, released_tables

if TYPE_CHECKING:
    from collections.abc import Callable

    import beijing_public_services as bps

PM = "environment.pm2_5_annual_mean"
DEFINITIONS = ("person = [person]",)


@pytest.fixture(scope="module")
def package() -> bps.DataPackage:
    """The bundled package, built anew."""
    return Builder(bundled_tables(), DEFINITIONS).package()


@pytest.mark.parametrize("said", [{"name": "figures", "version": "1.2.3", "headline_area": "CN-TJ"}, {}])
def test_a_package_has_what_its_descriptor_says(said: dict[str, str]) -> None:
    """Name, version and headline area are those of the descriptor, empty if it has none; units are those given."""
    tables = Tables(descriptor=said, by_name={}, sha256="0" * 64)
    package = Builder(tables, DEFINITIONS).package()
    assert [package.name, package.version, package.headline_area] == ([*said.values()] or [""] * 3)
    assert (package.unit_registry, package.tables, package.sha256) == (DEFINITIONS, tables, tables.sha256)
    assert package.breaks == package.observations == ()


def test_a_package_that_is_built_has_the_units_of_its_descriptor() -> None:
    """The units of a package on disk are not those of the library."""
    tables = bundled_tables()
    definitions = [*tables.descriptor["unit_registry"], "soul = person"]
    changed = tables.replace(descriptor=tables.descriptor | {"unit_registry": definitions})
    assert build(changed).unit_registry == tuple(definitions)


def test_the_package_that_is_shipped_has_its_whole_descriptor() -> None:
    """Built from tables whose descriptor is not read, the bundled package still has all of its descriptor."""
    package = Builder(released_tables(), None).package()
    assert (package.descriptor, package.tables) == (bundled_tables().descriptor, bundled_tables())


@pytest.mark.parametrize(
    "ask",
    [
        lambda builder: builder.records("sources"),
        lambda builder: builder._about_observations("anomalies"),
        lambda builder: builder._statements(),
        lambda builder: builder._breaks(),
        lambda builder: builder._grouped("observations", "indicator"),
        lambda builder: builder._measured(PM),
    ],
)
def test_what_was_built_is_kept(ask: Callable[[Builder], Any]) -> None:
    """What is asked for twice is built once."""
    builder = Builder(bundled_tables(), None)
    assert ask(builder) is ask(builder)


def test_few_figures_are_read_alone_and_many_with_their_table() -> None:
    """The figures of a few indicators do not need the whole table; those of one more read it."""
    tables = released_tables()
    builder = Builder(tables, None)
    indicators = builder.package().indicators
    few = [figure for each in indicators[:MOST_PARTS] for figure in each.observations]
    assert "observations" not in tables.by_name
    assert indicators[MOST_PARTS].observations
    assert "observations" in tables.by_name
    assert [figure.source.id for figure in few] == [builder.built["sources of observations"][each.id] for each in few]
    assert "sources" not in tables.by_name
    assert builder.built["lines of sources"]["asked"] == 1


def test_an_indicator_may_have_no_figures() -> None:
    """An indicator that no row of the table names has no figures."""
    tables = bundled_tables()
    bare = tables.replaced(observations=tables["observations"].with_rows([]))
    assert {each.observations for each in Builder(bare, None).package().indicators} == {()}


def test_sources_that_were_read_are_not_read_alone() -> None:
    """Once all sources are built, a figure has one of these."""
    builder = Builder(released_tables(), None)
    sources = builder.records("sources")
    figure = builder.package().indicator(PM).observations[0]
    assert figure.source is sources[figure.source.id]


@pytest.mark.parametrize("name", ["mentions", "cross_checks", "anomalies"])
def test_a_figure_has_the_records_that_name_it(package: bps.DataPackage, name: str) -> None:
    """The records about a figure are all that name it, in the order of their table."""
    records = package._context.records(name).values()  # type: ignore[attr-defined]
    assert records
    for figure in package.observations:
        assert getattr(figure, name) == tuple(each for each in records if each.observation == figure.id)


def test_an_indicator_has_the_statements_that_list_it(package: bps.DataPackage) -> None:
    """The statements of an indicator are all that list it, in the order of their table."""
    for indicator in package.indicators:
        assert indicator.statements == tuple(each for each in package.statements if indicator.id in each.indicators)


def test_a_figure_has_the_breaks_of_its_series(package: bps.DataPackage) -> None:
    """The breaks of a figure are those of its indicator and area in its period."""
    assert package.breaks
    for figure in package.observations:
        series = tuple(
            each for each in package.breaks if (each.indicator, each.area) == (figure.indicator, figure.area)
        )
        assert figure._series_breaks == series
        assert figure.breaks == tuple(each for each in series if each.period == figure.period)


def test_a_figure_has_the_level_the_report_and_the_unit_of_its_package(package: bps.DataPackage) -> None:
    """A change finds the figure that it is a change of, the report that prints it, and what its unit is made of."""
    (level, *_), (change, *_) = (package.indicator(id_).observations for id_ in (PM, f"{PM}_growth"))
    assert (level.area, level.period) == (change.area, change.period)
    assert change._level == level
    assert change._report == package.sources[0]
    assert level._measured is not None
    assert level._setting is not None
    assert (level._measured.definitions, level._measured.expression) == (DEFINITIONS, "microgram / meter ** 3")
    assert level._setting.indicator == PM
    assert level.unit == package.indicator(PM).unit
    assert {each._headline_area for each in package.indicators} == {package.headline_area}
