"""Laws of the words around a figure in a draft: they give it its sign and bound, wherever in its clause they stand."""

from __future__ import annotations

import pytest
from tests.support.paragraphs import figures, paragraph

from beijing_public_services._generated.unit_definitions import DEFINITIONS
from beijing_public_services.authoring.drafting.names import measure_of, name_of
from beijing_public_services.authoring.drafting.new import count_alike, tell_apart
from beijing_public_services.authoring.drafting.units import unit_of, units_met


@pytest.mark.parametrize(
    ("text", "at", "printed", "value", "bound"),
    [
        ("全市生产总值（GDP）3,842.7亿元。", 0, "3,842.7亿元", "384270000000", "exact"),
        ("卫生服务中心（站）146个，养老院（所）52所。", 1, "52所", "52", "exact"),
        ("出口降幅达5.2%。", 0, "降幅…5.2%", "-5.2", "exact"),
        ("事故下降幅度为一成。", 0, "下降…一成", "-10", "exact"),
        ("收入增幅达到6%。", 0, "增幅…6%", "6", "exact"),
        ("失业率下降为3.1%。", 0, "3.1%", "3.1", "exact"),
        ("用电量负增长2.3%。", 0, "负增长2.3%", "-2.3", "exact"),
        ("雨量比上年偏少3.1%。", 0, "偏少3.1%", "-3.1", "exact"),
        ("存款同比少增12亿元。", 0, "少增12亿元", "-1200000000", "exact"),
        ("利率下调0.25个百分点。", 0, "下调0.25个百分点", "-0.25", "exact"),
        ("浓度较上月再降2微克/立方米。", 0, "降2微克/立方米", "-2", "exact"),
        ("死亡率分别下降0.4个千分点和1.3个十万分点。", 0, "下降0.4个千分点", "-0.4", "exact"),
        ("死亡率分别下降0.4个千分点和1.3个十万分点。", 1, "下降…1.3个十万分点", "-1.3", "exact"),
        ("同比少12.3亿元。", 0, "少12.3亿元", "-1230000000", "exact"),
        ("事故和死亡人数分别减少3起、2人。", 1, "减少…2人", "-2", "exact"),
        ("公路密度98.6公里/百平方公里。", 0, "98.6公里/百平方公里", "98.6", "exact"),
        ("罚款和立案分别下降8.3%和两成。", 1, "下降…两成", "-20", "exact"),
        ("约占全市总量的四分之一。", 0, "约…四分之一", "25", "about"),
        ("客流约为2029年的2.4倍。", 0, "约为…2.4倍", "2.4", "about"),
        ("补贴占成本的四分之一强。", 0, "四分之一强", "25", "some_over"),
        ("补贴占成本的三分之二弱。", 0, "三分之二弱", "67", "nearly"),
        ("间隔由3分20秒缩短到2分45秒。", 0, "3分20秒", "200", "exact"),
        ("间隔由3分20秒缩短到2分45秒。", 1, "2分45秒", "165", "exact"),
        ("平均办理时间为1小时25分钟。", 0, "1小时25分钟", "85", "exact"),
        ("排名由第27位跃升至第9位。", 0, "第27位", "27", "exact"),
        ("Use fell to 8 GWh, a saving of 11% on 2030.", 1, "saving of 11%", "-11", "exact"),
        ("Use fell to 8 GWh, a further cut of 11% on 2030.", 1, "cut of 11%", "-11", "exact"),
        ("It made a saving of £3m.", 0, "£3m", "3000000", "exact"),
        ("About one in twelve left.", 0, "About one in twelve", "8.3", "about"),
        ("It made over 9,000 kWh a year.", 0, "over 9,000 kWh", "9000", "gt"),
        ("It took 2 hours and 5 minutes.", 0, "2 hours and 5 minutes", "125", "exact"),
        ("It has 40 pupils, nine fewer than last year.", 1, "nine fewer", "-9", "exact"),
        ("There were 40, nearly double the 2029 figure.", 1, "nearly double", "2", "nearly"),
        ("Visits more than doubled, to 40.", 0, "more than doubled", "100", "gt"),
        ("Awards trebled, to 1,266.", 0, "trebled", "200", "exact"),
        ("超过占全省人口的三成。", 0, "超过…三成", "30", "gt"),
        ("开展会诊上万例。", 0, "上万例", "10000", "ge"),
        (
            "Trust in the service slipped by 1.5 percentage points.",
            0,
            "slipped by 1.5 percentage points",
            "-1.5",
            "exact",
        ),
        ("Use soared by 12%.", 0, "soared by 12%", "12", "exact"),
        ("Spending rose by £215 to £6,480.", 0, "rose by £215", "215", "exact"),
        ("Costs fell by $3.2 million.", 0, "fell by $3.2 million", "-3200000", "exact"),
        ("It cost $241m, $3.6 million (1.5%) under budget.", 1, "$3.6 million…under", "-3600000", "exact"),
        ("It cost $241m, $3.6 million (1.5%) under budget.", 2, "1.5%…under", "-1.5", "exact"),
        ("Prices fell by 3% and 5% in two years.", 1, "fell by…5%", "-5", "exact"),
        ("It was down 0.2 points on the quarter and 0.5 points on the year.", 1, "down…0.5 points", "-0.5", "exact"),
        ("It made 1,842, 7% short of the target.", 1, "7%", "", ""),
        ("CO2 emissions per head were 5.2 tonnes.", 0, "5.2 tonnes", "5.2", "exact"),
        ("It ended £3.2 million under budget.", 0, "£3.2 million under", "-3200000", "exact"),
        ("An estimated 291,400 people live here.", 0, "An estimated 291,400 people", "291400", "about"),
        ("It took an average of 406 a day.", 0, "406", "406", "exact"),
        ("The county has 1,316 square miles.", 0, "1,316 square miles", "1316", "exact"),
    ],
)
def test_words_apart_from_a_figure_belong_to_it(text: str, at: int, printed: str, value: str, bound: str) -> None:
    """A direction or a bound that words part from its number counts as if it stood beside it."""
    figure = figures(text)[at]
    assert (figure.printed, figure.value, figure.bound) == (printed, value, bound)


