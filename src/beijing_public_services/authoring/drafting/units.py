"""The unit of a figure: one of the package, a standard one that it lacks, or a noun that is still to be defined."""

from __future__ import annotations

import re

from beijing_public_services._record import TYPE_CHECKING
from beijing_public_services.authoring.drafting.composed_units import composed_row
from beijing_public_services.authoring.drafting.english_names import counted_noun, singular
from beijing_public_services.authoring.drafting.standard_units import definitions_of, standard_units
from beijing_public_services.errors import UnknownUnitError
from beijing_public_services.notation.chinese_words import CLASSIFIERS, VERBS_OF_COUNTS
from beijing_public_services.notation.numerals import one_of
from beijing_public_services.notation.units import same_unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from beijing_public_services.authoring.drafting.figure import DraftFigure
    from beijing_public_services.datapackage.tables import Row

NEW = "?"
TELL_NOTHING = CLASSIFIERS - {"辆"}
LONGEST = 20  # characters of a Chinese noun
WORD = re.compile("[^a-z0-9]+")
DONE = one_of(VERBS_OF_COUNTS)
DONE_BEFORE = re.compile(
    rf"\A(?:(?!建成区|新增长|培训(?:机构|中心|基地|学校|班)|组织机构)(?:{DONE})[了的]?(?=[一-鿿]{{2}}))+"
)
DONE_AFTER = re.compile(r"(?<=[一-鿿]{2})(?:新[增开建设]|建成|开通|加装|改造|拆除|启用|投用|举办)了?\Z")
NUMBER_AFTER = re.compile(r"(?<=[一-鿿]{2})(?:总?数量|总数|(?<![人次倍分指参系户])数)\Z")
NO_NOUN = re.compile(r"^[0-9.,]+|[^\w]")  # what no name of a unit has


def unit_of(
    figure: DraftFigure, measure: str, subject: str, units: Mapping[str, str], definitions: tuple[str, ...]
) -> str:
    """Return the id of the unit of a figure, `?` and a noun if it counts what no unit is defined for, or "".

    Args:
        figure: the figure.
        measure: the kind of measure that it is of.
        subject: what the words around it name.
        units: the expressions of the units of the package, by id.
        definitions: the unit definitions of the package.
    """
    if measure in ("streak", "span"):
        return "calendar_year"
    if measure == "index" and not figure.word:
        return "index"
    if figure.unit:
        own = next((id_ for id_, expression in units.items() if _is(figure.unit, id_, expression, definitions)), "")
        if own:
            return own
        standard = standard_units()
        found = next((id_ for id_, row in standard.items() if figure.unit in (id_, row["expression"])), "")
        word = figure.word.replace("每", "/") if "/" in figure.unit else figure.word  # 公里每小时
        return found or (f"{NEW}{word}" if "/" in word else "")
    word = figure.word if figure.word not in TELL_NOTHING else ""
    noun = singular(word) if word else counted_noun(subject) if subject.isascii() else _noun_of(subject)
    if noun in standard_units():
        return noun
    return f"{NEW}{noun}" if noun else ""


def _noun_of(subject: str) -> str:
    """Return the noun that a Chinese figure without one counts: `person` for 参保人数, 演出 for 举办演出."""
    if re.search("人[数口]?\\Z", subject):
        return "person"
    whole = NO_NOUN.sub("", subject)
    noun = DONE_BEFORE.sub("", whole)
    noun = DONE_AFTER.sub("", whole) if noun == whole else noun  # 举办员工培训 counts 员工培训
    return NUMBER_AFTER.sub("", noun)[-LONGEST:]


def _is(unit: str, id_: str, expression: str, definitions: tuple[str, ...]) -> bool:
    try:
        return unit in (id_, expression) or same_unit(unit, expression, definitions)
    except UnknownUnitError:
        return False


def units_met(rows: Iterable[Row], own: Mapping[str, str], definitions: tuple[str, ...]) -> list[Row]:
    """Return a row for each unit that proposed rows are in and the package lacks, with its definition."""
    standard = standard_units()
    found: dict[str, Row] = {}
    for row in rows:
        unit = row["unit"]
        if unit in own or unit in found or not unit:
            continue
        if unit in standard:
            missing = [line for line in definitions_of(standard[unit]["expression"]) if line not in definitions]
            found[unit] = {"proposed": unit, **standard[unit], "definition": "; ".join(missing), "why": ""}
        else:
            found[unit] = _noun(unit.removeprefix(NEW)) | composed_row(unit.removeprefix(NEW), definitions)
    return list(found.values())


def _noun(word: str) -> Row:
    is_english = word.isascii()
    id_ = WORD.sub("_", word.casefold()).strip("_") if is_english else ""
    missing = "name_zh" if is_english else "id: an English noun; name_en"
    follows = "what is left empty follows from the id"
    if "/" in word:
        missing, follows = "id, name_en, definition", "a rate: Rates in the page on drafting gives such a row"
    return {
        "proposed": NEW + word,
        "id": id_,
        "expression": id_,
        "ucum": "",
        "symbol": "",
        "name_zh": "" if is_english else word,
        "name_en": id_.replace("_", " "),
        "definition": "",
        "why": f"{missing}: the report does not say it; {follows}",
    }
