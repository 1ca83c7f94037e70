"""The command `verify-text`: the claims of a text against the published figures."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import beijing_public_services as bps
from beijing_public_services._printable import printable
from beijing_public_services.cli import _wording as texts
from beijing_public_services.cli._chosen import area_named
from beijing_public_services.cli._completion import complete_areas
from beijing_public_services.cli._framework import argument, command, data_language, language, option, say
from beijing_public_services.cli._options import PATH, json_option, open_package, package_option
from beijing_public_services.cli._print import fail, paint, paragraph, print_json, read_text
from beijing_public_services.cli._verdicts import status_and_slip, verdict_fields

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MORE = (
    "只核对有关已知指标的说法。有不符时退出码为 1。",
    "Only claims about known indicators are verified. Exit code 1 on a mismatch.",
)


@command("draft.md", "draft.md --published 2025-01-21 --verbose", "- < draft.md", more=MORE)
@argument("file", type=PATH, help=("UTF-8 文本；- 为标准输入。", "A text in UTF-8; - is standard input."))
@option(
    "--default-area",
    metavar="ID",
    shell_complete=complete_areas,
    help=(
        "没有地名的文字所说地区的标识；none：没有。",
        "The id of the area that a text without place names is about; none: no area.",
    ),
)
@option(
    "--published",
    metavar="DATE",
    help=("文字的年份或日期，如 2025-01-21。", "The year or date of the text, such as 2025-01-21."),
)
@option(
    "--verbose",
    is_flag=True,
    help=("列出未核对的数字及原因。", "List the figures passed over, with the reason."),
)
@option(
    "--fail-on-unjudged",
    is_flag=True,
    help=("有数字未核对时，退出码为 1。", "End with exit code 1 if a figure is not judged."),
)
@package_option
@json_option
def run(
    file: Path,
    default_area: str | None,
    published: str | None,
    verbose: bool,
    fail_on_unjudged: bool,
    package: Path | None,
    as_json: bool,
) -> None:
    """Verify a text."""
    text = read_text(file)
    chosen = open_package(package)
    default_area = area_named(default_area, chosen, "none")
    area = chosen.headline_area if default_area is None else None if default_area == "none" else default_area
    try:
        report = bps.verify_text(text, chosen, default_area=area, published=published)
    except ValueError as error:
        fail(str(error), 2)
    if as_json:
        print_json(_as_json(report))
    else:
        print("\n".join(_lines(report, file, text, verbose)))
    if any(each.verdict.status == "mismatch" for each in report) or (fail_on_unjudged and report.judged < report.total):
        raise SystemExit(1)


def _lines(report: bps.PassageReport, file: Path, text: str, verbose: bool) -> Iterator[str]:
    """Yield a line for each claim, for each figure passed over, and how many there are.

    The figures passed over are counted only, unless they are asked for or no figure was judged.
    """
    for each in report:
        status = status_and_slip(each.verdict)
        place, answer = _line(text, each.start), printable(each.verdict.explained(language()))
        line = _wrapped(say(texts.CLAIM, printable(str(file)), place, each.text, status, answer))
        yield line.replace(status, paint(status, status.mark), 1)
    for over in report.passed_over if verbose or not report.judged else ():
        line = printable(say(texts.PASSED_OVER, file, _line(text, over.start), over.text, over.explained(language())))
        yield _wrapped(line)
    left = len({each.start for each in report.verdicts}) - report.judged
    yield (
        say(texts.JUDGED, report.total, report.judged)
        + (say(texts.LEFT_OPEN, left) if left else "")
        + say(texts.LEFT_OUT, len(report.passed_over))
        + (say(texts.SAYS_WHY) if report.passed_over and report.judged and not verbose else "")
    )


def _wrapped(line: str) -> str:
    """Return a line as it is for a program, such as `grep`, and in lines that fit for a terminal."""
    return paragraph(line) if sys.stdout.isatty() else line


def _line(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1


def _as_json(report: bps.PassageReport) -> dict[str, object]:
    """Return a report as plain values: the verdicts, the figures passed over, and how many were judged."""
    words = data_language()
    return {
        "verdicts": [{**each.to_dict(), **verdict_fields(each.verdict)} for each in report],
        "passed_over": [{**each.to_dict(), "sentence": each.explained(words)} for each in report.passed_over],
        "judged": report.judged,
        "total": report.total,
    }
