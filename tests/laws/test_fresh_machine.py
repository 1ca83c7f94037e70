"""Laws of following a page: each command runs as it stands there, and what it prints is compared with the page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.support.checkout import ROOT
from tools.fresh_machine import blocks, difference, follow, follow_inline, follow_pages
from tools.fresh_pages import AFTER, INLINE, JUDGED, LOADED, PAGES, PREPARED, WHERE
from tools.reader_steps import STEPS

if TYPE_CHECKING:
    import pytest

PAGE = """# Page

```sh
first && second
```

It prints:

```text
one
two
```

```console
$ third
three
$ fourth
```

```text
a figure that nothing printed
```
"""


class Recorder:
    """A machine that records what it is told to run, and prints what it is told to."""

    def __init__(self, **printed: str) -> None:
        self.printed, self.ran = printed, list[str]()
        self.checkout = self.top = Path()

    def run(self, command: str, folder: Path | None = None) -> tuple[int, str]:
        """Record a command, and return what it is to print; a command without is a failure."""
        self.ran.append(command.strip())
        name = command.split()[0]
        return int(name not in self.printed), self.printed.get(name, "not found")


def outcomes(machine: Any) -> dict[str, str]:
    """Return what became of each command of the page, by the command."""
    return {each.command: each.difference for each in follow("page.md", PAGE, machine)}


def test_a_page_that_is_true_differs_nowhere() -> None:
    """The commands run in their order, and white space at the ends of lines is no difference."""
    machine = Recorder(first="one  \ntwo\n\n", third="three\n", fourth="")
    assert set(outcomes(machine).values()) == {""}
    assert machine.ran == ["first && second", "third", "fourth"]


def test_what_differs_is_shown() -> None:
    """Another output is shown as a difference, and a command that fails with its exit code."""
    found = outcomes(Recorder(first="one\n2\n", third="3\n", fourth="more\n"))
    assert "-two\n+2" in found["(what the last command prints)"]
    assert "-three\n+3" in found["third"]
    assert "+more" in found["fourth"]
    assert "exit code 1" in outcomes(Recorder())["first && second"]


def test_pages_are_followed_from_the_readme_on(capsys: pytest.CaptureFixture[str]) -> None:
    """Each page exists and has something to run; the README's second command can be left out."""
    for name in PAGES:
        assert blocks((ROOT / name).read_text(encoding="utf-8")), name
    assert {*PREPARED, *AFTER, *INLINE, *LOADED, *WHERE} <= {*PAGES}
    steps = {step.split()[-1] for step in (*PREPARED.values(), *JUDGED.values()) if "reader_steps" in step}
    assert steps == {*STEPS}
    machine: Any = Recorder(python3="")
    follow_pages(machine, ["README.md"], without_tests=True)
    assert not [command for command in machine.ran if "pytest" in command]
    follow_pages(machine, ["README.md"], without_tests=False)
    assert [command for command in machine.ran if "pytest -n auto" in command]
    assert "as printed" in capsys.readouterr().out


def test_what_a_reader_judges_is_done_before_the_command() -> None:
    """The reader judges a draft before it is accepted, and the commands in the sentences of a page run too."""
    machine: Any = Recorder(python3="", **{"beijing-public-services": ""})
    follow("docs/drafting.md", "```sh\nbeijing-public-services draft my-city --accept\n```\n", machine)
    (judged, accepted) = machine.ran
    assert judged.endswith("reader_steps.py review")
    assert accepted.endswith("--accept")
    page = "Run `beijing-public-services audit report.md`, not `pytest`."
    (outcome,) = follow_inline("docs/several-reports.md", page, machine)
    assert (outcome.command, outcome.difference) == ("beijing-public-services audit report.md", "")


def test_a_difference_names_both_sides() -> None:
    """A difference shows the line of the page and the line of the machine."""
    assert difference("a\n", "a  \n") == ""
    assert difference("a\n", "b\n").splitlines()[-2:] == ["-a", "+b"]
