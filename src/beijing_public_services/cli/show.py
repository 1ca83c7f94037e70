"""The command `show`: an indicator or a figure with all that is known of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import beijing_public_services as bps
from beijing_public_services.cli._chosen import best_of, is_like_an_id, matches, stands_out
from beijing_public_services.cli._completion import complete_ids
from beijing_public_services.cli._framework import argument, command, option
from beijing_public_services.cli._options import format_of, format_option, json_option, open_package, package_option
from beijing_public_services.cli._print import print_csv, print_json, print_markdown, print_text

if TYPE_CHECKING:
    from pathlib import Path

MORE = (
    "先列每个数字的界限、单位、地点与出处，再说明谁有争议、有何疑点。"
    "没有该标识时按词语查找：显示最相符的指标，若有多个同样相符则列出它们。",
    "Each figure has its bound, unit, place and source, who disputes it and what is odd about it. "
    "Words that are no id are searched for: the best match is shown, or all matches are listed if none stands out.",
)


@command("environment.pm2_5_annual_mean", "environment.pm2_5_annual_mean:CN-BJ:2024", "metro length", more=MORE)
@argument(
    "words",
    nargs=-1,
    required=True,
    metavar="ID",
    shell_complete=complete_ids,
    help=("指标或数字的标识，或词语。", "The id of an indicator or of a figure, or words."),
)
@package_option
@format_option
@json_option
@option(
    "--all",
    "print_all",
    is_flag=True,
    help=(
        "打印指标的全部数字、说明与来源，而非前几个。",
        "Print every figure, remark and source of an indicator, not only the first.",
    ),
)
def run(words: tuple[str, ...], package: Path | None, form: str, as_json: bool, print_all: bool) -> None:
    """Show an indicator or a figure."""
    chosen = open_package(package)
    form = format_of(form, as_json)
    text = " ".join(words)
    try:
        found = _by_id(text, chosen)
    except bps.UnknownIndicatorError:
        if is_like_an_id(text, chosen):
            raise
        several = matches(text, chosen)
        if not stands_out(several):
            from beijing_public_services.cli._listing import indicator_table, print_indicators

            return (
                print_text([indicator_table(several, chosen)])
                if form == "text"
                else print_indicators(several, chosen, form)
            )
        found = best_of(text, several)
    _print(found, chosen, form, print_all)


def _by_id(id: str, package: bps.DataPackage) -> bps.Indicator | bps.Observation:
    """Return the indicator or the figure with an id; the error for an unknown figure names the nearest ones."""
    return package.observation(id) if ":" in id else package.indicator(id)


def _print(found: bps.Indicator | bps.Observation, package: bps.DataPackage, form: str, print_all: bool) -> None:
    if form == "json":
        return print_json(found.to_dict())
    figures = found.observations if isinstance(found, bps.Indicator) else (found,)
    if form == "csv":
        from beijing_public_services.exports.figures_table import figures_sheet

        sheet = figures_sheet(package)
        ids = {each.id for each in figures}
        return print_csv([each.name for each in sheet.columns], [row for row in sheet.rows if row[0] in ids])
    from beijing_public_services.cli._figures import figure_columns, figure_rows, figure_text, indicator_text

    if form == "md":
        print_markdown(figure_columns(), figure_rows(figures, package))
    elif isinstance(found, bps.Indicator):
        print_text(indicator_text(found, package, all=print_all))
    else:
        print_text(figure_text(found, package))
