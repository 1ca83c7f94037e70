"""The command `plot`: a chart of an indicator, or of a domain, as a picture or a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

import click

import beijing_public_services as bps
from beijing_public_services.cli import _wording as texts
from beijing_public_services.cli._chosen import area_named, category_named, indicator_named
from beijing_public_services.cli._completion import complete_areas, complete_domains, complete_ids
from beijing_public_services.cli._framework import argument, command, language, option, say
from beijing_public_services.cli._options import PATH, open_package, package_option
from beijing_public_services.cli._print import fail, print_line
from beijing_public_services.notation.frequencies import Frequency
from beijing_public_services.views.charts.chart import FORMATS
from beijing_public_services.views.charts.data import ChartKind
from beijing_public_services.views.charts.theme import ChartTheme

if TYPE_CHECKING:
    from pathlib import Path


@command(
    "environment.pm2_5_annual_mean -o pm25.svg",
    "environment.pm2_5_annual_mean --area CN-BJ --lang zh -o pm25.png",
    "--domain environment --theme dark -o environment.html",
)
@argument(
    "ids",
    nargs=-1,
    metavar="[ID]...",
    shell_complete=complete_ids,
    help=("指标的标识，或词语。", "Ids of indicators, or words."),
)
@option(
    "--domain",
    metavar="ID",
    shell_complete=complete_domains,
    help=("该领域的全部指标。", "All indicators of this domain."),
)
@option(
    "-o",
    "--output",
    type=PATH,
    metavar="FILE",
    required=True,
    help=("要写的文件：.svg、.png 或 .html。", "The file to write: .svg, .png or .html."),
)
@option(
    "--format",
    type=click.Choice(FORMATS),
    help=("格式；默认取决于文件名的结尾。", "The format; by default what the name's ending stands for."),
)
@option(
    "--kind",
    type=click.Choice(get_args(ChartKind)),
    help=("图的种类；默认随数字而定。", "The kind of chart; by default what fits the figures."),
)
@option(
    "--area", metavar="ID", shell_complete=complete_areas, help=("只画该地区的数字。", "Only the figures of this area.")
)
@option("--category", metavar="ID", help=("只画该类别的数字。", "Only the figures of this category."))
@option("--period", metavar="PERIOD", help=("只画该时期的数字。", "Only the figures of this period."))
@option(
    "--frequency",
    type=click.Choice(get_args(Frequency)),
    help=("折线所用的时期种类。", "The kind of periods of a line."),
)
@option(
    "--theme",
    type=click.Choice(get_args(ChartTheme)),
    help=(
        "浅色或深色；默认图片为浅色，网页随读者的系统。",
        "Light or dark; by default pictures are light and pages follow the reader's system.",
    ),
)
@package_option
@option("--force", is_flag=True, help=("覆盖已有的文件。", "Overwrite a file that is there already."))
def run(
    ids: tuple[str, ...],
    domain: str | None,
    output: Path,
    format: str | None,
    package: Path | None,
    force: bool,
    **chosen: Any,
) -> None:
    """Draw a chart."""
    if bool(ids) == (domain is not None):
        fail(say(texts.WHAT_TO_PLOT), 2)
    opened = open_package(package)
    chosen["area"] = area_named(chosen["area"], opened, code=1)
    chosen["category"] = category_named(chosen["category"], opened, code=1)
    if domain is None:
        are_words = len(ids) > 1 and not any("." in each for each in ids)
        indicators = tuple([indicator_named(each, opened) for each in ([" ".join(ids)] if are_words else ids)])
    else:
        indicators = opened.by_domain(domain)
    chart = bps.plot(indicators, language=language(), package=opened, **chosen)
    print_line(str(chart.save(output, format=format, overwrite=force)))
