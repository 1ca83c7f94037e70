"""Laws of asking: by id, by domain, by words in Chinese or English, and what is said to a question misspelt."""

from __future__ import annotations

import re
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

import beijing_public_services as bps
from beijing_public_services.api import questions as api

DOMAINS = (
    "science_technology",
    "basic_education",
    "culture_tourism",
    "employment_social_security",
    "infrastructure",
    "public_safety",
    "environment",
)
PM = "environment.pm2_5_annual_mean"
every_indicator = st.sampled_from(bps.indicators())


def full_width(text: str) -> str:
    """The text in the wide forms that Chinese input methods write."""
    return "".join(
        chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else "\u3000" if sign == " " else sign for sign in text
    )


def found(text: str) -> list[str]:
    """The ids that a search finds, the best first."""
    return [each.id for each in bps.search(text)]


def section(locator: str) -> list[int]:
    """A locator as the numbers it is made of, so that they sort as the report runs."""
    return [int(number) for number in locator.removeprefix("s").replace(".p", ".").split(".")]


@given(every_indicator)
def test_an_id_gets_its_indicator(indicator: bps.Indicator) -> None:
    """What is asked for by its id is what comes back, the same value each time."""
    assert bps.bundled().indicator(indicator.id) is indicator
    assert api.get_indicator(indicator.id) is indicator


def test_a_former_id_warns_each_time() -> None:
    """The id that an indicator had in an earlier release gives the indicator, at each call with the warning."""
    former = [each for each in bps.bundled().aliases if (each.kind, each.fate) == ("indicator", "renamed")]
    assert former
    get_indicator: Any = bps.get_indicator
    for alias in (*former, *former):
        with pytest.warns(FutureWarning, match=re.escape(f"{alias.id!r} is called {alias.successor!r}")):
            assert get_indicator(alias.id) is get_indicator(alias.successor)


@pytest.mark.parametrize(
    ("misspelt", "meant"),
    [
        ("environment.pm25_annual_mean", PM),
        ("environment.pm2_5_anual_mean", PM),
        ("pm2_5_annual_mean", PM),
        ("infrastructure.urban_rail_lenght", "infrastructure.urban_rail_length"),
        ("environment.forrest_coverage_rate", "environment.forest_coverage_rate"),
    ],
)
def test_a_misspelt_id_is_met_with_the_nearest(misspelt: str, meant: str) -> None:
    """An unknown id is refused as a `KeyError` that says what was asked and what was probably meant, that first."""
    with pytest.raises(bps.UnknownIndicatorError) as caught:
        bps.get_indicator(misspelt)  # type: ignore[call-overload]
    assert isinstance(caught.value, KeyError)
    assert caught.value.suggestions[0] == meant
    assert repr(misspelt) in str(caught.value)
    assert repr(meant) in str(caught.value)


@pytest.mark.parametrize("id", ["", "42", "北京", None, 3, [], {}])
def test_an_id_like_no_other_is_met_without_suggestions(id: object) -> None:
    """Where nothing is near, or what was asked is no text, the error is the same and suggests nothing."""
    with pytest.raises(bps.UnknownIndicatorError) as caught:
        bps.get_indicator(id)  # type: ignore[call-overload]
    assert caught.value.suggestions == ()
    assert repr(id) in str(caught.value)


def test_the_domains_stand_in_the_reports_order() -> None:
    """There are seven domains, in the order the report treats them."""
    assert tuple(domain.id for domain in bps.domains()) == DOMAINS
    assert [domain.name_zh for domain in bps.domains()][:2] == ["科学技术", "基础教育"]
    assert [section(f"s{domain.section}") for domain in bps.domains()] == [[2, 1], [2, 2], [2, 3], [3], [4], [5], [6]]


def test_the_domain_ids_are_those_of_the_type() -> None:
    """A type checker knows exactly the domains there are, in their order."""
    assert get_args(bps.DomainId) == DOMAINS


def test_the_indicator_ids_are_those_of_the_type() -> None:
    """A type checker knows exactly the indicators there are, in their order."""
    assert get_args(bps.IndicatorId) == tuple(each.id for each in bps.indicators())


