"""Text laid out in the columns of a terminal, where a Chinese character takes two."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from beijing_public_services._printable import columns_of
from beijing_public_services._record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

GAP = 2  # columns between two cells
NARROWEST = 10  # of a cell that is wrapped
WIDE = r"\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60"
OPENING, CLOSING = r"（《“‘「【〔\[", "，。、；：？！）》”’」】〕…％%/.,;:!?)"
PIECE = re.compile(
    rf"\s+|[<>≤≥]\s\S+|[{OPENING}]*(?:[{WIDE}](?:\d(?![\d.]))?|[^\s{WIDE}{OPENING}]+(?:(?<=\d)[{WIDE}/]{{1,5}}\d?)?)[{CLOSING}]*|\S"
)
PART = re.compile(r"[^_./:@-]*[_./:@-]|[^_./:@-]+")  # of a word that is longer than a line, such as an id


class Marked(str):
    """A text in a colour: `good`, `bad` or `doubt`, or `dim` or `bold`."""

    mark: str

    def __new__(cls, text: str, mark: str) -> Marked:
        """Return the text with its mark."""
        made = super().__new__(cls, text)
        made.mark = mark
        return made


class Column(Record):
    """A column of a table.

    `is_number` aligns it to the right. `wraps` lets its cells take several lines. A table that is too wide first
    leaves out the columns that are `optional`, and then puts the cells of the columns that are `below` under their row,
    behind the heading if the column is `headed`.
    """

    heading: str
    is_number: bool = False
    wraps: bool = False
    optional: bool = False
    below: bool = False
    headed: bool = False


def wrap(text: str, width: int, indent: str = "") -> list[str]:
    """Return the lines of a text, none wider than `width`; lines after the first begin with `indent`.

    A line ends at a space, or after a Chinese character unless a closing mark follows. Only a word that is wider than a
    line is cut, if it can be after a mark such as `_` or `/`.
    """
    lines: list[str] = []
    line, used = "", 0
    for piece, taken in _pieces(text, max(width - len(indent), 1)):
        if used + taken > width and line.strip():
            lines.append(line.rstrip())
            line, used = indent, len(indent)
        if piece.isspace() and (not line.strip()):
            continue
        line += piece
        used += taken
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def lay_out(
    columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int, paint: Callable[[str, str], str]
) -> str:
    """Return a table no wider than `width`; a column that is empty throughout is left out.

    Args:
        columns: what the cells are.
        rows: their texts, each on one line.
        width: how many columns the terminal has.
        paint: gives a text the colour of a mark.
    """
    kept = [place for place in range(len(columns)) if any(row[place] for row in rows)]
    widths = {
        place: max(columns_of(columns[place].heading), *(columns_of(row[place]) for row in rows)) for place in kept
    }
    for place in reversed(kept):
        if columns[place].optional and _total(widths) > width:
            del widths[place]
    below = [place for place in widths if columns[place].below and _total(widths) > width]
    for place in below:
        del widths[place]
    cells = {place: sorted(columns_of(row[place]) for row in rows) for place in widths}
    floors = {
        place: max((taken for row in rows for _, taken in _pieces(row[place], width)), default=0)
        if columns[place].is_number
        else NARROWEST
        for place in widths
        if columns[place].wraps
    }
    _narrow(widths, floors, cells, width)
    _narrow(widths, dict.fromkeys(widths, NARROWEST), cells, width)
    lines = _lines([Marked(each.heading, "bold") for each in columns], widths, columns, paint)
    for row in rows:
        lines += _lines(row, widths, columns, paint)
        for place in below:
            before = f"{columns[place].heading} " if columns[place].headed else ""
            below_it = wrap(f"{before}{row[place]}", width - GAP) if row[place] else ()
            lines += [_painted(row[place], f"  {line}", paint) for line in below_it]
    return "\n".join(lines)


def _pieces(text: str, width: int) -> Iterator[tuple[str, int]]:
    """Yield what a line may not be broken within, each with its width."""
    for piece in PIECE.findall(text):
        taken = columns_of(piece)
        if taken <= width:
            yield piece, taken
            continue
        for part in PART.findall(piece):
            while columns_of(part) > width:
                end = next(end for end in range(len(part), 0, -1) if columns_of(part[:end]) <= max(width, 2))
                yield part[:end], columns_of(part[:end])
                part = part[end:]
            if part:
                yield part, columns_of(part)


def _total(widths: dict[int, int]) -> int:
    return sum(widths.values()) + GAP * (len(widths) - 1)


def _narrow(widths: dict[int, int], floors: dict[int, int], cells: dict[int, list[int]], width: int) -> None:
    """Take from columns, where it makes the fewest cells take more lines, until the table fits or none can give more.

    `floors` has the least width of each column that can give, `cells` the sorted widths of the cells of each.
    """

    def cost(place: int) -> tuple[int, int]:
        return len(cells[place]) - bisect_left(cells[place], widths[place]), -widths[place]

    while _total(widths) > width:
        left = [place for place, floor in floors.items() if widths[place] > floor]
        if not left:
            return
        widths[min(left, key=cost)] -= 1


def _lines(
    row: Sequence[str], widths: dict[int, int], columns: Sequence[Column], paint: Callable[[str, str], str]
) -> list[str]:
    cells = {place: wrap(row[place], width) for place, width in widths.items()}
    lines = []
    for number in range(max(map(len, cells.values()), default=0)):
        parts = []
        for place, width in widths.items():
            text = cells[place][number] if number < len(cells[place]) else ""
            space = " " * (width - columns_of(text))
            painted = _painted(row[place], text, paint)
            parts.append(f"{space}{painted}" if columns[place].is_number else f"{painted}{space}")
        lines.append((" " * GAP).join(parts).rstrip())
    return lines


def _painted(cell: str, text: str, paint: Callable[[str, str], str]) -> str:
    return paint(text, cell.mark) if isinstance(cell, Marked) and text else text
