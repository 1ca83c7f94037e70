"""What people and CI services see: data never steers a terminal, ends a line, or commands a service."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beijing_public_services._printable import printable, printable_json, printable_lines

anything = st.text(
    st.characters() | st.sampled_from("\x1b\x00\x7f\x85\x9b\u2028\u2029\u202e\ud800:#[\r\n"), max_size=30
)


@given(anything)
def test_what_is_printed_is_one_line_of_shown_characters(text: str) -> None:
    """A text is shown on one line, without control characters, and begins no command of a CI service."""
    shown = printable(text)
    assert len(shown.splitlines()) <= 1
    assert all(each.isprintable() or each in "\u00a0\u3000" for each in shown)
    assert not shown.lstrip().startswith("::")
    assert re.search(r"##\w*\[", shown) is None
    shown.encode()


@pytest.mark.parametrize("text", ["固定资产投资", "30.5 µg/m³", "a: b :: c", "# title", "\u3000全角\u00a0"])
def test_harmless_text_is_shown_as_it_is(text: str) -> None:
    """Text in any language stays as it is."""
    assert printable(text) == text


@given(anything)
def test_lines_stay_lines(text: str) -> None:
    """A text of several lines keeps them, each safe to be printed."""
    assert printable_lines(text) == "\n".join(printable(line) for line in text.split("\n"))


@given(st.recursive(anything, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(anything, inner, max_size=3)))
def test_json_keeps_its_meaning(data: object) -> None:
    """JSON that is printed reads as the same data and holds no character that a terminal acts on."""
    shown = printable_json(json.dumps(data, ensure_ascii=False))
    assert json.loads(shown) == data
    assert re.search("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]", shown) is None
    assert re.search(r"##\w*\[", shown) is None
