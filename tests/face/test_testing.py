"""Asserting that a value is published: what lies in the figure's interval passes, all else fails with the verdict."""

from __future__ import annotations

import math
import subprocess
import sys
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

import numpy as np
import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st

import beijing_public_services as bps
from beijing_public_services import assert_published

if TYPE_CHECKING:
    from pathlib import Path

PACKAGE = bps.bundled()
PM: Any = "environment.pm2_5_annual_mean"  # prints 30.5 µg/m³
INVESTMENT: Any = "infrastructure.fixed_asset_investment"  # prints over 900 billion yuan


def is_published(indicator: Any, value: object, **chosen: Any) -> bool:
    """Whether the assertion passes."""
    try:
        assert_published(indicator, value, **chosen)
    except AssertionError:
        return False
    return True


def message(indicator: Any, value: object, **chosen: Any) -> str:
    """What the assertion fails with."""
    with pytest.raises(AssertionError) as failed:
        assert_published(indicator, value, **chosen)
    return str(failed.value)


def own(observation: bps.Observation) -> dict[str, Any]:
    """What chooses this figure among those of its indicator."""
    return {"area": observation.area, "period": observation.period, "category": observation.category}


def alone() -> list[bps.Observation]:
    """The figures that are the only one for their area, period and category."""
    keys = [(each.indicator, *own(each).values()) for each in PACKAGE.observations]
    return [each for each, key in zip(PACKAGE.observations, keys, strict=True) if keys.count(key) == 1]


@pytest.mark.parametrize("step", [5, pytest.param(1, marks=pytest.mark.slow)])  # of so many, one is tried
def test_the_ends_of_the_interval_decide(step: int) -> None:
    """A number passes up to the ends of the figure's interval, and at an end exactly where that is closed."""
    for observation in alone()[::step]:
        interval, chosen, id_ = observation.interval, own(observation), observation.indicator
        width = Fraction(abs(observation.decimal) or 1) / 10**9
        ends = ((interval.lower, interval.lower_closed, -width), (interval.upper, interval.upper_closed, width))
        for end, closed, outwards in ends:
            if end is not None:
                assert is_published(id_, end, **chosen) == closed, observation.id
                assert not is_published(id_, Fraction(end) + outwards, **chosen), observation.id
                if interval.lower != interval.upper:
                    assert is_published(id_, Fraction(end) - outwards, **chosen), observation.id


@given(st.fractions(30, 31))
def test_a_number_passes_where_it_rounds_to_the_figure(value: Fraction) -> None:
    """Of the numbers around 30.5 those pass that half up round to it."""
    assert is_published(PM, value) == (Fraction("30.45") <= value < Fraction("30.55"))


@pytest.mark.parametrize(
    "number", [30.49, Decimal("30.49"), Fraction(3049, 100), np.float64(30.49), np.float32(30.49)], ids=type
)
def test_every_kind_of_number_is_read(number: Any) -> None:
    """The kind of a number makes no difference."""
    assert is_published(PM, number)
    assert not is_published(PM, type(number)(32))


@pytest.mark.parametrize("whole", [int, np.int64, np.uint16], ids=lambda kind: kind.__name__)
def test_every_kind_of_whole_number_is_read(whole: Any) -> None:
    """A count passes where it is the printed one."""
    assert is_published("infrastructure.parks", whole(1100))
    assert not is_published("infrastructure.parks", whole(1101))


@pytest.mark.parametrize("noise", range(-4, 5))
def test_the_noise_of_floats_decides_nothing(noise: int) -> None:
    """A float some units in the last place beside an end is taken for that end, a count for the whole number."""
    for end, agrees in ((30.45, True), (30.55, False)):
        assert is_published(PM, end + noise * math.ulp(end)) is agrees
    assert is_published("infrastructure.parks", 1100 + noise * math.ulp(1100.0))
    assert not is_published(INVESTMENT, 900e9 + noise * math.ulp(900e9))


def test_what_is_exact_is_taken_exactly() -> None:
    """A decimal or fraction nearer to an end than a float can be is on its own side of it."""
    near = Decimal("30.5499999999999999999")
    assert is_published(PM, near)
    assert is_published(PM, Fraction(near))


@pytest.mark.parametrize(("value", "agrees"), [(910e9, True), (900e9, False), (890e9, False)])
def test_a_bound_is_kept(value: float, agrees: bool) -> None:
    """What is printed as over 900 billion is more than that."""
    assert is_published(INVESTMENT, value) is agrees


def test_a_figure_printed_twice_is_the_exact_one() -> None:
    """Where a figure is printed as a number and as a bound, a value has to agree with the number."""
    chosen = {"category": "technician"}  # 11384元, and over 10 000
    pay: Any = "employment_social_security.median_monthly_pay"
    assert is_published(pay, 11384.4, **chosen)
    assert not is_published(pay, 11000, **chosen)
    assert not is_published(pay, 10000, **chosen)


def test_a_quantity_is_converted() -> None:
    """A quantity in another unit of the same kind is compared in the figure's."""
    registries: tuple[Any, ...] = (pint.UnitRegistry(), pint.UnitRegistry(non_int_type=Decimal))
    for registry in registries:
        bps.register_units(registry)
        number: Any = registry.non_int_type
        assert is_published(PM, registry.Quantity(number("0.03049"), "mg/m³"))
        assert is_published(PM, registry.Quantity(number("0.03045"), "mg/m³"))
        assert not is_published(PM, registry.Quantity(number("0.03055"), "mg/m³"))
        assert not is_published(PM, registry.Quantity(number("30.5"), "mg/m³"))
    ours = bps.get_indicator(PM).quantity
    assert is_published(PM, ours.to("mg/m³"))
    assert is_published(PM, type(ours)(np.float64(30.49), ours.units))


