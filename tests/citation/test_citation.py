"""Laws of citing: what is cited for the release, an indicator and a figure, and that every style says all of it."""

from __future__ import annotations

import csv
import hashlib
import json
from datetime import date
from typing import get_args

import pytest
from tests.support.checkout import PACKAGE

import beijing_public_services as bps
from beijing_public_services.citation.citation import READ_BY_PEOPLE, READ_BY_PROGRAMS, WORDS, CitationStyle
from beijing_public_services.model.codelists import Language

DAY = date(2026, 11, 30)
PM = "environment.pm2_5_annual_mean"
FIGURE = f"{PM}:CN-BJ:2024"
STYLES: tuple[CitationStyle, ...] = get_args(CitationStyle)
LANGUAGES: tuple[Language, ...] = get_args(Language)
DESCRIPTOR = json.loads((PACKAGE / "datapackage.json").read_bytes())
VERSION, CREATED = DESCRIPTOR["version"], DESCRIPTOR["created"]
ROWS = {
    name: list(csv.DictReader((PACKAGE / "data" / f"{name}.csv").read_text(encoding="utf-8").splitlines()))
    for name in ("observations", "sources")
}


def unescaped(text: str) -> str:
    """A text without the escapes of TeX that stand before the signs in our ids and addresses."""
    return text.replace("\\", "")


def test_a_figure_is_cited_with_its_place_its_source_and_the_release() -> None:
    """The figure of 2024 stands in paragraph 1 of section 6.1.1 and rests on footnote 21, as the report has it."""
    citation = bps.cite(FIGURE, accessed=DAY)
    assert citation.id == FIGURE
    assert [(each.locator, each.section, each.ordinal) for each in citation.paragraphs] == [("s6.1.1.p1", "6.1.1", 1)]
    assert [(each.id, each.kind) for each in citation.sources] == [("n21", "footnote")]
    assert (citation.version, citation.published, citation.accessed) == (VERSION, CREATED[:10], "2026-11-30")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("step", [20, pytest.param(1, marks=pytest.mark.slow)])
def test_every_style_says_all_that_a_citation_holds(style: CitationStyle, language: Language, step: int) -> None:
    """For each figure, section, paragraph, footnote, version, digest and id stand in the text, whatever the style."""
    sources = {row["id"]: row for row in ROWS["sources"]}
    for row in ROWS["observations"][::step]:
        citation = bps.cite(row["id"])
        text = unescaped(citation.text(style, language))
        section, _, paragraph = row["locator"].removeprefix("s").rpartition(".p")
        place = f"ection {section}, paragraph {paragraph}" if language == "en" else f"第{section}节第{paragraph}段"
        in_the_report = [place, "北京公共服务发展报告（2024~2025）".partition("~")[0]] if section else []
        source = sources[row["source"]]
        rests_on = [] if source["id"] == "report" else [source["id"], source["title"].partition("~")[0], source["url"]]
        for part in (
            *in_the_report,
            *rests_on,
            VERSION,
            citation.sha256,
            row["id"],
        ):
            assert part in text, (part, row["id"])
        assert ("n21" in text) == (source["id"] == "n21")
        assert bool(in_the_report) == ("毕娟" in text)


@pytest.mark.parametrize("style", STYLES)
def test_every_style_gives_the_doi_once_there_is_one(style: CitationStyle) -> None:
    """A DOI of the release stands in every style, and nothing that looks like one before there is one."""
    citation = bps.cite(FIGURE)
    assert "10.5281" not in citation.text(style)
    assert "10.5281/zenodo.1234567" in citation.__replace__(doi="10.5281/zenodo.1234567").text(style)


def test_the_release_is_cited_alone() -> None:
    """Without an id the release of the data is the one work, and no place in the report is named."""
    citation = bps.cite()
    assert (citation.id, citation.paragraphs, citation.sources) == ("", (), ())
    assert [each.kind for each in citation.works()] == ["dataset"]
    assert [each.kind for each in bps.cite(FIGURE).works()] == ["chapter", "dataset"]


def test_an_indicator_is_cited_with_the_places_of_all_its_figures() -> None:
    """Each paragraph and each footnote of an indicator's figures is named once, in order, then other publications."""
    for indicator in bps.indicators():
        citation = bps.cite(indicator.id)
        printed = {each.locator for each in indicator.observations if each.locator}
        assert {each.locator for each in citation.paragraphs} == printed
        covering = {each.source.id for each in indicator.observations} - {"report"}
        assert [each.id for each in citation.sources] == [
            each.id for each in bps.bundled().sources if each.id in covering
        ]
    places = [each.locator for each in bps.cite(PM).paragraphs]
    assert places == [each.locator for each in bps.bundled().paragraphs if each.locator in places]


