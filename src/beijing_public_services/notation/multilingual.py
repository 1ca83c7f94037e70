"""Reading what another publication prints for a figure, in Chinese, in English or with a decimal comma."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from beijing_public_services.notation.chinese_words import MIRRORED
from beijing_public_services.notation.printed import read_printed
from beijing_public_services.notation.printed_parts import turned

if TYPE_CHECKING:
    from beijing_public_services.notation.figure import PrintedFigure

DECIMAL_COMMA = re.compile(r"(?<![0-9,.])([0-9]+),([0-9]{1,2})(?![0-9,.])")  # 5,1 but not 1,100
LEAD_IN = re.compile(r"\s*(?:达到?了?|[为至到]|at|to|of|is|was|were|stood at|reached)(?=\s?[0-9])")


def read_in_any_language(printed: str, value: Decimal) -> PrintedFigure:
    """Return the figure that another publication prints.

    If the words around it, and not it, say that it is a fall, the sign is that of `value`.

    Raises:
        PrintedFigureError: If the text is no figure.

    >>> print(read_in_any_language("5,1 %", Decimal("5.1")).value, read_in_any_language("1,100", Decimal(1100)).value)
    5.1 1100
    """
    figure = read_printed(LEAD_IN.sub("", DECIMAL_COMMA.sub(r"\1.\2", printed), count=1))
    return turned(figure, MIRRORED.get(figure.bound, figure.bound)) if value < 0 < figure.number else figure
