"""Laws of intervals: what a printed figure leaves possible, which numbers an interval holds, how two compare."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, ROUND_UP, Context, Decimal, Inexact, localcontext
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import beijing_public_services as bps
from beijing_public_services import Convention, Interval
from beijing_public_services.notation.convention import interval_of

CONTEXTS = [Context(prec=2, rounding=ROUND_UP), Context(prec=90), Context(traps=[Inexact], prec=3)]
HAIR = Fraction(1, 10**30)

# fmt: off
ROUNDED = [  # unit, printed, what it says
    ("ug/m3", "30.5微克/米3", "[30.45, 30.55)"), ("percent", "增长7.2%", "[7.15, 7.25)"),
    ("percent", "下降6.2%", "(-6.25, -6.15]"), ("percent", "下降…50.0%", "(-50.05, -49.95]"),
    ("percent", "93%", "[92.5, 93.5)"), ("percent", "60.0%", "[59.95, 60.05)"),
    ("percentage_point", "12.6个百分点", "[12.55, 12.65)"), ("percentage_point", "13个百分点", "[12.5, 13.5)"),
    ("index", "6.08", "[6.075, 6.085)"), ("index", "6", "[5.5, 6.5)"), ("km", "879公里", "[878.5, 879.5)"),
    ("yuan/month", "14417元", "[14416.5, 14417.5)"), ("yuan", "9153.3亿元", "[915325000000, 915335000000)"),
    ("yuan", "2万亿元", "[1500000000000, 2500000000000)"), ("m2/person", "16.96平方米", "[16.955, 16.965)"),
    ("person", "28.4万人", "[283500, 284500)"), ("information_item", "160.5万条", "[1604500, 1605500)"),
    ("yuan", f"{'9' * 30}元", f"[{'9' * 29}8.5, {'9' * 30}.5)"), ("calendar_year", "2.5年", "[2.45, 2.55)"),
    ("person", "减少1.2万人", "(-12500, -11500]"), ("percent", "0.0%", "(-0.05, 0.05)"),
]
COUNTED = [
    ("person", "6901人", 6901), ("park", "1100个", 1100), ("calendar_day", "290个", 290),
    ("working_day", "7个工作日", 7),
    ("rank", "第三", 3), ("rank", "榜首", 1), ("rank", "上升1位", 1), ("calendar_year", "连续8年", 8),
    ("calendar_year", "连续四年", 4),
    ("calendar_year", "26年来首次", 26), ("school", "25所", 25), ("airport", "两座", 2), ("service_item", "十项", 10),
    ("case", "39起", 39), ("person", "减少15人", -15), ("person", "0人", 0),
]
BOUNDED = [
    ("percent", "超过98%", "(98, ∞)"), ("percent", "99%以上", "[99, ∞)"), ("percent", "8.5%以内", "(-∞, 8.5]"),
    ("percent", "低于5%", "(-∞, 5)"), ("percent", "降幅均超六成", "(-∞, -60)"), ("percent", "下降50%以上", "(-∞, -50]"),
    ("water_quality_class", "Ⅱ类及以上", "(-∞, 2]"), ("bookstore", "突破2100家", "(2100, ∞)"),
    ("place", "近1.9万个", "(18000, 19000)"), ("percent", "近四成", "(30, 40)"),
    ("yuan", "近700万元", "(6000000, 7000000)"),
    ("asset_class", "近千类", "(900, 1000)"), ("percent", "下降近6%", "(-6, -5)"), ("person", "近10人", "(9, 10)"),
    ("km", "约6万公里", "[55000, 65000]"), ("km", "约1万公里", "[9500, 10500]"),
    ("percent", "下降约6%", "[-6.5, -5.5]"), ("percent", "约0.0%", "[-0.05, 0.05]"),
    ("km", "200余公里", "(200, 300)"), ("case", "270余起", "(270, 280)"),
    ("person", "1.4万余名", "(14000, 15000)"),
    ("person", "400多万人", "(4000000, 5000000)"), ("account", "1000余个", "(1000, 1100)"),
    ("person", "0余人", "(0, 1)"), ("km", "300～400公里", "[300, 400]"), ("km", "近300～400公里", "(200, 400)"),
    ("km", "超300～400公里", "(300, ∞)"), ("percent", "下降约3%～5%", "[-5.5, -2.5]"),
]
NO_NUMBERS = [
    float("nan"), Decimal("nan"), Decimal("sNaN"), float("inf"), Decimal("-Infinity"), True, False, None, "thirty", 1j,
]
# fmt: on


class Count:
    """A number of another library, which knows how to show itself."""

    def __str__(self) -> str:
        return "30"


class Reading(float):
    """A float that shows itself in another way, as those of numpy do."""

    def __repr__(self) -> str:
        return f"Reading({float(self)!r})"


def says(unit: str, printed: str, convention: Convention | None = None) -> Interval:
    """The interval of a figure printed in that unit."""
    return interval_of(bps.read_printed(printed), bps.bundled().unit(unit).is_counted, convention)


def between(lower: str, upper: str, ends: str = "[]") -> Interval:
    """The interval between two decimals, its ends closed where the bracket is square; an empty text is no end."""
    return Interval(
        lower=Decimal(lower) if lower else None,
        upper=Decimal(upper) if upper else None,
        lower_closed=ends[0] == "[",
        upper_closed=ends[1] == "]",
    )


def lies_in(number: Fraction | int, interval: Interval) -> bool:
    """The definition: above the lower end or at it where it is closed, and likewise below the upper one."""
    lower, upper = interval.lower, interval.upper
    above = lower is None or number > Fraction(lower) or (number == Fraction(lower) and interval.lower_closed)
    below = upper is None or number < Fraction(upper) or (number == Fraction(upper) and interval.upper_closed)
    return above and below


def sample(interval: Interval) -> list[Fraction]:
    """Numbers of an interval: its middle, 0, its ends and their close neighbours, as far as they lie in it."""
    low = Fraction(interval.lower if interval.lower is not None else (interval.upper or Decimal(0)) - 2000)
    high = Fraction(interval.upper if interval.upper is not None else low + 4000)
    candidates = [low, low + (high - low) * HAIR, (low + high) / 2, high - (high - low) * HAIR, high, Fraction(0)]
    return [number for number in candidates if lies_in(number, interval)]


short = st.integers(-3, 3).map(Decimal) | st.decimals(-1000, 1000, places=2)


def every_interval(*ends: str) -> list[Interval]:
    """Every interval whose ends, open or closed, are among these or missing."""
    found = []
    for low, high, brackets in product(("", *ends), ("", *ends), ("[]", "[)", "(]", "()")):
        is_empty = low and high and (Decimal(low) > Decimal(high) or (low == high and brackets != "[]"))
        if not is_empty and (low or brackets[0] == "(") and (high or brackets[1] == ")"):
            found.append(between(low, high, brackets))
    return found


@st.composite
def intervals(draw: st.DrawFn, ends: st.SearchStrategy[Decimal] = short, unbounded: bool = True) -> Interval:
    """Intervals of every kind: one number or more, each end closed, open or, if so asked, missing."""
    low, high = sorted(draw(st.tuples(ends, ends)))
    missing = draw(st.tuples(st.booleans(), st.booleans())) if unbounded else (False, False)
    closed = [low == high or draw(st.booleans()) for _ in range(2)]
    return Interval(
        lower=None if missing[0] else low,
        upper=None if missing[1] else high,
        lower_closed=closed[0],
        upper_closed=closed[1],
    )


@pytest.mark.parametrize(("unit", "printed", "expected"), ROUNDED)
def test_a_rounded_figure_is_good_to_half_its_last_place(unit: str, printed: str, expected: str) -> None:
    """Amounts, rates and lengths, and counts with a scale word, are good to half the place of their last digit."""
    assert str(says(unit, printed)) == expected


@pytest.mark.parametrize(("unit", "printed", "count"), COUNTED)
def test_a_count_in_full_digits_is_exact(unit: str, printed: str, count: int) -> None:
    """A count printed without a scale word leaves one number possible."""
    assert says(unit, printed) == Interval.point(count)


@pytest.mark.parametrize(("unit", "printed", "expected"), BOUNDED)
def test_a_bound_leaves_its_side_open(unit: str, printed: str, expected: str) -> None:
    """Over and under bound one side; nearly, about and some over reach as far as the convention says."""
    assert str(says(unit, printed)) == expected
    lower, upper = expected[1:-1].replace("-∞", "").replace("∞", "").split(", ")
    assert says(unit, printed) == between(lower, upper, expected[0] + expected[-1])


@pytest.mark.parametrize(
    ("printed", "word", "reach", "expected"),
    [
        ("近1.9万公里", "nearly", "0.5", "(18500, 19000)"),
        ("约6万公里", "about", "1", "[50000, 70000]"),
        ("200余公里", "some_over", "0.25", "(200, 225)"),
        ("约千公里", "about", "2", "[800, 1200]"),
        ("约300～400公里", "about", "1", "[200, 500]"),
    ],
)
def test_a_convention_of_ones_own_sets_the_reach_of_a_word(printed: str, word: str, reach: str, expected: str) -> None:
    """Each word that leaves it open has its own reach, in steps of the last digit that is not zero."""
    assert str(says("km", printed, Convention(**{word: Decimal(reach)}))) == expected
    others = {"nearly", "about", "some_over"} - {word}
    assert says("km", printed, Convention(**dict.fromkeys(others, Decimal("0.1")))) == says("km", printed)


def test_an_observation_says_what_its_printed_figure_says() -> None:
    """The interval of an observation is in its unit, by the house's convention or by yours."""
    pipes = bps.get_indicator("infrastructure.water_supply_pipes_renovated_length").observation()
    assert pipes.interval == between("200", "300", "()")
    assert pipes.interval_with(Convention(some_over=Decimal("0.5"))) == between("200", "250", "()")


