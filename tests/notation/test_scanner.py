"""Laws of the scanner: what each way to write a number means, and the order in which the ways are tried."""

from __future__ import annotations

import pytest

from beijing_public_services.notation.scanner import FORMS, find_figures

SAMPLES = [(form.name, text, meaning) for form in FORMS.values() for text, meaning in form.samples]


@pytest.mark.parametrize(("name", "text", "meaning"), SAMPLES)
def test_each_sample_means_what_stands_beside_it(name: str, text: str, meaning: str) -> None:
    """The sample of a form is read as the value, bound and unit beside it, or as no figure."""
    read = [f"{figure.value} {figure.bound} {figure.unit}".strip() for figure in find_figures(text)]
    assert read == ([meaning] if meaning else []), name


def test_each_form_has_samples() -> None:
    """No form is without a sample."""
    assert {name for name, _, _ in SAMPLES} == {*FORMS}
