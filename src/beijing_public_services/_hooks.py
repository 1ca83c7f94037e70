"""Methods of values whose work a suite above them does: the face says in which module the function lies."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


def hook(name: str) -> "Callable[..., Any]":
    """Return the function of this name from the module that `_HOOKS` of the face names, imported at the first call."""
    from importlib import import_module

    homes: dict[str, str] = vars(import_module(__name__.rpartition(".")[0]))["_HOOKS"]
    function: Callable[..., Any] = getattr(import_module(homes[name]), name)
    return function
