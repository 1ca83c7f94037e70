"""Finding the tables of a text: Markdown, columns between tabs, and columns aligned by spaces."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from beijing_public_services._record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

RULE = re.compile(r"[\s|:+=—–─-]*")
GAP = re.compile(r"[ \u3000\xa0]{2,}")
SEPARATORS = (re.compile(r"\|"), re.compile(r"\t"), GAP)
FIGURE = re.compile("[0-9]")
FEWEST = 2  # rows of a table


class Cell(Record):
    """Where the text of a cell begins and ends."""

    start: int
    end: int


class Table(Record):
    """A table: where it begins and ends, and its rows of cells, without the lines that only rule it off."""

    start: int
    end: int
    rows: tuple[tuple[Cell, ...], ...]


def find_tables(text: str) -> Iterator[Table]:
    """Yield the tables of a text, in order."""
    if "|" not in text and "\t" not in text and "  " not in text:
        return
    rows: list[tuple[Cell, ...]] = []
    kind = start = end = -1
    at = 0
    for line in text.split("\n"):
        found, cells = _cells(line, at)
        ruled = bool(line.strip()) and RULE.fullmatch(line) is not None
        if kind >= 0 and (found == kind or ruled):
            end = at + len(line)
            rows += [cells] if not ruled else []
        else:
            if len(rows) >= FEWEST:
                yield Table(start=start, end=end, rows=tuple(rows))
            kind, rows = (found, [cells]) if found >= 0 and not ruled else (-1, [])
            start, end = at, at + len(line)
        at += len(line) + 1
    if len(rows) >= FEWEST:
        yield Table(start=start, end=end, rows=tuple(rows))


def _cells(line: str, at: int) -> tuple[int, tuple[Cell, ...]]:
    """Return how the cells of a line are separated, -1 if it has none, and the cells."""
    for kind, separator in enumerate(SEPARATORS):
        body = line.strip()
        if kind == 0:
            body = body.removeprefix("|").removesuffix("|")
        if not separator.search(line if kind == 0 else body):
            continue
        if kind == 2 and (len(GAP.split(body)) > 8 or not FIGURE.search(body)):
            continue
        first = at + line.index(body) if body else at
        cells = []
        begin = 0
        for gap in (*separator.finditer(body), None):
            end = gap.start() if gap else len(body)
            part = body[begin:end]
            left = len(part) - len(part.lstrip())
            cells.append(Cell(start=first + begin + left, end=first + begin + max(left, len(part.rstrip()))))
            begin = gap.end() if gap else end
        if len(cells) > 1:
            return kind, tuple(cells)
    return -1, ()
