"""What indicators are found by: their names, keywords, categories and definitions, in one spelling."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import normalize

from beijing_public_services._record import Record
from beijing_public_services.notation.folding import simplified

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from beijing_public_services.model.indicator import Indicator
    from beijing_public_services.model.vocabulary import Area, Category

WORD = re.compile(r"[a-z0-9]+(?:\.[0-9]+)*|[^\W_a-z0-9]+")
PM = re.compile(r"\bpm[ _-]?(2[._]?5|10)\b")
YEAR = re.compile(r"(?<![0-9])[12][0-9]{3}(?![0-9])")  # within a period
LONGEST_TERM = 12  # characters of a Chinese name or keyword that may be suggested
LEVELS = {"name": 0.0, "keyword": 1.0, "category": 2.0, "definition": 3.0}


class Text(Record):
    """A text that an indicator is found by: where it stands, its whole, its Latin words and its Chinese characters."""

    level: float
    whole: str
    words: frozenset[str]
    chinese: str


class Entry(Record):
    """What an indicator is found by: its texts, and all their words and Chinese characters together."""

    indicator: Indicator
    place: int
    texts: tuple[Text, ...]
    words: frozenset[str]
    chinese: str


class SearchIndex(Record):
    """The entries of every indicator, the words in use, and the places that a search may name.

    `areas` are the ids of the areas by their folded names, the longest first. `with_figures` are the ids of the
    indicators that have a figure for an area, or for a year. `not_covered` are words for what the package lacks, each
    with a sentence.
    """

    entries: tuple[Entry, ...]
    vocabulary: tuple[str, ...]
    areas: tuple[tuple[re.Pattern[str], str], ...]
    with_figures: dict[str, frozenset[str]]
    headline_area: str
    not_covered: tuple[tuple[frozenset[str], str], ...]


def index_of(
    indicators: tuple[Indicator, ...],
    categories: Iterable[Category],
    areas: Iterable[Area],
    headline_area: str,
    not_covered: object,
) -> SearchIndex:
    """Return the index of a package, which every search of it can share.

    `not_covered` is the descriptor's property of that name: a list of objects, each with `names` and a `note`.
    """
    names_of = {each.id: (each.name_en, each.name_zh) for each in categories}
    entries = tuple([_entry(each, place, names_of) for place, each in enumerate(indicators)])
    place_names = {fold(name): area.id for area in areas for name in (area.name_zh, f"{area.name_zh}市", area.name_en)}
    with_figures: dict[str, set[str]] = {}
    for indicator in indicators:
        for observation in indicator.observations:
            for key in (observation.area, *YEAR.findall(observation.period)):
                with_figures.setdefault(key, set()).add(indicator.id)
    vocabulary = {word for entry in entries for word in entry.words}
    vocabulary |= {text.chinese for entry in entries for text in entry.texts if 2 <= len(text.chinese) <= LONGEST_TERM}
    return SearchIndex(
        entries=entries,
        vocabulary=tuple(sorted(vocabulary)),
        areas=tuple([(_bounded(name), place_names[name]) for name in sorted(place_names, key=len, reverse=True)]),
        with_figures={area: frozenset(ids) for area, ids in with_figures.items()},
        headline_area=headline_area,
        not_covered=tuple(declared_gaps(not_covered)),
    )


def fold(text: str) -> str:
    """Return the text in one spelling: lower case, half width, simplified characters, `pm2.5` for PM₂.₅ and PM 2.5."""
    folded = normalize("NFKC", text).casefold().translate(simplified()).replace("-", " ")
    return PM.sub(lambda match: f"pm{match[1].replace('_', '.').replace('25', '2.5')}", folded)


def _entry(indicator: Indicator, place: int, categories: dict[str, tuple[str, str]]) -> Entry:
    own = indicator.id.partition(".")[2]
    names = [indicator.id, own, own.replace("_", " "), indicator.name_zh, indicator.name_en]
    broken_down = dict.fromkeys(each.category for each in indicator.observations if each.category)
    texts = (
        *[_text("name", each) for each in names],
        *[_text("keyword", each) for each in indicator.keywords],
        *[_text("category", name) for each in broken_down for name in categories.get(each, ())],
        _text("definition", indicator.definition),
    )
    words = frozenset().union(*[text.words for text in texts])
    return Entry(indicator=indicator, place=place, texts=texts, words=words, chinese=" ".join(t.chinese for t in texts))


def _text(kind: str, text: str) -> Text:
    whole = fold(text)
    parts = WORD.findall(whole)
    latin = frozenset(word for part in parts if part.isascii() for word in (part, singular(part)))
    chinese = "".join(part for part in parts if not part.isascii())
    return Text(level=LEVELS[kind], whole=whole, words=latin, chinese=chinese)


def singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def _bounded(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z]){re.escape(name)}(?![a-z])" if name.isascii() else re.escape(name))


def declared_gaps(entries: object) -> Iterator[tuple[frozenset[str], str]]:
    """Return what a descriptor says that the package lacks: the folded names of each, and a sentence on it."""
    for entry in entries if isinstance(entries, list) else ():
        if isinstance(entry, dict) and isinstance(entry.get("names"), list):
            yield frozenset(fold(str(name)) for name in entry["names"]), str(entry.get("note", ""))
