"""Times that are written in two or three units: 2分30秒 is 150 seconds, `1 hour 25 minutes` 85 minutes."""

from __future__ import annotations

import re

from beijing_public_services._record import TYPE_CHECKING
from beijing_public_services.notation.numerals import Form, number

if TYPE_CHECKING:
    from beijing_public_services.notation.figure import PrintedFigure

IN_ABOVE = {"月": 12, "分": 60, "秒": 60, "month": 12, "minute": 60, "second": 60}  # how many a longer unit has
WRITTEN = {"月": "个月", "分": "分钟", "秒": "秒", "month": "months", "minute": "minutes", "second": "seconds"}
EXPRESSIONS = {"个月": "month", "分钟": "minute", "秒": "second"} | {
    f"{each}s": each for each in IN_ABOVE if each.isascii()
}
PART = re.compile(r"(?P<many>[0-9]+)\s?(?:零|个)*(?P<unit>年|月|小时|分|秒|year|month|hour|h|minute|min|second|sec)")
SHORT = {"h": "hour", "min": "minute", "sec": "second"}
AND = r"(?: \s | ,?\sand\s | ,\s )"


def read_duration(text: str) -> PrintedFigure | None:
    """Return the time of 2分30秒 in its shortest unit; None if a part is as long as the unit above it."""
    total, unit = 0, ""
    for part in PART.finditer(text):
        unit = SHORT.get(part["unit"], part["unit"])
        many, in_above = int(part["many"]), IN_ABOVE.get(unit, 1)
        if total and many >= in_above:
            return None
        total = total * in_above + many
    return number(str(total), unit=WRITTEN[unit])


DURATION = Form(
    name="duration",
    kind="share",
    pattern=rf"""(?<! [0-9.,:] ) (?: [0-9]{{1,4}} 个?小时 [0-9]{{1,2}} 分钟? (?: [0-9]{{1,2}} 秒钟? )?
        | [0-9]{{1,4}} 分钟? [0-9]{{1,2}} 秒钟? | [0-9]{{1,2}} 年零? [0-9]{{1,2}} 个月
        | [0-9]{{1,2}} \s years? {AND} [0-9]{{1,2}} \s months? (?! [a-z] )
        | [0-9]{{1,4}} \s (?: hours?|hrs? ) {AND} [0-9]{{1,2}} \s (?: minutes?|mins? ) (?! [a-z] )
          (?: {AND} [0-9]{{1,2}} \s (?: seconds?|secs? ) (?! [a-z] ) )?
        | [0-9]{{1,4}} \s (?: minutes?|mins? ) {AND} [0-9]{{1,2}} \s (?: seconds?|secs? ) (?! [a-z] ) )
      (?! [0-9.,]?[0-9] | [钟之] )""",
    read=read_duration,
    samples=(
        ("2分30秒", "150 exact second"),
        ("超过1小时25分钟", "85 gt minute"),
        ("1小时75分", ""),
        ("about 2 hours and 5 minutes", "125 about minute"),
    ),
)
