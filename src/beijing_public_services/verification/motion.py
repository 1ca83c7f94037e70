"""Whether a figure is a change, a former value or a level, which way it moved, and the time and base after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services.notation.word_lists import words

if TYPE_CHECKING:
    from beijing_public_services.notation.times import Time
    from beijing_public_services.verification.clause import Clause
    from beijing_public_services.verification.tokens import Token

REACH_OF_BASE = 8  # tokens after a figure
LOWER_AFTER = words(
    """
    lower less fewer down decrease decline drop reduction fall cut below 降幅 下降 减少 回落 降低
    """
)
HIGHER_AFTER = words(
    """
    higher more up increase rise growth gain jump above greater 增长 增幅 涨幅 增速 上升 上涨 hike uptick
    """
)


def motion_of(clause: Clause, token: Token, tail: list[Token]) -> tuple[str, bool, str]:
    """Return which way a figure moved, whether it is a change, and the particle before it."""
    assert token.figure
    said_after = token.figure.text.lower().split()[-1]
    following = tail[1:] if tail and tail[0].word == "的" else tail
    near = [token.word for token in following[:1]]
    if near == ["up"] and len(following) > 1 and following[1].role == "to":
        near = []  # up to
    for word in (said_after, *near):
        if word in LOWER_AFTER:
            return "fall", True, ""
        if word in HIGHER_AFTER:
            return "rise", True, ""
    motion, particle = clause.motion, clause.particle
    if particle == "by":
        motion = motion or clause.last_motion
    is_growth = clause.subject is not None and clause.subject.mode == "growth"
    return motion, particle != "from" and (is_growth or bool(motion and particle != "to")), particle


def own_time_of(tail: list[Token]) -> Time | None:
    """Return the time that stands right after a figure."""
    for token in tail:
        if token.time and token.time.kind in ("when", "whole", "span"):
            return token.time
        if token.role not in ("", "of", "by", "open", "place", "unknown", "each"):
            return None
    return None


def base_after(tokens: list[Token], last: int) -> str:
    """Return the base that a part of its own after a figure, or after a list of figures, names: 9%, compared to 2013.

    The base before another figure is the base of that figure: 9%, 6% below 2013.
    """
    base = ""
    for token in tokens[last + 1 : last + 1 + REACH_OF_BASE]:
        if token.figure or token.name:
            return ""
        if base and token.role in ("comma", "colon"):
            return base
        base = base or base_of(token)
        if not base and token.role not in ("", "and", "comma", "in_order", "than", "to", "of", "close"):
            return ""
    return base


def base_of(token: Token) -> str:
    """Return what a change is from by a word after it: `yoy`, `mom`, a year, or nothing."""
    if token.role in ("yoy", "mom"):
        return token.role
    if token.time and token.time.kind == "base":
        return "mom" if token.time.part else str(token.time.year or "yoy")
    return ""
