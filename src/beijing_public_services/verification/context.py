"""What a text has said of place and time so far, and what that makes of a figure that names neither."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from beijing_public_services._record import Record
from beijing_public_services.datapackage.place_names import CAPITAL, CITY, DISTRICT, REGION

if TYPE_CHECKING:
    from beijing_public_services.notation.times import Time
    from beijing_public_services.verification.subject import Subject
    from beijing_public_services.verification.tokens import Token

LATE = 7  # the month from which on a text may tell of its own year
DATELINE = 240  # characters within which a date is that of the text
DATED_AFTER = re.compile(r"\s*(?:\(|--|-\s|电|讯|\||$|\n)")
RELEASED = re.compile(
    r"(?:said|says|released|issued|published|announced|showed|told|reported|unveiled|updated)\b[^.]{0,24}$"
)
RELEASED_AFTER = re.compile("[^。,]{0,10}(?:通报|发布|公布|公告|印发|报道|获悉|消息|召开)")
UNCLEAR = "unclear"
THAT_YEAR = 99  # what that year, 当年 and 同年 are read as
WIDE = frozenset(("CN", "X-WORLD"))


class When(Record):
    """The time of a figure: a year, 0 where the text names none, and a part of it; `clear` where it is settled."""

    year: int = 0
    part: str = ""
    clear: bool = True
    is_open: bool = False  # whether a reader may take it for the latest year, so that a match tells and a mismatch not

    @property
    def named(self) -> bool:
        """Whether the text names a time at all."""
        return bool(self.year or self.part or not self.clear)


def periods_of(when: When) -> list[str]:
    """Return the periods of a package that a time can be, the likeliest first."""
    year, part = f"{when.year:04}", when.part
    if not part:
        return [year, f"{year}-12-31", f"../{year}-12", f"../{year}-12-31"]
    if part[0] == "Q":
        day = _last_day(when.year, 3 * int(part[1:]))
        return [f"{year}-{part}", day, f"../{day}"]
    if "/" in part:
        first, last = part.split("/")
        return [f"{year}-{first}/{year}-{last}"]
    if "-" in part:
        return [f"{year}-{part}", f"../{year}-{part}"]
    day = _last_day(when.year, int(part))
    return [f"{year}-{part}", day, f"../{year}-{part}", f"../{day}"]


def _last_day(year: int, month: int) -> str:
    """Return the last day of a month."""
    from calendar import monthrange

    return f"{year:04}-{month:02}-{monthrange(year, month)[1]}"


def period_of(when: When, there: set[str]) -> str | None:
    """Return which of an indicator's periods a time is; None for that of the headline, `unclear` for no period.

    A period that the indicator lacks is the likeliest one.
    """
    if when.is_open and not when.part:
        return str(when.year) if str(when.year) in there else None
    if when.clear and not when.named:
        return None
    if when.part and not when.year and when.is_open:
        same = [period for period in there if period.endswith(f"-{when.part}")]
        return same[0] if len(same) == 1 else UNCLEAR
    if not when.clear or not when.year or when.part == "other":
        return UNCLEAR
    wanted = periods_of(when)
    return next((period for period in wanted if period in there), wanted[0])


def date_of(marks: list[Token], folded: str) -> tuple[int, int]:
    """Return the year and month in which a text says it was published: in its dateline, or with a word such as said.

    They are 0 where the text does not say.
    """
    for mark in marks:
        time = mark.time
        if time and time.kind in ("date", "published") and time.year:
            in_dateline = mark.start < DATELINE and DATED_AFTER.match(folded, mark.end)
            is_released = RELEASED.search(folded[max(0, mark.start - 40) : mark.start])
            if time.kind == "published" or in_dateline or is_released or RELEASED_AFTER.match(folded, mark.end):
                return time.year, int(time.part) if time.part.isdigit() else 0
    return 0, 0


class Context:
    """The places and times that hold from sentence to sentence, while a text is read from its beginning."""

    def __init__(self, default_area: str | None, published: int) -> None:
        """Begin a text that is about `default_area` unless it says otherwise, published in a year (0: not known)."""
        self.default_area = default_area
        self.published, self.published_month = published, 0
        self.city = ""
        self.first_where = ""
        self.where = ""
        self.first_when: When | None = None
        self.when: When | None = None
        self.paragraph = self.when_paragraph = self.where_paragraph = 0
        self.is_wire = self.is_early = False
        self.is_planned = self.is_time_planned = False  # whether the sentence before, and the time that holds, plan
        self.subject: Subject | None = None  # the only name of the sentence before

    def resolve_place(self, area: str) -> str:
        """Return the area that a word for a place means here: the city, the capital, a region."""
        if area in (CITY, CAPITAL):
            if self.city:
                return self.city
            if area == CAPITAL or self.where in ("", "CN-BJ") or self.is_wire:
                return self.default_area or ("CN-BJ" if area == CAPITAL else UNCLEAR)
            return UNCLEAR
        if area == REGION:
            return "X-JJJ" if self.where in ("X-JJJ", "CN-BJ", "CN-TJ", "CN-HE") else UNCLEAR
        return area

    def carried_place(self) -> str:
        """Return the area of a figure whose sentence names none."""
        if not self.where:
            return UNCLEAR if self.is_wire or self.default_area is None else self.default_area
        if self.where in (self.first_where, self.city) or self.where_paragraph == self.paragraph:
            return self.where
        return UNCLEAR

    def end_of_sentence(self, where: str, when: When | None, is_planned: bool = False) -> None:
        """Note the place and time that a sentence leaves behind for the next."""
        if where:
            self.where, self.where_paragraph = where, self.paragraph
            self.first_where = self.first_where or where
        if when and (when.named or self.when):
            self.when, self.when_paragraph, self.is_time_planned = when, self.paragraph, is_planned
            self.first_when = self.first_when or when

    def note_city(self, area: str) -> None:
        """Note that a city is named, so that `the city` means it from here on."""
        if area in (CITY, CAPITAL, REGION, DISTRICT, UNCLEAR, "X-JJJ", "CN-HE") or area in WIDE or "." in area:
            return
        self.city = area

    def carried_time(self) -> When:
        """Return the time of a figure whose sentence names none."""
        if self.when is None:
            return When()
        if self.when == self.first_when or self.when_paragraph == self.paragraph:
            return self.when
        return When(clear=False, is_open=True)

    def note_date(self, time: Time) -> None:
        """Note a date in the text: the first one tells when it was published."""
        if time.year and not self.published:
            self.published = time.year
        elif not time.year and time.part in ("01", "02", "03"):
            self.is_early = True

    def is_to_come(self, when: When, is_own: bool) -> bool:
        """Return whether a year was not over when the text was published, or holds from a sentence that plans."""
        is_late = self.published_month >= LATE
        is_over = when.year < self.published or (when.year == self.published and is_late)
        if self.published and not when.part and not is_over:
            return True
        return not is_own and self.is_time_planned and when.named

    def year_of(self, relative: int) -> int:
        """Return the year that a word such as last year means, 0 where that is not known."""
        if relative == THAT_YEAR:
            return self.when.year if self.when else 0
        if not self.published and relative == -1 and self.is_early and self.first_when:
            return self.first_when.year  # news of a new year, on the year that it begins with
        return self.published + relative if self.published else 0

    def resolve_time(self, time: Time, named: When | None = None) -> When:
        """Return the time that an expression means here; `named` is the time named last in its sentence."""
        if time.kind == "span":
            return When(part="several years", clear=False)
        current = named if named and named.year else self.when
        if time.kind == "whole":
            return When(year=current.year) if current and current.year else When()
        year = time.year
        if time.relative is not None:
            year = named.year if named and time.relative == THAT_YEAR else self.year_of(time.relative)
            if not year or (time.relative == 0 and not time.part):
                is_open = time.relative == -1 and not time.part  # this year is not over
                named_first = self.first_when.year if is_open and self.first_when else 0  # 2016年…去年: maybe the same
                return When(year=named_first, part=time.part, clear=False, is_open=is_open)
        if time.part and not year:
            year = current.year if current else self.published
        return When(year=year, part=time.part, is_open=bool(time.part) and not year)