@pytest.mark.parametrize(
    "text", ["We plan to double the number of staff.", "A double room is free.", "It trebled its staff to please."]
)
def test_a_plan_to_double_is_no_figure(text: str) -> None:
    """A word of a multiple that compares with nothing known is no figure."""
    assert figures(text) == []


def test_a_figure_in_words_stands_at_no_numeral() -> None:
    """A figure that no numeral writes has no place, so that it cannot be accepted."""
    assert figures("It has 40 pupils, nine fewer than last year.")[1].ordinals == ()


def test_a_change_by_an_unknown_verb_has_no_value() -> None:
    """A verb that may say more or less gives a percentage no value, with the reason; an agent gives it one."""
    unknown, agent = figures("Waits worsened by 2.4%. The card is used by 40% of riders.")
    assert (unknown.value, unknown.why) == ("", "worsened by: whether it rose or fell is not known")
    assert agent.value == "40"


@pytest.mark.parametrize(
    ("text", "at", "name"),
    [
        ("全市生产总值（GDP）3,842亿元。", 0, "生产总值（GDP）"),
        ("税收189亿元，占公共预算收入的73.7%。", 1, "税收占公共预算收入比重"),
        ("专利拥有量12.6件，位居全省第2位。", 1, "专利拥有量全省排名"),
        ("客流是2025年的2.3倍。", 0, "客流倍数"),
        ("旅客吞吐量1,562万人次，恢复至2019年同期的108%。", 1, "旅客吞吐量"),
        ("We resurfaced 126 miles of road.", 0, "road"),
        ("The number of open cases, which peaked at over 600, was cut to 284.", 1, "open cases"),
        ("Road deaths fell by a third to 14.", 0, "Road deaths"),
        ("Some 78% of pupils achieved it, compared with 75% in 2029.", 1, "share of pupils"),
        ("There were 61,240 pupils in 214 schools, 312 fewer than in 2030.", 2, "change of pupils"),
    ],
)
def test_a_new_indicator_has_the_name_that_is_printed(text: str, at: int, name: str) -> None:
    """The words around a figure name it, without verbs, comparisons and the places that it is compared with."""
    place, found = paragraph(text), figures(text)
    measure = measure_of(place, found[at])
    kind = "multiple" if found[at].unit == "times" else measure
    assert name_of(place, found, at, kind).name == name


