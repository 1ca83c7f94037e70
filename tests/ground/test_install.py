"""Laws of install lines: each command that the library prints, and each line of the docs, works where it is read."""

from __future__ import annotations

import importlib.metadata
import json
import re
import shlex
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from packaging.requirements import Requirement
from tests.support.checkout import DOCS, ROOT
from tools import install_lines

from beijing_public_services import _install
from beijing_public_services._generated import release
from beijing_public_services._install import install_command, published_requirement

PAGES = sorted(each for ending in ("*.md", "*.ipynb") for each in DOCS.rglob(ending))
LINE = re.compile(
    r"^.*(?:pip install .*(?:beijing-public-services|\"\.\[)|beijing-public-services(?: @ |==)).*$", re.MULTILINE
)


def installed_from(monkeypatch: pytest.MonkeyPatch, record: str | None, checkout: Path | None = None) -> str:
    """Return the command for the extra `cli` where pip recorded this origin, and the library lies in this checkout."""
    monkeypatch.setattr(_install, "_checkout", lambda: checkout)
    found = SimpleNamespace(read_text=lambda name: record)
    monkeypatch.setattr(importlib.metadata, "distribution", lambda name: found)
    return install_command("cli")


def requirement(command: str) -> Requirement:
    """Return what a command installs: its one word that is no option."""
    *_, word = shlex.split(command)
    return Requirement(word)


def test_a_checkout_is_installed_from_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The library in a checkout is installed with its extra from there, and stays editable; any path is one word."""
    folder = tmp_path / "it's a folder"
    command = installed_from(monkeypatch, None, folder)
    assert shlex.split(command) == ["pip", "install", "-e", f"{folder}[cli]"]


def test_a_folder_or_wheel_is_installed_from_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What was installed from a folder or a file that is still there is installed from it again."""
    record = json.dumps({"url": tmp_path.as_uri(), "dir_info": {}})
    found = requirement(installed_from(monkeypatch, record))
    assert (found.name, found.extras, found.url) == ("beijing-public-services", {"cli"}, tmp_path.as_uri())
    gone = json.dumps({"url": (tmp_path / "gone.whl").as_uri(), "archive_info": {}})
    assert shlex.split(installed_from(monkeypatch, gone))[-1] == published_requirement("cli")


def test_a_repository_is_installed_from_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was installed from a repository is installed from the same commit of it."""
    record = {"url": "https://example.org/r.git", "vcs_info": {"vcs": "git", "commit_id": "abc"}}
    found = requirement(installed_from(monkeypatch, json.dumps(record)))
    assert found.url == "git+https://example.org/r.git@abc"


@pytest.mark.parametrize(
    ("on_index", "plain", "exact"),
    [
        (True, "beijing-public-services[cli]", "beijing-public-services[cli]==1.2.3"),
        (
            False,
            f"beijing-public-services[cli] @ git+{release.HOMEPAGE}",
            f"beijing-public-services[cli] @ git+{release.HOMEPAGE}@v1.2.3",
        ),
    ],
)
def test_one_place_decides(monkeypatch: pytest.MonkeyPatch, on_index: bool, plain: str, exact: str) -> None:
    """Whether the index has the library is decided once, for messages, generated files and every page of the docs."""
    monkeypatch.setattr(release, "ON_INDEX", on_index)
    monkeypatch.setattr(install_lines, "ON_INDEX", on_index)
    assert (published_requirement("cli"), published_requirement("cli", "1.2.3")) == (plain, exact)
    assert str(requirement(installed_from(monkeypatch, None))) == str(Requirement(plain))
    page = 'a\n`python3 -m pip install "beijing-public-services[cli,validate]"`.\npip install --target app .\n'
    wanted = "beijing-public-services" if on_index else "."
    assert install_lines.written(page) == (
        f'a\n`python3 -m pip install "{wanted}[cli,validate]"`.\npip install --target app {wanted}\n'
    )
    notebook = '"pip install \\".[pandas]\\"\\n"'
    assert install_lines.written(notebook) == notebook.replace(".[", f"{wanted}[")
    line = f'- pip install "{exact}"\n'
    assert Requirement(shlex.split(install_lines.written(line))[-1]).name == "beijing-public-services"
    assert install_lines.written(install_lines.written(page)) == install_lines.written(page)


@pytest.mark.parametrize("on_index", [True, False])
def test_docs_name_the_newest_release(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, on_index: bool) -> None:
    """A dependency, a pipeline, a hook and an action in the docs all name the newest frozen release."""
    (tmp_path / "0.9.0").mkdir()
    (tmp_path / "0.10.0").mkdir()
    monkeypatch.setattr(install_lines, "RELEASES", tmp_path)
    monkeypatch.setattr(install_lines, "ON_INDEX", on_index)
    page = (
        'dependencies = ["beijing-public-services==0.1.0"]\n- pip install "beijing-public-services[cli]==0.1.0"\n'
        f"- repo: {release.HOMEPAGE}\n  rev: v0.1.0\n- uses: beijing-public-services/beijing-public-services@v0.1.0\n"
        "- uses: actions/checkout@v4.3.0\n"
    )
    exact = "==0.10.0" if on_index else f" @ git+{release.HOMEPAGE}@v0.10.0"
    assert install_lines.written(page) == page.replace("==0.1.0", exact).replace("v0.1.0", "v0.10.0")


def test_the_library_and_the_docs_agree() -> None:
    """The generated module says what tools/install_lines.py does, and no page of the docs says something else."""
    assert (release.ON_INDEX, release.HOMEPAGE) == (install_lines.ON_INDEX, install_lines.HOMEPAGE)
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for line in LINE.findall(text):
            assert install_lines.written(line) == line, page
            assert install_lines.READER.search(line) or install_lines.EXACT.search(line), (page, line)


def test_no_module_has_a_line_of_its_own() -> None:
    """No module but this one of the library says how to install it."""
    source = Path(str(_install.__file__)).parent
    pattern = re.compile(r"pip install[^\n]*beijing-public-services\[")
    modules = {path.name: path.read_text(encoding="utf-8") for path in source.rglob("*.py")}
    assert [name for name, text in modules.items() if pattern.search(text) and name != "_install.py"] == []


def test_the_checkout_is_that_of_this_file() -> None:
    """From a checkout the library is found in it; from elsewhere it is not."""
    found: Any = _install._checkout()
    assert found in (ROOT, None)
