"""The texts of a package's reports, each read under the name that its locators have in the package."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services.datapackage.tables import Table
from beijing_public_services.errors import DataPackageError
from beijing_public_services.notation.locators import report_of, report_of_footnote, reports_of
from beijing_public_services.notation.report_text import read_source

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from beijing_public_services.datapackage.tables import Row, Tables
    from beijing_public_services.notation.report_text import SourceText


def read_reports(tables: Tables, report: str | Mapping[str, str]) -> dict[str, SourceText]:
    """Return the reports in these texts by the name that locators give them, which is "" for the first report.

    Args:
        tables: the tables of the package.
        report: the text of the first report, or the texts of several by their ids in `sources`; "" is the first.

    Raises:
        DataPackageError: `sources` has no report of an id.
    """
    if isinstance(report, str):
        return {"": read_source(report)}
    known = {"": ""} | (reports_of(tables["sources"].rows) if "sources" in tables else {})
    texts = {}
    for id, text in report.items():
        if id not in known:
            listed = ", ".join(map(repr, filter(None, known))) or "one, which sources has not"
            file = tables["sources"].file if "sources" in tables else tables.name
            raise DataPackageError(
                file, None, "id", f"no report {id!r:.80}", f"a source of the kind 'report': {listed}"
            )
        texts[known[id]] = read_source(text, known[id])
    return {name: texts[name] for name in dict.fromkeys(known.values()) if name in texts}


def rows_of_reports(tables: Tables, names: Iterable[str], reports: Collection[str]) -> Tables:
    """Return the tables, those of these names with the rows of some reports alone, each with its number in the file."""

    def is_of_them(name: str, row: Row) -> bool:
        if name == "statements":
            locators = [each for each in row["locators"].split(";") if report_of(each) in reports]
            row["locators"] = ";".join(locators)
            return bool(locators)
        if name == "sources" and row.get("kind") != "publication":
            return (report_of(row.get("anchor", "")) or report_of_footnote(row["id"])) in reports
        return name == "sources" or report_of(row["locator"]) in reports

    chosen = {}
    for name in names:
        if name in tables:
            numbered = [(number, row) for number, row in tables[name].numbered() if is_of_them(name, row)]
            rows, numbers = [row for _, row in numbered], tuple([number for number, _ in numbered])
            chosen[name] = Table.of_rows(tables[name].file, tables[name].columns, rows, numbers)
    return tables.replaced(**chosen)
