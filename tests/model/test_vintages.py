"""Laws of figures that several reports print: the last is the headline, and none is overwritten."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from tests.support.editions import LATER, LIBRARIES, PARTICLES, VISITS, both_editions

import beijing_public_services as bps
from beijing_public_services.model.vintages import Vintage, histories, vintages

if TYPE_CHECKING:
    from pathlib import Path

FIGURE = bps.get_indicator("environment.pm2_5_annual_mean").observation()


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> bps.DataPackage:
    """The package of both editions."""
    folder: Path = tmp_path_factory.mktemp("both")
    return bps.load(both_editions(folder / "yunzhou"))


def printed_in(id: str, published: str, printed: str, **cells: Any) -> bps.Observation:
    """The figure as the report of this id prints it; the id is "" for the first report."""
    source = FIGURE.source.__replace__(id=id or "report", kind="report", published=published)
    locator = f"{id}/s1.p1" if id else "s1.p1"
    return FIGURE.__replace__(id=f"{FIGURE.id}:{id}", source=source, locator=locator, printed=printed, **cells)


def test_the_last_report_gives_the_headline(package: bps.DataPackage) -> None:
    """A figure of the last period, or of a period that is asked for, is that of the report published last."""
    visits = package.indicator(VISITS)
    assert (visits.value, visits.period) == (3550000, "2031")
    assert visits.observation(period="2030").value == 3187000
    assert package.observation(f"{VISITS}:X-YUNZHOU:2030").value == 3205000


def test_vintages_are_what_each_report_prints(package: bps.DataPackage) -> None:
    """The reports stand in the order of their dates, and each revision says how a figure changed."""
    found = package.indicator(VISITS).vintages(period="2030")
    assert [(each.report.id, each.observation.value, each.revision) for each in found] == [
        ("report", 3205000, "first"),
        (LATER, 3187000, "revised"),
    ]
    assert [each.revision for each in package.indicator(PARTICLES).vintages(period="2030")] == ["first", "unchanged"]
    assert [each.report.id for each in package.indicator(LIBRARIES).vintages()] == [LATER]


def test_the_report_of_a_figure_is_known_beside_its_footnote(package: bps.DataPackage) -> None:
    """`report` is the report that prints a figure, whichever footnote covers it, and none for a publication."""
    reports = {each.id: each.report for each in package.observations}
    assert {each.id for each in reports.values() if each} == {"report", LATER}
    assert all((f":{LATER}" in id) == (each is not None and each.id == LATER) for id, each in reports.items())
    kinds = {(each.source.kind == "publication", each.report is None) for each in bps.bundled().observations}
    assert kinds == {(False, False), (True, True)}


def test_a_series_joins_the_reports(package: bps.DataPackage) -> None:
    """Each period has the figure of the last report once."""
    assert [each.value for each in package.indicator(VISITS).series()] == [3187000, 3550000]
    assert [each.value for each in package.indicator(PARTICLES).series()] == [31.2, 29.8]


@pytest.mark.parametrize(
    ("as_of", "values"),
    [
        ("2031-02-28", []),
        ("2031-03-31", [3205000]),
        (date(2032, 3, 30), [3205000]),
        ("2032-03", [3187000, 3550000]),
        ("2032", [3187000, 3550000]),
    ],
)
def test_a_series_can_be_as_it_was_known_then(package: bps.DataPackage, as_of: str | date, values: list[float]) -> None:
    """A month of publication counts from its last day; what was published later is left out."""
    visits = package.indicator(VISITS)
    assert [each.value for each in visits.series(as_of=as_of)] == values
    with pytest.raises(bps.PeriodError):
        visits.series(as_of="last spring")


def test_a_report_without_a_date_counts_always() -> None:
    """The one report of a package need not say when it was published; a publication is left out before its date."""
    mean = bps.get_indicator("environment.pm2_5_annual_mean")
    assert [(each.period, each.source.kind) for each in mean.series(as_of="2000")] == [("2024", "footnote")]
    assert mean.series(as_of="2100") == mean.series()


@pytest.mark.parametrize(
    ("printed", "bound", "value", "revision"),
    [
        ("30.5微克/立方米", "exact", 30.5, "unchanged"),
        ("超过30微克/立方米", "gt", 30, "refined"),
        ("30.52微克/立方米", "exact", 30.52, "refined"),
        ("30.6微克/立方米", "exact", 30.6, "revised"),
        ("不足30微克/立方米", "lt", 30, "revised"),
    ],
)
def test_a_revision_is_what_cannot_be_true_beside_the_old(
    printed: str, bound: str, value: float, revision: bps.Revision
) -> None:
    """The same figure is unchanged, one that can be true beside it refines it, any other revises it."""
    first = printed_in("", "2025", "30.5微克/立方米")
    later = printed_in("later", "2026", printed, bound=bound, value=value)
    assert vintages([first, later], later) == (
        Vintage(observation=first, report=first.source, revision="first"),
        Vintage(observation=later, report=later.source, revision=revision),
    )


def test_histories_are_the_vintages_of_each_thing(package: bps.DataPackage) -> None:
    """Each figure is in one history, which is what `vintages` gives for it; undated ones stand alone."""
    found = histories(package.observations)
    assert sum(map(len, found)) == len(package.observations)
    for history in found:
        for each in history:
            assert vintages(package.observations, each.observation) == history
    undated = [printed_in(id, "2025", "30.5微克/立方米", period="..") for id in ("", "later")]
    assert [len(history) for history in histories(undated)] == [1, 1]


def test_the_date_decides_and_not_the_row() -> None:
    """An older report that was added later is the earlier vintage; an exact figure stands for its report."""
    first = printed_in("", "2025", "30.5微克/立方米")
    older = printed_in("older", "2024", "30.4微克/立方米", value=30.4)
    loose = printed_in("older", "2024", "超过30微克/立方米", bound="gt", value=30)
    assert [each.observation for each in vintages([first, loose, older], first)] == [older, first]
    indicator = bps.get_indicator("environment.pm2_5_annual_mean").__replace__(observations=(first, older, loose))
    assert indicator.observation() == first


def test_undated_figures_of_two_reports_are_two_things() -> None:
    """Nobody knows that two figures without a period are for one time: none revises the other."""
    first = printed_in("", "2025", "30.5微克/立方米", period="..")
    later = printed_in("later", "2026", "30.5微克/立方米", period="..")
    indicator = bps.get_indicator("environment.pm2_5_annual_mean").__replace__(observations=(first, later))
    assert set(indicator.series()) == {first, later}
    assert indicator.observation() == later
    assert [each.revision for each in indicator.vintages()] == ["first"]


def test_the_reason_of_the_best_figure_names_what_it_revises(package: bps.DataPackage) -> None:
    """A restated figure is the one to rely on, and the reason gives both prints with their reports."""
    best = package.indicator(VISITS).best(period="2030")
    assert best.value == 3187000
    assert "318.7万人次" in best.reason
    assert "revises the 320.5万人次 of 云州市公共服务年报（2030） (2031-03)" in best.reason
    assert "as did" in package.indicator(PARTICLES).best(period="2030").reason
    assert "is printed in" not in package.indicator(LIBRARIES).best().reason


def test_a_later_report_of_a_lower_grade_is_not_relied_on() -> None:
    """A later report is the headline whoever publishes it; the one to rely on is of the better grade."""
    official = printed_in("", "2025", "30.5微克/立方米", cross_checks=())
    later = printed_in("bulletin", "2026", "31微克/立方米", value=31, cross_checks=())
    official = official.__replace__(source=official.source.__replace__(grade="A"))
    later = later.__replace__(source=later.source.__replace__(grade="C"))
    indicator = bps.get_indicator("environment.pm2_5_annual_mean").__replace__(observations=(official, later))
    assert indicator.observation() == later
    best = indicator.best()
    assert best.observation == official
    assert "(grade A), a better source than" in best.reason
    assert "which later prints 31微克/立方米." in best.reason


def test_a_claim_of_the_earlier_value_is_superseded(package: bps.DataPackage) -> None:
    """A claim is compared with the last figure; that of the report before is named as such."""
    assert bps.verify(VISITS, 3187000, period="2030", package=package).status == "match"
    verdict = bps.verify(VISITS, "320.5万人次", period="2030", package=package)
    assert (verdict.status, verdict.diagnosis) == ("mismatch", "superseded")
    assert verdict.neighbour == package.observation(f"{VISITS}:X-YUNZHOU:2030")
    assert bps.verify(PARTICLES, 31.2, period="2030", package=package).status == "match"


def test_only_an_earlier_report_is_superseded(package: bps.DataPackage) -> None:
    """A value that another publication prints for the thing, or a report for another thing, is not superseded."""
    visits = package.indicator(VISITS)
    earlier, last = package.observation(f"{VISITS}:X-YUNZHOU:2030"), visits.observation(period="2030")
    published = earlier.__replace__(locator="", source=earlier.source.__replace__(kind="publication"))
    for other, diagnosis in ((published, ""), (earlier.__replace__(area="CN"), "other_area")):
        both = visits.__replace__(observations=(other, last))
        verdict = bps.verify(both, "320.5万人次", area="X-YUNZHOU", period="2030", package=package)
        assert (verdict.status, verdict.diagnosis) == ("mismatch", diagnosis)
