"""From the rows of a table to frozen values, or the place of the first cell that cannot be one."""

from __future__ import annotations

from beijing_public_services._record import TYPE_CHECKING, Record
from beijing_public_services.datapackage import cells
from beijing_public_services.errors import DataPackageError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from typing import Any, TypeVar

    Value = TypeVar("Value", bound=Record)
    from beijing_public_services.datapackage.cells import Reader
    from beijing_public_services.datapackage.tables import Row, Tables

OPTIONAL = ("identities", "cross_checks", "anomalies", "errata", "aliases")  # resources that a package may do without


def records(
    tables: Tables,
    name: str,
    cls: type[Value],
    *,
    key: tuple[str, ...] = ("id",),
    own: Callable[[Row], dict[str, Any]] = lambda row: {},
    **readers: Reader,
) -> dict[Any, Value]:
    """The rows of a table as records by their key: `readers` read cells, `own` gives fields that are no columns.

    None where an optional table is not there.
    """
    if name in OPTIONAL and name not in tables:
        return {}
    table = tables[name]
    made: dict[Any, Value] = {}
    missing = [column for column in (*key, *readers) if column not in table.columns]
    if missing:
        raise _no_column(table.file, missing[0])
    others = [column for column in table.columns if column not in cls._fields]
    for number, row in table.numbered():
        values: dict[str, Any] = dict(row)
        for column, read in readers.items():
            try:
                values[column] = read(row[column])
            except cells.UnfitError as error:
                raise DataPackageError(table.file, number, column, repr(row[column]), str(error)) from None
        for column in others:
            del values[column]
        identity = row[key[0]] if len(key) == 1 else tuple([row[column] for column in key])
        if identity in made:
            raise DataPackageError(table.file, number, key[-1], f"the key {identity!r} again", "each key once")
        values.update(own(row))
        try:
            made[identity] = cls(**values)
        except TypeError:
            raise _no_column(
                table.file, next(field for field in cls._fields if field not in values and field not in cls._defaults)
            ) from None
    return made


def _no_column(file: str, column: str) -> DataPackageError:
    return DataPackageError(file, 1, column, "no such column", "the columns of the data contract")


def refer(tables: Tables, name: str, columns: tuple[str, ...], known: Collection[Any]) -> None:
    if name in OPTIONAL and name not in tables:
        return
    table = tables[name]
    for number, row in table.numbered():
        found = row[columns[0]] if len(columns) == 1 else tuple([row[column] for column in columns])
        if found not in known:
            raise DataPackageError(table.file, number, columns[-1], repr(found), "a key of the table it refers to")
