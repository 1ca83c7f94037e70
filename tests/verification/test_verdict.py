"""How a verdict explains itself: its sentence in two languages, its title, and what is shown of it."""

from __future__ import annotations

from typing import Any, Final

import pytest

import beijing_public_services as bps

PAY: Final = "employment_social_security.median_monthly_pay"
UNEMPLOYMENT: Final = "employment_social_security.urban_surveyed_unemployment_rate"
ADVANCES = "science_technology.top_ten_scientific_advances"
PM2_5 = "environment.pm2_5_annual_mean"


def verdict_on(indicator: str, claim: str, **chosen: Any) -> bps.Verdict:
    """The verdict on a claim about the bundled package."""
    return bps.verify(indicator, claim, package=bps.bundled(), **chosen)


@pytest.mark.parametrize(
    ("indicator", "claim", "chosen", "english", "chinese"),
    [
        (
            PAY, "14417元", {"category": "senior_technician"},
            "Median monthly pay (Beijing, Q4 2024, Senior technician): the report "
            "prints 12529元 (s3.2.p1). The value is "
            "that of another category. It belongs to Beijing, Q4 2024, Software and information services.",
            "月平均薪酬中位值（北京，2024年第四季度，高级技师）：报告载为12529元（s3.2.p1）。该数值属于另一类别。"
            "它属于北京，2024年第四季度，软件和信息服务业。",
        ),
        (
            PM2_5, "54 µg/m3", {},
            "PM2.5 annual mean concentration (Beijing, 2024): the report prints "
            "30.5微克/米3 (s6.1.1.p1). The value is that "
            "of another indicator. It belongs to 'PM10 annual mean concentration' (Beijing, 2024).",
            "细颗粒物（PM2.5）年均浓度（北京，2024年）：报告载为30.5微克/米3（s6.1.1.p1）。该数值属于另一指标。"
            "它属于“可吸入颗粒物（PM10）年均浓度”（北京，2024年）。",
        ),
        (
            PM2_5, "89.5 µg/m3", {"period": "2013"},
            "PM2.5 annual mean concentration (Beijing, 2013): 新京报 prints 89.5. The claim is what is printed.",
            "细颗粒物（PM2.5）年均浓度（北京，2013年）：新京报载为89.5。该说法与所载一致。",
        ),
        (
            PM2_5, "elephants 5", {},
            "A word of the claim is not understood. (found 'elephants')",
            "该说法中有不理解的词语。（found 'elephants'）",
        ),
        (
            UNEMPLOYMENT, "5.1%", {},
            "Surveyed urban unemployment rate (Beijing, 2024): the report prints 5.1% "
            "(s3.p1). The claim is what is printed. "
            "The figure is disputed: the report prints 5.1% (source: report), 北京市统计局 prints 4.1% (source: "
            "bj_statistics_economy_2024, 2024年北京市经济运行情况新闻发布会答记者问, 2025-01-21, grade A).",
            "城镇调查失业率（北京，2024年）：报告载为5.1%（s3.p1）。该说法与所载一致。该数字有争议：报告载为5.1%"
            "（出处：report），北京市统计局载为4.1%（出处：bj_statistics_economy_2024, "
            "2024年北京市经济运行情况新闻发布会答记者问, 2025-01-21，等级A）。",
        ),
        (
            ADVANCES, "6项", {},
            "Results among China's Top 10 Scientific Advances (Beijing, 2024): the report "
            "prints 5项 (s2.1.p2). The value is "
            "what a copy of another publication prints. The figure is questioned: the "
            "report prints 5项 (source: report), "
            "a copy of 人民日报 prints 6项 (source: people_daily_innovation_2024, "
            "北京不断强化科技创新策源功能, 2025-06-04, "
            "grade C).",
            "入选中国科学十大进展的基础研究成果数（北京，2024年）："
            "报告载为5项（s2.1.p2）。该数值是另一发布物的转载所载。"
            "该数字存疑：报告载为5项（出处：report），一份转载的人民日报载为6项（出处：people_daily_innovation_2024, "
            "北京不断强化科技创新策源功能, 2025-06-04，等级C）。",
        ),
    ],
)  # fmt: skip
def test_a_verdict_says_what_is_printed_where_and_what_slipped(
    indicator: str, claim: str, chosen: dict[str, str], english: str, chinese: str
) -> None:
    """The sentence has the figure and its place, the slip, what the value belongs to, and who disputes the figure."""
    verdict = verdict_on(indicator, claim, **chosen)
    assert (verdict.explained("en"), verdict.explained("zh")) == (english, chinese)


