"""The command that says what bears a figure out: `coverage`."""

from __future__ import annotations

import beijing_public_services as bps
from beijing_public_services.checks.coverage import GROUPS, by_domain
from beijing_public_services.cli._shell import AsJson, app, print_json, print_table


@app.command()
def coverage(as_json: AsJson = False) -> None:
    """Count the figures that are cross-checked, in an identity, both, or neither; as JSON with their ids."""
    found = bps.coverage()
    if as_json:
        return print_json({name: [each.id for each in group] for name, group in found.as_dict().items()})
    print_table(
        ("", "figures", *GROUPS.values()),
        [
            (title, str(part.total), *map(str, part.counts.values()))
            for title, part in by_domain(found, bps.bundled()).items()
        ],
    )
