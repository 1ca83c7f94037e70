"""Rules of meaning: a definition says what the unit of its indicator divides by."""

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
    from beijing_public_services.datapackage.tables import Tables

PER = re.compile(r"\bper (day|month|person)\b")


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
