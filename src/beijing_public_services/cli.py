"""The command line: parse, call one function, print."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from io import StringIO, TextIOWrapper
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from rich.console import Console
from rich.table import Table

import beijing_public_services as bps
from beijing_public_services.plain import as_plain, written

app = typer.Typer(
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="The figures of a report on Beijing's public services in 2024. "
    "Exit code 0: fine; 1: findings, a mismatch, or not found; 2: could not run.",
)


class Lang(StrEnum):
    """The languages of an answer."""

    en = "en"
    zh = "zh"


AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for a program to read.")]
PackagePath = Annotated[Path | None, typer.Argument(help="A data package; without it the bundled one.")]


@app.command("list")
def list_indicators(
    domain: Annotated[str | None, typer.Option(help="Only the indicators of this domain.")] = None,
    as_json: AsJson = False,
) -> None:
    """List the indicators with their headline figure."""
    _print_indicators(bps.bundled().indicators if domain is None else bps.bundled().by_domain(domain), as_json)


@app.command()
def search(
    text: Annotated[str, typer.Argument(help="Words in Chinese or English, or part of an id.")], as_json: AsJson = False
) -> None:
    """Find the indicators whose names, keywords or definition hold every word."""
    found = bps.search(text)
    if found or as_json:
        _print_indicators(found, as_json)
    if not found:
        _fail(f"nothing matches {text!r}", 1)


@app.command()
def show(id: Annotated[str, typer.Argument(help="An indicator's id.")], as_json: AsJson = False) -> None:
    """Show an indicator: what it is, and each figure with bound, unit, place and source."""
    package = bps.bundled()
    indicator = package.indicator(id)
    if as_json:
        return _print_json(as_plain(indicator))
    unit = package.unit(indicator.unit)
    print(f"{indicator.name_en} · {indicator.name_zh}\n{indicator.id}\n{indicator.definition}")
    print(f"{indicator.measure} in {unit.name_en} ({unit.name_zh})\n")
    rows: list[tuple[str, ...]] = []
    for each in indicator.observations:
        figure = written(each, unit) + (" (target)" if each.status == "target" else "")
        base = " ".join(filter(None, (each.base_kind, each.base_period, each.base_area)))
        rows.append((each.period, each.area, each.category, figure, base, each.printed, each.locator, each.source.id))
    _print_table(("period", "area", "category", "value", "relative to", "printed", "paragraph", "source"), rows)
    for note in dict.fromkeys(each.note for each in indicator.observations if each.note):
        print(f"\nNote: {note}")
    print()
    for source in dict.fromkeys(each.source for each in indicator.observations):
        print(". ".join(filter(None, (f"{source.id}: {source.title}", source.publisher, source.published, source.url))))


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
        bps.audit(_read_text(report), package),
        as_json,
        "Every mention, printed figure and numeral stands in the report.",
    )


@app.command()
def verify(
    id: Annotated[str, typer.Argument(help="An indicator's id.")],
    claim: Annotated[str, typer.Argument(help="One figure, in English or Chinese.")],
    area: Annotated[str | None, typer.Option(help="An area's id.")] = None,
    period: Annotated[str | None, typer.Option(help="A period in SDMX form.")] = None,
    category: Annotated[str | None, typer.Option(help="A category's id.")] = None,
    lang: Annotated[Lang, typer.Option(help="The language of the answer.")] = Lang.en,
    as_json: AsJson = False,
) -> None:
    """Hold a claim against the published figure; exit code 1 on a mismatch."""
    if not bps.is_indicator_id(id):
        raise bps.UnknownIndicatorError(id, (each.id for each in bps.indicators()))
    verdict = bps.verify(id, claim, area=area, period=period, category=category)
    if as_json:
        _print_json({**as_plain(verdict), "sentence": verdict.explained(lang.value)})
    else:
        print(
            f"{verdict.status}{f' ({verdict.diagnosis})' if verdict.diagnosis else ''}: {verdict.explained(lang.value)}"
        )
    if verdict.status == "mismatch":
        raise typer.Exit(1)


@app.command("verify-text")
def verify_text(
    file: Annotated[Path, typer.Argument(help="A text in UTF-8.")],
    lang: Annotated[Lang, typer.Option(help="The language of the answers.")] = Lang.en,
    as_json: AsJson = False,
) -> None:
    """Find the claims about known indicators in a text and verify each; exit code 1 on a mismatch."""
    text = _read_text(file)
    found = bps.verify_text(text)
    if as_json:
        _print_json([{**as_plain(each), "sentence": each.verdict.explained(lang.value)} for each in found])
    for each in () if as_json else found:
        line = text.count("\n", 0, each.start) + 1
        print(f"{file}:{line}: {each.text!r} {each.verdict.status}: {each.verdict.explained(lang.value)}")
    if any(each.verdict.status == "mismatch" for each in found):
        raise typer.Exit(1)


def main() -> None:
    """Run the command line; an error of this library is one line on standard error and exit code 1 or 2."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    try:
        app()
    except (bps.UnknownIndicatorError, bps.UnknownDomainError) as error:
        _fail(str(error), 1)
    except bps.BeijingPublicServicesError as error:
        _fail(str(error), 2)


def _read_text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        _fail(f"{path}: found no text ({error}), expected a file in UTF-8", 2)


def _fail(message: str, code: int) -> NoReturn:
    print(message, file=sys.stderr)
    raise SystemExit(code)


def _print_table(columns: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    """Print rows in columns that align, Chinese text included; columns that are empty throughout are left out."""
    kept = [place for place in range(len(columns)) if any(row[place] for row in rows)]
    table = Table(box=None, pad_edge=False)
    for place in kept:
        table.add_column(columns[place], justify="right" if columns[place] == "value" else "left", no_wrap=True)
    for row in rows:
        table.add_row(*(row[place] for place in kept))
    laid_out = StringIO()
    Console(file=laid_out, width=10_000).print(table)  # as wide as the text is: no line is broken or cut
    print("\n".join(line.rstrip() for line in laid_out.getvalue().splitlines()))


def _print_json(data: Any) -> None:
    print(json.dumps(data, ensure_ascii=False, indent=2))


def _print_indicators(indicators: tuple[bps.Indicator, ...], as_json: bool) -> None:
    if as_json:
        return _print_json(as_plain(indicators))
    rows: list[tuple[str, ...]] = []
    for each in indicators:
        try:
            headline = each.observation()
            figure = written(headline, bps.bundled().unit(each.unit)), headline.period
        except bps.AmbiguousObservationError:
            figure = f"{len(each.observations)} figures", ""
        rows.append((each.id, each.name_en, each.name_zh, *figure))
    _print_table(("id", "name", "名称", "value", "period"), rows)


def _print_issues(issues: list[bps.Issue], as_json: bool, fine: str) -> None:
    if as_json:
        _print_json(as_plain(issues))
    else:
        print("\n".join(map(str, issues)) or fine)
    if issues:
        raise typer.Exit(1)
