"""The language that people read the output in: that of `--lang`, else that of the locale."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import click

from beijing_public_services.model.wording import in_language

if TYPE_CHECKING:
    from collections.abc import Sequence

    from beijing_public_services.model.codelists import Language

    Texts = tuple[str, str]

LANGUAGES: tuple[Language, ...] = ("en", "zh")
VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")  # of the locale; the first that is set decides


def language() -> Language:
    """Return the language of the command that runs."""
    asked = asked_language()
    if asked is not None:
        return asked
    given = filter(None, map(os.environ.get, VARIABLES))
    return "zh" if next(given, "").lower().startswith("zh") else "en"


def asked_language() -> Language | None:
    """Return the language that `--lang` asks for, if it does."""
    context = click.get_current_context(silent=True)
    return None if context is None else context.meta.get(__name__)


def data_language() -> Language:
    """Return the language of sentences in data for a program, which must not follow the locale: English by default."""
    return asked_language() or "en"


def remember_language(context: click.Context, arguments: Sequence[str]) -> None:
    """Note the language that a command line asks for, wherever it does: errors and help need it before options do."""
    for place, each in enumerate(arguments):
        if each == "--":
            break
        name, _, value = each.partition("=")
        if name == "--lang":
            value = value or "".join(arguments[place + 1 : place + 2])
            context.meta[__name__] = next((known for known in LANGUAGES if known == value), None)


def say(texts: Texts, *values: object) -> str:
    """Return the Chinese or the English one of two texts, which stand in this order, with values in their places."""
    text = in_language(texts, language())
    return text.format(*values) if values else text


def worded(message: str) -> str:
    """Return an error or a finding of the library for the reader of the command that runs."""
    if language() == "en":
        return message
    from beijing_public_services.cli._chinese import chinese

    return chinese(message)
