"""Drafting a data package from a report's text: a row for each figure, and what else a person then judges."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import is_zipfile

from beijing_public_services._record import Record
from beijing_public_services.authoring.drafting.areas import Areas, areas_met, city_of, home_of
from beijing_public_services.authoring.drafting.carried_bases import convention_of
from beijing_public_services.authoring.drafting.horizon import horizon_of, under
from beijing_public_services.authoring.drafting.indicators import vocabulary_of
from beijing_public_services.authoring.drafting.new import count_alike, new_indicators, tell_apart
from beijing_public_services.authoring.drafting.repeats import date_alike
from beijing_public_services.authoring.drafting.report import read_report
from beijing_public_services.authoring.drafting.report_period import period_under, report_year, years_of_subjects
from beijing_public_services.authoring.drafting.rows import NEW, propose
from beijing_public_services.authoring.drafting.setting import Setting
from beijing_public_services.authoring.drafting.skeletons import known_sections_of, new_area, new_domains
from beijing_public_services.authoring.drafting.sources import sources_met
from beijing_public_services.authoring.drafting.table_text import captions_of
from beijing_public_services.authoring.drafting.text import paragraph_of
from beijing_public_services.authoring.drafting.units import units_met
from beijing_public_services.authoring.drafting.write import write_draft
from beijing_public_services.authoring.transcribe import paragraph_rows
from beijing_public_services.datapackage.atomic_write import write_files
from beijing_public_services.datapackage.descriptor import unit_definitions
from beijing_public_services.datapackage.files import package_files
from beijing_public_services.datapackage.places import gazetteer_of
from beijing_public_services.datapackage.reader import read_tables
from beijing_public_services.errors import DataPackageError
from beijing_public_services.model.vocabulary import Area
from beijing_public_services.notation.report_text import HEADING, NOTES, read_source

if TYPE_CHECKING:
    from collections.abc import Iterable
    from os import PathLike

    from beijing_public_services.datapackage.tables import Tables

TITLE = re.compile(r"^#\s+(?![\d.]+\s)(?P<title>.+)$", re.MULTILINE)


class Draft(Record):
    """What was proposed from a report: the rows of `draft.csv`, and by name those of the files in `draft/`.

    `report` is the report's text as Markdown with locators.

    >>> Draft(rows=(), skeletons={"numerals": (), "indicators": ()}, report="").summary
    '0 figures, 0 with high confidence; 0 other numerals, 0 without a role; 0 new indicators.'
    """

    rows: tuple[dict[str, str], ...]
    skeletons: dict[str, tuple[dict[str, str], ...]]
    report: str

    @property
    def summary(self) -> str:
        """How much was proposed, as a sentence."""
        count, sure = len(self.rows), sum(row["confidence"] == "high" for row in self.rows)
        others = sum(row["role"] not in ("value", "") for row in self.skeletons["numerals"])
        left = sum(not row["role"] for row in self.skeletons["numerals"])
        new = len(self.skeletons["indicators"])
        return (
            f"{count} figure{'s' * (count != 1)}, {sure} with high confidence; {others} other numerals, "
            f"{left} without a role; {new} new indicator{'s' * (new != 1)}."
        )


def draft_package(
    path: str | PathLike[str],
    report: str | PathLike[str],
    *,
    like: Iterable[str | PathLike[str]] = (),
    report_id: str = "",
    write: bool = True,
    overwrite: bool = False,
) -> Draft:
    """Propose a row for each figure of a report, for a person to judge; no table of the package changes.

    `draft.csv` in the package's folder has a row for each figure; it is no resource of the package. The folder `draft`
    beside it has the role of each numeral, and skeletons of the indicators, units, areas and sources that the report
    needs and the package lacks. What is not known is left empty, with the reason in `why`. `accept_draft` moves
    reviewed rows into the tables.

    Args:
        path: the folder of the package.
        report: a file with the report: Markdown with or without locators, plain text, HTML or PDF.
        like: paths of packages whose indicators are looked up too, as last year's edition.
        report_id: the id of a report other than the first of the package.
        write: whether the files are written.
        overwrite: whether rows that wait in an earlier `draft.csv` are replaced.

    Returns:
        What was proposed.

    Raises:
        DataPackageError: the package or the report cannot be read.
        MissingExtraError: the report is a PDF or HTML file, and the extra `draft` is not installed.
        OverwriteError: rows of an earlier draft wait, and `overwrite` is false.
        WriteError: a file cannot be written.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> from beijing_public_services import new_package
    >>> with TemporaryDirectory() as folder:
    ...     report = Path(folder, "report.md")
    ...     _ = report.write_text("## 图书馆\\n\\n2031年末，全市共有公共图书馆48座。", encoding="utf-8")
    ...     drafted = draft_package(new_package(f"{folder}/city"), report)
    >>> [(row["locator"], row["printed"], row["value"], row["indicator"]) for row in drafted.rows]
    [('s1.p1', '48座', '48', '?公共图书馆')]
    """
    folder = folder_of(path)
    text = read_report(Path(report))
    found = draft_tables(read_tables(path), [read_tables(each) for each in like], text, report_id)
    if write:
        write_draft(folder, found.rows, found.skeletons, overwrite=overwrite)
    return found


def number_report(report: str | PathLike[str], *, overwrite: bool = False) -> Path:
    """Write a report as Markdown with locators beside its file, as `refresh` and `audit` read it; return its path.

    Args:
        report: a file with the report.
        overwrite: whether another file in its place is replaced.

    Raises:
        DataPackageError: the report cannot be read.
        OverwriteError: another file is in its place.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     report = Path(folder, "report.txt")
    ...     _ = report.write_text("The city has 48 libraries.", encoding="utf-8")
    ...     number_report(report).read_text(encoding="utf-8")
    '[s0.p1] The city has 48 libraries.\\n'
    """
    source = Path(report)
    target = source.with_name(f"{source.stem}.numbered.md")
    content = f"{read_report(source).rstrip()}\n".encode()
    if not (target.is_file() and target.read_bytes() == content):
        write_files({target: content}, overwrite=overwrite)
    return target


def draft_tables(tables: Tables, like: Iterable[Tables], text: str, report_id: str = "") -> Draft:
    """Return what is proposed for the tables of a package from a report in Markdown with locators."""
    like = list(like)
    source = read_source(text, report_id)
    if not source.paragraphs:
        raise DataPackageError("the report", None, None, "no paragraph", "text in paragraphs")
    headings = {
        heading["section"]: heading["text"].strip()
        for heading in map(HEADING.match, text.split(NOTES)[0].splitlines())
        if heading
    }
    paragraphs = [paragraph_of(each, _headings(headings, each.section)) for each in source.paragraphs]
    title = found["title"].strip() if (found := TITLE.search(text)) else ""
    definitions = unit_definitions(tables.descriptor)
    unit_rows = {row["id"]: row for row in tables["units"].rows}
    indicators = {row["id"]: row for each in (tables, *like) for row in reversed(each["indicators"].rows)}
    for other in like:
        unit_rows = {row["id"]: row for row in other["units"].rows} | unit_rows
        definitions = (*definitions, *(line for line in unit_definitions(other.descriptor) if line not in definitions))
    rows = tables["areas"].rows
    areas = Areas(
        rows=tuple(rows),
        home=home_of(rows, str(tables.descriptor.get("headline_area", "")), title),
        city=city_of(title),
        _found={},
        gazetteer=gazetteer_of([Area(**{name: row.get(name, "") for name in Area._fields}) for row in rows]),
    )
    setting = Setting(
        vocabulary=vocabulary_of(reversed(indicators.values()), unit_rows, definitions),
        units={id_: row["expression"] for id_, row in unit_rows.items()},
        definitions=definitions,
        areas=areas,
        categories=tuple(tables["categories"].rows) if "categories" in tables else (),
        horizon=horizon_of(title, report_year(title, paragraphs)),
        anchors=source.anchors,
        report=report_id or "report",
        convention=convention_of(text),
    )
    captions = captions_of(paragraph.text for paragraph in paragraphs)
    years = years_of_subjects(paragraphs, setting.period)
    settings = [
        setting.__replace__(
            horizon=under(setting.horizon, each.heading, period_under(each.heading, years, setting.period))
        )
        for each in paragraphs
    ]
    proposals = [propose(*each) for each in zip(paragraphs, settings, captions, strict=False)]
    drafted = [row for proposal in proposals for row in proposal.rows]
    date_alike(drafted)
    count_alike(drafted)
    tell_apart(drafted)
    own = {row["id"] for row in tables["indicators"].rows}
    known_sections = known_sections_of(tables["domains"].rows, headings, report_id)
    skeletons = {
        "paragraphs": paragraph_rows(source),
        "numerals": [role for proposal in proposals for role in proposal.roles],
        "indicators": [
            row | {"domain": known_sections.get(row["domain"].removeprefix(NEW), row["domain"])}
            for row in new_indicators(drafted, own, indicators, frozenset().union(*(each.ends for each in proposals)))
        ],
        "units": units_met(
            drafted, {row["id"]: "" for row in tables["units"].rows}, unit_definitions(tables.descriptor)
        ),
        "areas": [new_area(name, areas.country) for name in areas_met(paragraphs, areas, drafted)],
        "sources": sources_met(text, title, {row["id"] for row in tables["sources"].rows}, report_id),
        "domains": new_domains(drafted, headings, known_sections),
    }
    return Draft(rows=tuple(drafted), skeletons={name: tuple(found) for name, found in skeletons.items()}, report=text)


def folder_of(path: str | PathLike[str]) -> Path:
    """Return the folder of a package that can be written to. Raises `DataPackageError` for an archive."""
    if is_zipfile(path):
        raise DataPackageError(str(path), None, None, "an archive", "a data package in a folder, to be written to")
    with package_files(path) as files:
        return files.root


def _headings(headings: dict[str, str], section: str) -> str:
    """Return the headings that a section stands under, the outermost first."""
    parts = section.split(".")
    above = (".".join(parts[:length]) for length in range(1, len(parts) + 1))
    return " ".join(headings[each] for each in above if each in headings)
