"""What the command line says when it cannot do what was asked, in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.conftest import Run

from beijing_public_services import cite
from beijing_public_services.checks.runner import rules
from beijing_public_services.cli import show
from beijing_public_services.cli._errors import TRACEBACK

PM = "environment.pm2_5_annual_mean"


def fail_unexpectedly(*_: object) -> None:
    """Raise what no code of the library expects."""
    raise KeyError("absent")


def test_a_fault_of_the_library_is_one_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """An unexpected error is exit code 2 and one line that says so; its traceback is printed on demand only."""
    monkeypatch.setattr(show, "_by_id", fail_unexpectedly)
    code, out, err = run("show", PM)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "fault of the library: KeyError: 'absent'" in err
    monkeypatch.setenv(TRACEBACK, "1")
    code, _, err = run("show", PM)
    assert code == 2
    assert err.startswith("Traceback")
    assert "fault of the library" in err.splitlines()[-1]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("cite", f"{PM}:CN-BJ:1900"), "没有数字"),
        (("cite", "--style", "mla"), "之一"),
        (("explain", "no_rule_at_all"), "没有规则"),
        (("show", "environment.pm25"), "没有指标"),
    ],
)
def test_errors_are_in_chinese_for_readers_of_chinese(run: Run, arguments: tuple[str, ...], words: str) -> None:
    """What is wrong with a command is said in the language of the reader."""
    code, _, err = run(*arguments, "--lang", "zh")
    assert code
    assert words in err


def test_explain_suggests_rules_or_lists_them(run: Run) -> None:
    """A misspelt rule leads to the nearest; a word that is near none leads to all rules, sorted, one per line."""
    assert "did you mean 'hashes_and_sizes_match'" in run("explain", "hashes_and_size_match")[2]
    assert "'hashes_and_sizes_match'" in run("explain", "hashes")[2]
    code, _, err = run("explain", "foo")
    assert (code, err.splitlines()[1:]) == (2, sorted(each.name for each in rules()))


def test_a_file_that_is_not_there_is_named_once(run: Run, tmp_path: Path) -> None:
    """The message on a text that cannot be read names its file once."""
    code, _, err = run("verify-text", tmp_path / "none.txt")
    assert (code, err.count("none.txt")) == (2, 1)


def test_the_newest_edition_of_a_style_needs_no_year() -> None:
    """`gbt7714` is the newest edition of GB/T 7714."""
    cited = cite(PM)
    assert cited.text("gbt7714") == cited.text("gbt7714-2025")
