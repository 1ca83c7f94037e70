"""Whether a figure is a change, a former value or a level, which way it moved, and the time and base after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services.notation.word_lists import words

if TYPE_CHECKING:
    from beijing_public_services.notation.times import Time
    from beijing_public_services.verification.clause import Clause
    from beijing_public_services.verification.tokens import Token

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
    words = token.figure.text.lower()[-16:].split()
    said_after = words[-1] if words and words[-1].isalpha() else ""
    following = tail[0] if tail else None
    if following is not None and following.word in ("的",) and len(tail) > 1:
        following = tail[1]
    near = following.word if following is not None else ""
    for word in (said_after, near):
        if word in LOWER_AFTER:
            return "fall", True, ""
        if word in HIGHER_AFTER and not (
            word in ("up", "above") and near == word and len(tail) > 1 and tail[1].role == "to"
        ):
            return "rise", True, ""
    if following is not None and following.role == "than" and near in ("below", "above"):
        return ("fall" if near == "below" else "rise"), True, ""
    if clause.particle == "from":
        return clause.motion, False, "from"
    if clause.particle == "by" and not clause.motion and clause.last_motion:
        return clause.last_motion, True, "by"
    if clause.motion and clause.particle != "to":
        return clause.motion, True, clause.particle
    if clause.subject is not None and clause.subject.mode == "growth":
        return clause.motion, True, clause.particle
    return clause.motion, False, clause.particle


def own_time_of(tail: list[Token]) -> Time | None:
    """Return the time that stands right after a figure."""
    for token in tail:
        if token.time and token.time.kind in ("when", "whole", "span"):
            return token.time
        if token.role not in ("", "of", "open", "place", "unknown", "each"):
            return None
    return None


def base_of(token: Token) -> str:
    if token.role in ("yoy", "mom"):
        return token.role
    if token.time and token.time.kind == "base":
        return "mom" if token.time.part else str(token.time.year or "yoy")
    return ""
