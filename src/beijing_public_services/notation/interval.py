"""Intervals of exact decimals, and their arithmetic, which never loses an end."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal, Inexact, localcontext
from fractions import Fraction
from itertools import product
from typing import TYPE_CHECKING

from beijing_public_services._record import Record
from beijing_public_services.errors import IntervalError

if TYPE_CHECKING:
    from collections.abc import Callable

    End = tuple[Decimal, bool]

INFINITY = Decimal("Infinity")
DIGITS = 60  # kept in a result; where more would be needed the end is rounded outwards and open


class Interval(Record):
    """All numbers between two exact ends.

    `lower` and `upper` are None if the interval has no end on that side. An end that is closed belongs to the interval.

    Raises:
        IntervalError: If the ends are in the wrong order, or leave nothing between them.

    >>> import beijing_public_services as bps
    >>> interval = bps.get_indicator("infrastructure.fixed_asset_investment").observation().interval
    >>> str(interval), interval.upper, interval.contains(900_000_000_000)
    ('(900000000000, ∞)', None, False)
    """

    lower: Decimal | None
    upper: Decimal | None
    lower_closed: bool
    upper_closed: bool

    def __init__(
        self, *, lower: Decimal | None, upper: Decimal | None, lower_closed: bool = True, upper_closed: bool = True
    ) -> None:
        if not all(end is None or end.is_finite() for end in (lower, upper)):
            raise IntervalError(f"found the ends {lower} and {upper}, expected finite numbers, None for no end")
        if lower is not None and upper is not None and lower > upper:
            raise IntervalError(f"found the ends {lower} and {upper}, expected the lower one first")
        if lower is not None and lower == upper and not (lower_closed and upper_closed):
            raise IntervalError(f"found nothing between {lower} and itself, expected both ends closed")
        super().__init__(
            lower=lower,
            upper=upper,
            lower_closed=lower_closed and lower is not None,
            upper_closed=upper_closed and upper is not None,
        )

    @classmethod
    def point(cls, number: object) -> Interval:
        """Return the interval that holds one number."""
        value = as_decimal(number)
        return cls(lower=value, upper=value)

    @classmethod
    def exactly(cls, number: object) -> Interval:
        """Return the same as `point`; the name in use until version 0.1."""
        return cls.point(number)

    @property
    def is_bounded(self) -> bool:
        """Whether the interval has both ends."""
        return self.lower is not None and self.upper is not None

    def contains(self, number: object) -> bool:
        """Return whether a number, a float as its repr shows it, lies in the interval; `IntervalError` for a NaN."""
        value = number if isinstance(number, Fraction) else as_decimal(number)
        above = self.lower is None or value > self.lower or (value == self.lower and self.lower_closed)
        below = self.upper is None or value < self.upper or (value == self.upper and self.upper_closed)
        return above and below

    def overlaps(self, other: Interval) -> bool:
        """Return whether some number lies in both intervals."""
        return _meets(self._high, other._low) and _meets(other._high, self._low)

    def is_within(self, other: Interval) -> bool:
        """Return whether every number of this interval lies in the other."""
        low, high, outer_low, outer_high = self._low, self._high, other._low, other._high
        above = low[0] > outer_low[0] or (low[0] == outer_low[0] and low[1] <= outer_low[1])
        below = high[0] < outer_high[0] or (high[0] == outer_high[0] and high[1] <= outer_high[1])
        return above and below

    def is_below(self, other: Interval) -> bool:
        """Return whether no number of this interval is greater than any number of the other."""
        return self._high[0] <= other._low[0]

    def __neg__(self) -> Interval:
        return _between(_negative(self._high), _negative(self._low))

    def __add__(self, other: Interval) -> Interval:
        return _between(
            _end(ROUND_FLOOR, _sum, self._low, other._low), _end(ROUND_CEILING, _sum, self._high, other._high)
        )

    def __sub__(self, other: Interval) -> Interval:
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        return self._corners(_product, other)

    def __truediv__(self, other: Interval) -> Interval:
        if other.contains(0):
            raise ZeroDivisionError(f"found the divisor {other}, expected an interval without 0")
        return self._corners(_quotient, other) if other._low[0] >= 0 else -self / -other

    def _corners(self, compute: Callable[[End, End], End], other: Interval) -> Interval:
        """Apply an operation that is monotonic in both operands: its extremes are among the pairs of ends."""
        pairs = list(product((self._low, self._high), (other._low, other._high)))
        low = min((_end(ROUND_FLOOR, compute, *pair) for pair in pairs), key=lambda end: (end[0], not end[1]))
        high = max(_end(ROUND_CEILING, compute, *pair) for pair in pairs)
        return _between(low, high)

    def __str__(self) -> str:
        low = f"{'[' if self.lower_closed else '('}{'-∞' if self.lower is None else f'{self.lower:f}'}"
        return f"{low}, {'∞' if self.upper is None else f'{self.upper:f}'}{']' if self.upper_closed else ')'}"

    @property
    def _low(self) -> End:
        return (-INFINITY if self.lower is None else self.lower), self.lower_closed

    @property
    def _high(self) -> End:
        return (INFINITY if self.upper is None else self.upper), self.upper_closed


def as_decimal(number: object) -> Decimal:
    """Return a number as an exact decimal, a float as its repr shows it; `IntervalError` if it is not finite."""
    try:
        if isinstance(number, Fraction):
            with localcontext(Context(prec=DIGITS, traps=[Inexact])):
                return Decimal(number.numerator) / Decimal(number.denominator)
        value = (
            Decimal(number)
            if isinstance(number, int | Decimal)
            else Decimal(float.__repr__(number) if isinstance(number, float) else str(number))
        )
    except ArithmeticError:
        raise IntervalError(f"found {number!r}, expected a number") from None
    if isinstance(number, bool) or not value.is_finite():
        raise IntervalError(f"found {number!r}, expected a finite number")
    return value


def _meets(high: End, low: End) -> bool:
    return high[0] > low[0] or (high[0] == low[0] and high[1] and low[1])


def _between(low: End, high: End) -> Interval:
    return Interval(
        lower=low[0] if low[0].is_finite() else None,
        upper=high[0] if high[0].is_finite() else None,
        lower_closed=low[1],
        upper_closed=high[1],
    )


def _end(rounding: str, compute: Callable[..., End], *ends: End) -> End:
    """Compute an end of a result, rounded outwards; an end that had to be rounded is open."""
    with localcontext(Context(prec=DIGITS, rounding=rounding)) as context:
        context.clear_flags()
        value, closed = compute(*ends)
        return value or Decimal(0), closed and not context.flags[Inexact]  # floored, 1 - 1 is -0


def _sum(one: End, other: End) -> End:
    return one[0] + other[0], one[1] and other[1]


def _product(one: End, other: End) -> End:
    if one[0] == 0 or other[0] == 0:
        return Decimal(0), (one[0] == 0 and one[1]) or (other[0] == 0 and other[1])
    return one[0] * other[0], one[1] and other[1]


def _quotient(one: End, other: End) -> End:
    """Divide one end by an end of a positive divisor. Dividing by 0 gives ±∞; dividing by ∞ gives an open 0.

    ∞ by ∞ may be any number, but then ∞ by the other end of the divisor, which is finite, gives the ∞ that counts.
    """
    if one[0] == 0:
        return one
    if other[0] == 0:
        return INFINITY.copy_sign(one[0]), False
    if other[0].is_infinite():
        return Decimal(0), False
    return one[0] / other[0], one[1] and other[1]


def _negative(end: End) -> End:
    return end[0].copy_negate() or end[0], end[1]  # negated, 0 is -0


ONE, HUNDRED = Interval.point(1), Interval.point(100)
