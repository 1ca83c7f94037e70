"""Rules of meaning: columns and rows are those of the contract, and identifiers say what they identify."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from beijing_public_services.checks.columns import columns, distinct_or_all, finding, mapping, sections
from beijing_public_services.checks.rule import Finding, rule
from beijing_public_services.checks.rules.ordering import sections_around
from beijing_public_services.checks.rules.schema import fields_of
from beijing_public_services.datapackage import cells
from beijing_public_services.datapackage.contract import CONTRACT, is_of_the_contract, missing_columns
from beijing_public_services.model.row_ids import observation_id
from beijing_public_services.notation.locators import in_report, report_of

if TYPE_CHECKING:
    from beijing_public_services.checks.rule import Found
    from beijing_public_services.datapackage.tables import Tables

ENDS = ("category", "base_kind", "base_period", "bound", "status", "source", "locator")
TYPES_OF: dict[Any, tuple[str, ...]] = {
    cells.number: ("number", "integer"),
    cells.number_if_any: ("number", "integer"),
    cells.ordinal: ("integer",),
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
    kinds = mapping(tables, "sources", "id", "kind")
    ends: dict[tuple[str, ...], str] = {}  # what follows the period, by the columns that it follows from
    ids, *parts = columns(tables, "observations", "id", "indicator", "area", "period")
    others = columns(tables, "observations", *ENDS[:-1])
    (locators,) = columns(tables, "observations", "locator")
    if any("/" in each for each in distinct_or_all(locators)):
        others = (*others, [in_report(report_of(each), "") for each in locators])
    for place, (id_, indicator, area, period, end) in enumerate(
        zip(ids, *parts, zip(*others, strict=True), strict=True)
    ):
        if end not in ends:
            row = {"indicator": "", "area": "", "period": "", "locator": ""} | dict(zip(ENDS, end, strict=False))
            ends[end] = observation_id(row, kinds.get(row["source"], ""))[2:]
        expected = f"{indicator}:{area}:{period}{ends[end]}"
        if id_ != expected and id_ != (expected := f"{indicator}:{area}:{period.replace('/', '--')}{ends[end]}"):
            yield finding(tables, "observations", place, "id", repr(id_), repr(expected))


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
    """The id of an indicator holds no year, since the indicator outlives the year it was printed for."""
    for number, row in tables["indicators"].numbered():
        if re.search(r"(?<!\d)(19|20)\d\d(?!\d)", row["id"]):
            yield Finding("indicators", number, "id", repr(row["id"]), "an id without a year")


@rule("domains", "topics", "paragraphs")
def topic_sections_lie_within_their_domain(tables: Tables) -> Found:
    """The section of a topic lies within that of its domain, and both hold paragraphs of a report."""
    printed = {around for section in sections(tables).values() for around in sections_around(section)}
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

    It is free if only other publications print the indicator, or only a further report in a section of no topic.
    """
    section_of = sections(tables)
    topics = {row["section"]: row["id"] for row in tables["topics"].rows}
    first: dict[str, str] = {}
    ids, locators = columns(tables, "observations", "indicator", "locator")
    for id_, locator in zip(ids, locators, strict=True):
        if id_ not in first and locator:
            first[id_] = section_of.get(locator, "")
    elsewhere = set(ids) - first.keys()
    elsewhere |= {
        id_
        for id_, section in first.items()
        if report_of(section) and topics.keys().isdisjoint(sections_around(section))
    }
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


def within(section: str, outer: str) -> bool:
    """Whether a section is the outer one or a part of it."""
    return section == outer or section.startswith(f"{outer}.")
