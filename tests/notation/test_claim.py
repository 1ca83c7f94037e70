"""Laws of reading claims: what numbers, quantities and figures in English and Chinese say, and what is refused."""

from __future__ import annotations

import csv
import math
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pint
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.support.checkout import PACKAGE
from tests.support.timing import processor_time

from beijing_public_services._generated.unit_definitions import DEFINITIONS
from beijing_public_services.errors import BeijingPublicServicesError, UnknownUnitError
from beijing_public_services.notation import chinese, english_units, units
from beijing_public_services.notation import scanner as figures
from beijing_public_services.notation.claim import ClaimError, find_claims, read_claim
from beijing_public_services.notation.figure import Claim
from beijing_public_services.notation.vocabulary import is_known

PRINTED = PACKAGE / "data" / "observations.csv"
# The text, its value, the place of its last digit, its bound and its unit.
ENGLISH = [
    ("60,000", "60000", "1", "exact", ""), ("1,234,567", "1234567", "1", "exact", ""),
    ("6.32", "6.32", "0.01", "exact", ""), ("8", "8", "1", "exact", ""),
    ("60 thousand", "60000", "1000", "exact", ""), ("28.4 thousand people", "28400", "100", "exact", "person"),
    ("1.5 million", "1500000", "100000", "exact", ""),
    ("915.33 billion yuan", "915330000000", "10000000", "exact", "yuan"),
    ("RMB 915.33 billion", "915330000000", "10000000", "exact", "yuan"),
    ("RMB915.33 billion", "915330000000", "10000000", "exact", "yuan"),
    ("CNY 915.33 bn", "915330000000", "10000000", "exact", "yuan"),
    ("2 trillion yuan", "2000000000000", "1000000000000", "exact", "yuan"),
    ("¥9153.3亿", "915330000000", "10000000", "exact", "yuan"),
    ("9 billion元", "9000000000", "1000000000", "exact", "yuan"),
    ("-¥5 million", "-5000000", "1000000", "exact", "yuan"), ("over 60万人", "600000", "10000", "gt", "person"),
    ("97.5%", "97.5", "0.1", "exact", "percent"), ("97.5 %", "97.5", "0.1", "exact", "percent"),
    ("97.5 per cent", "97.5", "0.1", "exact", "percent"), ("97.5 percent", "97.5", "0.1", "exact", "percent"),
    ("12.6 percentage points", "12.6", "0.1", "exact", "percentage_point"),
    ("12.6 pp", "12.6", "0.1", "exact", "percentage_point"),
    ("1 percentage point", "1", "1", "exact", "percentage_point"),
    ("30.5 µg/m3", "30.5", "0.1", "exact", "ug/m3"), ("30.5 μg/m³", "30.5", "0.1", "exact", "ug/m3"),
    ("30.5 ug/m³", "30.5", "0.1", "exact", "ug/m3"),
    ("30.5 micrograms per cubic metre", "30.5", "0.1", "exact", "ug/m3"),
    ("30.5 micrograms per cubic meter", "30.5", "0.1", "exact", "ug/m3"),
    ("16.96 square metres per person", "16.96", "0.01", "exact", "m2/person"),
    ("16.96 square meters per capita", "16.96", "0.01", "exact", "m2/person"),
    ("10 million cubic metres per day", "10000000", "1000000", "exact", "m3/day"),
    ("10 million cubic metres a day", "10000000", "1000000", "exact", "m3/day"),
    ("7.85 million m³", "7850000", "10000", "exact", "m3"), ("500 metres", "500", "1", "exact", "meter"),
    ("879 km", "879", "1", "exact", "km"), ("879 kilometres", "879", "1", "exact", "km"),
    ("600 square kilometres", "600", "1", "exact", "km2"), ("600 km²", "600", "1", "exact", "km2"),
    ("300 hectares", "300", "1", "exact", "hectare"), ("10,000 mu", "10000", "1", "exact", "mu"),
    ("100,000 square metres", "100000", "1", "exact", "m2"),
    ("12,529 yuan per month", "12529", "1", "exact", "yuan/month"),
    ("12,529 yuan a month", "12529", "1", "exact", "yuan/month"),
    ("RMB 12,529 a month", "12529", "1", "exact", "yuan/month"),
    ("15 minutes", "15", "1", "exact", "minute"), ("15-minute", "15", "1", "exact", "minute"),
    ("290 days", "290", "1", "exact", "day"), ("7 working days", "7", "1", "exact", "working_day"),
    ("24 hours", "24", "1", "exact", "hour"), ("3 months", "3", "1", "exact", "month"),
    ("8 consecutive years", "8", "1", "exact", "year"), ("eight years in a row", "8", "1", "exact", "year"),
    ("eight consecutive years", "8", "1", "exact", "year"), ("twenty days", "20", "1", "exact", "day"),
    ("three million people", "3000000", "1000000", "exact", "person"),
    ("rank 3", "3", "1", "exact", "rank"), ("ranked third", "3", "1", "exact", "rank"),
    ("ranks 3rd", "3", "1", "exact", "rank"), ("ranked 3 in 2024", "3", "1", "exact", "rank"),
    ("third place", "3", "1", "exact", "rank"), ("first in", "1", "1", "exact", "rank"),
    ("No. 1", "1", "1", "exact", "rank"), ("number one", "1", "1", "exact", "rank"),
    ("up one place", "1", "1", "exact", "rank"), ("rose 3 places", "3", "1", "exact", "rank"),
    ("down 6.2%", "-6.2", "0.1", "exact", "percent"), ("fell 6.2%", "-6.2", "0.1", "exact", "percent"),
    ("fell by 6.2%", "-6.2", "0.1", "exact", "percent"), ("a decrease of 6.2%", "-6.2", "0.1", "exact", "percent"),
    ("a decline of 6.2%", "-6.2", "0.1", "exact", "percent"), ("a drop of 6.2%", "-6.2", "0.1", "exact", "percent"),
    ("a reduction of 6.2%", "-6.2", "0.1", "exact", "percent"), ("a cut of 6.2%", "-6.2", "0.1", "exact", "percent"),
    ("-6.2%", "-6.2", "0.1", "exact", "percent"), ("−6.2%", "-6.2", "0.1", "exact", "percent"),
    ("a 6.2% drop", "-6.2", "0.1", "exact", "percent"), ("6.2% lower", "-6.2", "0.1", "exact", "percent"),
    ("down 0%", "0", "1", "exact", "percent"), ("up 7.2%", "7.2", "0.1", "exact", "percent"),
    ("rose by 7.2%", "7.2", "0.1", "exact", "percent"), ("growth of 7.2%", "7.2", "0.1", "exact", "percent"),
    ("an increase of 7.2%", "7.2", "0.1", "exact", "percent"), ("over -5%", "-5", "1", "gt", "percent"),
    ("fell by more than 60%", "-60", "1", "lt", "percent"), ("fell by at least 60%", "-60", "1", "le", "percent"),
    ("up slightly more than 6%", "6", "1", "some_over", "percent"),
    ("down nearly 60%", "-60", "1", "nearly", "percent"), ("fell below 30.5 µg/m3", "30.5", "0.1", "lt", "ug/m3"),
    ("fell to 30.5 µg/m3", "30.5", "0.1", "exact", "ug/m3"),
    ("200-odd km", "200", "1", "some_over", "km"), ("5 or more parks", "5", "1", "ge", "park"),
    ("15 minutes or less", "15", "1", "le", "minute"), ("60,000+", "60000", "1", "ge", ""),
    ("1,100 parks", "1100", "1", "exact", "park"), ("1 park", "1", "1", "exact", "park"),
    ("196 museums", "196", "1", "exact", "museum"), ("39 cases", "39", "1", "exact", "case"),
    ("40 policies", "40", "1", "exact", "policy"), ("92 batches", "92", "1", "exact", "batch"),
    ("17 bus routes", "17", "1", "exact", "bus_route"), ("431 people", "431", "1", "exact", "person"),
    ("431 persons", "431", "1", "exact", "person"), ("431 residents", "431", "1", "exact", "person"),
    ("431 workers", "431", "1", "exact", "person"), ("5 vehicles", "5", "1", "exact", "vehicle"),
    ("over 1 million new energy vehicles", "1000000", "1000000", "gt", "vehicle"),
    ("1 million cars", "1000000", "1000000", "exact", "vehicle"), ("105 gizmos", "105", "1", "exact", ""),
    ("2024 parks", "2024", "1", "exact", "park"), ("1２．５％", "12.5", "0.1", "exact", "percent"),
    ("PM2.5 was 30.5 µg/m3 in 2024", "30.5", "0.1", "exact", "ug/m3"), ("OVER 5 KM", "5", "1", "gt", "km"),
]  # fmt: skip
CHINESE = [
    ("9153.3亿元", "915330000000", "10000000", "exact", "yuan"), ("5万元", "50000", "10000", "exact", "yuan"),
    ("28.4万人", "284000", "1000", "exact", "person"), ("近1.9万个", "19000", "1000", "nearly", ""),
    ("１.９ 万个", "19000", "1000", "exact", ""), ("12,529元/月", "12529", "1", "exact", "yuan/month"),
    ("879公里", "879", "1", "exact", "km"), ("12.6个百分点", "12.6", "0.1", "exact", "percentage_point"),
    ("30.5微克/立方米", "30.5", "0.1", "exact", "ug/m3"), ("第三", "3", "1", "exact", "rank"),
    ("第3位", "3", "1", "exact", "rank"), ("榜首", "1", "1", "exact", "rank"), ("首位", "1", "1", "exact", "rank"),
    ("上升1位", "1", "1", "exact", "rank"), ("5位", "5", "1", "exact", ""), ("连续8年", "8", "1", "exact", "year"),
    ("7个工作日", "7", "1", "exact", "working_day"), ("3个月", "3", "1", "exact", "month"),
    ("近四成", "40", "10", "nearly", "percent"), ("降幅均超六成", "-60", "10", "lt", "percent"),
    ("下降6.2%", "-6.2", "0.1", "exact", "percent"), ("99%以上", "99", "1", "ge", "percent"),
    ("400多万人", "4000000", "10000", "some_over", "person"), ("万亩", "10000", "10000", "exact", "mu"),
    ("一项", "1", "1", "exact", ""), ("三千", "3000", "1000", "exact", ""),
    ("Ⅱ类及以上", "2", "1", "le", "water_quality_class"), ("92批次", "92", "1", "exact", "batch"),
    ("超过Ⅲ类", "3", "1", "lt", "water_quality_class"), ("同比增长7.2%", "7.2", "0.1", "exact", "percent"),
]  # fmt: skip
BOUNDS = {
    "gt": ["over", "more than", "above", "exceeding", "in excess of"],
    "ge": ["at least", "no less than", "not less than"],
    "lt": ["less than", "under", "below", "fewer than"],
    "le": ["at most", "no more than", "not more than", "up to", "within"],
    "nearly": ["nearly", "almost", "close to", "just under", "just below"],
    "about": ["about", "around", "approximately", "roughly", "some", "circa", "~"],
    "some_over": ["a little over", "just over", "slightly more than"],
    "exact": [""],
}
NAMES = [
    "2024", "in 2024", "2024年", "2024-09", "2024-09-30", "Q3 2024", "9月", "9月30日", "October 2024", "5 October 2024",
    "October 5", "PM2.5", "PM10", "NO2", "SO2", "5G", "A股", "COVID-19", "CO2", "GIHI2024", "十四五", "三城一区", "[1]",
    "(2) the", "section 4.1", "## 4.1 Parks", "Table 3", "1990s", "12345", "21世纪", "5号线", "3.0阶段",
    "第一产业", "phase 2 parks",
    "top 10", "five-year plan", "2023–2024", "8:30", "第三方", "第3章",
    "十分", "放在首位", "数十人",
]  # fmt: skip
NO_CLAIMS = [
    "", " ", "no figure", "topped", "third", "three", "3-5", "1/3",
    "1e5", "60,00", "1.2.3", "5 and 6 parks", "5万千元", "五六人", "$5 billion", "US$5", "5 dollars",
    "5 weeks", "12,000 yuan per year", "5亿美元", "fell -5%", "over 5% or more", "超99%以上", "about 5 or so", "RMB 5m",
    "RMB 5%", "RMB 5成", "百分之几", "另一半", "一又三分之一", "1 000 people", "007",
    "5%, or 3", "(１)", "9" * 31, "5% of 1e5", "5 parks, 1/3", *NAMES,
]  # fmt: skip
FOUND = {  # what the error says of a text
    "no figure": "no figure in 'no figure'", "5 and 6 parks": "'5' and '6 parks' in '5 and 6 parks'",
    "5% of 1e5": "'5%' and other digits in '5% of 1e5'", "of " * 40: f"no figure in '{'of ' * 20}'",
    "5" + " " * 200: f"a text of 201 characters, '5{' ' * 59}'",
}  # fmt: skip
OWN = (*DEFINITIONS, "widget = [widget] = _ = widgets")
REFUSED: list[object] = [
    True, False, None, [], b"5", 1j, math.nan, math.inf, -math.inf, Decimal("NaN"), Decimal("sNaN"), Decimal("-inf"),
    10**5000, Decimal("1e999999"), "5" + " " * 200, object(),
]  # fmt: skip
PIECES = [
    "5", "60,000", "7.2", "2024", "12345", "三", "十", "万", "亿", "第", "%", "个", "年", "元", "人", "km",
    "m3", "ug/m3",
    "over", "more than", "fell", "by", "of", "up", "to", "or", "a", "month", "per", "day", "million", "third", "ranked",
    "one", "place", "parks", "people", "rmb", "¥", "$", "-", "−", "+", "~", ",", ".", "(", ")", "[", "]", "#", "\n",
    " ", " ", " ", "…", "以上", "近", "约", "超", "下降", "增长", "多", "余", "成", "Ⅱ类", "首位", "来", "新低",
    "or more", "-odd", "st", "rd", "drop", "October", "in", "/", "，", "。", "位",
    "两", "一", "百分点", "连续", "均", "大关",
]  # fmt: skip
passages = st.lists(st.sampled_from(PIECES), max_size=14).map("".join) | st.lists(
    st.sampled_from(PIECES), max_size=14
).map(" ".join)


