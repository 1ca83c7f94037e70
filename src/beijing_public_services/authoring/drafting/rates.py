"""The unit of a figure that words beside it divide: 每千人口, 日均, `per day`, `per 1,000 residents`."""

from __future__ import annotations

import re

from beijing_public_services._record import TYPE_CHECKING
from beijing_public_services.authoring.drafting.english_names import counted_noun, singular
from beijing_public_services.notation.english_units import STOPS

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
BY_DAY = re.compile("(人均|户均)(?:每?日|每天)|(?<![一-鿿])(?:每?日|每天)(人均|户均)")  # 人均日生活用水量
EACH_ONE = "每(?:秒|升|小时|平方公里|平方米|公里|公顷|亩|吨|辆|户|人|天|日|年)"
EACH = re.compile(rf"(?:{EACH_ONE})+\Z")
PRODUCT = re.compile(r"/[（(]([一-鿿a-z]+)[·・•]([一-鿿a-z]+)[）)]")  # 升/(人·天)
GROUP = re.compile("/([0-9,]*[十百千万]+(?:常住人口|户籍人口|人口|居民|人|户|辆车|车)?)(?![一-鿿])")  # 8.6人/10万人
SPEED = re.compile(r"时速[^，。；、]{0,8}\Z")
LENGTHS = ("km", "meter", "mile")
SPEED_AFTER = re.compile(r"\s?(mph|kph|kmph|kmh|km/h)\b", re.IGNORECASE)
SHORT = {"h": "hour", "hr": "hour", "s": "second", "sec": "second", "d": "day", "min": "minute", "yr": "year"}
NOT_DIVIDED = ("year", "month", "day", "hour", "minute", "celsius_degree", "times")  # 日均气温, 人均预期寿命
AGO = r"(?:year|month|quarter|week|decade)\s(?:earlier|ago|before|previously|on)\b"
BELOW = r"(?:square\s|cubic\s|sq\s)?[a-z]+(?:-[a-z]+)?"
PER = re.compile(
    rf"(?:\sof\s[a-z]+)?(?:\s(?:per|an?|each|every)\s(?!cent|{AGO})(?P<noun>{BELOW}))"
    rf"(?:\s(?:per|an?|each|every)\s(?!{AGO})(?P<other>{BELOW}))?",
    re.IGNORECASE,
)
MANY = (  # 1,000 live births, a million people, 100,000
    r"(?:a\s)?(?:[1-9][0-9]{0,2}(?:,?000)+|100?|(?:ten\s|hundred\s)?(?:thousand|million)|hundred)(?![0-9,.]*[0-9])"
    rf"(?:\s(?!(?:was|has|is)\b)(?:(?!(?:{STOPS})\b)[a-z-]+\s){{0,2}}?"
    rf"(?:people|population|children|men|women|[a-z]{{2,}}(?<![siu])s)\b"
    rf"|\s(?!(?:{STOPS}|was|were|is|are|rose|fell|stood)\b)[a-z-]+)?"
)
PER_MANY = re.compile(
    rf"(?:\sof\s[a-z]+)?\s(?:per|every|for\severy|in\severy)\s(?P<many>{MANY})"
    rf"(?:\s(?:per|an?|each|every)\s(?!{AGO})(?P<other>{BELOW}))?",
    re.IGNORECASE,
)
MANY_BEFORE = re.compile(rf"\bper\s({MANY})", re.IGNORECASE)
FAR = re.compile(r"[^.,;:()0-9]{0,60}?(?=\sper\s1)", re.IGNORECASE)  # 17.8 homes without heating [per 1,000 homes]
PER_WITHIN = re.compile(r"\s(?:per|an?|each|every)\s", re.IGNORECASE)
PER_BEFORE = re.compile(
    r"\bper[\s-](capita|head|person|pupil|student|resident|household|patient|employee|home)\b", re.IGNORECASE
)
TIMES_BEFORE = re.compile(r"\b(hourly|daily|weekly|monthly)\s", re.IGNORECASE)
EVERY_TIME = {"hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month"}
UNREAD = re.compile(r"\s(?:per|each|every)\s(?!cent\b|annum\b)[a-z]", re.IGNORECASE)
TIMES = re.compile(
    r"(?:second|minute|hour|day|night|week|month|quarter|year|person|people|head|capita|resident|inhabitant|household"
    r"|home|pupil|student|patient|worker|adult|child|kilomet|km\b|mile|hectare|square|cubic|sq\b)",
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
        return _in_chinese(paragraph, before, figure)
    per = PER.match(paragraph.text, figure.end)
    far = FAR.match(paragraph.text, figure.end)
    if many := PER_MANY.match(paragraph.text, far.end() if far else figure.end):
        other = f" per {_below(many['other'])}" if many["other"] else ""
        return f"{figure.word} per {many['many'].removeprefix('a ')}{other}".strip()
    if (speed := SPEED_AFTER.match(paragraph.text, figure.end)) and not figure.word:
        return "mile/hour" if speed[1].casefold() == "mph" else "km/hour"
    if "/" in figure.word:
        above, *below = figure.word.split("/")
        is_rate = all(name in SHORT or TIMES.match(name) for name in below)
        return "/".join([singular(above), *(SHORT.get(name, _below(name)) for name in below)]) if is_rate else ""
    if many := MANY_BEFORE.search(before):
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


def is_unread_rate(paragraph: Paragraph, figure: DraftFigure) -> bool:
    """Return whether the words behind a figure divide it by what no reader knows: 64 litres per connection."""
    return not paragraph.is_chinese and not figure.direction and UNREAD.match(paragraph.text, figure.end) is not None


def _below(name: str) -> str:
    """Return what a rate is divided by: `capita` is a person, `weekly` a week."""
    small = EVERY_TIME.get(name.casefold(), singular(name.casefold()))
    return "person" if small in PERSONS else small


def _in_chinese(paragraph: Paragraph, before: str, figure: DraftFigure) -> str:
    word = figure.word
    if not word or "/" in word or figure.unit in NOT_DIVIDED:
        return ""
    if product := PRODUCT.match(paragraph.text, figure.end):
        return f"{word}/{product[1]}/{product[2]}"
    if group := GROUP.match(paragraph.text, figure.end):
        return f"{word}/{group[1]}"
    if every := EVERY.search(before):
        below = "人" if not re.search("户|车", every[2]) else every[2][-1]
        return f"{word}/{every[1]}{below}"
    if each := EACH.search(before):
        return f"{word}{each[0].replace('每', '/').replace('日', '天')}"
    if figure.unit in LENGTHS and SPEED.search(before):
        return f"{word}/小时"
    if daily := BY_DAY.search(before):
        return f"{word}/{AVERAGES[daily[1] or daily[2]]}/天"
    average = AVERAGE.search(before)
    is_measure = word in ("岁", "分", "度")
    return f"{word}/{AVERAGES.get(average[0], '天')}" if average and not is_measure else ""
