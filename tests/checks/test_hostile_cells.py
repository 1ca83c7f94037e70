"""Hostile cells and properties of a package of figures: whatever they hold, every command ends in what it says."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import Run
from tests.support.checkout import environment
from tests.support.corpus import whole
from tests.support.editing import edit_descriptor

import beijing_public_services as bps
from beijing_public_services.datapackage.file_bytes import csv_file
from beijing_public_services.datapackage.tables import read_table

DIGITS = "9" * 5000
STEERING = "\x1b]0;title\x07\x1b[31m\x9b2J"
COMMAND = "::set-output name=a::b"


def put(package: Path, resource: str, column: str, cell: str, row: int = 0) -> None:
    """Put a cell into a table."""
    path = package / "data" / f"{resource}.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        table = read_table(path.name, lines)
    rows = table.rows
    while len(rows) <= row:
        rows.append(dict.fromkeys(table.columns, "1"))
    rows[row][column] = cell
    path.write_bytes(csv_file(rows, table.columns))


PLACES = [
    ("observations", "value"), ("observations", "printed"), ("observations", "period"), ("observations", "base_period"),
    ("mentions", "ordinal"), ("numerals", "ordinal"), ("paragraphs", "ordinal"), ("paragraphs", "section"),
    ("sources", "anchor"), ("sources", "published"), ("cross_checks", "value"), ("cross_checks", "printed"),
    ("errata", "release"), ("aliases", "since"), ("units", "expression"), ("indicators", "unit"), ("areas", "id"),
    ("identities", "left"), ("anomalies", "locator"), ("topics", "section"),
]  # fmt: skip
CELLS = {
    "many digits": DIGITS,
    "an anchor of many digits": f"s1.p1#{DIGITS}",
    "a version of many digits": f"{DIGITS}.{DIGITS}.0",
    "forty digits": "1" + "0" * 39,
    "many decimals": "0." + "1" * 52,
    "a large exponent": "1e999999999",
    "another digit": "٣",
    "control characters": STEERING,
    "a command": COMMAND,
    "a long text": "x" * 100_000,
    "many brackets": "(" * 5_000,
}


def ask_everything(package: Path) -> None:
    """Check, load, audit and compare a package; each ends with findings or an error of this library."""
    assert all(len(each.message) < 2000 for each in bps.check(package))
    for ask in (bps.load, lambda path: bps.audit("[s1.p1] 3个", path), lambda path: bps.diff(path, path)):
        with contextlib.suppress(bps.BeijingPublicServicesError):
            ask(package)


@pytest.mark.slow
@pytest.mark.parametrize("cell", CELLS.values(), ids=CELLS)
def test_any_cell_ends_in_findings(package_copy: Path, cell: str) -> None:
    """No cell ends a check, a load, an audit or a comparison in another way than in what it says."""
    for row, (resource, column) in enumerate(PLACES):
        put(package_copy, resource, column, cell, row % 2)
    ask_everything(package_copy)


@pytest.mark.slow
@pytest.mark.parametrize(("resource", "column"), PLACES)
def test_a_long_number_in_any_column_ends_in_findings(package_copy: Path, resource: str, column: str) -> None:
    """No column ends them so, when it holds a number of five thousand digits and nothing else is wrong."""
    put(package_copy, resource, column, DIGITS)
    ask_everything(package_copy)


@pytest.mark.parametrize(
    ("resource", "column", "cell"),
    [
        ("observations", "value", DIGITS),
        pytest.param("observations", "value", "0." + "1" * 52, marks=pytest.mark.slow),
        ("mentions", "ordinal", DIGITS),
        pytest.param("sources", "anchor", f"s1.p1#{DIGITS}", marks=pytest.mark.slow),
        pytest.param("cross_checks", "value", "1" + "0" * 39, marks=pytest.mark.slow),
    ],
)
def test_long_numbers_are_findings(package_copy: Path, resource: str, column: str, cell: str) -> None:
    """A number that is too long for arithmetic is a finding in its place, and the package is not loaded."""
    put(package_copy, resource, column, cell)
    places = {(each.file, each.row) for each in bps.check(package_copy)}
    assert (f"data/{resource}.csv", 2) in places
    with contextlib.suppress(bps.DataPackageError):
        bps.load(package_copy)


DEEP: Any = []
for _ in range(600):
    DEEP = [DEEP]
PROPERTIES: dict[str, Callable[[dict[str, Any]], object]] = {
    "a version of many digits": lambda package: package.update(version=f"{DIGITS}.0.0"),
    "a deep property": lambda package: package["resources"][2].update(odd=DEEP),
    "a deep schema": lambda package: package["resources"][2]["schema"].update(odd=DEEP),
    "deep data": lambda package: package["resources"][2].update(data=DEEP, path=None),
    "a surrogate in a path": lambda package: package["resources"][2].update(path="\ud800.csv"),
    "a surrogate in the path of a schema": lambda package: package["resources"][2].update(schema="\ud800.json"),
    "a surrogate in a name": lambda package: package["resources"][2].update(name="\ud800"),
    "a surrogate in a column": lambda package: package["resources"][2]["schema"]["fields"][0].update(name="\udfff"),
    "a reference to an object": lambda package: package["resources"][2]["schema"].update(
        foreignKeys=[{"fields": ["kind"], "reference": {"resource": {"a": 1}, "fields": ["kind"]}}]
    ),
    "a reference to a list": lambda package: package["resources"][2]["schema"].update(
        foreignKeys=[{"fields": ["kind"], "reference": {"resource": ["a"], "fields": ["kind"]}}]
    ),
    "control characters in a name": lambda package: package["resources"][2].update(name=STEERING),
    "a command in a path": lambda package: package["resources"][2].update(path=f"{COMMAND}.csv"),
    "a command of another service": lambda package: package["resources"][2].update(path="##vso[task.setvariable]a"),
    "line ends in a title": lambda package: package.update(name=f"a\n{COMMAND}\r{COMMAND}\u2028{COMMAND}"),
    "another encoding": lambda package: package["resources"][2].update(encoding="utf-7"),
    "an encoding that is none": lambda package: package["resources"][2].update(encoding="\ud800"),
    "an encoding that is no text": lambda package: package["resources"][2].update(encoding="zip"),
}


@pytest.mark.parametrize(
    "form", ["text", "github", *(pytest.param(each, marks=pytest.mark.slow) for each in ("json", "junit"))]
)
@pytest.mark.parametrize("change", PROPERTIES.values(), ids=PROPERTIES)
def test_any_property_is_printed_safely(
    tmp_path: Path, run: Run, change: Callable[[dict[str, Any]], object], form: str
) -> None:
    """Whatever a descriptor holds, a check ends with findings or one error, and what is printed steers nothing."""
    package = whole(tmp_path / "package")
    edit_descriptor(package, change)
    code, out, err = run("check", package, "--format", form, "--isolated")
    assert code in (0, 1, 2)
    assert "Traceback" not in err
    for line in (out + err).split("\n"):
        assert re.search("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]", line) is None
        assert re.search(r"##\w*\[", line) is None
        assert form == "github" or not line.lstrip().startswith("::")


def test_names_and_ids_are_printed_safely_by_every_command(package_copy: Path, tmp_path: Path, run: Run) -> None:
    """Ids and cells of two packages, and names of files, are shown by their codes."""
    other = tmp_path / "other"
    other.mkdir()
    for source in (package_copy / "data").parent.rglob("*"):
        target = other / source.relative_to(package_copy)
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_file():
            target.write_bytes(source.read_bytes())
    put(other, "sources", "title", f"{STEERING}\n{COMMAND}")
    (tmp_path / "report.md").write_text("[s1.p1] 3个", encoding="utf-8")
    for arguments in (
        ("diff", package_copy, other),
        ("audit", tmp_path / "report.md", "--package", other),
        ("check", f"{tmp_path}/{STEERING}"),
        ("refresh", f"{tmp_path}/{COMMAND}"),
        ("export", f"{tmp_path}/no/{STEERING}.csv"),
    ):
        code, out, err = run(*arguments)
        assert code in (0, 1, 2)
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", out + err)
        assert not any(line.lstrip().startswith("::") for line in (out + err).split("\n"))


@pytest.mark.parametrize("encoding", ["utf-8", "latin-1", "utf-16", "gb18030"])
def test_the_bound_on_a_cell_holds_in_every_encoding(tmp_path: Path, encoding: str) -> None:
    """A cell of more than 131,072 characters is refused, however the file is encoded."""
    package = whole(tmp_path / "package")
    edit_descriptor(package, lambda found: found["resources"][2].update(encoding=encoding))
    text = f"kind,number,title\nfair,1,{'x' * 200_000}\n"
    (package / "data" / "events.csv").write_bytes(text.encode(encoding))
    rules = {each.rule for each in bps.check(package)}
    assert rules & {"files_are_readable", "files_are_safe"}
    assert "tables_are_read" in rules


@pytest.mark.parametrize(
    ("kind", "form"), [("date", "any"), ("string", "wkt"), ("geojson", "default"), ("list", "default")]
)
def test_a_long_cell_of_any_type_ends_in_a_finding(tmp_path: Path, kind: str, form: str) -> None:
    """A cell of a hundred thousand odd characters is a finding, or its column is said not to be tested."""
    package = whole(tmp_path / "package")
    edit_descriptor(package, lambda found: found["resources"][2]["schema"]["fields"][2].update(type=kind, format=form))
    text = f'kind,number,title\nfair,1,"{"a.(" * 30_000}"\nfair,2,x\n'
    (package / "data" / "events.csv").write_text(text, encoding="utf-8")
    found = {each.rule for each in bps.check(package)}
    assert kind == "list" or found & {"frictionless:type-error", "cells_follow_table_schema", "tables_are_read"}


FROM_NOWHERE = """
import os, sys
from pathlib import Path
gone = Path(sys.argv.pop())
os.chdir(gone)
gone.rmdir()
os.close(2)
sys.stderr = None
from beijing_public_services.__main__ import main
main()
"""


def command(*arguments: object) -> subprocess.CompletedProcess[bytes]:
    """Run the command line in a process of its own."""
    given = [sys.executable, "-m", "beijing_public_services", *arguments]
    return subprocess.run(given, env=environment(), capture_output=True, check=False, timeout=240)  # type: ignore[arg-type]


@pytest.mark.skipif(os.name != "posix", reason="file names are bytes on POSIX only")
def test_file_names_that_are_no_text_are_printed(tmp_path: Path) -> None:
    """A name that is not UTF-8 is written to, and shown by its code."""
    name = os.fsencode(tmp_path) + b"/bad\xff.csv"
    done = command("export", name)
    assert (done.returncode, done.stderr) == (0, b"")
    assert rb"bad\udcff.csv" in done.stdout
    again = command("export", name)
    assert again.returncode == 2
    assert b"Traceback" not in again.stderr
    assert rb"bad\udcff.csv" in again.stderr


@pytest.mark.skipif(os.name != "posix", reason="a folder in use cannot be removed elsewhere")
@pytest.mark.skipif(sys.version_info[:3] == (3, 13, 0), reason="Python 3.13.0 fails to find codecs without a folder")
def test_a_check_needs_no_current_folder(package_copy: Path, tmp_path: Path) -> None:
    """A package at an absolute path is checked from a folder that is gone, and with a closed standard error."""
    gone = tmp_path / "gone"
    gone.mkdir()
    given = [sys.executable, "-c", FROM_NOWHERE, "check", str(package_copy), str(gone)]
    done = subprocess.run(given, env=environment(), capture_output=True, check=False, timeout=240)
    assert (done.returncode, done.stdout[:9]) == (0, b"No issues")


WAITS = """
import signal, sys, time
from pathlib import Path
from beijing_public_services import __main__
from beijing_public_services.datapackage import atomic_write
import os
fsync = os.fsync
def wait(number):
    print("writing", flush=True)
    time.sleep(120)
os.fsync = wait
sys.argv = ["bps", "export", sys.argv[1]]
__main__.main()
"""


@pytest.mark.skipif(os.name != "posix", reason="signals are of POSIX")
@pytest.mark.usefixtures("interruptible")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_nothing_is_left_behind_by_a_signal(tmp_path: Path, number: signal.Signals) -> None:
    """A command that is asked to end, or interrupted, while it writes removes what it has begun."""
    with subprocess.Popen(
        [sys.executable, "-c", WAITS, str(tmp_path / "figures.csv")],
        env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stdout.readline() == "writing\n"
        assert len(list(tmp_path.iterdir())) == 1
        time.sleep(0.1)
        process.send_signal(number)
        process.communicate(timeout=120)
    assert process.returncode != 0
    assert list(tmp_path.iterdir()) == []
