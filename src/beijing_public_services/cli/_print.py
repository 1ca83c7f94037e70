"""How commands read texts, print lines, tables and JSON, and fail."""

from __future__ import annotations

import json
import sys
from io import StringIO
from typing import TYPE_CHECKING, Any, Literal, NoReturn, TextIO

from beijing_public_services._printable import printable, printable_json

if TYPE_CHECKING:
    from pathlib import Path


def read_text(path: Path) -> str:
    """Return the text of a file, `-` being standard input; ends the command with code 2 if it is not text."""
    try:
        return (sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes()).decode("utf-8")
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
