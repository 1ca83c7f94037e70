"""The invented bulletins that drafting is measured with, and what a person reads in them."""

from __future__ import annotations

import csv
import re
from decimal import Decimal
from pathlib import Path

from tests.support.checkout import FIXTURES
from tests.support.drafts import new_city

from beijing_public_services.authoring.drafting.draft import Draft, draft_tables
from beijing_public_services.authoring.drafting.report import read_report
from beijing_public_services.datapackage.reader import read_tables

FOLDER = FIXTURES / "bulletins"
NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
UNITS = {  # the unit of an answer in plain words, as the draft proposes it for a package without units
    "station": "?车站|?换乘站", "standard_vehicle": "?标台", "accident": "?一般以上交通事故", "bus_route": "?公交线路",
    "school": "?各级各类学校|school", "place": "?学位|place", "place per 1000 persons": "?千人口托位",
    "percent or fraction": "percent", "人/万车": "?人/万车", "t/day": "?吨/天", "kWh": "kilowatt_hour",
    "kWh (18.6 GWh)": "gigawatt_hour", "TEU": "twenty_foot_equivalent_unit", "journey": "?journey|?bus journey",
    "stop": "?stop", "stop (interchange)": "?interchange", "person/day": "?person/day", "bus": "?bus",
    "pupil": "?pupil", "pupil per class": "?average class size", "GBP": "pound",
    "litre/(person*day)": "?litre/person/day",
    "person_time/day": "?人次/天", "per 100000 persons": "?per 100,000 residents",
    "death/year": "?road deaths a year",
}  # fmt: skip


def answers(name: str, folder: Path = FOLDER) -> list[dict[str, str]]:
    """Return what a person reads in a bulletin: a row for each figure."""
    return [row for row in _rows(name, folder) if row.get("role", "figure") == "figure"]


def others(name: str, folder: Path = FOLDER) -> list[dict[str, str]]:
    """Return the numerals that a person reads as no figure, each with its role; those of headings and notes not."""
    return [row for row in _rows(name, folder) if row.get("role", "figure") != "figure" and row["paragraph"] != "0"]


def _rows(name: str, folder: Path) -> list[dict[str, str]]:
    lines = (folder / f"{name}.answers.csv").read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def draft_of(name: str, folder: Path, bulletins: Path = FOLDER) -> Draft:
    """Return the draft of a bulletin for a new package, which has no units, areas or indicators."""
    return draft_tables(read_tables(new_city(folder / name)), [], read_report(bulletins / f"{name}.md"))


def value_of(answer: dict[str, str]) -> Decimal | None:
    """Return the value of an answer; None for a range, a fraction that does not end, and a multiple in words."""
    if answer["unit"] in ("fraction", "times"):
        return None
    return Decimal(answer["value"]) if NUMBER.fullmatch(answer["value"]) else None


def same_period(answer: str, period: str) -> bool:
    """Return whether a proposed period is that of an answer, in which 2024/25 is twelve months of two years."""
    year = re.fullmatch(r"(20[0-9]{2})/([0-9]{2})", answer)
    if year and re.fullmatch(rf"{year[1]}-[0-9]{{2}}/20{year[2]}-[0-9]{{2}}", period):
        return True
    meant = [answer, *answer.split(" or ")]
    is_end = answer.endswith("-12-31") and period == answer[:4]
    return period in meant or is_end or period.removeprefix("../") == answer or period.startswith(answer)


def same_unit(answer: dict[str, str], unit: str) -> bool:
    """Return whether a proposed unit is that of an answer."""
    wanted = answer["unit"]
    return unit.casefold() in (wanted, *UNITS.get(wanted, "").split("|"))


def number_of(printed: str) -> str:
    """Return the digits of a printed figure, by which an answer and a row are brought together."""
    found = re.search(r"[0-9][0-9,.]*", printed)
    return found[0].rstrip(".,") if found else printed
