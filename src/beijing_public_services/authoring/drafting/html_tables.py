"""Tables of an HTML page as paragraphs: one per row of a data table; a table that lays a page out stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services.authoring.drafting.table_text import rows_of

if TYPE_CHECKING:
    from typing import Any

LONGEST_CELL = 160  # characters: a table with a longer one lays a page out
MOST_SPANNED = 50


def write_out_tables(page: Any) -> None:
    """Replace the data tables of a page by paragraphs; the innermost first."""
    for table in reversed(page("table")):
        cells, heads = _cells(table)
        texts = [cell for row in cells for cell in row]
        if not texts or max(map(len, texts)) > LONGEST_CELL or table.find("table"):
            continue
        before = table.find_previous(["p", "h1", "h2", "h3", "h4", "h5", "h6", "li"])
        own = table.find("caption")
        caption = " ".join((own or before).get_text().split()) if own or before else ""
        lines = [*([caption] if own and caption else []), *rows_of(cells, heads, caption)]
        for line in lines:
            paragraph = page.new_tag("p")
            paragraph.string = line
            table.insert_before(paragraph)
        table.decompose()


def _cells(table: Any) -> tuple[list[list[str]], int]:
    """Return the texts of a table by row and column, with what spans several repeated, and how many rows are heads."""
    rows: list[list[str]] = []
    waiting: dict[int, tuple[int, str]] = {}  # by column: for how many more rows a cell stands there
    heads = 0
    for line in table("tr"):
        row: list[str] = []
        found = line(["td", "th"])

        def take_spanned(row: list[str] = row) -> None:
            while len(row) in waiting:
                left, text = waiting[len(row)]
                if left == 1:
                    del waiting[len(row)]
                else:
                    waiting[len(row)] = left - 1, text
                row.append(text)

        for cell in found:
            take_spanned()
            text = " ".join(cell.get_text().split())
            wide, high = _span(cell.get("colspan")), _span(cell.get("rowspan"))
            for _ in range(wide):
                if high > 1:
                    waiting[len(row)] = high - 1, text
                row.append(text)
        take_spanned()
        is_head = bool(found) and all(cell.name == "th" for cell in found)
        heads += is_head and heads == len(rows)
        rows.append(row)
    return rows, max(1, heads)


def _span(text: Any) -> int:
    return min(int(text), MOST_SPANNED) if str(text).isdecimal() and int(text) else 1
