"""Laws of reading any data package: the tables by place and name, and of the others why they were not read."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

import pytest

import beijing_public_services as bps
from beijing_public_services.datapackage import reader
from beijing_public_services.datapackage.files import package_files
from beijing_public_services.datapackage.reader import descriptor_of, read_tables, tables_of
from beijing_public_services.errors import UnsafeFileError

if TYPE_CHECKING:
    from pathlib import Path

    from beijing_public_services.datapackage.tables import Tables

SCHEMA = {"fields": [{"name": "id", "type": "string"}]}


def put(folder: Path, *resources: object, **properties: Any) -> Path:
    """Write a small package with these resources."""
    for name in ("a", "b"):
        (folder / f"{name}.csv").write_text(f"id\n{name}\n", encoding="utf-8")
    (folder / "a.txt").write_text("id\nt\n", encoding="utf-8")
    for name in ("schema", "other"):
        (folder / f"{name}.json").write_text(json.dumps(SCHEMA), encoding="utf-8")
    (folder / "datapackage.json").write_text(json.dumps({"resources": resources, **properties}), encoding="utf-8")
    return folder


def tables_in(folder: Path, *resources: object, **properties: Any) -> Tables:
    """Return the tables of a small package with these resources."""
    with package_files(put(folder, *resources, **properties)) as files:
        return tables_of(files)


def refused(folder: Path, *resources: object) -> bps.DataPackageError:
    """Return the error that a small package with these resources raises."""
    with pytest.raises(bps.DataPackageError) as caught:
        read_tables(put(folder, *resources))
    return caught.value


A, B = {"name": "a", "path": "a.csv"}, {"name": "b", "path": "b.csv"}


def test_tables_are_found_by_place_and_the_first_by_name(tmp_path: Path) -> None:
    """What is no object is passed over; tables without a name have a place; of two with a name the first has it."""
    tables = tables_in(tmp_path, 3, A, {"path": "b.csv"}, {"name": "a", "path": "b.csv"}, {"name": 3, "path": "a.csv"})
    assert {place: table.rows for place, table in tables.by_place.items()} == {
        1: [{"id": "a"}],
        2: [{"id": "b"}],
        3: [{"id": "b"}],
        4: [{"id": "a"}],
    }
    assert {name: table.file for name, table in tables.by_name.items()} == {"a": "a.csv"}
    assert (tables.faults, tables.unread, tables._further_faults, tables._inlined) == ({}, {}, (), ())
    assert tables.descriptor["resources"][0] == 3


def test_tables_tell_where_they_came_from(tmp_path: Path) -> None:
    """Tables have the name and hash of the descriptor's file, its other properties, their files, and the path."""
    tables = tables_in(tmp_path, A, title="Small")
    content = (tmp_path / "datapackage.json").read_bytes()
    assert (tables.name, tables.sha256) == ("datapackage.json", hashlib.sha256(content).hexdigest())
    assert tables.descriptor == {"resources": [A], "title": "Small"}
    assert tables._files is not None
    assert read_tables(tmp_path)._path == str(tmp_path.resolve())
    other = (tmp_path / "datapackage.json").rename(tmp_path / "figures.json")
    assert read_tables(other).name == "figures.json"


@pytest.mark.parametrize(("profile", "names"), [("tabular-data-package", {"t"}), ("data-package", set())])
def test_the_profile_of_a_package_may_make_its_resources_tables(tmp_path: Path, profile: str, names: set[str]) -> None:
    """A file of any text is a table if the profile of the package says that all are."""
    assert tables_in(tmp_path, {"name": "t", "path": "a.txt"}, profile=profile).by_name.keys() == names


def test_a_schema_in_a_file_is_put_in_its_place(tmp_path: Path) -> None:
    """A schema of its own file stands in the descriptor of the tables, and each path is told once."""
    paths = ("schema.json", "other.json", "schema.json")
    tables = tables_in(tmp_path, *(A | {"schema": path} for path in paths))
    assert [each["schema"] for each in tables.descriptor["resources"]] == [SCHEMA] * 3
    assert tables._inlined == ("schema.json", "other.json")


def test_a_descriptor_is_of_limited_size(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A descriptor that is larger than any is not read."""
    monkeypatch.setattr(reader, "LARGEST_DESCRIPTOR", 20)
    with package_files(put(tmp_path, A)) as files:
        for read in (tables_of, descriptor_of):
            with pytest.raises(UnsafeFileError):
                read(files)


def test_of_the_faults_of_a_resource_the_first_counts_and_one_of_another_kind(tmp_path: Path) -> None:
    """A resource has its first fault, and so that none is hidden, the first of another kind is told too."""
    paths = ["../a.csv", "../b.csv", "c.csv", "d.csv"]
    tables = tables_in(tmp_path, A, {"name": "c", "path": paths}, {"name": "d", "path": paths[::-1]})
    assert [(place, fault.column) for place, fault in tables.faults.items()] == [
        (1, "resources[1].path"),
        (2, tables.faults[2].column),
    ]
    assert [isinstance(each, UnsafeFileError) for each in tables.faults.values()] == [True, False]
    assert [isinstance(each, UnsafeFileError) for each in tables._further_faults] == [False, True]
    assert [*tables.unread] == [1, 2]
    assert tables.by_name.keys() == {"a"}


@pytest.mark.parametrize(
    ("resource", "column", "found", "expected"),
    [
        (3, "resources[1]", "3", "an object with a name and one path"),
        ({"path": "b.csv"}, "resources[1]", "{'path': 'b.csv'}", "an object with a name and one path"),
        (B | {"schema": 3}, "resources[1]", "a schema that cannot be used: 3", "a table that can be read"),
        (A | {"path": "b.csv"}, "resources[1]", "the name 'a' again", "each name once"),
        (B | {"path": "../b.csv"}, "resources[1].path", "'../b.csv'", None),
    ],
)
def test_the_first_fault_is_raised(
    tmp_path: Path, resource: object, column: str, found: str, expected: str | None
) -> None:
    """A package to be used is refused with the place of the fault, what was found there and what would be right."""
    error = refused(tmp_path, A, resource)
    assert (error.file, error.row, error.column, error.found) == ("datapackage.json", None, column, found)
    assert expected in (None, error.expected)
