"""Figures and cross-checks as marks: where each stands, how it limits the truth, and whose it is."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from beijing_public_services.errors import PrintedFigureError
from beijing_public_services.model.vintages import current
from beijing_public_services.model.wording import format_period
from beijing_public_services.notation.convention import interval_of
from beijing_public_services.notation.multilingual import read_in_any_language
from beijing_public_services.notation.printed import read_printed
from beijing_public_services.views.charts.data import ChartMark
from beijing_public_services.views.charts.scale import number_text, power_of
from beijing_public_services.views.charts.words import AGAINST

if TYPE_CHECKING:
    from beijing_public_services.model.evidence import CrossCheck
    from beijing_public_services.model.observation import Observation
    from beijing_public_services.model.vocabulary import Unit
    from beijing_public_services.notation.figure import PrintedFigure
    from beijing_public_services.notation.interval import Interval
    from beijing_public_services.notation.periods import Period
    from beijing_public_services.views.charts.choice import Choice
    from beijing_public_services.views.charts.data import ChartForm, ChartRole
    from beijing_public_services.views.charts.words import Words

ONE_SIDED = ("gt", "ge", "lt", "le")
WORDED = ("nearly", "about", "some_over")
Ends = tuple[Decimal | None, Decimal | None]


class Marks:
    """Makes the marks of a choice of figures; they share one power of ten."""

    def __init__(self, choice: Choice, unit: Unit, words: Words) -> None:
        self.choice, self.unit, self.words = choice, unit, words
        figures = choice.figures
        self._varies = {
            name: len({getattr(each, name) for each in figures}) > 1 for name in ("area", "category", "period")
        }
        self._current = {each.id for each in current(figures)}
        self._publishers_vary = len({words.publisher(each.source) for each in figures}) > 1 or any(
            each.status == "target" for each in figures
        )
        values = [figure.decimal for figure in figures]
        values += [Decimal(repr(each.value)) for figure in figures for each in (*figure.disputes, *figure.questions)]
        self.power = power_of(values, unit, words.language)

    def all(self) -> list[tuple[ChartMark, Observation | None]]:
        """Return the mark of each figure with the figure, each followed by those that dispute it."""
        made: list[tuple[ChartMark, Observation | None]] = []
        for figure in self.choice.figures:
            mark = self._of_figure(figure)
            made.append((mark, figure))
            made += [(self._of_check(each, figure, mark, "dispute"), None) for each in figure.disputes]
            made += [(self._of_check(each, figure, mark, "question"), None) for each in figure.questions]
        return made

    def _of_figure(self, figure: Observation) -> ChartMark:
        role: ChartRole = "publication" if figure.source.kind == "publication" else "report"
        if figure.status == "target":
            role = "target"
        elif figure.id not in self._current:
            role = "superseded"
        printed = _read(figure.printed)
        ends = _ends(figure.interval if printed else None, figure.decimal, figure.bound)
        upper = printed.upper if printed else None
        return ChartMark(
            observation=figure.id,
            series=self._series(figure),
            row=self._row(figure, role),
            group=self.words.dimension(figure.dimension) if self.choice.kind == "bars" and figure.category else "",
            period=figure.period,
            day=day_of(figure.parsed_period) if self.choice.kind in ("line", "slope") else "",
            value=figure.value,
            lower=_float(ends[0]),
            upper=_float(ends[1]),
            form=_form(figure.bound, upper),
            role=role,
            publisher=self.words.publisher(figure.source),
            source=figure.source.id,
            url=figure.source.url,
            printed=figure.printed,
            text=self._text(figure.decimal, printed, figure.bound),
        )

    def _of_check(self, check: CrossCheck, figure: Observation, beside: ChartMark, role: ChartRole) -> ChartMark:
        value = Decimal(repr(check.value))
        printed = _read(check.printed, value)
        bound = printed.bound if printed else "exact"
        interval = interval_of(printed, self.unit.is_counted) if printed else None
        ends = _ends(interval, value, bound)
        publisher = self.words.publisher(check.source)
        return beside.replace(
            row=self._row_of_check(figure, publisher, role),
            value=check.value,
            lower=_float(ends[0]),
            upper=_float(ends[1]),
            form=_form(bound, printed.upper if printed else None),
            role=role,
            publisher=publisher,
            source=check.source.id,
            url=check.source.url,
            printed=check.printed,
            text=self._text(value, printed, bound),
        )

    def _text(self, value: Decimal, printed: PrintedFigure | None, bound: str) -> str:
        is_range = printed is not None and printed.upper is not None
        numbers = (printed.value, printed.highest) if printed is not None and is_range else (value,)
        return number_text(numbers, bound, self.unit, self.power, self.words.language)

    def _series(self, figure: Observation) -> str:
        parts = [self.words.area(figure.area)] if self._varies["area"] else []
        if self._varies["category"] and self.choice.kind != "bars":
            parts.append(self.words.category(figure.dimension, figure.category))
        return " · ".join(parts) or self.words.area(figure.area)

    def _row(self, figure: Observation, role: ChartRole) -> str:
        """The name of its row: what sets it apart from the other figures; the period if nothing does."""
        parts = self._parts(figure)
        if role == "target":
            parts.append(self.words.role(role))
        elif self._publishers_vary or figure.disputes or figure.questions:
            parts.append(self.words.publisher(figure.source))
        return " · ".join(parts) or format_period(figure.period, self.words.language)

    def _row_of_check(self, figure: Observation, publisher: str, role: ChartRole) -> str:
        word = self.words.say(AGAINST[role])
        said = self.words.say((f"{publisher}（{word}）", f"{publisher} ({word})"))
        return " · ".join([*self._parts(figure), said])

    def _parts(self, figure: Observation) -> list[str]:
        parts = []
        if self._varies["category"]:
            parts.append(self.words.category(figure.dimension, figure.category))
        if self._varies["area"]:
            parts.append(self.words.area(figure.area))
        if self._varies["period"]:
            parts.append(format_period(figure.period, self.words.language))
        return parts


def day_of(period: Period) -> str:
    """Return the ISO date at which a period stands on a time axis: its first day, of a span its last; "" for none."""
    if period.frequency == "undated":
        return ""
    is_open_end = period.text.endswith("/..")
    year, month, day = period.end if period.frequency == "span" and not is_open_end else period.start
    return f"{year:04}-{month:02}-{day:02}"


def _read(text: str, value: Decimal | None = None) -> PrintedFigure | None:
    try:
        return read_printed(text) if value is None else read_in_any_language(text, value)
    except PrintedFigureError:
        return None


def _form(bound: str, upper: Decimal | None) -> ChartForm:
    if upper is not None:
        return "range"
    return "bound" if bound in ONE_SIDED else "approximate" if bound in WORDED else "point"


def _ends(interval: Interval | None, value: Decimal, bound: str) -> Ends:
    """The ends of what a figure leaves possible; those of its bound alone if its text does not hold its value."""
    if interval is not None:
        is_above = interval.lower is None or interval.lower <= value
        is_below = interval.upper is None or interval.upper >= value
        if is_above and is_below:
            return interval.lower, interval.upper
    if bound in ONE_SIDED:
        return (value, None) if bound in ("gt", "ge") else (None, value)
    return value, value


def _float(end: Decimal | None) -> float | None:
    return None if end is None else float(end)
