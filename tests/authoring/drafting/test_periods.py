"""Laws of the periods in a draft: financial years, days, and times that are of another figure."""

from __future__ import annotations

import pytest
from tests.support.paragraphs import figures, paragraph, roles

from beijing_public_services.authoring.drafting.areas import city_of
from beijing_public_services.authoring.drafting.financial_years import default_of
from beijing_public_services.authoring.drafting.horizon import Horizon, horizon_of, under
from beijing_public_services.authoring.drafting.periods import period_of
from beijing_public_services.authoring.drafting.targets import is_target, years_later
from beijing_public_services.authoring.drafting.timing import timing_of
from beijing_public_services.notation.folding import fold

TWO_YEARS = "2030-04/2031-03"


def period(text: str, at: int, default: str) -> str:
    """Return the period that is proposed for a figure of a text."""
    figure = figures(text)[at]
    return period_of(paragraph(text), figure.start, figure.end, default).text


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Homes report 2030/31", "It covers the financial year ending 31 March 2031.", TWO_YEARS),
        ("Trust report 2030-31", "On 31 March 2031 the NHS trust had 900 beds, worth £3m.", TWO_YEARS),
        ("Schools 2030–31", "As of June 30, 2031 there were 12 schools.", "2030-07/2031-06"),
        ("Schools 2030/31", "There were 12 schools.", "2030/31"),
        ("Transit report 2031", "The fiscal year ended September 30, 2031.", "2030-10/2031-09"),
        ("Transit report 2031", "Fiscal year 2031 ended June 30, 2031.", "2030-07/2031-06"),
        ("Transit report 2031", "Riders made 3 million trips.", ""),
        ("Pupils 2030/31", "Pupils of England in the 2030/31 academic year.", "2030-09/2031-08"),
        ("Pupils 2030/31", "Pupils in the 2030/31 academic year.", "2030/31"),
        ("Plan 2030–2035", "There were 12 schools.", ""),
    ],
)
def test_a_report_on_a_financial_year_has_its_months(title: str, text: str, expected: str) -> None:
    """A year of parts of two has the months that the report says, else it stays as printed and is no period."""
    assert default_of(fold(title), fold(text)) == expected


