"""Moving the reviewed rows of a draft into the tables of its package, all in one step or none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from beijing_public_services._record import Record
from beijing_public_services.authoring.drafting.definitions import with_definitions
from beijing_public_services.authoring.drafting.draft import folder_of
from beijing_public_services.authoring.drafting.fitness import misfit
from beijing_public_services.authoring.drafting.left import referring, take_numerals, waiting_places
from beijing_public_services.authoring.drafting.observations import is_nearer, observation_of, places_of
from beijing_public_services.authoring.drafting.order import in_report_order
from beijing_public_services.authoring.drafting.resolve import Resolved, resolve
from beijing_public_services.authoring.drafting.rows import COLUMNS, UPPER, columns_of
from beijing_public_services.authoring.drafting.saved import read_saved
from beijing_public_services.authoring.drafting.skeletons import SKELETONS
from beijing_public_services.authoring.drafting.write import FILE, FOLDER
from beijing_public_services.authoring.journal import keep_journal, mend, remove_journal
from beijing_public_services.authoring.range_column import with_range_column
from beijing_public_services.authoring.unit_ids import with_unit_ids
from beijing_public_services.datapackage.atomic_write import write_files
from beijing_public_services.datapackage.contract import CONTRACT
from beijing_public_services.datapackage.descriptor import read_descriptor, unit_definitions
from beijing_public_services.datapackage.file_bytes import csv_file, json_file
from beijing_public_services.datapackage.files import package_files
from beijing_public_services.datapackage.layout import plain_delimiter
from beijing_public_services.datapackage.reader import tables_of
from beijing_public_services.errors import DataPackageError

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from os import PathLike

    from beijing_public_services.datapackage.tables import Row, Tables

TABLES = (
    "domains", "topics", "areas", "units", "sources", "indicators", "observations", "mentions", "numerals",
    "paragraphs", "categories",
)  # fmt: skip
REFUSED = "not accepted: "
EARLIER = re.compile(rf"(?:; )?{REFUSED}[^;]*")


class Acceptance(Record):
    """What became of a draft: how many rows were accepted, and those that are left, each with the reason in `why`.

    >>> Acceptance(accepted=48, left=()).summary
    '48 rows accepted.'
    """

    accepted: int
    left: tuple[dict[str, str], ...]

    @property
    def summary(self) -> str:
        """How many rows were accepted and how many are left, as a sentence."""
        count, left = self.accepted, len(self.left)
        rest = f"; {left} left in {FILE}, each with the reason" if left else ""
        return f"{count} row{'s' * (count != 1)} accepted{rest}."


def accept_draft(path: str | PathLike[str]) -> Acceptance:
    """Move the reviewed rows of `draft.csv` into the tables of a package.

    A row that is complete becomes an observation with its mentions. What it refers to comes with it from the files in
    `draft/`: indicators, units with their definitions, areas, domains, sources, and the roles of all numerals. A row of
    low confidence is taken only if `confidence` says `reviewed`, or if its indicator is a new one that was completed.
    Rows that cannot be accepted stay in `draft.csv` with the reason. The files are written whole or not at all;
    `refresh` brings hashes up to date.

    Raises:
        DataPackageError: there is no draft, or the package cannot be read.
        WriteError: a file cannot be written; all are as they were.

    >>> from pathlib import Path
    >>> from tempfile import TemporaryDirectory
    >>> from beijing_public_services import draft_package, new_package
    >>> with TemporaryDirectory() as folder:
    ...     report = Path(folder, "report.md")
    ...     _ = report.write_text("2031年末，全市共有公共图书馆48座。", encoding="utf-8")
    ...     city = new_package(f"{folder}/city")
    ...     _ = draft_package(city, report)
    ...     accepted = accept_draft(city)
    >>> accepted.accepted, accepted.left[0]["why"].rpartition("; ")[2]
    (0, 'not accepted: area empty')
    """
    folder_of(path)
    with package_files(path) as files:
        mend(files)
        tables = tables_of(files)
        for fault in tables.faults.values():
            raise fault
        rows = read_saved(files, FILE, COLUMNS, UPPER)
        skeletons = {name: read_saved(files, f"{FOLDER}/{name}.csv", columns) for name, columns in SKELETONS.items()}
        _require_readable(skeletons["numerals"], tables.descriptor)
        descriptor = read_descriptor(files.descriptor, files.read(files.descriptor))
        found, contents = _accepted(tables, rows, skeletons, descriptor, files.descriptor)
        targets = {files.resolve(file): content for file, content in contents.items()}
        try:
            write_files(targets, overwrite=True, journal=keep_journal(files))
        finally:
            remove_journal(files)
    return found


def _accepted(
    tables: Tables, rows: list[Row], skeletons: Mapping[str, list[Row]], descriptor: dict[str, object], name: str
) -> tuple[Acceptance, dict[str, bytes]]:
    """Return what becomes of a draft, and the files to be written."""
    known = {each: {row["id"]: row for row in tables[each].rows} for each in TABLES if "id" in tables[each].columns}
    if any(row["id"].count("/") > 1 for row in skeletons["units"]):
        descriptor = with_unit_ids(descriptor)
    resolved = resolve(skeletons, known, descriptor)
    now: dict[str, list[Row]] = {each: tables[each].rows for each in TABLES}
    taken: dict[str, Row] = {row["id"]: row for row in now["observations"]}
    used: dict[str, set[str]] = {each: set() for each in resolved.rows}
    mentions: list[Row] = []
    left: list[Row] = []
    count = 0
    fresh: set[str] = set()
    sections = {each["id"]: each["section"] for each in (*now["topics"], *resolved.rows["topics"].values())}
    rows_now = (*now["indicators"], *resolved.rows["indicators"].values())
    topics = {each["id"]: sections.get(each["topic"], "") for each in rows_now}
    tokens = {(row["locator"], row["ordinal"]): row for row in skeletons["numerals"]}
    places = {(row["locator"], row["ordinal"]) for row in now["numerals"]} | set(tokens)
    stated: set[tuple[str, str, str]] = set()
    for row in rows:
        cells, reason = observation_of(row, resolved, now, taken)
        if cells is not None:
            place = cells["id"], row["locator"], row["ordinal"]
            reason = _refusal(cells, place, places, stated, descriptor)
            stated.add(place)
        if cells is None or reason:
            kept = EARLIER.sub("", row["why"]).strip("; ")
            left.append(row | {"why": "; ".join(filter(None, (kept, REFUSED + reason.replace(";", ","))))})
            continue
        count += 1
        other = taken.setdefault(cells["id"], cells)
        if other is cells:
            now["observations"].append(cells)
        elif cells["id"] in fresh and is_nearer(cells, other, topics.get(cells["indicator"], "")):
            other |= {column: cells[column] for column in ("locator", "printed", "source")}
        fresh.add(cells["id"])
        for column, table in (("indicator", "indicators"), ("area", "areas"), ("source", "sources")):
            used[table].add(cells[column])
        used["areas"].add(cells["base_area"])
        mentions += [{"observation": cells["id"], **at} for at in places_of(row, tokens)]
    _take_referred(now, resolved, used)
    now["mentions"] = _distinct([*now["mentions"], *mentions])
    there = {row["locator"] for row in now["paragraphs"]}
    now["paragraphs"] += [row for row in skeletons["paragraphs"] if row["locator"] not in there]
    take_numerals(now, skeletons["numerals"], tables["numerals"].columns, waiting_places(left, tokens))
    in_report_order(now)
    lines = [line for id_ in used["units"] for line in resolved.definitions.get(id_, ())]
    registry = with_definitions(unit_definitions(descriptor), lines)
    tables, descriptor = with_range_column(tables, descriptor, now["observations"])
    contents = {tables[each].file: _as_table(tables, each, now[each]) for each in TABLES}
    contents[name] = json_file({**descriptor, "unit_registry": registry})
    left = referring("draft", left, resolved, now)
    contents[FILE] = csv_file(left, columns_of(left))
    for each in resolved.ids:
        there = {row["id"] for row in now[each]}
        rest = [row for row in skeletons[each] if resolved.ids[each].get(row.get("proposed") or row["id"]) not in there]
        contents[f"{FOLDER}/{each}.csv"] = csv_file(referring(each, rest, resolved, now), SKELETONS[each])
    return Acceptance(accepted=count, left=tuple(left)), contents


def _refusal(
    cells: Row,
    place: tuple[str, str, str],
    places: Collection[tuple[str, str]],
    stated: Collection[tuple[str, str, str]],
    descriptor: Mapping[str, object],
) -> str:
    """Return why an observation cannot be taken although it is complete; "" if it can."""
    if place[1:] not in places:
        return f"ordinal {place[2]}: the report has no such numeral in {place[1]!r:.60}"
    if place in stated:
        return "a row above has the same figure at the same numeral, so delete this row"
    return misfit("observations", cells, descriptor)


def _require_readable(numerals: list[Row], descriptor: Mapping[str, object]) -> None:
    for number, row in enumerate(numerals, 2):
        if fault := misfit("numerals", {**row, "role": row["role"] or "unrecorded"}, descriptor):
            column, _, found = fault.partition(" ")
            found, _, expected = found.partition(": expected ")
            raise DataPackageError(f"{FOLDER}/numerals.csv", number, column, found, expected or "text as drafted")


def _take_referred(now: dict[str, list[Row]], resolved: Resolved, used: dict[str, set[str]]) -> None:
    """Add the new rows that accepted rows refer to, and those that these refer to."""
    for name in ("indicators", "areas"):
        waiting = list(used[name])
        while waiting:
            parent = resolved.rows[name].get(waiting.pop(), {}).get("parent", "")
            if parent not in used[name]:
                used[name].add(parent)
                waiting.append(parent)
    for id_ in used["indicators"] & resolved.rows["indicators"].keys():
        row = resolved.rows["indicators"][id_]
        for column, table in (("unit", "units"), ("domain", "domains"), ("topic", "topics")):
            used[table].add(row[column])
    for name, rows in resolved.rows.items():
        columns = CONTRACT[name].columns
        if name == "sources":
            used[name] |= set(rows)  # footnotes stand in the order of the report, whatever they cover
        now[name] += [
            {column: row.get(column, "") for column in columns} for id_, row in rows.items() if id_ in used[name]
        ]


def _distinct(rows: list[Row]) -> list[Row]:
    return list({tuple(row.values()): row for row in rows}.values())


def _as_table(tables: Tables, name: str, rows: list[Row]) -> bytes:
    columns = tables[name].columns
    resources = tables.descriptor["resources"]
    resource = next(each for each in resources if isinstance(each, dict) and each.get("name") == name)
    cells = [{column: row.get(column, "") for column in columns} for row in rows]
    return csv_file(cells, columns, plain_delimiter(resource) or ",")
