"""The tutorial is true: each of its files is written, each command run, and what it prints compared."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.support.checkout import DOCS, environment

import beijing_public_services as bps

PAGE = DOCS / "tutorial.md"
TRANSLATED = PAGE.parent / "zh" / "tutorial.md"
BLOCK = re.compile(r"^```\w+\n.*?^```$", re.MULTILINE | re.DOTALL)
STEP = re.compile(
    r"(?:^(?P<before>In |)`(?P<file>[^`\n]+)`(?P<after> now holds|):\n\n)?^```(?P<kind>\w+)\n(?P<content>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
COMMANDS = {
    "beijing-public-services": [sys.executable, "-m", "beijing_public_services"],
    "python": [sys.executable],
}


class Step(NamedTuple):
    """A fenced block of the page: a file as written, changed or found, or commands with what they print."""

    what: str
    file: str
    content: str


def steps(page: str) -> list[Step]:
    """The blocks of the page in its order."""
    found = []
    for block in STEP.finditer(page):
        kind = block["kind"]
        what = {"console": "run", "diff": "change"}.get(kind, "find" if block["after"] else "write")
        assert bool(block["before"]) == (kind == "diff"), block[0]
        assert bool(block["file"]) == (kind != "console"), block[0]
        found.append(Step(what, block["file"] or "", block["content"]))
    return found


def printed(command: str, folder: Path) -> str:
    """What a command of the page prints, run in this folder."""
    name, *arguments = shlex.split(command)
    done = subprocess.run(
        [*COMMANDS[name], *arguments],
        cwd=folder,
        env=environment(PYTHONIOENCODING="utf-8", COLUMNS="200"),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    return done.stdout


def changed(text: str, diff: str) -> str:
    """A text with each run of removed lines, which it holds once, replaced by the added lines after it."""
    for old, new in re.findall(r"((?:^-.*\n)+)((?:^\+.*\n)+)", diff, re.MULTILINE):
        removed, added = ("\n".join(line[1:] for line in lines.splitlines()) for lines in (old, new))
        assert text.count(removed) == 1, f"found {text.count(removed)} times, expected once: {removed}"
        text = text.replace(removed, added)
    return text


def follow(page: str, folder: Path) -> str:
    """The page as it would be if each block held what following it gives."""
    shown = []
    end = 0
    for block, step in zip(STEP.finditer(page), steps(page), strict=True):
        path, content = folder / step.file, step.content
        if step.what == "write":
            path.write_text(content, encoding="utf-8", newline="\n")
        elif step.what == "change":
            path.write_text(changed(path.read_text(encoding="utf-8"), content), encoding="utf-8", newline="\n")
        elif step.what == "find":
            content = path.read_text(encoding="utf-8")
        else:
            commands = [line for line in content.splitlines() if line.startswith("$ ")]
            content = "".join(f"{command}\n{printed(command[2:], folder)}" for command in commands)
        shown += [page[end : block.start("content")], content]
        end = block.end("content")
    return "".join([*shown, page[end:]])


def without_counts(page: str) -> str:
    """The page without how many rules there are, so that a new rule leaves it as it is."""
    return re.sub(r"\d+ rules ran", "all rules ran", page)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="the page shows paths as POSIX writes them")
def test_following_the_tutorial_gives_what_it_shows(tmp_path: Path) -> None:
    """Whoever follows the tutorial step by step sees what it shows, and ends with a package without a fault."""
    page = PAGE.read_text(encoding="utf-8")
    followed = follow(page, tmp_path)
    assert without_counts(followed) == without_counts(page)
    assert bps.check(tmp_path / "lanwan") == []
    assert len(bps.load(tmp_path / "lanwan").observations) == 9


def test_the_tutorial_in_chinese_has_the_same_steps() -> None:
    """The Chinese tutorial holds the files, changes and commands of the English one, in the same order."""
    english, chinese = (BLOCK.findall(without_counts(page.read_text(encoding="utf-8"))) for page in (PAGE, TRANSLATED))
    assert chinese == english
    assert len(english) == len(steps(PAGE.read_text(encoding="utf-8")))
