"""The command `draft`: what it prints, and its exit codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.drafts import new_city

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

REPORT = "# 澜湾市公报\n\n## 图书馆\n\n2031年末，全市共有公共图书馆48座。\n"


def test_a_draft_is_written_and_numbered(run: Run, tmp_path: Path) -> None:
    """`--report` writes the draft and says how much it proposes; `--number` writes the report with locators."""
    report = tmp_path / "report.md"
    report.write_text(REPORT, encoding="utf-8")
    city = new_city(tmp_path / "city")
    code, out, _ = run("draft", city, "--report", report, "--number")
    assert code == 0
    assert "1 figure" in out
    assert (city / "draft.csv").is_file()
    assert "[s1.p1] 2031年末" in (tmp_path / "report.numbered.md").read_text(encoding="utf-8")


def test_rows_that_are_left_are_printed(run: Run, tmp_path: Path) -> None:
    """`--accept` prints each row that it leaves with the reason, and ends with code 1."""
    report = tmp_path / "report.md"
    report.write_text(REPORT, encoding="utf-8")
    city = new_city(tmp_path / "city")
    run("draft", city, "--report", report)
    code, out, _ = run("draft", city, "--accept")
    assert code == 1
    assert "s1.p1 48座" in out
    assert "empty" in out


def test_the_summary_is_in_the_language_of_the_reader(run: Run, tmp_path: Path) -> None:
    """What was proposed and what was accepted is said in Chinese under `--lang zh`."""
    report = tmp_path / "report.md"
    report.write_text(REPORT, encoding="utf-8")
    city = new_city(tmp_path / "city")
    assert run("draft", city, "--report", report, "--lang", "zh")[1].startswith("1 个数字，")
    assert run("draft", city, "--accept", "--lang", "zh")[1].startswith("接受了 0 行；draft.csv 中还剩 1 行")


def test_one_of_two_options_is_needed(run: Run, tmp_path: Path) -> None:
    """Without `--report` and `--accept`, or with both, the command ends with code 2."""
    city = new_city(tmp_path / "city")
    assert run("draft", city)[0] == 2
    assert run("draft", city, "--report", tmp_path / "none.md", "--accept")[0] == 2
    assert run("draft", city, "--report", tmp_path / "none.md")[0] == 2
