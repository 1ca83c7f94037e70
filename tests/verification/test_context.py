"""What a text has said of place and time so far, and what that makes of a figure that names neither."""

from __future__ import annotations

from typing import Any

import pytest

from beijing_public_services.datapackage.place_names import CAPITAL, CITY, DISTRICT, ELSEWHERE, REGION
from beijing_public_services.notation.folding import fold
from beijing_public_services.notation.times import Time, find_times
from beijing_public_services.verification.context import (
    DATELINE,
    LATE,
    THAT_YEAR,
    UNCLEAR,
    Context,
    When,
    date_of,
    period_of,
    periods_of,
)
from beijing_public_services.verification.tokens import Token

SEVERAL = "several years"


def context(area: str | None = "CN-BJ", published: int = 0, **noted: Any) -> Context:
    """A text about an area, of which this has been noted."""
    made = Context(area, published)
    for name, value in noted.items():
        setattr(made, name, value)
    return made


def a_time(kind: Any = "when", **said: Any) -> Time:
    """An expression of time."""
    return Time(start=0, end=1, kind=kind, **said)


@pytest.mark.parametrize(
    ("when", "periods"),
    [
        (When(year=2024), ["2024", "2024-12-31", "../2024-12", "../2024-12-31"]),
        (When(year=2024, part="Q1"), ["2024-Q1", "2024-03-31", "../2024-03-31"]),
        (When(year=2024, part="Q4"), ["2024-Q4", "2024-12-31", "../2024-12-31"]),
        (When(year=2024, part="01/10"), ["2024-01/2024-10"]),
        (When(year=2024, part="02"), ["2024-02", "2024-02-29", "../2024-02", "../2024-02-29"]),
        (When(year=2023, part="02"), ["2023-02", "2023-02-28", "../2023-02", "../2023-02-28"]),
        (When(year=2024, part="11"), ["2024-11", "2024-11-30", "../2024-11", "../2024-11-30"]),
        (When(year=2024, part="05-15"), ["2024-05-15", "../2024-05-15"]),
    ],
)
def test_a_time_may_be_several_periods(when: When, periods: list[str]) -> None:
    """A year, quarter or month is itself, its last day or all up to its end; February may end on the 29th."""
    assert periods_of(when) == periods


@pytest.mark.parametrize(
    ("when", "period"),
    [
        (When(), None),
        (When(clear=False), UNCLEAR),
        (When(year=2024, clear=False), UNCLEAR),
        (When(part="Q1"), UNCLEAR),
        (When(year=2024, part="other"), UNCLEAR),
        (When(year=2024), "2024-12-31"),
        (When(year=2024, part="Q1"), "2024-Q1"),
        (When(year=2023), "2023"),
        (When(clear=False, is_open=True), None),
        (When(year=2025, clear=False, is_open=True), "2025"),
        (When(year=2020, clear=False, is_open=True), None),
        (When(part="Q2", is_open=True), "2023-Q2"),
        (When(part="Q3", is_open=True), UNCLEAR),
        (When(part="12", is_open=True), UNCLEAR),
        (When(year=2023, part="Q1", is_open=True), "2023-Q1"),
    ],
)
def test_a_time_is_one_of_the_periods_of_an_indicator(when: When, period: str | None) -> None:
    """The period is the first that the indicator has, or that the time may be; a time that is not clear is none.

    A time left open is a year that the indicator has or the headline's, and a part of no year the only such part.
    """
    assert period_of(when, {"2024-12-31", "../2024-12", "2022-12", "2025", "2023-Q2"}) == period


@pytest.mark.parametrize(
    ("where", "city", "is_wire", "area", "found"),
    [
        ("", "", False, CITY, "CN-SH"),
        ("CN-BJ", "", False, CITY, "CN-SH"),
        ("CN-TJ", "", False, CITY, UNCLEAR),
        ("CN-TJ", "", True, CITY, "CN-SH"),
        ("CN-TJ", "", False, CAPITAL, "CN-SH"),
        ("CN-TJ", "CN-GZ", False, CITY, "CN-GZ"),
        ("CN-TJ", "CN-GZ", False, CAPITAL, "CN-GZ"),
        *((where, "", False, REGION, "X-JJJ") for where in ("X-JJJ", "CN-BJ", "CN-TJ", "CN-HE")),
        ("CN-SH", "", False, REGION, UNCLEAR),
        ("CN-BJ", "CN-GZ", False, "CN-TJ", "CN-TJ"),
    ],
)
def test_a_word_for_a_place_means_what_the_text_has_named(
    where: str, city: str, is_wire: bool, area: str, found: str
) -> None:
    """`the city` is the one named, else that of the text unless another place is; a region is that around the place."""
    assert context("CN-SH", where=where, city=city, is_wire=is_wire).resolve_place(area) == found


def test_the_capital_is_beijing_in_a_text_about_no_area() -> None:
    """A text about no area has a capital, and no city."""
    assert [context(None).resolve_place(each) for each in (CAPITAL, CITY)] == ["CN-BJ", UNCLEAR]


