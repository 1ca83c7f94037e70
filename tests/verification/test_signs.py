"""The sign of a claim by the words around it, and whether its value can be of the measure."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

import pytest

import beijing_public_services as bps
from beijing_public_services.notation.claim import read_claim
from beijing_public_services.verification.attribution import Attribution
from beijing_public_services.verification.context import When
from beijing_public_services.verification.signs import is_fall, is_far, is_finer, opposite, signed_claim
from beijing_public_services.verification.subject import Subject

LEVEL: Final = "environment.forest_coverage_rate"
DUST_GROWTH: Final = "environment.pm2_5_annual_mean_growth"  # less is better
SALES_GROWTH: Final = "science_technology.technology_contract_value_growth"


def signed(id: str, claim: str, motion: str = "", subject: str = "", unit: str = "", exceeds: bool = False) -> str:
    """What a claim of an indicator becomes: ends, bound and unit; nothing if the words give it no sign."""
    found = Attribution(
        found=read_claim(claim), subject=Subject(text=subject, ids=()), motion=motion, is_change=True, place="",
        wide_place="", when=When(), base="", category="", unit=unit, exceeds=exceeds,
    )  # fmt: skip
    made = signed_claim(found, bps.bundled().indicator(id), bps.bundled())
    return f"{made.value}..{made.upper} {made.bound} {made.unit}" if made else ""


@pytest.mark.parametrize(
    ("id", "claim", "motion", "subject", "expected"),
    [
        (DUST_GROWTH, "6.2%", "fall", "", "-6.2..None exact percent"),
        (DUST_GROWTH, "6.2%", "rise", "", "6.2..None exact percent"),
        (DUST_GROWTH, "6.2%", "", "", "6.2..None exact percent"),
        (DUST_GROWTH, "-6.2%", "", "", "-6.2..None exact percent"),
        (DUST_GROWTH, "-6.2%", "fall", "", "-6.2..None exact percent"),
        (DUST_GROWTH, "-6.2%", "rise", "", "6.2..None exact percent"),
        (DUST_GROWTH, "over 6%", "fall", "", "-6..None lt percent"),
        (DUST_GROWTH, "6% to 7%", "fall", "", "-7..-6 between percent"),
        (DUST_GROWTH, "0.5%", "fall", "", "-0.5..None exact percent"),
        (DUST_GROWTH, "over 0%", "fall", "", "0..None lt percent"),
        (DUST_GROWTH, "0%", "fall", "", "0..None exact percent"),
        (DUST_GROWTH, "6.2%", "", "pm2.5 decline", "-6.2..None exact percent"),
        (DUST_GROWTH, "6.2%", "rise", "pm2.5 decline", "6.2..None exact percent"),
        (DUST_GROWTH, "6.2%", "improve", "", "-6.2..None exact percent"),
        (SALES_GROWTH, "7.2%", "improve", "", "7.2..None exact percent"),
        (LEVEL, "44.9%", "fall", "", "44.9..None exact percent"),
        (LEVEL, "-44.9%", "fall", "", "44.9..None exact percent"),
        (LEVEL, "-44.9%", "", "", "44.9..None exact percent"),
        (LEVEL, "over 0%", "", "", "0..None gt percent"),
        (LEVEL, "0.5%", "", "", "0.5..None exact percent"),
    ],
)
def test_the_words_give_a_change_its_sign(id: str, claim: str, motion: str, subject: str, expected: str) -> None:
    """A fall of a change is negative, by its verb or its name; a level has no sign, whatever moved to it."""
    assert signed(id, claim, motion, subject) == expected


def test_an_improvement_may_go_either_way() -> None:
    """An improvement is a fall if that is better, or if it is negative; of what is derived from nothing it is open."""
    package = bps.bundled()
    dust, sales = map(package.indicator, (DUST_GROWTH, SALES_GROWTH))
    assert is_fall("improve", Decimal(1), dust, package) is True
    assert is_fall("improve", Decimal(1), sales, package) is False
    assert is_fall("improve", Decimal(-1), sales, package) is True
    alone = sales.replace(parent="")
    assert is_fall("improve", Decimal(1), alone, package) is None
    assert is_fall("improve", Decimal(0), alone, package) is None
    assert [is_fall(motion, Decimal(-1), dust, package) for motion in ("fall", "rise", "")] == [True, False, False]
    found = Attribution(
        found=read_claim("5%"), subject=Subject(text="", ids=()), motion="improve", is_change=True, place="",
        wide_place="", when=When(), base="", category="",
    )  # fmt: skip
    assert signed_claim(found, alone, package) is None


def test_what_is_passed_is_a_lower_bound_of_one_value() -> None:
    """A verb that says a value was passed bounds it, unless the figure has a bound; a range cannot be passed."""
    assert signed(LEVEL, "44.9%", exceeds=True) == "44.9..None gt percent"
    assert signed(LEVEL, "nearly 44.9%", exceeds=True) == "44.9..None nearly percent"
    assert signed(LEVEL, "44% to 45%") == "44..45 between percent"
    assert signed(LEVEL, "44% to 45%", exceeds=True) == ""


def test_the_unit_of_a_list_is_that_of_figures_without_one() -> None:
    """The unit at the end of a list is that of its figures, but not of one that has its own."""
    assert signed(LEVEL, "44.9", unit="percent") == "44.9..None exact percent"
    assert signed(LEVEL, "44.9 km", unit="percent") == "44.9..None exact km"
    assert signed(LEVEL, "44.9") == "44.9..None exact "


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("5%", "-5..None exact"), ("over 5%", "-5..None lt"), ("at most 5%", "-5..None ge"),
        ("about 5%", "-5..None about"), ("5% to 6%", "-6..-5 between"), ("-5%", "5..None exact"),
    ],
)  # fmt: skip
def test_the_opposite_of_a_claim(claim: str, expected: str) -> None:
    """With the other sign the ends of a range change places, and so do bounds from above and below."""
    made = opposite(read_claim(claim))
    assert f"{made.value}..{made.upper} {made.bound}" == expected


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("44.93%", True), ("44.95%", True), ("44.85%", True), ("44.96%", False), ("44.84%", False), ("44.9%", False),
        ("45%", False), ("44.9% to 44.91%", False), ("44.90%", True),
    ],
)  # fmt: skip
def test_a_finer_claim_has_more_digits_and_rounds_to_the_figure(claim: str, expected: bool) -> None:
    """Of 44.9 %, a claim with more digits is finer if it rounds to it, up or down; no range is."""
    assert is_finer(read_claim(claim), bps.get_indicator(LEVEL).observation()) is expected


@pytest.mark.parametrize(
    ("printed", "claim", "expected"),
    [
        ("10", "40", False), ("10", "40.1", True), ("10", "2.5", False), ("10", "2.4", True), ("10", "-11", False),
        ("10", "-41", True), ("10", "0", False), ("0", "5", False), ("10～20", "80", False), ("10～20", "81", True),
        ("10～20", "2.5", False), ("10～20", "2.4", True),
    ],
)  # fmt: skip
def test_a_claim_is_far_beyond_four_times_the_figure(printed: str, claim: str, expected: bool) -> None:
    """A claim over four times the figure, or under a quarter of it, is far, from both ends of a range; zero is not."""
    first = bps.get_indicator(LEVEL).observation()
    value, _, upper = printed.partition("～")
    figure = first.replace(value=float(value), upper=float(upper) if upper else None)
    verdict = bps.verify(LEVEL, 1)
    assert is_far(Decimal(claim), figure, verdict.replace(diagnosis="")) is expected
    assert is_far(Decimal(claim), figure, verdict.replace(diagnosis="scale")) is False


def test_an_end_of_zero_is_not_compared() -> None:
    """Of a range that ends at zero only the other end says what is far."""
    figure = bps.get_indicator(LEVEL).observation().replace(value=-5.0, upper=0.0)
    verdict = bps.verify(LEVEL, 1).replace(diagnosis="")
    assert [is_far(Decimal(value), figure, verdict) for value in (-20, -21)] == [False, True]
