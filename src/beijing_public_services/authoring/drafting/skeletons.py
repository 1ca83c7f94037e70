"""The files of a draft beside its rows: their columns, and rows for the areas and domains that a report names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from beijing_public_services.authoring.drafting.new import section_of
from beijing_public_services.authoring.drafting.rows import NEW
from beijing_public_services.notation.locators import in_report

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from beijing_public_services.datapackage.tables import Row

SKELETONS = {
    "paragraphs": ("locator", "section", "ordinal", "sha256"),
    "numerals": ("locator", "ordinal", "token", "role", "reason"),
    "indicators": (
        "proposed", "id", "domain", "topic", "name_zh", "name_en", "keywords", "definition", "unit", "measure",
        "parent", "timing", "why",
    ),
    "units": ("proposed", "id", "expression", "ucum", "symbol", "name_zh", "name_en", "definition", "why"),
    "areas": ("proposed", "id", "name_zh", "name_en", "parent", "iso_3166_2", "gbt_2260", "why"),
    "sources": ("id", "kind", "title", "publisher", "published", "url", "grade", "note", "why"),
    "domains": ("proposed", "id", "name_zh", "name_en", "section", "why"),
}  # fmt: skip


def new_area(name: str, country: str) -> Row:
    """Return a row for an area that a report names."""
    row = dict.fromkeys(SKELETONS["areas"], "")
    is_english = name.isascii()
    missing = "name_zh" if is_english else "name_en"
    why = f"id: an ISO 3166 code, or X- and a name; {missing}: the report does not say it"
    return row | {"proposed": NEW + name, "name_en" if is_english else "name_zh": name, "parent": country, "why": why}


def known_sections_of(domains: Iterable[Row], headings: dict[str, str], report_id: str) -> dict[str, str]:
    """Map each section that is of a domain of the package to its id: by its number, or by its heading."""
    found: dict[str, str] = {}
    for row in domains:
        names = {row["name_zh"].casefold(), row["name_en"].casefold()} - {""}
        same = [in_report(report_id, section) for section, name in headings.items() if name.casefold() in names]
        found |= dict.fromkeys([*same, row["section"]], row["id"])
    return found


def new_domains(rows: Iterable[Row], headings: dict[str, str], known: Collection[str]) -> list[Row]:
    """Return a row for each section whose figures are of new indicators."""
    found: dict[str, Row] = {}
    for row in rows:
        section = section_of(row["locator"])
        if row["indicator"].startswith(NEW) and section not in known:
            name = headings.get(section.rpartition("/")[2], "")
            is_english = name.isascii()
            found[section] = {
                "proposed": NEW + section,
                "id": re.sub("[^a-z0-9]+", "_", name.casefold()).strip("_") if is_english else "",
                "name_zh": "" if is_english else name,
                "name_en": name if is_english else "",
                "section": section,
                "why": "name_zh: the report does not say it" if is_english else "id: an English name; name_en",
            }
    return list(found.values())
