"""Rules of meaning: every figure has its numeral, every numeral its role, every footnote the figures it covers."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING

from beijing_public_services.checks.columns import (
    columns,
    failing,
    failing_groups,
    finding,
    mapping,
    numerals_mentioned,
    observations_mentioned,
    optional_column,
    sections,
)
from beijing_public_services.checks.printed_column import plain_forms
from beijing_public_services.checks.rule import Finding, rule
from beijing_public_services.checks.rules.ordering import sections_around
from beijing_public_services.datapackage.cells import place_of
from beijing_public_services.notation.locators import (
    in_report,
    report_of,
    reports_of,
    section_of_heading,
)
from beijing_public_services.notation.report_text import NUMERAL, numerals

if TYPE_CHECKING:
    from beijing_public_services.checks.rule import Found
    from beijing_public_services.datapackage.tables import Tables


@rule("paragraphs")
def paragraphs_are_numbered(tables: Tables) -> Found:
    """The paragraphs of a section count from 1, and a locator says section and ordinal, behind the id of its report."""
    counts: dict[tuple[str, str], int] = defaultdict(int)
    for number, row in tables["paragraphs"].numbered():
        report = report_of(row["locator"])
        counts[report, row["section"]] += 1
        if row["ordinal"] != str(count := counts[report, row["section"]]):
            expected = f"{count}, the next of section {row['section']}"
            yield Finding("paragraphs", number, "ordinal", row["ordinal"], expected)
        if row["locator"] != (expected := in_report(report, f"s{row['section']}.p{row['ordinal']}")):
            yield Finding("paragraphs", number, "locator", repr(row["locator"]), repr(expected))


@rule("numerals")
def numerals_are_numbered(tables: Tables) -> Found:
    """The numerals of a paragraph count from 1, and each token is a numeral."""
    counts: dict[str, int] = defaultdict(int)
    locators, ordinals = columns(tables, "numerals", "locator", "ordinal")
    numbers = {text: place_of(text) if text[:1] != "0" else -1 for text in set(ordinals)}
    for place, (locator, ordinal) in enumerate(zip(locators, ordinals, strict=True)):
        counts[locator] = count = counts[locator] + 1
        if numbers[ordinal] != count:
            yield finding(tables, "numerals", place, "ordinal", ordinal, f"{count}, the next of {locator}")
    for place, token in failing(tables, "numerals", "token", NUMERAL.fullmatch):
        yield finding(tables, "numerals", place, "token", repr(token), "one numeral")


@rule("numerals", "mentions")
def numerals_are_values_where_mentioned(tables: Tables) -> Found:
    """A numeral has the role `value` exactly where a mention points at it."""
    (roles,) = columns(tables, "numerals", "role")
    mentioned = bytearray(len(roles) + 1)
    for place in numerals_mentioned(tables):
        mentioned[place] = 1  # the last one is for mentions of no numeral
    for place, role in enumerate(roles):
        if mentioned[place] != (role == "value"):
            expected = (
                "'value', since a mention points at it"
                if mentioned[place]
                else "another role, since no mention points at it"
            )
            yield finding(tables, "numerals", place, "role", repr(role), expected)


@rule("numerals")
def unrecorded_numerals_have_a_reason(tables: Tables) -> Found:
    """A numeral with the role `unrecorded`, which states what the package cannot hold, says why in `reason`."""
    (roles,), reasons = columns(tables, "numerals", "role"), optional_column(tables, "numerals", "reason")
    for place, role in enumerate(roles):
        if role == "unrecorded" and not reasons[place].strip():
            column = "reason" if "reason" in tables["numerals"].columns else "role"
            yield finding(tables, "numerals", place, column, "no reason", "why the package cannot hold what it states")


@rule("numerals", "mentions", "observations")
def mentions_are_numerals_of_the_printed_figure(tables: Tables) -> Found:
    """The numerals that mention an observation are those of its printed figure, the same at every place."""
    (tokens,) = columns(tables, "numerals", "token")
    (locators,) = columns(tables, "mentions", "locator")
    printed, own, values = columns(tables, "observations", "printed", "locator", "value")
    forms = plain_forms(tables)
    bare = {form for form in set(forms) if form is not None and not numerals(form)}
    mentions: dict[int, list[int]] = {}  # the mentions of an observation, if it has several or one elsewhere
    sole = array("q", [-1]) * len(printed)  # its only mention, at its own place
    for mention, (place, numeral) in enumerate(
        zip(observations_mentioned(tables), numerals_mentioned(tables), strict=True)
    ):
        if place < 0 or numeral < 0:
            continue  # an unknown key is found against the descriptor
        if sole[place] < 0 and place not in mentions and locators[mention] == own[place]:
            sole[place] = mention
        else:
            before = [sole[place]] if sole[place] >= 0 and place not in mentions else []
            mentions.setdefault(place, before).append(mention)
        token = tokens[numeral]
        if forms[place] in bare and token == values[place]:
            continue
        if token not in (each[0] for each in numerals(printed[place])):
            expected = f"a numeral of the printed figure {printed[place]!r}"
            yield finding(tables, "mentions", mention, "ordinal", repr(token), expected)
    for place, locator in enumerate(own):
        if locator and sole[place] < 0 and locator not in [locators[each] for each in mentions.get(place, ())]:
            expected = "a paragraph that mentions it"
            yield finding(tables, "observations", place, "locator", repr(locator), expected)
    yield from _unlike(tables, mentions)


def _unlike(tables: Tables, mentions: dict[int, list[int]]) -> Found:
    """Mentions whose numerals are not those that mention their observation at its own place."""
    (tokens,), numerals_of = columns(tables, "numerals", "token"), numerals_mentioned(tables)
    (locators,), (own,) = columns(tables, "mentions", "locator"), columns(tables, "observations", "locator")
    for place, those in mentions.items():
        stated: dict[str, list[str]] = defaultdict(list)
        for mention in those:
            stated[locators[mention]].append(tokens[numerals_of[mention]])
        main = stated.get(own[place])
        for mention in those if main is not None else ():
            if stated[locators[mention]] != main:
                expected = f"{' '.join(main or ())!r}, as at the observation's own locator"
                found = repr(" ".join(stated[locators[mention]]))
                yield finding(tables, "mentions", mention, "locator", found, expected)


@rule("observations", "sources")
def locators_are_of_the_report(tables: Tables) -> Found:
    """A figure of the report has the paragraph that prints it, one of another publication has none."""
    kinds = mapping(tables, "sources", "id", "kind")

    def fits(locator: str, source: str) -> bool:
        return bool(locator) != (kinds.get(source) == "publication")

    locators, sources = columns(tables, "observations", "locator", "source")
    for place in failing_groups(tables, "observations", ("locator", "source"), fits):
        is_elsewhere = kinds.get(sources[place]) == "publication"
        expected = "none, since another publication prints it" if is_elsewhere else "the paragraph that prints it"
        yield finding(tables, "observations", place, "locator", repr(locators[place]), expected)


@rule("observations", "mentions", "sources.anchor", "paragraphs")
def sources_are_the_footnotes_that_cover_them(tables: Tables) -> Found:
    """A figure's source is the next footnote in its paragraph, else the innermost heading's, else its report."""
    markers, headings = _footnotes(tables)
    kinds = mapping(tables, "sources", "id", "kind")
    section_of = sections(tables)
    reports = {name: [id_] for id_, name in reports_of(tables["sources"].rows).items()}
    locators, given = columns(tables, "observations", "locator", "source")
    heads: dict[str, tuple[list[str], str]] = {}  # the sources of a paragraph after its last marker, and why
    for place, (locator, ordinal) in enumerate(zip(locators, _last_numerals(tables), strict=True)):
        if ordinal < 0 or kinds.get(given[place]) == "publication":
            continue
        if locator not in heads:
            around = [each for each in sections_around(section_of.get(locator, "")) if each in headings]
            heads[locator] = (reports.get(report_of(locator), []), "the report, since no footnote covers the figure")
            if around:
                why = f"whose marker stands on the heading of section {around[0]}"
                heads[locator] = ([headings[around[0]]], why)
        sources, why = heads[locator]
        inside = markers.get(locator, [])
        following = bisect_left(inside, (ordinal, ""))
        if following < len(inside):
            sources, why = [inside[following][1]], "whose marker is the next in its paragraph"
        if not sources:
            expected = "a footnote that covers the figure, or a source of the kind 'report'"
            yield finding(tables, "observations", place, "source", f"{given[place]!r} without either", expected)
        elif given[place] not in sources:
            yield finding(tables, "observations", place, "source", repr(given[place]), f"{sources[0]!r}, {why}")


def _footnotes(tables: Tables) -> tuple[dict[str, list[tuple[int, str]]], dict[str, str]]:
    """The footnotes: of each paragraph in order, by the numeral before the marker, and of each section's heading."""
    markers: dict[str, list[tuple[int, str]]] = defaultdict(list)
    headings: dict[str, str] = {}
    for row in tables["sources"].rows:
        locator, mark, ordinal = row["anchor"].partition("#")
        if mark and (place := place_of(ordinal)) >= 0:
            markers[locator].append((place, row["id"]))
        elif locator:
            headings[section_of_heading(locator)] = row["id"]
    for inside in markers.values():
        inside.sort()
    return markers, headings


def _last_numerals(tables: Tables) -> array[int]:
    """For each observation the ordinal of the last numeral that mentions it in its own paragraph; -1 without one."""
    (locators,) = columns(tables, "observations", "locator")
    places_of, ordinals = columns(tables, "mentions", "locator", "ordinal")
    numbers = {text: place_of(text) for text in set(ordinals)}
    last = array("q", [-1]) * len(locators)
    for mention, place in enumerate(observations_mentioned(tables)):
        if place >= 0 and places_of[mention] == locators[place] and numbers[ordinals[mention]] >= 0:
            last[place] = numbers[ordinals[mention]]
    return last
