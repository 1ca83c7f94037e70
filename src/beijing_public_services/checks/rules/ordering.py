"""What rules of meaning share: rows in an order, parents of parents, and sections around sections."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Any

from beijing_public_services.checks.rule import Finding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from beijing_public_services.checks.rule import Found
    from beijing_public_services.datapackage.tables import Tables

DEEPEST = 20  # sections within sections


def in_order(tables: Tables, name: str, keys: Iterable[Any], order: str) -> Found:
    """A finding for each row of a table that stands after one it should precede, given the key of each row."""
    table = tables[name]
    label = next((each for each in ("id", "observation", "locator") if each in table.columns), table.columns[0])
    called = table.column(label)
    for place, target in misplaced(keys):
        here, there = table.number(place), table.number(target)
        found = f"row {here} ({called[place]:.80}) after row {table.number(place - 1)} ({called[place - 1]:.80})"
        expected = f"row {here} before row {there} ({called[target]:.80}), in {order}"
        yield Finding(name, here, None, found, expected)


def misplaced(keys: Iterable[Any]) -> Iterator[tuple[int, int]]:
    """The places of rows that stand after one they should precede, each with the place where it should stand."""
    highest: list[Any] = []  # of the rows so far: it only rises
    before: Any = None
    for place, key in enumerate(keys):
        if place and key < before:
            yield place, bisect_right(highest, key)
        highest.append(key if not highest or key > highest[-1] else highest[-1])
        before = key


def along_parents(parents: Mapping[str, str], tell: Callable[[str], str | None]) -> dict[str, str | None]:
    """Return the answer of `tell` for each id, or for the nearest of its parents that has one; None in a circle."""
    told: dict[str, str | None] = {}
    for id_ in parents:
        path: dict[str, None] = {}
        here: str | None = id_
        while here is not None and here not in told and here not in path:
            path[here] = None
            if (found := tell(here)) is not None:
                told[here] = found
                break
            here = parents.get(here) or None
        answer = told.get(here) if here is not None else None
        told |= dict.fromkeys(path, answer)
    return told


def ends_of(parents: Mapping[str, str]) -> dict[str, str | None]:
    """Return the outermost parent of each id, or the id itself if it has none; None if parents form a circle."""
    return along_parents(parents, lambda id_: None if parents.get(id_) else id_)


def sections_around(section: str) -> list[str]:
    """A section and those that it lies in, the innermost first: 4.1.2, 4.1, 4."""
    parts = section.split(".", DEEPEST)[:DEEPEST]
    return [section, *(".".join(parts[:depth]) for depth in range(len(parts) - 1, 0, -1))]