@pytest.mark.parametrize(
    ("text", "at", "default", "expected"),
    [
        ("It carried out 41,380 repairs.", 0, TWO_YEARS, TWO_YEARS),
        ("Next year it will carry out 41,380 repairs.", 0, TWO_YEARS, "2031-04/2032-03"),
        ("Sales fell to 58, from 91 the year before.", 1, TWO_YEARS, "2029-04/2030-03"),
        ("The average was 271, compared with 239 in 2029/30.", 1, TWO_YEARS, "2029-04/2030-03"),
        ("The average was 271, compared with 239 in 2029/30; the rate was 4.9%.", 2, TWO_YEARS, TWO_YEARS),
        ("Some 3,150 households were on the list on 31 March.", 0, TWO_YEARS, "2031-03-31"),
        ("Cases peaked at over 600 in November, and 284 were open by year end.", 1, TWO_YEARS, "2031-03-31"),
        ("Some 62% of homes were built before 1970.", 0, TWO_YEARS, TWO_YEARS),
        ("It opened 1,684 cases under the Housing Act 2017.", 0, TWO_YEARS, TWO_YEARS),
        ("The cost was £4.8m, nearly double the sum spent in 2026/27.", 0, TWO_YEARS, TWO_YEARS),
        ("It was so on November 5, when 1,200 people joined.", 0, "2031", "2031-11-05"),
        ("It was approved on November 5, and 1,200 people joined.", 0, "2031", "2031"),
        ("In 2030/31 there were 310 buses.", 0, "2031", ""),
        ("In FY31 there were 310 buses.", 0, "2031", ""),
        ("In FY31 there were 310 buses.", 0, TWO_YEARS, TWO_YEARS),
        ("In FY30 there were 310 buses.", 0, TWO_YEARS, "2029-04/2030-03"),
        ("In FY26-FY31 there were 310 buses on average.", 0, "2031", ""),
        ("By 2035 it will run 40 trains. Complaints fell to 0.9%.", 1, "2031", "2031"),
        ("6月19日水位达38.6米，超警戒水位2.1米。", 1, "2031", "2031-06-19"),
        ("截至9月底，水库蓄水19.3亿立方米。其中，大型水库蓄水11.5亿立方米。", 1, "2031", "2031-09-30"),
        ("今年以来，完成投资58.7亿元。", 0, "2031-01/2031-09", "2031-01/2031-09"),
        ("2031年，浓度为29.8微克/立方米，2030年为31.2微克/立方米。", 0, "2031", "2031"),
        ("接待游客512万人次，恢复到2019年的102.3%。", 1, "2031", "2031"),
        ("到2035年覆盖率将达60%。一季度GDP增长4.8%。", 1, "2031", "2031-Q1"),
        ("“十五五”时期，计划投资120亿元。", 0, "2031", ""),
        ("Between 2019 and 2024 the population grew by 3.8%.", 0, "2031", ""),
        ("In the year to March 2031 it saw 312,000 outpatients.", 0, "2031", "2030-04/2031-03"),
        ("Unemployment was 4.1% in the second quarter.", 0, TWO_YEARS, ""),
        ("降雨量为1961年有记录以来最多，达812.4毫米。", 0, "2031", "2031"),
        ("Of those who joined in 2028, 93% stayed.", 0, "2031", "2031"),
        ("The members who joined in 2028, 93 of them, paid.", 0, "2031", "2031"),
        ("Income was €9m (€8m in 2030) and pay was 70%.", 2, "2031", "2031"),
        ("收入9亿元（2030年为8亿元），支出7亿元。", 2, "2031", "2031"),
        ("6月28日，二期工程开通试运营，线路达到5条。", 0, "2031", "2031"),
        ("6月28日水位为5米。", 0, "2031", "2031-06-28"),
        ("11月，2号线开通，客运量12万人次。", 0, "2031", "2031"),
        ("11月，客运量12万人次。", 0, "2031", "2031-11"),
    ],
)
def test_a_figure_has_the_period_of_its_own_words(text: str, at: int, default: str, expected: str) -> None:
    """A time counts for the figure that it is said of; one that is compared with or begins something does not."""
    assert period(text, at, default) == expected


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("Jobs took 3.2 hours, against a target of 4 hours, and 97% were done.", 1, True),
        ("Jobs took 3.2 hours, against a target of 4 hours, and 97% were done.", 2, False),
        ("The rate is 71.8%; our target is 100% by 2035.", 1, True),
        ("We expect to invest at least £80 million.", 0, True),
        ("It was built in 2031 with 40 beds.", 0, False),
        ("We are required to reach a 51% cut by 2035.", 0, True),
        ("An outlay of £12 million is proposed for 2032.", 0, True),
    ],
)
def test_a_plan_is_a_target(text: str, at: int, expected: bool) -> None:
    """A figure that is planned is a target; so is the one behind `a target of`, and no other of its sentence."""
    assert is_target(paragraph(text), figures(text)[at]) is expected


