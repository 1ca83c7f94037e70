"""What a fault of a cell, a row, a header or a key is said to be: where it is, what was found, what would be right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from tests.support.tables import package, table

import beijing_public_services as bps
from beijing_public_services.checks.acceptance import FORMS, MOST_SUGGESTED, wrong_cells
from beijing_public_services.datapackage.tables import bundled_tables

if TYPE_CHECKING:
    from pathlib import Path

OURS = "cells_follow_table_schema"


def faults(folder: Path) -> list[tuple[str, int | None, str | None, str]]:
    """File, row, column and rule of each fault of the cells, in order."""
    configuration = bps.Configuration(select=("frictionless", OURS))
    return [
        (each.file, each.row, each.column, each.rule.removeprefix("frictionless:"))
        for each in bps.check_report(folder, configuration).issues
        if each.severity == "error"
    ]


def issues(folder: Path, rule: str) -> list[bps.Issue]:
    """The issues of a rule."""
    return [each for each in bps.check(folder) if each.rule == rule]


def linked(
    folder: Path, references: str, reference: dict[str, Any], names: str = "ref", keys: str = "alpha\nbeta\n"
) -> Path:
    """A package of a table with keys, and one that refers to it."""
    key = {"fields": names.split(","), "reference": reference}
    resources = [
        {"name": "keys", "type": "table", "path": "keys.csv", "schema": {"fields": [{"name": "id"}, {"name": "n"}]}},
        {
            "name": "refs",
            "type": "table",
            "path": "refs.csv",
            "schema": {"fields": [{"name": "ref"}, {"name": "n"}], "foreignKeys": [key]},
        },
    ]
    rows = "".join(f"{each},1\n" for each in references.split())
    return package(folder, resources, {"keys.csv": "id,n\n" + keys.replace("\n", ",1\n"), "refs.csv": f"ref,n\n{rows}"})


def test_a_reference_that_nothing_has_suggests_the_nearest_key(tmp_path: Path) -> None:
    """An unknown reference says which key looks like it, and one that looks like none says which table lacks it."""
    folder = linked(tmp_path, "alpho alpha zzzz", {"resource": "keys", "fields": ["id"]})
    near, far = issues(folder, "frictionless:foreign-key")
    assert (near.file, near.row, near.found, near.expected) == ("refs.csv", 2, "'alpho'", "'alpha'")
    assert near.message.startswith('Row at position "2"')
    assert near.message.endswith("""in the lookup table "keys" as "id"; did you mean 'alpha'?""")
    assert (far.file, far.row, far.found, far.expected) == ("refs.csv", 4, "'zzzz'", "a key of keys")
    assert far.message.endswith('in the lookup table "keys" as "id"')


def test_all_keys_that_are_near_are_suggested(tmp_path: Path) -> None:
    """An unknown reference that two keys look like names both."""
    folder = linked(tmp_path, "alpho", {"resource": "keys", "fields": ["id"]}, keys="alpha\nalphi\n")
    (issue,) = issues(folder, "frictionless:foreign-key")
    assert sorted((issue.expected or "").split(" or ")) == ["'alpha'", "'alphi'"]


def test_a_reference_of_two_columns_suggests_none(tmp_path: Path) -> None:
    """An unknown pair is shown as a pair, and no single key is suggested for it."""
    folder = linked(tmp_path, "alpho", {"resource": "keys", "fields": ["id", "n"]}, "ref,n")
    (issue,) = issues(folder, "frictionless:foreign-key")
    assert (issue.found, issue.expected) == ("'alpho/1'", "a key of keys")


def test_few_references_are_looked_for(tmp_path: Path) -> None:
    """Only the first unknown references of a table get a suggestion."""
    folder = linked(tmp_path, "alpho " * (MOST_SUGGESTED + 2), {"resource": "keys", "fields": ["id"]})
    hints = ["did you mean" in each.message for each in issues(folder, "frictionless:foreign-key")]
    assert hints == [True] * MOST_SUGGESTED + [False] * 2


def test_a_reference_to_its_own_table_says_so(tmp_path: Path) -> None:
    """A key that the table itself lacks is one of the table itself."""
    reference = {"fields": ["up"], "reference": {"resource": "", "fields": ["id"]}}
    folder = table(tmp_path, "id,up\nalpha,\nbeta,alpho\nc,zzz\n", "id", "up", foreignKeys=[reference])
    near, far = issues(folder, "frictionless:foreign-key")
    assert (near.row, near.expected, far.row, far.expected) == (3, "'alpha'", 4, "a key of the table itself")


@pytest.mark.parametrize(
    ("field", "cell", "expected"),
    [
        ({"type": "integer"}, "2_024", FORMS["integer"]),
        ({"type": "integer", "constraints": ["required"]}, "2_024", FORMS["integer"]),
        ({"type": "time"}, "15:00:00Z", FORMS["time"]),
        ({"type": "date"}, "2024-1-5", FORMS["date"]),
        ({"type": "integer", "constraints": {"minimum": "x", "maximum": 5}}, "6", "a value that keeps maximum: 5"),
    ],
)
def test_what_frictionless_accepts_is_explained_in_our_words(
    tmp_path: Path, field: dict[str, Any], cell: str, expected: str
) -> None:
    """A cell that only the specification refuses has its place, what was found, and the form or constraint it lacks."""
    folder = table(tmp_path, f"n,v\na,{cell}\n", "n", {"name": "v", **field})
    (issue,) = (each for each in bps.check(folder) if each.column == "v")
    assert (issue.file, issue.row, issue.rule) == ("t.csv", 2, OURS)
    assert (issue.found, issue.expected) == (repr(cell), expected)


@pytest.mark.parametrize(
    ("kind", "cells", "found"),
    [
        ("string", "12\n123\n1a\n", [(3, "constraint-error"), (4, "constraint-error")]),
    ],
)
def test_a_pattern_is_explained_by_frictionless(
    tmp_path: Path, kind: str, cells: str, found: list[tuple[int, str]]
) -> None:
    """A cell that breaks a pattern is a fault in the words of frictionless, which show the pattern."""
    field = {"name": "v", "type": kind, "constraints": {"pattern": "[0-9]{1,2}"}}
    folder = table(tmp_path, f"v\n{cells}", field)
    assert faults(folder) == [("t.csv", row, "v", rule) for row, rule in found]
    messages = [each.message for each in bps.check(folder) if each.rule == "frictionless:constraint-error"]
    assert all('constraint "pattern" is "[0-9]{1,2}"' in each for each in messages)


def test_a_cell_has_one_fault_for_each_constraint_that_it_breaks(tmp_path: Path) -> None:
    """A cell that keeps its pattern, or has none, is not said to break one, and its message names its row."""
    short = {"name": "v", "type": "string", "constraints": {"minLength": 2}}
    with_pattern = {"name": "w", "type": "string", "constraints": {"minLength": 2, "pattern": "[a-z]*"}}
    folder = table(tmp_path, "v,w\nb,c\n", short, with_pattern)
    found = [each for each in bps.check(folder) if each.rule == "frictionless:constraint-error"]
    assert [each.column for each in found] == ["v", "w"]
    assert all('row at position "2"' in each.message for each in found)
    assert not any("pattern" in each.message for each in found)


@pytest.mark.parametrize("match", ["equal", "subset", "superset", "partial"])
def test_a_header_is_matched_by_name_where_the_schema_says_so(tmp_path: Path, match: str) -> None:
    """Fields that are matched by name may stand in another order, with rows or without."""
    cells = ("1,x\n", "")
    for number, rows in enumerate(cells):
        folder = table(tmp_path / str(number), f"b,a\n{rows}", "a", "b:integer", fieldsMatch=match)
        assert faults(folder) == []


def test_a_header_without_fields_or_fields_without_a_header_match(tmp_path: Path) -> None:
    """A schema without fields fits any header, and a table without a header any fields."""
    assert faults(table(tmp_path / "1", "a,c\n1,2\n", of_resource={"schema": {"fields": []}})) == []
    assert faults(table(tmp_path / "2", "1,2\n", "a", "b", of_resource={"dialect": {"header": False}})) == []


def test_a_header_in_the_descriptor_is_matched_by_name_if_rows_follow(tmp_path: Path) -> None:
    """Labels that match no field are a fault, but not in a descriptor if they are matched by name and lack rows."""
    for number, (match, rows, fault) in enumerate(
        [("exact", [], True), ("superset", [], False), ("exact", [["1"]], True), ("superset", [["1"]], True)]
    ):
        schema = {"fields": [{"name": "a", "type": "string"}], "fieldsMatch": match}
        resource = {"name": "t", "type": "table", "data": [["c"], *rows], "schema": schema}
        assert bool(faults(package(tmp_path / f"{number}", [resource], {}))) is fault
    assert faults(table(tmp_path / "file", "c\n", "a", fieldsMatch="superset")) == [
        ("t.csv", None, None, "extra-label")
    ]


def test_the_cells_of_an_uneven_row_are_tested_too(tmp_path: Path) -> None:
    """A row with a cell too many or too few is a fault, and the cells that are there are held to their types."""
    folder = table(tmp_path, "a,b\nx,1,3\ny\n2,z\n5\n", "a:integer", "b:integer")
    assert faults(folder) == [
        ("t.csv", 2, None, "extra-cell"),
        ("t.csv", 2, "a", "type-error"),
        ("t.csv", 3, "a", "type-error"),
        ("t.csv", 3, "b", "missing-cell"),
        ("t.csv", 4, "b", "type-error"),
        ("t.csv", 5, "b", "missing-cell"),
    ]


@pytest.mark.parametrize(
    ("header", "match", "found"),
    [
        ("a,b", None, []),
        ("a,c", None, [("t.csv", None, "b", "incorrect-label")]),
        ("a", None, [("t.csv", None, "b", "missing-label")]),
        ("b,a", "equal", []),
    ],
)
def test_a_header_is_that_of_the_fields(tmp_path: Path, header: str, match: str | None, found: list[Any]) -> None:
    """A label that is not the name of its field is found at the field."""
    more = {} if match is None else {"fieldsMatch": match}
    cells = ",".join("1" for _ in header.split(","))
    folder = table(tmp_path, f"{header}\n{cells}\n", "a:integer", "b:integer", **more)
    assert [each for each in faults(folder) if each[1] is None] == found


def test_repeated_keys_name_the_row_before(tmp_path: Path) -> None:
    """A repeated key or unique value is found at its row, and the message says which row has it first."""
    unique = {"name": "c", "constraints": {"unique": True}}
    rows = "a,b,c\n1,x,p\n2,y,q\n1,z,q\n,w,p\n"
    folder = table(tmp_path, rows, "a:integer", "b", unique, primaryKey=["a"])
    messages = [each.message for each in bps.check(folder) if each.rule.startswith("frictionless")]
    assert faults(folder) == [
        ("t.csv", row, column, rule)
        for row in (4, 5)
        for column, rule in ((None, "primary-key"), ("c", "unique-error"))
    ]
    assert [(message.split()[3], message.partition(": ")[2]) for message in messages] == [
        ('"4"', "the same as in the row at position 2"),
        ('"4"', "the same as in the row at position 3"),
        ('"5"', 'cells composing the primary keys are all "None"'),
        ('"5"', "the same as in the row at position 2"),
    ]


def test_what_only_frictionless_refuses_is_no_fault_of_an_uneven_row(tmp_path: Path) -> None:
    """A cell of an uneven row is held to the specification, and a cell that is not there to its constraints."""
    described = (
        {"name": "a", "type": "year"},
        {"name": "b", "type": "string", "constraints": {"maxLength": 2.0}},
        {"name": "c", "type": "integer", "constraints": {"required": True}},
    )
    folder = table(tmp_path, "a,b,c\n12024,abc,1,2\n12024,abc\n2024,a,1_0,2\n", *described)
    assert faults(folder) == [
        ("t.csv", 2, None, "extra-cell"),
        ("t.csv", 3, "c", "constraint-error"),
        ("t.csv", 3, "c", "missing-cell"),
        ("t.csv", 4, None, "extra-cell"),
        ("t.csv", 4, "c", OURS),
    ]
    assert '"2"' in issues(folder, "frictionless:extra-cell")[0].message
    assert [each.expected for each in issues(folder, OURS)] == [FORMS["integer"]]


def test_few_keys_are_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the first keys of a table are looked at for one that an unknown reference looks like."""
    monkeypatch.setattr("beijing_public_services.checks.acceptance.MOST_COMPARED", 1)
    folder = linked(tmp_path, "betta alphi", {"resource": "keys", "fields": ["id"]})
    expected = [each.expected for each in issues(folder, "frictionless:foreign-key")]
    assert expected == ["a key of keys", "'alpha'"]


