"""What commands print in which form: for people in their language, for programs in full and in none."""

from __future__ import annotations

import ast
import csv
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
from tests.conftest import Run

import beijing_public_services as bps
from beijing_public_services import cli
from beijing_public_services.cli import _print, _wording
from beijing_public_services.cli._commands import COMMANDS
from beijing_public_services.cli._framework import application
from beijing_public_services.cli._layout import Column

CHINESE = re.compile("[\u4e00-\u9fff]")
MODULES = sorted(Path(str(cli.__file__)).parent.glob("*.py"))
PM = "environment.pm2_5_annual_mean"


def rows(out: str) -> list[dict[str, str]]:
    """The rows of a table in CSV."""
    return list(csv.DictReader(io.StringIO(out)))


def test_every_text_is_in_both_languages() -> None:
    """Each text of the table has a Chinese and an English form, with the same places for values."""
    found = [each for name, each in vars(_wording).items() if name.isupper()]
    pairs = [pair for each in found for pair in (each.values() if isinstance(each, dict) else [each])]
    assert len(pairs) > 50
    for chinese, english in (*pairs, *COMMANDS.values()):
        assert english
        assert not CHINESE.search(english) or english == "名称"
        words = re.sub(r"{[^}]*}", "", english)
        assert CHINESE.search(chinese) or not re.search("[a-z]", words)
        assert chinese.count("{") == english.count("{"), english


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_no_command_words_a_message_in_one_language(module: Path) -> None:
    """What commands print in words comes from the table of texts: no literal of theirs is a phrase."""
    phrases = [
        ast.unparse(call)
        for call in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in ("print", "print_line", "print_text", "paragraph", "fail")
        for part in ast.walk(call)
        if isinstance(part, ast.Constant) and isinstance(part.value, str) and re.search("[a-z]{2,} [a-z]", part.value)
    ]
    assert phrases == []


