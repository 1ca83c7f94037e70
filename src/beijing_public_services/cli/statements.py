"""The command that lists what the report says besides figures: `statements`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

import beijing_public_services as bps
from beijing_public_services.cli._shell import AsJson, app, fail, print_json, print_table

WIDTH = 80  # columns of a terminal


class Kind(StrEnum):
    """The kinds of statements."""

    instrument = "instrument"
    event = "event"
    shortcoming = "shortcoming"
    priority = "priority"


HEADINGS = {
    "instrument": "Instruments named",
    "event": "What happened",
    "shortcoming": "What is lacking",
    "priority": "What is to be done",
}


@app.command("statements")
def list_statements(
    text: Annotated[str, typer.Argument(help="Only those that hold every one of these words.")] = "",
    kind: Annotated[Kind | None, typer.Option(help="Only statements of this kind.")] = None,
    domain: Annotated[str | None, typer.Option(help="Only the statements of this domain.")] = None,
    as_json: AsJson = False,
) -> None:
    """List the instruments, events, shortcomings and priorities that the report names."""
    found = bps.bundled().statements_of(kind and kind.value, domain)
    if text:
        chosen = {each.id for each in found}
        found = tuple(each for each in bps.search_statements(text) if each.id in chosen)
    if as_json:
        print_json([each.to_dict() for each in found])
    else:
        print_statements(found)
    if not found:
        fail("no statement fits", 1)


def print_statements(statements: tuple[bps.Statement, ...]) -> None:
    """Print statements kind by kind, no line wider than a terminal."""
    first = True
    for kind, heading in HEADINGS.items():
        chosen = [each for each in statements if each.kind == kind]
        rows: list[tuple[str, ...]] = []
        for each in chosen:
            rows += [
                (each.name_en, each.subkind.replace("_", " "), each.period, each.locators[0]),
                (each.name_zh, "", "", ""),
            ]
        if rows:
            print(f"{'' if first else chr(10)}{heading} ({len(chosen)})\n")
            print_table(("name", "kind", "period", "paragraph"), rows, width=WIDTH)
            first = False
