"""Measuring what a call costs, for laws that compare two costs of one run; no tests in here."""

from __future__ import annotations

import gc
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def processor_time(call: Callable[[], object], tries: int = 3) -> float:
    """Return the seconds of the processor that a call takes, the least of several tries.

    The garbage collector rests meanwhile: what it takes depends on all that the process holds.
    """
    times = []
    gc.collect()
    gc.disable()
    try:
        for _ in range(tries):
            start = time.process_time()
            call()
            times.append(time.process_time() - start)
    finally:
        gc.enable()
    return min(times)
