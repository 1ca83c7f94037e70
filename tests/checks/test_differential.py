"""Laws of acceptance: on random packages the findings are those of frictionless alone, but for the differences listed.

Listed differences: a row without any value is no blank row; a row with too many or too few cells takes no part in
keys; years have more digits or a sign, groups of digits too in whole numbers; and the texts in `LENIENT` are values to
frictionless and not to the specification.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

import frictionless
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.tables import package

import beijing_public_services as bps
from beijing_public_services.checks.field_test import QUICK_TEXT
from beijing_public_services.checks.frictionless_words import frictionless_reader

if TYPE_CHECKING:
    from pathlib import Path

    Rows = list[list[str]]
    Found = set[tuple[str, int | None, str | None]]

TEXTS = ["", "a", "b", "ab", "c d", "-", "NA", "true", "1", "x" * 9]
POOLS = {
    "string": TEXTS,
    "any": TEXTS,
    "integer": ["", "0", "1", "2", "-3", "+4", "007", " 5", "1.0", "1e3", "x", "NA"],
    "number": ["", "0", "1", "1.0", "1.50", "-2.5", "+3", "1e2", ".5", "5.", "1,5", "x", "NA", "- 1"],
    "boolean": ["", "true", "True", "0", "1", "yes", "NA", "tRUE"],
    "date": ["", "2024-01-26", "2023-12-31", "2024-02-30", "26.01.2024", "x", "NA"],
    "time": ["", "15:00:00", "00:00:01", "25:00:00", "15:00", "x"],
    "year": ["", "2024", "1999", "24", "x", "2024x"],
    "yearmonth": ["", "2024-01", "1999-12", "2024-13", "2024", "x"],
    "duration": ["", "P1Y", "PT36H", "P1DT2S", "1Y", "x"],
    "geopoint": ["", "90.5, 45.5", "1,2", "200,1", "x", "1"],
    "array": ["", "[1]", "[]", "{}", "x"],
    "object": ["", '{"a": 1}', "{}", "[]", "x"],
}
LENIENT = {
    "integer": ["2_024", "１２", "٣"],
    "number": ["1_0", "３.５", "Infinity"],
    "date": ["2024-1-5"],
    "time": ["15:00:00Z", "10:00:00.5"],
    "yearmonth": ["2020-1", "１９９９-12"],
    "duration": ["P1W"],
}
BOUNDS: dict[str, list[Any]] = {
    "integer": [0, "2", 5],
    "number": [0, "1.5", 2.5],
    "date": ["2024-01-01"],
    "year": [2000],
    "yearmonth": ["2000-01"],
}
LIMITS = ["minimum", "maximum", "exclusiveMinimum"]
KEYS = ("primary-key", "unique-error", "foreign-key")
SIZED = ("string", "array", "object")
HASHED = ("string", "integer", "number", "boolean", "date", "year", "yearmonth")


@st.composite
def field(draw: st.DrawFn, number: int) -> dict[str, Any]:
    """A field with constraints that its type allows."""
    kind = draw(st.sampled_from(sorted(POOLS)))
    constraints: dict[str, Any] = {}
    if draw(st.booleans()):
        constraints["required"] = draw(st.booleans())
    if kind in HASHED and draw(st.integers(0, 3)) == 0:
        constraints["unique"] = True
    if kind in BOUNDS:
        for name in draw(st.lists(st.sampled_from(LIMITS), max_size=2, unique=True)):
            constraints[name] = draw(st.sampled_from(BOUNDS[kind]))
    if kind in SIZED and draw(st.booleans()):
        constraints[draw(st.sampled_from(["minLength", "maxLength"]))] = draw(st.integers(0, 3))
    if kind == "string" and draw(st.integers(0, 2)) == 0:
        constraints["pattern"] = draw(st.sampled_from(["[a-z]+", "a.*", "(a|b)+", "[^x]{1,3}"]))
    if kind in HASHED and draw(st.integers(0, 3)) == 0:
        constraints["enum"] = draw(st.lists(st.sampled_from(POOLS[kind][1:5]), min_size=1, max_size=3))
    described = {"name": f"f{number}", "type": kind, "constraints": constraints}
    if draw(st.integers(0, 3)) == 0:
        described["missingValues"] = draw(st.sampled_from([["NA"], ["", "NA"], ["-"], []]))
    return described


@st.composite
def packages(draw: st.DrawFn, lenient: bool = False) -> tuple[list[dict[str, Any]], dict[str, Rows]]:
    """Two tables of random fields, keys and cells; the second refers to the first."""
    resources: list[dict[str, Any]] = []
    tables: dict[str, Rows] = {}
    for name in ("first", "second"):
        described = [draw(field(number)) for number in range(draw(st.integers(1, 4)))]
        pools = [[*POOLS[each["type"]], *(LENIENT.get(each["type"], ()) if lenient else ())] for each in described]
        width = st.tuples(*(st.sampled_from(pool) for pool in pools)).map(list)
        rows = draw(st.lists(width, max_size=6))
        if rows and draw(st.integers(0, 3)) == 0:
            place = draw(st.integers(0, len(rows) - 1))
            rows[place] = [*rows[place], "x"] if draw(st.booleans()) else rows[place][:-1]
        schema: dict[str, Any] = {"fields": described}
        hashed: list[str] = [each["name"] for each in described if each["type"] in HASHED]
        if hashed and draw(st.sampled_from([0, 1])):
            schema["primaryKey"] = draw(st.lists(st.sampled_from(hashed), min_size=1, max_size=2, unique=True))
        if draw(st.integers(0, 3)) == 0:
            schema["missingValues"] = draw(st.sampled_from([["", "NA"], ["-"]]))
        labels = [each["name"] for each in described]
        if draw(st.integers(0, 5)) == 0:
            labels[-1] = draw(st.sampled_from(["other", "f0"]))
        tables[name] = [labels, *rows]
        resources.append({"name": name, "type": "table", "path": f"{name}.csv", "schema": schema})
    if draw(st.booleans()):
        own = draw(st.sampled_from([each["name"] for each in resources[1]["schema"]["fields"]]))
        theirs = draw(st.sampled_from([each["name"] for each in resources[0]["schema"]["fields"]]))
        of = {(each["name"], f["name"]): f["type"] for each in resources for f in each["schema"]["fields"]}
        if {of["first", theirs], of["second", own]} <= set(HASHED):
            reference = {"resource": "first", "fields": [theirs]}
            resources[1]["schema"]["foreignKeys"] = [{"fields": [own], "reference": reference}]
    return resources, tables


def text_of(rows: Rows) -> str:
    """Rows as CSV, each cell in quotes."""
    out = io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(rows)
    return out.getvalue()


def by_frictionless(folder: Path, tables: dict[str, Rows]) -> Found:
    """What frictionless finds alone: the type of each error, its file and row, and its field."""
    report = frictionless.validate(str(folder / "datapackage.json"))
    assert not report.errors, report.errors
    found = set()
    for task in report.tasks:
        rows = tables[task.name]
        for error in task.errors:
            row = getattr(error, "row_number", None)
            if error.type == "blank-row" and row and len(rows[row - 1]) == len(rows[0]):
                continue  # a row without any value is a row
            found.add((f"{task.name}.csv {error.type}", row, getattr(error, "field_name", None) or None))
    return found


def by_us(folder: Path, tables: dict[str, Rows]) -> tuple[Found, Found]:
    """What we find in the name of frictionless, and what by our own rule for what frictionless accepts."""
    theirs: Found = set()
    ours: Found = set()
    for issue in bps.check(folder, bps.Configuration(select=("frictionless", "cells_follow_table_schema"))):
        place = (f"{issue.file} {issue.rule.partition(':')[2]}", issue.row, issue.column)
        (theirs if issue.rule.startswith("frictionless:") else ours).add(place)
    return theirs, ours


def write(folder: Path, resources: list[dict[str, Any]], tables: dict[str, Rows]) -> Path:
    """The package in a folder; each dialect is said, so that frictionless guesses none."""
    dialect = {"delimiter": ",", "quoteChar": '"', "lineTerminator": "\n", "skipInitialSpace": False}
    described = [each | {"dialect": dialect} for each in resources]
    return package(folder, described, {f"{name}.csv": text_of(rows) for name, rows in tables.items()})


def is_without_values(resource: dict[str, Any], row: list[str]) -> bool:
    """Whether frictionless takes a row for blank."""
    default = resource["schema"].get("missingValues", [""])
    missing = [each.get("missingValues", default) for each in resource["schema"]["fields"]]
    return all(cell in texts for cell, texts in zip(row, missing, strict=False))


def compare(folder: Path, resources: list[dict[str, Any]], tables: dict[str, Rows]) -> None:
    """The findings are equal but for the differences listed."""
    write(folder, resources, tables)
    expected = by_frictionless(folder, tables)
    found, ours = by_us(folder, tables)
    named = {each["name"]: each for each in resources}
    if any(len(row) != len(rows[0]) for rows in tables.values() for row in rows):
        expected = {place for place in expected if not place[0].endswith(KEYS)}
        found = {place for place in found if not place[0].endswith(KEYS)}
    assert expected - found == set()
    more = (found - expected) | ours  # constraints of a row that frictionless takes for blank
    assert {place for place in more if not _is_of_blank_row(place, named, tables)} == set()


def _is_of_blank_row(place: tuple[str, int | None, str | None], named: dict[str, Any], tables: dict[str, Rows]) -> bool:
    name = place[0].partition(".")[0]
    return is_without_values(named[name], tables[name][(place[1] or 0) - 1])


@given(drawn=packages())
def test_the_findings_are_those_of_frictionless(
    tmp_path_factory: pytest.TempPathFactory, drawn: tuple[list[dict[str, Any]], dict[str, Rows]]
) -> None:
    """On random tables, types, constraints and keys we find what frictionless finds, in its name, and nothing else."""
    compare(tmp_path_factory.mktemp("package"), *drawn)


@pytest.mark.slow
@given(drawn=packages(), lenient=packages(lenient=True))
def test_the_findings_are_those_of_frictionless_on_many_packages(
    tmp_path_factory: pytest.TempPathFactory,
    drawn: tuple[list[dict[str, Any]], dict[str, Rows]],
    lenient: tuple[list[dict[str, Any]], dict[str, Rows]],
) -> None:
    """The same on many packages; a text whose form frictionless alone accepts is found at its place."""
    compare(tmp_path_factory.mktemp("package"), *drawn)
    folder = tmp_path_factory.mktemp("lenient")
    write(folder, *lenient)
    ours = set().union(*by_us(folder, lenient[1]))  # frictionless' own finding counts where a constraint fails too
    named = {each["name"]: each for each in lenient[0]}
    for name, rows in lenient[1].items():
        described = named[name]["schema"]["fields"]
        if rows[0] != [each["name"] for each in described]:
            continue  # a wrong header is found in the place of the cells below it
        for number, row in enumerate(rows[1:], 2):
            for each, cell in zip(described, row, strict=False):
                if len(row) == len(rows[0]) and cell in LENIENT.get(each["type"], ()):
                    assert any(place[0].startswith(name) and place[1:] == (number, each["name"]) for place in ours)


@pytest.mark.parametrize("form", sorted(QUICK_TEXT))
def test_a_plain_address_is_one_to_frictionless(form: str) -> None:
    """Every text that the quick test of an address proves is accepted by frictionless."""
    read = frictionless_reader({"name": "f", "type": "string", "format": form})

    @given(text=st.from_regex(QUICK_TEXT[form], fullmatch=True))
    def law(text: str) -> None:
        assert read(text) == text

    law()
