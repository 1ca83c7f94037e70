"""The names that an indicator goes by in prose: its own in their usual spellings, and none that other things share."""

from __future__ import annotations

from typing import Any

import pytest

import beijing_public_services as bps
from beijing_public_services.verification.names import Names, categories_of, find_names, names_of, unhyphenated


def names_for(*cells: dict[str, Any]) -> Names:
    """The names of a package of indicators with these cells, which have no other names."""
    package = bps.bundled()
    parks = package.indicator("infrastructure.parks").__replace__(name_zh="", name_en="", keywords=())
    made = tuple(parks.__replace__(**{"id": f"d.{place}", **each}) for place, each in enumerate(cells))
    return names_of(package.__replace__(indicators=made))


@pytest.mark.parametrize(
    ("cells", "names"),
    [
        ({"name_en": "Public libraries"}, {"public libraries", "public library"}),
        ({"name_en": "Glass"}, {"glass"}),
        ({"name_en": "Bus"}, {"bus"}),
        ({"name_en": "Big cars"}, {"big cars"}),
        ({"name_en": "Big trains"}, {"big trains", "big train"}),
        ({"name_en": "Big bus"}, {"big bus"}),
        ({"name_en": "Campus visit"}, {"campus visit", "campus visits", "campu visit"}),
        ({"name_en": "Trains run"}, {"trains run", "train run"}),
        ({"name_en": "Trees to run"}, {"trees to run", "tree to run"}),
        ({"name_en": "Cars run"}, {"cars run"}),
        ({"name_en": "Trains by trains"}, {"trains by trains", "trains by train", "train by trains"}),
        ({"name_en": "Big cactus"}, {"big cactus"}),
        ({"name_en": "PM2.5 fog"}, {"pm2.5 fog", "pm 2.5 fog", "pm25 fog"}),
        ({"name_en": "Coverage rate man"}, {"coverage rate man", "coverage man", "cover man"}),
        ({"name_en": "Full-line flow"}, {"full line flow", "full line flows"}),
        ({"name_en": "“Big” trains"}, {"big trains", "big train"}),
        ({"name_en": "ev"}, set()),
        ({"name_en": "co2"}, {"co2", "co 2"}),
        ({"name_en": "Smog"}, set()),
        (
            {"name_en": "Labour centre"},
            {f"{one} {two}" for one in ("labour", "labor") for two in ("centre", "centres", "center", "centers")},
        ),
        ({"name_en": "Subway"}, set()),
        ({"name_en": "Big glass"}, {"big glass"}),
        ({"name_en": "Subway map"}, {"subway map", "metro map"}),
        (
            {"name_en": "Coal revenue"},
            {"coal revenue", "coal revenues", *(f"revenue of {each}" for each in ("coal", "the coal", "coals"))}
            | {"revenue of the coals", "coal's revenue", "coal's revenues", "coal' revenue"},
        ),
        ({"name_en": "Index rank", "measure": "rank"}, {"index rank", "index ranks", "index"}),
        ({"name_en": "Index rank", "measure": "level"}, {"index rank", "index ranks"}),
        ({"name_en": "Index rank", "measure": "rank", "parent": "d.x"}, {"index rank", "index ranks"}),
        ({"name_en": "Coal growth", "measure": "growth"}, {"coal growth", "coal growths", "coal"}),
        ({"name_en": "Coal growth", "measure": "growth", "id": "d.fixed_base"}, {"coal growth", "coal growths"}),
        ({"name_zh": "细颗粒物（PM2.5）浓度"}, {
            "细颗粒物(pm2.5)浓度", "细颗粒物浓度", "pm2.5浓度", "pm 2.5浓度", "pm25浓度"
        }),
        ({"name_zh": "破获案件总数量"}, {"破获案件总数量", "破获案件总"}),
        ({"name_zh": "抽检件数"}, {"抽检件数"}),
        ({"name_zh": "案件破获数"}, {"案件破获数", "案件"}),
        ({"name_zh": "森林覆盖率同比增速", "measure": "growth"}, {"森林覆盖率同比增速", "森林覆盖率"}),
        ({"name_zh": "环保罚没金额"}, {"环保罚没金额", "环保罚没"}),
        ({"name_zh": "环保罚金额"}, {"环保罚金额"}),
        ({"name_zh": "地铁", "name_en": "Oak"}, {"oak"}),
        ({"keywords": ("大树", "Oak")}, {"大树", "oak"}),
    ],
)  # fmt: skip
def test_an_indicator_goes_by_its_names_in_their_usual_spellings(cells: dict[str, Any], names: set[str]) -> None:
    """A name has its plural and singular, other spellings and its head before it; a generic name is none."""
    assert {*names_for(cells).ids} == names


def test_a_stock_goes_by_what_it_counts() -> None:
    """`Number of parks` is found as parks, a bare name, unless that is the name of other indicators."""
    names = names_for({"name_en": "Number of big trees"})
    assert {*names.ids} == {"number of big trees", "number of big tree", "big trees"}
    assert names.ids["big trees"] == ("d.0",)
    assert names.bare == {"big trees"}
    several = names_for({"name_en": "Number of big trees"}, {"name_en": "Big trees"}, {"keywords": ("Big tree",)})
    assert several.ids["big trees"] == several.ids["big tree"] == ("d.1", "d.2")
    assert names_for({"name_en": "Big trees"}).bare == frozenset()


def test_the_longest_name_is_found_and_whole_words_only() -> None:
    """Names are found in order, the longest at each place; a Chinese one within words, a Latin one between them."""
    names = names_for({"name_en": "Big oaks"}, {"name_en": "Big oaks seen"}, {"name_zh": "大树"}, {"name_zh": "大树林"})
    text = "big oaks seen, abig oaks, big oaksx, big oak4, 大树林和大树x, big oaks"
    found = find_names(text, names)
    assert [(each.text, each.ids) for each in found] == [
        ("big oaks seen", ("d.1",)), ("大树林", ("d.3",)), ("大树", ("d.2",)), ("big oaks", ("d.0",)),
    ]  # fmt: skip
    assert all(text[each.start : each.end] == each.text for each in found)
    assert find_names(text, names_for()) == []


def test_a_category_goes_by_its_names() -> None:
    """A category is found by its names in both languages, with spaces for hyphens, each in its usual spellings."""
    package = bps.bundled()
    category = package.categories[0].__replace__(id="c", name_en="Old-age homes", name_zh="老人之家")
    names = categories_of(package.__replace__(categories=(category,)))
    assert names.ids == dict.fromkeys(("old age homes", "old age home", "老人之家"), ("c",))


@pytest.mark.parametrize(
    ("folded", "plain"),
    [("full-line", "full line"), ("co2-free", "co2 free"), ("2-3", "2-3"), ("a -b", "a -b"), ("a-1", "a-1")],
)
def test_a_hyphen_between_letters_is_a_space(folded: str, plain: str) -> None:
    """A hyphen before a digit or beside a space stays."""
    assert unhyphenated(folded) == plain
