"""Reading one cell of a table as a value, or saying what would be right there."""

from __future__ import annotations

from beijing_public_services._record import TYPE_CHECKING
from beijing_public_services.errors import PeriodError
from beijing_public_services.notation.periods import read_period

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    Reader = Callable[[str], Any]


class UnfitError(ValueError):
    """Raised when a cell cannot be parsed. The message describes a valid value."""


def ordinal(text: str) -> int:
    """Return a whole number from 1."""
    if not (text.isascii() and text.isdecimal() and text[0] != "0"):
        raise UnfitError("a whole number from 1")
    return int(text)


def number(text: str) -> float:
    """Return a plain decimal: an int if it has no decimal point, else a float."""
    whole, point, decimals = text.removeprefix("-").partition(".")
    if not (whole + decimals).isdecimal() or not whole or not text.isascii() or bool(point) != bool(decimals):
        raise UnfitError("a plain decimal such as -6.2, without exponent or thousands marks")
    return float(text) if point else int(text)


def period(text: str) -> str:
    """Return the text of a period in SDMX form."""
    try:
        return read_period(text).text
    except PeriodError as error:
        raise UnfitError(str(error).partition("expected ")[2]) from None


def listed(text: str) -> tuple[str, ...]:
    """Return the parts of a cell that are separated by `;`."""
    return tuple(filter(None, text.split(";")))


BY_TYPE: dict[str, Reader] = {"float": number, "int": ordinal, "tuple[str, ...]": listed}
