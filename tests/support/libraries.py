"""Libraries that only some tests need: a test is skipped where its library is missing, or fails if all are required."""

from __future__ import annotations

import os
from importlib import import_module
from typing import Any

import pytest

ALL_REQUIRED = "BPS_ALL_LIBRARIES"


def require(name: str) -> Any:
    """Return a module that no extra installs.

    The dependency groups `readers` and `types` install such modules.

    Args:
        name: The full name of the module.

    Raises:
        Skipped: The module is not installed.
        ImportError: The module is not installed and the environment variable BPS_ALL_LIBRARIES is set.
    """
    if os.environ.get(ALL_REQUIRED):
        return import_module(name)
    return pytest.importorskip(name, reason=f"needs {name}: python -m pip install --group dev")


class Library:
    """A module that `require` imports when a test first uses it, so that a missing one concerns that test alone."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, attribute: str) -> Any:
        if attribute.startswith("_"):  # pytest asks every name of a test module for such attributes
            raise AttributeError(attribute)
        return getattr(require(self._name), attribute)
