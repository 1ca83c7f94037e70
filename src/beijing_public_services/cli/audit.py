"""The command `audit`: a data package against the text of its report."""

from __future__ import annotations

from typing import TYPE_CHECKING

import beijing_public_services as bps
from beijing_public_services._printable import printable
from beijing_public_services.cli._framework import argument, command
from beijing_public_services.cli._options import PATH, json_option, package_option
from beijing_public_services.cli._print import print_json, read_text

if TYPE_CHECKING:
    from pathlib import Path


@command("report.md", "report.md --package my-city")
@argument(
    "report",
    type=PATH,
    help=(
        "报告原文：每段标有定位符的 Markdown 文件。",
        "The report's text, a Markdown file with a locator on each paragraph.",
    ),
)
@package_option
@json_option
def run(report: Path, package: Path | None, as_json: bool) -> None:
    """Audit a data package."""
    issues = bps.audit(read_text(report), package)
    if as_json:
        print_json([each.to_dict() for each in issues])
    else:
        fine = "Every mention, printed figure and numeral stands in the report."
        print("\n".join(printable(str(each)) for each in issues) or fine)
    if issues:
        raise SystemExit(1)
