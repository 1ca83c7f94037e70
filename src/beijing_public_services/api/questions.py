"""What the bundled package holds: one indicator, a domain, a search, the statements."""

from __future__ import annotations

from beijing_public_services.datapackage.loader import bundled as bundled
from beijing_public_services.datapackage.loader import bundled_indicators

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from typing_extensions import TypeIs

    from beijing_public_services._generated.ids import DomainId, IndicatorId
    from beijing_public_services._overloads import get_indicator as get_indicator  # one overload for each renamed id
    from beijing_public_services.datapackage.search import SearchResults
    from beijing_public_services.model.codelists import StatementKind
    from beijing_public_services.model.indicator import Indicator
    from beijing_public_services.model.statement import Statement
    from beijing_public_services.model.vocabulary import Domain
else:

    def get_indicator(id: IndicatorId) -> Indicator:
        """Return the indicator of the bundled package with this id; for a former id, with a `FutureWarning`.

        Args:
            id: such as `environment.pm2_5_annual_mean`; `search` finds ids by words.

        Raises:
            UnknownIndicatorError: a `KeyError` with the nearest ids as `suggestions`.
            RemovedIndicatorError: earlier releases had the indicator; the error names what to use in its place.

        >>> get_indicator("environment.pm2_5_annual_mean").value
        30.5
        """
        try:
            return bundled_indicators()[id]
        except (KeyError, TypeError):
            return bundled().indicator(id)  # a former id, or an error that suggests others


def is_indicator_id(text: str) -> TypeIs[IndicatorId]:
    """Return whether the bundled package has an indicator of this id; a type checker then takes the text for one.

    >>> is_indicator_id("environment.pm2_5_annual_mean")
    True
    """
    return any(each.id == text for each in bundled().indicators)


def by_domain(domain: DomainId) -> tuple[Indicator, ...]:
    """Return the indicators of a domain, in the report's order.

    Args:
        domain: the id of a domain, such as `environment`; `domains` returns all.

    Raises:
        UnknownDomainError: a `KeyError` with suggestions.

    >>> by_domain("environment")[0].domain
    'environment'
    """
    return bundled().by_domain(domain)


def indicators() -> tuple[Indicator, ...]:
    """Return every indicator, domain by domain in the report's order.

    >>> indicators()[0].domain
    'science_technology'
    """
    return bundled().indicators


def domains() -> tuple[Domain, ...]:
    """Return the seven domains, in the report's order.

    >>> [domain.id for domain in domains()][:2]
    ['science_technology', 'basic_education']
    """
    return bundled().domains


def search(text: str) -> SearchResults:
    """Return the indicators that match every word of `text`, the best match first.

    Case and width do not matter. A Latin word matches whole words, or the beginning of one from four letters on. The
    name of an area, or a year, keeps the indicators with figures for it. Names rank before keywords, then categories,
    then definitions. A word that nothing holds is taken for the nearest one in use.

    Args:
        text: words in Chinese or English, or part of an id.

    Returns:
        A tuple, empty if nothing matches; its `suggestions` and `note` then help.

    >>> search("细颗粒物")[0].id
    'environment.pm2_5_annual_mean'
    >>> search("GDP").note
    'The report prints no figure of the gross domestic product.'
    """
    return bundled().search(text)


def statements(kind: StatementKind | None = None, domain: DomainId | None = None) -> tuple[Statement, ...]:
    """Return what the report says besides figures, in its order.

    Args:
        kind: an `instrument` is what the report names, such as a plan, a regulation, a campaign or a platform; a
            `shortcoming` is what it says is lacking, a `priority` what it says is to be done, an `event` what happened.
            By default all kinds are returned.
        domain: the id of a domain; by default all domains are.

    Raises:
        UnknownStatementKindError: a `KeyError` that lists the kinds.
        UnknownDomainError: a `KeyError` with suggestions.

    >>> [each.name_en for each in statements("shortcoming", domain="basic_education")]
    ['Balance of quality education below expectations']
    """
    return bundled().statements_of(kind, domain)


def search_statements(text: str) -> tuple[Statement, ...]:
    """Return the statements that match every word of `text` in Chinese or English, the best match first.

    An id or name that is the whole text comes first, then one that begins with it, then one that holds every word, then
    statements that hold the words elsewhere: in kind, domain, issuer or note.

    Args:
        text: words in Chinese or English, or part of an id.

    Returns:
        A tuple, empty if nothing matches.

    >>> search_statements("中轴线 三年行动")[0].id
    'instrument.central_axis_three_year_plan'
    """
    return bundled().search_statements(text)
