"""Complete a release: test what the build made, and write the data's zip, the notes and the checksums beside it.

Usage: python tools/release.py FOLDER [--final]   FOLDER has the wheel and the source distribution. With --final the
version must be frozen, dated in the changelog, and tagged at this commit. Exit 1 says what is wrong.
"""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from tools.distribution import DATA, packaged  # noqa: E402
from tools.distribution import faults as faults_of_files  # noqa: E402
from tools.freeze import RELEASES  # noqa: E402

from beijing_public_services.datapackage.loader import load  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Iterator

DESCRIPTOR = json.loads((ROOT / DATA / "datapackage.json").read_bytes())
VERSION = DESCRIPTOR["version"]
SUMS = "SHA256SUMS"
NOTES = "RELEASE_NOTES.md"
BILL = "sbom.cdx.json"
LICENCES = ("LICENSE-DATA", "LICENSES/CC-BY-4.0.txt")
MODE = 0o100644 << 16  # of a file that anyone may read


def write_data(folder: Path, root: Path = ROOT) -> Path:
    """Write the data package as a zip of its own: the same bytes for the same data, on every machine."""
    descriptor = json.loads((root / DATA / "datapackage.json").read_bytes())
    year, month, day = map(int, descriptor["created"][:10].split("-"))
    zipped = folder / f"{descriptor['name']}-data-{descriptor['version']}.zip"
    members = {each.removeprefix(f"{DATA}/"): root / each for each in packaged(root)}
    members |= {each: root / each for each in LICENCES}
    with zipfile.ZipFile(zipped, "w") as archive:
        for name in sorted(members, key=lambda each: (each != "datapackage.json", each)):
            entry = zipfile.ZipInfo(name, (year, month, day, 0, 0, 0))
            entry.external_attr, entry.create_system = MODE, 3
            archive.writestr(entry, members[name].read_bytes())  # stored: what compression gives depends on the machine
    return zipped


def notes(changelog: str, version: str) -> str:
    """Return the section of a version, without its heading; that of the unreleased changes if it has none yet.

    >>> notes("# Changes\\n\\n## Unreleased\\n\\n- New.\\n\\n## 0.1.0 (2026-11-24)\\n\\n- First.\\n", "0.1.0")
    '- First.\\n'
    """
    sections = re.split(r"^## ", changelog, flags=re.MULTILINE)[1:]
    by_version = {each.partition("\n")[0].split()[0]: each.partition("\n")[2].strip() + "\n" for each in sections}
    return by_version.get(version) or by_version.get("Unreleased", "")


def name_component(bill: Path) -> None:
    """Give the library its version and its address in a bill of materials, which the build's metadata leave open."""
    content = json.loads(bill.read_bytes())
    content["metadata"]["component"] |= {"version": VERSION, "purl": f"pkg:pypi/{DESCRIPTOR['name']}@{VERSION}"}
    bill.write_text(
        json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True) + "\n", encoding="utf-8", newline="\n"
    )


def sums(folder: Path) -> str:
    """Return the SHA-256 of each file that a release offers, in the form that `sha256sum --check` reads."""
    files = sorted(each for each in folder.iterdir() if each.is_file() and each.name not in (SUMS, NOTES))
    return "".join(f"{hashlib.sha256(each.read_bytes()).hexdigest()}  {each.name}\n" for each in files)


def unfinished(changelog: str, releases: Path = RELEASES, root: Path = ROOT) -> Iterator[str]:
    """Yield what a release still lacks: a date, all changes under its version, its frozen data, a tag."""
    heading = f"## {VERSION} ({DESCRIPTOR['created'][:10]})"
    if heading not in changelog.splitlines():
        yield f"CHANGELOG.md: found no heading {heading!r}, expected it with the date of the release"
    if "## Unreleased" in changelog.splitlines():
        yield f"CHANGELOG.md: found changes that are unreleased, expected a version after {VERSION}, or none"
    for each in sorted(packaged(root)):
        frozen = releases / VERSION / each.removeprefix(f"{DATA}/")
        if not frozen.is_file() or frozen.read_bytes() != (root / each).read_bytes():
            yield f"{frozen.relative_to(releases.parent)}: found other bytes or none, expected those of {each}"
    command = ["git", "-C", str(root), "tag", "--points-at", "HEAD"]
    tags = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    if f"v{VERSION}" not in tags:
        yield f"found the tags {tags}, expected v{VERSION} at this commit"


def main() -> int:
    """Complete the release in a folder, or print what speaks against it."""
    if not sys.argv[1:]:
        print(__doc__)
        return 2
    folder = Path(sys.argv[1])
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    (wheel,), (sdist,) = folder.glob("*.whl"), folder.glob("*.tar.gz")
    found = list(faults_of_files(wheel, sdist))
    found += unfinished(changelog) if "--final" in sys.argv else ()
    data = write_data(folder)
    if load(data) != load(ROOT / DATA):
        found.append(f"{data.name}: found another package, expected that of {DATA}/")
    if (folder / BILL).exists():
        name_component(folder / BILL)
    (folder / NOTES).write_text(notes(changelog, VERSION), encoding="utf-8", newline="\n")
    (folder / SUMS).write_text(sums(folder), encoding="utf-8", newline="\n")
    print("\n".join(found) or (folder / SUMS).read_text(encoding="utf-8"), end="" if not found else "\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
