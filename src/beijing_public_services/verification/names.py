"""Finding the names of indicators and of the categories of their breakdowns, the longest at each place, in one pass."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from beijing_public_services._record import Record
from beijing_public_services.notation.folding import fold
from beijing_public_services.notation.word_lists import phrases

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from beijing_public_services.datapackage.package import DataPackage
    from beijing_public_services.model.indicator import Indicator

SPELLINGS = (
    ("optimis", "optimiz"),
    ("recognis", "recogniz"),
    ("penalis", "penaliz"),
    ("harmonis", "harmoniz"),
    ("labour", "labor"),
    ("neighbour", "neighbor"),
    ("metre", "meter"),
    ("centre", "center"),
    ("programme", "program"),
    ("ageing", "aging"),
    ("enrolment", "enrollment"),
    ("coverage rate", "cover"),
    ("coverage rate", "coverage"),
    ("good air days", "good air quality days"),
    ("gross", "total"),
    ("unemployment rate", "jobless rate"),
    ("subway", "metro"),
    ("metro", "subway"),
    ("sulphur", "sulfur"),
    ("bicycle", "bike"),
    ("elevators", "lifts"),
    ("bookstore", "bookshop"),
    ("per capita", "per-capita"),
    ("wastewater", "waste water"),
    ("medicine and health industry", "pharmaceutical and healthcare industry"),
    ("medicine and health industry", "medical and healthcare industry"),
    ("annual mean concentration", "annual average concentration"),
    ("annual mean concentration", "average annual concentration"),
    ("annual mean concentration", "mean annual concentration"),
    ("annual mean concentration", "average concentration"),
)
HEADS = (
    "rate",
    "value",
    "value added",
    "revenue",
    "length",
    "scale",
    "capacity",
    "number",
    "leakage rate",
    "coverage rate",
    "treatment rate",
    "annual mean concentration",
)
SHORTEST_LATIN, SHORTEST_HAN = 3, 2
GENERIC = frozenset(  # names that many other things go by too
    phrases(
        """
        连续年数 | 托育 | 课间 | 抽检合格 | 合格批次 | 有效举报 | 普惠园 | 学位供给 | 一卡通行 | recess |
        school break | batches tested | batches passed | leads closed | platform complaints | account bans |
        data sharing ratio | data silos | bus lines | approval days | national assessment | performance grading |
        asset management | 绩效分级 | 违规账号处置 | 违法违规信息 | 风险信息 | 实时监测指标 | 自媒体乱象 | 办结率 |
        数据共享率 | cultural venues | 减围栏促联通 | 十项行动 | 原始创新 | 文化馆 | 世界知识产权组织 | wipo |
        书店数量 | 文化惠民 | 追赃挽损 | 捣毁窝点 | 潮河 | 白河 | 空气质量二级标准 | school break |
        labour risk records | water main renewal | most | years of pm2.5 compliance | consecutive years |
        substantiated reports | event permit processing time | childcare | greening | cycling | bicycle | soil |
        空气 | 空气质量 | air quality | good air | 空气污染 | air pollution | 雾霾 | smog | haze | 土壤 | 土壤污染 |
        土地污染 | soil pollution | crime | 犯罪 | crime rate | 治安 | homicide | murder | robbery | 命案 | 刑事案件 |
        校园安全 | school safety | wages | 工资 | salary | salaries | 薪酬 | 薪资 | pay | earnings | 农民工 |
        农民工工资 | migrant workers | migrant workers' wages | platform workers | gig workers | delivery riders |
        外卖骑手 | 大学生就业 | college graduates | university graduates | 地铁 | subway | metro | 红绿灯 |
        traffic lights | traffic signals | 骑行 | 绿化 | driverless | 无人驾驶 | self-driving | 城市更新 |
        urban renewal | urban regeneration | scam | scams | 诈骗 | 电信诈骗 | rice dumpling | rice dumplings | 粽子 |
        河流 | river | rivers | 网络内容 | online content | 旅游度假区 | tourist resorts | llm | llms |
        large language models | 大语言模型 | 公园 | greenway | ev | evs | electric cars | electric vehicles | 电动汽车 |
        ageing pipelines | old factories | old neighbourhoods | unpaid wages | school seats | 古北水镇 |
        """
    )
)
STEM = re.compile(
    r"(?:的)?(?:同比)?(?:增速|增长率|增长|涨幅|变化|排名|全国排名|提升幅度|提高幅度)$|同比$|^growth of "
    r"|^year-on-year growth of |"
    r" (?:growth|rank|ranking|change)$"
)
COUNTED = re.compile("(?:破获|受理|处置|抽检|清理|捣毁|监测)?(?:数|数量|人数|条数|件数|次数|批次数|账号数)$")
STOCK = "number of "
PAREN = re.compile(r"\((.*?)\)")


class Name(Record):
    """A name found in a text: where it stands, its words, and the ids of what goes by it."""

    start: int
    end: int
    text: str
    ids: tuple[str, ...]


class Names(Record):
    """Names, and one pattern that finds them all."""

    ids: dict[str, tuple[str, ...]]
    pattern: re.Pattern[str]
    bare: frozenset[str] = frozenset()  # names of a whole stock, as parks, that a part of it goes by too


def names_of(package: DataPackage) -> Names:
    """Return the names in use of a package's indicators, in their usual spellings."""
    ids: dict[str, list[str]] = {}
    for indicator in package.indicators:
        for name in _spellings(indicator):
            if name not in GENERIC and indicator.id not in ids.setdefault(name, []):
                ids[name].append(indicator.id)
    bare = {
        unhyphenated(fold(each.name_en)).removeprefix(STOCK): each.id
        for each in package.indicators
        if fold(each.name_en).startswith(STOCK)
    }
    ids = {**{name: [id_] for name, id_ in bare.items()}, **ids}
    return _compiled({name: tuple(found) for name, found in ids.items()}).__replace__(bare=frozenset(bare))


