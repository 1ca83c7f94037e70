"""A text in half width and lower case, place by place, as the readers of figures want it."""

from __future__ import annotations

HALF = {
    wide: chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F) if chr(wide) != "，"
}  # it parts clauses; between digits the readers see to it
HALF |= {ord(wide): half for wide, half in zip("−μ￥\u2009\u202f\u3000\xa0", "-µ¥    ", strict=True)}
LOWER = {ord(letter): letter.lower() for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
PLAIN = {**{wide: half.lower() for wide, half in HALF.items()}, **LOWER}


def half_width(text: str) -> str:
    """Return the text in half width, as long as it was."""
    return text.translate(HALF)


def fold(text: str) -> str:
    """Return the text in half width and lower case, as long as it was."""
    return text.translate(PLAIN)
