"""Laws of packages of several reports: each has its own paragraphs, and a text touches what rests on it alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from tests.support.editions import (
    FIRST,
    LATER,
    LIBRARIES,
    PARTICLES,
    SECOND,
    TEXTS,
    VISITS,
    add_rows,
    both_editions,
    first_edition,
)

import beijing_public_services as bps


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package of the first edition."""
    return first_edition(tmp_path_factory.mktemp("first") / "yunzhou")


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package of both editions."""
    return both_editions(tmp_path_factory.mktemp("both") / "yunzhou")


def test_a_package_of_two_editions_is_sound(first: Path, both: Path) -> None:
    """The checks find nothing in the package of one edition, and nothing once the next is added."""
    assert bps.check(first) == []
    assert bps.check(both) == []


def test_an_edition_is_added_without_a_change_to_what_was_published(first: Path, both: Path) -> None:
    """The rows of the first edition stand first and unchanged, locators and ids included; those of the next follow."""
    for name in ("paragraphs", "numerals", "mentions", "observations", "sources"):
        before, after = ((package / "data" / f"{name}.csv").read_text(encoding="utf-8") for package in (first, both))
        assert after.startswith(before)
        assert LATER in after.removeprefix(before)


def test_ids_name_the_report_that_restates_a_figure(both: Path) -> None:
    """The figure of a later edition has the id of the earlier one and the id of the report, and its own footnote."""
    package = bps.load(both)
    ids = [each.id for each in package.observations if each.indicator == VISITS and each.period == "2030"]
    assert ids == [f"{VISITS}:X-YUNZHOU:2030", f"{VISITS}:X-YUNZHOU:2030:{LATER}"]
    later = package.observation(ids[1])
    assert (later.value, later.locator, later.source.id) == (3187000, f"{LATER}/s2.p2", f"{LATER}_n02")
    assert later.source.anchor == f"{LATER}/s2.p2#3"


def test_an_audit_takes_a_text_for_each_report(both: Path) -> None:
    """With all texts everything is proved; with some of them what rests on the others is passed over."""
    assert bps.audit(TEXTS, both) == []
    assert bps.audit(FIRST, both) == []
    assert bps.audit({LATER: SECOND}, both) == []


@pytest.mark.parametrize("edition", TEXTS)
def test_an_audit_finds_a_change_of_either_text(both: Path, edition: str) -> None:
    """A figure that one of the texts prints otherwise is found there, and nothing in the other."""
    changed = {"report": ("320.5", "320.6"), LATER: ("318.7", "318.8")}[edition]
    issues = bps.audit(TEXTS | {edition: TEXTS[edition].replace(*changed)}, both)
    rows = {(issue.file, issue.row) for issue in issues}
    numbers = {"report": (2, 4, 3, 3), LATER: (6, 15, 9, 9)}[edition]
    names = ("paragraphs", "numerals", "mentions", "observations")
    assert rows == {(f"data/{name}.csv", number) for name, number in zip(names, numbers, strict=True)}


def test_texts_that_changed_places_are_not_the_reports(both: Path) -> None:
    """Each text given for the other report is one line, which names the report."""
    issues = bps.audit({"report": SECOND, LATER: FIRST}, both)
    assert [issue.rule for issue in issues] == ["text_is_the_report"] * 2
    assert LATER in " ".join(issue.message for issue in issues)


@pytest.mark.parametrize("ask", [bps.audit, lambda texts, package: bps.refresh(package, report=texts)])
def test_a_text_of_an_unknown_report_is_refused(both: Path, ask: object) -> None:
    """The error names the reports that there are."""
    assert callable(ask)
    with pytest.raises(bps.DataPackageError, match=f"no report 'yearbook_2029'.*'report', '{LATER}'"):
        ask({"yearbook_2029": FIRST}, both)


def test_a_report_read_again_changes_nothing(both: Path) -> None:
    """Reading the texts again, together or one by one, finds nothing stale."""
    for texts in (FIRST, {LATER: SECOND}, TEXTS):
        assert bps.refresh(both, report=texts, write=False) == []


def test_an_edited_text_touches_its_own_report_alone(both: Path) -> None:
    """A paragraph added to one report adds its rows there; those of the other report keep theirs."""
    stale = bps.refresh(
        both, report={LATER: SECOND.replace("[s2.p2]", "[s2.p2] 另有书店5家。\n\n[s2.p3]")}, write=False
    )
    assert stale == ["data/paragraphs.csv", "data/numerals.csv", "data/sources.csv", "datapackage.json"]


@pytest.mark.parametrize(
    ("table", "before", "after", "rule"),
    [
        ("sources", f"{LATER},report", f"{LATER},publication", "paragraphs_belong_to_a_report"),
        ("sources", ",2032-03,", ",,", "reports_of_several_are_dated"),
        ("sources", f"{LATER}_n01", f"{LATER}_n07", "footnotes_are_anchored_in_order"),
        ("sources", f"{LATER}/s2,", "s2,", "footnotes_are_anchored_in_order"),
        ("mentions", f"{LATER}/s1.p1,4", "s2.p1,1", "mentions_stand_in_the_report_of_their_figure"),
        (
            "observations",
            f"{LATER}/s1.p1,{LATER}",
            f"{LATER}/s1.p1,report",
            "sources_are_the_footnotes_that_cover_them",
        ),
        ("observations", f":2031:{LATER},libraries", ":2031,libraries", "observation_ids_follow_their_row"),
        ("paragraphs", f"{LATER}/s1.p1,1,1", f"{LATER}/s1.p1,1,2", "paragraphs_are_numbered"),
        ("domains", "air,空气,Air,2", f"air,空气,Air,{LATER}/7", "topic_sections_lie_within_their_domain"),
    ],
)
def test_faults_of_the_second_report_are_found(
    both: Path, tmp_path: Path, table: str, before: str, after: str, rule: str
) -> None:
    """What holds in the first report holds in the second: each slip there is found by its rule."""
    package = shutil.copytree(both, tmp_path / "yunzhou")
    file = package / "data" / f"{table}.csv"
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), encoding="utf-8")
    assert rule in {issue.rule for issue in bps.check(package)}


def test_a_topic_may_have_a_section_of_the_second_report(both: Path, tmp_path: Path) -> None:
    """The paragraphs of another report can be those of a domain and its topics."""
    package = shutil.copytree(both, tmp_path / "yunzhou")
    for name in ("domains", "topics"):
        file = package / "data" / f"{name}.csv"
        file.write_text(file.read_text(encoding="utf-8").replace(",2\n", f",{LATER}/1\n"), encoding="utf-8")
    bps.refresh(package)
    found = {issue.rule for issue in bps.check(package)}
    assert found == {"indicators_stand_under_the_topic_that_prints_them"}  # the first edition prints it elsewhere


def test_a_comparison_shows_what_the_next_edition_restates(first: Path, both: Path) -> None:
    """A figure that changed is restated, one that did not is added, and no erratum is asked for."""
    found = bps.diff(first, both)
    changes = [(each.kind, each.new_id) for each in found.changes if each.resource == "observations"]
    assert changes == [
        ("added", f"{LIBRARIES}:X-YUNZHOU:2031:{LATER}"),
        ("added", f"{VISITS}:X-YUNZHOU:2031:{LATER}"),
        ("restated", f"{VISITS}:X-YUNZHOU:2030:{LATER}"),
        ("added", f"{PARTICLES}:X-YUNZHOU:2031:{LATER}"),
        ("added", f"{PARTICLES}:X-YUNZHOU:2030:{LATER}"),
    ]
    (restated,) = (each for each in found.changes if each.kind == "restated")
    assert (restated.column, restated.before, restated.after) == ("value", "3205000", "3187000")
    assert (found.step, found.objections) == ("minor", ())


def test_a_figure_of_a_later_report_that_is_corrected_is_revised(both: Path) -> None:
    """Only a figure that came restates another; one that was there and is another now was revised."""
    package = bps.load(both)
    visits = package.indicator(VISITS)
    figures = tuple(each.replace(value=3186000) if each.id.endswith(LATER) else each for each in visits.observations)
    others = tuple(each for each in package.indicators if each.id != VISITS)
    revised = package.replace(indicators=(*others, visits.replace(observations=figures)))
    assert {(each.kind, each.column) for each in bps.diff(package, revised).changes} == {("value_revised", "value")}


def test_a_third_report_restates_the_second(both: Path) -> None:
    """Its figure is compared with that of the report before, whatever indicators of one report the package has."""
    package = bps.load(both)
    libraries, visits = package.indicator(LIBRARIES), package.indicator(VISITS)
    libraries = libraries.replace(observations=libraries.observations[:1])
    second = next(each for each in visits.observations if each.id == f"{VISITS}:X-YUNZHOU:2030:{LATER}")
    report = next(each for each in package.sources if each.id == "report").replace(id="third", published="2033-01-01")
    third = second.replace(id=f"{VISITS}:X-YUNZHOU:2030:third", value=3190000, locator="third/s1.p1", source=report)
    added = visits.replace(observations=(*visits.observations, third))
    before, after = (package.replace(indicators=(libraries, each)) for each in (visits, added))
    (restated,) = bps.diff(before, after).changes
    assert (restated.kind, restated.id, restated.new_id) == ("restated", "", third.id)
    assert (restated.column, restated.before, restated.after) == ("value", "3187000", "3190000")


def test_a_figure_written_over_is_no_restatement(first: Path, tmp_path: Path) -> None:
    """Whoever puts the new figure in the place of the old one is asked for an erratum."""
    package = shutil.copytree(first, tmp_path / "yunzhou")
    file = package / "data" / "observations.csv"
    text = file.read_text(encoding="utf-8").replace("3205000", "3187000").replace("320.5万", "318.7万")
    file.write_text(text, encoding="utf-8")
    assert any(each.startswith("errata: found no correction") for each in bps.diff(first, package).unrecorded)


FURTHER = {
    "statements": [
        "event.readers_counted,event,other,libraries,读者统计,Count of readers,,2030,,"
        f"s1.p1;{LATER}/s2.p2,{VISITS},n01,",
        f"event.air_measured,event,other,air,空气监测,Air measured,,2031,,{LATER}/s1.p1,{PARTICLES},{LATER},",
    ],
    "anomalies": [f",,{LATER}/s2.p2,figures_conflict,Restates an earlier figure without a reason."],
    "identities": [
        f",subset,,{LIBRARIES}:X-YUNZHOU:2030,{LIBRARIES}:X-YUNZHOU:2031:{LATER},No library closed.,",
    ],
}


def test_what_refers_to_paragraphs_and_figures_may_refer_to_those_of_any_report(both: Path, tmp_path: Path) -> None:
    """Statements are printed in both reports, anomalies are of either, identities relate figures of two."""
    package = shutil.copytree(both, tmp_path / "yunzhou")
    add_rows(package, FURTHER)
    bps.refresh(package)
    assert bps.check(package) == []
    assert bps.audit(TEXTS, package) == []
    assert bps.audit({LATER: SECOND}, package) == []
    assert [each.id for each in bps.load(package).anomalies] == [f"figures_conflict {LATER}/s2.p2"]
    wrong = (package / "data" / "statements.csv").read_text(encoding="utf-8").replace(f",{LATER},", ",report,")
    (package / "data" / "statements.csv").write_text(wrong, encoding="utf-8")
    assert {issue.rule for issue in bps.check(package)} >= {"statement_sources_may_cover_them"}
