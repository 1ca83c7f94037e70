"""The unit expression that a printed unit word means: `passengers`, 万标准箱 and 人/万车 as units of a vocabulary."""

from __future__ import annotations

from beijing_public_services.notation import chinese, english_units
from beijing_public_services.notation.vocabulary import names
from beijing_public_services.notation.width import fold, half_width


def expression_of(word: str, definitions: tuple[str, ...]) -> str:
    """Return the expression of a unit word as `read_printed` returns it, or the word itself if no reader knows it.

    `definitions` are those of the units that may be meant. Chinese words, English words in singular or plural, symbols
    and one unit divided by another are read.

    >>> from beijing_public_services._generated.unit_definitions import DEFINITIONS
    >>> [expression_of(word, DEFINITIONS) for word in ("museums", "元/平方米", "per cent", "gizmos")]
    ['museum', 'yuan / m2', 'percent', 'gizmos']
    """
    plain = half_width(word)
    known = chinese.unit_at(plain, 0, definitions)
    if known:
        unit, end = chinese.rate_at(plain, len(known), chinese.unit_words(definitions)[known], definitions)
        if unit and end == len(plain):
            return unit
    unit, end = english_units.unit_after(f" {fold(word)}", 0, False, definitions)
    return unit if unit and end == len(word) + 1 else names(definitions).get(word.rstrip("."), word)  # £, Rs.
