"""The area of a figure, by the places that its clause, its sentence and the report name."""

from __future__ import annotations

import re
from collections import Counter

from beijing_public_services._record import TYPE_CHECKING, Record
from beijing_public_services.datapackage.place_names import CAPITAL, CITY, DISTRICT, ELSEWHERE, REGION
from beijing_public_services.datapackage.places import find_places
from beijing_public_services.notation.folding import fold
from beijing_public_services.notation.word_lists import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from beijing_public_services.authoring.drafting.text import Paragraph
    from beijing_public_services.datapackage.places import Gazetteer, Place
    from beijing_public_services.datapackage.tables import Row

WIDE = ("CN", "X-WORLD", CITY, CAPITAL, REGION, DISTRICT)
CITY_NAME = re.compile("([一-鿿]{2,6}?(?:市|省|县|区|州|盟))(?![场民容])")
CITY_ENGLISH = re.compile(
    r"(?!Annual|Statistic|Monthly|Quarterly|Public|City of|The )"
    r"(?:((?:[A-Z][A-Za-z'-]+ ){1,3}?(?:County|Borough|District|Township|Parish))\b"
    r"|((?:[A-Z][A-Za-z'-]+ ){1,3}?)(?=City\b|Municip|Transport|Statistic|Annual|Bulletin|Report|Public|in ))"
)
CITY_OF = re.compile(r"\b(?:City|Town|County|Borough|District) of ([A-Z][A-Za-z'-]+)")
YEAR_FIRST = re.compile(r"(?:(?:19|20)[0-9]{2}(?:\s?[/–—-]\s?[0-9]{2,4})?\s?(?:年度?)?\s?)+")
PART_FIRST = re.compile(
    r"\A(?:[上下]半年|前三季度|第?[一二三四1-4]季度|(?:[0-9]{1,2}月?[—–~至-])?[0-9]{1,2}月份?|全年)\s?"
)
HOME_ENGLISH = re.compile(
    r"(?:the|our|this)\s(?:city|county|borough|district|town|parish|state|province)(?:'s|’s)?", re.IGNORECASE
)
HOME_WORDS = words("全区 本区 我区 该区 全县 本县 我县 该县 全省 本省 我省 该省 全州 全盟 全乡 全镇")
NEW = "?"  # before a name that the package has no area for


class DraftArea(Record):
    """The id of an area, "" if none is known, what it rests on, and why it is not known."""

    id: str
    is_stated: bool
    why: str = ""


class Areas(Record):
    """The areas of a package: their rows, the one that the report is about, and how places are found.

    `city` is the place that the title of the report names, if the package has no area for it.
    """

    rows: tuple[Mapping[str, str], ...]
    home: str
    gazetteer: Gazetteer
    city: str = ""
    _found: dict[str, list[Place]]  # the places of the paragraph that is drafted

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the areas."""
        return frozenset(row["id"] for row in self.rows)

    def places(self, text: str) -> list[Place]:
        """Return the places that a text names."""
        if text not in self._found:
            self._found.clear()
            self._found[text] = find_places(text, fold(text), self.gazetteer)
        return self._found[text]

    @property
    def home_name(self) -> str:
        """The name of the area that the report is about, "" if it is not known."""
        return next((row["name_zh"] or row["name_en"] for row in self.rows if row["id"] == self.home), self.city)

    @property
    def country(self) -> str:
        """The only country among the areas, "" if there is none or several."""
        found = [row["id"] for row in self.rows if len(row["id"]) == 2]
        return found[0] if len(found) == 1 else ""

    def members(self, area: str) -> list[str]:
        """Return the areas that lie in an area directly."""
        return [row["id"] for row in self.rows if row["parent"] == area]


def home_of(rows: Iterable[Row], headline: str, title: str) -> str:
    """Return the area that a report is about: the headline area, the one that its title names, or the only one."""
    rows = list(rows)
    if headline:
        return headline
    named = [row["id"] for row in rows if row["name_zh"] and row["name_zh"].removesuffix("市") in title]
    named += [row["id"] for row in rows if row["name_en"] and row["name_en"].casefold() in title.casefold()]
    own = [row["id"] for row in rows if row["id"] not in WIDE and len(row["id"]) != 2]
    return named[0] if named else own[0] if len(own) == 1 else ""


def area_of(paragraph: Paragraph, start: int, areas: Areas) -> DraftArea:
    """Return the area of the figure at a place of a paragraph."""
    first, _ = paragraph.sentence(start)
    places = areas.places(paragraph.text)
    before = [place for place in places if first <= place.start < start and not place.is_dateline]
    clause = paragraph.clause(start)
    near = [place for place in before if place.start >= clause[0]]
    together = {place.area for place in near if place.area in areas.ids}
    regions = [row["id"] for row in areas.rows if len(together) > 1 and set(areas.members(row["id"])) == together]
    if regions and not re.search("分别|依次|respectively", paragraph.text[slice(*clause)]):
        return DraftArea(id=regions[0], is_stated=True)
    for place in reversed(near or before):
        word = paragraph.text[place.start : place.end]
        if (
            place.area == areas.home
            or place.area in (CITY, CAPITAL)
            or word in HOME_WORDS
            or HOME_ENGLISH.fullmatch(word)
        ):
            return _home(areas, is_stated=True)
        if place.area in areas.ids and place.area not in ("CN", "X-WORLD"):
            return DraftArea(id=place.area, is_stated=True)
        if place.area == ELSEWHERE and place in near and _is_subject(paragraph.text, clause[0], place.start):
            name = paragraph.text[place.start : place.end]
            return DraftArea(id=f"{NEW}{name}", is_stated=False, why=f"{name} is no area of the package yet")
    return _home(areas, is_stated=False)


def _home(areas: Areas, is_stated: bool) -> DraftArea:
    if areas.home or not areas.city:
        why = "" if areas.home else "the package does not say which area the report is about"
        return DraftArea(id=areas.home, is_stated=is_stated, why=why)
    return DraftArea(id=f"{NEW}{areas.city}", is_stated=is_stated, why=f"{areas.city} is no area of the package yet")


def city_of(title: str) -> str:
    """Return the city that a title names, "" if it names none."""
    title = PART_FIRST.sub("", YEAR_FIRST.sub("", title, count=1), count=1)
    if (chinese := CITY_NAME.match(title)) and chinese[1] not in HOME_WORDS:
        return chinese[1]
    found = CITY_ENGLISH.match(title) or CITY_OF.search(title)
    return next((name.strip() for name in found.groups() if name), "") if found else ""


def _is_subject(text: str, start: int, at: int) -> bool:
    """Return whether a place begins a clause, so that the clause is about it."""
    lead = text[start:at].strip()
    return lead in ("", "其中", "而", "邻近的", "周边的", "In", "in", "The", "the", "neighbouring", "while")


def areas_met(paragraphs: Iterable[Paragraph], areas: Areas, rows: Iterable[Row]) -> list[str]:
    """Return the names of areas that the package lacks: those of proposed rows, then others that are named often."""
    wanted = dict.fromkeys(row["area"].removeprefix(NEW) for row in rows if row["area"].startswith(NEW))
    known = {row["name_zh"].removesuffix("市") for row in areas.rows}
    counts: Counter[str] = Counter()
    for paragraph in paragraphs:
        text = paragraph.text
        for place in find_places(text, fold(text), areas.gazetteer):
            if place.area == ELSEWHERE:
                counts[text[place.start : place.end]] += 1
    named = (name for name, count in counts.most_common() if name.removesuffix("市") not in known and count > 1)
    return list(dict.fromkeys([*wanted, *named]))
