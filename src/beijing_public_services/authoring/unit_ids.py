"""The form of the ids of units: a package of one's own may divide a unit twice, as in `litre/person/day`."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

ONE_SLASH = "[a-z][a-z0-9_]*(/[a-z][a-z0-9_]*)?"  # in the bundled package, and in packages of earlier releases
PATTERN = "[a-z][a-z0-9_]*(/[a-z][a-z0-9_]*){0,2}"


def with_unit_ids(descriptor: dict[str, Any]) -> dict[str, Any]:
    """Return a descriptor whose units may have an id with two slashes; a form that somebody else chose stays."""
    changed = deepcopy(descriptor)
    for resource in changed["resources"]:
        if isinstance(resource, dict) and resource.get("name") == "units":
            schema = resource.get("schema")
            fields = schema.get("fields") if isinstance(schema, dict) else None
            for field in fields if isinstance(fields, list) else ():
                constraints = field.get("constraints") if isinstance(field, dict) else None
                if isinstance(constraints, dict) and constraints.get("pattern") == ONE_SLASH:
                    constraints["pattern"] = PATTERN
    return changed
