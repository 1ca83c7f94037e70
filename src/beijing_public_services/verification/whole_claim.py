"""Reading all words of a claim about one indicator: those that choose the figure, and those not understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services._record import Record
from beijing_public_services.notation.chinese_words import MIRRORED
from beijing_public_services.notation.folding import fold
from beijing_public_services.verification.context import Context, periods_of
from beijing_public_services.verification.marks import lookup_for, marks_of
from beijing_public_services.verification.signs import CHANGES, PERIODS_BEFORE
from beijing_public_services.verification.tokens import Token, lead_of, tokens_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beijing_public_services.datapackage.package import DataPackage
    from beijing_public_services.model.indicator import Indicator
    from beijing_public_services.model.observation import Observation
    from beijing_public_services.notation.figure import Claim
    from beijing_public_services.notation.times import Time
    from beijing_public_services.verification.context import When

UNDERSTOOD = frozenset(
    ("", "verb", "of", "by", "to", "and", "each", "it", "comma", "colon", "open", "close", "start", "end", "more")
)
MOTIONS = frozenset(("rise", "fall", "improve"))
HEADS = {"growth": CHANGES, "growth_fall": CHANGES, "share": ("share",), "rank": ("rank", "difference")}


class WholeClaim(Record):
    """What the words around the figure of a claim say: which figure is meant."""

    claim: Claim
    area: str | None
    period: str | None
    category: str | None


def read_whole(
    text: str,
    claim: Claim,
    indicator: Indicator,
    package: DataPackage,
    *,
    area: str | None,
    period: str | None,
    category: str | None,
) -> WholeClaim | str:
    """Return which figure a text claims something of, or the first word of it that says something else."""
    folded = fold(text)
    context = Context(package.headline_area or None, 0)
    motion = ""
    bases: list[tuple[str, Time | None]] = []  # what the claim compares with; None for the year before
    is_change = indicator.measure in CHANGES
    for token in _tokens(text, folded, claim, package):
        word = text[token.start : token.end].strip()
        if token.figure:
            if any(role in MOTIONS for role in token.lead) and "to" not in token.lead and not is_change:
                return text[claim.start : claim.end]
            motion = next((role for role in token.lead if role in MOTIONS), motion)
        elif token.place:
            found = context.resolve_place(token.place.area)
            if found not in {each.area for each in indicator.observations} and found != package.headline_area:
                return word
            area = found if area is None and found in {each.area for each in indicator.observations} else area
        elif token.time:
            if token.time.kind == "base" and is_change:
                bases.append((word, token.time))
                continue
            named = _period(context.resolve_time(token.time), indicator) if token.time.kind == "when" else None
            if named is None:
                return word
            period = named if period is None else period
        elif token.category:
            category = token.category if category is None else category
        elif token.name:
            if not _is_named(token.name.ids, indicator):
                return word
        elif token.role in MOTIONS:
            if not is_change:
                motion = token.role
        elif token.role in HEADS:
            if indicator.measure not in HEADS[token.role]:
                return word
            motion = "fall" if token.role == "growth_fall" else motion
        elif token.role == "yoy":
            if not is_change:
                return word
            bases.append((word, None))
        elif token.role not in UNDERSTOOD:
            return word
    if bases:
        try:
            figure = indicator.observation(area=area, period=period, category=category)
        except LookupError:
            pass  # the verdict says that there is none, or more than one
        else:
            wrong = next((word for word, base in bases if not _is_from(figure, base)), "")
            if wrong:
                return wrong
    if is_change and motion == "fall" and claim.value > 0:
        value, upper = (-claim.value, None) if claim.upper is None else (-claim.upper, -claim.value)
        claim = claim.__replace__(value=value, upper=upper, bound=MIRRORED.get(claim.bound, claim.bound))
    return WholeClaim(claim=claim, area=area, period=period, category=category)


def _tokens(text: str, folded: str, claim: Claim, package: DataPackage) -> Iterator[Token]:
    """Yield the tokens of a claim without the words of its figure, which have been read."""
    is_alone = not any(map(str.isalpha, text[: claim.start] + text[claim.end :]))
    if is_alone or claim.upper is not None:  # the figures of a passage are no ranges
        yield Token(start=claim.start, end=claim.end, role="figure", figure=claim, lead=lead_of(claim, folded))
    if is_alone:
        return
    marks = marks_of(text, folded, lookup_for(package))
    for token in tokens_of(folded, 0, len(folded), marks):
        if token.figure or token.end <= claim.start or token.start >= claim.end:
            yield token


def _period(when: When, indicator: Indicator) -> str | None:
    """Return the period that a time means; None where it is not clear."""
    if not when.clear or not when.year or when.part == "other":
        return None
    wanted = periods_of(when)
    there = {each.period for each in indicator.observations}
    return next((period for period in wanted if period in there), wanted[0])


def _is_from(figure: Observation, base: Time | None) -> bool:
    """Return whether a change is from a base: a year, or the year before where `base` names none."""
    if base is not None and (base.year or base.part or base.relative != -1):
        return figure.base_period == str(base.year) and not base.part
    return figure.base_kind not in ("fixed_year", *PERIODS_BEFORE)


def _is_named(ids: tuple[str, ...], indicator: Indicator) -> bool:
    return indicator.id in ids or indicator.parent in ids
