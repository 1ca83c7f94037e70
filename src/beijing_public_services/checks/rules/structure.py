"""Rules on the cells of any table that frictionless leaves out: keys by logical value, categories, finite numbers."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Any

from beijing_public_services.checks.columns import distinct_or_all
from beijing_public_services.checks.field_types import type_of
from beijing_public_services.checks.hashes import BY_FRICTIONLESS, measure, split_hash
from beijing_public_services.checks.issue import Issue
from beijing_public_services.checks.keys import (
    cells_missing_in_primary,
    places_of,
    repeated_rows,
    rows_with_incomplete_key,
)
from beijing_public_services.checks.rule import Finding, rule
from beijing_public_services.checks.rules.descriptor import resources
from beijing_public_services.checks.rules.schema import category_values, foreign_keys_of, key_of
from beijing_public_services.checks.table_test import logical, table_tests
from beijing_public_services.datapackage.layout import format_of, paths_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beijing_public_services.checks.rule import Found
    from beijing_public_services.datapackage.tables import Table, Tables

HASHES = {"md5": 32, "sha1": 40, "sha256": 64, "sha512": 128}
FULL_WIDTH = str.maketrans("＝＋－＠（", "=+-@(")
FORMULA_SIGNS = frozenset("=+-@ \t\r\n＝＋－＠\u3000\xa0")
OPERANDS = r"""(?>(?:[\s\d.()+\-*/^&%"'$,:<>=]|\$?[A-Za-z]{1,3}\$?\d+(?![\w(]))*)"""  # signs, numbers, names of cells
CALL = re.compile(rf"{OPERANDS}[A-Za-z][\w.]*\(")  # +1+HYPERLINK(


def _issue(table: Table, row: int, column: str, found: str, expected: str, severity: Any = "error") -> Issue:
    """An issue with a cell, by the place of its row from 0."""
    file, number = table.locate(table.number(row))
    return Issue(file=file, row=number, column=column, severity=severity, found=found, expected=expected)


@rule(layer="structure", reads_cells=True)
def primary_keys_are_complete(tables: Tables) -> Iterator[Issue]:
    """Every part of a primary key has a value, as if each of its fields were required."""
    for test in table_tests(tables).values():
        for row, place in cells_missing_in_primary(test):
            column = test.table.columns[place]
            yield _issue(test.table, row, column, "no value", "one, since it is a part of the primary key")


@rule(layer="structure", reads_cells=True)
def unique_keys_are_unique(tables: Tables) -> Iterator[Issue]:
    """No two rows have the same logical values in the fields of a unique key; a row that lacks one has no key."""
    for test in table_tests(tables).values():
        keys = test.schema.get("uniqueKeys")
        for key in map(key_of, keys if isinstance(keys, list) else ()):
            if not (places := places_of(test, key)):
                continue
            for row, first, values in repeated_rows(test.keys(places)):
                if first is not None:
                    shown = "/".join(map(str, values if len(places) > 1 else [values]))
                    found = f"the key {shown!r:.120} of row {test.table.locate(test.table.number(first))[1]} again"
                    yield _issue(test.table, row, key[-1], found, "it once")


@rule(layer="structure", reads_cells=True)
def cells_are_of_their_categories(tables: Tables) -> Iterator[Issue]:
    """The logical value of a cell of a field with categories is one of them."""
    for test in table_tests(tables).values():
        for place, field in enumerate(test.tests):
            values = category_values(field.field) if field is not None else None
            if values is None or field is None:
                continue
            known = {logical(field, value) for value in values} | {None}
            for row, value in enumerate(test.logical(place)):
                if value not in known:
                    expected = f"one of {', '.join(map(repr, values))}"
                    yield _issue(test.table, row, field.name, f"{test.cells(row)[place]!r:.80}", f"{expected:.200}")


@rule(layer="structure", severity="warning", reads_cells=True)
def numbers_are_finite(tables: Tables) -> Iterator[Issue]:
    """A cell of a number field is a finite number; NaN and infinity are allowed, but few programs can use them."""
    for test in table_tests(tables).values():
        for place, field in enumerate(test.tests):
            if field is None or type_of(field.field) != "number":
                continue
            column = test.table.cells[place]
            endless = {
                cell
                for cell in set(column)
                if cell.strip().lower().lstrip("+-") in ("nan", "inf", "infinity") and not field.is_missing(cell)
            }
            for row, cell in enumerate(column) if endless else ():
                if cell in endless:
                    yield _issue(test.table, row, field.name, repr(cell), "a finite number", "warning")


@rule(layer="structure", reads_cells=True)
def composite_foreign_keys_are_complete(tables: Tables) -> Iterator[Issue]:
    """A foreign key of several fields is given whole or not at all; half a key refers to nothing."""
    for test in table_tests(tables).values():
        for own, _, _ in foreign_keys_of(test.schema):
            for row, key in rows_with_incomplete_key(test, own):
                found = repr("/".join("" if part is None else str(part) for part in key))
                column = own[key.index(None)]
                yield _issue(test.table, row, column, found, f"all of {', '.join(own)}, or none")


@rule(layer="structure")
def hashes_can_be_verified(tables: Tables) -> Found:
    """A hash names an algorithm that is known here (md5 if it names none) and has the length of its hashes."""
    for place, resource in resources(tables):
        if isinstance(given := resource.get("hash"), str) and given:
            algorithm, digest = split_hash(given)
            if HASHES.get(algorithm) != len(digest) or re.fullmatch("[0-9a-f]*", digest) is None:
                yield Finding("", None, f"{place}.hash", f"{given!r:.160}", f"one of {', '.join(HASHES)}, in full")


@rule(layer="structure")
def hashes_and_sizes_match(tables: Tables) -> Found:
    """A file has the hash and size given for it, where frictionless does not look: other algorithms, JSON tables."""
    for number, resource in enumerate(tables.descriptor["resources"]):
        if not isinstance(resource, dict):
            continue
        given, paths = resource.get("hash"), paths_of(resource)
        algorithm, digest = split_hash(given) if isinstance(given, str) and given else ("", "")
        by_frictionless = format_of(resource) != "json" and algorithm in ("", *BY_FRICTIONLESS)
        if not paths or by_frictionless or algorithm not in ("", *HASHES):
            continue
        hashed = hashlib.new(algorithm or "md5", usedforsecurity=False)
        if (size := measure(tables, number, paths, hashed)) is None:
            continue
        if algorithm and hashed.hexdigest() != digest:
            yield Finding("", None, f"resources[{number}].hash", given or "", f"'{algorithm}:{hashed.hexdigest()}'")
        if format_of(resource) == "json" and resource.get("bytes", size) != size:
            yield Finding("", None, f"resources[{number}].bytes", str(resource["bytes"]), str(size))


@rule(layer="structure", severity="warning", reads_cells=True)
def cells_hold_no_formula(tables: Tables) -> Iterator[Issue]:
    """No cell is text that a spreadsheet would run: it begins with `=`, or calls a function after `+`, `-` or `@`."""
    for table in tables.by_place.values():
        for name, column in zip(table.columns, table.cells, strict=True):
            cells = distinct_or_all(column)
            if FORMULA_SIGNS.isdisjoint({cell[:1] for cell in cells}):
                continue
            suspect = {cell for cell in cells if cell[:1] in FORMULA_SIGNS}
            if formulas := {cell for cell in suspect if is_formula(cell)}:
                for row, cell in enumerate(column):
                    if cell in formulas:
                        yield _issue(table, row, name, f"{cell!r:.80}", "text that no spreadsheet runs", "warning")


def is_formula(cell: str) -> bool:
    """Return whether a spreadsheet would run a text."""
    stripped = cell.lstrip().translate(FULL_WIDTH)
    sign, rest = stripped[:1], stripped[1:].lstrip()
    if sign == "=":
        return bool(rest) and rest[0] not in "=>"
    if sign in ("+", "-", "@") and rest:
        return CALL.match(rest) is not None or rest.find("!", rest.find("|")) >= 0 <= rest.find("|")
    return False
