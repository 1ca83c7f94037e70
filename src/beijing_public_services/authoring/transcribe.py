"""Updating the tables that follow from the texts of reports: paragraphs, numerals and the places of footnotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services.datapackage.contract import CONTRACT
from beijing_public_services.datapackage.report_texts import read_reports
from beijing_public_services.errors import DataPackageError
from beijing_public_services.notation.locators import report_of, report_of_footnote, reports_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from beijing_public_services.datapackage.tables import Row, Tables
    from beijing_public_services.notation.report_text import SourceText

FROM_THE_TEXT = ("paragraphs", "numerals", "mentions")


def transcribe(tables: Tables, report: str | Mapping[str, str]) -> None:
    """Update the existing tables from the texts of reports. Rows that already exist keep their other columns.

    A numeral gets the role `value` if a mention points at it. The role of any other numeral stays empty until a person
    fills it in. The rows of a report whose text is not given stay as they are.

    Args:
        tables: the tables of the package.
        report: the text of the first report, or the texts of several by their ids in `sources`.

    Raises:
        DataPackageError: a text has no paragraph, a table lacks a column, or `sources` has no report of an id.
    """
    texts = read_reports(tables, report)
    for id, text in texts.items():
        if not text.paragraphs:
            raise DataPackageError(id or "the report", None, None, "no paragraph", "one per line, such as '[s1.p1] …'")
    for name in FROM_THE_TEXT:
        if name in tables:
            tables[name].require(*CONTRACT[name].required)
    paragraphs = [row for text in texts.values() for row in paragraph_rows(text)]
    tokens = [row for text in texts.values() for row in _numerals(text)]
    _replace(tables, "paragraphs", ("locator",), paragraphs, texts)
    _replace(tables, "numerals", ("locator", "ordinal", "token"), tokens, texts)
    if "numerals" in tables:
        _fill_roles(tables)
    if "sources" in tables and "anchor" in tables["sources"].columns:
        _place_footnotes(tables, texts)


def _fill_roles(tables: Tables) -> None:
    """Give the role `value` to each numeral without a role that a mention points at."""
    mentions = tables["mentions"].rows if "mentions" in tables else []
    mentioned = {(row["locator"], row["ordinal"]) for row in mentions}
    rows = tables["numerals"].rows
    for row in rows:
        row["role"] = row["role"] or ("value" if (row["locator"], row["ordinal"]) in mentioned else "")
    tables.by_name["numerals"] = tables["numerals"].with_rows(rows)


def _place_footnotes(tables: Tables, texts: Mapping[str, SourceText]) -> None:
    """Give each footnote of these texts the place of its marker; "" if the text has none."""
    anchors = {id: anchor for text in texts.values() for id, anchor in text.anchors.items()}
    rows = tables["sources"].rows
    for row in rows:
        if report_of_footnote(row["id"]) in texts or row["id"] in anchors:
            row["anchor"] = anchors.get(row["id"], "")
    tables.by_name["sources"] = tables["sources"].with_rows(rows)


def paragraph_rows(text: SourceText) -> list[Row]:
    """Return the rows of the table of paragraphs for a report."""
    return [
        {"locator": each.locator, "section": each.section, "ordinal": str(each.ordinal), "sha256": each.sha256}
        for each in text.paragraphs
    ]


def _numerals(text: SourceText) -> list[Row]:
    return [
        {"locator": each.locator, "ordinal": str(ordinal), "token": numeral.token}
        for each in text.paragraphs
        for ordinal, numeral in enumerate(each.numerals, 1)
    ]


def _replace(tables: Tables, name: str, key: tuple[str, ...], rows: list[Row], reports: Collection[str]) -> None:
    """Replace the rows of these reports in a table; a row whose key was there keeps its other cells."""
    if name not in tables:
        return
    table = tables[name]
    before = {tuple(row[column] for column in key): row for row in table.rows}
    empty = dict.fromkeys(table.columns, "")
    filled = [empty | before.get(tuple(row[column] for column in key), {}) | row for row in rows]
    others = [row for row in table.rows if report_of(row["locator"]) not in reports]
    known = list(reports_of(tables["sources"].rows).values()) if "sources" in tables else []
    ranks = {id: place for place, id in enumerate(dict.fromkeys(["", *known]))}
    merged = sorted([*filled, *others], key=lambda row: ranks.get(report_of(row["locator"]), len(ranks)))
    tables.by_name[name] = table.with_rows(merged)