@given(st.integers(-9999, 9999), st.integers(0, 3), st.integers(-120, 120))
@example(0, 1, 50)
@example(-62, 1, -50)
def test_a_number_is_in_a_rounded_figure_that_it_would_be_printed_as(digits: int, places: int, offset: int) -> None:
    """A rounded figure says exactly the numbers that round to it, a half away from zero."""
    step = Decimal(1).scaleb(-places)
    shown = digits * step
    number = shown + offset * step / 100
    printed = f"{'下降' if digits < 0 else '增长'}{abs(shown):f}%"
    assert says("percent", printed).contains(number) == (number.quantize(step, ROUND_HALF_UP) == shown)


def test_a_figure_lies_in_its_own_interval() -> None:
    """The interval of a published figure holds a number, and the figure itself lies in it or at an end of it."""
    for observation in bps.bundled().observations:
        interval, value = observation.interval, observation.decimal
        assert sample(interval), observation.id
        assert interval.contains(value) or value in (interval.lower, interval.upper), observation.id


@pytest.mark.parametrize(("lower", "upper", "ends"), [("2", "1", "[]"), ("1", "1", "[)"), ("1", "1.0", "(]")])
def test_ends_that_leave_nothing_are_refused(lower: str, upper: str, ends: str) -> None:
    """An interval has its lower end first and some number in it."""
    with pytest.raises(bps.IntervalError, match="expected"):
        between(lower, upper, ends)


