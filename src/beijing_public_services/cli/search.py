"""The command `search`: indicators and statements by words."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from beijing_public_services.cli._framework import argument, command
from beijing_public_services.cli._listing import print_indicators, print_statements
from beijing_public_services.cli._options import json_option, open_package, package_option
from beijing_public_services.cli._print import fail, print_json

if TYPE_CHECKING:
    from pathlib import Path

MORE = (
    "先列名称、关键词或定义含全部词语的指标，再列含这些词语的陈述。JSON 只有指标；陈述用 statements TEXT --json。",
    "It lists the indicators whose names, keywords or definition hold every word, then the statements that do. "
    "As JSON only the indicators are printed; `statements TEXT --json` prints the statements.",
)


@command("metro length", "细颗粒物", more=MORE)
@argument(
    "words",
    nargs=-1,
    required=True,
    help=("中文或英文词语，或标识的一部分。", "Words in Chinese or English, or part of an id."),
)
@package_option
@json_option
def run(words: tuple[str, ...], package: Path | None, as_json: bool) -> None:
    """Search for words."""
    text = " ".join(words)
    chosen = open_package(package)
    found = chosen.search(text)
    statements = () if as_json else chosen.search_statements(text)
    if as_json:
        print_json([each.to_dict() for each in found])
    elif found:
        print_indicators(found, chosen)
    if found.note:
        print(found.note, file=sys.stderr)
    if statements:
        print("\n" if found else "", end="")
        print_statements(statements)
    if not found and not statements:
        likely = f"; did you mean {' or '.join(map(repr, found.suggestions))}?" if found.suggestions else ""
        fail(f"nothing matches {text!r}{likely}", 1)
