"""What an observation takes from the rows that it refers to."""

from __future__ import annotations

from beijing_public_services.model.bases import Measured, Setting

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from beijing_public_services.model.observation import Observation

    Records = Callable[[str], dict[Any, Any]]  # the records of a resource by their key


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
