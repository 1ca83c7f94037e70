"""Rules of meaning: the arithmetic between figures holds, to the digits that are printed."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal, localcontext
from typing import TYPE_CHECKING

from beijing_public_services.checks.identities import evaluate
from beijing_public_services.checks.rule import Finding, rule
from beijing_public_services.datapackage.contract import RESOURCES
from beijing_public_services.datapackage.loader import build
from beijing_public_services.errors import BeijingPublicServicesError
from beijing_public_services.model.row_ids import identity_id
from beijing_public_services.notation.decimals import CONTEXT

if TYPE_CHECKING:
    from beijing_public_services.checks.identities import Evaluation
    from beijing_public_services.checks.rule import Found
    from beijing_public_services.datapackage.package import DataPackage
    from beijing_public_services.datapackage.tables import Tables
    from beijing_public_services.notation.interval import Interval

COMPUTES = ("ratio", "difference", "sum", "growth", "days_of_year")
NEEDED = [each.name for each in RESOURCES if each.name == "identities" or not each.optional]


@rule("identities")
def identity_ids_follow_their_row(tables: Tables) -> Found:
    """The id of an identity is the one that its own row gives."""
    for number, row in tables["identities"].numbered():
        if row["id"] != identity_id(row):
            yield Finding("identities", number, "id", repr(row["id"]), repr(identity_id(row)))


@rule("identities")
def identities_are_complete(tables: Tables) -> Found:
    """An identity that computes names its result, one that compares has none; `days_of_year` has no right side."""
    for number, row in tables["identities"].numbered():
        for column, needed in (
            ("result", row["kind"] in COMPUTES),
            ("right", row["kind"] != "days_of_year"),
            ("left", True),
        ):
            if bool(row[column]) != needed:
                found = f"{row[column]!r} for the kind {row['kind']!r}"
                yield Finding("identities", number, column, found, "an observation" if needed else "none")


@rule(*NEEDED)
def identities_hold(tables: Tables) -> Found:
    """Each identity holds, also for the printed values, or a bound leaves it open; only known discrepancies fail.

    It holds if the intervals of the printed digits allow it. If they do, but the printed values themselves give another
    figure, that is a discrepancy too.
    """
    if not tables["identities"].rows:
        return
    try:
        package = build(tables)
        evaluations = evaluate(package)
    except (BeijingPublicServicesError, KeyError):
        return  # what keeps the package from being read is found by other rules
    for number, each in enumerate(evaluations, 2):
        if each.is_discrepancy and not each.identity.known_discrepancy:
            expected = "figures that agree, or the reason in known_discrepancy"
            yield Finding("identities", number, "kind", _contradiction(each, package), expected)
        if each.identity.known_discrepancy and not each.is_discrepancy:
            found = f"{each.outcome!r} for the known discrepancy"
            yield Finding("identities", number, "known_discrepancy", found, "one that fails, or no reason")


def _contradiction(evaluation: Evaluation, package: DataPackage) -> str:
    """What an identity computes from the printed figures beside what it should give, rounded to what is printed."""
    identity = evaluation.identity
    observations = {each.id: each for each in package.observations}
    named = [each for each in (identity.left, identity.right) if each in observations]
    given = " and ".join(f"{observations[each].printed} ({each})" for each in named)
    if evaluation.computed is None:
        return f"{given}, which contradict the relation {identity.kind!r}"
    result = observations[identity.result]
    places = max(0, -int(result.decimal.as_tuple().exponent)) + 1
    computed = _rounded(evaluation.computed, places)
    why = "" if evaluation.outcome == "fails" else ", and the printed values themselves do not give it"
    return f"{result.printed} ({identity.result}), but the {identity.kind} of {given} lies in {computed}{why}"


def _rounded(interval: Interval, places: int) -> Interval:
    """An interval with its ends rounded outwards to so many decimal places, to be shown."""
    with localcontext(CONTEXT):
        step = Decimal(1).scaleb(-places)
        low, high = (
            None if end is None else (end / step).to_integral_value(rounding) * step
            for end, rounding in ((interval.lower, ROUND_FLOOR), (interval.upper, ROUND_CEILING))
        )
    return interval.replace(lower=low, upper=high)
