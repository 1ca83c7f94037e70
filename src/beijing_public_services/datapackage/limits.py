"""The limits within which a data package is read, and the count of what was read so far."""

from __future__ import annotations

from beijing_public_services._record import TYPE_CHECKING, Record
from beijing_public_services.errors import UnsafeFileError

if TYPE_CHECKING:
    from pathlib import Path

LARGEST_DESCRIPTOR = 1 << 26  # bytes: 64 MiB
LARGEST_FILE = 1 << 32  # bytes: 4 GiB
LARGEST_UNPACKED = 1 << 30  # bytes that a packed file or an archive unpacks to: 1 GiB
LARGEST_JSON = 1 << 28  # bytes of a JSON file, which takes many times its size: 256 MiB
MOST_COLUMNS = 1 << 14  # of a table
MOST_ENTRIES = 10_000  # of an archive
DENSEST = 200  # times its packed size that a file or archive may unpack to: tables reach 20, bombs 1000
SMALL = 1 << 20  # bytes: what unpacks to no more than 1 MiB is no bomb
MOST_CELLS = 1 << 26  # of all tables: 67 million, of which a million observations take 17


class Limits(Record):
    """How much of a package is read. `cells` bounds the rows times the columns of all its tables together."""

    cells: int = MOST_CELLS


class Count:
    """How many cells were read so far, and which packed files were found to unpack in proportion."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.cells = 0
        self.unpacked: set[Path] = set()

    def add_cells(self, number: int, file: str) -> None:
        """Count more cells. Raises `UnsafeFileError` if they are more than may be read."""
        self.cells += number
        if self.cells > self.limits.cells:
            found = f"more than {self.limits.cells:,} cells in the tables up to this one"
            raise UnsafeFileError(file, None, None, found, "a smaller package, or a higher limit (most_cells)")


def most_unpacked(packed: int) -> int:
    """Return how many bytes a file or archive of this size may unpack to."""
    return min(LARGEST_UNPACKED, max(SMALL, packed * DENSEST))
