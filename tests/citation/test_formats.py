"""The citation formats read back by other people's readers: pybtex, rispy and citeproc-py."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.libraries import Library

import beijing_public_services as bps
from beijing_public_services.citation.formats import bibtex, csl_json, ris

if TYPE_CHECKING:
    from beijing_public_services.citation.work import Work
    from beijing_public_services.model.codelists import Language

citeproc, pybtex, richtext, rispy = map(Library, ("citeproc", "pybtex.database", "pybtex.richtext", "rispy"))
FIGURE = "environment.pm2_5_annual_mean:CN-BJ:2024"
LEFT_BY_PYBTEX = {r"\textbraceleft ": "{", r"\textbraceright ": "}", r"\textasciicircum ": "^", r"\$": "$"}
LANGUAGES: tuple[Language, ...] = ("en", "zh")


def works(language: Language) -> tuple[Work, ...]:
    """The report, the release, and a release with a DOI and two authors."""
    report, release = bps.cite(FIGURE).works(language)
    other = release.__replace__(key="other", doi="10.5281/zenodo.1234567", authors=("Alpha & Co.", "Beta_Group"))
    return report, release, other


def untexed(text: str) -> str:
    """The text that a field of BibTeX stands for, read by pybtex, and the few commands that it does not know."""
    read = str(richtext.Text.from_latex(text))
    for command, character in LEFT_BY_PYBTEX.items():
        read = read.replace(command, character)
    return read


@pytest.mark.parametrize("language", LANGUAGES)
def test_bibtex_is_read_back_by_pybtex(language: Language) -> None:
    """Each entry has its key and kind, and each field its fact once TeX is undone; addresses stand as they are."""
    given_works = works(language)
    entries = pybtex.parse_string(bibtex(given_works), "bibtex", encoding="utf-8").entries
    assert list(entries) == [work.key for work in given_works]
    for work, entry in zip(given_works, entries.values(), strict=True):
        assert entry.type == ("incollection" if work.kind == "chapter" else "misc")
        assert tuple(untexed(str(person)) for person in entry.persons["author"]) == work.authors
        expected = {
            "title": work.full_title, "booktitle": work.full_book, "chapter": work.part, "version": work.version,
            "howpublished": work.platform, "year": work.published[:4], "urldate": work.accessed, "note": work.note,
        }  # fmt: skip
        assert {name: untexed(entry.fields.get(name, "")) for name in expected} == expected
        assert [entry.fields.get(name, "") for name in ("url", "doi")] == [work.url, work.doi]
        assert entry.fields["langid"] == ("chinese" if work.language == "zh-CN" else "english")


@given(st.text("\\~^{}$&#_%aZ9.（）年", min_size=1))
def test_no_sign_of_tex_is_lost(text: str) -> None:
    """Whatever signs a title holds, pybtex reads back the same text."""
    (work,) = bps.cite().works()
    (entry,) = pybtex.parse_string(bibtex((work.__replace__(title=text),)), "bibtex").entries.values()
    assert untexed(entry.fields["title"]) == text


@pytest.mark.parametrize("language", LANGUAGES)
def test_ris_is_read_back_by_rispy(language: Language) -> None:
    """Each record has its type, and each tag of the format its fact."""
    given_works = works(language)
    records = rispy.loads(ris(given_works) + "\n")
    assert len(records) == len(given_works)
    for work, record in zip(given_works, records, strict=True):
        assert record.pop("type_of_reference") == ("CHAP" if work.kind == "chapter" else "DATA")
        expected = {
            "id": work.key, "authors": list(work.authors), "title": work.title, "secondary_title": work.full_book,
            "translated_title": work.title_translated, "section": work.part, "edition": work.version,
            "publisher": work.platform, "year": work.published[:4], "date": work.published.replace("-", "/"),
            "access_date": work.accessed.replace("-", "/"), "doi": work.doi, "urls": [work.url] if work.url else [],
            "language": work.language, "notes": [work.note],
        }  # fmt: skip
        assert record == {name: value for name, value in expected.items() if value}


@pytest.mark.parametrize("language", LANGUAGES)
def test_csl_json_has_only_what_csl_knows(language: Language) -> None:
    """Each item has an id and a type of CSL 1.0.2, its other keys are variables of CSL, and none is empty."""
    items = json.loads(csl_json(works(language)))
    assert [item.pop("type") for item in items] == ["chapter", "dataset", "dataset"]
    assert [item.pop("id") for item in items] == [work.key for work in works(language)]
    known = {name.replace("_", "-") for name in citeproc.VARIABLES}
    for item in items:
        assert {*item} <= known
        assert all(item.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_csl_json_holds_the_facts(language: Language) -> None:
    """Names are literal, dates are numbers from the year on, and titles carry their translation."""
    for work, item in zip(works(language), json.loads(csl_json(works(language))), strict=True):
        assert [each["literal"] for each in item["author"]] == [*work.authors]
        assert (item["title"], item.get("container-title", "")) == (work.full_title, work.full_book)
        for name, date in (("issued", work.published), ("accessed", work.accessed)):
            parts = item.get(name, {"date-parts": [[]]})["date-parts"][0]
            assert "-".join(f"{part:02}" for part in parts) == date
        facts = ("version", "DOI", "URL", "publisher", "note", "chapter-number", "language")
        expected = (work.version, work.doi, work.url, work.platform, work.note, work.part, work.language)
        assert tuple(item.get(name, "") for name in facts) == expected
