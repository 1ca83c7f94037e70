"""Records as a terminal shows them: one line each, and of many only the first."""

from __future__ import annotations

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST_LINE = 110  # characters
MOST_LINES = 10  # of a tuple of records


def record_line(name: str, fields: Mapping[str, object]) -> str:
    """Return a record in one line: every field of a short record, else those that hold something, shortened."""
    if not any(_is_record(value) or isinstance(value, tuple | list | dict) for value in fields.values()):
        line = ", ".join([f"{field}={value!r}" for field, value in fields.items()])
        if len(line) <= LONGEST_LINE:
            return f"{name}({line})"
    line = ", ".join([f"{field}={_brief(value)}" for field, value in fields.items() if not _is_empty(value)])
    return f"{name}({line if len(line) <= LONGEST_LINE else line[: LONGEST_LINE - 1] + '…'})"


def tuple_lines(records: tuple[object, ...]) -> str:
    """Return a tuple as it is, or its first records, each on a line of its own, and how many more there are."""
    if len(records) <= MOST_LINES:
        return repr(records)
    first = ",\n ".join(map(repr, records[:MOST_LINES]))
    return f"({first},\n … {len(records) - MOST_LINES} more)"


def fact(value: object) -> object:
    """Return a field of a record as a cell: a record by its id or name, a collection of records by its length."""
    if _is_record(value):
        return getattr(value, "id", None) or type(value).__name__
    if isinstance(value, tuple | list | dict) and any(not isinstance(each, str) for each in value):
        return len(value)
    return ", ".join(value) if isinstance(value, tuple | list | dict) else value


def _is_record(value: object) -> bool:
    return hasattr(value, "as_dict")


def _is_empty(value: object) -> bool:
    return value is None or (isinstance(value, str | tuple) and not value)


def _brief(value: object) -> str:
    """A value in a few characters: a record by its id, a collection by its length."""
    if _is_record(value):
        return repr(getattr(value, "id", None) or f"<{type(value).__name__}>")
    if isinstance(value, tuple | list | dict) and any(not isinstance(each, str) for each in value):
        return f"<{len(value)}>"
    return repr(value)
