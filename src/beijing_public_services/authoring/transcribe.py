"""What of a data package follows from its report's text: the paragraphs, the numerals and the places of footnotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services.errors import DataPackageError
from beijing_public_services.notation.report_text import numerals, read_source

if TYPE_CHECKING:
    from beijing_public_services.datapackage.tables import Row, Tables

NEEDED = {
    "paragraphs": ("locator", "section", "ordinal", "sha256"),
    "numerals": ("locator", "ordinal", "token", "role"),
    "mentions": ("locator", "ordinal"),
}


def transcribe(tables: Tables, report: str) -> None:
    """Make the tables that there are say what the report's text says; a row that was there keeps what else it holds.

    A numeral has the role `value` where a mention points at it; what another one is there is for a reader to say, and
    is left empty until then. Raises `DataPackageError` for a text without a paragraph and for a missing column.
    """
    text = read_source(report)
    if not text.paragraphs:
        raise DataPackageError("the report", None, None, "no paragraph", "one a line, such as '[s1.p1] …'")
    for name, columns in NEEDED.items():
        if name in tables:
            tables[name].require(*columns)
    mentions = tables["mentions"].rows if "mentions" in tables else []
    mentioned = {(row["locator"], row["ordinal"]) for row in mentions}
    paragraphs, tokens = [], []
    for each in text.paragraphs:
        at = {"locator": each.locator}
        paragraphs.append(at | {"section": each.section, "ordinal": str(each.ordinal), "sha256": each.sha256})
        for ordinal, numeral in enumerate(numerals(each.text), 1):
            tokens.append(at | {"ordinal": str(ordinal), "token": numeral[0]})
    _replace(tables, "paragraphs", ("locator",), paragraphs)
    _replace(tables, "numerals", ("locator", "ordinal", "token"), tokens)
    if "numerals" in tables:
        rows = tables["numerals"].rows
        for row in rows:
            row["role"] = row["role"] or ("value" if (row["locator"], row["ordinal"]) in mentioned else "")
        tables.by_name["numerals"] = tables["numerals"].with_rows(rows)
    if "sources" in tables and "anchor" in tables["sources"].columns:
        rows = [row | {"anchor": text.anchors.get(row["id"], "")} for row in tables["sources"].rows]
        tables.by_name["sources"] = tables["sources"].with_rows(rows)


def _replace(tables: Tables, name: str, key: tuple[str, ...], rows: list[Row]) -> None:
    """Put these rows in place of a table's, each with the other cells of the row that had its key."""
    if name in tables:
        table = tables[name]
        before = {tuple(row[column] for column in key): row for row in table.rows}
        empty = dict.fromkeys(table.columns, "")
        filled = [empty | before.get(tuple(row[column] for column in key), {}) | row for row in rows]
        tables.by_name[name] = table.with_rows(filled)
