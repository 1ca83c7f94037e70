"""From the tables of a data package to its frozen values, or the place of the first cell that is wrong."""

from __future__ import annotations

from beijing_public_services import cells, history, model, reference
from beijing_public_services._once import once
from beijing_public_services._record import TYPE_CHECKING, Record
from beijing_public_services.errors import DataPackageError
from beijing_public_services.package import DataPackage
from beijing_public_services.tables import RELEASED, Tables, read_tables, released_tables, unit_definitions

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from os import PathLike
    from typing import Any, TypeVar

    Value = TypeVar("Value", bound=Record)
    from beijing_public_services.cells import Reader
    from beijing_public_services.tables import Row


@once
def bundled() -> DataPackage:
    """The data package shipped with this library, read once.

    >>> bundled().name
    'beijing-public-services'
    """
    return build(released_tables())


def load(path: str | PathLike[str]) -> DataPackage:
    """The data package in a folder or at a `datapackage.json`.

    Raises `DataPackageError` for the first fault: a missing or malformed file, a missing column, a value that is no
    number, an unreadable period, an unknown reference, a duplicate key. `check` lists all of them.

    >>> from beijing_public_services._location import bundled_folder
    >>> with bundled_folder() as folder:
    ...     load(folder) == bundled()
    True
    """
    tables = read_tables(path)
    _codes_are_known(tables)
    return build(tables)


def build(tables: Tables) -> DataPackage:
    """The frozen values of these tables. Raises `DataPackageError` for the first cell that cannot be one."""
    descriptor = tables.descriptor
    definitions = None if descriptor is RELEASED else unit_definitions(descriptor)
    domains = _records(tables, "domains", reference.Domain)
    topics = _records(tables, "topics", reference.Topic, domain=cells.known(domains))
    units = _records(tables, "units", reference.Unit)
    areas = _records(tables, "areas", reference.Area)
    sources = _records(tables, "sources", reference.Source)
    categories = _records(tables, "categories", reference.Category, key=("dimension", "id"))
    paragraphs = _records(tables, "paragraphs", reference.Paragraph, key=("locator",), ordinal=cells.ordinal)
    numerals = _records(
        tables,
        "numerals",
        reference.Numeral,
        key=("locator", "ordinal"),
        locator=cells.known(paragraphs),
        ordinal=cells.ordinal,
    )
    key = ("observation", "locator", "ordinal")
    mentions = _records(
        tables, "mentions", reference.Mention, key=key, locator=cells.known(paragraphs), ordinal=cells.ordinal
    )
    _refer(tables, "mentions", ("locator", "ordinal"), numerals)
    stated: dict[str, list[reference.Mention]] = {}
    for mention in mentions.values():
        stated.setdefault(mention.observation, []).append(mention)
    measured = _records(tables, "indicators", _Measured, unit=cells.known(units))
    unit_of = {each.id: units[each.unit] for each in measured.values()}
    observations = _records(
        tables,
        "observations",
        model.Observation,
        own=lambda row: {
            "unit": unit_of[row["indicator"]].id,
            "mentions": tuple(stated.get(row["id"], ())),
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
        locator=cells.known(paragraphs),
        source=lambda text: sources[cells.known(sources)(text)],
    )
    _refer(tables, "observations", ("dimension", "category"), {("", ""), *categories})
    _refer(tables, "mentions", ("observation",), observations)
    related = cells.known({"", *observations})
    identities = _optional(tables, "identities", reference.Identity, result=related, left=related, right=related)
    aliases = _optional(tables, "aliases", history.Alias, successor=cells.known({"", *unit_of, *observations}))
    figures = {*observations, *(each.id for each in aliases if each.fate == "removed")}
    errata = _optional(
        tables,
        "errata",
        history.Erratum,
        key=("observation", "release", "column"),
        observation=cells.known(figures),
    )
    of: dict[str, list[model.Observation]] = {}
    for observation in _with_levels(observations).values():
        of.setdefault(observation.indicator, []).append(observation)
    indicators = _records(
        tables,
        "indicators",
        model.Indicator,
        own=lambda row: {"observations": tuple(of.get(row["id"], ()))},
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
        identities=identities,
        errata=errata,
        aliases=aliases,
        _definitions=definitions,
        _by_id=indicators,
    )


def _optional(
    tables: Tables, name: str, cls: type[Value], *, key: tuple[str, ...] = ("id",), **readers: Any
) -> tuple[Value, ...]:
    """The records of a resource that a package may do without."""
    return tuple(_records(tables, name, cls, key=key, **readers).values()) if name in tables else ()


def _with_levels(observations: dict[str, model.Observation]) -> dict[str, model.Observation]:
    """The observations, each change with its level: its parent's for the same area, period and category."""
    levels: dict[tuple[str, ...], model.Observation] = {}
    for each in observations.values():
        key = (each.indicator, each.area, each.period, each.category)
        if key not in levels or each.bound == "exact":
            levels[key] = each
    return {
        id_: each.__replace__(_level=level)
        if each._parent and (level := levels.get((each._parent, each.area, each.period, each.category)))
        else each
        for id_, each in observations.items()
    }


def _codes_are_known(tables: Tables) -> None:
    from beijing_public_services.codes import CODED, codes_of

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


def _records(
    tables: Tables,
    name: str,
    cls: type[Value],
    *,
    key: tuple[str, ...] = ("id",),
    own: Callable[[Row], dict[str, Any]] = lambda row: {},
    **readers: Reader,
) -> dict[Any, Value]:
    """The rows of a table as records by their key: `readers` read cells, `own` gives fields that are no columns."""
    table = tables[name]
    made: dict[Any, Value] = {}
    missing = [column for column in (*key, *readers) if column not in table.columns]
    if missing:
        raise _no_column(table.file, missing[0])
    others = [column for column in table.columns if column not in cls._fields]
    for number, row in table.numbered():
        values: dict[str, Any] = dict(row)
        for column, read in readers.items():
            try:
                values[column] = read(row[column])
            except cells.UnfitError as error:
                raise DataPackageError(table.file, number, column, repr(row[column]), str(error)) from None
        for column in others:
            del values[column]
        identity = row[key[0]] if len(key) == 1 else tuple([row[column] for column in key])
        if identity in made:
            raise DataPackageError(table.file, number, key[-1], f"the key {identity!r} again", "each key once")
        values.update(own(row))
        try:
            made[identity] = cls(**values)
        except TypeError:
            raise _no_column(
                table.file, next(field for field in cls._fields if field not in values and field not in cls._defaults)
            ) from None
    return made


def _no_column(file: str, column: str) -> DataPackageError:
    return DataPackageError(file, 1, column, "no such column", "the columns of the data contract")


def _refer(tables: Tables, name: str, columns: tuple[str, ...], known: Collection[Any]) -> None:
    table = tables[name]
    for number, row in table.numbered():
        found = row[columns[0]] if len(columns) == 1 else tuple([row[column] for column in columns])
        if found not in known:
            raise DataPackageError(table.file, number, columns[-1], repr(found), "a key of the table it refers to")
