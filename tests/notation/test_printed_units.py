"""Laws of unit words: what a printed unit means in a vocabulary, and the units offered to reports of other places."""

from __future__ import annotations

import pytest

from beijing_public_services._generated.unit_definitions import DEFINITIONS
from beijing_public_services.notation.claim import find_claims
from beijing_public_services.notation.offered_units import OFFERED
from beijing_public_services.notation.printed import read_printed
from beijing_public_services.notation.printed_units import expression_of
from beijing_public_services.notation.unit_grammar import require_definitions
from beijing_public_services.notation.units import quantity, ratio, same_unit
from beijing_public_services.notation.vocabulary import is_known

VOCABULARY = (
    *DEFINITIONS,
    *OFFERED,
    "passenger = [bps_passenger] = _ = 乘客",
    "bus = [bus] = _ = 标台",
    "@alias vehicle = 车",
)
PRINTED = [
    ("41.2 million passengers", "passenger"), ("1 passenger", "passenger"), ("9,240标台", "bus"), ("12 buses", "bus"),
    ("0.92人/万车", "person / 万车"), ("5元/平方米", "yuan / m2"), ("3.5 tonnes", "tonne"),
    ("3.5万吨", "tonne"), ("5 bn kWh", "kilowatt_hour"), ("5亿千瓦时", "kilowatt_hour"), ("12 TWh", "terawatt_hour"),
    ("千分之五", "permille"), ("5‰", "permille"), ("15摄氏度", "celsius_degree"), ("15℃", "celsius_degree"),
    ("20 litres", "litre"), ("20升", "litre"), ("3 million TEU", "twenty_foot_equivalent_unit"),
    ("500万标准箱", "twenty_foot_equivalent_unit"), ("5 per cent", "percent"), ("5个百分点", "percentage_point"),
    ("RMB 5 bn", "yuan"), ("¥5亿", "yuan"), ("5 square metres per person", "m2 / person"), ("30 kg", "公斤"),
    ("£3.2m", "pound"), ("HK$5", "hk_dollar"), ("US$7 million", "dollar"), ("A$5", "australian_dollar"),
    ("5亿港元", "hk_dollar"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "unit"), PRINTED)
def test_a_printed_unit_means_one_of_the_vocabulary(text: str, unit: str) -> None:
    """The unit word of a printed figure leads to the unit that it means, whichever of the languages it is in."""
    word = expression_of(read_printed(text).unit, VOCABULARY)
    assert same_unit(word, unit, VOCABULARY)


@pytest.mark.parametrize(
    ("word", "expression"),
    [
        ("museums", "museum"), ("元/平方米", "yuan / m2"), ("平方米", "m2"), ("per cent", "percent"), ("km", "km"),
        ("people", "person"), ("Rs.", "rupee"), ("Rs", "rupee"), ("£", "pound"), ("乘客", "passenger"),
        ("low floor buses", "bus"),
    ],
)  # fmt: skip
def test_a_unit_word_leads_to_an_expression(word: str, expression: str) -> None:
    """A unit word of either language, a symbol, an abbreviation and a rate are the expression that they mean."""
    assert expression_of(word, VOCABULARY) == expression


@pytest.mark.parametrize(
    "word", ["gizmos", "标台", "dollars", "US$", "third", "", "人/标台", "museums daily", "元/天下", "yuanX"]
)
def test_a_word_that_no_reader_knows_stays(word: str) -> None:
    """What is no unit of the vocabulary is returned as it was printed."""
    assert expression_of(word, DEFINITIONS) == word


@pytest.mark.parametrize(("expression", "known"), [("km", True), ("m2 / person", True), ("m2 / furlong", False)])
def test_an_expression_is_known_if_each_name_in_it_is(expression: str, known: bool) -> None:
    """A unit is known, with a prefix or without, only if all that it is made of is."""
    assert is_known(expression, DEFINITIONS) == known


def test_the_offered_units_are_defined_and_what_they_say() -> None:
    """Each offered definition is one of the grammar, and measures what its name says."""
    require_definitions((*DEFINITIONS, *OFFERED))
    for line in OFFERED:
        assert quantity(1, line.split(" = ")[0], VOCABULARY).magnitude == 1
    assert ratio("tonne", "kilogram", VOCABULARY) == 1000
    assert ratio("m3", "litre", VOCABULARY) == 1000
    assert ratio("kWh", "watt * hour", VOCABULARY) == 1000
    assert ratio("percent", "permille", VOCABULARY) == 10
    assert same_unit("千克", "kilogram", VOCABULARY)


def test_prose_is_read_in_the_units_of_a_vocabulary() -> None:
    """A figure in an offered unit is one for a package that has the unit, and none for one that has not."""
    text = "500万标准箱, 3.5 tonnes of glass and 41.2 million passengers"
    assert [claim.unit for claim in find_claims(text, VOCABULARY)] == [
        "twenty_foot_equivalent_unit", "tonne", "passenger"
    ]  # fmt: skip
    assert [(claim.text, claim.unit) for claim in find_claims(text)] == [("41.2 million", "")]
