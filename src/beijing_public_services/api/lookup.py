"""Indicators by their ids as a mapping, and those of one domain by their names, for completion."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from beijing_public_services.api.questions import bundled, by_domain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beijing_public_services._generated.ids import DomainId, IndicatorId
    from beijing_public_services.model.indicator import Indicator


class IndicatorsById(Mapping["IndicatorId", "Indicator"]):
    """The indicators of the bundled package by id; IPython and Jupyter complete an id after the bracket and quote."""

    __slots__ = ()

    def __getitem__(self, id: IndicatorId) -> Indicator:
        """Return the indicator of this id as `get_indicator` does, with the same errors."""
        return bundled().indicator(id)

    def __contains__(self, id: object) -> bool:
        return any(each.id == id for each in bundled().indicators)

    def __iter__(self) -> Iterator[IndicatorId]:
        for each in bundled().indicators:
            yield each.id

    def __len__(self) -> int:
        return len(bundled().indicators)

    def __repr__(self) -> str:
        return f"<{len(self)} indicators by id, as in figures['{next(iter(self), '')}']>"

    def _repr_html_(self) -> str:
        """The domains, each with how many indicators it has."""
        from beijing_public_services._html import code, rows_html

        rows = [
            {
                "Domain": code(each.id),
                "Name": each.name_en,
                "名称": each.name_zh,
                "Indicators": len(bundled().by_domain(each.id)),
            }
            for each in bundled().domains
        ]
        return rows_html(rows, len(rows))

    def _ipython_key_completions_(self) -> list[IndicatorId]:
        return list(self)


class IndicatorsOfDomain:
    """The indicators of one domain, each under what stands behind the domain in its id."""

    __slots__ = ("_domain",)

    _domain: DomainId

    def __init__(self, domain: DomainId) -> None:
        self._domain = domain

    def _of(self, name: str) -> Indicator:
        return bundled().indicator(f"{self._domain}.{name}")

    def __iter__(self) -> Iterator[Indicator]:
        return iter(by_domain(self._domain))

    def __len__(self) -> int:
        return len(by_domain(self._domain))

    def __repr__(self) -> str:
        return f"<{len(self)} indicators of {self._domain}>"

    def _repr_html_(self) -> str:
        from beijing_public_services._record import Records

        return Records(self)._repr_html_()
