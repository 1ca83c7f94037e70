"""Laws of reading printed figures: what each form of Chinese statistical notation says, and what is refused."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import beijing_public_services as bps
from beijing_public_services.notation import chinese_words
from beijing_public_services.notation.chinese_words import FALLS, RISES
from beijing_public_services.notation.convention import interval_of
from beijing_public_services.notation.numerals import DIGITS, SCALES, fraction, one_of, read_chinese_integer
from beijing_public_services.notation.printed import read_or_none

BEFORE = {
    "超": "gt", "超过": "gt", "突破": "gt", "破": "gt", "高于": "gt", "多于": "gt", "大于": "gt", "逾": "gt",
    "不少于": "ge", "不低于": "ge", "不小于": "ge", "至少": "ge", "最少": "ge", "最低": "ge",
    "低于": "lt", "少于": "lt", "小于": "lt", "不足": "lt", "不到": "lt",
    "不超过": "le", "不高于": "le", "不多于": "le", "不大于": "le", "至多": "le", "最多": "le", "最高": "le",
    "近": "nearly", "接近": "nearly", "将近": "nearly", "约": "about", "大约": "about", "约为": "about",
    "基本达到": "about", "基本实现": "about",
}  # fmt: skip
AFTER = {"以上": "ge", "及以上": "ge", "以下": "le", "及以下": "le", "以内": "le", "左右": "about", "上下": "about"}
OF_A_FALL = {"gt": "lt", "ge": "le", "lt": "gt", "le": "ge"}
POWERS = {"": 0, "十": 1, "百": 2, "千": 3, "万": 4, "十万": 5, "百万": 6, "千万": 7, "亿": 8, "百亿": 10, "万亿": 12}
UNITS = (
    "元", "个", "人", "名", "人次", "批次", "公里", "平方米", "立方米", "公顷", "%", "‰", "百分点", "个百分点",
    "个工作日", "米", "米2", "米3", "米²", "米³", "微克/米3", "微克/立方米", "元/月",
)  # fmt: skip
FORMS = [
    ("9153.3亿元", "915330000000", "exact", "元"),
    ("28.4万人", "284000", "exact", "人"),
    ("2万亿元", "2000000000000", "exact", "元"),
    ("1000万立方米", "10000000", "exact", "立方米"),
    ("12.6个百分点", "12.6", "exact", "个百分点"),
    ("7个工作日", "7", "exact", "个工作日"),
    ("30.5微克/米3", "30.5", "exact", "微克/米3"),
    ("六大", "6", "exact", "大"),
    ("两座", "2", "exact", "座"),
    ("十五个", "15", "exact", "个"),
    ("三亿五千万元", "350000000", "exact", "元"),
    ("一千零五人", "1005", "exact", "人"),
    ("万亩", "10000", "exact", "亩"),
    ("破万亿元", "1000000000000", "gt", "元"),
    ("近千类", "1000", "nearly", "类"),
    ("突破1万元大关", "10000", "gt", "元"),
    ("超过了26000元", "26000", "gt", "元"),
    ("均超10%", "10", "gt", "%"),
    ("连续8年", "8", "exact", "年"),
    ("连续四年", "4", "exact", "年"),
    ("连续保持3年", "3", "exact", "年"),
    ("26年来首次", "26", "exact", "年"),
    ("400多万人", "4000000", "some_over", "人"),
    ("400万多人", "4000000", "some_over", "人"),
    ("4百多万人", "4000000", "some_over", "人"),
    ("五百多万人", "5000000", "some_over", "人"),
    ("1.4万余名", "14000", "some_over", "名"),
    ("200余公里", "200", "some_over", "公里"),
    ("万余人", "10000", "some_over", "人"),
    ("近四成", "40", "nearly", "%"),
    ("两成以上", "20", "ge", "%"),
    ("1.5成", "15", "exact", "%"),
    ("三成多", "30", "some_over", "%"),
    ("9,240标台", "9240", "exact", "标台"),
    ("0.92人/万车", "0.92", "exact", "人/万车"),
    ("-5%", "-5", "exact", "%"),
    ("一半", "50", "exact", "%"),
    ("三分之一", "33", "exact", "%"),
    ("六成六", "66", "exact", "%"),
    ("百分之五点一", "5.1", "exact", "%"),
    ("千分之五", "5", "exact", "‰"),
    ("翻一番", "100", "exact", "%"),
    ("翻两番", "300", "exact", "%"),
    ("增长1倍", "1", "exact", "倍"),
    ("上千人", "1000", "ge", "人"),
    ("最多3", "3", "le", ""),
    ("3万5千人", "35000", "exact", "人"),
    ("5亿千瓦时", "500000000", "exact", "千瓦时"),
    ("3年多", "3", "some_over", "年"),
    ("2个多月", "2", "some_over", "个月"),
    ("人民币5亿元", "500000000", "exact", "元"),
    ("约3000TEU", "3000", "about", "TEU"),
    ("5元/平方米", "5", "exact", "元/平方米"),
    ("¥5", "5", "exact", "元"),
    ("9，240标台", "9240", "exact", "标台"),
    ("5" + " " * 79, "5", "exact", ""),
    ("第三百", "300", "exact", "第"),
    ("首个", "1", "exact", "个"),
    ("清零", "0", "exact", "清零"),
    ("翻番", "100", "exact", "%"),
    ("翻三番", "700", "exact", "%"),
]
OF_PARTS = [  # parts of a number, and numbers of parts
    ("3万5000人", "35000", "exact", "人"), ("12345678901234567万8千人", "123456789012345678000", "exact", "人"),
    ("万分之五", "0.05", "exact", "%"), ("万分之二点五", "0.025", "exact", "%"), ("千分之三", "3", "exact", "‰"),
    ("百分之百", "100", "exact", "%"), ("百分之一点二万", "12000", "exact", "%"), ("百分之三点五", "3.5", "exact", "%"),
    ("0.5成", "5", "exact", "%"), ("0成", "0", "exact", "%"), ("10成", "100", "exact", "%"),
    ("6成5", "65", "exact", "%"),
    ("六成五", "65", "exact", "%"), ("四成半", "45", "exact", "%"), ("320分之1", "0.3125", "exact", "%"),
]  # fmt: skip
ENGLISH = [
    ("41.2 million passengers", "41200000", "exact", "passengers"), ("9,240 buses", "9240", "exact", "buses"),
    ("over 5 bn kWh", "5000000000", "gt", "kWh"), ("RMB 5 billion", "5000000000", "exact", "RMB"),
    ("fell 6.2%", "-6.2", "exact", "%"), ("a 6.2% drop", "-6.2", "exact", "%"), ("-5 %", "-5", "exact", "%"),
    ("fell by more than 60 per cent", "-60", "lt", "per cent"), ("up 12.6 percentage points", "12.6", "exact",
     "percentage points"), ("30.5 µg/m3", "30.5", "exact", "µg/m3"), ("third", "3", "exact", "第"),
    ("ranked 3rd", "3", "exact", "第"), ("ranked third", "3", "exact", "第"), ("rank three", "3", "exact", "第"),
    ("No. 1", "1", "exact", "第"), ("two thirds", "67", "exact", "%"),
    ("nearly two in five", "40", "nearly", "%"), ("half a million people", "500000", "exact", "people"),
    ("two hundred and ninety days", "290", "exact", "days"), ("5 or more parks", "5", "ge", "parks"),
    ("15 minutes or less", "15", "le", "minutes"), ("200-odd km", "200", "some_over", "km"),
    ("16.96 square metres per person", "16.96", "exact", "square metres per person"),
    ("US$5.2 bn", "5200000000", "exact", "US$"), ("£3.2m", "3200000", "exact", "£"), ("3.2 m", "3.2", "exact", "m"),
    ("-5 km", "-5", "exact", "km"), ("–5 km", "-5", "exact", "km"), ("over -5 km", "-5", "gt", "km"),
    ("3rd", "3", "exact", "第"),
    ("third place", "3", "exact", "第"), ("$-5 million", "-5000000", "exact", "$"),
    ("£3.2k", "3200", "exact", "£"), ("5-km", "5", "exact", "km"), ("rose…5%", "5", "exact", "%"),
    ("a $5m fall", "-5000000", "exact", "$"), ("5k+ people", "5000", "ge", "people"),
]  # fmt: skip
RANGES = {
    "3~5人": ("3", "5", "人"), "3—5人": ("3", "5", "人"), "3至5人": ("3", "5", "人"), "三至五人": ("3", "5", "人"),
    "300～400公里": ("300", "400", "公里"), "5%-6%": ("5", "6", "%"), "5百万-6百万人": ("5000000", "6000000", "人"),
    "between 29 and 31 days": ("29", "31", "days"), "3-5 million people": ("3000000", "5000000", "people"),
    "下降5%-6%": ("-6", "-5", "%"), "三到四成": ("30", "40", "%"), "twenty to thirty days": ("20", "30", "days"),
    "1，200～1，300元": ("1200", "1300", "元"),
    "三百至五百人": ("300", "500", "人"), "三百至五千人": ("300", "5000", "人"), "百分之三至五": ("3", "5", "%"),
}  # fmt: skip
OFFENDING = {
    "41.2 million passengers in 2024": "in 2024", "5万千元": "千元", "7、8个": "、8个", "同比增长7.2%": "同比增长",
    "提升至44.9%": "至", "数百人": "数", "二三十人": "二三十", "5亿万": "万", "about 5 to go": "to go", "US 5": "US",
    "fell -5%": "-", "fell 5% lower": "lower", "RMB 5 yuan": "yuan", "$two thirds": "$", "60,00 people": "60,00",
    "3 zillion people": "zillion", "ranked two thirds": "ranked",
    "rose -5%": "-", "下降-5%": "-", "约第零十": "第零十", "百分之五元": "元", "5人）": ")", "百分之5万": "万",
}  # fmt: skip
RANKS = {"榜首": 1, "首位": 1, "第一": 1, "第三": 3, "第十五": 15, "第3": 3, "第3位": 3, "第二位": 2}
CLASSES = [
    ("Ⅰ类", 1, "exact"), ("Ⅱ类", 2, "exact"), ("Ⅱ类及以上", 2, "le"), ("Ⅱ类以上", 2, "le"), ("Ⅳ类及以下", 4, "ge"),
    ("超过Ⅲ类", 3, "lt"), ("不低于Ⅲ类", 3, "le"),
]  # fmt: skip
SHORT = {"三万五": 35000, "三百五": 350, "一千三": 1300, "三亿五": 350000000, "三十五": 35, "十五": 15, "百": 100}
NO_NUMERALS = [
    "三三", "十百", "十千", "一百十", "一千百", "一万千", "百五", "千五", "万五", "零十", "X五", "", "五零", "一百零十",
    "万" * 5000, "一亿一亿", "万万", "点五", "廿",
]  # fmt: skip
PAST = ["近15年新低", "近15年新高", "近15年来新低", "近15年来首次", "近15年以来", "近 15 年 新低"]
TWICE = ["超99%以上", "约6万公里左右", "近200余人", "至少5人以上", "200余人以上", "400多万余人", "5%以上以内"]
RECAST = {
    "百分之五": "5", "百分之十": "10", "百分之百": "100", "五点三": "5.3", "三点五亿元": "350000000", "六成五": "65",
    "三百五": "350", "一千三": "1300", "三万五": "35000", "二〇二四年": "2024", "27成员国": "27", "38¹": "38",
    "12.5¹": "12.5", "38②": "38", "10⁶": "1000000", "1,234元": "1234", "1，234元": "1234", "-5%": "-5", "−5%": "-5",
    "1e5": "100000", "五百分点": "5",
}  # fmt: skip
NO_FIGURES = [
    "", " ", "not a figure", "人", "元", "%", "近", "余", "以上", "下降", "均", "…", "成", "第", "Ⅱ", "Ⅱ级", "Ⅱ类水",
    "ⅡⅢ类", "第Ⅱ类", "半", "5²", "5.%", ".5%", "1.2.3", "5%。", "5人）", "5+", "1/3",
    "7、8个", "五、六家", "五六人", "二三十人", "数十人", "千百", "亿万",
    "三亿万", "百百", "一千百人", "5亿万", "5万千元", "同比增长7.2%", "提升至44.9%", "达到93%", "增加到16.96平方米",
    "fell -5%", "-5% lower", "fell 5% lower", "RMB 5 yuan", "12 May", "5 per bus in 2024",
    "10.1%，61%", "14417元、12791元", "第1.5", "第5%", "第三成", "第3季度", "第3年",
    "零十", "零万人", "3万500人", "3万5万人", "3万12345人", "百分之60,00", "万分之60,00", "一一分之三", "三分之一一",
    "05成", "11成", "5.5成五", "首次", "12 June", "2 trillion thousand people", "5 thousands people", "5" + " " * 80,
    "12 June or more",
]  # fmt: skip
RESOLUTIONS = {
    "28.4万人": "1000", "9153.3亿元": "10000000", "2.18亿元": "1000000", "50.0%": "0.1", "近四成": "10",
    "百分之百": "1", "百分之三点五": "0.1", "百分之一点二万": "1000",
    "14417元": "1", "400多万人": "10000", "三千人": "1000", "三万五千元": "1000", "一千零五人": "1",
}  # fmt: skip
LETTERS = "".join(
    sorted({*"0123456789.第成余多了均…分点元人年类Ⅱ榜首²³%/，", *DIGITS, *SCALES, *"".join(BEFORE | AFTER)})
)

bounds = st.sampled_from(
    [("", "exact", ""), *((w, b, "") for w, b in BEFORE.items()), *(("", AFTER[w], w) for w in AFTER)]
)
quantities = st.builds(
    lambda digits, places: Decimal(digits).scaleb(-places), st.integers(0, 10**24), st.integers(0, 4)
)


def is_no_kilo(unit: str) -> bool:
    """Tell the units that a 千 before them becomes part of: 5千米 is 5 km."""
    return not unit.startswith("米")


def read(text: str) -> tuple[Decimal, str, str]:
    """Value, bound and unit of a printed figure."""
    figure = bps.read_printed(text)
    return figure.value, figure.bound, figure.unit


def in_words(number: int) -> str:
    """A whole number in Chinese numerals, by the rule taught in schools: one 零 wherever places are skipped."""
    for word in "亿万千百十":
        scale = int(10 ** SCALES[word])
        if number >= scale:
            many, rest = divmod(number, scale)
            skipped = "零" if 0 < rest < scale // 10 else ""
            return in_words(many) + word + skipped + (in_words(rest) if rest else "")
    return "零一二三四五六七八九"[number]


@pytest.mark.parametrize(("text", "value", "bound", "unit"), FORMS + OF_PARTS + ENGLISH)
def test_each_form_says_a_value_a_bound_and_a_unit(text: str, value: str, bound: str, unit: str) -> None:
    """A printed figure is a value with its scale written out, what limits it, and the unit word as printed."""
    assert read(text) == (Decimal(value), bound, unit)


@pytest.mark.parametrize(("text", "low", "high", "unit"), [(text, *said) for text, said in RANGES.items()])
def test_a_range_has_two_ends(text: str, low: str, high: str, unit: str) -> None:
    """A range is a figure with a lower and a higher end in one unit; they and what lies between are possible."""
    figure = bps.read_printed(text)
    assert (figure.value, figure.highest, figure.unit) == (Decimal(low), Decimal(high), unit)
    assert figure.bound == "between"
    assert interval_of(figure, counted=True) == bps.Interval(lower=Decimal(low), upper=Decimal(high))


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("3.4 crore saplings", "34000000", "saplings"), ("7 lakhs", "700000", ""), ("two lakh crore", "2e12", ""),
        ("5 lac pupils", "500000", "pupils"), ("Rs. 2.5 lakh crore", "2.5e12", "Rs."), ("₹85 cr", "850000000", "₹"),
        ("1,02,03,450 voters", "10203450", "voters"), ("one crore twenty lakh voters", "12000000", "voters"),
        ("kr 640 million", "640000000", "kr"), ("₩5 trillion", "5e12", "₩"), ("rupees 60", "60", "rupees"),
        ("9 million kr", "9000000", "kr"), ("$3.2b", "3.2e9", "$"), ("1.5 lakh crore rupees", "1.5e12", "rupees"),
    ],
)  # fmt: skip
def test_indian_scales_and_currencies_are_read(text: str, value: str, unit: str) -> None:
    """A lakh is 100,000 and a crore 10 million; the sign or code of a currency before an amount is its unit."""
    assert read(text) == (Decimal(value), "exact", unit)


@pytest.mark.parametrize("text", ["3 zillion people", "4 milliard", "£3 zillion", "12,34,56 people", "1,2,345 people"])
def test_an_unknown_scale_or_group_is_refused(text: str) -> None:
    """A number is not read without a scale that stands behind it, nor with groups of other lengths."""
    with pytest.raises(bps.PrintedFigureError):
        bps.read_printed(text)


@pytest.mark.parametrize(
    ("text", "bound"), [("约3～5人", "about"), ("3～5人以上", "ge"), ("about 3 to 5 people", "about")]
)
def test_a_word_limits_a_range_further(text: str, bound: str) -> None:
    """A range with a bound of its own is no plain range: it keeps the bound, and leaves more possible."""
    figure = bps.read_printed(text)
    assert (figure.value, figure.highest, figure.bound) == (Decimal(3), Decimal(5), bound)
    plain = bps.Interval(lower=Decimal(3), upper=Decimal(5))
    assert interval_of(figure, counted=True) != plain


@pytest.mark.parametrize(("text", "part"), OFFENDING.items())
def test_the_error_names_the_part_that_offends(text: str, part: str) -> None:
    """What stands in the way is in the message, apart from the whole text."""
    with pytest.raises(bps.PrintedFigureError, match=re.escape(f"in which {part!r} cannot be read")):
        bps.read_printed(text)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("over 5 or more people", "'over 5 or more people' with the bounds gt and ge, expected one at the most"),
        ("超99%以上", "'超99%以上' with the bounds gt and ge, expected one at the most"),
        ("not a figure", "'not a figure', expected a printed figure such as "),
        ("人", "'人', expected a printed figure such as "),
    ],
)
def test_the_error_quotes_the_text(text: str, found: str) -> None:
    """A text with two bounds is quoted with both, a text without any figure alone."""
    with pytest.raises(bps.PrintedFigureError, match=f"^found {found}"):
        bps.read_printed(text)


def test_every_bound_word_is_in_these_tables() -> None:
    """A word that limits a figure means what the tables of this module say, and none goes untested."""
    assert (chinese_words.BOUNDS_BEFORE, chinese_words.BOUNDS_AFTER) == (BEFORE, AFTER)


@pytest.mark.parametrize(("word", "bound"), BEFORE.items())
def test_a_word_before_the_number_bounds_it(word: str, bound: str) -> None:
    """What stands before a number limits it, with 了 or without, in digits or words."""
    for text in (f"{word}26%", f"{word}了26%", f"{word}二十六%", f"均{word}26%"):
        assert read(text) == (Decimal(26), bound, "%")


@pytest.mark.parametrize(("word", "bound"), AFTER.items())
def test_a_word_after_the_unit_bounds_the_number(word: str, bound: str) -> None:
    """What stands after the unit limits the number and is no part of the unit."""
    assert read(f"8.5%{word}") == (Decimal("8.5"), bound, "%")


@pytest.mark.parametrize("word", FALLS)
def test_a_fall_is_negative_and_turns_its_bound(word: str) -> None:
    """A fall by more than 6% is a change below -6; nearly, about and a little over limit the size either way."""
    for bound_word, bound in BEFORE.items():
        assert read(f"{word}{bound_word}6.2%") == (Decimal("-6.2"), OF_A_FALL.get(bound, bound), "%")
    assert [read(f"{word}{text}")[1] for text in ("6%以上", "200余人", "6%")] == ["le", "some_over", "exact"]


def test_falls_and_rises_are_told_apart() -> None:
    """A word for a direction says one of the two."""
    assert {*FALLS} == {"下降", "降低", "减少", "下跌", "降幅", "跌幅", "减幅"}
    assert {*RISES} == {"增长", "上升", "提升", "提高", "上涨", "微涨", "增加", "高出", "涨幅", "增幅", "升幅"}


@pytest.mark.parametrize(
    ("text", "value"), [("下降…50.0%", "-50.0"), ("上升…36.8%", "36.8"), ("降幅均…超六成", "-60"), ("下降…0.0%", "0.0")]
)
def test_words_left_out_do_not_part_a_direction_from_its_number(text: str, value: str) -> None:
    """`…` stands for words left out, and the printed decimals stay."""
    assert str(bps.read_printed(text).value) == value


@pytest.mark.parametrize(("text", "place"), RANKS.items())
def test_a_rank_is_its_place(text: str, place: int) -> None:
    """A rank is a whole number of `第`; 榜首 and 首位 are the first."""
    assert read(text) == (Decimal(place), "exact", "第")


def test_a_fraction_is_a_percentage() -> None:
    """A fraction is exact if four digits write it as a percentage, else rounded to two or more, so as not to be 100."""
    pairs = [(above, below) for below in range(1, 33) for above in range(1, below + 1)]
    for above, below in [*pairs, (1, 320), (1, 3200), (21, 1600), (1, 1100), (1, 3000), (2999, 3000), (19999, 20000)]:
        percent = Fraction(100 * above, below)
        tried = [(places, percent * 10**places) for places in range(9)]
        exact = [Decimal(each.numerator).scaleb(-places) for places, each in tried if each < 10**4 and each % 1 == 0]
        halves = [(places, each // 1 + (each % 1 >= Fraction(1, 2))) for places, each in tried if each >= 10]
        rounded = [Decimal(each).scaleb(-places) for places, each in halves if each < 10 ** (places + 2)]
        figure = fraction(above, below)
        assert figure
        assert (figure.value, figure.unit) == ((exact or rounded)[0], "%"), (above, below)


@pytest.mark.parametrize("text", ["三分之零", "零分之一", "三分之四"])
def test_a_part_is_more_than_nothing_and_no_more_than_the_whole(text: str) -> None:
    """A fraction of nothing, of none, or of more than the whole is no percentage."""
    assert read_or_none(text) is None


@pytest.mark.parametrize(("text", "number"), SHORT.items())
def test_the_last_digit_of_speech_counts_the_next_scale(text: str, number: int) -> None:
    """Spoken short, 三万五 is 35000, and 三十五 is 35; a scale word alone counts one."""
    assert str(read_chinese_integer(text)) == str(number)


@pytest.mark.parametrize("text", NO_NUMERALS, ids=lambda text: text[:5])
def test_numerals_in_no_order_are_no_number(text: str) -> None:
    """Digits without a scale, scales in no order, and words that are no numerals are refused, and quoted."""
    expected = "expected a number in at most 40 Chinese numerals such as 三, 十五 or 三万五千"
    with pytest.raises(bps.PrintedFigureError, match=f"^found '.*', {expected}"):
        read_chinese_integer(text)


@pytest.mark.parametrize(("text", "number", "bound"), CLASSES)
def test_a_class_counts_down_from_the_best(text: str, number: int, bound: str) -> None:
    """Of water classes I is the best: class II and above is a number of at most 2."""
    assert read(text) == (Decimal(number), bound, "类")


@pytest.mark.parametrize("text", PAST)
def test_near_before_years_past_is_no_bound(text: str) -> None:
    """The lowest of 近15年 is that of the last 15 years, not of nearly 15."""
    assert read(text) == (Decimal(15), "exact", "年")


@pytest.mark.parametrize("text", [*NO_FIGURES, *TWICE])
def test_what_is_no_figure_is_refused(text: str) -> None:
    """Ranges, fractions, vague counts, running text, scale words in no order and double bounds are no figures."""
    with pytest.raises(bps.PrintedFigureError):
        bps.read_printed(text)


@pytest.mark.parametrize(("text", "value"), RECAST.items())
def test_a_form_that_is_not_known_is_never_read_as_another_number(text: str, value: str) -> None:
    """Notation the reader may leave out is refused, or else means what it says."""
    figure = read_or_none(text)
    assert figure is None or figure.value == Decimal(value)


@pytest.mark.parametrize("text", ["3年多", "三年余", "2个多月", "5%多"])
def test_a_little_over_is_not_lost_after_the_unit(text: str) -> None:
    """多 or 余 behind a unit is refused, or else bounds the figure; it is never an exact one."""
    figure = read_or_none(text)
    assert figure is None or figure.bound == "some_over"


@pytest.mark.parametrize(("text", "resolution"), RESOLUTIONS.items())
def test_the_resolution_is_the_place_of_the_last_digit(text: str, resolution: str) -> None:
    """A figure is printed to the place of its last digit, scale included."""
    assert bps.read_printed(text).resolution == Decimal(resolution)


@given(
    quantities,
    st.sampled_from([*POWERS]),
    st.sampled_from(UNITS).filter(is_no_kilo),
    bounds,
    st.sampled_from(["", *RISES, *FALLS]),
)
def test_a_figure_that_is_written_is_read_back(
    number: Decimal, scale: str, unit: str, bound: tuple[str, str, str], direction: str
) -> None:
    """Number, scale, bound, unit and direction are read as they were written, to the last decimal."""
    before, said, after = bound
    sign = "-" if direction in FALLS and number else ""
    for left_out in ("", "…"):
        figure = bps.read_printed(f"{direction}{left_out}{before}{number:f}{scale}{unit}{after}")
        assert str(figure.number) == f"{sign}{number:f}"
        assert figure.bound == (OF_A_FALL.get(said, said) if direction in FALLS else said)
        assert (figure.power, figure.unit) == (POWERS[scale], unit)
        assert Fraction(figure.value) == Fraction(figure.number) * 10 ** POWERS[scale]
        assert "E" not in str(figure.value)


@given(quantities, st.sampled_from([*POWERS]), st.sampled_from("余多"), st.sampled_from(UNITS).filter(is_no_kilo))
def test_a_little_over_stands_on_either_side_of_the_scale(number: Decimal, scale: str, more: str, unit: str) -> None:
    """400多万 and 400万多 say the same."""
    figures = {bps.read_printed(text) for text in (f"{number:f}{more}{scale}{unit}", f"{number:f}{scale}{more}{unit}")}
    assert figures == {bps.PrintedFigure(number=number, power=POWERS[scale], bound="some_over", unit=unit)}


@given(text=st.sampled_from([form[0] for form in FORMS]), data=st.data())
def test_white_space_and_width_do_not_matter(text: str, data: st.DataObject) -> None:
    """A figure set with spaces, line breaks or full-width forms is the same figure."""
    spaces = st.text(" \n\t\u3000\xa0\u2009", max_size=2)
    wide = [chr(ord(each) + 0xFEE0) if each.isascii() and data.draw(st.booleans()) else each for each in text]
    assert bps.read_printed("".join(data.draw(spaces) + each for each in [*wide, ""])) == bps.read_printed(text)


def test_a_pattern_of_words_takes_the_longest_first() -> None:
    """Of words that begin alike the longest is tried first; signs stand for themselves, a space for white space."""
    assert one_of(["up", "a.b", "up to"]) == r"up\s{1,3}to|a\.b|up"


@given(st.integers(0, 10**16 - 1))
@example(10**16 - 1)
def test_a_number_in_words_is_the_number(number: int) -> None:
    """Chinese numerals write every whole number, 二 or 两 before 千 and 万, 一 or nothing before a first 十."""
    words = in_words(number)
    leading = words[1:] if words.startswith("一十") else words
    for text in (words, words.replace("二千", "两千").replace("二万", "两万"), leading):
        assert read_chinese_integer(text) == bps.read_printed(f"{text}个").value == number


@given(st.text(LETTERS, min_size=1, max_size=9))
def test_any_text_is_read_or_refused(text: str) -> None:
    """No text fails in another way; no numeral or bound is left in the unit, and only a printed zero is zero."""
    figure = read_or_none(text)
    if figure:
        assert not {*figure.unit} & {*"01456789零一二三四五六七八九两余多"}
        assert not any(word in figure.unit for word in AFTER)
        assert figure.value or {*text} & {*"0零"}


@pytest.mark.parametrize("letter", [*"万一余近…成位"])
def test_a_text_too_long_for_a_figure_is_refused(letter: str) -> None:
    """However long a text is, it is refused as any other."""
    assert read_or_none(letter * 5000) is None
