"""Lists of figures: each belongs in order to a name, place or category of the list before it, or has no verdict."""

from __future__ import annotations

import pytest

import beijing_public_services as bps
from beijing_public_services.notation.times import Time
from beijing_public_services.verification.lists import CLOSE_AFTER, CLOSE_BEFORE, have_times, says_in_order
from beijing_public_services.verification.tokens import Token

Found = list[tuple[str, str]]  # figures, each with the end of the id of what it is held against


def matches(text: str) -> Found:
    """The figures of a text that match, each with what they match: the id of its figure without the domain."""
    verdicts = [(each.text, each.verdict) for each in bps.verify_text(text)]
    assert all(verdict.status == "match" for _, verdict in verdicts), verdicts
    return [(figure, verdict.observation.id.partition(".")[2]) for figure, verdict in verdicts if verdict.observation]


PM10, NO2, SO2, PM2_5 = (f"{name}_annual_mean:CN-BJ:2024" for name in ("pm10", "no2", "so2", "pm2_5"))
TIANJIN, HEBEI, BEFORE = "pm2_5_annual_mean:CN-TJ:2024", "pm2_5_annual_mean:CN-HE:2024", "pm2_5_annual_mean:CN-BJ:2023"
PARKS = "parks:CN-BJ:2024-12-31"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("PM10, NO2 and SO2 were 54, 24 and 3 µg/m3.", [("54", PM10), ("24", NO2), ("3 µg/m3", SO2)]),
        ("PM10 and NO2 were 54 and 24 µg/m3 respectively.", [("54", PM10), ("24 µg/m3", NO2)]),
        ("PM10 and NO2 were 54 µg/m3 and 24 µg/m3.", [("54 µg/m3", PM10), ("24 µg/m3", NO2)]),
        ("PM10 and PM2.5 (54 and 30.5 µg/m3) fell.", [("54", PM10), ("30.5 µg/m3", PM2_5)]),
        ("PM10、二氧化氮分别为54、24微克/立方米。", [("54", PM10), ("24微克/立方米", NO2)]),
        ("PM2.5 in Beijing and Tianjin was 30.5 and 38 µg/m3.", [("30.5", PM2_5), ("38 µg/m3", TIANJIN)]),
        ("PM2.5 in Beijing and Tianjin was 30.5 µg/m3 and 38 µg/m3.", [("30.5 µg/m3", PM2_5), ("38 µg/m3", TIANJIN)]),
        (
            "北京、天津、河北PM2.5年均浓度分别为30.5、38、37.8微克/立方米。",
            [("30.5", PM2_5), ("38", TIANJIN), ("37.8微克/立方米", HEBEI)],
        ),
        (
            "技师、高级技师月薪中位数分别为11384元、12529元。",
            [
                ("11384元", "median_monthly_pay:CN-BJ:2024-Q4:technician"),
                ("12529元", "median_monthly_pay:CN-BJ:2024-Q4:senior_technician"),
            ],
        ),
        (
            "PM10 and NO2 stood at 54 and 24 µg/m3 and the parks at 1,100.",
            [("54", PM10), ("24 µg/m3", NO2), ("1,100", PARKS)],
        ),
        ("PM2.5 was 30.5 µg/m3 (2024) and 32 µg/m3 (2023).", [("30.5 µg/m3", PM2_5), ("32 µg/m3", BEFORE)]),
        (
            "PM2.5为30.5微克/立方米（2024年）、32微克/立方米（2023年）。",
            [("30.5微克/立方米", PM2_5), ("32微克/立方米", BEFORE)],
        ),
        ("PM10, ozone and NO2 were 54, 160 and 24 µg/m3 respectively.", [("54", PM10), ("24 µg/m3", NO2)]),
        ("PM10, NO2 and ozone were 54, 24 and 160 µg/m3 respectively.", [("54", PM10), ("24", NO2)]),
    ],
)
def test_figures_belong_in_order_to_the_items_before_them(text: str, found: Found) -> None:
    """As many figures as names, places or categories belong to them in order; so does that of an unknown name."""
    assert [
        (figure, id[: len(wanted)]) for (figure, id), (_, wanted) in zip(matches(text), found, strict=True)
    ] == found


@pytest.mark.parametrize(
    "text",
    [
        "PM10、二氧化氮分别为54、24、3微克/立方米。",
        "In Beijing and Tianjin PM10 and NO2 were 54 and 24 µg/m3 respectively.",
        "PM2.5 was 30.5 and 32 µg/m3 respectively.",
        "PM2.5 was 30.5, 32 and 30 µg/m3 in 2024, 2023 and 2022.",
        "PM10 and NO2 of roads were 54 and 24 µg/m3 respectively.",
        "PM10, ozone and NO2 of roads were 54, 160 and 24 µg/m3 respectively.",
        "PM10 and NO2 of roads were 54 and 24 µg/m3.",
        "PM10 and NO2 were 54 24 µg/m3.",
        "PM2.5 was 30.5 µg/m3 and 32 µg/m3 in 2024 and in 2023.",
        "In Beijing and Tianjin, PM2.5 and PM10 were 30.5 and 38 µg/m3.",
        "PM2.5 was 30.5 and 38 µg/m3 in Beijing and Tianjin.",
        "Parks and lifts numbered 1,100 and 822.",
    ],
)
def test_a_list_that_belongs_to_no_other_has_no_verdict(text: str) -> None:
    """Figures that no list of as many items fits, or two, or whose last name has an unknown word, are passed over."""
    report = bps.verify_text(text)
    assert not report
    assert len(report.passed_over) > 1


def row(*roles: str) -> list[Token]:
    """Tokens of these roles, one after the other; `time` is a time."""
    times = [Time(start=0, end=1, kind="when", year=2024) if role == "time" else None for role in roles]
    return [
        Token(start=at, end=at + 1, role=role, time=time)
        for at, (role, time) in enumerate(zip(roles, times, strict=True))
    ]


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        (["in_order", *[""] * (CLOSE_BEFORE - 1)], [], True),
        (["in_order", *[""] * CLOSE_BEFORE], [], False),
        (["in_order"], [], True),
        ([], [*[""] * (CLOSE_AFTER - 1), "in_order"], True),
        ([], [*[""] * CLOSE_AFTER, "in_order"], False),
        ([], ["in_order"], True),
        (["verb"], ["verb"], False),
    ],
)
def test_the_word_for_order_stands_close_to_the_list(before: list[str], after: list[str], found: bool) -> None:
    """A word such as `respectively` counts a few tokens before the first figure of a list, or after the last."""
    start = len(before)
    figures = ["figure", "comma", "figure", "and", "figure"]
    assert says_in_order(row(*before, *figures, *after), start, [start, start + 2, start + 4]) is found


@pytest.mark.parametrize(
    ("after", "found"),
    [
        (["time", "and", "time"], True),
        (["", "", "time", "comma", "time"], True),
        (["", "", "", "time", "and", "time"], False),
        (["time", "and"], False),
        (["time", "verb", "time"], False),
        (["time", "and", "verb"], False),
        (["verb", "and", "time"], False),
    ],
)
def test_times_after_a_list_are_a_list(after: list[str], found: bool) -> None:
    """Two times with a separator between them, close after the figures, are a list of their own."""
    assert have_times(row("figure", "and", "figure", *after), [0, 2]) is found
