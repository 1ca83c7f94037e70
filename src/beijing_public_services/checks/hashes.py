"""Hashes and sizes of the files of a resource."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from beijing_public_services.errors import DataPackageError

if TYPE_CHECKING:
    from beijing_public_services.datapackage.tables import Tables

BY_FRICTIONLESS = ("md5", "sha256")  # the hashes that it looks at
BLOCK = 1 << 20


def split_hash(text: str) -> tuple[str, str]:
    """Return the algorithm and the digest of a hash, in lower case; md5 if it names no algorithm."""
    algorithm, colon, digest = text.lower().rpartition(":")
    return (algorithm if colon else "md5"), digest


def measure(tables: Tables, place: int, paths: list[str], hashed: Any) -> int | None:
    """Feed the bytes of files to a hash, one after the other, and return how many there are; None if unreadable."""
    if tables._files is None:
        return None
    size = 0
    try:
        for path in paths:
            with tables._files.resolve(path, f"resources[{place}].path").open("rb") as stream:
                while block := stream.read(BLOCK):
                    hashed.update(block)
                    size += len(block)
    except (DataPackageError, OSError):
        return None
    return size
