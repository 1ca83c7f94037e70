"""The commands that make a data package: `new` and `refresh`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import beijing_public_services as bps
from beijing_public_services.cli._shell import app, print_line, read_text


@app.command()
def new(
    path: Annotated[Path, typer.Argument(help="A new or empty folder.")],
    name: Annotated[str | None, typer.Option(help="The package's name; by default made of the folder's.")] = None,
    title: Annotated[str | None, typer.Option(help="The package's title, by default its name.")] = None,
    source: Annotated[str | None, typer.Option(help="The title of the report that the figures are from.")] = None,
) -> None:
    """Start a data package of your own, with schemas, base units, empty tables, a README and a CI workflow."""
    started = bps.new_package(path, name=name, title=title, source=source)
    print_line(f"Started a data package in {started}; what to do next is in {started / 'README.md'}.")


@app.command()
def refresh(
    path: Annotated[Path, typer.Argument(help="A data package of yours.")],
    report: Annotated[
        Path | None,
        typer.Option(help="The report's text: paragraphs, numerals and footnotes are brought up to date too."),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit code 1 where something is stale.")
    ] = False,
) -> None:
    """Bring ids, the references to them, sizes and hashes of a data package up to date."""
    text = None if report is None else read_text(report)
    stale = bps.refresh(path, report=text, write=not check)
    for file in stale:
        print_line(f"{'stale' if check else 'refreshed'}: {file}")
    if not stale:
        print("Nothing is stale.")
    if check and stale:
        raise typer.Exit(1)
