"""The lines of a text file in any encoding, read in blocks; a line longer than the limit is refused."""

from __future__ import annotations

import codecs
import re
from typing import IO, TYPE_CHECKING

from beijing_public_services.datapackage.tables import LARGEST_CELL
from beijing_public_services.errors import DataPackageError, UnsafeFileError

if TYPE_CHECKING:
    from collections.abc import Iterator

BLOCK = 1 << 16  # bytes
LONGEST_LINE = 8 * LARGEST_CELL  # characters: 1 MiB
LINE = re.compile("[^\r\n]*(?:\r\n|\n|\r)")


def lines_of(stream: IO[bytes], file: str, encoding: str) -> Iterator[str]:
    """The lines of a stream, each with its end; a line ends as text files do, by LF, CR LF or CR.

    Raises:
        UnsafeFileError: a line has more than a million characters.
        DataPackageError: bytes are no text in the encoding, or a character is null.
    """
    decode = codecs.getincrementaldecoder(encoding)().decode
    number, rest = 0, ""
    while True:
        block = stream.read(BLOCK)
        try:
            text = rest + decode(block, not block)
        except UnicodeError as error:
            raise no_text(file, number, error) from None
        if text.endswith("\r") and block:  # the line feed may be in the next block
            text, kept = text[:-1], "\r"
        else:
            kept = ""
        if "\0" in text:
            row = number + text.count("\n", 0, text.index("\0")) + 1
            raise DataPackageError(file, row, None, "a null character", "text")
        if text.count("\r") == text.count("\r\n"):
            *lines, rest = text.split("\n")
            yield from [f"{line}\n" for line in lines]
        else:
            lines = LINE.findall(text)
            rest = text[sum(map(len, lines)) :]
            yield from lines
        number += len(lines)
        rest += kept
        if len(rest) > LONGEST_LINE:
            found = f"a line of {LONGEST_LINE:,} characters or more"
            raise UnsafeFileError(file, number + 1, None, found, "a table")
        if not block:
            if rest:
                yield rest
            return


def no_text(file: str, before: int, error: UnicodeError) -> DataPackageError:
    """Return the error for bytes that are no text, after so many lines that are."""
    if not isinstance(error, UnicodeDecodeError):
        return DataPackageError(file, before + 1, None, f"bytes that are no text ({error})", "text in its encoding")
    line = before + error.object.count(b"\n", 0, error.start) + 1
    expected = f"text in {error.encoding.upper()}"
    return DataPackageError(file, line, None, f"the byte {error.object[error.start]:#04x}", expected)
