"""What a figure takes from other rows of its package: its report, its level, its unit, and names to show with it."""

from __future__ import annotations

from beijing_public_services.model.bases import Measured, Setting
from beijing_public_services.notation.locators import report_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from beijing_public_services.model.observation import Observation
    from beijing_public_services.model.provenance import Source

    Records = Callable[[str], dict[Any, Any]]  # the records of a resource by their key


def report_of_figure(records: Records, figure: Observation) -> Source | None:
    """Return the report that prints a figure; None for a figure of another publication."""
    if not figure.locator:
        return None
    sources = records("sources")
    if name := report_of(figure.locator):
        return sources[name] if name in sources and sources[name].kind == "report" else None
    return next((each for each in sources.values() if each.kind == "report"), None)


def level_of(records: Records, parent: str, change: Observation) -> Observation | None:
    """Return the level of a change: its parent's figure for the same area, period and category.

    If several are printed, that of the same report comes first, then that of any report, then an exact one.
    """
    indicator = records("indicators").get(parent)
    place = (change.area, change.period, change.category)
    report = report_of(change.locator)

    def rank(level: Observation) -> tuple[bool, bool, bool]:
        is_of_a_report = level.source.kind != "publication"
        return is_of_a_report and report_of(level.locator) == report, is_of_a_report, level.bound == "exact"

    figures = indicator.observations if indicator else ()
    levels = [each for each in figures if (each.area, each.period, each.category) == place]
    return max(levels, key=rank, default=None)


def measured(records: Records, indicator: str, definitions: tuple[str, ...] | None) -> Measured:
    """Return what the observations of an indicator take from it."""
    found = records("indicators")[indicator]
    unit = records("units")[found.unit]
    return Measured(expression=unit.expression, counted=unit.is_counted, parent=found.parent, definitions=definitions)


def setting(records: Records, observation: Observation) -> Setting:
    """Return what a person reads with an observation."""
    indicator = records("indicators")[observation.indicator]
    return Setting(
        indicator=indicator.id,
        name_zh=indicator.name_zh,
        name_en=indicator.name_en,
        unit=records("units").get(observation.unit),
        area=records("areas").get(observation.area),
        category=records("categories").get((observation.dimension, observation.category)),
    )
