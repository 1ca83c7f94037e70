"""The command `statements`: what the report says besides figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import click

from beijing_public_services.cli import _wording as texts
from beijing_public_services.cli._completion import complete_domains
from beijing_public_services.cli._framework import argument, command, option, say
from beijing_public_services.cli._listing import print_statements, statement_tables
from beijing_public_services.cli._options import format_of, format_option, json_option, open_package, package_option
from beijing_public_services.cli._print import fail, print_text
from beijing_public_services.model.codelists import StatementKind

if TYPE_CHECKING:
    from pathlib import Path


@command("", "urban renewal", "--kind priority --domain environment")
@argument(
    "words",
    nargs=-1,
    help=("只列含全部这些词语的记述。", "Only those that hold every one of these words."),
)
@option(
    "--kind",
    type=click.Choice(get_args(StatementKind)),
    help=("只列该类记述。", "Only statements of this kind."),
)
@option(
    "--domain",
    metavar="ID",
    shell_complete=complete_domains,
    help=("只列该领域的记述。", "Only the statements of this domain."),
)
@package_option
@format_option
@json_option
def run(
    words: tuple[str, ...], kind: str | None, domain: str | None, package: Path | None, form: str, as_json: bool
) -> None:
    """List statements."""
    chosen = open_package(package)
    form = format_of(form, as_json)
    found = chosen.statements_of(kind, domain)
    if words:
        fitting = {each.id for each in found}
        found = tuple(each for each in chosen.search_statements(" ".join(words)) if each.id in fitting)
    if form == "text":
        print_text(statement_tables(found))
    else:
        print_statements(found, form)
    if not found:
        fail(say(texts.NO_STATEMENT), 1)
