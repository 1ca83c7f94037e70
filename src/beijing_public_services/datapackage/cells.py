"""Reading one cell of a table as a value, or saying what would be right there."""

from __future__ import annotations

from beijing_public_services._record import TYPE_CHECKING
from beijing_public_services.errors import PeriodError
from beijing_public_services.notation.periods import read_period

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    Reader = Callable[[str], Any]


MOST_DIGITS = 60  # the same as `notation.decimals.MOST_DIGITS`, whose import would cost as much as a value may


class UnfitError(ValueError):
    """Raised when a cell cannot be parsed. The message describes a valid value."""


def ordinal(text: str) -> int:
    """Return a whole number from 1."""
    if not (text.isascii() and text.isdecimal() and text[0] != "0" and len(text) <= MOST_DIGITS):
        raise UnfitError(f"a whole number from 1 of at most {MOST_DIGITS} digits")
    return int(text)


def place_of(text: str) -> int:
    """Return a whole number as the place of something in an order; -1 for a text that is none."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= MOST_DIGITS else -1


def number(text: str) -> float:
    """Return a plain decimal: an int if it has no decimal point, else a float."""
    whole, point, decimals = text.removeprefix("-").partition(".")
    is_decimal = (whole + decimals).isdecimal() and bool(whole) and text.isascii() and bool(point) == bool(decimals)
    if not is_decimal or len(text) > MOST_DIGITS:
        expected = f"such as -6.2, without exponent or thousands marks, of at most {MOST_DIGITS} characters"
        raise UnfitError(f"a plain decimal {expected}")
    return float(text) if point else int(text)


def number_if_any(text: str) -> float | None:
    """Return a plain decimal as `number` does; the empty text is none."""
    return number(text) if text else None


def period(text: str) -> str:
    """Return the text of a period in SDMX form."""
    try:
        return read_period(text).text
    except PeriodError as error:
        raise UnfitError(error.expected) from None


def period_if_any(text: str) -> str:
    """Return the text of a period in SDMX form; the empty text is none."""
    return period(text) if text else ""


def split_list(text: str) -> tuple[str, ...]:
    """Return the parts of a cell that are separated by `;`."""
    return tuple(filter(None, text.split(";")))


BY_TYPE: dict[str, Reader] = {
    "float": number,
    "float | None": number_if_any,
    "int": ordinal,
    "tuple[str, ...]": split_list,
}
