"""The period and the status of a figure: when it is of, and whether it is what was planned."""

from __future__ import annotations

import re

from beijing_public_services._record import TYPE_CHECKING, Record
from beijing_public_services.authoring.drafting.assign import is_former
from beijing_public_services.authoring.drafting.financial_years import is_of_two_years
from beijing_public_services.authoring.drafting.periods import is_period, period_of
from beijing_public_services.authoring.drafting.several_years import (
    is_each_year,
    period_of_several,
    several_before,
    several_in,
)
from beijing_public_services.authoring.drafting.targets import is_target, years_later
from beijing_public_services.authoring.drafting.years_in_order import year_in_order
from beijing_public_services.notation.periods import previous_year

if TYPE_CHECKING:
    from collections.abc import Sequence

    from beijing_public_services.authoring.drafting.figure import DraftFigure
    from beijing_public_services.authoring.drafting.horizon import Horizon
    from beijing_public_services.authoring.drafting.periods import DraftPeriod
    from beijing_public_services.authoring.drafting.text import Paragraph

LAST_YEAR = re.compile("(?:从|由)(?:上年|去年|上一年)(?:同期|末|底)?的?\\Z")
FROM_A_DAY = re.compile("[0-9]日起")
WHOLE_YEAR = re.compile("全年|年底|年末|年内")
PRESENT = re.compile("(?:从|由)(?:目前|当前|现在|现有?)的?\\Z")  # 由目前的48%提高到55%


class Timing(Record):
    """The period of a figure, "" if it is not known, its status, and why the period is not known."""

    period: str
    status: str
    why: str


def timing_of(
    paragraph: Paragraph, figures: Sequence[DraftFigure], place: int, timing: str, horizon: Horizon
) -> Timing:
    """Return the period and the status of a figure.

    Args:
        paragraph: the paragraph.
        figures: its figures.
        place: that of the figure among them.
        timing: the timing of its indicator, "" if the package does not have it.
        horizon: what the section is about.
    """
    figure, default = figures[place], horizon.period
    period = period_of(paragraph, figure.start, figure.end, default, horizon.present)
    is_present = PRESENT.search(paragraph.text, max(0, figure.start - 8), figure.start) is not None
    is_planned = not is_present and _is_planned(paragraph, figure, period, horizon)
    text, why = _period_for(timing, period.text, period.up_to), period.why
    if year := year_in_order(paragraph, figures, place, default):
        text = year
    elif is_former(paragraph, figures, place):
        text = _former_period(paragraph, figure, period, default)
    elif not period.is_stated and _begins_within(paragraph, figure, default):
        text, why = "", "from a day on, which is not in the period of the report"
    elif is_planned and len(period.text) == len("2030-12-31"):
        text = f"../{period.text}"
    elif is_planned and not period.is_stated:
        text, why = _of_a_plan(paragraph, figure, text, why, horizon)
    elif not period.is_stated and (years := _several(paragraph, figure, horizon)):
        is_later = place > 0 and is_former(paragraph, figures, place - 1)
        text, why = period_of_several(paragraph, figure, years, default, is_later=is_later)
    elif not period.is_stated and is_each_year(paragraph, figure.start):
        text, why = "", "an average of several years, which the text does not name"
    return Timing(period=text, status="target" if is_planned else "actual", why=why)


def _begins_within(paragraph: Paragraph, figure: DraftFigure, default: str) -> bool:
    """Return whether a sentence says from which day on a figure holds, in a report on a part of a year."""
    first, _ = paragraph.sentence(figure.start)
    return len(default) > len("2031") and FROM_A_DAY.search(paragraph.text, first, figure.start) is not None


def _is_planned(paragraph: Paragraph, figure: DraftFigure, period: DraftPeriod, horizon: Horizon) -> bool:
    """Return whether a figure is what is planned: by its words, or as one of a section on plans that dates it not."""
    later = years_later(period.text, horizon.period)
    is_of_section = horizon.is_plan and (not period.is_stated or later > 0)
    return is_of_section or is_target(paragraph, figure, later)


def _of_a_plan(paragraph: Paragraph, figure: DraftFigure, text: str, why: str, horizon: Horizon) -> tuple[str, str]:
    """Return the period of a plan that no words date: of a report on a part of a year it is not known."""
    if WHOLE_YEAR.search(paragraph.text, paragraph.clause(figure.start)[0], figure.start) and text:
        return text[:4], why
    if horizon.present:
        return str(horizon.present), why
    if len(text) > len("2030") and text == horizon.period and not is_of_two_years(text):
        return "", "the text does not say when it is planned for"
    return text, why


def _several(paragraph: Paragraph, figure: DraftFigure, horizon: Horizon) -> str:
    """Return the several years that a sentence, its paragraph or the heading above names, "" for none."""
    first, _ = paragraph.sentence(figure.start)
    own = several_in(paragraph.text, first, figure.start)
    return own or several_before(paragraph, figure.start) or horizon.years


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
