"""The files of a data package: read within its folder or archive, up to a size, and never anywhere else."""

from __future__ import annotations

import gzip
import re
import stat
import zipfile
import zlib
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, cast

from beijing_public_services._record import Record
from beijing_public_services.datapackage.bundled_files import DESCRIPTOR
from beijing_public_services.errors import DataPackageError, UnsafeFileError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from os import PathLike
    from typing import IO

LARGEST_DESCRIPTOR = 1 << 26  # bytes: 64 MiB
LARGEST_FILE = 1 << 32  # bytes, unpacked: 4 GiB
MOST_ENTRIES = 10_000  # of an archive
DENSEST = 200  # times its packed size that a file may unpack to: tables reach 20, bombs 1000
SMALL = BLOCK = 1 << 20  # what unpacks to no more than this is no bomb
REMOTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")  # a scheme, or a drive


class PackageFiles(Record):
    """The folder that a package lies in, and the name of its descriptor there."""

    root: Path
    descriptor: str

    def located(self, file: str, column: str | None = None) -> Path:
        """Where a file of the package lies; `column` is the property of the descriptor that names it.

        Raises `UnsafeFileError` for a remote or absolute path and for one that leads out of the folder, by `..` or by a
        symbolic link; nothing is looked up there.
        """
        if not file or "\0" in file or REMOTE.match(file) or file[0] in "/\\~" or ".." in re.split(r"[/\\]", file):
            raise UnsafeFileError(self.descriptor, None, column, f"{file!r:.200}", "a relative path within the package")
        try:
            target = (self.root / file).resolve()
        except (OSError, RuntimeError) as error:  # a link that leads back to itself, a name too long
            raise UnsafeFileError(self.descriptor, None, column, f"{file!r:.200} ({error})", "a path") from None
        if not target.is_relative_to(self.root):
            found = f"{file!r}, which a link leads out of the package"
            raise UnsafeFileError(self.descriptor, None, column, found, "a file within the package")
        return target

    @contextmanager
    def opened(self, file: str, column: str | None = None) -> Iterator[IO[bytes]]:
        """A file for reading, unpacked where its name ends in `.gz` or `.zip` (an archive of that one file).

        Raises `UnsafeFileError` as `located` does and for a file that is too large or unpacks out of all proportion,
        `DataPackageError` for one that is missing or cannot be read.
        """
        target = self.located(file, column)
        with _named(file):
            if not target.is_file():
                if target.exists():  # a pipe, say, which would be waited for
                    raise UnsafeFileError(file, None, None, "something that is no file", "a file")
                raise _refused(file, "no such file")
            if target.suffix == ".gz":
                _is_no_bomb(target, file)
                with gzip.open(target) as unpacked:
                    yield cast("IO[bytes]", unpacked)
            elif target.suffix == ".zip":
                with zipfile.ZipFile(target) as archive:
                    entries = _entries(archive, file)
                    if len(entries) != 1:
                        raise _refused(file, f"an archive of {len(entries)} files", "one of a single file")
                    with archive.open(entries[0]) as packed:
                        yield packed
            else:
                if target.stat().st_size > LARGEST_FILE:
                    raise UnsafeFileError(
                        file, None, None, f"{target.stat().st_size:,} bytes", f"at most {LARGEST_FILE:,}"
                    )
                with target.open("rb") as stream:
                    yield stream

    def read(self, file: str, column: str | None = None, most: int = LARGEST_FILE) -> bytes:
        """The whole of a file of at most `most` bytes; raises as `opened` does."""
        with self.opened(file, column) as stream:
            content = bytearray()
            while block := stream.read(BLOCK):  # a read of `most` would ask for that much memory at once
                content += block
                if len(content) > most:
                    raise UnsafeFileError(file, None, None, f"more than {most:,} bytes", "a smaller file")
        return bytes(content)


@contextmanager
def package_files(path: str | PathLike[str]) -> Iterator[PackageFiles]:
    """The files of the package at this path: a folder, its descriptor, or a zip archive of either.

    An archive is unpacked to a temporary folder for as long as the context lasts. Raises `UnsafeFileError` for an
    archive that would unpack to too much or outside its folder, `DataPackageError` for one without a descriptor.
    """
    given = Path(path)
    if not (given.is_file() and zipfile.is_zipfile(given)):
        folder, name = (given, DESCRIPTOR) if given.is_dir() else (given.parent, given.name)
        if not (folder / name).is_file():
            raise _refused(str(folder / name), "no such file", "a data package")
        yield PackageFiles(root=folder.resolve(), descriptor=name)
        return
    with TemporaryDirectory() as temporary:
        with _named(given.name), zipfile.ZipFile(given) as archive:
            entries = _entries(archive, given.name)
            descriptors = [each.filename for each in entries if each.filename.rpartition("/")[2] == DESCRIPTOR]
            if not descriptors:
                raise _refused(given.name, f"an archive without a {DESCRIPTOR}", "one of a data package")
            archive.extractall(temporary, entries)
        outermost = min(descriptors, key=lambda name: name.count("/"))
        yield PackageFiles(root=(Path(temporary) / outermost).parent.resolve(), descriptor=DESCRIPTOR)


def _entries(archive: zipfile.ZipFile, file: str) -> list[zipfile.ZipInfo]:
    """The files in an archive, each with a safe name and an honest size. Reading one stops at the size it declares."""
    infos = archive.infolist()
    if len(infos) > MOST_ENTRIES:
        raise UnsafeFileError(file, None, None, f"{len(infos):,} entries", f"at most {MOST_ENTRIES:,}")
    total = 0
    for each in infos:
        unsafe = PurePosixPath(each.filename).is_absolute() or ".." in re.split(r"[/\\]", each.filename)
        if unsafe or REMOTE.match(each.filename) or stat.S_ISLNK(each.external_attr >> 16):
            expected = "paths within the archive, and no links"
            raise UnsafeFileError(file, None, None, f"the entry {each.filename!r:.200}", expected)
        total += each.file_size
        if total > LARGEST_FILE or each.file_size > max(SMALL, each.compress_size * DENSEST):
            found = f"{each.filename!r:.200}, which unpacks to {each.file_size:,} bytes"
            raise UnsafeFileError(file, None, None, found, "an archive in proportion to its size")
    return [each for each in infos if not each.is_dir()]


def _is_no_bomb(target: Path, file: str) -> None:
    most = min(LARGEST_FILE, max(SMALL, target.stat().st_size * DENSEST))
    with gzip.open(target) as stream:
        while block := stream.read(BLOCK):
            most -= len(block)
            if most < 0:
                raise UnsafeFileError(file, None, None, "a file that unpacks out of all proportion", "a table")


@contextmanager
def _named(file: str) -> Iterator[None]:
    """What goes wrong while reading a file, as an error that names it."""
    try:
        yield
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        found = getattr(error, "strerror", None) or f"an unreadable file ({error})"
        raise _refused(file, found) from None


def _refused(file: str, found: str, expected: str = "a readable file") -> DataPackageError:
    return DataPackageError(file, None, None, found, expected)
