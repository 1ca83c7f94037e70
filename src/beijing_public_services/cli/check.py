"""The commands that prove a data package: `check` and `audit`."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from zipfile import is_zipfile

import typer

import beijing_public_services as bps
from beijing_public_services._printable import printable, printable_lines
from beijing_public_services.checks.reports import as_github, as_json, as_junit, as_text, error_as_github
from beijing_public_services.checks.rule_pages import page_of
from beijing_public_services.checks.summary import MOST
from beijing_public_services.cli._shell import AsJson, app, print_json, read_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PackagePath = Annotated[
    Path | None, typer.Argument(help="A data package: a folder, its descriptor or a zip; without it the bundled one.")
]
Names = list[str] | None


class Format(StrEnum):
    """The forms of a report."""

    text = "text"
    json = "json"
    junit = "junit"
    github = "github"


@app.command()
def check(
    path: PackagePath = None,
    form: Annotated[Format, typer.Option("--format", help="The form of the report.")] = Format.text,
    select: Annotated[Names, typer.Option(metavar="RULE", help="Only this rule or layer; may be repeated.")] = None,
    ignore: Annotated[Names, typer.Option(metavar="RULE", help="Not this rule or layer; may be repeated.")] = None,
    warn: Annotated[
        Names, typer.Option(metavar="RULE", help="Findings of this rule or layer are warnings; may be repeated.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="The same as --format json.")] = False,
    isolated: Annotated[
        bool, typer.Option("--isolated", help="Do not read pyproject.toml: no rules of its own are imported and run.")
    ] = False,
    most_cells: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="How many cells all tables may have; 67 million by default.")
    ] = None,
    all: Annotated[bool, typer.Option("--all", help="Print every finding, not only the first 100 of a rule.")] = False,
) -> None:
    """Check a data package: its descriptor, its conformance, its structure, and what its figures mean.

    Which rules run may also be said in the table tool.beijing-public-services of the nearest pyproject.toml.
    """
    form = Format.json if json else form
    with _annotated(form is Format.github):
        asked = bps.Configuration(select=tuple(select or ()), ignore=tuple(ignore or ()), warn=tuple(warn or ()))
        asked = asked if most_cells is None else asked.replace(most_cells=most_cells)
        base = bps.Configuration() if isolated else bps.read_configuration()
        with _progress() as progress:
            report = bps.check_report(path, base.joined(asked), progress)
    most = None if all else MOST
    if form is Format.github:
        is_archive = path is not None and path.is_file() and is_zipfile(path)
        printed = as_github(report, _folder(path), str(path) if is_archive else "", most)
    elif form is Format.json:
        printed = as_json(report)
    else:
        printed = (as_junit if form is Format.junit else as_text)(report, most)
    if printed:
        print(printed)
    if report.failed:
        raise typer.Exit(1)


@app.command()
def explain(rule: Annotated[str, typer.Argument(metavar="RULE", help="The id of a rule.")]) -> None:
    """Explain a rule: what it asks, what it finds in a package that breaks it, and how to choose it."""
    print(printable_lines(page_of(rule)))


@app.command()
def audit(
    report: Annotated[
        Path, typer.Argument(help="The report's text, a Markdown file with a locator on each paragraph.")
    ],
    package: Annotated[Path | None, typer.Option(help="A data package; without it the bundled one.")] = None,
    as_json: AsJson = False,
) -> None:
    """Prove every mention, printed figure and numeral of a data package against the text of its report."""
    issues = bps.audit(read_text(report), package)
    if as_json:
        print_json([each.to_dict() for each in issues])
    else:
        fine = "Every mention, printed figure and numeral stands in the report."
        print("\n".join(printable(str(each)) for each in issues) or fine)
    if issues:
        raise typer.Exit(1)


@contextmanager
def _annotated(is_asked: bool) -> Iterator[None]:
    """Annotate the run with why a check could not be made, beside the line on standard error."""
    try:
        yield
    except Exception as error:
        if is_asked:
            print(error_as_github(str(error) or type(error).__name__))
        raise


def _folder(path: Path | None) -> str:
    """The folder of a package as a path of the repository, which is where an annotation is to be shown."""
    return "" if path is None else (path if path.is_dir() else path.parent).as_posix()


@contextmanager
def _progress() -> Iterator[Callable[[str, int, int], None] | None]:
    """What tells of the rule that runs, on a terminal and nowhere else; it leaves nothing behind."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("reading", total=None)
        yield lambda rule, number, total: shown.update(
            task, description=rule, completed=number - 1, total=total, refresh=True
        )
