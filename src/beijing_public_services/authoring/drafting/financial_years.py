"""Financial and school years of a report, as months of two years: `2023/24`, `FY2024`, `year ended 31 March 2025`."""

from __future__ import annotations

import re
from collections import Counter

from beijing_public_services._record import TYPE_CHECKING
from beijing_public_services.notation.periods import last_day
from beijing_public_services.notation.time_patterns import MONTH, MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator

TWO_YEARS = re.compile(
    r"(?<![0-9/–.-])(?P<first>(?:19|20)[0-9]{2})\s?[/–-]\s?(?P<last>(?:(?:19|20)[0-9]{2}|[0-9]{2}))(?![0-9/–-])"
)
NAMED = re.compile(  # FY2024, FY24, but neither year of FY22-FY25
    r"(?<![–—-])\b(?:fy\s?'?(?P<short>[0-9]{2})|(?:fy\s?|(?:fiscal|financial)\s(?:year\s)?)(?P<last>(?:19|20)[0-9]{2}))\b"
    r"(?!\s?[/–—-]\s?(?:fy\s?)?'?[0-9])"
)
DAY = rf"(?:(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?\s(?P<month>{MONTH})|(?P<month2>{MONTH})\s(?P<day2>[0-9]{{1,2}}))"
ENDED = re.compile(
    rf"\b(?:year|(?:12|twelve)\smonths)(?:\s(?:19|20)[0-9]{{2}})?\s(?:that\s)?(?:ending|ended|ends|to|up\sto)\s(?:on\s|the\s)?{DAY}"
    rf"(?:,?\s(?P<year>(?:19|20)[0-9]{{2}}))?"
)
LAST_DAYS = re.compile(rf"{DAY},?\s(?P<year>(?:19|20)[0-9]{{2}})")
BRITISH = re.compile(r"\bnhs\b|\bcouncil\b|\bborough\b|council tax|\bfinancial year")  # whose years begin in April
SCHOOL_YEAR = re.compile(
    r"(?P<year>(?:19|20)[0-9]{2})\s?[/–-]\s?[0-9]{2,4}\s(?:academic|school)\syear|(?:academic|school)\syear\s(?P<year2>(?:19|20)[0-9]{2})"
)
FROM_SEPTEMBER = re.compile(r"\b(?:england|english|wales|welsh|ireland|irish)\b")  # whose school years begin then
MONTHS_OF = re.compile(r"(?P<first>[0-9]{4})-(?P<month>[0-9]{2})/(?P<last>[0-9]{4})-[0-9]{2}")


def find_years(folded: str) -> Iterator[tuple[int, int, int]]:
    """Yield where a text names a year of parts of two, and the first of the two: `2023/24`, `FY2024`."""
    for found in TWO_YEARS.finditer(folded):
        if int(found["last"]) % 100 == (int(found["first"]) + 1) % 100:
            yield *found.span(), int(found["first"])
    for found in NAMED.finditer(folded):
        yield *found.span(), int(found["last"] or f"20{found['short']}") - 1


def is_of_two_years(period: str) -> bool:
    """Return whether a period is twelve months of two years, as `2023-04/2024-03`."""
    found = MONTHS_OF.fullmatch(period)
    return found is not None and int(found["last"]) == int(found["first"]) + 1


def year_of(first: int, default: str) -> str:
    """Return the period of a year that begins in `first`, in the months of the report's own; "" if it has none."""
    return f"{first}{default[4:8]}{first + 1}{default[12:]}" if is_of_two_years(default) else ""


def default_of(title: str, text: str) -> str:
    """Return the year of parts of two that a report is about; as it is printed if no text says its months, "" for none.

    Args:
        title: the title of the report, folded.
        text: its text, folded.
    """
    titled = next(find_years(title), None)
    ended = ENDED.search(text)
    alone = re.findall(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])", title)
    if titled is None and not (ended and ended["year"] and alone and alone[-1] == ended["year"]):
        return ""
    first = titled[2] if titled else int(alone[-1]) - 1
    month = _month(ended) if ended else 0 if _is_school_year(text, first) else _last_month(text, first + 1)
    if not month and "£" in text and not _is_school_year(text, first) and BRITISH.search(text):
        month = 3
    if not month and _is_school_year(text, first):
        month = 8
    if month == 12:
        return ""
    return f"{first}-{month + 1:02d}/{first + 1}-{month:02d}" if month else f"{first}/{(first + 1) % 100:02d}"


def _is_school_year(text: str, first: int) -> bool:
    """Return whether a text calls a year a school year, and names a country whose school years begin in September."""
    named = any(int(found["year"] or found["year2"]) == first for found in SCHOOL_YEAR.finditer(text))
    return named and FROM_SEPTEMBER.search(text) is not None


def year_holding(month: int, default: str, year: int) -> int:
    """Return the year of a month that a report names without one: that in which its own year has the month."""
    if not is_of_two_years(default):
        return year
    return int(default[:4]) if month >= int(default[5:7]) else int(default[:4]) + 1


def _month(found: re.Match[str]) -> int:
    return MONTHS.index((found["month"] or found["month2"])[:3]) + 1


def _last_month(text: str, year: int) -> int:
    """Return the month whose last day of a year a text names most often, 0 if it names none or December."""
    months = Counter(
        _month(found)
        for found in LAST_DAYS.finditer(text)
        if int(found["year"]) == year and int(found["day"] or found["day2"]) == last_day(year, _month(found))
    )
    months.pop(12, None)
    return months.most_common(1)[0][0] if months else 0
