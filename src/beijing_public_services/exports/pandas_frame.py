"""The wide table as a pandas frame: one row per observation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from beijing_public_services.errors import MissingExtraError
from beijing_public_services.exports.dataset import citation, licences
from beijing_public_services.exports.figures_table import figures_sheet
from beijing_public_services.exports.selection import chosen_rows
from beijing_public_services.exports.sheet import get
from beijing_public_services.exports.vocabulary import FORMER

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pandas as pd

    from beijing_public_services.datapackage.package import DataPackage
    from beijing_public_services.exports.selection import Chosen
    from beijing_public_services.exports.sheet import Cell, Column, Kind

TYPES: dict[Kind, str] = {
    "text": "string",
    "label": "category",
    "number": "Float64",
    "whole": "Int64",
    "flag": "boolean",
    "date": "datetime64[s]",
}
FILLED_TYPES: dict[Kind, str] = {**TYPES, "number": "float64", "flag": "bool"}  # of columns without an empty cell


def to_frame(package: DataPackage, indicators: Chosen = None, domain: str | None = None) -> pd.DataFrame:
    """Return the rows of these indicators (values or ids) of a package as a frame, as `bps.to_frame` does."""
    try:
        import pandas  # noqa: F401 - only asked for
    except ImportError as error:
        raise MissingExtraError("to_frame", "pandas") from error
    places = chosen_rows(package, indicators, domain)
    whole: pd.DataFrame = package.remembered("frame", lambda: _build(package))
    frame = whole.copy() if places is None else whole.take(places)
    frame.attrs.update(describe_release(package))
    return frame


def type_of(column: Column) -> str:
    """Return the type of a column in pandas."""
    return (FILLED_TYPES if column.filled else TYPES)[column.kind]


def describe_release(package: DataPackage) -> dict[str, str]:
    """Return what a frame says of its release: name, version, hash, licence, and how to cite it."""
    known = package.remembered("licences", lambda: licences(package))
    return {
        "data_package": package.name,
        "data_version": package.version,
        "title": package.remembered("title", lambda: get(package.descriptor, "title", str) or package.name),
        "sha256": package.sha256,
        "licence": ", ".join([name for name, _ in known]),
        "licence_url": " ".join([url for _, url in known if url]),
        "citation": package.remembered("citation", lambda: citation(package)),
    }


def _build(package: DataPackage) -> pd.DataFrame:
    import pandas as pd

    sheet = figures_sheet(package)
    cells: Iterable[Sequence[Cell]] = zip(*sheet.rows, strict=True) if sheet.rows else [()] * len(sheet.columns)
    arrays: dict[str, Any] = {}
    for column, values in zip(sheet.columns, cells, strict=True):
        dtype: Any = type_of(column)
        arrays[column.name] = _category(values) if column.kind == "label" else pd.array(values, dtype=dtype)
    index = pd.Index(arrays.pop("id"), name="id")
    former = {name: arrays[present] for name, present in FORMER.items()}
    return pd.DataFrame(arrays | former, index=index)


def _category(cells: Sequence[Cell]) -> pd.Categorical:
    """The cells as a categorical whose categories stand in the order of their first rows."""
    import pandas as pd

    places: dict[Cell, int] = {None: -1}
    codes = [places.setdefault(cell, len(places) - 1) for cell in cells]
    return pd.Categorical.from_codes(codes, categories=pd.Index([*places][1:], dtype="str"))
