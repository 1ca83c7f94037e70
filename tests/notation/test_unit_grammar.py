"""Laws of the grammar of units: what a package writes there cannot keep pint busy, nor make it read a file."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.ending import ended

from beijing_public_services._generated.unit_definitions import DEFINITIONS
from beijing_public_services.errors import UnitConflictError
from beijing_public_services.notation.unit_grammar import is_expression, require_definitions
from beijing_public_services.notation.units import registry

HOSTILE = {
    "towers of powers": ["foo = 9**9**9 * meter"],
    "a power of a power in brackets": ["foo = 2**(2**30) * meter"],
    "a long product": ["foo = " + "*".join("1" * 20_000) + " * meter"],
    "a long number": [f"foo = {'9' * 5000} * meter"],
    "a large exponent": ["foo = 1e9999 * meter"],
    "powers of powers, line by line": [
        "a0 = [x]",
        *(f"a{number} = 10 * a{number - 1} ** 9" for number in range(1, 12)),
    ],
    "a chain": ["a0 = [x]", *(f"a{number} = 2 * a{number - 1}" for number in range(1, 1900))],
    "a chain backwards": [*(f"a{number} = 2 * a{number + 1}" for number in range(1900)), "a1900 = [x]"],
    "a circle": ["a = 2 * b", "b = 2 * a"],
    "many definitions": [f"a{number} = [x{number}]" for number in range(20_000)],
    "many names": ["a = [x]" + " = b" * 20_000],
    "no unit at all": ["meter = [length]", "foo = 0 * meter"],
    "endless": ["meter = [length]", "foo = 1e99*1e99*1e99*1e99 * meter"],
    "another file": ["@import /etc/passwd"],
    "a group": ["@group imperial"],
    "code": ["foo = __import__('os') * meter"],
}
ENDS = """
import json, sys
from beijing_public_services.errors import UnitConflictError
from beijing_public_services.notation.units import registry
for lines in json.load(sys.stdin):
    try:
        registry(tuple(lines))
    except UnitConflictError as error:
        print(len(str(error)))
"""
EXPRESSIONS_END = """
from beijing_public_services.errors import UnknownUnitError
from beijing_public_services.notation.units import same_unit
for text in ("meter" + "*meter" * 10_000, "meter**9" * 3, "km**99", "9**9**9", "*".join(["km**9"] * 12)):
    try:
        same_unit(text, "meter")
    except UnknownUnitError:
        print("refused")
"""


def test_hostile_definitions_are_refused_at_once() -> None:
    """Definitions that would keep pint busy, or have it read a file, are refused with a short message."""
    lengths = [int(line) for line in ended(ENDS, given=json.dumps(list(HOSTILE.values()))).splitlines()]
    assert len(lengths) == len(HOSTILE)
    assert max(lengths) < 700


def test_hostile_expressions_are_refused_at_once() -> None:
    """A long product, a high power and a result that is no number are no unit."""
    assert ended(EXPRESSIONS_END).split() == ["refused"] * 5


def test_the_bundled_definitions_are_written_in_the_grammar() -> None:
    """The definitions that are not checked at each use pass the check."""
    require_definitions(DEFINITIONS)


@pytest.mark.parametrize(
    "line",
    ["a = [x]", "a = [x] = _ = b", "k- = 1000", "µ- = 1e-6 = u-", "b = 2 * m", "b = m ** 2 / 3", "b = 3", "b = m",
     "b = 2000 / 3 * m ** 2 = _ = 亩", "@alias m = metre = 米", "b = 1.5e3 * m ** -1", "b=m/k_m"],
)  # fmt: skip
def test_honest_definitions_are_accepted(line: str) -> None:
    """Each form of a definition may be written with its names, factors and small powers."""
    require_definitions(["m = [length]", line])


@given(st.text("ab=[]*/ 19e.-_%@²", max_size=12))
def test_any_definition_is_built_or_refused(line: str) -> None:
    """No text fails in another way than as definitions in conflict."""
    try:
        registry(("ab = [x]", line))
    except UnitConflictError:
        return
    require_definitions(["ab = [x]", line])


@pytest.mark.parametrize("text", ["m", "m / s", "m ** 2 / person", "% ", "微克/立方米", "m**-1"])
def test_expressions_have_names_and_small_powers(text: str) -> None:
    """A unit is written with names, one multiplied or divided by another, each to a power of one digit."""
    assert is_expression(text)
    assert not is_expression(f"{text} ** 10")
