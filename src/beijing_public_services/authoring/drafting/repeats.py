"""Figures that a report prints again: a figure that is dated to the day at one place is that of the day at others."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from beijing_public_services.datapackage.tables import Row

SAME = ("indicator", "area", "category", "value", "upper", "bound", "unit", "status", "base_kind")
DAY = 10  # characters of a day


def date_alike(rows: list[Row]) -> None:
    """Give the rows of one figure one period: the day that one of them names, if the others name its year."""
    days: dict[tuple[str, ...], str] = {}
    for row in rows:
        if len(row["period"]) == DAY:
            days.setdefault((*(row.get(column, "") for column in SAME), row["period"][:4]), row["period"])
    for row in rows:
        if len(row["period"]) == 4:
            row["period"] = days.get((*(row.get(column, "") for column in SAME), row["period"]), row["period"])
