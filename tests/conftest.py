"""Fixtures that several test modules use."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import settings

pytest_plugins = ["pytester"]

PACKAGE = Path(__file__).resolve().parents[1] / "datapackage"


# The same examples each time and no deadline: how fast a machine is says nothing about a law.
settings.register_profile("quick", derandomize=True, deadline=None, max_examples=20)
settings.register_profile("exhaustive", derandomize=True, deadline=None, max_examples=100)


def pytest_configure(config: pytest.Config) -> None:
    """Try few examples of each property, or many where the slow tests run too."""
    settings.load_profile("quick" if config.getoption("-m") == "not slow" else "exhaustive")


@pytest.fixture
def package_copy(tmp_path: Path) -> Path:
    """A writable copy of the data package, in a folder of its own below `tmp_path`."""
    return Path(shutil.copytree(PACKAGE, tmp_path / "datapackage", copy_function=shutil.copyfile))
