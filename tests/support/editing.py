"""Editing the files of a package, or its tables after they were read; no tests in here."""

from __future__ import annotations

import csv
import json
from contextlib import contextmanager
from functools import cache, wraps
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from beijing_public_services.datapackage.bundled_files import bundled_descriptor
from beijing_public_services.datapackage.file_bytes import csv_file
from beijing_public_services.datapackage.tables import Tables, bundled_tables, read_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Rows = list[dict[str, str]]


def contents(folder: Path) -> dict[str, bytes]:
    """Return the bytes of each file of a folder by its path within."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def made_once(name: str) -> Callable[[Callable[[Path], Path]], Callable[[Path], Path]]:
    """Let a function that writes a package into a folder write it once, in a folder of this name.

    Each call writes the same files into the folder that it is given.
    """

    def decorate(make: Callable[[Path], Path]) -> Callable[[Path], Path]:
        @cache
        def files() -> dict[str, bytes]:
            with TemporaryDirectory() as folder:
                return contents(make(Path(folder) / name))

        @wraps(make)
        def write(folder: Path) -> Path:
            for path, content in files().items():
                (folder / path).parent.mkdir(parents=True, exist_ok=True)
                (folder / path).write_bytes(content)
            return folder

        return write

    return decorate


def read_rows(path: Path) -> Rows:
    """Return the rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def edit_rows(path: Path, change: Callable[[Rows], object]) -> None:
    """Change the rows of a CSV file; the change is made to the list that it is called with."""
    table = read_table(path.name, StringIO(path.read_bytes().decode(), newline=""))
    rows = table.rows
    change(rows)
    path.write_bytes(csv_file(rows, table.columns))


def edit_descriptor(folder: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change the descriptor in a folder; the change is made to the object that it is called with."""
    path = folder / "datapackage.json"
    descriptor = json.loads(path.read_bytes())
    change(descriptor)
    path.write_text(json.dumps(descriptor), encoding="utf-8")


def without_hashes(descriptor: dict[str, Any]) -> None:
    """Take the sizes and hashes out of a descriptor, so that its files may be changed."""
    for resource in descriptor["resources"]:
        resource.pop("hash", None)
        resource.pop("bytes", None)


@contextmanager
def rows_of(tables: Tables, name: str) -> Iterator[Rows]:
    """The rows of a table, to be changed; at the end they are those of the table."""
    rows = tables[name].rows
    yield rows
    tables.by_name[name] = tables[name].with_rows(rows)


@cache
def _bundled() -> Tables:
    return bundled_tables()


def tables_copy() -> Tables:
    """The tables of the bundled package, which is read once; the descriptor and `by_name` are the caller's own."""
    return _bundled().replace(descriptor=bundled_descriptor(), by_name={**_bundled().by_name})
