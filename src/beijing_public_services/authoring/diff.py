"""Comparing two releases of a data package, row by row and cell by cell."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from beijing_public_services._record import Record
from beijing_public_services.authoring.changes import Change, Difference, kind_of_change
from beijing_public_services.datapackage.contract import CONTRACT
from beijing_public_services.datapackage.loader import load
from beijing_public_services.datapackage.package import DataPackage
from beijing_public_services.model.row_ids import observation_id
from beijing_public_services.model.vintages import are_of_several_reports, histories
from beijing_public_services.notation.versions import read_version

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from os import PathLike

    from beijing_public_services.model.observation import Observation

    Key = tuple[str, ...]
    Cells = dict[str, str]
    Tables = dict[str, dict[Key, Cells]]
    Successors = dict[str, str]

# fields that are collections of their own
ELSEWHERE = ("observations", "statements", "cross_checks", "anomalies", "breaks")


def diff(old: DataPackage | str | PathLike[str], new: DataPackage | str | PathLike[str]) -> Difference:
    """Return what changed from one release to another, and the version step that the changes ask for.

    Rows are matched by their id, or through the newer package's `aliases` if the id changed. An observation whose bound
    changed is matched too. A figure that a further report prints anew is `restated` if it is another than in the report
    before, whose figure stays. The order of rows and columns beyond the contract are not compared.

    Args:
        old: the older package, or its path.
        new: the newer package, or its path.

    Raises:
        DataPackageError: there is no readable package at a path.

    >>> from beijing_public_services import bundled
    >>> diff(bundled(), bundled()).step
    'none'
    """
    before, after = (each if isinstance(each, DataPackage) else load(each) for each in (old, new))
    olds, news = _tables(before), _tables(after)
    successors = _renamed(after, olds)
    successors |= _match_by_bound(before, after, successors)
    changes = [change for resource in news for change in _changes(resource, olds[resource], news[resource], successors)]
    restated = _restated(after, {each.new_id for each in changes if each.kind == "added"})
    changes = [now for each in changes for now in restated.get(each.new_id, [each])]
    kept = {successors.get(*key, *key) for key in olds["observations"]} & {id_ for (id_,) in news["observations"]}
    unrecorded: dict[str, tuple[str, Change] | None] = {}
    for message, missing in _unrecorded(before, after, changes, kept):
        unrecorded.setdefault(message, missing)
    return Difference(
        old=before.version,
        new=after.version,
        changes=tuple(changes),
        unrecorded=tuple(unrecorded),
        _missing=tuple(filter(None, unrecorded.values())),
    )


def _tables(package: DataPackage) -> Tables:
    """Return each collection of a package as rows of text by their key, and the names of its unit registry."""
    fields = {"observations": package.observations, **package.as_dict()}
    tables = {
        name: {_key(name, cells): cells for cells in map(_cells, records)}
        for name, records in fields.items()
        if isinstance(records, tuple)
    }
    tables["unit_registry"] = {}
    for definition in package.unit_registry:  # name = expression = symbol = other names
        name, _, rest = definition.partition("=")
        expression, *others = map(str.strip, rest.split("="))
        names = (name.strip(), *others)
        tables["unit_registry"] |= {(each,): {"expression": expression} for each in names if each != "_"}
    tables["datapackage"] = {(): {"name": package.name, "headline_area": package.headline_area}}
    return tables


def _key(resource: str, cells: Cells) -> Key:
    """Return the cells by which a row is found again."""
    contract = CONTRACT[resource]
    return tuple(cells[column] for column in contract.compared_by or contract.key)


def _cells(record: Record) -> Cells:
    return {name: _text(value) for name, value in record.as_dict().items() if name not in ELSEWHERE}


def _text(value: Any) -> str:
    """A cell as text: the id of a source, the place of a mention, the plain decimal of a number."""
    if isinstance(value, tuple):
        return ";".join(map(_text, value))
    if isinstance(value, Record):
        fields = value.as_dict()
        return str(fields.get("id") or "#".join(str(fields[name]) for name in fields if name != "observation"))
    if isinstance(value, float):
        return f"{Decimal(repr(value)):f}"
    return "" if value is None else str(value)


def _renamed(new: DataPackage, olds: Tables) -> Successors:
    """Map each id that was in use to its current one, as the newer package's `aliases` say."""
    return {
        alias.id: alias.successor
        for alias in new.aliases
        if alias.fate == "renamed" and (alias.id,) in olds[f"{alias.kind}s"]
    }


def _match_by_bound(old: DataPackage, new: DataPackage, successors: Successors) -> Successors:
    """Map each removed observation to the added one whose id differs only in its bound."""
    ids = {each.id for each in new.observations}
    reached = {successors.get(each.id, each.id) for each in old.observations}
    gone = _group_by_id_without_bound(
        (each for each in old.observations if successors.get(each.id, each.id) not in ids), successors
    )
    come = _group_by_id_without_bound((each for each in new.observations if each.id not in reached), successors)
    return {gone[rest][0]: come[rest][0] for rest in gone if len(gone[rest]) == len(come[rest]) == 1}


