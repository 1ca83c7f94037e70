"""Primary, unique and foreign keys of tables, compared by logical value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from beijing_public_services.checks.rules.schema import foreign_keys_of, key_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beijing_public_services.checks.table_test import Keys, TableTest


class Repeated(NamedTuple):
    """A row whose key another row had before; without that, a row whose key is missing altogether."""

    row: int
    first: int | None
    key: Any


class Dangling(NamedTuple):
    """A row whose foreign key no row of the other table has."""

    row: int
    key: list[Any]
    own: list[str]
    resource: str
    theirs: list[str]


def places_of(test: TableTest, names: list[str]) -> list[int] | None:
    """Return the columns of these fields; None if the table lacks one, or there is none."""
    places = [test.column_of(name) for name in names]
    return [place for place in places if place is not None] if names and None not in places else None


def repeated_rows(keys: Keys, *, latest: bool = False, partly: bool = True) -> Iterator[Repeated]:
    """The rows whose key stands in an earlier row; a key that lacks a value counts as none, if `partly`, or else
    only one that lacks all.

    `latest`: name the row that had it last, not the first one.
    """
    if not keys.lack_any and keys.are_distinct:
        return
    seen: dict[Any, int] = {}
    width = len(keys.columns)
    for row, key in enumerate(keys):
        parts = key if width > 1 else (key,)
        if all(part is None for part in parts):
            yield Repeated(row, None, key)
        elif not (partly and None in parts):
            if key in seen:
                yield Repeated(row, seen[key], key)
            if latest or key not in seen:
                seen[key] = row


def rows_with_repeated_primary(test: TableTest) -> Iterator[Repeated]:
    """The rows that repeat a primary key, and those that lack it altogether."""
    if places := places_of(test, key_of(test.schema.get("primaryKey"))):
        yield from repeated_rows(test.keys(places), latest=True, partly=False)


def cells_missing_in_primary(test: TableTest) -> Iterator[tuple[int, int]]:
    """The rows and columns in which a part of a primary key of several fields is missing, but not all of it."""
    names = key_of(test.schema.get("primaryKey"))
    for row, _ in rows_with_incomplete_key(test, names):
        for place in places_of(test, names) or ():
            field = test.tests[place]
            if field is not None and field.is_missing(test.cells(row)[place]):
                yield row, place


def rows_with_incomplete_key(test: TableTest, names: list[str]) -> Iterator[tuple[int, tuple[Any, ...]]]:
    """The rows, with their key of several fields, in which a part of it is missing, but not all of it."""
    places = places_of(test, names)
    if not places or len(places) < 2:
        return
    keys = test.keys(places)
    for row, key in enumerate(keys if keys.lack_any else ()):
        if None in key and any(part is not None for part in key):
            yield row, key


def rows_with_repeated_value(test: TableTest) -> Iterator[tuple[int, Repeated]]:
    """The rows that repeat a value of a field that is unique, with the place of its column."""
    for place, field in enumerate(test.tests):
        constraints = field.field.get("constraints") if field is not None else None
        if isinstance(constraints, dict) and constraints.get("unique") is True:
            for found in repeated_rows(test.keys([place]), latest=True):
                if found.first is not None:
                    yield place, found


def uncompared_keys(test: TableTest, tests: dict[int, TableTest], by_name: dict[str, int]) -> Iterator[tuple[str, str]]:
    """The foreign keys that lead to no table that was read: their fields, and the resource."""
    read = {name for name, place in by_name.items() if place in tests}
    for own, resource, _ in foreign_keys_of(test.schema):
        if resource and resource not in read:
            yield ", ".join(own), resource


def dangling_rows(test: TableTest, tests: dict[int, TableTest], by_name: dict[str, int]) -> Iterator[Dangling]:
    """The rows whose foreign key no row of the other table has; a key that lacks a value refers to nothing."""
    named = {**by_name, "": test.place}
    for own, resource, theirs in foreign_keys_of(test.schema):
        places = places_of(test, own)
        if places is None or len(own) != len(theirs) or resource not in named or named[resource] not in tests:
            continue
        target = tests[named[resource]]
        others = places_of(target, theirs)
        if others is None:
            continue
        has_types = all(target.tests[place] is not None for place in others)
        known = set(target.keys(others))
        keys = test.keys(places) if has_types else test.texts(places)
        if known.issuperset(keys):
            continue
        for row, key in enumerate(keys):
            parts = list(key) if len(places) > 1 else [key]
            if None not in parts and key not in known:
                yield Dangling(row, parts, own, resource, theirs)
