"""Packed files and zip archives, unpacked within limits; whatever is wrong with one ends in an error that names it."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import os
import re
import stat
import zipfile
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, cast

from beijing_public_services.datapackage.limits import MOST_ENTRIES, most_unpacked
from beijing_public_services.datapackage.paths import is_remote, is_well_formed
from beijing_public_services.errors import DataPackageError, UnsafeFileError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import IO

BLOCK = 1 << 20
UNPACKED: dict[str, Callable[[Path], Any]] = {".gz": gzip.open, ".bz2": bz2.open, ".xz": lzma.open}
PACKED = (*UNPACKED, ".zip")


@contextmanager
def open_unpacked(target: Path, file: str) -> Iterator[IO[bytes]]:
    """Open a packed file, or the only file in a zip archive, for reading.

    Raises `UnsafeFileError`, when too much is read, for a file that unpacks out of all proportion; `DataPackageError`
    for one that is damaged.
    """
    with naming(file):
        size = target.stat().st_size
        if (ending := target.suffix.lower()) != ".zip":
            source = UNPACKED[ending](target)
        else:
            archive = zipfile.ZipFile(target)
            entries = entries_of(archive, file, size)
            if len(entries) != 1:
                archive.close()
                raise unreadable(file, f"an archive of {len(entries)} files", "one of a single file")
            source = archive.open(entries[0])
    with source, io.BufferedReader(_Bounded(source, file, most_unpacked(size)), BLOCK) as stream:
        yield cast("IO[bytes]", stream)


def require_in_proportion(target: Path, file: str) -> None:
    """Unpack a file once without reading it. Raises as `open_unpacked` does, before any of it is taken for a table."""
    if target.suffix.lower() != ".zip":  # which says how much it unpacks to, and is held to that
        with open_unpacked(target, file) as stream:
            while stream.read(BLOCK):
                pass


def unpack(path: Path, folder: str, descriptor: str) -> str:
    """Unpack a zip archive into a folder and return the path of the outermost descriptor in it.

    Raises `UnsafeFileError` for an archive that would unpack to too much or outside the folder, `DataPackageError` for
    one that is damaged or without a descriptor.
    """
    with naming(path.name), zipfile.ZipFile(path) as archive:
        left = most_unpacked(path.stat().st_size)
        entries = entries_of(archive, path.name, path.stat().st_size)
        descriptors = [each.filename for each in entries if each.filename.rpartition("/")[2] == descriptor]
        if not descriptors:
            raise unreadable(path.name, f"an archive without a {descriptor}", "one of a data package")
        for each in entries:
            target = PurePosixPath(folder, each.filename)
            os.makedirs(target.parent, exist_ok=True)  # noqa: PTH103 - a pure path
            with archive.open(each) as source, open(target, "xb") as made:  # noqa: PTH123
                while block := source.read(BLOCK):
                    left -= len(block)
                    if left < 0:  # more than the archive says of itself
                        raise _out_of_proportion(path.name)
                    made.write(block)
    return min(descriptors, key=lambda name: name.count("/"))


def entries_of(archive: zipfile.ZipFile, file: str, size: int) -> list[zipfile.ZipInfo]:
    """Return the files in an archive, each with a safe name of its own, together in proportion to its size on disk."""
    infos = archive.infolist()
    if len(infos) > MOST_ENTRIES:
        raise UnsafeFileError(file, None, None, f"{len(infos):,} entries", f"at most {MOST_ENTRIES:,}")
    most, total, names = most_unpacked(size), 0, set()
    for each in infos:
        name = each.filename
        unsafe = PurePosixPath(name).is_absolute() or ".." in re.split(r"[/\\]", name) or not is_well_formed(name)
        if unsafe or is_remote(name) or stat.S_ISLNK(each.external_attr >> 16):
            expected = "paths within the archive, and no links"
            raise UnsafeFileError(file, None, None, f"the entry {name!r:.200}", expected)
        if name in names:
            raise UnsafeFileError(file, None, None, f"the entry {name!r:.200} twice", "each entry once")
        names.add(name)
        total += each.file_size
        if total > most:
            found = f"{name!r:.200}, with which it unpacks to {total:,} bytes or more"
            raise UnsafeFileError(file, None, None, found, f"an archive that unpacks to at most {most:,} bytes")
    return [each for each in infos if not each.is_dir()]


@contextmanager
def naming(file: str) -> Iterator[None]:
    """Raise whatever goes wrong as a `DataPackageError` that names the file.

    The libraries that unpack raise errors of many kinds for damaged data, some of them by accident.
    """
    try:
        yield
    except DataPackageError:
        raise
    except Exception as error:
        found = getattr(error, "strerror", None) or f"an unreadable file ({error or type(error).__name__!s:.200})"
        raise unreadable(file, found) from None


def unreadable(file: str, found: str, expected: str = "a readable file") -> DataPackageError:
    """Return the error of a file that cannot be read."""
    return DataPackageError(file, None, None, found, expected)


class _Bounded(io.RawIOBase):
    """A stream of unpacked bytes that ends in an error if there are too many, or if they are damaged."""

    def __init__(self, source: IO[bytes], file: str, most: int) -> None:
        self._source, self._file, self._left = source, file, most

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        with naming(self._file):
            block = self._source.read(len(buffer))
        self._left -= len(block)
        if self._left < 0:
            raise _out_of_proportion(self._file)
        buffer[: len(block)] = block
        return len(block)


def _out_of_proportion(file: str) -> UnsafeFileError:
    return UnsafeFileError(file, None, None, "a file that unpacks out of all proportion", "a table")