def test_the_indicators_are_those_of_the_domains() -> None:
    """All indicators are those of the first domain, then those of the second, to the last."""
    assert bps.indicators() == tuple(each for domain in get_args(bps.DomainId) for each in bps.by_domain(domain))


@pytest.mark.parametrize("domain", DOMAINS)
def test_a_domain_holds_its_own_in_the_reports_order(domain: bps.DomainId) -> None:
    """The indicators of a domain are its own, each where the report first treats it, and none is without a figure."""
    held = bps.by_domain(domain)
    assert {each.domain for each in held} == {domain}
    locators = [each.observations[0].locator for each in held]
    printed = [locator for locator in locators if locator]  # what other publications alone print comes last
    places = [section(locator) for locator in printed]
    assert locators[: len(printed)] == printed
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("domain", "first", "last"),
    [
        ("science_technology", "国际科技创新中心指数排名", "中关村示范区规模以上重点企业技术收入增速"),
        ("basic_education", "新增普惠性托位数", "入选教育部中小学人工智能教育基地的中小学数"),
        ("employment_social_security", "城镇调查失业率", "确认职业伤害人数"),
        ("infrastructure", "固定资产投资", "新增5G基站数"),
    ],
)
def test_a_domain_begins_and_ends_as_its_section(domain: bps.DomainId, first: str, last: str) -> None:
    """The first indicator of a domain is the first that its section prints, the last the last."""
    held = bps.by_domain(domain)
    assert (held[0].name_zh, held[-1].name_zh) == (first, last)


def test_a_misspelt_domain_is_met_with_the_nearest() -> None:
    """An unknown domain is refused as a `KeyError` that says what was probably meant."""
    with pytest.raises(bps.UnknownDomainError) as caught:
        bps.by_domain("enviroment")  # type: ignore[arg-type]
    assert isinstance(caught.value, KeyError)
    assert caught.value.suggestions == ("environment",)
    assert "'enviroment'" in str(caught.value)
    assert "did you mean 'environment'?" in str(caught.value)


@pytest.mark.parametrize("domain", ["", "pm2_5_annual_mean", PM, None, []])
def test_what_is_no_domain_is_refused(domain: object) -> None:
    """The id of an indicator, nothing, or what is no text is no domain, and not an empty one."""
    with pytest.raises(bps.UnknownDomainError):
        bps.by_domain(domain)  # type: ignore[arg-type]


@given(every_indicator)
def test_an_indicators_id_is_one(indicator: bps.Indicator) -> None:
    """The id of each indicator is one, but not its name, its last part or its id in capitals."""
    assert bps.is_indicator_id(indicator.id)
    others = indicator.name_zh, indicator.id.split(".")[1], indicator.id.upper()
    assert not any(map(bps.is_indicator_id, others))


@pytest.mark.parametrize("text", ["", "environment", "environment.", f" {PM}", full_width(PM)])
def test_what_is_near_an_id_is_none(text: str) -> None:
    """An id is one text, to the letter."""
    assert not bps.is_indicator_id(text)


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("细颗粒物", PM),
        ("PM2.5", PM),
        ("pm2_5", PM),
        ("highly_cited_scientists_rank", "science_technology.highly_cited_scientists_rank"),
        ("fine particulate matter", PM),
        ("失业率", "employment_social_security.urban_surveyed_unemployment_rate"),
        ("unemployment rate", "employment_social_security.urban_surveyed_unemployment_rate"),
        ("subway mileage", "infrastructure.urban_rail_length"),
        ("轨道交通 里程", "infrastructure.urban_rail_length"),
        ("forest", "environment.forest_coverage_rate"),
        ("技术合同成交额", "science_technology.technology_contract_value"),
        ("网络举报", "public_safety.online_reports_received"),
    ],
)
def test_the_word_people_use_finds_the_indicator(text: str, id: str) -> None:
    """A Chinese word, an English one, an abbreviation or a part of the id: what people call it comes first."""
    assert found(text)[0] == id


@given(every_indicator, st.sampled_from(["id", "name_zh", "name_en"]), st.sampled_from([str, str.upper, str.lower]))
def test_each_name_finds_its_own_first(indicator: bps.Indicator, of: str, case: type[str]) -> None:
    """An indicator's id or full name, in any case, finds that indicator before all others."""
    assert found(case(getattr(indicator, of)))[0] == indicator.id