def said(claim: Claim) -> tuple[Decimal, Decimal, str, str]:
    """What a claim says, without its words."""
    return claim.value, claim.resolution, claim.bound, claim.unit


@pytest.mark.parametrize(("text", "value", "resolution", "bound", "unit"), ENGLISH + CHINESE)
def test_each_form_says_what_it_says(text: str, value: str, resolution: str, bound: str, unit: str) -> None:
    """A figure in words is a value with its scale written out, the place of its last digit, its bound and its unit."""
    assert said(read_claim(text)) == (Decimal(value), Decimal(resolution), bound, unit)


@pytest.mark.parametrize(("bound", "word"), [(bound, word) for bound in BOUNDS for word in BOUNDS[bound]])
def test_each_bound_word_limits_the_figure(bound: str, word: str) -> None:
    """A word before a number limits it, whatever its scale and unit."""
    assert said(read_claim(f"{word} 1.5 million km")) == (Decimal(1500000), Decimal(100000), bound, "km")
    assert said(read_claim(f"{word} 60%")) == (Decimal(60), Decimal(1), bound, "percent")


def test_every_printed_figure_is_a_claim() -> None:
    """What the report prints is read with the value and bound that the data package gives it."""
    with PRINTED.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    read = [(row["printed"], read_claim(row["printed"])) for row in rows]
    assert [(printed, claim.value, claim.bound) for printed, claim in read] == [
        (row["printed"], Decimal(row["value"]), row["bound"]) for row in rows
    ]


