"""Cut a release: write its version and date, bring what is derived up to date, and freeze its data.

Usage: python tools/cut_release.py VERSION [DATE]   DATE is today's, in UTC, unless given as YYYY-MM-DD. The changelog
must have a section `## Unreleased`, which becomes that of the version. Exit 1 says why nothing was cut, and every file
is as it was. What is left to do: commit, tag and push.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from tools.freeze import DESCRIPTOR, PACKAGE, RELEASES, freeze  # noqa: E402

from beijing_public_services.notation.versions import read_version  # noqa: E402

CHANGELOG = ROOT / "CHANGELOG.md"
UNRELEASED = re.compile(r"^## Unreleased$", re.MULTILINE)


def dated(descriptor: bytes, version: str, day: date) -> bytes:
    """Return a descriptor with a version, and the date on which it was created.

    >>> dated(b'{"version": "0.1.0", "created": "2024-01-01"}', "1.0.0", date(2026, 12, 1)).decode()
    '{\\n  "version": "1.0.0",\\n  "created": "2026-12-01T00:00:00Z"\\n}\\n'
    """
    content = json.loads(descriptor) | {"version": version, "created": f"{day.isoformat()}T00:00:00Z"}
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()


def titled(changelog: str, version: str, day: date) -> str:
    """Return a changelog whose unreleased changes are those of a version.

    >>> titled("# Changes\\n\\n## Unreleased\\n\\n- New.\\n", "1.0.0", date(2026, 12, 1))
    '# Changes\\n\\n## 1.0.0 (2026-12-01)\\n\\n- New.\\n'
    """
    return UNRELEASED.sub(f"## {version} ({day.isoformat()})", changelog, count=1)


def renew() -> list[str]:
    """Bring every derived file up to date, and return why that failed; this runs on the files as they are now."""
    done = subprocess.run(
        [sys.executable, "tools/refresh.py"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    return [f"tools/refresh.py: {(done.stdout + done.stderr).strip()}"] if done.returncode else []


def cut(version: str, day: date, package: Path = PACKAGE, releases: Path = RELEASES) -> list[str]:
    """Cut a release; return what speaks against it, in which case every file is as it was."""
    descriptor, changelog = package / DESCRIPTOR, CHANGELOG.read_text(encoding="utf-8")
    if not read_version(version):
        return [f"found the version {version!r}, expected three numbers such as 0.2.0"]
    if (releases / version).exists():
        return [f"{version}: found that it is frozen, expected a later version"]
    if not UNRELEASED.search(changelog):
        return [f"{CHANGELOG.name}: found no section '## Unreleased', expected the changes of {version} in it"]
    before = descriptor.read_bytes()
    descriptor.write_bytes(dated(before, version, day))
    CHANGELOG.write_text(titled(changelog, version, day), encoding="utf-8", newline="\n")
    if against := renew() or freeze(version, package, releases):
        descriptor.write_bytes(before)
        CHANGELOG.write_text(changelog, encoding="utf-8", newline="\n")
        return against + renew()
    return renew()  # the docs name the release that is frozen now


def main() -> int:
    """Cut the release of the version given, or print what speaks against it."""
    if len(sys.argv) not in (2, 3):
        print(__doc__)
        return 2
    try:
        day = date.fromisoformat(sys.argv[2]) if sys.argv[2:] else datetime.now(UTC).date()
    except ValueError:
        print(f"found the date {sys.argv[2]!r}, expected one such as 2026-12-01")
        return 2
    version = sys.argv[1]
    if against := cut(version, day):
        print("\n".join(against))
        return 1
    print(f"{version} is dated {day} and frozen in {(RELEASES / version).relative_to(ROOT)}. Now:")
    print(f"git add --all && git commit -m 'Release {version}' && git tag v{version}")
    print(".ci/run -s build release -- --final")
    return 0


if __name__ == "__main__":
    sys.exit(main())
