"""The command that hands a data package to other systems: `export`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import beijing_public_services as bps
from beijing_public_services.cli._shell import app, print_line
from beijing_public_services.exports.export import FORMATS


@app.command()
def export(
    path: Annotated[Path, typer.Argument(help="The file to write.")],
    to: Annotated[
        str | None, typer.Option(help=f"One of {', '.join(FORMATS)}; without it, what the name's ending stands for.")
    ] = None,
    package: Annotated[Path | None, typer.Option(help="A data package; without it the bundled one.")] = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite a file that is there already.")] = False,
) -> None:
    """Write a data package in the format of another system."""
    chosen = bps.bundled() if package is None else bps.load(package)
    for file in bps.export(chosen, path, format=to, overwrite=force):
        print_line(str(file))
