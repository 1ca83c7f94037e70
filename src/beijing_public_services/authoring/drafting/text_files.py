"""Reading a file that a person wrote or saved as text, or saying why it is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services.errors import DataPackageError

if TYPE_CHECKING:
    from pathlib import Path

LARGEST = 64 << 20  # bytes
MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16", b"\xef\xbb\xbf": "utf-8-sig"}
ENCODING = "UTF-8; in a spreadsheet save it as `CSV UTF-8`, else convert it, as from GB 18030"


def read_bytes(path: Path, name: str, expected: str) -> bytes:
    """Return the content of a regular file.

    Raises:
        DataPackageError: it is missing, too large, a folder, a pipe or a device, or cannot be read.
    """
    try:
        if not path.is_file():
            found = "a folder" if path.is_dir() else "no regular file" if path.exists() else "no such file"
            raise DataPackageError(name, None, None, found, expected)
        if (size := path.stat().st_size) > LARGEST:
            raise DataPackageError(name, None, None, f"{size:,} bytes", f"at most {LARGEST:,}")
        return path.read_bytes()
    except OSError as error:
        raise DataPackageError(name, None, None, str(error.strerror), expected) from None


def read_text(path: Path, name: str, expected: str) -> str:
    """Return the text of a file in UTF-8, or in UTF-16 with a byte order mark, its lines ending in LF.

    Raises:
        DataPackageError: the file cannot be read, or holds no such text.
    """
    content = read_bytes(path, name, expected)
    encoding = next((each for mark, each in MARKS.items() if content.startswith(mark)), "utf-8")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        raise DataPackageError(name, None, None, f"no text in UTF-8 at byte {error.start + 1:,}", ENCODING) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if (at := text.find("\0")) >= 0:
        raise DataPackageError(name, text.count("\n", 0, at) + 1, None, "a null character", "text")
    return text
