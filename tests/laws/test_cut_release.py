"""Laws of cutting a release: version and date stand everywhere, the data is frozen, or nothing is changed."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from tests.support.checkout import ROOT
from tools import cut_release as tool
from tools.cut_release import cut

DAY = date(2026, 12, 1)
CHANGES = "# Changes\n\n## Unreleased\n\n- New.\n\n## 0.1.0 (2026-11-24)\n\n- First.\n"


@pytest.fixture
def changelog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A changelog with unreleased changes; nothing derived is renewed."""
    path = tmp_path / "CHANGELOG.md"
    path.write_text(CHANGES, encoding="utf-8")
    monkeypatch.setattr(tool, "CHANGELOG", path)
    monkeypatch.setattr(tool, "renew", list)
    return path


@pytest.fixture
def releases(tmp_path: Path) -> Path:
    """The frozen releases of this project before the one that is cut."""
    source = ROOT / "tests" / "releases"
    folder = tmp_path / "releases"
    shutil.copytree(source / "0.1.0", folder / "0.1.0")
    sums = (source / "SHA256SUMS").read_text(encoding="utf-8").splitlines(keepends=True)
    (folder / "SHA256SUMS").write_text(sums[0], encoding="utf-8")
    return folder


def test_a_release_is_dated_and_frozen(package_copy: Path, changelog: Path, releases: Path) -> None:
    """The descriptor and the changelog have the version and one date, and the data is frozen as it then is."""
    assert cut("1.0.0", DAY, package_copy, releases) == []
    descriptor = json.loads((package_copy / "datapackage.json").read_bytes())
    assert (descriptor["version"], descriptor["created"]) == ("1.0.0", "2026-12-01T00:00:00Z")
    assert changelog.read_text(encoding="utf-8") == CHANGES.replace("## Unreleased", "## 1.0.0 (2026-12-01)")
    frozen = releases / "1.0.0" / "datapackage.json"
    assert frozen.read_bytes() == (package_copy / "datapackage.json").read_bytes()


@pytest.mark.parametrize("version", ["0.1.0", "0.1.1", "1.0"])
def test_what_cannot_be_cut_changes_nothing(package_copy: Path, changelog: Path, releases: Path, version: str) -> None:
    """A version that is frozen, that steps too little or is none leaves every file as it was, and says why."""
    before = (package_copy / "datapackage.json").read_bytes()
    assert cut(version, DAY, package_copy, releases) != []
    assert (package_copy / "datapackage.json").read_bytes() == before
    assert changelog.read_text(encoding="utf-8") == CHANGES
    assert [each.name for each in releases.iterdir() if each.is_dir()] == ["0.1.0"]


def test_a_release_has_changes(package_copy: Path, changelog: Path, releases: Path) -> None:
    """Without a section of unreleased changes there is nothing to release."""
    changelog.write_text("# Changes\n", encoding="utf-8")
    (found,) = cut("1.0.0", DAY, package_copy, releases)
    assert "found no section '## Unreleased'" in found


def test_what_fails_is_undone(
    package_copy: Path, changelog: Path, releases: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """If what is derived cannot be renewed, the files are as they were, and the reason is returned."""
    before = (package_copy / "datapackage.json").read_bytes()
    reasons = iter([["it failed"], []])
    monkeypatch.setattr(tool, "renew", lambda: next(reasons))
    assert cut("1.0.0", DAY, package_copy, releases) == ["it failed"]
    assert (package_copy / "datapackage.json").read_bytes() == before
    assert changelog.read_text(encoding="utf-8") == CHANGES


def test_the_command_says_what_is_left_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Cut: 0 and the commands that follow; refused: 1 and why; without a version or with no date: 2."""
    monkeypatch.setattr(tool, "cut", lambda version, day: [] if version == "1.0.0" else ["found a fault"])
    for arguments, code, said in (
        (["1.0.0", "2026-12-01"], 0, "git tag v1.0.0"),
        (["0.1.0"], 1, "found a fault\n"),
        (["1.0.0", "tomorrow"], 2, "found the date 'tomorrow'"),
        ([], 2, "Usage: python tools/cut_release.py VERSION"),
    ):
        monkeypatch.setattr("sys.argv", ["cut_release.py", *arguments])
        assert tool.main() == code
        assert said in capsys.readouterr().out
