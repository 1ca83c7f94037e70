"""The command `check`: what is wrong with a data package."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import is_zipfile

import click

import beijing_public_services as bps
from beijing_public_services.checks.reports import as_github, as_json, as_junit, as_text, error_as_github
from beijing_public_services.checks.summary import MOST
from beijing_public_services.cli._completion import complete_rules
from beijing_public_services.cli._framework import argument, command, option
from beijing_public_services.cli._language import worded
from beijing_public_services.cli._options import PATH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FORMATS = ("text", "json", "junit", "github")
MORE = (
    "检查描述文件、规范、结构以及数字的含义。"
    "运行哪些规则也可以写在最近的 pyproject.toml 的 tool.beijing-public-services 表中。",
    "It checks the descriptor, the conformance, the structure, and what the figures mean. "
    "Which rules run may also be set in the table tool.beijing-public-services of the nearest pyproject.toml.",
)


@command("", "my-city", "my-city --format github --warn urls_are_reachable", more=MORE)
@argument(
    "path",
    required=False,
    type=PATH,
    help=(
        "数据包：文件夹、其描述文件或 zip；默认为随附的数据包。",
        "A data package: a folder, its descriptor or a zip; without it the bundled one.",
    ),
)
@option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help=("报告的形式。", "The form of the report."),
)
@option(
    "--select",
    metavar="RULE",
    multiple=True,
    shell_complete=complete_rules,
    help=("只运行该规则或该层；可重复。", "Only this rule or layer; may be repeated."),
)
@option(
    "--ignore",
    metavar="RULE",
    multiple=True,
    shell_complete=complete_rules,
    help=("不运行该规则或该层；可重复。", "Not this rule or layer; may be repeated."),
)
@option(
    "--warn",
    metavar="RULE",
    multiple=True,
    shell_complete=complete_rules,
    help=(
        "该规则或该层的发现只作警告；可重复。",
        "Findings of this rule or layer are warnings; may be repeated.",
    ),
)
@option("--json", is_flag=True, help=("与 --format json 相同。", "The same as --format json."))
@option(
    "--isolated",
    is_flag=True,
    help=(
        "不读 pyproject.toml：不导入也不运行其中的规则。",
        "Do not read pyproject.toml: no rules of its own are imported and run.",
    ),
)
@option(
    "--most-cells",
    type=click.IntRange(min=1),
    metavar="N",
    help=(
        "所有表最多可有多少单元格；默认 6700 万。",
        "How many cells all tables may have; 67 million by default.",
    ),
)
@option(
    "--all",
    "print_all",
    is_flag=True,
    help=(
        "打印全部发现，而非每条规则的前 100 个。",
        "Print every finding, not only the first 100 of a rule.",
    ),
)
def run(
    path: Path | None,
    form: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    warn: tuple[str, ...],
    json: bool,
    isolated: bool,
    most_cells: int | None,
    print_all: bool,
) -> None:
    """Check a data package."""
    form = "json" if json else form
    with _annotated(form == "github"):
        asked = bps.Configuration(select=select, ignore=ignore, warn=warn)
        asked = asked if most_cells is None else asked.replace(most_cells=most_cells)
        base = bps.Configuration() if isolated else bps.read_configuration()
        with _progress() as progress:
            report = bps.check_report(path, base.joined(asked), progress)
    most = None if print_all else MOST
    if form == "github":
        is_archive = path is not None and path.is_file() and is_zipfile(path)
        printed = as_github(report, _folder(path), str(path) if is_archive else "", most)
    elif form == "json":
        printed = as_json(report)
    else:
        printed = (as_junit if form == "junit" else as_text)(report, most)
    if printed and form == "text":
        printed = "\n".join(map(worded, printed.split("\n")))
    if printed:
        print(printed)
    if report.failed:
        raise SystemExit(1)


@contextmanager
def _annotated(is_asked: bool) -> Iterator[None]:
    """If asked to, print the reason why a check failed to run as an annotation; the error is raised again."""
    try:
        yield
    except Exception as error:
        if is_asked:
            print(error_as_github(str(error) or type(error).__name__))
        raise


def _folder(path: Path | None) -> str:
    """Return the folder of a package as a path in the repository, where annotations are shown."""
    return "" if path is None else (path if path.is_dir() else path.parent).as_posix()


@contextmanager
def _progress() -> Iterator[Callable[[str, int, int], None] | None]:
    """Show a progress bar on a terminal, and remove it at the end; do nothing otherwise."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("reading", total=None)
        yield lambda rule, number, total: shown.update(
            task, description=rule, completed=number - 1, total=total, refresh=True
        )
