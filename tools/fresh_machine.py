"""Follow the README and the docs literally on a fresh machine, and report what differs from what they print.

Usage: python tools/fresh_machine.py [--without-tests] [--chroot FOLDER] [PAGE ...]

A fresh machine is a clone of this repository, a home without files, an environment without libraries, and none of the
variables of this shell. With --chroot it is a bare Debian in FOLDER too, which debootstrap makes if FOLDER is empty;
that needs root. Each page is followed from its first block to its last. Exit 1: something differed.
"""

from __future__ import annotations

import argparse
import difflib
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from tools.fresh_pages import AFTER, INLINE, JUDGED, LEFT_OUT, LOADED, PAGES, PREPARED, WHERE  # noqa: E402

TESTS = "pytest -n auto"  # in the command of the README that takes minutes
INSTALL = re.compile(r"`((?:python3? -m )?pip install [^`]+)`")
BLOCK = re.compile(r"^```(?P<kind>sh|console|text|python)\n(?P<content>.*?)^```$", re.MULTILINE | re.DOTALL)
SUITE = "bookworm"
LIMIT = 1_800  # seconds for a command


class Block(NamedTuple):
    """A fenced block of a page, with the line it begins at and the prose before it."""

    line: int
    kind: str
    content: str
    before: str


class Outcome(NamedTuple):
    """What became of a command: where it stands, and how it differed; "" if it did what the page says."""

    place: str
    command: str
    difference: str


class Machine:
    """A place where nothing was done yet, and commands run as a reader would type them."""

    def __init__(self, folder: Path, chroot: Path | None = None) -> None:
        self.chroot = chroot
        self.top = folder
        self.checkout, self.home = folder / "checkout", folder / "home"
        subprocess.run(["git", "clone", "--quiet", str(ROOT), str(self.checkout)], check=True)
        self.home.mkdir()
        self._run("python3 -m venv " + shlex.quote(self._inside(folder / "venv")), folder)

    def run(self, command: str, folder: Path | None = None) -> tuple[int, str]:
        """Return the exit code of a command in a shell, and what it prints."""
        done = self._run(command, folder or self.checkout)
        return done.returncode, done.stdout

    def _inside(self, path: Path) -> str:
        """Return a path as the machine sees it."""
        return str(path) if self.chroot is None else f"/{path.relative_to(self.chroot)}"

    def _run(self, command: str, folder: Path) -> subprocess.CompletedProcess[str]:
        path = f"{self._inside(self.top / 'venv')}/bin:/usr/local/bin:/usr/bin:/bin"
        home = self._inside(self.home)
        environment = {
            "PATH": path,
            "HOME": home,
            "LANG": "C.UTF-8",
            "COLUMNS": "200",
            "BROWSER": "true",
            "TERM": "dumb",
        }
        script = f"cd {shlex.quote(self._inside(folder))} && {command}"
        enter = [] if self.chroot is None else [shutil.which("chroot") or "/usr/sbin/chroot", str(self.chroot)]
        return subprocess.run(
            [*enter, "/bin/sh", "-c", script],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            check=False,
            timeout=LIMIT,
        )


def blocks(page: str) -> list[Block]:
    """Return the blocks of a page in its order."""
    found, end = [], 0
    for each in BLOCK.finditer(page):
        line = page.count("\n", 0, each.start()) + 1
        found.append(Block(line, each["kind"], each["content"], page[end : each.start()]))
        end = each.end()
    return found


def follow(name: str, page: str, machine: Machine, leave_out: tuple[str, ...] = LEFT_OUT) -> list[Outcome]:
    """Run what a page tells its reader to run, and return what became of each command."""
    outcomes, last = [], ""
    folder = machine.checkout / WHERE.get(name, "")
    for block in blocks(page):
        place = f"{name}:{block.line}"
        if block.kind == "sh" and not any(part in block.content for part in leave_out):
            for command in [step for part, step in JUDGED.items() if part in block.content] + [block.content]:
                code, last = machine.run(command, folder)
                outcomes.append(Outcome(place, command.strip(), failure(code, last)))
        elif block.kind == "console":
            for command, expected in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block.content, re.MULTILINE):
                last = machine.run(command, folder)[1]
                outcomes.append(Outcome(place, command, difference(expected, last)))
        elif block.kind == "text" and re.search(r"\bprints?\b", block.before) and last:
            outcomes.append(Outcome(place, "(what the last command prints)", difference(block.content, last)))
        elif block.kind == "python" and (name in LOADED or block.content.startswith("import ")):
            (folder / "page.py").write_text(LOADED.get(name, "") + block.content, encoding="utf-8")
            code, last = machine.run("python3 page.py", folder)
            expected = "".join(re.findall(r"^# (.*\n)", block.content, re.MULTILINE))
            differs = failure(code, last) or (difference(expected, last) if expected else "")
            outcomes.append(Outcome(place, "(the program)", differs))
    if ">>> " in page and "import " in page:
        code, last = machine.run(f"python3 -m doctest -o ELLIPSIS {shlex.quote(name)}")
        outcomes.append(Outcome(name, "(the examples)", failure(code, last)))
    return outcomes


