"""Laws of writing: a file is there whole or not at all, and no other is lost for it."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

import beijing_public_services as bps
from beijing_public_services.datapackage.atomic_write import write_files


def refuse(*_: object, **__: object) -> None:
    """Fail as a file system does that has no hard links."""
    raise PermissionError(1, "Operation not permitted")


def test_files_are_written_whole(tmp_path: Path) -> None:
    """Each file holds the bytes given for it, with the rights of any new file, and nothing else is left there."""
    contents = {tmp_path / "one.bin": b"\r\n\0", tmp_path / "two.txt": "两".encode()}
    write_files(contents)
    (tmp_path / "plain").touch()
    assert {path.name for path in tmp_path.iterdir()} == {"one.bin", "two.txt", "plain"}
    for path, content in contents.items():
        assert path.read_bytes() == content
        assert path.stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_file_that_is_there_stays_unless_asked(tmp_path: Path) -> None:
    """A file is replaced when that is asked for; else it stays, and none of its companions is written."""
    first, second = tmp_path / "first", tmp_path / "second"
    second.write_bytes(b"mine")
    with pytest.raises(FileExistsError, match="second: found a file that is there already") as caught:
        write_files({first: b"1", second: b"2"})
    assert isinstance(caught.value, bps.OverwriteError)
    assert (first.exists(), second.read_bytes()) == (False, b"mine")
    write_files({first: b"1", second: b"2"}, overwrite=True)
    assert (first.read_bytes(), second.read_bytes()) == (b"1", b"2")


@pytest.mark.parametrize("overwrite", [False, True])
@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.open"])
def test_nothing_is_left_of_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, overwrite: bool
) -> None:
    """Where the disk refuses, the files there were are as before and no part of a new one is left."""
    old, new = tmp_path / "old", tmp_path / "new"
    if overwrite:
        old.write_bytes(b"before")

    def refuse(*_: object, **__: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(step, refuse)
    with pytest.raises(bps.WriteError, match="found 'No space left on device' on writing") as caught:
        write_files({new: b"new", old: b"after"}, overwrite=overwrite)
    monkeypatch.undo()
    assert isinstance(caught.value, OSError)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == ({"old": b"before"} if overwrite else {})


def test_a_file_that_appears_meanwhile_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that another process puts there while ours is being written is not replaced either."""
    path = tmp_path / "file"
    monkeypatch.setattr(os, "fsync", lambda _: path.write_bytes(b"theirs"))
    with pytest.raises(bps.OverwriteError):
        write_files({path: b"ours"})
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [b"theirs"]


@pytest.mark.parametrize("overwrite", [False, True])
def test_a_place_that_is_no_place_is_named(tmp_path: Path, overwrite: bool) -> None:
    """A folder that is not there, a folder in the file's place, and a file in the folder's are errors that say so."""
    (tmp_path / "file").touch()
    for path, found in (
        (tmp_path / "none" / "file", "no folder"),
        (tmp_path, "a folder"),
        (tmp_path / "file" / "x", "no folder"),
    ):
        with pytest.raises(bps.WriteError, match=f"found {found}"):
            write_files({path: b""}, overwrite=overwrite)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_link_is_written_through(tmp_path: Path) -> None:
    """Through a link the file it leads to is replaced, and the link stays."""
    path, link = tmp_path / "file", tmp_path / "link"
    path.write_bytes(b"before")
    try:
        link.symlink_to(path)
    except OSError:
        pytest.skip("no links here")
    write_files({link: b"after"}, overwrite=True)
    assert (link.is_symlink(), path.read_bytes()) == (True, b"after")


def test_a_link_that_leads_nowhere_is_a_file_that_is_there(tmp_path: Path) -> None:
    """A dangling link is not written through unasked, and one that leads to itself is no place."""
    link, circle = tmp_path / "link", tmp_path / "circle"
    link.symlink_to(tmp_path / "elsewhere")
    circle.symlink_to(circle)
    with pytest.raises(bps.OverwriteError):
        write_files({link: b"x"})
    for overwrite in (False, True):
        with pytest.raises(bps.WriteError):
            write_files({circle: b"x"}, overwrite=overwrite)
    assert {path.name for path in tmp_path.iterdir()} == {"link", "circle"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
def test_only_a_regular_file_is_replaced(tmp_path: Path) -> None:
    """A pipe and a device stay what they are, whoever asks."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path in (pipe, Path(os.devnull)):
        with pytest.raises(bps.WriteError, match="regular file"):
            write_files({path: b"x"}, overwrite=True)
    assert pipe.is_fifo()
    assert Path(os.devnull).is_char_device()


def test_the_longest_name_can_be_written(tmp_path: Path) -> None:
    """A name as long as the file system takes is written like any other."""
    path = tmp_path / ("x" * 255)
    write_files({path: b"1"})
    write_files({path: b"2"}, overwrite=True)
    assert [each.read_bytes() for each in tmp_path.iterdir()] == [b"2"]


@pytest.mark.parametrize("has_links", [True, False])
def test_of_many_that_write_one_file_one_succeeds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_links: bool
) -> None:
    """Without leave to overwrite, only one of many writers at once gets the name, and its file is the one there."""
    if not has_links:
        monkeypatch.setattr(os, "link", refuse)
    path, writers = tmp_path / "file", 20
    together = Barrier(writers)

    def write(number: int) -> int | None:
        together.wait()
        try:
            write_files({path: bytes([number])})
        except bps.OverwriteError:
            return None
        return number

    with ThreadPoolExecutor(writers) as pool:
        (winner,) = [each for each in pool.map(write, range(writers)) if each is not None]
    assert path.read_bytes() == bytes([winner])
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


def test_a_second_file_that_appears_takes_the_first_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If the last of several files may not be written, those before it are not there either."""
    first, second = tmp_path / "first", tmp_path / "second"
    link = os.link

    def appear(source: Path, target: Path) -> None:
        second.write_bytes(b"theirs")
        link(source, target)

    monkeypatch.setattr(os, "link", appear)
    with pytest.raises(bps.OverwriteError, match="second"):
        write_files({first: b"1", second: b"2"})
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == {"second": b"theirs"}


def test_files_are_replaced_where_the_file_system_has_no_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without hard links, what was there is kept as a copy until all files are in their places."""
    monkeypatch.setattr(os, "link", refuse)
    first, second = tmp_path / "first", tmp_path / "second"
    write_files({first: b"1", second: b"2"})
    write_files({first: b"3", second: b"4"}, overwrite=True)
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == {"first": b"3", "second": b"4"}
