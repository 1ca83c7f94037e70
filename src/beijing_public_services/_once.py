"""Computing something once, without the import time of `functools`."""

from __future__ import annotations

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    Result = TypeVar("Result")


def once(compute: Callable[[], Result]) -> Callable[[], Result]:
    """A function that computes at its first call and gives the same result ever after."""
    computed: list[Result] = []

    def call() -> Result:
        if not computed:
            computed.append(compute())
        return computed[0]

    call.__doc__, call.__name__, call.__module__ = compute.__doc__, compute.__name__, compute.__module__
    vars(call)["__wrapped__"] = compute  # so that its signature is shown
    return call
