"""From the tables of a data package to its frozen values, or the place of the first cell that is wrong."""

from __future__ import annotations

from beijing_public_services._once import once
from beijing_public_services._record import TYPE_CHECKING, Record
from beijing_public_services.datapackage import cells
from beijing_public_services.datapackage.bundled_files import DESCRIPTOR
from beijing_public_services.datapackage.package import DataPackage
from beijing_public_services.datapackage.records import records, refer
from beijing_public_services.datapackage.tables import RELEASED, Tables, released_tables, unit_definitions
from beijing_public_services.errors import DataPackageError
from beijing_public_services.model import history, reference
from beijing_public_services.model import indicator as model

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from os import PathLike
    from typing import Any, TypeVar

    Touching = TypeVar("Touching", reference.Mention, reference.CrossCheck, reference.Anomaly)


@once
def bundled() -> DataPackage:
    """The data package shipped with this library, read once.

    >>> bundled().name
    'beijing-public-services'
    """
    return build(released_tables())


def load(path: str | PathLike[str]) -> DataPackage:
    """The data package in a folder, at a `datapackage.json` or in a zip archive.

    Raises `DataPackageError` for the first fault: a missing or malformed file, a missing column, a value that is no
    number, an unreadable period, an unknown reference, a duplicate key. `check` lists all of them.

    >>> from beijing_public_services.datapackage.bundled_files import bundled_folder
    >>> with bundled_folder() as folder:
    ...     load(folder) == bundled()
    True
    """
    from beijing_public_services.datapackage.reader import read_tables

    tables = read_tables(path)
    _codes_are_known(tables)
    return build(tables)


def build(tables: Tables) -> DataPackage:
    """The frozen values of these tables. Raises `DataPackageError` for the first cell that cannot be one."""
    descriptor = tables.descriptor
    definitions = None if descriptor is RELEASED else unit_definitions(descriptor)
    domains = records(tables, "domains", reference.Domain)
    topics = records(tables, "topics", reference.Topic, domain=cells.known(domains))
    units = records(tables, "units", reference.Unit)
    areas = records(tables, "areas", reference.Area)
    headline_area = _headline_area(descriptor, areas)
    sources = records(tables, "sources", reference.Source)
    categories = records(tables, "categories", reference.Category, key=("dimension", "id"))
    paragraphs = records(tables, "paragraphs", reference.Paragraph, key=("locator",), ordinal=cells.ordinal)
    numerals = records(
        tables,
        "numerals",
        reference.Numeral,
        key=("locator", "ordinal"),
        locator=cells.known(paragraphs),
        ordinal=cells.ordinal,
    )
    key = ("observation", "locator", "ordinal")
    mentions = records(
        tables, "mentions", reference.Mention, key=key, locator=cells.known(paragraphs), ordinal=cells.ordinal
    )
    refer(tables, "mentions", ("locator", "ordinal"), numerals)
    cross_checks = records(
        tables,
        "cross_checks",
        reference.CrossCheck,
        key=("observation", "source"),
        value=cells.number,
        unit=cells.known(units),
        source=lambda text: sources[cells.known(sources)(text)],
    ).values()
    anomalies = records(tables, "anomalies", reference.Anomaly, locator=cells.known({"", *paragraphs})).values()
    stated = _by_observation(mentions.values())
    checked, touched = _by_observation(cross_checks), _by_observation(anomalies)
    measured = records(tables, "indicators", _Measured, unit=cells.known(units))
    unit_of = {each.id: units[each.unit] for each in measured.values()}
    observations = records(
        tables,
        "observations",
        model.Observation,
        own=lambda row: {
            "unit": unit_of[row["indicator"]].id,
            "mentions": tuple(stated.get(row["id"], ())),
            "cross_checks": tuple(checked.get(row["id"], ())),
            "anomalies": tuple(touched.get(row["id"], ())),
            "_counted": unit_of[row["indicator"]].is_counted,
            "_parent": measured[row["indicator"]].parent,
            "_level": None,
            "_expression": unit_of[row["indicator"]].expression,
            "_definitions": definitions,
        },
        indicator=cells.known(unit_of),
        area=cells.known(areas),
        period=cells.period,
        value=cells.number,
        base_area=cells.known({"", *areas}),
        locator=cells.known({"", *paragraphs}),
        source=lambda text: sources[cells.known(sources)(text)],
    )
    refer(tables, "observations", ("dimension", "category"), {("", ""), *categories})
    refer(tables, "mentions", ("observation",), observations)
    refer(tables, "cross_checks", ("observation",), observations)
    refer(tables, "anomalies", ("observation",), {"", *observations})
    ids = cells.known({"", *observations})
    identities = records(tables, "identities", reference.Identity, result=ids, left=ids, right=ids)
    successors = cells.known({"", *unit_of, *observations})
    aliases = records(tables, "aliases", history.Alias, successor=successors)
    figures = {*observations, *(each.id for each in aliases.values() if each.fate == "removed")}
    key = ("observation", "release", "column")
    errata = records(tables, "errata", history.Erratum, key=key, observation=cells.known(figures))
    of: dict[str, list[model.Observation]] = {}
    for observation in _with_levels(observations).values():
        of.setdefault(observation.indicator, []).append(observation)
    indicators = records(
        tables,
        "indicators",
        model.Indicator,
        own=lambda row: {"observations": tuple(of.get(row["id"], ())), "_headline_area": headline_area},
        domain=cells.known(domains),
        topic=cells.known(topics),
        keywords=lambda text: tuple(filter(None, text.split(";"))),
        parent=cells.known({"", *unit_of}),
    )
    return DataPackage(
        name=str(descriptor.get("name", "")),
        version=str(descriptor.get("version", "")),
        domains=tuple(domains.values()),
        topics=tuple(topics.values()),
        indicators=tuple(indicators.values()),
        areas=tuple(areas.values()),
        categories=tuple(categories.values()),
        sources=tuple(sources.values()),
        units=tuple(units.values()),
        paragraphs=tuple(paragraphs.values()),
        numerals=tuple(numerals.values()),
        headline_area=headline_area,
        identities=tuple(identities.values()),
        cross_checks=tuple(cross_checks),
        anomalies=tuple(anomalies),
        errata=tuple(errata.values()),
        aliases=tuple(aliases.values()),
        _definitions=definitions,
        _by_id=indicators,
        _tables=None if descriptor is RELEASED else tables,
    )