def test_what_lies_ahead_is_a_target() -> None:
    """A figure of a year that lies more than one year ahead is a target; one year ahead, its words decide."""
    text = "It lists two measures: 900 MW of wind by 2034, and 12 plants."
    assert is_target(paragraph(text), figures(text)[0], 3)
    assert not is_target(paragraph(text), figures(text)[0], 0)
    assert [years_later(each, "2030-04/2031-03") for each in ("2034", "2031-12", "2030", "")] == [3, 0, 0, 0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7月起，标准由每人每月780元提高到830元。", ["..", "2031-07"]),
        ("月最低工资由2,010元调整为2,200元。", ["..", "2031"]),
        ("Use went up from 1,286 kWh in the previous year to 1,362 kWh.", ["2030", "2031"]),
        ("Failures dropped to 6.7 per 100, from 8.0.", ["2031", ".."]),
        ("Exclusions rose to 7,720 - up from 6,685.", ["2031", ".."]),
        ("A peak of 742 MW was seen at 3.15 p.m. on 28 May 2031.", ["2031-05-28"]),
        ("Dues, which had crossed ₹2,000 crore in May 2031, were ₹1,275 crore.", ["2031-05", "2031"]),
        ("The 1912 helpline took 41.6 lakh calls.", ["2031"]),
        ("Deaths fell by 10% from 350 to 315.", ["2031", "..", "2031"]),
        ("It was up 11% from 29,430 in the previous quarter.", ["2031", ".."]),
        ("Police took 79,902 calls last year.", [""]),
        ("In 2031 it saw 56 cases compared to 106 reported in 2027.", ["2031", "2027"]),
        (
            "On 31 March 2031 it was 104,510, up 10% from 94,960 on the same date last year.",
            ["2031-03-31"] * 2 + [".."],
        ),
        ("In the quarter to June 2031 there were 9 cases.", ["2031-04/2031-06"]),
        ("It was the highest since 2027, when it was 17%.", ["2027"]),
        ("Between January and March 2031, 300 people cycled.", ["2031-01/2031-03"]),
    ],
)
def test_an_earlier_figure_is_not_of_the_year_of_the_report(text: str, expected: list[str]) -> None:
    """The earlier one of two figures has the time that its own words name, else none; the later one has its own."""
    found = figures(text)
    assert [
        timing_of(paragraph(text), found, place, "", Horizon(period="2031")).period for place in range(len(found))
    ] == expected


@pytest.mark.parametrize(
    ("text", "token", "role"),
    [
        ("三次产业结构为8.1:41.3:50.6。", "41.3", "unrecorded"),
        ("上午9时30分在2号楼305会议室举行。", "30", "date"),
        ("上午9时30分在2号楼305会议室举行。", "305", "name"),
        ("从四个方面发力。", "四", "enumeration"),
        ("数量居前三位的是肺结核。", "三", "dimension"),
        ("12320卫生热线受理来电。", "12320", "name"),
        ("Ⅰ～Ⅲ类断面占90%。", "Ⅲ", "dimension"),
        ("Bands 1 and 2 have priority.", "2", "name"),
        ("The 911 center took calls.", "911", "name"),
        ("The drop box at Fire Station 6 is open.", "6", "name"),
        ("It is open 24/7.", "24", "idiom"),
        ("It answered 94% of calls within 30 seconds.", "30", "dimension"),
        ("See the Housing Act 2017.", "2017", "name"),
        ("One in four residents is over 60.", "60", "dimension"),
        ("Call us: telephone (0431) 555 0190.", "555", "name"),
        ("Ring 0431 555 0190 for help.", "555", "name"),
        ("Under Circular 0043/2031 we paid.", "2031", "name"),
        ("The Strategy Statement 2031–2035 sets goals.", "2031", "name"),
        ("3、4号线承担了客流的60%。", "3", "name"),
        ("12328交通运输服务监督电话受理诉求7件。", "12328", "name"),
        ("K12路、205路等线路增长5%。", "205", "name"),
        ("10分钟以上晚点23件。", "10", "dimension"),
        ("五年来，新建座桥。过去五年新建9座。", "五", "date"),
        ("学习十九大精神。", "十九", "name"),
        ("About one in 33 children was in need.", "33", "dimension"),
        ("The 1912 helpline took 41 calls.", "1912", "name"),
        ("In 1912 helpline calls rose.", "1912", "date"),
        ("It was seen at 3.15 p.m. on Friday.", "3.15", "date"),
        ("It rose in FY25 and FY2026-27.", "25", "date"),
        ("体育馆至五一广场站最挤。", "五一", "name"),
    ],
)
def test_a_label_is_no_figure(text: str, token: str, role: str) -> None:
    """A number that names a place, a clock time, a class or who is counted has its role and no row."""
    assert roles(text)[token] == role


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("2031年云泽市统计公报", "云泽市"),
        ("澜湾市公共服务年度观察（2031）", "澜湾市"),
        ("Larkin County Sheriff's Office: 2031 Report", "Larkin County"),
        ("2031 Annual Report of the City of Foxton", "Foxton"),
        ("Annual Report 2031", ""),
        ("上半年全市经济运行情况", ""),
        ("上半年云泽市经济运行情况", "云泽市"),
        ("2031年上半年云泽市经济运行情况", "云泽市"),
        ("2031年1—9月云泽市经济运行情况", "云泽市"),
    ],
)
def test_a_title_names_the_place(title: str, expected: str) -> None:
    """The place that a report is about is the one that its title begins with, behind a year or not."""
    assert city_of(title) == expected


