"""Citations of many figures in little space: each piece of text once, each place in the report cited once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from beijing_public_services.model.observation import Observation

    Cite = Callable[[Observation], Mapping[str, tuple[str, str]]]

PIECE = re.compile(r"[^;；。\n]*(?:[;；。\n]\s*|$)")
# The page puts the id of a figure in its place. It has an underscore, as ids have: in a citation for TeX a backslash
# stands before that, which tells the page to escape the id for TeX too.
ID = "\x01_:"


def packed(observations: Iterable[Observation], cite: Cite) -> dict[str, Any]:
    """Return the citations of figures.

    Args:
        observations: the figures.
        cite: returns the texts of a citation by style, the Chinese one first, with `ID` for the id of the figure.

    Returns:
        `pieces` of text, `texts` as numbers of pieces, `places` as numbers of texts, two for each of `styles`, and `of`
        as the number of the place of each figure. Citations of one paragraph and source differ in the id alone.
    """
    pieces: dict[str, int] = {}
    texts: dict[tuple[int, ...], int] = {}
    numbers: dict[tuple[str, str], int] = {}
    places: list[list[int]] = []
    styles: list[str] = []
    of: list[int] = []
    for observation in observations:
        place = observation.locator, observation.source.id
        if place not in numbers:
            numbers[place] = len(numbers)
            cited = cite(observation)
            styles = list(cited)
            both = [text for pair in cited.values() for text in pair]
            places.append([texts.setdefault(_numbers(text, pieces), len(texts)) for text in both])
        of.append(numbers[place])
    return {"styles": styles, "pieces": list(pieces), "texts": list(texts), "places": places, "of": of}


def _numbers(text: str, pieces: dict[str, int]) -> tuple[int, ...]:
    return tuple([pieces.setdefault(piece, len(pieces)) for piece in PIECE.findall(text) if piece])
