"""Which figures something else bears out: another publication, the arithmetic between figures, both, or neither."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services._record import Record
from beijing_public_services.checks.identities import observations_in_identities
from beijing_public_services.model.wording import in_language, name

if TYPE_CHECKING:
    from collections.abc import Callable

    from beijing_public_services.datapackage.package import DataPackage
    from beijing_public_services.model.codelists import Language
    from beijing_public_services.model.observation import Observation

GROUPS = {
    "both": ("两者皆有", "both"),
    "cross_check_only": ("仅对照", "cross-check alone"),
    "identity_only": ("仅恒等关系", "identity alone"),
    "neither": ("皆无", "neither"),
}  # what people read for each group, first in Chinese, then in English
THE_REPORT, OTHER_PUBLICATIONS = ("报告", "The report"), ("其他出版物", "Other publications")


class Coverage(Record):
    """The observations of a package in four groups, each in its one group and in the order of the indicators.

    `both` are cross-checked and in an identity, `cross_check_only` and `identity_only` the one or the other, `neither`
    what rests on its one source. That a figure is covered does not say that what covers it agrees.

    >>> import beijing_public_services as bps
    >>> covered = bps.coverage()
    >>> sum(covered.counts.values()) == covered.total
    True
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
    tied = {each.id for each in observations_in_identities(package)}
    groups: dict[tuple[bool, bool], list[Observation]] = {}
    for each in package.observations:
        groups.setdefault((bool(each.cross_checks), each.id in tied), []).append(each)
    return Coverage(
        both=tuple(groups.get((True, True), ())),
        cross_check_only=tuple(groups.get((True, False), ())),
        identity_only=tuple(groups.get((False, True), ())),
        neither=tuple(groups.get((False, False), ())),
    )


def by_domain(found: Coverage, package: DataPackage, language: Language = "en") -> dict[str, Coverage]:
    """The coverage of the report's figures by the name of their domain, then that of other publications."""
    report = found.where(lambda each: each.source.kind != "publication")
    rows = {name(domain, language): report.where(_is_of(domain.id)) for domain in package.domains}
    rows[in_language(THE_REPORT, language)] = report
    others = found.where(lambda each: each.source.kind == "publication")
    return rows | {in_language(OTHER_PUBLICATIONS, language): others}


def _is_of(domain: str) -> Callable[[Observation], bool]:
    return lambda observation: observation.indicator.partition(".")[0] == domain
