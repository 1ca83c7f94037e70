"""The command that compares releases: `diff`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import beijing_public_services as bps
from beijing_public_services.cli._shell import AsJson, app, print_json, print_line


@app.command()
def diff(
    old: Annotated[Path, typer.Argument(help="The older release: a data package.")],
    new: Annotated[Path, typer.Argument(help="The newer release: a data package.")],
    check: Annotated[
        bool, typer.Option("--check", help="Exit code 1 where the newer release does not keep the rule of versions.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Compare two releases of a data package: what changed, and the version step that it asks for."""
    found = bps.diff(old, new)
    if as_json:
        changes = [{**each.to_dict(), "step": each.step, "sentence": each.sentence} for each in found.changes]
        said = {"step": found.step, "declared": found.declared, "objections": found.objections}
        print_json({**found.to_dict(), "changes": changes, **said})
    else:
        for each in found.changes:
            print_line(f"{each.step}: {each.sentence}")
        steps = f"asked for a step: {found.step}; declared: {found.declared}"
        print_line(f"{len(found.changes)} changes from {found.old} to {found.new}; {steps}")
        for objection in found.objections:
            print_line(f"against the rule: {objection}")
    if check and found.objections:
        raise typer.Exit(1)
