"""Reading the JSON objects of a data package: its descriptor, and what the descriptor says of units."""

from __future__ import annotations

from typing import Any

from beijing_public_services.datapackage.bundled_files import DESCRIPTOR
from beijing_public_services.datapackage.json_text import read_json_text
from beijing_public_services.errors import DataPackageError


def read_descriptor(name: str, content: bytes) -> dict[str, Any]:
    """The descriptor in this JSON, an object with a list of resources. Raises `DataPackageError` for anything else."""
    expected = "a Data Package descriptor, an object with a list of 'resources'"
    descriptor = read_object(name, content, expected)
    if not isinstance(descriptor.get("resources"), list):
        raise DataPackageError(name, None, None, f"{descriptor!r:.60}", expected)
    return descriptor


def read_object(name: str, content: bytes, expected: str = "a JSON object") -> dict[str, Any]:
    """The object that a JSON file holds. Raises `DataPackageError` for anything else."""
    try:
        found = read_json_text(content)
    except ValueError as error:
        raise DataPackageError(name, getattr(error, "lineno", None), None, f"no JSON ({error})", expected) from None
    if not isinstance(found, dict):
        raise DataPackageError(name, None, None, f"{found!r:.60}", expected)
    return found


def unit_definitions(descriptor: dict[str, Any]) -> tuple[str, ...]:
    """The pint definitions of a package, none without a `unit_registry`; `DataPackageError` for no list of texts."""
    definitions = descriptor.get("unit_registry", [])
    if not isinstance(definitions, list) or not all(isinstance(each, str) for each in definitions):
        raise DataPackageError(DESCRIPTOR, None, "unit_registry", f"{definitions!r:.60}", "a list of pint definitions")
    return tuple(definitions)
