"""Laws of sentences: where one ends and where a full stop only abbreviates, and what is known of each."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.support.timing import processor_time

from beijing_public_services.notation.sentences import sentences_of
from beijing_public_services.notation.width import fold


@pytest.mark.parametrize(
    "marked",
    [
        "Parks rose.| Lifts fell.",
        "公园增加。|电梯减少！|为什么？|不知道；|完。",
        "One;| two!| three?!| four...| five",
        'He said "yes.|" She said (yes.|) They left.|\'] End.',
        "A title\n| and its text",
        "It was 44.9 percent.| It was v1.2.3.| end",
        "It rose 5 pct.| Then it fell.",
        "It rose 5 pct. of late.| End.",
        "It rose 5 pct. 6 more.| End.",
        "It fell by 5 pct. ",
        "Built by Acme Ltd.|  It stands.",
        "Approx. 5 parks, e.g. No. 3 in Jan. 2024.| End.",
        "Dr. Li of the U.S. spoke.| End.",
        "J. Li spoke.| End.",
        "It is in Taipan.| It rains.",
        "It runs on inertia.| End.",
        "1. Parks\n| 2. Lifts",
        "Lists\n| 12. Parks",
        f"Lists\n|{' ' * 10}5. Parks",
        f"Lists\n|{' ' * 11}5.| Parks",
        f"So many{' ' * 20}5.| Parks",
        "We saw 12.| Then more.",
        "It has 123.| Then more.",
    ],
)
def test_a_sentence_ends_at_its_mark(marked: str) -> None:
    """A full stop ends a sentence before space or the end, with quotes or brackets between, unless it abbreviates."""
    text = marked.replace("|", "")
    found = [text[each.start : each.end] for each in sentences_of(fold(text), text)]
    assert found == [each for each in marked.split("|") if each]


@given(st.lists(st.sampled_from(["a b", "44.9%", "。", ". ", "\n", "? ", "；", " ", "pct. ", "No. "]), max_size=12))
def test_nothing_but_space_and_marks_is_left_out(parts: list[str]) -> None:
    """Sentences are in order and do not overlap; between them is nothing but space and marks."""
    text, at = "".join(parts), 0
    for each in sentences_of(fold(text), text):
        assert at <= each.start < each.end <= len(text)
        assert not text[at : each.start].strip("。.? ；\n")
        at = each.end
    assert not text[at:].strip("。.? ；\n")


def test_a_sentence_is_known_by_its_paragraph() -> None:
    """A line that is empty or begins with space begins a paragraph; any other line goes on with the last one."""
    text = "一。二。\n三。\n\nDay. Eve.\n Fir. Gin.\n\n\nHat"
    found = [(text[each.start : each.end].strip(), each.paragraph) for each in sentences_of(fold(text), text)]
    assert found == [
        ("一。", 0), ("二。", 0), ("三。", 0), ("Day.", 1), ("Eve.", 1), ("Fir.", 2), ("Gin.", 2), ("Hat", 3),
    ]  # fmt: skip


def test_a_sentence_knows_whether_it_asks_and_goes_on() -> None:
    """A question mark of either width asks; ； lets the next sentence go on, and no other mark does."""
    text = "一；二？三; four? Five!? Six；"
    found = [(each.asks, each.goes_on) for each in sentences_of(fold(text), text)]
    assert found == [(False, False), (True, True), (False, False), (True, False), (True, False), (False, False)]
    text = "一；二"
    assert [(each.asks, each.goes_on) for each in sentences_of(fold(text), text)] == [(False, False), (False, True)]


@pytest.mark.slow
def test_a_text_of_eight_times_the_sentences_takes_about_eight_times_as_long() -> None:
    """Eight times the sentences take less than twice eight as long: the square would take up to 64 times."""

    def taken(count: int) -> float:
        text = "it is so. " * count
        return processor_time(lambda: sum(1 for _ in sentences_of(text, text)), tries=2)

    assert taken(80_000) < 16 * max(taken(10_000), 0.005)
