"""Finding statements by the words people use, in names before kinds and issuers before notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services._record import Records
from beijing_public_services.datapackage.search import FILLERS, SHORTEST_PREFIX
from beijing_public_services.datapackage.search_index import WORD, fold, singular

if TYPE_CHECKING:
    from collections.abc import Iterable

    from beijing_public_services.model.statement import Statement


def find_statements(statements: Iterable[Statement], text: str) -> tuple[Statement, ...]:
    """Return the statements that match every word of `text`, the best match first.

    A Latin word matches whole words only, or the beginning of one from four letters on; Chinese matches anywhere. An id
    or name that is the whole text comes first, then one that begins with it, then one that holds every word.
    """
    phrase = fold(text).strip()
    words = [singular(word) for word in WORD.findall(phrase)]
    words = [word for word in words if word not in FILLERS] or words
    ranked = []
    for place, each in enumerate(statements):
        own = each.id.partition(".")[2].replace("_", " ")
        names = [*map(fold, (each.id, own, each.name_zh, each.name_en))]
        others = [fold(other) for other in (each.kind, each.subkind, each.domain, each.issuer, each.note)]
        if words and _holds(" ".join((*names, *others)).replace("_", " "), words):
            steps = (
                phrase in names,
                any(name.startswith(phrase) for name in names),
                any(_holds(name, words) for name in names),
                True,
            )
            ranked.append((steps.index(True), place, each))
    return Records([each for *_, each in sorted(ranked, key=lambda entry: entry[:2])])


def _holds(folded: str, words: Iterable[str]) -> bool:
    """Return whether a text without differences of case and width holds every word."""
    parts = [singular(part) for part in WORD.findall(folded)]
    return all(
        word in parts or (len(word) >= SHORTEST_PREFIX and any(part.startswith(word) for part in parts))
        if word.isascii()
        else word in folded
        for word in words
    )
