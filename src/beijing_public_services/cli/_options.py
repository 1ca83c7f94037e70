"""Options that several commands share."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

import beijing_public_services as bps
from beijing_public_services.cli._framework import option

if TYPE_CHECKING:
    from pathlib import Path

    from beijing_public_services.datapackage.package import DataPackage


class PathType(click.Path):
    """A path; `pathlib` is imported only if one is given."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Return a path."""
        from pathlib import Path

        return Path(value)


PATH = PathType()

FORMATS = ("text", "json", "csv", "md")

format_option = option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help=(
        "输出形式；text 供人阅读，其余给出全部内容。",
        "The form of the output; text is for people, the others give everything.",
    ),
)
json_option = option(
    "--json",
    "as_json",
    is_flag=True,
    help=("输出 JSON，供程序读取。", "Print JSON for a program to read."),
)
package_option = option(
    "--package",
    type=PATH,
    metavar="PATH",
    help=(
        "数据包：文件夹、其描述文件或 zip；默认为随附的数据包。",
        "A data package: a folder, its descriptor or a zip; by default the bundled one.",
    ),
)


def format_of(form: str, as_json: bool) -> str:
    """Return what `--format` and `--json` ask for together."""
    return "json" if as_json else form


def open_package(path: Path | None) -> DataPackage:
    """Return the data package that `--package` names, or the bundled one."""
    return bps.bundled() if path is None else bps.load(path)
