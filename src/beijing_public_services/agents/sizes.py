"""Keeping an answer small: texts are cut, and rows go on a page until it is full."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from beijing_public_services._printable import printable_lines
from beijing_public_services._record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

CUT = "…"


class Size(Record):
    """The most bytes that an answer takes as JSON, characters of each of its texts, and items of each of its lists."""

    answer: int
    text: int
    items: int


BRIEF = Size(answer=3_900, text=600, items=8)
FULL = Size(answer=60_000, text=4_000, items=500)
SHORTEST = 16  # characters to which a text is cut at most


def size_of(full: bool) -> Size:
    """Return the size of an answer, by whether it was asked for in full."""
    return FULL if full else BRIEF


def as_json(answer: object) -> str:
    """Return an answer as JSON on one line, Chinese characters as they are."""
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":"))


def bytes_of(answer: object) -> int:
    """Return how many bytes an answer takes as JSON."""
    return len(as_json(answer).encode())


def tidy(value: Any, text: int, items: int = FULL.items) -> Any:
    """Return a value without what is empty in it, its texts and lists cut, and its texts without invisible characters.

    False and 0 are kept.

    >>> tidy({"name": "abcdef", "note": "", "steps": [], "count": 0}, 4)
    {'name': 'abc…', 'count': 0}
    """
    if isinstance(value, str):
        return printable_lines(value if len(value) <= text else value[: text - 1] + CUT)
    if isinstance(value, list | tuple):
        return [tidy(each, text, items) for each in value[:items]]
    if isinstance(value, dict):
        kept = {name: tidy(each, text, items) for name, each in value.items()}
        return {name: each for name, each in kept.items() if each or each is False or each == 0}
    return value


def fit(value: Any, room: int, size: Size) -> Any:
    """Return a value as `tidy` gives it, its texts and lists cut as far as it takes to need at most `room` bytes."""
    text, items = size.text, size.items
    made = tidy(value, text, items)
    while bytes_of(made) > room and text > SHORTEST:
        text, items = max(text // 2, SHORTEST), max(items // 2, 1)
        made = tidy(value, text, items)
    return made


def page(
    answer: dict[str, Any],
    rows: Sequence[Any],
    offset: int,
    size: Size,
    row_of: Callable[[Any], tuple[dict[str, Any], Iterable[tuple[str, dict[str, Any]]]]],
) -> dict[str, Any]:
    """Return an answer with the rows from `offset` on that it has room for, at least one, and with their sources.

    Args:
        answer: the parts of the answer that no row has.
        rows: what the rows are made of.
        offset: the number of rows to leave out.
        size: the room that there is.
        row_of: returns a row and its sources, each by its id.
    """
    made: dict[str, Any] = {**fit(answer, size.answer // 2, size), "total": len(rows), "offset": offset}
    room = size.answer - bytes_of({**made, "items": [], "sources": {}, "next_offset": len(rows)})
    items: list[Any] = []
    sources: dict[str, Any] = {}
    place = min(offset, len(rows))
    while place < len(rows):
        row, of_row = row_of(rows[place])
        added = {"row": row, "sources": {id: each for id, each in of_row if id not in sources}}
        added = tidy(added, size.text, size.items) if items else fit(added, room, size)
        room -= bytes_of(added)
        if items and room < 0:
            break
        items.append(added["row"])
        sources |= added.get("sources", {})
        place += 1
    return {**made, "items": items, "sources": sources, "next_offset": place if place < len(rows) else None}
