"""The order of rows in a package: by section, and by place in the report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from beijing_public_services.datapackage.tables import Row


def in_report_order(tables: dict[str, list[Row]]) -> None:
    """Put the rows of tables into the order that a package has them in."""
    for name in ("domains", "topics"):
        tables[name].sort(key=lambda row: _numbers(row["section"]))
    tables["numerals"].sort(key=lambda row: (_place(row["locator"]), int(row["ordinal"])))
    first: dict[tuple[str, str], int] = {}
    for row in tables["mentions"]:
        key = row["observation"], row["locator"]
        first[key] = min(first.get(key, 1 << 30), int(row["ordinal"]))
    kinds = {row["id"]: row["kind"] for row in tables["sources"]}
    observations = tables["observations"]
    reports = [row for row in observations if kinds.get(row["source"]) != "publication"]
    others = [row for row in observations if kinds.get(row["source"]) == "publication"]
    reports.sort(key=lambda row: (_place(row["locator"]), first.get((row["id"], row["locator"]), 1 << 30)))
    tables["observations"][:] = [*reports, *others]
    places = {row["id"]: number for number, row in enumerate(tables["observations"])}
    tables["mentions"].sort(
        key=lambda row: (_place(row["locator"]), int(row["ordinal"]), places.get(row["observation"], 1 << 30))
    )
    domains = {row["id"]: number for number, row in enumerate(tables["domains"])}
    printed: dict[str, int] = {}
    for number, row in enumerate(tables["observations"]):
        printed.setdefault(row["indicator"], number)
    tables["indicators"].sort(key=lambda row: (domains.get(row["domain"], 0), printed.get(row["id"], 1 << 30)))
    order = {"report": 0, "footnote": 1, "publication": 2}
    tables["sources"].sort(key=lambda row: (order.get(row["kind"], 1), row["id"] if row["kind"] == "footnote" else ""))


def _place(locator: str) -> tuple[str, list[int]]:
    report, _, place = locator.rpartition("/")
    return report, _numbers(place)


def _numbers(text: str) -> list[int]:
    return [int(number) for number in re.findall("[0-9]+", text.rpartition("/")[2])]
