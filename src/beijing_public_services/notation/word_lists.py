"""Lists of words, written as text."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """Return the words of a text."""
    return frozenset(text.split())


def phrases(text: str) -> tuple[str, ...]:
    """Return the phrases of a text, which bars or line ends separate."""
    return tuple(phrase for line in text.split("\n") for each in line.split("|") if (phrase := each.strip()))