@pytest.mark.parametrize(
    ("text", "name", "unit"),
    [
        ("新开公交线路12条。", "新开公交线路", "?公交线路"),
        ("全年开通12条新开公交线路。", "开通新开公交线路数", "?公交线路"),
        ("举办演出约1500场。", "举办演出", "?演出"),
        ("完成35项更新改造项目。", "完成更新改造项目数", "?项目"),
        ("老年助餐点新增120个。", "老年助餐点", "?老年助餐点"),
        ("公园总数达到1100个。", "公园总数", "?公园"),
        ("举办员工培训12场。", "举办员工培训", "?员工培训"),
        ("培训机构120家。", "培训机构", "?培训机构"),
    ],
)
def test_a_unit_is_what_is_counted_without_its_verb(text: str, name: str, unit: str) -> None:
    """A verb such as 新开 stays in the name of an indicator, and is no part of the noun that its unit is."""
    place, found = paragraph(text), figures(text)
    named = name_of(place, found, 0, "level")
    assert (named.name, unit_of(found[0], "level", named.subject, {}, DEFINITIONS)) == (name, unit)


def test_a_multiple_gives_no_unit_to_the_figure_before_it() -> None:
    """`18.6 million, 2.3 times the level of 2019` is no list of multiples."""
    level, multiple = figures("Journeys rose to 18.6 million, 2.3 times the level of 2019.")
    assert (level.unit, multiple.unit) == ("", "times")


@pytest.mark.parametrize(
    ("word", "id_", "definition"),
    [
        ("元/人", "yuan/person", ""),
        ("人次/天", "person_time/day", ""),
        ("立方米/秒", "m3/second", "@alias second = 秒"),
        ("call/day", "call/day", ""),
        ("人/万人", "person/ten_thousand_persons", "ten_thousand_persons = 10000 * person = _ = 万人"),
        ("张/千人", "", "thousand_persons = 1000 * person = _ = 千人"),
    ],
)
def test_a_rate_fills_in_the_row_of_its_unit(word: str, id_: str, definition: str) -> None:
    """The row of a unit that is divided has what follows from its parts; an id is empty if a noun is not known."""
    (row,) = units_met([{"unit": f"?{word}"}], {}, DEFINITIONS)
    assert (row["id"], row["definition"]) == (id_, definition)


def test_figures_of_one_name_in_two_units_are_told_apart() -> None:
    """An indicator has one unit, so that a share and a time of one name are two indicators."""
    rows = [{"indicator": "?Jobs", "unit": unit} for unit in ("hour", "percent", "hour")]
    tell_apart(rows)
    assert [row["indicator"] for row in rows] == ["?Jobs", "?Jobs (percent)", "?Jobs"]


def test_what_a_rate_rises_by_is_in_its_unit() -> None:
    """A change of a level in 元/人 is in that unit, though only 元 is printed."""
    rows = [
        {"indicator": "?费用", "unit": "?元/人", "measure": "level", "printed": "9642元", "why": ""},
        {"indicator": "?费用变化", "unit": "yuan", "measure": "difference", "printed": "增加12元", "why": ""},
    ]
    count_alike(rows)
    assert rows[1]["unit"] == "?元/人"


def test_a_former_figure_is_in_the_unit_of_the_later_one() -> None:
    """`17 days, down from 23` are 23 days."""
    assert [figure.unit for figure in figures("Jobs took 17 days, down from 23.")] == ["day", "day"]


def test_a_figure_a_day_is_printed_without_the_day() -> None:
    """What divides the unit stands in the unit of the indicator, not in the printed form."""
    (figure,) = figures("It held an average of 372 people a day.")
    assert (figure.printed, figure.value) == ("372 people", "372")
