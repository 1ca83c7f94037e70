"""Which files a resource names and in which format they are, by its properties and by the endings of the files."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from beijing_public_services.datapackage.archives import PACKED

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
