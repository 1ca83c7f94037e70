"""The rows and definitions of units that any package may use: those of the bundled package, and others."""

from __future__ import annotations

import re

from beijing_public_services._generated.unit_definitions import DEFINITIONS
from beijing_public_services._once import once
from beijing_public_services._record import TYPE_CHECKING
from beijing_public_services.datapackage.tables import bundled_tables
from beijing_public_services.notation.offered_units import OFFERED, OFFERED_ROWS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from beijing_public_services.datapackage.tables import Row

COLUMNS = ("id", "expression", "ucum", "symbol", "name_zh", "name_en")


@once
def standard_units() -> Mapping[str, Row]:
    """Return the rows of units that any package may use, by their id: those of the bundled package, and others."""
    rows: dict[str, Row] = {row["id"]: row for row in bundled_tables()["units"].rows}
    for cells in OFFERED_ROWS:
        rows[cells[0]] = {column: cell for column, cell in zip(COLUMNS, cells, strict=True)}  # noqa: C416
    return rows


def definitions_of(expression: str) -> list[str]:
    """Return the definitions of the names in an expression that define a noun or an offered unit."""
    names = re.findall(r"[^\W\d]\w*", expression)
    lines = {line.split("=")[0].strip(): line for line in (*DEFINITIONS, *OFFERED)}
    return [lines[name] for name in names if name in lines]
