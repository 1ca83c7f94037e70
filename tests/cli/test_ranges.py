"""A range on the command line, for an assistant, on charts and on the explorer's page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.support.ranges import RAIL, RANGE, package_with_range

import beijing_public_services as bps
from beijing_public_services.agents.answers import get_indicator
from beijing_public_services.agents.figures import reading

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
    from tests.support.ranges import CELLS

    other = package_with_range(tmp_path, {**CELLS, "printed": "400～460公里"}, "460")
    changes = bps.diff(package, other).changes
    assert ("value_revised", "upper", "450", "460") in [
        (each.kind, each.column, each.before, each.after) for each in changes
    ]
    assert bps.diff(package, package).changes == ()
    assert ("added", RANGE) not in [(each.kind, each.new_id) for each in bps.diff(bps.bundled(), package).changes]
