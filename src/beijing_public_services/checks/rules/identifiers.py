"""Rules of meaning: columns and rows are those of the contract, and identifiers say what they identify."""

from __future__ import annotations

import re
from array import array
from functools import partial
from itertools import pairwise, repeat, starmap
from operator import le
from typing import TYPE_CHECKING, Any

from beijing_public_services.checks.columns import columns, finding, mapping, observations_mentioned, places
from beijing_public_services.checks.rule import Finding, rule
from beijing_public_services.checks.rules.ordering import in_order, sections_around
from beijing_public_services.checks.rules.schema import fields_of
from beijing_public_services.datapackage import cells
from beijing_public_services.datapackage.contract import CONTRACT, is_of_the_contract, missing_columns
from beijing_public_services.model.row_ids import observation_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from beijing_public_services.checks.rule import Found
    from beijing_public_services.datapackage.tables import Tables

ENDS = ("category", "base_kind", "base_period", "bound", "status", "source")
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
    kinds = mapping(tables, "sources", "id", "kind")
    ends: dict[tuple[str, ...], str] = {}  # what follows the period, by the columns that it follows from
    ids, *parts = columns(tables, "observations", "id", "indicator", "area", "period")
    others = columns(tables, "observations", *ENDS)
    for place, (id_, indicator, area, period, end) in enumerate(
        zip(ids, *parts, zip(*others, strict=True), strict=True)
    ):
        if end not in ends:
            row = dict(zip(ENDS, end, strict=True)) | {"indicator": "", "area": "", "period": ""}
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
    sections = mapping(tables, "paragraphs", "locator", "section")
    topics = {row["section"]: row["id"] for row in tables["topics"].rows}
    first: dict[str, str] = {}
    ids, locators = columns(tables, "observations", "indicator", "locator")
    for id_, locator in zip(ids, locators, strict=True):
        if id_ not in first and locator:
            first[id_] = sections.get(locator, "")
    elsewhere = set(ids) - first.keys()
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
    for name, keys in _orders(tables):
        order = ORDERS.get(name, "the report's order")
        if not all(starmap(le, pairwise(keys()))):
            yield from in_order(tables, name, keys(), order)


def _orders(tables: Tables) -> Iterator[tuple[str, Callable[[], Iterable[Any]]]]:
    """What the rows of each resource are ordered by: a function that gives the key of each row."""
    paragraphs, domains = places(tables, "paragraphs", "locator"), places(tables, "domains")
    indicators = places(tables, "indicators")
    for name in ("domains", "topics"):
        (sections,) = columns(tables, name, "section")
        yield name, partial(map, _numbers, sections)
    sections, ordinals = columns(tables, "paragraphs", "section", "ordinal")
    yield "paragraphs", lambda: zip(map(_numbers, sections), _ordinals(ordinals), strict=True)
    of_numerals, places_of_numerals = columns(tables, "numerals", "locator", "ordinal")
    yield "numerals", lambda: zip(_by(paragraphs, of_numerals), _ordinals(places_of_numerals), strict=True)
    locators, ordinals_of_mentions = columns(tables, "mentions", "locator", "ordinal")
    of = observations_mentioned(tables)

    def mentioned() -> Iterator[tuple[int, int, int]]:
        return zip(_by(paragraphs, locators), _ordinals(ordinals_of_mentions), of, strict=True)

    yield "mentions", mentioned
    own, ids, periods, sources = columns(tables, "observations", "locator", "indicator", "period", "source")
    first_mention = array("q", [-1]) * len(own)  # of an observation at its own place
    for mention, place in enumerate(of):
        if place >= 0 and first_mention[place] < 0 and own[place] == locators[mention]:
            first_mention[place] = mention
    numbers = {text: cells.place_of(text) for text in set(ordinals_of_mentions)}

    def printed() -> Iterable[tuple[Any, ...]]:
        if "" in own or -1 in first_mention:
            return by_row()
        ordinals = map(ordinals_of_mentions.__getitem__, first_mention)
        return zip(_by(paragraphs, own), map(numbers.__getitem__, ordinals), strict=True)

    def by_row() -> Iterator[tuple[Any, ...]]:
        for place, locator in enumerate(own):
            mention = first_mention[place]
            if not locator:
                yield len(paragraphs), indicators.get(ids[place], -1), periods[place], sources[place]
            elif mention < 0:
                yield -1, -1
            else:
                yield paragraphs.get(locator, -1), numbers[ordinals_of_mentions[mention]]

    yield "observations", printed
    first: dict[str, int] = {}
    for place, id_ in enumerate(ids):
        if id_ not in first:
            first[id_] = place
    names, of_domain = columns(tables, "indicators", "id", "domain")
    yield "indicators", lambda: zip(_by(domains, of_domain), (first.get(name, -1) for name in names), strict=True)


def _by(known: dict[str, int], texts: Iterable[str]) -> Iterator[int]:
    return map(known.get, texts, repeat(-1))


def _ordinals(texts: list[str]) -> Iterator[int]:
    known = {cell: cells.place_of(cell) for cell in set(texts)}
    return map(known.__getitem__, texts)


def within(section: str, outer: str) -> bool:
    """Whether a section is the outer one or a part of it."""
    return section == outer or section.startswith(f"{outer}.")


def _numbers(section: str) -> tuple[int, ...]:
    return tuple(map(cells.place_of, section.split(".")))
