"""The commands that prove a data package: `check` and `audit`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import beijing_public_services as bps
from beijing_public_services.cli._shell import AsJson, app, print_json, read_text
from beijing_public_services.plain import as_plain

PackagePath = Annotated[Path | None, typer.Argument(help="A data package; without it the bundled one.")]


@app.command()
def check(path: PackagePath = None, as_json: AsJson = False) -> None:
    """Check a data package: its conformance to its descriptor, then what its figures mean."""
    _print_issues(bps.check(path), as_json, "No issues.")


@app.command()
def audit(
    report: Annotated[
        Path, typer.Argument(help="The report's text, a Markdown file with a locator on each paragraph.")
    ],
    package: Annotated[Path | None, typer.Option(help="A data package; without it the bundled one.")] = None,
    as_json: AsJson = False,
) -> None:
    """Prove every mention, printed figure and numeral of a data package against the text of its report."""
    _print_issues(
        bps.audit(read_text(report), package),
        as_json,
        "Every mention, printed figure and numeral stands in the report.",
    )


def _print_issues(issues: list[bps.Issue], as_json: bool, fine: str) -> None:
    if as_json:
        print_json(as_plain(issues))
    else:
        print("\n".join(map(str, issues)) or fine)
    if issues:
        raise typer.Exit(1)
