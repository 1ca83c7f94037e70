"""The rows of `errata` and `aliases` that the newer of two releases lacks."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from beijing_public_services.datapackage.contract import CONTRACT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from beijing_public_services.authoring.changes import Change
    from beijing_public_services.datapackage.tables import Row


def missing_records(missing: Iterable[tuple[str, Change]], release: str, day: date | None) -> dict[str, list[Row]]:
    """Return the rows for changes that a release does not record, each given with the resource that should have it."""
    today = (day or datetime.now(UTC).date()).isoformat()
    found: dict[str, list[Row]] = {}
    for resource, each in missing:
        row = _erratum(each, release, today) if resource == "errata" else _alias(each, release)
        columns = CONTRACT[resource].columns
        found.setdefault(resource, []).append({column: row.get(column, "") for column in columns})
    return found


def _erratum(change: Change, release: str, today: str) -> Row:
    cell = {"observation": change.new_id, "column": change.column, "before": change.before, "after": change.after}
    return cell | {"release": release, "date": today}


def _alias(change: Change, release: str) -> Row:
    fate = "renamed" if change.new_id else "removed"
    kind = change.resource.removesuffix("s")
    return {"id": change.id, "kind": kind, "fate": fate, "successor": change.new_id, "since": release}
