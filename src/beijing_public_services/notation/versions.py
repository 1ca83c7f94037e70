"""Version numbers of releases: their order, and the step from one to the next."""

from __future__ import annotations

import re
from operator import ne
from typing import Literal

Step = Literal["none", "patch", "minor", "major"]

VERSION = re.compile(r"(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})", re.ASCII)
STEPS: tuple[Step, ...] = ("none", "patch", "minor", "major")


def read_version(text: str) -> tuple[int, ...]:
    """Return the three numbers of a version, which can be compared; () if the text is not a version.

    >>> read_version("0.10.2") > read_version("0.9.0")
    True
    """
    found = VERSION.fullmatch(text)
    return tuple(map(int, found.groups())) if found else ()


def step_between(old: str, new: str) -> Step:
    """Return the step from one version to another; `none` if it goes back, or if one is not a version.

    >>> step_between("0.1.0", "0.2.0"), step_between("0.1.0", "1.0.0"), step_between("0.2.0", "0.1.9")
    ('minor', 'major', 'none')
    """
    before, after = read_version(old), read_version(new)
    if not before or after <= before:
        return "none"
    return STEPS[3 - list(map(ne, before, after)).index(True)]
