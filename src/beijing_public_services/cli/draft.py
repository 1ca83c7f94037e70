"""The command `draft`: propose a row for each figure of a report, and accept those that were reviewed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import beijing_public_services as bps
from beijing_public_services.authoring.drafting.accept import REFUSED
from beijing_public_services.cli import _wording as texts
from beijing_public_services.cli._framework import argument, command, language, option, say
from beijing_public_services.cli._options import PATH
from beijing_public_services.cli._print import fail, print_line
from beijing_public_services.cli._texts import NAMED

if TYPE_CHECKING:
    from pathlib import Path


@command(
    "my-city --report report.md",
    "my-city --report bulletin.pdf --number",
    "my-city --report report-2026.md --like my-city-2025",
    "my-city --accept",
)
@argument("path", type=PATH, help=("自己的数据包。", "A data package of yours."))
@option(
    "--report",
    metavar="FILE",
    help=(
        "报告原文：Markdown、纯文本、HTML 或 PDF；其他报告写作“标识=文件”。",
        "The report: Markdown, plain text, HTML or PDF. ID=FILE for a report other than the first.",
    ),
)
@option(
    "--like",
    type=PATH,
    multiple=True,
    metavar="PACKAGE",
    help=(
        "另一个数据包，其指标也用来匹配，如去年的版本；可重复。",
        "A package whose indicators are matched too, as last year's edition; may be repeated.",
    ),
)
@option(
    "--number",
    is_flag=True,
    help=(
        "另存带段落编号的报告，供 refresh 和 audit 使用。",
        "Write the report with the locators of its paragraphs, for `refresh` and `audit`.",
    ),
)
@option(
    "--accept",
    is_flag=True,
    help=(
        "把 draft.csv 中审阅过的行移入各表；不能接受的行连同原因留在其中。",
        "Move the reviewed rows of draft.csv into the tables; a row that cannot be accepted stays, with the reason.",
    ),
)
@option(
    "--force",
    is_flag=True,
    help=(
        "替换还没有接受的草稿行，以及已有的带编号报告。",
        "Replace the rows of an earlier draft that are not accepted yet, and an earlier numbered report.",
    ),
)
def run(path: Path, report: str | None, like: tuple[Path, ...], number: bool, accept: bool, force: bool) -> None:
    """Propose rows for the figures of a report, or accept those that were reviewed."""
    if accept == (report is not None):
        fail(say(texts.REPORT_OR_ACCEPT), 2)
    if report is None:
        accepted = bps.accept_draft(path)
        print_line(_accepted(accepted))
        for row in accepted.left:
            print_line(f"{row['locator']} {row['printed']}: {row['why'].rpartition(REFUSED)[2]}")
        raise SystemExit(1 if accepted.left else 0)
    named = NAMED.fullmatch(report)
    report_id, file = named.groups() if named else ("", report)
    if number:
        print_line(say(texts.NUMBERED, bps.number_report(file, overwrite=force)))
    drafted = bps.draft_package(path, file, like=like, report_id=report_id, overwrite=force)
    print_line(_drafted(drafted))
    print_line(say(texts.REVIEW, path / "draft.csv", path / "draft", path))


def _drafted(draft: bps.Draft) -> str:
    """Return how much was proposed, as a sentence."""
    if language() == "en":
        return draft.summary
    roles = [row["role"] for row in draft.skeletons["numerals"]]
    sure = sum(row["confidence"] == "high" for row in draft.rows)
    others, left = sum(role not in ("value", "") for role in roles), roles.count("")
    return say(texts.DRAFTED, len(draft.rows), sure, others, left, len(draft.skeletons["indicators"]))


def _accepted(acceptance: bps.Acceptance) -> str:
    """Return how many rows were accepted and how many are left, as a sentence."""
    if language() == "en":
        return acceptance.summary
    sentence = texts.ACCEPTED_SOME if acceptance.left else texts.ACCEPTED
    return say(sentence, acceptance.accepted, len(acceptance.left))
