"""The command `explain`: the page of a rule."""

from __future__ import annotations

from beijing_public_services._printable import printable_lines
from beijing_public_services.checks.rule_pages import page_of
from beijing_public_services.cli._completion import complete_rules
from beijing_public_services.cli._framework import argument, command

MORE = (
    "要求什么，会发现什么，如何选择。",
    "What it asks, what it finds in a package that breaks it, and how to choose it.",
)


@command("values_match_the_printed_text", more=MORE)
@argument("rule", shell_complete=complete_rules, help=("规则的标识。", "The id of a rule."))
def run(rule: str) -> None:
    """Print the page of a rule."""
    print(printable_lines(page_of(rule)))
