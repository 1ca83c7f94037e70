"""The command `show`: an indicator with its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import beijing_public_services as bps
from beijing_public_services.cli._framework import argument, command
from beijing_public_services.cli._options import json_option, open_package, package_option
from beijing_public_services.cli._print import print_json, print_table
from beijing_public_services.model.wording import format_value

if TYPE_CHECKING:
    from pathlib import Path


@command("environment.pm2_5_annual_mean")
@argument("id", help=("指标的标识。", "An indicator's id."))
@package_option
@json_option
def run(id: str, package: Path | None, as_json: bool) -> None:
    """Show an indicator."""
    _show(id, open_package(package), as_json)


def _show(id: str, package: bps.DataPackage, as_json: bool) -> None:
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
