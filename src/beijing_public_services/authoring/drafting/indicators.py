"""Which indicator of a package a figure is of: the words around it against the names and keywords of each."""

from __future__ import annotations

import math
import re
from collections import Counter

from beijing_public_services._record import TYPE_CHECKING, Record
from beijing_public_services.errors import UnknownUnitError
from beijing_public_services.model.vocabulary import Unit
from beijing_public_services.notation.folding import fold
from beijing_public_services.notation.units import counts_in, numerator, same_unit
from beijing_public_services.notation.vocabulary import counted_nouns, names

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from beijing_public_services.authoring.drafting.figure import DraftFigure
    from beijing_public_services.authoring.drafting.lists import ListedNames
    from beijing_public_services.authoring.drafting.text import Paragraph
    from beijing_public_services.datapackage.tables import Row

HAN_RUN = re.compile("[一-鿿]+")
LATIN_WORD = re.compile(r"[a-z][a-z0-9.'’-]*[a-z0-9]|[a-z]")
COMMON = frozenset(
    ["of", "the", "in", "and", "to", "a", "an", "by", "per", "on", "for", "with", "at", "from", "number", "total"]
)
SUFFIX = re.compile("(?:数|数量|人数|条数|件数|次数|场数|家数|总数|金额|面积|长度)$")
CLAUSE = re.compile(r"[，,：:](?![0-9]{3})|——")
FORMER = (1.0, 0.7, 0.45, 0.3, 0.2)  # how much the words of a clause count, by how many clauses before the figure
OTHER_SENTENCE, HEADING, OTHER_ITEMS, OWN_ITEM = 0.15, 0.2, 0.1, 1.2
AFTER_UNIT, AFTER_MEASURE = 0.45, 0.95
COUNTED_DIRECTLY = ("person",)
NOUN_OF_FORMER = re.compile("[^，。；、]+?(?:和|及|与|、|，|；)")  # what the figure before counts: 15家[备案博物馆和]
FORMER_NOUN = 0.4
EXPECTED = {
    "percent": ("share", "rate", "growth", "index"),
    "permille": ("share", "rate", "growth", "index"),
    "percentage_point": ("difference",),
    "rank": ("rank", "difference"),
}
ENOUGH, CLEAR = 0.18, 0.45
FARTHEST = 600  # characters before a sentence that are looked at
PERSONS = ("个", "名", "位", "人", "people", "persons", "person")


class Known(Record):
    """An indicator to match: its row, its names as features, its unit's expression and what kind of noun that is.

    `counts` says that it is a noun for things, `counts_persons` that these are people.
    """

    row: Mapping[str, str]
    names: tuple[frozenset[str], ...]
    expression: str
    counts: bool
    counts_persons: bool


class Vocabulary(Record):
    """The indicators of packages with how rare each feature of their names is."""

    known: tuple[Known, ...]
    rarity: Mapping[str, float]
    definitions: tuple[str, ...]


class Match(Record):
    """An indicator that a figure may be of, and how well it fits."""

    id: str
    score: float


def features(text: str) -> list[tuple[str, int]]:
    """Return what two texts are compared by, with its places: pairs of Chinese characters, and Latin words."""
    folded = fold(text)
    found = [
        (run[0][at : at + 2], run.start() + at)
        for run in HAN_RUN.finditer(folded)
        for at in range(max(1, len(run[0]) - 1))
    ]
    found += [(_stem(word[0]), word.start()) for word in LATIN_WORD.finditer(folded) if word[0] not in COMMON]
    return found


def _stem(word: str) -> str:
    word = word.removesuffix("'s").rstrip(".")
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def vocabulary_of(indicators: Iterable[Row], units: Mapping[str, Row], definitions: tuple[str, ...]) -> Vocabulary:
    """Return the indicators of these rows, ready to be matched."""
    known = tuple(_known(row, units.get(row["unit"], {}), definitions) for row in indicators)
    counts = Counter(feature for each in known for feature in frozenset().union(*each.names))
    size = len(known) + 1
    rarity = {feature: math.log(size / count) + 0.1 for feature, count in counts.items()}
    return Vocabulary(known=known, rarity=rarity, definitions=definitions)


def _known(row: Row, unit: Row, definitions: tuple[str, ...]) -> Known:
    expression, heads = unit.get("expression", ""), names(definitions)
    counts = (
        heads.get(expression) in counted_nouns(definitions)
        and heads[expression] != heads.get("第")
        and Unit(**{name: unit.get(name, "") for name in Unit._fields}).is_counted
    )
    people = {heads[word] for word in PERSONS if word in heads}
    return Known(
        row=row,
        names=_names(row),
        expression=expression,
        counts=counts,
        counts_persons=counts and heads[expression] in people,
    )


def _names(row: Row) -> tuple[frozenset[str], ...]:
    texts = [row["name_zh"], SUFFIX.sub("", row["name_zh"]), row["name_en"], *row["keywords"].split(";")]
    names = (frozenset(feature for feature, _ in features(text)) for text in texts if text.strip())
    return tuple(dict.fromkeys(name for name in names if name))


