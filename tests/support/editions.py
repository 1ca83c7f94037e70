"""Two invented editions of a yearbook, and the package of the first or of both; no tests in here."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from tests.support.editing import made_once

from beijing_public_services.authoring.refresh import refresh
from beijing_public_services.authoring.scaffold import new_package
from beijing_public_services.datapackage.file_bytes import csv_file

if TYPE_CHECKING:
    from beijing_public_services.datapackage.tables import Row

FIRST = """# 云州市公共服务年报（2030）

## 1 图书馆

[s1.p1] 2030年末，云州市共有图书馆 40 座，全年接待读者320.5万人次。[^n01]

## 2 空气

[s2.p1] 2030年，云州市细颗粒物年均浓度为31.2微克/立方米。

## Notes

[^n01]: 《图书馆名录》
"""
SECOND = """# 云州市公共服务年报（2031）

## 1 空气

[s1.p1] 2031年，细颗粒物年均浓度为29.8微克/立方米，2030年为31.2微克/立方米。

## 2 图书馆[^n01]

[s2.p1] 2031年末，云州市共有图书馆43座。

[s2.p2] 全年接待读者355万人次，2030年经修订为318.7万人次。[^n02]

## Notes

[^n01]: 《图书馆名录（2031）》
[^n02]: 《读者统计》
"""
LATER = "yearbook_2031"
TEXTS = {"report": FIRST, LATER: SECOND}
LIBRARIES, VISITS, PARTICLES = "libraries.public_libraries", "libraries.library_visits", "air.pm2_5_annual_mean"
REGISTRY = ["library = [bps_library] = _ = 图书馆", "person_time = [bps_person_time] = _ = 人次"]

ROWS: dict[str, list[str]] = {  # of the first edition, the cells of each row in the order of the columns
    "units": [
        "library,library,{library},library,图书馆,library",
        "person_time,person_time,{person_time},person_time,人次,person time",
        "ug/m3,microgram / meter ** 3,ug/m3,µg/m³,微克/立方米,microgram per cubic metre",
    ],
    "areas": ["CN,中国,China,,,", "X-YUNZHOU,云州市,Yunzhou,CN,,"],
    "sources": [
        "report,report,云州市公共服务年报（2030）,云州市统计局,2031-03,,A,,,",
        "n01,footnote,图书馆名录,云州市图书馆协会,,,B,,,",
    ],
    "domains": ["libraries,图书馆,Libraries,1", "air,空气,Air,2"],
    "topics": ["libraries.network,libraries,图书馆,Libraries,1", "air.particulates,air,颗粒物,Particulate matter,2"],
    "indicators": [
        f"{LIBRARIES},libraries,libraries.network,图书馆数,Public libraries,图书馆,Number of public libraries.,"
        "library,level,,end",
        f"{VISITS},libraries,libraries.network,图书馆接待读者人次,Library visits,读者,Visits to the libraries.,"
        "person_time,level,,during",
        f"{PARTICLES},air,air.particulates,细颗粒物年均浓度,PM2.5 annual mean,PM2.5,Mean over the year.,"
        "ug/m3,level,,during",
    ],
    "observations": [
        f"a,{LIBRARIES},X-YUNZHOU,2030,,,40,exact,actual,,,,,40座,s1.p1,n01,",
        f"b,{VISITS},X-YUNZHOU,2030,,,3205000,exact,actual,,,,,320.5万人次,s1.p1,n01,",
        f"c,{PARTICLES},X-YUNZHOU,2030,,,31.2,exact,actual,,,,,31.2微克/立方米,s2.p1,report,",
    ],
    "mentions": ["a,s1.p1,2", "b,s1.p1,3", "c,s2.p1,2"],
}
FURTHER_ROWS: dict[str, list[str]] = {  # of the second edition
    "sources": [
        f"{LATER},report,云州市公共服务年报（2031）,云州市统计局,2032-03,,A,,,",
        f"{LATER}_n01,footnote,图书馆名录（2031）,云州市图书馆协会,,,B,,,",
        f"{LATER}_n02,footnote,读者统计,云州市图书馆协会,,,B,,,",
    ],
    "observations": [
        f"d,{PARTICLES},X-YUNZHOU,2031,,,29.8,exact,actual,,,,,29.8微克/立方米,{LATER}/s1.p1,{LATER},",
        f"e,{PARTICLES},X-YUNZHOU,2030,,,31.2,exact,actual,,,,,31.2微克/立方米,{LATER}/s1.p1,{LATER},",
        f"f,{LIBRARIES},X-YUNZHOU,2031,,,43,exact,actual,,,,,43座,{LATER}/s2.p1,{LATER}_n01,",
        f"g,{VISITS},X-YUNZHOU,2031,,,3550000,exact,actual,,,,,355万人次,{LATER}/s2.p2,{LATER}_n02,",
        f"h,{VISITS},X-YUNZHOU,2030,,,3187000,exact,actual,,,,,318.7万人次,{LATER}/s2.p2,{LATER}_n02,",
    ],
    "mentions": [
        f"d,{LATER}/s1.p1,2", f"e,{LATER}/s1.p1,4", f"f,{LATER}/s2.p1,2", f"g,{LATER}/s2.p2,1", f"h,{LATER}/s2.p2,3",
    ],
}  # fmt: skip


@made_once("yunzhou")
def first_edition(folder: Path) -> Path:
    """Write the package of the first edition, and return its path."""
    package = new_package(
        folder, title="Public services of Yunzhou", created="2031-04-01T00:00:00Z", id="urn:x:yunzhou"
    )
    change_descriptor(package, headline_area="X-YUNZHOU", registry=REGISTRY)
    add_rows(package, ROWS)
    refresh(package, report=FIRST)
    name_dates(package)
    return package


@made_once("yunzhou")
def both_editions(folder: Path) -> Path:
    """Write the package of both editions, and return its path."""
    package = first_edition(folder)
    change_descriptor(package, version="0.2.0")
    add_rows(package, FURTHER_ROWS)
    refresh(package, report={LATER: SECOND})
    name_dates(package)
    return package


def change_descriptor(package: Path, *, registry: list[str] | None = None, **properties: str) -> None:
    """Give the descriptor these properties, and further units."""
    file = package / "datapackage.json"
    descriptor = json.loads(file.read_text(encoding="utf-8")) | properties
    descriptor["unit_registry"] += registry or []
    file.write_text(json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def add_rows(package: Path, rows: dict[str, list[str]]) -> None:
    """Append these lines to the tables."""
    for name, lines in rows.items():
        with (package / "data" / f"{name}.csv").open("a", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in lines)


def name_dates(package: Path) -> None:
    """Give each numeral that no mention points at the role of a date, which all of them have here."""
    file = package / "data" / "numerals.csv"
    header, *lines = file.read_text(encoding="utf-8").splitlines()
    columns = header.split(",")
    rows: list[Row] = [dict(zip(columns, line.split(","), strict=True)) for line in lines]
    file.write_bytes(csv_file([row | {"role": row["role"] or "date"} for row in rows], columns))
    refresh(package)
