"""The files of a data package: read within its folder or archive, up to a size, and never anywhere else."""

from __future__ import annotations

import zipfile
from contextlib import contextmanager
from pathlib import Path
from stat import S_ISREG
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from beijing_public_services._record import Record
from beijing_public_services.datapackage.archives import (
    BLOCK,
    PACKED,
    naming,
    open_unpacked,
    require_in_proportion,
    unpack,
    unreadable,
)
from beijing_public_services.datapackage.bundled_files import DESCRIPTOR
from beijing_public_services.datapackage.limits import LARGEST_DESCRIPTOR, LARGEST_FILE, Count, Limits
from beijing_public_services.datapackage.paths import is_relative, is_well_formed
from beijing_public_services.errors import UnsafeFileError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from os import PathLike
    from typing import IO

__all__ = ["LARGEST_DESCRIPTOR", "LARGEST_FILE", "PackageFiles", "package_files"]
DEFAULT = Limits()


class PackageFiles(Record):
    """The folder that a package lies in, the name of its descriptor there, and how much was read of it."""

    root: Path
    descriptor: str
    _count: Count | None = None

    def resolve(self, file: str, column: str | None = None) -> Path:
        """Return where a file of the package lies; `column` is the property of the descriptor that names it.

        Raises:
            UnsafeFileError: the path is remote or absolute, or leads out of the folder by `..` or by a symbolic link;
                nothing is looked up there.
        """
        if not is_well_formed(file):
            expected = "a path without control characters, and without white space at its ends"
            raise UnsafeFileError(self.descriptor, None, column, f"{file!r:.200}", expected)
        if not is_relative(file):
            raise UnsafeFileError(self.descriptor, None, column, f"{file!r:.200}", "a relative path within the package")
        try:
            target = (self.root / file).resolve()
        except (OSError, RuntimeError, ValueError) as error:  # a link that leads back to itself, a name too long
            raise UnsafeFileError(self.descriptor, None, column, f"{file!r:.200} ({error})", "a path") from None
        if not target.is_relative_to(self.root):
            found = f"{file!r}, which a link leads out of the package"
            raise UnsafeFileError(self.descriptor, None, column, found, "a file within the package")
        return target

    @contextmanager
    def open(self, file: str, column: str | None = None) -> Iterator[IO[bytes]]:
        """Open a file to be read, unpacked if its name ends in `.gz`, `.bz2`, `.xz` or `.zip` (an archive of one file).

        Raises:
            UnsafeFileError: as `resolve` does; or the file is too large, or unpacks out of all proportion.
            DataPackageError: the file is missing or cannot be read.
        """
        target = self.resolve(file, column)
        with naming(file):
            try:
                status = target.stat()
            except (FileNotFoundError, NotADirectoryError):
                raise unreadable(file, "no such file") from None
            if not S_ISREG(status.st_mode):  # a pipe, say, which would be waited for
                raise UnsafeFileError(file, None, None, "something that is no file", "a file")
            size = status.st_size
            if size > LARGEST_FILE:
                raise UnsafeFileError(file, None, None, f"{size:,} bytes", f"at most {LARGEST_FILE:,}")
        if target.suffix.lower() in PACKED:
            if self._count is None or target not in self._count.unpacked:
                require_in_proportion(target, file)
            if self._count is not None:
                self._count.unpacked.add(target)
            with open_unpacked(target, file) as stream:
                yield stream
            return
        with naming(file):
            plain = target.open("rb")
        with plain:
            yield plain

    def add_cells(self, number: int, file: str) -> None:
        """Count cells that were read from a file. Raises `UnsafeFileError` if the package has too many."""
        if self._count is not None:
            self._count.add_cells(number, file)

    def read(self, file: str, column: str | None = None, most: int = LARGEST_FILE) -> bytes:
        """Return the whole of a file of at most `most` bytes. Raises as `open` does."""
        with self.open(file, column) as stream:
            content = bytearray()
            while block := stream.read(BLOCK):  # a read of `most` would ask for that much memory at once
                content += block
                if len(content) > most:
                    raise UnsafeFileError(file, None, None, f"more than {most:,} bytes", "a smaller file")
        return bytes(content)


@contextmanager
def package_files(path: str | PathLike[str], limits: Limits = DEFAULT) -> Iterator[PackageFiles]:
    """The files of the package at this path: a folder, its descriptor, or a zip archive of either.

    An archive is unpacked to a temporary folder for as long as the context lasts. Raises `UnsafeFileError` for an
    archive that would unpack to too much or outside its folder, `DataPackageError` for one without a descriptor.
    """
    given = Path(path)
    with naming(str(path)):
        is_archive = given.is_file() and zipfile.is_zipfile(given)
        folder, name = (given, DESCRIPTOR) if given.is_dir() else (given.parent, given.name)
        if not is_archive and not (folder / name).is_file():
            raise unreadable(str(folder / name), "no such file", "a data package")
        root = folder.resolve()
    if not is_archive:
        yield PackageFiles(root=root, descriptor=name, _count=Count(limits))
        return
    with TemporaryDirectory() as temporary:
        outermost = unpack(given, temporary, DESCRIPTOR)
        root = (Path(temporary) / outermost).parent.resolve()
        yield PackageFiles(root=root, descriptor=DESCRIPTOR, _count=Count(limits))
