"""Laws of matching a figure with an indicator: by its unit and its names, whatever ids the package gives."""

from __future__ import annotations

import pytest
from tests.support.paragraphs import paragraph

from beijing_public_services.authoring.drafting.areas import Areas
from beijing_public_services.authoring.drafting.assign import wanted_of
from beijing_public_services.authoring.drafting.figure import definitions_for
from beijing_public_services.authoring.drafting.figures import draft_figures
from beijing_public_services.authoring.drafting.indicators import vocabulary_of
from beijing_public_services.datapackage.places import gazetteer_of

DEFINITIONS = (
    "second = [time]",
    "quarter_hour = 900 * second = _ = 刻钟",
    "inhabitant = [inhabitant] = _ = 人 = 名",
    "library = [library] = _ = 图书馆",
    "rmb = [rmb] = _ = 元",
    "pct = 0.01 = _ = 百分比 = percent",
)
UNITS = {
    id_: {"id": id_, "expression": expression, "ucum": ucum}
    for id_, expression, ucum in (
        ("soul", "inhabitant", "{soul}"),
        ("reading_room", "library", "{reading_room}"),
        ("money", "rmb", "{CNY}"),
        ("time", "quarter_hour", "qh"),
        ("part", "pct", "%"),
    )
}


def indicator(id_: str, chinese: str, unit: str, measure: str = "level") -> dict[str, str]:
    """Return the row of an indicator."""
    return {"id": id_, "name_zh": chinese, "name_en": "", "keywords": "", "unit": unit, "measure": measure}


def best(text: str, *rows: dict[str, str]) -> list[str]:
    """Return the ids of the indicators that the first figure of a text may be of, the best first."""
    place = paragraph(text)
    figures = draft_figures(place, definitions_for(DEFINITIONS))[0]
    areas = Areas(rows=(), home="", city="", _found={}, gazetteer=gazetteer_of([]))
    wanted = wanted_of(place, figures, vocabulary_of(rows, UNITS, DEFINITIONS), areas)[0]
    return [each.id for each in wanted.candidates]


@pytest.mark.parametrize(("unit", "fits"), [("reading_room", True), ("money", False), ("time", False), ("soul", False)])
def test_a_measure_word_counts_things(unit: str, fits: bool) -> None:
    """A figure with a measure word is of an indicator that counts things, as its unit is defined, whatever its id."""
    assert best("全市共有阅览设施48座。", indicator("a", "阅览设施", unit)) == ["a"] * fits


def test_a_word_for_people_counts_people() -> None:
    """A figure of people is of an indicator whose unit is defined by the word for people."""
    assert best("全市共有志愿者480名。", indicator("a", "志愿者", "soul")) == ["a"]


@pytest.mark.parametrize("name", ["用水量较基期年变化", "用水量较基年变化"])
def test_the_name_of_an_indicator_says_that_its_base_is_fixed(name: str) -> None:
    """A change against a stated year is rather of the indicator whose name says so, one over a year of the other."""
    rows = (
        indicator("a", name, "part", "growth") | {"keywords": "用水量变化"},
        indicator("b", "用水量变化", "part", "growth"),
    )
    assert best("用水量比2019年下降18.2%。", *rows)[0] == "a"
    assert best("用水量比上年下降18.2%。", *rows)[0] == "b"


def test_an_indicator_of_fixed_assets_has_no_fixed_base() -> None:
    """The word fixed in a name of something else says nothing of a base."""
    rows = indicator("fixed_assets_growth", "投资增速", "part", "growth"), indicator("b", "投资", "part", "growth")
    for text in ("投资增速比2019年提高18.2%。", "投资增速比上年提高18.2%。"):
        assert best(text, *rows)[0] == "fixed_assets_growth"
