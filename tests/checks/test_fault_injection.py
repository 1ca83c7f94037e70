"""Laws of fault injection: no cell that carries meaning is corrupted without the checks noticing."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest
from tests.support.checkout import PACKAGE
from tests.support.editing import contents
from tests.support.faults import CORRUPTIONS, DEMANDED, FREE_TEXT, MUST, Column, Copy, Fault, columns, faults

from beijing_public_services.datapackage.reader import read_tables

COLUMNS = columns(read_tables(PACKAGE))
RESOURCES = {column.resource: column for column in COLUMNS}
QUICK = ("observations.value", "observations.bound")  # the columns that are tried in the quick tests too
MEANINGFUL = [
    pytest.param(column, id=str(column), marks=() if str(column) in QUICK else pytest.mark.slow)
    for column in COLUMNS
    if column.duty == MUST
]
EVERY = [pytest.param(column, marks=pytest.mark.slow if place % 6 else ()) for place, column in enumerate(COLUMNS)]


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """A copy of the bundled package, mended after each corruption."""
    return Copy(tmp_path_factory.mktemp("package"))


@pytest.mark.parametrize("column", MEANINGFUL)
def test_no_corruption_of_a_column_that_carries_meaning_slips_through(copy: Copy, column: Column) -> None:
    """Of each kind of corruption that a column of meaning can have, one is tried, and the checks notice it."""
    tried = [fault for kind in CORRUPTIONS for fault in faults(column, kind, sample=1)]
    possible = {"another value", "wrong type", "swapped rows"} if len(set(column.cells)) > 1 else {"wrong type"}
    assert {fault.kind for fault in tried} >= possible
    assert [f"{fault.kind}: {fault}" for fault in tried if not copy.caught_by(fault)] == []


@pytest.mark.slow
@pytest.mark.parametrize("resource", RESOURCES)
def test_a_table_written_as_it_was_has_no_issue(copy: Copy, resource: str) -> None:
    """Writing a copy is no corruption: what is caught is caught for what was changed."""
    column = RESOURCES[resource]
    unchanged = Fault(resource=resource, column=column.name, kind="none", before=column.cells[:1], after={})
    assert copy.caught_by(unchanged) == ""


def test_another_remark_slips_through(copy: Copy) -> None:
    """Size and hash follow the corrupted file, so that a change without meaning passes."""
    remark = Fault(resource="observations", column="note", kind="", before=("",), after={0: "Counted by hand."})
    assert copy.caught_by(remark) == ""


def test_a_package_that_cannot_be_read_counts_as_caught(tmp_path: Path) -> None:
    """Where reading ends in an error, the error gives the corruption away."""
    incomplete = Copy(tmp_path)
    (tmp_path / incomplete.tables["areas"].file).unlink()
    assert incomplete.caught_by(next(faults(RESOURCES["domains"], "wrong type"))) == "unreadable"


@pytest.mark.slow
def test_a_corrupted_copy_is_mended(copy: Copy) -> None:
    """After each corruption the copy is the package again, to the byte."""
    for column in RESOURCES.values():
        copy.caught_by(next(faults(column, "wrong type")))
    assert contents(copy.folder) == contents(PACKAGE)


@pytest.mark.parametrize("column", EVERY, ids=str)
def test_a_corruption_changes_every_cell_it_touches(column: Column) -> None:
    """Each cell of a corruption gets a text that it did not have; an exchange leaves the texts of the column."""
    for kind in CORRUPTIONS:
        for fault in faults(column, kind, sample=3):
            assert fault.before == tuple(column.cells[row] for row in fault.after)
            assert all(column.cells[row] != text for row, text in fault.after.items())
            assert (len(fault.after) == 2) == (kind == "swapped rows")
            if kind == "swapped rows":
                assert sorted(fault.after.values()) == sorted(fault.before)


@pytest.mark.parametrize("column", EVERY, ids=str)
def test_a_larger_sample_begins_with_the_smaller(column: Column) -> None:
    """The cells chosen depend on resource, column and kind alone, so that a fault found once is found again."""
    for kind in CORRUPTIONS:
        smaller = list(faults(column, kind, sample=1))
        assert list(islice(faults(column, kind), len(smaller))) == smaller


def test_each_other_bound_is_tried() -> None:
    """A bound can be mistaken for any of the seven others."""
    bound = next(column for column in COLUMNS if str(column) == "observations.bound")
    tried = list(faults(bound, "changed bound", sample=1))
    (row,) = {row for fault in tried for row in fault.after}
    assert {fault.after[row] for fault in tried} | {bound.cells[row]} == {*bound.enum}
    assert len(tried) == 7


def test_the_lists_of_column_names_name_columns() -> None:
    """What is demanded, and what is free text, is said of columns that there are."""
    assert {column.name for column in COLUMNS} >= DEMANDED | FREE_TEXT
