"""Laws of keys: which rows repeat one, lack it, or refer to none."""

from __future__ import annotations

from typing import Any

import pytest
from tests.support.tables import fields

from beijing_public_services.checks.keys import (
    Dangling,
    Repeated,
    cells_missing_in_primary,
    dangling_rows,
    places_of,
    repeated_rows,
    rows_with_repeated_primary,
    rows_with_repeated_value,
    uncompared_keys,
)
from beijing_public_services.checks.table_test import Keys, TableTest
from beijing_public_services.datapackage.tables import Table


def made(columns: str, rows: str, place: int = 0, *described: Any, **schema: Any) -> TableTest:
    """The test of a table: the names of its columns, its rows apart by a space, and its fields, by default of text."""
    names = columns.split(",")
    cells = zip(*(row.split(",") for row in rows.split(" ")), strict=True)
    table = Table(file="t.csv", columns=tuple(names), cells=tuple(map(list, cells)))
    return TableTest(place, table, {"fields": fields(*(described or names)), **schema})


def test_the_columns_of_a_key_are_those_of_its_fields() -> None:
    """A key has the columns of its fields in its own order; with a field that the table lacks it has none."""
    test = made("a,b,c", "1,2,3")
    assert places_of(test, ["c", "a"]) == [2, 0]
    assert places_of(test, ["a"]) == [0]
    assert places_of(test, ["a", "d"]) is None
    assert places_of(test, []) is None


@pytest.mark.parametrize(
    ("keys", "latest", "found"),
    [
        ([["a", "b", "c"]], False, []),
        ([["a", "b", "a", "a"]], False, [(2, 0, "a"), (3, 0, "a")]),
        ([["a", "b", "a", "a"]], True, [(2, 0, "a"), (3, 2, "a")]),
        ([["a", None, "b", None]], False, [(1, None, None), (3, None, None)]),
        ([["a", None]], False, [(1, None, None)]),
        ([["a", "a", "a"], ["x", "y", "x"]], False, [(2, 0, ("a", "x"))]),
        ([["a", "a", None], ["x", "y", None]], False, [(2, None, (None, None))]),
    ],
)
def test_a_repeated_key_names_a_row_before(keys: list[list[Any]], latest: bool, found: list[Any]) -> None:
    """A key that stands in an earlier row names the first one, or the latest; one that is missing names none."""
    assert list(repeated_rows(Keys(keys), latest=latest)) == [Repeated(*each) for each in found]


def test_a_key_that_lacks_a_part_is_compared_only_if_parts_may_lack() -> None:
    """A key of several columns that lacks one value is no key, or is compared with others that lack it."""
    keys = Keys([["a", "a", "b"], [None, None, "x"]])
    assert list(repeated_rows(keys)) == []
    assert list(repeated_rows(Keys([["a", "a", "a"]]))) == [Repeated(1, 0, "a"), Repeated(2, 0, "a")]
    assert list(repeated_rows(keys, partly=False)) == [Repeated(1, 0, ("a", None))]


def test_a_primary_key_is_repeated_or_missing() -> None:
    """The rows that repeat a primary key name the row that had it last; those without any value of it name none."""
    test = made("a,b", "1,x 2,y 1,x 1,x , ,x ,x", primaryKey=["a", "b"])
    assert list(rows_with_repeated_primary(test)) == [
        Repeated(2, 0, ("1", "x")),
        Repeated(3, 2, ("1", "x")),
        Repeated(4, None, (None, None)),
        Repeated(6, 5, (None, "x")),
    ]
    assert list(rows_with_repeated_primary(made("a,b", "1,x 1,x"))) == []
    assert list(rows_with_repeated_primary(made("a,b", "1,x 1,x", primaryKey="c"))) == []
    assert list(rows_with_repeated_primary(made("a,b", "1,x 1,y", primaryKey="a"))) == [Repeated(1, 0, "1")]


def test_a_primary_key_is_incomplete_where_a_part_is_missing() -> None:
    """A row that lacks one part of a primary key is named with its column, one that lacks all or cannot be read not."""
    key = ["a", "b"]
    test = made("n,a,b", "n,1,x n,,y n,, n,2, n,z,y", 0, "n", "a:integer", "b", primaryKey=key)
    assert list(cells_missing_in_primary(test)) == [(1, 1), (3, 2)]
    assert list(cells_missing_in_primary(made("a,b", "1,x 2,y", primaryKey=key))) == []
    assert list(cells_missing_in_primary(made("a,b", "1,x ,y", primaryKey=["a"]))) == []
    assert list(cells_missing_in_primary(made("a,b", "1,x ,y"))) == []
    partly = made("a,b,c", "1,x,q ,y,q ,,q", primaryKey=["a", "b", "c"])
    assert list(cells_missing_in_primary(partly)) == [(1, 0), (2, 0), (2, 1)]


