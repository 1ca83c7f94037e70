"""Finding the claims about known indicators in a passage, in Chinese or English, and verifying each."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from beijing_public_services._once import once
from beijing_public_services._record import Record
from beijing_public_services.datapackage.loader import bundled
from beijing_public_services.notation.claim import find_claims
from beijing_public_services.notation.scanner import PLAIN
from beijing_public_services.verification.verify import verify_claim

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from beijing_public_services.datapackage.package import DataPackage
    from beijing_public_services.model.indicator import Indicator
    from beijing_public_services.notation.claim import FoundClaim
    from beijing_public_services.verification.verdict import Verdict

    Term = tuple[int, int, tuple[str, ...]]

SENTENCE_END = re.compile(r"[。！？；!?;\n]|\.(?=\s|$)")
IN_ORDER = re.compile(r"分别|依次|\brespectively\b", re.IGNORECASE)
YEAR = re.compile(r"(?<![0-9.])(?:19|20)[0-9]{2}(?![0-9%]|\.[0-9])")
BASE_BEFORE = re.compile(
    r"(?:\b(?:since|than\sin|against|compared\s(?:with|to)|relative\sto|over|on|versus|vs\.?)\s+(?:that\sof\s+)?"
    r"|[与较比同自]\s?)\Z"
)
IN_YEAR = re.compile(r"\s?(?:in|for|during|of)?\s?\(?|（")
BASE_AFTER = re.compile(r"\s?年?(?:相比|以来|同期|的水平)")
FARTHEST = 160  # characters between the name of an indicator and a figure of it


class PassageVerdict(Record):
    """A claim found in a passage: where its figure stands (in characters), and the verdict on it."""

    start: int
    end: int
    text: str
    verdict: Verdict


def verify_text(text: str, package: DataPackage | None = None) -> tuple[PassageVerdict, ...]:
    """The claims about known indicators in a passage, in its order, each with its place and verdict.

    A figure is taken for a claim about the indicator whose name, or another name in use, stands nearest before it in
    the sentence (else after it) and whose unit it fits; in a list that says `respectively` or 分别, in order. The year,
    the area and the category named in the sentence choose the figure. Figures about nothing known are passed over.

    >>> [(each.text, each.verdict.status) for each in verify_text("Forest coverage rate reached 44.9%.")]
    [('44.9%', 'match')]
    """
    package = package or bundled()
    folded = _folded(text)
    claims = find_claims(text)
    starts = [claim.start for claim in claims]
    found: list[PassageVerdict] = []
    for first, last in _sentences(text):
        here = claims[bisect_left(starts, first) : bisect_right(starts, last)]
        if here:
            found += _verified(folded, first, last, here, package)
    return tuple(found)


def _verified(
    text: str, first: int, last: int, claims: list[FoundClaim], package: DataPackage
) -> Iterator[PassageVerdict]:
    names = _bundled_names() if package is bundled() else _names_of(package)
    terms = [(match.start(), match.end(), names.ids[match[0]]) for match in names.pattern.finditer(text, first, last)]
    terms = [term for term in terms if not any(c.start < term[1] and term[0] < c.end for c in claims)]
    listed = bool(IN_ORDER.search(text, first, last)) and len(terms) == len(claims) and terms[-1][1] <= claims[0].start
    if listed and claims[-1].claim.unit:
        claims = [_with_unit(claim, claims[-1].claim.unit) for claim in claims]
    for place, claim in enumerate(claims):
        chosen = [terms[place]] if listed else _nearest(terms, claim)
        years = set(YEAR.findall(text, first, last))
        fitting = next(filter(None, (_fitting(term, claim, years, package) for term in chosen)), [])
        indicator = fitting[0] if len(fitting) == 1 else None
        if indicator is not None:
            floor = claims[place - 1].end if place else first
            context = _context(text, first, last, floor, claim, indicator, package)
            verdict = verify_claim(indicator, claim.claim, package, **context)
            yield PassageVerdict(start=claim.start, end=claim.end, text=claim.claim.text, verdict=verdict)


def _with_unit(claim: FoundClaim, unit: str) -> FoundClaim:
    """The claim, in the unit that a list gives once at its end where it gives none itself."""
    return claim if claim.unit else claim.__replace__(unit=unit)


def _nearest(terms: list[Term], claim: FoundClaim) -> list[Term]:
    """The terms within reach before the claim by nearness; where there are none, those after it."""
    before = [term for term in terms if term[1] <= claim.start and claim.start - term[1] <= FARTHEST]
    after = [term for term in terms if term[0] >= claim.end and term[0] - claim.end <= FARTHEST]
    return before[::-1] or after


def _fitting(term: Term, claim: FoundClaim, years: set[str], package: DataPackage) -> list[Indicator]:
    """The indicators of this name, else the changes, shares and ranks of them, whose unit the claim fits.

    Of changes, those against a fixed year are left out unless the sentence names that year, and then they alone stay.
    """
    named = [each for id_ in term[2] if _fits(claim, each := package.indicator(id_), package)]
    derived = [each for each in package.indicators if each.parent in term[2] and _fits(claim, each, package)]
    found = named or derived
    fixed = [
        each for each in found if {o.base_period for o in each.observations if o.base_kind == "fixed_year"} & years
    ]
    return fixed or [each for each in found if all(o.base_kind != "fixed_year" for o in each.observations)]


def _fits(claim: FoundClaim, indicator: Indicator, package: DataPackage) -> bool:
    from beijing_public_services.errors import UnknownUnitError
    from beijing_public_services.notation.units import numerator, ratio

    unit, definitions = claim.claim.unit, package.unit_registry
    if not unit:
        return package.unit(indicator.unit).is_counted or indicator.measure == "index"
    try:
        parts = (indicator.unit, numerator(indicator.unit, definitions))
        return any(ratio(unit, part, definitions) is not None for part in parts)
    except UnknownUnitError:
        return False


def _context(
    text: str, first: int, last: int, floor: int, claim: FoundClaim, indicator: Indicator, package: DataPackage
) -> dict[str, str]:
    """The area, period and category that the sentence names, where the indicator does not already stand for them.

    `floor` is where the claim before ends, or the sentence begins.
    """
    context = {}
    before = text[first : claim.start]
    areas = [(before.rfind(_folded(name)), area.id) for area in package.areas for name in (area.name_zh, area.name_en)]
    place, area = max(areas)
    if place >= 0 and any(each.area == area for each in indicator.observations):
        context["area"] = area
    categories = {each.category: each for each in indicator.observations if each.category}
    said = [
        (before.rfind(_folded(name)), len(name), each.id)
        for each in package.categories
        if each.id in categories
        for name in (each.name_zh, each.name_en)
    ]
    if said and max(said)[0] >= 0:
        context["category"] = max(said)[2]
    bases = {each.base_period for each in indicator.observations}
    named = [year for year in YEAR.finditer(text, first, last) if year[0] not in bases and not _is_base(year, text)]
    periods = {each.period for each in indicator.observations}
    years = {year[0] for year in named}
    if len(years) > 1:
        following = [year for year in named if IN_YEAR.fullmatch(text, claim.end, year.start())]
        preceding = [year for year in named if floor <= year.start() < claim.start]
        years = {year[0] for year in following or preceding[-1:]} & periods
    if len(years) == 1 and (years <= periods or not any(year in period for year in years for period in periods)):
        context["period"] = years.pop()
    return context


def _is_base(year: re.Match[str], text: str) -> bool:
    """Whether the words around a year make it one that is compared with: since 2013, 与2013年相比."""
    return bool(
        BASE_BEFORE.search(text, max(0, year.start() - 24), year.start())
        or BASE_AFTER.match(text, year.end(), year.end() + 8)
    )


class _Names(Record):
    """The names in use of a package's indicators, and one pattern that finds them all."""

    ids: dict[str, tuple[str, ...]]
    pattern: re.Pattern[str]


