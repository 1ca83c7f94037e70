"""Laws of a release: a stray or missing file is found, and the data's zip, notes and checksums are what they say."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import subprocess
import tarfile
import zipfile
from pathlib import Path

import pytest
import yaml
from tests.support.checkout import ROOT
from tools import distribution
from tools.distribution import expected_in_wheel, faults, packaged
from tools.release import DESCRIPTOR, NOTES, SUMS, VERSION, name_component, notes, sums, unfinished, write_data

import beijing_public_services as bps

WORKFLOW = yaml.safe_load((ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8"))
FILES = ("pyproject.toml", "src/beijing_public_services/__init__.py", "docs/rules/a.md", ".github/x.yml", "LICENSE")


@pytest.fixture
def checkout(tmp_path: Path, package_copy: Path) -> Path:
    """A small repository with a data package, under version control."""
    root = package_copy.parent
    for name in FILES:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(name, encoding="utf-8")
    subprocess.run(["git", "init", "--quiet", str(root)], check=True)
    subprocess.run(["git", "-C", str(root), "add", "--all"], check=True)
    return root


def wheel_of(root: Path, **changed: bytes) -> Path:
    """Return a wheel with the files that one of this checkout must have; `changed` has other bytes."""
    files = distribution.tracked(root)
    names = expected_in_wheel(files, ["LICENSE"])
    members = {(f"a.dist-info/{each}" if each.startswith("licenses/") else each): b"" for each in names}
    members |= {f"a.dist-info/{each}": b"" for each in distribution.ADDED_TO_WHEEL - {"RECORD"}}
    record = "".join(f"{name},sha256={digest(content)},{len(content)}\n" for name, content in members.items())
    members["a.dist-info/RECORD"] = f"{record}a.dist-info/RECORD,,\n".encode()
    path = root.parent / "a.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in {**members, **changed}.items():
            archive.writestr(name, content)
    return path


def digest(content: bytes) -> str:
    """Return a SHA-256 as a RECORD has it."""
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()


def sdist_of(root: Path, *added: str, without: str = "") -> Path:
    """Return a source distribution with the files that one of this checkout must have, and some more or fewer."""
    names = {each for each in distribution.tracked(root) if not each.startswith((".github/", ".ci/"))}
    path = root.parent / "a.tar.gz"
    with tarfile.open(path, "w:gz") as archive:
        for name in ({*names, "PKG-INFO", *added}) - {without}:
            archive.addfile(tarfile.TarInfo(f"a-1/{name}"), io.BytesIO())
    return path


def test_the_files_of_a_release_are_those_under_version_control(checkout: Path) -> None:
    """Nothing is wrong with a wheel and a source distribution that hold these files and the descriptor's."""
    assert list(faults(wheel_of(checkout), sdist_of(checkout), checkout)) == []


def test_a_stray_or_missing_file_is_found(checkout: Path) -> None:
    """A file that is not under version control, one that is missing and one with other bytes are each named."""
    init = "beijing_public_services/__init__.py"
    stray = wheel_of(checkout, **{"beijing_public_services/notes.txt": b""})
    assert list(faults(stray, sdist_of(checkout), checkout)) == [
        "a.whl: found beijing_public_services/notes.txt, expected no such file"
    ]
    other = wheel_of(checkout, **{init: b"import os"})
    assert list(faults(other, sdist_of(checkout), checkout)) == [
        f"a.whl: found other bytes in {init}, expected those of its RECORD"
    ]
    sdist = sdist_of(checkout, ".github/x.yml", without="LICENSE")
    assert list(faults(wheel_of(checkout), sdist, checkout)) == [
        "a.tar.gz: found .github/x.yml, expected no such file",
        "a.tar.gz: found no LICENSE, expected the file",
    ]


def test_a_table_that_the_descriptor_does_not_name_is_found(checkout: Path) -> None:
    """A file beside the tables of the data package is named, although it is under version control."""
    (checkout / "datapackage" / "data" / "old.csv").write_text("a\n", encoding="utf-8")
    subprocess.run(["git", "-C", str(checkout), "add", "--all"], check=True)
    found = list(faults(wheel_of(checkout), sdist_of(checkout), checkout))
    assert found == ["datapackage/ under version control: found datapackage/data/old.csv, expected no such file"]


