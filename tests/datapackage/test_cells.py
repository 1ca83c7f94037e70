"""Laws of single cells: which texts are a number, a place, a period or a list, and what the error says of others."""

from __future__ import annotations

from decimal import Decimal

import pytest

from beijing_public_services.datapackage.cells import (
    UnfitError,
    number,
    number_if_any,
    ordinal,
    period,
    period_if_any,
    place_of,
    split_list,
)

DIGITS = "1234567890" * 6
NO_NUMBERS = ["", "-", ".", "3.", ".5", "1e3", "1,000", "+3", " 3", "0x10", "1_000", "nan", "３", "--3", "1.2.3", "1-2"]


@pytest.mark.parametrize(
    "text", ["0", "7", "-6", "-6.2", "0.0", "007", "30.50", DIGITS, f"-{DIGITS[1:]}", f"0.{DIGITS[2:]}"]
)
def test_a_plain_decimal_is_an_int_or_a_float(text: str) -> None:
    """A decimal of at most 60 characters is the int or, with a decimal point, the float that it writes."""
    value = number(text)
    assert isinstance(value, float if "." in text else int)
    assert value == (float(text) if "." in text else Decimal(text))
    assert number_if_any(text) == value
    assert number_if_any("") is None


@pytest.mark.parametrize("text", [*NO_NUMBERS, f"{DIGITS}1"])
def test_another_notation_is_no_number(text: str) -> None:
    """What is no plain decimal is refused, and the error says what one looks like."""
    expected = "a plain decimal such as -6.2, without exponent or thousands marks, of at most 60 characters"
    with pytest.raises(UnfitError, match=f"^{expected}$"):
        number(text)


@pytest.mark.parametrize("text", ["1", "10", "999", DIGITS])
def test_an_ordinal_is_a_whole_number(text: str) -> None:
    """A whole number from 1 of at most 60 digits is itself, as an ordinal and as a place."""
    assert ordinal(text) == place_of(text) == int(text)


@pytest.mark.parametrize("text", ["", "0", "01", "-1", "1.0", "一", "²", "１", f"{DIGITS}1"])
def test_no_other_text_is_an_ordinal(text: str) -> None:
    """Nothing, nought, other digits and longer numbers are no ordinal, and the error says what is."""
    with pytest.raises(UnfitError, match=r"^a whole number from 1 of at most 60 digits$"):
        ordinal(text)


@pytest.mark.parametrize(("text", "place"), [("0", 0), ("01", 1), ("", -1), ("-1", -1), ("１", -1), (f"{DIGITS}1", -1)])
def test_a_text_that_is_no_place_is_before_all(text: str, place: int) -> None:
    """A place may be nought; a text that is none stands at -1."""
    assert place_of(text) == place


def test_a_period_is_kept_as_text() -> None:
    """A period stays the text that it is; one that is none is refused with the forms of a period."""
    assert period("2024-Q3") == period_if_any("2024-Q3") == "2024-Q3"
    assert period_if_any("") == ""
    for read in (period, period_if_any):
        with pytest.raises(UnfitError, match=r"^one like 2024, 2024-Q3"):
            read("2024-13")


def test_a_list_is_split_at_semicolons() -> None:
    """The parts of a list are in order, and empty ones are none."""
    assert split_list("a;b c;;d;") == ("a", "b c", "d")
    assert split_list("") == ()
