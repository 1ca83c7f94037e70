"""The unit of a figure that words beside it divide: 每千人口, `per day`, `per 1,000 residents`."""

from __future__ import annotations

import re

from beijing_public_services._record import TYPE_CHECKING

if TYPE_CHECKING:
    from beijing_public_services.authoring.drafting.figure import DraftFigure
    from beijing_public_services.authoring.drafting.text import Paragraph

EVERY = re.compile(
    "每([十百千万]+)(?:名|个|位)?((?:常住|户籍)?人口|人|居民|[一-鿿]{0,3}(?:老年人|老人|儿童|学生)|户|辆车|车)"
)
AGO = r"(?:year|month|quarter|week|decade)\s(?:earlier|ago|before|previously|on)\b"
PER = re.compile(
    rf"(?:\s(?:per|a|each|every)\s(?!cent|{AGO})(?P<many>[0-9][0-9,]*\s|(?:hundred|thousand|million)\s)?"
    r"(?P<noun>[a-z]+(?:-[a-z]+)?))(?:\s(?:per|a|each)\s[a-z]+)?",
    re.IGNORECASE,
)
TIMES = re.compile(
    r"(?:second|minute|hour|day|night|week|month|quarter|year|person|people|head|capita|resident|inhabitant|household"
    r"|home|pupil|patient|worker|adult|child|kilomet|mile|hectare|square)",
    re.IGNORECASE,
)


def rate_unit(paragraph: Paragraph, figure: DraftFigure) -> str:
    """Return the word of the unit of a figure that is one of so many, as 人/千人; "" if none divides it."""
    if figure.direction or figure.unit in ("percent", "permille", "percentage_point", "rank") or "/" in figure.unit:
        return ""
    if paragraph.is_chinese:
        return _in_chinese(paragraph.text[paragraph.clause(figure.start)[0] : figure.start], figure.word)
    per = PER.match(paragraph.text, figure.end)
    if per is None or not (per["many"] or TIMES.match(per["noun"])):
        return ""
    return f"{figure.word}{per[0]}".strip()


def _in_chinese(before: str, word: str) -> str:
    every = EVERY.search(before)
    if every is None or not word or "/" in word:
        return ""
    below = "人" if not re.search("户|车", every[2]) else every[2][-1]
    return f"{word}/{every[1]}{below}"
