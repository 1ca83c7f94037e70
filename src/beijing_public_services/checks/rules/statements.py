"""Rules of meaning: a statement fits its kind, and refers to paragraphs, figures and a source that exist."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, get_args

from beijing_public_services.checks.columns import sections
from beijing_public_services.checks.rule import Finding, rule
from beijing_public_services.checks.rules.identifiers import within
from beijing_public_services.datapackage.cells import split_list
from beijing_public_services.datapackage.contract import CONTRACT
from beijing_public_services.model import codelists
from beijing_public_services.notation.locators import report_of, reports_of, section_of_heading

if TYPE_CHECKING:
    from beijing_public_services.checks.rule import Found
    from beijing_public_services.datapackage.tables import Tables

SUBKINDS: dict[str, tuple[str, ...]] = {
    "instrument": get_args(codelists.InstrumentSubkind),
    "shortcoming": get_args(codelists.ShortcomingSubkind),
    "priority": get_args(codelists.PrioritySubkind),
    "event": get_args(codelists.EventSubkind),
}
TITLE_MARKS = ("《", "》")


@rule("statements")
def statement_kinds_fit_their_row(tables: Tables) -> Found:
    """A statement's id begins with its kind, and its subkind is one of that kind.

    Only instruments have a status or an issuer.
    """
    for number, row in tables["statements"].numbered():
        kind = row["kind"]
        if row["id"].partition(".")[0] != kind:
            yield Finding("statements", number, "id", repr(row["id"]), f"an id that begins with '{kind}.'")
        if kind in SUBKINDS and row["subkind"] not in SUBKINDS[kind]:
            expected = f"one of {', '.join(SUBKINDS[kind])}, for {kind!r}"
            yield Finding("statements", number, "subkind", repr(row["subkind"]), expected)
        for column in ("status", "issuer"):
            if row[column] and kind != "instrument":
                yield Finding("statements", number, column, repr(row[column]), f"none for {kind!r}")


@rule("statements")
def statement_names_are_distinct(tables: Tables) -> Found:
    """No two statements of a kind have the same name in a language, and no name is empty or holds title marks."""
    for column in ("name_zh", "name_en"):
        seen: set[tuple[str, str]] = set()
        for number, row in tables["statements"].numbered():
            name = row[column]
            if (row["kind"], name) in seen or not name.strip():
                yield Finding("statements", number, column, repr(name), f"a name of its own among the {row['kind']}s")
            elif name.startswith(TITLE_MARKS) or name.endswith(TITLE_MARKS):
                yield Finding("statements", number, column, repr(name), "the title without its marks")
            seen.add((row["kind"], name))


@rule("statements", "paragraphs", "indicators")
def statement_lists_refer_to_rows(tables: Tables) -> Found:
    """Each paragraph and indicator that a statement lists exists, and each list holds them once and in their order."""
    for reference in CONTRACT["statements"].references:
        if not reference.is_list:
            continue
        (column,), (resource,) = reference.columns, reference.resources
        places = {id_: place for place, id_ in enumerate(tables[resource].column(CONTRACT[resource].key[0]))}
        for number, row in tables["statements"].numbered():
            ids = split_list(row[column])
            unknown = [id_ for id_ in ids if id_ not in places]
            if unknown or not (ids or reference.may_be_empty):
                found = repr(unknown[0]) if unknown else "nothing"
                yield Finding("statements", number, column, found, f"ids of {resource}, separated by ';'")
                continue
            if row[column] != ";".join(sorted(set(ids), key=lambda id_: places[id_])):
                yield Finding("statements", number, column, repr(row[column]), f"each once, in the order of {resource}")


@rule("statements", "indicators", "observations", "mentions")
def statement_figures_are_printed_beside_them(tables: Tables) -> Found:
    """One of the paragraphs of a statement prints a figure of each indicator that the statement lists."""
    indicators = dict(zip(tables["observations"].column("id"), tables["observations"].column("indicator"), strict=True))
    printed: dict[str, set[str]] = defaultdict(set)
    for row in tables["mentions"].rows:
        printed[indicators.get(row["observation"], "")].add(row["locator"])
    for number, row in tables["statements"].numbered():
        for id_ in split_list(row["indicators"]):
            if printed[id_].isdisjoint(split_list(row["locators"])):
                expected = f"an indicator with a figure in {row['locators']}"
                yield Finding("statements", number, "indicators", repr(id_), expected)


@rule("statements", "domains", "paragraphs")
def statements_stand_where_the_report_says_them(tables: Tables) -> Found:
    """Statements stand in the order of their first paragraphs, and belong to the domain whose section says them.

    If the first paragraph is in no domain's section, the domain is that of one of the others, or none.
    """
    places = {row["locator"]: place for place, row in enumerate(tables["paragraphs"].rows)}
    domains = {row["section"]: row["id"] for row in tables["domains"].rows}
    around = {
        locator: max((each for each in domains if within(section, each)), key=len, default="")
        for locator, section in sections(tables).items()
    }
    locators = [split_list(row["locators"]) or ("",) for row in tables["statements"].rows]
    for number, (before, here) in enumerate(pairwise([each[0] for each in locators]), 3):
        if places.get(before, -1) > places.get(here, -1):
            yield Finding("statements", number, "locators", f"{here!r} after {before!r}", "the report's order")
    for (number, row), where in zip(tables["statements"].numbered(), locators, strict=True):
        possible = [domains[section] for section in map(around.get, where) if section]
        if around.get(where[0]):
            possible = possible[:1]
        elif possible:
            possible.append("")
        if possible and row["domain"] not in possible:
            expected = f"{possible[0]!r}, in whose section the report says it"
            yield Finding("statements", number, "domain", repr(row["domain"]), expected)


@rule("statements", "sources.anchor", "paragraphs")
def statement_sources_may_cover_them(tables: Tables) -> Found:
    """The source of a statement is a footnote in its first paragraph, the one on its heading, or else its report."""
    marked: dict[str, list[str]] = defaultdict(list)
    headings: dict[str, str] = {}
    for row in tables["sources"].rows:
        place, mark, _ = row["anchor"].partition("#")
        if mark:
            marked[place].append(row["id"])
        elif place:
            headings[section_of_heading(place)] = row["id"]
    section_of = sections(tables)
    reports = {name: id for id, name in reports_of(tables["sources"].rows).items()}
    for number, row in tables["statements"].numbered():
        first = row["locators"].partition(";")[0]
        around = [section for section in headings if within(section_of.get(first, ""), section)]
        last = headings[max(around, key=len)] if around else reports.get(report_of(first), "the report")
        possible = [*marked[first], last]
        if row["source"] not in possible:
            yield Finding("statements", number, "source", repr(row["source"]), f"one of {', '.join(possible)}")
