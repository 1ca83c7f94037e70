"""Writing a data package in the format of another system."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from beijing_public_services.datapackage.atomic_write import write_files
from beijing_public_services.datapackage.package import DataPackage
from beijing_public_services.errors import ExportError, nearest
from beijing_public_services.exports.arrow import as_parquet
from beijing_public_services.exports.croissant import as_croissant
from beijing_public_services.exports.delimited import as_csv, as_json_lines
from beijing_public_services.exports.excel import as_workbook
from beijing_public_services.exports.schema_org import as_schema_org
from beijing_public_services.exports.sdmx_csv import as_sdmx_csv
from beijing_public_services.exports.sqlite import as_database
from beijing_public_services.notation.decimals import with_exact_decimals

if TYPE_CHECKING:
    from collections.abc import Callable
    from os import PathLike


ONE_FILE: dict[str, Callable[[DataPackage], bytes]] = {
    "csv": as_csv,
    "jsonl": as_json_lines,
    "parquet": as_parquet,
    "xlsx": as_workbook,
    "sqlite": as_database,
    "sdmx-csv": as_sdmx_csv,
    "schema-org": as_schema_org,
}
FORMATS = (*ONE_FILE, "croissant")
ENDINGS = {
    ".csv": "csv",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".parquet": "parquet",
    ".xlsx": "xlsx",
    ".sqlite": "sqlite",
    ".sqlite3": "sqlite",
    ".db": "sqlite",
}


@with_exact_decimals
def export(
    package: DataPackage, path: str | PathLike[str], *, format: str | None = None, overwrite: bool = False
) -> tuple[Path, ...]:
    """Write a data package as `csv`, `jsonl`, `parquet`, `xlsx`, `sqlite`, `sdmx-csv`, `croissant` or `schema-org`.

    A file is written whole or not at all.

    Args:
        package: the package to write.
        path: the file to write.
        format: the format; unless given, the ending of the name decides.
        overwrite: replace a file that exists.

    Returns:
        The files written. For `croissant` these are the figures in CSV and the description beside them.

    Raises:
        ExportError: the format is unknown, the name does not tell it, or it cannot hold a text.
        OverwriteError: the file exists; also a `FileExistsError`.
        WriteError: the file cannot be written; also an `OSError`.
        MissingExtraError: `parquet` or `xlsx` without their libraries.

    >>> import tempfile
    >>> from beijing_public_services import bundled
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     [file.name for file in export(bundled(), f"{folder}/figures.jsonl")]
    ['figures.jsonl']
    """
    if not isinstance(package, DataPackage):
        found = type(package).__name__
        raise TypeError(f"export() needs a data package, such as bundled() or load(path), found {found}")
    target = Path(path)
    format = _format_of(target) if format is None else format
    if format not in FORMATS:
        likely = nearest(str(format), FORMATS) or FORMATS
        raise ExportError(f"found the format {format!r}, expected {' or '.join(likely)}")
    try:
        contents = _croissant(package, target) if format == "croissant" else {target: ONE_FILE[format](package)}
    except UnicodeEncodeError as error:
        raise ExportError(
            f"found {error.object[error.start]!r} in a text, expected characters that UTF-8 has"
        ) from error
    write_files(contents, overwrite=overwrite)
    return tuple(contents)


def _format_of(path: Path) -> str:
    try:
        return ENDINGS[path.suffix.lower()]
    except KeyError:
        known = ", ".join(ENDINGS)
        raise ExportError(
            f"{path}: found no format, expected one of {', '.join(FORMATS)}, or a name in {known}"
        ) from None


def _croissant(package: DataPackage, path: Path) -> dict[Path, bytes]:
    """The table and its description, in this order, so that no description exists without its table."""
    table = path.with_suffix(".csv")
    if table == path:
        raise ExportError(
            f"{path}: found the name of the table, expected a name for the description such as croissant.json"
        )
    content = as_csv(package)
    return {table: content, path: as_croissant(package, table.name, content)}
