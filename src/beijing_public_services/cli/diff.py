"""The command `diff`: two releases of a data package compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import beijing_public_services as bps
from beijing_public_services.cli import _wording as texts
from beijing_public_services.cli._framework import argument, command, option, say
from beijing_public_services.cli._options import PATH, json_option
from beijing_public_services.cli._print import print_json, print_line

if TYPE_CHECKING:
    from pathlib import Path


@command("old new", "old new --check")
@argument("old", type=PATH, help=("较旧的版本：一个数据包。", "The older release: a data package."))
@argument("new", type=PATH, help=("较新的版本：一个数据包。", "The newer release: a data package."))
@option(
    "--check",
    is_flag=True,
    help=(
        "较新的版本不合版本规则时，退出码为 1。",
        "Exit code 1 where the newer release does not keep the rule of versions.",
    ),
)
@json_option
def run(old: Path, new: Path, check: bool, as_json: bool) -> None:
    """Compare two releases."""
    found = bps.diff(old, new)
    if as_json:
        changes = [{**each.to_dict(), "step": each.step, "sentence": each.sentence} for each in found.changes]
        said = {"step": found.step, "declared": found.declared, "objections": found.objections}
        print_json({**found.to_dict(), "changes": changes, **said})
    else:
        for each in found.changes:
            print_line(f"{each.step}: {each.sentence}")
        print_line(say(texts.CHANGES, found.old, found.new, len(found.changes), found.step, found.declared))
        for objection in found.objections:
            print_line(say(texts.AGAINST_RULE, objection))
    if check and found.objections:
        raise SystemExit(1)
