"""Exact decimal arithmetic, whatever decimal context the caller has set; that context stays as it is."""

from __future__ import annotations

from decimal import (
    MAX_EMAX,
    MIN_EMIN,
    ROUND_HALF_EVEN,
    Context,
    DivisionByZero,
    InvalidOperation,
    Overflow,
    localcontext,
)
from functools import wraps
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import ParamSpec, TypeVar

    Given = ParamSpec("Given")
    Result = TypeVar("Result")

MOST_DIGITS = 60  # of a number that a package or a text holds
CONTEXT = Context(
    prec=1000,  # more than any product or quotient of numbers of so many digits needs
    rounding=ROUND_HALF_EVEN,
    Emin=MIN_EMIN,
    Emax=MAX_EMAX,
    capitals=1,
    clamp=0,
    flags=[],
    traps=[DivisionByZero, InvalidOperation, Overflow],
)


def with_exact_decimals(function: Callable[Given, Result]) -> Callable[Given, Result]:
    """Return the function with decimal arithmetic in a context of ours."""

    @wraps(function)
    def call(*arguments: Given.args, **options: Given.kwargs) -> Result:
        __tracebackhide__ = True  # of pytest
        with localcontext(CONTEXT):
            return function(*arguments, **options)

    return call
