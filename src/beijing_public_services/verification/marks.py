"""The names, figures, places, times and categories of a text, in order and none over another."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from beijing_public_services._record import Record
from beijing_public_services.datapackage.places import Gazetteer, find_places, gazetteer_of
from beijing_public_services.notation.folding import simplified
from beijing_public_services.notation.scanner import find_figures
from beijing_public_services.notation.times import find_bases, find_times
from beijing_public_services.verification.names import Names, categories_of, find_names, names_of, unhyphenated
from beijing_public_services.verification.nearest import Hints, hints_of
from beijing_public_services.verification.paraphrases import Paraphrases, paraphrases_of
from beijing_public_services.verification.short_forms import short_forms_of
from beijing_public_services.verification.tokens import Token, lead_of, number_start

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beijing_public_services.datapackage.package import DataPackage

BULLET = re.compile(r"^[ \t]*[-*•·–—](?=\s)", re.MULTILINE)
COLONS = (":", "：")
RANKS = {"time": 0, "figure": 1, "name": 2, "place": 3, "yoy": 4, "mom": 4, "": 5}  # of roles that begin at one place


class Lookup(Record):
    """What a package's texts are searched for: names of indicators and categories, places, and units of figures."""

    names: Names
    paraphrases: Paraphrases
    categories: Names
    gazetteer: Gazetteer
    hints: Hints
    definitions: tuple[str, ...]


def lookup_for(package: DataPackage) -> Lookup:
    """Return what the texts about a package are searched for, made once for each package."""
    return package.remembered("lookup", lambda: lookup_of(package))


def lookup_of(package: DataPackage) -> Lookup:
    """Return what the texts about a package are searched for."""
    names = names_of(package)
    return Lookup(
        names=names,
        paraphrases=paraphrases_of(package, short_forms_of(names)),
        categories=categories_of(package),
        gazetteer=gazetteer_of(package.areas),
        hints=hints_of(package),
        definitions=package.unit_registry,
    )


def marks_of(text: str, folded: str, lookup: Lookup) -> list[Token]:
    """Return the names, figures, places, times and categories of a text in order, none over another."""
    plain = unhyphenated(folded)
    names = [
        Token(start=each.start, end=each.end, role="name", name=each, is_bare=each.text in lookup.names.bare)
        for each in find_names(plain, lookup.names)
    ]
    taken = _Spans([(token.start, token.end) for token in names])
    categories: list[Token] = []
    inside: dict[int, str] = {}  # the categories that are a part of a name, by where the name begins
    for each in find_names(plain, lookup.categories):
        owner = taken.covering(each.start, each.end)
        if owner is None:
            categories.append(Token(start=each.start, end=each.end, role="", category=each.ids[0]))
        else:
            inside[owner] = each.ids[0]
    places = find_places(text, folded, lookup.gazetteer)
    others = [
        *(
            Token(start=each.start, end=each.end, role="place", place=each, word=folded[each.start : each.end])
            for each in places
        ),
        *(Token(start=each.start, end=each.end, role="time", time=each) for each in find_times(folded)),
        *(Token(start=start, end=end, role=kind) for start, end, kind in find_bases(folded)),
    ]
    return _in_order(
        [
            *(token.__replace__(category=inside.get(token.start, token.category)) for token in names),
            *categories,
            *(token for token in others if taken.covering(token.start, token.end) is None),
            *_figures(text, folded, lookup, names, taken, [place.start for place in places]),
        ]
    )


def _figures(
    text: str, folded: str, lookup: Lookup, names: list[Token], taken: _Spans, places: list[int]
) -> Iterator[Token]:
    """Yield the figures of a text that stand in no name; each ends before the next name or place."""
    for claim in find_figures(_readable(text, names), definitions=lookup.definitions):
        start = number_start(claim, folded)
        if taken.covering(start, start + 1) is not None:
            continue
        end = min([claim.end, *(name.start for name in taken.between(start, claim.end, names))])
        at = bisect_left(places, start + 1)
        end = min(end, places[at]) if at < len(places) else end
        first = max([claim.start, *(name.end for name in taken.between(claim.start - 1, start, names))])
        yield Token(start=min(first, start), end=end, role="figure", figure=claim, lead=lead_of(claim, folded))


def _in_order(tokens: list[Token]) -> list[Token]:
    """Return tokens in the order of the text without those that begin within the one before."""
    kept: list[Token] = []
    for token in sorted(tokens, key=lambda token: (token.start, RANKS[token.role], -token.end)):
        if not kept or token.start >= kept[-1].end:
            kept.append(token)
            continue
        last = kept[-1]
        if token.role in ("yoy", "mom") and last.time and last.time.kind == "when" and token.start == last.start:
            kept[-1] = token
    return kept


def _readable(text: str, names: list[Token]) -> str:
    """Return a text, as long as it was, in simplified characters and with a space for the colon after a name."""
    readable = BULLET.sub(lambda bullet: " " * len(bullet[0]), text.translate(simplified()))
    colons = [name.end for name in names if readable[name.end : name.end + 1] in COLONS]
    if not colons:
        return readable
    letters = list(readable)
    for place in colons:
        letters[place] = " "
    return "".join(letters)


class _Spans:
    """Spans in order that do not overlap, to be asked which one covers a place."""

    def __init__(self, spans: list[tuple[int, int]]) -> None:
        self.spans = spans
        self.starts = [start for start, _ in spans]

    def covering(self, start: int, end: int) -> int | None:
        """Return the start of the span that overlaps a part of the text, None where none does."""
        place = bisect_left(self.starts, end) - 1
        return self.starts[place] if place >= 0 and self.spans[place][1] > start else None

    def between(self, start: int, end: int, tokens: list[Token]) -> list[Token]:
        """Return the tokens of these spans that begin between two places."""
        first = max(0, bisect_left(self.starts, start + 1) - 1)
        return [token for token in tokens[first : bisect_left(self.starts, end)] if token.end > start + 1]
