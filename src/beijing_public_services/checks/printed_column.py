"""The column of printed figures, read by form: what follows the digits of plain figures is read once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from beijing_public_services.checks.columns import columns, compute_once, distinct_or_all
from beijing_public_services.errors import PrintedFigureError
from beijing_public_services.notation.printed import read_printed
from beijing_public_services.notation.printed_parts import LONGEST

if TYPE_CHECKING:
    from beijing_public_services.datapackage.tables import Tables
    from beijing_public_services.notation.figure import PrintedFigure

PLAIN = re.compile(r"(0|[1-9]\d{0,30})(\.\d{1,20})?", re.ASCII)
DIGITS = frozenset("0123456789.０１２３４５６７８９．")


def plain_forms(tables: Tables) -> list[str | None]:
    """Return for each observation what its printed figure says after the digits of its value; None for other figures.

    Such a figure has exactly the value of its row: `123人` with the value 123 gives `人`, and a text after digits that
    no digit follows is read in one way, whatever the digits.
    """

    def compute() -> list[str | None]:
        printed, values = columns(tables, "observations", "printed", "value")
        odd = {value for value in distinct_or_all(values) if not PLAIN.fullmatch(value)}
        known: dict[str, str | None] = {}
        found: list[str | None] = []
        for text, value in zip(printed, values, strict=True):
            if text.startswith(value):
                rest = text[len(value) :]
                try:
                    form = known[rest]
                except KeyError:
                    form = known[rest] = rest if _is_plain(rest) else None
                found.append(form)
            else:
                found.append(None)
        if odd:
            found = [None if value in odd else form for form, value in zip(found, values, strict=True)]
        return found

    result: list[str | None] = compute_once(tables, "plain forms", compute)
    return result


def _is_plain(rest: str) -> bool:
    """Whether a text after digits leaves their value as it is."""
    if DIGITS.intersection(rest) or len(rest) > LONGEST - 52:
        return False
    try:
        figures = [read_printed(f"{digits}{rest}") for digits in ("1", "20", "3.50")]
    except PrintedFigureError:
        return False
    values = [str(figure.value) for figure in figures if figure.upper is None]
    return values == ["1", "20", "3.50"] and len({(figure.power, figure.bound, figure.unit) for figure in figures}) == 1


def figure_after(rest: str) -> PrintedFigure:
    """Return the figure 1 with this text after it."""
    return read_printed(f"1{rest}")
