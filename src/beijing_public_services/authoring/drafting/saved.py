"""Reading the files of a draft as a person saved them, from whatever program."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from beijing_public_services.authoring.drafting.text_files import read_text
from beijing_public_services.errors import DataPackageError

if TYPE_CHECKING:
    from beijing_public_services.datapackage.files import PackageFiles
    from beijing_public_services.datapackage.tables import Row

LONGEST = 1 << 17  # characters of a cell, the limit of the csv module
DELIMITERS = ",;\t"
WRITTEN = "the file that `draft --report` writes"


def read_saved(files: PackageFiles, name: str, columns: tuple[str, ...], optional: str = "") -> list[Row]:
    """Return the rows of a file of a draft, with these columns, and with an optional one where it is not empty.

    Commas, semicolons and tabs separate cells, in UTF-8 or UTF-16, as spreadsheets save them. Empty lines are skipped.

    Raises:
        DataPackageError: the file is missing, is no table of text, or lacks a column; or a row has too many cells.
    """
    text = read_text(Path(files.resolve(name)), name, WRITTEN)
    header = text.partition("\n")[0]
    delimiter = max(DELIMITERS, key=header.count)
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    rows: list[Row] = []
    try:
        named = next(reader, [])
        missing = [column for column in columns if column not in named]
        if missing:
            found = f"the columns {', '.join(named)}"[:120] if named else "an empty file"
            expected = f"also {', '.join(missing)}" if named else f"the columns {', '.join(columns)}"
            raise DataPackageError(name, 1, None, found, expected)
        if twice := next((column for column in columns if named.count(column) > 1), ""):
            raise DataPackageError(name, 1, twice, f"{named.count(twice)} columns of that name", "one")
        for number, cells in enumerate(filter(None, reader), 2):
            if len(cells) > len(named):
                found = f"{len(cells)} cells, the last {cells[-1]!r:.40}"
                expected = f"{len(named)}; put a cell that holds a comma in quotes"
                raise DataPackageError(name, number, None, found, expected)
            row = dict.fromkeys(columns, "") | dict(zip(named, cells, strict=False))
            further = {optional: row[optional].strip()} if row.get(optional, "").strip() else {}
            rows.append({column: row[column].strip() for column in columns} | further)
    except csv.Error as error:
        found, expected = f"{error}", f"cells of at most {LONGEST:,} characters, and a quote after each quote"
        raise DataPackageError(name, reader.line_num, None, found, expected) from None
    return rows
