"""Codes, names and figures are worded in Chinese and in English."""

from __future__ import annotations

from decimal import Decimal
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

import beijing_public_services as bps
from beijing_public_services.model import codelists
from beijing_public_services.model.labels import LABELS
from beijing_public_services.model.wording import around_unit, format_period, format_value, label, name

LISTS = {
    "bound": codelists.Bound,
    "measure": codelists.Measure,
    "timing": codelists.Timing,
    "status": codelists.Status,
    "base_kind": codelists.BaseKind,
    "price_basis": codelists.PriceBasis,
    "frequency": codelists.Frequency,
    "verdict": codelists.Agreement,
    "revision": codelists.Revision,
    "verdict_status": bps.VerdictStatus,
    "diagnosis": bps.Diagnosis,
    "anomaly": codelists.AnomalyKind,
    "identity": codelists.IdentityKind,
    "change": codelists.ChangeKind,
    "step": codelists.Step,
    "break": codelists.BreakKind,
    "statement": codelists.StatementKind,
    "subkind": codelists.Subkind,
    "statement_status": codelists.StatementStatus,
    "grade": codelists.Grade,
    "source_kind": codelists.SourceKind,
}


def test_each_list_of_labels_belongs_to_a_list_of_codes() -> None:
    """Labels are given for known lists only."""
    assert set(LABELS) == set(LISTS)


@pytest.mark.parametrize("codes", LISTS)
def test_every_code_has_a_label_in_both_languages(codes: str) -> None:
    """Each code of a list has two words, and no two codes share one."""
    labels = LABELS[codes]
    assert set(labels) == {each for each in get_args(LISTS[codes]) if each}
    for place in (0, 1):
        words = [texts[place] for texts in labels.values()]
        assert all(words)
        assert len(set(words)) == len(words)


def test_a_code_without_a_label_stands_for_itself() -> None:
    """A package of one's own may use a code that has no label."""
    assert label("measure", "density", "zh") == "density"
    assert label("measure", "", "zh") == ""


def test_a_missing_name_is_replaced_by_the_one_in_the_other_language() -> None:
    """A thing named in one language only is shown by that name."""
    area = bps.Area(id="x", name_zh="某地", name_en="", parent="", iso_3166_2="", gbt_2260="")
    assert name(area, "en") == "某地"
    assert name(area.replace(name_en="Some place"), "en") == "Some place"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_figure_is_shown_with_its_digits(language: codelists.Language) -> None:
    """The value of each figure stands in what a person reads, whatever its bound."""
    package = bps.bundled()
    for indicator in package.indicators:
        unit = package.unit(indicator.unit)
        for each in indicator.observations:
            assert f"{each.decimal:,}" in format_value(each, unit, language)


def test_every_period_is_worded() -> None:
    """Each period of a figure is read in both languages, no two alike, and keeps the digits of its year."""
    periods = {each.period for each in bps.bundled().observations}
    for language in ("en", "zh"):
        words = {text: format_period(text, language) for text in periods}
        assert len(set(words.values())) == len(periods)
        assert all(text[-4:] in words[text] for text in periods if len(text) == 4)


def test_a_period_of_another_form_is_shown_as_it_is() -> None:
    """What is no period in SDMX form is not worded."""
    assert format_period("FY2024", "zh") == "FY2024"


@pytest.mark.parametrize(
    ("noun", "nouns"),
    [
        ("city", "cities"),
        ("batch", "batches"),
        ("person", "people"),
        ("highway", "highways"),
        ("bus route", "bus routes"),
    ],
)
def test_a_counted_noun_stands_in_the_plural(noun: str, nouns: str) -> None:
    """An English noun follows a number other than one in the plural; a symbol never changes."""
    unit = bps.Unit(id="it", expression="it", ucum="{it}", symbol="it", name_zh="个", name_en=noun)
    assert around_unit(unit, "en", many=True) == ("", f" {nouns}")
    assert around_unit(unit, "en") == ("", f" {noun}")
    assert around_unit(unit.replace(symbol="km"), "en", many=True) == ("", " km")


def test_a_rank_is_told_from_the_places_moved() -> None:
    """The third rank and a rise by three places are worded apart."""
    rank = bps.bundled().unit("rank")
    assert around_unit(rank, "en") == ("rank ", "")
    assert around_unit(rank, "en", change=True, many=True) == ("", " places")
    assert around_unit(rank, "zh") == ("第", "位")


def test_calendar_years_are_years() -> None:
    """A count of calendar years is worded as one of years."""
    unit = bps.bundled().unit("calendar_year")
    assert around_unit(unit, "en", many=True) == ("", " years")
    assert around_unit(unit, "zh") == ("", "年")


@pytest.mark.parametrize(
    ("unit", "written"),
    [
        ("person", "人"),
        ("person_time", "人次"),
        ("contract", " 合同"),
        ("km", "公里"),
        ("percentage_point", "个百分点"),
    ],
)
def test_a_chinese_noun_closes_up_only_if_numbers_take_it(unit: str, written: str) -> None:
    """Numbers take 人, 公里 and words of counting; any other noun stands after a space."""
    assert around_unit(bps.bundled().unit(unit), "zh") == ("", written)


