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
    for row in tables["numerals"].rows if "numerals" in tables else ():
        row["role"] = row["role"] or ("value" if (row["locator"], row["ordinal"]) in mentioned else "")
    anchored = "sources" in tables and "anchor" in tables["sources"].columns
    for row in tables["sources"].rows if anchored else ():
        row["anchor"] = text.anchors.get(row["id"], "")


def _replace(tables: Tables, name: str, key: tuple[str, ...], rows: list[Row]) -> None:
    """Put these rows in place of a table's, each with the other cells of the row that had its key."""
    if name in tables:
        table = tables[name]
        before = {tuple(row[column] for column in key): row for row in table.rows}
        empty = dict.fromkeys(table.columns, "")
        table.rows[:] = [empty | before.get(tuple(row[column] for column in key), {}) | row for row in rows]
