"""The sign of a claim by the words around it, and whether its value can be of the measure at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from beijing_public_services.notation.chinese_words import MIRRORED
from beijing_public_services.notation.printed import read_printed

if TYPE_CHECKING:
    from decimal import Decimal
    from typing import Any

    from beijing_public_services.datapackage.package import DataPackage
    from beijing_public_services.model.indicator import Indicator
    from beijing_public_services.model.observation import Observation
    from beijing_public_services.notation.figure import Claim
    from beijing_public_services.verification.attribution import Attribution
    from beijing_public_services.verification.verdict import Verdict

CHANGES = ("growth", "difference")
PERIODS_BEFORE = ("previous_quarter", "previous_month")
LOWER_IS_BETTER = ("ug/m3",)
FALLS = re.compile(
    "decline|decrease|reduction|降幅|下降|减少"
)  # in the name of a change: it gives falls without a sign
FARTHEST = 4  # times the published value, or a part of it, that a claim may be to be of the same measure


def signed_claim(found: Attribution, indicator: Indicator, package: DataPackage) -> Claim | None:
    """Return the claim with its unit and the sign that the words give it; None where they give none."""
    claim = found.found
    if found.exceeds and claim.upper is not None:
        return None
    changes: dict[str, Any] = {}
    if found.exceeds and claim.bound == "exact":
        changes["bound"] = "gt"
    if found.unit and not claim.unit:
        changes["unit"] = found.unit
    claim = claim.__replace__(**changes)
    motion = found.motion or ("fall" if FALLS.search(found.subject.text) else "")
    if indicator.measure in CHANGES and motion:
        falls = is_fall(motion, claim.value, indicator, package)
        if falls is None:
            return None
        if falls != (claim.value < 0):
            return opposite(claim)
    elif indicator.measure not in CHANGES and claim.value < 0:
        return opposite(claim)
    return claim


def opposite(claim: Claim) -> Claim:
    """Return a claim with the other sign: the ends of a range change places, and so do bounds from above and below."""
    value, upper = (-claim.value, None) if claim.upper is None else (-claim.upper, -claim.value)
    return claim.__replace__(value=value, upper=upper, bound=MIRRORED.get(claim.bound, claim.bound))


def is_fall(motion: str, value: Decimal, indicator: Indicator, package: DataPackage) -> bool | None:
    """Return whether a word makes a change a fall; None for an improvement of what may be better high or low."""
    if motion != "improve":
        return motion == "fall"
    if value < 0:
        return True
    return package.indicator(indicator.parent).unit in LOWER_IS_BETTER if indicator.parent else None


def is_finer(claim: Claim, observation: Observation) -> bool:
    """Return whether a claim has more digits than the published figure and rounds to it, up or down; no range does."""
    if claim.upper is not None:
        return False
    step = read_printed(observation.printed).resolution
    return claim.resolution < step and abs(claim.value - observation.decimal) * 2 <= step


def is_far(value: Decimal, observation: Observation, verdict: Verdict) -> bool:
    """Return whether a claim is too far from the published figure to be of the same measure."""
    if verdict.diagnosis or not value or not observation.decimal:
        return False
    ratios = [abs(value / end) for end in (observation.decimal, observation.highest) if end]
    return all(ratio > FARTHEST or ratio * FARTHEST < 1 for ratio in ratios)
