"""What a chart shows, as frozen values without any plotting library: marks, lines, breaks, axis and caption."""

from __future__ import annotations

from typing import Literal

from beijing_public_services._record import TYPE_CHECKING, Record

if TYPE_CHECKING:
    from beijing_public_services.model.codelists import BreakKind, Frequency, Language

ChartKind = Literal["line", "slope", "bars", "figures"]
ChartForm = Literal["point", "bound", "approximate", "range"]
ChartRole = Literal["report", "publication", "target", "superseded", "dispute", "question"]


class ChartMark(Record):
    """One figure on a chart.

    `value`, `lower` and `upper` are in the indicator's unit; an end is None where the figure leaves it open. `form` is
    how the figure limits the truth: a `point`, a `bound` that is open to one side, an `approximate` figure or a
    `range`. `role` is whose it is: the report's, another publication's, a target, a figure that a later report prints
    anew (`superseded`), or a cross-check that disputes the figure (`dispute`, or `question` if it was seen only in a
    copy). `day` is its ISO date on a time axis, "" where
    it has none. `series` names its line, `row` its row in a chart of bars or figures, and `group` the breakdown that
    the row belongs to. `observation` is the id of the figure; for a cross-check of the figure it speaks against.

    >>> import beijing_public_services as bps
    >>> mark = bps.plot("infrastructure.fixed_asset_investment").data[0].marks[0]
    >>> mark.form, mark.value, mark.upper, mark.role
    ('bound', 900000000000, None, 'report')
    """

    observation: str
    series: str
    row: str
    group: str
    period: str
    day: str
    value: float
    lower: float | None
    upper: float | None
    form: ChartForm
    role: ChartRole
    publisher: str
    source: str
    url: str
    printed: str
    text: str

    @property
    def is_filled(self) -> bool:
        """Whether it is drawn as a filled mark or a bar, which only an exact figure is."""
        return self.form == "point"


class ChartBreak(Record):
    """A change of basis between two figures of a line: where it stands on the time axis, its word and its note.

    `period` is that of the first figure on the new basis, and `kind` what changed, as in `Break`.

    >>> import beijing_public_services as bps
    >>> [each.text for each in bps.plot("environment.pm2_5_annual_mean", area="CN-BJ").data[0].breaks]
    ['new method from 2019']
    """

    day: str
    series: str
    text: str
    note: str
    period: str
    kind: BreakKind


class ChartTick(Record):
    """A labelled place on the time axis; the one of undated figures is no date but a place before all others.

    >>> import beijing_public_services as bps
    >>> bps.plot("environment.pm2_5_annual_mean").data[0].ticks[0]
    ChartTick(day='2013-01-01', text='2013')
    """

    day: str
    text: str


class ChartAxis(Record):
    """The axis of values: its ends, whether the lower number is the better one (ranks), and whether bars may stand.

    >>> import beijing_public_services as bps
    >>> axis = bps.plot("environment.pm2_5_annual_mean").data[0].axis
    >>> axis.lower, axis.is_reversed, axis.has_bars
    (0, False, False)
    """

    lower: float
    upper: float
    is_reversed: bool
    has_bars: bool


class ChartData(Record):
    """What a chart of one indicator shows: one unit, one measure.

    `lines` and `changes` give marks by their place in `marks`. A line joins figures of consecutive periods; it never
    crosses a missing period or a break. A change leads from an earlier figure to the one that the report compares with
    it. Numbers on the axis and in `text` are divided by 10 to the power of `power`, as `unit` says. `series`, `rows`
    and `groups` are in the order they are drawn. `undated` is the day that stands for undated figures, "" without them.

    >>> import beijing_public_services as bps
    >>> data = bps.plot("environment.pm2_5_annual_mean", area="CN-BJ").data[0]
    >>> data.kind, data.unit, len(data.lines)
    ('line', 'µg/m³', 2)
    """

    indicator: str
    kind: ChartKind
    language: Language
    title: str
    subtitle: str
    unit: str
    power: int
    axis: ChartAxis
    marks: tuple[ChartMark, ...]
    lines: tuple[tuple[int, ...], ...]
    changes: tuple[tuple[int, int], ...]
    breaks: tuple[ChartBreak, ...]
    ticks: tuple[ChartTick, ...]
    undated: str
    series: tuple[str, ...]
    rows: tuple[str, ...]
    groups: tuple[str, ...]
    caption: tuple[str, ...]


class Options(Record):
    """What a chart is asked for; None leaves the choice to the figures.

    `legible` replaces each text in Chinese, names of publishers too, for a medium without a font that has it.
    """

    kind: ChartKind | None = None
    area: str | None = None
    category: str | None = None
    period: str | None = None
    frequency: Frequency | None = None
    language: Language = "en"
    legible: bool = False
