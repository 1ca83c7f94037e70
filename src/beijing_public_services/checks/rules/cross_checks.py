"""Rules of meaning: what other publications print is read back, compared by intervals, dated and cited."""

from __future__ import annotations

from decimal import Decimal
from itertools import chain
from typing import TYPE_CHECKING

from beijing_public_services.checks.rule import Finding, rule
from beijing_public_services.checks.rules.ordering import in_order
from beijing_public_services.checks.rules.printed_figures import PLAIN, is_plain_decimal
from beijing_public_services.checks.unit_words import is_unit_or_numerator
from beijing_public_services.datapackage.descriptor import unit_definitions
from beijing_public_services.errors import PeriodError, PrintedFigureError
from beijing_public_services.model.vocabulary import Unit
from beijing_public_services.notation.chinese_words import MEASURE_WORDS
from beijing_public_services.notation.convention import interval_of
from beijing_public_services.notation.multilingual import read_in_any_language
from beijing_public_services.notation.periods import read_period
from beijing_public_services.notation.printed import read_printed

if TYPE_CHECKING:
    from beijing_public_services.checks.rule import Found
    from beijing_public_services.datapackage.tables import Row, Tables
    from beijing_public_services.model.codelists import Agreement
    from beijing_public_services.notation.figure import PrintedFigure


@rule("cross_checks")
def cross_check_values_match_their_text(tables: Tables) -> Found:
    """The value of a cross-check is a plain decimal, and is what its printed figure says, apart from the sign."""
    for number, row in tables["cross_checks"].numbered():
        if not is_plain_decimal(row["value"]):
            yield Finding("cross_checks", number, "value", f"{row['value']!r:.100}", PLAIN)
            continue
        try:
            figure = read_in_any_language(row["printed"], Decimal(row["value"]))
        except PrintedFigureError as error:
            yield Finding("cross_checks", number, "printed", repr(row["printed"]), error.expected)
            continue
        if str(figure.value) != row["value"]:
            expected = f"{figure.value}, which {row['printed']!r} says"
            yield Finding("cross_checks", number, "value", row["value"], expected)


@rule("cross_checks", "observations", "indicators", "units")
def cross_checks_are_in_the_unit_of_their_figure(tables: Tables) -> Found:
    """The unit of a cross-check is that of its observation, and so is a printed unit that the registry knows."""
    definitions = unit_definitions(tables.descriptor)
    expressions = {row["id"]: row["expression"] for row in tables["units"].rows}
    units = _units(tables)
    for number, row in tables["cross_checks"].numbered():
        unit = units.get(row["observation"])
        if unit is None or unit not in expressions:
            continue
        if row["unit"] != unit:
            yield Finding("cross_checks", number, "unit", repr(row["unit"]), f"{unit!r}, that of the observation")
        figure = _figure(row)
        word = figure.unit if figure else ""
        if not word or word in MEASURE_WORDS:
            continue
        agrees = is_unit_or_numerator(word, unit, expressions[unit], definitions)
        if agrees is False:  # a measure word of its own, such as 款, tells nothing
            yield Finding("cross_checks", number, "printed", repr(row["printed"]), f"a figure in {unit!r}")


@rule("cross_checks", "observations", "indicators", "units")
def cross_check_verdicts_follow_from_the_figures(tables: Tables) -> Found:
    """A verdict is what comparing the two printed figures gives; where both can be true, a note may say otherwise.

    With a note it is `refines` where the words alone differ, `contradicts` where the figure is printed of something
    else, and `differs` where what is printed beside two unequal figures excludes that both are true.
    """
    printed = {row["id"]: row["printed"] for row in tables["observations"].rows}
    units = _units(tables)
    counted = {row["id"]: Unit(**{name: row[name] for name in Unit._fields}).is_counted for row in tables["units"].rows}
    for number, row in tables["cross_checks"].numbered():
        other = _figure(row)
        try:
            figure = read_printed(printed[row["observation"]])
        except (KeyError, PrintedFigureError):
            continue  # what is no figure, or no observation, is found by other rules
        if other is None:
            continue
        computed = agreement(figure, other, counted.get(units.get(row["observation"], ""), False))
        if row["verdict"] != computed and row["verdict"] not in _verdicts_by_note(computed, figure, other):
            found = f"{row['verdict']!r} of {row['printed']!r} and {printed[row['observation']]!r}"
            yield Finding("cross_checks", number, "verdict", found, repr(computed))
        rests_on_note = row["verdict"] != computed or row["verdict"] == "refines"
        if rests_on_note and not row["note"]:
            yield Finding("cross_checks", number, "note", "no note", "how the two differ")


