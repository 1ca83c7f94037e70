"""Asserting in a test of yours that a value agrees with the published figure."""

from __future__ import annotations

from decimal import Decimal
from math import isfinite
from numbers import Rational, Real
from typing import TYPE_CHECKING, Any, overload

if TYPE_CHECKING:
    from beijing_public_services._generated.ids import IndicatorId
    from beijing_public_services.datapackage.package import DataPackage
    from beijing_public_services.model.indicator import Indicator

DIGITS = 12  # of a float, as of the factors that units convert by: what is finer is noise of arithmetic
BOUNDS = ("bound_dropped", "bound_reversed")  # slips that a number cannot make: it claims no bound


@overload
def assert_published(
    indicator: IndicatorId | Indicator,
    value: object,
    *,
    area: str | None = None,
    period: str | None = None,
    category: str | None = None,
    package: None = None,
) -> None: ...
@overload
def assert_published(
    indicator: str | Indicator,
    value: object,
    *,
    area: str | None = None,
    period: str | None = None,
    category: str | None = None,
    package: DataPackage,
) -> None: ...
def assert_published(
    indicator: str | Indicator,
    value: object,
    *,
    area: str | None = None,
    period: str | None = None,
    category: str | None = None,
    package: DataPackage | None = None,
) -> None:
    """Assert that a value agrees with the published figure of an indicator.

    A number (in the indicator's unit) or a pint quantity agrees if it lies in the figure's interval: it rounds to the
    printed figure or keeps to its bound. It does not agree if it is a slip that `verify` is certain of, such as a wrong
    scale. A float is taken to twelve significant digits, any other number exactly. A text agrees if its verdict is
    `match` or `consistent`. A value that cannot be compared does not agree.

    Args:
        indicator: the indicator or its id.
        value: a number, a pint quantity or a text with one figure.
        area: the area of the figure; the headline area unless given. `period` and `category` choose likewise.
        period: see `area`.
        category: see `area`.
        package: the bundled package unless given.

    Raises:
        AssertionError: the value does not agree; the message gives the verdict, the interval and the value.
        UnknownIndicatorError: the package has no indicator of this id.

    >>> assert_published("environment.pm2_5_annual_mean", 30.49)
    >>> assert_published("infrastructure.fixed_asset_investment", 900_000_000_000)
    Traceback (most recent call last):
    AssertionError: Fixed-asset investment (Beijing, 2024): the report prints 超过9000亿元 (s4.p1). Only a bound \
or a range is printed, the claim is exact.
    Found 900000000000; what is printed leaves possible (900000000000, ∞) yuan.
    """
    __tracebackhide__ = True  # in pytest the traceback ends at the line of the test
    from beijing_public_services.notation.decimals import with_exact_decimals

    disagreement = with_exact_decimals(_disagreement)(
        indicator, value, package, area=area, period=period, category=category
    )
    if disagreement:
        raise AssertionError(disagreement)


def _disagreement(indicator: str | Indicator, value: object, package: DataPackage | None, **chosen: str | None) -> str:
    """Return how a value and the published figure disagree, for a person; "" if they agree."""
    from beijing_public_services.api.questions import bundled  # a test session imports what verifies when it asserts
    from beijing_public_services.verification.verify import CERTAIN, in_the_unit_of, verify

    package = package or bundled()
    id = indicator if isinstance(indicator, str) else indicator.id
    try:
        verdict = verify(id, _round_float_noise(value), **chosen, package=package)
    except TypeError as error:
        return str(error)
    claim, figure, interval = verdict.claim, verdict.observation, verdict.interval
    if claim is None or figure is None or interval is None:
        return verdict.sentence
    ends = in_the_unit_of(claim, figure, package)
    found = ends[0] if ends else None
    if isinstance(value, str):
        agrees = verdict.status in ("match", "consistent")
    else:
        is_slip = verdict.diagnosis in CERTAIN and verdict.diagnosis not in BOUNDS
        agrees = found is not None and interval.contains(found) and not is_slip
    if agrees:
        return ""
    converted = "" if found is None or found == claim.value else f" ({found.normalize():f} {figure.unit})"
    possible = f"what is printed leaves possible {interval} {figure.unit}"
    return f"{verdict.sentence}\nFound {claim.text}{converted}; {possible}."


def _round_float_noise(value: Any) -> object:
    """Return the value without the noise of float arithmetic; an exact number, or any other value, stays as it is."""
    if hasattr(value, "magnitude") and hasattr(value, "units"):
        return type(value)(_round_float_noise(value.magnitude), value.units)
    if isinstance(value, Real) and not isinstance(value, Rational) and isfinite(value):
        return Decimal(format(Decimal(f"{Decimal(str(value)):.{DIGITS}g}").normalize(), "f"))
    return value
