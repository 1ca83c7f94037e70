"""Rules on conformance: the tables are read, and their cells are as the descriptor says."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from beijing_public_services.checks.acceptance import OURS, unchecked_columns, wrong_cells
from beijing_public_services.checks.frictionless_words import Words, require_frictionless
from beijing_public_services.checks.hashes import BY_FRICTIONLESS, measure, split_hash
from beijing_public_services.checks.issue import Issue
from beijing_public_services.checks.rule import Finding, rule
from beijing_public_services.datapackage.layout import format_of, paths_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beijing_public_services.checks.rule import Found
    from beijing_public_services.datapackage.tables import Tables


@rule(layer="structure")
def tables_are_read(tables: Tables) -> Found:
    """Every table was read to its end, with its schema, and each of its columns and constraints can be tested."""
    for place, reason in tables.unread.items():
        yield _unread(tables, place, f"a table that was not read, or not to its end: {reason}")
    for place, reason in unchecked_columns(tables):
        yield _unread(tables, place, f"a table that was not checked whole: {reason}")


def _unread(tables: Tables, place: int, found: str) -> Finding:
    name = tables.descriptor["resources"][place].get("name")
    where = f"resources[{place}]" + (f" ({name})" if isinstance(name, str) else "")
    return Finding("", None, where, f"{found:.300}", "a table that is checked")


@rule(layer="frictionless", reads_cells=True)
def frictionless(tables: Tables) -> Iterator[Issue]:
    """The package is as its descriptor says: frictionless finds no fault in schema, keys, types, sizes and hashes.

    The rule of an issue is `frictionless:` and the type of its error. A cell that is proven valid is not shown to
    frictionless.
    """
    require_frictionless()
    for issue in wrong_cells(tables):
        if issue.rule != OURS:
            yield issue
    yield from _counts(tables)


@rule(layer="structure", reads_cells=True)
def cells_follow_table_schema(tables: Tables) -> Iterator[Issue]:
    """A cell has the form and keeps the constraints that the specification gives it, where frictionless is lenient."""
    for issue in wrong_cells(tables):
        if issue.rule == OURS:
            yield issue


def _counts(tables: Tables) -> Iterator[Issue]:
    """Hashes by md5 and SHA-256, and sizes, that are not those of the files."""
    for place, resource in enumerate(tables.descriptor["resources"]):
        if not isinstance(resource, dict) or tables._files is None or format_of(resource) == "json":
            continue
        paths = paths_of(resource)
        given, size = resource.get("hash"), resource.get("bytes")
        algorithm, digest = split_hash(given) if isinstance(given, str) and given else ("", "")
        if not paths or (algorithm not in BY_FRICTIONLESS and not size):
            continue
        hashed = hashlib.new(algorithm if algorithm in BY_FRICTIONLESS else "md5", usedforsecurity=False)
        actual = measure(tables, place, paths, hashed)
        if actual is None:
            continue
        said = []
        if algorithm in BY_FRICTIONLESS and hashed.hexdigest() != digest:
            said.append(Words((), {}).of_count("hash", digest, hashed.hexdigest()))
        if size and actual != size:
            said.append(Words((), {}).of_count("bytes", size, actual))
        for each in said:
            yield Issue(file=", ".join(paths), rule=f"frictionless:{each.type}", message=each.message)
