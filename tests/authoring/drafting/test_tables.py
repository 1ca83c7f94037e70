"""Laws of tables in a draft: a row is a paragraph, and a cell has its unit, its period and its name from the heads."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import beijing_public_services as bps
from beijing_public_services.authoring.drafting.draft import draft_tables
from beijing_public_services.authoring.drafting.numbering import numbered
from beijing_public_services.authoring.drafting.report import read_report, with_characters
from beijing_public_services.datapackage.reader import read_tables

if TYPE_CHECKING:
    from pathlib import Path

SCHOOLS = """# 2031年澜湾市教育统计公报

## 一、学校

表1 各级教育情况

| 指标 | 学校数（所） | 在校生（万人） | 比上年增长（%） |
|---|---:|---:|---:|
| 小学 | 1,286 | 45.2 | -1.3 |
| 合计 | 1,328 | 53.9 | — |

分区人口（单位：万人）

| 地区 | 2030年 | 2031年 |
|---|---|---|
| 城东区 | 45.2 | 45.9 |
"""
SPENDING = """# Larkin County 2031 Report

## Roads

Table 3. Spending ($ millions)

| | 2030 | 2031 | Change (%) |
|---|---|---|---|
| Road repair | 12.4 | 13.1 | +5.6 |
| Bridges | 3.2 | n/a | −9.4 |

