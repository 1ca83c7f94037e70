"""Finding indicators by the words people use: whole words, in names before keywords before definitions."""

from __future__ import annotations

import re
from bisect import bisect_left
from difflib import get_close_matches
from itertools import takewhile
from typing import TYPE_CHECKING

from beijing_public_services._record import Record, Records
from beijing_public_services.datapackage.questions import FILLERS, asked_for
from beijing_public_services.datapackage.search_index import WORD, fold, singular

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from beijing_public_services.datapackage.search_index import SearchIndex, Text
    from beijing_public_services.model.indicator import Indicator

SHORTEST_PREFIX = 4  # letters of a Latin word that may stand for a longer one
SUGGESTED = 3
CLOSE, CLOSE_CHINESE = 0.8, 0.6  # how alike two words are, of 1, when one may be a misspelling of the other
SHORTEST_MISSPELT = 4  # letters of a Latin word for which others are suggested
BETWEEN_CHINESE = re.compile(r"(?<=[^\W_a-z0-9])\s+(?=[^\W_a-z0-9])")
YEAR = re.compile(r"(?<![a-z0-9.])([12][0-9]{3})(?:年|(?![a-z0-9.]))")


class SearchResults(Records["Indicator"]):
    """The indicators found, best first; an ordinary tuple, with two additions for an empty or doubtful result.

    `suggestions` are words to try instead of one that nothing holds. `note` says in a sentence why the package has no
    figure for a word, if its descriptor says so.

    >>> import beijing_public_services as bps
    >>> found = bps.search("GDP")
    >>> len(found), found.note
    (0, 'The report prints no figure of the gross domestic product.')
    """

    suggestions: tuple[str, ...]
    note: str

    def __new__(cls, found: Iterable[Indicator] = (), suggestions: Iterable[str] = (), note: str = "") -> SearchResults:
        """Return the results with what to say about them."""
        made = super().__new__(cls, found)
        made.suggestions = tuple(suggestions)
        made.note = note
        return made

    def _remarks(self) -> tuple[str, ...]:
        tried = f"Words to try instead: {', '.join(self.suggestions)}." if self.suggestions else ""
        return tuple([each for each in (self.note, tried) if each])


class Word(Record):
    """A word that is looked for, and the words in use that begin with it."""

    text: str
    longer: frozenset[str]

    def is_in(self, words: frozenset[str], chinese: str) -> bool:
        """Return whether the word, or a longer one, is among these words or within these Chinese characters."""
        if not self.text.isascii():
            return self.text in chinese
        return self.text in words or not self.longer.isdisjoint(words)


def find_indicators(index: SearchIndex, text: str) -> SearchResults:
    """Return the indicators that match every word of `text`, the best match first.

    A Latin word matches whole words only, or the beginning of one from four letters on. Chinese matches anywhere. The
    name of an area, or a year, keeps the indicators with figures for it. Names rank before keywords, categories and
    definitions. If nothing is found, the words that make a question are left out. A word that nothing holds is taken
    for the one it is nearest to, and Chinese words with spaces between them are read as if they had none.
    """
    phrase = fold(text)
    words = _words(phrase)
    if not words:
        return SearchResults()
    asked = {*words, phrase}
    note = next((note for names, note in index.not_covered if asked & names), "")
    found = _found(index, phrase)
    if found or note:
        return SearchResults(found, note=note)
    for asked_phrase in asked_for(phrase):
        if found := _found(index, asked_phrase):
            return SearchResults(found)
    rest, areas = _without_years(*_without_areas(phrase, index), index)
    unknown = [word for word in _words(rest) if not _ranked(index, [word], (), word)]
    suggestions = {word: _suggestions(word, index) for word in unknown}
    corrected = [next(iter(suggestions.get(word, ())), word) for word in _words(rest)]
    if corrected != _words(rest):
        found = _ranked(index, corrected, areas, " ".join(corrected))
    joined = BETWEEN_CHINESE.sub("", phrase)
    if not found and joined != phrase and (results := find_indicators(index, joined)):
        return results
    return SearchResults(found, suggestions=[near for each in suggestions.values() for near in each])


