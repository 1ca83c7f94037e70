"""Laws of comparisons: what a figure is relative to, and the level of the base that a change implies."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from tests.support.editing import tables_copy

import beijing_public_services as bps
from beijing_public_services import Interval, Observation
from beijing_public_services.datapackage.loader import build
from beijing_public_services.model.bases import Base, ImpliedBase

FIGURES = {each.id: each for each in bps.bundled().observations}
DERIVED = [derived for each in FIGURES.values() if (derived := each.implied_base())]
CONTRACTS = "science_technology.technology_contract_value"
RANK = "science_technology.global_innovation_index_cluster_rank"
PM = "environment.pm2_5_annual_mean"
SINCE_2013 = "fixed_base_growth:CN-BJ:2024:vs-2013"
LEAD = "infrastructure.infrastructure_investment_growth_gap:CN-BJ:2024"
SHARE = "infrastructure.infrastructure_investment_share:CN-BJ:2024"
MODELS = "science_technology.filed_large_ai_models_national_share:CN-BJ:2024:nearly"
TRAFFIC = "infrastructure.peak_hour_road_traffic_index"
PERMIT = "public_safety.large_event_permit_approval_time"
CENTRE = "CN-BJ.central_urban_area"

# A change, the year it is since, and for either end of the base the level and the factor at the ends of what they say:
# 9153.25亿 to less than 9153.35亿, grown by at least 7.15 % and less than 7.25 %.
IMPLIED = [
    (f"{CONTRACTS}_growth:CN-BJ:2024", "2023", ("915325000000", "1.0725"), ("915335000000", "1.0715")),
    (f"{PM}_growth:CN-BJ:2024", "2023", ("30.45", "0.9385"), ("30.55", "0.9375")),
    (f"{PM}_{SINCE_2013}", "2013", ("30.45", "0.3415"), ("30.55", "0.3405")),
    (f"environment.pm10_annual_mean_{SINCE_2013}", "2013", ("53.5", "0.5005"), ("54.5", "0.4995")),
    (f"environment.no2_annual_mean_{SINCE_2013}", "2013", ("23.5", "0.4295"), ("24.5", "0.4285")),
    (f"environment.so2_annual_mean_{SINCE_2013}", "2013", ("2.5", "0.1135"), ("3.5", "0.1125")),
]
BASES = [  # id, kind, period, area, indicator
    (f"{CONTRACTS}_growth:CN-BJ:2024", "previous_year", "2023", "CN-BJ", CONTRACTS),
    (f"{PM}_growth:CN-BJ:2024", "previous_year", "2023", "CN-BJ", PM),
    (f"{PM}_fixed_base_growth:CN-TJ:2024:vs-2013:lt", "fixed_year", "2013", "CN-TJ", PM),
    (f"{RANK}_change:CN-BJ:2024", "previous_year", "2023", "CN-BJ", RANK),
    ("infrastructure.urban_rail_length_rank:CN-BJ:2024", "national", "2024", "CN", "infrastructure.urban_rail_length"),
    (MODELS, "national", "2024", "CN", MODELS.partition("_national_share")[0]),
    ("science_technology.nature_index_science_cities_rank:CN-BJ:2024", "global", "2024", "X-WORLD", ""),
    (SHARE, "total", "2024", "CN-BJ", "infrastructure.fixed_asset_investment"),
    ("environment.parks_without_boundaries_share:CN-BJ:2024", "total", "2024", "CN-BJ", "infrastructure.parks"),
    (LEAD, "total_investment", "2024", "CN-BJ", "infrastructure.infrastructure_investment_growth"),
    ("environment.auto_repair_green_rate_growth:CN-BJ:2024", "unstated", "2024", "CN-BJ", ""),
    (f"{TRAFFIC}:{CENTRE}:2024", "earlier", "..", CENTRE, TRAFFIC),
    (f"{PERMIT}:CN-BJ:2024", "earlier", "..", "CN-BJ", PERMIT),
]


def implied(id: str) -> ImpliedBase:
    """The level that a published change implies, which there is."""
    derived = FIGURES[id].implied_base()
    assert derived is not None
    return derived


def reread(id: str, **cells: str) -> Observation:
    """The observation of that id with other texts in some cells of its row, read anew."""
    tables = tables_copy()
    rows = [row | cells if row["id"] == id else row for row in tables["observations"].rows]
    few = {"observations": tables["observations"].with_rows(rows), "identities": tables["identities"].with_rows([])}
    package = build(tables.replaced(**few))
    return next(each for each in package.observations if each.id == id)


@pytest.mark.parametrize(("change", "period", "low", "high"), IMPLIED)
def test_a_growth_implies_the_level_it_grew_from(
    change: str, period: str, low: tuple[str, str], high: tuple[str, str]
) -> None:
    """The base's level lies between the ends that the printed digits leave, none of which it reaches."""
    derived = implied(change)
    lower, upper = Fraction(low[0]) / Fraction(low[1]), Fraction(high[0]) / Fraction(high[1])
    found = derived.interval
    assert found.lower is not None
    assert found.upper is not None
    assert (derived.period, found.lower_closed, found.upper_closed) == (period, False, False)
    assert 0 <= lower - Fraction(found.lower) < lower / 10**50
    assert 0 <= Fraction(found.upper) - upper < upper / 10**50


def test_the_contracts_of_the_year_before() -> None:
    """9153.3亿元 after growth by 7.2 % was between 8534.49 and 8542.56亿元: 8540亿元 fits, 8534 and 8543 do not."""
    interval = implied(f"{CONTRACTS}_growth:CN-BJ:2024").interval
    fits = [interval.contains(amount * 10**8) for amount in (8534, 8535, 8540, 8542, 8543)]
    assert fits == [False, True, True, True, False]


