"""Rules of meaning: paragraphs, mentions and footnotes belong to one of the reports, and each report is dated."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from beijing_public_services.checks.columns import (
    columns,
    distinct_or_all,
    finding,
    observations_mentioned,
    report_ranks,
    sections,
)
from beijing_public_services.checks.rule import Finding, rule
from beijing_public_services.checks.rules.ordering import sections_around
from beijing_public_services.datapackage.cells import place_of
from beijing_public_services.notation.locators import footnote_of, report_of, reports_of, section_of_heading

if TYPE_CHECKING:
    from beijing_public_services.checks.rule import Found
    from beijing_public_services.datapackage.tables import Tables


@rule("paragraphs", "sources")
def paragraphs_belong_to_a_report(tables: Tables) -> Found:
    """The locators of the first report name no report; those of another begin with its id in `sources`, and a slash."""
    names = report_ranks(tables)
    for number, row in tables["paragraphs"].numbered():
        if (report := report_of(row["locator"])) not in names:
            others = ", ".join(repr(f"{name}/") for name in names if name)
            expected = f"the id of a source of the kind 'report' other than the first: {others or 'there is none'}"
            yield Finding("paragraphs", number, "locator", f"the report {report!r}", expected)


@rule("sources")
def reports_of_several_are_dated(tables: Tables) -> Found:
    """If a package has several reports, each has a date, so that the latest figure of a period is known."""
    reports = [(number, row) for number, row in tables["sources"].numbered() if row["kind"] == "report"]
    for number, row in reports if len(reports) > 1 else ():
        if not row["published"]:
            expected = f"the date of {row['id']!r}, since there are {len(reports)} reports"
            yield Finding("sources", number, "published", "no date", expected)


@rule("observations", "mentions")
def mentions_stand_in_the_report_of_their_figure(tables: Tables) -> Found:
    """The paragraphs that mention a figure are of the report that prints it; another report prints another figure."""
    (own,), (locators,) = columns(tables, "observations", "locator"), columns(tables, "mentions", "locator")
    if not any("/" in each for each in chain(distinct_or_all(own), distinct_or_all(locators))):
        return
    for mention, place in enumerate(observations_mentioned(tables)):
        report = report_of(locators[mention])
        if place >= 0 and own[place] and report_of(own[place]) != report:
            expected = f"a paragraph of the report that prints {own[place]}, and an observation of its own elsewhere"
            yield finding(tables, "mentions", mention, "locator", repr(locators[mention]), expected)


@rule("sources.anchor", "paragraphs", "numerals")
def footnotes_are_anchored_in_order(tables: Tables) -> Found:
    """The footnotes of a report are n01, n02, … in the order of their anchors, and nothing else has an anchor.

    Those of a report other than the first stand below it and begin with its id: bulletin_n01. One source is a report.
    """
    places = {row["locator"]: number for number, row in enumerate(tables["paragraphs"].rows)}
    counts = Counter(*columns(tables, "numerals", "locator"))
    heads: dict[str, int] = {}
    for number, section in enumerate(sections(tables).values()):
        for each in sections_around(section):
            heads.setdefault(each, number)
    names = reports_of(tables["sources"].rows)
    before, count, report = (-1, -1), 0, ""
    for number, row in tables["sources"].numbered():
        if names.get(row["id"]):
            before, count, report = (-1, -1), 0, row["id"]
        count += row["kind"] == "footnote"
        if row["kind"] == "footnote" and row["id"] != (expected := footnote_of(report, f"n{count:02d}")):
            yield Finding("sources", number, "id", repr(row["id"]), f"{expected!r}, the next footnote")
        locator, _, ordinal = row["anchor"].partition("#")
        here = (places.get(locator, heads.get(section_of_heading(locator), -1)), place_of(ordinal))
        printed = counts[locator] if locator in places else -1
        if (row["kind"] == "footnote") != bool(row["anchor"]):
            yield Finding("sources", number, "anchor", repr(row["anchor"]), "one for footnotes alone")
        elif row["anchor"] and (
            here < before or here[0] < 0 or here[1] > printed or report_of(row["anchor"]) != report
        ):
            expected = "a place of the report, not before that of the footnote before"
            yield Finding("sources", number, "anchor", repr(row["anchor"]), expected)
        before = here if row["anchor"] else before
    if tables["sources"].rows and not names:
        yield Finding("sources", None, "kind", "no source of the kind 'report'", "the report that the figures are from")
