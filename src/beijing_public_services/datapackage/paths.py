"""Which texts can be the path of a file within a package: relative, of plain characters, and no address."""

from __future__ import annotations

import re

REMOTE = re.compile(r"[a-z]:|[a-z][a-z0-9+.-]*:[/\\]|(https?|ftps?|sftp|file|data|jar|urn|blob):", re.IGNORECASE)
ABSOLUTE = re.compile(r"[/\\~]")
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def is_well_formed(path: str) -> bool:
    """Return whether a path is a text without control characters and without white space at its ends.

    Other programs cut such characters off, and read another path than the one that was looked at.
    """
    return bool(path) and path == path.strip() and CONTROL.search(path) is None


def is_remote(path: str) -> bool:
    """Return whether a path begins with the scheme of an address, or with a drive.

    A colon in a file name is none: `Survey: results.csv`.
    """
    return REMOTE.match(path) is not None


def is_relative(path: str) -> bool:
    """Return whether a path is relative, and leads down only."""
    return not is_remote(path) and not ABSOLUTE.match(path) and ".." not in re.split(r"[/\\]", path)
