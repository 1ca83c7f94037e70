"""Laws of the base of a change that states none: it goes on with the change before it, or with what the report says."""

from __future__ import annotations

from pathlib import Path

import pytest

import beijing_public_services as bps
from beijing_public_services.authoring.drafting.carried_bases import convention_of
from beijing_public_services.authoring.drafting.draft import draft_tables
from beijing_public_services.datapackage.reader import read_tables


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("产值9亿元，同比增长2%；税收3亿元，增长4.3%。", ["previous_year", "previous_year"]),
        ("产值9亿元，增长2%；税收3亿元，增长4.3%。", ["unstated", "unstated"]),
        ("产值9亿元，同比增长2%；税收年均增长4.3%。", ["previous_year", "unstated"]),
        ("产值9亿元，比2028年增长2%；税收3亿元，增长4.3%。", ["fixed_year", "unstated"]),
        ("产值9亿元，同比增长2%；比2028年增长9%；税收3亿元，增长4.3%。", ["previous_year", "fixed_year", "unstated"]),
        ("产值比同期增加9亿元。", ["previous_year"]),
        (
            "Costs rose by 2% on the previous year, and fares grew by 4%. Sales rose by 3%.",
            ["previous_year"] * 2 + ["unstated"],
        ),
        ("Costs rose by 2%. Changes are on the previous year.", ["previous_year"]),
        ("产值增长2%。本文增速均为同比增速。", ["previous_year"]),
    ],
)
def test_a_base_is_carried_on(text: str, expected: list[str], tmp_path: Path) -> None:
    """A change without a base has that of the change before it, over the year before, or that of the convention."""
    tables = read_tables(bps.new_package(tmp_path / "city"))
    drafted = draft_tables(tables, [], f"# 2031年 report\n\n[s0.p1] {text}\n")
    changes = [row for row in drafted.rows if row["measure"] in ("growth", "difference")]
    assert [row["base_kind"] for row in changes] == expected
    assert all((row["base_kind"] == "previous_year") == (row["base_period"] == "2030") for row in changes)


def test_a_comparison_is_no_convention() -> None:
    """What a text says of one change is no convention for all."""
    assert convention_of("增速均比上年有所加快。贷款增速高于平均增速。The change from last year is 4%.") == ""