def test_a_value_is_cited_as_its_id_is() -> None:
    """An indicator or observation of the bundled package is as good as its id."""
    indicator = bps.bundled().indicator(PM)
    assert bps.cite(indicator, accessed=DAY) == bps.cite(PM, accessed=DAY)
    assert bps.cite(indicator.observation(), accessed=DAY) == bps.cite(FIGURE, accessed=DAY)


def test_a_value_of_another_package_is_refused() -> None:
    """What the release does not say is not cited as if it did."""
    indicator = bps.bundled().indicator(PM)
    for value in (indicator.observation().__replace__(value=30.6), indicator.__replace__(unit="mg/m3")):
        with pytest.raises(bps.UnknownObservationError, match=r"differs from the figure in version \d"):
            bps.cite(value)


@pytest.mark.parametrize(
    ("id", "error", "message"),
    [
        ("environment.pm25_annual_mean", bps.UnknownIndicatorError, f"did you mean '{PM}'"),
        ("environment.pm25_annual_mean:CN-BJ:2024", bps.UnknownIndicatorError, f"did you mean '{PM}'"),
        (f"{PM}:CN-BJ:2023", bps.UnknownObservationError, f"has no observation '{PM}:CN-BJ:2023'; it has '{FIGURE}'"),
        (f"{PM}:", bps.UnknownObservationError, FIGURE),
        ("", bps.UnknownIndicatorError, "no indicator ''"),
    ],
)
def test_an_unknown_id_is_refused_with_the_nearest(id: str, error: type[Exception], message: str) -> None:
    """An id that is neither an indicator's nor an observation's is an error that names what is near."""
    with pytest.raises(error) as caught:
        bps.cite(id)
    assert message in str(caught.value)


def test_an_unknown_style_or_language_is_refused_with_all_there_are() -> None:
    """The error lists every style, or every language, and is a `ValueError`."""
    with pytest.raises(bps.UnknownStyleError) as caught:
        bps.cite().text("mla")  # type: ignore[arg-type]
    assert all(repr(style) in str(caught.value) for style in STYLES)
    with pytest.raises(bps.UnknownLanguageError, match=r"no language 'fr'; expected one of 'en', 'zh'"):
        bps.cite().text("ris", "fr")  # type: ignore[arg-type]
    assert issubclass(bps.UnknownStyleError, ValueError)


def test_every_style_and_language_of_the_types_is_written() -> None:
    """What type checkers accept is what there is."""
    assert {*READ_BY_PEOPLE, *READ_BY_PROGRAMS} == {*STYLES}
    assert not {*READ_BY_PEOPLE} & {*READ_BY_PROGRAMS}
    assert tuple(WORDS) == LANGUAGES
    assert {frozenset(words) for words in WORDS.values()} == {frozenset(WORDS["en"])}


def test_plain_english_is_what_print_shows() -> None:
    """The text of a citation without more is plain and English."""
    citation = bps.cite(FIGURE)
    assert str(citation) == citation.text("plain", "en")


def test_it_was_looked_up_today_unless_a_day_is_given() -> None:
    """The day of looking up is that of the call, between midnight and midnight."""
    before = date.today()
    assert before.isoformat() <= bps.cite().accessed <= date.today().isoformat()
    assert bps.cite(accessed=DAY).accessed == "2026-11-30"


def test_the_digest_is_that_of_the_descriptor_and_covers_every_file() -> None:
    """`sha256sum datapackage.json` gives the digest, and the descriptor holds the digest of every other file."""
    descriptor = (PACKAGE / "datapackage.json").read_bytes()
    assert bps.cite().sha256 == hashlib.sha256(descriptor).hexdigest()
    hashes = {resource["path"]: resource["hash"] for resource in json.loads(descriptor)["resources"]}
    files = [path for path in PACKAGE.rglob("*") if path.is_file() and path.name != "datapackage.json"]
    assert hashes == {
        path.relative_to(PACKAGE).as_posix(): f"sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}"
        for path in files
    }


def test_the_keys_of_works_tell_figures_apart() -> None:
    """No two citations share a key, so that a bibliography can hold them all."""
    keys = [work.key for id in (None, PM, FIGURE, f"{PM}:CN-TJ:2024") for work in bps.cite(id).works()]
    assert len({*keys}) == len(keys) == 7


def test_the_report_is_named_alike_in_the_descriptor_and_among_the_sources() -> None:
    """Title, author and writers of the report are those of its row in the resource `sources`."""
    (report,) = json.loads((PACKAGE / "datapackage.json").read_bytes())["sources"]
    (row,) = (each for each in ROWS["sources"] if each["kind"] == "report")
    assert row["title"] == f"{report['title']}，总报告{report['part']}：{report['part_title']}"
    assert row["publisher"] == report["author"]
    *others, last = report["writers"]
    assert row["note"] == f"Written by {', '.join(others)} and {last}."
