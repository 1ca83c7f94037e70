"""The wide table as an Arrow table and in Parquet."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from beijing_public_services.errors import MissingExtraError
from beijing_public_services.exports.figures_table import figures_sheet
from beijing_public_services.exports.selection import chosen_rows

if TYPE_CHECKING:
    import pyarrow

    from beijing_public_services.datapackage.package import DataPackage
    from beijing_public_services.exports.selection import Chosen
    from beijing_public_services.exports.sheet import Kind

TYPES: dict[Kind, str] = {  # by the names that Arrow itself gives them
    "text": "string",
    "label": "string",
    "number": "float64",
    "whole": "int64",
    "flag": "bool",
    "date": "date32",
}


def to_arrow(package: DataPackage, indicators: Chosen = None, domain: str | None = None) -> pyarrow.Table:
    """Return the rows of these indicators (values or ids) of a package as an Arrow table, as `bps.to_arrow` does."""
    places = chosen_rows(package, indicators, domain)
    whole = _table(package, "to_arrow")
    if places is None:
        return whole
    return whole.take(places) if places else whole.slice(0, 0)


def as_parquet(package: DataPackage) -> bytes:
    """Return the figures in Parquet, with the meaning of each column; one version of pyarrow gives the same bytes."""
    table = _table(package, "export to parquet")
    from pyarrow import parquet

    content = io.BytesIO()
    parquet.write_table(table, content, compression="zstd")
    return content.getvalue()


def _table(package: DataPackage, feature: str) -> pyarrow.Table:
    """The whole table, which is built once."""
    try:
        import pyarrow
    except ImportError as error:
        raise MissingExtraError(feature, "export") from error
    return package.remembered("Arrow table", lambda: _build(pyarrow, package))


def _build(pa: Any, package: DataPackage) -> pyarrow.Table:
    from datetime import date

    sheet = figures_sheet(package)
    types = {kind: pa.type_for_alias(name) for kind, name in TYPES.items()}
    fields = [pa.field(each.name, types[each.kind], metadata={"description": each.meaning}) for each in sheet.columns]
    columns: list[Any] = list(zip(*sheet.rows, strict=True)) or [()] * len(fields)
    for place, column in enumerate(sheet.columns):
        if column.kind == "date":
            columns[place] = [None if cell is None else date.fromisoformat(cell) for cell in columns[place]]
    arrays = [pa.array(column, field.type) for column, field in zip(columns, fields, strict=True)]
    release = {"name": package.name, "version": package.version}
    return pa.Table.from_arrays(arrays, schema=pa.schema(fields, metadata=release))
