"""Whether the cells of a reviewed row fit the columns of its table: what a person may have mistyped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from beijing_public_services.datapackage.cells import UnfitError
from beijing_public_services.datapackage.contract import CONTRACT

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from beijing_public_services.datapackage.tables import Row

LONGEST = 2000  # characters of a cell that a person fills in
LONGEST_CODE = 300  # of a cell whose column has a pattern
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b\u202a-\u202e\u2066-\u2069\ufeff]")


def misfit(name: str, row: Row, descriptor: Mapping[str, Any]) -> str:
    """Return which cell of a row does not fit its column of a table, and what would be right; "" if all fit.

    Args:
        name: the name of the table.
        row: the cells by column.
        descriptor: the descriptor of the package, whose schema has the patterns of the columns.
    """
    resource = CONTRACT[name]
    readers, codes = resource.readers, resource.coded
    fields = _fields(name, descriptor)
    for column in resource.columns:
        cell = row.get(column, "")
        constraints = fields.get(column, {})
        if found := CONTROLS.search(cell):
            return f"{column} {cell!r:.60}: it holds the character U+{ord(found[0]):04X}, which cannot be seen"
        if len(cell) > LONGEST:
            return f"{column} has {len(cell):,} characters, expected at most {LONGEST:,}"
        if column in codes and (cell or constraints.get("required")) and cell not in codes[column]:
            return f"{column} {cell!r:.60}: expected one of {', '.join(filter(None, codes[column]))}"
        if column in readers:
            try:
                readers[column](cell)
            except UnfitError as error:
                return f"{column} {cell!r:.60}: expected {error}"
        pattern = constraints.get("pattern")
        if cell and isinstance(pattern, str) and (len(cell) > LONGEST_CODE or not re.fullmatch(pattern, cell)):
            return f"{column} {cell!r:.60}: expected the form {pattern}"
    return ""


def _fields(name: str, descriptor: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    """Return the constraints of the columns of a table by their names."""
    resource = next(each for each in descriptor["resources"] if isinstance(each, dict) and each.get("name") == name)
    schema = resource.get("schema")
    fields = schema.get("fields", []) if isinstance(schema, dict) else []
    return {each["name"]: each.get("constraints", {}) for each in fields if isinstance(each, dict) and "name" in each}
