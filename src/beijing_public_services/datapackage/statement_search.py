"""Finding statements by the words people use, in names before kinds and issuers before notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services._record import Record, Records
from beijing_public_services.datapackage.questions import FILLERS
from beijing_public_services.datapackage.search import SHORTEST_PREFIX
from beijing_public_services.datapackage.search_index import WORD, fold, singular

if TYPE_CHECKING:
    from collections.abc import Iterable

    from beijing_public_services.model.statement import Statement


class Folded(Record):
    """A text without differences of case and width, and its words."""

    text: str
    words: tuple[str, ...]


class StatementEntry(Record):
    """What a statement is found by: its id and names, and those together with all other texts."""

    statement: Statement
    names: tuple[Folded, ...]
    everything: Folded


def statement_entries(statements: Iterable[Statement]) -> tuple[StatementEntry, ...]:
    """Return what each statement is found by, in their order."""
    return tuple(map(_entry, statements))


def find_statements(entries: Iterable[StatementEntry], text: str) -> tuple[Statement, ...]:
    """Return the statements that match every word of `text`, the best match first.

    A Latin word matches whole words only, or the beginning of one from four letters on; Chinese matches anywhere. An id
    or name that is the whole text comes first, then one that begins with it, then one that holds every word.
    """
    phrase = fold(text).strip()
    words = [singular(word) for word in WORD.findall(phrase)]
    words = [word for word in words if word not in FILLERS] or words
    ranked = []
    for place, each in enumerate(entries):
        if words and _holds(each.everything, words):
            steps = (
                any(name.text == phrase for name in each.names),
                any(name.text.startswith(phrase) for name in each.names),
                any(_holds(name, words) for name in each.names),
                True,
            )
            ranked.append((steps.index(True), place, each.statement))
    return Records([each for *_, each in sorted(ranked, key=lambda entry: entry[:2])])


def _entry(statement: Statement) -> StatementEntry:
    own = statement.id.partition(".")[2].replace("_", " ")
    names = [fold(each) for each in (statement.id, own, statement.name_zh, statement.name_en)]
    others = (statement.kind, statement.subkind, statement.domain, statement.issuer, statement.note)
    everything = " ".join((*names, *map(fold, others))).replace("_", " ")
    return StatementEntry(statement=statement, names=tuple(map(_folded, names)), everything=_folded(everything))


def _folded(text: str) -> Folded:
    return Folded(text=text, words=tuple(singular(word) for word in WORD.findall(text)))


def _holds(folded: Folded, words: Iterable[str]) -> bool:
    """Return whether a text holds every word."""
    return all(
        word in folded.words or (len(word) >= SHORTEST_PREFIX and any(each.startswith(word) for each in folded.words))
        if word.isascii()
        else word in folded.text
        for word in words
    )
