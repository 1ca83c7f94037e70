"""Fixtures that several test modules use."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from tests.support.checkout import PACKAGE

from beijing_public_services import cli

pytest_plugins = ["pytester"]

Run = Callable[..., tuple[int, str, str]]


# The same examples each time and no deadline: how fast a machine is says nothing about a law.
settings.register_profile("quick", derandomize=True, deadline=None, max_examples=10)
settings.register_profile("exhaustive", derandomize=True, deadline=None, max_examples=100)


def pytest_configure(config: pytest.Config) -> None:
    """Try few examples of each property, or many where the slow tests run too."""
    settings.load_profile("quick" if config.getoption("-m") == "not slow" else "exhaustive")


@pytest.fixture(autouse=True, scope="session")
def quick_writing() -> Iterator[None]:
    """Nothing waits until the disk has a file: the files of a test need not survive a loss of power."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: None)
        yield


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Ctrl-C raises `KeyboardInterrupt`, also where the tests run in the background of a shell, which ignores it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def package_copy(tmp_path: Path) -> Path:
    """A writable copy of the data package, in a folder of its own below `tmp_path`."""
    return Path(shutil.copytree(PACKAGE, tmp_path / "datapackage", copy_function=shutil.copyfile))


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command line in this process, in English, 80 columns wide; gives exit code, output and standard error."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")

    def command(*arguments: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["beijing-public-services", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        printed = capsys.readouterr()
        return int(ended.value.code or 0), printed.out, printed.err

    return command
