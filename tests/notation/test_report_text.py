"""Laws of reading a report's text: which numerals a paragraph has."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beijing_public_services.notation.report_text import numerals, read_source


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("9,240标台", ["9,240"]), ("1,234,567.8元", ["1,234,567.8"]), ("1.9万个", ["1.9"]),
        ("三万五千人", ["三万五千"]),
        ("34,12,650", ["34,12,650"]),
        ("2024,345", ["2024", "345"]), ("12,34", ["12", "34"]), ("3,5%", ["3", "5"]), ("第三,240", ["三", "240"]),
        ("1,2345", ["1", "2345"]),
    ],
)  # fmt: skip
def test_a_numeral_is_one_number(text: str, tokens: list[str]) -> None:
    """Digits in groups of three are one numeral, and no other comma is part of one."""
    assert [found[0] for found in numerals(text)] == tokens


@given(st.lists(st.integers(0, 10**12), max_size=5), st.sampled_from([",", ""]))
def test_every_number_is_one_numeral(numbers: list[int], mark: str) -> None:
    """A paragraph has a numeral for each number in it, with thousands commas or without."""
    written = [f"{number:,}".replace(",", mark) for number in numbers]
    assert [found[0] for found in numerals("人、".join(written))] == written


def test_white_space_parts_numerals_in_english() -> None:
    """Two numerals side by side are two in English; in Chinese white space says nothing."""
    report = "[s1.p1] In 2024 48 libraries opened.\n[s1.p2] 新增 1.9 万个。"
    english, chinese = read_source(report).paragraphs
    assert [each.token for each in english.numerals] == ["2024", "48"]
    assert [english.text[each.start : each.end] for each in english.numerals] == ["2024", "48"]
    assert [each.token for each in chinese.numerals] == ["1.9"]
