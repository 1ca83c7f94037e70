"""The words of a claim about one indicator: each chooses the figure, is understood, or leaves the claim open."""

from __future__ import annotations

import pytest

import beijing_public_services as bps

PM2_5, GROWTH, SINCE = (
    f"environment.pm2_5_annual_mean{end}" for end in ("", "_growth", "_fixed_base_growth")
)  # 30.5 µg/m3; 6.2 % less than in 2023; over 60 % less than in 2013


@pytest.mark.parametrize(
    ("indicator", "claim"),
    [
        (GROWTH, "down 6.2% over 2023"),
        (GROWTH, "down 6.2% on last year"),
        (GROWTH, "down 6.2% year on year"),
        (GROWTH, "比上年下降6.2%"),
        (GROWTH, "in 2014: down 4% on 2013"),
        (SINCE, "down over 60% since 2013"),
        (SINCE, "2013年以来下降超六成"),
    ],
)
def test_a_change_is_held_against_that_from_the_base_that_is_named(indicator: str, claim: str) -> None:
    """A claim that names the base of the published change is judged."""
    assert bps.verify(indicator, claim, package=bps.bundled()).status == "match"


@pytest.mark.parametrize(
    ("indicator", "claim", "word"),
    [
        (GROWTH, "down 6.2% since 2013", "2013"),
        (GROWTH, "down 6.2% over January 2023", "January 2023"),
        (GROWTH, "down 6.2% over the previous month", "previous month"),
        (GROWTH, "2013年以来下降6.2%", "2013年"),
        (GROWTH, "in 2014: down 4% on 2012", "2012"),
        (SINCE, "down over 60% since 2014", "2014"),
        (SINCE, "down over 60% on last year", "on last year"),
        (SINCE, "同比下降超六成", "同比"),
        (PM2_5, "30.5 µg/m3 since 2013", "2013"),
        (PM2_5, "30.5 µg/m3 year on year", "year on year"),
    ],
)
def test_a_change_from_another_base_is_left_open(indicator: str, claim: str, word: str) -> None:
    """A claim that names another base than the published change has is not judged, and the verdict names the base."""
    verdict = bps.verify(indicator, claim, package=bps.bundled())
    assert (verdict.status, verdict.reason, verdict.detail) == ("cannot_verify", "not_understood", f"found {word!r}")


@pytest.mark.parametrize(
    ("claim", "reason"),
    [("down 6.2% on 2013 in 1990", "no_figure"), ("down 6.2% on 2013 in Shanghai", "not_understood")],
)
def test_a_base_matters_only_where_there_is_a_figure(claim: str, reason: str) -> None:
    """A claim with a base about a place or year without a figure says so."""
    assert bps.verify(GROWTH, claim, package=bps.bundled()).reason == reason
