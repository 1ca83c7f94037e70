"""Laws of interval arithmetic: no number that a result may be is lost, and no end stands further out than it must."""

from __future__ import annotations

import operator
from collections.abc import Callable
from decimal import Context, Decimal, localcontext
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from tests.notation.test_interval import CONTEXTS, between, every_interval, intervals, lies_in, sample

from beijing_public_services import Interval
from beijing_public_services.notation.interval import DIGITS

Operator = Callable[[Any, Any], Any]
OPERATORS: list[Operator] = [operator.add, operator.sub, operator.mul, operator.truediv]
long = st.builds(lambda digits, power: Decimal(f"{digits}E{power}"), st.integers(-(10**45), 10**45), st.integers(-9, 9))
LONG_SUM = 10**60 + Fraction(1, 10)


@given(st.sampled_from(OPERATORS), intervals() | intervals(long), intervals() | intervals(long))
@example(operator.truediv, between("1", "1"), between("-3", "-3"))
def test_a_result_holds_every_number_it_may_be(operate: Operator, one: Interval, other: Interval) -> None:
    """For any number of one interval and any of another, what they give together lies in what the intervals give."""
    assume(operate is not operator.truediv or not lies_in(0, other))
    found = operate(one, other)
    assert all(lies_in(operate(number, another), found) for number, another in product(sample(one), sample(other)))


@given(intervals() | intervals(long))
@example(between("-1234567890123456789012345678901234567", "1"))
def test_the_negative_holds_the_negatives(interval: Interval) -> None:
    """Turning the sign loses no digit and no end: what is closed stays so, and twice turned nothing has changed."""
    mirrored = -interval
    assert (mirrored.lower_closed, mirrored.upper_closed) == (interval.upper_closed, interval.lower_closed)
    assert all(lies_in(-number, mirrored) for number in sample(interval))
    assert -mirrored == interval


@given(st.sampled_from(OPERATORS), intervals(unbounded=False), intervals(unbounded=False))
@example(operator.truediv, between("1", "1"), between("-3", "-3"))
def test_an_end_is_no_further_out_than_it_must_be(operate: Operator, one: Interval, other: Interval) -> None:
    """Each end of a bounded result is approached by what numbers of both give."""
    assume(operate is not operator.truediv or (not lies_in(0, other) and other.lower and other.upper))
    found = operate(one, other)
    exact = [operate(number, another) for number, another in product(sample(one), sample(other))]
    assert min(exact) - Fraction(found.lower) < Fraction(1, 10**15)
    assert Fraction(found.upper) - max(exact) < Fraction(1, 10**15)


@pytest.mark.parametrize("operate", OPERATORS)
def test_an_end_is_closed_where_it_is_reached(operate: Operator) -> None:
    """An end is closed when some numbers of both give it, and open when they only come near."""
    numbers = {each: sample(each) for each in every_interval("-1", "0", "2")}
    for (one, mine), (other, others) in product(numbers.items(), repeat=2):
        if operate is operator.truediv and lies_in(0, other):
            continue
        found = operate(one, other)
        exact = {operate(number, another) for number, another in product(mine, others)}
        for end, closed in ((found.lower, found.lower_closed), (found.upper, found.upper_closed)):
            assert closed == (end is not None and Fraction(end) in exact), (one, other)


