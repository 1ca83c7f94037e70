"""Tables and paragraphs fit the terminal, and nothing of them is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from tests.conftest import Run

from beijing_public_services._printable import columns_of
from beijing_public_services.cli._layout import Column, Marked, lay_out, wrap

TEXT = st.text("abc 一二（）。，_./:-9é", max_size=60)
SAMPLES = ("list", "list --domain environment", "search rate", "statements", "coverage")


def plain(text: str, mark: str) -> str:
    """A text without colour."""
    return text


def solid(text: str) -> str:
    """A text without its white space."""
    return "".join(text.split())


@given(TEXT, st.integers(4, 40))
def test_wrapping_loses_nothing_and_keeps_the_width(text: str, width: int) -> None:
    """No line is wider than asked for, and the lines hold every character that is not a space, in its order."""
    lines = wrap(text, width)
    assert solid("".join(lines)) == solid(text)
    assert all(columns_of(line) <= width for line in lines)


@pytest.mark.parametrize("text", ["细颗粒物（PM2.5）年均浓度", "abc", "30.5微克/米3", "é"])
def test_a_chinese_character_takes_two_columns(text: str) -> None:
    """The width of a text is what a terminal gives it."""
    assert columns_of(text) == cell_len(text)


def test_a_closing_mark_does_not_begin_a_line() -> None:
    """A line breaks after a Chinese character, but not before the mark that follows it, nor after an opening one."""
    assert wrap("一二三四，五六（七八）", 8) == ["一二三", "四，五六", "（七八）"]
    assert wrap("an id: environment.pm2_5_annual_mean", 22) == ["an id: environment.", "pm2_5_annual_mean"]
    assert wrap("one two", 5, "  ") == ["one", "  two"]


def test_a_table_gives_up_columns_before_it_breaks_lines() -> None:
    """A table too wide leaves out what is optional, then puts a column below, then wraps; no column is empty."""
    columns = (
        Column(heading="name", wraps=True),
        Column(heading="value", is_number=True),
        Column(heading="empty"),
        Column(heading="other", optional=True),
        Column(heading="id", below=True),
    )
    rows = [("a name of two", "1", "", "x" * 8, "id.of_it"), ("二", "20", "", "", "b")]
    assert lay_out(columns, rows, 80, plain).splitlines() == [
        "name           value  other     id",
        "a name of two      1  xxxxxxxx  id.of_it",
        "二                20            b",
    ]
    assert lay_out(columns, rows, 32, plain).splitlines()[1] == "a name of two      1  id.of_it"
    assert lay_out(columns, rows, 20, plain).splitlines()[1:3] == ["a name of two      1", "  id.of_it"]
    assert lay_out(columns, rows, 17, plain).splitlines()[1:3] == ["a name of       1", "two"]


def test_a_mark_colours_the_text_and_not_the_space() -> None:
    """A marked cell is painted line by line, and the columns stay aligned."""
    table = lay_out((Column(heading="a"), Column(heading="b")), [(Marked("x", "good"), "y")], 80, "{1}[{0}]".format)
    assert table.splitlines() == ["bold[a]  bold[b]", "good[x]  y"]


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("width", ["60", "80", "100", "200"])
@pytest.mark.parametrize("command", SAMPLES)
def test_lists_fit_the_terminal(
    run: Run, monkeypatch: pytest.MonkeyPatch, command: str, width: str, language: str
) -> None:
    """No line of a list is wider than the terminal, and every id and name of it is there."""
    monkeypatch.setenv("COLUMNS", width)
    code, out, _ = run(*command.split(), "--lang", language)
    assert code == 0
    assert max(map(cell_len, out.splitlines())) <= int(width)
    if command.startswith("list"):
        for line in run(*command.split(), "--format", "csv")[1].splitlines()[1:]:
            assert solid(line.partition(",")[0]) in solid(out)


def test_what_is_no_terminal_has_80_columns(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Output to a file or a pipe is 80 columns wide and has no colour."""
    monkeypatch.delenv("COLUMNS", raising=False)
    out = run("list")[1]
    assert 70 < max(map(cell_len, out.splitlines())) <= 80
    assert "\x1b" not in out


def test_columns_align_with_chinese_text(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The periods of a list stand at one place on screen, whatever the names before them are."""
    monkeypatch.setenv("COLUMNS", "300")
    header, *rows = run("list", "--domain", "environment", "--lang", "zh")[1].splitlines()
    place = cell_len(header[: header.index("时期")])
    found = [re.search(r"  (?=20\d\d)", row) for row in rows]
    assert {cell_len(row[: each.end()]) for row, each in zip(rows, found, strict=True) if each} == {place}
