"""The journal of a refresh: with it the next one completes what was killed while files came into their places."""

from __future__ import annotations

import json
import os
import re
from typing import TYPE_CHECKING, Any

from beijing_public_services.errors import DataPackageError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from beijing_public_services.datapackage.files import PackageFiles

NAME = ".refresh-journal.json"
PART = re.compile(r"\.[0-9a-f]{16}\.part")
LARGEST = 1 << 20


def keep_journal(files: PackageFiles) -> Callable[[Mapping[Path, Path], bool], None]:
    """Return the function that notes which files are being written, and whether all are ready to take their places."""

    def note(places: Mapping[Path, Path], is_ready: bool) -> None:
        noted = {_within(files, part): _within(files, target) for part, target in places.items()}
        beside = files.root / f"{NAME}.part"
        beside.unlink(missing_ok=True)  # a link would be written through
        with beside.open("x", encoding="utf-8") as file:
            json.dump({"ready": is_ready, "files": noted}, file)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(files.root / NAME)

    return note


def remove_journal(files: PackageFiles) -> None:
    """Remove the journal of a refresh that has ended."""
    (files.root / NAME).unlink(missing_ok=True)


def mend(files: PackageFiles) -> list[str]:
    """Complete a refresh that was killed, or take back what it had only begun; return the files that it completes.

    Raises:
        DataPackageError: the journal is none, or names what is not a file of the package.
    """
    if not (files.root / NAME).exists():
        return []
    noted, is_ready = _read(files)
    completed = []
    for part, target in noted.items():
        place = files.resolve(part)
        if place.is_file() and is_ready:
            place.replace(files.resolve(target))
            completed.append(target)
        place.unlink(missing_ok=True)
        place.with_suffix(".old").unlink(missing_ok=True)
    remove_journal(files)
    return completed


def is_unfinished(files: PackageFiles) -> bool:
    """Return whether a refresh of the package was killed."""
    return (files.root / NAME).exists()


def _read(files: PackageFiles) -> tuple[dict[str, str], bool]:
    try:
        found: Any = json.loads(files.read(NAME, most=LARGEST))
        noted, is_ready = found["files"], found["ready"]
        if isinstance(noted, dict) and all(
            PART.fullmatch(part.rpartition("/")[2]) and isinstance(noted[part], str) for part in noted
        ):
            return noted, is_ready is True
    except (KeyError, RecursionError, TypeError, ValueError):
        pass
    raise DataPackageError(NAME, None, None, "no journal of a refresh", f"none, so that {NAME} can be deleted")


def _within(files: PackageFiles, path: Path) -> str:
    return path.relative_to(files.root).as_posix()
