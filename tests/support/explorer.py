"""The scripts of the explorer run by node, and packages that try to break out of the page; no tests in here."""

from __future__ import annotations

import json
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
from tests.support.editing import edit_descriptor, edit_rows, without_hashes

from beijing_public_services.datapackage.loader import load
from beijing_public_services.views.explorer.assets import asset

if TYPE_CHECKING:
    from pathlib import Path

    from beijing_public_services.datapackage.package import DataPackage

ATTACKS = (
    "</script><script>document.title='pwned'</script>",
    "<!--<script>",
    "]]><svg onload=alert(1)>",
    "\"><img src=x onerror=document.title='pwned'>",
    "' onmouseover='alert(1)",
    "$program ${style} {result}",
    "\u2028\u2029\u0001",
)


def run_scripts(names: tuple[str, ...], body: str, value: Any) -> Any:
    """Return what node prints as JSON for scripts of the page and a body that reads `value`."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("needs node")
    program = "\n".join([*map(asset, names), 'const value = JSON.parse(require("fs").readFileSync(0, "utf8"));', body])
    done = subprocess.run(
        [node, "-e", program], input=json.dumps(value), capture_output=True, encoding="utf-8", check=True
    )
    return json.loads(done.stdout)


def hostile_package(folder: Path) -> DataPackage:
    """Return the package in a folder after every text that an author chooses has become an attack."""
    attack = "".join(ATTACKS)

    def change(descriptor: dict[str, Any]) -> None:
        descriptor |= dict.fromkeys(("title", "title_zh", "description", "homepage"), attack)
        descriptor["licenses"] = [{"name": "x", "title": attack, "path": "javascript:alert(1)"}]
        descriptor["not_covered"] = [{"names": [attack], "note": attack}]
        without_hashes(descriptor)

    edit_descriptor(folder, change)
    _spoil(folder / "data" / "indicators.csv", ("name_zh", "name_en", "keywords", "definition"), attack)
    _spoil(folder / "data" / "sources.csv", ("title", "publisher", "note"), attack)
    _spoil(folder / "data" / "sources.csv", ("url",), "javascript:alert(1)")
    _spoil(folder / "data" / "statements.csv", ("name_zh", "name_en", "issuer", "note"), attack)
    for name in ("areas", "domains", "topics", "categories", "units"):
        _spoil(folder / "data" / f"{name}.csv", ("name_zh", "name_en", "symbol"), attack)
    _spoil(folder / "data" / "observations.csv", ("note",), attack)
    return load(folder)


def _spoil(path: Path, columns: tuple[str, ...], attack: str) -> None:
    is_mixed_in = "script" in attack and ":" not in attack[:12]

    def change(rows: list[dict[str, str]]) -> None:
        for row in rows:
            row.update({name: f"{row[name]}{attack}" if is_mixed_in else attack for name in columns if name in row})

    edit_rows(path, change)
