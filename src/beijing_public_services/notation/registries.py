"""The private pint registry of a vocabulary: built once, and rebuilt where a pickled quantity of it arrives."""

from __future__ import annotations

import math
import re
from os import getpid
from threading import Lock
from typing import TYPE_CHECKING, Any
from weakref import WeakValueDictionary

import pint
from pint.errors import is_valid_unit_alias
from pint.facets.plain import ScaleConverter, UnitDefinition

from beijing_public_services._generated.unit_definitions import DEFINITIONS
from beijing_public_services.errors import UnitConflictError
from beijing_public_services.notation.unit_grammar import require_definitions

if TYPE_CHECKING:
    from pint import UnitRegistry

    from beijing_public_services.notation.vocabulary import Definitions

LOCKS: dict[int, Lock] = {}  # one for each process: a lock that is held while the process forks stays locked
BUILT: WeakValueDictionary[Definitions, UnitRegistry[Any]] = (
    WeakValueDictionary()
)  # as long as anything is in its units
LATEST: list[UnitRegistry[Any]] = []  # the registries asked for last, which are kept
MOST_KEPT = 8
BASE = re.compile(r"[^\W\d]\w* = \[\w+\](?: = \w+)*")


def _registry(definitions: Definitions) -> UnitRegistry[Any]:
    nothing: Any = None  # pint's way to start from no definitions; its annotation knows only file names
    registry: UnitRegistry[Any] = pint.UnitRegistry(nothing, case_sensitive=True, on_redefinition="raise")
    lines = [without_words(line) for line in definitions]
    texts = [line for line in lines if not _is_base(line)]
    for line in lines:
        if _is_base(line):
            registry.define(_base(line))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    registry.load_definitions(texts)
    registry.formatter.default_format = "~P"
    _let_travel(registry, None if definitions == DEFINITIONS else definitions)
    for name in () if definitions == DEFINITIONS else list(registry):
        factor: Any = registry.get_root_units(registry.UnitsContainer({name: 1}))[0]  # its parts are defined too
        if not 0 < float(factor) < math.inf:
            raise ValueError(f"{name!r} is {factor:g} of its base units")
    return registry


def without_words(line: str) -> str:
    """Return a definition without the aliases that pint takes for no name, such as `US$`; `vocabulary` knows them too.

    No expression can hold them, but from version 0.26 on pint would refuse the whole definition.
    """
    head, *others = line.split("=")
    if len(others) < 3 or head.startswith("@") or head.rstrip().endswith("-"):
        return line
    aliases = [word for word in others[2:] if word.strip().isidentifier() or is_valid_unit_alias(word.strip())]
    return "=".join([head, *others[:2], *aliases])


def _is_base(line: str) -> bool:
    """Return whether a definition gives a unit a dimension of its own, as counted nouns have: `park = [bps_park]`."""
    return bool(BASE.fullmatch(line))


def _base(line: str) -> UnitDefinition:
    """Return such a definition without pint's parser, which would take most of the time of the first quantity."""
    name, dimension, *others = (part.strip() for part in line.split("="))
    symbol = others[0] if others and others[0] != "_" else None
    return UnitDefinition(name, symbol, tuple(others[1:]), ScaleConverter(1), pint.util.UnitsContainer({dimension: 1}))


def registry(definitions: Definitions | None = None) -> UnitRegistry[Any]:
    """Return the registry of these definitions alone, by default the bundled ones. It is built once, by one thread.

    Raises:
        UnitConflictError: a definition is not written in the grammar of `unit_grammar`, or they contradict one another.
    """
    wanted = DEFINITIONS if definitions is None else definitions
    with LOCKS.setdefault(getpid(), Lock()):
        built = BUILT.get(wanted)
        if built is None:
            built = BUILT[wanted] = _built(wanted)
        if not LATEST or LATEST[-1] is not built:
            LATEST[:] = [*[each for each in LATEST if each is not built][1 - MOST_KEPT :], built]
        return built


def _built(definitions: Definitions) -> UnitRegistry[Any]:
    if definitions != DEFINITIONS:
        require_definitions(definitions)
    try:
        return _registry(definitions)
    except (pint.PintError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        raise UnitConflictError(
            f"found unit definitions that pint cannot load ({error!s:.300}), expected pint's definition syntax"
        ) from error


def _let_travel(units: UnitRegistry[Any], definitions: Definitions | None) -> None:
    """Let quantities and units be pickled: pint would have them arrive in the registry of the application.

    That registry does not know our units, and what arrives there does not add to ours.
    """

    def reduce_quantity(quantity: Any) -> tuple[Any, ...]:
        return _arrived, (definitions, dict(quantity.unit_items()), quantity.magnitude)

    def reduce_unit(unit: Any) -> tuple[Any, ...]:
        return _arrived, (definitions, dict(unit._units))

    for kind, reduce in ((units.Quantity, reduce_quantity), (units.Unit, reduce_unit)):
        changed: Any = kind
        changed.__reduce__ = reduce


def _arrived(definitions: Definitions | None, powers: dict[str, Any], magnitude: Any = None) -> Any:
    """Return a quantity, or a unit if there is no magnitude, in the registry of these definitions."""
    units = registry(definitions)
    container = units.UnitsContainer(powers)
    return units.Unit(container) if magnitude is None else units.Quantity(magnitude, container)
