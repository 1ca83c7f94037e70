"""A published figure as an assistant gets it: value and bound, place and time, source, and who speaks against it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from beijing_public_services.model.vintages import current, vintages
from beijing_public_services.model.wording import format_interval, format_value, label, name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beijing_public_services.datapackage.package import DataPackage
    from beijing_public_services.model.codelists import Language
    from beijing_public_services.model.evidence import CrossCheck
    from beijing_public_services.model.observation import Observation
    from beijing_public_services.model.provenance import Source
    from beijing_public_services.model.wording import Named

    Texts = dict[str, str]

LANGUAGES: tuple[Language, Language] = ("en", "zh")
MOST_AGAINST = 8  # other publications that are named with a figure


def names(named: Named) -> Texts:
    """Return the English and the Chinese name of something."""
    return {language: name(named, language) for language in LANGUAGES}


def labels(codes: str, code: str) -> Texts:
    """Return the English and the Chinese word for a code of a list."""
    return {language: label(codes, code, language) for language in LANGUAGES}


def figure(package: DataPackage, observation: Observation) -> dict[str, Any]:
    """Return a figure as plain values; its source is named by id."""
    return {
        "id": observation.id,
        "area": observation.area,
        "area_name": _name_of(package.areas, observation.area),
        "period": observation.period,
        "category": observation.category,
        "category_name": _name_of(package.categories, observation.category),
        "value": observation.value,
        "upper": observation.upper,
        "unit": observation.unit,
        "bound": observation.bound,
        "reading": {language: reading(package, observation, language) for language in LANGUAGES},
        "possible_values": format_interval(observation),
        "printed": observation.printed,
        "status": observation.status,
        "relative_to": _base(observation),
        "locator": observation.locator,
        "source": observation.source.id,
        "disputed": observation.disputed,
        "questioned": observation.questioned,
        "superseded_by": _superseded_by(package, observation),
        "spoken_against_by": [_against(each) for each in speaking_against(observation)],
        "oddities": [each.what for each in observation.anomalies],
        "starts_new_series": observation.is_break,
        "note": observation.note,
    }


def sources_of(observation: Observation) -> Iterator[tuple[str, dict[str, Any]]]:
    """Return the sources that a figure names, each by its id."""
    for each in (observation.source, *(check.source for check in speaking_against(observation))):
        yield each.id, source(each)


def speaking_against(observation: Observation) -> tuple[CrossCheck, ...]:
    """Return what other publications print against a figure, disputes before questions, the first few."""
    return (*observation.disputes, *observation.questions)[:MOST_AGAINST]


def source(of: Source) -> dict[str, Any]:
    """Return a source as plain values."""
    return {
        "kind": of.kind,
        "title": of.title,
        "publisher": of.publisher,
        "published": of.published,
        "grade": of.grade,
        "url": of.url,
        "seen_as": of.seen_as,
    }


def reading(package: DataPackage, observation: Observation, language: Language) -> str:
    """Return a figure in words, its bound first: `more than 900,000,000,000 CNY`."""
    return format_value(observation, package.unit(observation.unit), language, in_words=True)


def _superseded_by(package: DataPackage, observation: Observation) -> str:
    """Return the id of the figure of a later report that prints this one anew; "" if none does."""
    printed = package.indicator(observation.indicator).observations
    if observation in current(printed):
        return ""
    return vintages(printed, observation)[-1].observation.id


def _name_of(named: Any, id: str) -> Texts:
    return next((names(each) for each in named if each.id == id), {})


def _base(observation: Observation) -> dict[str, Any]:
    base = observation.base
    if base is None:
        return {}
    return {"kind": base.kind, "period": base.period, "area": base.area, **labels("base_kind", base.kind)}


def _against(check: CrossCheck) -> dict[str, Any]:
    return {
        "source": check.source.id,
        "publisher": check.source.publisher,
        "grade": check.source.grade,
        "seen_as": check.source.seen_as,
        "verdict": check.verdict,
        "printed": check.printed,
        "note": check.note,
    }
