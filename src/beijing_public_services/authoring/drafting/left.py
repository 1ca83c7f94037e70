"""The rows that an acceptance leaves behind: they refer to what the package has now, and their numerals wait."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services.authoring.drafting.observations import places_of
from beijing_public_services.authoring.drafting.resolve import NEW

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from beijing_public_services.authoring.drafting.resolve import Resolved
    from beijing_public_services.datapackage.tables import Row

REFERENCES = {  # by the file that a row is in: its columns that name a row of a table
    "draft": {"indicator": "indicators", "unit": "units", "area": "areas", "source": "sources"},
    "indicators": {"unit": "units", "domain": "domains", "parent": "indicators"},
    "areas": {"parent": "areas"},
}
WAITS = "its row waits in draft.csv"
DELETED = "draft.csv has no row for it: write its role here"
UNKNOWN = "the draft knows no role for it: write its role here"
Place = tuple[str, str]


def referring(name: str, rows: Iterable[Row], resolved: Resolved, now: Mapping[str, Iterable[Row]]) -> list[Row]:
    """Return rows of a file of a draft with the ids of what the package has now, in place of proposed names.

    A row whose new indicator was completed counts as reviewed, before and after the indicator is in the package.
    """
    there = {table: {row["id"] for row in now[table]} for table in resolved.ids}
    left = []
    for row in rows:
        ids = {
            column: resolved.ids[table][row[column]]
            for column, table in REFERENCES.get(name, {}).items()
            if resolved.ids[table].get(row[column]) in there[table]
        }
        is_completed = row.get("indicator", "").startswith(NEW) and "indicator" in ids
        left.append({**row, **ids, **({"confidence": "reviewed"} if is_completed else {})})
    return left


def waiting_places(rows: Iterable[Row], tokens: Mapping[Place, Row]) -> set[Place]:
    """Return the places of the numerals that rows left in `draft.csv` are about."""
    counted = (row for row in rows if row["ordinal"].isdecimal())
    return {(at["locator"], at["ordinal"]) for row in counted for at in places_of(row, tokens)}


def take_numerals(now: dict[str, list[Row]], drafted: list[Row], columns: tuple[str, ...], waiting: set[Place]) -> None:
    """Give numerals their roles: `value` where a mention points, `unrecorded` where a row waits, others as drafted."""
    mentioned = {(row["locator"], row["ordinal"]) for row in now["mentions"]}
    there = {(row["locator"], row["ordinal"]): row for row in now["numerals"]}
    for row in drafted:
        place = row["locator"], row["ordinal"]
        new = dict.fromkeys(columns, "") | {column: row[column] for column in columns if column in row}
        own = there.setdefault(place, new)
        if own["role"] in ("", "value") or own.get("reason") in (WAITS, DELETED, UNKNOWN):
            own["role"], reason = row["role"], row["reason"]
            if row["role"] == "value":
                own["role"], reason = "unrecorded", WAITS if place in waiting else DELETED
            elif not row["role"]:
                own["role"], reason = "unrecorded", UNKNOWN
            if "reason" in columns:
                own["reason"] = reason if own["role"] == "unrecorded" else ""
    for place, row in there.items():
        if place in mentioned:
            row["role"] = "value"
            if "reason" in columns:
                row["reason"] = ""
    now["numerals"] = list(there.values())