def test_the_pm2_5_of_2013_fits_what_was_published_then() -> None:
    """30.5 after a fall by 65.9 % since 2013 leaves 89.5 µg/m³ possible, the mean published for that year."""
    interval = implied(f"{PM}_{SINCE_2013}").interval
    assert [interval.contains(mean) for mean in (89, 89.5, 90)] == [False, True, False]


def test_the_pm2_5_of_the_year_before_was_no_whole_number() -> None:
    """30.5 after a fall by 6.2 % is no fall from 32, but one from 32.5."""
    interval = implied(f"{PM}_growth:CN-BJ:2024").interval
    assert [interval.contains(mean) for mean in (32, 32.5, 33)] == [False, True, False]


def test_a_rise_in_a_ranking_comes_from_a_greater_number() -> None:
    """Third after rising by one place was fourth; after falling by two, first."""
    assert implied(f"{RANK}_change:CN-BJ:2024").interval == Interval.point(4)
    fallen = reread(f"{RANK}_change:CN-BJ:2024", printed="下降2位", value="-2").implied_base()
    assert fallen is not None
    assert fallen.interval == Interval.point(1)


def test_a_difference_in_points_is_taken_from_the_level() -> None:
    """A growth of 17.7 % that is 12.6 points above the year before comes from 5.1 %, good to a tenth."""
    derived = reread(LEAD, base_kind="previous_year", base_period="2023").implied_base()
    assert derived is not None
    expected = Interval(lower=Decimal("5"), upper=Decimal("5.2"), lower_closed=False, upper_closed=False)
    assert derived.interval == expected


def test_a_growth_from_a_level_with_a_bound_has_that_bound() -> None:
    """More than 9000亿元 after growth by 5.1 % was more than what that was at least: one end, and no other."""
    interval = implied("infrastructure.fixed_asset_investment_growth:CN-BJ:2024").interval
    assert interval.upper is None
    assert interval.lower is not None
    assert 0 <= Fraction(900000000000) / Fraction("1.0515") - Fraction(interval.lower) < 1


@pytest.mark.parametrize(
    "id",
    [
        "infrastructure.infrastructure_investment_growth:CN-BJ:2024",  # no level printed
        "science_technology.digital_economy_core_industries_value_added_growth:CN-BJ:2024",
        f"{PM}:CN-BJ:2024",  # no change
        f"{CONTRACTS}:CN-BJ:2024",
        LEAD,  # above another figure, not above that of another year
        SHARE,
        "infrastructure.urban_rail_length_rank:CN-BJ:2024",
        "environment.auto_repair_green_rate_growth:CN-BJ:2024",  # since an unstated time
        f"{TRAFFIC}:{CENTRE}:2024",  # its earlier value is printed itself
    ],
)
def test_nothing_is_implied_without_a_change_and_its_level(id: str) -> None:
    """No level is derived unless both a change since a year and the level it led to are printed."""
    assert FIGURES[id].implied_base() is None


def test_a_change_that_may_leave_nothing_implies_nothing() -> None:
    """A fall by all that was there leads to nothing from anything."""
    assert reread(f"{PM}_growth:CN-BJ:2024", printed="下降100%", value="-100").implied_base() is None


@pytest.mark.parametrize(("id", "kind", "period", "area", "indicator"), BASES)
def test_a_base_is_data(id: str, kind: str, period: str, area: str, indicator: str) -> None:
    """What a growth, share, rank, difference or later value is relative to: its kind, period, area and indicator."""
    expected = {"kind": kind, "period": period, "area": area, "indicator": indicator}
    base = FIGURES[id].base
    assert isinstance(base, Base)
    assert base.as_dict() == expected


@pytest.mark.parametrize(
    ("later", "earlier"), [(f"{TRAFFIC}:{CENTRE}:2024", "6.32"), (f"{PERMIT}:CN-BJ:2024", "7个工作日")]
)
def test_the_base_of_a_later_value_is_printed_beside_it(later: str, earlier: str) -> None:
    """Of two values, from one to the other, the later one's base is where the earlier one stands."""
    base = FIGURES[later].base
    assert base is not None
    found = bps.bundled().indicator(base.indicator).observation(area=base.area, period=base.period)
    assert (found.printed, found.base) == (earlier, None)


def test_a_figure_has_a_base_where_it_has_a_kind_of_base() -> None:
    """Nothing but what is compared has a base."""
    assert all((each.base is None) == (each.base_kind == "") for each in FIGURES.values())
    assert FIGURES[f"{PM}:CN-BJ:2024"].base is None


@pytest.mark.parametrize("derived", DERIVED, ids=lambda each: each.change)
def test_a_derived_level_is_no_figure_of_the_report(derived: ImpliedBase) -> None:
    """What is derived names the two figures it comes from and is none of those that the report prints."""
    level, change = FIGURES[derived.level], FIGURES[derived.change]
    assert change.base == Base(
        kind=change.base_kind, period=derived.period, area=derived.area, indicator=derived.indicator
    )
    assert (derived.unit, derived.indicator) == (level.unit, level.indicator)
    printed = [each for each in FIGURES.values() if each.source.kind != "publication"]
    keys = {(each.indicator, each.area, each.period) for each in printed}
    if change.source.kind != "publication":
        assert (derived.indicator, derived.area, derived.period) not in keys


def test_deriving_adds_no_observation() -> None:
    """The published observations are the same after levels were derived from them, and more than one was."""
    assert len(DERIVED) >= len(IMPLIED)
    assert {each.id for each in bps.bundled().observations} == FIGURES.keys()
    assert all(isinstance(each, Observation) for each in bps.bundled().observations)
