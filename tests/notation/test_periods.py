"""Laws of periods: what a text in SDMX form covers, what the calendar refuses, and which period ends later."""

from __future__ import annotations

from calendar import isleap, monthrange
from datetime import MINYEAR, date

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

import beijing_public_services as bps
from beijing_public_services.errors import PeriodError
from beijing_public_services.notation.periods import (
    EXPECTED,
    OPEN_END,
    OPEN_START,
    Day,
    Period,
    previous_months,
    previous_year,
    read_period,
)

FORMS = [
    ("2024", (2024, 1, 1), (2024, 12, 31)),
    ("2024-Q1", (2024, 1, 1), (2024, 3, 31)),
    ("2024-Q2", (2024, 4, 1), (2024, 6, 30)),
    ("2024-Q3", (2024, 7, 1), (2024, 9, 30)),
    ("2024-Q4", (2024, 10, 1), (2024, 12, 31)),
    ("2024-09", (2024, 9, 1), (2024, 9, 30)),
    ("2024-02", (2024, 2, 1), (2024, 2, 29)),
    ("2023-02", (2023, 2, 1), (2023, 2, 28)),
    ("1900-02", (1900, 2, 1), (1900, 2, 28)),
    ("2000-02", (2000, 2, 1), (2000, 2, 29)),
    ("2024-12-31", (2024, 12, 31), (2024, 12, 31)),
    ("2024-02-29", (2024, 2, 29), (2024, 2, 29)),
    ("2024-07/2024-08", (2024, 7, 1), (2024, 8, 31)),
    ("2023/2024", (2023, 1, 1), (2024, 12, 31)),
    ("2023-Q4/2024-Q1", (2023, 10, 1), (2024, 3, 31)),
    ("2024-12-30/2025-01-02", (2024, 12, 30), (2025, 1, 2)),
    ("2024-01/2024", (2024, 1, 1), (2024, 12, 31)),
    ("2024/2024-12", (2024, 1, 1), (2024, 12, 31)),
    ("2024/2024-Q4", (2024, 1, 1), (2024, 12, 31)),
    ("../2024-12", OPEN_START, (2024, 12, 31)),
    ("2013/..", (2013, 1, 1), OPEN_END),
    ("..", OPEN_START, OPEN_END),
]
NO_PERIODS = [
    "", " ", "0000", "2024 ", " 2024", "2024\n", "24", "02024", "20240930", "-2024", "2024-", "2024--09", "--",
    "2024-9", "2024-1-1", "2024-00", "2024-13", "2024-04-31", "2024-09-00", "2024-01-32", "2023-02-29", "1900-02-29",
    "2024-02-30", "2024-Q", "2024-Q0", "2024-Q5", "2024-Q03", "2024-Q-3", "2024-QQ3", "2024-q3", "2024Q3",
    "Q3-2024", "2024-Q3-01", "2024-09-Q1", "2024-W01", "2024-09-30T00:00", "2024年", "２０２４", "2024-٠٩", "/",
    "2024/", "/2024", "../", "/..", "...", ".", "./2024", "2024/2025/2026", "../2024/..", "2024 / 2025",
    "2024—2025", "2024–2025", "2024~2025", "2024-13-01",
]  # fmt: skip
BACKWARDS = [
    "2024/2023", "2024-08/2024-07", "2024-Q3/2024-Q2", "2024-12-31/2024-12-30", "2024/2024", "2024-09-30/2024-09-30",
    "2024/2024-06", "2024/2024-01-01", "../..",
]  # fmt: skip
IN_TIME = ["..", "2023", "../2024-06", "2024-06-30", "2023/2024", "2024", "2024-Q4", "2024-12", "2024-12-31", "2013/.."]

days = st.dates()
points = st.one_of(
    days.map(date.isoformat),
    days.map(lambda day: day.isoformat()[:7]),
    days.map(lambda day: day.isoformat()[:4]),
    days.map(lambda day: f"{day.isoformat()[:4]}-Q{(day.month + 2) // 3}"),
)


def triple(day: date) -> Day:
    """A date as year, month and day."""
    return day.year, day.month, day.day


def read_or_none(text: str) -> Period | None:
    """The period, or None where the text is refused."""
    try:
        return read_period(text)
    except bps.PeriodError:
        return None


@pytest.mark.parametrize(("text", "start", "end"), FORMS)
def test_each_form_covers_its_days(text: str, start: Day, end: Day) -> None:
    """A period covers the days from its first to its last, both included, and keeps its text."""
    assert read_period(text) == Period(text=text, start=start, end=end)


@given(days)
def test_a_day_is_itself(day: date) -> None:
    """Every date of the calendar is a period of that one day, leap days included."""
    period = read_period(day.isoformat())
    assert period.is_day
    assert period.start == period.end == triple(day)


@given(st.integers(MINYEAR, 9999), st.integers(1, 12))
def test_a_month_ends_on_its_last_day(year: int, month: int) -> None:
    """A month reaches from its first to its last day; February has 29 in leap years only."""
    period = read_period(f"{year:04d}-{month:02d}")
    assert (period.start, period.end) == ((year, month, 1), (year, month, monthrange(year, month)[1]))
    assert not period.is_day


@given(st.integers(MINYEAR, 9999), st.integers(1, 4))
def test_a_quarter_is_its_three_months(year: int, quarter: int) -> None:
    """A quarter starts with its first month and ends with its third."""
    period = read_period(f"{year:04d}-Q{quarter}")
    first, last = (read_period(f"{year:04d}-{month:02d}") for month in (3 * quarter - 2, 3 * quarter))
    assert (period.start, period.end) == (first.start, last.end)


