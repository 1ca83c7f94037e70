"""Reading what another publication prints for a figure."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from beijing_public_services.errors import PrintedFigureError
from beijing_public_services.notation.chinese_words import MIRRORED
from beijing_public_services.notation.printed import read_printed

if TYPE_CHECKING:
    from beijing_public_services.notation.figure import PrintedFigure

DECIMAL_COMMA = re.compile(r"(?<![0-9,.])([0-9]+),([0-9]{1,2})(?![0-9,.])")  # 5,1 but not 1,100


def read_elsewhere(printed: str, value: Decimal) -> PrintedFigure:
    """The figure that another publication prints, in Chinese, in English or with a decimal comma.

    Where the words around it, and not it, say that it is a fall, the sign is that of `value`. Raises
    `PrintedFigureError` for a text that is no figure.

    >>> print(read_elsewhere("5,1 %", Decimal("5.1")).value, read_elsewhere("1,100", Decimal(1100)).value)
    5.1 1100
    """
    figure = _read(printed)
    if value < 0 < figure.number:
        bound = MIRRORED.get(figure.bound, figure.bound)
        return figure.__replace__(number=figure.number.copy_negate(), bound=bound)
    return figure


def _read(printed: str) -> PrintedFigure:
    try:
        return read_printed(printed)
    except PrintedFigureError as unreadable:
        from beijing_public_services.notation.claim import ClaimError, read_claim

        try:
            claim = read_claim(DECIMAL_COMMA.sub(r"\1.\2", printed))
        except ClaimError:
            raise unreadable from None
    from beijing_public_services.notation.figure import PrintedFigure

    power = max(claim.resolution.adjusted(), 0)
    return PrintedFigure(number=claim.value.scaleb(-power), power=power, bound=claim.bound, unit=claim.unit)
