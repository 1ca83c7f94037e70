"""The command `search`: indicators and statements by words."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from beijing_public_services.cli import _wording as texts
from beijing_public_services.cli._framework import argument, command, say
from beijing_public_services.cli._listing import indicator_table, print_indicators, statement_tables
from beijing_public_services.cli._options import format_of, format_option, json_option, open_package, package_option
from beijing_public_services.cli._print import did_you_mean, fail, print_line, print_text

if TYPE_CHECKING:
    from pathlib import Path

MORE = (
    "先列名称、关键词或定义含全部词语的指标，再列含这些词语的记述。JSON、CSV 与 Markdown 只有指标；记述见 statements。",
    "It lists the indicators whose names, keywords or definition hold every word, then the statements that do. "
    "JSON, CSV and Markdown have the indicators alone; `statements` prints the statements.",
)


@command("metro length", "细颗粒物", more=MORE)
@argument(
    "words",
    nargs=-1,
    required=True,
    help=("中文或英文词语，或标识的一部分。", "Words in Chinese or English, or part of an id."),
)
@package_option
@format_option
@json_option
def run(words: tuple[str, ...], package: Path | None, form: str, as_json: bool) -> None:
    """Search for words."""
    text = " ".join(words)
    chosen = open_package(package)
    form = format_of(form, as_json)
    found = chosen.search(text)
    statements = chosen.search_statements(text) if form == "text" else ()
    if form == "text":
        print_text([indicator_table(found, chosen) if found else "", *statement_tables(statements)])
    else:
        print_indicators(found, chosen, form)
    if found.note:
        print_line(say(texts.NOT_COVERED, found.note), file=sys.stderr)
    if not found and not statements:
        fail(say(texts.NO_MATCH, text, did_you_mean(found.suggestions)), 1)
