"""What the command line says when it cannot do what was asked, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.conftest import Run

import beijing_public_services as bps
from beijing_public_services import cite
from beijing_public_services.checks.audit import RULES as AUDIT_RULES
from beijing_public_services.checks.runner import rules
from beijing_public_services.cli import show
from beijing_public_services.cli._chinese import chinese
from beijing_public_services.cli._chinese_lists import sentences_of_rules
from beijing_public_services.cli._errors import TRACEBACK

PM = "environment.pm2_5_annual_mean"
RULE_PAGES = Path(__file__).parents[2] / "docs" / "rules"


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


def test_what_is_not_there_is_said_in_both_languages(run: Run) -> None:
    """A missing text, a misspelt id and an unknown domain are named as such, the domains with those there are."""
    assert "found no such file" in run("verify-text", "nofile.txt")[2]
    assert "没有找到 nofile.txt" in run("verify-text", "nofile.txt", "--lang", "zh")[2]
    assert run("show", "nosuch.thing") == (1, "", "no indicator 'nosuch.thing'\n")
    for language in ("en", "zh"):
        err = run("list", "--domain", "foo", "--lang", language)[2]
        assert all(each.id in err for each in bps.bundled().domains)


def test_every_rule_is_explained_in_chinese(run: Run) -> None:
    """Each rule has its sentence in Chinese, no sentence is of another rule, and its page says how it works."""
    names = {each.name for each in rules()} | {rule.__name__ for _, rule in AUDIT_RULES} | {"text_is_the_report"}
    assert sentences_of_rules().keys() == names
    page = run("explain", "values_match_the_printed_text", "--lang", "zh")[1]
    assert "- 层：数字的含义（`--select meaning`）" in page
    assert "在一个手工改坏的数据包里（英文）：" in page
    assert "：发现 'exact'，应为 'gt'，原文为" in page


def test_findings_are_in_chinese() -> None:
    """Whatever a rule of the library finds has Chinese words, but for the words of pint and of a matcher."""
    lines = [line for page in RULE_PAGES.glob("*.md") for line in page.read_text(encoding="utf-8").splitlines()]
    found = [line for line in lines if re.match(r"(data/|datapackage\.json).*\]$", line)]
    assert len(found) > 100
    assert [line for line in found if "（英文）" in chinese(line) or chinese(line) == line] == [
        line for line in found if "the unit definition" in line or "checked whole" in line
    ]


@pytest.mark.parametrize(
    ("english", "words"),
    [
        (
            'a.csv:5 name: Row at position "5" has a missing cell in field "name" at position "3" [frictionless:x]',
            "a.csv:5 name：这一行缺少字段 name 的单元格 [frictionless:x]",
        ),
        (
            "not run, since the package has no units of the data contract: a, b",
            "未运行，因为数据包没有数据契约中的 units：a, b",
        ),
        ("and 12 more [a_rule]", "另有 12 个 [a_rule]"),
        ("x.csv:2 kind: found 'a', expected 'b' or nothing", "x.csv:2 kind：发现 'a'，应为 'b' 或 空"),
    ],
)
def test_what_is_no_finding_is_in_chinese_too(english: str, words: str) -> None:
    """Messages of frictionless, rules that did not run and what is left out have Chinese words."""
    assert chinese(english) == words


def test_the_newest_edition_of_a_style_needs_no_year() -> None:
    """`gbt7714` is the newest edition of GB/T 7714."""
    cited = cite(PM)
    assert cited.text("gbt7714") == cited.text("gbt7714-2025")


@pytest.mark.parametrize(
    ("english", "chinese_text"),
    [
        ("No issues; 107 rules ran.", "没有发现问题；运行了 107 条规则。"),
        (
            "1 error, 2 warnings; 9 rules ran, 3 could not. 5 numerals are unrecorded. `x explain RULE` says more.",
            "1 个错误，2 个警告；运行了 9 条规则，3 条不能运行。有 5 个数词未收录。"
            "用 `beijing-public-services explain RULE` 查看某条规则。",
        ),
        (
            "nope: found no such file, expected a data package",
            "没有找到 nope；应为数据包的文件夹、其 datapackage.json 或 zip",
        ),
        ("a.csv, row 3: found 'x', expected text", "a.csv 第 3 行：发现 'x'，应为文字"),
        (
            "a.csv:2 id: found 'x', expected a name of the moon [r]",
            "a.csv:2 id（英文）：found 'x', expected a name of the moon [r]",
        ),
        ("not run, since nothing is there: a, b", "not run, since nothing is there: a, b"),
    ],
)
def test_a_message_has_a_chinese_frame(english: str, chinese_text: str) -> None:
    """Place, found and expected are named in Chinese; names and cells stay, and so does a message of another form."""
    assert chinese(english) == chinese_text


def test_check_sums_up_in_chinese(run: Run, tmp_path: Path) -> None:
    """The text of `check` is in the reader's language; its JSON is not."""
    package = bps.new_package(tmp_path / "city")
    assert "没有发现问题" in run("check", str(package), "--lang", "zh")[1]
    assert "发现" not in run("check", str(package), "--json", "--lang", "zh")[1]
    assert "没有找到" in run("check", str(tmp_path / "nope"), "--lang", "zh")[2]