def test_the_zip_of_the_data_is_the_package(tmp_path: Path) -> None:
    """The zip has the descriptor first, every file it names and the licence; it loads, and is the same each time."""
    (tmp_path / "again").mkdir()
    zipped = write_data(tmp_path)
    assert zipped.read_bytes() == write_data(tmp_path / "again").read_bytes()
    assert bps.load(zipped) == bps.load(ROOT / "datapackage")
    with zipfile.ZipFile(zipped) as archive:
        assert archive.namelist()[0] == "datapackage.json"
        assert {f"datapackage/{each}" for each in archive.namelist()} >= packaged()
        assert "LICENSE-DATA" in archive.namelist()
        assert {each.date_time[:3] for each in archive.infolist()} == {
            tuple(map(int, DESCRIPTOR["created"][:10].split("-")))
        }


def test_the_notes_are_the_section_of_the_version() -> None:
    """The notes are what the changelog says of the version; before it has a section, what is unreleased."""
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    first = notes(changelog, "0.1.0")
    assert first in changelog
    assert "\n## " not in first
    assert notes("## Unreleased\n\n- New.\n", VERSION) == "- New.\n"


def test_the_checksums_are_those_of_the_files(tmp_path: Path) -> None:
    """Each file has a line with its SHA-256, but for the list itself and the notes, which are the release's text."""
    (tmp_path / "a.txt").write_bytes(b"a")
    (tmp_path / NOTES).write_bytes(b"- New.")
    (tmp_path / SUMS).write_bytes(b"old")
    assert sums(tmp_path) == f"{hashlib.sha256(b'a').hexdigest()}  a.txt\n"


def test_the_bill_of_materials_names_the_version(tmp_path: Path) -> None:
    """The library has its version and its address in the bill; what else the bill says stays."""
    bill = tmp_path / "sbom.cdx.json"
    bill.write_text('{"metadata": {"component": {"name": "x"}}, "components": []}', encoding="utf-8")
    name_component(bill)
    made = json.loads(bill.read_bytes())
    assert made["components"] == []
    assert made["metadata"]["component"] == {
        "name": "x",
        "version": VERSION,
        "purl": f"pkg:pypi/beijing-public-services@{VERSION}",
    }


def test_a_release_is_dated_frozen_and_tagged(checkout: Path, tmp_path: Path) -> None:
    """A final release has a date, no changes after it, frozen data with the same bytes, and the tag at this commit."""
    identity = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    subprocess.run(["git", "-C", str(checkout), *identity, "commit", "--quiet", "-m", "a"], check=True)
    releases = tmp_path / "releases"
    lacking = "\n".join(unfinished("## Unreleased\n", releases, checkout))
    assert f"no heading '## {VERSION} (" in lacking
    assert "found changes that are unreleased" in lacking
    assert f"releases/{VERSION}/datapackage.json" in lacking
    assert f"expected v{VERSION} at this commit" in lacking
    for each in packaged(checkout):
        frozen = releases / VERSION / each.removeprefix("datapackage/")
        frozen.parent.mkdir(parents=True, exist_ok=True)
        frozen.write_bytes((checkout / each).read_bytes())
    subprocess.run(["git", "-C", str(checkout), "tag", f"v{VERSION}"], check=True)
    day = DESCRIPTOR["created"][:10]
    assert list(unfinished(f"## {VERSION} ({day})\n", releases, checkout)) == []
    (wrong,) = unfinished(f"## {VERSION} (2020-01-01)\n", releases, checkout)
    assert f"({day})" in wrong


def test_each_job_of_the_release_may_do_one_thing() -> None:
    """The workflow has no permission of its own, each job only its own, and no job has a secret."""
    assert WORKFLOW["permissions"] == {}
    permissions = {name: job["permissions"] for name, job in WORKFLOW["jobs"].items()}
    assert permissions == {
        "build": {"contents": "read"},
        "attest": {"id-token": "write", "attestations": "write"},
        "index": {"id-token": "write"},
        "page": {"contents": "write"},
    }
    assert "secrets." not in json.dumps(WORKFLOW)
    (command,) = [step["run"] for step in WORKFLOW["jobs"]["build"]["steps"] if "run" in step]
    assert command == ".ci/run -s build release -- --final"


def test_a_release_offers_each_file_once() -> None:
    """The notes are moved away before the other files are named, so that no file is uploaded that is listed already."""
    (publish,) = [step["run"] for step in WORKFLOW["jobs"]["page"]["steps"] if "run" in step]
    move, create = publish.splitlines()
    assert move == f"mv dist/{NOTES} ."
    assert create.split()[-3:] == ["--notes-file", NOTES, "dist/*"]
