"""The command `new`: start a data package."""

from __future__ import annotations

from typing import TYPE_CHECKING

import beijing_public_services as bps
from beijing_public_services.cli import _wording as texts
from beijing_public_services.cli._framework import argument, command, option, say
from beijing_public_services.cli._options import PATH
from beijing_public_services.cli._print import print_line

if TYPE_CHECKING:
    from pathlib import Path

MORE = (
    "含结构、基本单位、空表、说明和 CI 工作流。",
    "It has schemas, base units, empty tables, a README and a CI workflow.",
)


@command("my-city --title 'My city' --source 'The report of 2024'", more=MORE)
@argument("path", type=PATH, help=("新的或空的文件夹。", "A new or empty folder."))
@option(
    "--name",
    help=("数据包的名称；默认取自文件夹名。", "The package's name; by default made of the folder's."),
)
@option("--title", help=("数据包的标题；默认为其名称。", "The package's title, by default its name."))
@option(
    "--source", metavar="TITLE", help=("数字所出报告的标题。", "The title of the report that the figures are from.")
)
def run(path: Path, name: str | None, title: str | None, source: str | None) -> None:
    """Start a data package."""
    started = bps.new_package(path, name=name, title=title, source=source)
    print_line(say(texts.STARTED, started, started / "README.md"))
