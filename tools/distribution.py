"""What a wheel and a source distribution must hold: the files under version control, and no others."""

from __future__ import annotations

import base64
import csv
import hashlib
import json
import subprocess
import tarfile
import tomllib
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT = Path(__file__).resolve().parents[1]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
HATCH = PYPROJECT["tool"]["hatch"]["build"]["targets"]
DATA = "datapackage"
ADDED_TO_SDIST = {"PKG-INFO"}
ADDED_TO_WHEEL = {"METADATA", "WHEEL", "RECORD", "entry_points.txt"}


def tracked(root: Path = ROOT) -> set[str]:
    """Return the paths of the files under version control."""
    command = ["git", "-C", str(root), "ls-files", "-z"]
    listed = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    return {each for each in listed.split("\0") if each}


def packaged(root: Path = ROOT) -> set[str]:
    """Return the paths of a data package: its descriptor and the files that the descriptor names."""
    descriptor = json.loads((root / DATA / "datapackage.json").read_bytes())
    paths = [path for each in descriptor["resources"] for path in _listed(each["path"])]
    return {f"{DATA}/{path}" for path in ("datapackage.json", *paths)}


def expected_in_wheel(files: Iterable[str], licences: Iterable[str]) -> set[str]:
    """Return the paths that a wheel has, without those of its metadata but for the licences."""
    sources: dict[str, str] = HATCH["wheel"]["sources"]
    placed = {
        f"{target}{file.removeprefix(source)}"
        for source, target in sources.items()
        for file in files
        if file.startswith(f"{source}/")
    }
    return placed | {f"licenses/{each}" for each in licences}


def faults(wheel: Path, sdist: Path, root: Path = ROOT) -> Iterator[str]:
    """Yield what is wrong with the files of a wheel and a source distribution."""
    files = tracked(root)
    data = {each for each in files if each.startswith(f"{DATA}/")}
    yield from _differences(f"{DATA}/ under version control", data, packaged(root))
    excluded = tuple(f"{each}/" for each in HATCH["sdist"]["exclude"])
    in_sdist = {each for each in files if not each.startswith(excluded)} | ADDED_TO_SDIST
    yield from _differences(sdist.name, _in_sdist(sdist), in_sdist)
    patterns = PYPROJECT["project"]["license-files"]
    licences = {each.relative_to(root).as_posix() for pattern in patterns for each in root.glob(pattern)}
    in_wheel = expected_in_wheel(files, licences) | ADDED_TO_WHEEL
    yield from _differences(wheel.name, _in_wheel(wheel), in_wheel)
    yield from _broken_records(wheel)


def _listed(path: str | list[str]) -> list[str]:
    return [path] if isinstance(path, str) else path


def _differences(name: str, found: set[str], expected: set[str]) -> Iterator[str]:
    for each in sorted(found - expected):
        yield f"{name}: found {each}, expected no such file"
    for each in sorted(expected - found):
        yield f"{name}: found no {each}, expected the file"


def _in_sdist(sdist: Path) -> set[str]:
    """Return the paths of a source distribution below its one folder."""
    with tarfile.open(sdist) as archive:
        names = [member.name for member in archive if not member.isdir()]
    return {name.partition("/")[2] for name in names}


def _in_wheel(wheel: Path) -> set[str]:
    """Return the paths of a wheel; those of its metadata below their folder."""
    with zipfile.ZipFile(wheel) as archive:
        names = [each for each in archive.namelist() if not each.endswith("/")]
    return {name.partition("/")[2] if ".dist-info/" in name else name for name in names}


def _broken_records(wheel: Path) -> Iterator[str]:
    """Yield the files of a wheel whose bytes are not those that its RECORD names."""
    with zipfile.ZipFile(wheel) as archive:
        (record,) = (each for each in archive.namelist() if each.endswith(".dist-info/RECORD"))
        rows = csv.reader(archive.read(record).decode().splitlines())
        for name, digest, _ in rows:
            found = base64.urlsafe_b64encode(hashlib.sha256(archive.read(name)).digest()).rstrip(b"=").decode()
            if name != record and digest != f"sha256={found}":
                yield f"{wheel.name}: found other bytes in {name}, expected those of its RECORD"
