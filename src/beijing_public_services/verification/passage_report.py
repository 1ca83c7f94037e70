"""What became of the figures of a passage: the verdicts, and the figures that were passed over with the reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, overload

from beijing_public_services._record import Record, Records

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from beijing_public_services.model.codelists import Language
    from beijing_public_services.verification.verdict import Verdict

PassageReason = Literal[
    "no_name", "modified", "unclear", "unit", "place", "time", "base", "change", "former", "compared", "plan",
    "standard", "not_asserted", "subset", "list", "ambiguous", "finer",
    "implausible",
]  # fmt: skip
NEAREST = "Perhaps {} is meant: write its name.", "也许是指 {}：请写出其名称。"
REASONS: dict[str, tuple[str, str]] = {
    "no_name": ("No indicator of the package is named beside it.", "旁边没有写出数据包所载指标的名称。"),
    "modified": ("A word before the name makes it another measure.", "名称前的词使其成为另一指标。"),
    "unclear": ("Words between the name and the figure are not understood.", "名称与数字之间有不理解的词语。"),
    "unit": ("Its unit does not fit the indicator.", "单位与该指标不符。"),
    "place": ("It is about another place, or the place is not clear.", "所说的是其他地区，或地区不明。"),
    "time": ("It is about another time, or the time is not clear.", "所说的是其他时间，或时间不明。"),
    "base": ("It is a change from another base than the published one.", "比较的基期与所载不同。"),
    "change": ("It is a change, and no change of this is published.", "所说的是变化量，而所载没有该变化。"),
    "former": ("It is a former value without a date.", "是未注明时间的原有数值。"),
    "compared": ("It is what something is compared with.", "是用作比较的数值。"),
    "plan": ("It is planned, expected or possible.", "属于计划、预期或可能。"),
    "standard": ("It is a standard or a limit.", "属于标准或限值。"),
    "not_asserted": ("The text denies it, asks it or makes it a condition.", "文中予以否定、提问或作为假设。"),
    "subset": ("It is about a part of the people or things measured.", "所说的只是其中一部分。"),
    "list": ("The names and figures of the list do not correspond.", "列举的名称与数字不对应。"),
    "ambiguous": ("Several indicators go by this name.", "该名称对应多个指标。"),
    "finer": ("It has more digits than the published figure.", "比所载数字更精细。"),
    "implausible": (
        "It is too far from the published figure to be the same measure.",
        "与所载数字相差过大，不像同一指标。",
    ),
}


class PassageVerdict(Record):
    """A claim found in a passage: where its figure stands (in characters), and the verdict on it.

    >>> import beijing_public_services as bps
    >>> (found,) = bps.verify_text("Forest coverage rate reached 44.9%.")
    >>> found.start, found.end, found.text, found.verdict.status
    (29, 34, '44.9%', 'match')
    """

    start: int
    end: int
    text: str
    verdict: Verdict

    def _title(self) -> object:
        return self.verdict._title()

    def _facts(self) -> dict[str, object]:
        return self.verdict._facts() | {"Claim": self.text}

    def _row(self) -> dict[str, object]:
        return self.verdict._row() | {"Claim": self.text}


class PassedOver(Record):
    """A figure that was not judged: where it stands (in characters), why, and what made it so.

    `nearest` is the id of the indicator that may be meant, if no name stands beside the figure but words of one do.

    >>> import beijing_public_services as bps
    >>> (passed,) = bps.verify_text("Forest coverage rate will reach 50%.").passed_over
    >>> passed.text, passed.reason, passed.detail
    ('50%', 'plan', 'forest coverage rate')
    """

    start: int
    end: int
    text: str
    reason: PassageReason
    detail: str = ""
    nearest: str = ""

    def explained(self, language: Language = "en") -> str:
        """Return the reason as a sentence in English (`en`) or Chinese (`zh`)."""
        place = ("en", "zh").index(language)
        sentence = REASONS[self.reason][place]
        if self.nearest:
            return f"{sentence}{'' if place else ' '}{NEAREST[place].format(self.nearest)}"
        return f"{sentence} ({self.detail})" if self.detail else sentence

    def _facts(self) -> dict[str, object]:
        return {"Figure": self.text, "Reason": self.explained()}


class PassageReport(Record):
    """The verdicts on a passage, as a sequence, and the figures passed over.

    `verdicts` and `passed_over` are in the order of the text. Each figure of the text is in one of the two.

    >>> import beijing_public_services as bps
    >>> report = bps.verify_text("Forest coverage rate reached 44.9%. It will reach 50%.")
    >>> len(report), report.judged, len(report.passed_over), report.total
    (1, 1, 1, 2)
    """

    verdicts: tuple[PassageVerdict, ...]
    passed_over: tuple[PassedOver, ...]

    def _title(self) -> object:
        return self.summary

    def _facts(self) -> dict[str, object]:
        return {}

    def _parts(self) -> dict[str, Records[Any]]:
        return {"Judged": Records(self.verdicts), "Passed over": Records(self.passed_over)}

    @overload
    def __getitem__(self, place: int) -> PassageVerdict: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[PassageVerdict, ...]: ...
    def __getitem__(self, place: int | slice) -> PassageVerdict | tuple[PassageVerdict, ...]:
        return self.verdicts[place]

    def __len__(self) -> int:
        return len(self.verdicts)

    def __iter__(self) -> Iterator[PassageVerdict]:
        return iter(self.verdicts)

    @property
    def judged(self) -> int:
        """How many figures have a verdict other than `cannot_verify`."""
        return len({each.start for each in self.verdicts if each.verdict.status != "cannot_verify"})

    @property
    def total(self) -> int:
        """How many figures were found."""
        return len({each.start for each in self.verdicts} | {each.start for each in self.passed_over})

    @property
    def summary(self) -> str:
        """One line: how many figures were judged, could not be verified, and were passed over."""
        left = len({each.start for each in self.verdicts}) - self.judged
        parts = [f"{self.judged} of {self.total} figures judged"]
        parts += [f"{left} cannot be verified"] if left else []
        return "; ".join([*parts, f"{len(self.passed_over)} passed over"])
