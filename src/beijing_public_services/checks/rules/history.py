"""Rules of meaning: corrections and ids no longer in use are on record, and the record leads to what is there now."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from beijing_public_services.checks.columns import places
from beijing_public_services.checks.rule import Finding, rule
from beijing_public_services.datapackage.contract import CONTRACT
from beijing_public_services.notation.versions import read_version

if TYPE_CHECKING:
    from beijing_public_services.checks.rule import Found
    from beijing_public_services.datapackage.tables import Row, Tables

FORMS = {  # of ids that were published
    "indicator": re.compile(r"[a-z0-9_]+\.[a-z0-9_]+"),
    "observation": re.compile(r"[a-z0-9_]+\.[a-z0-9_]+:[^:\s]+:[^:\s]+(?::[^:\s]+)*"),
}
NO_RELEASE = (0, 0, 0)
NEVER_CORRECTED = ("id", "indicator", "note")
CORRECTED = ("unit", *(each for each in CONTRACT["observations"].columns if each not in NEVER_CORRECTED))


@rule("errata", "aliases", "observations")
def errata_name_figures(tables: Tables) -> Found:
    """An erratum names a figure that exists or was removed since, and a column that a correction can change."""
    known = places(tables, "observations").keys() | _removed(tables, "observation")
    for number, row in tables["errata"].numbered():
        if row["observation"] not in known:
            yield Finding("errata", number, "observation", repr(row["observation"]), "an observation's id")
        if row["column"] not in CORRECTED:
            yield Finding("errata", number, "column", repr(row["column"]), f"one of {', '.join(CORRECTED)}")


@rule("errata", "observations", "indicators")
def errata_end_at_the_current_value(tables: Tables) -> Found:
    """Each correction changes its cell and begins where the one before ended; the last gives the current value."""
    units = {row["id"]: row["unit"] for row in tables["indicators"].rows}
    known, table = places(tables, "observations"), tables["observations"]
    corrections: dict[tuple[str, str], list[tuple[int, Row]]] = {}
    for number, row in tables["errata"].numbered():
        corrections.setdefault((row["observation"], row["column"]), []).append((number, row))
    for (observation, column), those in corrections.items():
        those.sort(key=lambda each: read_version(each[1]["release"]))
        now = those[-1][1]["after"]
        if observation in known and column == "unit":
            now = units.get(table.column("indicator")[known[observation]], "")
        elif observation in known and column in table.columns:
            now = table.column(column)[known[observation]]
        for (number, row), following in zip(those, [*(row["before"] for _, row in those[1:]), now], strict=True):
            if row["after"] != following:
                expected = f"{following!r}, which {'the next erratum' if row is not those[-1][1] else column} says"
                yield Finding("errata", number, "after", repr(row["after"]), expected)
            if row["before"] == row["after"]:
                yield Finding(
                    "errata",
                    number,
                    "before",
                    repr(row["before"]),
                    "the cell before the correction, which differs from `after`",
                )


@rule("aliases", "indicators", "observations")
def aliases_lead_to_ids_in_use(tables: Tables) -> Found:
    """No alias is an id in use, each has the form of an id, and a renamed id has a successor of its kind in use."""
    ids = {kind: places(tables, f"{kind}s").keys() for kind in ("indicator", "observation")}
    for number, row in tables["aliases"].numbered():
        known = ids.get(row["kind"], {}.keys())
        if row["id"] in known:
            yield Finding("aliases", number, "id", f"{row['id']!r} in use", "an id that is no longer in use")
        if not FORMS.get(row["kind"], FORMS["observation"]).fullmatch(row["id"]):
            yield Finding("aliases", number, "id", repr(row["id"]), f"an id that an {row['kind']} can have had")
        if row["successor"] not in known and (row["successor"] or row["fate"] != "removed"):
            yield Finding("aliases", number, "successor", repr(row["successor"]), f"the id of an {row['kind']}")


@rule()
def history_names_releases(tables: Tables) -> Found:
    """A correction, a new id or a removal came with a release X.Y.Z up to the package's own; a correction's Z is 0."""
    own = str(tables.descriptor.get("version", ""))
    for name, column in (("errata", "release"), ("aliases", "since")):
        if name in tables and column in tables[name].columns:
            for number, row in tables[name].numbered():
                version = read_version(row[column])
                if not NO_RELEASE < version <= read_version(own):
                    yield Finding(name, number, column, repr(row[column]), f"a version up to {own}")
                elif name == "errata" and version[-1]:
                    expected = "a version X.Y.0, since a PATCH corrects no figure"
                    yield Finding(name, number, column, repr(row[column]), expected)


def _removed(tables: Tables, kind: str) -> set[str]:
    return {row["id"] for row in tables["aliases"].rows if (row["kind"], row["fate"]) == (kind, "removed")}
