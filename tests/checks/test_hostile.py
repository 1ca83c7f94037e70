"""What a hostile package asks for is refused or reported: never followed, never fetched, within bounds."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma
import socket
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.support.corpus import whole
from tests.support.editing import edit_descriptor

import beijing_public_services as bps
from beijing_public_services.datapackage.files import package_files

MEBIBYTE = 1 << 20
SPACES = [" ", "\t", "\r", "\n", "\x0b", "\x1c", "\x1f", "\x7f", "\x85", "\xa0", "\u2003", "\u2028", "\u3000", "\ufeff"]


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any use of a socket fails the test."""

    def refuse(*_arguments: object, **_options: object) -> None:
        raise AssertionError("the network was asked")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A whole package, beside a file that is none of its business."""
    (tmp_path / "secret.csv").write_text("kind,number,title\nhidden,1,hidden\n", encoding="utf-8")
    return whole(tmp_path / "package")


def describe(package: Path, **changes: Any) -> None:
    """Change properties of the third resource, `events`; None takes one away."""
    descriptor = json.loads((package / "datapackage.json").read_bytes())
    changed = descriptor["resources"][2] | changes
    descriptor["resources"][2] = {key: value for key, value in changed.items() if value is not None}
    (package / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")


@contextmanager
def bounded(most: int) -> Iterator[None]:
    """What happens within takes no more than so many bytes of memory."""
    tracemalloc.start()
    try:
        yield
        assert tracemalloc.get_traced_memory()[1] < most
    finally:
        tracemalloc.stop()


def found(package: Path) -> dict[str, list[str]]:
    """The messages of the findings by the rule that found them."""
    messages: dict[str, list[str]] = {}
    for each in bps.check(package):
        messages.setdefault(each.rule, []).append(each.message)
    return messages


@pytest.mark.parametrize(
    "path",
    [
        "../secret.csv",
        "data/../../secret.csv",
        "..\\secret.csv",
        "/etc/passwd",
        "\\\\server\\share\\events.csv",
        "~/events.csv",
        "C:\\events.csv",
        "c:events.csv",
        "file:///etc/passwd",
        "http://localhost/events.csv",
        "HTTPS://localhost/events.csv",
        "ftp://localhost/events.csv",
        "s3://bucket/events.csv",
        "data/\0events.csv",
        *(f"{sign}http://localhost/events.csv" for sign in SPACES),
        *(f"http://localhost/events.csv{sign}" for sign in SPACES),
        *(f"data/events.csv{sign}" for sign in SPACES),
        "data/ev\x1b]0;title\x07ents.csv",
        "data/events\u2028.csv",
        "\ud800.csv",
        "data/\udcff.csv",
        "JAR:file:/etc/events.csv",
        "gopher://localhost/events.csv",
        "file:events.csv",
        "data:text/csv,kind",
    ],
)
def test_a_path_out_of_the_package_is_refused(package: Path, path: str) -> None:
    """A path that is remote, absolute, climbs out or that no file can have is reported and not read."""
    describe(package, path=path)
    messages = found(package)
    assert messages.keys() == {"files_are_safe", "tables_are_read"}  # the table that refers to this one is checked
    assert "hidden" not in str(messages)


def test_a_path_that_no_file_system_takes_is_reported(package: Path) -> None:
    """A path of five thousand letters is a finding, and the finding is not as long."""
    describe(package, path="a" * 5000)
    (message,) = found(package)["files_are_readable"]
    assert "too long" in message
    assert all(len(each.message) < 500 for each in bps.check(package))


@pytest.mark.parametrize("property_", ["schema", "dialect"])
@pytest.mark.parametrize(
    "path",
    ["../secret.csv", "http://localhost/schema.json", *(f"{sign}http://localhost/schema.json" for sign in SPACES)],
)
def test_a_schema_or_dialect_elsewhere_is_refused(package: Path, property_: str, path: str) -> None:
    """A schema or dialect is read from the package or not at all."""
    describe(package, **{property_: path})
    assert "files_are_safe" in found(package)


@pytest.mark.parametrize("extra", [{"extrapaths": ["../secret.csv"]}, {"path": ["data/events.csv", "../secret.csv"]}])
def test_every_path_of_a_resource_is_looked_at(package: Path, extra: dict[str, Any]) -> None:
    """The later files of a resource are held to the same rule as the first."""
    describe(package, **extra)
    assert "files_are_safe" in found(package)


@pytest.mark.parametrize(
    "extra",
    [
        {"scheme": "http"},
        {"profile": "http://localhost/profile.json"},
        {"$schema": "http://localhost/profile.json"},
        {"checklist": "http://localhost/checklist.json"},
        {"format": "sql", "path": "data/events.csv"},
        {"sources": [{"title": "A", "path": "http://localhost/"}]},
        {"schema": {"$ref": "http://localhost/schema.json", "fields": [{"name": "kind"}, {"name": "number"}]}},
    ],
)
def test_nothing_that_a_descriptor_names_is_fetched(package: Path, extra: dict[str, Any]) -> None:
    """Addresses in a descriptor are text; none is asked."""
    describe(package, **extra)
    bps.check(package)


def test_a_link_out_of_the_package_is_not_followed(package: Path) -> None:
    """A file or folder that is a link to somewhere else is reported, a link within the package is read."""
    (package / "data" / "events.csv").rename(package / "data" / "inside.csv")
    (package / "data" / "events.csv").symlink_to(package / "data" / "inside.csv")
    assert found(package) == {}
    (package / "data" / "events.csv").unlink()
    (package / "data" / "events.csv").symlink_to(package.parent / "secret.csv")
    assert "which a link leads out of the package" in found(package)["files_are_safe"][0]
    (package / "out").symlink_to(package.parent)
    describe(package, path="out/secret.csv")
    assert "files_are_safe" in found(package)


def test_a_link_that_leads_to_itself_is_reported(package: Path) -> None:
    """A circle of links is a finding and not an endless walk."""
    (package / "data" / "events.csv").unlink()
    (package / "data" / "events.csv").symlink_to(package / "data" / "events.csv")
    assert {"files_are_safe", "files_are_readable"} & found(package).keys()


def test_a_folder_or_pipe_is_no_file(package: Path) -> None:
    """What is no regular file is not opened: a pipe would be waited for for ever."""
    import os

    (package / "data" / "events.csv").unlink()
    os.mkfifo(package / "data" / "events.csv")
    assert "files_are_safe" in found(package)


def test_a_huge_cell_is_refused(package: Path) -> None:
    """A cell of more than 131,072 characters is reported with its row."""
    (package / "data" / "events.csv").write_text(f"kind,number,title\nfair,1,{'x' * 200_000}\n", encoding="utf-8")
    (fault,) = [each for each in bps.check(package) if each.rule == "files_are_readable"]
    assert (fault.file, fault.row) == ("data/events.csv", 2)


def test_a_line_without_end_is_refused_within_bounds(package: Path) -> None:
    """A file of one endless line is refused before it is in memory."""
    with (package / "data" / "events.csv").open("wb") as file:
        for _ in range(64):
            file.write(b"x" * MEBIBYTE)
    with bounded(16 * MEBIBYTE):
        assert "files_are_safe" in found(package)


@pytest.mark.parametrize("depth", [10_000, pytest.param(1_000_000, marks=pytest.mark.slow)])
def test_deep_json_is_refused(package: Path, depth: int) -> None:
    """A descriptor of many levels is no descriptor, and no traceback."""
    (package / "datapackage.json").write_text('{"resources": ' + "[" * depth + "]" * depth + "}", encoding="utf-8")
    with pytest.raises(bps.DataPackageError, match="found no JSON"):
        bps.check(package)


def test_a_deep_table_in_json_is_reported(package: Path) -> None:
    """A JSON table of many levels is a finding."""
    (package / "data" / "events.json").write_text("[" * 100_000, encoding="utf-8")
    describe(package, path="data/events.json")
    assert found(package).keys() >= {"files_are_readable", "tables_are_read"}


def zipped(package: Path, **more: bytes) -> Path:
    """The package as a zip archive, with more files."""
    path = package.with_suffix(".zip")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(package.rglob("*.*")):
            archive.write(file, file.relative_to(package))
        for name, content in more.items():
            archive.writestr(name, content)
    return path


def test_a_zip_is_a_package(package: Path, package_copy: Path) -> None:
    """A zipped package is checked as its folder is, and loaded too; one in a folder of the archive as well."""
    assert bps.check(zipped(package)) == []
    assert bps.load(zipped(package_copy)) == bps.bundled()
    with zipfile.ZipFile(package.parent / "deep.zip", "w") as archive:
        for file in sorted(package.rglob("*.*")):
            archive.write(file, Path("libraries-main") / file.relative_to(package))
    assert bps.check(package.parent / "deep.zip") == []


def test_a_zip_bomb_is_refused_within_bounds(package: Path) -> None:
    """An archive that unpacks out of all proportion is refused, and not unpacked."""
    bomb = zipped(package, **{"data/zeros.csv": b"0" * 100 * MEBIBYTE})
    assert bomb.stat().st_size < MEBIBYTE
    with bounded(4 * MEBIBYTE), pytest.raises(bps.UnsafeFileError, match=r"zeros\.csv"):
        bps.check(bomb)


def test_the_parts_of_a_zip_bomb_are_counted_together(package: Path) -> None:
    """An archive of many files, each of which unpacks in proportion, is refused for what they come to."""
    bomb = zipped(package, **{f"data/{number}.csv": b"0" * (MEBIBYTE // 2) for number in range(100)})
    with bounded(4 * MEBIBYTE), pytest.raises(bps.UnsafeFileError, match="unpacks to at most"):
        bps.check(bomb)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_an_archive_holds_each_file_once(package: Path) -> None:
    """Two entries of one name are refused: programs differ in which they read."""
    path = zipped(package)
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("data/events.csv", b"kind,number,title\n")
    with pytest.raises(bps.UnsafeFileError, match="each entry once"):
        bps.check(path)


PACKERS: dict[str, Callable[[bytes], bytes]] = {"gz": gzip.compress, "bz2": bz2.compress, "xz": lzma.compress}


def damaged(content: bytes) -> Iterator[bytes]:
    """The bytes of a packed file cut off, and with one changed here and there."""
    for at in range(0, len(content), max(1, len(content) // 60)):
        yield content[:at]
        yield content[:at] + bytes([content[at] ^ 0xFF]) + content[at + 1 :]


@pytest.mark.slow
@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_damaged_archive_is_refused_or_read(package: Path, method: int) -> None:
    """Whatever is broken in an archive, a check ends with an error of this library, or with findings."""
    path, broken = package.with_suffix(".zip"), package.parent / "broken.zip"
    with zipfile.ZipFile(path, "w", method) as archive:
        archive.write(package / "datapackage.json", "datapackage.json")
        archive.writestr("data/über.csv", b"a,b\n1,2\n" * 20)
    for content in damaged(path.read_bytes()):
        broken.write_bytes(content)
        with suppress(bps.DataPackageError), package_files(broken) as files:
            files.read(files.descriptor)


@pytest.mark.slow
@pytest.mark.parametrize("ending", PACKERS)
def test_a_damaged_packed_file_is_refused_or_read(package: Path, ending: str) -> None:
    """Whatever is broken in a packed table, reading it ends with an error of this library or succeeds."""
    name = f"data/broken.csv.{ending}"
    for content in damaged(PACKERS[ending](b"kind,number,title\nfair,1,x\n" * 20)):
        (package / name).write_bytes(content)
        with suppress(bps.DataPackageError), package_files(package) as files:
            files.read(name)


@pytest.mark.parametrize("ending", PACKERS)
def test_a_packed_file_out_of_proportion_is_not_read(package: Path, ending: str) -> None:
    """A packed file that unpacks out of all proportion is refused within bounds."""
    (package / f"zeros.{ending}").write_bytes(PACKERS[ending](b"0" * 20 * MEBIBYTE))
    with (
        package_files(package) as files,
        bounded(16 * MEBIBYTE),
        pytest.raises(bps.UnsafeFileError, match="proportion"),
    ):
        files.read(f"zeros.{ending}")


def test_an_archive_of_too_many_files_is_refused(package: Path) -> None:
    """Ten thousand entries are enough."""
    with pytest.raises(bps.UnsafeFileError, match="entries"):
        bps.check(zipped(package, **{f"{number}.txt": b"" for number in range(10_001)}))


@pytest.mark.parametrize("name", ["../evil.csv", "/evil.csv", "..\\evil.csv"])
def test_an_archive_stays_in_its_folder(package: Path, name: str) -> None:
    """An entry that would be unpacked elsewhere is refused, and nothing is written."""
    with pytest.raises(bps.UnsafeFileError, match="evil"):
        bps.check(zipped(package, **{name: b"x"}))
    assert not (package.parent / "evil.csv").exists()


def test_a_link_in_an_archive_is_refused(package: Path) -> None:
    """An entry that is a symbolic link is refused."""
    path = zipped(package)
    link = zipfile.ZipInfo("data/link.csv")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(link, "/etc/passwd")
    with pytest.raises(bps.UnsafeFileError, match="link"):
        bps.check(path)


def test_an_archive_without_a_descriptor_is_refused(package: Path) -> None:
    """A zip that holds no package says so."""
    (package / "datapackage.json").unlink()
    with pytest.raises(bps.DataPackageError, match="an archive without"):
        bps.check(zipped(package))


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # frictionless leaves the file open
def test_a_packed_table_is_read_and_a_packed_bomb_refused(package: Path) -> None:
    """A table in a gzip file is read as the table it holds; one that unpacks out of all proportion is reported."""
    events = package / "data" / "events.csv"
    packed = package / "data" / "events.csv.gz"
    packed.write_bytes(gzip.compress(events.read_bytes()))
    describe(package, path="data/events.csv.gz")
    assert found(package) == {}
    packed.write_bytes(gzip.compress(b"kind,number,title\n" + (b"a,1," + b"b" * 1000 + b"\n") * 20_000))
    assert "files_are_safe" in found(package)


@pytest.mark.parametrize(
    "cell", ["=cmd()", "=1+1", "=cmd|' /C calc'!A0", "@SUM(A1)", "+HYPERLINK(A1)", "-cmd|'x'!A1", "\t=1"]
)
def test_a_formula_is_reported_and_text_that_looks_alike_is_not(package: Path, cell: str) -> None:
    """A cell that a spreadsheet would run is reported with its place; signs that only begin a text are not."""
    (package / "data" / "events.csv").write_text(f'kind,number,title\nfair,1,"{cell}"\nfair,2,x\n', encoding="utf-8")
    (issue,) = [each for each in bps.check(package) if each.rule == "cells_hold_no_formula"]
    assert (issue.file, issue.row, issue.column) == ("data/events.csv", 2, "title")


@pytest.mark.parametrize("cell", ["-5", "+49 30 1234", "@home", "- a bullet", "=", "==", "a=b", "-6.2%", "–", "+"])
def test_text_that_no_spreadsheet_runs_is_left_alone(package: Path, cell: str) -> None:
    """Signs, numbers and names are no formula."""
    (package / "data" / "events.csv").write_text(f"kind,number,title\nfair,1,{cell}\nfair,2,x\n", encoding="utf-8")
    assert "cells_hold_no_formula" not in found(package)


KEYS = [
    "name", "path", "data", "schema", "fields", "type", "primaryKey", "foreignKeys", "uniqueKeys", "reference",
    "resource", "constraints", "enum", "categories", "missingValues", "dialect", "hash", "bytes", "encoding", "format",
    "licenses", "contributors", "sources", "$schema", "keywords", "unit_registry",
]  # fmt: skip


@pytest.mark.parametrize("definitions", [3, ["park = ["], ["park = [x]", "park = [y]"], [None]])
def test_units_that_cannot_be_read_are_findings(package_copy: Path, definitions: object) -> None:
    """Definitions of units that are none are told by the rules that need them, and end no check."""
    edit_descriptor(package_copy, lambda descriptor: descriptor.update(unit_registry=definitions))
    assert "unit_fields_are_consistent" in found(package_copy)


bytes_ = st.binary(max_size=400)
json_: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=4), inner),
    max_leaves=20,
)


@settings(max_examples=3 * settings().max_examples // 5)
@given(content=bytes_)
def test_random_bytes_in_a_table_end_in_findings(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    """Whatever bytes a table holds, a check ends, and says where each finding is."""
    package = whole(tmp_path_factory.mktemp("bytes") / "package")
    (package / "data" / "events.csv").write_bytes(content)
    assert all(each.file for each in bps.check(package))


@settings(max_examples=3 * settings().max_examples // 5)
@given(content=bytes_)
def test_random_bytes_in_a_descriptor_are_refused(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    """Whatever bytes a descriptor holds, they are refused with an error of this library or checked."""
    package = whole(tmp_path_factory.mktemp("bytes") / "package")
    (package / "datapackage.json").write_bytes(content)
    with pytest.raises(bps.DataPackageError):
        bps.check(package)


@settings(max_examples=4 * settings().max_examples // 5)
@given(resource=st.dictionaries(st.sampled_from(KEYS), json_), rest=st.dictionaries(st.sampled_from(KEYS), json_))
def test_a_descriptor_of_odd_values_ends_in_findings(
    tmp_path_factory: pytest.TempPathFactory, resource: dict[str, Any], rest: dict[str, Any]
) -> None:
    """Properties with values of any kind are findings, and never a traceback."""
    package = whole(tmp_path_factory.mktemp("odd") / "package")
    edit_descriptor(package, lambda descriptor: descriptor["resources"][2].update(resource))
    edit_descriptor(package, lambda descriptor: descriptor.update(rest))
    assert all(each.file for each in bps.check(package))
