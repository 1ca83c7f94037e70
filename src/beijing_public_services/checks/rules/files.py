"""Rules on files: paths lead to files of the package that can be read, and JSON says each thing once."""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from beijing_public_services.checks.issue import Issue
from beijing_public_services.checks.rule import Finding, rule
from beijing_public_services.checks.rules.descriptor import credits_of, resources
from beijing_public_services.datapackage.layout import paths_of
from beijing_public_services.errors import UnsafeFileError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beijing_public_services.checks.rule import Found
    from beijing_public_services.datapackage.tables import Tables

URL = re.compile(r"(https?|ftps?)://[^\s/]+\S*", re.IGNORECASE)


@rule(layer="descriptor")
def files_are_safe(tables: Tables) -> Iterator[Issue]:
    """Every path leads to a file of limited size inside the package; none is remote, absolute or a link out of it."""
    yield from _faults(tables, unsafe=True)


@rule(layer="descriptor")
def files_are_readable(tables: Tables) -> Iterator[Issue]:
    """Every file is there and can be read: a table is text in its encoding, with a header and even rows."""
    yield from _faults(tables, unsafe=False)


def _faults(tables: Tables, unsafe: bool) -> Iterator[Issue]:
    for error in (*tables.faults.values(), *tables._further_faults):
        if isinstance(error, UnsafeFileError) == unsafe:
            found, expected = error.found, error.expected
            yield Issue(file=error.file, row=error.row, column=error.column, found=found, expected=expected)


@rule(layer="descriptor")
def paths_stay_below_the_descriptor(tables: Tables) -> Found:
    """A path is a URL or leads to a file beside or below the descriptor, without `..`, `/` first or a hidden folder.

    So do the paths of licences, of sources and of an image. What a resource must not lead to is found by
    `files_are_safe`.
    """
    places = [("image", tables.descriptor["image"])] if "image" in tables.descriptor else []
    for key in ("licenses", "sources"):
        places += [(f"{place}.path", each["path"]) for place, each in credits_of(tables, key) if "path" in each]
    for at, path in places:
        if isinstance(path, str) and not URL.fullmatch(path) and (_leads_out(path) or _is_hidden(path)):
            yield Finding("", None, at, f"{path!r:.80}", "a URL, or a path beside or below the descriptor")
    for place, resource in resources(tables):
        for path in paths_of(resource):
            if not URL.match(path) and _is_hidden(path) and not _leads_out(path):
                yield Finding("", None, f"{place}.path", f"{path!r:.80}", "a path without a hidden folder or file")


def _leads_out(path: str) -> bool:
    return path.startswith(("/", "\\", "~")) or ".." in re.split(r"[/\\]", path)


def _is_hidden(path: str) -> bool:
    return any(part.startswith(".") and part not in (".", "..") for part in path.split("/"))


@rule(layer="descriptor")
def keys_of_objects_stand_once(tables: Tables) -> Iterator[Issue]:
    """No object of the descriptor, or of a schema or dialect in a file of its own, has a key twice."""
    if tables._files is None:
        return
    for file in (tables.name, *tables._inlined):
        for key in _repeated_keys(tables._files.read(file)):
            yield Issue(file=file, column=key, found=f"the key {key!r:.80} again in one object", expected="it once")


def _repeated_keys(content: bytes) -> list[str]:
    """The keys that stand in one object of a JSON text more than once."""
    repeated: list[str] = []

    def look(pairs: list[tuple[str, Any]]) -> None:
        counts = Counter(key for key, _ in pairs)
        repeated.extend(key for key, count in counts.items() if count > 1)

    json.loads(content, object_pairs_hook=look)
    return repeated
