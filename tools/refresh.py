"""Refresh what is derived: ids, sizes and hashes in the package, the generated modules, pages and metadata.

Usage: python tools/refresh.py [--check]   With --check nothing is written; exit 1 names what is stale.
"""

from __future__ import annotations

import csv
import hashlib
import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from tools.figures_module import figures_module  # noqa: E402
from tools.generated_modules import definitions_module, ids_module, overloads_module, release_module  # noqa: E402
from tools.install_lines import pages as install_lines  # noqa: E402
from tools.metadata import metadata  # noqa: E402
from tools.notation_page import PAGE as NOTATION  # noqa: E402
from tools.notation_page import page as notation_page  # noqa: E402
from tools.reference_pages import checks_page, columns_page, coverage_page, identities_page  # noqa: E402
from tools.rule_pages import PAGES as RULES  # noqa: E402
from tools.rule_pages import pages as rule_pages  # noqa: E402
from tools.unit_facts import unit_facts  # noqa: E402

from beijing_public_services.authoring.refresh import refresh  # noqa: E402
from beijing_public_services.datapackage.loader import load  # noqa: E402

PACKAGE = ROOT / "datapackage"
LIBRARY = ROOT / "src" / "beijing_public_services"
GENERATED = LIBRARY / "_generated"
DOCS = ROOT / "docs"


def derived_files() -> dict[Path, bytes]:
    """Return the contents that each file outside the package should have, as the package now is."""
    descriptor = (PACKAGE / "datapackage.json").read_bytes()
    described = json.loads(descriptor)
    tables = {path.stem: rows(path) for path in sorted((PACKAGE / "data").glob("*.csv"))}
    package = load(PACKAGE)
    return {
        GENERATED / "ids.py": ids_module(tables),
        LIBRARY / "_overloads.py": overloads_module(tables),
        LIBRARY / "_figures.py": figures_module(tables),
        GENERATED / "unit_definitions.py": definitions_module(descriptor),
        GENERATED / "unit_facts.py": unit_facts(tuple(described["unit_registry"]), tables),
        GENERATED / "release.py": release_module(descriptor),
        **metadata(described, hashlib.sha256(descriptor).hexdigest()),
        DOCS / "checks.md": checks_page(),
        NOTATION: notation_page(),
        **rule_pages(),
        **install_lines(),
        DOCS / "identities.md": identities_page(package),
        DOCS / "coverage.md": coverage_page(package),
        DOCS / "columns.md": columns_page(descriptor),
    }


def rows(path: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV file."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def main() -> int:
    """Write, or with --check only name, each derived file that is not as it should be."""
    check = "--check" in sys.argv[1:]
    names = refresh(PACKAGE, write=not check)
    for name in names:
        print(f"stale: {(PACKAGE / name).relative_to(ROOT)}")
    fresh = derived_files()
    gone = sorted(set(RULES.glob("*.md")) - fresh.keys())
    for path in gone:
        print(f"stale: {path.relative_to(ROOT)}, the page of a rule that there is not")
        if not check:
            path.unlink()
    stale = [path for path, content in fresh.items() if not path.exists() or path.read_bytes() != content]
    for path in stale:
        print(f"stale: {path.relative_to(ROOT)}")
        if not check:
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(fresh[path])
    # in a process of its own, which reads what was written
    written = subprocess.run([sys.executable, "tools/cli_page.py", *sys.argv[1:]], cwd=ROOT, check=False)
    return 1 if check and (names or gone or stale or written.returncode) else written.returncode


if __name__ == "__main__":
    sys.exit(main())