def _headline_area(descriptor: dict[str, Any], areas: Collection[str]) -> str:
    """The area that the package says it is about, none where it does not say."""
    try:
        return str(cells.known({"", *areas})(str(descriptor.get("headline_area", ""))))
    except cells.UnfitError as error:
        found = repr(descriptor["headline_area"])
        raise DataPackageError(DESCRIPTOR, None, "headline_area", found, str(error)) from None


def _by_observation(values: Iterable[Touching]) -> dict[str, list[Touching]]:
    """What touches observations, by their id."""
    of: dict[str, list[Touching]] = {}
    for each in values:
        of.setdefault(each.observation, []).append(each)
    return of


def _with_levels(observations: dict[str, model.Observation]) -> dict[str, model.Observation]:
    """The observations, each change with its level: its parent's for the same area, period and category.

    Where several are printed it is the report's before another publisher's, then an exact one before a bound.
    """
    ranked = sorted(observations.values(), key=lambda each: (each.source.kind != "publication", each.bound == "exact"))
    levels = {(each.indicator, each.area, each.period, each.category): each for each in ranked}
    return {
        id_: each.__replace__(_level=level)
        if each._parent and (level := levels.get((each._parent, each.area, each.period, each.category)))
        else each
        for id_, each in observations.items()
    }


def _codes_are_known(tables: Tables) -> None:
    from beijing_public_services.model.codelists import CODED, codes_of

    for name, column in CODED:
        if name not in tables:
            continue
        known = codes_of(name, column)
        for number, row in tables[name].numbered():
            if row.get(column, known[0]) not in known:
                expected = f"one of {', '.join(map(repr, known))}"
                raise DataPackageError(tables[name].file, number, column, repr(row[column]), expected)


class _Measured(Record):
    """What observations need to know of their indicator before it is made."""

    id: str
    unit: str
    parent: str
