"""Values in few digits."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beijing_public_services.model.codelists import Language
from beijing_public_services.model.short import WORDS, scale_of


@pytest.mark.parametrize("language", ["zh", "en"])
@given(value=st.decimals(min_value=0, max_value=10**14, places=2))
def test_no_digit_is_lost(language: Language, value: Decimal) -> None:
    """A value in its scale is the value, has at most three decimals and is not below one."""
    word, power = scale_of(value, language)
    assert word.strip() == {0: "", **dict(WORDS[language])}[power]
    scaled = value.scaleb(-power)
    assert scaled.scaleb(power) == value
    assert not power or (scaled >= 1 and scaled == round(scaled, 3))