@pytest.mark.parametrize(
    ("one", "operate", "other", "expected"),
    [
        (between("1", "2"), operator.add, between("", "3", "()"), between("", "5", "()")),
        (between("1", "2"), operator.sub, between("", "3"), between("-2", "")),
        (between("1", "2", "[)"), operator.mul, between("3", ""), between("3", "")),
        (between("0", "2"), operator.mul, between("3", ""), between("0", "")),
        (between("-1", "2"), operator.mul, between("3", ""), between("", "")),
        (between("0", "0"), operator.mul, between("", ""), between("0", "0")),
        (between("0", "1", "()"), operator.mul, between("-1", "0"), between("-1", "0", "(]")),
        (between("-1", "1", "[)"), operator.mul, between("-1", "1", "(]"), between("-1", "1", "[)")),
        (between("2", "4", "[)"), operator.truediv, between("1", "2"), between("1", "4", "[)")),
        (between("1", "2"), operator.truediv, between("0", "4", "(]"), between("0.25", "")),
        (between("1", "2"), operator.truediv, between("-4", "0", "[)"), between("", "-0.25")),
        (between("-1", "2"), operator.truediv, between("0", "4", "(]"), between("", "")),
        (between("0", "2"), operator.truediv, between("0", "4", "(]"), between("0", "")),
        (between("1", "2"), operator.truediv, between("4", ""), between("0", "0.5", "(]")),
        (between("1", "2"), operator.truediv, between("", "-4", "()"), between("-0.5", "0", "()")),
        (between("3", "6"), operator.truediv, between("-3", "-3"), between("-2", "-1")),
    ],
)
def test_results_by_hand(one: Interval, operate: Operator, other: Interval, expected: Interval) -> None:
    """An end that is missing, open or 0 counts as it does in the limit."""
    assert operate(one, other) == expected


@given(st.decimals(-1000, 1000, places=2))
@example(Decimal(1))
def test_nothing_left_is_zero_without_a_sign(number: Decimal) -> None:
    """A number less itself is 0, which has no sign, and so it is shown."""
    left = Interval.point(number) - Interval.point(number)
    assert left == -left == Interval.point(0)
    assert "-" not in f"{left} {-left}"


@pytest.mark.parametrize(
    "divisor", [between("0", "0"), between("-1", "1"), between("0", "1"), between("", "0"), between("", "")], ids=str
)
def test_nothing_is_divided_by_what_may_be_zero(divisor: Interval) -> None:
    """Dividing by an interval that holds 0 is refused."""
    with pytest.raises(ZeroDivisionError, match="expected an interval without 0"):
        between("1", "2") / divisor


@given(st.integers(-(10**9), 10**9), st.integers(1, 10**9), st.sampled_from([1, -1]))
@example(2, 3, 1)
def test_a_product_divided_by_a_factor_is_the_other(number: int, factor: int, sign: int) -> None:
    """A quotient that a decimal writes is exact, whether or not one over the divisor is."""
    assert Interval.point(number * factor * sign) / Interval.point(factor * sign) == Interval.point(number)


@pytest.mark.parametrize(
    ("one", "operate", "other", "exact"),
    [
        ("1", operator.truediv, "3", Fraction(1, 3)),
        ("-1", operator.truediv, "7", Fraction(-1, 7)),
        ("1", operator.truediv, "-7", Fraction(-1, 7)),
        ("1E60", operator.add, "0.1", LONG_SUM),
        ("-1E60", operator.sub, "0.1", -LONG_SUM),
        (f"{10**40 + 1}", operator.mul, f"{10**30 - 1}", Fraction((10**40 + 1) * (10**30 - 1))),
    ],
)
def test_a_result_of_too_many_digits_is_rounded_outwards(
    one: str, operate: Operator, other: str, exact: Fraction
) -> None:
    """Where the digits kept do not write a result, its ends stand open on either side, in the last digits kept."""
    found = operate(between(one, one), between(other, other))
    assert (found.lower_closed, found.upper_closed) == (False, False)
    assert Fraction(found.lower) < exact < Fraction(found.upper)
    assert Fraction(found.upper) - Fraction(found.lower) <= abs(exact) / 10 ** (DIGITS - 2)


@pytest.mark.parametrize("operate", OPERATORS)
@pytest.mark.parametrize("context", CONTEXTS)
def test_arithmetic_is_the_same_in_any_decimal_context(operate: Operator, context: Context) -> None:
    """Whatever precision, rounding and traps the caller has set, intervals give the same."""
    one, other = between("-12345678901234567890123456789012345", "-1.2345"), between("3", "7.125", "(]")
    expected, mirrored = operate(one, other), -one
    with localcontext(context):
        assert (operate(one, other), -one) == (expected, mirrored)
