"""Finding the claims about known indicators in a passage, in Chinese or English, and verifying each."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from beijing_public_services._once import once
from beijing_public_services._record import Record
from beijing_public_services.datapackage.loader import bundled
from beijing_public_services.notation.claim import find_claims
from beijing_public_services.notation.folding import fold
from beijing_public_services.verification.attribution import Passed
from beijing_public_services.verification.choice import Chooser
from beijing_public_services.verification.cleaning import clean
from beijing_public_services.verification.context import Context
from beijing_public_services.verification.names import Names, categories_of, find_names, names_of, unhyphenated
from beijing_public_services.verification.passage_report import PassageReport, PassageVerdict, PassedOver
from beijing_public_services.verification.places import Gazetteer, find_places, gazetteer_of
from beijing_public_services.verification.sentence_reader import SentenceReader
from beijing_public_services.verification.sentences import sentences_of
from beijing_public_services.verification.times import find_bases, find_times
from beijing_public_services.verification.tokens import Token, lead_of, number_start, tokens_of

if TYPE_CHECKING:
    from beijing_public_services.datapackage.package import DataPackage
    from beijing_public_services.verification.attribution import Attribution
    from beijing_public_services.verification.cleaning import Cleaned
    from beijing_public_services.verification.sentences import Sentence

HEADLINE = "headline"
DENIAL = re.compile(
    r"\s*(?:[\"'”’]?\s?(?:this|that|it|these|those|both|but (?:this|that|it)|the (?:claim|figure|number"
    r"|statement|report)s?)\b[^.]{0,40}?\b"
    r"(?:untrue|false|incorrect|wrong|myth|rumou?r|hoax|fake|fabricated|denied|inaccurate|not true|not correct"
    r"|not right|mistaken|misleading|debunked)"
    r"|(?:这|该|此|上述|以上|对此|但这|但该|有关|相关)[^。]{0,16}(?:谣言|不实|不属实|虚假|错误|有误|失实|不准确"
    r"|不正确|并非|假的|不是事实|辟谣|否认)|(?:不实|谣言|假的|错误)[。!])"
)


class Lookup(Record):
    """What a package's texts are searched for: names of indicators and categories, and places."""

    names: Names
    categories: Names
    gazetteer: Gazetteer


def verify_text(
    text: str,
    package: DataPackage | None = None,
    *,
    default_area: str | None = HEADLINE,
    published: str | int | None = None,
) -> PassageReport:
    """Return the verdicts on the figures of a passage, and the figures passed over with the reason.

    A figure is judged only where the text says which indicator, place and time it is of, whether it is a level, a
    change, a share or a rank, and asserts it. A text that names no place is about `default_area`, by default the
    headline area of the package; None passes such figures over. A text that names no time is about the period of the
    headline figure. `published` is the year or date of the text; `last year` is relative to it, else to a date in the
    text. The result is a sequence of verdicts in the order of the text; `passed_over` has the rest.

    Args:
        text: The passage, in English or Chinese: prose, lists and tables.
        package: The data package to verify against, by default the bundled one.
        default_area: The id of the area that a text without place names is about.
        published: When the passage was published, such as `2025` or `2025-01-21`.

    Raises:
        TypeError: `text` is not a string.

    >>> [(each.text, each.verdict.status) for each in verify_text("Forest coverage rate reached 44.9%.")]
    [('44.9%', 'match')]
    """
    if not isinstance(text, str):
        raise TypeError(f"verify_text() needs a text (str), found {type(text).__name__}")
    package = package or bundled()
    area = package.headline_area if default_area == HEADLINE else default_area
    lookup = _bundled_lookup() if package is bundled() else _lookup_of(package)
    return _Passage(text, package, lookup, area or None, _year_of(published)).report()


def _year_of(published: str | int | None) -> int:
    """Return the year of a date of publication, 0 for none."""
    if published is None:
        return 0
    found = re.match(r"(?:19|20)[0-9]{2}(?![0-9])", str(published))
    if not found:
        raise ValueError(f"found published={published!r}, expected a year or a date such as 2025 or '2025-01-21'")
    return int(found[0])


def _lookup_of(package: DataPackage) -> Lookup:
    return Lookup(names=names_of(package), categories=categories_of(package), gazetteer=gazetteer_of(package))


_bundled_lookup = once(lambda: _lookup_of(bundled()))


