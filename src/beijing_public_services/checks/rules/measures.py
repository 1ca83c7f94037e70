"""Rules of meaning: kinds of measure, what they are relative to, when they hold, and what they derive from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from beijing_public_services.checks.columns import columns, failing, failing_groups, finding, mapping
from beijing_public_services.checks.rule import Finding, rule
from beijing_public_services.checks.rules.ordering import along_parents, ends_of
from beijing_public_services.errors import PeriodError
from beijing_public_services.notation.periods import previous_months, previous_year, read_period

if TYPE_CHECKING:
    from collections.abc import Mapping

    from beijing_public_services.checks.rule import Found
    from beijing_public_services.datapackage.tables import Row, Tables

TIMES = {"year", "month", "day", "calendar_year", "calendar_day"}
BASE = ("base_kind", "base_period", "base_area")
OF_GROWTH = re.compile("(?:_fixed_base|_month_on_month|_quarter_on_quarter|_year_on_year)?_growth$")
UNITS_OF = {
    "share": {"percent", "permille"},
    "rate": {"percent", "permille"},
    "growth": {"percent"},
    "rank": {"rank"},
    "streak": TIMES,
    "span": TIMES,
    "index": {"index"},
    "difference": {"percentage_point", "rank"},
}
PREVIOUS = {"previous_year": 12, "previous_quarter": 3, "previous_month": 1}  # months
BASES_OF = {
    "growth": {*PREVIOUS, "fixed_year", "unstated"},
    "difference": {*PREVIOUS, "fixed_year", "regional", "national", "global", "total_investment", "unstated"},
    "share": {"total", "regional", "national", "global"},
    "rank": {"local", "regional", "national", "global"},
    "multiple": {"", *PREVIOUS, "fixed_year", "earlier", "regional", "national", "global", "unstated"},  # in `times`
    "level": {"", "earlier"},
    "index": {"", "earlier"},
}


@rule("indicators")
def units_fit_the_measure(tables: Tables) -> Found:
    """Shares and rates are in percent or permille, growth in percent, ranks in ranks, streaks and spans in time.

    A level is in neither percent nor ranks. A difference is in percentage points, in ranks, or in its parent's unit.
    """
    taken = {"percent", "percentage_point", "rank", "index"}
    units = {row["id"]: row["unit"] for row in tables["indicators"].rows}
    for number, row in tables["indicators"].numbered():
        fitting = UNITS_OF.get(row["measure"])
        if row["measure"] == "difference":
            fitting = {*UNITS_OF["difference"], units.get(row["parent"], "rank")} - {"percent"}
        if row["unit"] not in fitting if fitting else row["unit"] in taken:
            found = f"{row['measure']!r} in {row['unit']!r}"
            expected = (
                f"one of {', '.join(sorted(fitting))}" if fitting else f"a unit other than {', '.join(sorted(taken))}"
            )
            yield Finding("indicators", number, "measure", found, expected)


@rule("observations", "indicators")
def bases_fit_the_measure(tables: Tables) -> Found:
    """Growth, differences, shares and ranks say what they are relative to; a level may follow an earlier one.

    A level in `times` is a multiple, which may be of an earlier time or of another place.
    """
    measures = mapping(tables, "indicators", "id", "measure")
    units = mapping(tables, "indicators", "id", "unit")
    measures |= {id_: "multiple" for id_, unit in units.items() if unit == "times" and measures[id_] == "level"}

    def fits(indicator: str, base: str, price_basis: str) -> bool:
        changes = measures.get(indicator) in ("growth", "difference")
        return base in BASES_OF.get(measures.get(indicator, ""), {""}) and (not price_basis or changes)

    names = ("indicator", "base_kind", "price_basis")
    cells = columns(tables, "observations", *names)
    for place in failing_groups(tables, "observations", names, fits):
        indicator, base, price_basis = (column[place] for column in cells)
        fitting = BASES_OF.get(measures.get(indicator, ""), {""})
        measure = measures.get(indicator) or "figure of no known measure"
        if base not in fitting:
            kinds = " or ".join(repr(kind) for kind in sorted(fitting) if kind)
            expected = f"{kinds}{' or nothing' * ('' in fitting)}" if kinds else f"nothing: a {measure} has no base"
            yield finding(tables, "observations", place, "base_kind", f"{base!r} for a {measure}", expected)
        if price_basis and measure not in ("growth", "difference"):
            yield finding(tables, "observations", place, "price_basis", repr(price_basis), f"nothing for a {measure}")


@rule("observations", "areas")
def bases_are_complete(tables: Tables) -> Found:
    """A base has the period and the area that its kind asks for, and no other."""
    parents = mapping(tables, "areas", "id", "parent")
    countries = along_parents(parents, lambda area: area if len(area) == 2 else None)
    ends = ends_of(parents)
    regions = {area: _region_of(area, parents) for area in parents}

    def is_without_base(*base: str) -> bool:
        return base == ("", "", "")

    cells = columns(tables, "observations", *BASE, "period", "area")
    for place in failing_groups(tables, "observations", BASE, is_without_base):
        row: Row = dict(zip((*BASE, "period", "area"), (column[place] for column in cells), strict=True))
        areas = {
            "local": row["area"],
            "regional": regions.get(row["area"], ""),
            "national": countries.get(row["area"]) or "",
            "global": ends.get(row["area"]) or row["area"],
        }
        base_area = areas.get(row["base_kind"], "")
        for column, expected in (("base_period", _base_period(row)), ("base_area", base_area)):
            if expected is not None and row[column] != expected:
                found = f"{row[column]!r} for the base {row['base_kind']!r} of {row['period']!r}"
                yield finding(tables, "observations", place, column, found, repr(expected))


def _region_of(area: str, parents: Mapping[str, str]) -> str:
    """Return the smallest area that another lies in and that is no country; "" if the package has none."""
    region = parents.get(area, "")
    return "" if len(region) == 2 or not parents.get(region) else region


def _base_period(row: Row) -> str | None:
    """The period that the base must have; None where the row is free to say, or unreadable."""
    try:
        if row["base_kind"] == "previous_year":
            return previous_year(row["period"])
        if row["base_kind"] in PREVIOUS:
            return previous_months(row["period"], PREVIOUS[row["base_kind"]])
        if row["base_kind"] == "fixed_year":
            earlier = read_period(row["base_period"]).end < read_period(row["period"]).start
            return None if earlier else "a period before the figure's own"
    except PeriodError:
        return None
    return ".." if row["base_kind"] == "earlier" else ""


@rule("observations")
def periods_are_readable(tables: Tables) -> Found:
    """Periods are in SDMX form, of days that exist, and do not run backwards."""
    for column in ("period", "base_period"):
        reasons: dict[str, str] = {}

        def is_readable(text: str, column: str = column, reasons: dict[str, str] = reasons) -> bool:
            try:
                if text or column == "period":
                    read_period(text)
            except PeriodError as error:
                reasons[text] = error.expected
            return text not in reasons

        for place, cell in failing(tables, "observations", column, is_readable):
            yield finding(tables, "observations", place, column, repr(cell), reasons[cell])


@rule("observations", "indicators")
def timing_fits_the_period(tables: Tables) -> Found:
    """The period of a figure is a day exactly if its timing is `as_of`; one with an open start is not a day."""
    timings = mapping(tables, "indicators", "id", "timing")

    def fits(text: str, indicator: str) -> bool:
        try:
            period = read_period(text)
        except PeriodError:
            return True
        return period.text == ".." or period.is_day == (timings.get(indicator) == "as_of")

    periods, indicators = columns(tables, "observations", "period", "indicator")
    for place in failing_groups(tables, "observations", ("period", "indicator"), fits):
        found = f"{periods[place]!r} for timing {timings.get(indicators[place])!r}"
        expected = "a day exactly where the timing is 'as_of'"
        yield finding(tables, "observations", place, "period", found, expected)


@rule("indicators")
def parents_fit_the_measure(tables: Tables) -> Found:
    """The growth of an indicator of the package has it as its parent, by id; parents form no circle.

    Growth over the year before is `x_growth`; other growth of `x` beside it is `x_fixed_base_growth`,
    `x_month_on_month_growth` or `x_quarter_on_quarter_growth`.
    """
    parents = {row["id"]: row["parent"] for row in tables["indicators"].rows}
    ends = ends_of(parents)
    for number, row in tables["indicators"].numbered():
        stem = OF_GROWTH.sub("", row["id"])
        if row["measure"] == "growth" and stem == row["id"]:
            yield Finding("indicators", number, "id", repr(row["id"]), "an id that ends in _growth")
        elif row["measure"] == "growth" and row["parent"] != (stem if stem in parents else ""):
            expected = repr(stem) if stem in parents else f"none, since there is no {stem!r}"
            yield Finding("indicators", number, "parent", repr(row["parent"]), expected)
        if ends[row["id"]] is None:
            yield Finding("indicators", number, "parent", "a circle of parents", "a chain that ends")
