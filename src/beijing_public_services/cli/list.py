"""The command `list`: the indicators with their headline figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services.cli._completion import complete_domains
from beijing_public_services.cli._framework import command, option
from beijing_public_services.cli._listing import indicator_table, print_indicators
from beijing_public_services.cli._options import format_of, format_option, json_option, open_package, package_option
from beijing_public_services.cli._print import print_text

if TYPE_CHECKING:
    from pathlib import Path


@command("", "--domain environment", "--format csv")
@option(
    "--domain",
    metavar="ID",
    shell_complete=complete_domains,
    help=("只列该领域的指标。", "Only the indicators of this domain."),
)
@package_option
@format_option
@json_option
def run(domain: str | None, package: Path | None, form: str, as_json: bool) -> None:
    """List the indicators."""
    chosen = open_package(package)
    indicators = chosen.indicators if domain is None else chosen.by_domain(domain)
    form = format_of(form, as_json)
    if form == "text":
        print_text([indicator_table(indicators, chosen)])
    else:
        print_indicators(indicators, chosen, form)
