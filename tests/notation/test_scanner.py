"""Laws of the scanner: what each way to write a number means, and the order in which the ways are tried."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beijing_public_services.notation.scanner import FORMS, find_figures

if TYPE_CHECKING:
    from beijing_public_services.notation.figure import Claim

SAMPLES = [(form.name, text, meaning) for form in FORMS.values() for text, meaning in form.samples]


@pytest.mark.parametrize(("name", "text", "meaning"), SAMPLES)
def test_each_sample_means_what_stands_beside_it(name: str, text: str, meaning: str) -> None:
    """The sample of a form is read as the value, bound and unit beside it, or as no figure."""
    read = [
        f"{figure.value}{f' to {figure.upper}' if figure.upper else ''} {figure.bound} {figure.unit}".strip()
        for figure in find_figures(text)
    ]
    assert read == ([meaning] if meaning else []), name


def test_each_form_has_samples() -> None:
    """No form is without a sample."""
    assert {name for name, _, _ in SAMPLES} == {*FORMS}


WIDE = str.maketrans({chr(code): chr(code + 0xFEE0) for code in range(0x21, 0x7F)})
ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
)
SPELT = (ONES + "eighteen nineteen").split()
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
ENGLISH_SCALES = {"trillion": 10**12, "billion": 10**9, "million": 10**6, "thousand": 1000, "hundred": 100}
CHINESE_SCALES = {"": 1, "百": 100, "千": 1000, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8, "万亿": 10**12}


def spell(number: int, link: str = " and ", hyphen: str = "-") -> str:
    """Write a whole number in English words, as taught in schools."""
    for word, scale in ENGLISH_SCALES.items():
        if number >= scale:
            many, rest = divmod(number, scale)
            after = (link if rest < 100 else " ") + spell(rest, link, hyphen) if rest else ""
            return f"{spell(many, link, hyphen)} {word}{after}"
    if number >= 20:
        tens, ones = divmod(number, 10)
        return TENS[tens - 2] + (hyphen + SPELT[ones] if ones else "")
    return SPELT[number]


def one_figure(text: str) -> Claim:
    """Return the only figure of a text."""
    (figure,) = find_figures(text)
    return figure


@given(st.integers(2, 10**15 - 1), st.sampled_from([" and ", " "]), st.sampled_from(["-", " "]))
def test_a_number_spelt_in_english_is_that_number(number: int, link: str, hyphen: str) -> None:
    """English words write every whole number, with `and` and hyphens or without."""
    figure = one_figure(f"{spell(number, link, hyphen)} km")
    assert (figure.value, figure.unit, figure.start) == (Decimal(number), "km", 0)


@given(st.integers(0, 999), st.lists(st.integers(0, 9), min_size=1, max_size=4))
def test_decimals_are_spelt_digit_by_digit(whole: int, digits: list[int]) -> None:
    """Each word after `point` is a digit, and so is each after 点."""
    english = f"{spell(whole)} point {' '.join(SPELT[digit] for digit in digits)} km"
    chinese = f"百分之{in_words(whole)}点{''.join('零一二三四五六七八九'[digit] for digit in digits)}"
    value = Decimal(f"{whole}.{''.join(map(str, digits))}")
    assert one_figure(english).value == one_figure(chinese).value == value
    assert one_figure(chinese).unit == "percent"


def in_words(number: int) -> str:
    """Write a number below 1000 in Chinese numerals."""
    if number >= 100:
        rest = number % 100
        tail = "" if not rest else "零" + in_words(rest) if rest < 10 else ("一" if rest < 20 else "") + in_words(rest)
        return "零一二三四五六七八九"[number // 100] + "百" + tail
    if number >= 10:
        tens = "" if number < 20 else "零一二三四五六七八九"[number // 10]
        return f"{tens}十{'零一二三四五六七八九'[number % 10] if number % 10 else ''}"
    return "零一二三四五六七八九"[number]


@given(st.integers(1, 10**12), st.integers(0, 3), st.sampled_from([",", "，", ""]))
def test_grouping_and_width_do_not_matter(digits: int, places: int, mark: str) -> None:
    """A number is the same with thousands marks of either width or none, in full-width digits or half."""
    number = Decimal(digits).scaleb(-places)
    written = f"{number:,f}".replace(",", mark) + "公里"
    figures = [one_figure(text) for text in (written, written.translate(WIDE))]
    assert {figure.value for figure in figures} == {number}
    assert [figure.text for figure in figures] == [written, written.translate(WIDE)]


@given(st.integers(2, 999), st.sampled_from([*CHINESE_SCALES]), st.sampled_from(["", " thousand", " million", " bn"]))
def test_scale_words_multiply(number: int, chinese: str, english: str) -> None:
    """A scale word multiplies the number before it, in digits or in words."""
    power = {"": 1, " thousand": 10**3, " million": 10**6, " bn": 10**9}[english]
    assert one_figure(f"{number}{chinese}公里").value == number * CHINESE_SCALES[chinese]
    assert one_figure(f"{number}{english} km").value == number * power


@given(st.integers(1, 100), st.integers(2, 100))
def test_a_fraction_is_its_share_in_both_languages(above: int, below: int) -> None:
    """A fraction is a percentage to at least two digits, and nothing above one is a share."""
    found = list(find_figures(f"{in_words(below)}分之{in_words(above)}"))
    if above > below or below == 100:
        assert above > below or below == 100
        return
    (figure,) = found
    exact = Fraction(100 * above, below)
    assert abs(Fraction(figure.value) - exact) <= Fraction(figure.resolution) / 2
    assert figure.unit == "percent"
    assert figure.resolution <= figure.value / 10


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1.2m people visited", "1200000", "person"), ("60k people", "60000", "person"), ("负5%", "-5", "percent"),
        ("5 square km", "5", "km2"), ("half the residents", "50", "percent"), ("a quarter of them", "25", "percent"),
        ("2个多月", "2", "month"), ("3年多来", "3", "year"), ("200 余 公里", "200", "km"), ("Ten programs", "10", ""),
        ("three new subway lines", "3", ""), ("Twenty-nine plays", "29", ""), ("a dozen plays", "12", ""),
        ("30 μg/m³", "30", "ug/m3"), ("30 mcg per cubic metre", "30", "ug/m3"), ("30微克每立方米", "30", "ug/m3"),
        ("30微克／米3", "30", "ug/m3"), ("879千米", "879", "km"), ("50㎡", "50", "m2"),
        ("5 pct pts", "5", "percentage_point"),
        ("5万人次", "50000", "person_time"), ("41.2 million visits", "41200000", "person_time"),
        ("–3.5%", "-3.5", "percent"), ("30 μg·m−3", "30", "ug/m3"), ("one hundred per cent", "100", "percent"),
        ("a quarter of a million people", "250000", "person"), ("between RMB 5 bn and RMB 8 bn, 7 km", "7", "km"),
        ("5元/平方米", "5", "yuan / m2"), ("CNY 5 bn", "5000000000", "yuan"), ("5 tn yuan", "5000000000000", "yuan"),
    ],
)  # fmt: skip
def test_each_spelling_is_read_in_its_unit(text: str, value: str, unit: str) -> None:
    """Scale words, signs and units are read in the spellings that people use."""
    figure = one_figure(text)
    assert (figure.value, figure.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("up from 5 to 6 km", [("5", ""), ("6 km", "km")]),
        ("from 5 to 6 km", [("5", ""), ("6 km", "km")]),
        ("it is between RMB 5 bn and RMB 8 bn, 7 km", [("7 km", "km")]),
        ("between RMB 5 bn and a very different country 7 km", [("7 km", "km")]),
        ("between RMB 5 bn and everything", []),
        ("3 to 5 million people", [("3 to 5 million people", "person")]),
        ("three to five million people", [("three to five million people", "person")]),
        ("百分之三至五", [("百分之三至五", "percent")]),
        ("two thirds million", [("two thirds", "percent")]),
        ("There are 5 in the country", [("5", "")]),
        ("ranked 5%", [("5%", "percent")]),
        ("ranked 5 million", [("5 million", "")]),
        ("ranked 5 km", [("5 km", "km")]),
        ("ranked 9999", [("ranked 9999", "rank")]),
        ("ranked 10000", [("10000", "")]),
        ("ranked 1.5", [("1.5", "")]),
        ("3rd place", [("3rd place", "rank")]),
        ("third place", [("third place", "rank")]),
        ("ranked five", [("ranked five", "rank")]),
        ("水质不低于Ⅲ类", [("不低于Ⅲ类", "water_quality_class")]),
        ("北京 第3位", [("第3位", "rank")]),
        ("位居 前 第3位", [("第3位", "rank")]),
    ],
)
def test_the_words_around_a_number_make_it_what_it_is(text: str, found: list[tuple[str, str]]) -> None:
    """A number from which another follows stands alone, two ends are one range, and only a rank has its words."""
    assert [(figure.text, figure.unit) for figure in find_figures(text)] == found


@pytest.mark.parametrize(("text", "value"), [("首个", 1), ("清零", 0)])
def test_one_or_none_is_a_figure_only_alone(text: str, value: int) -> None:
    """首个 is one and 清零 none in a text of one figure; in prose neither is a figure."""
    (figure,) = find_figures(text, whole=True)
    assert (figure.value, figure.resolution, figure.bound, figure.unit) == (Decimal(value), Decimal(1), "exact", "")
    assert list(find_figures(text)) == []


@given(
    st.integers(0, 10**6), st.integers(1, 10**6), st.sampled_from([*"-–—~～至到"]), st.sampled_from([*CHINESE_SCALES])
)
def test_a_range_has_both_ends(low: int, step: int, mark: str, scale: str) -> None:
    """A range is one figure with both ends, in the scale and unit that its end gives to both."""
    figure = one_figure(f"{low}{mark}{low + step}{scale}公里")
    assert figure.value == low * CHINESE_SCALES[scale]
    assert figure.upper == (low + step) * CHINESE_SCALES[scale]


@pytest.mark.parametrize("text", ["3 to 5 million people", "three to five million people", "3百万至5百万人"])
def test_a_scale_behind_a_range_is_that_of_both_ends(text: str) -> None:
    """The scale words behind a range belong to both its ends, in digits or words."""
    figure = one_figure(text)
    assert (figure.value, figure.upper) == (Decimal(3 * 10**6), Decimal(5 * 10**6))


def test_a_range_of_falls_ends_nearer_to_zero() -> None:
    """The lower end of a fall by 5 to 6 % is the larger fall."""
    figure = one_figure("下降5%-6%")
    assert (figure.value, figure.upper) == (Decimal(-6), Decimal(-5))


@pytest.mark.parametrize("text", [
    "7×24小时", "2+26城市", "9·18", "A320", "F16", "5G", "90后", "PM2.5", "PM 2.5", "PM10", "4S店", "数百家",
    "翻一番", "增长1倍", "1.5-fold", "three times", "twofold", "五六十人", "两三年", "三四成", "2023-2024", "8:30-9:30",
    "010-12345", "1'234 km", "三点五十分", "一成不变", "the first three quarters of 2024", "a third line", "第三季度",
    "two or three people", "3 or 5 people", "twenty twenty-four", "50 bps",
    "twenty-five or thirty people", "US$5-6 million", "一又三分之一", "in Terminal 3",
    "by Windows 11", "ten four km", "两千零八年", "第十四个五年规划", "twenty ten km",
    "3千5万人", "1亿20000万人", "31-29 days", "between 31 and 29 days",
    "8000万至1亿元", "60 000 people",
    "60,00万人", "5~3万人", "一半万人", "3rd km",
    "half the year", "廿五人", "壹佰万元", "1/64", "零下5℃", "增长两倍", "a dozen", "one in 2024",
])  # fmt: skip
def test_what_is_not_read_whole_is_not_read(text: str) -> None:
    """Names, multiples, vague numbers and units that no vocabulary has give no figure, nor does a part of them."""
    assert [figure.text for figure in find_figures(text)] == []
