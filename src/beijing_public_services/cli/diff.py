"""The command `diff`: two releases of a data package compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import beijing_public_services as bps
from beijing_public_services._printable import printable_lines
from beijing_public_services.cli import _wording as texts
from beijing_public_services.cli._framework import argument, command, language, option, say
from beijing_public_services.cli._options import PATH, json_option
from beijing_public_services.cli._print import print_json, print_line
from beijing_public_services.datapackage.file_bytes import csv_file
from beijing_public_services.model.wording import label

if TYPE_CHECKING:
    from pathlib import Path

    from beijing_public_services.authoring.changes import Change

MORE = (
    "列出变化，以及版本号应升哪一级。",
    "It says what changed, and the version step that the changes ask for.",
)


@command("old new", "old new --check", "old new --write-errata", more=MORE)
@argument("old", type=PATH, help=("较旧的版本：一个数据包。", "The older release: a data package."))
@argument("new", type=PATH, help=("较新的版本：一个数据包。", "The newer release: a data package."))
@option(
    "--check",
    is_flag=True,
    help=(
        "较新的版本不合版本规则时，退出码为 1。",
        "Exit code 1 if the newer release breaks the rule of versions.",
    ),
)
@option(
    "--write-errata",
    is_flag=True,
    help=(
        "只输出 errata 与 aliases 所缺的行，可直接粘贴；原因留空。",
        "Print only the rows that errata and aliases lack, to be pasted; their reason is left to you.",
    ),
)
@json_option
def run(old: Path, new: Path, check: bool, write_errata: bool, as_json: bool) -> None:
    """Compare two releases."""
    found = bps.diff(old, new)
    if write_errata:
        _print_rows(found.missing_rows(), as_json)
    elif as_json:
        changes = [{**each.to_dict(), "step": each.step, "sentence": each.sentence} for each in found.changes]
        said = {"step": found.step, "declared": found.declared, "objections": found.objections}
        print_json({**found.to_dict(), "changes": changes, **said})
    else:
        for each in found.changes:
            print_line(say(texts.COLON, label("step", each.step, language()), _sentence(each)))
        steps = (label("step", each, language()) for each in (found.step, found.declared))
        print_line(say(texts.CHANGES, found.old, found.new, len(found.changes), *steps))
        for objection in found.objections:
            print_line(say(texts.AGAINST_RULE, objection))
    if check and found.objections:
        raise SystemExit(1)


def _sentence(change: Change) -> str:
    """Return a change as a sentence in the language of the reader."""
    if language() == "en":
        return change.sentence
    kind, id = label("change", change.kind, "zh"), change.id or change.new_id
    renamed = say(texts.NEW_ID, change.new_id) if change.id and change.new_id and change.id != change.new_id else ""
    if change.column:
        cell = (change.column, change.before, change.after)
        return say(texts.CHANGED_CELL, change.resource, id, kind, *cell) + renamed
    return say(texts.CHANGED_ROW, change.resource, id, kind) + renamed


def _print_rows(rows: dict[str, list[dict[str, str]]], as_json: bool) -> None:
    """Print the rows of each table as lines of its CSV file, below its header."""
    if as_json:
        return print_json(rows)
    for resource, missing in rows.items():
        print_line(f"data/{resource}.csv:")
        print(printable_lines(csv_file(missing, missing[0]).decode()))
    if not rows:
        print_line(say(texts.NOTHING_MISSING))
