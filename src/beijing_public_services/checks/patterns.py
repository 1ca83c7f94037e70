"""The patterns of a schema: XML Schema regular expressions, which must match the whole of a cell."""

from __future__ import annotations

import re
from functools import lru_cache

NAME_START = (
    r":A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f"
    r"\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
NAME = NAME_START + r"\-.0-9\u00b7\u0300-\u036f\u203f-\u2040"
ESCAPES = {"i": NAME_START, "c": NAME}


class PatternError(ValueError):
    """Raised for a pattern that cannot be evaluated."""


@lru_cache(maxsize=256)
def compiled(pattern: str) -> re.Pattern[str]:
    r"""Return a pattern as Python's expression, to be used with `fullmatch`.

    Translated are the escapes that Python lacks: `\i`, `\c` and their complements. `^` and `$` are anchors, as in the
    specification's own example.

    Raises:
        PatternError: it is no regular expression, or uses what is not translated.

    >>> bool(compiled(r"\i\c*").fullmatch("ab"))
    True
    """
    made, at, is_in_class = [], 0, False
    while at < len(pattern):
        sign = pattern[at]
        if sign == "\\" and at + 1 < len(pattern):
            escaped = pattern[at + 1]
            made.append(_escape(escaped, is_in_class))
            at += 2
            continue
        if sign == "[" and is_in_class:
            raise PatternError("a class within a class")
        is_in_class = (is_in_class or sign == "[") and sign != "]"
        made.append(sign)
        at += 1
    try:
        return re.compile("".join(made))
    except (re.error, OverflowError, RecursionError) as error:
        raise PatternError(str(error)) from None


def _escape(sign: str, is_in_class: bool) -> str:
    names = ESCAPES.get(sign.lower())
    if names is None:
        return "\\" + sign
    if sign.islower():
        return names if is_in_class else f"[{names}]"
    if is_in_class:
        raise PatternError(f"\\{sign} within a class")
    return f"[^{names}]"
