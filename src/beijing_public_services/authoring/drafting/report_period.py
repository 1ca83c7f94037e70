"""The period that a report is about, by its title and the years that it names."""

from __future__ import annotations

import re
from collections import Counter

from beijing_public_services._record import TYPE_CHECKING
from beijing_public_services.authoring.drafting.financial_years import default_of
from beijing_public_services.authoring.drafting.periods import TITLE_YEAR, joined, part_in
from beijing_public_services.notation.folding import fold
from beijing_public_services.notation.times import find_times

if TYPE_CHECKING:
    from collections.abc import Iterable

    from beijing_public_services.authoring.drafting.text import Paragraph

YEAR = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})\s?年(?![初中])|\b((?:19|20)[0-9]{2})\b")


def report_year(title: str, paragraphs: Iterable[Paragraph]) -> str:
    """Return the period that a report is about: that of its title, else the year that it names most."""
    paragraphs = list(paragraphs)
    two_years = default_of(fold(title), fold(" ".join(paragraph.text for paragraph in paragraphs)))
    if two_years:
        return two_years
    quarter = _whole_of(title)
    if quarter:
        return quarter
    years: Counter[str] = Counter()
    for paragraph in paragraphs:
        years.update(filter(None, (found[1] or found[2] for found in YEAR.finditer(paragraph.text))))
    titles = TITLE_YEAR.findall(title)
    if len(set(titles)) == 1 and max(years.values(), default=0) <= years[titles[0]] + 2:
        return str(titles[0])
    if titles and (not years or titles[0] in years):
        return str(max(titles, key=lambda year: (years[year], -int(year))))
    return years.most_common(1)[0][0] if years else ""


def _whole_of(title: str) -> str:
    """Return the quarter, months or half of a year that a title names."""
    for time in find_times(fold(title)):
        if time.kind in ("when", "published") and time.year and time.part not in ("", "other"):
            return joined(time.year, time.part)
        if time.year and (part := part_in(fold(title)[time.start : time.end], str(time.year))):
            return part
    return ""
