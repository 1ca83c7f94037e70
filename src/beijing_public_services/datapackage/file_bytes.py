"""Tables and JSON objects as the bytes of a file, in the one form that this library writes."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

    from beijing_public_services.datapackage.tables import Row


def csv_file(rows: Iterable[Row], columns: Iterable[str], delimiter: str = ",") -> bytes:
    """Return a CSV file of these rows: UTF-8, LF, quotes only where needed."""
    out = _Lines()
    writer = csv.DictWriter(out, list(columns), delimiter=delimiter, lineterminator="\r\n")  # so that both are quoted
    writer.writeheader()
    writer.writerows(rows)
    return "".join(out.lines).encode()


class _Lines:
    """The rows that a writer of CSV writes, each with LF at its end."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def write(self, line: str) -> None:
        self.lines.append(line.removesuffix("\r\n") + "\n")


def json_file(content: Mapping[str, Any]) -> bytes:
    """Return an object as a JSON file: UTF-8, indented by two, Chinese text as it is."""
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()
