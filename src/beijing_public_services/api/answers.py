"""Answers on the bundled package or another: verdicts, citations, coverage, tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from beijing_public_services.api.packages import package_of
from beijing_public_services.datapackage.loader import bundled

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from os import PathLike

    import pandas as pd
    import pyarrow

    from beijing_public_services._generated.ids import IndicatorId
    from beijing_public_services.checks.coverage import Coverage
    from beijing_public_services.citation.citation import Citation
    from beijing_public_services.datapackage.package import DataPackage
    from beijing_public_services.model.indicator import Indicator
    from beijing_public_services.model.observation import Observation
    from beijing_public_services.verification.passage_report import PassageReport
    from beijing_public_services.verification.verdict import Verdict


def cite(
    id: Indicator | Observation | str | None = None,
    *,
    accessed: date | None = None,
    package: DataPackage | str | PathLike[str] | None = None,
) -> Citation:
    """Return what to cite for an indicator or an observation; for None, the release.

    Args:
        id: an indicator or an observation, or the id of one.
        accessed: the day the data were looked up; today unless given.
        package: a package or its path; the bundled one unless given.

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

    return citation.cite(package_of(package), id, accessed=accessed)


def coverage(package: DataPackage | str | PathLike[str] | None = None) -> Coverage:
    """Return which observations are cross-checked or in an identity, of the bundled package unless another is given.

    >>> coverage().total == len(bundled().observations)
    True
    """
    from beijing_public_services.checks import coverage

    return coverage.coverage(package_of(package))


def to_frame(
    indicators: Iterable[Indicator | str] | Indicator | str | None = None,
    *,
    domain: str | None = None,
    package: DataPackage | str | PathLike[str] | None = None,
) -> pd.DataFrame:
    """Return these indicators as a pandas frame, by default all: one row per observation, indexed by its id.

    The columns are those of `to_arrow` and `export`, with their meanings in `docs/columns.md`. `value` is a float in
    the row's `unit`; read `bound` with it, or `lower` and `upper`. Texts that many rows share are categories, and what
    the package leaves empty is missing (`NA`). `name_zh` and `name_en` are former names of `indicator_zh` and
    `indicator_en`. `attrs` holds the name, version and hash of the release, its licence and how to cite it.

    Args:
        indicators: indicators or their ids; all unless given.
        domain: the id of a domain; the rows of other domains are left out.
        package: the package of the figures; by default that of the first indicator given as a value, else the bundled
            one.

    Raises:
        MissingExtraError: pandas is not installed.
        UnknownIndicatorError: the package has no indicator of an id.
        UnknownDomainError: the package has no such domain.

    >>> to_frame(["environment.forest_coverage_rate"])[["value", "unit", "printed"]].values.tolist()[0]
    [44.9, 'percent', '44.9%']
    """
    from beijing_public_services.exports import pandas_frame

    chosen = _listed(indicators)
    return pandas_frame.to_frame(package_of(package) if package is not None else owner_of(chosen), chosen, domain)


def to_arrow(
    indicators: Iterable[Indicator | str] | Indicator | str | None = None,
    *,
    domain: str | None = None,
    package: DataPackage | str | PathLike[str] | None = None,
) -> pyarrow.Table:
    """Return these indicators as an Arrow table, by default all: one row per observation.

    The columns are those of `to_frame` and `export`. Their metadata say what they mean; null is what the package leaves
    empty. Polars and DuckDB take the table as it is: `polars.DataFrame(table)`, `duckdb.from_arrow(table)`.

    Args:
        indicators: indicators or their ids; all unless given.
        domain: the id of a domain; the rows of other domains are left out.
        package: the package of the figures; by default that of the first indicator given as a value, else the bundled
            one.

    Raises:
        MissingExtraError: pyarrow is not installed.
        UnknownIndicatorError: the package has no indicator of an id.
        UnknownDomainError: the package has no such domain.

    >>> table = to_arrow(["environment.forest_coverage_rate"])
    >>> table.select(["value", "unit", "printed"]).to_pylist()[0]
    {'value': 44.9, 'unit': 'percent', 'printed': '44.9%'}
    """
    from beijing_public_services.exports import arrow

    chosen = _listed(indicators)
    return arrow.to_arrow(package_of(package) if package is not None else owner_of(chosen), chosen, domain)


