"""Nouns that are counted, as they stand behind a number in Chinese and in English."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from beijing_public_services.notation.chinese_words import CLASSIFIERS

if TYPE_CHECKING:
    from beijing_public_services.model.vocabulary import Unit

PLURALS = (
    (" person", " people"), ("ay", "ays"), ("ey", "eys"), ("y", "ies"), ("ch", "ches"), ("sh", "shes"), ("ss", "sses"),
    ("x", "xes"),
)  # fmt: skip
MEASURED = re.compile(rf"[0-9一二两三四五六七八九十百千万亿][余多]?([{''.join(CLASSIFIERS)}])")


def chinese_noun(unit: Unit) -> str:
    """Return a unit as it stands behind a number in Chinese: a noun that no number can take stands after a space."""
    written = unit.name_zh.removeprefix("日历")
    if unit.expression == "percentage_point":
        return f"个{written}"
    counted = written.partition("/")[0]
    takes_numbers = not is_noun(unit) or len(counted) < 2 or counted.endswith("次")
    return written if takes_numbers else f" {written}"


def classified(noun: str, printed: str) -> str:
    """Return a noun behind a number with the measure word that the report prints: 家企业 for 104家, else as it is."""
    found = MEASURED.search(printed)
    if found is None or noun.endswith(found[1]):
        return noun
    return f"{found[1]}{noun.strip()}"


def is_noun(unit: Unit) -> bool:
    """Return whether a unit has no symbol of its own, as UCUM's braces tell; `person_time/d` has none."""
    return unit.symbol.partition("/")[0] == unit.id.partition("/")[0] and unit.ucum.startswith("{")


def is_in_words(unit: Unit) -> bool:
    """Return whether a unit is written with its English name: a noun, or what is divided twice and by a noun."""
    return is_noun(unit) or (unit.id.count("/") > 1 and "{" in unit.ucum)


def plural(noun: str) -> str:
    """Return an English noun in the plural: `city` is `cities`, `person per vehicle` is `people per vehicle`."""
    noun, per, divisor = noun.partition(" per ")
    for ending, replacement in PLURALS:
        if noun.endswith(ending):
            return f"{noun.removesuffix(ending)}{replacement}{per}{divisor}"
    return f"{noun}s{per}{divisor}"
