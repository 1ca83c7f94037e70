"""Finding the places that a text names: the areas of a package, parts of Beijing, and everywhere else."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from beijing_public_services._record import Record
from beijing_public_services.datapackage.place_names import CARELESS, ELSEWHERE, HAN_NAMES, LATIN_NAMES
from beijing_public_services.notation.folding import fold
from beijing_public_services.notation.word_lists import phrases

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from beijing_public_services.model.vocabulary import Area

NO_MOVE_HAN = re.compile(
    "大学|学院|路(?!网)|大街|街(?!道)|站|线(?!上|下|网|路)|机场|湖|公园|银行|日报|晚报|时报|青年报|商报|新闻|卫视|广播|电视|条约"
    "|协定|宣言|冬奥|奥运|南站|西站|东站|北站|话|菜|烤鸭|人(?!均|口)|籍|记者|电(?=[ 讯(]|$)|时间|论坛|证券|现代|汽车"
    "|游客|生源"
)
NO_MOVE_LATIN = re.compile(
    r"(?:'s)? (?:\w+ )?(?:university|road|street|avenue|airport|railway station|daily|news|youth daily|times|post"
    r"|bank|olympics?|"
    r"winter olympics|games|treaty|agreement|declaration|time|standard time|stock exchange"
    r"|cooperation organi[sz]ation|normal university|"
    r"opera|hotel|institute|consensus|based|bound|made|native|origin)\b|(?:'s)? line\b"
)
BEIJING_NEWS = re.compile("新京报|北京日报|北京青年报|北京晚报|beijing youth daily|beijing daily|the beijing news")
DATELINE = re.compile(
    r"(?:,? (?:china,? )?\(?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? [0-9]{1,2}"
    r"|\s?[0-9]{1,2}月[0-9]{1,2}日电|(?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日电?|(?:日报|晚报|早报|晨报|商报|都市报)讯)"
)
GROUP = re.compile(  # after its number: cities that no gazetteer names
    "(?<=[0-9]{2}个)(?:大型?|中型|重点|主要|地级及以上)?城市|(?<=[0-9]{2} )(?:major|large|big|key) cities"
)
CAPITALISED = re.compile(r"(?<![\w'])[A-ZÀ-Þ][\w'’.-]*\w")
FORWARD = 4  # words of the longest Latin name


class Place(Record):
    """A place named in a text: where its name stands, and the area it is, or one of the words above."""

    start: int
    end: int
    area: str
    is_dateline: bool = False


class Gazetteer(Record):
    """The names of places: Chinese ones by their first character, Latin ones by their words, with what they are."""

    han: dict[str, str]
    longest: dict[str, int]
    latin: dict[str, str]
    first_han: re.Pattern[str]
    careless: re.Pattern[str]


def gazetteer_of(areas: Iterable[Area]) -> Gazetteer:
    """Return the gazetteer with these areas in it."""
    han, latin = map(dict, _world())
    for area in areas:
        chinese, english = fold(re.sub("（.*", "", area.name_zh)), fold(area.name_en).replace("-", " ")
        for name in (chinese, *((f"{chinese}市", f"{chinese}省") if "." not in area.id and len(chinese) == 2 else ())):
            if name:
                han[name] = area.id
        latin |= dict.fromkeys((english, english.split(" of ")[0]) if "." in area.id else (english,), area.id)
    longest: dict[str, int] = {}
    for name in han:
        longest[name[0]] = max(longest.get(name[0], 0), len(name))
    free = sorted((*CARELESS, *(name for name, area in latin.items() if "." in area)), key=len)
    return Gazetteer(
        han=han,
        longest=longest,
        latin=latin,
        first_han=re.compile("[" + "".join(map(re.escape, longest)) + "]"),
        careless=re.compile(r"(?<![\w'])(?:" + "|".join(map(re.escape, reversed(free))) + r")(?![\w'])"),
    )


@cache
def _world() -> tuple[dict[str, str], dict[str, str]]:
    from beijing_public_services._generated.gazetteer import HAN, LATIN

    han = dict.fromkeys(filter(None, fold(HAN).replace("\n", "").split("|")), ELSEWHERE)
    latin = dict.fromkeys(filter(None, fold(LATIN).replace("\n", "").replace("-", " ").split("|")), ELSEWHERE)
    for area, names in HAN_NAMES.items():
        han.update(dict.fromkeys(names.split(), area))
    for area, names in LATIN_NAMES.items():
        latin.update(dict.fromkeys(phrases(names), area))
    return han, latin


def find_places(text: str, folded: str, gazetteer: Gazetteer) -> list[Place]:
    """Return the places that a text names, in order; `folded` is the text folded.

    Latin names count with a capital letter only. Names within the names of institutions, streets and newspapers are
    left out.
    """
    found = [*_han(folded, gazetteer), *_latin(text, folded, gazetteer)]
    found += [
        Place(start=each.start(), end=each.end(), area=gazetteer.latin[each[0]])
        for each in gazetteer.careless.finditer(folded.replace("-", " "))
    ]
    found += [Place(start=each.start(), end=each.end(), area=ELSEWHERE) for each in GROUP.finditer(folded)]
    found.sort(key=lambda place: (place.start, -place.end))
    kept: list[Place] = []
    for place in found:
        if not kept or place.start >= kept[-1].end:
            kept.append(place)
    return [place for place in kept if place.area]


def _han(folded: str, gazetteer: Gazetteer) -> Iterator[Place]:
    at = 0
    while first := gazetteer.first_han.search(folded, at):
        start = at = first.start()
        at += 1
        for end in range(start + gazetteer.longest[first[0]], start + 1, -1):
            area = gazetteer.han.get(folded[start:end])
            if area is not None:
                is_ours = bool(BEIJING_NEWS.match(folded, start))
                moves = not NO_MOVE_HAN.match(folded, end) and not is_ours
                dateline = not is_ours and bool(DATELINE.match(folded, end))
                yield Place(start=start, end=end, area=area if moves or dateline else "", is_dateline=dateline)
                at = end
                break


def _latin(text: str, folded: str, gazetteer: Gazetteer) -> Iterator[Place]:
    plain = folded.replace("-", " ")
    at = 0
    while first := CAPITALISED.search(text, at):
        start = first.start()
        at = first.end()
        ends = [each.end() for each in re.finditer(r"[^\s,;:()\"]+", plain[start : start + 80])][:FORWARD]
        for end in reversed(ends):
            name = plain[start : start + end]
            bare = name.removesuffix("'s").rstrip(".,'")
            area = gazetteer.latin.get(name) or gazetteer.latin.get(bare)
            if area is not None and name not in CARELESS:
                stop = start + (len(bare) if area == gazetteer.latin.get(bare) else end)
                moves = not NO_MOVE_LATIN.match(plain, stop)
                dateline = bool(DATELINE.match(folded, stop))
                yield Place(start=start, end=stop, area=area if moves or dateline else "", is_dateline=dateline)
                at = stop
                break
