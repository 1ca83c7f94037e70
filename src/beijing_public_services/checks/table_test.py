"""The test of a table: which field each column has, and which cells fail the test of their field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from beijing_public_services._record import Record
from beijing_public_services.checks.field_test import UNREADABLE, CellError, FieldTest, hashable
from beijing_public_services.checks.rules.schema import fields_of
from beijing_public_services.datapackage.tables import source_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beijing_public_services.datapackage.tables import Table, Tables

    Schema = dict[str, Any]

BY_NAME = ("equal", "subset", "superset", "partial")


class FailingCell(Record):
    """A cell that fails the test of its field: the places of its row and column from 0, and the kind of failure."""

    row: int
    column: int
    kind: str


class TableTest:
    """The columns of a table with the tests of their fields.

    Attributes:
        place: the place of the resource in the descriptor.
        tests: for each column the test of its field; None if the schema has no field for it.
    """

    def __init__(self, place: int, table: Table, schema: Schema) -> None:
        self.place = place
        self.table = table
        self.schema = schema
        null = source_of(table).null
        more = frozenset() if null is None else frozenset([null])
        self.tests: list[FieldTest | None] = [
            None if field is None else FieldTest(field, missing_of(schema, field) | more) for field in self._fields()
        ]

    def _fields(self) -> list[dict[str, Any] | None]:
        """The field of each column: by place, or by name if the schema says so."""
        fields, width = fields_of(self.schema), len(self.table.columns)
        if fields_match(self.schema) in BY_NAME:
            by_name = {field["name"]: field for field in reversed(fields)}
            return [by_name.get(name) for name in self.table.columns]
        return [*fields[:width], *[None] * (width - len(fields))]

    def column_of(self, field: str) -> int | None:
        """Return the place of a field's column."""
        for place, test in enumerate(self.tests):
            if test is not None and test.name == field:
                return place
        has_no_fields = not any(self.tests) and field in self.table.columns
        return self.table.columns.index(field) if has_no_fields else None

    def cells(self, row: int) -> list[Any]:
        """Return the cells of a row as the file has them."""
        return [column[row] for column in source_of(self.table).values or self.table.cells]

    def failing(self) -> Iterator[FailingCell]:
        """The cells that fail the test of their field, column by column."""
        for place, test in enumerate(self.tests):
            if test is None:
                continue
            if values := source_of(self.table).values:
                for row, cell in enumerate(values[place]):
                    try:
                        test.value(cell)
                    except CellError as error:
                        yield FailingCell(row=row, column=place, kind=error.kind)
                continue
            column = self.table.cells[place]
            if failing := test.failing(column):
                for row, cell in enumerate(column):
                    if cell in failing:
                        yield FailingCell(row=row, column=place, kind=failing[cell])

    def logical(self, place: int) -> list[Any]:
        """Return the logical values of a column, None for a missing or unreadable one; they can be keys."""
        test = self.tests[place]
        if test is None:
            return list(self.table.cells[place])
        if values := source_of(self.table).values:
            return [logical(test, cell) for cell in values[place]]
        column = self.table.cells[place]
        if test.is_text:
            present = [missing for missing in test.missing if missing in column]
            return [None if cell in present else cell for cell in column] if present else column
        known = {cell: logical(test, cell) for cell in set(column)}
        return list(map(known.__getitem__, column))

    def keys(self, places: list[int]) -> Keys:
        """Return the logical values of one column, or of several together."""
        return Keys([self.logical(place) for place in places])

    def texts(self, places: list[int]) -> Keys:
        """Return the cells of one column, or of several together, as text; None for one without a value."""
        found = []
        for place in places:
            test, column = self.tests[place], self.table.cells[place]
            found.append([None if (cell == "" if test is None else test.is_missing(cell)) else cell for cell in column])
        return Keys(found)


class Keys:
    """The keys of the rows of a table: the values of one column, or tuples of those of several."""

    def __init__(self, columns: list[list[Any]]) -> None:
        self.columns = columns

    def __iter__(self) -> Iterator[Any]:
        return iter(self.columns[0]) if len(self.columns) == 1 else zip(*self.columns, strict=True)

    def __len__(self) -> int:
        return len(self.columns[0])

    @property
    def lack_any(self) -> bool:
        """Whether a key lacks a value."""
        return any(None in column for column in self.columns)

    @property
    def are_distinct(self) -> bool:
        """Whether no two keys are equal; if one column tells the rows apart, the others are not looked at."""
        return any(len(set(column)) == len(column) for column in self.columns) or len(set(self)) == len(self)


def logical(test: FieldTest, cell: Any) -> Any:
    """Return the logical value of a cell as a key, whatever its constraints; None if missing or unreadable."""
    if test.is_missing(cell) or test.read is None:
        return None if test.is_missing(cell) else hashable(cell)
    try:
        return hashable(test.read(cell))
    except UNREADABLE:
        return None


def missing_of(schema: Schema, field: dict[str, Any] | None = None) -> frozenset[str]:
    """Return the texts that stand for no value in a field: its own, else those of the schema, else the empty text."""
    for owner in (field or {}, schema):
        given = owner.get("missingValues")
        if isinstance(given, list):
            return frozenset(str(each.get("value")) if isinstance(each, dict) else str(each) for each in given)
    return frozenset([""])


def fields_match(schema: Schema) -> str:
    """Return how the fields of a schema match the columns; a list of one such word is taken for the word."""
    given = schema.get("fieldsMatch", "exact")
    given = given[0] if isinstance(given, list) and len(given) == 1 else given
    return given if isinstance(given, str) else "exact"


def table_tests(tables: Tables) -> dict[int, TableTest]:
    """Return the tests of all tables that were read, by the place of their resource; made once for each check.

    Without a schema, the cells of a table are text, and none is tested.
    """
    memo = tables._memo
    if memo is not None and "table_tests" in memo:
        return memo["table_tests"]  # type: ignore[no-any-return]
    resources = tables.descriptor.get("resources", [])
    made = {
        place: TableTest(place, table, schema if isinstance(schema := resources[place].get("schema"), dict) else {})
        for place, table in tables.by_place.items()
    }
    if memo is not None:
        memo["table_tests"] = made
    return made
