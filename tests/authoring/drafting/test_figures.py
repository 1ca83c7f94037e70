"""Laws of drafting one paragraph: each figure is found with its value, and each other numeral has its role."""

from __future__ import annotations

from decimal import Decimal

import pytest
from tests.support.paragraphs import KNOWN, figures, paragraph, roles

from beijing_public_services.authoring.drafting.figures import draft_figures
from beijing_public_services.authoring.drafting.numerals import roles_of


@pytest.mark.parametrize(
    ("text", "printed", "value", "bound"),
    [
        ("全年接待游客超过320万人次。", "超过320万人次", "3200000", "gt"),
        ("公交车共9,240标台。", "9,240标台", "9240", "exact"),
        ("死亡率为0.92人/万车。", "0.92人/万车", "0.92", "exact"),
        ("进出口总额达5.2亿美元。", "5.2亿美元", "520000000", "exact"),
        ("产值是上年的2.3倍。", "2.3倍", "2.3", "exact"),
        ("产量翻一番。", "翻一番", "100", "exact"),
        ("带动上千家企业。", "上千家", "1000", "ge"),
        ("合格率均超过九成。", "超过九成", "90", "gt"),
        ("成为全省第一大产业。", "第一", "1", "exact"),
        ("两市涨幅分别下降6.5%、3.0%。", "下降…3.0%", "-3.0", "exact"),
        ("增速高出2.5个百分点。", "2.5个百分点", "2.5", "exact"),
        ("The network grew by 8.4 km to 63.9 km.", "grew by 8.4 km", "8.4", "exact"),
        ("Class size was 24 pupils, 0.6 fewer than before.", "0.6 fewer", "-0.6", "exact"),
        ("Speeding fines came to £3.2m.", "£3.2m", "3200000", "exact"),
        ("The dam cost ₹1,450 crore.", "₹1,450 crore", "14500000000", "exact"),
        ("Loans of Rs. 3.5 lakh crore were given.", "Rs. 3.5 lakh crore", "3500000000000", "exact"),
        ("Fares rose by Rs 12.", "rose by Rs 12", "12", "exact"),
        ("A tunnel at CHF 640 million is planned.", "CHF 640 million", "640000000", "exact"),
        ("Orders of US$ 1.2b came in.", "US$ 1.2b", "1200000000", "exact"),
        ("A budget of ₹700–900 crore is planned.", "₹700–900 crore", "7000000000", "between"),
        ("The board has 4.5 lakh members.", "4.5 lakh members", "450000", "exact"),
        ("There are 1,20,450 wells.", "1,20,450 wells", "120450", "exact"),
        ("Exports came to HK$3.2bn.", "HK$3.2bn", "3200000000", "exact"),
        ("集成电路产量增长11倍。", "增长11倍", "11", "exact"),
        ("产量翻了两番。", "翻了两番", "300", "exact"),
        ("占比达到五成五。", "五成五", "55", "exact"),
        ("排名较上年后退2位。", "后退2位", "-2", "exact"),
        ("失业率同比回落0.3个百分点。", "回落0.3个百分点", "-0.3", "exact"),
        ("客流同比增5.2%。", "增5.2%", "5.2", "exact"),
        ("车速为22.5公里/小时。", "22.5公里/小时", "22.5", "exact"),
        ("最低气温零下12.3℃。", "零下12.3℃", "-12.3", "exact"),
        ("比去年同期少15天。", "少15天", "-15", "exact"),
        ("人均预期寿命82.06岁。", "82.06岁", "82.06", "exact"),
        ("粮食减产3.5万吨。", "减产3.5万吨", "-35000", "exact"),
        ("Employment rose by 12,400 to 668,900.", "rose by 12,400", "12400", "exact"),
        ("Employment rose by 12,400 to 668,900.", "668,900", "668900", "exact"),
        ("GDP per capita was about $57,800.", "about $57,800", "57800", "about"),
        ("Each used 198 litres per day.", "198 litres", "198", "exact"),
        ("It handled 310 thousand parcels.", "310 thousand parcels", "310000", "exact"),
    ],
)
def test_a_figure_is_found_with_its_value(text: str, printed: str, value: str, bound: str) -> None:
    """A figure has the words that bound it and its unit, and reading them gives its value."""
    assert (printed, value, bound) in [(each.printed, each.value, each.bound) for each in figures(text)]


