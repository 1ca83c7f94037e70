"""Fixtures that several test modules use."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import settings

pytest_plugins = ["pytester"]

PACKAGE = Path(__file__).resolve().parents[1] / "datapackage"


# The same examples each time, and no deadline: how fast a machine is says nothing of a law.
settings.register_profile("laws", derandomize=True, deadline=None)
settings.load_profile("laws")


@pytest.fixture
def package_copy(tmp_path: Path) -> Path:
    """A writable copy of the data package, in a folder of its own below `tmp_path`."""
    return Path(shutil.copytree(PACKAGE, tmp_path / "datapackage", copy_function=shutil.copyfile))