@pytest.mark.parametrize("end", ["NaN", "sNaN", "Infinity", "-Infinity"])
@pytest.mark.parametrize("side", ["lower", "upper"])
def test_an_end_is_a_finite_number(side: str, end: str) -> None:
    """Where an interval has no end that is None; no decimal that is no finite number stands for an end."""
    with pytest.raises(bps.IntervalError, match="expected finite numbers"):
        Interval.point(0).__replace__(**{side: Decimal(end)})


def test_a_missing_end_is_open() -> None:
    """An interval without an end is not closed there, however it was made, and says so."""
    everything = Interval(lower=None, upper=None)
    assert everything == between("", "", "()")
    assert (str(everything), everything.is_bounded) == ("(-∞, ∞)", False)
    assert [between(*ends).is_bounded for ends in (("1", ""), ("", "1"), ("1", "1"))] == [False, False, True]


@given(intervals(), short)
def test_a_number_is_contained_by_the_definition(interval: Interval, number: Decimal) -> None:
    """An int, a Fraction, a Decimal and a float of one number lie in an interval when the definition says so."""
    expected = lies_in(Fraction(number), interval)
    assert [interval.contains(kind(number)) for kind in (Decimal, Fraction, float)] == [expected] * 3
    assert interval.contains(int(number)) == lies_in(int(number), interval)


