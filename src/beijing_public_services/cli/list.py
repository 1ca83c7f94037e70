"""The command `list`: the indicators with their headline figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services.cli._framework import command, option
from beijing_public_services.cli._listing import print_indicators
from beijing_public_services.cli._options import json_option, open_package, package_option
from beijing_public_services.cli._print import print_json

if TYPE_CHECKING:
    from pathlib import Path


@command("", "--domain environment", "--json")
@option("--domain", metavar="ID", help=("只列该领域的指标。", "Only the indicators of this domain."))
@package_option
@json_option
def run(domain: str | None, package: Path | None, as_json: bool) -> None:
    """List the indicators."""
    chosen = open_package(package)
    indicators = chosen.indicators if domain is None else chosen.by_domain(domain)
    if as_json:
        print_json([each.to_dict() for each in indicators])
    else:
        print_indicators(indicators, chosen)
