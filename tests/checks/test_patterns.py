"""Patterns of a package: what they accept is what the specification says, and none can keep a check busy."""

from __future__ import annotations

import json
import re
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.corpus import whole
from tests.support.ending import ended

import beijing_public_services as bps
from beijing_public_services.checks.json_schemas import conforms_to
from beijing_public_services.checks.patterns import PatternError, compile_pattern

HOSTILE = [
    "(a+)+$", "(a|a)*b", "(a*)*b", "([a-z]+)*[0-9]", "(?:a?){30}a{30}", "(x+x+)+y", "(?:.*,){20}x", "a*" * 60 + "b",
    "((a{100}){100}){100}", "((a{1000}){1000}){1000}", "(a?){0,1000}b", "^(([a-z])+.)+[A-Z]([a-z])+$", "(" * 2000,
    "(?=(a+)+$)b", "(a+)\\1+b", "(?<=(a+)+)b", "\\w*\\w*\\w*\\w*\\w*\\w*!", "a{0,999}" * 20 + "b", "[" * 5000,
    "a|" * 50000,
]  # fmt: skip
ENDS = """
import json, sys
from beijing_public_services.checks.patterns import PatternError, compile_pattern
for pattern in json.load(sys.stdin):
    try:
        matches = compile_pattern(pattern).fullmatch
    except PatternError as error:
        print("refused", len(str(error)) < 300)
        continue
    for cell in ("a" * 40 + "!", "a" * 131_000 + "!", "x" * 131_000, "," * 131_000, "ab" * 60_000):
        matches(cell)
    print("ended", True)
"""
HELD = """
import sys
import beijing_public_services as bps
print(sorted({each.rule for each in bps.check(sys.argv[1])}))
"""


def describe(package: Path, **field: object) -> None:
    """Give the title of events other constraints or another type."""
    path = package / "datapackage.json"
    descriptor = json.loads(path.read_bytes())
    (title,) = [each for each in descriptor["resources"][2]["schema"]["fields"] if each["name"] == "title"]
    title |= field
    path.write_text(json.dumps(descriptor), encoding="utf-8")


def put(package: Path, cell: str) -> None:
    """Put a cell into the title of the one event that there is."""
    (package / "data" / "events.csv").write_text(f'kind,number,title\nfair,1,"{cell}"\nfair,2,x\n', encoding="utf-8")


def test_no_pattern_takes_more_than_linear_time() -> None:
    """Each pattern is matched against long cells, or refused, and it ends."""
    lines = ended(ENDS, given=json.dumps(HOSTILE)).splitlines()
    assert len(lines) == len(HOSTILE)
    assert all(line.endswith("True") for line in lines)


@pytest.mark.slow
@pytest.mark.parametrize("pattern", ["(a+)+$", "(a|a)*b", "a*" * 60 + "b"])
def test_a_check_with_a_hostile_pattern_ends_in_a_finding(tmp_path: Path, pattern: str) -> None:
    """A cell that a costly pattern does not match is found as any other."""
    package = whole(tmp_path / "package")
    describe(package, constraints={"pattern": pattern})
    put(package, "a" * 60 + "!")
    assert "frictionless:constraint-error" in ended(HELD, package)


@pytest.mark.parametrize("pattern", ["(?=a)x", "(x)\\1", "[", "(a{1000}){1000}"])
def test_a_pattern_that_cannot_be_tested_is_said(tmp_path: Path, pattern: str) -> None:
    """A constraint that is not evaluated is an error of its own, and not passed over."""
    package = whole(tmp_path / "package")
    describe(package, constraints={"pattern": pattern})
    found = [each for each in bps.check(package) if each.rule == "tables_are_read"]
    assert any("pattern" in each.message for each in found)


SCHEMAS = {
    "a costly pattern": ({"properties": {"a": {"pattern": "(a+)+$"}}}, {"a": "a" * 60 + "!"}),
    "references that double": (
        {"$ref": "#/$defs/d0", "$defs": {f"d{n}": {"allOf": [{"$ref": f"#/$defs/d{n + 1}"}] * 2} for n in range(40)}},
        {"a": 1},
    ),
    "a circle": ({"$ref": "#"}, {"a": 1}),
    "another host": ({"$ref": "http://localhost/schema.json"}, {"a": 1}),
    "another file": ({"$ref": "file:///etc/passwd"}, {"a": 1}),
    "unique items": (
        {"properties": {"a": {"uniqueItems": True}}},
        {"a": [{"b": n} for n in range(9_000)] + [{"b": 0}]},
    ),
}


@pytest.mark.slow
@pytest.mark.parametrize(("schema", "value"), SCHEMAS.values(), ids=SCHEMAS)
def test_a_json_schema_cannot_keep_a_check_busy(tmp_path: Path, schema: object, value: object) -> None:
    """A cell that is held against a hostile JSON Schema is a finding, and nothing is fetched."""
    package = whole(tmp_path / "package")
    describe(package, type="object", constraints={"jsonSchema": schema})
    put(package, json.dumps(value).replace('"', '""'))
    assert "cells_follow_table_schema" in ended(HELD, package)


def test_a_json_schema_accepts_what_conforms() -> None:
    """Values that conform pass, others do not."""
    holds = conforms_to({"properties": {"a": {"pattern": "^x", "minLength": 2}, "b": {"uniqueItems": True}}})
    assert holds({"a": "xy", "b": [1, 2]})
    assert not holds({"a": "yx"})
    assert not holds({"b": [{"c": 1}, {"c": 1}]})
    with pytest.raises(PatternError, match="patternProperties"):
        conforms_to({"patternProperties": {"a": {}}})


atoms = st.sampled_from(["a", "b", "[ab]", "[^a]", r"\d", r"\w", ".", r"\.", "é", "北", r"[\d\-]", "(ab|a)", "(a|b|1)"])
patterns = st.lists(st.tuples(atoms, st.sampled_from(["", "", "*", "+", "?", "{2}", "{1,3}"])), max_size=5).map(
    lambda parts: "".join(atom + often for atom, often in parts)
)


@given(pattern=patterns, text=st.text("ab1.é北-_ ", max_size=12))
def test_a_pattern_accepts_what_python_accepts(pattern: str, text: str) -> None:
    """Whichever engine matches a pattern, the result is that of Python's expressions."""
    assert bool(compile_pattern(pattern).fullmatch(text)) == bool(re.fullmatch(pattern, text))


@given(st.text(max_size=20))
def test_any_pattern_is_compiled_or_refused(pattern: str) -> None:
    """No pattern fails in another way than as one that cannot be evaluated."""
    with suppress(PatternError):
        compile_pattern(pattern).fullmatch("a")
