"""A range on the command line, for an assistant, on charts and on the explorer's page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.support.ranges import CELLS, RAIL, RANGE, package_with_figure, package_with_range

import beijing_public_services as bps
from beijing_public_services.agents.answers import get_indicator
from beijing_public_services.agents.figures import reading
from beijing_public_services.checks.rules.cross_checks import agreement
from beijing_public_services.model.selection import best as best_of
from beijing_public_services.model.vintages import revision_of

if TYPE_CHECKING:
    from tests.conftest import Run


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package in which the rail network of 2012 is printed as 400～450公里."""
    return package_with_range(tmp_path_factory.mktemp("package"))


def test_show_gives_both_ends(run: Run, package: Path) -> None:
    """The text has the range as a person reads it and its interval; the JSON has value, upper and bound."""
    code, out, _ = run("show", RANGE, "--package", package)
    assert code == 0
    assert "400–450 km" in out
    assert "[400, 450]" in out
    assert "400～450公里" in run("show", RANGE, "--package", package, "--lang", "zh")[1]
    figure = json.loads(run("show", RANGE, "--package", package, "--json")[1])
    assert (figure["value"], figure["upper"], figure["bound"]) == (400, 450, "between")


def test_verify_takes_a_range(run: Run, package: Path) -> None:
    """A claimed range is judged, and the exit code says how."""
    for claim, wanted in (("400～450公里", 0), ("500～600公里", 1)):
        code, out, _ = run("verify", RAIL, claim, "--period", "2012", "--package", package)
        assert (code == 0) is (wanted == 0), out


def test_an_assistant_gets_both_ends(package: Path) -> None:
    """`upper` stands beside the value of a range, and the reading has both; no other figure has it."""
    loaded = bps.load(package)
    answer = get_indicator(loaded, RAIL, None, "2012", None, 0, full=False)
    (figure,) = answer["items"]
    assert (figure["value"], figure["upper"], figure["bound"]) == (400, 450, "between")
    assert figure["reading"] == {"en": "400–450 km", "zh": "400～450公里"}
    assert "upper" not in get_indicator(loaded, RAIL, None, "2024", None, 0, full=False)["items"][0]
    assert reading(loaded, loaded.observation(RANGE), "en") == "400–450 km"


def test_a_chart_draws_a_range_and_no_line_through_it(package: Path) -> None:
    """The mark of a range has both ends, and no line joins it to others."""
    from beijing_public_services.views.charts.figures import chart_data

    loaded = bps.load(package)
    drawn = chart_data(loaded, loaded.indicator(RAIL))
    (place,) = (place for place, mark in enumerate(drawn.marks) if mark.observation == RANGE)
    mark = drawn.marks[place]
    assert (mark.form, mark.lower, mark.upper, mark.text) == ("range", 400, 450, "400–450")
    assert all(place not in line for line in drawn.lines)


def test_the_figure_to_rely_on_keeps_both_ends(package: Path) -> None:
    """`best` hands on the higher end of a range with its value and bound."""
    best = bps.load(package).indicator(RAIL).best(period="2012")
    assert (best.value, best.upper, best.bound) == (400, 450, "between")


def test_a_changed_end_is_a_revised_value(package: Path, tmp_path: Path) -> None:
    """Another higher end alone is a change of the figure, which asks for an erratum."""
    other = package_with_figure(tmp_path / "ranges", {**CELLS, "printed": "400～460公里"}, "460")
    changes = bps.diff(package, other).changes
    assert ("value_revised", "upper", "450", "460") in [
        (each.kind, each.column, each.before, each.after) for each in changes
    ]
    assert bps.diff(package, package).changes == ()
    assert ("added", RANGE) not in [(each.kind, each.new_id) for each in bps.diff(bps.bundled(), package).changes]


def test_a_list_has_the_higher_end_of_a_headline_last(run: Run, package: Path) -> None:
    """The columns of the list for programs stay where they were; `upper` is empty for a headline of one value."""
    header, *rows = run("list", "--format", "csv", "--package", package)[1].splitlines()
    assert header.endswith(",disputed_by,upper")
    assert all(row.endswith(",") for row in rows)


def test_an_official_range_is_relied_on_with_both_ends() -> None:
    """If the publisher to rely on prints a range, its higher end comes with its value and bound."""
    figure = bps.get_indicator(RAIL).observation(period="2024")
    report = bps.bundled().sources[0].replace(id="office", kind="publication", grade="A", seen_as="original")
    check = bps.CrossCheck(
        observation=figure.id,
        source=report,
        verdict="differs",
        printed="900.5～910公里",
        value=900.5,
        unit="km",
        note="",
    )
    best = best_of(figure.replace(cross_checks=(check,)))
    assert (best.value, best.upper, best.bound) == (900.5, 910, "between")
    assert isinstance(best.upper, int)


def test_another_higher_end_is_another_figure(package: Path) -> None:
    """A later report that prints another higher end refines or revises the figure, and does not repeat it."""
    before = bps.load(package).observation(RANGE)
    assert revision_of(before, before) == "unchanged"
    assert revision_of(before, before.replace(upper=460, printed="400～460公里")) == "refined"
    assert revision_of(before, before.replace(value=460, upper=480, printed="460～480公里")) == "revised"


@pytest.mark.parametrize(
    ("printed", "verdict"),
    [
        ("400～450公里", "agrees"), ("400 to 450 km", "agrees"), ("400～460公里", "refines"), ("425公里", "refines"),
        ("460～480公里", "differs"), ("451公里", "differs"),
    ],
)  # fmt: skip
def test_two_ranges_agree_if_both_ends_do(printed: str, verdict: str) -> None:
    """Of another publication's figure the same range agrees, one that can be true too refines, any other differs."""
    assert agreement(bps.read_printed("400～450公里"), bps.read_printed(printed), counted=False) == verdict
