"""Corrupting a data package one cell at a time, and asking the checks whether they notice; no tests in here."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from itertools import chain
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any, NamedTuple

from tests.support.checkout import PACKAGE

from beijing_public_services.checks.acceptance import wrong_cells
from beijing_public_services.checks.rules.structure import composite_foreign_keys_are_complete
from beijing_public_services.checks.runner import meaning
from beijing_public_services.datapackage.file_bytes import csv_file
from beijing_public_services.datapackage.reader import read_tables
from beijing_public_services.datapackage.tables import Tables
from beijing_public_services.errors import DataPackageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

DESCRIPTOR = "datapackage.json"

MUST, FREE, OPEN = "must be caught", "free text", "reported"
FREE_TEXT = {"name_zh", "name_en", "keywords", "definition", "note", "title", "publisher", "url"}
FREE_TEXT |= {"what", "known_discrepancy"}
DEMANDED = {"value", "bound", "unit", "printed", "locator", "period", "base_period", "section"}
DEMANDED |= {"iso_3166_2", "gbt_2260"}
DEMANDED_RESOURCES = {"units"}
TOLD_ONCE = {  # nothing else in the package repeats who prints a figure, when a basis changed, or which id was in use
    ("cross_checks", "source"),
    ("aliases", "id"),
    ("breaks", "period"),
}
TOLD_ONCE |= {("statements", name) for name in ("id", "domain", "source", "period")}  # nor what a statement is
NO_WORDS = {"number", "integer", "date"}
SUFFIXES = ("_x", "x", "X", "9", "99", "999")


class Column(NamedTuple):
    """A column of a package: its cells, how its descriptor describes it, and what is asked of the checks.

    `patterns` and `known`, the values there are, are those of the column itself and of the one it refers to.
    """

    resource: str
    name: str
    cells: tuple[str, ...]
    type: str
    enum: tuple[str, ...]
    patterns: tuple[re.Pattern[str], ...]
    known: frozenset[str]
    duty: str

    @property
    def is_reference(self) -> bool:
        """Whether a cell is looked up somewhere: in a key, a list of choices or the report's order of sections."""
        return bool(self.enum) or (self.duty == MUST and self.name not in {"value", "printed"})

    def __str__(self) -> str:
        return f"{self.resource}.{self.name}"


class Fault(NamedTuple):
    """A corruption: the new text of one cell of a column, of two for an exchange, by the place of its row from 0."""

    resource: str
    column: str
    kind: str
    before: tuple[str, ...]
    after: dict[int, str]

    def __str__(self) -> str:
        rows = " and ".join(str(row + 2) for row in self.after)
        before, after = ([shortened(text) for text in texts] for texts in (self.before, self.after.values()))
        if len(after) == 1:
            return f"row {rows}: {before[0]!r} made {after[0]!r}"
        return f"rows {rows}: {before[0]!r} exchanged with {before[1]!r}"


def shortened(text: str) -> str:
    """The text where it is short, else its beginning and its end."""
    return text if len(text) <= 48 else f"{text[:30]}…{text[-16:]}"


def columns(tables: Tables) -> list[Column]:
    """Every column that the descriptor describes, in its order."""
    fields = {
        (resource["name"], field["name"]): field
        for resource in tables.descriptor["resources"]
        for field in resource["schema"]["fields"]
    }
    referred = {
        (resource["name"], own): (key["reference"].get("resource") or resource["name"], other)
        for resource in tables.descriptor["resources"]
        for key in resource["schema"].get("foreignKeys", ())
        for own, other in zip(key["fields"], key["reference"]["fields"], strict=True)
    }
    keys = {(each["name"], key) for each in tables.descriptor["resources"] for key in each["schema"]["primaryKey"]}
    cells = {(resource, name): tuple(row[name] for row in tables[resource].rows) for resource, name in fields}
    found = []
    for place, field in fields.items():
        if not cells[place]:
            continue  # a table without rows has nothing to corrupt
        places = [place, referred.get(place, place)]
        constraints: list[dict[str, Any]] = [fields[each].get("constraints", {}) for each in places]
        enum = tuple(constraints[0].get("enum", ()))
        resource, name = place
        is_demanded = place in keys | referred.keys() or name in DEMANDED or resource in DEMANDED_RESOURCES
        is_demanded = is_demanded and place not in TOLD_ONCE
        column = Column(
            resource=resource,
            name=name,
            cells=cells[place],
            type=field["type"],
            enum=enum,
            patterns=tuple(re.compile(each["pattern"], re.ASCII) for each in constraints if "pattern" in each),
            known=frozenset(enum).union(*(cells[each] for each in places)),
            duty=MUST if is_demanded else FREE if name in FREE_TEXT else OPEN,
        )
        found.append(column)
    return found


Change = dict[int, str]


def another_value(column: Column, row: int, chance: Random) -> list[Change]:
    """The value that another row has in this column."""
    others = sorted({*column.cells} - {"", column.cells[row]})
    return [{row: chance.choice(others)}] if others else []


def empty(column: Column, row: int, chance: Random) -> list[Change]:
    """Nothing where there was something."""
    return [{row: ""}] if column.cells[row] else []


def wrong_type(column: Column, row: int, chance: Random) -> list[Change]:
    """Letters where a number or a date belongs, a number where words belong."""
    is_number = column.type in NO_WORDS or re.fullmatch(r"[\d.]+", column.cells[row])
    return [{row: "abc" if is_number else "12345"}]


