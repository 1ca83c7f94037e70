"""A published work as a reference list names it: the facts that every citation style draws on."""

from __future__ import annotations

from typing import Any, Literal

from beijing_public_services._record import Record

WorkKind = Literal["chapter", "report", "dataset"]


class Work(Record):
    """A chapter of a book, a whole report or a release of a data set, in the words of one language.

    Titles are those of the work itself; a `…_translated` title is our translation, empty where none is called for.
    Dates are ISO 8601. `note` is a sentence without its full stop: the place in the work that is cited, and what it
    rests on; `details` are its parts. What is not known is "" and is left out by every style.

    >>> import beijing_public_services as bps
    >>> work = bps.cite().works()[0]
    >>> work.kind, work.authors, work.book
    ('dataset', ('beijing-public-services contributors',), '')
    """

    key: str
    kind: WorkKind
    authors: tuple[str, ...]
    title: str
    title_translated: str = ""
    book: str = ""
    book_translated: str = ""
    part: str = ""
    version: str = ""
    platform: str = ""
    published: str = ""
    accessed: str = ""
    url: str = ""
    doi: str = ""
    language: str
    note: str
    details: tuple[str, ...] = ()

    @property
    def full_title(self) -> str:
        """The title, and its translation in brackets where there is one."""
        return _with_translation(self.title, self.title_translated)

    @property
    def full_book(self) -> str:
        """The title of the book that a chapter stands in, and its translation in brackets where there is one."""
        return _with_translation(self.book, self.book_translated)


def noted(said: list[str], semicolon: str, *, capital: bool) -> dict[str, Any]:
    """Return the note of a work and its details, each of which begins with a capital if `capital`."""
    details = tuple([each[0].upper() + each[1:] if capital else each for each in said])
    return {"note": semicolon.join([*details[:1], *said[1:]]), "details": details}


def _with_translation(title: str, translated: str) -> str:
    return f"{title} [{translated}]" if translated else title
