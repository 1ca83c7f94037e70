"""What the tests of authoring share."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.support.drafts import REPORT

import beijing_public_services as bps


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """The report of an invented city."""
    path = tmp_path / "report.md"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """A new package."""
    return bps.new_package(tmp_path / "city")