def unknown_reference(column: Column, row: int, chance: Random) -> list[Change]:
    """A value of the right form that neither this column nor the one it refers to holds."""
    if not column.is_reference:
        return []
    like = column.cells[row] or chance.choice(sorted({*column.cells} - {""}) or ["x"])
    digits = [place for place, sign in enumerate(like) if sign.isdecimal()]
    candidates = [like + suffix for suffix in SUFFIXES]
    candidates += [f"{like[:place]}{digit}{like[place + 1 :]}" for place in digits for digit in "123456789"]
    fitting = (
        each
        for each in candidates
        if each not in column.known
        and all(pattern.fullmatch(each) for pattern in column.patterns)
        and (column.type not in NO_WORDS or each.isdecimal())
    )
    return [{row: each} for each in fitting][:1]


def swapped_rows(column: Column, row: int, chance: Random) -> list[Change]:
    """The value exchanged with that of another row."""
    others = [other for other, cell in enumerate(column.cells) if cell != column.cells[row]]
    if not others:
        return []
    other = chance.choice(others)
    return [{row: column.cells[other], other: column.cells[row]}]


def changed_digit(column: Column, row: int, chance: Random) -> list[Change]:
    """One digit replaced by another."""
    cell = column.cells[row]
    places = [place for place, sign in enumerate(cell) if sign in "0123456789"]
    if not places:
        return []
    place = chance.choice(places)
    digit = chance.choice([each for each in "0123456789" if each != cell[place]])
    return [{row: f"{cell[:place]}{digit}{cell[place + 1 :]}"}]


def changed_bound(column: Column, row: int, chance: Random) -> list[Change]:
    """Each other bound."""
    return [{row: each} for each in column.enum if each != column.cells[row]] if column.name == "bound" else []


def changed_unit(column: Column, row: int, chance: Random) -> list[Change]:
    """Each other unit of the vocabulary."""
    return [{row: each} for each in sorted(column.known - {column.cells[row]})] if column.name == "unit" else []


def endless_number(column: Column, row: int, chance: Random) -> list[Change]:
    """Far more digits than any arithmetic takes, in the place of those that are there."""
    found = re.search(r"\d+", column.cells[row])
    return (
        [{row: f"{column.cells[row][: found.start()]}{'9' * 5000}{column.cells[row][found.end() :]}"}] if found else []
    )


CORRUPTIONS: dict[str, Callable[[Column, int, Random], list[Change]]] = {
    "another value": another_value,
    "empty": empty,
    "wrong type": wrong_type,
    "unknown reference": unknown_reference,
    "swapped rows": swapped_rows,
    "changed digit": changed_digit,
    "endless number": endless_number,
    "changed bound": changed_bound,
    "changed unit": changed_unit,
}


def faults(column: Column, kind: str, sample: int | None = None) -> Iterator[Fault]:
    """The corruptions of one kind in up to `sample` cells of a column, or in all that can have it.

    The cells, and what becomes of each, follow from the names of resource, column and kind alone; a larger sample
    holds the smaller ones.
    """
    rows = list(range(len(column.cells)))
    Random(f"{column}: {kind}").shuffle(rows)
    taken = 0
    for row in rows:
        changes = CORRUPTIONS[kind](column, row, Random(f"{column}: {kind} of {row}"))
        taken += bool(changes)
        for after in changes:
            before = tuple(column.cells[each] for each in after)
            yield Fault(resource=column.resource, column=column.name, kind=kind, before=before, after=after)
        if taken == sample:
            return


class Copy:
    """A copy of the package in a folder of its own, to be corrupted and mended again; one fault at a time."""

    def __init__(self, folder: Path, package: Path = PACKAGE) -> None:
        self.folder = Path(shutil.copytree(package, folder, dirs_exist_ok=True))
        self.tables = read_tables(self.folder)

    def caught_by(self, fault: Fault) -> str:
        """The first rule that finds something with this fault in, "" where none does.

        The size and hash in the descriptor are those of the corrupted file, so that its meaning alone can give it
        away. The rules of meaning are asked first, frictionless where they find nothing; a package that cannot be
        read any more is `unreadable`.
        """
        table = self.tables[fault.resource]
        rows = [dict(row) for row in table.rows]
        for row, text in fault.after.items():
            rows[row][fault.column] = text
        mended = {path: path.read_bytes() for path in (self.folder / table.file, self.folder / DESCRIPTOR)}
        try:
            self._write(fault.resource, rows)
            return self._first_rule()
        finally:
            for path, content in mended.items():
                path.write_bytes(content)

    def _write(self, resource: str, rows: list[dict[str, str]]) -> None:
        table = self.tables[resource]
        content = csv_file(rows, list(table.columns))
        (self.folder / table.file).write_bytes(content)
        package = json.loads((self.folder / DESCRIPTOR).read_bytes())
        for each in package["resources"]:
            if each["name"] == resource:
                each |= {"bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}"}
        (self.folder / DESCRIPTOR).write_text(json.dumps(package, ensure_ascii=False), encoding="utf-8")

    def _first_rule(self) -> str:
        try:
            tables = read_tables(self.folder)
        except DataPackageError:
            return "unreadable"
        structure = composite_foreign_keys_are_complete.test(tables)
        for issue in chain(meaning(tables), wrong_cells(tables), structure):
            return getattr(issue, "rule", "") or composite_foreign_keys_are_complete.name
        return ""
