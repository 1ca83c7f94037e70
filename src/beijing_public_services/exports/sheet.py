"""Tables of values, with a meaning and a kind for each column: what every format is written from."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from beijing_public_services._record import Record
from beijing_public_services.datapackage.cells import UnfitError
from beijing_public_services.datapackage.cells import number as plain_decimal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beijing_public_services.datapackage.package import DataPackage

Kind = Literal["text", "label", "number", "whole", "flag", "date"]
Cell = str | int | float | bool | None
Type = TypeVar("Type")

KINDS: dict[object, Kind] = {"integer": "number", "number": "number", "boolean": "flag"}
WHOLE = 2**53  # up to here every whole number is a float


class Column(Record):
    """A column. `kind` is the type of its cells, `meaning` a sentence or two in English.

    A `label` is a text that many rows share, a `date` a day as text in ISO form. No cell of a `filled` column is empty.
    """

    name: str
    kind: Kind
    meaning: str
    filled: bool = False


class Sheet(Record):
    """A table of values; None stands for an empty cell.

    `key` names the columns that identify a row. Each of `references` is a group of columns, the sheet that they refer
    to, and the columns there.
    """

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    key: tuple[str, ...] = ()
    references: tuple[tuple[tuple[str, ...], str, tuple[str, ...]], ...] = ()

    def as_dicts(self) -> Iterator[dict[str, Cell]]:
        """Yield each row as a dict by column name."""
        names = [column.name for column in self.columns]
        for row in self.rows:
            yield dict(zip(names, row, strict=True))


def resource_sheets(package: DataPackage) -> Iterator[Sheet]:
    """Yield each resource of a package, with the types, meanings and keys that its descriptor gives."""
    tables = package.tables
    resources = {get(each, "name", str): each for each in objects(tables.descriptor, "resources")}
    for name, table in tables.by_name.items():
        schema = get(resources.get(name, {}), "schema", dict)
        described = {get(field, "name", str): field for field in objects(schema, "fields")}
        columns = tuple(
            Column(
                name=column,
                kind=KINDS.get(get(described.get(column, {}), "type", str), "text"),
                meaning=get(described.get(column, {}), "description", str),
            )
            for column in table.columns
        )
        yield Sheet(
            name=name,
            columns=columns,
            rows=tuple(tuple(cell(row[column.name], column.kind) for column in columns) for row in table.rows),
            key=_names(get(schema, "primaryKey", object)),
            references=tuple(_references(name, schema)),
        )


def cell(text: str, kind: Kind) -> Cell:
    """Return the value of a cell: None if it is empty, the text itself if it is not exactly a value of that kind."""
    if not text:
        return None
    if kind == "flag":
        return {"true": True, "false": False}.get(text, text)
    if kind == "number":
        try:
            return as_number(plain_decimal(text), text)
        except (UnfitError, ValueError, OverflowError):
            return text
    return text


def as_number(value: float, digits: str) -> int | float:
    """Convert digits to a number that every format can represent exactly.

    Raises:
        ValueError: no float is exactly that number.
        OverflowError: the number is too large for a float.
    """
    if isinstance(value, int) and abs(value) <= WHOLE:
        return value
    if Decimal(repr(float(value))) != Decimal(digits):
        raise ValueError(f"no float is {digits}")
    return float(value)


def get(described: dict[str, Any], name: str, type_: type[Type]) -> Type:
    """Return the descriptor's value for `name`, or an empty value if it has the wrong type."""
    value = described.get(name)
    return value if isinstance(value, type_) else type_()


def objects(described: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """Return the objects in a list of the descriptor."""
    return [each for each in get(described, name, list) if isinstance(each, dict)]


def _names(value: object) -> tuple[str, ...]:
    """The column names in a descriptor; a single name may stand without a list."""
    return (value,) if isinstance(value, str) else tuple(map(str, value)) if isinstance(value, list) else ()


def _references(name: str, schema: dict[str, Any]) -> Iterator[tuple[tuple[str, ...], str, tuple[str, ...]]]:
    for key in objects(schema, "foreignKeys"):
        reference = get(key, "reference", dict)
        yield _names(key.get("fields")), get(reference, "resource", str) or name, _names(reference.get("fields"))
