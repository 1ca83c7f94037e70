"""The order of rows in a package: by report, by section, and by place in the report."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from beijing_public_services.notation.locators import report_of, report_of_footnote, reports_of

if TYPE_CHECKING:
    from beijing_public_services.datapackage.tables import Row


def in_report_order(tables: dict[str, list[Row]]) -> None:
    """Put the rows of tables into the order that a package has them in."""
    ranks = {name: rank for rank, name in enumerate(reports_of(tables["sources"]).values())}

    def place_of(locator: str) -> tuple[int, list[int]]:
        return ranks.get(report_of(locator), len(ranks)), _numbers(locator)

    def rank_of_source(row: Row) -> tuple[int, int, list[int]]:
        kind = ("report", "footnote").index(row["kind"])
        report = (row["id"] if row["id"] in ranks else "") if row["kind"] == "report" else report_of_footnote(row["id"])
        return ranks.get(report, len(ranks)), kind, _numbers(row["id"].rpartition("_")[2])

    for name in ("domains", "topics"):
        tables[name].sort(key=lambda row: place_of(row["section"]))
    tables["paragraphs"].sort(key=lambda row: place_of(row["locator"]))
    tables["numerals"].sort(key=lambda row: (place_of(row["locator"]), int(row["ordinal"])))
    first: dict[tuple[str, str], int] = {}
    for row in tables["mentions"]:
        key = row["observation"], row["locator"]
        first[key] = min(first.get(key, 1 << 30), int(row["ordinal"]))
    kinds = {row["id"]: row["kind"] for row in tables["sources"]}
    observations = tables["observations"]
    reports = [row for row in observations if kinds.get(row["source"]) != "publication"]
    others = [row for row in observations if kinds.get(row["source"]) == "publication"]
    reports.sort(key=lambda row: (place_of(row["locator"]), first.get((row["id"], row["locator"]), 1 << 30)))
    tables["observations"][:] = [*reports, *others]
    places = {row["id"]: number for number, row in enumerate(tables["observations"])}
    tables["mentions"].sort(
        key=lambda row: (place_of(row["locator"]), int(row["ordinal"]), places.get(row["observation"], 1 << 30))
    )
    domains = {row["id"]: number for number, row in enumerate(tables["domains"])}
    printed: dict[str, int] = {}
    for number, row in enumerate(tables["observations"]):
        printed.setdefault(row["indicator"], number)
    tables["indicators"].sort(key=lambda row: (domains.get(row["domain"], 0), printed.get(row["id"], 1 << 30)))
    cited = [row for row in tables["sources"] if row["kind"] not in ("report", "footnote")]
    own = [row for row in tables["sources"] if row["kind"] in ("report", "footnote")]
    tables["sources"][:] = [*sorted(own, key=rank_of_source), *cited]


def _numbers(text: str) -> list[int]:
    return [int(number) for number in re.findall("[0-9]+", text.rpartition("/")[2])]