@given(st.integers(MINYEAR, 9999))
@example(1600)
@example(1700)
def test_only_a_leap_year_has_a_29th_of_february(year: int) -> None:
    """The 29th of February is a day where the calendar has one."""
    assert (read_or_none(f"{year:04d}-02-29") is not None) == isleap(year)


@given(points, points)
def test_a_range_covers_both_its_points(first: str, last: str) -> None:
    """Two points joined by a slash cover all days of both, or the range is refused as running backwards."""
    whole = read_or_none(f"{first}/{last}")
    one, other = read_period(first), read_period(last)
    if whole:
        assert (whole.start, whole.end) == (min(one.start, other.start), max(one.end, other.end))
    else:
        assert one.start > other.start or one.end > other.end or first == last


@given(points)
@example("9999")
@example("0001-01-01")
def test_an_open_end_leaves_the_other_as_it_is(point: str) -> None:
    """An end that is not given reaches beyond every day there is, so that an open period never is one day."""
    period, until, since = read_period(point), read_period(f"../{point}"), read_period(f"{point}/..")
    assert (until.start, until.end, since.start, since.end) == (OPEN_START, period.end, period.start, OPEN_END)
    assert until.start < period.start <= period.end < since.end
    assert not until.is_day
    assert not since.is_day


@pytest.mark.parametrize("text", [*NO_PERIODS, *BACKWARDS])
def test_what_is_no_period_is_refused(text: str) -> None:
    """Another notation, a day no calendar has, and a range that runs backwards are no periods, and are quoted."""
    with pytest.raises(bps.PeriodError) as caught:
        read_period(text)
    assert repr(text) in str(caught.value)
    assert caught.value.expected == ("its start before its end" if text in BACKWARDS else f"one like {EXPECTED}")


@given(st.text("0129-Q/.", max_size=12))
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text fails in another way, and what is read starts before it ends."""
    period = read_or_none(text)
    assert period is None or (period.text == text and period.start <= period.end)


def test_periods_order_by_their_end() -> None:
    """The earlier end comes first, of equal ends the longer period, and an undated one before all others."""
    backwards = IN_TIME[::-1]
    assert sorted(backwards, key=lambda text: read_period(text).order) == IN_TIME


@given(points, points)
def test_the_later_end_is_the_later_period(first: str, second: str) -> None:
    """Whatever their forms, of two periods the one that ends later is the later one."""
    one, other = read_period(first), read_period(second)
    assume(one.end != other.end)
    assert (one.order < other.order) == (one.end < other.end)
    assert read_period("..").order < min(one.order, other.order)


@pytest.mark.parametrize(
    ("text", "previous"),
    [
        ("2024", "2023"), ("2024-Q3", "2023-Q3"), ("2024-09", "2023-09"), ("2024-12-31", "2023-12-31"),
        ("2024-07/2024-08", "2023-07/2023-08"), ("../2024-12", "../2023-12"), ("2013/..", "2012/.."), ("..", ".."),
        ("2024-02-29", "2023-02-28"), ("../2024-02-29", "../2023-02-28"), ("2000", "1999"), ("1000-Q1", "0999-Q1"),
    ],
)  # fmt: skip
def test_the_previous_year_is_the_same_period_a_year_before(text: str, previous: str) -> None:
    """A growth over the previous year compares with the same months, quarter or day; open ends stay open."""
    assert previous_year(text) == previous


@given(points)
def test_the_previous_year_is_a_period_of_that_year(point: str) -> None:
    """What lies a year before a period is a period itself, of the same form, ending in the year before."""
    assume(int(point[:4]) > MINYEAR)
    before, now = read_period(previous_year(point)), read_period(point)
    assert (before.end[0], before.end[1]) == (now.end[0] - 1, now.end[1])
    assert len(before.text) == len(point)
    assert before.order < now.order


@pytest.mark.parametrize("text", ["0000", "0001", "0001-Q1", "2024-13", "2024/2023", ""])
def test_what_is_no_period_has_no_previous_year(text: str) -> None:
    """Before what is no period, and before the calendar begins, there is none."""
    with pytest.raises(bps.PeriodError):
        previous_year(text)


@pytest.mark.parametrize(
    ("period", "months", "before"),
    [
        ("2024-Q1", 3, "2023-Q4"),
        ("2024-01", 1, "2023-12"),
        ("2024-03-31", 1, "2024-02-29"),
        ("2024-02-29", 3, "2023-11-30"),
        ("2024-03-15", 1, "2024-02-15"),
        ("2024-03-30", 1, "2024-02-29"),
        ("2024-07/2024-08", 1, "2024-06/2024-07"),
        ("../2024-12", 1, "../2024-11"),
    ],
)
def test_months_earlier(period: str, months: int, before: str) -> None:
    """A period some months earlier has the same form; the last day of a month stays the last."""
    assert previous_months(period, months) == before


@pytest.mark.parametrize(("period", "months"), [("2024", 1), ("2024-Q2", 1), ("2024/2025", 3)])
def test_no_months_earlier(period: str, months: int) -> None:
    """What months do not divide has no month before."""
    with pytest.raises(
        PeriodError, match=f"'{period}', expected one of months or quarters, such as 2024-09 or 2024-Q3"
    ):
        previous_months(period, months)
