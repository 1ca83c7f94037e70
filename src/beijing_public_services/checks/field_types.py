"""The reader of a field's cells, by the type and format of the field."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from beijing_public_services.checks import lexical
from beijing_public_services.checks.frictionless_words import frictionless_reader

if TYPE_CHECKING:
    from collections.abc import Callable

    from beijing_public_services.checks.lexical import Field, Read

SIMPLE: dict[str, Read] = {
    "any": lambda cell: cell,
    "date": lexical.day,
    "time": lexical.time_of_day,
    "datetime": lexical.moment,
    "year": lexical.year,
    "yearmonth": lexical.year_and_month,
    "duration": lexical.duration,
}
MADE: dict[str, Callable[[Field], Read]] = {
    "number": lexical.number_reader,
    "integer": lexical.integer_reader,
    "boolean": lexical.boolean_reader,
    "object": lambda field: lexical.json_reader(dict),
    "array": lambda field: lexical.json_reader(list),
    "geopoint": lambda field: lexical.point_reader(form_of(field)),
    "list": lambda field: _list_reader(field),
}
PARTS: dict[str, Callable[[datetime], Any]] = {
    "date": datetime.date,
    "time": datetime.timetz,
    "datetime": lambda moment: moment if moment.tzinfo else moment.replace(tzinfo=UTC),
}
LEFT_TO_FRICTIONLESS = {("string", "email"), ("string", "uri"), ("string", "wkt"), ("geojson", "default")} | {
    (kind, "any") for kind in PARTS
}


def type_of(field: Field) -> str:
    """Return the type of a field; `any` without one."""
    return str(field.get("type", "any"))


def form_of(field: Field) -> str:
    """Return the format of a field, without the prefix that patterns had in earlier versions."""
    form = field.get("format", "default")
    return form.removeprefix("fmt:") if isinstance(form, str) else "default"


def value_reader(field: Field) -> Read | None:
    """Return the function from a cell to its logical value; None if the type is not known.

    The function raises a `ValueError` or `TypeError` for a cell that does not have the form of the type. What has many
    forms, such as an e-mail address, is left to frictionless.
    """
    kind, form = type_of(field), form_of(field)
    if form == "wkt" and find_spec("tatsu") is None:
        return None  # frictionless needs it
    if (kind, form) in LEFT_TO_FRICTIONLESS or kind == "geojson" or (kind == "array" and "arrayItem" in field):
        return frictionless_reader(field)
    if kind == "string":
        return lexical.binary if form == "binary" else lexical.uuid if form == "uuid" else lexical.text
    if kind in PARTS and form != "default":
        return _pattern_reader(kind, form)
    if kind in MADE:
        return MADE[kind](field)
    return SIMPLE.get(kind)


def _pattern_reader(kind: str, form: str) -> Read:
    part, typed = PARTS[kind], SIMPLE[kind]
    return lambda cell: part(datetime.strptime(cell, form)) if isinstance(cell, str) else typed(cell)


def _list_reader(field: Field) -> Read:
    item, delimiter = value_reader({"type": field.get("itemType", "string")}), field.get("delimiter", ",")

    def read(cell: Any) -> tuple[Any, ...]:
        parts = cell.split(delimiter) if isinstance(cell, str) else cell
        if not isinstance(parts, list | tuple) or item is None:
            raise lexical.NotOfTypeError
        return tuple([item(part) for part in parts])

    return read
