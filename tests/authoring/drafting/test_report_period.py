"""Laws of the period that a report is about: its title and its figures tell it, and no base, name or plan does."""

from __future__ import annotations

import pytest
from tests.support.paragraphs import paragraphs

from beijing_public_services.authoring.drafting.report_period import period_under, report_year, years_of_subjects


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Port of Harle", "The port met nine times in 2031. Traffic was 4% up on 2030, and 9% up on 2030.", "2031"),
        ("Port of Harle", "In 2031 it had 4 quays (3 in 2030) and 90 staff (80 in 2030).", "2031"),
        ("Port of Harle", "Traffic rose to 5% in 2031, from 3% in 2030. Costs rose from 2% in 2030.", "2031"),
        ("Port of Harle", "The Harbours Act 2030 and the Ports Act 2030 apply. In 2031 it had 4 quays.", "2031"),
        ("Port of Harle", "In 2031 it had 4 quays. It will open 2 by 2035 and plans to have 9 in 2035.", "2031"),
        ("Port of Harle", "In 2031 it had 4 quays. The list had stood at 9 in 2029 and had been 8 in 2029.", "2031"),
        ("Port of Harle", "In 2030/31 it had 4 quays. Its year ends on 30 June.", "2030-07/2031-06"),
        ("Port of Harle", "In 2030/31 it had 4 quays.", "2030/31"),
        ("Port of Harle", "It has 4 quays.", ""),
        ("Port of Harle", "It had 3 quays in 2030 and 80 staff in 2031.", ""),
        ("港口", "2031年吞吐量4.2亿吨，比2030年增长5%，是2020年的1.8倍。较2030年多用电3%。", "2031"),
        ("港口", "按照《港口规划（2035年）》，计划到2035年建成9座。2031年末有4座。", "2031"),
        ("港口年鉴（2032）", "2031年，吞吐量4.2亿吨，较2030年增长5%。年末有4座。到2035年建成9座。", "2031"),
        ("Port Yearbook 2032", "In 2031 it had 4 quays. Traffic was 4% up on 2030.", "2031"),
        ("Port Yearbook 2032", "In 2032 it had 4 quays. In 2031 it had 3.", "2032"),
        ("Port Yearbook 2032", "It has 4 quays.", ""),
        ("2032年港口政府工作报告", "2031年吞吐量4.2亿吨。", "2031"),
        ("港口开局良好", "一季度有9座桥。一季度末有8座。一季度增长5%，与2031年计划目标持平。", "2031-Q1"),
        ("港口开局良好", "增长5%，与2031年计划目标持平。", "2031"),
        ("港口开局良好", "增长5%，与2031年计划目标持平。到2035年建成9座。", ""),
        ("港口", "上半年增长5%。上半年增长4%。2031年上半年有8座。2031年增长6%。", "2031"),
        (
            "Pupils",
            "The data cover exclusions during the 2030/31 academic year in England. It was 5 in 2029/30.",
            "2030-09/2031-08",
        ),
        ("上半年港口运行情况", "2031年上半年有9座桥。增长5%。", "2031-01/2031-06"),
        ("港口年报（2031）", "比2030年增长5%，比2030年多3座，2030年为2座，2030年投资9亿元。", "2031"),
    ],
)
def test_a_report_is_on_the_year_that_its_figures_are_of(title: str, text: str, expected: str) -> None:
    """A base, a name, an aside or a plan says nothing of the year of a report; an even count leaves it open."""
    assert report_year(title, paragraphs(text)) == expected


def test_a_heading_may_name_the_year() -> None:
    """A heading that names the kind of the document and a year stands for a title without one; another does not."""
    text = "Traffic fell to 9%, against 8% in 2030. It was 7% in 2030."
    assert report_year("Port of Harle", paragraphs(text, heading="Annual Report 2031 (extract)")) == "2031"
    assert report_year("Port of Harle", paragraphs("It was 7% in 2030.", heading="Since 2031")) == "2030"


def test_a_subject_may_have_a_year_of_its_own() -> None:
    """Figures of a subject that the report gives a year of two are of it; all others are of the report's own."""
    report = paragraphs("College figures are for the 2031/32 academic year. All figures are for 2031.")
    years = years_of_subjects(report, "2031")
    assert period_under("2 Our colleges", years, "2031") == "2031/32"
    assert period_under("3 Money", years, "2031") == "2031"
    assert years_of_subjects(report, "2030-04/2031-03") == {}
