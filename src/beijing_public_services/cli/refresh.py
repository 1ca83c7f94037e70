"""The command `refresh`: bring a data package up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING

import beijing_public_services as bps
from beijing_public_services.cli import _wording as texts
from beijing_public_services.cli._framework import argument, command, option, say
from beijing_public_services.cli._options import PATH
from beijing_public_services.cli._print import print_line
from beijing_public_services.cli._texts import read_reports

if TYPE_CHECKING:
    from pathlib import Path

MORE = (
    "对标识的引用也一并更新。",
    "References to ids are brought up to date too.",
)


@command(
    "my-city", "my-city --report report.md", "my-city --report report_2026=report-2026.md", "my-city --check", more=MORE
)
@argument("path", type=PATH, help=("自己的数据包。", "A data package of yours."))
@option(
    "--report",
    multiple=True,
    metavar="FILE",
    help=(
        "报告原文：段落、数词与脚注也一并更新；其他报告写作“标识=文件”，可重复。",
        "The report's text: paragraphs, numerals and footnotes are brought up to date too. ID=FILE for each other "
        "report; may be repeated.",
    ),
)
@option(
    "--check",
    is_flag=True,
    help=("不写入；有过时之处则退出码为 1。", "Write nothing; exit code 1 if something is stale."),
)
def run(path: Path, report: tuple[str, ...], check: bool) -> None:
    """Bring a data package up to date."""
    reports = read_reports(report) or None
    stale = bps.refresh(path, report=reports, write=not check)
    for file in stale:
        print_line(say(texts.STALE if check else texts.REFRESHED, file))
    if not stale:
        print(say(texts.NOTHING_STALE))
    if check and stale:
        raise SystemExit(1)
