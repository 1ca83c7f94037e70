"""Periods in SDMX form: the days that a text like `2024-Q3` covers, and their order in time."""

from __future__ import annotations

from beijing_public_services._record import Record
from beijing_public_services.errors import PeriodError

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from beijing_public_services.notation.frequencies import Frequency

EXPECTED = "2024, 2024-Q3, 2024-09, 2024-09-30, 2024-07/2024-08, ../2024-12, 2013/.. or .."
LAST_DAY = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
OPEN_START, OPEN_END = (0, 0, 0), (10000, 0, 0)

Day = tuple[int, int, int]
LENGTHS: dict[int, Frequency] = {4: "year", 7: "month", 10: "day"}


class Period(Record):
    """The days that a period covers, both ends included; an open end reaches `OPEN_START` or `OPEN_END`.

    >>> import beijing_public_services as bps
    >>> period = bps.get_indicator("environment.pm2_5_annual_mean").observation().parsed_period
    >>> period.text, period.start, period.end
    ('2024', (2024, 1, 1), (2024, 12, 31))
    """

    text: str
    start: Day
    end: Day

    @property
    def is_day(self) -> bool:
        """Whether the period is a single day."""
        return self.start == self.end

    @property
    def frequency(self) -> Frequency:
        """What kind of period it is: a whole year, a quarter, a month, a day, a span of these, or not dated."""
        if self.text == "..":
            return "undated"
        return "span" if "/" in self.text else "quarter" if "Q" in self.text else LENGTHS[len(self.text)]

    @property
    def year(self) -> int | None:
        """The calendar year that the period lies in; None if it has an open end or lies in several."""
        return self.start[0] if self.start[0] == self.end[0] else None

    @property
    def order(self) -> tuple[Day, Day]:
        """The key that sorts periods in time: the earlier end first, a period without a date before all others."""
        return (OPEN_START if self.text == ".." else self.end), self.start


def read_period(text: str) -> Period:
    """Return the period of a text in SDMX form.

    The text is one point (`2024`, `2024-Q3`, `2024-09`, `2024-09-30`) or two joined by `/`, both included. `..` stands
    for an end that is not given.

    Raises:
        PeriodError: If the text has another form, names a day that does not exist, or ends before it begins.
    """
    if text == "..":
        return Period(text=text, start=OPEN_START, end=OPEN_END)
    first, slash, last = text.partition("/")
    if not slash:
        start, end = _point(text, text)
        return Period(text=text, start=start, end=end)
    opening = (OPEN_START, OPEN_START) if first == ".." else _point(text, first)
    closing = (OPEN_END, OPEN_END) if last == ".." else _point(text, last)
    if first == last or opening[0] > closing[0] or opening[1] > closing[1]:
        raise PeriodError(f"period {text!r:.100}", "its start before its end")
    return Period(text=text, start=opening[0], end=closing[1])


def previous_year(text: str) -> str:
    """Return the period a year earlier in the same form: `2023-Q3` for `2024-Q3`; 29 February becomes the 28th."""
    read_period(text)
    before = "/".join(part if part == ".." else f"{int(part[:4]) - 1:04d}{part[4:]}" for part in text.split("/"))
    before = before.replace("-02-29", "-02-28")
    read_period(before)
    return before


def previous_months(text: str, months: int) -> str:
    """Return the period so many months earlier, in the same form: `2024-Q3` for `2024-Q4` and three months.

    The last day of a month becomes the last day of the earlier month.

    Raises:
        PeriodError: If the text is no period, or one that so many months do not divide, as a year.
    """
    read_period(text)
    return "/".join(part if part == ".." else _earlier(text, part, months) for part in text.split("/"))


def _earlier(text: str, point: str, months: int) -> str:
    year, _, rest = point.partition("-")
    if not rest or ("Q" in rest and months % 3):
        raise PeriodError(f"period {text!r:.100}", "one of months or quarters, such as 2024-09 or 2024-Q3")
    if "Q" in rest:
        place = 4 * int(year) + int(rest[1]) - 1 - months // 3
        return f"{place // 4:04d}-Q{place % 4 + 1}"
    month, _, day = rest.partition("-")
    place = 12 * int(year) + int(month) - 1 - months
    at = place // 12, place % 12 + 1
    is_last = day and int(day) == last_day(int(year), int(month))
    last = last_day(*at)
    return f"{at[0]:04d}-{at[1]:02d}" + (f"-{last if is_last else min(int(day), last):02d}" if day else "")


def _point(text: str, point: str) -> tuple[Day, Day]:
    numbers = point.replace("-Q", "-").split("-")
    lengths = [len(number) for number in numbers]
    is_dated = point.isascii() and all(map(str.isdecimal, numbers)) and max(lengths) == 4
    if is_dated and numbers[0] != "0000":
        year, *rest = map(int, numbers)
        if lengths == [4]:
            return (year, 1, 1), (year, 12, 31)
        if lengths == [4, 1] and "-Q" in point and 1 <= rest[0] <= 4:
            return (year, 3 * rest[0] - 2, 1), (year, 3 * rest[0], LAST_DAY[3 * rest[0] - 1])
        if lengths == [4, 2] and "Q" not in point and 1 <= rest[0] <= 12:
            return (year, rest[0], 1), (year, rest[0], last_day(year, rest[0]))
        if lengths == [4, 2, 2] and 1 <= rest[0] <= 12 and 1 <= rest[1] <= last_day(year, rest[0]):
            return (year, rest[0], rest[1]), (year, rest[0], rest[1])
    raise PeriodError(f"period {text!r:.100}", f"one like {EXPECTED}")


def last_day(year: int, month: int) -> int:
    """Return the number of days that a month has."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return LAST_DAY[month - 1] + (month == 2 and leap)
