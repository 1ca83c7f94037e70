"""How commands read the texts of a package's reports: `FILE` for the first report, `ID=FILE` for each other."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from beijing_public_services.cli import _wording as words
from beijing_public_services.cli._language import say
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
            fail(say(words.SECOND_TEXT_OF, each, id) if id else say(words.SECOND_TEXT, each), 2)
        texts[id] = read_text(Path(file))
    return texts
