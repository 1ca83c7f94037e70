"""The command `cite`: how to cite the release, an indicator or a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import click

import beijing_public_services as bps
from beijing_public_services.citation.citation import CitationStyle
from beijing_public_services.cli._chosen import indicator_named
from beijing_public_services.cli._completion import complete_ids
from beijing_public_services.cli._framework import argument, command, data_language, language, option
from beijing_public_services.cli._options import open_package, package_option

if TYPE_CHECKING:
    from pathlib import Path

FOR_PROGRAMS = ("bibtex", "csl-json", "ris")

MORE = (
    "数字的引用带有它在报告中的位置。",
    "A figure is cited with its place in the report.",
)


@command(
    "",
    "environment.pm2_5_annual_mean --style apa",
    "environment.pm2_5_annual_mean:CN-BJ:2024 --style bibtex",
    more=MORE,
)
@argument(
    "id",
    required=False,
    shell_complete=complete_ids,
    help=(
        "指标或数字的标识，或只指向一个指标的词语；没有则引用整个版本。",
        "The id of an indicator or of a figure, or words that lead to one indicator; without it the release is cited.",
    ),
)
@option(
    "--style",
    type=click.Choice(get_args(CitationStyle)),
    default="plain",
    show_default=True,
    help=("引用格式。", "The citation style or format."),
)
@package_option
def run(id: str | None, style: CitationStyle, package: Path | None) -> None:
    """Print a citation."""
    words = data_language() if style in FOR_PROGRAMS else language()
    chosen = open_package(package)
    cited = id if id is None or ":" in id else indicator_named(id, chosen)
    print(bps.cite(cited, package=chosen).text(style, words))
