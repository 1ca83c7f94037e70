"""The row of a unit that is one divided by others: 元/人, 升/人/天, `call/day`, `deaths per 1,000 live births`."""

from __future__ import annotations

import re

from beijing_public_services._generated.unit_definitions import DEFINITIONS
from beijing_public_services._record import TYPE_CHECKING, Record
from beijing_public_services.authoring.drafting.english_names import singular
from beijing_public_services.authoring.drafting.standard_units import standard_units
from beijing_public_services.notation.english_units import plural
from beijing_public_services.notation.offered_units import OFFERED
from beijing_public_services.notation.printed_units import expression_of
from beijing_public_services.notation.vocabulary import names

if TYPE_CHECKING:
    from beijing_public_services.datapackage.tables import Row

NEW = "?"
HAN = re.compile("[一-鿿]")
NOUN = re.compile("[a-z][a-z0-9_]*")
DIVIDED = re.compile(r"/|(?:\A|\s)(?:per|a|an|each|(?:for\s|in\s)?every)\s")
SECOND = {"id": "second", "expression": "second", "ucum": "s", "symbol": "s", "name_zh": "秒", "name_en": "second"}
SECOND_IN_CHINESE = "@alias second = 秒"
MANY = re.compile(
    r"(?P<digits>[0-9][0-9,]*)?\s?(?P<scale>[十百千万亿]+|(?:(?:hundred|thousand|million)\b\s?)*)(?P<noun>\D*)",
)
SCALES = {"十": 10, "百": 100, "千": 1000, "万": 10000, "亿": 10**8, "hundred": 100, "thousand": 1000, "million": 10**6}
NUMBERS = {  # the names of a number in ids and in Chinese
    10: ("ten", "十"),
    100: ("hundred", "百"),
    1000: ("thousand", "千"),
    10000: ("ten_thousand", "万"),
    100000: ("hundred_thousand", "十万"),
    1000000: ("million", "百万"),
}
GROUPED = {  # what a group is of: its unit and its Chinese name
    **dict.fromkeys(("", "人", "人口", "常住人口", "户籍人口", "居民", "population"), ("person", "人")),
    "户": ("household", "户"),
    **dict.fromkeys(("车", "辆", "辆车"), ("vehicle", "车")),
}


class Part(Record):
    """A part of a rate: its id, "" if no English noun is known; its standard row; and how it is defined and named."""

    id: str
    row: Row
    definitions: tuple[str, ...] = ()
    name_zh: str = ""

    @property
    def name_en(self) -> str:
        """The English name."""
        return self.row.get("name_en", self.id.replace("_", " "))


def composed_unit(word: str) -> str:
    """Return the id of a standard unit that a word such as 平方米/人 names, else the word as that of a new unit."""
    id_ = "/".join(expression_of(part, (*DEFINITIONS, *OFFERED)) for part in word.split("/"))
    return id_ if id_ in standard_units() else f"{NEW}{word}"


def composed_row(word: str, definitions: tuple[str, ...]) -> Row:
    """Return what follows for a unit that is one divided by others; nothing for other units.

    Args:
        word: the unit as a draft proposes it.
        definitions: the unit definitions of the package.
    """
    above, *below = [each.strip() for each in DIVIDED.split(word)]
    if not below:
        return {}
    parts = [_single(above) if above else Part(id="", row={}), *(_group(each) or _single(each) for each in below)]
    if not all(part.id for part in parts[1:]):
        return {}
    lines = [line for part in parts for line in part.definitions if line not in definitions]
    rest = "/".join(part.id for part in parts[1:])
    names_en = " per ".join(part.name_en for part in parts)
    named = [(HAN.search(word) and above) or parts[0].name_zh, *(part.name_zh for part in parts[1:])]
    row = {"id": "", "expression": "", "definition": "; ".join(lines), "name_en": "", "name_zh": ""}
    row["name_zh"] = "/".join(filter(None, named)) if all(named) else ""
    if not parts[0].id:
        chinese = "" if row["name_zh"] else f"; name_zh: a noun/{'/'.join(named[1:])}"
        example = names_en.strip().removeprefix("per ")
        return row | {"why": f"id: an English noun/{rest}; name_en: that noun per {example}{chinese}"}
    row |= {"id": "/".join(part.id for part in parts), "name_en": names_en}
    if all(part.row for part in parts):
        whole = {column: "/".join(part.row[column] for part in parts) for column in ("ucum", "symbol")}
        expression = " / ".join(part.row["expression"] for part in parts)
        return row | whole | {"expression": expression, "why": ""}
    if row["name_zh"]:
        return row | {"why": ""}
    like = f"a noun/{'/'.join(named[1:])}" if all(named[1:]) else "as in 次/天"
    return row | {"why": f"name_zh: {like}, the report does not say it; what is left empty follows from the id"}


def _single(word: str) -> Part:
    """Return the part that one unit or noun is."""
    if word in ("秒", "second"):
        return Part(id="second", row=SECOND, definitions=(SECOND_IN_CHINESE,), name_zh="秒")
    known = standard_units()
    id_ = expression_of({"日": "天"}.get(word, word), (*DEFINITIONS, *OFFERED))
    if id_ in known:
        return Part(id=id_, row=known[id_], name_zh=known[id_]["name_zh"])
    own = singular(word.casefold()).replace(" ", "_").replace("-", "_")
    return Part(id=own if NOUN.fullmatch(own) else "", row={})


def _group(word: str) -> Part | None:
    """Return the part that so many of something are, as 万人 and `100,000 residents`; None for another word."""
    found = MANY.fullmatch(word)
    if found is None or not (found["digits"] or found["scale"]):
        return None
    number = int((found["digits"] or "1").replace(",", ""))
    for scale in re.findall(f"[十百千万亿]|{'|'.join(SCALES)}", found["scale"]):
        number *= SCALES[scale]
    english, chinese = NUMBERS.get(number, (f"group_of_{number}", ""))
    unit, name = GROUPED.get(found["noun"].strip(), ("", ""))
    if not unit:
        single = _single(found["noun"].strip())
        unit, name = single.id, dict(GROUPED.values()).get(single.id, single.name_zh)
        if not NOUN.fullmatch(unit):
            return None
    is_known = unit in names((*DEFINITIONS, *OFFERED))
    lines = [] if is_known else [f"{unit} = [bps_{unit}]" + (f" = _ = {name}" if name else "")]
    id_ = f"{english}_{plural(unit.replace('_', ' ')).replace(' ', '_')}"
    alias = f"{chinese}{name}" if chinese and name else ""
    lines.append(f"{id_} = {number} * {unit}" + (f" = _ = {alias}" if alias else ""))
    return Part(id=id_, row={}, definitions=tuple(lines), name_zh=alias)
