"""The grammar of unit definitions and unit expressions: a subset of pint's, in which every number is small."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from beijing_public_services.errors import UnitConflictError

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_DEFINITIONS = 2000
LONGEST = 300  # characters of a definition or an expression
MOST_FACTORS = 12
DEEPEST = 40  # units that are defined by one another
HIGHEST_POWER = 60  # of a base unit, in all
NAME = r"(?:[^\W\d]\w*|%)"
NUMBER = r"\d{1,24}(?:\.\d{0,24})?(?:[eE][+-]?\d{1,2})?"
POWER = r"(?:\s*\*\*\s*-?\d)?"  # one small exponent: 9**9**9 would keep pint busy for ever
EXPRESSION = re.compile(rf"\s*{NAME}{POWER}(?:\s*[*/]\s*{NAME}{POWER}){{0,{MOST_FACTORS - 1}}}\s*")
FACTOR = re.compile(rf"\s*([*/]?)\s*(?:({NAME})|{NUMBER})(?:\s*\*\*\s*(-?\d))?\s*")
NAMES = r"(?:\s*=\s*[^\s=@#\[\];,*/+-][^\s=@#\[\];,*/+-]*)*"  # symbol and aliases; pint refuses what it cannot take
WORD = re.compile(r"[^\s=@#\[\];,*/+-][^\s=@#\[\];,*/+-]*")
BASE = re.compile(rf"\s*{NAME}\s*=\s*\[\w+\]{NAMES}\s*")
PREFIX = re.compile(rf"\s*\w+-\s*=\s*{NUMBER}(?:\s*=\s*(?:\w+-|_))*\s*")
ALIAS = re.compile(rf"\s*@alias\s+{NAME}(?:\s*=\s*{NAME})+\s*")
UNIT = re.compile(rf"\s*{NAME}\s*=[^=]*{NAMES}\s*")
EXPECTED = (
    "'unit = [dimension]', 'unit = 1000 * other ** 2 / third', 'prefix- = 1000' or '@alias unit = name', with names "
    f"after '=', at most {LONGEST} characters, {MOST_FACTORS} factors and exponents of one digit"
)


def is_expression(text: str) -> bool:
    """Return whether a text has the form of a unit: names and small powers, multiplied or divided."""
    return len(text) <= LONGEST and EXPRESSION.fullmatch(text) is not None


def require_definitions(definitions: Iterable[str]) -> None:
    """Check that definitions are written in the grammar, and that what follows from them stays small.

    Raises:
        UnitConflictError: there are too many, one is not written in the grammar, or units are defined by one another
            in too long a chain or to too high a power.
    """
    lines = list(definitions)
    if len(lines) > MOST_DEFINITIONS:
        raise UnitConflictError(f"found {len(lines):,} unit definitions, expected at most {MOST_DEFINITIONS:,}")
    meanings: dict[str, list[tuple[str, int]]] = {}
    for line in lines:
        meanings.update(_meaning(line))
    measured: dict[str, tuple[int, int]] = {}
    for name in meanings:
        depth, power = _measured(name, meanings, measured)
        if depth > DEEPEST or power > HIGHEST_POWER:
            found = f"a chain of {DEEPEST} or more definitions" if depth > DEEPEST else f"the power {power} of a unit"
            raise UnitConflictError(
                f"found {found} behind {name!r:.60}, expected at most {DEEPEST} definitions and a power of at most "
                f"{HIGHEST_POWER}"
            )


def _meaning(line: str) -> dict[str, list[tuple[str, int]]]:
    """Return the names that a definition gives, each with the names and powers of the units it is made of."""
    if len(line) <= LONGEST:
        first, *others = (part.strip() for part in line.split("="))
        names = [name for name in others if name not in ("_", "%")]
        if BASE.fullmatch(line) or PREFIX.fullmatch(line):
            return {name: [] for name in (first, *names[1:])}
        if ALIAS.fullmatch(line):
            return {name: [(first.split()[1], 1)] for name in names}
        if UNIT.fullmatch(line) and (factors := _factors(others[0])) is not None:
            return {**{name: [(first, 1)] for name in names[1:]}, first: factors}
    wrong = next((name for name in line.split("=")[2:] if not WORD.fullmatch(name.strip())), "")
    if wrong and len(line) <= LONGEST:
        found = f"the name {wrong.strip()!r} in the unit definition {line!r:.100}"
        raise UnitConflictError(f"found {found}, expected names without spaces, signs or digits in front")
    raise UnitConflictError(f"found the unit definition {line!r:.100}, expected {EXPECTED}")


def _factors(text: str) -> list[tuple[str, int]] | None:
    """Return the names in a product with their powers; None if the text is not a product or is too long."""
    found, at, count = [], 0, 0
    while at < len(text):
        factor = FACTOR.match(text, at)
        if factor is None or bool(factor[1]) != bool(count) or count == MOST_FACTORS:
            return None
        if factor[2]:
            found.append((factor[2], abs(int(factor[3] or 1))))
        at, count = factor.end(), count + 1
    return found if count else None


def _measured(
    name: str, meanings: dict[str, list[tuple[str, int]]], known: dict[str, tuple[int, int]]
) -> tuple[int, int]:
    """Return how many definitions deep a unit is, and the highest power of a base unit that it can hold.

    A circle, which pint refuses, counts as too deep.
    """
    waiting = [name]
    while waiting:
        here = waiting[-1]
        known.setdefault(here, (DEEPEST + 1, 1))  # until its parts are known
        parts = [(_without_prefix(part, meanings), power) for part, power in meanings.get(here, ())]
        if len(waiting) > DEEPEST + 1:
            return known[here]
        if missing := next((part for part, _ in parts if part not in known), None):
            waiting.append(missing)
            continue
        depth = max((known[part][0] for part, _ in parts), default=0) + 1
        known[here] = depth, max(1, sum(known[part][1] * power for part, power in parts))
        waiting.pop()
    return known[name]


def _without_prefix(name: str, meanings: dict[str, list[tuple[str, int]]]) -> str:
    """Return the defined unit in a name that may begin with a prefix; the name itself if there is none."""
    if name in meanings:
        return name
    return next(
        (name[at:] for at in range(1, len(name)) if f"{name[:at]}-" in meanings and name[at:] in meanings), name
    )
