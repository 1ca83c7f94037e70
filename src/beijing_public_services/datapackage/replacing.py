"""Putting finished files into their places, all or none, while interrupts wait."""

from __future__ import annotations

import os
import shutil
import signal
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

HELD_BACK = (signal.SIGINT, signal.SIGTERM)


def put_in_place(staged: Mapping[Path, Path], *, overwrite: bool) -> None:
    """Move each finished file into its place; if one cannot be moved, put back what was there before.

    Raises:
        FileExistsError: there is a file already, and `overwrite` is false.
        OSError: a file cannot be moved.
    """
    done: list[tuple[Path, Path | None]] = []
    try:
        for target, beside in staged.items():
            if overwrite and target.exists():
                kept = beside.with_suffix(".old")
                done.append((target, kept))
                _keep(target, kept)
                beside.replace(target)
            elif overwrite:
                beside.replace(target)
                done.append((target, None))
            else:
                _claim(target, beside)
                done.append((target, None))
    except BaseException:
        for target, old in reversed(done):
            if old is None:
                target.unlink(missing_ok=True)
            elif old.exists():
                old.replace(target)
        raise
    finally:
        for _, old in done:
            if old is not None:
                old.unlink(missing_ok=True)


def _keep(target: Path, kept: Path) -> None:
    """Keep a file under another name; its place stays taken."""
    try:
        os.link(target, kept)
    except OSError:  # a file system without links
        shutil.copy2(target, kept)


def _claim(target: Path, beside: Path) -> None:
    """Give a finished file a name that no file has. Raises `FileExistsError` if one has it by now."""
    try:
        os.link(beside, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without links: take the name first, then replace what took it
        target.open("xb").close()
        beside.replace(target)


@contextmanager
def hold_signals() -> Iterator[None]:
    """Let an interrupt, or the wish to end the process, wait until the block is done."""
    if threading.current_thread() is not threading.main_thread():
        yield  # signals go to the main thread
        return
    waiting: list[int] = []
    before: dict[signal.Signals, Any] = {}
    try:
        for each in HELD_BACK:
            before[each] = signal.signal(each, lambda number, _: waiting.append(number))
        yield
    finally:
        for held, handler in before.items():
            signal.signal(held, signal.SIG_DFL if handler is None else handler)
        for number in dict.fromkeys(waiting):
            signal.raise_signal(number)
