"""Reading the tables of a data package from its folder or archive; nothing else in the library opens them."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from beijing_public_services.datapackage.descriptor import read_descriptor
from beijing_public_services.datapackage.files import LARGEST_DESCRIPTOR, package_files
from beijing_public_services.datapackage.garbage import collection_paused
from beijing_public_services.datapackage.layout import is_tabular, paths_of
from beijing_public_services.datapackage.resource import ResourceReading
from beijing_public_services.datapackage.tables import Table, Tables
from beijing_public_services.errors import DataPackageError

if TYPE_CHECKING:
    from os import PathLike

    from beijing_public_services.datapackage.files import PackageFiles


def read_tables(path: str | PathLike[str]) -> Tables:
    """Return the tables of the package at this path, as `tables_of`. Raises `DataPackageError` for the first fault."""
    with package_files(path) as files:
        tables = tables_of(files)
    names = set()
    for number, resource in enumerate(tables.descriptor["resources"]):
        if number in tables.faults:
            raise tables.faults[number]
        place = tables.name, None, f"resources[{number}]"
        is_located = isinstance(resource, dict) and (paths_of(resource) or "data" in resource)
        if not is_located or not isinstance(resource.get("name"), str):
            raise DataPackageError(*place, f"{resource!r:.80}", "an object with a name and one path")
        if number in tables.unread:
            raise DataPackageError(*place, tables.unread[number], "a table that can be read")
        if resource["name"] in names:
            raise DataPackageError(*place, f"the name {resource['name']!r} again", "each name once")
        names.add(resource["name"])
    return tables.replace(_path=str(Path(path).resolve()))


def tables_of(files: PackageFiles) -> Tables:
    """Return the tables of a package, and why others could not be read.

    Raises:
        DataPackageError: the descriptor is missing or malformed.
    """
    with collection_paused():
        return _tables_of(files)


def _tables_of(files: PackageFiles) -> Tables:
    content = files.read(files.descriptor, most=LARGEST_DESCRIPTOR)
    descriptor = read_descriptor(files.descriptor, content)
    resources: list[Any] = []
    by_place: dict[int, Table] = {}
    by_name: dict[str, Table] = {}
    faults: dict[int, DataPackageError] = {}
    unread: dict[int, str] = {}
    inlined: list[str] = []
    further: list[DataPackageError] = []
    for number, resource in enumerate(descriptor["resources"]):
        if not isinstance(resource, dict):
            resources.append(resource)
            continue
        reading = ResourceReading(files, resource, number, by_name)
        resources.append(reading.resource)
        inlined += reading.inlined
        if is_tabular(reading.resource, descriptor.get("profile")):
            if (table := reading.table()) is not None:
                by_place[number] = table
                if isinstance(name := resource.get("name"), str):
                    by_name.setdefault(name, table)
            if reason := reading.reason(table):
                unread[number] = reason
        if reading.faults:
            faults[number] = reading.faults[0]
            further += [fault for fault in reading.faults if type(fault) is not type(reading.faults[0])][:1]
    return Tables(
        descriptor={**descriptor, "resources": resources},
        by_name=by_name,
        name=files.descriptor,
        faults=faults,
        sha256=sha256(content).hexdigest(),
        _unread=unread,
        _by_place=by_place,
        _further_faults=tuple(further),
        _inlined=tuple(dict.fromkeys(inlined)),
        _files=files,
    )


def descriptor_of(files: PackageFiles) -> dict[str, Any]:
    """Return the descriptor of a package. Raises `DataPackageError` if it is missing or malformed."""
    return read_descriptor(files.descriptor, files.read(files.descriptor, most=LARGEST_DESCRIPTOR))
