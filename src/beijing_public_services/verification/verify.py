"""Holding a claim against the published figure: whether it is what is printed, follows from it, or is not."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from beijing_public_services.errors import AmbiguousObservationError, UnknownObservationError, UnknownUnitError
from beijing_public_services.model.indicator import Indicator
from beijing_public_services.notation.claim import EXPECTED, ClaimError, read_claim
from beijing_public_services.notation.convention import interval_of
from beijing_public_services.notation.decimals import with_exact_decimals
from beijing_public_services.notation.figure import PrintedFigure
from beijing_public_services.notation.interval import Interval
from beijing_public_services.notation.locators import report_of
from beijing_public_services.verification.diagnosis import diagnose, place_of
from beijing_public_services.verification.verdict import Verdict
from beijing_public_services.verification.whole_claim import read_whole

if TYPE_CHECKING:
    from beijing_public_services.datapackage.package import DataPackage
    from beijing_public_services.model.observation import Observation
    from beijing_public_services.notation.figure import Claim
    from beijing_public_services.verification.verdict import Diagnosis, Reason, VerdictStatus

    Ends = tuple[Decimal, Decimal]

CERTAIN = ("scale", "fraction", "sign", "unit", "bound_dropped", "bound_reversed")  # even where the claim may hold


@with_exact_decimals
def verify(
    indicator: str | Indicator,
    claim: object,
    package: DataPackage,
    *,
    area: str | None = None,
    period: str | None = None,
    category: str | None = None,
) -> Verdict:
    """Return whether a claim about an indicator is what is published, offline, with a diagnosis where it is not.

    All words of a text are read. The place, year or category that it names chooses the figure, unless the arguments do;
    a word that is not understood, or that plans, denies or limits, gives `cannot_verify`, and the verdict names it. A
    figure printed twice with different force is compared in both.

    Args:
        indicator: An indicator or its id.
        claim: A number (in the indicator's unit), a pint quantity, or a text with one figure, in English or Chinese.
        package: The data package to verify against.
        area: The id of an area, as in `Indicator.observation`.
        period: A period in SDMX form.
        category: The id of a category.

    Raises:
        TypeError: The claim is neither a number, a quantity nor a text.
        UnknownIndicatorError: The package has no such indicator.
    """
    if not _is_claim(claim):
        raise TypeError(f"verify() needs a claim that is {EXPECTED}; found {type(claim).__name__} {repr(claim)[:40]}")
    measured = indicator if isinstance(indicator, Indicator) else package.indicator(indicator)
    try:
        read = read_claim(claim, package.unit_registry)
    except ClaimError as error:
        return _unverified(measured.id, "unreadable", str(error))
    if not isinstance(claim, str):
        return verify_claim(measured, read, package, area=area, period=period, category=category)
    whole = read_whole(claim, read, measured, package, area=area, period=period, category=category)
    if isinstance(whole, str):
        if not read.unit and claim[read.end :].strip().startswith(whole):
            detail = f"found {whole!r}, expected a unit of the vocabulary"
            return _unverified(measured.id, "unknown_unit", detail, read)
        return _unverified(measured.id, "not_understood", f"found {whole!r}", read)
    return verify_claim(measured, whole.claim, package, area=whole.area, period=whole.period, category=whole.category)


def _is_claim(claim: object) -> bool:
    """Return whether something is of a type that can claim a value."""
    from numbers import Real

    is_number = isinstance(claim, Real | Decimal) and not isinstance(claim, bool)
    return isinstance(claim, str) or is_number or (hasattr(claim, "magnitude") and hasattr(claim, "units"))


def verify_claim(
    indicator: Indicator,
    claim: Claim,
    package: DataPackage,
    *,
    area: str | None = None,
    period: str | None = None,
    category: str | None = None,
) -> Verdict:
    """The verdict on a claim that has been read."""
    try:
        chosen = indicator.observation(area=area, period=period, category=category)
    except UnknownObservationError as error:
        return _unverified(indicator.id, "no_figure", str(error), claim)
    except AmbiguousObservationError as error:
        return _unverified(indicator.id, "ambiguous", str(error), claim)
    is_elsewhere = chosen.source.kind == "publication"  # then each publication that prints it is compared with
    same = [
        each
        for each in indicator.observations
        if place_of(each) == place_of(chosen)
        and (is_elsewhere or each.source.kind != "publication")
        and report_of(each.locator) == report_of(chosen.locator)
    ]
    verdicts = [_compared(claim, each, indicator, package) for each in same]
    return min(verdicts, key=lambda verdict: (_weight(verdict), verdict.observation is not chosen))


def _weight(verdict: Verdict) -> int:
    """Which verdict tells most, where a figure is printed twice: the least."""
    order = ("match", "certain", "consistent", "named", "mismatch", "cannot_verify")
    if verdict.status == "mismatch" and verdict.diagnosis:
        return order.index("certain" if verdict.diagnosis in CERTAIN else "named")
    return order.index(verdict.status)


def _unverified(indicator: str, reason: Reason, detail: str, claim: Claim | None = None) -> Verdict:
    return Verdict(status="cannot_verify", indicator=indicator, claim=claim, reason=reason, detail=detail)


def _compared(claim: Claim, observation: Observation, indicator: Indicator, package: DataPackage) -> Verdict:
    try:
        ends = in_the_unit_of(claim, observation, package)
    except UnknownUnitError as error:
        return _unverified(indicator.id, "unknown_unit", str(error), claim)
    interval = observation.interval
    status: VerdictStatus = "mismatch"
    diagnosis: Diagnosis
    if ends is None:
        diagnosis, neighbour = _slip_of_unit({claim.unit, observation.unit}), None
    else:
        status = judge(claim, ends, observation, interval)
        diagnosis, neighbour = ("rounding" if status == "consistent" and claim.bound == "exact" else ""), None
        if status != "match":
            slip, other = diagnose(claim, ends, observation, indicator, package)
            if status == "mismatch" or slip in CERTAIN:
                status, diagnosis, neighbour = "mismatch", slip, other
    return Verdict(
        status=status,
        diagnosis=diagnosis,
        indicator=indicator.id,
        claim=claim,
        observation=observation,
        interval=interval,
        neighbour=neighbour,
    )


def in_the_unit_of(claim: Claim, observation: Observation, package: DataPackage) -> Ends | None:
    """The ends of a claim in the unit of the figure, both its value if it is no range; None in a unit of another kind.

    A claim without a unit is taken to be in the figure's, and one in what the unit divides counts too: 14417元 for a
    pay in yuan per month.
    """
    from beijing_public_services.notation.units import counts_in, numerator, ratio

    ends = claim.value, claim.upper_end.value
    if not claim.unit:
        return ends
    whole, definitions = observation.unit, package.unit_registry
    for unit in (whole, numerator(whole, definitions)):
        factor = ratio(claim.unit, unit, definitions)
        if factor is not None:
            return ends[0] * factor, ends[1] * factor
    return ends if counts_in(claim.unit, whole, definitions) else None


def _slip_of_unit(units: set[str]) -> Diagnosis:
    return "percentage_point" if units == {"percent", "percentage_point"} else "unit"


def judge(claim: Claim, ends: Ends, observation: Observation, interval: Interval) -> VerdictStatus:
    """How a value with the claim's bound stands to a figure, without naming the slip.

    `ends` are those of a range; a claim of one value has it at both ends.
    """
    value, highest = ends
    if claim.bound == observation.bound and ends == (observation.decimal, observation.highest):
        return "match"
    if claim.bound == "exact":
        if observation.bound != "exact":
            return "cannot_verify" if interval.contains(value) else "mismatch"
        return "consistent" if _is_rounded(claim, value, observation.decimal) else "mismatch"
    upper = None if claim.upper is None else highest
    claimed = interval_of(PrintedFigure(number=value, power=0, bound=claim.bound, unit="", upper=upper), counted=False)
    if interval.is_within(claimed):
        return "consistent"
    return "cannot_verify" if interval.overlaps(claimed) else "mismatch"


def _is_rounded(claim: Claim, value: Decimal, printed: Decimal) -> bool:
    """Whether the printed value, rounded half up to the places of the claim, is the claim's.

    `value` is the claim's in the unit of the figure. Zeros at the end of a whole number with two or more other digits
    count as places left out: 920 billion for 915.33, but not 31.0 for 30.5.
    """
    if not value:
        return False
    place = claim.resolution * value / claim.value
    normal = value.normalize().as_tuple()
    if claim.resolution >= 1 and len(normal.digits) >= 2:
        place = max(place, Decimal(1).scaleb(int(normal.exponent)))
    return (printed / place).quantize(Decimal(1), ROUND_HALF_UP) * place == value
