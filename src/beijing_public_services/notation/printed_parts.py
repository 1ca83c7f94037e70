"""What both readers of printed figures share: one bound, the other sign, and the error that names the part at fault."""

from __future__ import annotations

from beijing_public_services._record import TYPE_CHECKING
from beijing_public_services.errors import PrintedFigureError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal
    from typing import NoReturn

    from beijing_public_services.notation.figure import PrintedFigure

LONGEST = 80
EXAMPLES = "近1.9万个, 9153.3亿元, 三万五千, 超六成, 第三, 下降6.2% or 41.2 million passengers"


def turned(figure: PrintedFigure, bound: str) -> PrintedFigure:
    """Return a figure with the other sign; the ends of a range change places."""
    number, upper = negative(figure.number), figure.upper
    if upper is not None:
        number, upper = negative(upper), number
    return figure.__replace__(number=number, upper=upper, bound=bound)


def negative(number: Decimal) -> Decimal:
    """Return a number with the other sign; 0 has none."""
    return number.copy_negate() if number else number


def one_bound(text: str, bounds: Iterable[str | None], own: str) -> str:
    """Return the only bound of several words, or the figure's own if none bounds it: `exact`, `between` of a range."""
    found = [bound for bound in bounds if bound]
    if len(found) > 1:
        raise PrintedFigureError(f"{text!r} with the bounds {' and '.join(found)}", "one at the most")
    return found[0] if found else own


def offend(text: str, part: str = "") -> NoReturn:
    """Raise the error of a text that is no figure, because of one part of it."""
    where = f", in which {part[:LONGEST]!r} cannot be read" if part and part != text else ""
    raise PrintedFigureError(f"{text[:LONGEST]!r}{where}", f"a printed figure such as {EXAMPLES}")