def test_a_column_of_a_primary_key_without_a_field_is_not_named() -> None:
    """Without fields the columns of a key are found by name, and none of them is missing a value."""
    test = made("a,b", "1, ,x", primaryKey=["a", "b"])
    test.tests = [None, None]
    test.table = Table(file="t.csv", columns=("a", "b"), cells=(["1", None], [None, "x"]))  # type: ignore[list-item]
    assert list(cells_missing_in_primary(test)) == []


def test_a_unique_field_repeats_no_value() -> None:
    """A value of a unique field that stands in an earlier row names it; missing values are no repetition."""
    unique = {"name": "b", "constraints": {"unique": True}}
    test = made("a,b", "1,x 1,y 1,x 1,x 1, 1,", 0, "a", unique)
    assert list(rows_with_repeated_value(test)) == [(1, Repeated(2, 0, "x")), (1, Repeated(3, 2, "x"))]
    assert list(rows_with_repeated_value(made("b,a", "x,1 y,1", 0, unique))) == []
    others: list[Any] = [None, [], {}, {"unique": False}, {"unique": "true"}]
    for constraints in others:
        assert list(rows_with_repeated_value(made("b", "x x", 0, {"name": "b", "constraints": constraints}))) == []


def linked(rows: str, resource: str = "theirs", own: Any = "a", fields: Any = "id", **schema: Any) -> TableTest:
    """A table with a foreign key."""
    key = {"fields": own, "reference": {"resource": resource, "fields": fields}}
    return made("a,b", rows, 0, foreignKeys=[key], **schema)


def test_a_reference_that_no_row_has_is_found() -> None:
    """A foreign key that no row of the other table has is named with its row; one that lacks a value refers to none."""
    theirs = made("n,id", "1,x 2,y", 1)
    tests, by_name = {0: linked("x,1 z,2 ,3 y,4"), 1: theirs}, {"theirs": 1}
    assert list(dangling_rows(tests[0], tests, by_name)) == [Dangling(1, ["z"], ["a"], "theirs", ["id"])]
    assert list(dangling_rows(linked("x,1 y,2"), tests, by_name)) == []
    assert list(dangling_rows(linked("x,1 ,2"), tests, by_name)) == []
    pair = linked("x,1 x,2 ,1 y,2", own=["a", "b"], fields=["id", "n"])
    assert list(dangling_rows(pair, tests, by_name)) == [Dangling(1, ["x", "2"], ["a", "b"], "theirs", ["id", "n"])]


def test_a_reference_to_its_own_table_is_looked_up_there() -> None:
    """A foreign key without a resource refers to the table itself."""
    test = linked("x,y y, z,q", resource="", own="b", fields="a")
    assert list(dangling_rows(test, {0: test}, {})) == [Dangling(2, ["q"], ["b"], "", ["a"])]


@pytest.mark.parametrize(
    "key",
    [
        {"resource": "none"},
        {"resource": "unread"},
        {"own": "c"},
        {"fields": "c"},
        {"own": ["a", "b"]},
        {"own": [], "fields": []},
        {"own": "b", "fields": "n"},
    ],
)
def test_a_reference_that_cannot_be_compared_is_left_to_others(key: dict[str, Any]) -> None:
    """A foreign key of or to fields that are not there, to no table or of another length is not compared here."""
    second = {"fields": "a", "reference": {"resource": "theirs", "fields": "id"}}
    test = linked("z,1 x,1", **key)
    test.schema["foreignKeys"].append(second)
    tests = {0: test, 1: made("n,id", "1,x", 1)}
    assert list(dangling_rows(test, tests, {"theirs": 1, "unread": 9})) == [Dangling(0, ["z"], ["a"], "theirs", ["id"])]


def test_a_table_without_fields_is_compared_by_its_texts() -> None:
    """Where the other table has no fields, keys are compared as they are written."""
    theirs = TableTest(1, Table(file="t.csv", columns=("id",), cells=(["01", "2"],)), {})
    key = {"fields": "a", "reference": {"resource": "theirs", "fields": "id"}}
    test = made("a", "1 01 2", 0, "a:integer", foreignKeys=[key])
    assert [each.key for each in dangling_rows(test, {0: test, 1: theirs}, {"theirs": 1})] == [["1"]]
    typed = made("id", "01 2", 1, "id:integer")
    assert list(dangling_rows(test, {0: test, 1: typed}, {"theirs": 1})) == []


def test_a_reference_to_no_table_that_was_read_is_named() -> None:
    """A foreign key to a table that was not read is named with its fields, one to the table itself never."""
    test = linked("x,1", resource="gone", own=["a", "b"], fields=["n", "id"])
    assert list(uncompared_keys(test, {0: test, 1: test}, {})) == [("a, b", "gone")]
    assert list(uncompared_keys(test, {0: test}, {"gone": 3})) == [("a, b", "gone")]
    assert list(uncompared_keys(test, {0: test, 3: test}, {"gone": 3})) == []
    assert list(uncompared_keys(linked("x,1", resource=""), {}, {})) == []
