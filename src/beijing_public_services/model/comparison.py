"""What a change says of its base: which it is, and the level that it implies, as an interval."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services._record import Record
from beijing_public_services.notation.interval import HUNDRED, ONE, Interval

if TYPE_CHECKING:
    from beijing_public_services.model.indicator import Observation


class Base(Record):
    """What a figure is relative to: the kind of base, its period and area, and the indicator that it is a figure of.

    `indicator` is the parent of the change, share or rank (for a later value the indicator itself), empty where the
    report prints none. `period` is `..` where the report does not date the base.
    """

    kind: str
    period: str
    area: str
    indicator: str


class Derived(Record):
    """A level that no one printed, computed from two printed figures; `change` and `level` are their ids."""

    interval: Interval
    unit: str
    indicator: str
    period: str
    area: str
    change: str
    level: str


def base_of(observation: Observation) -> Base | None:
    """The base of an observation; None where nothing is compared."""
    if not observation.base_kind:
        return None
    return Base(
        kind=observation.base_kind,
        period=observation.base_period or observation.period,
        area=observation.base_area or observation.area,
        indicator=observation.indicator if observation.base_kind == "earlier" else observation._parent,
    )


def implied_base(observation: Observation, level: Observation | None) -> Derived | None:
    """The level of the base that a change and the later level imply; None where there is no such level.

    Growth by g percent to the level L: L / (1 + g / 100). A rise by d places to the rank R: R + d.
    """
    if level is None or observation.base_kind not in ("previous_year", "fixed_year"):
        return None
    if observation.unit == "percent":
        growth = ONE + observation.interval / HUNDRED
        if growth.contains(0):
            return None
        interval = level.interval / growth
    elif observation.unit == "rank":
        interval = level.interval + observation.interval
    else:
        interval = level.interval - observation.interval
    return Derived(
        interval=interval,
        unit=level.unit,
        indicator=level.indicator,
        period=observation.base_period or observation.period,
        area=observation.base_area or observation.area,
        change=observation.id,
        level=level.id,
    )
