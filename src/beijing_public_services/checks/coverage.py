"""Which figures something else bears out: another publication, the arithmetic between figures, both, or neither."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services._record import Record
from beijing_public_services.checks.identities import covered

if TYPE_CHECKING:
    from collections.abc import Callable

    from beijing_public_services.datapackage.package import DataPackage
    from beijing_public_services.model.observation import Observation


GROUPS = {
    "both": "both",
    "cross_check_only": "cross-check alone",
    "identity_only": "identity alone",
    "neither": "neither",
}


class Coverage(Record):
    """The observations of a package in four groups, each in its one group and in the order of the indicators.

    `both` are cross-checked and in an identity, `cross_check_only` and `identity_only` the one or the other, `neither`
    what rests on its one source. That a figure is covered does not say that what covers it agrees.
    """

    both: tuple[Observation, ...]
    cross_check_only: tuple[Observation, ...]
    identity_only: tuple[Observation, ...]
    neither: tuple[Observation, ...]

    @property
    def counts(self) -> dict[str, int]:
        """How many observations each group has, by its name."""
        return {name: len(group) for name, group in self.as_dict().items()}

    @property
    def total(self) -> int:
        """How many observations there are in all."""
        return sum(self.counts.values())

    def where(self, holds: Callable[[Observation], bool]) -> Coverage:
        """The same of those observations alone for which something holds."""
        return Coverage(**{name: tuple(filter(holds, group)) for name, group in self.as_dict().items()})


def coverage(package: DataPackage) -> Coverage:
    """Return which observations of a package are cross-checked or in an identity."""
    tied = {each.id for each in covered(package)}
    groups: dict[tuple[bool, bool], list[Observation]] = {}
    for each in package.observations:
        groups.setdefault((bool(each.cross_checks), each.id in tied), []).append(each)
    return Coverage(
        both=tuple(groups.get((True, True), ())),
        cross_check_only=tuple(groups.get((True, False), ())),
        identity_only=tuple(groups.get((False, True), ())),
        neither=tuple(groups.get((False, False), ())),
    )


def by_domain(found: Coverage, package: DataPackage) -> dict[str, Coverage]:
    """The coverage of the report's figures by the English name of their domain, then that of other publications."""
    report = found.where(lambda each: each.source.kind != "publication")
    rows = {domain.name_en: report.where(_is_of(domain.id)) for domain in package.domains}
    rows["The report"] = report
    return rows | {"Other publications": found.where(lambda each: each.source.kind == "publication")}


def _is_of(domain: str) -> Callable[[Observation], bool]:
    return lambda observation: observation.indicator.partition(".")[0] == domain
