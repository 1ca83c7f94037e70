"""Sentences as the reader of prose takes them apart, and rows of tokens made by hand; no tests in here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import beijing_public_services as bps
from beijing_public_services.datapackage.places import Place
from beijing_public_services.notation.claim import read_claim
from beijing_public_services.notation.folding import fold
from beijing_public_services.notation.times import Time
from beijing_public_services.verification.clause import Clause
from beijing_public_services.verification.context import Context
from beijing_public_services.verification.marks import lookup_for, marks_of
from beijing_public_services.verification.names import Name
from beijing_public_services.verification.tokens import Token, tokens_of

if TYPE_CHECKING:
    from typing import Any


def tokens(text: str) -> list[Token]:
    """The tokens of a sentence."""
    folded = fold(text)
    return tokens_of(folded, 0, len(folded), marks_of(text, folded, lookup_for(bps.bundled())))


def clause_of(text: str) -> tuple[Clause, int, list[Token]]:
    """A sentence read up to its first figure: what holds there, the place of the figure, and the tokens after it."""
    row = tokens(text)
    at = next(place for place, token in enumerate(row) if token.figure)
    clause = Clause(row, Context("CN-BJ", 0), is_question=False, is_denied=False)
    for place in range(at):
        clause.take(place)
    return clause, at, row[at + 1 :]


def row(*roles: str) -> list[Token]:
    """Tokens of these roles, one after the other: `of` is a role, `/lower` a word, `than/vs` both, `@when` a time.

    `name:parks`, `category:nurse`, `place:CN` and `figure:5km` are what they hold; `@local` is a day.
    """
    return [Token(start=at, end=at + 1, **_said(role)) for at, role in enumerate(roles)]


def _said(text: str) -> dict[str, Any]:
    role, _, word = text.partition("/")
    if role[:1] == "@":
        is_local, kind = role == "@local", "when" if role == "@local" else role[1:]
        time: Any = {"start": 0, "end": 1, "kind": kind, "year": 2024, "is_local": is_local}
        return {"role": "time", "time": Time(**time)}
    role, _, held = role.partition(":")
    made: dict[str, Any] = {}
    if held and role == "name":
        made = {"name": Name(start=0, end=1, text=held, ids=(held,))}
    elif held and role == "category":
        made = {"category": held}
    elif held and role == "place":
        made = {"place": Place(start=0, end=1, area=held)}
    elif held:
        made = {"figure": read_claim(held)}
    return {"role": role, "word": word, **made}
