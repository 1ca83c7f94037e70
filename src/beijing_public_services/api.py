"""The questions people ask of the bundled package, or of another: one indicator, a search, a claim, a citation."""

from __future__ import annotations

from beijing_public_services.datapackage.loader import bundled as bundled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    import pandas as pd
    import pyarrow
    from typing_extensions import TypeIs

    from beijing_public_services._generated.ids import DomainId, IndicatorId
    from beijing_public_services._overloads import get_indicator as get_indicator  # one overload for each renamed id
    from beijing_public_services.checks.coverage import Coverage
    from beijing_public_services.citation.citation import Citation
    from beijing_public_services.datapackage.package import DataPackage
    from beijing_public_services.datapackage.search import SearchResults
    from beijing_public_services.model.codelists import StatementKind
    from beijing_public_services.model.indicator import Indicator
    from beijing_public_services.model.observation import Observation
    from beijing_public_services.model.statement import Statement
    from beijing_public_services.model.vocabulary import Domain
else:

    def get_indicator(id):
        """Return the indicator of the bundled package with this id; for a former id, with a `FutureWarning`.

        Raises:
            UnknownIndicatorError: a `KeyError` with the nearest ids as `suggestions`.
            RemovedIndicatorError: earlier releases had the indicator; the error names what to use in its place.

        >>> get_indicator("environment.pm2_5_annual_mean").value
        30.5
        """
        return bundled().indicator(id)


def is_indicator_id(text: str) -> TypeIs[IndicatorId]:
    """Return whether the bundled package has an indicator of this id; a type checker then takes the text for one.

    >>> is_indicator_id("environment.pm2_5_annual_mean")
    True
    """
    return any(each.id == text for each in bundled().indicators)


def by_domain(domain: DomainId) -> tuple[Indicator, ...]:
    """Return the indicators of a domain, in the report's order.

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
    """Return the indicators that match every word of `text`, the best match first, as a tuple.

    Text may be Chinese, English or part of an id; case and width do not matter. A Latin word matches whole words, or
    the beginning of one from four letters on. The name of an area keeps the indicators with figures for it. Names rank
    before keywords, then categories, then definitions. A word that nothing holds is taken for the nearest one in use.
    `suggestions` and `note` of the result help if nothing matches.

    >>> search("细颗粒物")[0].id
    'environment.pm2_5_annual_mean'
    >>> search("GDP").note
    'The report prints no figure of the gross domestic product.'
    """
    return bundled().search(text)


def statements(kind: StatementKind | None = None, domain: DomainId | None = None) -> tuple[Statement, ...]:
    """Return what the report says besides figures, in its order; of one kind and of one domain if they are given.

    An `instrument` is what the report names, such as a plan, a regulation, a campaign or a platform; a `shortcoming` is
    what it says is lacking, a `priority` what it says is to be done, an `event` what happened.

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

    >>> search_statements("中轴线 三年行动")[0].id
    'instrument.central_axis_three_year_plan'
    """
    return bundled().search_statements(text)


def cite(
    id: Indicator | Observation | str | None = None,
    *,
    accessed: date | None = None,
    package: DataPackage | None = None,
) -> Citation:
    """Return what to cite for an indicator or an observation; for None, the release.

    Args:
        id: an indicator or an observation, or the id of one.
        accessed: the day the data were looked up; today unless given.
        package: the bundled package unless given.

    Raises:
        UnknownIndicatorError: a `KeyError` with suggestions, for an id of neither.
        UnknownObservationError: the indicator has no such observation, or a value is not the package's own.

    >>> figure = cite("environment.pm2_5_annual_mean:CN-BJ:2024")
    >>> [(each.section, each.ordinal) for each in figure.paragraphs], [each.id for each in figure.sources]
    ([('6.1.1', 1)], ['n21'])
    >>> cite().text("apa").startswith("beijing-public-services contributors. (2026). Beijing public services (Version")
    True
    """
    from beijing_public_services.citation import citation

    return citation.cite(package or bundled(), id, accessed=accessed)


def coverage(package: DataPackage | None = None) -> Coverage:
    """Return which observations are cross-checked or in an identity, of the bundled package unless another is given.

    >>> coverage().total == len(bundled().observations)
    True
    """
    from beijing_public_services.checks import coverage

    return coverage.coverage(package or bundled())


def to_frame(
    indicators: Iterable[Indicator | str] | Indicator | str | None = None, *, package: DataPackage | None = None
) -> pd.DataFrame:
    """Return these indicators (values or ids) as a pandas frame, by default all: one row per observation.

    The frame is indexed by the id of the observation. `value` is a float in the row's `unit`; read `bound` with it.
    `disputed` is true if another publication speaks against the figure, `questioned` if one does that was seen only in
    a copy. `period_start` and `period_end` are dates, `year` is a whole number or missing. `is_break` is true for the
    first figure on a new basis, which does not compare with earlier ones. A text column is "" where the package leaves
    it empty.

    Raises:
        MissingExtraError: pandas is not installed.
        UnknownIndicatorError: the package has no indicator of an id.

    >>> to_frame(["environment.forest_coverage_rate"])[["value", "unit", "printed"]].values.tolist()[0]
    [44.9, 'percent', '44.9%']
    """
    from beijing_public_services.exports import pandas_frame

    return pandas_frame.to_frame(package or bundled(), indicators)


def to_arrow(
    indicators: Iterable[Indicator | str] | Indicator | str | None = None, *, package: DataPackage | None = None
) -> pyarrow.Table:
    """Return these indicators (values or ids) as an Arrow table, by default all: one row per observation.

    The columns are those of `export`, and their metadata say what they mean; null is what the package leaves empty.
    Polars and DuckDB take the table as it is: `polars.DataFrame(table)`, `duckdb.from_arrow(table)`.

    Raises:
        MissingExtraError: pyarrow is not installed.
        UnknownIndicatorError: the package has no indicator of an id.

    >>> table = to_arrow(["environment.forest_coverage_rate"])
    >>> table.select(["value", "unit", "printed"]).to_pylist()[0]
    {'value': 44.9, 'unit': 'percent', 'printed': '44.9%'}
    """
    from beijing_public_services.exports import arrow

    return arrow.to_arrow(package or bundled(), indicators)
