"""Reading the tables of a data package from its folder or archive; nothing else in the library opens them."""

from __future__ import annotations

import io
from hashlib import sha256
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from beijing_public_services.datapackage.archives import PACKED
from beijing_public_services.datapackage.files import LARGEST_DESCRIPTOR, package_files
from beijing_public_services.datapackage.tables import (
    LARGEST_CELL,
    Table,
    Tables,
    read_descriptor,
    read_object,
    read_table,
)
from beijing_public_services.errors import DataPackageError, UnsafeFileError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from os import PathLike

    from beijing_public_services.datapackage.files import PackageFiles

LONGEST_LINE = 8 * LARGEST_CELL  # characters: 1 MiB
DELIMITERS = {"csv": ",", "tsv": "\t"}


def read_tables(path: str | PathLike[str]) -> Tables:
    """The tables of the package at this path, as `tables_of`. Raises `DataPackageError` for the first fault."""
    with package_files(path) as files:
        tables = tables_of(files)
    names = set()
    for number, resource in enumerate(tables.descriptor["resources"]):
        if number in tables.faults:
            raise tables.faults[number]
        place = tables.name, None, f"resources[{number}]"
        if not isinstance(resource, dict) or not isinstance(resource.get("name"), str) or not paths_of(resource):
            raise DataPackageError(*place, f"{resource!r:.80}", "an object with a name and one path")
        if resource["name"] in names:
            raise DataPackageError(*place, f"the name {resource['name']!r} again", "each name once")
        names.add(resource["name"])
    return tables


def tables_of(files: PackageFiles) -> Tables:
    """The tables of a package that are plain: one file of comma- or tab-separated text in UTF-8 with a header.

    Other resources are left out, and those that cannot be read are among the faults. Raises `DataPackageError` for a
    missing or malformed descriptor.
    """
    descriptor = descriptor_of(files)
    resources: list[Any] = []
    by_name: dict[str, Table] = {}
    faults: dict[int, DataPackageError] = {}
    for number, resource in enumerate(descriptor["resources"]):
        resources.append(resource)
        try:
            if isinstance(resource, dict):
                resource = resources[-1] = _whole(files, resource, f"resources[{number}]")
                for path in paths_of(resource):
                    with files.opened(path, f"resources[{number}].path"):
                        pass
                if isinstance(name := resource.get("name"), str) and is_plain(resource):
                    by_name.setdefault(name, _plain(files, paths_of(resource)[0], DELIMITERS[format_of(resource)]))
        except DataPackageError as error:
            faults[number] = error
    whole = {**descriptor, "resources": resources}
    digest = sha256(files.read(files.descriptor, most=LARGEST_DESCRIPTOR)).hexdigest()
    return Tables(descriptor=whole, by_name=by_name, name=files.descriptor, faults=faults, sha256=digest, _files=files)


def descriptor_of(files: PackageFiles) -> dict[str, Any]:
    """The descriptor of a package. Raises `DataPackageError` where it is missing or malformed."""
    return read_descriptor(files.descriptor, files.read(files.descriptor, most=LARGEST_DESCRIPTOR))


def paths_of(resource: dict[str, Any]) -> list[str]:
    """The paths that a resource names; none for inline data."""
    named = [resource.get("path"), resource.get("extrapaths")]
    flat = [each for some in named for each in (some if isinstance(some, list) else [some])]
    return [each for each in flat if isinstance(each, str)]


def format_of(resource: dict[str, Any]) -> str:
    """The format of a resource's data: what it says, else the ending of its first file's name; `""` where none."""
    said, paths = resource.get("format"), paths_of(resource)
    if not isinstance(said, str):
        endings = PurePosixPath(paths[0]).suffixes if paths else []
        said = next((each for each in reversed(endings) if each not in PACKED), "")
    return said.removeprefix(".").lower()


def is_plain(resource: dict[str, Any]) -> bool:
    """Whether a resource is one file of comma- or tab-separated text in UTF-8 with a header of one row."""
    encoding = resource.get("encoding", "utf-8")
    is_table = resource.get("type", "table") == "table" and format_of(resource) in DELIMITERS
    return (
        is_table
        and len(paths_of(resource)) == 1
        and "data" not in resource
        and isinstance(encoding, str)
        and encoding.lower() in ("utf-8", "utf8", "ascii", "us-ascii")
        and not resource.get("dialect")
    )


def _whole(files: PackageFiles, resource: dict[str, Any], place: str) -> dict[str, Any]:
    """The resource with the schema and the dialect that stand in files of their own."""
    parts = {}
    for part in ("schema", "dialect"):
        if isinstance(file := resource.get(part), str):
            parts[part] = read_object(file, files.read(file, f"{place}.{part}", LARGEST_DESCRIPTOR))
    return {**resource, **parts}


def _plain(files: PackageFiles, path: str, delimiter: str) -> Table:
    with files.opened(path) as stream, io.TextIOWrapper(stream, encoding="utf-8-sig", newline="") as text:
        return read_table(path, _lines(text, path), delimiter)


def _lines(text: io.TextIOWrapper, path: str) -> Iterator[str]:
    """The lines of a text, none longer than is sound. Raises `DataPackageError` for bytes that are no UTF-8."""
    number = 0
    try:
        while line := text.readline(LONGEST_LINE):
            number += 1
            if len(line) == LONGEST_LINE and line[-1] not in "\r\n":
                raise UnsafeFileError(path, number, None, f"a line of {LONGEST_LINE:,} characters or more", "a table")
            yield line
    except UnicodeDecodeError as error:
        number += error.object.count(b"\n", 0, error.start)
        found = f"the byte {error.object[error.start]:#04x}"
        raise DataPackageError(path, number + 1, None, found, "text in UTF-8") from None
