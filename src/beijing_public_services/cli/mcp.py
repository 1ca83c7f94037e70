"""The command `mcp`: a data package for assistants, over the Model Context Protocol."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services.agents.server import serve
from beijing_public_services.cli._framework import command
from beijing_public_services.cli._options import open_package, package_option

if TYPE_CHECKING:
    from pathlib import Path


@command(
    "",
    "--package path/to/package",
    more=(
        "由助手程序启动，经标准输入和输出通信；输入结束时退出。需要扩展 mcp。",
        "An assistant's program starts it and speaks with it on standard input and output; it ends with the input. "
        "It needs the extra mcp.",
    ),
)
@package_option
def run(package: Path | None) -> None:
    """Serve a data package."""
    serve(open_package(package))