def _names_of(package: DataPackage) -> _Names:
    ids: dict[str, list[str]] = {}
    for each in package.indicators:
        plain = re.sub(r"（.*?）|“|”", "", each.name_zh)
        for name in (each.name_zh, plain, each.name_en, *each.keywords):
            folded = _folded(name)
            if len(folded) >= (3 if folded.isascii() else 2) and each.id not in ids.setdefault(folded, []):
                ids[folded].append(each.id)
    named = {name: tuple(found) for name, found in ids.items() if found}
    return _Names(ids=named, pattern=re.compile(_trie(named)))


_bundled_names = once(lambda: _names_of(bundled()))


def _trie(names: Iterable[str], before: str = "") -> str:
    """A pattern of names that shares their beginnings, so that one pass finds them: the longest, and whole words."""
    branches: dict[str, list[str]] = {}
    ends = False
    for name in names:
        if name:
            branches.setdefault(name[0], []).append(name[1:])
        else:
            ends = True
    tails = [
        ("" if before or not letter.isascii() else "(?<![a-z0-9])") + re.escape(letter) + _trie(rest, letter)
        for letter, rest in sorted(branches.items())
    ]
    if ends:
        tails.append("(?![a-z0-9])" if before.isascii() and before.isalnum() else "")
    return tails[0] if len(tails) == 1 else f"(?:{'|'.join(tails)})"


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in SENTENCE_END.finditer(text):
        yield start, end.end()
        start = end.end()
    yield start, len(text)


def _folded(text: str) -> str:
    """The text in lower case with full-width letters as ASCII, character by character, so that places stay the same."""
    return text.translate(PLAIN)
