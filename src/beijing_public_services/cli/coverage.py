"""The command `coverage`: how many figures other publications or arithmetic support."""

from __future__ import annotations

from typing import TYPE_CHECKING

import beijing_public_services as bps
from beijing_public_services.checks.coverage import GROUPS, by_domain
from beijing_public_services.cli import _wording as texts
from beijing_public_services.cli._framework import command, language, say
from beijing_public_services.cli._layout import Column
from beijing_public_services.cli._options import format_of, format_option, json_option, open_package, package_option
from beijing_public_services.cli._print import print_csv, print_json, print_markdown, print_text, table

if TYPE_CHECKING:
    from pathlib import Path

MORE = (
    "数字分为四组：有对照、在恒等关系中、两者皆有、皆无。JSON 与 CSV 列出各组的标识。",
    "Figures are cross-checked, in an identity, both, or neither. JSON and CSV list the ids of each group.",
)


@command("", "--format csv", more=MORE)
@package_option
@format_option
@json_option
def run(package: Path | None, form: str, as_json: bool) -> None:
    """Count the figures that are borne out."""
    chosen = open_package(package)
    found = bps.coverage(chosen)
    form = format_of(form, as_json)
    if form == "json":
        return print_json({name: [each.id for each in group] for name, group in found.as_dict().items()})
    if form == "csv":
        return print_csv(
            ("id", "coverage"), [(each.id, name) for name, group in found.as_dict().items() for each in group]
        )
    headings = [say(texts.FIGURES), *map(say, GROUPS.values())]
    columns = (Column(heading="", wraps=True), *(Column(heading=each, is_number=True) for each in headings))
    rows = [
        (title, str(part.total), *map(str, part.counts.values()))
        for title, part in by_domain(found, chosen, language()).items()
    ]
    if form == "md":
        print_markdown(columns, rows)
    else:
        print_text([table(columns, rows)])
