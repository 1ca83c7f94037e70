"""The closed vocabulary of units as a private pint registry, and the way into yours; the only user of pint."""

from __future__ import annotations

import math
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING, Any

import pint

from beijing_public_services.errors import UnitConflictError, UnknownUnitError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pint import UnitRegistry
    from pint.facets.plain import PlainQuantity

Definitions = tuple[str, ...]
BUILDING = Lock()


@cache
def bundled_definitions() -> Definitions:
    """The pint definitions of the bundled data package, from the `unit_registry` of its descriptor."""
    import json

    from beijing_public_services._location import DESCRIPTOR, bundled_bytes

    return tuple(json.loads(bundled_bytes(DESCRIPTOR))["unit_registry"])


@cache
def _registry(definitions: Definitions) -> UnitRegistry[Any]:
    nothing: Any = None  # pint's way to start from no definitions; its annotation knows only file names
    registry: UnitRegistry[Any] = pint.UnitRegistry(nothing, case_sensitive=True)
    registry.load_definitions(definitions)
    registry.formatter.default_format = "~P"
    return registry


def registry(definitions: Definitions | None = None) -> UnitRegistry[Any]:
    """The registry of these definitions and nothing else, by default the bundled ones; built once, by one thread.

    Raises `UnitConflictError` where the definitions contradict themselves or are not pint's.
    """
    with BUILDING:
        try:
            return _registry(bundled_definitions() if definitions is None else definitions)
        except (pint.PintError, ValueError, TypeError) as error:
            raise UnitConflictError(
                f"found unit definitions that pint cannot load ({error}), expected pint's definition syntax"
            ) from error


def quantity(value: float, expression: str, definitions: Definitions | None = None) -> PlainQuantity[float]:
    """A new quantity of `value` in the unit that `expression` writes: an id, a Chinese name, or a product of such.

    Raises `UnknownUnitError` for what the vocabulary does not define.
    """
    return _in(registry(definitions), value, expression)


def quantity_in(
    target: UnitRegistry[Any], value: float, expression: str, definitions: Definitions | None = None
) -> PlainQuantity[float]:
    """The same in a registry of yours, where our units are registered first; raises as the two functions do."""
    register_units(target, definitions)
    return _in(target, value, expression)


def same_unit(first: str, second: str, definitions: Definitions | None = None) -> bool:
    """Whether two expressions write the same unit, equal in dimension and factor; `UnknownUnitError` if unknown."""
    units = registry(definitions)
    return _meaning(units, first) == _meaning(units, second)


def numerator(expression: str, definitions: Definitions | None = None) -> str:
    """The unit without what it is divided by: of yuan per month, yuan."""
    unit = _parsed(registry(definitions), expression)
    return " * ".join(f"{name} ** {power}" for name, power in unit._units.items() if power > 0)


def register_units(target: UnitRegistry[Any], definitions: Definitions | None = None) -> None:
    """Add our units, prefixes and Chinese names to a registry of yours; what it has with the same meaning stays.

    Calling it again changes nothing. Raises `UnitConflictError`, and adds nothing, where the registry means something
    else by one of the names.

    >>> registry = pint.UnitRegistry()
    >>> register_units(registry)
    >>> registry.Quantity(3, "亿元").to("yuan").magnitude
    300000000.0
    """
    ours = registry(definitions)
    missing = []
    for line in bundled_definitions() if definitions is None else definitions:
        names = _names(line)
        known = [name for name in names if _is_defined(target, name)]
        for name in known:
            if not _agree(ours, target, name):
                found = f"{target.get_root_units(name)[0]:.6g} {target.get_root_units(name)[1]}"
                raise UnitConflictError(
                    f"found {name.removesuffix('meter')!r} in the registry as {found}, expected {line!r}"
                )
        missing += _rest_of(line, [name for name in names if name not in known])
    target.load_definitions(missing)


def _in(units: UnitRegistry[Any], value: float, expression: str) -> PlainQuantity[float]:
    return units.Quantity(value, _parsed(units, expression))


def _parsed(units: UnitRegistry[Any], expression: str) -> Any:
    from tokenize import TokenError

    try:
        return units.parse_units(expression)
    except (pint.PintError, ValueError, TypeError, AttributeError, TokenError) as error:
        raise UnknownUnitError(expression, dir(units)) from error


def _meaning(units: UnitRegistry[Any], expression: str) -> tuple[float, object]:
    factor, root = units.get_root_units(_parsed(units, expression))
    return float(f"{factor:.12g}"), root


def _names(line: str) -> list[str]:
    """The names that a definition gives; of a prefix joined to the metre, since a prefix alone is no name."""
    first, _, *others = (part.strip() for part in line.removeprefix("@alias").split("="))
    if line.startswith("@alias"):
        return [part.strip() for part in line.split("=")[1:]]
    if first.endswith("-"):
        return [f"{name.removesuffix('-')}meter" for name in (first, *others)]
    return [first]


def _rest_of(line: str, missing: list[str]) -> list[str]:
    """The definitions that add the missing names of one."""
    head, meaning = (part.strip() for part in line.split("=")[:2])
    if head.startswith("@alias"):
        return [f"{head} = {name}" for name in missing]
    if head.endswith("-"):
        return [f"{name.removesuffix('meter')}- = {meaning}" for name in missing]
    return [line] if missing else []


def _is_defined(units: UnitRegistry[Any], name: str) -> bool:
    """Whether the registry has exactly this name; `mu` read as a milli-atomic-mass-unit does not count."""
    parses: Iterable[tuple[str, str, str]] = units.parse_unit_name(name)
    return any(not prefix or name.endswith("meter") for prefix, _, suffix in parses if not suffix)


def _agree(ours: UnitRegistry[Any], theirs: UnitRegistry[Any], name: str) -> bool:
    if ours.get_dimensionality(name) != theirs.get_dimensionality(name):
        return False
    mine, yours = (units.Quantity(1.0, name).to_root_units().magnitude for units in (ours, theirs))
    return math.isclose(mine, yours, rel_tol=1e-9)