def test_a_float_stands_for_the_decimal_it_shows() -> None:
    """The float 0.1 is the decimal 0.1, whatever a subclass of float calls itself."""
    assert between("0.1", "0.1").contains(0.1)
    assert between("0.1", "0.1").contains(Reading(0.1))


def test_a_number_of_another_library_is_the_one_it_shows() -> None:
    """A number of any other type is the decimal that its text writes."""
    assert Interval.point(Count()) == Interval.point(30)


@pytest.mark.parametrize("digits", [27, 28, 29, 70])
def test_a_fraction_that_no_decimal_writes_is_compared_exactly(digits: int) -> None:
    """A third is more than 0.333… with any number of digits."""
    cut = f"0.{'3' * digits}"
    assert between(cut, "", "()").contains(Fraction(1, 3))
    assert not between("", cut).contains(Fraction(1, 3))


def test_a_fraction_makes_an_interval_where_a_decimal_writes_it() -> None:
    """The interval of one fraction is exact: a quarter has one, a third none."""
    assert Interval.point(Fraction(1, 4)) == Interval.exactly(Fraction(1, 4)) == between("0.25", "0.25")
    assert Interval.point(Fraction(1, 2**60)).contains(Fraction(1, 2**60))
    with pytest.raises(bps.IntervalError):
        Interval.point(Fraction(1, 3))


def test_a_number_may_have_any_number_of_digits() -> None:
    """A whole number longer than Python writes as text makes an interval, and lies in it."""
    assert Interval.point(10**5000).contains(10**5000)
    assert not Interval.point(10**5000).contains(10**5000 + 1)


@pytest.mark.parametrize("number", NO_NUMBERS, ids=repr)
def test_what_is_no_finite_number_is_refused(number: object) -> None:
    """A NaN, an infinity, a truth value or a word is no number that an interval could hold."""
    with pytest.raises(bps.IntervalError):
        between("0", "1").contains(number)
    with pytest.raises(ValueError, match="number"):
        Interval.point(number)


def test_comparisons_agree_with_their_definitions() -> None:
    """Overlapping, being within and being below are what they are for the numbers of both, however their ends stand."""
    marks = [Fraction(quarter, 4) for quarter in range(-1, 14)]  # the ends, numbers between any two, and beyond
    numbers = {each: {mark for mark in marks if lies_in(mark, each)} for each in every_interval("0", "1", "2", "3")}
    for (one, mine), (other, others) in product(numbers.items(), repeat=2):
        assert one.overlaps(other) == bool(mine & others), (one, other)
        assert one.is_within(other) == (mine <= others), (one, other)
        far = one.upper is not None and other.lower is not None
        assert one.is_below(other) == (far and max(mine) <= min(others)), (one, other)


@pytest.mark.parametrize("context", CONTEXTS)
def test_a_figure_says_the_same_in_any_decimal_context(context: Context) -> None:
    """Whatever precision, rounding and traps the caller has set, a figure leaves the same numbers possible."""
    figures = [(unit, printed) for unit, printed, *_ in ROUNDED + BOUNDED]
    expected = [says(*figure) for figure in figures]
    with localcontext(context):
        assert [says(*figure) for figure in figures] == expected
        assert between("-3.3333334", "-3.3333333").contains(Fraction(-10, 3))
        assert str(between("-1234567.8", "")) == "[-1234567.8, ∞)"
