"""Finding what a text says of time: years, parts of years, years that are only compared with, and dates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from beijing_public_services._record import Record
from beijing_public_services.notation.time_patterns import (
    ANNOUNCED_AFTER,
    BASE_AFTER,
    BASE_BEFORE,
    COUNT,
    DIGITS_OF_YEARS,
    EQUALS_BEFORE,
    LOCAL,
    MONTHS,
    NTH,
    PART_AFTER,
    PATTERN,
    PERIOD_ON_PERIOD,
    PUBLISHED_AFTER,
    PUBLISHED_BEFORE,
    RANKING,
    RELATIVE,
    YEAR_IN_CHARACTERS,
    YEAR_ON_YEAR,
    ZH_DIGIT,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    Kind = Literal["when", "base", "date", "published", "span", "whole", "now"]


LAST_DAY, ALL_MONTHS = "12-31", "01/12"
END_OF_MONTH = re.compile("[底末]$|the end of")


class Time(Record):
    """What a text says of time at a place.

    `kind`: `when` is the time of what is said, `base` a year that is only compared with, `span` several years, `whole`
    the whole of the year spoken of, `date` a day, `published` when something was published. `year` is 0 where it is
    not known; `relative` counts years from the present one where the year is named so; `part` is empty for a whole
    year, else as in `2024-Q3` or `2024-01/2024-10`, without the year; `other` where no period of a package says it.
    """

    start: int
    end: int
    kind: Kind
    year: int = 0
    relative: int | None = None
    part: str = ""
    is_local: bool = False  # a day, an hour or a season: it holds for its sentence only


def find_times(folded: str) -> list[Time]:
    """Return what a folded text says of time, in order."""
    text = YEAR_IN_CHARACTERS.sub(lambda year: year[0].translate(DIGITS_OF_YEARS), folded)
    return [time for match in PATTERN.finditer(text) if (time := _read(match, text))]


def _read(match: re.Match[str], folded: str) -> Time | None:
    start, end = match.span()
    said = {name: value for name, value in match.groupdict().items() if value is not None}
    kind = next(
        name for name in ("span", "date", "day", "months", "month", "quarter", "part", "year", "whole") if name in said
    )
    years = [said[name] for name in said if "_year" in name or name in ("year_number", "relative")]
    year, relative = _year(years[0]) if years else (0, None)
    part = ""
    if kind == "span":
        last = said.get("span_to") or said.get("span_to2") or ""
        return Time(start=start, end=end, kind="span", year=int(last) if last else 0)
    if kind in ("date", "day"):
        found = re.search(r"(?:19|20)[0-9]{2}", match[0])
        as_of = re.search(r"(?:截至|截止|as of|as at|up to|by|到)\s?\Z", folded[max(0, start - 8) : start])
        if kind == "date" and as_of and found:
            day = _day(match[0])
            return Time(start=start, end=end, kind="when", year=int(found[0]), part="" if day == LAST_DAY else day)
        return Time(start=start, end=end, kind="date", year=int(found[0]) if found else 0, part=_day(match[0])[:2])
    if kind == "months":
        part = _months(said)
        if part == ALL_MONTHS:
            kind, part = ("year" if years else "whole"), ""
    elif kind == "month":
        month = _month(next(said[name] for name in said if name.startswith("month_") and "year" not in name))
        part = f"{month:02}" if 0 < month <= len(MONTHS) else "other"
        if part == "12" and END_OF_MONTH.search(match[0]):
            kind, part = ("year" if years else "whole"), ""
    elif kind == "quarter":
        number = next(said[name] for name in said if name.startswith("quarter_") and "year" not in name)
        part = f"Q{NTH.get(number) or ZH_DIGIT.get(number) or number}"
    elif kind == "part":
        part = "other"
    if kind == "whole":
        return Time(start=start, end=end, kind="whole")
    before = folded[max(0, start - 60) : start]
    if (
        YEAR_ON_YEAR.search(folded, max(0, start - 20), end + 8)
        and relative is not None
        and is_compared(before, folded, end)
    ):
        return None
    is_announced = kind == "month" and ANNOUNCED_AFTER.match(folded, end)
    if (year or relative is not None) and (
        PUBLISHED_BEFORE.search(before) or PUBLISHED_AFTER.match(folded, end) or is_announced
    ):
        is_edition = before.endswith("《")  # of an index or a book, not of the text
        if is_edition and RANKING.match(folded, end):
            return Time(start=start, end=end, kind="when", year=year, relative=relative)
        return Time(start=start, end=end, kind="published", year=0 if is_edition else year, relative=relative)
    if is_compared(before, folded, end) and not (kind == "months" and before.endswith("from ")):
        return Time(start=start, end=end, kind="base", year=year, relative=relative, part=part)
    is_local = kind == "part" and LOCAL.search(match[0]) is not None
    return Time(start=start, end=end, kind="when", year=year, relative=relative, part=part, is_local=is_local)


def is_compared(before: str, folded: str, end: int) -> bool:
    """Return whether the words around a time say that it is only compared with."""
    is_part = EQUALS_BEFORE.search(before) and PART_AFTER.match(folded, end)
    return bool(is_part or BASE_BEFORE.search(before) or BASE_AFTER.match(folded, end, end + 30))


def _year(said: str) -> tuple[int, int | None]:
    if said[0].isdigit():
        return int(said[:4]), None
    if said.startswith("the same"):
        return 0, RELATIVE["that"]
    return 0, RELATIVE[said.split()[0] if said[0].isascii() else said[0]]


def _month(said: str) -> int:
    return int(said) if said[0].isdigit() else MONTHS.index(said[:3]) + 1


def _day(said: str) -> str:
    numbers = re.findall("[0-9]+", said)
    if len(numbers) == 3 or (len(numbers) == 2 and "月" in said):
        ordered = numbers[-2:] if len(numbers) == 2 or len(numbers[0]) == 4 else numbers[:2]
        return f"{int(ordered[0]):02}-{int(ordered[1]):02}"
    name = re.search("[a-z]{3}", said)
    day = next((number for number in numbers if len(number) <= 2), "1")
    return f"{MONTHS.index(name[0]) + 1:02}-{int(day):02}" if name and name[0] in MONTHS else "other"


def _months(said: dict[str, str]) -> str:
    if "months_from" in said:
        first, last = int(said["months_from"]), int(said["months_to"])
    elif "months_first" in said:
        first, last = _month(said["months_first"]), _month(said["months_last"])
    elif "months_first2" in said:
        first, last = _month(said["months_first2"]), _month(said["months_last2"])
    else:
        count = said.get("months_count") or said["months_en"]
        first, last = 1, int(count) if count.isdigit() else COUNT.get(count) or ZH_DIGIT.get(count) or 0
    return f"{first:02}/{last:02}" if 0 < first < last <= 12 else "other"


def find_bases(folded: str) -> Iterator[tuple[int, int, str]]:
    """Yield where a text compares with the year before (`yoy`) or with the month or quarter before (`mom`)."""
    for name, pattern in (("yoy", YEAR_ON_YEAR), ("mom", PERIOD_ON_PERIOD)):
        for match in pattern.finditer(folded):
            yield match.start(), match.end(), name
