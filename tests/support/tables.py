"""Small packages of one table or of a few, for tests of what `check` says of them; no tests in here."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"


def package(folder: Path, resources: list[dict[str, Any]], files: dict[str, str | bytes], **properties: Any) -> Path:
    """Write a package of these resources and files into a folder, which is given back."""
    described = {
        "$schema": PROFILE,
        "name": "package",
        "id": "https://example.org/package",
        "licenses": [{"name": "CC0-1.0"}],
        "resources": resources,
    } | properties
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps({key: value for key, value in described.items() if value is not None}, ensure_ascii=False)
    (folder / "datapackage.json").write_text(text, encoding="utf-8")
    return folder


def fields(*described: Any) -> list[dict[str, Any]]:
    """Fields from names (`"id"`), from names with types (`"id:integer"`) or as they are."""
    made = []
    for each in described:
        if isinstance(each, dict):
            made.append(each)
        else:
            name, _, kind = each.partition(":")
            made.append({"name": name, "type": kind or "string"})
    return made


def table(folder: Path, content: str | bytes, *described: Any, file: str = "t.csv", **more: Any) -> Path:
    """Write a package of one table with these fields; `more` are properties of its schema, `of_resource` of itself."""
    resource = {"name": "t", "type": "table", "path": file, **more.pop("of_resource", {})}
    properties = more.pop("of_package", {})
    if described:
        resource["schema"] = {"fields": fields(*described), **more}
    return package(folder, [resource], {file: content}, **properties)
