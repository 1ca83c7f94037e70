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
