"""Laws of the page of benchmarks: a goal is met or missed in words, and no memory is shown that cannot be seen."""

from __future__ import annotations

import math

import pytest

pytest.importorskip("resource")

from tools.benchmark import BARE, Cost, Goal, code, cold_table, judged, plain

GIVEN = [code(BARE, ""), code("ours", "", "theirs", Goal(0.5, "ratio")), code("quick", "", BARE, Goal(2, "ms added"))]
COSTS = {BARE: Cost([10.0], 20), "ours": Cost([30.0], 64), "quick": Cost([11.0], 29.9)}


def rows(costs: dict[str, Cost]) -> list[list[str]]:
    """Return the cells of the table of these costs."""
    return [line.strip("| ").split(" | ") for line in cold_table(GIVEN, costs, 30)[1:]]


@pytest.mark.parametrize(("other", "result"), [(60.0, "met"), (59.0, "missed")])
def test_a_goal_is_met_or_missed(other: float, result: str) -> None:
    """A goal is met by a ratio of at most its limit, and missed by a higher one."""
    row = rows(COSTS | {"theirs": Cost([other], 64)})[1]
    assert row[5:] == ["theirs", f"{30 / other:.3f}", "ratio ≤ 0.5", result]


def test_a_goal_without_a_peer_is_not_judged() -> None:
    """Without the program that it is held against, a ratio is neither met nor missed."""
    assert judged(math.nan, 0.5) == ""
    assert "met" not in rows(COSTS)[1]


def test_a_peak_of_the_measuring_program_is_a_bound() -> None:
    """A peak that is not above that of the measuring program is shown as a bound, a higher one as it is."""
    assert [row[4] for row in rows(COSTS)] == ["≤ 30", "64", "≤ 30"]


@pytest.mark.parametrize(("number", "text"), [(0.2654, "0.265"), (69.44, "69.4"), (99.96, "100"), (3731.4, "3731")])
def test_no_number_has_an_exponent(number: float, text: str) -> None:
    """Numbers of one column are all written without an exponent."""
    assert plain(number) == text
