"""The dialect of a table's file, as Table Dialect 2.0 has it: how rows and cells are told apart."""

from __future__ import annotations

from typing import Any, TypeVar

from beijing_public_services._record import Record
from beijing_public_services.datapackage.layout import DELIMITERS, ending_of
from beijing_public_services.errors import DataPackageError

Default = TypeVar("Default")


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
    read = _Properties(said, place, descriptor)
    line_end = read.text("lineTerminator", "\r\n")
    number = read.number("sheetNumber", 1)
    return Dialect(
        delimiter=read.text("delimiter", DELIMITERS.get(ending_of(resource), ",")),
        quote=read.text("quoteChar", '"', 0, 1),
        double_quote=read.truth("doubleQuote", True),
        escape=read.text("escapeChar", "", 0, 1) or None,
        line_end=None if line_end in ("\n", "\r\n", "\r") else line_end,
        null=read.text_or("nullSequence", None),
        skip_initial_space=read.truth("skipInitialSpace", False),
        header_rows=read.rows("headerRows", [1]) if read.truth("header", True) else (),
        header_join=read.text_or("headerJoin", " "),
        comment_char=read.text_or("commentChar", ""),
        comment_rows=read.rows("commentRows", []),
        rows_at=read.text_or("property", ""),
        item_keys=read.texts("itemKeys"),
        sheet=read.text_or("sheetName", number),
    )


class _Properties:
    """The properties of a dialect; a value of another type than expected is an error that names its place."""

    def __init__(self, said: dict[str, Any], place: str, descriptor: str) -> None:
        self.said, self.place, self.descriptor = said, place, descriptor

    def text(self, name: str, default: str, *lengths: int) -> str:
        """Return a text that is not empty, or of one of these lengths."""
        value = self.said.get(name, default)
        if not isinstance(value, str) or (lengths and len(value) not in lengths) or (not value and 0 not in lengths):
            raise self._wrong(name, value, "a text" if not lengths else "one character")
        return value

    def text_or(self, name: str, default: Default) -> str | Default:
        """Return a text, or the default for a value of another type."""
        value = self.said.get(name)
        return value if isinstance(value, str) else default

    def truth(self, name: str, default: bool) -> bool:
        """Return true or false."""
        if not isinstance(value := self.said.get(name, default), bool):
            raise self._wrong(name, value, "true or false")
        return value

    def number(self, name: str, default: int) -> int:
        """Return a whole number from 1."""
        value = self.said.get(name, default)
        if type(value) is not int or value < 1:
            raise self._wrong(name, value, "a number from 1")
        return value

    def rows(self, name: str, default: list[int]) -> tuple[int, ...]:
        """Return a list of row numbers."""
        value = self.said.get(name, default)
        if not isinstance(value, list) or not all(type(each) is int and each > 0 for each in value):
            raise self._wrong(name, value, "a list of row numbers from 1")
        return tuple(value)

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of texts."""
        value = self.said.get(name, [])
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise self._wrong(name, value, "a list of texts")
        return tuple(value)

    def _wrong(self, name: str, value: object, expected: str) -> DataPackageError:
        place = f"{self.place}.dialect.{name}"
        return DataPackageError(self.descriptor, None, place, f"{value!r:.80}", expected)
