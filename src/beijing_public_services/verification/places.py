"""Finding the places that a text names: the areas of a package, parts of Beijing, and everywhere else."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from beijing_public_services._record import Record
from beijing_public_services.notation.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beijing_public_services.datapackage.package import DataPackage

ELSEWHERE = "elsewhere"  # a place that the package has no area for
DISTRICT = "district"  # a part of an area, or a group of its people
CITY = "city"  # the city, the municipality: the one that the text is about
CAPITAL = "capital"
REGION = "region"  # the three places: those of the region that the text is about
OURS = {
    "CN-BJ": "北京市 京城 首善之区 中国首都 我国首都 the chinese capital|china's capital|the chinese capital city|beijing municipality|"
    "beijing city|beijing's|peking|beijing, china|the capital of china|china's capital city|beijing municipal",
    "CN-TJ": "天津市 津门 tianjin municipality|tianjin's",
    "CN-HE": "河北省 hebei province|hebei's",
    "CN": "全国 我国 国内 中国 中华人民共和国 全国范围 全国各地 国家统计局 国务院 国家发展改革委 国家发改委 大陆 内地 china|china's|chinese|"
    "nationwide|national|nationally|the country|the country's|the nation|the nation's|mainland|prc|countrywide|"
    "national bureau of statistics|nbs|state council|domestic",
    "X-WORLD": "全球 世界 国际 全世界 the world|world|the world's|globally|worldwide|global|international|internationally",
    "X-JJJ": "京津冀 京津冀地区 京津冀三地 京津冀区域 beijing tianjin hebei region|beijing tianjin hebei|the region",
    CITY: "全市 本市 我市 市内 该市 城区内 the city|the city's|this city|our city|citywide|city wide|the municipality|the municipality's|"
    "municipal|the metropolis|our municipality",
    CAPITAL: "首都 the capital|the capital's|the capital city|capital city|the capital city's",
    REGION: "三地 the three places|the three regions|all three",
    DISTRICT: "东城区 西城区 朝阳区 海淀区 丰台区 石景山区 门头沟区 房山区 通州区 顺义区 昌平区 大兴区 怀柔区 平谷区 密云区 延庆区 海淀 丰台 石景山 门头沟 "
    "房山 通州 昌平 怀柔 平谷 密云 延庆 亦庄 城六区 核心区 首都功能核心区 平原区 平原地区 生态涵养区 山区 远郊区 近郊 城区 郊区 各区 开发区 经开区 经济技术开发区 "
    "中关村 临空经济区 未来科学城 怀柔科学城 回龙观 天通苑 农村地区 dongcheng|xicheng|chaoyang|haidian|fengtai|shijingshan|"
    "mentougou|fangshan|tongzhou|shunyi|changping|daxing|huairou|pinggu|miyun|yanqing|yizhuang|zhongguancun|plains area|"
    "the plains|suburbs|suburban areas|rural areas|districts",
    ELSEWHERE: "长三角 珠三角 粤港澳大湾区 大湾区 长江三角洲 珠江三角洲 东北三省 成渝 雄安新区 雄安 港澳台 欧洲 亚洲 非洲 北美 拉美 南美 欧美 东盟 经合组织 发达国家 "
    "各省 外省 他省 其他城市 全省 本省 我省 该省 我县 全县 全区 本区 我区 该区 美国 英国 日本 东北地区 中部地区 西部地区 东部地区 339个 168个 重点城市 yangtze river "
    "delta|pearl river delta|greater bay area|xiong'an|xiongan|europe|european|european union|the eu|eu|asia|africa|"
    "north america|latin america|south america|asean|oecd|united states|u.s.|usa|the us|america|american|united "
    "kingdom|u.k.|britain|british|england|english cities|scotland|wales|south korea|north korea|korean|turkey|czech republic|"
    "german|french|japanese|indian|russian|swiss|swedish|italian|spanish|dutch|brazilian|canadian|australian|mexican|"
    "singaporean|vietnamese|thai|the province|province wide|provincial|the county|anhui|fujian|gansu|guangdong|guizhou|"
    "hainan|heilongjiang|henan|hubei|hunan|jiangsu|jiangxi|jilin|liaoning|qinghai|shaanxi|shandong|shanxi|sichuan|"
    "yunnan|zhejiang|guangxi|inner mongolia|ningxia|xinjiang|tibet|xizang|hong kong|macao|macau|taiwan|shanghai's|"
    "chongqing|other cities|developed countries|oecd countries",
}  # fmt: skip
CARELESS = frozenset(  # names that are no proper names, found in any case
    "nationwide|national|nationally|the country|the country's|the nation|the nation's|mainland|countrywide|domestic|"
    "the world|world|the world's|globally|worldwide|global|international|internationally|the region|the city|the city's|"
    "this city|our city|citywide|city wide|the municipality|the municipality's|municipal|the metropolis|our municipality|"
    "the capital|the capital's|the capital city|capital city|the capital city's|the three places|the three regions|"
    "all three|plains area|the plains|suburbs|suburban areas|rural areas|districts|the province|province wide|provincial|"
    "the county|other cities|developed countries|oecd countries|english cities".split("|")
)
NO_MOVE_HAN = re.compile(
    "大学|学院|路(?!网)|大街|街(?!道)|站|机场|湖|公园|银行|日报|晚报|时报|青年报|商报|新闻|卫视|广播|电视|条约|协定|宣言|冬奥|奥运|南站|西站|东站|北站|话|菜|烤鸭|人(?!均|口)|籍|记者|电(?=[ 讯(]|$)|时间|论坛|证券|现代|汽车"
    "|游客|生源"
)
NO_MOVE_LATIN = re.compile(
    r"(?:'s)? (?:\w+ )?(?:university|road|street|avenue|airport|railway station|daily|news|youth daily|times|post|bank|olympics?|"
    r"winter olympics|games|treaty|agreement|declaration|time|standard time|stock exchange|cooperation organi[sz]ation|normal university|"
    r"opera|hotel|institute|consensus|based|bound|made|native|origin)\b"
)
BEIJING_NEWS = re.compile("新京报|北京日报|北京青年报|北京晚报|beijing youth daily|beijing daily|the beijing news")
DATELINE = re.compile(r"(?:,? (?:china,? )?\(?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? [0-9]{1,2}|\s?[0-9]{1,2}月[0-9]{1,2}日电|(?:[0-9]{4}年)?[0-9]{1,2}月[0-9]{1,2}日电?)")
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


def gazetteer_of(package: DataPackage) -> Gazetteer:
    """Return the gazetteer with the areas of a package in it."""
    han, latin = map(dict, _world())
    for area in package.areas:
        chinese, english = fold(re.sub("（.*", "", area.name_zh)), fold(area.name_en).replace("-", " ")
        for name in (chinese, *((f"{chinese}市", f"{chinese}省") if "." not in area.id and len(chinese) == 2 else ())):
            if name:
                han[name] = area.id
        latin[english] = area.id
    longest: dict[str, int] = {}
    for name in han:
        longest[name[0]] = max(longest.get(name[0], 0), len(name))
    free = sorted((*CARELESS, *(fold(area.name_en).replace("-", " ") for area in package.areas if "." in area.id)), key=len)
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
    for area, names in OURS.items():
        for name in names.split(" "):
            if name and name[0] > "⺀":
                han[name] = area
        words = " ".join(name for name in names.split(" ") if name and name[0] < "⺀")
        latin.update(dict.fromkeys(filter(None, words.split("|")), area))
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
                moves = not NO_MOVE_HAN.match(folded, end) and not BEIJING_NEWS.match(folded, start)
                dateline = bool(DATELINE.match(folded, end))
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
