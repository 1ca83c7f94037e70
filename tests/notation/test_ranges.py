"""Laws of ranges: which two numbers are one, in which scale, and which words may follow."""

from __future__ import annotations

from decimal import Decimal

import pytest

from beijing_public_services.notation.ranges import kind_of, read_range


@pytest.mark.parametrize(
    ("text", "number", "upper", "power", "unit"),
    [
        ("3~5", "3", "5", 0, ""),
        ("三百至五百", "3", "5", 2, ""),
        ("三百至五千", "300", "5000", 0, ""),
        ("百分之三至五", "3", "5", 0, "%"),
        ("三到四成", "3", "4", 1, "%"),
        ("twenty to thirty", "20", "30", 0, ""),
        ("1950~3000", "1950", "3000", 0, ""),
        ("1000~1950", "1000", "1950", 0, ""),
    ],
)
def test_a_range_keeps_the_scale_of_both_ends(text: str, number: str, upper: str, power: int, unit: str) -> None:
    """Two numbers of one scale are a range in it, of two scales one written out; 成 and 百分之 are of both."""
    figure = read_range(text)
    assert figure
    assert (figure.number, figure.upper, figure.power, figure.unit) == (Decimal(number), Decimal(upper), power, unit)
    assert figure.bound == "between"


@pytest.mark.parametrize("text", ["5", "3 or 5", "1950~2020", "03~5", "3~05", "5~5", "5~3", "五百至三百"])
def test_what_does_not_rise_is_no_range(text: str) -> None:
    """A choice, two years, a number that cannot be read and ends that do not rise are no range."""
    assert read_range(text) is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("百分之三至五", "share"),
        ("三到四成", "share"),
        ("3~5", "digits"),
        ("three to five", "word"),
        ("三至五", "chinese"),
        ("33-五", "chinese"),
    ],
)
def test_the_end_of_a_range_says_what_may_follow(text: str, kind: str) -> None:
    """A share needs no unit; behind digits, English words and Chinese numerals stand the units of each."""
    assert kind_of(text) == kind
