"""How the file of a table is laid out: its format, and its dialect as Table Dialect 2.0 has it."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from beijing_public_services._record import Record
from beijing_public_services.datapackage.archives import PACKED
from beijing_public_services.errors import DataPackageError

ENDINGS = {
    **dict.fromkeys(("csv", "txt", "dat", "text", "tsv", "tab", "psv"), "delimited"),
    **dict.fromkeys(("ndjson", "jsonl", "jsonlines"), "ndjson"),
    **dict.fromkeys(("xlsx", "xlsm", "xlsb", "xls", "ods"), "excel"),
    **dict.fromkeys(("parquet", "pq", "parq"), "parquet"),
    **dict.fromkeys(("arrow", "feather", "ipc"), "arrow"),
    "json": "json",
}
MEDIA_TYPES = {
    **dict.fromkeys(("text/csv", "text/plain", "application/csv", "text/x-csv", "application/vnd.ms-excel.csv"), "csv"),
    "text/tab-separated-values": "tsv",
    "application/json": "json",
    **dict.fromkeys(("application/x-ndjson", "application/jsonl", "application/x-jsonlines"), "ndjson"),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "application/vnd.ms-excel": "xls",
    "application/vnd.oasis.opendocument.spreadsheet": "ods",
    **dict.fromkeys(("application/vnd.apache.parquet", "application/x-parquet"), "parquet"),
    "application/vnd.apache.arrow.file": "arrow",
}
TABULAR_PROFILES = ("tabular-data-resource", "https://specs.frictionlessdata.io/schemas/tabular-data-resource.json")
DELIMITERS = {"tsv": "\t", "tab": "\t", "psv": "|"}


def paths_of(resource: dict[str, Any]) -> list[str]:
    """Return the paths that a resource names; none for inline data."""
    named = [resource.get("path"), resource.get("extrapaths")]
    flat = [each for some in named for each in (some if isinstance(some, list) else [some])]
    return [each for each in flat if isinstance(each, str)]


def ending_of(resource: dict[str, Any]) -> str:
    """Return the file ending that stands for a resource's format, such as `csv`; `""` if nothing tells it.

    The first of these that names a known format counts: the property `format` (a file ending, a media type, or words
    such as "CSV file"), the property `mediatype`, the name of the first file.
    """
    for given in (resource.get("format"), resource.get("mediatype")):
        if isinstance(given, str):
            text = given.strip().lower()
            media_type = text.partition(";")[0].strip()
            if media_type in MEDIA_TYPES and (media_type != "text/plain" or not _ending_of_path(resource)):
                return MEDIA_TYPES[media_type]
            if (known := text.removeprefix(".")) in ENDINGS:
                return known
            words = [word for word in text.replace("/", " ").replace("-", " ").split() if word in ENDINGS]
            if words and "/" not in text:
                return words[0]
    return _ending_of_path(resource)


def format_of(resource: dict[str, Any]) -> str:
    """Return the kind of reader that a resource's data needs: `delimited`, `json`, `excel` and so on; `""` if unknown.

    Data that stands in the descriptor is JSON, or delimited text if it is a text with such a format.
    """
    if isinstance(resource.get("data"), list | dict):
        return "json"
    return ENDINGS.get(ending_of(resource), "")


def is_tabular(resource: dict[str, Any], package_profile: object = None) -> bool:
    """Return whether a resource is a table: it says so, has a schema, or has a format that only tables have."""
    if "type" in resource:
        return bool(resource["type"] == "table")
    if resource.get("profile") in TABULAR_PROFILES or package_profile == "tabular-data-package":
        return True
    if resource.get("schema"):
        return True
    if isinstance(data := resource.get("data"), list):
        return all(isinstance(row, list | dict) for row in data)
    if "data" in resource:
        return isinstance(data, str) and format_of(resource) == "delimited"
    return format_of(resource) == "delimited" and ending_of(resource) not in ("txt", "text", "dat")


def _ending_of_path(resource: dict[str, Any]) -> str:
    paths = paths_of(resource)
    endings = PurePosixPath(paths[0]).suffixes if paths else []
    ending = next((each for each in reversed(endings) if each.lower() not in PACKED), "")
    return ending.removeprefix(".").lower()


def plain_delimiter(resource: Any) -> str | None:
    """Return what separates the cells of a resource that is one plain file of text in UTF-8; None for another one."""
    if not isinstance(resource, dict) or not is_tabular(resource) or format_of(resource) != "delimited":
        return None
    encoding = resource.get("encoding", "utf-8")
    is_utf_8 = isinstance(encoding, str) and encoding.lower() in ("utf-8", "utf8", "ascii", "us-ascii")
    if len(paths_of(resource)) != 1 or "data" in resource or not is_utf_8 or resource.get("dialect"):
        return None
    return DELIMITERS.get(ending_of(resource), ",")


class Dialect(Record):
    """How rows and cells are told apart in a file. A property that does not apply to a format is ignored.

    Attributes:
        header_rows: the numbers of the rows that make up the header; empty if there is none.
        rows_at: the property of a JSON file that holds the rows; empty if the file is the list of rows.
        null: the text that stands for no value in any column; None if there is none.
    """

    delimiter: str = ","
    quote: str = '"'
    double_quote: bool = True
    escape: str | None = None
    line_end: str | None = None
    null: str | None = None
    skip_initial_space: bool = False
    header_rows: tuple[int, ...] = (1,)
    header_join: str = " "
    comment_char: str = ""
    comment_rows: tuple[int, ...] = ()
    rows_at: str = ""
    item_keys: tuple[str, ...] = ()
    sheet: str | int = 1

    @property
    def is_plain(self) -> bool:
        """Whether only the delimiter may differ from the default."""
        return self.__replace__(delimiter=",") == PLAIN


PLAIN = Dialect()


def dialect_of(resource: dict[str, Any], place: str, descriptor: str) -> Dialect:
    """Return the dialect of a resource; without one, cells are separated by commas (by tabs in a `.tsv` file).

    Raises:
        DataPackageError: a property has the wrong type.
    """
    given = resource.get("dialect")
    said: dict[str, Any] = {}
    if isinstance(given, dict):
        nested = [each for name in ("csv", "json", "excel") if isinstance(each := given.get(name), dict)]
        said = {key: value for part in (*nested, given) for key, value in part.items() if value is not None}

    def text(name: str, default: str, *lengths: int) -> str:
        value = said.get(name, default)
        if not isinstance(value, str) or (lengths and len(value) not in lengths) or (not value and 0 not in lengths):
            raise _wrong(place, descriptor, name, value, "a text" if not lengths else "one character")
        return value

    def truth(name: str, default: bool) -> bool:
        if not isinstance(value := said.get(name, default), bool):
            raise _wrong(place, descriptor, name, value, "true or false")
        return value

    def rows(name: str, default: list[int]) -> tuple[int, ...]:
        value = said.get(name, default)
        if not isinstance(value, list) or not all(type(each) is int and each > 0 for each in value):
            raise _wrong(place, descriptor, name, value, "a list of row numbers from 1")
        return tuple(value)

    line_end = text("lineTerminator", "\r\n")
    number = said.get("sheetNumber", 1)
    if type(number) is not int or number < 1:
        raise _wrong(place, descriptor, "sheetNumber", number, "a number from 1")
    keys = said.get("itemKeys", [])
    if not isinstance(keys, list) or not all(isinstance(key, str) for key in keys):
        raise _wrong(place, descriptor, "itemKeys", keys, "a list of texts")
    return Dialect(
        delimiter=text("delimiter", DELIMITERS.get(ending_of(resource), ",")),
        quote=text("quoteChar", '"', 0, 1),
        double_quote=truth("doubleQuote", True),
        escape=text("escapeChar", "", 0, 1) or None,
        line_end=None if line_end in ("\n", "\r\n", "\r") else line_end,
        null=said["nullSequence"] if isinstance(said.get("nullSequence"), str) else None,
        skip_initial_space=truth("skipInitialSpace", False),
        header_rows=rows("headerRows", [1]) if truth("header", True) else (),
        header_join=said["headerJoin"] if isinstance(said.get("headerJoin"), str) else " ",
        comment_char=said["commentChar"] if isinstance(said.get("commentChar"), str) else "",
        comment_rows=rows("commentRows", []),
        rows_at=said["property"] if isinstance(said.get("property"), str) else "",
        item_keys=tuple(keys),
        sheet=said["sheetName"] if isinstance(said.get("sheetName"), str) else number,
    )


def _wrong(place: str, descriptor: str, name: str, value: object, expected: str) -> DataPackageError:
    return DataPackageError(descriptor, None, f"{place}.dialect.{name}", f"{value!r:.80}", expected)
