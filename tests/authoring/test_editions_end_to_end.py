"""A package of two invented editions from end to end: drafted, judged, accepted, checked, audited and compared."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from tests.support.editing import edit_rows
from tests.support.editions import FIRST, LATER, LIBRARIES, PARTICLES, SECOND, VISITS, change_descriptor

import beijing_public_services as bps
from beijing_public_services.authoring.drafting.accept import accept_draft

Judgements = dict[str, dict[str, dict[str, str]]]  # by file and first or printed cell of a row: what a person fills in

AREA = "X-YUNZHOU"
FIRST_JUDGEMENTS: Judgements = {
    "draft/areas.csv": {"?云州市": {"id": AREA, "name_en": "Yunzhou", "parent": "CN"}},
    "draft/domains.csv": {
        "?1": {"id": "libraries", "name_en": "Libraries"},
        "?2": {"id": "air", "name_en": "Air"},
    },
    "draft/units.csv": {"?云州市共有图书馆": {"id": "library", "name_zh": "图书馆", "name_en": "library"}},
    "draft/indicators.csv": {
        "?云州市共有图书馆": {
            "id": LIBRARIES,
            "name_zh": "图书馆数",
            "name_en": "Public libraries",
            "keywords": "图书馆;共有图书馆",
            "definition": "Number of public libraries.",
        },
        "?接待读者": {
            "id": VISITS,
            "name_zh": "接待读者人次",
            "name_en": "Library visits",
            "keywords": "接待读者;读者人次",
            "definition": "Visits to the libraries.",
            "timing": "during",
        },
        "?云州市细颗粒物年均浓度": {
            "id": PARTICLES,
            "name_zh": "细颗粒物年均浓度",
            "name_en": "PM2.5 annual mean",
            "keywords": "细颗粒物",
            "definition": "Mean concentration over the year.",
        },
    },
    "draft/sources.csv": {
        "report": {"publisher": "云州市统计局", "published": "2031-03", "grade": "A"},
        "n01": {"publisher": "云州市图书馆协会", "grade": "B"},
    },
}
SECOND_JUDGEMENTS: Judgements = {
    "draft.csv": {"355万人次": {"period": "2031"}, "318.7万人次": {"confidence": "reviewed"}},
    "draft/sources.csv": {
        LATER: {"publisher": "云州市统计局", "published": "2032-03", "grade": "A"},
        f"{LATER}_n01": {"publisher": "云州市图书馆协会", "grade": "B"},
        f"{LATER}_n02": {"publisher": "云州市图书馆协会", "grade": "B"},
    },
}


def judge(package: Path, judgements: Judgements) -> None:
    """Fill in the cells that a person knows."""
    for name, by_cell in judgements.items():
        for cell, filled in by_cell.items():

            def change(rows: list[dict[str, str]], cell: str = cell, filled: dict[str, str] = filled) -> None:
                (row,) = (row for row in rows if cell in (row.get("printed"), next(iter(row.values()))))
                row.update(filled)

            edit_rows(package / name, change)


def draft(package: Path, text: Path, judgements: Judgements, report_id: str = "") -> list[dict[str, str]]:
    """Draft the rows of a report, judge and accept them, and bring the package up to date; return what is left."""
    bps.draft_package(package, text, report_id=report_id)
    judge(package, judgements)
    accepted = accept_draft(package)
    content = text.read_text(encoding="utf-8")
    bps.refresh(package, report={report_id: content})
    return list(accepted.left)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the texts of both editions, the package of the first, and that of both."""
    folder = tmp_path_factory.mktemp("editions")
    for name, text in (("first.md", FIRST), ("second.md", SECOND)):
        (folder / name).write_text(text, encoding="utf-8")
    for name in ("old", "new"):
        package = bps.new_package(folder / name, name="yunzhou", title="Public services of Yunzhou", id="urn:x:yunzhou")
        change_descriptor(package, created="2031-04-01T00:00:00Z")
        with (package / "data" / "areas.csv").open("a", encoding="utf-8") as areas:
            areas.write("CN,中国,China,,,\n")
        assert draft(package, folder / "first.md", FIRST_JUDGEMENTS) == []
        change_descriptor(package, headline_area=AREA)
    change_descriptor(folder / "new", version="0.2.0", created="2032-04-01T00:00:00Z")
    assert draft(folder / "new", folder / "second.md", SECOND_JUDGEMENTS, LATER) == []
    return folder


