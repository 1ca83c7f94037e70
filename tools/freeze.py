"""Freeze a release: keep the data package, to the byte, in tests/releases/VERSION, and its SHA-256 in SHA256SUMS there.

Usage: python tools/freeze.py VERSION   Exit 1 says why it cannot be frozen. What is frozen is never written again.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import sys
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from beijing_public_services.authoring.diff import diff  # noqa: E402
from beijing_public_services.checks.runner import check  # noqa: E402
from beijing_public_services.notation.versions import read_version  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = ROOT / "datapackage"
RELEASES = ROOT / "tests" / "releases"
DESCRIPTOR = "datapackage.json"
SUMS = "SHA256SUMS"


def frozen(releases: Path) -> list[Path]:
    """The folders of the frozen releases, by their version."""
    return sorted((each for each in releases.glob("*") if each.is_dir()), key=lambda each: read_version(each.name))


def faults(package: Path = PACKAGE, releases: Path = RELEASES) -> list[str]:
    """What is wrong with the history that the frozen releases and this package, the next, make; empty where nothing is.

    Each frozen release is as it was frozen, to the byte. Each release, and the package, keeps the rule of versions
    after the one before, and has a version of its own unless it is that very one.
    """
    if found := list(_broken_seals(releases)):
        return found
    for old, new in pairwise([*frozen(releases), package]):
        difference = diff(old, new)
        found += [f"{difference.new}, {objection}" for objection in difference.objections]
        if not difference.changes and difference.declared == "none" and _sha256(old) != _sha256(new):
            found.append(f"{difference.new}, version: found another descriptor, expected one after {difference.old}")
    return found


def freeze(version: str, package: Path = PACKAGE, releases: Path = RELEASES) -> list[str]:
    """Freeze the package as this version; what speaks against it, with nothing written, where something does."""
    descriptor = json.loads((package / DESCRIPTOR).read_bytes())
    folder = releases / version
    if not read_version(version):
        return [f"found the version {version!r}, expected three numbers such as 0.2.0"]
    if folder.exists():
        return [f"{version}: found that it is frozen, expected a later version"]
    if descriptor["version"] != version:
        return [f"{package / DESCRIPTOR}: found version {descriptor['version']!r}, expected {version!r}"]
    if against := [*map(str, check(package)), *faults(package, releases)]:
        return against
    for name in (DESCRIPTOR, *(resource["path"] for resource in descriptor["resources"])):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(package / name, folder / name)
    with (releases / SUMS).open("a", encoding="utf-8", newline="\n") as sums:
        sums.write(f"{_sha256(folder)}  {version}/{DESCRIPTOR}\n")
    return []


def _broken_seals(releases: Path) -> Iterator[str]:
    """Where a frozen release is not what was frozen: its descriptor by SHA256SUMS, its files by the descriptor."""
    sums = releases / SUMS
    recorded = (
        dict(line.split()[::-1] for line in sums.read_text(encoding="utf-8").splitlines()) if sums.exists() else {}
    )
    folders = frozen(releases)
    for name in sorted(recorded.keys() - {f"{each.name}/{DESCRIPTOR}" for each in folders}):
        yield f"{releases / name}: found no file, expected the frozen one"
    for folder in folders:
        if recorded.get(f"{folder.name}/{DESCRIPTOR}") != _sha256(folder):
            yield f"{folder / DESCRIPTOR}: found another SHA-256, expected that of {SUMS}"
        for resource in json.loads((folder / DESCRIPTOR).read_bytes())["resources"]:
            file = folder / resource["path"]
            content = file.read_bytes() if file.is_file() else b""
            if resource["hash"] != f"sha256:{hashlib.sha256(content).hexdigest()}":
                yield f"{file}: found another SHA-256, expected that of its descriptor"


def _sha256(package: Path) -> str:
    return hashlib.sha256((package / DESCRIPTOR).read_bytes()).hexdigest()


def main() -> int:
    """Freeze the version given, or print what speaks against it."""
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    against = freeze(sys.argv[1])
    print("\n".join(against) or f"{sys.argv[1]} is frozen in {(RELEASES / sys.argv[1]).relative_to(ROOT)}")
    return 1 if against else 0


if __name__ == "__main__":
    sys.exit(main())