@pytest.mark.parametrize("unit", ["rank", "index", "percentage_point"])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_id_of_a_unit_does_not_matter(unit: str, language: codelists.Language) -> None:
    """A package may give a rank, an index or a percentage point another id; it is worded the same."""
    known = bps.bundled().unit(unit)
    other = known.replace(id="other", symbol="other", ucum="{other}")
    for change in (False, True):
        wanted = around_unit(known, language, change=change, many=True)
        assert around_unit(other, language, change=change, many=True) == wanted


@given(st.integers(0, 10**9), st.integers(1, 10**9), st.sampled_from(["km", "percent", "ug/m3", "yuan"]))
def test_a_range_that_is_worded_is_read_back(low: int, step: int, unit: str) -> None:
    """A range is worded with both its ends, which reading the words gives again, in either language."""
    figure = bps.bundled().observations[0].replace(value=low, upper=low + step, bound="between")
    for language in ("en", "zh"):
        read = bps.read_printed(format_value(figure, bps.bundled().unit(unit), language))
        assert (read.value, read.highest, read.bound) == (Decimal(low), Decimal(low + step), "between")


@pytest.mark.parametrize(
    ("value", "upper", "english", "chinese"),
    [
        (300, 400, "300–400%", "300～400%"), (-6, -5.5, "-6 to -5.5%", "-6～-5.5%"), (-1, 1, "-1 to 1%", "-1～1%"),
        (1000, 20000, "1,000–20,000%", "1,000～20,000%"),
    ],
)  # fmt: skip
def test_the_sign_of_an_end_is_no_dash(value: float, upper: float, english: str, chinese: str) -> None:
    """A dash never stands before a minus."""
    figure = bps.bundled().observations[0].replace(value=value, upper=upper, bound="between")
    assert format_value(figure, bps.bundled().unit("percent")) == english
    assert format_value(figure, bps.bundled().unit("percent"), "zh") == chinese


@pytest.mark.parametrize(
    ("noun", "printed", "expected"),
    [
        ("企业", "104家", "104家企业"),
        ("车站", "104余座", "104座车站"),
        ("机构", "1万个", "104个机构"),
        ("企业", "104 firms", "104 企业"),
        ("资产类", "104类", "104 资产类"),
    ],
)
def test_a_noun_takes_the_measure_word_that_is_printed(noun: str, printed: str, expected: str) -> None:
    """A counted noun follows its measure word in Chinese; without one it stands apart."""
    counted = bps.Unit(id="firm", expression="firm", ucum="{firm}", symbol="firm", name_zh=noun, name_en="firm")
    figure = bps.get_indicator("environment.pm2_5_annual_mean").observation().__replace__(value=104, printed=printed)
    assert format_value(figure, counted, "zh") == expected


@pytest.mark.parametrize(
    ("name_en", "expected"),
    [
        ("person per thousand persons", " people per thousand persons"),
        ("bed per day", " beds per day"),
        ("city", " cities"),
    ],
)
def test_only_what_is_counted_stands_in_the_plural(name_en: str, expected: str) -> None:
    """What a rate is divided by keeps its number."""
    rate = bps.Unit(id="a/b", expression="a/b", ucum="{a}/{b}", symbol="a/b", name_zh="甲", name_en=name_en)
    assert around_unit(rate, "en", many=True)[1] == expected


@pytest.mark.parametrize(
    ("counted", "symbol", "name_zh", "written"),
    [
        ("person_time", "person_time/d", "人次/天", (" person times per day", "人次/天")),
        ("person", "person/km²", "人/平方公里", (" people per day", "人/平方公里")),
        ("tonne", "t/d", "吨/天", (" t/d", "吨/天")),
    ],
)
def test_a_rate_of_a_counted_noun_is_worded(counted: str, symbol: str, name_zh: str, written: tuple[str, str]) -> None:
    """A noun without a symbol stands with its names where it is divided by a unit with a symbol."""
    name_en = f"{counted.replace('_', ' ')} per day"
    ucum = f"{'t' if counted == 'tonne' else f'{{{counted}}}'}/d"
    id_ = f"{counted}/day"
    rate = bps.Unit(id=id_, expression=id_, ucum=ucum, symbol=symbol, name_zh=name_zh, name_en=name_en)
    assert (around_unit(rate, "en", many=True)[1], around_unit(rate, "zh")[1]) == written


def test_a_figure_in_permille_has_its_sign() -> None:
    """‰ closes up to the number, as % does, whatever the symbol of the unit's row."""
    rate = bps.Unit(
        id="permille", expression="permille", ucum="{permille}", symbol="permille", name_zh="千分比", name_en="permille"
    )
    assert [around_unit(rate, language)[1] for language in ("en", "zh")] == ["‰", "‰"]


def test_a_range_from_one_counts_several() -> None:
    """The noun behind a range is in the plural, whatever its lower end."""
    figure = bps.bundled().observations[0].replace(value=1, upper=2, bound="between", base_kind="")
    assert format_value(figure, bps.bundled().unit("museum")) == "1–2 museums"
