"""Changes in prose: which way a figure moved and from which base, and when a value is a level or a former one."""

from __future__ import annotations

import pytest

import beijing_public_services as bps

LEVEL, GROWTH, SINCE, CONTRACTS = (  # 30.5 µg/m³; 6.2 % less than in 2023; 65.9 % less than in 2013; 7.2 % more
    "environment.pm2_5_annual_mean",
    "environment.pm2_5_annual_mean_growth",
    "environment.pm2_5_annual_mean_fixed_base_growth",
    "science_technology.technology_contract_value_growth",
)


def judged(text: str) -> list[tuple[str, str, str]]:
    """The indicator, status and diagnosis of each verdict on a text."""
    return [(each.verdict.indicator, each.verdict.status, each.verdict.diagnosis) for each in bps.verify_text(text)]


def passed_over(text: str) -> list[tuple[str, str]]:
    """The figures of a text that have no verdict, each with the reason."""
    return [(each.text, each.reason) for each in bps.verify_text(text).passed_over]


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("PM2.5 was down 6.2%.", GROWTH),
        ("PM2.5 was down: 6.2%.", GROWTH),
        ("PM2.5 was 6.2% less.", GROWTH),
        ("PM2.5 was 6.2% lower than in 2023.", GROWTH),
        ("PM2.5 was 6.2% lower than the average of 2023.", GROWTH),
        ("PM2.5 was 6.2% lower than a year earlier.", GROWTH),
        ("PM2.5 was 6.2% below 2023.", GROWTH),
        ("PM2.5 was 6.2% below last year.", GROWTH),
        ("PM2.5 saw a 6.2% drop.", GROWTH),
        ("PM2.5 saw a drop of 6.2%.", GROWTH),
        ("PM2.5 dropped, by 6.2%.", GROWTH),
        ("PM2.5 improved by 6.2%.", GROWTH),
        ("PM2.5 fell by 6.2% compared with 2023.", GROWTH),
        ("PM2.5 was down 6.2% compared with 4% the year before.", GROWTH),
        ("PM2.5有6.2%的下降。", GROWTH),
        ("PM2.5有6.2%降幅。", GROWTH),
        ("PM2.5 fell by 65.9% compared with 2013.", SINCE),
        ("Technology contract value improved by 7.2%.", CONTRACTS),
        ("Technology contract value: growth 7.2%.", CONTRACTS),
        ("Technology contract value grew by 7.2% in nominal terms.", CONTRACTS),
        ("Technology contract value rose 7.2% from a year earlier.", CONTRACTS),
        ("技术合同成交额增速7.2%。", CONTRACTS),
        ("技术合同成交额较上年增长7.2%。", CONTRACTS),
        ("技术合同成交额比2023年增长7.2%。", CONTRACTS),
    ],
)
def test_a_change_is_held_to_the_published_change(text: str, indicator: str) -> None:
    """A figure with a word of change, before or after it, is the change from the year before or the named base."""
    assert judged(text) == [(indicator, "match", "")]


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("PM2.5 rose by 6.2%.", GROWTH),
        ("PM2.5 was 6.2% higher than in 2023.", GROWTH),
        ("PM2.5 was 6.2% above 2023.", GROWTH),
        ("PM2.5有6.2%的增长。", GROWTH),
        ("PM2.5's growth was 6.2%.", GROWTH),
        ("Technology contract value fell by 7.2%.", CONTRACTS),
        ("技术合同成交额下降7.2%。", CONTRACTS),
    ],
)
def test_a_change_the_other_way_has_the_wrong_sign(text: str, indicator: str) -> None:
    """A rise that was a fall, or a fall that was a rise, is a mismatch in its sign."""
    assert judged(text) == [(indicator, "mismatch", "sign")]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("PM2.5 dropped to 30.5 µg/m3, by 6.2%.", [LEVEL, GROWTH]),
        ("PM2.5 dropped to 30.5 µg/m3 by 6.2%.", [LEVEL, GROWTH]),
        ("PM2.5 fell to 30.5 µg/m³ from 89.5 µg/m³ in 2013.", [LEVEL, LEVEL]),
        ("PM2.5 fell from 89.5 µg/m³ in 2013 to 30.5 µg/m³.", [LEVEL, LEVEL]),
        ("In 2021, PM2.5 fell from 89.5 µg/m³ in 2013 to 33 µg/m³.", [LEVEL, LEVEL]),
        ("PM2.5从2013年的89.5微克/立方米降至30.5微克/立方米。", [LEVEL, LEVEL]),
        ("2024年PM2.5从2013年的89.5微克/立方米降至30.5微克/立方米。", [LEVEL, LEVEL]),
        ("PM2.5 fell to 33 µg/m³ in 2021 from 89.5 µg/m³ in 2013.", [LEVEL, LEVEL]),
        ("In 2021, PM2.5 fell to 33 µg/m³ from 89.5 µg/m³ in 2013.", [LEVEL, LEVEL]),
        ("PM2.5 was 33 µg/m3 across Beijing in 2021.", [LEVEL]),
        ("PM2.5从2023年的32微克/立方米降至2024年的30.5微克/立方米。", [LEVEL, LEVEL]),
        ("Technology contract value, at 915.33 billion yuan, rose 7.2%.", [CONTRACTS[: -len("_growth")], CONTRACTS]),
    ],
)
def test_a_level_is_told_from_the_change_and_each_from_its_time(text: str, claims: list[str]) -> None:
    """What something fell or rose to is a level, and so is a former value, which has a year of its own."""
    assert judged(text) == [(indicator, "match", "") for indicator in claims]


