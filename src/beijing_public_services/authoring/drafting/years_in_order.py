"""Years that a list of figures is of, in order: 2029年和2030年分别为3.3%、0.5%."""

from __future__ import annotations

import re

from beijing_public_services._record import TYPE_CHECKING
from beijing_public_services.authoring.drafting.lists import runs_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from beijing_public_services.authoring.drafting.figure import DraftFigure
    from beijing_public_services.authoring.drafting.text import Paragraph

YEAR = "(?:19|20)[0-9]{2}"
LISTED = re.compile(
    rf"(?P<years>{YEAR}年?(?:(?:、|和|与|及){YEAR}年?)+)(?P<same>同期)?[^。；0-9]{{0,24}}分别[^。；0-9]{{0,8}}\Z"
)
PART = re.compile("[0-9]{4}(?P<part>-Q[1-4]|-[0-9]{2})")


def year_in_order(paragraph: Paragraph, figures: Sequence[DraftFigure], place: int, default: str) -> str:
    """Return the period of a figure of a list whose years stand before it in order, "" if none do.

    `default` is the period of the report, of whose part of a year those of 同期 are.
    """
    run = next(run for run in runs_of(paragraph, figures) if place in run)
    start = figures[run[0]].start
    found = LISTED.search(paragraph.text, paragraph.sentence(start)[0], start)
    years: list[str] = re.findall(YEAR, found["years"]) if found else []
    if found is None or len(years) != len(run):
        return ""
    part = PART.fullmatch(default) if found["same"] else None
    return years[run.index(place)] + (part["part"] if part else "")
