"""Finding which of many names stand in a text, in time that grows with the text and not with the names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LONGEST_NAME = 200  # characters; a longer one is not looked for
LONGEST_TEXT = 4000  # characters in which names are looked for
MOST_ALIKE = 50  # things of one name that are kept; more are not found
HERE = ""  # the key of what a name ends at


class Names:
    """Names, each of one or several things, fit to be found in texts."""

    def __init__(self, named: Iterable[tuple[str, str]]) -> None:
        self._tree: dict[str, Any] = {}
        for name, thing in named:
            if 0 < len(name) <= LONGEST_NAME:
                branch = self._tree
                for letter in name:
                    branch = branch.setdefault(letter, {})
                things = branch.setdefault(HERE, [])
                if len(things) < MOST_ALIKE:
                    things.append(thing)

    def found_in(self, text: str, whole: bool = False) -> Iterator[str]:
        """The things whose names stand in a text, as `whole` words if asked for; one may come more than once."""
        text = text[:LONGEST_TEXT]
        for start in range(len(text)):
            if whole and not _is_edge(text, start):
                continue
            branch = self._tree
            for at in range(start, len(text)):
                branch = branch.get(text[at], {})
                if not branch:
                    break
                if not whole or _is_edge(text, at + 1) or (text[at + 1] == "s" and _is_edge(text, at + 2)):
                    yield from branch.get(HERE, ())


def _is_edge(text: str, at: int) -> bool:
    """Return whether no word goes on at a place of a text."""
    return not text[max(0, at - 1) : at].isalnum() or not text[at : at + 1].isalnum()
