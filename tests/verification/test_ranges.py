"""Claims against a range that is printed, and ranges that are claimed."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.ranges import RAIL, UPPER, package_with_figure, package_with_range

import beijing_public_services as bps
from beijing_public_services.notation.claim import read_claim
from beijing_public_services.verification.diagnosis import diagnose
from beijing_public_services.verification.signs import opposite

if TYPE_CHECKING:
    from pathlib import Path

GROWTH: Final = "environment.pm2_5_annual_mean_growth"


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> bps.DataPackage:
    """A package in which the rail network of 2012 is printed as 400 to 450 km."""
    return bps.load(package_with_range(tmp_path_factory.mktemp("package")))


def judged(package: bps.DataPackage, claim: object, period: str = "2012") -> tuple[str, str]:
    """The status and the diagnosis of a claim about the length of the rail network in a year."""
    verdict = bps.verify(RAIL, claim, package=package, period=period)
    return verdict.status, verdict.diagnosis


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("400～450公里", ("match", "")), ("400 to 450 km", ("match", "")), ("between 400 and 450 km", ("match", "")),
        ("400000～450000米", ("match", "")),
        ("390～460公里", ("consistent", "")), ("400～460公里", ("consistent", "")),
        ("约400～450公里", ("consistent", "")),
        ("410～440公里", ("cannot_verify", "")), ("440～500公里", ("cannot_verify", "")),
        ("450～500公里", ("cannot_verify", "")), ("460～500公里", ("mismatch", "")),
        ("4000～4500公里", ("mismatch", "scale")), ("4000～4600公里", ("mismatch", "")),
        ("4100～4500公里", ("mismatch", "")), ("400～450亩", ("mismatch", "unit")),
        ("425公里", ("cannot_verify", "")), (425, ("cannot_verify", "")), ("400公里", ("mismatch", "bound_dropped")),
        ("450公里", ("mismatch", "bound_dropped")), ("399公里", ("mismatch", "")), ("451公里", ("mismatch", "")),
        ("879公里", ("mismatch", "other_period")),
        ("超过399公里", ("consistent", "")), ("不少于400公里", ("consistent", "")),
        ("不超过450公里", ("consistent", "")),
        ("超过400公里", ("cannot_verify", "")), ("超过450公里", ("mismatch", "")), ("不足400公里", ("mismatch", "")),
    ],
)  # fmt: skip
def test_a_claim_is_held_against_both_ends(package: bps.DataPackage, claim: object, expected: tuple[str, str]) -> None:
    """A claim of the same range matches; one that the whole range fulfils follows; one value of many stays open."""
    assert judged(package, claim) == expected


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("800～900公里", "consistent"), ("879～900公里", "cannot_verify"), ("700～800公里", "mismatch"),
        ("900～1000公里", "mismatch"),
    ],
)  # fmt: skip
def test_a_claimed_range_never_matches_one_value(package: bps.DataPackage, claim: str, expected: str) -> None:
    """A range around the printed figure follows from it; the claim says less, so that it is no match."""
    assert judged(package, claim, "2024")[0] == expected


def test_a_claimed_range_of_falls_is_read_as_one() -> None:
    """A fall by 6 to 7 % holds the printed fall of 6.2 %, whichever word says that it is one; a rise does not."""
    for claim in ("下降6%-7%", "fell by 6% to 7%", "PM2.5下降6%～7%"):
        assert bps.verify(GROWTH, claim).status in ("consistent", "cannot_verify")
    assert bps.verify(GROWTH, "下降6%-7%").status == "consistent"
    assert bps.verify(GROWTH, "上升6%-7%").status == "mismatch"


@given(st.integers(1, 2000).filter(lambda low: not 1900 <= low < 2100), st.integers(1, 500))
def test_the_verdict_on_a_range_follows_from_the_intervals(low: int, step: int) -> None:
    """Against one printed value a claimed range holds, fails or stays open as their intervals say.

    Two numbers that may be years, as in 1900～1901公里, are left out: they are read as years.
    """
    figure = bps.get_indicator(RAIL).observation(period="2024")
    verdict = bps.verify(RAIL, f"{low}～{low + step}公里", period="2024")
    claimed = bps.Interval(
        lower=bps.read_printed(f"{low}公里").value, upper=bps.read_printed(f"{low + step}公里").value
    )
    expected = "consistent" if figure.interval.is_within(claimed) else "mismatch"
    if expected == "mismatch" and figure.interval.overlaps(claimed):
        expected = "cannot_verify"
    assert verdict.status == expected


def test_a_range_of_the_other_sign_has_the_ends_changed(package: bps.DataPackage) -> None:
    """A range is the printed one with the wrong sign if both its ends have the other sign and change places."""
    indicator = package.indicator(RAIL)
    figure = indicator.observation(period="2012")
    claim = opposite(read_claim("400～450公里"))
    for ends, slip in (((-450, -400), "sign"), ((-450, 400), ""), ((450, -400), ""), ((-400, -450), "")):
        low, high = map(Decimal, ends)
        assert diagnose(claim, (low, high), figure, indicator, package) == (slip, None)


@pytest.mark.parametrize(
    ("printed", "claimed", "slip"),
    [
        ((0, 450), (0, 45), "scale"),
        ((0, 450), (0, 46), ""),
        ((-7, 0), (-5, 0), ""),
        ((400, 450), (-40, -45), ""),
        ((-5, 5), (-5, 5), ""),
    ],
)
def test_a_range_of_another_scale_has_both_ends_of_it(
    package: bps.DataPackage, printed: tuple[int, int], claimed: tuple[int, int], slip: str
) -> None:
    """The ends of a range of the wrong scale are those printed, times one power of ten; 0 says nothing of the scale."""
    indicator = package.indicator(RAIL)
    figure = indicator.observation(period="2012").__replace__(value=printed[0], upper=printed[1])
    low, high = map(Decimal, claimed)
    assert diagnose(read_claim("约400～450公里"), (low, high), figure, indicator, package) == (slip, None)


def test_a_value_is_never_said_to_be_the_end_of_another_range(package: bps.DataPackage) -> None:
    """The lower end of a range is no value of its own, so that no slip points to it."""
    verdict = bps.verify(RAIL, "400公里", package=package, period="2024")
    assert (verdict.status, verdict.neighbour) == ("mismatch", None)


def test_a_range_of_another_year_is_named(package: bps.DataPackage) -> None:
    """A claimed range that is printed of another year belongs to that year."""
    verdict = bps.verify(RAIL, "400～450公里", package=package, period="2024")
    assert (verdict.status, verdict.diagnosis) == ("mismatch", "other_period")
    assert verdict.neighbour is not None
    assert verdict.neighbour.period == "2012"


def test_a_figure_of_a_passage_is_held_against_a_range(package: bps.DataPackage) -> None:
    """`verify_text` takes no end of a printed range for its value, and judges a range with both its ends."""
    report = bps.verify_text("2012年，北京轨道交通运营里程为400公里。", package=package)
    assert [(each.verdict.status, each.verdict.diagnosis) for each in report.verdicts] == [
        ("mismatch", "bound_dropped")
    ]
    for text, expected in (
        ("2012年，北京轨道交通运营里程为400～450公里。", ("match", "")),
        ("In 2012 Beijing's urban rail length was 400 to 450 km.", ("match", "")),
        ("2012年，北京轨道交通运营里程为300～500公里。", ("consistent", "")),
        ("2024年，北京轨道交通运营里程为400～450公里。", ("mismatch", "other_period")),
        ("2024年，北京PM2.5年均浓度比上年下降6%～7%。", ("consistent", "")),
        ("2024年，北京PM2.5年均浓度比上年上升6%～7%。", ("mismatch", "")),
    ):
        found = [
            (each.verdict.status, each.verdict.diagnosis) for each in bps.verify_text(text, package=package).verdicts
        ]
        assert found == [expected], text
    far = bps.verify_text("2012年，北京轨道交通运营里程为1700公里。", package=package)
    assert [each.verdict.status for each in far.verdicts] == ["mismatch"]  # less than four times the higher end


def test_a_fall_in_other_words_turns_both_ends() -> None:
    """降幅 before a range makes it one of falls, the larger fall below."""
    assert bps.verify(GROWTH, "降幅为6%～7%").status == "consistent"
    assert bps.verify(GROWTH, "降幅为7%～8%").status == "mismatch"


def test_no_end_of_a_range_is_another_indicators_value(tmp_path: Path) -> None:
    """The lower end of a range is not named as the figure that a wrong value belongs to."""
    cells = {"printed": "412～450公里", "value": "412", "bound": "between"}
    package = bps.load(package_with_figure(tmp_path / "ranges", cells, UPPER))
    verdict = bps.verify("infrastructure.urban_rail_added_length", "412公里", package=package)
    assert (verdict.status, verdict.neighbour) == ("mismatch", None)


def test_no_end_of_another_publishers_range_is_what_it_prints() -> None:
    """A claim of the lower end is not said to be what the other publisher prints, which is a range."""
    indicator = bps.get_indicator(RAIL)
    figure = indicator.observation(period="2024")
    source = bps.bundled().sources[0].replace(id="office", kind="publication", grade="A", seen_as="original")
    check = bps.CrossCheck(
        observation=figure.id, source=source, verdict="differs", printed="912公里", value=912, unit="km", note=""
    )
    for printed, expected in (("912公里", "disputed"), ("see the table", "disputed"), ("912～930公里", "")):
        disputed = figure.replace(cross_checks=(check.replace(printed=printed),))
        verdict = bps.verify(indicator.replace(observations=(disputed,)), "912公里")
        assert (verdict.status, verdict.diagnosis) == ("mismatch", expected)
