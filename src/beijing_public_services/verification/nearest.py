"""Finding the indicator that a sentence comes nearest to, for a figure beside which no name stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from beijing_public_services._record import Record
from beijing_public_services.notation.folding import fold
from beijing_public_services.verification.names import unhyphenated
from beijing_public_services.verification.paraphrases import parts_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from beijing_public_services.datapackage.package import DataPackage

STOP = re.compile(r"\.(?=\s|\Z)")
FEWEST = 2  # words of a longer name that a sentence must hold


class Hint(Record):
    """The words of a name or keyword, and the indicator that it is of."""

    id: str
    unit: str
    parts: frozenset[str]


class Hints(Record):
    """Chinese names by their text, and English ones by each of their words."""

    han: dict[str, tuple[Hint, ...]]
    latin: dict[str, tuple[Hint, ...]]


def hints_of(package: DataPackage) -> Hints:
    """Return what the sentences about a package are compared with."""
    han: dict[str, list[Hint]] = {}
    latin: dict[str, list[Hint]] = {}
    for indicator in package.indicators:
        for name in (indicator.name_zh, indicator.name_en, *indicator.keywords):
            plain = unhyphenated(fold(name))
            hint = Hint(id=indicator.id, unit=indicator.unit, parts=parts_of(plain))
            if not plain.isascii():
                han.setdefault(plain, []).append(hint)
            else:
                for part in hint.parts:
                    latin.setdefault(part, []).append(hint)
    return Hints(
        han={name: tuple(hints) for name, hints in han.items()},
        latin={part: tuple(hints) for part, hints in latin.items()},
    )


def find_nearest(hints: Hints, sentence: str, fits: Callable[[str], bool]) -> str:
    """Return the id of the indicator whose name or keyword a folded sentence holds most of, empty if of none.

    Args:
        hints: The names and keywords.
        sentence: The folded sentence.
        fits: Whether an indicator in a unit can have the figure.
    """
    best = (0, 0)
    nearest = ""
    for hint, held, missing in _held(hints, sentence):
        if (held, -missing) > best and fits(hint.unit):
            best, nearest = (held, -missing), hint.id
    return nearest


def _held(hints: Hints, sentence: str) -> Iterator[tuple[Hint, int, int]]:
    """Yield each name that a sentence holds enough of, with how many of its words it holds and lacks."""
    for name, named in hints.han.items():
        if name in sentence:
            for hint in named:
                yield hint, len(name), 0
    said = parts_of(STOP.sub(" ", unhyphenated(sentence)))
    seen = {id(hint): hint for part in said for hint in hints.latin.get(part, ())}
    for hint in sorted(seen.values(), key=lambda each: each.id):
        held = len(hint.parts & said)
        if held == len(hint.parts) or (held >= FEWEST and 2 * held >= len(hint.parts)):
            yield hint, held, len(hint.parts) - held
