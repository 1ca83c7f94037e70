"""Editing the rows of a table within its package; no tests in here."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beijing_public_services.datapackage.tables import Tables


@contextmanager
def rows_of(tables: Tables, name: str) -> Iterator[list[dict[str, str]]]:
    """The rows of a table, to be changed; at the end they are those of the table."""
    rows = tables[name].rows
    yield rows
    tables.by_name[name] = tables[name].with_rows(rows)