@pytest.mark.parametrize(
    "claim",
    ["30.5 µg/m3", "30.5微克/立方米", "0.0305 mg/m3", "31 µg/m3"],
    ids=["is", "Chinese", "converted", "rounded"],
)
def test_a_text_passes_where_it_is_what_is_printed_or_follows(claim: str) -> None:
    """A text is held to its own words: what matches, or says the same less finely, passes."""
    assert bps.verify(PM, claim).status in ("match", "consistent")
    assert is_published(PM, claim)


def test_a_text_is_not_excused_by_the_interval() -> None:
    """A text that states another figure fails, though the number lies in the interval."""
    assert not is_published(PM, "30.49 µg/m3")
    assert not is_published(INVESTMENT, "910 billion yuan")
    assert is_published(INVESTMENT, "over 900 billion yuan")


def test_a_slip_fails_within_an_open_interval_too() -> None:
    """A thousand times the bound is above it, and wrong: the digits give the scale away."""
    assert is_published(INVESTMENT, 901e12)
    assert "the scale is not" in message(INVESTMENT, 900e12)


def test_the_message_is_the_verdict_the_value_and_the_interval() -> None:
    """It says what the verdict says, then in a line what was found and what the figure leaves possible."""
    said, found = message(PM, 38).splitlines()
    assert said == bps.verify(PM, 38).sentence
    assert found == "Found 38; what is printed leaves possible [30.45, 30.55) ug/m3."
    quantity = bps.get_indicator(PM).observation(area="CN-TJ").quantity.to("mg/m³")
    assert message(PM, quantity).splitlines()[1].startswith("Found 0.038 mg/m³ (38 ug/m3); ")
    assert message(INVESTMENT, 900e9).splitlines()[1].startswith("Found 900000000000; ")


@pytest.mark.parametrize(
    ("value", "chosen", "reason"),
    [
        (math.nan, {}, "found float nan"),
        (-math.inf, {}, "found float -inf"),
        (True, {}, "found bool"),
        (None, {}, "found NoneType"),
        ([30.5], {}, "found list"),
        ("30.5 or 38", {}, "cannot be read as one figure"),
        ("30.5 elephants", {}, "unit of the claim is not known"),
        (PACKAGE.indicator("infrastructure.parks").quantity, {}, "The unit is another one"),
        (30.5, {"period": "1999"}, "Nothing is printed"),
    ],
    ids=str,
)
def test_what_cannot_be_compared_fails_with_the_reason(value: object, chosen: dict[str, str], reason: str) -> None:
    """A value that is no finite number or figure, of another kind, or of no printed period, is told what it is."""
    assert reason.lower() in message(PM, value, **chosen).lower()


def test_an_ambiguous_figure_fails_with_the_choices() -> None:
    """Where several figures are printed the message lists them."""
    assert "category='senior_technician'" in message("employment_social_security.median_monthly_pay", 14417)


def test_an_unknown_indicator_is_an_error_of_the_test() -> None:
    """A misspelt id is no failed assertion but the error it is elsewhere, with suggestions."""
    misspelt: Any = "environment.pm25_annual_mean"
    with pytest.raises(bps.UnknownIndicatorError, match="pm2_5_annual_mean"):
        assert_published(misspelt, 30.5)


def test_a_package_of_ones_own_is_asserted_in_its_own_units(package_copy: Path) -> None:
    """With `package` figures, and units that only this package defines, are those of that package."""
    renamed = (
        ("datapackage.json", "park = [bps_park]", "orchard = [bps_orchard]"),
        ("data/units.csv", "park,park,{park},park", "orchard,orchard,{orchard},orchard"),
        ("data/indicators.csv", ",park,level,", ",orchard,level,"),
        ("data/cross_checks.csv", ",1100,park,", ",1100,orchard,"),
    )
    for file, before, after in renamed:
        text = (package_copy / file).read_text(encoding="utf-8")
        assert before in text
        (package_copy / file).write_text(text.replace(before, after), encoding="utf-8")
    package = bps.load(package_copy)
    orchards: Any = package.indicator("infrastructure.parks")
    assert orchards.unit == "orchard"
    assert is_published(orchards.id, orchards.quantity, package=package)
    assert not is_published(orchards.id, orchards.quantity + 1 * orchards.quantity.units, package=package)


def test_it_needs_no_pytest() -> None:
    """A script that has no pytest can assert as well."""
    lines = ("import sys; sys.modules['pytest'] = None", "import beijing_public_services as bps")
    script = "\n".join([*lines, f"bps.assert_published({PM!r}, 30.49)", f"bps.assert_published({PM!r}, 32)"])
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert "AssertionError: PM2.5 annual mean concentration (Beijing, 2024): the report prints 30.5" in done.stderr
    assert "line 4, in <module>" in done.stderr


def test_an_indicator_stands_for_its_id() -> None:
    """An indicator may be given in the place of its id."""
    pm = bps.get_indicator("environment.pm2_5_annual_mean")
    assert_published(pm, 30.5)
    with pytest.raises(AssertionError):
        assert_published(pm, 31)
