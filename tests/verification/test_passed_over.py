"""Why a figure whose name is known has no verdict: each reason is given where it holds, and not where it does not."""

from __future__ import annotations

import pytest

import beijing_public_services as bps


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The forest coverage rate is not 44.9%.", "not_asserted"),
        ("Is the forest coverage rate 44.9%?", "not_asserted"),
        ("The forest coverage rate is 44.9%. This is false.", "not_asserted"),
        ("The target for the forest coverage rate is 44.9%.", "plan"),
        ("The forest coverage rate was 44.9% as planned.", "plan"),
        ("The forest coverage rate of 44.9% is the target.", "plan"),
        ("The standard for the forest coverage rate is 44.9%.", "standard"),
        ("The forest coverage rate was 44.9% limit.", "standard"),
        ("Forest coverage rate limit 44.9%.", "standard"),
        ("Among women the unemployment rate was 5.1%.", "subset"),
        ("For youth, the unemployment rate was 5.1%.", "subset"),
        ("Youth unemployment rate was 5.1%.", "modified"),
        ("The forest coverage rate is 44.9% per district.", "unit"),
        ("The forest coverage rate was 44.9 µg/m3.", "unit"),
        ("Forest coverage was 44.9% of gardens.", "unclear"),
        ("The forest coverage rate was 44.93%.", "finer"),
        ("The forest coverage rate was 4.1%.", "implausible"),
        ("The forest coverage rate was 200%.", "implausible"),
        ("The forest coverage rate was 44.9% in Shanghai.", "place"),
        ("The forest coverage rate was 44.9% in Haidian.", "place"),
        ("The forest coverage rate was 44.9% in the first half of 2024.", "time"),
        ("The forest coverage rate was 44.9% in 2023 and 2024.", "time"),
    ],
)
def test_a_figure_that_is_no_claim_is_passed_over_with_its_reason(text: str, reason: str) -> None:
    """A figure that is denied, planned, a limit, of a part, of something else or too fine is not judged."""
    report = bps.verify_text(text)
    assert not report
    assert [each.reason for each in report.passed_over] == [reason]


@pytest.mark.parametrize(
    "text",
    [
        "The forest coverage rate was 44.9% in the standard.",
        "The forest coverage rate was 44.9%, the limit.",
        "The forest coverage rate was 44.9%, below the limit of 50%.",
        "The forest coverage rate was 44.9%. The target was missed.",
        "The limit was kept, the forest coverage rate was 44.9%.",
        "The forest coverage rate was 44.9%. This is true.",
        "The forest coverage rate passed the 44.9% mark.",
    ],
)
def test_a_word_that_is_about_something_else_leaves_a_claim_a_claim(text: str) -> None:
    """A word of denial, plan or limit that stands apart from a figure does not keep it from being judged."""
    assert [(each.text, each.verdict.status) for each in bps.verify_text(text)] == [("44.9%", "match")]


@pytest.mark.parametrize(
    ("text", "is_judged"),
    [
        ("Beijing has 1,100 parks.", True),
        ("Beijing has some 1,100 parks.", True),
        ("New: Beijing has 1,100 parks.", True),
        ("Beijing opened, it says, 1,100 parks.", True),
        ("Beijing built 1,100 parks.", False),
        ("Beijing has 1,100 new parks.", False),
        ("Beijing has over 1,100 new parks.", False),
        ("Beijing has 1,100 community parks.", False),
        ("Beijing has opened a total of 1,100 parks.", False),
    ],
)
def test_what_is_new_or_a_part_is_not_the_stock(text: str, is_judged: bool) -> None:
    """A count of what was built, is new or of a kind is not held against that of all there are."""
    assert bool(bps.verify_text(text)) is is_judged


@pytest.mark.parametrize(
    ("text", "area", "status"),
    [
        ("The peak-hour road traffic index was 5.2 in Beijing.", "CN-BJ.central_urban_area", "mismatch"),
        ("北京市高峰时段道路交通指数为5.2。", "CN-BJ.central_urban_area", "mismatch"),
        ("The region's environmental monitoring data sharing rate reached 100%.", "X-JJJ", "mismatch"),
        ("PM2.5 was 38 µg/m3 in Tianjin.", "CN-TJ", "match"),
        ("PM2.5 was 38 µg/m3 in Beijing.", "CN-BJ", "mismatch"),
    ],
)
def test_a_figure_of_one_area_only_is_that_of_the_city(text: str, area: str, status: str) -> None:
    """What is published only for a part of the city, or for the region around it, is meant by a text on the city."""
    (found,) = bps.verify_text(text)
    assert found.verdict.observation is not None
    assert (found.verdict.observation.area, found.verdict.status) == (area, status)


@pytest.mark.parametrize(
    ("claimed", "reason"),
    [
        ("44.95%", "finer"),
        ("44.96%", ""),
        ("44.85%", "finer"),
        ("44.84%", ""),
        ("179.6%", ""),
        ("179.7%", "implausible"),
        ("11.3%", ""),
        ("11.2%", "implausible"),
        ("0%", ""),
        ("4.49%", ""),
        ("4.1%", "implausible"),
    ],
)
def test_a_value_near_the_printed_one_is_finer_and_one_far_from_it_another_measure(claimed: str, reason: str) -> None:
    """Of 44.9 %, what rounds to it is finer; over four times it, or under a quarter, is implausible unless a slip."""
    report = bps.verify_text(f"The forest coverage rate was {claimed}.")
    assert [each.verdict.status for each in report] == ([] if reason else ["mismatch"])
    assert [each.reason for each in report.passed_over] == ([reason] if reason else [])


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Fixed-asset investment passed 900 billion yuan.", "match"),
        ("Fixed-asset investment was 900 billion yuan.", "mismatch"),
        ("The forest coverage rate topped 44.9%.", "cannot_verify"),
        ("The forest coverage rate passed the 44.9% mark.", "match"),
        ("供水管网漏损率降至8.5%以内。", "match"),
        ("PM2.5 fell by more than 6.2%.", "cannot_verify"),
        ("PM2.5 fell by more than 5%.", "consistent"),
        ("PM2.5 rose by more than 5%.", "mismatch"),
        ("PM2.5 improved by more than 5%.", "consistent"),
    ],
)
def test_what_is_passed_is_a_lower_bound(text: str, status: str) -> None:
    """A verb that passes a value says over it, and so does a bound on a fall or an improvement."""
    (found,) = bps.verify_text(text)
    assert found.verdict.status == status
