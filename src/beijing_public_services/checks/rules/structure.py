"""Rules on the cells of any table that frictionless leaves out: unique keys, categories, finite numbers, references."""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING, Any

from beijing_public_services.checks.rule import Finding, rule
from beijing_public_services.checks.rules.descriptor import resources
from beijing_public_services.checks.rules.schema import category_values, fields_of, foreign_keys_of, key_of, schemas
from beijing_public_services.checks.safe_descriptor import BY_FRICTIONLESS, split_hash
from beijing_public_services.datapackage.reader import format_of, paths_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beijing_public_services.checks.rule import Found
    from beijing_public_services.datapackage.tables import Table, Tables

    Schema = dict[str, Any]

HASHES = {"md5": 32, "sha1": 40, "sha256": 64, "sha512": 128}
ENDLESS = {"nan", "inf", "-inf", "+inf", "infinity", "-infinity", "+infinity"}
FORMULA = re.compile(r"\s*(=\s*[^\s=].*|[+@-]\s*[A-Za-z][\w.]*\s*\(.*|[+@-].*\|.*!.*)", re.DOTALL)
BLOCK = 1 << 20


def described(tables: Tables) -> Iterator[tuple[str, Table, Schema]]:
    """The tables that were read and have a schema, by the name of their resource."""
    for _, resource, schema in schemas(tables):
        name = resource.get("name")
        if isinstance(name, str) and name in tables:
            yield name, tables[name], schema


def missing_of(schema: Schema, field: Schema | None = None) -> frozenset[str]:
    """The texts that stand for no value in a field: its own, else those of the schema, else the empty text."""
    for owner in (field or {}, schema):
        given = owner.get("missingValues")
        if isinstance(given, list):
            return frozenset(str(each.get("value")) if isinstance(each, dict) else str(each) for each in given)
    return frozenset([""])


@rule(layer="structure")
def unique_keys_are_unique(tables: Tables) -> Found:
    """No two rows have the same values in the fields of a unique key; a row that lacks one of them has no key."""
    for name, table, schema in described(tables):
        missing = missing_of(schema)
        keys = schema.get("uniqueKeys")
        for key in map(key_of, keys if isinstance(keys, list) else ()):
            if not key or not set(key) <= set(table.columns):
                continue
            seen: dict[tuple[str, ...], int] = {}
            for number, row in table.numbered():
                cells = tuple([row[column] for column in key])
                first = number if missing.intersection(cells) else seen.setdefault(cells, number)
                if first != number:
                    yield Finding(name, number, key[-1], f"the key {'/'.join(cells)!r} of row {first} again", "it once")


@rule(layer="structure")
def cells_are_of_their_categories(tables: Tables) -> Found:
    """A cell of a field with categories is one of them."""
    for name, table, schema in described(tables):
        for field in fields_of(schema):
            values = category_values(field)
            if values is None or field["name"] not in table.columns:
                continue
            known = {str(value) for value in values} | missing_of(schema, field)
            for number, row in table.numbered():
                if row[field["name"]] not in known:
                    expected = f"one of {', '.join(map(repr, values))}"
                    yield Finding(name, number, field["name"], repr(row[field["name"]]), f"{expected:.200}")


@rule(layer="structure")
def numbers_are_finite(tables: Tables) -> Found:
    """A cell of a number field is no NaN and no infinity, which would pass any minimum or maximum."""
    for name, table, schema in described(tables):
        for field in fields_of(schema):
            if field.get("type") != "number" or field["name"] not in table.columns:
                continue
            endless = ENDLESS - {each.lower() for each in missing_of(schema, field)}
            for number, row in table.numbered():
                if row[field["name"]].strip().lower() in endless:
                    yield Finding(name, number, field["name"], repr(row[field["name"]]), "a finite number")


@rule(layer="structure")
def composite_foreign_keys_are_complete(tables: Tables) -> Found:
    """A foreign key of several fields is given whole or not at all; an empty text that counts as a value is a key."""
    for name, table, schema in described(tables):
        missing = missing_of(schema)
        for own, other, theirs in foreign_keys_of(schema):
            if not own or not set(own) <= set(table.columns):
                continue
            target = tables.by_name.get(other or name)
            empty_is_a_key = target is None or not set(theirs) <= set(target.columns) or len(theirs) != len(own)
            if not empty_is_a_key and target is not None and "" not in missing:
                empty_is_a_key = any(all(row[column] == "" for column in theirs) for row in target.rows)
            for number, row in table.numbered():
                lacking = [column for column in own if row[column] in missing]
                if lacking and len(lacking) < len(own):
                    found = f"{'/'.join(row[column] for column in own)!r}"
                    yield Finding(name, number, lacking[0], found, f"all of {', '.join(own)}, or none")
                elif not lacking and not empty_is_a_key and all(row[column] == "" for column in own):
                    yield Finding(name, number, own[0], "an empty reference", f"a key of {other or name}")


@rule(layer="structure")
def hashes_can_be_verified(tables: Tables) -> Found:
    """A hash names an algorithm that is known here (md5 unless it says another) and has that algorithm's length."""
    for place, resource in resources(tables):
        if isinstance(given := resource.get("hash"), str):
            algorithm, digest = split_hash(given)
            if HASHES.get(algorithm) != len(digest) or re.fullmatch("[0-9a-f]*", digest) is None:
                yield Finding("", None, f"{place}.hash", f"{given!r:.160}", f"one of {', '.join(HASHES)}, in full")


@rule(layer="structure")
def hashes_and_sizes_match(tables: Tables) -> Found:
    """A file has the hash and size given for it, where frictionless does not look: other algorithms, JSON tables."""
    for number, resource in enumerate(tables.descriptor["resources"]):
        if not isinstance(resource, dict) or number in tables.faults or tables._files is None:
            continue
        given, paths = resource.get("hash"), paths_of(resource)
        algorithm, digest = split_hash(given) if isinstance(given, str) else ("", "")
        by_frictionless = format_of(resource) != "json" and algorithm in ("", *BY_FRICTIONLESS)
        if len(paths) != 1 or by_frictionless or algorithm not in ("", *HASHES):
            continue
        hashed, size = hashlib.new(algorithm or "md5", usedforsecurity=False), 0
        with tables._files.located(paths[0]).open("rb") as stream:
            while block := stream.read(BLOCK):
                hashed.update(block)
                size += len(block)
        if algorithm and hashed.hexdigest() != digest:
            yield Finding("", None, f"resources[{number}].hash", given or "", f"'{algorithm}:{hashed.hexdigest()}'")
        if format_of(resource) == "json" and resource.get("bytes", size) != size:
            yield Finding("", None, f"resources[{number}].bytes", str(resource["bytes"]), str(size))


@rule(layer="structure")
def cells_hold_no_formula(tables: Tables) -> Found:
    """No cell is text that a spreadsheet would run: it begins with `=`, or calls a function after `+`, `-` or `@`."""
    for name, table in tables.by_name.items():
        for number, row in table.numbered():
            for column, cell in row.items():
                if cell[:1] in "=+-@ \t\r\n" and cell and FORMULA.fullmatch(cell):
                    yield Finding(name, number, column, f"{cell!r:.80}", "text that no spreadsheet runs")