def test_a_column_without_a_field_hides_no_other(tmp_path: Path) -> None:
    """A column that has no field is not tested, and those after it are."""
    folder = table(tmp_path, "x,a\n1,2\n", {"name": "a", "type": "nosuch"}, fieldsMatch="superset")
    (issue,) = issues(folder, "tables_are_read")
    assert "the column 'a', whose type 'nosuch'" in (issue.found or "")


def test_what_cannot_be_tested_is_said_of_its_column(tmp_path: Path) -> None:
    """A column of an unknown type and a constraint without meaning leave their table not checked whole."""
    described = ({"name": "a", "type": "nosuch"}, {"name": "b", "type": "integer", "constraints": {"minimum": "x"}})
    folder = table(tmp_path, "a,b\n1,2\n", *described)
    found = [each.found or "" for each in issues(folder, "tables_are_read")]
    assert [each.partition(": ")[2] for each in found] == [
        "the column 'a', whose type 'nosuch' or format cannot be read here",
        "the constraint 'minimum' of the column 'b': 'x' (NotOfTypeError)",
    ]


def test_the_faults_of_cells_are_looked_for_once() -> None:
    """All rules of one check share what was found; tables that keep nothing are looked at anew."""
    tables = bundled_tables()
    assert wrong_cells(tables) == []
    kept = tables.replace(_memo={})
    assert wrong_cells(kept) is wrong_cells(kept)
