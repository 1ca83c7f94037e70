"""The questions people ask: one indicator, those of a domain, those that match a word."""

from __future__ import annotations

from beijing_public_services._record import TYPE_CHECKING
from beijing_public_services.datapackage.loader import bundled

if TYPE_CHECKING:
    from typing_extensions import TypeIs

    from beijing_public_services._generated.ids import DomainId, IndicatorId
    from beijing_public_services._overloads import get_indicator as get_indicator  # one overload for each renamed id
    from beijing_public_services.model.indicator import Indicator
    from beijing_public_services.model.vocabulary import Domain
else:

    def get_indicator(id):
        """The indicator of the bundled data package with this id; of an id it had before, with a `FutureWarning`.

        Raises `UnknownIndicatorError`, a `KeyError` with the nearest ids as `suggestions`; of an indicator that earlier
        releases had, `RemovedIndicatorError` with what to use in its place.

        >>> get_indicator("environment.pm2_5_annual_mean").value
        30.5
        """
        return bundled().indicator(id)


def is_indicator_id(text: str) -> TypeIs[IndicatorId]:
    """Whether the bundled data package has an indicator of this id; a type checker then takes the text for one.

    >>> is_indicator_id("environment.pm2_5_annual_mean")
    True
    """
    return any(each.id == text for each in bundled().indicators)


def by_domain(domain: DomainId) -> tuple[Indicator, ...]:
    """The indicators of a domain, in the report's order. Raises `UnknownDomainError`, a `KeyError` with suggestions.

    >>> by_domain("environment")[0].name_en
    'PM2.5 annual mean concentration'
    """
    return bundled().by_domain(domain)


def indicators() -> tuple[Indicator, ...]:
    """Every indicator, domain by domain in the report's order.

    >>> indicators()[0].domain
    'science_technology'
    """
    return bundled().indicators


def domains() -> tuple[Domain, ...]:
    """The seven domains, in the report's order.

    >>> [domain.id for domain in domains()][:2]
    ['science_technology', 'basic_education']
    """
    return bundled().domains


def search(text: str) -> tuple[Indicator, ...]:
    """The indicators whose id, names, keywords or definition hold every word of `text`, the best match first.

    Width and case do not matter. An id or name that equals the text comes first, then one that begins with it, names
    before keywords before definitions; ties stand in the report's order. Empty where nothing matches or the text is
    empty.

    >>> search("细颗粒物")[0].id
    'environment.pm2_5_annual_mean'
    """
    words = _folded(text).split()
    ranked = []
    for place, each in enumerate(bundled().indicators):
        names = [_folded(name) for name in (each.id, each.id.partition(".")[2], each.name_zh, each.name_en)]
        keywords = [_folded(keyword) for keyword in each.keywords]
        everything = " ".join((*names, *keywords, _folded(each.definition)))
        if words and all(word in everything for word in words):
            ranked.append((_distance(" ".join(words), words, names, keywords), place, each))
    return tuple(each for _, _, each in sorted(ranked, key=lambda entry: entry[:2]))


def _distance(phrase: str, words: list[str], names: list[str], keywords: list[str]) -> int:
    """How far a match is: the name itself, its beginning, a part of it, a keyword, a part of one, the definition."""
    steps = (
        phrase in names,
        any(name.startswith(phrase) for name in names),
        any(all(word in name for word in words) for name in names),
        phrase in keywords,
        any(all(word in keyword for word in words) for keyword in keywords),
    )
    return steps.index(True) if True in steps else len(steps)


def _folded(text: str) -> str:
    from unicodedata import normalize

    return normalize("NFKC", text).casefold()