def categories_of(package: DataPackage) -> Names:
    """Return the names of a package's categories."""
    ids: dict[str, tuple[str, ...]] = {}
    for category in package.categories:
        for name in (*_latin_forms(fold(category.name_en).replace("-", " ")), *_han_forms(fold(category.name_zh))):
            ids[name] = (category.id,)
    return _compiled(ids)


def find_names(plain: str, names: Names) -> list[Name]:
    """Return the names in a folded text without hyphens, in order, never overlapping."""
    return [
        Name(start=match.start(), end=match.end(), text=match[0], ids=names.ids[match[0]])
        for match in names.pattern.finditer(plain)
    ]


def unhyphenated(folded: str) -> str:
    """Return a folded text with a space for each hyphen between letters."""
    return re.sub(r"(?<=[a-z0-9])-(?=[a-z])", " ", folded)


def _spellings(indicator: Indicator) -> Iterator[str]:
    for name in (indicator.name_zh, indicator.name_en, *indicator.keywords, *_plain_names(indicator)):
        folded = re.sub('["“”]', "", fold(name))
        if folded in GENERIC:
            continue
        if folded.isascii():
            for form in (unhyphenated(folded), *_inversions(unhyphenated(folded))):
                yield from _latin_forms(form)
        else:
            inner = PAREN.search(folded)
            yield from _han_forms(folded)
            yield from _han_forms(COUNTED.sub("", folded))
            if inner:
                yield from _han_forms(PAREN.sub("", folded))
                yield from _han_forms(PAREN.sub("", folded[inner.start() :]).join((inner[1], "")) or folded)


def _plain_names(indicator: Indicator) -> Iterator[str]:
    """Yield the names of what a change or a rank is of, where the package has no indicator for that."""
    if indicator.measure in ("growth", "rank") and not indicator.parent and "fixed_base" not in indicator.id:
        for name in (indicator.name_zh, indicator.name_en, *indicator.keywords):
            yield STEM.sub("", fold(name))


def _inversions(name: str) -> Iterator[str]:
    """Yield an English name with its head before it or after a genitive: rate of X, X's rate."""
    for head in HEADS:
        rest = name.removesuffix(f" {head}")
        if rest != name and rest:
            yield from (f"{head} of {rest}", f"{head} of the {rest}", f"{rest}'s {head}", f"{head} of {rest}s")


def _latin_forms(name: str) -> set[str]:
    forms = {name}
    for old, new in SPELLINGS:
        forms |= {form.replace(old, new) for form in forms if new not in form or new in old}
    for form in list(forms):
        first, _, last = form.rpartition(" ")
        if last.endswith("s") and len(last) > 4 and not last.endswith(("ss", "us")):
            forms.add(form[:-1] if not last.endswith("ies") else form[:-3] + "y")
        elif last.isalpha() and not last.endswith("s") and len(last) > 3 and first:
            forms.add(form + "s")
        if first.split(" ")[0].endswith("s") and len(first.split(" ")[0]) > 4 and " " in form:
            head = form.split(" ")[0]
            forms.add(form.replace(head, head[:-1], 1))
    forms |= {re.sub(r"(?<=[a-z])(?=[0-9])", " ", form) for form in forms if re.match("[a-z]+[0-9]", form)}
    forms |= {re.sub(r"^pm2\.5", "pm25", form) for form in forms}
    return {form for form in forms if len(form) >= SHORTEST_LATIN}


def _han_forms(name: str) -> set[str]:
    forms = {name, re.sub("(?:数|数量|人数|金额)$", "", name) if len(name) > 5 else name}
    forms |= {re.sub("^(pm|no|so)([0-9])", r"\1 \2", form) for form in forms}
    forms |= {re.sub(r"^pm2\.5", "pm25", form) for form in forms}
    return {form for form in forms if len(form) >= SHORTEST_HAN}


def _compiled(ids: dict[str, tuple[str, ...]]) -> Names:
    return Names(ids=ids, pattern=re.compile(_trie(ids) if ids else "(?!)"))


def _trie(names: Iterable[str], before: str = "") -> str:
    """Return a pattern of names that shares their beginnings: it finds the longest, and whole words only."""
    branches: dict[str, list[str]] = {}
    ends = False
    for name in names:
        if name:
            branches.setdefault(name[0], []).append(name[1:])
        else:
            ends = True
    tails = [
        ("" if before or not letter.isascii() else "(?<![a-z0-9])") + re.escape(letter) + _trie(rest, letter)
        for letter, rest in sorted(branches.items())
    ]
    if ends:
        tails.append("(?![a-z0-9])" if before.isascii() and before.isalnum() else "")
    return tails[0] if len(tails) == 1 else f"(?:{'|'.join(tails)})"
