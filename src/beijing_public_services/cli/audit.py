"""The command `audit`: a data package against the texts of its reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

import beijing_public_services as bps
from beijing_public_services._printable import printable
from beijing_public_services.cli import _wording as texts
from beijing_public_services.cli._framework import argument, command, say
from beijing_public_services.cli._language import worded
from beijing_public_services.cli._options import json_option, package_option
from beijing_public_services.cli._print import print_json
from beijing_public_services.cli._texts import read_reports

if TYPE_CHECKING:
    from pathlib import Path

MORE = (
    "每处提及、所载数字与数词都须在原文中。",
    "Every mention, printed figure and numeral must stand in the text.",
)


@command(
    "report.md", "report.md --package my-city", "report.md report_2026=report-2026.md --package my-city", more=MORE
)
@argument(
    "report",
    nargs=-1,
    required=True,
    help=(
        "报告原文：每段标有定位符的 Markdown 文件；其他报告写作“标识=文件”。",
        "The report's text, a Markdown file with a locator on each paragraph; ID=FILE for each other report.",
    ),
)
@package_option
@json_option
def run(report: tuple[str, ...], package: Path | None, as_json: bool) -> None:
    """Audit a data package."""
    issues = bps.audit(read_reports(report), package)
    if as_json:
        print_json([each.to_dict() for each in issues])
    else:
        print("\n".join(worded(printable(str(each))) for each in issues) or say(texts.ALL_IN_REPORT))
    if issues:
        raise SystemExit(1)
