"""Naming the slip that turns a printed figure into a wrong claim."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from beijing_public_services.errors import PrintedFigureError
from beijing_public_services.model.vintages import thing_of
from beijing_public_services.notation.locators import report_of
from beijing_public_services.notation.multilingual import read_in_any_language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from beijing_public_services.datapackage.package import DataPackage
    from beijing_public_services.model.evidence import CrossCheck
    from beijing_public_services.model.indicator import Indicator
    from beijing_public_services.model.observation import Observation
    from beijing_public_services.notation.figure import Claim
    from beijing_public_services.verification.verdict import Diagnosis

    Named = tuple[Diagnosis, Observation | None]
    Ends = tuple[Decimal, Decimal]

ABOVE, BELOW = {"gt", "ge", "some_over"}, {"lt", "le", "nearly"}
FEWEST_DIGITS = 2  # a value of one digit is no sign of the figure that it belongs to


def is_reversed(claimed: str, printed: str) -> bool:
    """Whether one of two bounds limits from above and the other from below."""
    return (claimed in ABOVE and printed in BELOW) or (claimed in BELOW and printed in ABOVE)


def diagnose(claim: Claim, ends: Ends, observation: Observation, indicator: Indicator, package: DataPackage) -> Named:
    """The slip that makes the printed figure the claim, and the figure that the value belongs to where it is another's.

    The claim is one that is not what is printed. `ends` are its own in the unit of the figure; those of one value are
    the same. The likeliest slip is named: a value that another figure prints in full before a single digit gone wrong.
    Empty where none fits.
    """
    (value, _), printed = ends, observation.decimal
    if claim.bound == "exact" and _is_printed(value, observation.disputes):
        return "disputed", None
    if claim.bound == "exact" and _is_printed(value, observation.questions):
        return "questioned", None
    if claim.upper is not None or observation.upper is not None:
        return _of_a_range(claim, ends, observation, indicator)
    if value == -printed and printed:
        return "sign", None
    if claim.value != value and claim.value == printed:
        return "unit", None
    if observation.unit == "percent" and value * 100 == printed and not claim.unit and claim.bound == observation.bound:
        return "fraction", None
    if is_reversed(claim.bound, observation.bound) and value == printed:
        return "bound_reversed", None
    if claim.bound == "exact" and value == printed:
        return "bound_dropped", None
    if claim.bound in ("exact", observation.bound) and _is_scaled(value, printed):
        return "scale", None
    diagnosis, other = _elsewhere(ends, observation, indicator)
    if other is not None:
        return diagnosis, other
    neighbour = _neighbour(value, observation, indicator, package)
    digits = len(_significant(value))
    if neighbour is not None and (
        digits > FEWEST_DIGITS or (digits == FEWEST_DIGITS and _is_beside(neighbour, observation))
    ):
        return "other_indicator", neighbour
    if _is_one_digit_off(value, printed):
        return "digits", None
    if neighbour is not None and digits == FEWEST_DIGITS:
        return "other_indicator", neighbour
    return "", None


def _of_a_range(claim: Claim, ends: Ends, observation: Observation, indicator: Indicator) -> Named:
    """The slip where the claim or the printed figure is a range."""
    (low, high), (least, most) = ends, (observation.decimal, observation.highest)
    if claim.bound == "exact" and low in (least, most):
        return "bound_dropped", None
    if ends != (least, most):
        if ends == (-most, -least):
            return "sign", None
        if _is_scaled(high, most) and low * most == high * least:
            return "scale", None
    return _elsewhere(ends, observation, indicator)


def _elsewhere(ends: Ends, observation: Observation, indicator: Indicator) -> Named:
    """The figure of the same indicator that a value or a range belongs to, and how it differs from the other."""
    for other in indicator.observations:
        if (other.decimal, other.highest) == ends and _is_superseded(other, observation):
            return "superseded", other
        if (other.decimal, other.highest) == ends and place_of(other) != place_of(observation):
            return _difference(other, observation), other
    return "", None


def place_of(observation: Observation) -> tuple[str, str, str]:
    """Area, period and category: what tells a figure from the others of its indicator."""
    return observation.area, observation.period, observation.category


def _is_superseded(other: Observation, observation: Observation) -> bool:
    """Whether an earlier report prints the other figure for the thing that the observation is of."""
    if not (other.locator and observation.locator) or report_of(other.locator) == report_of(observation.locator):
        return False
    return thing_of(other) == thing_of(observation)


def _is_printed(value: Decimal, checks: Iterable[CrossCheck]) -> bool:
    """Whether a value is what one of the other publications prints that differ from the figure."""
    return value in [Decimal(repr(each.value)) for each in checks if each.verdict == "differs" and not _is_range(each)]


def _is_range(check: CrossCheck) -> bool:
    try:
        return read_in_any_language(check.printed, Decimal(repr(check.value))).upper is not None
    except PrintedFigureError:
        return False


def _difference(other: Observation, observation: Observation) -> Diagnosis:
    if other.area != observation.area:
        return "other_area"
    return "other_category" if other.category != observation.category else "other_period"


def _is_scaled(value: Decimal, printed: Decimal) -> bool:
    """Return whether value and figure, which are not equal, are a power of ten apart."""
    is_same_sign = value.is_signed() == printed.is_signed()
    return bool(value) and is_same_sign and _significant(value) == _significant(printed)


def _neighbour(
    value: Decimal, observation: Observation, indicator: Indicator, package: DataPackage
) -> Observation | None:
    """The nearest figure of another indicator that is this value in the same unit: one of the same topic before others.

    Of the same topic, those for the same area and period come first.
    """
    found = [
        (each.topic != indicator.topic, not _is_beside(other, observation), other)
        for each in package.by_domain(indicator.domain)
        if each.id != indicator.id and each.unit == indicator.unit
        for other in each.observations
        if other.decimal == other.highest == value
    ]
    return min(found, key=lambda entry: entry[:2])[2] if found else None


def _is_beside(other: Observation, observation: Observation) -> bool:
    return (other.area, other.period) == (observation.area, observation.period)


def _significant(value: Decimal) -> tuple[int, ...]:
    """Return the digits of a value without zeros before and after them."""
    return value.normalize().as_tuple().digits


def _is_one_digit_off(value: Decimal, printed: Decimal) -> bool:
    """Whether one digit is changed or dropped, or two neighbours have changed places."""
    if value.is_signed() != printed.is_signed():
        return False
    aligned = max(-int(value.as_tuple().exponent), -int(printed.as_tuple().exponent))
    forms = (
        [f"{abs(each):f}".replace(".", "") for each in (value, printed)],
        [f"{abs(each).scaleb(aligned):.0f}" for each in (value, printed)],
    )
    return any(_is_slip(claimed, right) for claimed, right in forms)


def _is_slip(claimed: str, right: str) -> bool:
    if len(claimed) == len(right):
        off = [place for place in range(len(right)) if claimed[place] != right[place]]
        return len(off) == 1 or (
            len(off) == 2
            and off[1] - off[0] == 1
            and claimed[off[0]] + claimed[off[1]] == right[off[1]] + right[off[0]]
        )
    dropped = (right[:place] + right[place + 1 :] for place in range(len(right)))
    return len(claimed) == len(right) - 1 and claimed in dropped
