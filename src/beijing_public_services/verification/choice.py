"""Choosing the published figure that a figure of a text is held against, or the reason why there is none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from beijing_public_services.datapackage.place_names import DISTRICT, ELSEWHERE
from beijing_public_services.errors import UnknownUnitError
from beijing_public_services.verification.attribution import Passed
from beijing_public_services.verification.context import UNCLEAR, period_of
from beijing_public_services.verification.refusals import CONSECUTIVE
from beijing_public_services.verification.signs import CHANGES, PERIODS_BEFORE, is_far, is_finer, signed_claim
from beijing_public_services.verification.verify import verify_claim

if TYPE_CHECKING:
    from decimal import Decimal

    from beijing_public_services.datapackage.package import DataPackage
    from beijing_public_services.model.indicator import Indicator
    from beijing_public_services.notation.figure import Claim
    from beijing_public_services.verification.attribution import Attribution
    from beijing_public_services.verification.context import When
    from beijing_public_services.verification.names import Names
    from beijing_public_services.verification.passage_report import PassageReason
    from beijing_public_services.verification.verdict import Verdict

    Key = tuple[str, Decimal, Decimal | None, Decimal, str, str, str, str | None, str | None, str | None]

SAYS_CHANGE = re.compile(
    "growth|inflation|cpi|增速|增长|涨幅|变化|幅度|降幅|同比|decline|reduction|change|增幅|高出|涨"
)
PLACES = {ELSEWHERE: "a place that the package has no figure of", DISTRICT: "a part of an area", UNCLEAR: "not clear"}
UNCOUNTED = (
    "year",
    "calendar_year",
    "rank",
    "percent",
    "percentage_point",
    "minute",
    "water_quality_class",
)


class Chooser:
    """Chooses figures of one package; the same claim is verified once."""

    def __init__(self, package: DataPackage, names: Names) -> None:
        """Begin with a package and its names."""
        self.package, self.names = package, names
        self.children: dict[str, list[Indicator]] = {}
        for indicator in package.indicators:
            if indicator.parent:
                self.children.setdefault(indicator.parent, []).append(indicator)
        self.called: dict[str, list[str]] = {}
        for name, ids in names.ids.items():
            for id_ in ids:
                self.called.setdefault(id_, []).append(name)
        self.known: dict[Key, Verdict] = {}
        self.fitting: dict[tuple[str, str], bool] = {}

    def verdict(self, found: Attribution) -> list[Verdict] | Passed:
        """Return the verdict on an attributed figure, or why there is none."""
        candidates, reason = self._candidates(found)
        if len(candidates) != 1:
            return self._passed(found, reason or "ambiguous")
        indicator = candidates[0]
        area = self._area(found, indicator)
        if isinstance(area, Passed):
            return area
        category = found.category if any(each.category == found.category for each in indicator.observations) else None
        claim = signed_claim(found, indicator, self.package)
        if claim is None:
            return self._passed(found, "change")
        period = self._period(found.when, indicator, area, category or "")
        if period == UNCLEAR:
            return self._passed(found, "time")
        verdict = self._verified(indicator, claim, area, period, category)
        if found.when.is_open and verdict.status not in ("match", "consistent"):
            return self._passed(found, "time")
        observation = verdict.observation
        if observation is not None and observation.status != "actual":
            return self._passed(found, "plan")
        if verdict.reason == "ambiguous":
            return self._passed(found, "ambiguous", indicator.id)
        if verdict.neighbour and verdict.neighbour.indicator != indicator.id and found.subject.mode == "short":
            return self._passed(found, "ambiguous", indicator.id)
        if verdict.status == "mismatch" and observation is not None and is_finer(claim, observation):
            return self._passed(found, "finer", indicator.id)
        if verdict.status == "mismatch" and observation is not None and is_far(claim.value, observation, verdict):
            return self._passed(found, "implausible", indicator.id)
        return [verdict]

    def _passed(self, found: Attribution, reason: PassageReason, detail: str = "") -> Passed:
        return Passed(found=found.found, reason=reason, detail=detail or found.subject.text)

    def _verified(
        self, indicator: Indicator, claim: Claim, area: str | None, period: str | None, category: str | None
    ) -> Verdict:
        key = (
            indicator.id,
            claim.value,
            claim.upper,
            claim.resolution,
            claim.bound,
            claim.unit,
            claim.text,
            area,
            period,
            category,
        )
        if key not in self.known:
            self.known[key] = verify_claim(indicator, claim, self.package, area=area, period=period, category=category)
        return self.known[key]

    # which indicator

    def _candidates(self, found: Attribution) -> tuple[list[Indicator], PassageReason | None]:
        subject = found.subject
        ids = self._composed(found)
        direct = [self.package.indicator(id_) for id_ in ids]
        children = [child for each in direct for child in self.children.get(each.id, ())]
        unit = found.unit or found.found.unit
        reason: PassageReason
        if unit == "rank" and found.is_change:
            usable, reason = [each for each in (*direct, *children) if each.measure == "difference"], "change"
        elif unit == "rank":
            usable, reason = [each for each in (*direct, *children) if each.measure == "rank"], "unit"
        elif unit == "year":
            usable, reason = self._streaks(found, direct, children), "unit"
        elif found.is_change or subject.mode == "growth":
            usable, reason = [each for each in (*direct, *children) if each.measure in CHANGES], "change"
            reason = "base" if usable else reason
            usable = [each for each in usable if self._base_fits(found, each)]
        elif subject.mode == "share":
            usable, reason = [each for each in (*direct, *children) if each.measure == "share"], "unit"
        else:
            is_change, reason = SAYS_CHANGE.search(subject.text), "unit"
            usable = [
                each for each in direct if each.measure not in CHANGES or (is_change and self._base_fits(found, each))
            ]
        fitting = [each for each in usable if self._fits(found, each)]
        own = [each for each in fitting if each.id in ids]
        fitting = own if len(own) == 1 else fitting
        return list({each.id: each for each in fitting}.values()), None if fitting else reason

    def _composed(self, found: Attribution) -> tuple[str, ...]:
        """Return the ids of a name with the word after it, as 优良天数 with 占比, else of the name alone."""
        subject = found.subject
        ids = subject.ids
        if subject.head:
            composed = {
                other
                for id_ in ids
                for name in self.called[id_]
                for form in (name + subject.head, f"{subject.head} {name}", f"national {subject.head} {name}")
                for other in self.names.ids.get(form, ())
            }
            ids = tuple(sorted(composed)) or ids
        if found.action:
            old, new = ("completed", "started") if found.action == "start" else ("started", "completed")
            swapped = [id_.replace(old, new) for id_ in ids]
            ids = tuple(id_ if id_ in self.called else ids[place] for place, id_ in enumerate(swapped))
        return ids

    def _streaks(self, found: Attribution, direct: list[Indicator], children: list[Indicator]) -> list[Indicator]:
        if not CONSECUTIVE.search(found.found.text.lower()):
            return []
        return [each for each in (*direct, *children) if each.measure in ("streak", "span")]

    def _base_fits(self, found: Attribution, indicator: Indicator) -> bool:
        """Return whether a change is from the base of a published one: the year before, or a fixed year."""
        kinds = {each.base_kind for each in indicator.observations}
        if found.base == "mom":
            return not kinds.isdisjoint(PERIODS_BEFORE)
        if found.base == "yoy" and kinds.issubset(PERIODS_BEFORE):
            return False
        if "fixed_year" in kinds:
            bases = {each.base_period for each in indicator.observations}
            return found.base in bases or (
                not found.base and "fixed" in indicator.id and found.subject.ids == (indicator.id,)
            )
        if found.base in ("", "yoy"):
            return True
        figures = [each for each in indicator.observations if each.source.kind != "publication"]
        years = ["", *(each.period[:4] for each in figures or indicator.observations)]
        return str(int(found.base) + 1) == str(found.when.year or max(years))

    def _fits(self, found: Attribution, indicator: Indicator) -> bool:
        """Return whether the unit of a figure can be the indicator's."""
        unit = found.unit or found.found.unit
        if not unit:
            measured = found.found.text[-1:].isalpha()
            counted = self.package.unit(indicator.unit).is_counted and indicator.unit not in UNCOUNTED
            return counted or (not measured and indicator.measure == "index")
        is_slip = found.is_change and {unit, indicator.unit} == {"percent", "percentage_point"}
        return is_slip or self.converts(unit, indicator.unit)

    def converts(self, unit: str, wanted: str) -> bool:
        """Return whether a figure in a unit can be one in another."""
        key = (unit, wanted)
        if key not in self.fitting:
            self.fitting[key] = self._converts(*key)
        return self.fitting[key]

    def _converts(self, unit: str, wanted: str) -> bool:
        from beijing_public_services.notation.units import counts_in, numerator, ratio

        definitions = self.package.unit_registry
        try:
            parts = (wanted, numerator(wanted, definitions))
            converts = any(ratio(unit, part, definitions) is not None for part in parts)
            return converts or counts_in(unit, wanted, definitions)
        except UnknownUnitError:
            return False

    # which place, time and value

    def _area(self, found: Attribution, indicator: Indicator) -> str | Passed | None:
        place = found.place if indicator.measure in ("rank", "share") else found.wide_place
        areas = {each.area for each in indicator.observations}
        if place in areas:
            return place
        if place == self.package.headline_area and len(areas) == 1 and self._holds(place, next(iter(areas))):
            return next(iter(areas))
        return self._passed(found, "place", PLACES.get(place, place))

    def _holds(self, area: str, other: str) -> bool:
        """Return whether one of two areas lies in the other."""
        parents = {each.id: each.parent for each in self.package.areas}
        for low, high in ((area, other), (other, area)):
            at: str | None = low
            while at:
                at = parents.get(at)
                if at == high:
                    return True
        return False

    def _period(self, when: When, indicator: Indicator, area: str | None, category: str) -> str | None:
        """Return the period of a figure; None for that of the headline, `unclear` where the text leaves it open."""
        there = {each.period for each in indicator.observations if each.area == area and each.category == category}
        return period_of(when, there)