class _Passage:
    """One passage while it is read: each kind of thing is found in one pass, then the sentences are read in order."""

    def __init__(self, text: str, package: DataPackage, lookup: Lookup, area: str | None, published: int) -> None:
        self.original = text
        self.cleaned: Cleaned = clean(text)
        self.text = self.cleaned.text
        self.folded = fold(self.text)
        self.package, self.lookup = package, lookup
        self.context = Context(area, published)
        self.chooser = Chooser(package, lookup.names)
        self.special = _merged(self.text, self.folded, lookup)

    def report(self) -> PassageReport:
        starts = [token.start for token in self.special]
        sentences = list(sentences_of(self.folded, self.text))
        verdicts: list[PassageVerdict] = []
        passed: list[PassedOver] = []
        for place, sentence in enumerate(sentences):
            here = self.special[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)]
            if not here:
                continue
            following = sentences[place + 1] if place + 1 < len(sentences) else None
            denied = following is not None and bool(DENIAL.match(self.folded, following.start))
            for found in self._read(sentence, here, denied):
                result = found if isinstance(found, Passed) else self.chooser.verdict(found)
                if isinstance(result, Passed):
                    start, end = self._span(result.found.start, result.found.end)
                    passed.append(
                        PassedOver(
                            start=start,
                            end=end,
                            text=self.original[start:end],
                            reason=result.reason,
                            detail=result.detail,
                        )
                    )
                else:
                    start, end = self._span(found.found.start, found.found.end)
                    verdicts += [
                        PassageVerdict(start=start, end=end, text=self.original[start:end], verdict=verdict)
                        for verdict in result
                    ]
        return PassageReport(verdicts=tuple(verdicts), passed_over=tuple(passed))

    def _read(self, sentence: Sentence, here: list[Token], denied: bool) -> list[Attribution | Passed]:
        self.context.paragraph = sentence.paragraph
        tokens = tokens_of(self.folded, sentence.start, sentence.end, here)
        reader = SentenceReader(tokens, self.context, sentence.asks, denied)
        found = reader.read()
        self.context.end_of_sentence(*reader.leave())
        return found

    def _span(self, start: int, end: int) -> tuple[int, int]:
        return self.cleaned.origin(start), self.cleaned.origin(end - 1) + 1


def _merged(text: str, folded: str, lookup: Lookup) -> list[Token]:
    """Return the names, figures, places, times and categories of a text in order, none over another."""
    plain = unhyphenated(folded)
    names = [Token(start=each.start, end=each.end, role="name", name=each) for each in find_names(plain, lookup.names)]
    tokens = [*names]
    taken = _Spans([(token.start, token.end) for token in names])
    inside: dict[int, str] = {}
    for each in find_names(plain, lookup.categories):
        owner = taken.covering(each.start, each.end)
        if owner is None:
            tokens.append(Token(start=each.start, end=each.end, role="", category=each.ids[0]))
        else:
            inside[owner] = each.ids[0]
    for place in find_places(text, folded, lookup.gazetteer):
        if taken.covering(place.start, place.end) is None:
            word = folded[place.start : place.end]
            tokens.append(Token(start=place.start, end=place.end, role="place", place=place, word=word))
    for time in find_times(folded):
        if taken.covering(time.start, time.end) is None:
            tokens.append(Token(start=time.start, end=time.end, role="time", time=time))
    for start, end, kind in find_bases(folded):
        if taken.covering(start, end) is None:
            tokens.append(Token(start=start, end=end, role=kind))
    for claim in find_claims(text):
        start = number_start(claim, folded)
        if taken.covering(start, start + 1) is None:
            end = min([claim.end, *(name.start for name in taken.between(start, claim.end, names))])
            first = max([claim.start, *(name.end for name in taken.between(claim.start - 1, start, names))])
            tokens.append(
                Token(start=min(first, start), end=end, role="figure", figure=claim, lead=lead_of(claim, folded))
            )
    tokens = [
        token.__replace__(category=inside.get(token.start, token.category)) if token.name else token for token in tokens
    ]
    order = {"time": 0, "figure": 1, "name": 2, "place": 3, "yoy": 4, "mom": 4, "": 5}
    tokens.sort(key=lambda token: (token.start, order[token.role], -token.end))
    kept: list[Token] = []
    for token in tokens:
        if kept and token.start < kept[-1].end:
            if (
                token.role in ("yoy", "mom")
                and kept[-1].role == "time"
                and kept[-1].time
                and kept[-1].time.kind == "when"
            ):
                kept[-1] = token
            continue
        kept.append(token)
    return kept


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
