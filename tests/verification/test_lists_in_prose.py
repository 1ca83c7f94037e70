"""Lists of figures: each belongs in order to a name, place or category of the list before it, or has no verdict."""

from __future__ import annotations

import pytest
from tests.support.prose import row

import beijing_public_services as bps
from beijing_public_services.notation.claim import read_claim
from beijing_public_services.verification.clause import Clause
from beijing_public_services.verification.context import Context
from beijing_public_services.verification.lists import (
    CLOSE_AFTER,
    CLOSE_BEFORE,
    corresponding,
    have_times,
    run_of,
    says_in_order,
)
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
        (["@when", "and", "@when"], True),
        (["", "", "@when", "comma", "@when"], True),
        (["", "", "", "@when", "and", "@when"], False),
        (["@when", "and"], False),
        (["@when", "verb", "@when"], False),
        (["@when", "and", "verb"], False),
        (["verb", "and", "@when"], False),
    ],
)
def test_times_after_a_list_are_a_list(after: list[str], found: bool) -> None:
    """Two times with a separator between them, close after the figures, are a list of their own."""
    assert have_times(row("figure", "and", "figure", *after), [0, 2]) is found


@pytest.mark.parametrize(
    ("roles", "expected"),
    [
        (["figure"], [0]),
        (["figure", "and", "figure", "comma", "figure", "verb", "figure"], [0, 2, 4]),
        (["figure", "comma", "and", "figure"], [0, 3]),
        (["figure", "", "figure"], [0]),
        (["figure", "and", "verb", "figure"], [0]),
        (["figure", "and", "figure", "figure", "and", "figure"], [0, 2]),
    ],
)
def test_a_run_of_figures_has_nothing_but_separators(roles: list[str], expected: list[int]) -> None:
    """Figures with commas or `and` between them are a list, up to any other token or a figure that follows at once."""
    tokens = [_as_figure(token) if token.role == "figure" else token for token in row("figure", *roles)]
    assert run_of(tokens, 1) == [place + 1 for place in expected]


def _as_figure(token: Token, unit: str = "km") -> Token:
    return token.__replace__(figure=read_claim("5 km").__replace__(unit=unit))


@pytest.mark.parametrize(
    ("units", "listed", "behind", "expected"),
    [
        (["", "km"], {"name": 2}, "", "name"),
        (["km", "km"], {"name": 2}, "", "name"),
        (["", "", "km"], {"place": 3}, "", "place"),
        (["km", "", "km"], {"name": 3}, "", ""),
        (["", "km", "km"], {"name": 3}, "", ""),
        (["km", ""], {"name": 2}, "", ""),
        (["", ""], {"name": 2}, "", ""),
        (["", "km"], {"name": 3}, "", ""),
        (["", "km"], {"category": 2}, "", ""),
        (["", "km"], {"name": 2, "place": 2}, "", ""),
        (["km"], {"name": 1}, "in_order", ""),
        (["", ""], {"name": 2}, "in_order", "name"),
        (["", "km"], {"category": 2}, "in_order", "category"),
        (["", "km"], {"category": 2, "name": 2}, "in_order", "category"),
        (["", "km"], {"place": 2}, "in_order", "place"),
        (["", "km"], {"place": 2, "name": 1}, "in_order", "place"),
        (["", "km"], {"place": 2, "name": 3}, "in_order", "place"),
        (["", "km"], {"place": 2, "category": 2}, "in_order", "place"),
        (["", "km"], {"place": 2, "category": 2, "name": 1}, "in_order", "place"),
        (["", "km"], {"place": 2, "name": 2}, "in_order", ""),
        (["", "km"], {"place": 1}, "in_order", ""),
        (["", "km"], {}, "in_order", ""),
    ],
)
def test_a_list_belongs_to_the_one_that_fits(
    units: list[str], listed: dict[str, int], behind: str, expected: str
) -> None:
    """A list of figures belongs to the list of as many items; without a word for order the units have to be of one."""
    clause, place, run = _listing(units, listed, ["verb"], behind)
    assert corresponding(clause, place, run) == expected
    clause.closed = "unclear"
    assert corresponding(clause, place, run) == (expected if behind else "")


@pytest.mark.parametrize(
    ("between", "names", "expected"),
    [
        (["and", "unknown", "verb"], 2, "name"),
        (["and", "", "unknown"], 2, "name"),
        (["and", "verb"], 2, ""),
        (["comma", "unknown"], 2, ""),
        (["verb", "and", "unknown"], 2, ""),
        (["and", "unknown"], 1, ""),
    ],
)
def test_the_last_item_of_a_list_may_be_unknown(between: list[str], names: int, expected: str) -> None:
    """Of as many figures as there are names and one more, the last belongs to the unknown word behind the names."""
    clause, place, run = _listing(["", "", "km"], {"name": names}, between, "in_order")
    assert corresponding(clause, place, run) == expected
    assert clause.groups["name"][names:] == ([None] if expected else [])


def _listing(
    units: list[str], listed: dict[str, int], between: list[str], behind: str
) -> tuple[Clause, int, list[int]]:
    """A clause with lists of so many items and then figures in these units, where the first stands, and where all."""
    start = 1 + len(between)
    tokens = row("name", *between, *["figure", "and"] * len(units), behind)
    run = [start + 2 * number for number in range(len(units))]
    for place, unit in zip(run, units, strict=True):
        tokens[place] = _as_figure(tokens[place], unit)
    clause = Clause(tokens, Context("CN-BJ", 0), is_question=False, is_denied=False)
    for kind, count in listed.items():
        clause.groups[kind] = ["item"] * count
    clause.last_item["name"] = 0
    return clause, start, run
