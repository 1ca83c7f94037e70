"""The wide table: one row per figure with its full context, and the meaning of each column."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from beijing_public_services.errors import ExportError, IntervalError, PrintedFigureError
from beijing_public_services.exports.sheet import WHOLE, Column, Kind, Sheet
from beijing_public_services.notation.periods import OPEN_END, OPEN_START

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal
    from typing import Any

    from beijing_public_services.datapackage.package import DataPackage
    from beijing_public_services.exports.sheet import Cell
    from beijing_public_services.model.indicator import Indicator
    from beijing_public_services.model.observation import Observation
    from beijing_public_services.notation.interval import Interval

NAME = "figures"
MEANINGS: dict[str, tuple[Kind, str]] = {
    "id": ("text", "Identifier of the observation; it never changes its meaning."),
    "indicator": ("text", "Identifier of what is measured."),
    "indicator_zh": ("text", "Chinese name of the indicator."),
    "indicator_en": ("text", "English name of the indicator."),
    "definition": ("text", "What is counted or measured."),
    "measure": ("text", "Kind of measure: level, share, rate, growth, difference, rank, streak, span or index."),
    "parent": ("text", "Indicator that this one is a growth, share, part, rank, streak or span of."),
    "timing": ("text", "Whether the value holds during the period, at its end, or as of a stated day."),
    "domain": ("text", "Identifier of the service area."),
    "domain_zh": ("text", "Chinese name of the service area."),
    "domain_en": ("text", "English name of the service area."),
    "topic": ("text", "Identifier of the topic within the service area."),
    "topic_zh": ("text", "Chinese name of the topic."),
    "topic_en": ("text", "English name of the topic."),
    "area": ("text", "Identifier of the place; its ISO 3166 code where it has one."),
    "area_zh": ("text", "Chinese name of the place."),
    "area_en": ("text", "English name of the place."),
    "period": ("text", "A year, quarter, month or day, or a range of them; `..` stands for an end that is not given."),
    "period_start": ("text", "First day of the period; empty if it is not given."),
    "period_end": ("text", "Last day of the period; empty if it is not given."),
    "year": ("whole", "Calendar year that the period lies in; empty if it lies in several or is open."),
    "frequency": ("text", "Kind of period: year, quarter, month, day, span or undated."),
    "is_break": ("flag", "Whether the figure is the first on a new basis, so that earlier ones do not compare."),
    "break_note": ("text", "What changed with it."),
    "dimension": ("text", "Breakdown that the figure belongs to; empty for the whole."),
    "category": ("text", "Identifier of the item of the breakdown; empty for the whole."),
    "category_zh": ("text", "Chinese name of the item."),
    "category_en": ("text", "English name of the item."),
    "value": (
        "number",
        "The figure in its unit, with scale words written out and declines negative; read `bound` with it.",
    ),
    "value_digits": ("text", "The same as a plain decimal, with the digits that the data package gives."),
    "unit": ("text", "Identifier of the unit of value, lower and upper."),
    "unit_ucum": ("text", "UCUM code of the unit; an annotation for what UCUM lacks."),
    "unit_symbol": ("text", "Symbol of the unit."),
    "unit_zh": ("text", "Chinese name of the unit."),
    "unit_en": ("text", "English name of the unit."),
    "bound": ("text", "How the value limits the truth: exact, gt, ge, lt, le, nearly, about or some_over."),
    "lower": ("number", "The least that the printed figure allows; empty if there is no lower bound."),
    "upper": ("number", "The most that the printed figure allows; empty if there is no upper bound."),
    "lower_closed": ("flag", "Whether the least is itself possible."),
    "upper_closed": ("flag", "Whether the most is itself possible."),
    "interval": (
        "text",
        "Both ends in exact decimals, with a square bracket at a closed end; empty if it cannot be read.",
    ),
    "status": ("text", "Whether the figure is actual or a target."),
    "base_kind": ("text", "What a growth, share, rank, difference or later value is relative to."),
    "base_period": ("text", "The period of that base."),
    "base_area": ("text", "The place of that base."),
    "price_basis": ("text", "Whether a growth in money is nominal or real; not_stated if the source does not say."),
    "printed": ("text", "The figure as the source prints it."),
    "locator": ("text", "The paragraph of the report that prints it; empty for a figure of another publication."),
    "mentions": ("text", "Every numeral of the report that states it, by paragraph and ordinal, separated by spaces."),
    "source": ("text", "Identifier of the source that the figure rests on."),
    "source_kind": ("text", "Whether that is the report, a footnote of it, or another publication."),
    "source_title": ("text", "Title of the source."),
    "source_publisher": ("text", "Who published the source."),
    "source_published": (
        "text",
        "When the source was published: the day, or the month or year if no more is printed.",
    ),
    "source_url": ("text", "Address of the source."),
    "source_grade": ("text", "A: the official publisher, B: established media, C: secondary literature."),
    "source_seen_as": ("text", "Whether another publication was seen itself (original) or only in a copy elsewhere."),
    "disputed": ("flag", "Whether another publication, seen at its own address, speaks against the figure."),
    "disputed_by": ("text", "Identifiers of the sources that do, separated by spaces."),
    "disputed_printed": ("text", "What each of these prints instead, in the same order, separated by semicolons."),
    "questioned": ("flag", "Whether a publication that was seen only in a copy speaks against the figure."),
    "questioned_by": ("text", "Identifiers of the sources that do, separated by spaces."),
    "questioned_printed": ("text", "What each of these prints instead, in the same order, separated by semicolons."),
    "note": ("text", "Remarks."),
    "data_package": ("text", "Name of the data package."),
    "data_version": ("text", "Version of the data package."),
}
COLUMNS = tuple(Column(name=name, kind=kind, meaning=meaning) for name, (kind, meaning) in MEANINGS.items())


def figures_sheet(package: DataPackage, indicators: Iterable[Indicator] | None = None) -> Sheet:
    """Return one row per observation of these indicators, by default of all, in their order.

    Raises:
        ExportError: a value is too large for a float.
    """
    known: dict[str, dict[Any, Any]] = {
        "indicator": {each.id: each for each in package.indicators},
        "domain": {each.id: each for each in package.domains},
        "topic": {each.id: each for each in package.topics},
        "area": {each.id: each for each in package.areas},
        "unit": {each.id: each for each in package.units},
        "category": {(each.dimension, each.id): each for each in package.categories},
        "digits": {row["id"]: row["value"] for row in package.tables["observations"].rows},
    }
    release: dict[str, Cell] = {"data_package": package.name, "data_version": package.version}
    rows = (
        {**_row(observation, known), **release}
        for indicator in (package.indicators if indicators is None else indicators)
        for observation in indicator.observations
    )
    names = tuple(MEANINGS)
    return Sheet(
        name=NAME,
        columns=COLUMNS,
        rows=tuple(tuple(None if row[name] == "" else row[name] for name in names) for row in rows),
        key=("id",),
    )


def _row(observation: Observation, known: dict[str, dict[Any, Any]]) -> dict[str, Cell]:
    indicator, source = known["indicator"][observation.indicator], observation.source
    row: dict[str, Any] = observation.as_dict()
    row |= {name: getattr(indicator, name) for name in ("definition", "measure", "parent", "timing", "domain", "topic")}
    named = {name: known[name].get(row[name]) for name in ("indicator", "domain", "topic", "area", "unit")}
    named["category"] = known["category"].get((observation.dimension, observation.category))
    for name, each in named.items():
        row[f"{name}_zh"], row[f"{name}_en"] = (each.name_zh, each.name_en) if each else ("", "")
    row |= {f"unit_{name}": getattr(named["unit"], name) for name in ("ucum", "symbol")}
    row |= {"source": source.id}
    row |= {
        f"source_{name}": getattr(source, name)
        for name in ("kind", "title", "publisher", "published", "url", "grade", "seen_as")
    }
    row["mentions"] = " ".join(f"{each.locator}#{each.ordinal}" for each in observation.mentions)
    row |= dispute(observation) | time_of(observation)
    row["break_note"] = " ".join(each.note for each in observation.breaks)
    row["value"] = _float(observation.value, observation)
    row["value_digits"] = known["digits"][observation.id]
    return row | _ends(observation)


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
