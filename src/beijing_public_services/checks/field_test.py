"""The test of a field, compiled once: whether a cell has the form of its type and keeps the constraints."""

from __future__ import annotations

import re
from datetime import UTC, time
from typing import TYPE_CHECKING, Any

from beijing_public_services.checks.field_types import form_of, type_of, value_reader
from beijing_public_services.checks.json_schemas import conforms_to
from beijing_public_services.checks.lexical import text
from beijing_public_services.checks.patterns import PatternError, compile_pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from beijing_public_services.checks.lexical import Field
    from beijing_public_services.checks.patterns import Matcher

UNREADABLE = (ValueError, TypeError, ArithmeticError, RecursionError, AttributeError)
QUICK = {
    "integer": re.compile(r"[+-]?\d{1,1000}", re.ASCII),
    "number": re.compile(r"[+-]?\d{1,1000}(\.\d{0,1000})?([eE][+-]?\d{1,4})?", re.ASCII),
    "year": re.compile(r"\d{4}", re.ASCII),
}
QUICK_TEXT = {
    "uri": re.compile(
        r"https?://[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?(:\d{1,4})?"
        r"(/([A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*)?([?#]([A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})*)?"
    ),
    "email": re.compile(r"[A-Za-z0-9]{1,40}([._+-][A-Za-z0-9]{1,20})?@([A-Za-z0-9]{1,40}\.){1,3}[a-z]{2,6}"),
}  # plain forms, each of which frictionless accepts
MODIFIERS = ("decimalChar", "groupChar", "bareNumber")
BOUNDS: dict[str, Callable[[Any, Any], bool]] = {
    "minimum": lambda value, bound: value >= bound,
    "maximum": lambda value, bound: value <= bound,
    "exclusiveMinimum": lambda value, bound: value > bound,
    "exclusiveMaximum": lambda value, bound: value < bound,
}


class CellError(ValueError):
    """Raised for a cell that fails the test; `kind` is `type`, or the constraint that it does not keep."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        super().__init__(kind)


class FieldTest:
    """What a cell of one field must be.

    Attributes:
        missing: the texts that stand for no value.
        read: from a cell to its value; None if the type is not known, so that no value can be tested.
        problems: constraints that cannot be evaluated, with the reason.
    """

    def __init__(self, field: Field, missing: frozenset[str]) -> None:
        given = field.get("constraints")
        constraints = given if isinstance(given, dict) else {}
        self.name = str(field.get("name", ""))
        self.field = field
        self.missing = missing
        self.read = value_reader(field)
        self.problems: dict[str, str] = {}
        self.required = constraints.get("required") is True
        self.checks: list[tuple[str, Callable[[Any], bool]]] = []
        self.allowed: frozenset[str] | None = None
        self.pattern: Matcher | None = None
        for name, value in constraints.items():
            self._add(name, value)
        self.is_text = self.read is text
        self.quick = self._quick()

    def _add(self, name: str, value: Any) -> None:
        try:
            if check := self._check(name, value):
                self.checks.append((name, check))
        except PatternError as error:
            self.problems[name] = f"{value!r:.80} ({error})"
        except UNREADABLE as error:
            self.problems[name] = f"{value!r:.80} ({type(error).__name__})"

    def _check(self, name: str, value: Any) -> Callable[[Any], bool] | None:
        if name in BOUNDS and self.read is not None:
            bound, holds = comparable(self.read(value)), BOUNDS[name]
            return lambda found: holds(comparable(found), bound)
        if name == "minLength" and type(value) is int:
            return lambda found: len(found) >= value
        if name == "maxLength" and type(value) is int:
            return lambda found: len(found) <= value
        if name == "pattern" and isinstance(value, str):
            self.pattern = compile_pattern(value)
            matches = self.pattern.fullmatch
            return lambda found: not isinstance(found, str) or matches(found) is not None
        if name == "enum" and isinstance(value, list) and self.read is not None:
            return self._is_one_of(value, self.read)
        if name == "jsonSchema" and isinstance(value, dict):
            return conforms_to(value)
        return None

    def _is_one_of(self, values: list[Any], read: Callable[[Any], Any]) -> Callable[[Any], bool]:
        known = set()
        for value in values:
            try:
                known.add(hashable(read(value)))
            except UNREADABLE:
                continue  # no value of the type, so that no cell can equal it
        self.allowed = frozenset(known)
        return lambda found: hashable(found) in known

    def _quick(self) -> Callable[[str], object] | None:
        """A test that proves most cells by one call; None if there is none."""
        kind = type_of(self.field)
        others = [name for name, _ in self.checks if name != "pattern"]
        if self.is_text and not others and self.pattern is not None:
            return self.pattern.fullmatch
        if kind == "string" and not self.checks and form_of(self.field) in QUICK_TEXT:
            return QUICK_TEXT[form_of(self.field)].fullmatch
        if kind in QUICK and not self.checks and not any(name in self.field for name in MODIFIERS):
            return QUICK[kind].fullmatch
        return None

    def is_missing(self, cell: Any) -> bool:
        """Return whether a cell has no value."""
        return cell is None or str(cell) in self.missing

    def value(self, cell: Any) -> Any:
        """Return the logical value of a cell, None without one. Raises `CellError` if the cell fails the test."""
        if self.is_missing(cell):
            if self.required:
                raise CellError("required")
            return None
        if self.read is None:
            return cell
        try:
            value = self.read(cell)
        except UNREADABLE:
            raise CellError("type") from None
        for name, check in self.checks:
            try:
                holds = check(value)
            except UNREADABLE:
                holds = False
            if not holds:
                raise CellError(name)
        return value

    def failing(self, cells: Collection[str]) -> dict[str, str]:
        """Return those of different texts that fail the test, each with the kind of failure."""
        if self.is_text and not self.checks:
            return {text: "required" for text in self.missing if text in cells} if self.required else {}
        distinct = set(cells)
        found = dict.fromkeys(distinct & self.missing, "required") if self.required else {}
        rest = distinct - self.missing
        if self.is_text and self.allowed is not None:
            rest -= self.allowed if len(self.checks) == 1 else set()
        if self.quick is not None:
            quick = self.quick
            rest = {cell for cell in rest if not quick(cell)}
        for cell in rest:
            try:
                self.value(cell)
            except CellError as error:
                found[cell] = error.kind
        return found


def hashable(value: Any) -> Any:
    """Return a value that is equal to another exactly when the logical values are, and can be a key."""
    if isinstance(value, dict):
        return frozenset((key, hashable(each)) for key, each in value.items())
    if isinstance(value, list | tuple):
        return tuple([hashable(each) for each in value])
    return value


def comparable(value: Any) -> Any:
    """Return a value that can be compared with others of its type; a time without a zone is taken for UTC."""
    if isinstance(value, time) and value.tzinfo is None:
        return value.replace(tzinfo=UTC)
    if value != value:
        raise ValueError  # not a number
    return value
