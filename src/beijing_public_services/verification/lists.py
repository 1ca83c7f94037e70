"""Lists of figures, and the lists of names, places or categories that they belong to in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from beijing_public_services.verification.clause import Clause
    from beijing_public_services.verification.tokens import Token

CLOSE_BEFORE, CLOSE_AFTER = 6, 3  # tokens between a list of figures and a word such as `respectively`
REACH_OF_TIMES = 5  # tokens after a list of figures in which a list of times stands


def run_of(tokens: list[Token], place: int) -> list[int]:
    """Return the places of the figures that stand one after the other, with nothing but separators between."""
    run = [place]
    for at in range(place + 1, len(tokens)):
        if tokens[at].figure and not tokens[at - 1].figure:
            run.append(at)
        elif tokens[at].role not in ("and", "comma"):
            break
    return run


def says_in_order(tokens: list[Token], place: int, run: list[int]) -> bool:
    """Return whether a word such as `respectively` stands close before a list of figures, or close after it."""
    around = [*tokens[max(0, place - CLOSE_BEFORE) : place], *tokens[run[-1] + 1 :][:CLOSE_AFTER]]
    return any(token.role == "in_order" for token in around)


def have_times(tokens: list[Token], run: list[int]) -> bool:
    """Return whether times follow a list of figures as a list of their own: in 2024, 2023 and 2022."""
    after = [token for token in tokens[run[-1] + 1 :][:REACH_OF_TIMES] if token.role]
    return len(after) > 2 and bool(after[0].time and after[1].role in ("and", "comma") and after[2].time)


def corresponding(clause: Clause, place: int, run: list[int]) -> str:
    """Return the kind of the list whose items the figures of a list belong to in order."""
    if len(run) < 2:
        return ""
    names = clause.groups["name"]
    fitting = [kind for kind in ("place", "category", "name") if len(clause.groups[kind]) == len(run)]
    if not says_in_order(clause.tokens, place, run):
        units = [figure.unit for at in run if (figure := clause.tokens[at].figure)]
        is_list = units[-1] and sum(map(bool, units)) in (1, len(units))
        return fitting[0] if is_list and fitting in (["name"], ["place"]) and clause.closed is None else ""
    if not fitting and len(names) == len(run) - 1:
        between = [token.role for token in clause.tokens[clause.last_item["name"] + 1 : place]]
        if between[:1] == ["and"] and "unknown" in between:
            names.append(None)
            return "name"
    if len(fitting) > 1 and fitting[0] == "place" and len(names) > 1:
        return ""
    return fitting[0] if fitting else ""
