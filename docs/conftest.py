"""Which pages pytest runs: a page that needs a library that is not here is skipped."""

from __future__ import annotations

import os
import re
from importlib.util import find_spec
from pathlib import Path

collect_ignore = ["conf.py"]
NEEDS = re.compile(r"\A<!-- Needs: (.+) -->$", re.MULTILINE)


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Skip a page whose first line names a library that is not installed, unless all libraries are required."""
    if collection_path.suffix != ".md" or os.environ.get("BPS_ALL_LIBRARIES"):
        return None
    needs = NEEDS.search(collection_path.read_text(encoding="utf-8"))
    missing = needs and [name for name in needs[1].split(", ") if find_spec(name) is None]
    return True if missing else None
