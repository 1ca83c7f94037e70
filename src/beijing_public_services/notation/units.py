"""Quantities in the units of a vocabulary, how units relate, and how to add them to a registry of yours."""

from __future__ import annotations

import math
import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

import pint

from beijing_public_services._generated.unit_definitions import DEFINITIONS
from beijing_public_services.errors import UnitConflictError, UnknownUnitError
from beijing_public_services.notation.registries import registry as registry
from beijing_public_services.notation.registries import without_words
from beijing_public_services.notation.unit_grammar import NAME, is_expression

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pint import UnitRegistry
    from pint.facets.plain import PlainQuantity

    from beijing_public_services.notation.vocabulary import Definitions

PARSED: WeakKeyDictionary[UnitRegistry[Any], dict[str, Any]] = (
    WeakKeyDictionary()
)  # unit containers by expression, since a unit would keep its registry alive
METRE = "meter"
CALENDAR = "calendar_"
MEMO = 1024  # results of unit algebra that are kept


def quantity(value: float, expression: str, definitions: Definitions | None = None) -> PlainQuantity[float]:
    """Return a new quantity of `value` in a unit: an id, a Chinese name, or a product or quotient of these.

    Raises:
        UnknownUnitError: If the vocabulary does not define the unit.
    """
    return _in(registry(definitions), value, expression)


def quantity_in(
    target: UnitRegistry[Any], value: float, expression: str, definitions: Definitions | None = None
) -> PlainQuantity[float]:
    """Return the same quantity in a registry of yours, after adding our units to it with `register_units`."""
    register_units(target, definitions)
    return _in(target, value, expression)


def same_unit(first: str, second: str, definitions: Definitions | None = None) -> bool:
    """Return whether two expressions mean the same unit, equal in dimension and factor.

    Raises:
        UnknownUnitError: If the vocabulary does not define one of them.
    """
    units = registry(definitions)
    return _meaning(units, first) == _meaning(units, second)


@lru_cache(MEMO)
def ratio(first: str, second: str, definitions: Definitions | None = None) -> Decimal | None:
    """Return how many of the second unit one of the first is, to twelve digits; None if they do not convert.

    Raises:
        UnknownUnitError: If the vocabulary does not define one of them.
    """
    units = registry(definitions)
    (factor, root), (other, other_root) = _meaning(units, first), _meaning(units, second)
    return Decimal(f"{factor / other:.12g}").normalize() if root == other_root else None


def counts_in(word: str, unit: str, definitions: Definitions | None = None) -> bool:
    """Return whether a unit counts calendar periods, and the word is their length: 8 years are 8 calendar years.

    Raises:
        UnknownUnitError: If the vocabulary does not define the word.
    """
    return unit.startswith(CALENDAR) and same_unit(word, unit.removeprefix(CALENDAR), definitions)


@lru_cache(MEMO)
def numerator(expression: str, definitions: Definitions | None = None) -> str:
    """Return a unit without what it is divided by: yuan for yuan per month."""
    unit = _parsed(registry(definitions), expression)
    return " * ".join(f"{name} ** {power}" for name, power in unit.items() if power > 0)


def register_units(target: UnitRegistry[Any], definitions: tuple[str, ...] | None = None) -> None:
    """Add our units, prefixes and Chinese names to a pint registry of yours.

    Units that it already has with the same meaning stay. Calling it again changes nothing.

    Args:
        target: the registry to add to.
        definitions: the `unit_registry` of a package; that of the bundled package by default.

    Raises:
        UnitConflictError: the registry means something else by one of the names. Nothing is added.

    >>> registry = pint.UnitRegistry()
    >>> register_units(registry)
    >>> registry.Quantity(3, "亿元").to("yuan").magnitude
    300000000.0
    """
    ours = registry(definitions)
    additions = []
    for line in DEFINITIONS if definitions is None else definitions:
        head, meaning, names = read_definition(line)
        known = [name for name in names if _is_defined(target, name)]
        for name in known:
            if not _agree(ours, target, name):
                factor: Any = target.get_root_units(name)[0]
                kind = {**target.get_dimensionality(name)}  # pint cannot format a unit with powers that are fractions
                raise UnitConflictError(
                    f"found {name.removesuffix(METRE) or name!r} in the registry as {float(factor):g} base units of "
                    f"{' '.join(map(str, kind)) or 'no dimension'}, expected {line!r}"
                )
        missing = [name for name in names if name not in known]
        if not known:
            additions.append(without_words(line))
        elif head.endswith("-"):
            additions += [f"{name.removesuffix(METRE)}- = {meaning}" for name in missing]
        else:
            # m² is no alias in pint 0.26, and is read as m ** 2 anyway
            additions += [f"@alias {known[0]} = {name}" for name in missing if name.isidentifier()]
    target.load_definitions(additions)


def _in(units: UnitRegistry[Any], value: float, expression: str) -> PlainQuantity[float]:
    number: Any = value if units.non_int_type is float else units.non_int_type(repr(value))
    return units.Quantity(number, _parsed(units, expression))


def _parsed(units: UnitRegistry[Any], expression: str) -> Any:
    """Return the units of an expression and their powers, which are read once in each registry."""
    parsed = PARSED.setdefault(units, {})
    if expression not in parsed:
        parsed[expression] = _parse(units, expression)
    return parsed[expression]


def _parse(units: UnitRegistry[Any], expression: str) -> Any:
    names = re.findall(NAME, expression) if is_expression(expression) else []
    try:
        if names and all(name in ("%", "dimensionless") or units.parse_unit_name(name) for name in names):
            return units.parse_units(expression)._units
    except (pint.PintError, ArithmeticError, ValueError):
        pass
    raise UnknownUnitError(expression, list(units))


def _meaning(units: UnitRegistry[Any], expression: str) -> tuple[float, object]:
    parsed = _parsed(units, expression)
    try:
        factor, root = units.get_root_units(parsed)
        if 0 < (rounded := float(f"{factor:.12g}")) < math.inf:
            return rounded, root
    except ArithmeticError:
        pass
    raise UnknownUnitError(expression)


def read_definition(line: str) -> tuple[str, str, list[str]]:
    """Return what a definition defines, its meaning, and the names it gives.

    A prefix is returned joined to the metre, since a prefix alone is not the name of a unit.
    """
    head, meaning, *others = (part.strip() for part in line.split("="))
    if head.startswith("@alias"):
        return head.removeprefix("@alias").strip(), "", [meaning, *others]
    names = [name for name in (head, *others) if name not in ("_", "%")]  # no symbol; pint's own sign for percent
    if head.endswith("-"):
        names = [name.removesuffix("-") + METRE for name in names]
    return head, meaning, names


def _is_defined(units: UnitRegistry[Any], name: str) -> bool:
    """Return whether the registry has exactly this name; `mu` read as milli-u does not count."""
    parses: Iterable[tuple[str, str, str]] = units.parse_unit_name(name)
    return any(not prefix or name.endswith(METRE) for prefix, _, suffix in parses if not suffix)


def _agree(ours: UnitRegistry[Any], theirs: UnitRegistry[Any], name: str) -> bool:
    if ours.get_dimensionality(name) != theirs.get_dimensionality(name):
        return False
    mine: Any = ours.get_root_units(name)[0]
    yours: Any = theirs.get_root_units(name)[0]
    return math.isclose(float(mine), float(yours), rel_tol=1e-9)