@pytest.mark.parametrize("text", NO_CLAIMS)
def test_a_text_without_a_single_figure_is_refused(text: str) -> None:
    """Dates, names, two figures, two bounds and units that are not in the vocabulary are no claim."""
    with pytest.raises(ClaimError, match=r"(?s)^found .*, expected "):
        read_claim(text)


@pytest.mark.parametrize("text", ["3-5 people", "3 to 5 people", "3~5人", "3至5人", "between 3 and 5 people"])
def test_a_range_is_a_claim_alone_and_none_in_a_passage(text: str) -> None:
    """A range is one figure with both ends; the figures of one value in a passage are without it."""
    claim = read_claim(text)
    assert said(claim)[0] == 3
    assert (claim.upper, claim.bound, claim.unit) == (Decimal(5), "between", "person")
    assert find_claims(f"{text}, 7.2%") == find_claims(f"{' ' * len(text)}, 7.2%")


@pytest.mark.parametrize("text", NAMES)
def test_a_name_or_date_is_no_claim_in_a_passage(text: str) -> None:
    """What only names or dates is passed over, alone and in a sentence."""
    assert find_claims(text) == []
    assert [each.text for each in find_claims(f"{text}, 7.2%")] == ["7.2%"]


@pytest.mark.parametrize(("text", "found"), FOUND.items(), ids=FOUND.values())
def test_the_error_says_which_figures_a_text_has(text: str, found: str) -> None:
    """A text with another number of figures, or other digits, is quoted up to its 60th character with what it has."""
    with pytest.raises(ClaimError) as caught:
        read_claim(text)
    assert str(caught.value).startswith(f"found {found}, expected ")


