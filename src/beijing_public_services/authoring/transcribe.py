"""Updating the tables that follow from the report's text: paragraphs, numerals and the places of footnotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services.datapackage.contract import CONTRACT
from beijing_public_services.errors import DataPackageError
from beijing_public_services.notation.report_text import read_source

if TYPE_CHECKING:
    from beijing_public_services.datapackage.tables import Row, Tables

FROM_THE_TEXT = ("paragraphs", "numerals", "mentions")


def transcribe(tables: Tables, report: str) -> None:
    """Update the existing tables from the report's text. Rows that already exist keep their other columns.

    A numeral gets the role `value` if a mention points at it. The role of any other numeral stays empty until a person
    fills it in.

    Raises:
        DataPackageError: the text has no paragraph, or a table lacks a column.
    """
    text = read_source(report)
    if not text.paragraphs:
        raise DataPackageError("the report", None, None, "no paragraph", "one a line, such as '[s1.p1] …'")
    for name in FROM_THE_TEXT:
        if name in tables:
            tables[name].require(*CONTRACT[name].required)
    mentions = tables["mentions"].rows if "mentions" in tables else []
    mentioned = {(row["locator"], row["ordinal"]) for row in mentions}
    paragraphs, tokens = [], []
    for each in text.paragraphs:
        at = {"locator": each.locator}
        paragraphs.append(at | {"section": each.section, "ordinal": str(each.ordinal), "sha256": each.sha256})
        for ordinal, numeral in enumerate(each.numerals, 1):
            tokens.append(at | {"ordinal": str(ordinal), "token": numeral.token})
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
    """Replace the rows of a table; a row whose key was there keeps its other cells."""
    if name in tables:
        table = tables[name]
        before = {tuple(row[column] for column in key): row for row in table.rows}
        empty = dict.fromkeys(table.columns, "")
        filled = [empty | before.get(tuple(row[column] for column in key), {}) | row for row in rows]
        tables.by_name[name] = table.with_rows(filled)
