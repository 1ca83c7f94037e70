"""What frictionless finds wrong with a package, its warnings included; the only module that uses frictionless."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services.errors import MissingExtraError
from beijing_public_services.issue import Issue

if TYPE_CHECKING:
    from collections.abc import Iterator


def conforms_to_its_descriptor(descriptor: str) -> Iterator[Issue]:
    """What frictionless finds in the package at this path: schema, keys, types, constraints, sizes and hashes.

    The rule of an issue is `frictionless:` and the type of its error. Raises `MissingExtraError` without frictionless.
    """
    try:
        import frictionless
    except ImportError as missing:
        raise MissingExtraError("check", "validate") from missing
    report = frictionless.validate(descriptor)
    for warning in report.warnings:
        yield Issue(file=descriptor, row=None, column=None, rule="frictionless:warning", message=warning)
    for error in report.errors:
        yield Issue(file=descriptor, row=None, column=None, rule=f"frictionless:{error.type}", message=error.message)
    for task in report.tasks:
        for warning in task.warnings:
            yield Issue(file=task.place, row=None, column=None, rule="frictionless:warning", message=warning)
        for error in task.errors:
            yield Issue(
                file=task.place,
                row=getattr(error, "row_number", None),
                column=getattr(error, "field_name", None) or None,
                rule=f"frictionless:{error.type}",
                message=error.message,
            )
