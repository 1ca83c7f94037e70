"""Validating the tables of a data package by column: the first cell that cannot be read, or refers to nothing."""

from __future__ import annotations

import re
from itertools import filterfalse
from typing import TYPE_CHECKING, Any, NoReturn

from beijing_public_services.datapackage.bundled_files import DESCRIPTOR
from beijing_public_services.datapackage.cells import UnfitError, number, ordinal, split_list
from beijing_public_services.datapackage.contract import CONTRACT, RESOURCES
from beijing_public_services.errors import DataPackageError, nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from beijing_public_services.datapackage.cells import Reader
    from beijing_public_services.datapackage.contract import Reference, Resource
    from beijing_public_services.datapackage.tables import Table, Tables

PLAIN: dict[Reader, re.Pattern[str]] = {  # forms that a reader takes, tried before it, which costs more
    number: re.compile(r"-?[0-9]{1,30}(?:\.[0-9]{1,20})?"),
    ordinal: re.compile(r"[1-9][0-9]{0,20}"),
}


def validate(tables: Tables) -> None:
    """Raise `DataPackageError` for the first fault that keeps the tables from being built into values."""
    present = [each for each in RESOURCES if not each.optional or each.name in tables]
    for resource in present:
        table = tables[resource.name]
        table.require(*resource.required)
        for column, read in resource.readers.items():
            if column in table.columns:
                _require_readable(table, column, read)
        _require_distinct_keys(table, resource)
    for resource in present:
        for reference in resource.references:
            _require_known(tables, resource.name, reference)
    area = tables.descriptor.get("headline_area", "")
    if area and area not in (areas := tables["areas"].column("id")):
        raise DataPackageError(DESCRIPTOR, None, "headline_area", repr(area), _one_of(str(area), areas))


def require_known_codes(tables: Tables) -> None:
    """Raise `DataPackageError` for the first cell of a coded column that holds no code of its list."""
    for resource in RESOURCES:
        if resource.name not in tables:
            continue
        table = tables[resource.name]
        for column, codes in resource.coded.items():
            if column in table.columns and (unknown := set(table.column(column)).difference(codes)):
                place = next(place for place, cell in enumerate(table.column(column)) if cell in unknown)
                found, expected = repr(table.column(column)[place]), f"one of {', '.join(map(repr, codes))}"
                raise DataPackageError(table.file, table.number(place), column, found, expected)


def _require_readable(table: Table, column: str, read: Reader) -> None:
    unreadable: dict[str, str] = {}
    texts: Iterable[str] = set(table.column(column))
    if read in PLAIN:
        texts = filterfalse(PLAIN[read].fullmatch, texts)
    for text in texts:
        try:
            read(text)
        except UnfitError as error:
            unreadable[text] = str(error)
    if unreadable:
        place = next(place for place, text in enumerate(table.column(column)) if text in unreadable)
        text = table.column(column)[place]
        raise DataPackageError(table.file, table.number(place), column, repr(text), unreadable[text])


def _require_distinct_keys(table: Table, resource: Resource) -> None:
    if len(set(_keys(table, resource.key))) < len(table):
        seen: set[Any] = set()
        for place, key in enumerate(_keys(table, resource.key)):
            if key in seen:
                found = f"the key {key!r} again"
                raise DataPackageError(table.file, table.number(place), resource.key[-1], found, "each key once")
            seen.add(key)


def _require_known(tables: Tables, name: str, reference: Reference) -> None:
    table = tables[name]
    keys = set(_keys(table, reference.columns))
    if reference.is_list:
        keys = {key for cell in keys for key in split_list(cell) or ("",)}
    if reference.may_be_empty:
        keys.discard("" if len(reference.columns) == 1 else ("",) * len(reference.columns))
    for target in reference.resources:
        if target in tables:
            columns = CONTRACT[target].key[-len(reference.columns) :]
            keys.difference_update(_keys(tables[target], columns))
    if keys:
        _refuse_unknown(tables, name, reference, keys)


def _refuse_unknown(tables: Tables, name: str, reference: Reference, unknown: set[Any]) -> NoReturn:
    """Raise `DataPackageError` for the first cell that refers to one of these keys, which no table has."""
    for place, cell in enumerate(_keys(tables[name], reference.columns)):
        for key in (split_list(cell) or ("",)) if reference.is_list else (cell,):
            if key not in unknown:
                continue
            expected = "a key of the table that it refers to"
            if len(reference.columns) == 1:
                expected = _one_of(key, _known(tables, reference))
            raise DataPackageError(
                tables[name].file, tables[name].number(place), reference.columns[-1], repr(key), expected
            )
    raise AssertionError(unknown)


def _known(tables: Tables, reference: Reference) -> set[str]:
    """The keys that a reference of one column may have."""
    targets = [each for each in reference.resources if each in tables]
    known = {key for each in targets for key in tables[each].column(CONTRACT[each].key[-1])}
    return {*known, ""} if reference.may_be_empty else known


def _keys(table: Table, columns: tuple[str, ...]) -> Iterable[Any]:
    """The cells of one column, or tuples of the cells of several, row by row."""
    cells = [table.column(column) for column in columns]
    return cells[0] if len(cells) == 1 else zip(*cells, strict=True)


def _one_of(text: str, ids: Collection[str]) -> str:
    likely = nearest(text, ids) or sorted(ids)[:3]
    return f"one of {len(ids)} ids such as {', '.join(map(repr, likely))}"
