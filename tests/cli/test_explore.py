"""The command `explore` writes a page and says where it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import Run

import beijing_public_services as bps


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that the command opens."""
    found: list[str] = []
    monkeypatch.setattr("webbrowser.open", found.append)
    return found


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package without figures in a folder, whose page is soon written."""
    bps.new_package(tmp_path / "package")
    return tmp_path / "package"


def test_explore_writes_the_page_and_opens_it(run: Run, package: Path, tmp_path: Path, opened: list[str]) -> None:
    """The page of the package is written to the file, which is opened and printed."""
    target = (tmp_path / "page.html").resolve()
    assert run("explore", package, "-o", target) == (0, f"{target}\n", "")
    assert opened == [target.as_uri()]
    assert target.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_explore_keeps_what_is_there(run: Run, package: Path, tmp_path: Path, opened: list[str]) -> None:
    """A file that is there is replaced only by force, and `--no-open` opens nothing."""
    target = tmp_path / "page.html"
    target.write_text("mine", encoding="utf-8")
    code, _, err = run("explore", package, "-o", target, "--no-open")
    assert (code, target.read_text(encoding="utf-8")) == (2, "mine")
    assert "page.html" in err
    assert run("explore", package, "-o", target, "--no-open", "--force", "--lang", "zh")[0] == 0
    assert 'data-language="zh"' in target.read_text(encoding="utf-8")
    assert opened == []


def test_explore_needs_no_name(run: Run, opened: list[str]) -> None:
    """Without a name the page goes to a folder for temporary files."""
    code, out, _ = run("explore")
    assert code == 0
    page = Path(out.strip())
    assert opened == [page.as_uri()]
    page.unlink()
    page.parent.rmdir()
