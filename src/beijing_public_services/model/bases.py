"""What a figure is relative to, the level that this implies, and what it takes from its indicator and package."""

from __future__ import annotations

from beijing_public_services._record import Record

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from beijing_public_services.model.codelists import BaseKind
    from beijing_public_services.model.vocabulary import Area, Category, Unit
    from beijing_public_services.notation.interval import Interval


class Base(Record):
    """What a figure is relative to: the kind of base, its period and area, and the indicator that it is a figure of.

    `indicator` is the parent of the change, share or rank (for a later value the indicator itself), empty where the
    report prints none. `period` is `..` where the report does not date the base.

    >>> import beijing_public_services as bps
    >>> base = bps.get_indicator("infrastructure.urban_rail_length_rank").observation().base
    >>> base.kind, base.period, base.area
    ('national', '2024', 'CN')
    """

    kind: BaseKind
    period: str
    area: str
    indicator: str


class ImpliedBase(Record):
    """The level of a base, computed from two printed figures; nobody printed it.

    `interval` is in `unit`. `change` and `level` are the ids of the two figures.

    >>> import beijing_public_services as bps
    >>> base = bps.get_indicator("environment.pm2_5_annual_mean_growth").observation().implied_base()
    >>> base.period, base.unit, base.interval.contains(32.5)
    ('2023', 'ug/m3', True)
    """

    interval: Interval
    unit: str
    indicator: str
    period: str
    area: str
    change: str
    level: str


class Measured(Record):
    """What an observation takes from its indicator: how the unit is defined, whether it counts, and the parent."""

    expression: str
    counted: bool
    parent: str
    definitions: tuple[str, ...] | None


class Setting(Record):
    """What a person reads with a figure: the id and names of its indicator, its unit, area and category."""

    indicator: str
    name_zh: str
    name_en: str
    unit: Unit | None
    area: Area | None
    category: Category | None