def _found(index: SearchIndex, phrase: str) -> list[Indicator]:
    """Return the indicators that match a folded phrase, also where a part of it names an area or a year."""
    rest, areas = _without_years(*_without_areas(phrase, index), index)
    by_area = _ranked(index, _words(rest), areas, rest.strip()) if areas else []
    return list(dict.fromkeys([*_ranked(index, _words(phrase), (), phrase), *by_area]))


def _words(folded: str) -> list[str]:
    words = [singular(word) if word.isascii() else word for word in WORD.findall(folded)]
    return [word for word in words if word not in FILLERS] or words


def _without_areas(folded: str, index: SearchIndex) -> tuple[str, list[str]]:
    """The text without the names of areas, and the ids of those areas."""
    areas = []
    for name, area in index.areas:
        rest = name.sub(" ", folded)
        if rest != folded:
            folded = rest
            areas.append(area)
    return folded, areas


def _without_years(folded: str, areas: list[str], index: SearchIndex) -> tuple[str, list[str]]:
    """The text without the years that figures are of, unless nothing else is left; the years stand with the areas."""
    years = [year for year in YEAR.findall(folded) if year in index.with_figures]
    rest = YEAR.sub(lambda match: " " if match[1] in index.with_figures else match[0], folded)
    return (rest, [*areas, *years]) if years and (areas or _words(rest)) else (folded, areas)


def _ranked(index: SearchIndex, texts: Sequence[str], areas: Sequence[str], phrase: str) -> list[Indicator]:
    if not texts and not areas:
        return []
    words = [_word(text, index) for text in texts]
    within = [index.with_figures.get(area, frozenset()) for area in areas if area != index.headline_area]
    ranked = [
        (_rank(entry.texts, words, phrase), entry.indicator.measure != "level", entry.place, entry.indicator)
        for entry in index.entries
        if all(word.is_in(entry.words, entry.chinese) for word in words)
        and all(entry.indicator.id in ids for ids in within)
    ]
    return [indicator for *_, indicator in sorted(ranked, key=lambda each: each[:3])]


def _word(text: str, index: SearchIndex) -> Word:
    longer: list[str] = []
    if text.isascii() and len(text) >= SHORTEST_PREFIX:
        first = bisect_left(index.vocabulary, text)
        longer = list(takewhile(lambda each: each.startswith(text), index.vocabulary[first:]))
    return Word(text=text, longer=frozenset(longer))


def _rank(texts: tuple[Text, ...], words: Sequence[Word], phrase: str) -> tuple[float, float]:
    """How far an indicator is from a search, the least being best: first its best text, then the sum over the words.

    A name or keyword that is the whole phrase comes first, then a text that begins with it or holds all its words.
    """
    whole = [text.level / 10 for text in texts if text.whole == phrase]
    begins = [text.level + 0.5 for text in texts if text.whole.startswith(phrase)]
    holds = [text.level + 0.6 for text in texts if all(word.is_in(text.words, text.chinese) for word in words)]
    held = [[text for text in texts if word.is_in(text.words, text.chinese)] for word in words]
    far = [min(_level(word, text) for text in texts_of) for word, texts_of in zip(words, held, strict=True)]
    return min([*whole, *begins, *holds], default=9), sum(far)


def _level(word: Word, text: Text) -> float:
    return text.level + (0 if word.text in text.words or not word.text.isascii() else 0.5)


def _suggestions(word: str, index: SearchIndex) -> list[str]:
    """The words in use that a word is nearest to, in its own script."""
    if word.isascii() and len(word) < SHORTEST_MISSPELT:
        return []
    alike = [each for each in index.vocabulary if each.isascii() == word.isascii()]
    return get_close_matches(word, alike, SUGGESTED, CLOSE if word.isascii() else CLOSE_CHINESE)
