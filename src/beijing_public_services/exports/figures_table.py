"""The wide table: one row per figure with its full context."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from beijing_public_services.errors import ExportError, IntervalError, PrintedFigureError
from beijing_public_services.exports.sheet import WHOLE, Sheet
from beijing_public_services.exports.vocabulary import COLUMNS, MEANINGS, NAME
from beijing_public_services.model.vintages import current
from beijing_public_services.notation.periods import OPEN_END, OPEN_START

if TYPE_CHECKING:
    from decimal import Decimal
    from typing import Any

    from beijing_public_services.datapackage.package import DataPackage
    from beijing_public_services.exports.sheet import Cell
    from beijing_public_services.model.observation import Observation
    from beijing_public_services.model.wording import Named
    from beijing_public_services.notation.interval import Interval

NO_AREA = dict.fromkeys(("area_zh", "area_en"))
NO_CATEGORY = dict.fromkeys(("category_zh", "category_en"))
OF_INDICATOR = ("definition", "measure", "parent", "timing", "domain", "topic")
OF_OBSERVATION = (
    "id", "indicator", "area", "period", "dimension", "category", "bound", "status", "base_kind", "base_period",
    "base_area", "price_basis", "printed", "locator", "note",
)  # fmt: skip
OF_SOURCE = ("kind", "title", "publisher", "published", "url", "grade", "seen_as")


def figures_sheet(package: DataPackage) -> Sheet:
    """Return one row per observation of a package, in the order of its indicators; it is built once.

    Raises:
        ExportError: a value is too large for a float.
    """
    return package.remembered("wide table", lambda: _build(package))


def _build(package: DataPackage) -> Sheet:
    observations = package.tables["observations"]
    digits = dict(zip(observations.column("id"), observations.column("value"), strict=True))
    by_indicator = _of_indicators(package)
    areas = {each.id: _names("area", each) for each in package.areas}
    categories = {(each.dimension, each.id): _names("category", each) for each in package.categories}
    sources = {
        each.id: {"source": each.id, **{f"source_{name}": getattr(each, name) for name in OF_SOURCE}}
        for each in package.sources
    }
    rows: list[tuple[Cell, ...]] = []
    for indicator in package.indicators:
        shared = by_indicator[indicator.id]
        latest = {each.id for each in current(indicator.observations)}
        for each in indicator.observations:
            row = {name: getattr(each, name) for name in OF_OBSERVATION}
            row |= shared
            row |= areas.get(each.area, NO_AREA)
            row |= categories.get((each.dimension, each.category), NO_CATEGORY)
            row |= sources[each.source.id]
            row |= {"report": each.report.id if each.report else "", "superseded": each.id not in latest}
            row["mentions"] = " ".join([f"{mention.locator}#{mention.ordinal}" for mention in each.mentions])
            row |= dispute(each)
            row |= time_of(each)
            row["break_note"] = " ".join([change.note for change in each.breaks])
            row["value"] = _float(each.value, each)
            row["value_digits"] = digits[each.id]
            row |= _ends(each)
            rows.append(tuple([None if row[name] == "" else row[name] for name in MEANINGS]))
    return Sheet(name=NAME, columns=COLUMNS, rows=tuple(rows), key=("id",))


def _of_indicators(package: DataPackage) -> dict[str, dict[str, Any]]:
    """What the rows of an indicator share, by its id: its own cells, its names, its unit, and the release."""
    domains = {each.id: _names("domain", each) for each in package.domains}
    topics = {each.id: _names("topic", each) for each in package.topics}
    units = {
        each.id: {"unit": each.id, "unit_ucum": each.ucum, "unit_symbol": each.symbol, **_names("unit", each)}
        for each in package.units
    }
    release = {"data_package": package.name, "data_version": package.version}
    return {
        each.id: {
            **{name: getattr(each, name) for name in OF_INDICATOR},
            **_names("indicator", each),
            **domains[each.domain],
            **topics[each.topic],
            **units[each.unit],
            **release,
        }
        for each in package.indicators
    }


def _names(thing: str, named: Named) -> dict[str, str]:
    return {f"{thing}_zh": named.name_zh, f"{thing}_en": named.name_en}


def _ends(observation: Observation) -> dict[str, Cell]:
    """The interval of a figure; nothing if the printed figure cannot be read."""
    try:
        interval: Interval | None = observation.interval
    except (PrintedFigureError, IntervalError):
        interval = None
    if interval is None:
        return dict.fromkeys(("lower", "upper", "lower_closed", "upper_closed", "interval"))
    lower, upper = interval.lower, interval.upper
    return {
        "lower": None if lower is None else _float(lower, observation),
        "upper": None if upper is None else _float(upper, observation),
        "lower_closed": interval.lower_closed,
        "upper_closed": interval.upper_closed,
        "interval": str(interval),
    }


def _float(number: float | Decimal, observation: Observation) -> float:
    """The nearest float, or an int if the number is whole, so that it is written without a decimal point."""
    try:
        nearest = float(number)
    except OverflowError:
        nearest = math.inf
    if math.isinf(nearest):
        raise ExportError(f"{observation.id}: found a value that no float can hold, expected one below 1.8e308")
    is_whole = nearest.is_integer() and not isinstance(number, float)
    return int(nearest) if is_whole and abs(nearest) <= WHOLE else nearest


def dispute(observation: Observation) -> dict[str, bool | str]:
    """Whether other publications dispute or question a figure, which, and what they print."""
    row: dict[str, bool | str] = {}
    for name, checks in (("disputed", observation.disputes), ("questioned", observation.questions)):
        row |= {
            name: bool(checks),
            f"{name}_by": " ".join(each.source.id for each in checks),
            f"{name}_printed": "; ".join(each.printed for each in checks),
        }
    return row


def time_of(observation: Observation) -> dict[str, Any]:
    """The first and last day of the period of a figure, its year and frequency, and whether it is a break."""
    period = observation.parsed_period
    return {
        "period_start": "" if period.start == OPEN_START else "{:04d}-{:02d}-{:02d}".format(*period.start),
        "period_end": "" if period.end == OPEN_END else "{:04d}-{:02d}-{:02d}".format(*period.end),
        "year": period.year,
        "frequency": period.frequency,
        "is_break": observation.is_break,
    }
