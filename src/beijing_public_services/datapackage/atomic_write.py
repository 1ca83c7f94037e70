"""Writing files whole or not at all: a failure or an interrupt puts back what was there, a kill can be mended."""

from __future__ import annotations

from beijing_public_services._record import TYPE_CHECKING
from beijing_public_services.errors import OverwriteError, WriteError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    Journal = Callable[[Mapping[Path, Path], bool], None]


def write_files(contents: Mapping[Path, bytes], *, overwrite: bool = False, journal: Journal | None = None) -> None:
    """Write each file whole, in this order: first all beside their place and to the disk, then each into its place.

    What was there is put back if one of them cannot be written, or if the user interrupts. `journal` is called before
    the first file is written and before the first comes into its place, with the place of each by where it is written
    first, and whether all are written. Only a regular file is replaced.

    Raises:
        OverwriteError: a file, a `FileExistsError`, exists already and `overwrite` is false.
        WriteError: one, an `OSError`, cannot be written.
    """
    import os
    from secrets import token_hex
    from shutil import copymode

    from beijing_public_services.datapackage.replacing import hold_signals, put_in_place

    targets = {path: _target(path, overwrite) for path in contents}
    staged = {target: target.with_name(f".{token_hex(8)}.part") for target in targets.values()}
    at = next(iter(contents), None)
    try:
        if journal is not None:
            journal({beside: target for target, beside in staged.items()}, False)
        for at, content in contents.items():
            target = targets[at]
            with staged[target].open("xb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            if target.exists():
                copymode(target, staged[target])
        for at in contents:
            _target(at, overwrite)
        if journal is not None:
            journal({beside: target for target, beside in staged.items()}, True)
        with hold_signals():
            put_in_place(staged, overwrite=overwrite)
    except WriteError:
        raise
    except FileExistsError as error:
        raise _exists(str(error.filename2 or error.filename or at)) from error
    except OSError as error:
        found = error.strerror or str(error)
        raise WriteError(f"{at}: found {found!r} on writing, expected a file that can be written") from error
    finally:
        for beside in staged.values():
            beside.unlink(missing_ok=True)


def _target(path: Path, overwrite: bool) -> Path:
    """The file to be written, at the end of links. Raises `WriteError` if nothing may be written there."""
    try:
        if not path.parent.is_dir():
            raise WriteError(f"{path}: found no folder {str(path.parent)!r}, expected one that is there")
        if not overwrite and (path.exists() or path.is_symlink()) and not path.is_dir():
            raise _exists(str(path))
        target = path.resolve()
        if path.is_dir():
            raise WriteError(f"{path}: found a folder, expected the name of a file")
        if target.is_symlink() or (target.exists() and not target.is_file()):
            found = "a link that leads to itself" if target.is_symlink() else "a device, pipe or socket"
            raise WriteError(f"{path}: found {found}, expected a regular file or none")
    except (OSError, RuntimeError, ValueError) as error:
        if isinstance(error, WriteError):
            raise
        raise WriteError(f"{path}: found a path that cannot be used ({error}), expected that of a file") from error
    return target


def _exists(path: str) -> OverwriteError:
    error = OverwriteError(f"{path}: found a file that is there already, expected none; overwrite=True replaces it")
    error.filename = path
    return error
