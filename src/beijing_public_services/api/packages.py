"""The package that an argument names: one that is loaded, one by its path, or the bundled one."""

from __future__ import annotations

from os import PathLike

from beijing_public_services.datapackage.loader import bundled, load
from beijing_public_services.datapackage.package import DataPackage


def package_of(given: DataPackage | str | PathLike[str] | None) -> DataPackage:
    """Return the package that is given, or the bundled one for None; a path is loaded.

    Raises:
        DataPackageError: the package at the path cannot be read.
        TypeError: what is given is neither a package nor a path.

    >>> package_of(None) is bundled()
    True
    """
    if given is None:
        return bundled()
    if isinstance(given, DataPackage):
        return given
    if isinstance(given, str | PathLike):
        return load(given)
    raise TypeError(f"found {given!r:.80} as the package, expected a data package, or the path of one")
