"""How commands read texts, print lines, tables and data, and fail."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any, NoReturn, TextIO

from beijing_public_services._printable import columns_of, printable, printable_json, printable_lines
from beijing_public_services.cli import _wording as texts
from beijing_public_services.cli._language import say
from beijing_public_services.cli._layout import Marked, lay_out, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from beijing_public_services.cli._layout import Column

NARROWEST = 40  # columns that a table is laid out in, however narrow the terminal
PROSE = 100  # the most columns of a line that is read
COLOURS = {"good": "\x1b[32m", "bad": "\x1b[31m", "doubt": "\x1b[33m", "dim": "\x1b[2m", "bold": "\x1b[1m"}
PLAIN = "\x1b[0m"


def read_text(path: Path | str) -> str:
    """Return the text of a file, `-` being standard input; ends the command with code 2 if it is not text."""
    try:
        return _bytes_of(path).decode("utf-8")
    except FileNotFoundError:
        fail(say(texts.NO_FILE, path), 2)
    except (OSError, UnicodeDecodeError) as error:
        fail(say(texts.NO_TEXT, path, getattr(error, "strerror", None) or error), 2)


def _bytes_of(path: Path | str) -> bytes:
    if str(path) == "-":
        return sys.stdin.buffer.read()
    with open(path, "rb") as file:  # noqa: PTH123 - `pathlib` is slow to import
        return file.read()


def fail(message: str, code: int) -> NoReturn:
    """End the command with this message on standard error."""
    print_line(message, file=sys.stderr)
    raise SystemExit(code)


def or_list(names: Iterable[str]) -> str:
    """Return names as a person chooses among them."""
    return say(texts.OR).join(map(repr, names))


def did_you_mean(suggestions: Iterable[str]) -> str:
    """Return the end of a message that suggests names; nothing if there are none."""
    listed = or_list(suggestions)
    return say(texts.DID_YOU_MEAN, listed) if listed else ""


def print_line(text: str, file: TextIO | None = None) -> None:
    """Print a text on one line, with nothing in it that steers a terminal or commands a CI service."""
    print(printable(text), file=file)


def terminal_width() -> int:
    """Return how many columns the terminal has: COLUMNS if it is set, else its own size, else 80."""
    return max(_terminal("COLUMNS", 0, 80), NARROWEST)


def _terminal(variable: str, place: int, otherwise: int) -> int:
    """Return a size of the terminal; `shutil` is slow to import."""
    given = os.environ.get(variable, "")
    if given.isascii() and given.isdigit() and int(given):
        return int(given)
    try:
        return os.get_terminal_size(sys.stdout.fileno())[place] or otherwise
    except (OSError, ValueError):
        return otherwise


def paint(text: str, mark: str) -> str:
    """Return a text in the colour of a mark; unchanged if the output is no terminal or NO_COLOR is set."""
    is_plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb" or not sys.stdout.isatty()
    return text if is_plain or not mark else f"{COLOURS[mark]}{text}{PLAIN}"


def paragraph(text: str, indent: str = "  ") -> str:
    """Return a text in lines that fit the terminal; those after the first begin with `indent`."""
    lines = wrap(printable(text), min(terminal_width(), PROSE), indent)
    return "\n".join(paint(line, text.mark) if isinstance(text, Marked) else line for line in lines)


def table(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> str:
    """Return a table that fits the terminal."""
    shown = [[_printable_cell(cell) for cell in row] for row in rows]
    return lay_out(columns, shown, terminal_width(), paint)


def print_text(parts: Iterable[str]) -> None:
    """Print parts of a text with an empty line between them, through a pager if they are longer than the terminal."""
    text = "\n\n".join(filter(None, parts))
    if not text:
        return
    if sys.stdout.isatty() and sys.stdin.isatty():
        shown_lines = sum(1 + max(columns_of(line) - 1, 0) // terminal_width() for line in text.split("\n"))
        if shown_lines + 1 > _terminal("LINES", 1, 24):
            import click

            os.environ.setdefault("LESSCHARSET", "utf-8")  # which is what is printed, whatever the locale
            return click.echo_via_pager(text)
        return print(text)
    print(printable_lines(text))  # a line that was wrapped may begin with what a CI service acts on


def print_json(data: Any) -> None:
    """Print data as JSON, Chinese text unescaped."""
    import json

    print(printable_json(json.dumps(data, ensure_ascii=False, indent=2)))


def print_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table as CSV."""
    import csv
    from io import StringIO

    written = StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerows([columns, *rows])
    print(printable_lines(written.getvalue().rstrip("\n")))


def print_markdown(columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> None:
    """Print a whole table in Markdown."""
    rule = ["--:" if each.is_number else "---" for each in columns]
    for row in ([each.heading for each in columns], rule, *rows):
        print_line(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |")


def _printable_cell(cell: str) -> str:
    return Marked(printable(cell), cell.mark) if isinstance(cell, Marked) else printable(cell)
