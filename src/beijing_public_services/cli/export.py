"""The command `export`: a data package in the format of another system."""

from __future__ import annotations

from typing import TYPE_CHECKING

import beijing_public_services as bps
from beijing_public_services.cli._completion import complete_formats
from beijing_public_services.cli._framework import argument, command, option
from beijing_public_services.cli._options import PATH, open_package, package_option
from beijing_public_services.cli._print import print_line
from beijing_public_services.exports.export import FORMATS

if TYPE_CHECKING:
    from pathlib import Path


@command("figures.csv", "figures.json --to croissant", "figures.xlsx --package my-city --force")
@argument("path", type=PATH, help=("要写的文件。", "The file to write."))
@option(
    "--to",
    metavar="FORMAT",
    shell_complete=complete_formats,
    help=(
        f"格式之一：{'、'.join(FORMATS)}；默认取决于文件名的结尾。",
        f"One of {', '.join(FORMATS)}; without it, what the name's ending stands for.",
    ),
)
@package_option
@option(
    "--force",
    is_flag=True,
    help=("覆盖已有的文件。", "Overwrite a file that is there already."),
)
def run(path: Path, to: str | None, package: Path | None, force: bool) -> None:
    """Write a data package in another format."""
    for file in bps.export(open_package(package), path, format=to, overwrite=force):
        print_line(str(file))
