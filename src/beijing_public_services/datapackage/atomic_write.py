"""Writing files whole or not at all, and never over another one unasked."""

from __future__ import annotations

from beijing_public_services._record import TYPE_CHECKING
from beijing_public_services.errors import OverwriteError, WriteError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def write_files(contents: Mapping[Path, bytes], *, overwrite: bool = False) -> None:
    """Write each file whole, in this order: first all beside their place and to the disk, then each into its place.

    Raises `OverwriteError`, a `FileExistsError`, for a file that is there already unless `overwrite`, and `WriteError`,
    an `OSError`, where one cannot be written. What was there is then as it was.
    """
    import os
    from secrets import token_hex
    from shutil import copymode

    staged: dict[Path, Path] = {}
    for path in contents:
        _may_be_written(path, overwrite)
    at = next(iter(contents), None)
    try:
        for at, content in contents.items():
            target = at.resolve()
            beside = target.with_name(f".{target.name}.{token_hex(4)}.part")
            with beside.open("xb") as file:
                staged[target] = beside
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            if target.exists():
                copymode(target, beside)
        for at, (target, beside) in zip(contents, staged.items(), strict=True):
            _may_be_written(at, overwrite)
            beside.replace(target)
    except WriteError:
        raise
    except OSError as error:
        found = error.strerror or str(error)
        raise WriteError(f"{at}: found {found!r} on writing, expected a file that can be written") from error
    finally:
        for beside in staged.values():
            beside.unlink(missing_ok=True)


def _may_be_written(path: Path, overwrite: bool) -> None:
    if not path.parent.is_dir():
        raise WriteError(f"{path}: found no folder {str(path.parent)!r}, expected one that is there")
    if path.is_dir():
        raise WriteError(f"{path}: found a folder, expected the name of a file")
    if path.exists() and not overwrite:
        raise OverwriteError(f"{path}: found a file that is there already, expected none, or leave to overwrite it")