def follow_inline(name: str, page: str, machine: Machine) -> list[Outcome]:
    """Run the commands that stand in the sentences of a page."""
    outcomes = []
    for command in re.findall(r"`(beijing-public-services [^`]+)`", page):
        outcomes.append(Outcome(name, command, failure(*machine.run(command, machine.checkout / WHERE[name]))))
    return outcomes


def failure(code: int, printed: str) -> str:
    """Return how a command failed: its exit code and the end of what it printed; "" if it did not fail."""
    return f"exit code {code}\n{printed[-2000:]}" if code else ""


def follow_tutorial(name: str, page: str, machine: Machine) -> list[Outcome]:
    """Write the files of the tutorial, change them and run its commands in an empty folder, as the page says."""
    from tests.authoring.test_tutorial import changed, steps

    folder = machine.top / "tutorial"
    folder.mkdir()
    outcomes = []
    for step in steps(page):
        file = folder / step.file
        if step.what == "run":
            for command, expected in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", step.content, re.MULTILINE):
                outcomes.append(Outcome(name, command, difference(expected, machine.run(command, folder)[1])))
        elif step.what == "change":
            file.write_text(changed(file.read_text(encoding="utf-8"), step.content), encoding="utf-8")
        elif step.what == "write":
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(step.content, encoding="utf-8")
        else:
            found = file.read_text(encoding="utf-8")
            outcomes.append(Outcome(name, f"(the file {step.file})", difference(step.content, found)))
    return outcomes


def difference(expected: str, found: str) -> str:
    """Return how what was printed differs from the page, white space at line ends apart; "" if it does not."""
    old, new = ([line.rstrip() for line in text.strip().splitlines()] for text in (expected, found))
    return "\n".join(difflib.unified_diff(old, new, "the page", "this machine", lineterm="", n=1))


def follow_pages(machine: Machine, pages: list[str], without_tests: bool) -> list[Outcome]:
    """Follow pages one after the other on one machine."""
    outcomes: list[Outcome] = []
    leave_out = (*LEFT_OUT, TESTS) if without_tests else LEFT_OUT
    for name in pages:
        page = (ROOT / name).read_text(encoding="utf-8")
        for command in filter(None, [*INSTALL.findall(page), PREPARED.get(name, "")]):
            outcomes.append(Outcome(name, command, failure(*machine.run(command))))
        if name == "docs/tutorial.md":
            outcomes += follow_tutorial(name, page, machine)
        else:
            outcomes += follow_inline(name, page, machine) if name in INLINE else []
            outcomes += follow(name, page, machine, leave_out)
        if name in AFTER:
            outcomes.append(Outcome(name, AFTER[name], failure(*machine.run(AFTER[name]))))
        for each in outcomes[-200:]:
            if each.place.startswith(name):
                print(
                    f"{'DIFFERS' if each.difference else 'as printed'}  {each.place}  {each.command[:100]!r}",
                    flush=True,
                )
    return outcomes


def bare_debian(folder: Path) -> None:
    """Make a bare Debian with Python and git in a folder, unless there is something in it."""
    if not folder.exists() or not any(folder.iterdir()):
        packages = "python3,python3-venv,git,ca-certificates"
        subprocess.run(["debootstrap", "--variant=minbase", f"--include={packages}", SUITE, str(folder)], check=True)
    for name in (
        "etc/resolv.conf",
        "etc/pip.conf",
        "etc/ssl/certs/ca-certificates.crt",
    ):  # how this machine reaches the index
        if (Path("/") / name).exists():
            shutil.copyfile(Path("/") / name, folder / name)


def main() -> int:
    """Follow the pages and print what differed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("pages", nargs="*", default=list(PAGES), metavar="PAGE")
    parser.add_argument("--without-tests", action="store_true", help="leave out the README's second command")
    parser.add_argument("--chroot", type=Path, metavar="FOLDER", help="a bare Debian, made there if it is empty")
    options = parser.parse_args()
    if options.chroot is not None:
        if shutil.which("debootstrap") is None or os.geteuid() != 0:
            parser.error("--chroot needs debootstrap and root")
        bare_debian(options.chroot)
    with tempfile.TemporaryDirectory(dir=options.chroot, ignore_cleanup_errors=True) as folder:
        outcomes = follow_pages(Machine(Path(folder), options.chroot), options.pages, options.without_tests)
    wrong = [each for each in outcomes if each.difference]
    for each in wrong:
        print(f"\n{each.place}\n$ {each.command}\n{each.difference}")
    print(f"\n{len(outcomes) - len(wrong)} of {len(outcomes)} as printed.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
