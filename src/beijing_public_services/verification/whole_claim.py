"""Reading all words of a claim about one indicator: those that choose the figure, and those not understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services._record import Record
from beijing_public_services.notation.folding import fold
from beijing_public_services.verification.context import Context, periods_of
from beijing_public_services.verification.marks import lookup_for, marks_of
from beijing_public_services.verification.signs import CHANGES, PERIODS_BEFORE, is_fall, opposite
from beijing_public_services.verification.tokens import Token, lead_of, tokens_of

if TYPE_CHECKING:
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
    said = _Said(indicator, package.headline_area, area, period, category)
    for token in _tokens(text, fold(text), claim, package):
        word = text[token.start : token.end].strip()
        if not said.take(token, word):
            return word
    wrong = said.wrong_base() if said.is_change else said.unsettled
    if wrong:
        return wrong
    if said.is_change:
        falls = is_fall(said.motion, claim.value, indicator, package)
        if falls is None:
            return said.motion_word
        claim = opposite(claim) if falls and claim.value >= 0 else claim
    return WholeClaim(claim=claim, area=said.area, period=said.period, category=said.category)


class _Said:
    """What the words of a claim have said so far: which figure is meant, which way it moved, and since when.

    An area, a period or a category that the caller asks for stays, whatever the words name.
    """

    def __init__(
        self, indicator: Indicator, headline: str, area: str | None, period: str | None, category: str | None
    ) -> None:
        self.indicator, self.headline = indicator, headline
        self.area, self.period, self.category = area, period, category
        self.is_change = indicator.measure in CHANGES
        self.motion = self.motion_word = ""
        self.unsettled = (
            ""  # a word of motion from which neither `to` nor a new verb leads to the figure: no level then
        )
        self._has_figure, self._last = False, ""
        self._bases: list[tuple[str, Time | None]] = []  # what the claim compares with; None for the year before
        self._context = Context(headline, 0)

    def take(self, token: Token, word: str) -> bool:
        """Take in what a token says; return whether it is understood and fits the indicator."""
        if token.figure:
            return self._figure(token.lead, word)
        if token.place:
            return self._place(self._context.resolve_place(token.place.area))
        if token.time:
            return self._time(token.time, word)
        if token.category:
            self.category = token.category if self.category is None else self.category
            return True
        if token.name:
            return _is_named(token.name.ids, self.indicator)
        return self._word(token.role, word)

    def wrong_base(self) -> str:
        """Return the first word that compares with something else than the figure is a change from; "" if none does."""
        if not self._bases:
            return ""
        try:
            figure = self.indicator.observation(area=self.area, period=self.period, category=self.category)
        except LookupError:
            return ""  # the verdict says that there is none, or more than one
        wrong = [word for word, base in self._bases if not _is_from(figure, base)]
        return wrong[0] if wrong else ""

    def _figure(self, lead: tuple[str, ...], word: str) -> bool:
        motions = [role for role in lead if role in MOTIONS]
        if motions:
            self.motion, self.motion_word = motions[0], word
        self._has_figure = True
        return self.is_change or not motions

    def _place(self, found: str) -> bool:
        areas = {each.area for each in self.indicator.observations}
        if found not in areas and found != self.headline:
            return False
        self.area = found if self.area is None and found in areas else self.area
        return True

    def _time(self, time: Time, word: str) -> bool:
        if time.kind == "base" and self.is_change:
            self._bases.append((word, time))
            return True
        named = _period(self._context.resolve_time(time), self.indicator) if time.kind == "when" else None
        self.period = named if self.period is None else self.period
        return named is not None

    def _word(self, role: str, word: str) -> bool:
        if role in MOTIONS:
            self.motion = role
            self.unsettled = self.motion_word = word
            return True
        if role in HEADS:
            self.motion = "fall" if role == "growth_fall" else self.motion
            return self.indicator.measure in HEADS[role]
        if role == "yoy":
            self._bases.append((word, None))
            return self.is_change
        if not self._has_figure and (role == "to" or (role == "verb" and self._last in ("comma", "and"))):
            self.unsettled = ""
        self._last = role or self._last
        return role in UNDERSTOOD


def _tokens(text: str, folded: str, claim: Claim, package: DataPackage) -> list[Token]:
    """Return the tokens of a claim in order; the words of its figure, which have been read, are one."""
    figure = Token(start=claim.start, end=claim.end, role="figure", figure=claim, lead=lead_of(claim, folded))
    if not any(map(str.isalpha, text[: claim.start] + text[claim.end :])):
        return [figure]
    found = tokens_of(folded, 0, len(folded), marks_of(text, folded, lookup_for(package)))
    around = [each for each in found if not each.figure and (each.end <= claim.start or each.start >= claim.end)]
    return sorted([*around, figure], key=lambda token: token.start)


def _period(when: When, indicator: Indicator) -> str | None:
    """Return the period that a time means; None where it is not clear."""
    if not when.clear or not when.year or when.part == "other":
        return None
    wanted = periods_of(when)
    there = {each.period for each in indicator.observations}
    return next((period for period in wanted if period in there), wanted[0])


def _is_from(figure: Observation, base: Time | None) -> bool:
    """Return whether a change is from a base: a year, or the year before where `base` names none."""
    if base is None or (base.relative == -1 and not base.part):
        return figure.base_kind not in ("fixed_year", *PERIODS_BEFORE)
    return figure.base_period == str(base.year) and not base.part


def _is_named(ids: tuple[str, ...], indicator: Indicator) -> bool:
    return indicator.id in ids or indicator.parent in ids
