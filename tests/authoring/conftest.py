"""What the tests of authoring share."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support.drafts import REPORT, new_city


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """The report of an invented city."""
    path = tmp_path / "report.md"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """A new package."""
    return new_city(tmp_path / "city")
