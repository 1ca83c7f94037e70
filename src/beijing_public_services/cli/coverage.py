"""The command `coverage`: what bears each figure out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import beijing_public_services as bps
from beijing_public_services.checks.coverage import GROUPS, by_domain
from beijing_public_services.cli._framework import command
from beijing_public_services.cli._options import json_option, open_package, package_option
from beijing_public_services.cli._print import print_json, print_table

if TYPE_CHECKING:
    from pathlib import Path


@command("", "--json")
@package_option
@json_option
def run(package: Path | None, as_json: bool) -> None:
    """Count the figures that are borne out."""
    chosen = open_package(package)
    found = bps.coverage(chosen)
    if as_json:
        return print_json({name: [each.id for each in group] for name, group in found.as_dict().items()})
    print_table(
        ("", "figures", *GROUPS.values()),
        [(title, str(part.total), *map(str, part.counts.values())) for title, part in by_domain(found, chosen).items()],
    )
