"""Functions of upper suites that methods of values call: `_HOOKS` in `__init__` names the module of each."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


def hook(name: str) -> "Callable[..., Any]":
    """Return the function of this name from the module that `_HOOKS` names, imported at the first call."""
    from importlib import import_module

    homes: dict[str, str] = vars(import_module(__name__.rpartition(".")[0]))["_HOOKS"]
    function: Callable[..., Any] = getattr(import_module(homes[name]), name)
    return function