@overload
def verify(
    indicator: IndicatorId | Indicator,
    claim: object,
    *,
    area: str | None = None,
    period: str | None = None,
    category: str | None = None,
    package: None = None,
) -> Verdict: ...
@overload
def verify(
    indicator: str | Indicator,
    claim: object,
    *,
    area: str | None = None,
    period: str | None = None,
    category: str | None = None,
    package: DataPackage | str | PathLike[str],
) -> Verdict: ...
def verify(
    indicator: str | Indicator,
    claim: object,
    *,
    area: str | None = None,
    period: str | None = None,
    category: str | None = None,
    package: DataPackage | str | PathLike[str] | None = None,
) -> Verdict:
    """Return whether a claim about an indicator is what is published, offline, with a diagnosis if it is not.

    All words of a text are read. The place, year or category that it names chooses the figure, unless the arguments do.
    A word that is not understood, or that plans, denies or limits, gives `cannot_verify`, and the verdict names it. A
    figure printed twice with different force is compared in both.

    Args:
        indicator: an indicator or its id.
        claim: a number (in the indicator's unit), a pint quantity, or a text with one figure, in English or Chinese.
        area: the id of an area, as in `Indicator.observation`.
        period: a period in SDMX form.
        category: the id of a category.
        package: a package or its path; the bundled one unless given.

    Raises:
        TypeError: the claim is neither a number, a quantity nor a text.
        UnknownIndicatorError: the package has no such indicator.

    >>> verify("environment.pm2_5_annual_mean", "30.5 µg/m3").status
    'match'
    >>> verify("environment.pm2_5_annual_mean", "38 µg/m3 in Tianjin").status
    'match'
    >>> verify("infrastructure.fixed_asset_investment", "900 billion yuan").diagnosis
    'bound_dropped'
    """
    from beijing_public_services.verification import verify

    return verify.verify(indicator, claim, package_of(package), area=area, period=period, category=category)


def verify_text(
    text: str,
    package: DataPackage | str | PathLike[str] | None = None,
    *,
    default_area: str | None = "headline",
    published: str | int | None = None,
) -> PassageReport:
    """Return the verdicts on the figures of a passage, and the figures passed over with the reason.

    A figure is judged only if the text says which indicator, place and time it is of, whether it is a level, a change,
    a share or a rank, and asserts it. A text that names no time is about the period of the headline figure. The result
    is a sequence of verdicts in the order of the text; `passed_over` has the rest.

    Args:
        text: the passage, in English or Chinese: prose, lists and tables.
        package: a package or its path; the bundled one unless given.
        default_area: the id of the area that a text without place names is about. By default it is the headline area
            of the package; None passes such figures over.
        published: the year or date of the text, such as `2025` or `2025-01-21`. `last year` is relative to it, else
            to a date in the text; without either, a figure that differs from the latest one is passed over.

    Raises:
        TypeError: `text` is not a string.
        ValueError: the package has no area of that id, or `published` begins with no year.

    >>> [(each.text, each.verdict.status) for each in verify_text("Forest coverage rate reached 44.9%.")]
    [('44.9%', 'match')]
    """
    from beijing_public_services.verification import passages

    return passages.verify_text(text, package_of(package), default_area=default_area, published=published)


def _listed(indicators: Iterable[Indicator | str] | Indicator | str | None) -> list[Indicator | str] | None:
    from beijing_public_services.model.indicator import Indicator

    if indicators is None:
        return None
    return [indicators] if isinstance(indicators, str | Indicator) else list(indicators)


def owner_of(chosen: list[Indicator | str] | None) -> DataPackage:
    """Return the package that the first indicator among these was read from; the bundled one if there is none."""
    from beijing_public_services.datapackage import belonging

    owners = (belonging.package_of(each) for each in chosen or () if not isinstance(each, str))
    return next((each for each in owners if each is not None), None) or bundled()