def test_a_text_may_have_200_characters() -> None:
    """The longest text that is read has 200 characters."""
    assert read_claim("5%" + " " * 198).value == 5


def test_a_claim_may_be_in_a_unit_of_ones_own() -> None:
    """Given the definitions of a package, its units are read in a text, in a passage and of a quantity."""
    assert read_claim("5 widgets", OWN).unit == "widget"
    assert [claim.unit for claim in find_claims("They made 5 widgets.", OWN)] == ["widget"]
    assert read_claim(units.quantity(5, "widget", OWN), OWN).unit == "widget"


def test_a_number_may_know_its_unit_by_another_name() -> None:
    """Only what has a magnitude and units is a quantity: a number with units besides is a number."""

    class Labelled(float):
        units = "km"

    assert said(read_claim(Labelled(7.5))) == (Decimal("7.5"), Decimal("0.1"), "exact", "")


@pytest.mark.parametrize("claim", REFUSED, ids=lambda claim: type(claim).__name__)
def test_what_is_no_finite_number_is_refused(claim: object) -> None:
    """A truth value, what is not finite, a number beyond measure, a long text and any other thing is no claim."""
    what = "a text" if isinstance(claim, str) else type(claim).__name__
    with pytest.raises(ClaimError, match=rf"(?s)^found {what} .*, expected "):
        read_claim(claim)


