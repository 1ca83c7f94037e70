"""What is wrong with the cells of tables: by our own tests, explained by frictionless where it agrees."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from beijing_public_services.checks.field_types import type_of
from beijing_public_services.checks.frictionless_words import Words
from beijing_public_services.checks.issue import Issue
from beijing_public_services.checks.keys import dangling_rows, rows_with_repeated_primary, rows_with_repeated_value
from beijing_public_services.checks.patterns import accepted_by_frictionless
from beijing_public_services.checks.rules.schema import fields_of
from beijing_public_services.checks.table_test import BY_NAME, fields_match, table_tests
from beijing_public_services.datapackage.tables import source_of
from beijing_public_services.errors import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beijing_public_services.checks.frictionless_words import Said
    from beijing_public_services.checks.keys import Dangling
    from beijing_public_services.checks.table_test import FailingCell, TableTest
    from beijing_public_services.datapackage.tables import Tables

MOST_SUGGESTED = 20  # unknown references of a table for which likely ones are looked for
MOST_COMPARED = 2000  # keys that an unknown reference is compared with
OURS = "cells_follow_table_schema"
FORMS = {
    "integer": "a whole number in digits, such as -12",
    "number": "a decimal number, such as -1.5 or 2e3",
    "boolean": "one of the words for true and false",
    "date": "a date in its format, by default such as 2024-01-26",
    "time": "a time in its format, by default such as 15:00:00",
    "datetime": "a date and time in its format, by default such as 2024-01-26T15:00:00Z",
    "year": "a year such as 2024",
    "yearmonth": "a year and month such as 2024-01",
    "duration": "a duration such as P1Y2M or PT36H",
    "object": "a JSON object",
    "array": "a JSON list",
    "list": "a list of values of its item type",
    "geopoint": "a longitude and a latitude",
    "geojson": "a GeoJSON object",
    "string": "text in its format",
}


def wrong_cells(tables: Tables) -> list[Issue]:
    """Return what is wrong with the cells, rows, headers and keys of all tables; computed once for each check.

    The rule of an issue is `frictionless:` and its kind if frictionless finds the fault too, and says it in its words;
    otherwise `cells_follow_table_schema`.
    """
    memo = tables._memo
    if memo is not None and "wrong_cells" in memo:
        return memo["wrong_cells"]  # type: ignore[no-any-return]
    tests = table_tests(tables)
    by_name: dict[str, int] = {}
    for place in tests:
        if isinstance(name := tables.descriptor["resources"][place].get("name"), str):
            by_name.setdefault(name, place)
    found = [issue for test in tests.values() for issue in _Examination(test).issues(tests, by_name)]
    if memo is not None:
        memo["wrong_cells"] = found
    return found


class _Examination:
    """The examination of one table; frictionless is asked for its words when there is something to say."""

    def __init__(self, test: TableTest) -> None:
        self.test = test
        self.table = test.table
        self._words: Words | None = None

    @property
    def words(self) -> Words:
        if self._words is None:
            self._words = Words(source_of(self.table).labels, self.test.schema)
        return self._words

    def issues(self, tests: dict[int, TableTest], by_name: dict[str, int]) -> Iterator[Issue]:
        yield from self._of_header()
        for number, cells in source_of(self.table).uneven:
            yield from self._of_uneven(number, cells)
        for cell in self.test.failing():
            yield from self._of_cell(cell)
        for place, twice in rows_with_repeated_value(self.test):
            field = self.test.tests[place]
            assert field is not None
            first = self._line(twice.first or 0)
            said = self.words.of_duplicate(self.test.cells(twice.row), self._line(twice.row), first, field.name, place)
            yield self._said(said, twice.row)
        for twice in rows_with_repeated_primary(self.test):
            first_line = None if twice.first is None else self._line(twice.first)
            said = self.words.of_primary_key(self.test.cells(twice.row), self._line(twice.row), first_line)
            yield self._said(said, twice.row)
        for number, key in enumerate(dangling_rows(self.test, tests, by_name)):
            cells = self.test.cells(key.row)
            said = self.words.of_foreign_key(cells, self._line(key.row), key.key, key.own, key.resource, key.theirs)
            target = tests[by_name[key.resource]] if key.resource else self.test
            likely = _likely(key, target) if number < MOST_SUGGESTED else ()
            expected = " or ".join(map(repr, likely)) or f"a key of {key.resource or 'the table itself'}"
            hint = f"; did you mean {expected}?" if likely else ""
            issue = self._said(said, key.row)
            found = f"{'/'.join(map(str, key.key))!r:.80}"
            yield issue.__replace__(message=f"{issue.message}{hint}", found=found, expected=expected)

    def _of_header(self) -> Iterator[Issue]:
        labels, fields = source_of(self.table).labels, fields_of(self.test.schema)
        if not labels or not fields or list(labels) == [field["name"] for field in fields]:
            return
        if fields_match(self.test.schema) in BY_NAME and source_of(self.table).values and not len(self.table):
            return
        for said in self.words.of_header():
            yield Issue(file=self.table.file, column=said.field, rule=f"frictionless:{said.type}", message=said.message)

    def _of_uneven(self, number: int, cells: list[Any]) -> Iterator[Issue]:
        """What is wrong with a row of too many or too few cells: its shape, and each cell that is there."""
        file, line = self.table.locate(number)
        for said in self.words.of_row(cells, line):
            place = self.test.column_of(str(said.field))
            if said.type not in ("type-error", "constraint-error") or place not in range(len(cells)):
                yield Issue(
                    file=file, row=line, column=said.field, rule=f"frictionless:{said.type}", message=said.message
                )
        for place, (field, cell) in enumerate(zip(self.test.tests, cells, strict=False)):
            if field is not None and isinstance(cell, str) and (failing := field.failing([cell])):
                yield from self._explained(place, failing[cell], cells, file, line)

    def _of_cell(self, cell: FailingCell) -> Iterator[Issue]:
        file, line = self.table.locate(self.table.number(cell.row))
        yield from self._explained(cell.column, cell.kind, self.test.cells(cell.row), file, line)

    def _explained(self, place: int, kind: str, cells: list[Any], file: str, line: int) -> Iterator[Issue]:
        """The issues of a cell that fails: in the words of frictionless if it refuses the cell too, else in ours."""
        field = self.test.tests[place]
        assert field is not None
        constraints: Any = field.field.get("constraints")
        pattern: Any = constraints.get("pattern") if isinstance(constraints, dict) else None
        fails = isinstance(pattern, str) and not accepted_by_frictionless(pattern, cells[place])
        refusals = self.words.of_cell(place, cells, line, pattern if fails else "")
        for said in refusals:
            yield Issue(file=file, row=line, column=said.field, rule=f"frictionless:{said.type}", message=said.message)
        if not refusals:
            expected = (
                FORMS[type_of(field.field)]
                if kind == "type"
                else f"a value that keeps {kind}: {constraints.get(kind)!r:.80}"
            )
            found = f"{cells[place]!r:.80}"
            yield Issue(file=file, row=line, column=field.name, rule=OURS, found=found, expected=expected)

    def _line(self, row: int) -> int:
        return self.table.locate(self.table.number(row))[1]

    def _said(self, said: Said, row: int) -> Issue:
        file, line = self.table.locate(self.table.number(row))
        return Issue(file=file, row=line, column=said.field, rule=f"frictionless:{said.type}", message=said.message)


def _likely(key: Dangling, target: TableTest) -> tuple[str, ...]:
    """The keys of a table that look like one that it lacks."""
    place = target.column_of(key.theirs[0]) if len(key.theirs) == 1 else None
    if place is None or not isinstance(key.key[0], str):
        return ()
    return nearest(key.key[0], dict.fromkeys(islice(target.table.cells[place], MOST_COMPARED)))


def unchecked_columns(tables: Tables) -> Iterator[tuple[int, str]]:
    """The places of tables of which a column or constraint cannot be tested, each with the reason."""
    for place, test in table_tests(tables).items():
        for field in test.tests:
            if field is None:
                continue
            if field.read is None:
                yield (
                    place,
                    f"the column {field.name!r}, whose type {type_of(field.field)!r:.40} or format cannot be read here",
                )
            for name, reason in field.problems.items():
                yield place, f"the constraint {name!r} of the column {field.name!r}: {reason}"
