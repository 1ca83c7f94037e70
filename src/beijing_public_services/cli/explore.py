"""The command `explore`: a page to search and read a data package in the browser."""

from __future__ import annotations

from typing import TYPE_CHECKING

import beijing_public_services as bps
from beijing_public_services.cli._framework import argument, command, language, option
from beijing_public_services.cli._options import PATH, open_package
from beijing_public_services.cli._print import print_line

if TYPE_CHECKING:
    from pathlib import Path


@command(
    "",
    "my-city",
    "my-city -o my-city.html --no-open --force",
    more=(
        "该页自成一体：不访问网络，可在手机上使用，可作为一个文件发送。每个指标和数字都有自己的地址：#标识。",
        "The page needs no other file and no network, works on a phone and can be sent as one file. Each indicator and "
        "figure has an address of its own: # and its id.",
    ),
)
@argument(
    "package",
    type=PATH,
    required=False,
    help=(
        "数据包：文件夹、其描述文件或 zip；默认为随附的数据包。",
        "A data package: a folder, its descriptor or a zip; by default the bundled one.",
    ),
)
@option(
    "-o",
    "--output",
    type=PATH,
    metavar="FILE",
    help=("要写的文件；默认写入临时文件夹。", "The file to write; by default one in the folder for temporary files."),
)
@option(
    "--package",
    "named",
    type=PATH,
    metavar="PATH",
    help=("同上，写法与其他命令一致。", "The same, written as for other commands."),
)
@option("--no-open", is_flag=True, help=("不打开浏览器。", "Do not open the page in the browser."))
@option("--force", is_flag=True, help=("覆盖已有的文件。", "Overwrite a file that is there already."))
def run(package: Path | None, output: Path | None, named: Path | None, no_open: bool, force: bool) -> None:
    """Write the explorer of a data package, open it, and print where it is."""
    shown = open_package(package or named)
    print_line(
        str(bps.explore(shown, output, language=language(), open_browser=not no_open, overwrite=force).resolve())
    )
