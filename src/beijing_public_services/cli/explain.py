"""The command `explain`: the page of a rule."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import beijing_public_services as bps
from beijing_public_services._printable import printable_lines
from beijing_public_services.checks.rule_pages import page_of
from beijing_public_services.checks.runner import rules
from beijing_public_services.cli import _wording as texts
from beijing_public_services.cli._completion import complete_rules
from beijing_public_services.cli._framework import argument, command, language, say
from beijing_public_services.cli._print import did_you_mean, fail, print_line
from beijing_public_services.errors import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

SHORTEST_WORD = 4  # letters that may stand for the word of a rule
MOST = 5  # rules that are suggested

MORE = (
    "要求什么，会发现什么，如何选择。",
    "What it asks, what it finds in a package that breaks it, and how to choose it.",
)


@command("values_match_the_printed_text", more=MORE)
@argument("rule", shell_complete=complete_rules, help=("规则的标识。", "The id of a rule."))
def run(rule: str) -> None:
    """Print the page of a rule."""
    try:
        page = page_of(rule)
    except bps.ConfigurationError as error:
        names = sorted(each.name for each in rules())
        close = nearest(rule, names) or _with_word(rule, names)
        if rule.startswith("frictionless:"):
            fail(str(error), 2)
        if close:
            fail(say(texts.NO_RULE, rule, did_you_mean(close)), 2)
        print_line(say(texts.NO_RULE, rule, say(texts.RULES_ARE)), file=sys.stderr)
        print("\n".join(names), file=sys.stderr)
        raise SystemExit(2) from None
    if language() == "zh":
        from beijing_public_services.cli._chinese_pages import chinese_page

        page = chinese_page(page)
    print(printable_lines(page))


def _with_word(beginning: str, names: Iterable[str]) -> list[str]:
    """Return the first few rules with a word that begins with these letters, of which there are enough to tell."""
    if len(beginning) < SHORTEST_WORD:
        return []
    return [each for each in names if any(word.startswith(beginning) for word in each.split("_"))][:MOST]
