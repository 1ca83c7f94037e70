"""A reviewed row of a draft as an observation of the package, or the reason why it cannot be one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services.authoring.drafting.resolve import NEW, Resolved
from beijing_public_services.authoring.drafting.rows import COLUMNS, UPPER
from beijing_public_services.datapackage.contract import CONTRACT
from beijing_public_services.model.row_ids import observation_id
from beijing_public_services.notation.report_text import numerals

if TYPE_CHECKING:
    from collections.abc import Mapping

    from beijing_public_services.datapackage.tables import Row

COMPARED = ("growth", "difference", "share", "rank")
IN_WORDS = "ordinal empty: the figure is written in words, and a package points at numerals only, so delete the row"
NEEDED = ("locator", "ordinal", "printed", "value", "bound", "period", "area", "status", "source", "indicator")


def observation_of(
    row: Row, resolved: Resolved, now: Mapping[str, list[Row]], taken: Mapping[str, Row]
) -> tuple[Row | None, str]:
    """Return a row of a draft as an observation, or None and the reason why it cannot be one."""
    empty = [column for column in NEEDED if not row[column].strip()]
    if empty:
        return None, IN_WORDS if empty == ["ordinal"] else f"{', '.join(empty)} empty"
    if row["bound"].strip() == "between" and not row.get(UPPER):
        return None, "upper empty: the higher end of the range"
    if not row["ordinal"].isdecimal():
        return None, f"ordinal {row['ordinal']!r}: it must be the number of the numeral in its paragraph"
    if row["confidence"] == "low" and not row["indicator"].startswith(NEW):
        return None, "confidence is low: if the row is right, write reviewed"
    ids = {}
    for column, name in (("indicator", "indicators"), ("area", "areas"), ("source", "sources")):
        reference = row[column].strip()
        if reference not in resolved.ids[name]:
            missing = resolved.missing.get((name, reference), f"no {column} {reference!r}")
            return None, missing
        ids[column] = resolved.ids[name][reference]
    indicator = resolved.rows["indicators"].get(ids["indicator"]) or next(
        each for each in now["indicators"] if each["id"] == ids["indicator"]
    )
    unit = resolved.ids["units"].get(row["unit"], row["unit"])
    if unit and unit != indicator["unit"]:
        return None, f"unit {unit!r}, but {ids['indicator']} is in {indicator['unit']!r}"
    if indicator["measure"] in COMPARED and not row["base_kind"].strip():
        return None, f"base_kind empty: what the {indicator['measure']} is relative to"
    category = row["category"].strip()
    items = [each for each in now["categories"] if category in (each["id"], each["name_zh"], each["name_en"])]
    if category and not items:
        return None, f"no category {category!r} in categories.csv"
    areas = {each["id"]: each for each in (*now["areas"], *resolved.rows["areas"].values())}
    cells = {
        **dict.fromkeys(CONTRACT["observations"].columns, ""),
        **{column: row[column].strip() for column in COLUMNS if column in CONTRACT["observations"].columns},
        **ids,
        UPPER: row.get(UPPER, ""),
        "dimension": items[0]["dimension"] if items else "",
        "category": items[0]["id"] if items else "",
        "base_area": _base_area(row["base_kind"], ids["area"], areas),
    }
    kinds = {each["id"]: each["kind"] for each in (*now["sources"], *resolved.rows["sources"].values())}
    cells["id"] = observation_id(cells, kinds[ids["source"]])
    other = taken.get(cells["id"])
    if other and _ends(other) != _ends(cells):
        there = " to ".join(filter(None, _ends(other)))
        return None, f"{cells['id']} is {there} already: correct one of the two, or give it an indicator of its own"
    return cells, ""


def _ends(row: Row) -> tuple[str, str]:
    """Return the value of a row, and the higher end of a range."""
    return row["value"], row.get(UPPER, "")


def _base_area(kind: str, area: str, areas: Mapping[str, Row]) -> str:
    """Return the area that a base of a kind is of: the area itself, its country, or the world."""
    if kind == "local":
        return area
    chain, at = [], area
    while at in areas and at not in chain:
        chain.append(at)
        at = areas[at]["parent"]
    if kind == "regional":
        region = chain[1] if len(chain) > 1 else ""
        return region if len(region) != 2 and areas.get(region, {}).get("parent") else ""
    if kind == "national":
        return next((each for each in chain if len(each) == 2), "")
    return chain[-1] if kind == "global" and chain else ""


def is_nearer(row: Row, other: Row, section: str) -> bool:
    """Return whether a row is printed in the section of its topic and another is not, as in the summary of a report."""
    return _stands_in(row, section) and not _stands_in(other, section)


def _stands_in(row: Row, section: str) -> bool:
    own = row["locator"].rpartition(".p")[0].rpartition("/")[2].removeprefix("s")
    return bool(section) and (own == section or own.startswith(f"{section}."))


def places_of(row: Row, tokens: Mapping[tuple[str, str], Row]) -> list[dict[str, str]]:
    """Return the numerals that state the figure of a row: as many as its printed form has, from its own on."""
    first = int(row["ordinal"])
    count = max(1, len(numerals(row["printed"])))
    places = [{"locator": row["locator"], "ordinal": str(first + more)} for more in range(count)]
    values = [at for at in places if tokens.get((at["locator"], at["ordinal"]), {}).get("role") == "value"]
    return values or places[:1]
