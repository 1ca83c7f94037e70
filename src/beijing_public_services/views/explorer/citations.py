"""Citations of many figures in little space: each piece of text once, each line a list of pieces."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from beijing_public_services.model.observation import Observation

    Cite = Callable[[Observation], Mapping[str, tuple[str, str]]]

PIECE = re.compile(r"[^;；。\n]*(?:[;；。\n]\s*|$)")
ID, TEX_ID = "\x01", "\x02"  # stand for the id of the figure, which differs in every citation


def packed(observations: Iterable[Observation], cite: Cite) -> dict[str, Any]:
    """Return the citations of figures: `pieces` of text, `texts` as numbers of pieces, and for each figure its `texts`.

    A figure has two texts for each of `styles`, the Chinese one first.
    """
    pieces: dict[str, int] = {}
    texts: dict[tuple[int, ...], int] = {}
    of: list[list[int]] = []
    styles: list[str] = []
    for observation in observations:
        cited = cite(observation)
        styles = list(cited)
        of.append(
            [
                texts.setdefault(_numbers(_general(each, observation.id), pieces), len(texts))
                for both in cited.values()
                for each in both
            ]
        )
    return {"styles": styles, "pieces": list(pieces), "texts": list(texts), "of": of}


def _general(text: str, id: str) -> str:
    return text.replace(id, ID).replace(id.replace("_", r"\_"), TEX_ID)


def _numbers(text: str, pieces: dict[str, int]) -> tuple[int, ...]:
    return tuple([pieces.setdefault(piece, len(pieces)) for piece in PIECE.findall(text) if piece])