def test_what_was_drafted_and_judged_is_sound(folder: Path) -> None:
    """Nothing is wrong with the package of the first edition, nor with that of both."""
    assert bps.check(folder / "old") == []
    assert bps.check(folder / "new") == []


def test_each_edition_bears_the_package_out(folder: Path) -> None:
    """The text of each edition has every figure, numeral and footnote that the package has of it."""
    assert bps.audit(FIRST, folder / "old") == []
    assert bps.audit({"report": FIRST, LATER: SECOND}, folder / "new") == []


def test_the_second_edition_continues_the_first(folder: Path) -> None:
    """The figures of the second are of the indicators of the first, and its restated figure is a vintage."""
    package = bps.load(folder / "new")
    assert [each.id for each in package.indicators] == [LIBRARIES, VISITS, PARTICLES]
    assert [each.value for each in package.indicator(LIBRARIES).series()] == [40, 43]
    assert [each.value for each in package.indicator(VISITS).series()] == [3187000, 3550000]
    found = package.indicator(VISITS).vintages(period="2030")
    assert [(each.report.id, each.observation.value) for each in found] == [("report", 3205000), (LATER, 3187000)]


def test_the_comparison_of_the_two_is_of_figures_that_came(folder: Path) -> None:
    """The second package adds figures and restates one: a MINOR step that asks for no erratum."""
    found = bps.diff(folder / "old", folder / "new")
    changes = [(each.kind, each.new_id) for each in found.changes if each.resource == "observations"]
    assert ("restated", f"{VISITS}:{AREA}:2030:{LATER}") in changes
    assert {kind for kind, _ in changes} == {"added", "restated"}
    assert (found.step, found.declared, found.objections) == ("minor", "minor", ())
    descriptor = json.loads((folder / "new" / "datapackage.json").read_text(encoding="utf-8"))
    assert any(line.startswith("library = ") for line in descriptor["unit_registry"])


NEW_THINGS: Judgements = SECOND_JUDGEMENTS | {
    "draft/domains.csv": {f"?{LATER}/3": {"id": "transport", "name_en": "Transport"}},
    "draft/units.csv": {
        "?轨道交通线路": {"id": "line", "name_zh": "线路", "name_en": "line"},
        "?云州市植树": {"id": "tree", "name_zh": "株", "name_en": "tree"},
    },
    "draft/indicators.csv": {
        "?轨道交通线路": {"id": "transport.rail_lines", "name_en": "Rail lines", "definition": "Number of rail lines."},
        "?云州市植树": {
            "id": "air.trees_planted",
            "name_en": "Trees planted",
            "definition": "Number of trees planted.",
        },
    },
}


def test_a_further_edition_brings_sections_and_indicators_of_its_own(folder: Path, tmp_path: Path) -> None:
    """A heading with the name of a domain is of that domain, whatever its number; any other begins a domain."""
    package = shutil.copytree(folder / "old", tmp_path / "yunzhou")
    text = SECOND.replace("## 2 图书馆", "[s1.p2] 2031年，云州市植树12万株。\n\n## 2 图书馆")
    text = text.replace("## Notes", "## 3 交通\n\n[s3.p1] 2031年末，轨道交通线路5条。\n\n## Notes")
    second = tmp_path / "second.md"
    second.write_text(text, encoding="utf-8")
    assert draft(package, second, NEW_THINGS, LATER) == []
    assert bps.check(package) == []
    assert bps.audit({"report": FIRST, LATER: text}, package) == []
    found = bps.load(package)
    assert {each.id: each.section for each in found.domains} == {
        "libraries": "1",
        "air": "2",
        "transport": f"{LATER}/3",
    }
    assert found.indicator("air.trees_planted").domain == "air"
    assert found.indicator("transport.rail_lines").value == 5
