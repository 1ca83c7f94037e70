"""Rules of meaning: every figure has its numeral, every numeral its role, every footnote the figures it covers."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from beijing_public_services.checks.rule import Finding, rule
from beijing_public_services.checks.rules.ordering import sections_around
from beijing_public_services.datapackage.cells import place_of
from beijing_public_services.notation.report_text import NUMERAL, numerals

if TYPE_CHECKING:
    from beijing_public_services.checks.rule import Found
    from beijing_public_services.datapackage.tables import Tables


@rule("paragraphs")
def paragraphs_are_numbered(tables: Tables) -> Found:
    """The paragraphs of a section count from 1, and a locator says section and ordinal."""
    counts: dict[str, int] = defaultdict(int)
    for number, row in tables["paragraphs"].numbered():
        counts[row["section"]] += 1
        if row["ordinal"] != str(counts[row["section"]]):
            expected = f"{counts[row['section']]}, the next of section {row['section']}"
            yield Finding("paragraphs", number, "ordinal", row["ordinal"], expected)
        if row["locator"] != f"s{row['section']}.p{row['ordinal']}":
            expected = f"'s{row['section']}.p{row['ordinal']}'"
            yield Finding("paragraphs", number, "locator", repr(row["locator"]), expected)


@rule("numerals")
def numerals_are_numbered(tables: Tables) -> Found:
    """The numerals of a paragraph count from 1, and each token is a numeral."""
    counts: dict[str, int] = defaultdict(int)
    for number, row in tables["numerals"].numbered():
        counts[row["locator"]] += 1
        if row["ordinal"] != str(counts[row["locator"]]):
            expected = f"{counts[row['locator']]}, the next of {row['locator']}"
            yield Finding("numerals", number, "ordinal", row["ordinal"], expected)
        if not NUMERAL.fullmatch(row["token"]):
            yield Finding("numerals", number, "token", repr(row["token"]), "one numeral")


@rule("numerals", "mentions")
def numerals_are_values_where_mentioned(tables: Tables) -> Found:
    """A numeral has the role `value` exactly where a mention points at it."""
    mentioned = {(row["locator"], row["ordinal"]) for row in tables["mentions"].rows}
    for number, row in tables["numerals"].numbered():
        is_mentioned = (row["locator"], row["ordinal"]) in mentioned
        if is_mentioned != (row["role"] == "value"):
            expected = (
                "'value', since a mention points at it"
                if is_mentioned
                else "another role, since no mention points at it"
            )
            yield Finding("numerals", number, "role", repr(row["role"]), expected)


@rule("numerals", "mentions", "observations")
def mentions_are_numerals_of_the_printed_figure(tables: Tables) -> Found:
    """The numerals that mention an observation are those of its printed figure, the same at every place."""
    tokens = {(row["locator"], row["ordinal"]): row["token"] for row in tables["numerals"].rows}
    observations = {row["id"]: row for row in tables["observations"].rows}
    stated: dict[tuple[str, str], list[str]] = defaultdict(list)
    for number, row in tables["mentions"].numbered():
        token, observation = tokens.get((row["locator"], row["ordinal"])), observations.get(row["observation"])
        if token is None or observation is None:
            continue  # an unknown key is found against the descriptor
        stated[row["observation"], row["locator"]].append(token)
        if token not in (numeral[0] for numeral in numerals(observation["printed"])):
            expected = f"a numeral of the printed figure {observation['printed']!r}"
            yield Finding("mentions", number, "ordinal", repr(token), expected)
    for number, row in tables["observations"].numbered():
        here = stated.get((row["id"], row["locator"]))
        if here is None and row["locator"]:
            yield Finding("observations", number, "locator", repr(row["locator"]), "a paragraph that mentions it")
    for number, row in tables["mentions"].numbered():
        main = stated.get((row["observation"], observations.get(row["observation"], row)["locator"]))
        if main is not None and stated[row["observation"], row["locator"]] != main:
            found = " ".join(stated[row["observation"], row["locator"]])
            expected = f"{' '.join(main)!r}, as at the observation's own locator"
            yield Finding("mentions", number, "locator", repr(found), expected)


@rule("observations", "sources")
def locators_are_of_the_report(tables: Tables) -> Found:
    """A figure of the report has the paragraph that prints it, one of another publication has none."""
    kinds = {row["id"]: row["kind"] for row in tables["sources"].rows}
    for number, row in tables["observations"].numbered():
        is_elsewhere = kinds.get(row["source"]) == "publication"
        if bool(row["locator"]) == is_elsewhere:
            expected = "none, since another publication prints it" if is_elsewhere else "the paragraph that prints it"
            yield Finding("observations", number, "locator", repr(row["locator"]), expected)


@rule("observations", "mentions", "sources.anchor", "paragraphs")
def sources_are_the_footnotes_that_cover_them(tables: Tables) -> Found:
    """A figure's source is the next footnote in its paragraph, else the innermost heading's, else the report."""
    after: dict[str, list[tuple[int, str]]] = defaultdict(list)
    headings, kinds = {}, {}
    for row in tables["sources"].rows:
        kinds[row["id"]] = row["kind"]
        locator, mark, ordinal = row["anchor"].partition("#")
        if mark and (place := place_of(ordinal)) >= 0:
            after[locator].append((place, row["id"]))
        elif locator:
            headings[locator.removeprefix("s")] = row["id"]
    sections = {row["locator"]: row["section"] for row in tables["paragraphs"].rows}
    reports = [id_ for id_, kind in kinds.items() if kind == "report"]
    last: dict[tuple[str, str], int] = {}
    for row in tables["mentions"].rows:
        if (place := place_of(row["ordinal"])) >= 0:
            last[row["observation"], row["locator"]] = place
    for markers in after.values():
        markers.sort()
    for number, row in tables["observations"].numbered():
        printed_at = last.get((row["id"], row["locator"]))
        if kinds.get(row["source"]) == "publication" or printed_at is None:
            continue
        markers = after.get(row["locator"], [])
        following = bisect_left(markers, (printed_at, ""))
        around = [each for each in sections_around(sections.get(row["locator"], "")) if each in headings]
        if following < len(markers):
            sources, why = [markers[following][1]], "whose marker is the next in its paragraph"
        elif around:
            sources, why = [headings[around[0]]], f"whose marker stands on the heading of section {around[0]}"
        else:
            sources, why = reports, "the report, since no footnote covers the figure"
        if not sources:
            expected = "a footnote that covers the figure, or a source of the kind 'report'"
            yield Finding("observations", number, "source", f"{row['source']!r} without either", expected)
        elif row["source"] not in sources:
            yield Finding("observations", number, "source", repr(row["source"]), f"{sources[0]!r}, {why}")


@rule("sources.anchor", "paragraphs", "numerals")
def footnotes_are_anchored_in_order(tables: Tables) -> Found:
    """Footnotes are n01, n02, … in the order of their anchors, nothing else has an anchor; one source is the report."""
    places = {row["locator"]: number for number, row in enumerate(tables["paragraphs"].rows)}
    counts = Counter(row["locator"] for row in tables["numerals"].rows)
    heads: dict[str, int] = {}
    for number, row in enumerate(tables["paragraphs"].rows):
        for depth in range(1, row["section"].count(".") + 2):
            heads.setdefault("s" + ".".join(row["section"].split(".")[:depth]), number)
    before, count = (-1, -1), 0
    for number, row in tables["sources"].numbered():
        count += row["kind"] == "footnote"
        if row["kind"] == "footnote" and row["id"] != f"n{count:02d}":
            yield Finding("sources", number, "id", repr(row["id"]), f"'n{count:02d}', the next footnote")
        locator, _, ordinal = row["anchor"].partition("#")
        here = (places.get(locator, heads.get(locator, -1)), place_of(ordinal))
        printed = counts[locator] if locator in places else -1
        if (row["kind"] == "footnote") != bool(row["anchor"]):
            yield Finding("sources", number, "anchor", repr(row["anchor"]), "one for footnotes alone")
        elif row["anchor"] and (here < before or here[0] < 0 or here[1] > printed):
            expected = "a place of the report, not before that of the footnote before"
            yield Finding("sources", number, "anchor", repr(row["anchor"]), expected)
        before = here if row["anchor"] else before
    reports = [number for number, row in tables["sources"].numbered() if row["kind"] == "report"]
    if tables["sources"].rows and len(reports) != 1:
        found = f"{len(reports)} sources of the kind 'report'"
        yield Finding("sources", reports[-1] if reports else None, "kind", found, "one")
