"""Fixtures that several test modules use."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "datapackage"


@pytest.fixture
def package_copy(tmp_path: Path) -> Path:
    """A writable copy of the data package, in a folder of its own below `tmp_path`."""
    return Path(shutil.copytree(PACKAGE, tmp_path / "datapackage", copy_function=shutil.copyfile))
