"""The column `upper`, which a package gets with its first range: in the table of figures and in its schema."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from beijing_public_services.datapackage.tables import Row, Tables

NAME, RANGE = "upper", "between"
FIELD = {
    "name": NAME,
    "type": "number",
    "description": "Higher end of a range, whose bound is `between`; empty for any other figure.",
}


def with_range_column(
    tables: Tables, descriptor: dict[str, Any], figures: Iterable[Row]
) -> tuple[Tables, dict[str, Any]]:
    """Return tables and descriptor with the column and the code that ranges need, if one of the figures is a range.

    A schema in a file of its own stays as it is, and so does the table.
    """
    if not any(row.get("bound") == RANGE for row in figures):
        return tables, descriptor
    changed = deepcopy(descriptor)
    fields = _fields(changed)
    bound = next((each for each in fields if each.get("name") == "bound"), {})
    codes = (bound.get("constraints") or {}).get("enum")
    if isinstance(codes, list) and RANGE not in codes:
        codes.append(RANGE)
    if fields and NAME not in [each.get("name") for each in fields]:
        fields.append(dict(FIELD))
    table = tables["observations"]
    if fields and NAME not in table.columns:
        columns = (*table.columns, NAME)
        tables = tables.replaced(observations=table.replace(columns=columns, cells=(*table.cells, [""] * len(table))))
    return tables, changed


def _fields(descriptor: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the fields of the table of figures in a descriptor, to be added to; none if they are not in there."""
    for resource in descriptor["resources"]:
        if isinstance(resource, dict) and resource.get("name") == "observations":
            schema = resource.get("schema")
            fields = schema.get("fields") if isinstance(schema, dict) else None
            if isinstance(fields, list) and all(isinstance(each, dict) for each in fields):
                return fields
    return []
