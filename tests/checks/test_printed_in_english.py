"""The rules of printed figures hold for figures that another package prints in English."""

from __future__ import annotations

import pytest
from tests.support.editing import tables_copy
from tests.support.meaning_faults import PM, put

from beijing_public_services.checks.rule import Finding
from beijing_public_services.checks.runner import rules

RULES = (
    "values_match_the_printed_text", "printed_figures_hold_no_white_space", "printed_units_match_the_indicator",
    "values_hold_no_more_digits_than_are_printed",
)  # fmt: skip


def found(printed: str, value: str, bound: str = "exact", row: str = f"{PM}:CN-BJ:2024") -> list[str]:
    """Return the columns in which the rules find a fault of a figure that is printed so."""
    tables = tables_copy()
    number = put(tables, ("observations", {"id": row}, {"printed": printed, "value": value, "bound": bound}, "printed"))
    findings = [each for rule in rules() if rule.name in RULES for each in rule.test(tables)]
    return [str(each.column) for each in findings if isinstance(each, Finding) and each.row == number]


@pytest.mark.parametrize(
    ("printed", "value", "bound"),
    [
        ("30.5 µg/m3", "30.5", "exact"), ("30.5 micrograms per cubic metre", "30.5", "exact"),
        ("over 30.5 µg/m³", "30.5", "gt"), ("thirty point five micrograms per cubic metre", "30.5", "exact"),
        ("30.5微克每立方米", "30.5", "exact"),
    ],
)  # fmt: skip
def test_a_figure_in_english_is_right(printed: str, value: str, bound: str) -> None:
    """Value, bound and unit are read from English words as from Chinese ones."""
    assert found(printed, value, bound) == []


@pytest.mark.parametrize(
    ("printed", "value", "column"),
    [
        ("30.5 mg/m3", "30.5", "printed"), ("30.5 µg/m3", "30.6", "value"), ("30.5  µg/m3", "30.5", "printed"),
        ("30-31 µg/m3", "30", "bound"),
        ("about 30-31 µg/m3", "30", "printed"),
        ("30.5 µg/m3 in 2024", "30.5", "printed"), ("30.5 people", "30.5", "printed"),
    ],
)  # fmt: skip
def test_a_wrong_figure_in_english_is_found(printed: str, value: str, column: str) -> None:
    """Another unit or value, doubled spaces, a range and words that are no part of a figure are found."""
    assert column in found(printed, value)


def test_a_number_alone_counts_what_the_definition_names_first() -> None:
    """A number without a unit word is right for a counted noun that the definition names first, and for no measure."""
    assert found("1100", "1100", row="infrastructure.parks:CN-BJ:2024-12-31") == []
    assert found("30.5", "30.5") == ["printed"]
