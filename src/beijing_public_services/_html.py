"""Facts and rows as HTML for a notebook: escaped, bounded, in the colours of the page that shows them."""

from __future__ import annotations

from html import escape

from beijing_public_services._printable import printable, printable_lines

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

    Cell = object
    Facts = Mapping[str, Cell]

MOST_ROWS = 20  # of a list
MOST_COMPARED = 300  # rows of a list, to find what all have in common
LONGEST_CELL = 160  # characters of a cell in a list
LONGEST_FACT = 4000  # characters of a fact that stands alone
LEFT = "text-align:left;vertical-align:top"
NUMBER = "text-align:right;vertical-align:top;white-space:nowrap"
MUTED = "opacity:0.7"


class Html(str):
    """Text that is HTML already and is not escaped again."""

    __slots__ = ()


def text(cell: Cell, longest: int = LONGEST_FACT) -> Html:
    """Return a cell as HTML: parts of a tuple stand on lines of their own, and what is too long ends in an ellipsis."""
    if isinstance(cell, Html):
        return cell
    if isinstance(cell, tuple | list):
        return Html("<br>".join(text(each, longest) for each in cell))
    plain = "" if cell is None else "yes" if cell is True else "no" if cell is False else str(cell)
    shown = plain if len(plain) <= longest else f"{plain[: longest - 1]}…"
    return Html(escape(printable(shown)))


def link(address: str, label: str) -> Html:
    """Return a label that leads to an address of the web; the label alone for any other address."""
    if not address.lower().startswith(("https://", "http://")):
        return text(label, LONGEST_CELL)
    return Html(f'<a href="{escape(printable(address))}" rel="noopener">{text(label, LONGEST_CELL)}</a>')


def code(cell: Cell) -> Html:
    """Return an id or another text to copy as it is."""
    return Html(f"<code>{text(cell)}</code>") if cell else Html("")


def strong(cell: Cell) -> Html:
    """Return a text in bold."""
    return Html(f"<strong>{text(cell)}</strong>") if cell else Html("")


def figure(cell: Cell) -> Html:
    """Return a number with its unit, in bold and on one line."""
    return Html(f'<strong style="white-space:nowrap">{text(cell)}</strong>')


def muted(cell: Cell) -> Html:
    """Return a text in a fainter colour."""
    return Html(f'<span style="{MUTED}">{text(cell)}</span>') if cell else Html("")


def folded(lines: str) -> Html:
    """Return lines of text that are read on demand, to copy as they are."""
    return Html(f"<details><summary>show</summary><pre>{escape(printable_lines(lines))}</pre></details>")


def record_html(title: Cell, facts: Facts, parts: Mapping[str, Sequence[Any]]) -> str:
    """Return a record as HTML: its title, its facts, and each list that belongs to it."""
    lines = [f"<div>{text(title)}</div>", facts_html(facts)]
    for name, records in parts.items():
        if records:
            lines += [f'<div style="margin-top:0.5em">{text(name)}</div>', records_html(records)]
    return f"<div>{''.join(lines)}</div>"


def records_html(records: Sequence[Any], remarks: Iterable[str] = ()) -> str:
    """Return records as a table with the row that each of the first gives, and sentences below it.

    What all rows have in common stands once above the table.
    """
    rows: list[Facts] = [each._row() for each in records[:MOST_COMPARED]]
    shared = _shared(rows) if 1 < len(rows) == len(records) else {}
    shown = [{name: cell for name, cell in row.items() if name not in shared} for row in rows[:MOST_ROWS]]
    common = " · ".join([f"{text(name)}: {text(cell, LONGEST_CELL)}" for name, cell in shared.items()])
    return (f"<div>{common}</div>" if common else "") + rows_html(shown, len(records), remarks)


def _shared(rows: Sequence[Facts]) -> Facts:
    """The cells that are the same in all rows, unless nothing else is left."""
    first = rows[0]
    shared = {
        name: cell for name, cell in first.items() if not _is_empty(cell) and all(row.get(name) == cell for row in rows)
    }
    return shared if len(shared) < len(first) else {}


def facts_html(facts: Facts) -> str:
    """Return facts as a table of two columns; a fact that is empty is left out."""
    rows = [
        f'<tr><th scope="row" style="{LEFT};white-space:nowrap">{text(name)}</th>'
        f'<td style="{LEFT}">{text(fact)}</td></tr>'
        for name, fact in facts.items()
        if not _is_empty(fact)
    ]
    return f"<table>{''.join(rows)}</table>" if rows else ""


def rows_html(rows: Sequence[Facts], total: int, after: Iterable[str] = ()) -> str:
    """Return rows as a table, and below it how many of all rows are not shown.

    Args:
        rows: the rows to show; a column that is empty in each is left out.
        total: how many rows there are.
        after: sentences to stand below the table.
    """
    names = dict.fromkeys(name for row in rows for name, cell in row.items() if not _is_empty(cell))
    head = "".join(f'<th scope="col" style="{LEFT}">{text(name)}</th>' for name in names)
    cells = [[row.get(name) for name in names] for row in rows]
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in cells)
    below = [f"{total - len(rows)} more rows are not shown."] if total > len(rows) else []
    below += after
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>" if rows else "<div>no rows</div>"
    return table + "".join(f'<div style="{MUTED}">{text(each)}</div>' for each in below)


def _cell(cell: Cell) -> str:
    is_number = isinstance(cell, int | float) and not isinstance(cell, bool)
    return f'<td style="{NUMBER if is_number else LEFT}">{text(cell, LONGEST_CELL)}</td>'


def _is_empty(cell: Cell) -> bool:
    return cell is None or cell == "" or cell == ()