@pytest.mark.parametrize(
    "command",
    [
        "list --domain environment",
        "search 地铁",
        f"show {PM}",
        f"show {PM}:CN-BJ:2024",
        "statements --kind priority",
        "coverage",
        f"verify {PM} 30.5微克/立方米",
    ],
)
def test_people_read_their_language(run: Run, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    """With `--lang zh`, or a Chinese locale, headings, labels and names are in Chinese; without, in English."""
    english, chinese = run(*command.split())[1], run(*command.split(), "--lang", "zh")[1]
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert run(*command.split())[1] == chinese != english
    assert run("--lang", "en", *command.split())[1] == english
    first = chinese.splitlines()[0]
    assert CHINESE.search(first)
    assert not CHINESE.search(english.splitlines()[0].partition("·")[0].partition("prints")[0])


@pytest.mark.parametrize(
    "command",
    [
        "list --json",
        "list --format csv",
        "search PM2.5 --format csv",
        f"show {PM} --format csv",
        f"show {PM} --json",
        "statements --format csv",
        "coverage --format csv",
        "coverage --json",
        f"verify {PM} 31 --json",
        f"cite {PM} --style bibtex",
    ],
)
def test_programs_read_the_same_in_every_locale(run: Run, monkeypatch: pytest.MonkeyPatch, command: str) -> None:
    """JSON, CSV and what reference managers read do not depend on the locale."""
    before = run(*command.split())
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert run(*command.split()) == before


def test_csv_gives_everything(run: Run) -> None:
    """`--format csv` has a row for each indicator, figure or statement with all its columns."""
    package = bps.bundled()
    listed = rows(run("list", "--format", "csv")[1])
    assert [each["id"] for each in listed] == [each.id for each in package.indicators]
    (pm,) = [each for each in listed if each["id"] == PM]
    assert (pm["value"], pm["headline"], pm["name_zh"]) == ("30.5", f"{PM}:CN-BJ:2024", package.indicator(PM).name_zh)
    shown = rows(run("show", PM, "--format", "csv")[1])
    assert [each["id"] for each in shown] == [each.id for each in package.indicator(PM).observations]
    statements = rows(run("statements", "--format", "csv")[1])
    assert [each["id"] for each in statements] == [each.id for each in package.statements]
    assert len(rows(run("coverage", "--format", "csv")[1])) == len(package.observations)


def test_markdown_is_a_whole_table(run: Run) -> None:
    """`--format md` is a table of Markdown with a line for each row, however long."""
    out = run("list", "--format", "md")[1].splitlines()
    assert len(out) == 2 + len(bps.indicators())
    assert {line.count("|") for line in out} == {7}
    assert out[1].startswith("| --- | --: |")
    for command in (("show", PM), ("statements",), ("coverage",), ("search", "PM2.5")):
        assert run(*command, "--format", "md")[1].splitlines()[1].startswith("| --- |")


def test_show_searches_for_words(run: Run) -> None:
    """Words that are no id show the best match and name the others, or list what matches equally well."""
    code, out, err = run("show", "PM2.5")
    assert (code, out) == (0, run("show", PM)[1])
    assert f"{PM}_growth" in err
    assert run("show", "metro", "length", "--json")[1].startswith("{")
    code, out, err = run("show", "air", "quality")
    assert (code, err) == (0, "")
    assert out == run("search", "air", "quality")[1].partition("\n\n")[0].rstrip("\n") + "\n"
    for nothing in ("zebra crossing", "GDP", "forrest"):
        assert run("show", nothing) == run("search", nothing) or run("search", nothing)[0] == 0


def test_show_takes_the_id_of_a_figure(run: Run) -> None:
    """A figure's id shows that figure alone, with what is possible; a misspelt one suggests the nearest."""
    code, out, _ = run("show", f"{PM}:CN-BJ:2024")
    assert code == 0
    assert "[30.45, 30.55)" in out
    assert "Tianjin" not in out
    assert json.loads(run("show", f"{PM}:CN-BJ:2024", "--json")[1])["id"] == f"{PM}:CN-BJ:2024"
    code, out, err = run("show", f"{PM}:CN-BJ:2029")
    assert (code, out) == (1, "")
    assert f"'{PM}:CN-BJ:2024'" in err


@pytest.mark.parametrize(
    "command",
    [
        "list",
        "search Peking",
        f"show {PM}",
        "statements",
        "coverage",
        f"verify {PM} 30.6 --area CN-BJ",
        f"cite {PM}",
        "verify-text {text}",
    ],
)
def test_each_command_reads_another_package(run: Run, package_copy: Path, tmp_path: Path, command: str) -> None:
    """`--package` names the package that a command reads, as a folder, a descriptor or a zip; none is exit code 2."""
    (tmp_path / "text").write_text("Beijing's PM2.5 annual mean was 30.6 µg/m3.", encoding="utf-8")
    observations = package_copy / "data" / "observations.csv"
    observations.write_bytes(
        observations.read_bytes()
        .replace(b",30.5,exact", b",30.6,exact", 1)
        .replace("30.5微克/米3".encode(), "30.6微克/米3".encode(), 1)
    )
    for name, old, new in (("statements", b"Regulations", b"Rules"), ("areas", b",Beijing,", b",Peking,")):
        table = package_copy / "data" / f"{name}.csv"
        table.write_bytes(table.read_bytes().replace(old, new))
    sources = package_copy / "datapackage.json"
    version = f'"version": "{bps.data_version}"'.encode()
    sources.write_bytes(sources.read_bytes().replace(version, b'"version": "99.0.0"'))
    arguments = command.format(text=tmp_path / "text").split()
    here, there = run(*arguments), run(*arguments, "--package", package_copy)
    assert there[0] == 0, there
    assert here[1] != there[1] or command == "coverage"
    assert run(*arguments, "--package", tmp_path / "nowhere")[:2] == (2, "")


def test_a_text_may_come_from_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` reads a text, or a claim, from standard input."""

    def piped(text: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))

    piped("森林覆盖率为45.9%。\n")
    code, out, _ = run("verify-text", "-")
    assert (code, out.startswith("-:1: '45.9%' mismatch (digits): ")) == (1, True)
    piped("30.5 µg/m3\n")
    assert run("verify", PM, "-")[0] == 0


def test_words_need_no_quotes(run: Run) -> None:
    """The words of a claim, a search or a list of statements are read together."""
    assert run("verify", PM, "38", "µg/m3", "in", "Tianjin") == run("verify", PM, "38 µg/m3 in Tianjin")
    assert run("search", "metro", "length") == run("search", "metro length")


def test_errors_are_in_the_language(run: Run) -> None:
    """What a command says of a wrong id or a wrong command line is in the language asked for."""
    assert run("show", "environment.pm25_annual_mean", "--lang", "zh")[2].startswith("没有指标 ")
    assert run("list", "--domain", "enviroment", "--lang", "zh")[2] == "没有领域 'enviroment'；是否指 'environment'？\n"
    assert "缺少 ID" in run("show", "--lang", "zh")[2]
    assert "没有命令 'serach'；是否指 'search'" in run("serach", "--lang", "zh")[2]
    assert "没有选项 '--domian'；是否指 '--domain'" in run("list", "--domian", "x", "--lang", "zh")[2]
    assert "无效" in run("cite", "--style", "mla", "--lang", "zh")[2]
    assert run("plot", PM)[2].splitlines()[-1] == "Error: missing --output"
    assert run("verify", PM)[2].splitlines()[-1] == "Error: missing CLAIM"
    assert "did you mean '--domain'" in run("list", "--domian", "x")[2]


def test_colour_is_for_terminals_and_may_be_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A verdict has a colour on a terminal, none with NO_COLOR, on a dumb terminal, or elsewhere."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert _print.paint("match", "good") == "match"
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    assert _print.paint("match", "good") == "\x1b[32mmatch\x1b[0m"
    monkeypatch.setenv("TERM", "dumb")
    assert _print.paint("match", "good") == "match"
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", "1")
    assert _print.paint("match", "good") == "match"


def test_only_what_is_longer_than_the_terminal_is_paged(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """On a terminal a text that does not fit goes to the pager; a short one, and one to a pipe, is printed."""
    paged: list[str] = []
    monkeypatch.setattr(click, "echo_via_pager", paged.append)
    monkeypatch.setenv("LINES", "10")
    monkeypatch.setenv("COLUMNS", "40")
    long = "\n".join(map(str, range(20)))
    _print.print_text([long])
    assert (paged, capsys.readouterr().out) == ([], f"{long}\n")
    for stream in (sys.stdout, sys.stdin):
        monkeypatch.setattr(stream, "isatty", lambda: True, raising=False)
    _print.print_text([long, ""])
    _print.print_text(["x" * 400])
    _print.print_text(["short"])
    assert (paged, capsys.readouterr().out) == ([long, "x" * 400], "short\n")


def test_no_line_of_the_output_commands_a_ci_service(capsys: pytest.CaptureFixture[str]) -> None:
    """A text that is wrapped gives no line that begins with a command of a CI service."""
    _print.print_text(
        [
            _print.paragraph(f"{'word ' * 19}::error::x"),
            _print.table([Column(heading="a")], [[f"{'x ' * 40}::add-mask::y"]]),
        ]
    )
    printed = capsys.readouterr().out
    assert "error::x" in printed
    assert not re.search(r"^\s*::", printed, re.MULTILINE)


def completed(words: str, incomplete: str) -> list[str]:
    """What a shell offers behind a command line."""
    from click.shell_completion import ShellComplete

    completion = ShellComplete(application, {}, "bps", "_BPS_COMPLETE")
    return [each.value for each in completion.get_completions(words.split(), incomplete)]


@pytest.mark.parametrize(
    ("words", "incomplete", "expected"),
    [
        ("", "verify", ["verify", "verify-text"]),
        ("show", "environment.pm2_5_annual_mean_g", ["environment.pm2_5_annual_mean_growth"]),
        ("cite", f"{PM}:CN-BJ:2024", [f"{PM}:CN-BJ:2024"]),
        ("verify", "environment.forest_cov", ["environment.forest_coverage_rate"]),
        (f"verify {PM} 38 --area", "CN-T", ["CN-TJ"]),
        ("list --domain", "env", ["environment"]),
        ("list --format", "", ["text", "json", "csv", "md"]),
        ("export --to", "sd", ["sdmx-csv"]),
        ("explain", "values_match", ["values_match_the_printed_text"]),
        ("check --warn", "values_match", ["values_match_the_printed_text"]),
        ("statements --kind", "pri", ["priority"]),
        ("show --lang", "", ["en", "zh"]),
    ],
)
def test_a_shell_completes_what_there_is(words: str, incomplete: str, expected: list[str]) -> None:
    """Commands, ids, domains, areas, rules, formats and choices are completed."""
    assert completed(words, incomplete) == expected


def test_completion_reads_the_package_named(package_copy: Path) -> None:
    """The ids completed are those of the package that `--package` names."""
    table = package_copy / "data" / "domains.csv"
    *_, last = table.read_bytes().splitlines(keepends=True)
    table.write_bytes(table.read_bytes() + last.replace(last.partition(b",")[0], b"environs", 1))
    assert completed(f"list --package {package_copy} --domain", "environs") == ["environs"]
    assert completed(f"list --package {package_copy / 'nowhere'} --domain", "environs") == []


def test_a_reader_that_stops_early_is_no_error() -> None:
    """A pipe that is closed, as by `head`, ends the command without a message."""
    code = "import sys; from beijing_public_services.cli import main; sys.argv[1:] = ['list', '--json']; main()"
    read, write = os.pipe()
    os.close(read)
    ran = subprocess.run([sys.executable, "-c", code], stdout=write, stderr=subprocess.PIPE, encoding="utf-8")
    os.close(write)
    assert ran.stderr == ""
