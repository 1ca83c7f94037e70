"""Laws of comparisons in a draft: a change has its sign and its base, and a year compared with is no period."""

from __future__ import annotations

import pytest
from tests.support.paragraphs import figures, paragraph

from beijing_public_services.authoring.drafting.bases import base_of
from beijing_public_services.authoring.drafting.names import measure_of
from beijing_public_services.authoring.drafting.periods import period_of
from beijing_public_services.authoring.drafting.rates import is_unread_rate, rate_unit
from beijing_public_services.authoring.drafting.targets import is_target


def read(text: str, at: int) -> tuple[str, ...]:
    """Return what is proposed for a figure of a text of 2031: printed, value, measure, period and base."""
    place, figure = paragraph(text), figures(text)[at]
    measure = measure_of(place, figure)
    period = period_of(place, figure.start, figure.end, "2031").text
    base = base_of(place, figure, measure, period)
    return figure.printed, figure.value, measure, period, f"{base.kind} {base.period}".strip()


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("Burglaries were 35% below the 2017 level.", 0, ("35% below", "-35", "growth", "2031", "fixed_year 2017")),
        ("Rents were £41 lower than in 2030.", 0, ("£41 lower", "-41", "difference", "2031", "previous_year 2030")),
        (
            "It wants to reduce paper use by 25% from its 2020 level.",
            0,
            ("reduce…by 25%", "-25", "growth", "2031", "fixed_year 2020"),
        ),
        ("Output is 2.0% below its pre-war level.", 0, ("2.0% below", "-2.0", "growth", "2031", "unstated")),
        ("It fell by 0.4% in mines and by 1.0% in mills.", 1, ("fell by…1.0%", "-1.0", "growth", "2031", "unstated")),
        ("Of the 900 cases, 44% were old, 25% were new.", 2, ("25%", "25", "share", "2031", "total")),
        ("压减项目30%。", 0, ("压减…30%", "-30", "growth", "2031", "unstated")),
        ("削减用地10万平方米。", 0, ("10万平方米", "100000", "level", "2031", "")),
        (
            "截至6月底，有6521个，较去年底增加812个。",
            1,
            ("增加812个", "812", "difference", "2031-06-30", "fixed_year 2030"),
        ),
        ("失业率为3.5%。优良天数比例为87%。", 0, ("3.5%", "3.5", "rate", "2031", "")),
        ("It was 37% less than the average from 2028-2030.", 0, ("37% less", "-37", "growth", "2031", "unstated")),
        (
            "There was an increase of 12% since last year.",
            0,
            ("increase of 12%", "12", "growth", "2031", "previous_year 2030"),
        ),
        ("It was a 2% increase on 2025.", 0, ("2%", "2", "growth", "2031", "fixed_year 2025")),
        (
            "It was 14% lower than in 2025 and 8% lower than the average.",
            1,
            ("8% lower", "-8", "growth", "2031", "unstated"),
        ),
        ("Drones flew 116 times in 2031.", 0, ("116 times", "116", "level", "2031", "")),
        ("A fall in crime of 12% was recorded.", 0, ("fall…of 12%", "-12", "growth", "2031", "unstated")),
        ("Reduced fares were used by 40% of riders.", 0, ("40%", "40", "share", "2031", "total")),
        ("It increased reuse by 9%.", 0, ("9%", "9", "growth", "2031", "unstated")),
        ("About 14% below the poverty line were helped.", 0, ("About 14%", "14", "rate", "2031", "")),
        (
            "Users numbered 3,200, 15% under the 2018 total.",
            1,
            ("15% under", "-15", "growth", "2031", "fixed_year 2018"),
        ),
        ("It planted 4,100 trees, twice as many as in 2021.", 0, ("4,100 trees", "4100", "level", "2031", "")),
        ("咨询量是2019年的2.4倍，其中电话3200人次。", 1, ("3200人次", "3200", "level", "2031", "")),
        ("3月，收件6120件，比上月少215件。", 1, ("少215件", "-215", "difference", "2031-03", "previous_month 2031-02")),
        ("Use was 90.1 litres, down from 92.5 litres a year earlier.", 1, ("92.5 litres", "92.5", "level", "2030", "")),
        (
            "It reached 71%, up 3 percentage points on 2030.",
            1,
            ("up 3 percentage points", "3", "difference", "2031", "previous_year 2030"),
        ),
        ("Some 12.4% of households were helped.", 0, ("Some 12.4%", "12.4", "share", "2031", "total")),
        ("收件量约为2019年的85%。", 0, ("约为…85%", "85", "rate", "2031", "")),
        ("投诉比上季度多18件。", 0, ("多18件", "18", "difference", "2031", "previous_quarter")),
        ("专利拥有量居全省第2位，居全国第35位。", 0, ("第2位", "2", "rank", "2031", "regional")),
        ("专利拥有量居全省第2位，居全国第35位。", 1, ("第35位", "35", "rank", "2031", "national")),
        ("It ranked 2nd of 21 counties.", 0, ("ranked 2nd", "2", "rank", "2031", "regional")),
        ("客流是2025年的2.3倍。", 0, ("2.3倍", "2.3", "level", "2031", "fixed_year 2025")),
        ("客流是上年的1.4倍。", 0, ("1.4倍", "1.4", "level", "2031", "previous_year 2030")),
        ("收入是全国平均水平的1.2倍。", 0, ("1.2倍", "1.2", "level", "2031", "national")),
        ("Use was 2.3 times the 2019 level.", 0, ("2.3 times", "2.3", "level", "2031", "fixed_year 2019")),
        ("产量比2019年翻一番。", 0, ("翻一番", "100", "growth", "2031", "fixed_year 2019")),
        ("床位数高于全省平均水平0.35张。", 0, ("高…0.35张", "0.35", "difference", "2031", "regional")),
        ("增速低于全国平均水平1.3个百分点。", 0, ("低…1.3个百分点", "-1.3", "difference", "2031", "national")),
        ("面积占全国的0.4%。", 0, ("0.4%", "0.4", "share", "2031", "national")),
        (
            "It made 900 more than in 2030 and 4,000 more than in 2019.",
            0,
            ("900", "900", "difference", "2031", "previous_year 2030"),
        ),
        ("It lost 240 staff, as jobs fell by 240 (3.1%).", 2, ("fell by…3.1%", "-3.1", "growth", "2031", "unstated")),
        ("人口减少1.25万人（0.3%）。", 1, ("减少…0.3%", "-0.3", "growth", "2031", "unstated")),
        ("Trips are 12% below fiscal year 2019.", 0, ("12% below", "-12", "growth", "2031", "fixed_year 2019")),
        ("One in five pupils walked.", 0, ("One in five", "20", "share", "2031", "total")),
    ],
)
def test_a_comparison_gives_sign_and_base(text: str, at: int, expected: tuple[str, ...]) -> None:
    """A figure that is compared with an earlier time is a change with its sign, and the earlier time is its base."""
    assert read(text, at) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Journeys were 6 minutes faster than in 2022.",
        "The depot slashed costs by 8%.",
        "It cut the waste produced by 8%.",
    ],
)
def test_a_direction_that_cannot_be_read_leaves_no_value(text: str) -> None:
    """No value is proposed for a figure whose sign cannot be told or printed, and a reason stands for it."""
    (figure,) = figures(text)
    assert not figure.value
    assert figure.why


