"""Skeletons of the indicators and units that a report needs and a package does not have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from beijing_public_services.notation.locators import section_of_heading

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from beijing_public_services.datapackage.tables import Row

NEW = "?"
ENDING = re.compile(
    "(?:环比增长率|增长率|较基期变化率|变化|排名|连续年数|倍数|占比)$"
    "|^(?:(?:monthly |quarterly )?growth|change|rank|streak|multiple) of "
)
NO_UNIT = re.compile("unit: no unit of the package is [^;]*(?:; )?")
WORD = re.compile("[^a-z0-9]+")
DERIVED = {  # of an indicator with a parent: the ends of its id and of its names, and its definition
    "growth": ("_growth", "增长率", " growth", "Growth of {parent} over the year before."),
    "fixed": (
        "_fixed_base_growth", "较基期变化率", " change since a base year",
        "Change of {parent} against a fixed earlier year.",
    ),
    "previous_month": (
        "_month_on_month_growth", "环比增长率", " month-on-month growth", "Growth of {parent} over the month before.",
    ),
    "previous_quarter": (
        "_quarter_on_quarter_growth", "环比增长率", " quarter-on-quarter growth",
        "Growth of {parent} over the quarter before.",
    ),
    "other": ("_growth", "增长率", " growth", "Growth of {parent} over an earlier time."),
    "difference": ("_change", "变化", " change", "Change of {parent} against an earlier time."),
    "rank": ("_rank", "排名", " rank", "Place of the area among others by {parent}."),
    "multiple": ("_multiple", "倍数", " multiple", "{parent} as a multiple of another value of it."),
    "streak": (
        "_streak", "连续年数", " streak",
        "Number of consecutive years, up to the stated year, in which {parent} has stayed as the report states.",
    ),
}  # fmt: skip


def count_alike(rows: Iterable[Row]) -> None:
    """Give a change the unit of what changed, where its own words name none or a part of it: 0.6 fewer [pupils].

    What a level in 元/人 rises by is in 元/人 too, though only 元 is printed.
    """
    rows = list(rows)
    units = {row["indicator"]: row["unit"] for row in reversed(rows) if row["unit"] != "percent"}
    for row in rows:
        parent = NEW + ENDING.sub("", row["indicator"].removeprefix(NEW))
        is_of_parent = row["measure"] == "difference" and parent != row["indicator"]
        own = row["unit"].removeprefix(NEW)
        is_printed = own != "" and own in row["printed"] and not own.endswith("分点")  # 42 cents are no dollars
        is_open = not row["unit"] or (row["unit"].startswith(NEW) and not is_printed)
        if is_of_parent and units.get(parent) and is_open:
            row["unit"] = units[parent]
            row["why"] = NO_UNIT.sub("", row["why"]).strip("; ")
        above, slash, _ = units.get(parent, "").removeprefix(NEW).partition("/")
        if row["measure"] == "difference" and slash and (above in row["printed"] or row["unit"] == above):
            row["unit"] = units[parent]


def tell_apart(rows: Iterable[Row]) -> None:
    """Give figures of one name in several units a name each: an indicator has one unit."""
    units: dict[str, str] = {}
    for row in rows:
        name, unit = row["indicator"], row["unit"]
        if name.startswith(NEW) and unit and unit != units.setdefault(name, unit):
            row["indicator"] = f"{name} ({unit.removeprefix(NEW)})"


def new_indicators(rows: Iterable[Row], own: set[str], known: Mapping[str, Row], ends: frozenset[str]) -> list[Row]:
    """Return a row for each indicator that figures are of and the package lacks, in the order of the figures.

    An indicator of a package given by `--like` is copied whole. A new one has its name as printed; its id, the other
    names and the definition are left to a person.
    """
    found: dict[str, Row] = {}
    names = {row["indicator"] for row in rows}
    for row in rows:
        reference = row["indicator"]
        if reference in found or not reference:
            continue
        if reference in known and reference not in own:
            found[reference] = {"proposed": reference, **known[reference], "why": ""}
        elif reference.startswith(NEW):
            found[reference] = _new(reference.removeprefix(NEW), row, names, reference in ends)
    return list(found.values())


def _new(name: str, row: Row, names: set[str], is_end: bool) -> Row:
    is_english = name.isascii()
    subject = ENDING.sub("", name)
    parent = NEW + subject if NEW + subject in names and subject != name else ""
    other = "name_zh" if is_english else "name_en"
    reasons = [f"{other}: the report is in {'English' if is_english else 'Chinese'}"]
    id_ = WORD.sub("_", name.casefold()).strip("_") if is_english else ""
    is_growth = row["measure"] == "growth" and not parent
    if is_growth and is_english:
        id_ = f"{WORD.sub('_', subject.casefold()).strip('_')}_growth"
    english, definition = (name[:1].upper() + name[1:] if is_english else ""), ""
    chinese = "" if is_english else name
    if parent:
        kind = "multiple" if row["unit"] == "times" else row["measure"]
        if kind == "growth" and row["base_kind"] != "previous_year":
            kind = "fixed" if row["base_kind"] == "fixed_year" else row["base_kind"]
            kind = kind if kind in DERIVED else "other"
        ends = DERIVED.get(kind, ("", "", "", ""))
        id_, own, english = (f"{{parent}}{end}" if end else "" for end in ends[:3])
        chinese, definition = chinese or own, ends[3]
        reasons = ["id, names and definition follow from the parent"] if ends[0] else reasons
    else:
        reasons += ["definition: what is counted or measured, in one English sentence"]
        example = "output_growth, with that ending" if is_growth else "library_visits"
        reasons += [] if is_english else [f"id: an English name such as {example}"]
    is_day = len(row["period"]) == 10
    return {
        "proposed": NEW + name,
        "id": id_,
        "domain": NEW + section_of(row["locator"]),
        "topic": "",
        "name_zh": chinese,
        "name_en": english,
        "keywords": subject or name,
        "definition": definition,
        "unit": row["unit"],
        "measure": row["measure"],
        "parent": parent,
        "timing": "end" if is_end or row["measure"] in ("streak", "span") else "as_of" if is_day else "during",
        "why": "; ".join(reasons),
    }


def section_of(locator: str) -> str:
    """Return the outermost section that a locator is in, behind the id of a report other than the first.

    >>> section_of("s4.1.p2"), section_of("bulletin/s4.1.p2")
    ('4', 'bulletin/4')
    """
    return section_of_heading(locator.rpartition(".p")[0]).partition(".")[0]
