"""From the tables of a data package to its frozen values, or the place of the first cell that is wrong."""

from __future__ import annotations

from beijing_public_services import model, reference
from beijing_public_services._once import once
from beijing_public_services._record import TYPE_CHECKING, Record
from beijing_public_services.errors import DataPackageError, PeriodError, nearest
from beijing_public_services.periods import read_period
from beijing_public_services.tables import RELEASED, Tables, read_tables, released_tables, unit_definitions

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from os import PathLike
    from typing import Any, TypeVar

    Value = TypeVar("Value", bound=Record)
    Reader = Callable[[str], Any]
    Row = dict[str, str]


@once
def bundled() -> model.DataPackage:
    """The data package shipped with this library, read once.

    >>> bundled().name
    'beijing-public-services'
    """
    return build(released_tables())


def load(path: str | PathLike[str]) -> model.DataPackage:
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


def build(tables: Tables) -> model.DataPackage:
    """The frozen values of these tables. Raises `DataPackageError` for the first cell that cannot be one."""
    descriptor = tables.descriptor
    definitions = None if descriptor is RELEASED else unit_definitions(descriptor)
    domains = _records(tables, "domains", reference.Domain)
    topics = _records(tables, "topics", reference.Topic, domain=_known(domains))
    units = _records(tables, "units", reference.Unit)
    areas = _records(tables, "areas", reference.Area)
    sources = _records(tables, "sources", reference.Source)
    categories = _records(tables, "categories", reference.Category, key=("dimension", "id"))
    paragraphs = _records(tables, "paragraphs", reference.Paragraph, key=("locator",), ordinal=_ordinal)
    numerals = _records(
        tables,
        "numerals",
        reference.Numeral,
        key=("locator", "ordinal"),
        locator=_known(paragraphs),
        ordinal=_ordinal,
    )
    key = ("observation", "locator", "ordinal")
    mentions = _records(tables, "mentions", reference.Mention, key=key, locator=_known(paragraphs), ordinal=_ordinal)
    _refer(tables, "mentions", ("locator", "ordinal"), numerals)
    stated: dict[str, list[reference.Mention]] = {}
    for mention in mentions.values():
        stated.setdefault(mention.observation, []).append(mention)
    measured = _records(tables, "indicators", _Measured, unit=_known(units))
    unit_of = {each.id: each.unit for each in measured.values()}
    observations = _records(
        tables,
        "observations",
        model.Observation,
        own=lambda row: {
            "unit": unit_of[row["indicator"]],
            "mentions": tuple(stated.get(row["id"], ())),
            "_expression": units[unit_of[row["indicator"]]].expression,
            "_definitions": definitions,
        },
        indicator=_known(unit_of),
        area=_known(areas),
        period=_period,
        value=_number,
        base_area=_known({"", *areas}),
        locator=_known(paragraphs),
        source=lambda text: sources[_known(sources)(text)],
    )
    _refer(tables, "observations", ("dimension", "category"), {("", ""), *categories})
    _refer(tables, "mentions", ("observation",), observations)
    of: dict[str, list[model.Observation]] = {}
    for observation in observations.values():
        of.setdefault(observation.indicator, []).append(observation)
    indicators = _records(
        tables,
        "indicators",
        model.Indicator,
        own=lambda row: {"observations": tuple(of.get(row["id"], ()))},
        domain=_known(domains),
        topic=_known(topics),
        keywords=lambda text: tuple(filter(None, text.split(";"))),
        parent=_known({"", *unit_of}),
    )
    return model.DataPackage(
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
        _definitions=definitions,
        _by_id=indicators,
    )


def _codes_are_known(tables: Tables) -> None:
    from beijing_public_services.codes import CODED, codes_of

    for name, column in CODED:
        known = codes_of(name, column)
        for number, row in tables[name].numbered():
            if row.get(column, known[0]) not in known:
                expected = f"one of {', '.join(map(repr, known))}"
                raise DataPackageError(tables[name].file, number, column, repr(row[column]), expected)


class _Measured(Record):
    """The unit of an indicator, which its observations need before the indicator itself is made."""

    id: str
    unit: str


class _UnfitError(ValueError):
    """That a cell cannot be read; the message says what would be right."""


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
            except _UnfitError as error:
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


def _known(ids: Collection[str]) -> Reader:
    def read(text: str) -> str:
        if text not in ids:
            likely = nearest(text, ids) or sorted(ids)[:3]
            raise _UnfitError(f"one of {len(ids)} ids such as {', '.join(map(repr, likely))}")
        return text

    return read


def _ordinal(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and text[0] != "0"):
        raise _UnfitError("a whole number from 1")
    return int(text)


def _number(text: str) -> float:
    whole, point, decimals = text.removeprefix("-").partition(".")
    if not (whole + decimals).isdecimal() or not whole or not text.isascii() or bool(point) != bool(decimals):
        raise _UnfitError("a plain decimal such as -6.2, without exponent or thousands marks")
    return float(text) if point else int(text)


def _period(text: str) -> str:
    try:
        return read_period(text).text
    except PeriodError as error:
        raise _UnfitError(str(error).partition("expected ")[2]) from None