def test_what_holds_from_a_day_on_is_not_of_the_part_of_a_year() -> None:
    """A figure that holds from a day on has no period in a report on a part of a year; in one on a year it has that."""
    text = "7月1日起，标准提高至170元。"
    place, found = paragraph(text), figures(text)
    assert timing_of(place, found, 0, "", Horizon(period="2031-01/2031-06")).period == ""
    assert timing_of(place, found, 0, "", Horizon(period="2031")).period == "2031"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("五年来，产值从54万亿元增加到82万亿元，年均增长7.1%，有3座。", ["..", "2031", "2027/2031", ""]),
        ("五年来，改革迈出步伐。人口减少680万。", ["2027/2031"]),
        ("五年来，改革迈出步伐。2030年有6座桥。", ["2030"]),
        ("近年来有6座桥。", ["2031"]),
        ("十年增加70座。", ["2022/2031"]),
        ("年均新增12座，年均浓度为30微克/立方米。", ["", "2031"]),
        ("Over the past five years, 12,500 homes were built.", [""]),
        ("两年平均增长4.1%。食品价格上涨11.5%。", ["2030/2031", "2031"]),
    ],
)
def test_figures_of_several_years_are_of_them_or_of_the_last(text: str, expected: list[str]) -> None:
    """An average or a change of five years is of all five, the later of two figures of the last, another of no year."""
    found, horizon = figures(text), Horizon(period="2031")
    assert [timing_of(paragraph(text), found, place, "", horizon).period for place in range(len(found))] == expected


def test_a_report_on_work_is_on_the_year_before_and_plans_its_own() -> None:
    """今年 in a government's report on its work is the year it is given in, and a section on plans holds targets."""
    horizon = horizon_of("2032年云泽市政府工作报告", "2031")
    assert horizon == Horizon(period="2031", present=2032)
    text = "生产总值增长6%左右。去年建成12座桥。今年要建成9座桥。"
    plans, place = under(horizon, "二、2032年工作总体要求和目标", "2031"), paragraph(text)
    found = figures(text)
    timings = [timing_of(place, found, each, "", plans) for each in range(len(found))]
    assert [(each.period, each.status) for each in timings] == [
        ("2032", "target"),
        ("2031", "actual"),
        ("2032", "target"),
    ]
    assert not under(horizon, "四、投入与下一步安排", "2031").is_plan
    assert under(horizon, "一、过去五年工作回顾", "2031").years == "过去五年"


def test_years_in_order_give_their_figures_their_years() -> None:
    """The figures of a list behind two years are of these in order, of the part of the year that 同期 means."""
    text = "增长6.8%（2029和2030年同期增速分别为3.3%、0.5%）。"
    found, horizon = figures(text), Horizon(period="2031-Q1")
    periods = [timing_of(paragraph(text), found, place, "", horizon).period for place in range(3)]
    assert periods == ["2031-Q1", "2029-Q1", "2030-Q1"]
