"""The period and the status of a figure: when it is of, and whether it is what was planned."""

from __future__ import annotations

import re

from beijing_public_services._record import TYPE_CHECKING, Record
from beijing_public_services.authoring.drafting.assign import is_former
from beijing_public_services.authoring.drafting.periods import is_period, period_of
from beijing_public_services.authoring.drafting.targets import is_target, years_later
from beijing_public_services.notation.periods import previous_year

if TYPE_CHECKING:
    from collections.abc import Sequence

    from beijing_public_services.authoring.drafting.figure import DraftFigure
    from beijing_public_services.authoring.drafting.periods import DraftPeriod
    from beijing_public_services.authoring.drafting.text import Paragraph

LAST_YEAR = re.compile("(?:从|由)(?:上年|去年|上一年)(?:同期|末|底)?的?\\Z")
PRESENT = re.compile("(?:从|由)(?:目前|当前|现在|现有?)的?\\Z")  # 由目前的48%提高到55%


class Timing(Record):
    """The period of a figure, "" if it is not known, its status, and why the period is not known."""

    period: str
    status: str
    why: str


def timing_of(paragraph: Paragraph, figures: Sequence[DraftFigure], place: int, timing: str, default: str) -> Timing:
    """Return the period and the status of a figure.

    Args:
        paragraph: the paragraph.
        figures: its figures.
        place: that of the figure among them.
        timing: the timing of its indicator, "" if the package does not have it.
        default: the period that the report is about.
    """
    figure = figures[place]
    period = period_of(paragraph, figure.start, figure.end, default)
    is_present = PRESENT.search(paragraph.text, max(0, figure.start - 8), figure.start) is not None
    later = years_later(period.text, default)
    target = not is_present and is_target(paragraph, figure, later)
    text = _period_for(timing, period.text, period.up_to)
    if is_former(paragraph, figures, place):
        text = _former_period(paragraph, figure, period, default)
    elif target and len(period.text) == 10:
        text = f"../{period.text}"
    return Timing(period=text, status="target" if target else "actual", why=period.why)


def _former_period(paragraph: Paragraph, figure: DraftFigure, period: DraftPeriod, default: str) -> str:
    """Return the period of an earlier figure: the year before if its words say so, else it is not dated."""
    if PRESENT.search(paragraph.text, max(0, figure.start - 8), figure.start):
        return default
    if LAST_YEAR.search(paragraph.text, max(0, figure.start - 8), figure.start) and is_period(default):
        return previous_year(default)
    return period.text if period.is_beside else ".."


def _period_for(timing: str, text: str, up_to: bool) -> str:
    """Return a period as figures of this timing have it: a count up to a day has an open start."""
    if timing == "during" and up_to and len(text) in (7, 10):
        return text[:4] if text.endswith("-12-31") else f"../{text}"
    if timing == "end" and text.endswith("-12-31"):
        return text[:4]
    return text
