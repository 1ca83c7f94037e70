"""Whether a time of a sentence is of a figure, or of another figure, an aside or a comparison."""

from __future__ import annotations

import re

from beijing_public_services._record import TYPE_CHECKING

if TYPE_CHECKING:
    from beijing_public_services.notation.times import Time

CLOCK = re.compile(r"\b[0-9]{1,2}(?:[.:][0-9]{2})?\s?[ap]\.?m\b\.?")
NO_TIME_OF = re.compile(  # between a figure and a time that is not its own
    r"[0-9]|[;(]|\b(?:than|double|twice|half|times|triple|compared|against|from|since|level|below|above|following|after)\b"
)
COMPARED = re.compile(  # compared with 239 in 2023/24
    r"(?:compared\s(?:with|to)|against|versus|from|than|double|twice|times)\s(?:[^,;.]|(?<=[0-9])[.,](?=[0-9])){0,30}\b(?:in|at\sthe\send\sof)\s\Z"
)
RELATIVE = re.compile(
    r"\b(?:who|which|that|whose)\s(?!is\b|are\b|was\b|were\b)[a-z]+\s(?:[^,.;:()]|(?<=[0-9])[.,](?=[0-9])){0,60}\Z"
)


def is_apart(between: str) -> bool:
    """Return whether the words between a figure and a time behind it keep them apart; the time of day does not."""
    return NO_TIME_OF.search(CLOCK.sub("", between)) is not None


def is_of_another(folded: str, time: Time, start: int) -> bool:
    """Return whether a time is of the figure before: 由2020年的2.1个增至4.7个, `from 2.1 in 2020 to`."""
    lead = folded[max(0, time.start - 5) : time.start]
    return COMPARED.search(folded, max(0, time.start - 60), time.start) is not None or (
        re.search(r"(?:由|从|from\s)\Z", lead) is not None and re.search("[0-9]", folded[time.end : start]) is not None
    )


def is_aside(folded: str, time: Time, start: int) -> bool:
    """Return whether a time is of another figure in brackets, or of a relative clause, before a figure."""
    opened = folded.rfind("(", max(0, time.start - 60), time.start)
    closed = folded.find(")", time.end, start)
    if opened >= 0 and closed > 0 and ")" not in folded[opened : time.start]:
        return re.search("[0-9]", folded[opened : time.start] + folded[time.end : closed]) is not None
    return RELATIVE.search(folded, max(0, time.start - 80), time.start) is not None and "," in folded[time.end : start]
