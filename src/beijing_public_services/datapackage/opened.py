"""The path of a package that was opened before, for those who read its files again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services.datapackage.package import DataPackage
from beijing_public_services.errors import DataPackageError

if TYPE_CHECKING:
    from os import PathLike


def path_of(package: DataPackage | str | PathLike[str] | None) -> str | PathLike[str] | None:
    """Return the path that a package was loaded from; a path as it is, and None for the bundled package.

    Raises:
        DataPackageError: the package was not loaded from a path.
    """
    if not isinstance(package, DataPackage):
        return package
    if package._tables is None:
        return None
    if not package._tables._path:
        found, expected = "a package that was not loaded from a path", "the path of its files"
        raise DataPackageError(package._tables.name, None, None, found, expected)
    return package._tables._path
