"""Do what a page of the docs leaves to its reader, on a fresh machine: bring a report, judge a draft, add the rows.

Usage: python tools/reader_steps.py STEP   in the folder where the page is followed; `tools/fresh_machine.py` runs it.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.support.drafts import REPORT, complete
from tests.support.editions import (
    FIRST,
    FURTHER_ROWS,
    LATER,
    SECOND,
    add_rows,
    change_descriptor,
    first_edition,
    name_dates,
)

from beijing_public_services.authoring.refresh import refresh

PAGES_OWN = "report_2026"  # what the page on several reports calls the further one
CITY = Path("my-city")


def bring_a_report() -> None:
    """Write the report that the page on drafting reads."""
    Path("bulletin.md").write_text(REPORT, encoding="utf-8")


def review() -> None:
    """Fill in what a draft leaves open, as the page on drafting says under *Review* and *Units*."""
    complete(CITY)


def bring_two_reports() -> None:
    """Write the package of a first report, the texts of both, and the rows of the further one, as steps 1 and 4 say."""
    first_edition(CITY)
    change_descriptor(CITY, version="0.2.0")
    add_rows(CITY, {name: [each.replace(LATER, PAGES_OWN) for each in rows] for name, rows in FURTHER_ROWS.items()})
    Path("report.md").write_text(FIRST, encoding="utf-8")
    Path("report-2026.md").write_text(SECOND, encoding="utf-8")
    refresh(CITY, report={PAGES_OWN: SECOND})
    name_dates(CITY)


STEPS = {"bring-a-report": bring_a_report, "review": review, "bring-two-reports": bring_two_reports}

if __name__ == "__main__":
    STEPS[sys.argv[1]]()
