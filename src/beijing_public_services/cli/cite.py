"""The command that says how to cite: `cite`."""

from __future__ import annotations

from typing import Annotated

import typer

import beijing_public_services as bps
from beijing_public_services.citation.citation import CitationStyle
from beijing_public_services.cli._shell import Lang, app


@app.command()
def cite(
    id: Annotated[str | None, typer.Argument(help="An id of an indicator or a figure; without it the release.")] = None,
    style: Annotated[CitationStyle, typer.Option(help="The citation style or format.")] = "plain",
    lang: Annotated[Lang, typer.Option(help="The language of the words around the titles.")] = Lang.en,
) -> None:
    """Say how to cite the release of the data, an indicator, or one figure with its place in the report."""
    print(bps.cite(id).text(style, lang.value))
