"""A figure of a paragraph as a value, and the unit definitions by which figures are found."""

from __future__ import annotations

import re

from beijing_public_services._record import Record
from beijing_public_services.authoring.drafting.words import UNDEFINED, UNDEFINED_ENGLISH
from beijing_public_services.notation.offered_units import OFFERED
from beijing_public_services.notation.vocabulary import names

PREFIX = "undefined_"


class DraftFigure(Record):
    """A figure of a paragraph: where it stands, its numerals, and what reading it gives.

    `value` is a plain decimal, "" if it cannot be proposed; then `why` says so. `unit` is the unit expression of its
    words, "" for a measure word and for no unit; `word` is the unit as printed. `direction` is `rise`, `fall` or "".
    `exceeds` says that the figure is how much more than something else, `is_unrecorded` that it is a range limited by
    a word (约300～400公里), which no package holds. `ordinals` are its numerals, the first of them the place of the
    figure.
    """

    start: int
    end: int
    printed: str
    value: str
    bound: str
    unit: str
    word: str
    direction: str
    exceeds: bool
    ordinals: tuple[int, ...]
    others: tuple[int, ...] = ()
    is_unrecorded: bool = False
    is_weak: bool = False
    why: str = ""


def definitions_for(definitions: tuple[str, ...]) -> tuple[str, ...]:
    """Return unit definitions with stand-ins for units that figures are often printed in and no definition gives."""
    known = "\n".join((*definitions, *OFFERED))
    missing = [
        word for word in sorted(UNDEFINED) if not re.search(rf"= {re.escape(word)}(?: =|$)", known, re.MULTILINE)
    ]
    nouns = [word for word in sorted(UNDEFINED_ENGLISH) if not re.search(rf"^{word}\b|= {word}\b", known, re.MULTILINE)]
    own = names(definitions)
    return (
        *definitions,
        *(line for line in OFFERED if own.keys().isdisjoint(names((line,)))),
        *(f"{PREFIX}{number} = [bps_{PREFIX}{number}] = _ = {word}" for number, word in enumerate(missing)),
        *(f"{word} = [bps_{PREFIX}{word}]" for word in nouns),
    )
