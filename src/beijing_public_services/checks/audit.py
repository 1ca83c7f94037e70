"""Proving a data package against the texts of its reports: every mention, printed figure and numeral in its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from beijing_public_services.checks.issue import Issue
from beijing_public_services.checks.wrong_text import reasons_to_doubt
from beijing_public_services.datapackage.cells import place_of
from beijing_public_services.datapackage.opened import path_of
from beijing_public_services.datapackage.reader import read_tables
from beijing_public_services.datapackage.report_texts import read_reports, rows_of_reports
from beijing_public_services.datapackage.tables import bundled_tables
from beijing_public_services.notation.report_text import SourceText, strip_whitespace
from beijing_public_services.notation.stated_bases import stated_base

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from os import PathLike

    from beijing_public_services.datapackage.package import DataPackage
    from beijing_public_services.datapackage.tables import Tables
    from beijing_public_services.notation.report_text import PlacedNumeral

MOST_PIECES = 50  # of a printed figure, between which words are left out
TITLE = re.compile("《([^《》]+)》")
YEARS = re.compile(r"（20\d\d(?:[—~-]20\d\d)?年?）|20\d\d(?:[—~-]20\d\d)?年?|[“”‘’]")  # of a title: （2024—2027年）

Finding = tuple[int | None, str | None, str]


def audit(report: str | Mapping[str, str], path: DataPackage | str | PathLike[str] | None = None) -> list[Issue]:
    """Return what a data package says of its reports that their texts do not bear out; empty if everything stands.

    Six things are proved: each paragraph has the fingerprint recorded; each numeral is accounted for and none
    invented; each printed figure stands in its paragraph, around the numerals that mention it; a change whose base is
    `unstated` is printed without one; each footnote marker stands where it is anchored; each instrument is named in its
    paragraphs, and each title in 《》 is an instrument.
    A text that is not the report at all gives one issue, `text_is_the_report`, and nothing else.

    Args:
        report: the whole text of the package's report, in the form described in docs/several-reports.md; for a package
            of several reports, the texts by the ids of the reports in `sources`. What rests on reports that are not
            given is passed over.
        path: a package or its path; the bundled one by default.

    Returns:
        The issues in file and row order.

    Raises:
        DataPackageError: the package cannot be read, or has no report of an id.

    >>> [issue.rule for issue in audit("[s1.p1] 另一份报告。")]
    ['text_is_the_report']
    """
    path = path_of(path)
    tables = bundled_tables() if path is None else read_tables(path)
    texts = read_reports(tables, report)
    doubts = reasons_to_doubt(tables, texts)
    texts = {name: text for name, text in texts.items() if name not in doubts}
    tables_of_reports = rows_of_reports(tables, dict.fromkeys(name for name, _ in RULES), texts)
    merged = SourceText(
        paragraphs=tuple(each for text in texts.values() for each in text.paragraphs),
        anchors={id: anchor for text in texts.values() for id, anchor in text.anchors.items()},
    )
    found = [
        Issue(file=tables[name].file, row=row, column=column, rule=rule.__name__, message=message)
        for name, rule in RULES
        for row, column, message in (rule(tables_of_reports, merged) if texts else ())
    ]
    file = tables["paragraphs"].file
    return sorted([*found, *(Issue(file=file, rule="text_is_the_report", message=each) for each in doubts.values())])


def paragraph_hashes_match_the_report(tables: Tables, text: SourceText) -> Iterator[Finding]:
    """Each paragraph of the report is listed, and its fingerprint is that of the text."""
    printed = {each.locator: each for each in text.paragraphs}
    for number, row in tables["paragraphs"].numbered():
        found = printed.pop(row["locator"], None)
        if found is None:
            yield number, "locator", f"found {row['locator']!r}, expected a paragraph of the report"
        elif found.sha256 != row["sha256"]:
            yield (
                number,
                "sha256",
                f"found {row['sha256']!r}, expected {found.sha256!r}: the text of {found.locator} has changed",
            )
    for locator in printed:
        yield None, "locator", f"found no row for {locator!r}, expected each paragraph of the report"


def numerals_are_accounted_for(tables: Tables, text: SourceText) -> Iterator[Finding]:
    """Each numeral of the report has its row, with its token, and no row is without its numeral."""
    printed = {
        (each.locator, str(ordinal)): numeral.token
        for each in text.paragraphs
        for ordinal, numeral in enumerate(each.numerals, 1)
    }
    for number, row in tables["numerals"].numbered():
        token = printed.pop((row["locator"], row["ordinal"]), None)
        if token is None:
            yield (
                number,
                "ordinal",
                f"found numeral {row['ordinal']} of {row['locator']}, expected one that the report prints",
            )
        elif token != row["token"]:
            yield (
                number,
                "token",
                f"found {row['token']!r}, expected {token!r} as numeral {row['ordinal']} of {row['locator']}",
            )
    for (locator, place), token in printed.items():
        yield (
            None,
            "ordinal",
            f"found no row for {token!r}, numeral {place} of {locator}, expected each numeral of the report",
        )


def mentions_stand_in_printed_figures(tables: Tables, text: SourceText) -> Iterator[Finding]:
    """Around the numeral of each mention the paragraph prints the observation's figure, or its piece."""
    paragraphs = {each.locator: each for each in text.paragraphs}
    figures = {row["id"]: row["printed"] for row in tables["observations"].rows}
    printed: dict[str, list[PlacedNumeral]] = {}
    for number, row in tables["mentions"].numbered():
        paragraph, figure = paragraphs.get(row["locator"]), figures.get(row["observation"], "")
        if row["locator"] not in printed:
            printed[row["locator"]] = paragraph.numerals if paragraph else []
        found = printed[row["locator"]]
        if not 1 <= (place := place_of(row["ordinal"])) <= len(found):
            yield (
                number,
                "ordinal",
                f"found numeral {row['ordinal']} of {row['locator']}, expected one of its {len(found)}",
            )
            continue
        numeral = found[place - 1]
        if not any(
            paragraph and _stands_around(numeral, piece, paragraph.text)
            for piece in strip_whitespace(figure).split("…", MOST_PIECES)
        ):
            yield number, "ordinal", f"found {numeral.token!r} there, expected {figure!r} around it"


