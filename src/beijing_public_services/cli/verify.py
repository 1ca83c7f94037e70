"""The commands that hold claims against figures: `verify` and `verify-text`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import beijing_public_services as bps
from beijing_public_services.cli._shell import AsJson, Lang, app, print_json, read_text


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
    current = bps.bundled().indicator(id).id
    assert bps.is_indicator_id(current)
    verdict = bps.verify(current, claim, area=area, period=period, category=category)
    if as_json:
        print_json({**verdict.to_dict(), "disputed": verdict.disputed, "sentence": verdict.explained(lang.value)})
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
    text = read_text(file)
    found = bps.verify_text(text)
    if as_json:
        print_json(
            [
                {
                    **each.to_dict(),
                    "disputed": each.verdict.disputed,
                    "sentence": each.verdict.explained(lang.value),
                }
                for each in found
            ]
        )
    for each in () if as_json else found:
        line = text.count("\n", 0, each.start) + 1
        print(f"{file}:{line}: {each.text!r} {each.verdict.status}: {each.verdict.explained(lang.value)}")
    if any(each.verdict.status == "mismatch" for each in found):
        raise typer.Exit(1)
