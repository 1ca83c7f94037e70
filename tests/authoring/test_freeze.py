"""Laws of frozen releases: what was published stays to the byte, and each release after it keeps the rule."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.support.editing import contents
from tests.support.histories import PM, erratum, publish, put
from tools import freeze as tool
from tools.freeze import SUMS, faults, freeze, frozen

import beijing_public_services as bps

if TYPE_CHECKING:
    from tests.support.histories import Edit

TIANJIN = f"{PM}:CN-TJ:2024"
WORDED = put("indicators", {"id": PM}, keywords="PM2.5;haze")
REVISED = [  # what the report prints for Tianjin, read anew
    put("observations", {"id": TIANJIN}, value="39", printed="39微克/米3"),
    put("numerals", {"locator": "s6.2.1.p1", "ordinal": "7"}, token="39"),
    put("cross_checks", {"observation": TIANJIN}, printed="39微克/立方米", value="39"),
]
ERRATA = [erratum(TIANJIN, "value", "38", "39"), erratum(TIANJIN, "printed", "38微克/米3", "39微克/米3")]


class History:
    """A folder of frozen releases, and the package to be released next."""

    def __init__(self, folder: Path) -> None:
        self.package, self.releases = folder / "datapackage", folder / "releases"

    def next(self, version: str, *edits: Edit, **metadata: str) -> list[str]:
        """Make this the package to be released next, and give what speaks against it."""
        publish(self.package, version, *edits, metadata=metadata)
        return faults(self.package, self.releases)

    def freeze(self, version: str) -> list[str]:
        """Freeze the package; what speaks against that."""
        return freeze(version, self.package, self.releases)


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A history of one frozen release, 0.1.0, which is the package too."""
    history = History(tmp_path_factory.mktemp("history"))
    assert history.next("0.1.0") == history.freeze("0.1.0") == []
    return history.releases.parent


@pytest.fixture
def history(first: Path, tmp_path: Path) -> History:
    """The same, to be gone on with."""
    shutil.copytree(first, tmp_path, dirs_exist_ok=True)
    return History(tmp_path)


def test_no_published_figure_changed_without_an_erratum() -> None:
    """The frozen releases of this project are as they were frozen, and each one, and the package, keeps the rule."""
    assert faults() == []


def test_a_frozen_release_is_the_package_to_the_byte(history: History) -> None:
    """Freezing copies the package whole, so that it can be read and checked like any other."""
    assert contents(history.releases / "0.1.0") == contents(history.package)
    assert bps.load(history.releases / "0.1.0") == bps.load(history.package)
    assert faults(history.package, history.releases) == []


def test_what_is_frozen_is_never_written_again(history: History) -> None:
    """A version that is frozen is refused, whatever the package is by now."""
    before = contents(history.releases)
    assert history.freeze("0.1.0") == ["0.1.0: found that it is frozen, expected a later version"]
    history.next("0.1.0", WORDED)
    assert len(history.freeze("0.1.0")) == 1
    assert contents(history.releases) == before


@pytest.mark.parametrize("version", ["0.2", "../0.1.0", "latest"])
def test_only_a_version_is_frozen(history: History, version: str) -> None:
    """What is no version of three numbers is refused."""
    (found,) = history.freeze(version)
    assert "expected three numbers" in found


def test_only_the_packages_own_version_is_frozen(history: History) -> None:
    """The version given must be the one that the descriptor says."""
    (found,) = history.freeze("0.2.0")
    assert found.endswith("found version '0.1.0', expected '0.2.0'")


def test_a_package_with_a_fault_is_not_frozen(history: History) -> None:
    """What a check finds is said, and nothing is written."""
    history.next("1.0.0", put("observations", {"id": TIANJIN}, value="39"))
    assert any("[values_match_the_printed_text]" in each for each in history.freeze("1.0.0"))
    assert [each.name for each in frozen(history.releases)] == ["0.1.0"]


