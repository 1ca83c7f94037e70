"""Passages that nobody wrote with sight of the code, and how the verdicts on them compare with the right ones."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from tests.support.checkout import FIXTURES

import beijing_public_services as bps

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FOLDER = FIXTURES / "passages"


class Passage(NamedTuple):
    """A text, its kind, and the answers that are right: each a count of (indicator, status)."""

    kind: str
    text: str
    answers: tuple[Counter[tuple[str, str]], ...]


class Score(NamedTuple):
    """How the verdicts on some passages compare with the right ones.

    `right` of the `judged` figures have a right verdict, of `expected` ones; `false_matches` are wrong claims called a
    match, `passed_over` the figures that were not judged.
    """

    passages: int = 0
    expected: int = 0
    judged: int = 0
    right: int = 0
    false_matches: int = 0
    passed_over: int = 0

    def __add__(self, other: object) -> Score:
        """Return the score of both."""
        assert isinstance(other, Score)
        return Score(*(mine + theirs for mine, theirs in zip(self, other, strict=True)))

    @property
    def precision(self) -> float:
        """The part of the judged figures whose verdict is right; 1 if none was judged."""
        return self.right / self.judged if self.judged else 1.0

    @property
    def recall(self) -> float:
        """The part of the expected verdicts that were given; 1 if none was expected."""
        return self.right / self.expected if self.expected else 1.0


def passages(name: str) -> Iterator[Passage]:
    """The passages of a file: `development`, to look at, or `test`, to measure with only."""
    successors = {alias.id: alias.successor for alias in bps.bundled().aliases}

    def current(indicator: str) -> str:
        while successors.get(indicator):
            indicator = successors[indicator]
        return indicator

    for line in (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        answers = tuple(
            Counter((current(claim["indicator"]), claim["status"]) for claim in answer)
            for answer in (row["expect"], *row.get("also_right", []))
        )
        yield Passage(row["kind"], row["text"], answers)


def is_of_other_years(verdict: bps.Verdict) -> bool:
    """Whether the figure compared with is another publication's: the answers were written when there were few such."""
    return verdict.observation is not None and verdict.observation.source.kind == "publication"


def scored(passage: Passage) -> Score:
    """The score of one passage, against the right answer that is nearest.

    `cannot_verify` is no judgement. A verdict that no answer has is left out if it is on a year for which the package
    had no figure when the answers were written.
    """
    report = bps.verify_text(passage.text)
    judged = [each.verdict for each in report if each.verdict.status != "cannot_verify"]
    given: Counter[tuple[str, str]] = Counter((each.indicator, each.status) for each in judged)
    later: Counter[tuple[str, str]] = Counter(
        (each.indicator, each.status) for each in judged if is_of_other_years(each)
    )
    answer = max(passage.answers, key=lambda right: (given & right).total() - (given - right).total())
    given -= (given - answer) & later
    wrong = given - answer
    return Score(
        passages=1,
        expected=answer.total(),
        judged=given.total(),
        right=(given & answer).total(),
        false_matches=sum(count for (_, status), count in wrong.items() if status == "match"),
        passed_over=len(report.passed_over),
    )


def by_kind(found: Iterable[Passage]) -> dict[str, Score]:
    """The score of each kind of passage, in the order of the file."""
    scores: dict[str, Score] = {}
    for passage in found:
        scores[passage.kind] = scores.get(passage.kind, Score()) + scored(passage)
    return scores
