"""A new package, an invented report, and what a person fills in after it was drafted; no tests in here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.editing import edit_rows, made_once

import beijing_public_services as bps

if TYPE_CHECKING:
    from pathlib import Path

REPORT = """# 澜湾市公共服务年度观察（2031）

## 公共图书馆

2031年末，澜湾市共有公共图书馆48座，比上年增加6.7%；其中36座通宵开放。[^1]

## 空气质量

2031年，澜湾市细颗粒物年均浓度为27.4微克/立方米，与2026年相比下降18.2%。

[^1]: 澜湾市图书馆协会：《2031年公共图书馆名录》，2032年2月3日。
"""
LETTERS = "abcdefghijk"


new_city = made_once("city")(bps.new_package)


def fill(path: Path, **cells: str) -> None:
    """Fill the empty cells of a CSV file; `{}` in a text is a letter, which counts the rows from the last."""

    def change(rows: list[dict[str, str]]) -> None:
        for letter, row in zip(LETTERS, reversed(rows), strict=False):
            row.update({name: cell.format(letter) for name, cell in cells.items() if not row[name]})

    edit_rows(path, change)


def complete(city: Path) -> None:
    """Fill in what a person fills in after a draft of the invented report."""
    fill(city / "draft" / "domains.csv", id="domain_{}", name_en="Domain {}")
    fill(city / "draft" / "areas.csv", id="X-LANWAN", name_en="Lanwan")
    fill(city / "draft" / "units.csv", id="library", name_en="library")
    fill(city / "draft" / "sources.csv", title="title", publisher="publisher", grade="B")
    fill(
        city / "draft" / "indicators.csv", id="thing_{}", name_en="Thing {}", definition="Number of libraries, kind {}."
    )
