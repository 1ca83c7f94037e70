"""Text as people may see it: nothing in it steers a terminal, ends a line or commands a CI service; and its width."""

from __future__ import annotations

import re
from unicodedata import combining, east_asian_width

SPACES = "\u00a0\u3000"  # white space of many texts, which harms nothing
COMMAND = re.compile(r"^(\s*):(?=:)|#(?=#\w*\[)")  # of GitHub, Azure and TeamCity, which read what is printed


def printable(text: str) -> str:
    r"""Return a text on one line, with `\x1b` and the like for characters that a terminal or a CI service would act on.

    Escaped are control characters, line separators, marks that turn the direction of writing, lone surrogates and other
    characters that are not shown, and the beginning of a command such as `::set-output`.

    >>> print(printable("a\x1b[31m\nb"), printable("::add-mask::x"))
    a\x1b[31m\nb \x3a:add-mask::x
    """
    if not text.isprintable():
        text = "".join(each if each.isprintable() or each in SPACES else _code(each) for each in text)
    return COMMAND.sub(lambda found: (found[1] + "\\x3a") if found[1] is not None else "\\x23", text)


def printable_lines(text: str) -> str:
    """Return a text of several lines with each as `printable` gives it."""
    return "\n".join(map(printable, text.split("\n")))


def printable_json(text: str) -> str:
    """Return JSON with escapes in the place of characters that a terminal or a CI service would act on."""
    text = re.sub("[\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]", _unit, text)
    return re.sub(r"#(?=#\w*\[)", r"\\u0023", text)


def columns_of(text: str) -> int:
    """Return how many columns of a terminal or a page a text takes: a Chinese character takes two.

    >>> columns_of("PM2.5"), columns_of("浓度")
    (5, 4)
    """
    if text.isascii():
        return len(text)
    return sum(2 if east_asian_width(each) in "WF" else 0 if combining(each) else 1 for each in text)


def _code(sign: str) -> str:
    return ascii(sign)[1:-1]


def _unit(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
