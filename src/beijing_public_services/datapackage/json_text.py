"""Reading JSON from a package up to a depth that the code that walks through it can bear."""

from __future__ import annotations

import json
import re
from typing import Any

DEEPEST = 100  # lists and objects within one another
BETWEEN = re.compile(r'"(?:[^"\\]|\\.)*"|[^\[\]{}"]+', re.DOTALL)


def read_json_text(text: str | bytes) -> Any:
    """Return what a JSON text holds. Raises `ValueError` if it is not JSON, or goes deeper than 100 levels."""
    text = text.decode(json.detect_encoding(text)) if isinstance(text, bytes) else text
    if text.count("[") + text.count("{") > DEEPEST and _is_deep(text):
        raise ValueError(f"more than {DEEPEST} levels")
    try:
        return json.loads(text.removeprefix("\ufeff"), parse_constant=float)
    except RecursionError:
        raise ValueError(f"more than {DEEPEST} levels") from None


def _is_deep(text: str) -> bool:
    """Whether brackets stand within one another too deep. The innermost pairs are taken away again and again."""
    brackets = BETWEEN.sub("", text)
    for _ in range(DEEPEST):
        outer = brackets.replace("[]", "").replace("{}", "")
        if len(outer) == len(brackets):
            return False  # none is left, or they are not in pairs, so that this is no JSON
        brackets = outer
    return bool(brackets)
