"""Codes, names and figures are worded in Chinese and in English."""

from __future__ import annotations

from typing import get_args

import pytest

import beijing_public_services as bps
from beijing_public_services.model import codelists
from beijing_public_services.model.labels import LABELS
from beijing_public_services.model.wording import format_value, label, name

LISTS = {
    "bound": codelists.Bound,
    "measure": codelists.Measure,
    "timing": codelists.Timing,
    "status": codelists.Status,
    "base_kind": codelists.BaseKind,
    "price_basis": codelists.PriceBasis,
    "frequency": codelists.Frequency,
    "verdict": codelists.Agreement,
    "break": codelists.BreakKind,
    "statement": codelists.StatementKind,
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