@given(every_indicator, st.sampled_from(["id", "name_zh", "name_en"]))
def test_width_and_case_do_not_matter(indicator: bps.Indicator, of: str) -> None:
    """What is written in full width or in capitals finds the same, in the same order."""
    name = getattr(indicator, of)
    assert found(full_width(name)) == found(name.upper()) == found(name)


@pytest.mark.parametrize(
    ("text", "same"),
    [("PM₂.₅", "pm2.5"), ("ﬁne particles", "fine particles"), ("５Ｇ", "5g"), ("細顆粒物", "细颗粒物")],
)
def test_compatible_forms_are_the_same(text: str, same: str) -> None:
    """Subscripts, ligatures and wide digits are other ways to write the same."""
    assert found(text) == found(same) != []


@given(every_indicator, st.data())
def test_the_order_of_words_decides_nothing_but_the_rank(indicator: bps.Indicator, data: st.DataObject) -> None:
    """Words in another order find the same indicators."""
    shuffled = data.draw(st.permutations(indicator.name_en.split()))
    assert sorted(found(" ".join(shuffled))) == sorted(found(indicator.name_en))


def test_every_word_is_wanted() -> None:
    """A second word narrows a search: what holds only one of the two is not found."""
    assert found("museums quasi") == ["culture_tourism.new_quasi_museums"]
    assert len(found("museums")) > 1
    assert found("museums zzz") == []


@pytest.mark.parametrize("text", ["", " ", "\u3000\t\n", "zzzz", "量子纠缠"])
def test_nothing_finds_nothing(text: str) -> None:
    """An empty text, or one that nothing holds, finds no indicator."""
    assert bps.search(text) == ()


def made(**changes: object) -> bps.Indicator:
    """An indicator that no search for trams finds, but for these changes."""
    plain = {"name_zh": "甲", "name_en": "x", "keywords": (), "definition": "y"}
    id = f"infrastructure.{'_'.join(changes)}_{len(repr(changes))}"
    return bps.indicators()[0].__replace__(**{"id": id, **plain, **changes})


def ranked(monkeypatch: pytest.MonkeyPatch, text: str, *best_first: bps.Indicator) -> list[bps.Indicator]:
    """What a search finds where these indicators stand in the order opposite to the one expected."""
    package = bps.bundled().__replace__(indicators=best_first[::-1])
    monkeypatch.setattr(api, "bundled", lambda: package)
    return list(bps.search(text))


def test_names_rank_before_keywords_before_definitions(monkeypatch: pytest.MonkeyPatch) -> None:
    """First the name that equals the text, then one that begins with it, one that holds it, keywords, definitions."""
    expected = [
        made(name_en="Tram length"),
        made(name_en="Tram length added"),
        made(name_en="Added tram length"),
        made(keywords=("added tram length",)),
        made(definition="The tram length of the year."),
    ]
    assert ranked(monkeypatch, "tram length", *expected) == expected


