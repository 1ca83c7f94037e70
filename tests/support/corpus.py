"""Building the packages of tests/fixtures/corpus.toml; no tests in here."""

from __future__ import annotations

import hashlib
import json
import shutil
import tomllib
from pathlib import Path
from typing import Any, NamedTuple

from tests.support.checkout import FIXTURES, PACKAGE

CORPUS: dict[str, Any] = tomllib.loads((FIXTURES / "corpus.toml").read_text(encoding="utf-8"))
HASHES = {"sha1": hashlib.sha1, "sha256": hashlib.sha256}


class Broken(NamedTuple):
    """A package that is broken by one cause, and the rule that finds it."""

    cause: str
    rule: str
    of: str
    replace: tuple[tuple[str, str, str], ...]
    files: dict[str, str]
    rehash: bool


BROKEN = [
    Broken(
        cause=each["cause"],
        rule=each["rule"],
        of=each.get("of", "libraries"),
        replace=tuple(map(tuple, each.get("replace", ()))),
        files=each.get("files", {}),
        rehash=each.get("rehash", False),
    )
    for each in CORPUS["broken"]
]


def whole(folder: Path, name: str = "libraries") -> Path:
    """Write a whole package into a folder, which is given back."""
    if name == "bundled":
        return Path(shutil.copytree(PACKAGE, folder, copy_function=shutil.copyfile))
    for file, text in CORPUS["whole"][name]["files"].items():
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.lstrip("\n"), encoding="utf-8", newline="")
    return folder


def broken(folder: Path, package: Broken) -> Path:
    """Write a broken package into a folder, which is given back."""
    whole(folder, package.of)
    for file, text, new in package.replace:
        content = (folder / file).read_text(encoding="utf-8")
        assert content.count(text) == 1, f"{package.cause}: {text!r} stands {content.count(text)} times in {file}"
        (folder / file).write_text(content.replace(text, new), encoding="utf-8", newline="")
    for file, text in package.files.items():
        (folder / file).write_text(text, encoding="utf-8", newline="")
    if package.rehash:
        rehash(folder)
    return folder


def rehash(folder: Path) -> None:
    """Bring the sizes and hashes of a descriptor up to date."""
    descriptor = json.loads((folder / "datapackage.json").read_bytes())
    for resource in descriptor["resources"]:
        content = (folder / resource["path"]).read_bytes()
        if "hash" in resource:
            algorithm = resource["hash"].partition(":")[0]
            resource["hash"] = f"{algorithm}:{HASHES[algorithm](content).hexdigest()}"
        if "bytes" in resource:
            resource["bytes"] = len(content)
    (folder / "datapackage.json").write_text(json.dumps(descriptor, ensure_ascii=False, indent=2), encoding="utf-8")
