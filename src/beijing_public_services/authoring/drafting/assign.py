"""Which indicator each figure of a paragraph is taken for, so that no two figures without need share one."""

from __future__ import annotations

import re

from beijing_public_services._record import TYPE_CHECKING, Record
from beijing_public_services.authoring.drafting.areas import area_of
from beijing_public_services.authoring.drafting.bases import base_of
from beijing_public_services.authoring.drafting.indicators import ENOUGH, Match, context_of, matches
from beijing_public_services.authoring.drafting.lists import names_for, runs_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from beijing_public_services.authoring.drafting.areas import Areas
    from beijing_public_services.authoring.drafting.figure import DraftFigure
    from beijing_public_services.authoring.drafting.indicators import Vocabulary
    from beijing_public_services.authoring.drafting.lists import ListedNames
    from beijing_public_services.authoring.drafting.text import Paragraph

FROM_BACK = re.compile(  # fell to 81% [from 83%], to 6.7 per 100, [from 8.0]
    r"(?:\s(?:per|an?)\s[a-z0-9,]+)?(?:,|\s[-–—])?\s(?:up\s|down\s)?from\s(?:[a-z]+\s){0,2}"
)
FROM_TO = re.compile(r"(?:到|至|\bto|(?:调整|提高|增加|[上下]调|[上下]升|下降|减少|缩短|压缩|[变升降])为)\s?\Z")
FROM = re.compile(r"(?:从|由)(?:[^，。0-9]{0,8}的|每[一-鿿]{1,6}|原来?的?|约)?\Z|from\s\Z")
NAMED_BASES = {  # kinds of base that the names of an indicator may name
    "fixed_year": re.compile("基期|基年|fixed[- ](?:base|year)|base (?:period|year)", re.IGNORECASE),
    "sequential": re.compile("环比|(?:month|quarter)[- ]on[- ](?:month|quarter)", re.IGNORECASE),
}


class Wanted(Record):
    """A figure of one name, in search of its indicator: `place` among the figures, `name` in a list."""

    place: int
    name: str
    listed: ListedNames | None
    candidates: tuple[Match, ...]


def wanted_of(
    paragraph: Paragraph, figures: Sequence[DraftFigure], vocabulary: Vocabulary, areas: Areas
) -> list[Wanted]:
    lists: dict[int, ListedNames | None] = {}
    for run in runs_of(paragraph, figures):
        lists |= dict(zip(run, names_for(paragraph, figures, run), strict=True))
    wanted = []
    bases = {each.row["id"]: base for each in vocabulary.known if (base := _base_named(each.row))}
    for place, figure in enumerate(figures):
        listed = lists[place]
        members = _members(paragraph, figure, areas) if listed is None else ()
        for name in listed.names if listed else members or ("",):
            context = context_of(paragraph, figures, place, listed, name if listed else "")
            found = _adjusted(paragraph, figure, matches(figure, context, vocabulary), bases)
            wanted.append(Wanted(place=place, name=name, listed=listed, candidates=tuple(found[:12])))
    return wanted


def _members(paragraph: Paragraph, figure: DraftFigure, areas: Areas) -> tuple[str, ...]:
    """Return the areas of a region that each have a figure: 三地…均超六成."""
    each = re.search("均|都", paragraph.text[max(0, figure.start - 3) : figure.start + 4])
    if not each:
        return ()
    region = area_of(paragraph, figure.start, areas).id
    first, _ = paragraph.sentence(figure.start)
    if not re.search("[两三四五六七八九]地", paragraph.text[first : figure.start]):
        return ()
    return tuple(areas.members(region))


def _base_named(row: Mapping[str, str]) -> str:
    """Return the kind of base that the names of an indicator, or the words of its id, name; "" for another."""
    texts = [row[name].replace("_", " ") for name in ("name_zh", "name_en", "keywords", "id")]
    named = {kind for kind, pattern in NAMED_BASES.items() if any(pattern.search(text) for text in texts)}
    return next(iter(sorted(named)), "")


def _adjusted(paragraph: Paragraph, figure: DraftFigure, found: list[Match], bases: Mapping[str, str]) -> list[Match]:
    """Return the candidates with those of the base that the text states first, and those of another base last."""
    base = base_of(paragraph, figure, "growth", "") if figure.direction else None
    if base is None:
        return found
    stated = base.kind.replace("previous_month", "sequential").replace("previous_quarter", "sequential")
    is_split = any(bases.get(match.id) == "sequential" for match in found)  # the others are over the year before
    others = 1.5 if is_split and stated == "previous_year" else 1.0
    factors = [(1.5 if bases[match.id] == stated else 0.6) if match.id in bases else others for match in found]
    scored = [match.__replace__(score=match.score * factor) for match, factor in zip(found, factors, strict=True)]
    return sorted(scored, key=lambda match: -match.score)


def assign(paragraph: Paragraph, figures: Sequence[DraftFigure], wanted: Sequence[Wanted]) -> list[list[Match]]:
    """Return the candidates of each figure, the best one that no other figure of the paragraph has taken first."""
    taken: dict[str, int] = {}
    chosen: list[list[Match]] = [list(each.candidates) for each in wanted]
    order = [
        (match.score, number, match)
        for number, each in enumerate(wanted)
        for match in each.candidates
        if match.score >= ENOUGH / 2
    ]
    settled: set[int] = set()
    for score, number, match in sorted(order, key=lambda each: -each[0]):
        other = taken.get(match.id)
        if number in settled or (
            other is not None and not _may_share(paragraph, figures, wanted[other], wanted[number])
        ):
            continue
        best = wanted[number].candidates[0].score
        if score < 0.5 * best:
            continue
        settled.add(number)
        taken.setdefault(match.id, number)
        chosen[number] = [match, *(each for each in wanted[number].candidates if each.id != match.id)]
    return chosen


def _may_share(paragraph: Paragraph, figures: Sequence[DraftFigure], one: Wanted, other: Wanted) -> bool:
    """Return whether two figures may be of one indicator: those of a list, a former and a later one, or the same."""
    first, second = figures[one.place], figures[other.place]
    if one.listed and other.listed and (one.listed.start, one.place) != (other.listed.start, other.place):
        return one.listed.start == other.listed.start
    if one.listed or other.listed or one.name or other.name:
        return True
    if (first.value, first.unit) == (second.value, second.unit):
        return True
    former, later = sorted((one.place, other.place))
    return later - former == 1 and is_former(paragraph, figures, former)


def is_former(paragraph: Paragraph, figures: Sequence[DraftFigure], place: int) -> bool:
    """Return whether a figure is the earlier one of `from 6.32 to 6.08` or of `17 days, down from 23`."""
    figure = figures[place]
    lead = paragraph.text[max(0, figure.start - 12) : figure.start]
    if re.search(r"\b(?:down|up)\sfrom\s(?:[a-z]+\s){0,2}\Z", paragraph.text[max(0, figure.start - 30) : figure.start]):
        return True
    before = figures[place - 1] if place else None
    is_back = before and FROM_BACK.fullmatch(paragraph.text, before.end, figure.start)  # slipped to 81% from 83%
    if before and is_back and (before.direction or re.search(r"\bto\s[^0-9]{0,12}\Z", paragraph.text[: before.start])):
        return True
    if not FROM.search(lead) or place + 1 == len(figures):
        return False
    after = figures[place + 1]
    return FROM_TO.search(paragraph.text[figure.end : after.start]) is not None and after.start - figure.end < 24
