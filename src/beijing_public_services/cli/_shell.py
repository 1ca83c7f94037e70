"""What every command of the command line shares: the application, its options, and printing."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from io import StringIO
from pathlib import Path
from typing import Annotated, Any, Literal, NoReturn, TextIO

import typer

from beijing_public_services._printable import printable, printable_json

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="The figures of a report on Beijing's public services in 2024. "
    "Exit code 0: fine; 1: findings, a mismatch, or not found; 2: could not run.",
)


class Lang(StrEnum):
    """The languages of an answer."""

    en = "en"
    zh = "zh"


AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for a program to read.")]


def read_text(path: Path) -> str:
    """The text of a file; ends the command with code 2 where there is none."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        fail(f"{path}: found no text ({error}), expected a file in UTF-8", 2)


def fail(message: str, code: int) -> NoReturn:
    """End the command with this message on standard error."""
    print_line(message, file=sys.stderr)
    raise SystemExit(code)


def print_line(text: str, file: TextIO | None = None) -> None:
    """Print a text on one line, with nothing in it that steers a terminal or commands a CI service."""
    print(printable(text), file=file)


def print_table(columns: tuple[str, ...], rows: list[tuple[str, ...]], width: int | None = None) -> None:
    """Print rows in columns that align, Chinese text included; columns that are empty throughout are left out.

    No line is broken or cut; with a `width`, the cells of the first column are wrapped so that lines keep within it.
    """
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    kept = [place for place in range(len(columns)) if any(row[place] for row in rows)]
    table = Table(box=None, pad_edge=False)
    for place in kept:
        justify: Literal["right", "left"] = "right" if columns[place] == "value" else "left"
        wraps = width is not None and place == 0
        table.add_column(columns[place], justify=justify, no_wrap=not wraps, overflow="fold" if wraps else "ellipsis")
    for row in rows:
        table.add_row(*(Text(printable(row[place])) for place in kept))
    laid_out = StringIO()
    Console(file=laid_out, width=width or 10_000).print(table)
    print("\n".join(line.rstrip() for line in laid_out.getvalue().split("\n")).rstrip("\n"))


def print_json(data: Any) -> None:
    """Print data as JSON, Chinese text unescaped."""
    print(printable_json(json.dumps(data, ensure_ascii=False, indent=2)))
