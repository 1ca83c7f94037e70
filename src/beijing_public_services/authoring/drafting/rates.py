"""The unit of a figure that words beside it divide: 每千人口, 日均, `per day`, `per 1,000 residents`."""

from __future__ import annotations

import re

from beijing_public_services._record import TYPE_CHECKING
from beijing_public_services.authoring.drafting.english_names import counted_noun, singular

if TYPE_CHECKING:
    from beijing_public_services.authoring.drafting.figure import DraftFigure
    from beijing_public_services.authoring.drafting.text import Paragraph

EVERY = re.compile(
    "每([十百千万]+)(?:名|个|位)?((?:常住|户籍)?人口|人|居民|[一-鿿]{0,3}(?:老年人|老人|儿童|学生)|户|辆车|车)"
)
AVERAGES = {
    "日均": "天",
    "每日": "天",
    "每天": "天",
    "单日": "天",
    "人均": "人",
    "每人": "人",
    "户均": "户",
    "次均": "人次",
    "月均": "月",
}
AVERAGE = re.compile(f"{'|'.join(AVERAGES)}|(?<![一-鿿])日(?=处理|供|产)")
EACH = re.compile(r"每(?P<below>秒|升|小时|平方公里|平方米|公里|公顷|亩|吨|辆|户|人|天|日|年)\Z")
NOT_DIVIDED = ("year", "month", "day", "hour", "minute", "celsius_degree", "times")  # 日均气温, 人均预期寿命
AGO = r"(?:year|month|quarter|week|decade)\s(?:earlier|ago|before|previously|on)\b"
PER = re.compile(
    rf"(?:\sof\s[a-z]+)?(?:\s(?:per|a|each|every|for\severy)\s(?!cent|{AGO})(?P<many>[0-9][0-9,]*\s|(?:hundred|thousand|million)\s)?"
    r"(?P<noun>[a-z]+(?:-[a-z]+)?))(?:\s(?:per|a|each)\s(?P<other>[a-z]+))?",
    re.IGNORECASE,
)
PER_MANY = re.compile(r"\bper\s([0-9][0-9,]*\s[a-z]+)")
PER_WITHIN = re.compile(r"\s(?:per|a|each)\s", re.IGNORECASE)
PER_BEFORE = re.compile(
    r"\bper[\s-](capita|head|person|pupil|student|resident|household|patient|employee|home)\b", re.IGNORECASE
)
TIMES_BEFORE = re.compile(r"\b(hourly|daily|weekly|monthly)\s", re.IGNORECASE)
EVERY_TIME = {"hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month"}
TIMES = re.compile(
    r"(?:second|minute|hour|day|night|week|month|quarter|year|person|people|head|capita|resident|inhabitant|household"
    r"|home|pupil|student|patient|worker|adult|child|kilomet|mile|hectare|square)",
    re.IGNORECASE,
)
PERSONS = ("capita", "head", "people", "resident", "inhabitant")


def rate_unit(paragraph: Paragraph, figure: DraftFigure, subject: str) -> str:
    """Return the word of the unit of a figure that is one of so many, as 人/千人; "" if none divides it.

    `subject` is what the figure is of.
    """
    if figure.direction or figure.unit in ("percent", "permille", "percentage_point", "rank") or "/" in figure.unit:
        return ""
    before = paragraph.text[paragraph.clause(figure.start)[0] : figure.start]
    if paragraph.is_chinese:
        return _in_chinese(before, figure)
    per = PER.match(paragraph.text, figure.end)
    if per and per["many"]:
        return f"{figure.word}{per[0]}".strip()
    if many := PER_MANY.search(before):
        return f"{counted_noun(subject)} per {many[1]}".strip()
    word = PER_WITHIN.split(figure.word)[0]  # the word of 372 people a day has its day
    noun = singular(word) if word else counted_noun(subject)
    if within := PER.search(figure.word):
        per = within
    if per and TIMES.match(per["noun"]):
        below = [_below(name) for name in (per["noun"], per["other"]) if name]
        return "/".join([noun, *below]) if noun else ""
    before_it = PER_BEFORE.search(before) or TIMES_BEFORE.search(before)
    if before_it is None or not noun or figure.unit in NOT_DIVIDED:
        return ""
    return f"{noun}/{_below(before_it[1])}"


def _below(name: str) -> str:
    """Return what a rate is divided by: `capita` is a person, `weekly` a week."""
    small = EVERY_TIME.get(name.casefold(), singular(name.casefold()))
    return "person" if small in PERSONS else small


def _in_chinese(before: str, figure: DraftFigure) -> str:
    word = figure.word
    if not word or "/" in word or figure.unit in NOT_DIVIDED:
        return ""
    if every := EVERY.search(before):
        below = "人" if not re.search("户|车", every[2]) else every[2][-1]
        return f"{word}/{every[1]}{below}"
    if each := EACH.search(before):
        return f"{word}/{each['below'].replace('日', '天')}"
    average = AVERAGE.search(before)
    is_measure = word in ("岁", "分", "度")
    return f"{word}/{AVERAGES.get(average[0], '天')}" if average and not is_measure else ""