@pytest.mark.parametrize(
    ("text", "figure", "reason"),
    [
        ("PM2.5 fell by 6.2% compared with 2020.", "fell by 6.2%", "base"),
        ("PM2.5 fell 6.2% month on month.", "fell 6.2%", "base"),
        ("PM2.5环比下降6.2%。", "下降6.2%", "base"),
        ("In 2024 technology contract value rose 7.2% from January.", "rose 7.2%", "base"),
        ("In 2024 technology contract value rose 7.2% from the third quarter.", "rose 7.2%", "base"),
        ("Technology contract value grew by 7.2% in real terms.", "grew by 7.2%", "base"),
        ("In real terms, technology contract value grew by 7.2%.", "grew by 7.2%", "base"),
        ("PM2.5 was 6.2% lower than in Tianjin.", "6.2% lower", "compared"),
        ("PM2.5 is 6.2% higher than in Tianjin.", "6.2%", "compared"),
        ("PM2.5 was 6.2% lower than Tianjin's level of 2023.", "6.2% lower", "compared"),
        ("PM2.5 was 6.2% lower than the national average.", "6.2% lower", "compared"),
        ("PM2.5 was 6.2% lower than the limit.", "6.2% lower", "compared"),
        ("PM2.5 fell by 6.2% compared with Tianjin.", "fell by 6.2%", "compared"),
        ("PM2.5较天津下降6.2%。", "下降6.2%", "compared"),
        ("PM2.5 was 6.2% lower than expected.", "6.2% lower", "plan"),
        ("The forest coverage rate was 44.9% above the average.", "44.9%", "compared"),
        ("The forest coverage rate, compared with 44.9%, was higher.", "44.9%", "compared"),
        ("The forest coverage rate rose from 44.9%.", "44.9%", "former"),
        ("In 2024 the forest coverage rate rose from 44.9%.", "44.9%", "former"),
        ("The forest coverage rate improved by 44.9%.", "improved by 44.9%", "change"),
        ("The forest coverage rate was 44.9% above 2023.", "44.9%", "change"),
    ],
)
def test_a_change_from_something_else_is_no_claim_about_the_published_one(text: str, figure: str, reason: str) -> None:
    """A change from another place, thing, month or year, in prices of a year, or of what has none, is passed over."""
    assert judged(text) == []
    assert passed_over(text) == [(figure, reason)]
