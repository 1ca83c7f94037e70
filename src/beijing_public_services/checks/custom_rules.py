"""Importing custom rules; their code runs, so only a configuration that is trusted may name them."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from beijing_public_services.checks.rule import Rule
from beijing_public_services.errors import ConfigurationError

if TYPE_CHECKING:
    from beijing_public_services.checks.rule import Test


def custom_rule(name: str, folder: str = "") -> Rule:
    """Return the rule at `module:function`, looked for in a folder, by default the current one, and as Python does.

    Raises:
        ConfigurationError: there is no such function, or importing it fails.
    """
    module, colon, function = name.partition(":")
    expected = "module:function, a function from Tables to issues"
    try:
        here = folder or os.getcwd()  # noqa: PTH109 - no module of pathlib helps where the folder is gone
        sys.path.insert(0, here)
        try:
            test: Any = getattr(import_module(module), function)
        finally:
            sys.path.remove(here)
    except Exception as error:
        raise ConfigurationError(f"found the rule {name!r} ({error}), expected {expected}") from error
    if not colon or not callable(test):
        raise ConfigurationError(f"found the rule {name!r}, expected {expected}")
    return Rule(name=function, layer="custom", test=cast("Test", test))