def test_a_number_has_at_most_400_zeros() -> None:
    """A number may be as large as 10 to the 400th, or as small, and no zero of it is left out."""
    assert str(read_claim(Decimal("1E+400")).value) == f"{10**400}"
    assert read_claim(Decimal("1E-400")).resolution == Decimal("1E-400")
    for number in ("1E+401", "1E-401"):
        with pytest.raises(ClaimError):
            read_claim(Decimal(number))


def test_the_error_is_one_of_this_library_and_a_value_error() -> None:
    """A `ClaimError` is caught as the library's error and as the built-in."""
    assert issubclass(ClaimError, BeijingPublicServicesError)
    assert issubclass(ClaimError, ValueError)


@pytest.mark.parametrize(
    ("number", "value", "resolution"),
    [
        (5, "5", "1"), (-60000, "-60000", "1"), (0, "0", "1"), (7.2, "7.2", "0.1"), (5.0, "5", "1"),
        (-0.05, "-0.05", "0.01"), (1e22, "1e22", "1e22"), (Decimal("7.20"), "7.2", "0.01"),
        (Decimal("1E+3"), "1000", "1000"),
        (Fraction(1, 4), "0.25", "0.01"), (Fraction(6, 2), "3", "1"), (10**40 + 1, str(10**40 + 1), "1"),
    ],
)  # fmt: skip
def test_a_number_is_exact_and_as_fine_as_its_last_digit(number: object, value: str, resolution: str) -> None:
    """A number is itself, without a unit, to the place of the last digit of its repr; a whole float to 1."""
    assert said(read_claim(number)) == (Decimal(value), Decimal(resolution), "exact", "")
    claim = read_claim(number)
    assert (claim.text, claim.start, claim.end) == (str(number), 0, len(str(number)))


def test_a_fraction_that_does_not_end_is_read_to_28_digits() -> None:
    """A third is 28 threes, and as fine as the last of them."""
    assert said(read_claim(Fraction(1, 3)))[:2] == (Decimal("0." + "3" * 28), Decimal("1e-28"))


