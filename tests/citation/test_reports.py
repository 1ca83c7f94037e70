"""Laws of citing packages of one's own: the report that prints a figure is named, as far as anything says of it."""

from __future__ import annotations

import json
import shutil
from datetime import date
from typing import TYPE_CHECKING

import pytest
from tests.support.editions import LATER, VISITS, both_editions

import beijing_public_services as bps
from beijing_public_services.citation.citation import READ_BY_PEOPLE, READ_BY_PROGRAMS

if TYPE_CHECKING:
    from pathlib import Path

FIRST_FIGURE = f"{VISITS}:X-YUNZHOU:2030"
LATER_FIGURE = f"{FIRST_FIGURE}:{LATER}"
TITLES = {"report": "云州市公共服务年报（2030）", LATER: "云州市公共服务年报（2031）"}


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package of both editions."""
    return both_editions(tmp_path_factory.mktemp("both") / "yunzhou")


@pytest.mark.parametrize(("id", "report"), [(FIRST_FIGURE, "report"), (LATER_FIGURE, LATER)])
@pytest.mark.parametrize("style", [*READ_BY_PEOPLE, *READ_BY_PROGRAMS])
def test_a_figure_is_cited_with_the_report_that_prints_it(
    package: Path, style: bps.CitationStyle, id: str, report: str
) -> None:
    """Every style names the report of the figure, its publisher and its date, and no other report."""
    text = bps.cite(id, package=bps.load(package)).text(style)
    other = next(title for name, title in TITLES.items() if name != report)
    assert TITLES[report] in text
    assert other not in text
    assert "云州市统计局" in text
    assert {"report": "2031", LATER: "2032"}[report] in text


def test_an_indicator_is_cited_with_each_report(package: Path) -> None:
    """The reports stand in their order, each with its own paragraphs and footnotes; the release stands last."""
    first, later, release = bps.cite(VISITS, package=bps.load(package)).works()
    assert [first.kind, later.kind, release.kind] == ["report", "report", "dataset"]
    assert (first.title, later.title) == tuple(TITLES.values())
    assert first.note == "Section 1, paragraph 1; footnote n01: 图书馆名录, 云州市图书馆协会"
    assert later.note == f"Section 2, paragraph 2; footnote {LATER}_n02: 读者统计, 云州市图书馆协会"
    assert len({first.key, later.key, release.key}) == 3


def test_the_descriptor_says_more_of_a_report(package: Path, tmp_path: Path) -> None:
    """An entry of `sources` with the id of a report gives the facts that it is cited by."""
    copy = shutil.copytree(package, tmp_path / "yunzhou")
    entry = {"report": LATER, "title": "年鉴集", "part": "B.2", "part_title": "云州年报", "author": "统计处"}
    file = copy / "datapackage.json"
    descriptor = json.loads(file.read_text(encoding="utf-8"))
    descriptor["sources"].append(entry)
    file.write_text(json.dumps(descriptor, ensure_ascii=False), encoding="utf-8")
    later, _ = bps.cite(LATER_FIGURE, package=bps.load(copy)).works()
    assert (later.kind, later.title, later.book, later.authors) == ("chapter", "云州年报", "年鉴集", ("统计处",))
    first, _ = bps.cite(FIRST_FIGURE, package=bps.load(copy)).works()
    assert (first.kind, first.title) == ("report", TITLES["report"])


def test_a_report_without_an_author_is_cited_by_its_title(package: Path, tmp_path: Path) -> None:
    """APA puts the title in the place of an author that nothing names."""
    copy = shutil.copytree(package, tmp_path / "yunzhou")
    table = copy / "data" / "sources.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("云州市统计局", "", 1), encoding="utf-8")
    text = bps.cite(FIRST_FIGURE, package=bps.load(copy), accessed=date(2033, 1, 1)).text("apa")
    assert text.startswith(f"{TITLES['report']} (2031).\n")
