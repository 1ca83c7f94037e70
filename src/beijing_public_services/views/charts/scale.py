"""The scale of a chart: the power of ten and the unit of its numbers, their text, and the ends of its axis."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from beijing_public_services.model.short import WORDS
from beijing_public_services.model.wording import around_unit, format_bound, join_ends
from beijing_public_services.views.charts.data import ChartAxis

if TYPE_CHECKING:
    from beijing_public_services.model.codelists import Language, Measure
    from beijing_public_services.model.vocabulary import Unit
    from beijing_public_services.views.charts.data import ChartKind, ChartMark

LEAST = {"zh": Decimal(100_000), "en": Decimal(1_000_000)}  # numbers below are written in full
WITHOUT_BARS = ("rank", "index")  # a length from 0 says nothing of these
FROM_ZERO = ("level", "share", "rate", "index")  # their differences are judged by their size
LEAST_SPAN = 0.2  # of the greatest value, so that a small change does not look large
ARROW = 0.07  # of the axis, from a bound to the end of its arrow
WIDE = 0.1  # of the axis
MARGIN = 0.06  # of the axis, beyond the marks of a line
HEADROOM = 0.1  # of the axis, beyond a bound for its arrow


def power_of(values: list[Decimal], unit: Unit, language: Language) -> int:
    """Return the power of ten to write numbers in: 8 for 亿, 9 for billions, 0 for none.

    It is one that no number falls below, so that none begins with a zero.
    """
    sizes = [abs(each) for each in values if each]
    is_plain = unit.symbol == "%" or unit.is_rank or unit.expression in ("percentage_point", "calendar_year")
    if not sizes or is_plain or max(sizes) < LEAST[language]:
        return 0
    return next((power for power, _ in WORDS[language] if min(sizes) >= Decimal(10) ** power), 0)


def unit_text(unit: Unit, power: int, language: Language) -> str:
    """Return the unit of an axis with its scale word: `亿元`, `billion CNY`, `million people`."""
    word = dict(WORDS[language]).get(power, "")
    if unit.is_rank:
        return "名次" if language == "zh" else "rank"
    after = around_unit(unit, language, many=unit.is_counted)[1].strip()
    return f"{word}{after}" if language == "zh" else f"{word} {after}".strip()


def number_text(numbers: tuple[Decimal, ...], bound: str, unit: Unit, power: int, language: Language) -> str:
    """Return what stands beside a mark: its bound, the number or the two of a range, and `%`."""
    written = join_ends([_written(each, power) for each in numbers], language)
    return f"{format_bound(bound, language)}{written}{'%' if unit.symbol == '%' else ''}"


def _written(number: Decimal, power: int) -> str:
    if not power:
        return f"{number:,f}"
    scaled = f"{number.scaleb(-power):,f}"
    return scaled.rstrip("0").rstrip(".") if "." in scaled else scaled


def is_coarse(mark: ChartMark, axis: ChartAxis) -> bool:
    """Return whether an exact figure is rounded so much that it shows on the axis."""
    if mark.form != "point" or mark.lower is None or mark.upper is None:
        return False
    return mark.upper - mark.lower > WIDE * (axis.upper - axis.lower)


def axis_of(marks: list[ChartMark], kind: ChartKind, measure: Measure) -> ChartAxis:
    """Return the axis that holds each drawn end of the marks, with room for the arrows of bounds.

    It begins at 0 for bars, and where 0 is not far off; at 1 for ranks, of which 1 stands on top of a line. An axis
    that does not begin at 0 is long enough that a small change looks small.
    """
    ends = [number for each in marks for number in (each.lower, each.value, each.upper) if number is not None]
    lower, upper = min(ends), max(ends)
    is_beside = kind in ("bars", "figures")
    has_bars = is_beside and measure not in WITHOUT_BARS
    if measure == "rank":
        lower, upper = min(lower, 1), max(upper, 3)
    elif has_bars or (lower > 0 and lower <= upper / 2) or (upper < 0 and upper >= lower / 2):
        lower, upper = min(lower, 0), max(upper, 0)
    elif measure in FROM_ZERO:
        lower = min(lower, upper - LEAST_SPAN * upper)
    span = upper - lower or abs(upper) or 1
    if any(each.lower is None for each in marks):
        lower = min(lower, min(each.value for each in marks if each.lower is None) - HEADROOM * span)
    if any(each.upper is None for each in marks):
        upper = max(upper, max(each.value for each in marks if each.upper is None) + HEADROOM * span)
    if not is_beside and measure != "rank":
        lower, upper = lower - MARGIN * span if lower else lower, upper + MARGIN * span if upper else upper
    if lower == upper:
        lower, upper = lower - span / 2, upper + span / 2
    return ChartAxis(lower=lower, upper=upper, is_reversed=measure == "rank" and not is_beside, has_bars=has_bars)