def context_of(
    paragraph: Paragraph, figures: Sequence[DraftFigure], place: int, listed: ListedNames | None, name: str
) -> dict[str, float]:
    """Return how much each feature of the text around a figure counts.

    Args:
        paragraph: the paragraph.
        figures: its figures.
        place: the place of the figure among them.
        listed: the list of names that the figure belongs to.
        name: its own name in that list.
    """
    text, figure = paragraph.text, figures[place]
    first, last = paragraph.sentence(figure.start)
    weights: dict[str, float] = {}

    def add(start: int, end: int, weight: float) -> None:
        for feature, at in features(text[start:end]):
            is_listed = listed and listed.start <= start + at < listed.end
            worth = OTHER_ITEMS if is_listed else weight
            weights[feature] = max(weights.get(feature, 0.0), worth)

    cuts = {first, *(each.end() for each in CLAUSE.finditer(text, first, figure.start))}
    cuts |= {each.end for each in figures[:place] if first < each.end <= figure.start}
    starts = sorted(cuts)
    named = {each.end for each in figures[:place] if not each.unit or each.unit in COUNTED_DIRECTLY}
    for distance, start in enumerate(reversed(starts)):
        end = starts[len(starts) - distance] if distance else figure.start
        weight = FORMER[min(distance, len(FORMER) - 1)]
        noun = NOUN_OF_FORMER.match(text, start, end) if start in named else None
        add(start, noun.end() if noun else start, weight * FORMER_NOUN)
        add(noun.end() if noun else start, end, weight)
    following = figures[place + 1].start if place + 1 < len(figures) else last
    stop = min(following, last, paragraph.clause(figure.end)[1] if paragraph.is_chinese else last)
    names_follow = not figure.unit or figure.unit in COUNTED_DIRECTLY
    add(figure.start, stop, AFTER_MEASURE if names_follow else AFTER_UNIT)
    for feature, _ in features(text[max(0, first - FARTHEST) : first]):
        weights.setdefault(feature, OTHER_SENTENCE)
    for feature, _ in features(paragraph.heading):
        weights[feature] = max(weights.get(feature, 0.0), HEADING)
    for feature, _ in features(name):
        weights[feature] = OWN_ITEM
    return weights


def matches(figure: DraftFigure, context: Mapping[str, float], vocabulary: Vocabulary) -> list[Match]:
    """Return the indicators that a figure may be of, the best first."""
    found = []
    for each in vocabulary.known:
        fit = fits(figure, each, vocabulary.definitions)
        if fit:
            score = fit * max((_coverage(name, context, vocabulary.rarity) for name in each.names), default=0.0)
            found.append(Match(id=each.row["id"], score=score))
    return sorted(found, key=lambda match: -match.score)


def confidence_of(found: Sequence[Match], is_whole: bool) -> str:
    """Return how sure it is that a figure is of the first of these indicators; `is_whole` if it has value and place."""
    if not found or found[0].score < ENOUGH or not is_whole:
        return "low"
    best, rest = found[0].score, found[1].score if len(found) > 1 else 0.0
    if best >= CLEAR and rest < 0.8 * best:
        return "high"
    return "medium" if best >= 0.6 * CLEAR else "low"


def _coverage(name: frozenset[str], context: Mapping[str, float], rarity: Mapping[str, float]) -> float:
    total = math.fsum(rarity[feature] for feature in name)  # a plain sum would depend on the order of the set
    return math.fsum(rarity[feature] * context.get(feature, 0.0) for feature in name) / (total + 3.0)


def fits(figure: DraftFigure, known: Known, definitions: tuple[str, ...]) -> float:
    """Return how far a figure can be of an indicator by its unit and the kind of measure: 0 if it cannot."""
    measure, unit = known.row["measure"], known.row["unit"]
    if figure.unit in EXPECTED:
        return _fit_of_share(figure, measure)
    if measure in ("streak", "span"):
        is_time = figure.unit in ("year", "month", "day", "calendar_year")
        word = "连续" in figure.printed or "consecutive" in figure.printed
        return (1.0 if word == (measure == "streak") else 0.4) if is_time else 0.0
    if measure in ("share", "rate", "growth", "rank"):
        return 0.0
    if not figure.unit:
        is_index = unit == "index" or measure == "index"
        if not figure.word:
            return 1.0 if is_index else 0.5 if known.counts else 0.0
        return 1.0 if known.counts and (not known.counts_persons or figure.word in PERSONS) else 0.0
    if "连续" in figure.printed:
        return 0.0
    if not _is_unit(figure.unit, unit, known.expression, definitions):
        return 0.0
    return 1.0 if (measure == "difference") == bool(figure.direction) else 0.6


def _fit_of_share(figure: DraftFigure, measure: str) -> float:
    if measure not in EXPECTED[figure.unit]:
        return 0.0
    if figure.unit == "rank":
        return 1.0 if (measure == "difference") == bool(figure.direction) else 0.1
    if figure.unit == "percentage_point":
        return 1.0
    if measure == "growth":
        return 1.0 if figure.direction else 0.55
    return 0.6 if figure.direction else 1.0


def _is_unit(word: str, unit: str, expression: str, definitions: tuple[str, ...]) -> bool:
    """Return whether a unit is that of an indicator, or what it is divided by something, or counts its days."""
    try:
        return (
            word in (unit, expression)
            or same_unit(word, expression, definitions)
            or same_unit(word, numerator(expression, definitions), definitions)
            or counts_in(word, unit, definitions)
        )
    except UnknownUnitError:
        return False