@rule("cross_checks", "observations", "sources")
def cross_checks_compare_the_report_with_others(tables: Tables) -> Found:
    """A cross-check compares a figure of the report with another publication; rows are in the order of both."""
    kinds = {row["id"]: row["kind"] for row in tables["sources"].rows}
    sources = {row["id"]: place for place, row in enumerate(tables["sources"].rows)}
    observations = {row["id"]: (place, row["source"]) for place, row in enumerate(tables["observations"].rows)}
    places = []
    for number, row in tables["cross_checks"].numbered():
        place, source = observations.get(row["observation"], (-1, ""))
        if kinds.get(row["source"]) != "publication":
            yield Finding("cross_checks", number, "source", repr(row["source"]), "another publication")
        if kinds.get(source) == "publication":
            yield Finding("cross_checks", number, "observation", repr(row["observation"]), "a figure of the report")
        places.append((place, sources.get(row["source"], -1)))
    yield from in_order(tables, "cross_checks", places, "the order of their observations, then of their sources")


@rule("sources", "observations")
def publications_are_cited(tables: Tables) -> Found:
    """Every publication is cited; they follow the footnotes in order of first citation, and no address occurs twice."""
    has_checks = "cross_checks" in tables and "source" in tables["cross_checks"].columns
    cited = tables["cross_checks"].column("source") if has_checks else []
    first: dict[str, int] = {}
    for mention, source in enumerate(chain(cited, tables["observations"].column("source"))):
        if source not in first:
            first[source] = mention
    before, addresses = -1, set()
    for number, row in tables["sources"].numbered():
        if row["kind"] != "publication":
            if before >= 0:
                yield Finding("sources", number, "kind", repr(row["kind"]), "the reports and their footnotes first")
            continue
        place = first.get(row["id"])
        if place is None:
            expected = "a publication that a cross-check or an observation cites"
            yield Finding("sources", number, "id", f"{row['id']!r}, which nothing cites", expected)
        elif place < before:
            found = f"{row['id']!r} after a publication that is first cited later"
            yield Finding("sources", number, "id", found, "publications in the order in which they are first cited")
        if row["url"] and row["url"] in addresses:
            yield Finding("sources", number, "url", f"{row['url']!r} again", "each publication once")
        addresses.add(row["url"])
        before = max(before, place if place is not None else before, 0)


@rule("sources.seen_as")
def copies_are_cited_by_their_original(tables: Tables) -> Found:
    """A publication says whether it or a copy was seen; a copy is of grade C, has a note, and no address."""
    for number, row in tables["sources"].numbered():
        if bool(row["seen_as"]) != (row["kind"] == "publication"):
            expected = "original or copy" if row["kind"] == "publication" else "nothing, since it is the report's own"
            yield Finding("sources", number, "seen_as", repr(row["seen_as"]), expected)
        if row["seen_as"] != "copy":
            continue
        if row["grade"] != "C":
            yield Finding("sources", number, "grade", repr(row["grade"]), "'C' for a copy")
        if row["url"]:
            yield Finding("sources", number, "url", repr(row["url"]), "no address of a copy")
        if not row["note"]:
            yield Finding("sources", number, "note", "no note", "that a copy was seen")


@rule("sources")
def sources_are_dated_by_days_that_exist(tables: Tables) -> Found:
    """The date of a publication is a day, a month or a year of the calendar, or is not given."""
    for number, row in tables["sources"].numbered():
        try:
            if row["published"]:
                read_period(row["published"])
        except PeriodError:
            yield Finding("sources", number, "published", repr(row["published"]), "a day, a month or a year")


def agreement(figure: PrintedFigure, other: PrintedFigure, counted: bool) -> Agreement:
    """Compare a figure with another publisher's for the same thing.

    They differ if no number lies in both intervals. Otherwise they agree if their bounds are the same, those of ranges
    to both ends; if only the bounds differ, one refines the other.
    """
    if not interval_of(figure, counted).overlaps(interval_of(other, counted)):
        return "differs"
    is_same_range = figure.upper is None or (figure.value, figure.highest) == (other.value, other.highest)
    return "agrees" if figure.bound == other.bound and is_same_range else "refines"


def _verdicts_by_note(computed: Agreement, figure: PrintedFigure, other: PrintedFigure) -> tuple[str, ...]:
    """The verdicts that a note may give in place of the computed one."""
    if computed == "differs":
        return ()
    is_equal = (figure.value, figure.highest) == (other.value, other.highest)
    unequal = () if is_equal else ("differs",)
    return ("contradicts", *unequal, *(("refines",) if computed == "agrees" else ()))


def _units(tables: Tables) -> dict[str, str]:
    """The unit of each observation."""
    units = {row["id"]: row["unit"] for row in tables["indicators"].rows}
    return {row["id"]: units[row["indicator"]] for row in tables["observations"].rows if row["indicator"] in units}


def _figure(row: Row) -> PrintedFigure | None:
    """What a cross-check prints, None where that is no figure."""
    try:
        return read_in_any_language(row["printed"], Decimal(row["value"])) if is_plain_decimal(row["value"]) else None
    except PrintedFigureError:
        return None