@pytest.mark.parametrize(
    ("text", "token", "role"),
    [
        ("2031年末建成。", "2031", "date"),
        ("7~8月开展检查。", "7", "date"),
        ("落实“十四五”规划。", "十四五", "name"),
        ("PM2.5浓度下降。", "2.5", "name"),
        ("开通3号线。", "3", "name"),
        ("进一步改善。", "一", "idiom"),
        ("京津冀三地协同。", "三", "enumeration"),
        ("供水和供电两个方面得到改善。", "两", "enumeration"),
        ("500米服务半径覆盖率达到91%。", "500", "dimension"),
        ("60岁以上老年人可以免费乘车。", "60", "dimension"),
        ("浓度为30微克/米3。", "3", "unit"),
        ("制定三年行动计划。", "三", "name"),
        ("长度为300～400公里。", "300", "value"),
        ("长度约300～400公里。", "400", "unrecorded"),
        ("三次产业结构为3.8∶36.3∶59.9。", "36.3", "unrecorded"),
        ("每千名儿童拥有床位2.3张。", "千", "dimension"),
        ("热线12345、110全天受理。", "110", "name"),
        ("印发云政发〔2031〕15号文件。", "2031", "name"),
        ("实行7×24小时值守。", "7", "name"),
        ("打造10分钟步行圈。", "10", "dimension"),
        ("受理诉求数百万件。", "百万", "unrecorded"),
        ("性别比为104.5（以女性为100）。", "100", "dimension"),
        ("一是加强服务，二是推进联动。", "二", "idiom"),
        ("八大类商品价格上涨。", "八", "name"),
        ("In 2031 it opened.", "2031", "date"),
        ("Some were aged 65 or over.", "65", "dimension"),
        ("Year 12 completion rose.", "12", "name"),
        ("Line 12 was extended.", "12", "name"),
        ("Each home is a 15-minute walk away.", "15", "dimension"),
        ("There were 4.6 deaths per 100,000 residents.", "100,000", "dimension"),
        ("It closed on 12 March.", "12", "date"),
    ],
)
def test_a_numeral_that_is_no_figure_has_its_role(text: str, token: str, role: str) -> None:
    """A numeral that is no figure is a date, a name or whatever the words beside it make it."""
    assert roles(text)[token] == role


@pytest.mark.parametrize("idiom", ["进一步", "新一轮", "第一时间", "一体化", "一方面", "一次性", "一部分", "老百姓"])
def test_the_longest_idiom_is_named(idiom: str) -> None:
    """Of two idioms that hold a numeral, one within the other, the reason names the longer."""
    place = paragraph(f"{idiom}。")
    reasons = [row["reason"] for row in roles_of(place, *draft_figures(place, KNOWN))]
    assert reasons == [f"part of {idiom}"]


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("The plan needs £7 zillion in loans.", "£7"),
        ("It cost between £3 and 5 million.", "£3"),
        ("It cost from £3 to £5 million.", "£3"),
    ],
)
def test_an_amount_whose_scale_is_unknown_has_no_value(text: str, printed: str) -> None:
    """A word behind an amount that may be a scale leaves the value empty, and the reason names it."""
    (figure,) = [each for each in figures(text) if each.printed == printed]
    assert figure.value == ""
    assert "scale" in figure.why


@pytest.mark.parametrize(
    "text", ["It holds 3 zillion tonnes.", "It took 4 milliard people.", "It cost from £3 to 5 million."]
)
def test_a_number_of_an_unknown_scale_is_no_figure(text: str) -> None:
    """A number is not proposed without the scale behind it."""
    assert not [each for each in figures(text) if each.value and Decimal(each.value) < 10]


@pytest.mark.parametrize(
    "text", ["Meet in Rm 217.", "落实“四个面向”。", "实施“15分钟便民生活圈”。", "获评5A级景区。", "第六期培训。"]
)
def test_a_name_is_no_figure(text: str) -> None:
    """What looks like a figure within a name is not proposed."""
    assert figures(text) == []