def _group_by_id_without_bound(
    observations: Iterable[Observation], successors: Successors
) -> defaultdict[str, list[str]]:
    """Group observation ids by what they would be with an exact bound and the indicator's current id."""
    found = defaultdict(list)
    for each in observations:
        cells = _cells(each) | {"indicator": successors.get(each.indicator, each.indicator), "bound": "exact"}
        found[observation_id(cells, each.source.kind)].append(each.id)
    return found


def _changes(resource: str, old: dict[Key, Cells], new: dict[Key, Cells], successors: Successors) -> Iterator[Change]:
    reached = set()
    for key, cells in old.items():
        now = tuple(successors.get(part, part) for part in key)
        if now in new:
            reached.add(now)
            yield from _changes_of_row(resource, key, cells, now, new[now], successors)
        else:
            yield Change(kind="removed", resource=resource, id=_name(key), new_id="")
    for key in new:
        if key not in reached:
            yield Change(kind="added", resource=resource, id="", new_id=_name(key))


def _changes_of_row(
    resource: str, key: Key, cells: Cells, now: Key, new_cells: Cells, successors: Successors
) -> Iterator[Change]:
    place = {"resource": resource, "id": _name(key), "new_id": _name(now)}
    is_renamed = len(key) == 1 and key != now
    if is_renamed and cells.get("bound") == new_cells.get("bound"):
        yield Change(kind="renamed", column="id", before=key[0], after=now[0], **place)
    for column, after in new_cells.items():
        before = cells[column]
        if column != "id" and ";".join(successors.get(part, part) for part in before.split(";")) != after:
            kind = kind_of_change(resource, column, before, after)
            yield Change(kind=kind, column=column, before=before, after=after, **place)


def _name(key: Key) -> str:
    return " ".join(filter(None, key))


def _restated(new: DataPackage, added: set[str]) -> dict[str, list[Change]]:
    """Return the changes of added figures that a further report prints otherwise than the one before, by their id."""
    found: dict[str, list[Change]] = {}
    for indicator in new.indicators:
        if not are_of_several_reports(indicator.observations):
            continue
        for history in histories(indicator.observations):
            for earlier, later in pairwise(history):
                if later.observation.id not in added or later.revision == "unchanged":
                    continue
                cells, cells_now = _cells(earlier.observation), _cells(later.observation)
                found[later.observation.id] = [
                    Change(
                        kind="restated",
                        resource="observations",
                        id="",
                        new_id=later.observation.id,
                        column=column,
                        before=cells[column],
                        after=cells_now[column],
                    )
                    for column in ("value", "upper", "bound")
                    if cells[column] != cells_now[column]
                ]
    return found


def _unrecorded(
    old: DataPackage, new: DataPackage, changes: Iterable[Change], kept: set[str]
) -> Iterator[tuple[str, tuple[str, Change] | None]]:
    """Yield where the newer package's `aliases` and `errata` lack a change, or record one that did not happen.

    Each comes with the resource that lacks a row and the change that the row would record; None if it is one too many.
    """
    aliases = {(f"{each.kind}s", each.id) for each in new.aliases}
    corrections = _corrections(old, new)
    corrected = set()
    for each in changes:
        is_gone = each.resource in ("indicators", "observations") and each.id and each.id != each.new_id
        if is_gone and (each.resource, each.id) not in aliases:
            expected = "expected one for a published id that is no longer in use"
            yield f"aliases: found no row for {each.id!r}, {expected}", ("aliases", each)
        is_figure = each.resource == "observations" and each.column not in ("", "id", "mentions")
        if is_figure and each.kind not in ("wording", "restated"):
            corrected.add((each.new_id, each.column))
            before, after = corrections.get((each.new_id, each.column), (each.before, each.before))
            if (before, after) != (each.before, each.after):
                message = f"errata: found no correction, expected one in {new.version}, because {each.sentence}"
                yield message, ("errata", each.__replace__(before=after if before == each.before else each.before))
    for (observation, column), (before, after) in corrections.items():
        if before != after and observation in kept and (observation, column) not in corrected:
            found = f"errata: found {column} of {observation} from {before!r} to {after!r}"
            yield f"{found}, but that cell did not change", None


def _corrections(old: DataPackage, new: DataPackage) -> dict[tuple[str, str], tuple[str, str]]:
    """Return for each corrected cell the text before the first and after the last correction between two releases."""
    first, last = read_version(old.version), read_version(new.version)
    found: dict[tuple[str, str], tuple[str, str]] = {}
    for each in sorted(new.errata, key=lambda erratum: read_version(erratum.release)):
        if first < read_version(each.release) <= last:
            cell = each.observation, each.column
            found[cell] = found.get(cell, (each.before, ""))[0], each.after
    return found
