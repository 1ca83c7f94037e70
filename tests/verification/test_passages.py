"""Claims found in running text: right and wrong figures about known indicators, in two languages, and much else."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from tests.support.passages import Score, by_kind, passages
from tests.support.timing import processor_time

import beijing_public_services as bps
from beijing_public_services.notation.folding import fold
from beijing_public_services.verification.marks import lookup_of, marks_of


class Passage(NamedTuple):
    """A text of our own, and the claims in it: the words of the figure, the indicator meant, whether it is right."""

    text: str
    claims: tuple[tuple[str, str, bool], ...]


E, INFRA, S, M, P, B, C = (
    "environment.", "infrastructure.", "science_technology.", "employment_social_security.", "public_safety.",
    "basic_education.", "culture_tourism.",
)  # fmt: skip
PASSAGES = [
    Passage(
        "In 2024 the PM2.5 annual mean concentration in Beijing fell by 6.2% to 30.5 µg/m³.",
        (
            ("6.2%", f"{E}pm2_5_annual_mean_growth", True),
            ("30.5 µg/m³", f"{E}pm2_5_annual_mean", True),
        ),
    ),
    Passage(
        "The forest coverage rate stood at 45.9%, and the sewage treatment rate at 97.5%.",
        (("45.9%", f"{E}forest_coverage_rate", False), ("97.5%", f"{E}sewage_treatment_rate", True)),
    ),
    Passage(
        "Technology contract value came to 915.33 billion yuan, up 7.2%. Digital economy value added was 2 bn yuan.",
        (
            ("915.33 billion yuan", f"{S}technology_contract_value", True),
            ("7.2%", f"{S}technology_contract_value_growth", True),
            ("2 bn yuan", f"{INFRA}digital_economy_value_added", False),
        ),
    ),
    Passage(
        "Good air days numbered 290. New energy vehicles owned passed 100 million vehicles, one hears.",
        (("290", f"{E}good_air_days", True), ("100 million vehicles", f"{E}new_energy_vehicles_in_use", False)),
    ),
    Passage(
        "With an urban rail length of 897 km the city ranks first; the park green space per capita is 16.96 square "
        "metres per person.",
        (
            ("897 km", f"{INFRA}urban_rail_length", False),
            ("16.96 square metres per person", f"{INFRA}park_green_space_per_capita", True),
        ),
    ),
    Passage(
        "Fixed-asset investment exceeded 900 billion yuan. Fixed-asset investment was 900 billion yuan.",
        (
            ("exceeded 900 billion yuan", f"{INFRA}fixed_asset_investment", True),
            ("900 billion yuan", f"{INFRA}fixed_asset_investment", False),
        ),
    ),
    Passage(
        "New urban employment was 284,000 persons and the graduate employment rate 69.1%.",
        (
            ("284,000 persons", f"{M}new_urban_employment", True),
            ("69.1%", f"{M}beijing_origin_graduate_employment_rate", False),
        ),
    ),
    Passage(
        "本市森林覆盖率已到44.9%，污水处理率则是95.7%。",
        (("44.9%", f"{E}forest_coverage_rate", True), ("95.7%", f"{E}sewage_treatment_rate", False)),
    ),
    Passage(
        "去年技术合同成交额有9153.3亿元；城市里的实体书店超过2100家。",
        (("9153.3亿元", f"{S}technology_contract_value", True), ("超过2100家", f"{C}physical_bookstores", True)),
    ),
    Passage(
        "据悉，技术合同成交额为9153.3万元，新增城镇就业29.9万人。",
        (("9153.3万元", f"{S}technology_contract_value", False), ("29.9万人", f"{M}new_urban_employment", False)),
    ),
    Passage(
        "可吸入颗粒物、二氧化氮、二氧化硫年均浓度分别是54、24、3微克/立方米。",
        (
            ("54", f"{E}pm10_annual_mean", True),
            ("24", f"{E}no2_annual_mean", True),
            ("3微克/立方米", f"{E}so2_annual_mean", True),
        ),
    ),
    Passage(
        "细颗粒物：北京30.5微克/立方米，天津38微克/立方米，河北37.8微克/立方米。",
        (
            ("30.5微克/立方米", f"{E}pm2_5_annual_mean", True),
            ("38微克/立方米", f"{E}pm2_5_annual_mean", True),
            ("37.8微克/立方米", f"{E}pm2_5_annual_mean", True),
        ),
    ),
    Passage(
        "我们查了：公园总数是1100个，轨道交通运营总里程为897公里，供水管网漏损率在8.5%以内。",
        (
            ("1100个", f"{INFRA}parks", True),
            ("897公里", f"{INFRA}urban_rail_length", False),
            ("8.5%以内", f"{INFRA}water_network_leakage_rate", True),
        ),
    ),
    Passage(
        "食品抽检合格率超过98%，营业性演出共5.7万场，新增普惠性托位1.9万个。",
        (
            ("超过98%", f"{P}food_sampling_pass_rate", True),
            ("5.7万场", f"{C}commercial_performances", True),
            ("1.9万个", f"{B}new_affordable_childcare_places", False),
        ),
    ),
    Passage(
        "PM2.5 annual mean concentration fell from 89.5 µg/m³ in 2013 to 30.5 µg/m³ in 2024.",
        (("89.5 µg/m³", f"{E}pm2_5_annual_mean", True), ("30.5 µg/m³", f"{E}pm2_5_annual_mean", True)),
    ),
    Passage(
        "2021年细颗粒物年均浓度为34微克/立方米，优良天数在2022年有286天。",
        (("34微克/立方米", f"{E}pm2_5_annual_mean", False), ("286天", f"{E}good_air_days", True)),
    ),
    Passage("The 2nd meeting on 5 May 2024 drew 300 guests, who ate 40 cakes in 3 hours (see [12], p. 7).", ()),
    Passage("会议于2024年5月6日举行，300人出席，第3次讨论了5G和十四五规划，历时2小时。", ()),
]


def test_claims_in_passages_of_others_are_judged_rightly() -> None:
    """In the development set nearly all verdicts are right, most right ones are given, and no wrong claim matches."""
    score = sum(by_kind(passages("development")).values(), Score())
    assert score.false_matches == 0
    assert score.precision >= 0.97
    assert score.recall >= 0.65


def test_the_sets_of_passages_share_no_text() -> None:
    """No passage of the test set is one of the development set."""
    texts = [{passage.text for passage in passages(name)} for name in ("test", "development")]
    assert not texts[0] & texts[1]
    assert all(len(each) > 100 for each in texts)


def test_right_figures_match_and_wrong_ones_are_mismatches() -> None:
    """A figure that is right is called a match, a wrong one a mismatch, wherever it is found."""
    for passage in PASSAGES:
        for each in bps.verify_text(passage.text):
            for words, indicator, is_right in passage.claims:
                if words == each.text and indicator == each.verdict.indicator:
                    assert each.verdict.status == ("match" if is_right else "mismatch"), each.verdict.sentence


def test_a_claim_has_its_place_in_the_text() -> None:
    """A claim's place is where its figure stands, in characters, full-width or not."""
    text = "注：森林覆盖率为４４．９％。"
    (claim,) = bps.verify_text(text)
    assert (text[claim.start : claim.end], claim.verdict.status) == ("４４．９％", "match")


