"""Reading one cell of a table as a value, or saying what would be right there."""

from __future__ import annotations

from beijing_public_services._record import TYPE_CHECKING
from beijing_public_services.errors import PeriodError, nearest
from beijing_public_services.notation.periods import read_period

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from typing import Any

    Reader = Callable[[str], Any]


class UnfitError(ValueError):
    """That a cell cannot be read; the message says what would be right."""


def known(ids: Collection[str]) -> Reader:
    def read(text: str) -> str:
        if text not in ids:
            likely = nearest(text, ids) or sorted(ids)[:3]
            raise UnfitError(f"one of {len(ids)} ids such as {', '.join(map(repr, likely))}")
        return text

    return read


def ordinal(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and text[0] != "0"):
        raise UnfitError("a whole number from 1")
    return int(text)


def number(text: str) -> float:
    whole, point, decimals = text.removeprefix("-").partition(".")
    if not (whole + decimals).isdecimal() or not whole or not text.isascii() or bool(point) != bool(decimals):
        raise UnfitError("a plain decimal such as -6.2, without exponent or thousands marks")
    return float(text) if point else int(text)


def period(text: str) -> str:
    try:
        return read_period(text).text
    except PeriodError as error:
        raise UnfitError(str(error).partition("expected ")[2]) from None
