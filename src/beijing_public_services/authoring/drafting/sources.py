"""The sources that a report rests on: the report itself and its footnotes, as far as their text says what they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from beijing_public_services.notation.locators import footnote_of
from beijing_public_services.notation.report_text import NOTES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from beijing_public_services.datapackage.tables import Row

NOTE = re.compile(r"^\[\^(n\d+)\]:\s*(.+)$", re.MULTILINE)
TITLE = re.compile('《(.+)》|[“"](.+?)[”"]')
ADDRESS = re.compile(r"https?://[^\s，。；,;）)]+[^\s，。；,;）).]")
DATE = re.compile(r"((?:19|20)\d\d)\s?[年.-](?:\s?(\d{1,2})\s?[月.-](?:\s?(\d{1,2})\s?日?)?)?(?=[^\d]*$)", re.MULTILINE)
PUBLISHER = re.compile('^\\s*([^《“"：:，,]{2,30})[：:，,]')
COLUMNS = ("id", "kind", "title", "publisher", "published", "url", "grade", "note", "why")


def sources_met(report: str, title: str, known: Iterable[str], report_id: str = "") -> list[Row]:
    """Return rows for the report and each of its footnotes that are not known yet."""
    known = set(known)
    rows = [_row(report_id or "report", "report", title, "", "", "")]
    for marker, text in NOTE.findall(report[report.find(NOTES) :] if NOTES in report else ""):
        address = found[0] if (found := ADDRESS.search(text)) else ""
        rest = text.replace(address, "") if address else text
        named = TITLE.search(rest)
        publisher = found[1].strip() if (found := PUBLISHER.match(rest)) else ""
        dated = list(DATE.finditer(rest[named.end() :] if named else rest))
        published = "-".join(f"{int(part):02d}" for part in dated[-1].groups() if part) if dated else ""
        name = (named[1] or named[2]) if named else rest.strip(" 。.")
        rows.append(_row(footnote_of(report_id, marker), "footnote", name, publisher, published, address))
    return [row for row in rows if row["id"] not in known]


def _row(id_: str, kind: str, title: str, publisher: str, published: str, url: str) -> Row:
    missing = [
        f"{column}: the text does not name it"
        for column, cell in (("title", title), ("publisher", publisher))
        if not cell
    ]
    missing.append("grade: A for the official publisher, B for established media, C for secondary literature")
    cells = (id_, kind, title, publisher, published, url, "", "", "; ".join(missing))
    return dict(zip(COLUMNS, cells, strict=True))
