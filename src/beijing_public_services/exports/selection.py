"""Which rows of the wide table a caller asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from beijing_public_services.datapackage.package import DataPackage
    from beijing_public_services.model.indicator import Indicator

    Chosen = Iterable[Indicator | str] | None


def chosen_rows(package: DataPackage, indicators: Chosen = None, domain: str | None = None) -> list[int] | None:
    """Return the places of the rows of these indicators (values or ids) that are of a domain; None stands for all rows.

    The rows come in the order in which the indicators are given.

    Raises:
        UnknownIndicatorError: the package has no indicator of an id.
        UnknownDomainError: the package has no such domain.
    """
    if indicators is None and domain is None:
        return None
    asked = package.indicators if indicators is None else indicators
    chosen = [package.indicator(each if isinstance(each, str) else each.id) for each in asked]
    if domain is not None:
        of_domain = {each.id for each in package.by_domain(domain)}
        chosen = [each for each in chosen if each.id in of_domain]
    places = package.remembered("rows of indicators", lambda: _places(package))
    return [place for each in chosen for place in places[each.id]]


def _places(package: DataPackage) -> dict[str, range]:
    """The places of the rows of each indicator in the wide table."""
    places: dict[str, range] = {}
    end = 0
    for each in package.indicators:
        start, end = end, end + len(each.observations)
        places[each.id] = range(start, end)
    return places
