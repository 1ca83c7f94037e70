"""The wide table as an Arrow table and in Parquet."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from beijing_public_services.errors import MissingExtraError
from beijing_public_services.exports.figures_table import figures_sheet
from beijing_public_services.model.indicator import Indicator

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pyarrow

    from beijing_public_services.datapackage.package import DataPackage

    Chosen = Iterable[Indicator | str] | Indicator | str | None


def to_arrow(package: DataPackage, indicators: Chosen = None) -> pyarrow.Table:
    """Return indicators (values or ids) of a package as an Arrow table, by default all, as `bps.to_arrow` does."""
    if indicators is None:
        indicators = package.indicators
    elif isinstance(indicators, str | Indicator):
        indicators = [indicators]
    chosen = [package.indicator(each if isinstance(each, str) else each.id) for each in indicators]
    return _table(package, chosen, "to_arrow")


def as_parquet(package: DataPackage) -> bytes:
    """Return the figures in Parquet, with the meaning of each column; one version of pyarrow gives the same bytes."""
    table = _table(package, package.indicators, "export to parquet")
    from pyarrow import parquet

    content = io.BytesIO()
    parquet.write_table(table, content, compression="zstd")
    return content.getvalue()


def _table(package: DataPackage, indicators: Iterable[Indicator], feature: str) -> pyarrow.Table:
    try:
        import pyarrow as pa
    except ImportError as error:
        raise MissingExtraError(feature, "export") from error
    sheet = figures_sheet(package, indicators)
    types: dict[str, Any] = {"text": pa.string(), "number": pa.float64(), "whole": pa.int64(), "flag": pa.bool_()}
    fields = [pa.field(each.name, types[each.kind], metadata={"description": each.meaning}) for each in sheet.columns]
    columns = list(zip(*sheet.rows, strict=True)) or [()] * len(fields)
    arrays = [pa.array(column, field.type) for column, field in zip(columns, fields, strict=True)]
    release = {"name": package.name, "version": package.version}
    return pa.Table.from_arrays(arrays, schema=pa.schema(fields, metadata=release))