def test_a_contradiction_is_explained_by_its_note() -> None:
    """The note of a cross-check is part of the sentence if the publication contradicts the figure, and only then."""
    figure = bps.get_indicator(UNEMPLOYMENT).observation()
    (check,) = figure.disputes
    for verdict, note in (("contradicts", " Another basis."), ("differs", "")):
        noted = figure.__replace__(cross_checks=(check.__replace__(verdict=verdict, note="Another basis."),))
        shown = bps.Verdict(status="match", indicator=UNEMPLOYMENT, observation=noted)
        assert shown.explained("en").endswith(f"grade A).{note}")
        assert shown.explained("zh").endswith(f"等级A）。{note.strip()}")


def test_a_figure_of_no_package_is_named_by_its_ids() -> None:
    """A figure that a user made has ids in the place of names, and so have an area and a category without one."""
    figure = bps.get_indicator(PAY).observation(category="technician")
    own = figure.__replace__(_setting=None, locator="")
    assert "median_monthly_pay (CN-BJ, Q4 2024, technician): " in bps.Verdict(
        status="match", indicator=PAY, observation=own
    ).explained("en")
    assert figure._setting is not None
    bare = figure.__replace__(_setting=figure._setting.__replace__(area=None, category=None))
    assert "Median monthly pay (CN-BJ, Q4 2024, technician): " in bps.Verdict(
        status="match", indicator=PAY, observation=bare
    ).explained("en")
    chinese = figure.__replace__(_setting=figure._setting.__replace__(name_en=""))
    assert bps.Verdict(status="match", indicator=PAY, observation=chinese).sentence.startswith("月平均薪酬中位值 (")
    alone = bps.Verdict(status="mismatch", diagnosis="other_indicator", indicator=PM2_5, neighbour=figure)
    assert alone.sentence.endswith("It belongs to 'Median monthly pay' (Beijing, Q4 2024, Technician).")


def test_a_verdict_is_shown_as_a_row_and_as_a_card() -> None:
    """A verdict with a figure shows what that shows of itself; one without it has its claim and the indicator."""
    verdict = verdict_on(PAY, "14417元", category="senior_technician")
    assert verdict.observation is not None
    assert verdict.neighbour is not None
    title = "<strong>✗ mismatch</strong>: other category"
    row, facts = verdict.observation._row(), verdict.observation._facts()
    assert verdict._row() == {
        "Claim": "14417元", "Verdict": title, "Indicator": "Median monthly pay", "As printed": "12529元",
        "Period": "Q4 2024", "Place": "Beijing", "Source": row["Source"], "Remarks": row["Remarks"],
    }  # fmt: skip
    shown = verdict._facts()
    assert {name: shown.pop(name) for name in ("Claim", "Finding", "Indicator", "Belongs to")} == {
        "Claim": "14417元",
        "Finding": verdict.sentence,
        "Indicator": (verdict.observation._title(), f"<code>{PAY}</code>"),
        "Belongs to": f"<code>{verdict.neighbour.id}</code>",
    }
    assert shown == {name: facts.get(name) for name in shown}
    assert shown["As printed"] == "12529元"


@pytest.mark.parametrize(
    ("claim", "text", "why"), [("elephants 5", "5", ": not understood"), ("many", "", ": unreadable")]
)
def test_a_verdict_without_a_figure_shows_its_claim(claim: str, text: str, why: str) -> None:
    """What cannot be verified shows the claim as far as it was read, the reason and the id of the indicator."""
    verdict = verdict_on(PM2_5, claim)
    row, facts = verdict._row(), verdict._facts()
    assert (row.pop("Claim"), row.pop("Verdict"), row.pop("Indicator")) == (
        text, f"<strong>? cannot verify</strong>{why}", PM2_5
    )  # fmt: skip
    assert (facts.pop("Claim"), facts.pop("Finding")) == (text, verdict.sentence)
    assert (facts.pop("Indicator"), facts.pop("Belongs to")) == (f"<code>{PM2_5}</code>", "")
    assert {*row.values(), *facts.values()} == {None}
    assert verdict_on(PM2_5, "30.5 µg/m3")._title() == "<strong>✓ match</strong>"
