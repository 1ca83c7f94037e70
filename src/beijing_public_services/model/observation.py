"""One published figure as a frozen value."""

from __future__ import annotations

from beijing_public_services._record import Record, Records
from beijing_public_services.model.bases import Base, ImpliedBase

DATED_BASES = ("previous_year", "previous_quarter", "previous_month", "fixed_year")

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from decimal import Decimal
    from typing import Any

    from pint import UnitRegistry
    from pint.facets.plain import PlainQuantity

    from beijing_public_services.model.bases import Measured, Setting
    from beijing_public_services.model.codelists import BaseKind, PriceBasis, Status
    from beijing_public_services.model.evidence import Anomaly, Break, CrossCheck
    from beijing_public_services.model.provenance import Mention, Source
    from beijing_public_services.notation.bounds import Bound
    from beijing_public_services.notation.convention import Convention
    from beijing_public_services.notation.interval import Interval
    from beijing_public_services.notation.periods import Period


class Observation(Record):
    """One published figure with its full context.

    `value` is in `unit`, the indicator's unit. Scale words such as 万 and 亿 are written out, and a decline is
    negative. A whole number is an int, any other a float whose repr is the printed decimal. `bound` says how the value
    limits the truth. A range (`between`) has its lower end as `value` and its higher end as `upper`, which is None for
    any other figure. A field is "" where the report leaves it open. `cross_checks` is what other publications print for
    the same thing, `anomalies` what is odd about the figure in the report, `breaks` what changed in the series of its
    indicator and area with this figure. A figure of another publication has no locator.

    >>> import beijing_public_services as bps
    >>> source = bps.Source(id="r", kind="report", title="", publisher="", published="", url="", grade="C", note="")
    >>> bps.Observation(
    ...     id="d.x:CN-BJ:2024", indicator="d.x", area="CN-BJ", period="2024", value=5, unit="park", printed="5个",
    ...     source=source,
    ... ).interval.contains(5)
    True
    """

    id: str
    indicator: str
    area: str
    period: str
    dimension: str = ""
    category: str = ""
    value: float
    bound: Bound = "exact"
    unit: str
    status: Status = "actual"
    base_kind: BaseKind = ""
    base_period: str = ""
    base_area: str = ""
    price_basis: PriceBasis = ""
    printed: str
    locator: str = ""
    source: Source
    note: str = ""
    upper: float | None = None
    mentions: tuple[Mention, ...] = ()
    cross_checks: tuple[CrossCheck, ...] = ()
    anomalies: tuple[Anomaly, ...] = ()
    breaks: tuple[Break, ...] = ()
    _report: Source | None = None
    _series_breaks: tuple[Break, ...] = ()
    _measured: Measured | None = None
    _level: Observation | None = None
    _setting: Setting | None = None

    @property
    def decimal(self) -> Decimal:
        """The value as an exact decimal, with the digits the data package gives."""
        from decimal import Decimal

        return Decimal(repr(self.value))

    @property
    def highest(self) -> Decimal:
        """The higher end of a range as an exact decimal; of any other figure its value."""
        from decimal import Decimal

        return self.decimal if self.upper is None else Decimal(repr(self.upper))

    @property
    def quantity(self) -> PlainQuantity[float]:
        """The value with its unit: a new pint quantity of this library's registry each time.

        The quantity does not hold the bound; read `bound` beside it. That of a range is its lower end.

        Raises:
            UnknownUnitError: the vocabulary does not define the unit.
        """
        from beijing_public_services.notation.units import quantity

        return quantity(self.value, *self._unit)

    def quantity_in(self, registry: UnitRegistry[Any]) -> PlainQuantity[float]:
        """Return the quantity in a registry of yours. Our units are added to the registry if it lacks them.

        Raises:
            UnitConflictError: the registry means something else by one of the names.
        """
        from beijing_public_services.notation.units import quantity_in

        return quantity_in(registry, self.value, *self._unit)

    @property
    def interval(self) -> Interval:
        """The numbers that the printed figure leaves possible, in `unit`: exact decimals with closed or open ends."""
        return self.interval_with()

    def interval_with(self, convention: Convention | None = None) -> Interval:
        """Return the interval under a convention of yours for the words nearly, about and a little over."""
        from beijing_public_services.notation.convention import interval_of
        from beijing_public_services.notation.printed import read_printed

        return interval_of(read_printed(self.printed), bool(self._measured and self._measured.counted), convention)

    def interval_by(self, convention: Convention | None = None) -> Interval:
        """Deprecated: use `interval_with`."""
        _warn_renamed("interval_by", "interval_with")
        return self.interval_with(convention)

    @property
    def report(self) -> Source | None:
        """The report that prints the figure, whose footnote `source` may be; None for one of another publication."""
        return self.source if self.source.kind == "report" else self._report

    @property
    def disputed(self) -> bool:
        """Whether another publication, seen at its own address, speaks against this figure."""
        return bool(self.disputes)

    @property
    def disputes(self) -> tuple[CrossCheck, ...]:
        """The cross-checks that differ from this figure or contradict it, of publications that were seen as such."""
        return Records([each for each in self._against if not each.source.is_copy])

    @property
    def questioned(self) -> bool:
        """Whether a copy of another publication speaks against this figure, which is a doubt and no dispute."""
        return bool(self.questions)

    @property
    def questions(self) -> tuple[CrossCheck, ...]:
        """The cross-checks that differ from this figure or contradict it, of publications seen only in copies."""
        return Records([each for each in self._against if each.source.is_copy])

    @property
    def _against(self) -> list[CrossCheck]:
        return [each for each in self.cross_checks if each.verdict in ("differs", "contradicts")]

    @property
    def is_break(self) -> bool:
        """Whether it is the first figure on a new basis: it does not compare with earlier ones of its series."""
        return bool(self.breaks)

    @property
    def base(self) -> Base | None:
        """What a growth, share, rank, difference or later value is relative to; None if nothing is compared."""
        if not self.base_kind:
            return None
        return Base(
            kind=self.base_kind,
            period=self.base_period or self.period,
            area=self.base_area or self.area,
            indicator=self.indicator if self.base_kind == "earlier" else self._parent,
        )

    def implied_base(self) -> ImpliedBase | None:
        """Return the level of the base as an interval, computed from this change and the later level.

        Growth by g percent to the level L gives L / (1 + g / 100). A rise by d places to the rank R gives R + d.

        Returns:
            A computed value, never a published figure. None unless the report prints both the change and the level,
            and None if the bound on a fall allows that nothing remained.
        """
        from beijing_public_services.notation.interval import HUNDRED, ONE

        level = self._level
        if level is None or self.base_kind not in DATED_BASES or self.unit == "times":
            return None
        if self.unit == "percent":
            growth = ONE + self.interval / HUNDRED
            if growth.contains(0):
                return None
            interval = level.interval / growth
        elif self.unit == "rank":
            interval = level.interval + self.interval
        else:
            interval = level.interval - self.interval
        return ImpliedBase(
            interval=interval,
            unit=level.unit,
            indicator=level.indicator,
            period=self.base_period or self.period,
            area=self.base_area or self.area,
            change=self.id,
            level=level.id,
        )

    @property
    def parsed_period(self) -> Period:
        """The period with its first and last day and an order in time."""
        from beijing_public_services.notation.periods import read_period

        return read_period(self.period)

    @property
    def when(self) -> Period:
        """Deprecated: use `parsed_period`."""
        _warn_renamed("when", "parsed_period")
        return self.parsed_period

    def _title(self) -> object:
        from beijing_public_services.model.shown import figure_title

        return figure_title(self)

    def _facts(self) -> dict[str, object]:
        from beijing_public_services.model.shown import figure_facts

        return figure_facts(self)

    def _row(self) -> dict[str, object]:
        from beijing_public_services.model.shown import figure_row

        return figure_row(self)

    @property
    def _unit(self) -> tuple[str, tuple[str, ...] | None]:
        """The expression of the unit and the definitions it is read with; None: the bundled ones."""
        return (self._measured.expression, self._measured.definitions) if self._measured else (self.unit, None)

    @property
    def _parent(self) -> str:
        return self._measured.parent if self._measured else ""


def _warn_renamed(old: str, new: str) -> None:
    from warnings import warn

    warn(f"Observation.{old} is now called {new}", FutureWarning, stacklevel=3)
