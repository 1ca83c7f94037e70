"""One form for all spellings of a text, character by character, so that places in it stay the same."""

from __future__ import annotations

from functools import cache

WIDE = {wide: chr(wide - 0xFEE0).lower() for wide in range(0xFF01, 0xFF5F)}
CAPITALS = {ord(each): each.lower() for each in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
SIGNS: dict[int, str | int] = {
    **str.maketrans("−‐‑–—―μ￥\u2009\u202f\u3000\xa0‘’“”₀₁₂₃₄₅₆₇₈₉", "------µ¥    ''\"\"0123456789")
}


@cache
def simplified() -> dict[int, str]:
    """Return each traditional character with the simplified one that stands for it."""
    from beijing_public_services._generated.traditional import SIMPLIFIED, TRADITIONAL

    return dict(zip(map(ord, TRADITIONAL), SIMPLIFIED, strict=True))


@cache
def _table() -> dict[int, str | int]:
    return {**simplified(), **WIDE, **CAPITALS, **SIGNS}


def fold(text: str) -> str:
    """Return the text in lower case, simplified characters and half width, as long as it was.

    >>> fold("城鎮調查失業率５．１％，PM₂.₅")
    '城镇调查失业率5.1%,pm2.5'
    """
    return text.translate(_table())
