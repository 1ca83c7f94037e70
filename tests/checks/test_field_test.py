"""The test of one field: which cells keep its type and constraints, by the quick way and by the long one alike."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from beijing_public_services.checks.field_test import CellError, FieldTest, hashable

if TYPE_CHECKING:
    from collections.abc import Callable

MISSING = frozenset(("", "NA"))


def made(kind: str, **constraints: Any) -> FieldTest:
    """The test of a field of a type with constraints; names that begin with `_` are other properties of the field."""
    more = {name[1:]: constraints.pop(name) for name in [*constraints] if name.startswith("_")}
    return FieldTest({"name": "f", "type": kind, "constraints": constraints, **more}, MISSING)


def fault(test: FieldTest, cell: Any) -> str:
    """What a cell fails by, "" if it passes."""
    try:
        test.value(cell)
    except CellError as error:
        return error.kind if str(error) == error.kind else "another message"
    return ""


CASES: list[tuple[Callable[[], FieldTest], dict[str, str]]] = [  # cells, each with what it fails by
    (partial(made, "integer"), {"1": "", "-3": "", "1.0": "type", "x": "type", "": "", "NA": "", "१": "type"}),
    (partial(made, "integer", required=True), {"1": "", "": "required", "NA": "required", "x": "type"}),
    (partial(made, "integer", required="true"), {"": ""}),
    (partial(made, "integer", minimum=2, maximum="5"), {"1": "minimum", "2": "", "5": "", "6": "maximum", "x": "type"}),
    (
        partial(made, "number", exclusiveMinimum=2, exclusiveMaximum=5),
        {"2": "exclusiveMinimum", "2.1": "", "4.9": "", "5": "exclusiveMaximum"},
    ),
    (partial(made, "number", minimum=2), {"NaN": "minimum", "INF": ""}),
    (partial(made, "number", _decimalChar=","), {"1,5": "", "1.5": "type"}),
    (partial(made, "integer", _bareNumber=False), {"5%": "", "5": ""}),
    (partial(made, "integer", _groupChar=" "), {"1 000": "", "1,000": "type"}),
    (partial(made, "number", enum=["1.0", 2]), {"1": "", "1.00": "", "2": "", "3": "enum"}),
    (partial(made, "integer", enum=["1", "x", 3]), {"1": "", "3": "", "2": "enum", "x": "type"}),
    (partial(made, "string", enum=["a", "b"]), {"a": "", "b": "", "c": "enum", "": ""}),
    (partial(made, "string", enum=["a", "b"], minLength=2), {"a": "minLength", "c": "enum", "": ""}),
    (partial(made, "string", enum=["ab", "b"], pattern="a.*"), {"ab": "", "b": "pattern", "ac": "enum"}),
    (partial(made, "string", minLength=2, maxLength=3), {"a": "minLength", "ab": "", "abc": "", "abcd": "maxLength"}),
    (partial(made, "string", minLength="2"), {"a": ""}),
    (partial(made, "string", pattern="[a-z]+"), {"a": "", "A": "pattern", "ab1": "pattern", "": ""}),
    (partial(made, "string", pattern=5), {"A": ""}),
    (partial(made, "integer", pattern="[0-9]"), {"12": "", "x": "type"}),
    (partial(made, "string", required=True), {"a": "", "": "required", "NA": "required"}),
    (partial(made, "string", _format="email"), {"a@b.org": "", "a": "type", "": ""}),
    (partial(made, "string", _format="uri"), {"https://example.org/a?b=%20": "", "nowhere": "type"}),
    (partial(made, "year"), {"2024": "", "24": "type"}),
    (partial(made, "year", minimum=2000), {"2024": "", "1999": "minimum"}),
    (partial(made, "time", minimum="10:00:00"), {"10:00:00": "", "09:59:59": "minimum"}),
    (partial(made, "array", minLength=2), {"[1, 2]": "", "[1]": "minLength", "{}": "type"}),
    (partial(made, "object", enum=['{"a": [1]}']), {'{"a":[1]}': "", '{"a": [2]}': "enum"}),
    (partial(made, "object", jsonSchema={"required": ["a"]}), {'{"a": 1}': "", "{}": "jsonSchema"}),
    (partial(made, "object", jsonSchema=["a"]), {"{}": ""}),
    (partial(made, "string", nosuch=3), {"abcd": "", "a": "", "": ""}),
    (partial(made, "object", nosuch={"required": ["a"]}), {"{}": ""}),
    (
        partial(made, "time", _format="any", minimum="10:00:00"),
        {"10:00:00": "", "10:00:00+00:00": "", "11:00:00+02:00": "minimum", "09:00:00-02:00": ""},
    ),
    (partial(made, "no such type", minimum=5), {"anything": "", "": ""}),
    (partial(made, "string", required=True, unique=True), {"a": "", "": "required"}),
    (partial(made, "string", required=True, minLength=2), {"a": "minLength", "": "required"}),
    (partial(made, "string", enum=["a", 5, "b"], unique=True), {"a": "", "b": "", "c": "enum"}),
    (partial(made, "string", _format="email", maxLength=9), {"a@b.org": "", "abc@def.org": "maxLength", "a": "type"}),
    (partial(made, "no such type", required=True), {"anything": "", "": "required"}),
]


@pytest.mark.parametrize(("make", "cells"), CASES, ids=lambda value: str(getattr(value, "keywords", ""))[:60])
def test_a_cell_fails_by_its_type_or_the_first_constraint_that_it_breaks(
    make: Callable[[], FieldTest], cells: dict[str, str]
) -> None:
    """Each cell has the fault of the specification, and all together fail as each alone does."""
    test = make()
    assert {cell: fault(test, cell) for cell in cells} == cells
    assert test.failing([*cells]) == {cell: kind for cell, kind in cells.items() if kind}
    for cell, kind in cells.items():
        assert test.failing([cell]) == ({cell: kind} if kind else {})


def test_a_cell_without_a_value_has_none() -> None:
    """None and the missing texts have no value, a number that is written as such a text has none either."""
    test = FieldTest({"name": "f", "type": "integer"}, frozenset(("", "-99")))
    assert [test.value(cell) for cell in (None, "", "-99", -99, "7", 7)] == [None, None, None, None, 7, 7]
    assert [test.is_missing(cell) for cell in (None, "", "-99", -99, "7", 7, 0)] == [True] * 4 + [False] * 3


@pytest.mark.parametrize(
    ("kind", "constraints", "problem"),
    [
        ("string", {"pattern": "("}, "'(' (no expression"),
        ("integer", {"minimum": "x"}, "'x' ("),
        ("integer", {"maximum": "y" * 100}, "'" + "y" * 79 + " ("),
        ("number", {"minimum": "NaN"}, "'NaN' (ValueError)"),
    ],
)
def test_a_constraint_that_means_nothing_is_a_problem_of_its_own(
    kind: str, constraints: dict[str, Any], problem: str
) -> None:
    """A constraint that cannot be evaluated is named with its value and the reason, and tests no cell."""
    test = made(kind, **constraints)
    assert list(test.problems) == list(constraints)
    assert next(iter(test.problems.values())).startswith(problem)
    assert (test.checks, test.failing(["1"])) == ([], {})
    assert made("integer", minimum=1, unique=True, required=True).problems == {}


def test_a_field_without_a_name_or_constraints_is_tested() -> None:
    """A field whose name or constraints are of another type is tested by its type."""
    test = FieldTest({"name": 5, "type": "integer", "constraints": ["required"]}, MISSING)
    assert (test.name, test.required, test.failing(["x"])) == ("5", False, {"x": "type"})
    assert FieldTest({"type": "integer"}, MISSING).name == ""


@pytest.mark.parametrize(
    ("kind", "constraints"),
    [("integer", {}), ("year", {}), ("string", {"pattern": "[a-z]+"}), ("string", {"_format": "uri"})],
)
def test_most_cells_are_proved_by_one_call(kind: str, constraints: dict[str, Any]) -> None:
    """Plain numbers, years, addresses and patterns have a quick test, and other constraints rule it out."""
    assert made(kind, **constraints).quick is not None
    assert made(kind, **constraints, minLength=1, enum=["a"]).quick is None


def test_texts_of_an_enumeration_are_proved_by_looking_them_up() -> None:
    """A text that is listed passes without its check, unless there is another constraint."""
    alone, one_of_two = made("string", enum=["a"]), made("string", enum=["a"], minLength=1)
    for test in (alone, one_of_two):
        test.checks[0] = ("enum", lambda _: False)
    assert alone.failing(["a", "b"]) == {"b": "enum"}
    assert one_of_two.failing(["a"]) == {"a": "enum"}


def test_equal_values_are_equal_keys() -> None:
    """Lists and objects of equal values make equal keys, whatever the order of the names of an object."""
    assert hashable({"a": [1, {"b": 2}], "c": 3}) == hashable({"c": 3, "a": [1, {"b": 2}]})
    assert hashable([1, 2]) == hashable((1, 2)) == (1, 2)
    assert len({hashable(each) for each in ({"a": 1}, {"a": 2}, {"b": 1}, [1], [2], 1, "1")}) == 7
