"""What the page shows, as plain values for JSON: the package's tables, joined and worded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from beijing_public_services.datapackage.search_index import declared_gaps
from beijing_public_services.model.labels import LABELS
from beijing_public_services.notation.folding import simplified
from beijing_public_services.views.explorer.citations import packed
from beijing_public_services.views.explorer.figures import indicators, period
from beijing_public_services.views.explorer.units import units
from beijing_public_services.views.explorer.words import WORDS

if TYPE_CHECKING:
    from beijing_public_services._record import Record
    from beijing_public_services.datapackage.package import DataPackage
    from beijing_public_services.views.explorer.citations import Cite

OF_STATEMENT = ("id", "domain", "kind", "subkind", "name_zh", "name_en", "issuer", "period", "status", "note")


def content(package: DataPackage, cite: Cite) -> dict[str, Any]:
    """Return everything that the page shows of a package; figures refer to sources and paragraphs by id."""
    descriptor = package.descriptor
    title = str(descriptor.get("title") or package.name)
    observations = package.observations
    traditional = simplified()
    return {
        "title": [str(descriptor.get("title_zh") or title), title],
        "description": str(descriptor.get("description", "")),
        "name": package.name,
        "version": package.version,
        "homepage": str(descriptor.get("homepage", "")),
        "licences": _licences(descriptor),
        "headline_area": package.headline_area,
        "words": WORDS,
        "labels": LABELS,
        "domains": _rows(package.domains, "id name_zh name_en"),
        "topics": _rows(package.topics, "id name_zh name_en"),
        "areas": _rows(package.areas, "id name_zh name_en"),
        "categories": _rows(package.categories, "id name_zh name_en dimension"),
        "paragraphs": {each.locator: [each.section, each.ordinal] for each in package.paragraphs},
        "periods": {text: period(text) for text in _periods(package)},
        "units": units(package),
        "sources": {
            each.id: {
                name: value
                for name in ["kind", "title", "publisher", "published", "url", "grade", "note", "seen_as"]
                if (value := getattr(each, name))
            }
            for each in package.sources
        },
        "indicators": indicators(package),
        "breaks": _rows(package.breaks, "indicator area period kind note"),
        "identities": _rows(package.identities, "kind result left right note known_discrepancy"),
        "statements": [
            [
                *[getattr(each, field) for field in OF_STATEMENT],
                list(each.locators),
                list(each.indicators),
                each.source.id,
            ]
            for each in package.statements
        ],
        "errata": _rows(package.errata, "observation release column before after reason date"),
        "renamed": [[each.id, each.successor] for each in package.aliases if each.fate == "renamed"],
        "citations": packed(observations, cite),
        "traditional": ["".join(map(chr, traditional)), "".join(traditional.values())],
        "gaps": [[sorted(names), note] for names, note in declared_gaps(descriptor.get("not_covered"))],
    }


def _rows(records: tuple[Record, ...], fields: str) -> list[list[Any]]:
    return [[getattr(record, field) for field in fields.split()] for record in records]


def _periods(package: DataPackage) -> list[str]:
    of_figures = [text for each in package.observations for text in (each.period, each.base_period)]
    of_breaks = [each.period for each in package.breaks]
    of_statements = [each.period for each in package.statements]
    return list(dict.fromkeys(filter(None, [*of_figures, *of_breaks, *of_statements])))


def _licences(descriptor: dict[str, Any]) -> list[list[str]]:
    listed = descriptor.get("licenses")
    entries = [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []
    return [[str(each.get("title") or each.get("name", "")), str(each.get("path", ""))] for each in entries]
