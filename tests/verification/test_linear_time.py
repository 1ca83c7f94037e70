"""Reading prose takes time in proportion to its length, whatever it is made of."""

from __future__ import annotations

import pytest
from tests.support.timing import processor_time

import beijing_public_services as bps

SHORT, FACTOR = 3_000, 8
TEXTS = [
    "44.9% ",
    "5% 、",
    "5%和",
    "森林覆盖率44.9%，",
    "PM2.5 and ",
    "1,100 parks ",
    "Shanghai, ",
    "北京2024年",
    "2024 ",
    "十",
    "第三",
    "the city's ",
    "Forest coverage rate was 44.9% in Beijing in 2024. ",
    "(",
    "今年",
    "| 5% | PM2.5 |\n",
    "a  5%\n",
    "森林\n",
    "-\n",
]


def taken(text: str) -> float:
    """The processor time that reading a text takes."""
    return processor_time(lambda: bps.verify_text(text), tries=2)


@pytest.mark.slow
@pytest.mark.parametrize("piece", TEXTS, ids=repr)
def test_a_text_of_eight_times_the_length_takes_about_eight_times_as_long(piece: str) -> None:
    """Eight times the text takes less than twice eight as long: the square would take up to 64 times."""
    bps.verify_text("44.9%")
    short, long = (taken(piece * (length // len(piece))) for length in (SHORT, FACTOR * SHORT))
    assert long < 2 * FACTOR * max(short, 0.005)