def test_part_of_another_verb_is_no_rise() -> None:
    """The `up` of `made up` is no direction of the figure behind it."""
    assert figures("Cycling made up more than half of trips.")[0].printed == "more than half"


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("每千人口拥有医生3.1人。", "人/千人"),
        ("死亡率为8.14/10万。", ""),
        ("人均预期寿命80.1岁。", ""),
        ("Demand was 4.6 megalitres per day.", "megalitre/day"),
        ("全市日均客运量41.3万人次。", "人次/天"),
        ("日均气温为14.2℃。", ""),
        ("污染物浓度为每升0.05毫克。", "毫克/升"),
        ("The metro carried 41,200 passengers a day.", "passenger/day"),
        ("The average weekly rent was £103.", "£/week"),
        ("Spending per pupil was £6,480.", "£/pupil"),
        ("It had 3.5 doctors per 1,000 people.", "doctors per 1,000 people"),
        ("It sold 52 tickets a year ago.", ""),
    ],
)
def test_a_rate_keeps_what_it_is_divided_by(text: str, unit: str) -> None:
    """The unit of a figure that the words beside it divide says by what."""
    (figure,) = figures(text)
    assert rate_unit(paragraph(text), figure, "") == unit


def test_a_rate_behind_a_slash_is_read() -> None:
    """A number that a slash divides by another has the rest as its unit."""
    (figure,) = figures("死亡率为8.14/10万。")
    assert (figure.printed, figure.value, figure.word) == ("8.14", "8.14", "/10万")


@pytest.mark.parametrize(
    "text",
    [
        "到2035年，全市力争新建学校、医院、养老服务中心、社区食堂等公共设施共12处，覆盖率达到90%。",
        "By 2035 it aims to reuse 60% of waste and send no more than 5% to the tip.",
    ],
)
def test_a_plan_holds_for_its_whole_sentence(text: str) -> None:
    """Each figure of a sentence that plans for a later year is a target."""
    assert all(is_target(paragraph(text), figure, 1) for figure in figures(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The rate per 1,000 was 8.6.", "per 1,000"),
        ("There were 17.8 homes without heating per 1,000 homes.", "homes per 1,000 homes"),
    ],
)
def test_a_rate_is_divided_by_what_its_clause_says(text: str, expected: str) -> None:
    """The number that a figure is divided by may stand apart from it; a verb behind that number is no part of it."""
    assert rate_unit(paragraph(text), figures(text)[0], "") == expected


def test_what_divides_a_figure_unread_leaves_its_unit_open() -> None:
    """A figure that is divided by what no reader knows is said to be so; one per cent is not."""
    text = "Leakage dropped to 64 litres per service connection."
    assert is_unread_rate(paragraph(text), figures(text)[0])
    assert not is_unread_rate(paragraph("It has 64 litres."), figures("It has 64 litres.")[0])
