"""Where the bundled data package lies: inside the wheel, or in the checkout this module runs from."""

from __future__ import annotations

from beijing_public_services._once import once
from beijing_public_services._record import TYPE_CHECKING
from beijing_public_services.errors import DataPackageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager
    from typing import Any

DESCRIPTOR = "datapackage.json"


def bundled_bytes(name: str) -> bytes:
    """The bytes of a file of the bundled data package, `name` relative to its descriptor.

    Read through the loader of this module, so that it works from a zip too. Raises `DataPackageError` where the file
    is missing.
    """
    library = __file__.rpartition("datapackage")[0]
    for root in (f"{library}_data/", f"{library}../../datapackage/"):
        try:
            return bytes(__spec__.loader.get_data(root + name))  # type: ignore[union-attr]
        except OSError:
            continue
    raise DataPackageError(
        name, None, None, "no such file in the installed library", "the data package it is released with"
    )


@once
def _descriptor() -> str:
    return bundled_bytes(DESCRIPTOR).decode()


def bundled_descriptor() -> dict[str, Any]:
    """The descriptor of the bundled data package, a new dict each time."""
    import json

    descriptor: dict[str, Any] = json.loads(_descriptor())
    return descriptor


def bundled_folder() -> AbstractContextManager[str]:
    """A folder that holds the bundled data package while the context lasts; a temporary copy where it lies in a zip."""
    from contextlib import contextmanager

    @contextmanager
    def folder() -> Iterator[str]:
        import tempfile
        from pathlib import Path

        library = Path(__file__).parents[1]
        for root in (library / "_data", library.parents[1] / "datapackage"):
            if (root / DESCRIPTOR).is_file():
                yield str(root)
                return
        with tempfile.TemporaryDirectory() as temporary:
            names = [DESCRIPTOR, *(resource["path"] for resource in bundled_descriptor()["resources"])]
            for name in names:
                target = Path(temporary, name)
                target.parent.mkdir(exist_ok=True)
                target.write_bytes(bundled_bytes(name))
            yield temporary

    return folder()
