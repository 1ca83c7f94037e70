"""Laws of version numbers: their form, their order, and the step from one to another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from beijing_public_services.notation.versions import read_version, step_between

VERSIONS = st.tuples(*[st.integers(0, 999_999_999)] * 3)


def written(version: tuple[int, ...]) -> str:
    """Return a version as text."""
    return ".".join(map(str, version))


@given(VERSIONS)
def test_a_version_is_three_numbers_and_is_read_back(version: tuple[int, ...]) -> None:
    """Three whole numbers without leading zeros, joined by points, are a version of these numbers."""
    assert read_version(written(version)) == version


@pytest.mark.parametrize(
    "text", ["", "1.2", "1.2.3.4", "01.2.3", "1.2.3 ", "v1.2.3", "1.2.3a", "１.2.3", "1.2.1000000000"]
)
def test_no_other_text_is_a_version(text: str) -> None:
    """Text in another form has no version, and there is no step from it or to it."""
    assert read_version(text) == ()
    assert step_between(text, "1.2.3") == step_between("1.2.3", text) == "none"


@given(VERSIONS, VERSIONS)
def test_a_step_has_the_name_of_the_first_number_that_grows(old: tuple[int, ...], new: tuple[int, ...]) -> None:
    """A step is major, minor or patch by the first number that differs, if that one grows; else it is none."""
    step = next((name for name, a, b in zip(("major", "minor", "patch"), old, new, strict=True) if a != b), "none")
    assert step_between(written(old), written(new)) == (step if new > old else "none")
    assert step_between(written(old), written(old)) == "none"


@pytest.mark.parametrize(
    ("old", "new", "step"),
    [
        ("1.2.3", "1.2.4", "patch"),
        ("1.2.9", "1.3.0", "minor"),
        ("1.9.9", "2.0.0", "major"),
        ("0.10.0", "0.9.1", "none"),
    ],
)
def test_the_numbers_are_compared_as_numbers(old: str, new: str, step: str) -> None:
    """The 10th minor version is after the 9th, and the last number may grow beyond 9."""
    assert step_between(old, new) == step
