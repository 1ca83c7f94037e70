"""The name that a figure may be said of, and what the words after it make of it."""

from __future__ import annotations

from beijing_public_services._record import Record


class Subject(Record):
    """What a figure may be said of: a name, and what the words after it make of it."""

    text: str
    ids: tuple[str, ...]
    mode: str = ""  # "", growth, share or rank: 的增速, 占比, rank; short: see short_forms
    head: str = ""  # the word that made it so
    at: int = 0


def is_same(one: str | Subject | None, other: str | Subject | None) -> bool:
    """Return whether two items of a list are the same thing, be it by another name."""
    if isinstance(one, Subject) and isinstance(other, Subject):
        return one.ids == other.ids
    return one == other
