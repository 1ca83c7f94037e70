"""A whole data package as one frozen value, and what is found in it by id."""

from __future__ import annotations

from beijing_public_services._record import TYPE_CHECKING, Record, Records
from beijing_public_services.errors import (
    RemovedIndicatorError,
    UnknownDomainError,
    UnknownIndicatorError,
    UnknownStatementKindError,
    UnknownUnitError,
)
from beijing_public_services.model.history import indicator_renamed, observation_renamed

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, TypeVar

    from beijing_public_services.datapackage.search import SearchResults
    from beijing_public_services.datapackage.tables import Tables
    from beijing_public_services.model.evidence import Anomaly, Break, CrossCheck, Identity
    from beijing_public_services.model.history import Alias, Erratum
    from beijing_public_services.model.indicator import Indicator
    from beijing_public_services.model.observation import Observation
    from beijing_public_services.model.provenance import Numeral, Paragraph, Source
    from beijing_public_services.model.statement import Statement
    from beijing_public_services.model.vocabulary import Area, Category, Domain, Topic, Unit

    Result = TypeVar("Result")

LONGEST_ID = 200  # characters of an unknown id that are searched for
MOST_LIKELY = 12  # indicators; a word that more of them have tells nothing


class DataPackage(Record):
    """A whole data package; each collection in the order of its file.

    `headline_area` is the id of the area that the package is about, whose figures are the headlines; "" where it does
    not say.

    >>> import beijing_public_services as bps
    >>> package = bps.bundled()
    >>> package.name, package.headline_area, package.indicator("environment.pm2_5_annual_mean").value
    ('beijing-public-services', 'CN-BJ', 30.5)
    """

    name: str
    version: str
    domains: tuple[Domain, ...]
    topics: tuple[Topic, ...]
    indicators: tuple[Indicator, ...]
    areas: tuple[Area, ...]
    categories: tuple[Category, ...]
    sources: tuple[Source, ...]
    units: tuple[Unit, ...]
    paragraphs: tuple[Paragraph, ...]
    numerals: tuple[Numeral, ...]
    identities: tuple[Identity, ...]
    headline_area: str
    cross_checks: tuple[CrossCheck, ...] = ()
    anomalies: tuple[Anomaly, ...] = ()
    statements: tuple[Statement, ...] = ()
    breaks: tuple[Break, ...] = ()
    errata: tuple[Erratum, ...] = ()
    aliases: tuple[Alias, ...] = ()
    _definitions: tuple[str, ...] | None
    _by_id: dict[str, Indicator]
    _tables: Tables | None

    def _title(self) -> object:
        from beijing_public_services._html import Html, strong, text

        return Html(f"{strong(self.descriptor.get('title', self.name))} {text(self.name)} {text(self.version)}")

    def _facts(self) -> dict[str, object]:
        from beijing_public_services._html import code

        names = ("domains", "indicators", "observations", "sources", "cross_checks", "identities", "statements")
        counts = {name.replace("_", " ").capitalize(): len(getattr(self, name)) for name in names}
        return {"Description": self.descriptor.get("description", ""), **counts, "SHA-256": code(self.sha256)}

    @property
    def unit_registry(self) -> tuple[str, ...]:
        """The pint definitions of the package's units."""
        from beijing_public_services._generated.unit_definitions import DEFINITIONS

        return DEFINITIONS if self._definitions is None else self._definitions

    @property
    def tables(self) -> Tables:
        """The descriptor and every resource as rows of text, also resources that the contract does not know."""
        from beijing_public_services.datapackage.tables import bundled_tables

        return bundled_tables() if self._tables is None else self._tables

    @property
    def descriptor(self) -> dict[str, Any]:
        """The descriptor, as its JSON file has it; a new dict each time for the bundled package."""
        if self._tables is not None:
            return self._tables.descriptor
        from beijing_public_services.datapackage.bundled_files import bundled_descriptor

        return bundled_descriptor()

    @property
    def sha256(self) -> str:
        """The SHA-256 of the descriptor's file, which holds those of the other files; "" if it was built otherwise."""
        if self._tables is not None:
            return self._tables.sha256
        from beijing_public_services._generated.release import SHA256

        return SHA256

    def indicator(self, id: str) -> Indicator:
        """Return the indicator with this id; a former id gives a `FutureWarning`.

        Raises:
            UnknownIndicatorError: a `KeyError` with suggestions.
            RemovedIndicatorError: earlier releases had the indicator; the error names what to use in its place.
        """
        try:
            return self._by_id[id]
        except (KeyError, TypeError):
            pass
        try:
            return self._by_id[indicator_renamed(id, self.aliases, self._by_id)]
        except UnknownIndicatorError as error:
            if error.suggestions or isinstance(error, RemovedIndicatorError) or not isinstance(id, str):
                raise
            raise UnknownIndicatorError(id, likely=self._likely(id)) from None

    def _likely(self, id: str) -> list[str]:
        """The ids of indicators that a search for the words of an unknown id finds as they are, if they are few."""
        found = self.search(id[:LONGEST_ID].replace(".", " ").replace("_", " "))
        return [] if found.suggestions or len(found) > MOST_LIKELY else [each.id for each in found[:3]]

    def observation(self, id: str) -> Observation:
        """Return the observation with this id; a former id gives a `FutureWarning`.

        Raises:
            UnknownObservationError: a `LookupError` with suggestions.
        """
        by_id = {each.id: each for each in self.observations}
        return by_id[id] if id in by_id else by_id[observation_renamed(id, self.aliases, by_id)]

    def search(self, text: str) -> SearchResults:
        """Return the indicators that match every word of `text`, the best match first, as `bps.search` does.

        Raises:
            TypeError: `text` is not a string.
        """
        if not isinstance(text, str):
            raise TypeError(f"search() needs words (str), found {type(text).__name__}")
        from beijing_public_services.datapackage.search import find_indicators
        from beijing_public_services.datapackage.search_index import index_of

        index = self.remembered(
            "search index",
            lambda: index_of(
                self.indicators,
                self.categories,
                self.areas,
                self.headline_area,
                self.descriptor.get("not_covered", []),
            ),
        )
        return find_indicators(index, text)

    def remembered(self, name: str, compute: Callable[[], Result]) -> Result:
        """Return a value that is computed from the package; it is computed once and kept with it under a name."""
        built: dict[str, Any] = getattr(getattr(self, "_context", None), "built", {})
        if name not in built:
            built[name] = compute()
        kept: Result = built[name]
        return kept

    def unit(self, id: str) -> Unit:
        """Return the unit with this id. Raises `UnknownUnitError`, a `KeyError` with suggestions."""
        for each in self.units:
            if each.id == id:
                return each
        raise UnknownUnitError(id, [each.id for each in self.units])

    def by_domain(self, domain: str) -> tuple[Indicator, ...]:
        """Return the indicators of a domain, in the report's order. Raises `UnknownDomainError`, a `KeyError`."""
        by_domain = self.remembered("indicators by domain", self._indicators_by_domain)
        try:
            return by_domain[domain]
        except (KeyError, TypeError):
            raise UnknownDomainError(domain, list(by_domain)) from None

    def _indicators_by_domain(self) -> dict[str, tuple[Indicator, ...]]:
        return {
            domain.id: Records(each for each in self.indicators if each.domain == domain.id) for domain in self.domains
        }

    def _require_domain(self, domain: str) -> None:
        known = [each.id for each in self.domains]
        if domain not in known:
            raise UnknownDomainError(domain, known)

    def statements_of(self, kind: str | None = None, domain: str | None = None) -> tuple[Statement, ...]:
        """Return the statements of a kind and of a domain, in the report's order; all kinds or domains unless given.

        Raises:
            UnknownStatementKindError: a `KeyError` that lists the kinds.
            UnknownDomainError: a `KeyError` with suggestions.
        """
        if kind is not None:
            from typing import get_args

            from beijing_public_services.model.codelists import StatementKind

            if kind not in get_args(StatementKind):
                raise UnknownStatementKindError(kind, get_args(StatementKind))
        if domain is not None:
            self._require_domain(domain)
        return Records(
            each
            for each in self.statements
            if (kind is None or each.kind == kind) and (domain is None or each.domain == domain)
        )

    def search_statements(self, text: str) -> tuple[Statement, ...]:
        """Return the statements that match every word of `text`, the best match first."""
        from beijing_public_services.datapackage.statement_search import find_statements, statement_entries

        entries = self.remembered("statement entries", lambda: statement_entries(self.statements))
        return find_statements(entries, text)

    @property
    def observations(self) -> tuple[Observation, ...]:
        """Every observation, in the order of the indicators."""
        return Records(each for indicator in self.indicators for each in indicator.observations)
