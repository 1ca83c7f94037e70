"""An SQLite database: one table for the figures and one per resource, with the descriptor's keys."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from beijing_public_services.errors import ExportError
from beijing_public_services.exports.figures_table import figures_sheet
from beijing_public_services.exports.sheet import resource_sheets

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from beijing_public_services.datapackage.package import DataPackage
    from beijing_public_services.exports.sheet import Sheet

TYPES = {"text": "TEXT", "label": "TEXT", "date": "TEXT", "number": "NUMERIC", "whole": "INTEGER", "flag": "INTEGER"}


def as_database(package: DataPackage) -> bytes:
    """A database, the same bytes each time by one version of SQLite: null where something is missing, flags 0 and 1.

    Raises `ExportError` for rows or names that SQLite refuses, such as a key that is there twice.
    """
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        connection.execute("PRAGMA foreign_keys = OFF")  # a resource may refer to one that comes after it
        connection.execute("BEGIN")
        sheets = (figures_sheet(package), *resource_sheets(package))
        keys = {sheet.name: sheet.key for sheet in sheets}
        for sheet in sheets:
            connection.execute(_definition(sheet, keys))
            places = ", ".join("?" * len(sheet.columns))
            connection.executemany(f"INSERT INTO {_quoted(sheet.name)} VALUES ({places})", sheet.rows)
        connection.execute("COMMIT")
        broken = connection.execute("PRAGMA foreign_key_check").fetchone()
        if broken:
            raise ExportError(f"{broken[0]}, row {broken[1] + 1}: found a reference that no row of {broken[2]} has")
        return connection.serialize()
    except sqlite3.Error as error:
        raise ExportError(
            f"found what SQLite refuses ({error}), expected resources whose keys and references are sound"
        ) from error
    finally:
        connection.close()


def _definition(sheet: Sheet, keys: Mapping[str, tuple[str, ...]]) -> str:
    """The statement that creates the table of a sheet; only references to the key of a table are declared."""
    lines = [f"{_quoted(column.name)} {TYPES[column.kind]}" for column in sheet.columns]
    if sheet.key:
        lines.append(f"PRIMARY KEY ({_listed(sheet.key)})")
    for columns, other, key in sheet.references:
        if key and key == keys.get(other):
            lines.append(f"FOREIGN KEY ({_listed(columns)}) REFERENCES {_quoted(other)} ({_listed(key)})")
    return f"CREATE TABLE {_quoted(sheet.name)} ({', '.join(lines)})"


def _listed(names: Iterable[str]) -> str:
    return ", ".join(map(_quoted, names))


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
