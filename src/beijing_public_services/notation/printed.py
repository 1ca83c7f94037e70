"""Reading a figure as reports print it, in Chinese or English."""

from __future__ import annotations

import re

from beijing_public_services._record import TYPE_CHECKING
from beijing_public_services.errors import PrintedFigureError
from beijing_public_services.notation.currencies import SIGNS
from beijing_public_services.notation.printed_chinese import read_chinese
from beijing_public_services.notation.printed_parts import LONGEST
from beijing_public_services.notation.width import half_width

if TYPE_CHECKING:
    from beijing_public_services.notation.figure import PrintedFigure

ENGLISH = re.compile(f"[A-Za-z{SIGNS.replace('¥', '')}]")  # ¥ is read as Chinese


def read_printed(text: str) -> PrintedFigure:
    """Return the figure that `text` prints, in the notation of Chinese or English reports.

    White space and full-width forms do not matter; `…` stands for words left out between a direction or unit and its
    number (`下降…50.0%`).

    Raises:
        PrintedFigureError: the text is not one figure, or bounds it twice; the message names the part at fault.

    >>> figure = read_printed("近1.9万个")
    >>> print(figure.value, figure.bound, figure.unit)
    19000 nearly 个
    """
    plain = "".join(half_width(text).split()) if len(text) <= LONGEST else ""
    try:
        if ENGLISH.search(plain):
            from beijing_public_services.notation.printed_english import read_english

            return read_english(text)
    except PrintedFigureError as error:
        if not re.search("[一-鿿]", plain):
            raise error from None
    return read_chinese(text, plain.replace("，", ","))


def read_or_none(text: str) -> PrintedFigure | None:
    """Return the figure that `text` prints, None if it prints none."""
    try:
        return read_printed(text)
    except PrintedFigureError:
        return None
