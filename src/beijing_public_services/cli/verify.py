"""The command `verify`: a claim against a published figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import beijing_public_services as bps
from beijing_public_services.cli import _wording as texts
from beijing_public_services.cli._chosen import area_named, category_named, indicator_named
from beijing_public_services.cli._completion import complete_areas, complete_ids
from beijing_public_services.cli._framework import argument, command, language, option, say
from beijing_public_services.cli._options import json_option, open_package, package_option
from beijing_public_services.cli._print import fail, paint, paragraph, print_json, print_text, read_text
from beijing_public_services.cli._verdicts import status_and_slip, verdict_fields
from beijing_public_services.errors import PeriodError, nearest
from beijing_public_services.notation.periods import read_period

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

MORE = (
    "退出码 1：不符，或无法核对。",
    "Exit code 1 on a mismatch, and if the claim cannot be verified.",
)


@command(
    "environment.pm2_5_annual_mean 30.5微克/立方米", "environment.pm2_5_annual_mean 38 µg/m3 --area CN-TJ", more=MORE
)
@argument(
    "id",
    shell_complete=complete_ids,
    help=("指标或数字的标识，或一个词语。", "The id of an indicator or of a figure, or a word."),
)
@argument(
    "claim",
    nargs=-1,
    required=True,
    help=(
        "一个数字，中文或英文；- 为标准输入。",
        "One figure, in English or Chinese; - is standard input.",
    ),
)
@option("--area", metavar="ID", shell_complete=complete_areas, help=("地区的标识或名称。", "An area's id or name."))
@option("--period", metavar="PERIOD", help=("SDMX 形式的时期。", "A period in SDMX form."))
@option("--category", metavar="ID", help=("类别的标识或名称。", "A category's id or name."))
@option(
    "--allow-unverified",
    is_flag=True,
    help=("说法无法核对时，退出码为 0。", "End with exit code 0 if the claim cannot be verified."),
)
@package_option
@json_option
def run(
    id: str,
    claim: tuple[str, ...],
    area: str | None,
    period: str | None,
    category: str | None,
    allow_unverified: bool,
    package: Path | None,
    as_json: bool,
) -> None:
    """Verify a claim."""
    chosen = open_package(package)
    area, category = area_named(area, chosen), category_named(category, chosen)
    if ":" in id:
        figure = chosen.observation(id)
        indicator = chosen.indicator(figure.indicator)
        area, period = area or figure.area, period or figure.period
        category = figure.category if category is None else category
    else:
        indicator = indicator_named(id, chosen)
    _require_period(period, [each.period for each in indicator.observations])
    said = read_text("-") if claim == ("-",) else " ".join(claim)
    verdict = bps.verify(indicator, said.strip(), area=area, period=period, category=category, package=chosen)
    if as_json:
        print_json({**verdict.to_dict(), **verdict_fields(verdict)})
    else:
        status = status_and_slip(verdict)
        answer = paragraph(say(texts.COLON, status, verdict.explained(language())))
        print_text([answer.replace(status, paint(status, status.mark), 1)])
    if verdict.status == "mismatch" or (verdict.status == "cannot_verify" and not allow_unverified):
        raise SystemExit(1)


def _require_period(given: str | None, known: Iterable[str]) -> None:
    """End the command with code 2 if a text is no period, and suggest those of the indicator."""
    if given is None:
        return
    try:
        read_period(given)
    except PeriodError as error:
        periods = list(dict.fromkeys(known))
        close = nearest(given, periods) or periods
        fail(say(texts.NO_TIME, error, given, say(texts.DID_YOU_MEAN, say(texts.OR).join(close[:8]))), 2)
