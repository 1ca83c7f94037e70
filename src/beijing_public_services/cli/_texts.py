"""How commands read the texts of a package's reports: `FILE` for the first report, `ID=FILE` for each other."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from beijing_public_services.cli._print import fail, read_text

if TYPE_CHECKING:
    from collections.abc import Iterable

NAMED = re.compile(r"([a-z][a-z0-9_]*)=(.+)", re.DOTALL)


def read_reports(given: Iterable[str]) -> dict[str, str]:
    """Return the texts of reports by their ids, "" for the first report; ends the command with code 2 on a slip."""
    texts: dict[str, str] = {}
    for each in given:
        named = NAMED.fullmatch(each)
        id, file = named.groups() if named else ("", each)
        if id in texts:
            which = f"report {id!r}" if id else "first report"
            fail(f"found {each!r}, a second text of the {which}, expected ID=FILE with the id of another report", 2)
        texts[id] = read_text(Path(file))
    return texts