def test_the_year_of_a_sentence_chooses_the_figure() -> None:
    """A claim about a year for which nothing is printed cannot be verified."""
    (claim,) = bps.verify_text("In 2009 the forest coverage rate was 44.9%.")
    assert (claim.verdict.status, claim.verdict.reason) == ("cannot_verify", "no_figure")


@pytest.mark.parametrize("text", ["", " \n", "no figures here", "。" * 1000, "9" * 100_000, "森林覆盖率" * 10_000])
def test_a_text_without_claims_has_none(text: str) -> None:
    """Where there is nothing to verify, nothing is found, and nothing fails."""
    assert not bps.verify_text(text)


@pytest.mark.slow
def test_the_time_grows_with_the_length_of_the_text() -> None:
    """Four times the text takes about four times as long, and far from sixteen."""
    sentence = "本市森林覆盖率为44.9%，公园总数为1100个。The weather was fine, and 12 people walked 3 km.\n"

    def seconds(times: int) -> float:
        return processor_time(lambda: bps.verify_text(sentence * times))

    seconds(10)
    assert seconds(1000) < 9 * seconds(250)


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("细颗粒物年均浓度下降6.2%。", f"{E}pm2_5_annual_mean_growth"),
        ("与2013年相比，细颗粒物年均浓度已经下降65.9%。", f"{E}pm2_5_annual_mean_fixed_base_growth"),
    ],
)
def test_the_base_year_in_a_sentence_chooses_the_change(text: str, indicator: str) -> None:
    """A change is that against the year before, unless the sentence names the fixed year of another."""
    (claim,) = bps.verify_text(text)
    assert (claim.verdict.indicator, claim.verdict.status) == (indicator, "match"), claim.verdict.sentence


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In 2021 PM2.5 was 33 µg/m³.", [("2021", "match")]),
        ("PM2.5 was 33 µg/m³ in 2021.", [("2021", "match")]),
        ("PM2.5 was 33 µg/m³ in 2022.", [("2022", "mismatch")]),
        ("2013年PM2.5为89.5微克/立方米。", [("2013", "match")]),
        ("Since 2013 PM2.5 fell to 30.5 µg/m³.", [("2024", "match")]),
        ("PM2.5与2013年相比降至30.5微克/立方米。", [("2024", "match")]),
        ("PM2.5 fell by 65.9% from 2013.", [("2024", "match")]),
        ("PM2.5 was 30.5 µg/m³ in 2013 and 89.5 µg/m³ in 2024.", [("2013", "mismatch"), ("2024", "mismatch")]),
        ("In 2024, PM2.5 fell to 30.5 µg/m³ from 89.5 µg/m³ in 2013.", [("2024", "match"), ("2013", "match")]),
        ("PM2.5年均浓度2013年为89.5微克/立方米，2024年为30.5微克/立方米。", [("2013", "match"), ("2024", "match")]),
        ("PM2.5从2013年的89.5微克/立方米降至2024年的30.5微克/立方米。", [("2013", "match"), ("2024", "match")]),
        ("PM2.5 is down 6.2% on 2023, at 30.5 µg/m³.", [("2024", "match"), ("2024", "match")]),
    ],
)
def test_the_year_of_a_claim_chooses_the_figure(text: str, found: list[tuple[str, str]]) -> None:
    """A figure is held against that of the year named with it, a year that is only compared with aside."""
    verdicts = [each.verdict for each in bps.verify_text(text)]
    assert [(each.observation.period, each.status) for each in verdicts if each.observation] == found


def test_a_year_that_no_one_prints_cannot_be_verified() -> None:
    """A figure for a year without one is not held against another year's."""
    (found,) = bps.verify_text("In 2009 PM2.5 was 42 µg/m³.")
    assert (found.verdict.status, found.verdict.reason) == ("cannot_verify", "no_figure")


def test_figures_are_read_in_the_units_of_the_package() -> None:
    """A noun that a package counts is the unit of a figure in a text about it."""
    lookup = lookup_of(bps.bundled())
    counts = lookup.__replace__(definitions=(*lookup.definitions, "passenger = [bps_passenger] = _ = 乘客"))
    text = "The lines carried 41.2 million passengers."
    units = [
        [token.figure.unit for token in marks_of(text, fold(text), each) if token.figure] for each in (lookup, counts)
    ]
    assert units == [[""], ["passenger"]]
