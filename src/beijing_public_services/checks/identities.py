"""The arithmetic between figures: what an identity computes from the printed ones, and whether it holds."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from beijing_public_services._record import Record
from beijing_public_services.notation.interval import HUNDRED, ONE, Interval

if TYPE_CHECKING:
    from collections.abc import Callable

    from beijing_public_services.datapackage.package import DataPackage
    from beijing_public_services.model.evidence import Identity
    from beijing_public_services.model.observation import Observation

Outcome = Literal["holds", "fails", "cannot_tell"]

COMPUTED: dict[str, Callable[[Interval, Interval], Interval]] = {
    "ratio": lambda left, right: HUNDRED * left / right,
    "difference": lambda left, right: left - right,
    "sum": lambda left, right: left + right,
    "growth": lambda left, right: HUNDRED * (left / right - ONE),
    "days_of_year": lambda left, right: HUNDRED * left / right,
}


class Evaluation(Record):
    """What evaluating an identity gave: `computed` is None for a relation that only compares two figures.

    `cannot_tell`: a bound leaves open whether the relation holds. The tolerance is what the printed digits leave open,
    and nothing else. `as_printed` is stricter: the outcome where the printed values that have no bound are taken for
    the truth itself. It can fail where rounding still leaves the relation possible.
    """

    identity: Identity
    outcome: Outcome
    computed: Interval | None
    as_printed: Outcome

    @property
    def is_discrepancy(self) -> bool:
        """Whether it fails, or fails for the printed values themselves."""
        return "fails" in (self.outcome, self.as_printed)


def evaluate(package: DataPackage) -> tuple[Evaluation, ...]:
    """Every identity of a package, evaluated, in the order of its file.

    >>> from beijing_public_services import bundled
    >>> {each.outcome for each in evaluate(bundled())}
    {'holds'}
    """
    observations = {each.id: each for each in package.observations}
    return tuple(_evaluated(each, observations) for each in package.identities)


def observations_in_identities(package: DataPackage) -> tuple[Observation, ...]:
    """The observations that an identity speaks of, in the order of the indicators."""
    named = {id_ for each in package.identities for id_ in (each.result, each.left, each.right)}
    return tuple(each for each in package.observations if each.id in named)


def _evaluated(identity: Identity, observations: dict[str, Observation]) -> Evaluation:
    outcome, computed = _judged(identity, observations, lambda figure: figure.interval)
    as_printed, _ = _judged(identity, observations, _as_printed)
    return Evaluation(identity=identity, outcome=outcome, computed=computed, as_printed=as_printed)


def _as_printed(figure: Observation) -> Interval:
    return Interval.point(figure.decimal) if figure.bound == "exact" else figure.interval


def _judged(
    identity: Identity, observations: dict[str, Observation], meant: Callable[[Observation], Interval]
) -> tuple[Outcome, Interval | None]:
    """The outcome, and what was computed, where the operands are what `meant` takes them for."""
    first = observations[identity.left]
    needed = {"days_of_year": identity.result, **dict.fromkeys(("subset", "threshold", "streak"), identity.right)}
    operands = needed.get(identity.kind, identity.result and identity.right)
    if not operands or (identity.kind == "days_of_year" and ".." in first.period):
        return "cannot_tell", None
    if identity.kind == "streak":
        years = _years_between(first, observations[identity.right])
        if years is None:
            return "cannot_tell", None
        return _allows(meant(first), meant(observations[identity.right]) + Interval.point(Decimal(years))), None
    left = meant(first)
    right = _days(first) if identity.kind == "days_of_year" else meant(observations[identity.right])
    if identity.kind == "subset":
        return _at_most(left, right), None
    if identity.kind == "threshold":
        return _allows(left, right), None
    if identity.kind in ("ratio", "growth") and right.contains(0):
        return "cannot_tell", None
    computed = COMPUTED[identity.kind](left, right)
    return _allows(observations[identity.result].interval, computed), computed


def _at_most(left: Interval, right: Interval) -> Outcome:
    if left.is_below(right):
        return "holds"
    return "fails" if right.is_below(left) and not right.overlaps(left) else "cannot_tell"


def _allows(printed: Interval, found: Interval) -> Outcome:
    """Whether a printed figure allows another: two rounded figures need only meet, a bound must hold for all of it."""
    if not printed.overlaps(found):
        return "fails"
    return "holds" if found.is_within(printed) or (printed.is_bounded and found.is_bounded) else "cannot_tell"


def _years_between(later: Observation, earlier: Observation) -> int | None:
    """How many years lie between two periods; None if one of them is not of one year."""
    last, first = later.parsed_period.year, earlier.parsed_period.year
    return None if last is None or first is None else last - first


def _days(observation: Observation) -> Interval:
    """How many days the period has."""
    from datetime import date

    first, last = observation.parsed_period.start, observation.parsed_period.end
    return Interval.point(Decimal((date(*last) - date(*first)).days + 1))
