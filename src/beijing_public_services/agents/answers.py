"""What the tools answer: figures, verdicts, statements and citations of one data package, as plain values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from beijing_public_services.agents.arguments import ArgumentError, require_known
from beijing_public_services.agents.citations import short_citation
from beijing_public_services.agents.figures import LANGUAGES, figure, labels, names, reading, source, sources_of
from beijing_public_services.agents.sizes import FULL, bytes_of, fit, page, size_of, tidy
from beijing_public_services.api.answers import cite as cite_id
from beijing_public_services.api.answers import verify
from beijing_public_services.errors import (
    PeriodError,
    RemovedIndicatorError,
    UnknownIndicatorError,
)
from beijing_public_services.model.indicator import headline_of
from beijing_public_services.notation.periods import read_period

if TYPE_CHECKING:
    from beijing_public_services.citation.citation import CitationStyle
    from beijing_public_services.datapackage.package import DataPackage
    from beijing_public_services.model.codelists import Language
    from beijing_public_services.model.indicator import Indicator
    from beijing_public_services.model.observation import Observation
    from beijing_public_services.model.statement import Statement

    Answer = dict[str, Any]
    Row = tuple[Answer, list[tuple[str, Answer]]]


def search_indicators(package: DataPackage, query: str, domain: str | None, offset: int, full: bool) -> Answer:
    """Return the indicators that match every word, each with its headline figure."""
    require_known("domain", domain, [each.id for each in package.domains])
    found = package.search(query)
    rows = [each for each in found if domain in (None, each.domain)]
    about = {
        "suggestions": [*found.suggestions],
        "note": found.note,
        "citation": short_citation(package),
    }
    return page(about, rows, offset, size_of(full), lambda each: _indicator_row(package, each))


def get_indicator(
    package: DataPackage,
    indicator: str,
    area: str | None,
    period: str | None,
    category: str | None,
    offset: int,
    full: bool,
) -> Answer:
    """Return an indicator with its figures, the headline first; of one area, period or category if they are given."""
    of = indicator_of(package, indicator)
    asked = {"area": area, "period": period, "category": category}
    for name, given in asked.items():
        require_known(name, given, [getattr(each, name) for each in of.observations])
    rows = [
        each
        for each in of.observations
        if all(given is None or getattr(each, name) == given for name, given in asked.items())
    ]
    headline = headline_of(of)
    rows.sort(key=lambda each: each is not headline)
    about = {
        **_described(of),
        "definition": of.definition,
        "headline": headline.id if headline else "",
        "statements": [each.id for each in of.statements] if full else [],
        "citation": short_citation(package, of.id, headline),
    }
    return page(about, rows, offset, size_of(full), lambda each: (figure(package, each), [*sources_of(each)]))


def verify_claim(
    package: DataPackage,
    indicator: str,
    claim: str | float,
    area: str | None,
    period: str | None,
    category: str | None,
    full: bool,
) -> Answer:
    """Return whether a claim is what is published, with the figure that it was compared with."""
    of = indicator_of(package, indicator)
    require_known("area", area, [each.id for each in package.areas])
    require_known("category", category, [each.id for each in package.categories])
    _require_period(period, of)
    verdict = verify(of, claim, area=area, period=period, category=category, package=package)
    compared, other = verdict.observation, verdict.neighbour
    answer = {
        "indicator": of.id,
        "name": names(of),
        "status": verdict.status,
        "diagnosis": verdict.diagnosis,
        "reason": verdict.reason,
        "explanation": {language: verdict.explained(language) for language in LANGUAGES},
        "figure": figure(package, compared) if compared else None,
        "value_belongs_to": _named(package, other) if other else None,
        "sources": dict(sources_of(compared)) if compared else {},
        "citation": short_citation(package, compared.id if compared else of.id, compared),
    }
    size = size_of(full)
    return fit(answer, size.answer, size)  # type: ignore[no-any-return]


def list_statements(
    package: DataPackage, kind: str | None, domain: str | None, query: str | None, offset: int, full: bool
) -> Answer:
    """Return what the report says besides figures, of a kind, a domain and with words if they are given."""
    require_known("domain", domain, [each.id for each in package.domains])
    rows = package.statements_of(kind, domain)
    if query:
        chosen = {each.id for each in rows}
        rows = tuple([each for each in package.search_statements(query) if each.id in chosen])
    about = {"citation": short_citation(package)}
    return page(about, rows, offset, size_of(full), lambda each: _statement_row(each, full))


def cite(package: DataPackage, id: str | None, style: CitationStyle, language: Language | None, full: bool) -> Answer:
    """Return a citation of a figure, an indicator or the package; in both languages unless one is given."""
    if id is not None:
        indicator_of(package, id.partition(":")[0])
    citation = cite_id(id, package=package)
    asked = (language,) if language else LANGUAGES
    answer = {
        "id": citation.id,
        "style": style,
        "citation": {each: citation.text(style, each) for each in asked},
        "version": citation.version,
        "published": citation.published,
        "accessed": citation.accessed,
        "locators": [each.locator for each in citation.paragraphs],
        "sources": {each.id: source(each) for each in citation.sources} if full else {},
    }
    size = size_of(full)
    made: Answer = tidy(answer, FULL.answer)
    if bytes_of(made) > size.answer:
        ways = [*([] if full else ["full=true"]), *([] if language else ["one language"])]
        figures = [] if id is None or ":" in id else [package.indicator(id).observations[0].id]
        ways += [f"the id of one figure, such as {each}" for each in figures]
        raise ArgumentError(f"the citation takes {bytes_of(made):,} bytes, expected {' or '.join(ways) or 'less'}")
    return made


def indicator_of(package: DataPackage, id: str) -> Indicator:
    """Return an indicator by its id.

    Raises:
        UnknownIndicatorError: there is none; if no id looks like it, the message names the results of a search.
    """
    try:
        return package.indicator(id)
    except RemovedIndicatorError:
        raise
    except UnknownIndicatorError as error:
        if error.suggestions:
            raise
        found = [each.id for each in package.search(id.replace("_", " ").replace(".", " "))[:3]]
        hint = f"a search finds {', '.join(found)}" if found else "search_indicators finds ids"
        raise ArgumentError(f"{error}; {hint}") from None


def _described(of: Indicator) -> Answer:
    return {
        "id": of.id,
        "name": names(of),
        "domain": of.domain,
        "measure": of.measure,
        "unit": of.unit,
    }


def _indicator_row(package: DataPackage, of: Indicator) -> Row:
    headline = headline_of(of)
    row = {**_described(of), "figures": len(of.observations)}
    if headline is None:
        return row, []
    return {**row, "headline": _named(package, headline)}, [(headline.source.id, source(headline.source))]


def _named(package: DataPackage, each: Observation) -> Answer:
    """Return a figure in short."""
    return {
        "id": each.id,
        "value": each.value,
        "upper": each.upper,
        "bound": each.bound,
        "reading": {language: reading(package, each, language) for language in LANGUAGES},
        "printed": each.printed,
        "status": each.status,
        "locator": each.locator,
        "source": each.source.id,
        "disputed": each.disputed,
        "questioned": each.questioned,
    }


def _statement_row(each: Statement, full: bool) -> Row:
    row = {
        "id": each.id,
        "kind": each.kind,
        "kind_label": labels("statement", each.kind),
        "subkind": each.subkind,
        "name": names(each),
        "domain": each.domain,
        "issuer": each.issuer,
        "period": each.period,
        "status": each.status,
        "locators": [*each.locators] if full else [*each.locators[:5]],
        "indicators": [*each.indicators] if full else [*each.indicators[:5]],
        "source": each.source.id,
        "note": each.note,
    }
    return row, [(each.source.id, source(each.source))]


def _require_period(given: str | None, of: Indicator) -> None:
    if given is None:
        return
    try:
        read_period(given)
    except PeriodError:
        require_known("period", given, [each.period for each in of.observations])