def test_a_keyword_that_is_the_whole_text_ranks_before_a_part_of_a_name(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of what people call by one word and what only has that word in its name, the first is meant."""
    expected = [made(keywords=("电车",)), made(name_zh="新增电车长度")]
    assert ranked(monkeypatch, "电车", *expected) == expected


def test_latin_letters_within_a_word_match_nothing() -> None:
    """`EV` and `AI` find whole words: not the `ev` of level, nor the `ai` of air."""
    package = bps.bundled().replace(indicators=(made(name_en="Level of air"), made(name_en="AI models")))
    assert [each.name_en for each in package.search("ai")] == ["AI models"]
    assert package.search("EV") == ()


def test_the_name_of_an_area_keeps_what_has_figures_for_it() -> None:
    """A search for Tianjin finds the indicators with a figure for Tianjin, and with another word those of them."""
    of_tianjin = {each.id for each in bps.indicators() if any(one.area == "CN-TJ" for one in each.observations)}
    for name in ("天津", "Tianjin"):
        assert of_tianjin <= {each.id for each in bps.search(name)}
    assert bps.search("天津PM2.5")[0].id == PM == bps.search("北京PM2.5")[0].id


@pytest.mark.parametrize(
    ("text", "meant"), [("unemploymnt", "unemployment"), ("forrest", "forest"), ("失业律", "失业率")]
)
def test_a_misspelt_word_is_taken_for_the_nearest(text: str, meant: str) -> None:
    """A word that nothing holds finds what the nearest word in use finds, and the result says which that is."""
    assert meant in bps.search(text).suggestions
    assert {*bps.search(text)} <= {*bps.search(meant)}
    assert bps.search(text)


def test_what_the_report_lacks_is_said() -> None:
    """A search for what the report prints no figure of says so, in either language; another search says nothing."""
    assert "no figure" in bps.search("GDP").note
    assert bps.search("国内生产总值").note == bps.search("gdp").note
    assert bps.search("forest").note == ""


def test_a_name_ranks_before_a_keyword_of_the_same_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is called by the text comes before what is only known by it too, wherever the two stand in the report."""
    expected = [made(name_zh="电车长度"), made(keywords=("电车长度",))]
    assert ranked(monkeypatch, "电车长度", *expected) == expected


def test_ties_stand_in_the_reports_order(monkeypatch: pytest.MonkeyPatch) -> None:
    """Indicators that fit equally well keep the order they have in the report."""
    package = [made(definition="b tram"), made(definition="a tram, older"), made(definition="tram")]
    assert ranked(monkeypatch, "tram", *package) == package[::-1]


def test_a_year_keeps_the_indicators_with_figures_for_it() -> None:
    """A year that figures are of does not empty a search; one that no figure is of, or a year alone, is a word."""
    assert bps.search("metro length 2024")[0].id == "infrastructure.urban_rail_length"
    for each in bps.search("PM2.5 2013"):
        assert any("2013" in figure.period for figure in each.observations)
    assert bps.search("2024年细颗粒物")[0].id == "environment.pm2_5_annual_mean"
    assert bps.search("metro 1066") == ()


def test_short_words_suggest_nothing() -> None:
    """A question's words are passed over, and no word is suggested for one of fewer than four letters."""
    assert "show" not in bps.search("how long is the metro").suggestions
    assert bps.search("hwo").suggestions == ()


def test_figures_to_choose_from_are_sorted() -> None:
    """The error for an area without a figure lists what there is by area and then by period."""
    with pytest.raises(bps.UnknownObservationError) as caught:
        bps.get_indicator("environment.pm2_5_annual_mean").observation(area="CN")
    listed = [each.partition(" (")[0] for each in str(caught.value).partition("it has: ")[2].split("; ")]
    assert len(listed) > 3
    assert listed == sorted(listed)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("地铁有多长？", "地铁 长"),
        ("请问北京有多少家书店", "书店"),
        ("What was the unemployment rate in Beijing?", "unemployment rate Beijing"),
        ("how many parks are there", "parks"),
        ("北京地鉄多长", "北京地铁 长"),
    ],
)
def test_a_question_finds_what_its_words_find(question: str, words: str) -> None:
    """The words that make a sentence a question are left out if it finds nothing with them."""
    found = bps.search(question)
    assert found
    assert found[0] == bps.search(words)[0]


@pytest.mark.parametrize("question", ["How many giraffes are there?", "有多少？"])
def test_a_question_about_nothing_held_finds_nothing(question: str) -> None:
    """No word of content is left out."""
    assert bps.search(question) == ()


def test_an_id_of_plain_words_is_searched_for() -> None:
    """An unknown id that looks like no other suggests what a search for its words finds."""
    with pytest.raises(bps.UnknownIndicatorError, match=r"did you mean 'environment\.pm2_5_annual_mean'") as caught:
        bps.bundled().indicator("pm25")
    assert caught.value.suggestions[0] == "environment.pm2_5_annual_mean"
    with pytest.raises(bps.UnknownIndicatorError) as caught:
        bps.bundled().indicator("nothing_of_the_kind")
    assert caught.value.suggestions == ()


def test_what_is_no_text_and_no_package_is_a_type_error() -> None:
    """The error names the function and what it was given."""
    nothing: Any = None
    with pytest.raises(TypeError, match=r"search\(\) needs words \(str\), found NoneType"):
        bps.search(nothing)
    with pytest.raises(TypeError, match=r"export\(\) needs a data package, .* found NoneType"):
        bps.export(nothing, "figures.csv")
