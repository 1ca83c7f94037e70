"""The files of this checkout, and the environment in which another process finds the library; no tests in here."""

from __future__ import annotations

import os
from pathlib import Path

import beijing_public_services as bps

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "datapackage"
DOCS = ROOT / "docs"
FIXTURES = ROOT / "tests" / "fixtures"
SHARED = ROOT.parent / "shared"  # where the report's text is at hand
SOURCE = Path(str(bps.__file__)).parents[1]  # the folder that holds the library under test


def environment(**more: str) -> dict[str, str]:
    """Return the environment of this process in which Python finds the library, with these variables too."""
    return {**os.environ, "PYTHONPATH": str(SOURCE), **more}
