"""Rules of meaning: kinds of measure, what they are relative to, when they hold, and what they derive from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services.checks.rule import Finding, rule
from beijing_public_services.checks.rules.names import Names
from beijing_public_services.checks.rules.ordering import along_parents, ends_of
from beijing_public_services.errors import PeriodError
from beijing_public_services.notation.periods import previous_year, read_period

if TYPE_CHECKING:
    from beijing_public_services.checks.rule import Found
    from beijing_public_services.datapackage.tables import Row, Tables

TIMES = {"year", "month", "day", "calendar_year", "calendar_day"}
UNITS_OF = {
    "share": {"percent"},
    "rate": {"percent"},
    "growth": {"percent"},
    "rank": {"rank"},
    "streak": TIMES,
    "span": TIMES,
    "index": {"index"},
    "difference": {"percentage_point", "rank"},
}
BASES_OF = {
    "growth": {"previous_year", "fixed_year", "unstated"},
    "difference": {"previous_year", "fixed_year", "national", "global", "total_investment", "unstated"},
    "share": {"total", "national", "global"},
    "rank": {"local", "national", "global"},
    "level": {"", "earlier"},
    "index": {"", "earlier"},
}


@rule("indicators")
def units_fit_the_measure(tables: Tables) -> Found:
    """Shares, rates, growth are in percent, ranks in ranks, streaks and spans in time.

    What is in percent or ranks is no level. A difference is in percentage points, in ranks, or in its parent's unit.
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
    """Growth, differences, shares and ranks say what they are relative to; a level may follow an earlier one."""
    measures = {row["id"]: row["measure"] for row in tables["indicators"].rows}
    for number, row in tables["observations"].numbered():
        fitting = BASES_OF.get(measures.get(row["indicator"], ""), {""})
        if row["base_kind"] not in fitting:
            measure = measures.get(row["indicator"]) or "figure of no known measure"
            kinds = " or ".join(repr(kind) for kind in sorted(fitting) if kind)
            expected = f"{kinds}{' or nothing' * ('' in fitting)}" if kinds else f"nothing: a {measure} has no base"
            yield Finding("observations", number, "base_kind", f"{row['base_kind']!r} for a {measure}", expected)
        if row["price_basis"] and measures.get(row["indicator"]) not in ("growth", "difference"):
            yield Finding("observations", number, "price_basis", repr(row["price_basis"]), "none here")


@rule("observations", "areas")
def bases_are_complete(tables: Tables) -> Found:
    """A base has the period and the area that its kind asks for, and no other."""
    parents = {row["id"]: row["parent"] for row in tables["areas"].rows}
    countries = along_parents(parents, lambda area: area if len(area) == 2 else None)
    ends = ends_of(parents)
    for number, row in tables["observations"].numbered():
        areas = {
            "local": row["area"],
            "national": countries.get(row["area"]) or "",
            "global": ends.get(row["area"]) or row["area"],
        }
        base_area = areas.get(row["base_kind"], "")
        for column, expected in (("base_period", _base_period(row)), ("base_area", base_area)):
            if expected is not None and row[column] != expected:
                found = f"{row[column]!r} for the base {row['base_kind']!r} of {row['period']!r}"
                yield Finding("observations", number, column, found, repr(expected))


def _base_period(row: Row) -> str | None:
    """The period that the base must have; None where the row is free to say, or unreadable."""
    try:
        if row["base_kind"] == "previous_year":
            return previous_year(row["period"])
        if row["base_kind"] == "fixed_year":
            earlier = read_period(row["base_period"]).end < read_period(row["period"]).start
            return None if earlier else "a period before the figure's own"
    except PeriodError:
        return None
    return ".." if row["base_kind"] == "earlier" else ""


@rule("observations")
def periods_are_readable(tables: Tables) -> Found:
    """Periods are in SDMX form, of days that exist, and do not run backwards."""
    for number, row in tables["observations"].numbered():
        for column in ("period", "base_period"):
            try:
                if row[column] or column == "period":
                    read_period(row[column])
            except PeriodError as error:
                yield Finding("observations", number, column, repr(row[column]), error.expected)


@rule("observations", "indicators")
def timing_fits_the_period(tables: Tables) -> Found:
    """What holds as of a day has a day for its period, and nothing else has; a count from an open start is none."""
    timings = {row["id"]: row["timing"] for row in tables["indicators"].rows}
    for number, row in tables["observations"].numbered():
        try:
            period = read_period(row["period"])
        except PeriodError:
            continue
        if period.text != ".." and period.is_day != (timings.get(row["indicator"]) == "as_of"):
            found = f"{row['period']!r} for timing {timings.get(row['indicator'])!r}"
            expected = "a day exactly where the timing is 'as_of'"
            yield Finding("observations", number, "period", found, expected)


@rule("indicators")
def definitions_name_the_parent(tables: Tables) -> Found:
    """The definition of an indicator names its parent by the parent's English name, and names no other indicator."""
    names = {row["id"]: row["name_en"].casefold() for row in tables["indicators"].rows}
    known = Names((name, id_) for id_, name in names.items())
    for number, row in tables["indicators"].numbered():
        found_in = known.found_in(row["definition"].casefold())
        named = {id_: names[id_] for id_ in found_in if id_ != row["id"]}
        outermost = {
            id_ for id_, name in named.items() if not any(name != other and name in other for other in named.values())
        }
        if outermost != ({row["parent"]} if row["parent"] else set()):
            found = f"{row['parent']!r} and a definition that names {', '.join(sorted(outermost)) or 'none'}"
            yield Finding("indicators", number, "parent", found, "the same in both")


@rule("indicators")
def parents_fit_the_measure(tables: Tables) -> Found:
    """Growth of an indicator that there is has it as parent, by id; parents do not go round in a circle."""
    parents = {row["id"]: row["parent"] for row in tables["indicators"].rows}
    ends = ends_of(parents)
    for number, row in tables["indicators"].numbered():
        stem = row["id"].removesuffix("_growth").removesuffix("_fixed_base")
        if row["measure"] == "growth" and row["parent"] != (stem if stem in parents else ""):
            expected = repr(stem) if stem in parents else f"none, since there is no {stem!r}"
            yield Finding("indicators", number, "parent", repr(row["parent"]), expected)
        if ends[row["id"]] is None:
            yield Finding("indicators", number, "parent", "a circle of parents", "a chain that ends")