@pytest.fixture(scope="module")
def registry() -> Any:
    """The registry that pint makes by default."""
    return pint.UnitRegistry()


@pytest.mark.parametrize(
    ("unit", "same"),
    [
        ("km", "km"), ("percent", "percent"), ("meter ** 2", "m2"), ("microgram / meter ** 3", "ug/m3"),
        ("minute", "minute"),
    ],
)  # fmt: skip
def test_a_quantity_of_any_registry_keeps_its_unit(registry: Any, unit: str, same: str) -> None:
    """A quantity of pint's own registry is read in a unit that means the same in this library's."""
    claim = read_claim(registry.Quantity(30.5, unit))
    assert (claim.value, claim.resolution, claim.bound) == (Decimal("30.5"), Decimal("0.1"), "exact")
    assert units.same_unit(claim.unit, same)


@pytest.mark.parametrize("unit", ["CNY / month", "亿元", "person", "meter ** 2 / person", "ug/m3", "rank"])
def test_a_quantity_of_the_library_is_read(unit: str) -> None:
    """A quantity that this library hands out is read back with its unit."""
    claim = read_claim(units.quantity(3, unit))
    assert claim.value == 3
    assert units.same_unit(claim.unit, unit)


def test_a_quantity_without_a_unit_is_a_number(registry: Any) -> None:
    """A dimensionless quantity has the unit ""."""
    assert said(read_claim(registry.Quantity(5, ""))) == (Decimal(5), Decimal(1), "exact", "")


@pytest.mark.parametrize("unit", ["mile", "degC", "kelvin", "meter ** 0.5", "count", "radian", "mol"])
def test_a_quantity_in_a_unit_that_is_unknown_here_is_refused(registry: Any, unit: str) -> None:
    """A unit that the vocabulary does not have, or means otherwise, is named in the error."""
    with pytest.raises(ClaimError, match="expected a unit of the vocabulary"):
        read_claim(registry.Quantity(5, unit))


def test_a_unit_of_the_same_name_and_another_size_is_refused() -> None:
    """A unit that another registry defines as another size is not taken for the one of that name here."""
    other: Any = pint.UnitRegistry()
    other.define("mu = 5 * meter ** 2")
    with pytest.raises(ClaimError, match="expected a unit of the vocabulary"):
        read_claim(other.Quantity(3, "mu"))


def test_a_quantity_that_is_not_finite_is_refused() -> None:
    """The magnitude of a quantity is judged as a number is."""
    for magnitude in (math.nan, math.inf, Decimal("sNaN")):
        with pytest.raises(ClaimError):
            read_claim(units.registry().Quantity(magnitude, "person"))


@pytest.mark.parametrize(
    "expression",
    sorted({unit for _, unit in english_units.UNITS if unit and is_known(unit, DEFINITIONS)}
           | {*english_units.counted(DEFINITIONS)[0].values()}
           | {unit for unit in chinese.unit_words(DEFINITIONS).values() if unit}),
)  # fmt: skip
def test_every_unit_that_is_read_is_in_the_vocabulary(expression: str) -> None:
    """What a unit word is read as is an expression that the registry knows."""
    assert units.quantity(1, expression).magnitude == 1


def test_chinese_unit_words_mean_what_the_registry_means() -> None:
    """A Chinese unit word that the registry knows too is read as the same unit."""
    for word, unit in chinese.unit_words(DEFINITIONS).items():
        try:
            known = units.same_unit(word, word)
        except UnknownUnitError:
            continue
        assert not unit or units.same_unit(word, unit), word
        assert known


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("In 2024 PM2.5 fell by 6.2% to 30.5 µg/m3.", ["fell by 6.2%", "30.5 µg/m3"]),
        ("2024年，北京PM2.5年均浓度为30.5微克/立方米，同比下降6.2%。", ["30.5微克/立方米", "下降6.2%"]),
        ("去年签下的合同有9153.3亿元，比前年增长7.2%；排在第三，连续8年在榜首。",
         ["9153.3亿元", "增长7.2%", "第三", "连续8年", "榜首"]),
        ("1. Over 60,000 km of pipes[1] and 1,100 parks", ["Over 60,000 km", "1,100 parks"]),
        ("新增普惠托位 1.9 万个 (nearly 19,000 places)", ["1.9 万个", "nearly 19,000 places"]),
        ("从6.32下降至6.08，4.1 Environment", ["6.32", "6.08", "4.1"]),
        ("ranked third in the world for eight consecutive years", ["ranked third", "eight consecutive years"]),
        ("“十四五”时期，12345热线受理77889件举报，办结率97.5%", ["77889件", "97.5%"]),
    ],
)  # fmt: skip
def test_a_passage_gives_its_figures_in_order(text: str, found: list[str]) -> None:
    """The figures of a passage in English, Chinese or both are found with their bound and unit words."""
    assert [each.text for each in find_claims(text)] == found