def printed_figures_stand_in_their_paragraph(tables: Tables, text: SourceText) -> Iterator[Finding]:
    """The paragraph at each observation's locator prints its figure, the pieces of a figure in order.

    Figures of other publications are passed over.
    """
    paragraphs = {each.locator: each.text for each in text.paragraphs}
    elsewhere = {row["id"] for row in tables["sources"].rows if row.get("kind") == "publication"}
    for number, row in tables["observations"].numbered():
        if row.get("source") in elsewhere:
            continue
        rest = paragraphs.get(row["locator"])
        if rest is None:
            yield number, "locator", f"found {row['locator']!r}, expected a paragraph of the report"
            continue
        end = 0
        for piece in strip_whitespace(row["printed"]).split("…", MOST_PIECES):
            start = rest.find(piece, end)
            end = start + len(piece)
            if start < 0 or not piece:
                yield number, "printed", f"found {row['printed']!r}, expected a figure that {row['locator']} prints"
                break


def footnotes_stand_at_their_anchor(tables: Tables, text: SourceText) -> Iterator[Finding]:
    """Each footnote's anchor is where its marker stands, and each marker of the report has its source."""
    markers = dict(text.anchors)
    for number, row in tables["sources"].numbered():
        anchor = markers.pop(row["id"], "")
        if row.get("anchor", "") != anchor:
            yield number, "anchor", f"found {row.get('anchor', '')!r}, expected {anchor!r}"
    for marker in markers:
        yield None, "id", f"found no source {marker!r}, expected one for each footnote of the report"


def instruments_are_named_in_their_paragraphs(tables: Tables, text: SourceText) -> Iterator[Finding]:
    """Each paragraph of an instrument prints its name, and each title in 《》 that the report prints is an instrument.

    White space, quotation marks and the years of a title are passed over. The rule holds for packages with statements.
    """
    if "statements" not in tables:
        return
    paragraphs = {each.locator: _bare(each.text) for each in text.paragraphs}
    titles = {_bare(title): (title, each.locator) for each in text.paragraphs for title in TITLE.findall(each.text)}
    for number, row in tables["statements"].numbered():
        if row["kind"] != "instrument":
            continue
        name = _bare(row["name_zh"])
        titles.pop(name, None)
        for locator in row["locators"].split(";"):
            if name not in paragraphs.get(locator, ""):
                yield number, "name_zh", f"found {row['name_zh']!r}, expected a name that {locator} prints"
    for title, locator in titles.values():
        yield None, "name_zh", f"found no instrument {title!r}, expected one, since {locator} prints that title"


def unstated_bases_are_not_printed(tables: Tables, text: SourceText) -> Iterator[Finding]:
    """A change whose base is `unstated` is printed without one: no 同比, 环比 or `year on year` in its clause."""
    paragraphs = {each.locator: each for each in text.paragraphs}
    for number, row in tables["observations"].numbered():
        paragraph = paragraphs.get(row.get("locator", ""))
        piece = strip_whitespace(row["printed"]).split("…", MOST_PIECES)[-1]
        if row.get("base_kind") != "unstated" or paragraph is None or not piece:
            continue
        starts = [found.start() for found in re.finditer(re.escape(piece), paragraph.text)]
        places = paragraph.places
        spans = [(places[at], places[at + len(piece) - 1] + 1) for at in starts]
        stated = [base for start, end in spans if (base := stated_base(paragraph.spaced, start, end))]
        if stated and len(stated) == len(starts):
            yield number, "base_kind", f"found 'unstated', expected {stated[0].kind!r}, which {row['locator']} states"


RULES = (
    ("paragraphs", paragraph_hashes_match_the_report),
    ("numerals", numerals_are_accounted_for),
    ("mentions", mentions_stand_in_printed_figures),
    ("observations", printed_figures_stand_in_their_paragraph),
    ("observations", unstated_bases_are_not_printed),
    ("sources", footnotes_stand_at_their_anchor),
    ("statements", instruments_are_named_in_their_paragraphs),
)


def _bare(text: str) -> str:
    """The text without white space, quotation marks and years."""
    return YEARS.sub("", strip_whitespace(text))


def _stands_around(numeral: PlacedNumeral, piece: str, text: str) -> bool:
    """Whether a text holds a piece that reaches over a numeral of it."""
    first, last = max(0, numeral.end - len(piece)), numeral.start + len(piece)
    return bool(piece) and text.find(piece, first, last) >= 0