@pytest.mark.parametrize(
    "area", [CITY, CAPITAL, REGION, DISTRICT, UNCLEAR, "X-JJJ", "CN-HE", "CN", "X-WORLD", "CN-BJ.sub_centre"]
)
def test_what_is_no_city_is_not_noted_as_one(area: str) -> None:
    """`the city` means the last city that was named, and no province, region, country or part of a city."""
    text = context()
    text.note_city("CN-TJ")
    text.note_city(area)
    assert text.city == "CN-TJ"


@pytest.mark.parametrize(
    ("area", "noted", "found"),
    [
        ("CN-BJ", {}, "CN-BJ"),
        (None, {}, UNCLEAR),
        ("CN-BJ", {"is_wire": True}, UNCLEAR),
        ("CN-BJ", {"where": "CN-TJ", "first_where": "CN-TJ", "paragraph": 1}, "CN-TJ"),
        ("CN-BJ", {"where": "CN-TJ", "city": "CN-TJ", "paragraph": 1}, "CN-TJ"),
        ("CN-BJ", {"where": "CN-TJ", "paragraph": 1, "where_paragraph": 1}, "CN-TJ"),
        ("CN-BJ", {"where": "CN-TJ", "first_where": "CN-BJ", "paragraph": 1}, UNCLEAR),
        ("CN-BJ", {"where": ELSEWHERE, "paragraph": 1}, UNCLEAR),
    ],
)
def test_a_place_holds_for_its_paragraph_and_the_first_one_for_the_text(
    area: str | None, noted: dict[str, Any], found: str
) -> None:
    """A sentence that names no place is about the last one in its paragraph, the first or the city of the text."""
    assert context(area, **noted).carried_place() == found


def test_a_sentence_leaves_its_place_and_time_to_the_next() -> None:
    """The first place and time of a text stay the first; a sentence without either leaves those before."""
    text = context(paragraph=3)
    assert (text.carried_place(), text.carried_time(), text.is_to_come(When(year=2024), False)) == (
        "CN-BJ", When(), False
    )  # fmt: skip
    text.end_of_sentence("", When())
    assert (text.when, text.first_when) == (None, None)
    text.end_of_sentence("CN-TJ", When(year=2023), is_planned=True)
    text.end_of_sentence("", None)
    assert (text.where, text.where_paragraph, text.first_where) == ("CN-TJ", 3, "CN-TJ")
    assert (text.when, text.when_paragraph, text.is_time_planned) == (When(year=2023), 3, True)
    text.end_of_sentence("CN-SH", When(year=2022))
    assert (text.where, text.first_where) == ("CN-SH", "CN-TJ")
    assert (text.when, text.first_when, text.is_time_planned) == (When(year=2022), When(year=2023), False)
    text.end_of_sentence("", When())
    assert (text.when, text.first_when) == (When(), When(year=2023))


def test_a_time_holds_for_its_paragraph_and_the_first_one_for_the_text() -> None:
    """A sentence that names no time is of the last one in its paragraph, or of the first, and else it is not clear."""
    text = context()
    text.end_of_sentence("", When(year=2023))
    text.paragraph = 1
    assert text.carried_time() == When(year=2023)
    text.end_of_sentence("", When(year=2022))
    assert text.carried_time() == When(year=2022)
    text.paragraph = 2
    assert text.carried_time() == When(clear=False, is_open=True)


@pytest.mark.parametrize(
    ("times", "published", "is_early"),
    [
        ([a_time("date", year=2025, part="05")], 2025, False),
        ([a_time("date", year=2025), a_time("date", year=2023)], 2025, False),
        ([a_time("date", year=2025, part="01")], 2025, False),
        *(([a_time("date", part=f"{month:02}")], 0, month < 4) for month in range(1, 5)),
    ],
)
def test_the_first_date_tells_when_a_text_was_published(times: list[Time], published: int, is_early: bool) -> None:
    """A date without a year in the first three months only tells that the year is new."""
    text = context()
    for time in times:
        text.note_date(time)
    assert (text.published, text.is_early) == (published, is_early)


@pytest.mark.parametrize(
    ("published", "month", "when", "is_to_come"),
    [
        (2025, 0, When(year=2024), False),
        (2025, 0, When(year=2025), True),
        (2025, LATE - 1, When(year=2025), True),
        (2025, LATE, When(year=2025), False),
        (2025, LATE, When(year=2026), True),
        (2025, 0, When(year=2026, part="Q1"), False),
        (0, 0, When(year=2026), False),
    ],
)
def test_a_year_that_was_not_over_is_to_come(published: int, month: int, when: When, is_to_come: bool) -> None:
    """A text may tell of its own year from July on, and of a year ahead never."""
    assert context(published=published, published_month=month).is_to_come(when, True) is is_to_come


def test_the_time_of_a_plan_is_to_come() -> None:
    """A time that holds from a sentence that plans is to come, unless the sentence names its own."""
    text = context(is_time_planned=True)
    assert [text.is_to_come(When(year=2024), is_own) for is_own in (False, True)] == [True, False]
    assert not text.is_to_come(When(), False)


