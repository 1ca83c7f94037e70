"""The name that follows a figure, as in: 1,100 parks, or third in the Global Innovation Hubs Index."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services.verification.context import WIDE

if TYPE_CHECKING:
    from beijing_public_services.verification.tokens import Token

REACH = 6  # tokens from a figure to the name after it
REACH_OF_FIGURE = 10  # tokens from a name to a figure of its own
BETWEEN = ("", "of", "verb", "rank")  # the roles of words between a figure and its name


def name_after(tokens: list[Token], at: int, last: int) -> tuple[int, bool]:
    """Return where the words between a figure and what follows it end, and whether `of` is one of them.

    Args:
        tokens: The sentence.
        at: The place of the figure.
        last: The place of the last figure of its list.
    """
    figure = tokens[at].figure
    is_rank = figure is not None and figure.unit == "rank"
    after, of = last + 1, False
    while after < min(len(tokens), at + REACH) and _may_stand_between(tokens[after], is_rank):
        of = of or tokens[after].role == "of"
        if tokens[after].role == "verb":
            break
        after += 1
    return after, of


def _may_stand_between(token: Token, is_rank: bool) -> bool:
    """Return whether a word may stand between a figure and its name; the world may after a rank: third globally in."""
    if token.place:
        return is_rank and token.place.area in WIDE
    return token.role in BETWEEN and not (token.name or token.time)


def owns_a_figure(tokens: list[Token], place: int) -> bool:
    """Return whether a name has a figure of its own after it in its part of the sentence."""
    for at, token in enumerate(tokens[place + 1 : place + REACH_OF_FIGURE], place + 1):
        if token.figure:
            return not (at + 1 < len(tokens) and tokens[at + 1].name)
        if token.role in ("comma", "colon", "and") or token.name:
            return False
    return False
