"""The numbers that a printed figure leaves possible, by a convention on what its words mean."""

from __future__ import annotations

from decimal import Decimal, localcontext
from typing import TYPE_CHECKING

from beijing_public_services._record import Record
from beijing_public_services.notation.decimals import CONTEXT
from beijing_public_services.notation.interval import Interval

if TYPE_CHECKING:
    from beijing_public_services.notation.figure import PrintedFigure


class Convention(Record):
    """How wide the words 近, 约 and 余 are, in steps: units of the figure's last digit that is not zero.

    近 (`nearly`) reaches one step below the figure: a number further off would be written with a lower digit. 余 and 多
    (`some_over`) reach one step above it, for the same reason: 200余 is more than 200 and less than 300. 约 (`about`)
    reaches half a step to either side, which is what rounding to that digit leaves open. A figure of a single 1 (近千)
    has steps of a tenth of it.

    >>> import beijing_public_services as bps
    >>> share = bps.get_indicator("science_technology.filed_large_ai_models_national_share").observation()
    >>> share.printed, str(share.interval), str(share.interval_with(Convention(nearly=2)))
    ('近四成', '(30, 40)', '(20, 40)')
    """

    nearly: Decimal = Decimal(1)
    about: Decimal = Decimal("0.5")
    some_over: Decimal = Decimal(1)


def interval_of(figure: PrintedFigure, counted: bool, convention: Convention | None = None) -> Interval:
    """Return the numbers that a printed figure leaves possible.

    A count printed in full digits is exact; any other figure without a bound is good to half the place of its last
    digit, scale words included. A bound decides its side and leaves the other open; for the words that leave more open
    see `Convention`. A range (`between`) is all numbers from its lower to its higher end, both included. A range that a
    word limits (约) goes from the least that its lower end leaves possible to the most of its higher end.
    """
    if figure.bound == "between":
        return Interval(lower=figure.value, upper=figure.highest)
    ends = (figure,) if figure.upper is None else (figure, figure.__replace__(number=figure.upper))
    with localcontext(CONTEXT):
        found = [_interval_of(end, counted, convention or Convention()) for end in ends]
    return found[0].__replace__(upper=found[-1].upper)


def _interval_of(figure: PrintedFigure, counted: bool, words: Convention) -> Interval:
    value, half = figure.value, figure.resolution / 2
    step = Decimal(1).scaleb(int(value.normalize().as_tuple().exponent)) if value else figure.resolution
    step = step / 10 if abs(value) == step else step
    size = abs(value)
    if figure.bound in ("gt", "ge"):
        return Interval(lower=value, upper=None, lower_closed=figure.bound == "ge")
    if figure.bound in ("lt", "le"):
        return Interval(lower=None, upper=value, upper_closed=figure.bound == "le")
    if figure.bound == "nearly":
        magnitude = Interval(lower=size - step * words.nearly, upper=size, lower_closed=False, upper_closed=False)
    elif figure.bound == "some_over":
        magnitude = Interval(lower=size, upper=size + step * words.some_over, lower_closed=False, upper_closed=False)
    elif figure.bound == "about":
        magnitude = Interval(lower=size - step * words.about, upper=size + step * words.about)
    elif counted and figure.power == 0 and value == value.to_integral_value():
        magnitude = Interval(lower=size, upper=size)
    else:
        magnitude = Interval(lower=size - half, upper=size + half, lower_closed=bool(size), upper_closed=False)
    return -magnitude if value < 0 else magnitude
