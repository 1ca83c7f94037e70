"""Asserting, in a test of yours, that a value is the published figure."""

from __future__ import annotations

from decimal import Decimal
from math import isfinite
from numbers import Rational, Real
from typing import TYPE_CHECKING, Any

from beijing_public_services.store import bundled
from beijing_public_services.verification import CERTAIN, in_the_unit_of, verify

if TYPE_CHECKING:
    from beijing_public_services._ids import IndicatorId
    from beijing_public_services.package import DataPackage
    from beijing_public_services.verdicts import Verdict

DIGITS = 12  # of a float, as of the factors that units convert by: what is finer is noise of arithmetic
SLIPS = frozenset(CERTAIN) - {"bound_dropped", "bound_reversed"}  # a number claims no bound


def assert_published(
    indicator: IndicatorId,
    value: object,
    *,
    area: str | None = None,
    period: str | None = None,
    category: str | None = None,
    package: DataPackage | None = None,
) -> None:
    """Pass where a value agrees with the published figure; else raise `AssertionError`, whose message is the verdict.

    A number (in the indicator's unit) or a pint quantity agrees where it lies in the figure's interval, that is where
    it rounds to what is printed or keeps to its bound, and is no slip that `verify` names for certain, such as a wrong
    scale. A float is taken to twelve significant digits, any other number exactly. A text agrees where its verdict is
    `match` or `consistent`. What cannot be compared does not agree. Area, period and category choose the figure as in
    `verify`; `UnknownIndicatorError` for an unknown id. The message gives the interval and what was found.

    >>> assert_published("environment.pm2_5_annual_mean", 30.49)
    >>> assert_published("infrastructure.fixed_asset_investment", 900_000_000_000)
    Traceback (most recent call last):
    AssertionError: For infrastructure.fixed_asset_investment (CN-BJ, 2024) s4.p1 prints 超过9000亿元. Only a bound is \
printed, the claim is exact.
    Found 900000000000; what is printed leaves possible (900000000000, ∞) yuan.
    """
    __tracebackhide__ = True  # in pytest the traceback ends at the line of the test
    package = package or bundled()
    verdict = verify(indicator, _settled(value), area=area, period=period, category=category, package=package)
    agrees = verdict.status in ("match", "consistent") if isinstance(value, str) else _holds(verdict, package)
    if not agrees:
        raise AssertionError(_message(verdict, package))


def _settled(value: Any) -> object:
    """The value without the noise of arithmetic with floats; what is exact, or no number, stays as it is."""
    if hasattr(value, "magnitude") and hasattr(value, "units"):
        return type(value)(_settled(value.magnitude), value.units)
    if isinstance(value, Real) and not isinstance(value, Rational) and isfinite(value):
        return Decimal(format(Decimal(f"{Decimal(str(value)):.{DIGITS}g}").normalize(), "f"))
    return value


def _holds(verdict: Verdict, package: DataPackage) -> bool:
    """Whether the number that a verdict is about lies in the interval of its figure."""
    if verdict.claim is None or verdict.observation is None or verdict.interval is None or verdict.diagnosis in SLIPS:
        return False
    value, _ = in_the_unit_of(verdict.claim, verdict.observation, package)
    return value is not None and verdict.interval.contains(value)


def _message(verdict: Verdict, package: DataPackage) -> str:
    """What the verdict says, then the value that was found and what the figure leaves possible."""
    if verdict.claim is None or verdict.observation is None or verdict.interval is None:
        return verdict.sentence
    unit = verdict.observation.unit
    value, _ = in_the_unit_of(verdict.claim, verdict.observation, package)
    converted = "" if value is None or value == verdict.claim.value else f" ({value.normalize():f} {unit})"
    possible = f"what is printed leaves possible {verdict.interval} {unit}"
    return f"{verdict.sentence}\nFound {verdict.claim.text}{converted}; {possible}."
