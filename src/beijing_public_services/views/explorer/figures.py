"""Indicators and their figures as plain values, with the intervals, periods and cross-checks that the page draws."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from beijing_public_services.errors import BeijingPublicServicesError, PeriodError
from beijing_public_services.model.indicator import headline_of
from beijing_public_services.model.wording import format_period
from beijing_public_services.notation.periods import read_period
from beijing_public_services.views.explorer.charts import chart

if TYPE_CHECKING:
    from decimal import Decimal

    from beijing_public_services.datapackage.package import DataPackage
    from beijing_public_services.model.evidence import CrossCheck
    from beijing_public_services.model.indicator import Indicator
    from beijing_public_services.model.observation import Observation
    from beijing_public_services.notation.interval import Interval


def indicators(package: DataPackage) -> list[dict[str, Any]]:
    """Return every indicator with its figures, in the package's order; what is empty is left out."""
    return [_filled({**_indicator(each), "chart": chart(package, each)}) for each in package.indicators]


def period(text: str) -> list[Any]:
    """Return a period as people read it in Chinese and in English, its frequency, and its first and last day."""
    try:
        read = read_period(text)
    except PeriodError:
        return [text, text, "undated", "", ""]
    first, last = (
        "-".join(f"{part:02d}" for part in day) if 0 < day[0] < 10_000 else "" for day in (read.start, read.end)
    )
    return [format_period(text, "zh"), format_period(text, "en"), read.frequency, first.zfill(10), last.zfill(10)]


def plain(number: Decimal) -> str:
    """Return a decimal in digits, without an exponent."""
    return f"{number:f}"


def _indicator(indicator: Indicator) -> dict[str, Any]:
    first = headline_of(indicator)
    return {
        "id": indicator.id,
        "domain": indicator.domain,
        "topic": indicator.topic,
        "zh": indicator.name_zh,
        "en": indicator.name_en,
        "keywords": list(indicator.keywords),
        "definition": indicator.definition,
        "unit": indicator.unit,
        "measure": indicator.measure,
        "parent": indicator.parent,
        "timing": indicator.timing,
        "headline": first.id if first else "",
        "figures": [_filled(_figure(each)) for each in indicator.observations],
    }


def _figure(figure: Observation) -> dict[str, Any]:
    return {
        "id": figure.id.removeprefix(figure.indicator) if figure.id.startswith(f"{figure.indicator}:") else figure.id,
        "area": figure.area,
        "period": figure.period,
        "dimension": figure.dimension,
        "category": figure.category,
        "value": plain(figure.decimal),
        "upper": plain(figure.highest) if figure.bound == "between" else "",
        "bound": figure.bound if figure.bound != "exact" else "",
        "interval": _interval(figure),
        "target": figure.status == "target",
        "base": [figure.base_kind, figure.base_period, figure.base_area] if figure.base_kind else [],
        "prices": figure.price_basis,
        "printed": figure.printed,
        "locator": figure.locator,
        "source": figure.source.id,
        "note": figure.note,
        "checks": [_check(each) for each in figure.cross_checks],
        "odd": [[each.kind, each.what] for each in figure.anomalies],
        "disputed": figure.disputed,
        "questioned": figure.questioned,
        "break": figure.is_break,
    }


def _check(check: CrossCheck) -> list[str]:
    return [check.source.id, check.verdict, check.printed, _number(check.value), check.unit, check.note]


def _number(value: float) -> str:
    from decimal import Decimal

    return plain(Decimal(repr(value)))


def _interval(figure: Observation) -> list[Any]:
    """The two ends, "" for none, and whether each is closed; empty if the interval is the value alone or not known."""
    try:
        interval: Interval = figure.interval
    except BeijingPublicServicesError:
        return []
    if interval.lower == interval.upper == figure.decimal:
        return []
    ends = ["" if end is None else plain(end) for end in (interval.lower, interval.upper)]
    return [*ends, interval.lower_closed, interval.upper_closed]


def _filled(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value not in ("", [], False, {})}
