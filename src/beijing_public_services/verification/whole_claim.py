"""Reading all words of a claim about one indicator: those that choose the figure, and those not understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services._record import Record
from beijing_public_services.notation.chinese_words import MIRRORED
from beijing_public_services.notation.folding import fold
from beijing_public_services.verification.context import Context, periods_of
from beijing_public_services.verification.marks import lookup_for, marks_of
from beijing_public_services.verification.signs import CHANGES
from beijing_public_services.verification.tokens import Token, lead_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beijing_public_services.datapackage.package import DataPackage
    from beijing_public_services.model.indicator import Indicator
    from beijing_public_services.notation.figure import Claim
    from beijing_public_services.verification.context import When

UNDERSTOOD = frozenset(
    ("", "verb", "of", "by", "to", "and", "each", "it", "comma", "colon", "open", "close", "start", "end", "more")
)
MOTIONS = frozenset(("rise", "fall", "improve"))
HEADS = {"growth": CHANGES, "growth_fall": CHANGES, "share": ("share",), "rank": ("rank", "difference")}


class WholeClaim(Record):
    """What the words around the figure of a claim say: which figure is meant, and a word that is not understood."""

    claim: Claim
    area: str | None
    period: str | None
    category: str | None
    foreign: str = ""


def read_whole(
    text: str,
    claim: Claim,
    indicator: Indicator,
    package: DataPackage,
    *,
    area: str | None,
    period: str | None,
    category: str | None,
) -> WholeClaim:
    """Return which figure a text claims something of, and the first word of it that says something else."""
    folded = fold(text)
    context = Context(package.headline_area or None, 0)
    motion = ""
    bases: set[str] = {each.base_period for each in indicator.observations}
    is_change = indicator.measure in CHANGES
    for token in _tokens(text, folded, claim, package):
        word = text[token.start : token.end].strip()
        if token.figure:
            if any(role in MOTIONS for role in token.lead) and "to" not in token.lead and not is_change:
                return _foreign(claim, area, period, category, text[claim.start : claim.end])
            motion = next((role for role in token.lead if role in MOTIONS), motion)
        elif token.place:
            found = context.resolve_place(token.place.area)
            if found not in {each.area for each in indicator.observations} and found != package.headline_area:
                return _foreign(claim, area, period, category, word)
            area = found if area is None and found in {each.area for each in indicator.observations} else area
        elif token.time:
            if token.time.kind == "base" and (str(token.time.year) in bases or not token.time.year):
                continue
            named = _period(context.resolve_time(token.time), indicator) if token.time.kind == "when" else None
            if named is None:
                return _foreign(claim, area, period, category, word)
            period = named if period is None else period
        elif token.category:
            category = token.category if category is None else category
        elif token.name:
            if not _is_named(token.name.ids, indicator):
                return _foreign(claim, area, period, category, word)
        elif token.role in MOTIONS:
            if not is_change:
                motion = token.role
        elif token.role in HEADS:
            if indicator.measure not in HEADS[token.role]:
                return _foreign(claim, area, period, category, word)
            motion = "fall" if token.role == "growth_fall" else motion
        elif token.role == "yoy":
            if not is_change:
                return _foreign(claim, area, period, category, word)
        elif token.role not in UNDERSTOOD:
            return _foreign(claim, area, period, category, word)
    if is_change and motion == "fall" and claim.value > 0:
        claim = claim.__replace__(value=-claim.value, bound=MIRRORED.get(claim.bound, claim.bound))
    return WholeClaim(claim=claim, area=area, period=period, category=category)


def _tokens(text: str, folded: str, claim: Claim, package: DataPackage) -> Iterator[Token]:
    """Yield the tokens of a claim without the words of its figure, which have been read."""
    if not any(map(str.isalpha, text[: claim.start] + text[claim.end :])):
        yield Token(start=claim.start, end=claim.end, role="figure", figure=claim, lead=lead_of(claim, folded))
        return
    marks = marks_of(text, folded, lookup_for(package))
    for token in tokens_of(folded, 0, len(folded), marks):
        if token.figure or token.end <= claim.start or token.start >= claim.end:
            yield token


def _foreign(claim: Claim, area: str | None, period: str | None, category: str | None, word: str) -> WholeClaim:
    return WholeClaim(claim=claim, area=area, period=period, category=category, foreign=word)


def _period(when: When, indicator: Indicator) -> str | None:
    """Return the period that a time means; None where it is not clear."""
    if not when.clear or not when.year or when.part == "other":
        return None
    wanted = periods_of(when)
    there = {each.period for each in indicator.observations}
    return next((period for period in wanted if period in there), wanted[0])


def _is_named(ids: tuple[str, ...], indicator: Indicator) -> bool:
    return indicator.id in ids or indicator.parent in ids
