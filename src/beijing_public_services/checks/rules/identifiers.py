"""Rules of meaning: columns and rows are those of the contract, and identifiers say what they identify."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from beijing_public_services.checks.rule import Finding, rule
from beijing_public_services.checks.rules.ordering import in_order, sections_around
from beijing_public_services.checks.rules.schema import fields_of
from beijing_public_services.datapackage import cells
from beijing_public_services.datapackage.contract import CONTRACT, is_of_the_contract, missing_columns
from beijing_public_services.model.row_ids import observation_id

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from beijing_public_services.checks.rule import Found
    from beijing_public_services.datapackage.tables import Row, Tables

TYPES_OF: dict[Any, tuple[str, ...]] = {cells.number: ("number", "integer"), cells.ordinal: ("integer",)}


ORDERS = {
    "observations": "the order of the report, followed by other publications' figures by indicator and period",
    "indicators": "the order of the domains, and of the observations within each",
}


@rule()
def required_columns_are_present(tables: Tables) -> Found:
    """A resource of the data contract has at least the columns the contract gives it."""
    for name in CONTRACT:
        if is_of_the_contract(name, tables):
            for column in missing_columns(name, tables):
                yield Finding(name, 1, column, "no such column", "the columns of the data contract")


@rule()
def required_columns_have_their_type(tables: Tables) -> Found:
    """The schema gives a column of the data contract the type of the contract: a value is a number, an id is text."""
    for resource in tables.descriptor.get("resources", ()):
        name = resource.get("name") if isinstance(resource, dict) else None
        schema = resource.get("schema") if isinstance(name, str) else None
        if not isinstance(name, str) or name not in CONTRACT or not isinstance(schema, dict):
            continue
        if not is_of_the_contract(name, tables):
            continue
        contract = CONTRACT[name]
        for field in fields_of(schema):
            if field["name"] in contract.columns:
                allowed = TYPES_OF.get(contract.readers.get(field["name"]), ("string", "any", "date"))
                if (kind := field.get("type", "any")) not in allowed:
                    yield Finding(name, 1, field["name"], f"the type {kind!r:.40}", f"{' or '.join(allowed[:2])}")


@rule("observations", "sources")
def observation_ids_follow_their_row(tables: Tables) -> Found:
    """The id of an observation is the one that its own row gives."""
    kinds = {row["id"]: row["kind"] for row in tables["sources"].rows}
    for number, row in tables["observations"].numbered():
        id_ = observation_id(row, kinds.get(row["source"], ""))
        if row["id"] != id_:
            yield Finding("observations", number, "id", repr(row["id"]), repr(id_))


@rule("topics", "indicators", "domains")
def ids_begin_with_their_domain(tables: Tables) -> Found:
    """The id of a topic or indicator begins with that of its domain."""
    for name in ("topics", "indicators"):
        for number, row in tables[name].numbered():
            if row["id"].partition(".")[0] != row["domain"]:
                yield Finding(name, number, "domain", repr(row["domain"]), f"the domain of {row['id']!r}")


@rule("topics", "indicators")
def indicators_belong_to_a_topic_of_their_domain(tables: Tables) -> Found:
    """The topic of an indicator is one of its own domain."""
    for number, row in tables["indicators"].numbered():
        if row["topic"].partition(".")[0] != row["domain"]:
            yield Finding("indicators", number, "topic", repr(row["topic"]), f"a topic of {row['domain']!r}")


@rule("indicators")
def ids_carry_no_year(tables: Tables) -> Found:
    """An indicator outlives the year it was printed for: its id holds none."""
    for number, row in tables["indicators"].numbered():
        if re.search(r"(?<!\d)(19|20)\d\d(?!\d)", row["id"]):
            yield Finding("indicators", number, "id", repr(row["id"]), "an id without a year")


@rule("domains", "topics", "paragraphs")
def topic_sections_lie_within_their_domain(tables: Tables) -> Found:
    """The section of a topic lies within that of its domain, and both hold paragraphs of the report."""
    printed = {around for row in tables["paragraphs"].rows for around in sections_around(row["section"])}
    outer = {row["id"]: row["section"] for row in tables["domains"].rows}
    for name in ("domains", "topics"):
        for number, row in tables[name].numbered():
            if row["section"] not in printed:
                yield Finding(name, number, "section", repr(row["section"]), "a section with paragraphs")
    for number, row in tables["topics"].numbered():
        section = outer.get(row["domain"], "")
        if not within(row["section"], section):
            yield Finding("topics", number, "section", repr(row["section"]), f"one within {section!r}")


@rule("topics", "indicators", "observations", "paragraphs")
def indicators_stand_under_the_topic_that_prints_them(tables: Tables) -> Found:
    """An indicator's topic is the innermost one whose section holds its first observation.

    It is free where other publications alone print the indicator.
    """
    sections = {row["locator"]: row["section"] for row in tables["paragraphs"].rows}
    topics = {row["section"]: row["id"] for row in tables["topics"].rows}
    first: dict[str, str] = {}
    for row in tables["observations"].rows:
        if row["locator"]:
            first.setdefault(row["indicator"], sections.get(row["locator"], ""))
    elsewhere = {row["indicator"] for row in tables["observations"].rows} - first.keys()
    for number, row in tables["indicators"].numbered():
        if row["id"] in elsewhere:
            continue
        section = first.get(row["id"])
        around = [each for each in sections_around(section or "") if each in topics]
        if section is None:
            found = f"{row['topic']!r} for an indicator without an observation that has a locator"
            yield Finding("indicators", number, "topic", found, "an observation in a section of that topic")
        elif not around:
            found = f"{row['topic']!r} for an indicator that section {section!r} prints, which is of no topic"
            yield Finding("indicators", number, "topic", found, "a topic with that section, or one around it")
        elif row["topic"] != topics[around[0]]:
            expected = f"{topics[around[0]]!r}, whose section {around[0]} prints its first observation"
            yield Finding("indicators", number, "topic", repr(row["topic"]), expected)


@rule("domains", "topics", "indicators", "observations", "paragraphs", "numerals", "mentions")
def rows_stand_in_the_reports_order(tables: Tables) -> Found:
    """Rows stand by section and place in the report, indicators within their domain as they are first printed.

    Figures of other publications follow those of the report, by indicator and period.
    """
    paragraphs = {row["locator"]: place for place, row in enumerate(tables["paragraphs"].rows)}
    domains = {row["id"]: place for place, row in enumerate(tables["domains"].rows)}
    indicators = {row["id"]: place for place, row in enumerate(tables["indicators"].rows)}
    observations = {row["id"]: place for place, row in enumerate(tables["observations"].rows)}
    printed: dict[str, tuple[int, int]] = {}
    for row in tables["mentions"].rows:
        printed.setdefault(
            f"{row['observation']} {row['locator']}",
            (paragraphs.get(row["locator"], -1), cells.place_of(row["ordinal"])),
        )
    first: dict[str, int] = {}
    for row in tables["observations"].rows:
        first.setdefault(row["indicator"], observations[row["id"]])
    keys: dict[str, Callable[[Row], Any]] = {
        "domains": lambda row: _numbers(row["section"]),
        "topics": lambda row: _numbers(row["section"]),
        "paragraphs": lambda row: (_numbers(row["section"]), cells.place_of(row["ordinal"])),
        "numerals": lambda row: (paragraphs.get(row["locator"], -1), cells.place_of(row["ordinal"])),
        "mentions": lambda row: (
            paragraphs.get(row["locator"], -1),
            cells.place_of(row["ordinal"]),
            observations.get(row["observation"], -1),
        ),
        "observations": lambda row: (
            printed.get(f"{row['id']} {row['locator']}", (-1, -1))
            if row["locator"]
            else (len(paragraphs), indicators.get(row["indicator"], -1), row["period"], row["source"])
        ),
        "indicators": lambda row: (domains.get(row["domain"], -1), first.get(row["id"], -1)),
    }
    for name, key in keys.items():
        yield from in_order(tables, name, map(key, tables[name].rows), ORDERS.get(name, "the report's order"))


def within(section: str, outer: str) -> bool:
    """Whether a section is the outer one or a part of it."""
    return section == outer or section.startswith(f"{outer}.")


def _numbers(section: str) -> tuple[int, ...]:
    return tuple(map(cells.place_of, section.split(".")))
