"""The first two sheets of a workbook: the cover, and the figures as a person reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from beijing_public_services.exports.dataset import address, citation, licences
from beijing_public_services.exports.excel_cells import width, write_cell, write_link, write_text
from beijing_public_services.exports.figures_table import figures_sheet
from beijing_public_services.exports.sheet import get
from beijing_public_services.model.wording import format_period, format_unit, label

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from beijing_public_services.datapackage.package import DataPackage
    from beijing_public_services.exports.excel_cells import Styles
    from beijing_public_services.exports.sheet import Cell

QUOTE = "'"
LINE, WIDE = 15, 96  # the height of a line in points; the width of a fact in characters
COVER, OVERVIEW = "cover", "overview"
HEADINGS = {  # each with the widest that its column gets
    "领域 Domain": 42,
    "指标": 44,
    "Indicator": 56,
    "原文 As printed": 24,
    "界限 Bound": 34,
    "数值 Value": 20,
    "单位 Unit": 16,
    "时期 Period": 34,
    "年份 Year": 9,
    "地区 Place": 24,
    "分类 Category": 30,
    "段落 Paragraph": 14,
    "来源 Source": 60,
    "争议 Disputed": 40,
}
VALUE, SOURCE = "数值 Value", "来源 Source"


def write_cover(page: Any, package: DataPackage, styles: Styles, sheets: Sequence[tuple[str, int]]) -> None:
    """Write what the workbook is, which release it holds, its licence, how to cite it, and links to its sheets."""
    page.hide_gridlines(2)
    page.set_column(0, 0, 18)
    page.set_column(1, 1, WIDE)
    page.set_row(0, 2 * LINE)
    page.set_row(1, 1.5 * LINE)
    title = get(package.descriptor, "title", str) or package.name
    write_text(page, 0, 0, title, styles, "title", style="title")
    write_text(page, 1, 0, get(package.descriptor, "title_zh", str), styles, "title", style="subtitle")
    facts = [(name, text, link) for name, text, link in _facts(package) if text]
    for row, (name, text, link) in enumerate(facts, 3):
        write_text(page, row, 0, name, styles, "cover", style="name")
        if link:
            write_link(page, row, 1, link, text, styles, name)
        else:
            write_text(page, row, 1, text, styles, name, style="wrapped")
            page.set_row(row, LINE * (1 + width(text) // WIDE))
    first = len(facts) + 5
    for place, heading in enumerate(("工作表 Sheet", "行数 Rows")):
        write_text(page, first - 1, place, heading, styles, "cover", style="header")
    for row, (name, rows) in enumerate(sheets, first):
        write_link(page, row, 0, f"internal:'{name.replace(QUOTE, QUOTE * 2)}'!A1", name, styles, "sheet")
        page.write_number(row, 1, rows, styles.left)
    page.fit_to_pages(1, 0)


def _facts(package: DataPackage) -> Iterator[tuple[str, str, str]]:
    """Name, text and address of each fact of the release; what is not known is empty."""
    descriptor = package.descriptor
    yield "内容 Content", get(descriptor, "description", str), ""
    yield "版本 Release", ", ".join(filter(None, (package.version, get(descriptor, "created", str)[:10]))), ""
    for name, url in licences(package):
        yield "许可 Licence", name or url, url
    yield "引用 How to cite", citation(package), ""
    homepage = address(get(descriptor, "homepage", str))
    yield "网址 Address", homepage, homepage
    yield "SHA-256", package.sha256, ""


def write_overview(page: Any, package: DataPackage, styles: Styles) -> int:
    """Write one row per figure with what a person reads of it, and return how many rows there are."""
    addresses = {each.id: address(each.url) for each in package.sources}
    rows = list(_rows(package))
    for place, (heading, widest) in enumerate(HEADINGS.items()):
        needed = max(map(width, (heading, *(row[place] for row, _ in rows))))
        page.set_column(place, place, min(widest, needed + 2))
        write_text(page, 0, place, heading, styles, heading, style="header")
    for number, (row, source) in enumerate(rows, 1):
        for place, (heading, cell) in enumerate(zip(HEADINGS, row, strict=True)):
            if heading == SOURCE and addresses[source]:
                write_link(page, number, place, addresses[source], str(cell), styles, heading, style="indented link")
            else:
                write_cell(page, number, place, cell, styles, heading, style="indented", grouped=heading == VALUE)
    page.freeze_panes(1, 3)
    page.autofilter(0, 0, len(rows), len(HEADINGS) - 1)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    return len(rows)


def _rows(package: DataPackage) -> Iterator[tuple[tuple[Cell, ...], str]]:
    """For each figure the cells under the headings, and the id of its source."""
    units = {each.id: format_unit(each).strip() for each in package.units}
    for row in figures_sheet(package).as_dicts():
        text = {name: "" if cell is None else str(cell) for name, cell in row.items()}
        disputes = zip(text["disputed_by"].split(), text["disputed_printed"].split("; "), strict=False)
        yield (
            (
                _both(text["domain_zh"], text["domain_en"]),
                text["indicator_zh"] or None,
                text["indicator_en"] or None,
                text["printed"],
                _bound(row),
                row["value"],
                units[text["unit"]],
                format_period(text["period"]),
                row["year"],
                _both(text["area_zh"], text["area_en"]),
                _both(text["category_zh"], text["category_en"]) or None,
                text["locator"] or None,
                _source(text),
                "; ".join(f"{printed} ({by})" for by, printed in disputes) or None,
            ),
            text["source"],
        )


def _bound(row: dict[str, Cell]) -> str | None:
    """The bound as a word, with both ends of a range, of which the column of values has the lower one."""
    if row["bound"] == "exact":
        return None
    ends = f" {row['value']:,} and {row['upper']:,}" if row["bound"] == "between" else ""
    return f"{label('bound', str(row['bound']), 'en')}{ends}"


def _source(text: dict[str, str]) -> str:
    """The title and publisher of a source; the report, which most figures are from, has a short name."""
    if text["source_kind"] == "report":
        return "报告 The report"
    return ", ".join(filter(None, (text["source_title"] or text["source"], text["source_publisher"])))


def _both(chinese: str, english: str) -> str:
    return " ".join(filter(None, (chinese, english)))