Year\tTrips (thousands)\tBuses
2030\t1,204\t48
"""
HTML = """<html><body><main><h1>Larkin County 2031 Report</h1><h2>Crime</h2><table><thead>
<tr><th rowspan="2">Offence</th><th colspan="2">Reported (hundreds)</th></tr><tr><th>2030</th><th>2031</th></tr></thead>
<tr><td>Burglary</td><td>81</td><td>69</td></tr></table></main></body></html>"""


def cells(text: str, folder: Path) -> list[str]:
    """Return what is proposed for the cells of a report, each as one text."""
    tables = read_tables(bps.new_package(folder / "city"))
    columns = ("printed", "value", "unit", "measure", "period", "area", "base_kind", "indicator")
    return [" | ".join(row[column] for column in columns) for row in draft_tables(tables, [], text).rows]


def test_a_cell_has_the_unit_and_name_of_its_heads(tmp_path: Path) -> None:
    """The head of a column gives a cell its unit with the scale; stub and head name it; a place is its area."""
    assert cells(numbered(SCHOOLS), tmp_path) == [
        "1,286所 | 1286 | ?小学学校 | level | 2031 | ?澜湾市 |  | ?小学学校数",
        "45.2万人 | 452000 | person | level | 2031 | ?澜湾市 |  | ?小学在校生",
        "-1.3% | -1.3 | percent | growth | 2031 | ?澜湾市 | previous_year | ?小学增长率",
        "1,328所 | 1328 | ?合计学校 | level | 2031 | ?澜湾市 |  | ?合计学校数",
        "53.9万人 | 539000 | person | level | 2031 | ?澜湾市 |  | ?合计在校生",
        "45.2万人 | 452000 | person | level | 2030 | ?城东区 |  | ?分区人口",
        "45.9万人 | 459000 | person | level | 2031 | ?城东区 |  | ?分区人口",
    ]


def test_a_caption_gives_its_unit_to_its_own_table_only(tmp_path: Path) -> None:
    """A unit in a caption holds for the table below it; a table of tabs has years for stubs."""
    assert cells(numbered(SPENDING), tmp_path) == [
        "$12.4 million | 12400000 | dollar | level | 2030 | ?Larkin County |  | ?Road repair",
        "$13.1 million | 13100000 | dollar | level | 2031 | ?Larkin County |  | ?Road repair",
        "+5.6% | 5.6 | percent | growth | 2031 | ?Larkin County | previous_year | ?growth of Road repair",
        "$3.2 million | 3200000 | dollar | level | 2030 | ?Larkin County |  | ?Bridges",
        "−9.4% | -9.4 | percent | growth | 2031 | ?Larkin County | previous_year | ?growth of Bridges",
        "1,204 thousand | 1204000 | ?trip | level | 2030 | ?Larkin County |  | ?Trips",
        "48 | 48 | ?bus | level | 2030 | ?Larkin County |  | ?Buses",
    ]


def test_an_html_table_has_the_heads_that_span_its_columns(tmp_path: Path) -> None:
    """Heads of two rows are joined, and what spans several columns or rows holds for each of them."""
    pytest.importorskip("bs4")
    path = tmp_path / "report.html"
    path.write_text(HTML, encoding="utf-8")
    text = read_report(path)
    assert "[s1.p1] | Burglary | Reported (hundreds) 2030: 81 | Reported (hundreds) 2031: 69 |" in text
    assert [row.split(" | ")[:2] for row in cells(text, tmp_path)] == [["81", ""], ["69", ""]]


def test_a_scale_that_cannot_be_read_leaves_the_value_empty(tmp_path: Path) -> None:
    """A cell of a table in units that no reader knows has no value, with the reason."""
    text = numbered("# Report 2031\n\n## Tax\n\n| Tax | Yield (million groats) |\n|---|---|\n| Land | 12 |\n")
    (row,) = draft_tables(read_tables(bps.new_package(tmp_path / "city")), [], text).rows
    assert (row["value"], "the table names a scale that cannot be read" in row["why"]) == ("", True)


def test_numerals_of_heads_and_stubs_have_roles(tmp_path: Path) -> None:
    """The years of heads are dates, and other numbers of heads and stubs are names."""
    text = numbered("# Report 2031\n\n## Homes\n\n| Size | 2030 |\n|---|---|\n| 3 rooms | 1,204 |\n")
    numerals = draft_tables(read_tables(bps.new_package(tmp_path / "city")), [], text).skeletons["numerals"]
    assert [(row["token"], row["role"]) for row in numerals] == [("3", "name"), ("2030", "date"), ("1,204", "value")]


def test_a_line_with_a_tab_that_is_no_table_stays(tmp_path: Path) -> None:
    """A line of a text is not lost for its tab."""
    assert "[s0.p1] One Two" in numbered("One\tTwo\n\nThe city has 48 parks.")


@pytest.mark.parametrize(
    ("short", "whole"),
    [
        (
            "<table><tr><th>Ferry<th>Trips<tr><td>North<td>812<tr><td>South<td>1,033</table>",
            "<table><tr><th>Ferry</th><th>Trips</th></tr><tr><td>North</td><td>812</td></tr>"
            "<tr><td>South</td><td>1,033</td></tr></table>",
        ),
        (
            "<p>It had 4 quays.<p>It had 5 cranes.<ul><li>3 pilots<li>2 tugs</ul>",
            "<p>It had 4 quays.</p><p>It had 5 cranes.</p><ul><li>3 pilots</li><li>2 tugs</li></ul>",
        ),
        (
            "<p>It had 4 quays.<h2>Cranes</h2><p>It had 5.<table><tr><td><p>3 pilots<td>2 tugs</table>",
            "<p>It had 4 quays.</p><h2>Cranes</h2><p>It had 5.</p>"
            "<table><tr><td><p>3 pilots</p></td><td>2 tugs</td></tr></table>",
        ),
    ],
)
def test_end_tags_may_be_left_out(tmp_path: Path, short: str, whole: str) -> None:
    """A page without the end tags that HTML lets one leave out is read like the same page with them."""
    pytest.importorskip("bs4")
    texts = []
    for name, content in (("short", short), ("whole", whole)):
        file = tmp_path / f"{name}.html"
        file.write_text(f"<h1>Port of Harle</h1><p>It is a port.</p>{content}", encoding="utf-8")
        texts.append(read_report(file))
    assert texts[0] == texts[1]


def test_radicals_are_characters() -> None:
    """Radicals that some programs put into a PDF in place of the characters they look like are read as those."""
    assert with_characters("⼩学58所，⻓跑2⻚，⼀年，二月") == "小学58所，长跑2页，一年，二月"
