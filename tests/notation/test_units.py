"""Laws of units: a closed vocabulary that converts what is of one kind and nothing else, here and in your registry."""

from __future__ import annotations

import copy
import gc
import math
import os
import pickle
import re
import sys
import sysconfig
import weakref
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from fractions import Fraction
from itertools import combinations
from threading import Barrier
from typing import TYPE_CHECKING, Any

import pint
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.ending import ended

import beijing_public_services as bps
from beijing_public_services import register_units
from beijing_public_services._generated.unit_definitions import DEFINITIONS
from beijing_public_services.notation.units import (
    numerator,
    quantity,
    quantity_in,
    registry,
    same_unit,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pint import UnitRegistry

UNLOCKED_313 = sys.version_info < (3, 14) and sysconfig.get_config_var("Py_GIL_DISABLED")
NOTHING: Any = None  # pint's way to start from no definitions
# A value, what it is in, what it is asked for in, and the value there.
CONVERSIONS = [
    (30.5, "µg/m³", "mg/m³", 0.0305), (37.8, "微克/立方米", "毫克/立方米", 0.0378), (2, "万亿元", "亿元", 20_000),
    (9153.3, "亿元", "yuan", 915_330_000_000), (700, "万元", "元", 7_000_000), (12529, "元/月", "CNY/year", 150_348),
    (879, "km", "m", 879_000), (879, "公里", "米", 879_000), (864, "m³/day", "m³/s", 0.01),
    (1000, "万立方米/日", "m³/day", 10_000_000), (600, "平方公里", "hectare", 60_000), (1, "hectare", "亩", 15),
    (3, "mu", "m²", 2000), (442, "万人", "person", 4_420_000), (5, "亿人次", "万人次", 50_000),
    (2, "day", "minute", 2880), (15, "分钟", "小时", 0.25), (1, "year", "month", 12), (25, "%", "dimensionless", 0.25),
]  # fmt: skip
# What one unit is called, by its id.
NAMES = {
    "yuan": ["元", "CNY"], "person": ["人", "名", "persons"], "person_time": ["人次"], "percent": ["%", "百分之"],
    "ug/m3": ["微克/立方米", "微克/米3", "µg/m³", "μg/m3", "microgram/cubic_metre"], "km": ["公里", "kilometre"],
    "km2": ["平方公里", "km²", "km2"], "m2": ["平方米", "m²", "米2"], "m3/day": ["立方米/日", "立方米/天", "m³/d"],
    "mu": ["亩"], "hectare": ["公顷", "ha"], "minute": ["分钟", "min"], "day": ["天", "日"], "year": ["年"],
    "rank": ["第", "位", "名次"], "percentage_point": ["百分点", "个百分点"], "yuan/month": ["元/月"],
}  # fmt: skip
# No two of one line are the same kind of thing.
APART = [
    ("person", "case", "person_time", "vehicle", "enterprise", "project"),
    ("percent", "percentage_point", "rank"),
    ("rank", "index", "dimensionless", "person", "year"), ("percentage_point", "dimensionless"),
    ("working_day", "day", "calendar_day", "calendar_year"), ("working_day", "year", "calendar_year"),
    ("yuan", "person", "dimensionless", "yuan/month"), ("m2", "m2/person", "km"), ("ug/m3", "m3/day"),
    ("school", "museum", "quasi_museum", "dimensionless"),
]  # fmt: skip
NO_UNITS = [
    "", " ", "bus", "count", "bit", "radian", "third", "furlong", "degC", "dollar", "RMB", "people", "Yuan", "METER",
    "k", "万", "5", "5 m", "m + m", "m**", "(m", "m)", "元/", "/月", "1/0", "㎡", "[length]", "lambda", "__class__",
    "m**2**3",
]  # fmt: skip
MISSPELT = {"persn": "person", "hectar": "hectare", "个百分": "个百分点", "平方公": "平方公里", "percnt": "percent"}
OTHERS = [
    "person = 2 * meter", "person = [people]", "人 = [people]", "CNY = [currency]", "yuan = 2 * meter", "元 = [money]",
    "mu = 600 * meter ** 2", "亩 = 600 * meter ** 2", "m2 = 3 * meter ** 2", "metre = 3 * second", "har = 3 * second",
    "万- = 1e3", "微- = 1e-3", "监测指标 = [sign]", "rank = []", "meter = [fathom]",
]  # fmt: skip
SAME = [
    "person = [bps_person]",
    "亩 = 2000 / 3 * meter ** 2",
    "CNY = [bps_currency_CNY]",
    "万- = 10000",
    "m2 = meter ** 2",
]


def small(*definitions: str, **options: Any) -> UnitRegistry[Any]:
    """A registry with metre, second and what is given."""
    yours: UnitRegistry[Any] = pint.UnitRegistry(NOTHING, **options)
    yours.load_definitions(["meter = [length] = m", "second = [time] = s", *definitions])
    return yours


YOURS: dict[str, Callable[[], UnitRegistry[Any]]] = {
    "pint's default": pint.UnitRegistry,
    "nothing": lambda: pint.UnitRegistry(NOTHING),
    "no redefinition": lambda: pint.UnitRegistry(on_redefinition="raise"),
    "decimals": lambda: pint.UnitRegistry(non_int_type=Decimal),
    "fractions": lambda: pint.UnitRegistry(non_int_type=Fraction),
    "another": lambda: small("dollar = [currency]", "pp = 3 * second", "person_day = [effort]", "k- = 1000"),
}


def vocabulary() -> Iterator[str]:
    """Every name that the bundled definitions give a unit, but for those that pint defines and cannot read."""
    for line in DEFINITIONS:
        head, *others = (part.strip() for part in line.split("="))
        names = others if head.startswith("@alias") else [head, *others[1:]]
        yield from (name for name in names if not name.endswith("-") and name not in ("_", "¥"))


def meanings(units: UnitRegistry[Any], names: Iterable[str]) -> dict[str, tuple[float, dict[str, float]]]:
    """Factor and dimensions of each of these names that a registry has."""
    found = {}
    for name in names:
        try:
            factor: Any = units.get_root_units(name)[0]
            dimensions: Any = units.Quantity(1, name).dimensionality
        except pint.UndefinedUnitError:
            continue
        found[name] = float(f"{float(factor):.9g}"), {each: float(power) for each, power in dimensions.items()}
    return found


@pytest.mark.parametrize(("value", "unit", "other", "expected"), CONVERSIONS)
def test_a_quantity_converts_to_units_of_its_kind(value: float, unit: str, other: str, expected: float) -> None:
    """A figure of the report is the same quantity in another unit of its kind, in English or Chinese."""
    assert math.isclose(quantity(value, unit).to(other).magnitude, expected, rel_tol=1e-12)
    assert math.isclose(quantity(expected, other).to(unit).magnitude, value, rel_tol=1e-12)


@pytest.mark.parametrize(("id", "name"), [(id, name) for id, names in NAMES.items() for name in names])
def test_a_unit_has_its_names(id: str, name: str) -> None:
    """The English, Chinese and international names of a unit write the same unit."""
    assert same_unit(id, name)


@pytest.mark.parametrize(("unit", "other"), [pair for line in APART for pair in combinations(line, 2)])
def test_what_is_another_kind_neither_converts_nor_adds(unit: str, other: str) -> None:
    """A person is no case, a percentage point no per cent, a rank no number, and money nothing else."""
    with pytest.raises(pint.DimensionalityError):
        quantity(1, unit).to(other)
    with pytest.raises(pint.DimensionalityError):
        quantity(1, unit) + quantity(1, other)
    assert not same_unit(unit, other)


def test_another_factor_is_another_unit() -> None:
    """Units of one kind are the same only where one of each is as much."""
    definitions = ("meter = [length]", "stride = 0.75 * meter", "pace = 0.751 * meter", "step = 3 * meter / 4")
    assert same_unit("stride", "step", definitions)
    assert not same_unit("stride", "pace", definitions)
    assert not same_unit("mu", "hectare")


def test_each_counted_noun_is_a_kind_of_its_own() -> None:
    """No two units of the data share their dimensions, but areas among each other."""
    kinds: dict[str, list[str]] = {}
    for unit in bps.bundled().units:
        kinds.setdefault(str(quantity(1, unit.expression).dimensionality), []).append(unit.id)
    shared = [kind for kind in kinds.values() if len(kind) > 1]
    assert sorted(map(sorted, shared)) == [["hectare", "km2", "m2", "mu"]]
    assert kinds["dimensionless"] == ["percent"]


def test_one_currency_is_not_another() -> None:
    """The yuan has a dimension of its own, so that another currency beside it never converts 1:1."""
    definitions = (*DEFINITIONS, "USD = [bps_currency_USD] = dollar")
    with pytest.raises(pint.DimensionalityError):
        quantity(1, "yuan", definitions).to("dollar")
    yours: UnitRegistry[Any] = pint.UnitRegistry()
    yours.define("dollar = [currency] = USD")
    register_units(yours)
    with pytest.raises(pint.DimensionalityError):
        yours.Quantity(1, "yuan").to("dollar")


def test_a_quantity_is_a_new_one_each_time() -> None:
    """A pint quantity can be changed in place; the observation it came from cannot."""
    observation = bps.get_indicator("environment.pm2_5_annual_mean").observation()
    first = observation.quantity
    first.ito("mg/m³")
    assert str(first.units) != str(observation.quantity.units)
    assert observation.quantity.magnitude == 30.5
    assert observation.quantity is not observation.quantity


@pytest.mark.parametrize("expression", NO_UNITS)
def test_what_the_vocabulary_does_not_define_is_no_unit(expression: str) -> None:
    """Neither pint's own units, nor a number, nor what cannot be read, nor an empty text is a unit."""
    with pytest.raises(bps.UnknownUnitError) as caught:
        quantity(1, expression)
    assert caught.value.name == expression
    assert all(same_unit(suggestion, suggestion) for suggestion in caught.value.suggestions)


def test_the_yuan_sign_is_never_a_bare_number() -> None:
    """What pint cannot read as a name is refused, if it is not the yuan."""
    try:
        means_yuan = same_unit("¥", "yuan")
    except bps.UnknownUnitError:
        return
    assert means_yuan


@pytest.mark.parametrize(("misspelt", "meant"), MISSPELT.items())
def test_an_unknown_unit_suggests_the_nearest(misspelt: str, meant: str) -> None:
    """The nearest unit is the first suggestion."""
    with pytest.raises(bps.UnknownUnitError) as caught:
        quantity(1, misspelt)
    assert caught.value.suggestions[0] == meant


@given(st.text("mk元人天/*²2 .()+-", max_size=6))
def test_any_expression_is_a_unit_or_refused(expression: str) -> None:
    """No text fails in another way than as an unknown unit."""
    try:
        units = quantity(1, expression).units
    except bps.UnknownUnitError:
        return
    assert same_unit(expression, f"{units:C}" or "dimensionless")


def test_the_numerator_is_what_is_counted() -> None:
    """Of yuan per month the numerator is the yuan, of square metres per person the square metre."""
    pairs = [("CNY / month", "元"), ("meter ** 2 / person", "平方米"), ("meter ** 3 / day", "立方米"), ("person", "人")]
    assert all(same_unit(numerator(whole), part) for whole, part in pairs)


@pytest.mark.parametrize(
    "definitions",
    [("metre",), ("a b = 3",), ("@alias nothing = x",), ("x = 3 * [length]",), ("m = [length]", "m = [time]"),
     ("a = [x] = c", "b = [y] = c"), ("k- = 1e3", "k- = 1e4"), ("a = 2 * nothing",), ("a = 2 * b", "b = 2 * a")],
)  # fmt: skip
def test_definitions_that_are_none_or_contradict_are_refused(definitions: tuple[str, ...]) -> None:
    """A vocabulary is written in pint's syntax and gives a name one meaning."""
    with pytest.raises(bps.UnitConflictError):
        registry(definitions)


@pytest.mark.parametrize("meaning", ["[bps_dollar]", "7 * yuan"])
def test_a_word_that_no_expression_can_hold_is_no_harm(meaning: str) -> None:
    """A definition may have an alias such as US$, which newer versions of pint refuse; every other name works."""
    definitions = ("yuan = [bps_yuan] = ¥", f"dollar = {meaning} = $ = US$ = USD", "kilo- = 1000 = k- = thousand-")
    units = registry(definitions)
    assert units("2 kUSD") == units("2 thousanddollar") == units("2000 dollar")
    yours: UnitRegistry[Any] = pint.UnitRegistry()
    register_units(yours, definitions[:2])
    assert yours("2 kUSD") == yours("2000 dollar")


def test_threads_that_build_a_registry_at_once_get_the_same_one() -> None:
    """Quantities of one vocabulary always meet in one registry, whichever threads ask for it first."""
    definitions, threads = (*DEFINITIONS, "thread = [bps_thread]"), 8
    together = Barrier(threads)

    def build(_: int) -> Any:
        together.wait()
        return registry(definitions), quantity(1, "亿元", definitions)

    with ThreadPoolExecutor(threads) as pool:
        registries, quantities = zip(*pool.map(build, range(threads)), strict=True)
    assert all(each is registries[0] for each in registries)
    assert sum(quantities[1:], quantities[0]) == quantity(8, "亿元", definitions)


FORKS = """
import os, sys, threading
from beijing_public_services.notation import registries
held, free = threading.Event(), threading.Event()
def slow(definitions):
    held.set()
    free.wait()
    return build(definitions)
build, registries._built = registries._built, slow
threading.Thread(target=registries.registry).start()
held.wait()
if child := os.fork():
    free.set()
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
else:
    registries._built = build
    registries.registry()
    os._exit(0)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_a_process_that_is_forked_while_a_registry_is_built_builds_its_own() -> None:
    """A lock that another thread held when the process forked does not hold up the child."""
    assert ended(FORKS).strip() == "0"


@pytest.mark.parametrize("definitions", [None, ("meter = [length]", "hop = 3 * meter = 跳")])
def test_a_quantity_that_travelled_adds_to_ours(definitions: tuple[str, ...] | None) -> None:
    """A quantity or a unit that is pickled, copied or deep-copied is in the registry that ours are in."""
    ours = quantity(5, "meter" if definitions else "亿元/月", definitions)
    for made in (pickle.loads(pickle.dumps(ours)), copy.copy(ours), copy.deepcopy(ours)):
        assert made == ours
        assert made + ours == 2 * ours
        assert made is not ours
    assert pickle.loads(pickle.dumps(ours.units)) == ours.units
    assert ours.to(pickle.loads(pickle.dumps(ours.units))) == ours


def test_a_quantity_travels_to_a_process_that_has_none() -> None:
    """A process that has not used a unit yet reads a pickled quantity, which adds to its own."""
    packed = pickle.dumps(quantity(5, "万人"))
    script = f"""
import pickle
quantity = pickle.loads({packed!r})
import beijing_public_services as bps
ours = bps.get_indicator("employment_social_security.new_urban_employment").quantity
print(round((quantity + ours).to("person").magnitude - ours.to("person").magnitude))
"""
    assert ended(script) == "50000\n"


@pytest.mark.skipif(bool(UNLOCKED_313), reason="Python 3.13t keeps every class in a circle once a thread has ended")
def test_registries_do_not_pile_up() -> None:
    """The registry of a package that is gone goes too, and one in use stays the same however many follow."""
    kept = quantity(1, "meter", ("meter = [kept]",))
    gone = weakref.ref(registry(("meter = [gone]",)))
    for number in range(20):
        registry((f"meter = [length{number}]",))
    gc.collect()
    assert gone() is None
    assert quantity(1, "meter", ("meter = [kept]",)) + kept == kept * 2


@pytest.mark.parametrize(
    "yours",
    [
        pytest.param(made, id=name, marks=() if name in ("nothing", "another") else pytest.mark.slow)
        for name, made in YOURS.items()
    ],
)
def test_your_registry_gets_what_it_lacks_and_keeps_what_it_has(yours: Callable[[], UnitRegistry[Any]]) -> None:
    """Every name means there what it means here, no name of yours changes, and a second call changes nothing."""
    target = yours()
    before = meanings(target, [*target])
    register_units(target)
    assert meanings(target, before) == before
    assert meanings(target, vocabulary()) == meanings(registry(), vocabulary())
    assert math.isclose(float(target.Quantity(2, "亿元").to("yuan").magnitude), 2e8)
    after = meanings(target, [*target])
    register_units(target)
    assert meanings(target, after) == after


@pytest.mark.parametrize("definition", OTHERS)
def test_a_registry_that_means_something_else_is_left_as_it_is(definition: str) -> None:
    """Where one of our names is taken for something else, the error tells which, and no other is added."""
    names, taken = [*vocabulary(), "万meter", "微meter"], definition.partition(" ")[0].rstrip("-")
    for target in (small(definition), small(definition, non_int_type=Fraction)):
        before = meanings(target, names)
        with pytest.raises(bps.UnitConflictError, match=re.escape(repr(taken))):
            register_units(target)
        assert meanings(target, names) == before


@pytest.mark.parametrize("definition", SAME)
def test_a_registry_that_means_the_same_is_no_conflict(definition: str) -> None:
    """Names that your registry has with our meaning stay, and the other names are added to them."""
    target = small(definition, on_redefinition="raise")
    register_units(target)
    assert meanings(target, vocabulary()) == meanings(registry(), vocabulary())


def test_a_unit_is_shown_by_the_same_name_in_your_registry() -> None:
    """A prefix and its symbol stay one prefix: mg is shown as milligram in a registry that had neither."""
    target: UnitRegistry[Any] = pint.UnitRegistry(NOTHING)
    register_units(target)
    assert [str(target.Unit(name)) for name in ("mg", "km", "µg", "微克")] == [
        "milligram", "kilometer", "microgram", "microgram"
    ]  # fmt: skip


@pytest.mark.parametrize("kind", [float, Decimal, Fraction])
def test_an_observation_is_a_quantity_in_your_registry(kind: type) -> None:
    """Its number is of your registry's kind, exact where that is, and it converts and adds there."""
    target: UnitRegistry[Any] = pint.UnitRegistry(non_int_type=kind)
    measured = bps.get_indicator("environment.pm2_5_annual_mean").observation(area="CN-HE").quantity_in(target)
    signed = bps.get_indicator("science_technology.technology_contract_value").observation().quantity_in(target)
    assert isinstance(measured.magnitude, kind)
    assert math.isclose(float((measured + target.Quantity(1, "µg/m³")).to("mg/m³").magnitude), 0.0388)
    assert math.isclose(float(signed.to("亿元").magnitude), 9153.3)
    assert kind is float or measured.to("mg/m³").magnitude == kind("0.0378")


def test_an_unknown_unit_is_unknown_in_your_registry_too() -> None:
    """What neither vocabulary has is refused with the nearest name of either."""
    with pytest.raises(bps.UnknownUnitError) as caught:
        quantity_in(small("furlong = 201.168 * meter"), 1, "furlng")
    assert caught.value.suggestions == ("furlong",)