@given(
    st.integers(0, 999_999_999),
    st.integers(0, 4),
    st.sampled_from([("", 0), (" thousand", 3), (" million", 6), (" billion", 9), (" bn", 9), (" trillion", 12)]),
    st.sampled_from([(bound, word) for bound in BOUNDS for word in BOUNDS[bound]]),
    st.sampled_from([("%", "percent"), (" yuan", "yuan"), (" km", "km"), (" people", "person"), (" µg/m³", "ug/m3"),
                     (" square metres per person", "m2/person"), (" working days", "working_day"), (" parks", "park")]),
    st.booleans(),
    st.sampled_from([("", 1), ("up ", 1), ("grew by ", 1), ("fell by ", -1), ("a reduction of ", -1)]),
)  # fmt: skip
def test_a_figure_that_is_written_is_read_back(
    digits: int, places: int, scale: tuple[str, int], bound: tuple[str, str], unit: tuple[str, str], marks: bool,
    direction: tuple[str, int],
) -> None:  # fmt: skip
    """A number, its scale, bound, unit and sign written in English come back as they were."""
    number = Decimal(digits).scaleb(-places)
    written = f"{number:,f}" if marks else f"{number:f}"
    claim = read_claim(f"{direction[0]}{bound[1]} {written}{scale[0]}{unit[0]}".strip())
    mirrored = {"gt": "lt", "lt": "gt", "ge": "le", "le": "ge"}
    limits = mirrored.get(bound[0], bound[0]) if direction[1] < 0 else bound[0]
    assert claim.value == number.scaleb(scale[1]) * direction[1]
    assert (claim.resolution, claim.bound) == (Decimal(1).scaleb(scale[1] - places), limits)
    assert claim.unit == unit[1]


@given(st.text(max_size=220) | passages)
@example("5% - 6%")
@example("²")
@example("٥")
@example("İ5İ km")
def test_any_text_is_read_or_refused(text: str) -> None:
    """A text gives a claim in a unit of the vocabulary, or a `ClaimError`, and nothing else."""
    try:
        claim = read_claim(text)
    except ClaimError:
        return
    assert claim.value.is_finite()
    assert claim.text in text
    assert not claim.unit or units.quantity(1, claim.unit)


@given(st.text(max_size=220) | passages | st.lists(passages, max_size=4).map("".join))
def test_found_claims_are_in_order_and_read_alike_alone(text: str) -> None:
    """Claims never overlap, and the words of each, read alone, make the same claim."""
    end = 0
    for found in find_claims(text):
        assert end <= found.start < found.end
        end = found.end
        assert found.text == text[found.start : found.end]
        assert read_claim(found.text) == found.__replace__(start=0, end=len(found.text))


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    ["7", "1,", " ", "\n", "over ", "三", "万", "第", "fell by a ", "-", "ranked the ", "first ", "one-", "5万", "5 a ",
     "下降", "近", "三分之", "百分之", "between 5 and ", "5 in ", "5至", "3万", "two hundred ", "half a ",
     "5% ", "5km-", "[1] ", "may ", "% ", "¥", "5" + " " * 50, "7 " + "word " * 9],
    ids=repr,
)  # fmt: skip
def test_the_time_grows_with_the_length_of_the_text(piece: str) -> None:
    """Four times the text takes about four times as long, and far from sixteen: a text full of numbers or of none."""
    dense = len(figures.TOKEN.findall(piece * 100)) > 9
    text = piece * ((10_000 if dense else 160_000) // len(piece))
    short = processor_time(lambda: find_claims(text))
    assert processor_time(lambda: find_claims(text * 4)) < 9 * short + 0.02
