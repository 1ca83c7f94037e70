"""Whether a text is the report that a package was read from, or another text altogether."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services.notation.locators import report_of, reports_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from beijing_public_services.datapackage.tables import Tables
    from beijing_public_services.notation.report_text import SourceText

FEWEST_PARAGRAPHS = 0.05  # of the fingerprints recorded, that the report's text must have
FEWEST_NUMERALS = 0.5  # of the numerals recorded, in a text all of whose paragraphs were edited
NUMBERED = "with the locators of its paragraphs, as `draft --number` writes it"


def reasons_to_doubt(tables: Tables, texts: Mapping[str, SourceText]) -> dict[str, str]:
    """Return for each text that is not the report why it is not, by the name of the report.

    A text is the report if it has a twentieth of the fingerprints, wherever they stand, or half of the numerals, each
    in its place: an edited text has the latter still.
    """
    names = {name: id for id, name in reports_of(tables["sources"].rows).items()} if "sources" in tables else {}
    found = {}
    for name, text in texts.items():
        if reason := _doubt(tables, name, text):
            titles = {row["id"]: row.get("title", "") for row in tables["sources"].rows} if "sources" in tables else {}
            title = titles.get(names.get(name, ""), "")
            called = " ".join(filter(None, (names.get(name, "the report"), f"({title:.80})" if title else "")))
            wanted = f"{called}: this is not the report" if text.paragraphs else f"{called} {NUMBERED}"
            found[name] = f"found {reason}, expected the text of {wanted}"
    return found


def _doubt(tables: Tables, report: str, text: SourceText) -> str:
    """Why a text is not the report of this name; empty if it is."""
    recorded = {row["sha256"] for row in tables["paragraphs"].rows if report_of(row["locator"]) == report}
    if not text.paragraphs:
        return "no locator in the text, as in a line such as '[s1.p1] …'"
    if not recorded:
        return "no row of the report in the package, which `refresh --report` writes"
    same = len(recorded.intersection(each.sha256 for each in text.paragraphs))
    if same >= FEWEST_PARAGRAPHS * len(recorded):
        return ""
    tokens = {
        (row["locator"], row["ordinal"], row["token"])
        for row in tables["numerals"].rows
        if report_of(row["locator"]) == report
    }
    printed = {
        (each.locator, str(ordinal), numeral.token)
        for each in text.paragraphs
        for ordinal, numeral in enumerate(each.numerals, 1)
    }
    if tokens and len(tokens & printed) >= FEWEST_NUMERALS * len(tokens):
        return ""
    return f"{same} of the report's {len(recorded)} paragraphs in the text"