@pytest.mark.parametrize(
    ("noted", "relative", "year"),
    [
        ({"published": 2025}, -1, 2024),
        ({}, -1, 0),
        ({"is_early": True, "first_when": When(year=2023)}, -1, 2023),
        ({"is_early": True, "first_when": When(year=2023)}, -2, 0),
        ({"first_when": When(year=2023)}, -1, 0),
        ({"is_early": True}, -1, 0),
        ({"is_early": True, "first_when": When(year=2023), "published": 2025}, -1, 2024),
        ({"when": When(year=2023), "published": 2025}, THAT_YEAR, 2023),
        ({"published": 2025}, THAT_YEAR, 0),
    ],
)
def test_last_year_is_relative_to_the_publication(noted: dict[str, Any], relative: int, year: int) -> None:
    """Without a date of publication only news of a new year know their last year: the one that they begin with."""
    assert context(**noted).year_of(relative) == year


@pytest.mark.parametrize(
    ("time", "named", "noted", "found"),
    [
        (a_time(year=2024), None, {}, (2024, "", True)),
        (a_time("span"), None, {}, (0, SEVERAL, False)),
        (a_time("whole"), None, {"when": When(year=2023)}, (2023, "", True)),
        (a_time("whole"), When(year=2022), {"when": When(year=2023)}, (2022, "", True)),
        (a_time("whole"), When(part="Q1"), {"when": When(year=2023)}, (2023, "", True)),
        (a_time("whole"), None, {}, (0, "", True)),
        (a_time("whole"), None, {"when": When(part="Q1")}, (0, "", True)),
        (a_time(relative=-1), None, {"published": 2025}, (2024, "", True)),
        (a_time(relative=-1, part="Q1"), None, {"first_when": When(year=2016)}, (0, "Q1", False)),
        (a_time(relative=-1), None, {"first_when": When(year=2016)}, (2016, "", False)),
        (a_time(relative=0), None, {"published": 2025}, (0, "", False)),
        (a_time(relative=0, part="Q1"), None, {"published": 2025}, (2025, "Q1", True)),
        (a_time(relative=1), None, {"published": 2025}, (2026, "", True)),
        (a_time(relative=THAT_YEAR), When(year=2022), {"when": When(year=2023)}, (2022, "", True)),
        (a_time(relative=THAT_YEAR), None, {"when": When(year=2023)}, (2023, "", True)),
        (a_time(relative=-1), When(year=2022), {"published": 2025}, (2024, "", True)),
        (a_time(part="Q1"), When(year=2022), {"when": When(year=2023)}, (2022, "Q1", True)),
        (a_time(part="Q1"), None, {"when": When(year=2023)}, (2023, "Q1", True)),
        (a_time(part="Q1"), None, {"published": 2025}, (2025, "Q1", True)),
        (a_time(part="Q1", year=2021), None, {"published": 2025}, (2021, "Q1", True)),
    ],
)
def test_an_expression_of_time_means_a_year_of_the_text(
    time: Time, named: When | None, noted: dict[str, Any], found: tuple[int, str, bool]
) -> None:
    """A part of a year is of the year named last; this year is not over, and several years are no single time."""
    when = context(**noted).resolve_time(time, named)
    assert (when.year, when.part, when.clear) == found


@pytest.mark.parametrize(
    ("time", "is_open"),
    [
        (a_time(relative=-1), True),
        (a_time(relative=-2), False),
        (a_time(relative=1), False),
        (a_time(relative=-1, part="Q1"), False),
        (a_time("span"), False),
        (a_time(part="Q1"), True),
        (a_time(part="Q1", year=2024), False),
        (a_time(year=2024), False),
        (a_time(), False),
    ],
)
def test_last_year_may_be_the_latest_where_nothing_says_which(time: Time, is_open: bool) -> None:
    """`last year` in a text without a date is left open, and so is a part of a year without the year; no other time."""
    assert context().resolve_time(time).is_open is is_open


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Jan 21, 2025 (Xinhua) -- The city", (2025, 1)),
        ("2025年1月21日电 全市", (2025, 1)),
        ("2025年1月21日，全市", (0, 0)),
        (f"{' ' * DATELINE}2025年1月21日电", (0, 0)),
        (f"{' ' * (DATELINE - 1)}2025年1月21日电", (2025, 1)),
        ("The bureau said on Jan 21, 2025, that", (2025, 1)),
        (f"said {'x' * 24} Jan 21, 2025 that", (0, 0)),
        ("2025年1月21日市统计局发布", (2025, 1)),
        ("a report issued in March 2025, on 2024", (2025, 0)),
        ("the 2025 edition of the index", (2025, 0)),
        ("said on Jan 21, 2025, that", (2025, 1)),
        ("Jan 21 -- The city", (0, 0)),
        ("in 2024 the rate, reported in 2025", (0, 0)),
    ],
)
def test_the_date_of_a_text_stands_in_its_dateline_or_with_a_word_of_publication(
    text: str, found: tuple[int, int]
) -> None:
    """A date at the beginning, before 电 or after `said`, is that of the text; a date of something else is not."""
    folded = fold(text)
    marks = [Token(start=time.start, end=time.end, role="time", time=time) for time in find_times(folded)]
    assert date_of(marks, folded) == found
