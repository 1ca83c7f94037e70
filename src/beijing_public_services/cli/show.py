"""The commands that show figures: `list`, `search` and `show`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

import beijing_public_services as bps
from beijing_public_services.cli._shell import AsJson, app, fail, print_json, print_table
from beijing_public_services.cli.statements import print_statements
from beijing_public_services.model.wording import format_value


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
    """Find the indicators whose names, keywords or definition hold every word, then the statements that do.

    As JSON only the indicators are printed; `statements TEXT --json` prints the statements.
    """
    found = bps.search(text)
    statements = () if as_json else bps.search_statements(text)
    if found or as_json:
        _print_indicators(found, as_json)
    if found.note:
        print(found.note, file=sys.stderr)
    if statements:
        print("\n" if found else "", end="")
        print_statements(statements)
    if not found and not statements:
        likely = f"; did you mean {' or '.join(map(repr, found.suggestions))}?" if found.suggestions else ""
        fail(f"nothing matches {text!r}{likely}", 1)


@app.command()
def show(id: Annotated[str, typer.Argument(help="An indicator's id.")], as_json: AsJson = False) -> None:
    """Show an indicator: each figure with bound, unit, place and source, who disputes it, and what is odd about it."""
    package = bps.bundled()
    indicator = package.indicator(id)
    if as_json:
        return print_json(indicator.to_dict())
    unit = package.unit(indicator.unit)
    print(f"{indicator.name_en} · {indicator.name_zh}\n{indicator.id}\n{indicator.definition}")
    print(f"{indicator.measure} in {unit.name_en} ({unit.name_zh})\n")
    rows: list[tuple[str, ...]] = []
    for each in indicator.observations:
        figure = format_value(each, unit) + (" (target)" if each.status == "target" else "")
        base = " ".join(filter(None, (each.base_kind, each.base_period, each.base_area)))
        rows.append((each.period, each.area, each.category, figure, base, each.printed, each.locator, each.source.id))
    print_table(("period", "area", "category", "value", "relative to", "printed", "paragraph", "source"), rows)
    for note in dict.fromkeys(each.note for each in indicator.observations if each.note):
        print(f"\nNote: {note}")
    checks = [(each, check) for each in indicator.observations for check in each.cross_checks]
    for observation, check in checks:
        print(f"\n{_compared(observation, check)}")
    for begun in dict.fromkeys(begun for each in indicator.observations for begun in each.breaks):
        print(f"\nBreak ({begun.area}, from {begun.period} on, {begun.kind}): {begun.note}")
    for odd in _touching(indicator, package):
        print(f"\nAnomaly ({odd.locator or odd.observation}, {odd.kind}): {odd.what}")
    for statement in indicator.statements:
        print(f"\n{statement.kind.capitalize()} ({statement.locators[0]}): {statement.name_en} · {statement.name_zh}")
    print()
    sources = (*(each.source for each in indicator.observations), *(check.source for _, check in checks))
    for source in dict.fromkeys(sources):
        print(". ".join(filter(None, (f"{source.id}: {source.title}", source.publisher, source.published, source.url))))


def _compared(observation: bps.Observation, check: bps.CrossCheck) -> str:
    """A cross-check in a line: a dispute said to be one, with both figures."""
    against = check.verdict in ("differs", "contradicts")
    said = ("Questioned" if check.source.is_copy else "Disputed") if against else f"Cross-check ({check.verdict})"
    here, there = f"{observation.period} {observation.printed}", f"{check.printed} in {check.source.id}"
    return f"{said}: {here}; {there}, {check.source.publisher} (grade {check.source.grade}). {check.note}".rstrip()


def _touching(indicator: bps.Indicator, package: bps.DataPackage) -> list[bps.Anomaly]:
    """The anomalies of an indicator's figures, and those of the paragraphs that print them."""
    ids = {each.id for each in indicator.observations}
    paragraphs = {mention.locator for each in indicator.observations for mention in each.mentions}
    return [each for each in package.anomalies if each.observation in ids or each.locator in paragraphs]


def _print_indicators(indicators: tuple[bps.Indicator, ...], as_json: bool) -> None:
    if as_json:
        return print_json([each.to_dict() for each in indicators])
    rows: list[tuple[str, ...]] = []
    for each in indicators:
        try:
            headline = each.observation()
            figure = format_value(headline, bps.bundled().unit(each.unit)), headline.period
        except bps.AmbiguousObservationError:
            figure = f"{len(each.observations)} figures", ""
        disputes = [check.source.id for one in each.observations for check in one.disputes]
        rows.append((each.id, each.name_en, each.name_zh, *figure, " ".join(disputes)))
    print_table(("id", "name", "名称", "value", "period", "disputed by"), rows)