@pytest.mark.slow
def test_a_history_of_three_releases(history: History) -> None:
    """Another wording, then a corrected figure with its errata: each is frozen, in the order of versions."""
    assert history.next("0.1.10", WORDED) == []
    assert history.freeze("0.1.10") == []
    assert history.next("0.2.0", WORDED, *REVISED, *ERRATA) == []
    assert history.freeze("0.2.0") == []
    assert [each.name for each in frozen(history.releases)] == ["0.1.0", "0.1.10", "0.2.0"]
    assert len((history.releases / SUMS).read_text(encoding="utf-8").splitlines()) == 3
    assert faults(history.package, history.releases) == []


@pytest.mark.parametrize(
    ("version", "edits", "said"),
    [
        ("0.1.1", [*REVISED, *ERRATA], "a step of patch, expected minor"),
        *(
            pytest.param(*case, marks=pytest.mark.slow)
            for case in (
                ("0.1.0", [WORDED], "found '0.1.0' after '0.1.0', a step of none, expected patch"),
                ("0.0.9", [WORDED], "found '0.0.9' after '0.1.0', a step of none, expected patch"),
                ("0.2.0", [put("indicators", {"id": PM}, timing="end")], "a step of minor, expected major"),
                ("0.2.0", REVISED, "expected one in 0.2.0"),
                ("0.2.0", ERRATA, "but that cell did not change"),
            )
        ),
    ],
)
def test_a_release_that_breaks_the_rule_fails(history: History, version: str, edits: list[Edit], said: str) -> None:
    """A version that steps less than asked, a correction unrecorded or a record of none speak against a release."""
    assert any(each.startswith(f"{version}, ") and said in each for each in history.next(version, *edits))
    assert history.freeze(version) != []


def test_another_descriptor_is_another_version(history: History) -> None:
    """With no row changed, a version still stands for one descriptor to the byte."""
    (found,) = history.next("0.1.0", description="Figures.")
    assert found == "0.1.0, version: found another descriptor, expected one after 0.1.0"
    assert history.next("0.1.1", description="Figures.") == []


@pytest.mark.parametrize("name", ["data/observations.csv", "datapackage.json", "data/errata.csv"])
def test_a_frozen_file_that_is_touched_is_noticed(history: History, name: str) -> None:
    """A byte more in any file of a frozen release, or a file gone, is said of that file."""
    file = history.releases / "0.1.0" / name
    file.write_bytes(file.read_bytes() + b"\n")
    (found,) = faults(history.package, history.releases)
    assert found.startswith(f"{file}: found another SHA-256")
    if name != "datapackage.json":
        file.unlink()
        assert faults(history.package, history.releases) == [found]


def test_a_frozen_release_that_is_gone_is_noticed(history: History) -> None:
    """Every release that was frozen is there."""
    (history.releases / "0.1.0").rename(history.releases.parent / "elsewhere")
    (found,) = faults(history.package, history.releases)
    assert found.endswith("datapackage.json: found no file, expected the frozen one")


def test_a_release_smuggled_in_is_noticed(history: History) -> None:
    """A folder that no line of the sums stands for was not frozen."""
    publish(history.releases / "0.1.1", "0.1.1", WORDED)
    assert any(SUMS in each for each in faults(history.package, history.releases))


def test_the_command_says_what_it_did(
    history: History, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Frozen: exit code 0 and where; refused: 1 and why; without a version: 2 and the usage."""
    monkeypatch.setattr(tool, "freeze", lambda version: [] if version == "0.2.0" else ["found a fault"])
    for arguments, code, said in (
        (["0.2.0"], 0, "0.2.0 is frozen in tests/releases/0.2.0\n"),
        (["0.1.0"], 1, "found a fault\n"),
        ([], 2, "Usage: python tools/freeze.py VERSION"),
    ):
        monkeypatch.setattr("sys.argv", ["freeze.py", *arguments])
        assert tool.main() == code
        assert said in capsys.readouterr().out
