"""Writing what was proposed from a report beside the tables of its package, without losing what was reviewed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services.authoring.drafting.rows import columns_of
from beijing_public_services.authoring.drafting.skeletons import SKELETONS
from beijing_public_services.datapackage.atomic_write import write_files
from beijing_public_services.datapackage.file_bytes import csv_file
from beijing_public_services.errors import OverwriteError, WriteError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from beijing_public_services.datapackage.tables import Row

FILE = "draft.csv"
FOLDER = "draft"


def write_draft(
    folder: Path, rows: Sequence[Row], skeletons: Mapping[str, Sequence[Row]], *, overwrite: bool = False
) -> None:
    """Write `draft.csv` and the files in `draft/` in the folder of a package.

    Raises:
        OverwriteError: other rows wait in `draft.csv`, and `overwrite` is false.
        WriteError: a file cannot be written.
    """
    contents = {folder / FILE: csv_file(rows, columns_of(rows))}
    for name, columns in SKELETONS.items():
        contents[folder / FOLDER / f"{name}.csv"] = csv_file(skeletons[name], columns)
    if (folder / FOLDER).is_symlink():
        raise WriteError(f"{folder / FOLDER}: found a link, expected a folder of the package")
    if not overwrite:
        _require_no_rows(folder / FILE, contents[folder / FILE])
    try:
        (folder / FOLDER).mkdir(exist_ok=True)
    except OSError as error:
        found = f"{error.strerror!r} on making the folder"
        raise WriteError(f"{folder / FOLDER}: found {found}, expected one that can be written to") from error
    write_files(contents, overwrite=True)


def _require_no_rows(path: Path, content: bytes) -> None:
    """Raise `OverwriteError` if a draft holds rows that a person may have reviewed."""
    if not path.is_file() or (there := path.read_bytes()) == content:
        return
    if waiting := len(there.splitlines()[1:]):
        found = f"{waiting} row{'s' * (waiting != 1)} of an earlier draft, which you may have reviewed"
        raise OverwriteError(
            f"{path}: found {found}, expected none; accept them first, or overwrite=True (--force) replaces them"
        )
