"""Rules of meaning: a definition names the parent of its indicator, and says what its unit divides by."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from beijing_public_services.checks.rule import Finding, rule
from beijing_public_services.checks.rules.measures import UNITS_OF
from beijing_public_services.checks.rules.names import Names

if TYPE_CHECKING:
    from collections.abc import Iterable

    from beijing_public_services.checks.rule import Found
    from beijing_public_services.datapackage.tables import Row, Tables

PER = re.compile(r"\bper (day|month|person)\b")
OF_CHANGES = "growth|change|rise|increase|fall|decrease|decline|difference|place|rank|share|part|proportion|multiple"
NO_NOUNS = "and|or|but|as|than|not|is|are|was|were|number|total"
WITHIN = re.compile(
    rf"\b(?:(?!(?:{OF_CHANGES}|{NO_NOUNS})s?\b)[\w-]+\s(?:at|for|from|in|on|per|through|to|using|with)|\w+ed\sby)\s(?:the\s)?\Z",
    re.IGNORECASE,
)
LONGEST_LEAD = 60  # characters before a name that say what it is part of


@rule("indicators")
def definitions_name_the_parent(tables: Tables) -> Found:
    """The definition of an indicator names its parent by the parent's English name, and names no other indicator.

    A name counts where it stands whole: `Line 2` is not named in `Line 20`. The parent always counts; another level
    does not if it is in another unit than a level (`Visits to museums`). A name behind a noun and a preposition is part
    of what that noun names (`Rank by books in public libraries`).
    """
    rows = {row["id"]: row for row in tables["indicators"].rows}
    names = {row["id"]: row["name_en"].casefold() for row in tables["indicators"].rows}
    known = Names((name, id_) for id_, name in names.items())
    for number, row in tables["indicators"].numbered():
        found_in = known.found_in(row["definition"].casefold(), whole=True)
        named = {
            id_: names[id_]
            for id_ in found_in
            if id_ == row["parent"] or (id_ != row["id"] and _may_be(rows[id_], row))
        }
        outermost = {
            id_ for id_, name in named.items() if not any(name != other and name in other for other in named.values())
        }
        if outermost != ({row["parent"]} if row["parent"] else set()):
            found = f"{row['parent']!r} and a definition that names {', '.join(sorted(outermost)) or 'none'}"
            yield Finding("indicators", number, "parent", found, _same_parent(row["parent"], outermost, names))


def _may_be(other: Row, row: Row) -> bool:
    """Return whether a definition that holds the name of another indicator may mean that indicator as its parent."""
    if row["measure"] == other["measure"] == "level" and row["unit"] != other["unit"]:
        return False
    places = re.finditer(rf"(?<!\w){re.escape(other['name_en'])}s?(?!\w)", row["definition"], re.IGNORECASE)
    before = [row["definition"][max(0, place.start() - LONGEST_LEAD) : place.start()] for place in places]
    return not before or any(not WITHIN.search(each) for each in before)


def _same_parent(parent: str, named: set[str], names: dict[str, str]) -> str:
    """What makes a parent and a definition agree, by what the definition names."""
    others = sorted(named - {parent})
    unnamed = ", ".join(repr(names[each]) for each in others)
    if parent not in named and parent:
        lacking = f"a definition with the parent's name {names.get(parent, parent)!r}"
        return f"{lacking} and without {unnamed}" if others else f"{lacking}, or no parent"
    if not parent and len(others) == 1:
        return f"{others[0]!r} as parent, or a definition without its name {unnamed}"
    return f"a definition without {unnamed}" + ("" if parent else ", or with one of these names, and that as parent")


@rule("indicators")
def definitions_name_what_the_unit_divides_by(tables: Tables) -> Found:
    """A definition says `per day`, `per month` or `per person` exactly where the unit does.

    The words of another indicator's name may say it too: `Growth of bus ridership per day`. A share, a rank, a
    change and the like that have no parent may say it of what they compare.
    """
    names = {row["id"]: row["name_en"] for row in tables["indicators"].rows if PER.search(row["name_en"])}
    known = Names((name.casefold(), id_) for id_, name in names.items())
    for number, row in tables["indicators"].numbered():
        definition, unit = row["definition"], row["unit"]
        said = PER.findall(definition)
        meant = [part for part in unit.split("/")[1:] if part in ("day", "month", "person")]
        is_relative = row["measure"] in UNITS_OF and not row["parent"]
        others = {names[id_] for id_ in known.found_in(definition.casefold(), whole=True) if id_ != row["id"]}
        own = [] if is_relative else PER.findall(_without(others, definition))
        lacking = sorted((Counter(meant) - Counter(said)).elements())
        excess = sorted((Counter(own) - Counter(meant)).elements())
        if lacking or excess:
            found = f"the unit {unit!r}, and a definition with {_per(sorted(said)) or 'no such word'}"
            expected = (
                f"{_per(lacking)} in the definition" if lacking else f"a unit with {_per(excess)}, or the words gone"
            )
            yield Finding("indicators", number, "unit", found, expected)


def _without(names: Iterable[str], definition: str) -> str:
    """Return a definition without these names, of which the longest goes first."""
    for name in sorted(names, key=len, reverse=True):
        definition = re.sub(rf"(?<!\w){re.escape(name)}s?(?!\w)", " ", definition, flags=re.IGNORECASE)
    return definition


def _per(parts: list[str]) -> str:
    return " and ".join(f"'per {part}'" for part in parts)
