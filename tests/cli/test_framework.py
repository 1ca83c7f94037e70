"""What holds for every command: its file, its help in two languages, its examples."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest
from tests.conftest import Run

import beijing_public_services as bps
from beijing_public_services import cli
from beijing_public_services.cli._commands import COMMANDS
from beijing_public_services.cli._framework import Command, application

CHINESE = re.compile("[\u4e00-\u9fff]")


def command(name: str) -> Command:
    """The command of this name."""
    found = application.get_command(click.Context(application), name)
    assert isinstance(found, Command)
    return found


def test_each_file_is_a_command() -> None:
    """The list of commands names every file of the suite that is not for all of them, and no other."""
    files = {path.stem.replace("_", "-") for path in Path(str(cli.__file__)).parent.glob("[!_]*.py")}
    assert files == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_examples_of_a_command_can_be_parsed(name: str) -> None:
    """Each command has examples in its help, and the command line understands them."""
    assert command(name).examples
    for example in command(name).examples:
        command(name).make_context(name, shlex.split(example.partition(" < ")[0]))


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_is_in_two_languages(run: Run, name: str) -> None:
    """Each option and argument is explained in Chinese and in English; `-h` is short for `--help`."""
    arguments = [name] if name else []
    code, english, _ = run(*arguments, "-h", "--lang", "en")
    assert (code, english) == (0, run(*arguments, "--help")[1])
    assert not CHINESE.search(english.partition("Examples")[0])
    for param in (command(name) if name else application).params:
        texts = getattr(param, "texts", ("", ""))
        assert CHINESE.search(texts[0]), param.name
        assert texts[1], param.name
        assert "".join(texts[1].split()) in "".join(english.split())
    assert CHINESE.search(run("--lang", "zh", *arguments, "--help")[1])


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
        ({"LANG": "C", "LC_ALL": "zh_TW", "LC_MESSAGES": "de_DE"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": ""}, "zh"),
    ],
)
def test_the_language_is_that_of_the_locale(
    run: Run, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], language: str
) -> None:
    """The first of LC_ALL, LC_MESSAGES and LANG that is set decides, and `--lang` before them."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert bool(CHINESE.search(run("list", "-h")[1])) == (language == "zh")
    assert CHINESE.search(run("list", "-h", "--lang=zh")[1])


def test_the_version_is_printed(run: Run) -> None:
    """`--version` prints the version of the library and of its data."""
    assert run("--version") == (0, f"beijing-public-services {bps.__version__}\n", "")


def test_an_unknown_command_suggests_the_nearest(run: Run) -> None:
    """A misspelt command is exit code 2, with the command that was meant."""
    code, out, err = run("serach", "metro")
    assert (code, out) == (2, "")
    assert "search" in err


def test_only_the_command_that_runs_is_imported() -> None:
    """The help of the command line imports no command, and `show` no library it can do without."""
    script = (
        "import sys; from beijing_public_services.cli import main\ntry: main()\nfinally: print('\\n'.join(sys.modules))"
    )

    def modules(*arguments: str) -> set[str]:
        ran = subprocess.run([sys.executable, "-c", script, *arguments], capture_output=True, encoding="utf-8")
        return set(ran.stdout.splitlines())

    home = "beijing_public_services.cli."
    ours = {name.removeprefix(home) for name in modules("--help") if name.startswith(home)}
    assert all(name.startswith("_") for name in ours)
    shown = modules("show", "environment.good_air_days")
    assert not shown & {"typer", "pydantic", "frictionless", "pandas", "pint", "beijing_public_services.checks"}
