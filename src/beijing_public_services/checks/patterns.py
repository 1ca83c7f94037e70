"""The patterns of a schema: XML Schema regular expressions, which must match the whole of a cell, in linear time."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Protocol

from beijing_public_services._install import install_command

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME_START = (
    r":A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f"
    r"\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
NAME = NAME_START + r"\-.0-9\u00b7\u0300-\u036f\u203f-\u2040"
ESCAPES = {"i": NAME_START, "c": NAME}
LONGEST = 4000  # characters of a pattern
MOST_REPEATED = 200  # repetitions in all, of parts that are repeated a fixed number of times
LITERAL = r"\\[^A-Za-z0-9]|[^\\\[\](){}*+?|^$.]"
ATOM = re.compile(
    rf"(?P<atom>{LITERAL}|\\[dwsDWS]|\[\^?(?:[^\]\\\[]|\\.)+\]|\.)"
    r"(?P<often>[*+?]|\{(?P<least>\d{1,3})(?P<upto>,\d{0,3})?\})?(?![*+?{])",
    re.DOTALL,
)
UNICODE = {  # Python's meaning of the escapes that RE2 reads as ASCII
    "d": r"\p{Nd}",
    "w": r"\p{L}\p{N}_",
    "s": r"\t\n\v\f\r\x1c-\x20\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}",
}


class PatternError(ValueError):
    """Raised for a pattern that cannot be evaluated."""


class Matcher(Protocol):
    """A pattern that can be held against texts, in time that grows with their length and not faster."""

    def fullmatch(self, text: str, /) -> object:
        """Return something true if the whole text matches."""

    def match(self, text: str, /) -> object:
        """Return something true if the beginning of the text matches."""

    def search(self, text: str, /) -> object:
        """Return something true if some part of the text matches."""


@lru_cache(maxsize=256)
def compile_pattern(pattern: str) -> Matcher:
    r"""Return a pattern to be used with `fullmatch`.

    Patterns in which no text can match in two ways are left to Python, others to RE2, which takes linear time for any.
    Translated are the escapes that neither has: `\i`, `\c` and their complements. `^` and `$` are anchors, as in the
    specification's own example.

    Raises:
        PatternError: it is no regular expression, uses what is not translated, or what takes more than linear time to
            match: a look-around or a back-reference.

    >>> bool(compile_pattern(r"\i\c*").fullmatch("ab")), bool(compile_pattern("(a+)+").fullmatch("a" * 1000 + "!"))
    (True, False)
    """
    if len(pattern) > LONGEST:
        raise PatternError(f"it has {len(pattern):,} characters, more than {LONGEST:,}")
    for_python = _translated(pattern, for_re2=False)
    if not is_plain(for_python):
        return linear(_translated(pattern, for_re2=True))
    try:
        return re.compile(for_python)
    except (re.error, OverflowError, RecursionError) as error:
        raise PatternError(str(error)) from None


def accepted_by_frictionless(pattern: str, cell: object) -> bool:
    """Return whether frictionless finds that a cell matches a pattern: it puts `^` before it and `$` behind it."""
    try:
        return isinstance(cell, str) and bool(linear(_translated(f"^{pattern}$", for_re2=True)).match(cell))
    except (PatternError, ValueError):
        return True


@lru_cache(maxsize=256)
def linear(pattern: str) -> Matcher:
    """Return a pattern in the syntax of RE2, evaluated by RE2. Raises `PatternError` for what it does not take."""
    try:
        import re2
    except ImportError:
        raise PatternError(f"it needs google-re2: {install_command('validate')}") from None
    options = re2.Options()
    options.log_errors = False
    try:
        made: Matcher = re2.compile(pattern, options)
    except Exception as error:  # re2 has an error of its own, and cannot encode a lone surrogate
        reason = error.args[0] if error.args else error
        said = reason.decode(errors="replace") if isinstance(reason, bytes) else str(reason)
        raise PatternError(f"no expression that can be matched in linear time: {said:.120}") from None
    return made


def is_plain(pattern: str) -> bool:
    """Return whether a text can match a Python pattern in one way only, so that matching takes linear time.

    Such a pattern is a row of characters and classes. A repeated one is the only one, or is followed by a character
    that it cannot be.
    """
    atoms = list(_atoms(pattern.removeprefix("^").removesuffix("$")))
    if None in atoms or pattern.endswith("\\$"):
        return False
    found: list[re.Match[str]] = [atom for atom in atoms if atom is not None]
    if sum(int(atom["least"] or 0) for atom in found) > MOST_REPEATED:
        return False
    varying = [place for place, atom in enumerate(found) if atom["often"] and (atom["upto"] or not atom["least"])]
    return len(varying) <= 1 or all(
        place + 1 == len(found) or _are_disjoint(found[place], found[place + 1]) for place in varying
    )


def _atoms(pattern: str) -> Iterator[re.Match[str] | None]:
    at = 0
    while at < len(pattern):
        atom = ATOM.match(pattern, at)
        yield atom
        if atom is None:
            return
        at = atom.end()


def _are_disjoint(atom: re.Match[str], following: re.Match[str]) -> bool:
    """Whether what follows is one character that an atom cannot be."""
    literal = following["atom"]
    if following["often"] or not re.fullmatch(LITERAL, literal, re.DOTALL):
        return False
    try:
        return re.fullmatch(atom["atom"], literal[-1], re.DOTALL) is None
    except re.error:
        return False


def _translated(pattern: str, *, for_re2: bool) -> str:
    made, at, is_in_class = [], 0, False
    while at < len(pattern):
        sign = pattern[at]
        if sign == "\\" and at + 1 < len(pattern):
            escaped, length = _escape(pattern, at + 1, is_in_class, for_re2=for_re2)
            made.append(escaped)
            at += 1 + length
            continue
        if sign == "[" and is_in_class:
            raise PatternError("a class within a class")
        is_in_class = (is_in_class or sign == "[") and sign != "]"
        made.append(sign)
        at += 1
    return "".join(made)


def _escape(pattern: str, at: int, is_in_class: bool, *, for_re2: bool) -> tuple[str, int]:
    """The translation of what follows a backslash, and how many characters of the pattern it stands for."""
    sign = pattern[at]
    known: dict[str, Any] = {**ESCAPES, **UNICODE} if for_re2 else ESCAPES
    if for_re2 and (code := re.compile(r"u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})").match(pattern, at)):
        return rf"\x{{{code[1] or code[2]}}}", len(code[0])
    names = known.get(sign.lower())
    if names is None or (sign == "S" and is_in_class and not for_re2):
        return "\\" + ("z" if for_re2 and sign == "Z" else sign), 1
    if for_re2:
        names = re.sub(r"\\[uU]([0-9a-fA-F]+)", r"\\x{\1}", names)
    if sign.islower():
        return (names if is_in_class else f"[{names}]"), 1
    if is_in_class:
        raise PatternError(f"\\{sign} within a class")
    return f"[^{names}]", 1
