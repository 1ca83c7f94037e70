"""The commands that hold claims against figures: `verify` and `verify-text`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import beijing_public_services as bps
from beijing_public_services.cli._shell import AsJson, Lang, app, fail, print_json, print_line, read_text
from beijing_public_services.errors import PeriodError, nearest
from beijing_public_services.notation.periods import read_period

if TYPE_CHECKING:
    from collections.abc import Iterable


@app.command()
def verify(
    id: Annotated[str, typer.Argument(help="An indicator's id.")],
    claim: Annotated[str, typer.Argument(help="One figure, in English or Chinese.")],
    area: Annotated[str | None, typer.Option(help="An area's id.")] = None,
    period: Annotated[str | None, typer.Option(help="A period in SDMX form.")] = None,
    category: Annotated[str | None, typer.Option(help="A category's id.")] = None,
    allow_unverified: Annotated[
        bool, typer.Option("--allow-unverified", help="End with exit code 0 if the claim cannot be verified.")
    ] = False,
    lang: Annotated[Lang, typer.Option(help="The language of the answer.")] = Lang.en,
    as_json: AsJson = False,
) -> None:
    """Hold a claim against the published figure; exit code 1 on a mismatch, and if the claim cannot be verified."""
    package = bps.bundled()
    indicator = package.indicator(id)
    _require("area", area, [each.id for each in package.areas])
    _require("category", category, [each.id for each in package.categories])
    _require_period(period, [each.period for each in indicator.observations])
    verdict = bps.verify(indicator, claim, area=area, period=period, category=category)
    if as_json:
        print_json(
            {
                **verdict.to_dict(),
                "disputed": verdict.disputed,
                "questioned": verdict.questioned,
                "sentence": verdict.explained(lang.value),
            }
        )
    else:
        print_line(
            f"{verdict.status}{f' ({verdict.diagnosis})' if verdict.diagnosis else ''}: {verdict.explained(lang.value)}"
        )
    if verdict.status == "mismatch" or (verdict.status == "cannot_verify" and not allow_unverified):
        raise typer.Exit(1)


@app.command("verify-text")
def verify_text(
    file: Annotated[Path, typer.Argument(help="A text in UTF-8.")],
    default_area: Annotated[
        str | None, typer.Option(help="The id of the area that a text without place names is about; none: no area.")
    ] = None,
    published: Annotated[str | None, typer.Option(help="The year or date of the text, such as 2025-01-21.")] = None,
    verbose: Annotated[bool, typer.Option("--verbose", help="List the figures passed over, with the reason.")] = False,
    fail_on_unjudged: Annotated[
        bool, typer.Option("--fail-on-unjudged", help="End with exit code 1 if a figure is not judged.")
    ] = False,
    lang: Annotated[Lang, typer.Option(help="The language of the answers.")] = Lang.en,
    as_json: AsJson = False,
) -> None:
    """Find the claims about known indicators in a text and verify each; exit code 1 on a mismatch."""
    text = read_text(file)
    package = bps.bundled()
    _require("area", default_area, ["none", *(each.id for each in package.areas)])
    area = package.headline_area if default_area is None else None if default_area == "none" else default_area
    try:
        report = bps.verify_text(text, default_area=area, published=published)
    except ValueError as error:
        fail(str(error), 2)
    if as_json:
        print_json(_as_json(report, lang))
    else:
        for each in report:
            print_line(
                f"{file}:{_line(text, each.start)}: {each.text!r} {each.verdict.status}: "
                f"{each.verdict.explained(lang.value)}"
            )
        for over in report.passed_over if verbose else ():
            print_line(f"{file}:{_line(text, over.start)}: {over.text!r} passed over: {over.explained(lang.value)}")
        print(report.summary)
    if any(each.verdict.status == "mismatch" for each in report) or (fail_on_unjudged and report.judged < report.total):
        raise typer.Exit(1)


def _line(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1


def _as_json(report: bps.PassageReport, lang: Lang) -> dict[str, object]:
    """Return a report as plain values: the verdicts, the figures passed over, and how many were judged."""
    return {
        "verdicts": [
            {
                **each.to_dict(),
                "disputed": each.verdict.disputed,
                "questioned": each.verdict.questioned,
                "sentence": each.verdict.explained(lang.value),
            }
            for each in report
        ],
        "passed_over": [{**each.to_dict(), "sentence": each.explained(lang.value)} for each in report.passed_over],
        "judged": report.judged,
        "total": report.total,
    }


def _require(name: str, given: str | None, known: Iterable[str]) -> None:
    """End the command with code 2 if an id is not known, and suggest the nearest."""
    ids = list(known)
    if given is not None and given not in ids:
        close = nearest(given, ids) or ids
        fail(f"found {name} {given!r}, expected {' or '.join(close[:8])}", 2)


def _require_period(given: str | None, known: Iterable[str]) -> None:
    """End the command with code 2 if a text is no period, and suggest those of the indicator."""
    if given is None:
        return
    try:
        read_period(given)
    except PeriodError as error:
        periods = list(dict.fromkeys(known))
        close = nearest(given, periods) or periods
        fail(f"{error}; did you mean {' or '.join(close[:8])}?", 2)
