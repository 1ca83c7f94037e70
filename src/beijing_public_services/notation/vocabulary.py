"""Which unit names a list of unit definitions knows, without building a registry of them."""

from __future__ import annotations

import re
from functools import lru_cache

Definitions = tuple[str, ...]
MEASURES = ("[length]", "[mass]", "[time]", "[temperature]", "[current]", "[luminosity]", "[substance]")
KEPT = 8  # vocabularies whose words are kept
NAME = re.compile(r"[^\W\d][^\W]*|[%‰℃]")


@lru_cache(KEPT)
def names(definitions: Definitions) -> dict[str, str]:
    """Return the unit that each name of the definitions stands for; prefixes end in `-`."""
    found: dict[str, str] = {}
    for line in definitions:
        head, *others = (part.strip() for part in line.split("="))
        if head.startswith("@alias"):
            head, others = head.removeprefix("@alias").strip(), ["", *others]
        found |= dict.fromkeys((name for name in (head, *others[1:]) if name != "_"), head)
    return found


@lru_cache(1024)
def is_known(expression: str, definitions: Definitions) -> bool:
    """Return whether every name in a unit expression is defined, with a prefix or without."""
    known = names(definitions)
    prefixes = [name.removesuffix("-") for name in known if name.endswith("-")]
    return all(
        word in known or any(word.startswith(prefix) and word[len(prefix) :] in known for prefix in prefixes)
        for word in NAME.findall(expression)
    )


def counted_nouns(definitions: Definitions) -> list[str]:
    """Return the units that count something, each of which has a dimension of its own."""
    bases = [re.split(r"\s*=\s*", line.strip()) for line in definitions if "=" in line]
    return [name for name, meaning, *_ in bases if meaning.startswith("[") and meaning not in MEASURES]
