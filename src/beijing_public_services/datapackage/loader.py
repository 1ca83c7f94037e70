"""Loading a data package: its tables are validated, and its frozen values are built when they are asked for."""

from __future__ import annotations

from beijing_public_services._once import once
from beijing_public_services._record import Record, Records
from beijing_public_services.datapackage.contract import CONTRACT
from beijing_public_services.datapackage.package import DataPackage
from beijing_public_services.datapackage.tables import read_table, released_tables
from beijing_public_services.model.indicator import Indicator
from beijing_public_services.model.observation import Observation
from beijing_public_services.model.provenance import Source

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from collections.abc import Collection
    from os import PathLike
    from typing import Any

    from beijing_public_services.datapackage.tables import Table, Tables
    from beijing_public_services.model.bases import Measured
    from beijing_public_services.model.evidence import Break
    from beijing_public_services.model.statement import Statement


@once
def bundled() -> DataPackage:
    """Return the data package shipped with this library, read once.

    >>> bundled().name
    'beijing-public-services'
    """
    return Builder(released_tables(), definitions=None).package()


@once
def bundled_indicators() -> dict[str, Indicator]:
    """Return the indicators of the bundled package by their current ids: the shortest way to one of them."""
    return bundled()._by_id


def load(path: str | PathLike[str]) -> DataPackage:
    """Return the data package in a folder, at a `datapackage.json` or in a zip archive.

    Raises:
        DataPackageError: the first fault found, such as a missing file or column, a value that is not a number, an
            unreadable period, an unknown code or reference, or a duplicate key. `check` lists all of them.

    >>> from beijing_public_services.datapackage.bundled_files import bundled_folder
    >>> with bundled_folder() as folder:
    ...     load(folder) == bundled()
    True
    """
    from beijing_public_services.datapackage.garbage import collection_paused
    from beijing_public_services.datapackage.reader import read_tables
    from beijing_public_services.datapackage.validation import require_known_codes

    with collection_paused():
        tables = read_tables(path)
        require_known_codes(tables)
        return build(tables)


def build(tables: Tables) -> DataPackage:
    """Return the package in these tables. Raises `DataPackageError` for the first cell that cannot be read."""
    from beijing_public_services.datapackage.descriptor import unit_definitions
    from beijing_public_services.datapackage.validation import validate

    validate(tables)
    return Builder(tables, unit_definitions(tables.descriptor)).package()


MOST_PARTS = 20  # parts of a table that are read alone; for more of them it is read whole


class Builder:
    """The context of a package's records: supplies collections and references from the tables, each at its first use.

    The tables have been validated, so that no cell can fail here.
    """

    def __init__(self, tables: Tables, definitions: tuple[str, ...] | None) -> None:
        self.tables = tables
        self.definitions = definitions
        self.headline_area = str(tables.descriptor.get("headline_area", ""))
        self.built: dict[str, dict[Any, Any]] = {}
        self.sources_read_alone: dict[str, object] = {}
        self.measured: dict[str, Measured] = {}

    def package(self) -> DataPackage:
        """Return the package that these tables are, equal at each call."""
        values = {
            "name": str(self.tables.descriptor.get("name", "")),
            "version": str(self.tables.descriptor.get("version", "")),
            "headline_area": self.headline_area,
            "_definitions": self.definitions,
            "_tables": None if self.definitions is None else self.tables,
        }
        return DataPackage._in_context(self, values)

    def resolve(self, record: Record, field: str) -> object:
        """Return a field of a record that was not given to it."""
        if isinstance(record, Observation):
            return self._of_observation(record, field)
        if isinstance(record, Indicator) and field == "observations":
            return self._observations(record)
        if isinstance(record, Indicator) and field == "statements":
            return self._statements().get(record.id, ())
        if field == "_by_id":
            return self.records("indicators")
        return Records(self.records(field).values())

    def records(self, name: str) -> dict[Any, Any]:
        """Return the records of a resource by their key; empty if an optional resource is missing."""
        if name not in self.built:
            resource = CONTRACT[name]
            built: dict[Any, Any] = {}
            for values in self._rows(name, range(len(self.tables[name]))) if name in self.tables else ():
                key = tuple([values[column] for column in resource.key])
                built[key[0] if len(key) == 1 else key] = self._record(resource.record, values)
            self.built.setdefault(name, built)
        return self.built[name]

    def _rows(self, name: str, places: Any, part: Table | None = None) -> list[dict[str, Any]]:
        """Return the rows of a table, or of a part, at these places, their cells read, without unknown columns."""
        table, resource = part or self.tables[name], CONTRACT[name]
        columns = [column for column in resource.columns if column in table.columns]
        readers = resource.readers
        cells = []
        for column in columns:
            texts = table.cells[table.columns.index(column)]
            read = readers.get(column)
            cells.append([read(texts[place]) for place in places] if read else [texts[place] for place in places])
        return [dict(zip(columns, row)) for row in zip(*cells)]  # noqa: B905

    def _record(self, record: type[Record], values: dict[str, Any]) -> Record:
        if record is Indicator:
            return record._in_context(self, {**values, "_headline_area": self.headline_area})
        if "source" in values:
            values["source"] = self.records("sources")[values["source"]]
        return record(**values)

    def _observations(self, indicator: Indicator) -> tuple[Observation, ...]:
        """Return the observations of an indicator, in the order of the table."""
        part = self._part("observations", ":", (indicator.id,))
        table = part or self.tables["observations"]
        places = range(len(part)) if part else self._grouped("observations", "indicator").get(indicator.id, [])
        rows = self._rows("observations", places, table)
        for values in rows:
            values["unit"] = indicator.unit
            self.built.setdefault("sources of observations", {})[values["id"]] = values.pop("source")
        return Records([Observation._in_context(self, values) for values in rows])

    def _part(self, name: str, separator: str, beginnings: Collection[str]) -> Table | None:
        """Return the rows that begin with these texts, read alone; None once it is better to read the table whole."""
        known = f"lines of {name}"
        if known not in self.built:
            self.built[known] = {"lines": self.tables.lines(name), "asked": 0}
        lines, asked = self.built[known]["lines"], self.built[known]["asked"]
        if lines is None or asked >= MOST_PARTS:
            return None
        self.built[known]["asked"] = asked + 1
        found = [line for line in lines if line.partition(separator)[0] in beginnings]
        return read_table(f"data/{name}.csv", [lines[0], *found])

    def _source(self, id: str) -> object:
        """Return a source; with it those of the other observations so far, unless all have been read."""
        known = self.sources_read_alone
        if id not in known and "sources" not in self.built:
            wanted = {*self.built["sources of observations"].values()}.difference(known)
            if part := self._part("sources", ",", wanted):
                known |= {row["id"]: Source(**row) for row in self._rows("sources", range(len(part)), part)}
        return known[id] if id in known else self.records("sources")[id]

    def _of_observation(self, observation: Observation, field: str) -> object:
        if field == "source":
            return self._source(self.built["sources of observations"][observation.id])
        if field in ("mentions", "cross_checks", "anomalies"):
            return self._about_observations(field).get(observation.id, ())
        if field == "_series_breaks":
            return self._breaks().get((observation.indicator, observation.area), ())
        if field == "breaks":
            return Records([each for each in observation._series_breaks if each.period == observation.period])
        if field == "_measured":
            return self._measured(observation.indicator)
        return self._related(observation, field)

    def _related(self, observation: Observation, field: str) -> object:
        """Return what an observation takes from other rows; a value alone needs none of it, nor this import."""
        from beijing_public_services.datapackage.related import level_of, report_of_figure, setting

        if field == "_setting":
            return setting(self.records, observation)
        if field == "_report":
            return report_of_figure(self.records, observation)
        if field == "_level":
            return level_of(self.records, self._measured(observation.indicator).parent, observation)
        return Observation._defaults[field]

    def _about_observations(self, name: str) -> dict[str, tuple[Any, ...]]:
        """Return the records of a resource by the observation that they name."""
        known = f"{name} of observations"
        if known not in self.built:
            about: dict[str, list[Any]] = {}
            for each in self.records(name).values():
                about.setdefault(each.observation, []).append(each)
            self.built.setdefault(known, {id_: Records(each) for id_, each in about.items()})
        return self.built[known]

    def _statements(self) -> dict[str, tuple[Statement, ...]]:
        """Return the statements by each indicator that they name."""
        if "statements of indicators" not in self.built:
            about: dict[str, list[Statement]] = {}
            for each in self.records("statements").values():
                for indicator in each.indicators:
                    about.setdefault(indicator, []).append(each)
            self.built.setdefault("statements of indicators", {id_: Records(each) for id_, each in about.items()})
        return self.built["statements of indicators"]

    def _breaks(self) -> dict[tuple[str, str], tuple[Break, ...]]:
        """Return the breaks by the indicator and area of their series, in order of time."""
        if "breaks of series" not in self.built:
            breaks: dict[tuple[str, str], tuple[Break, ...]] = {}
            for each in self.records("breaks").values():
                breaks[each.indicator, each.area] = (*breaks.get((each.indicator, each.area), ()), each)
            self.built["breaks of series"] = breaks
        return self.built["breaks of series"]

    def _grouped(self, name: str, column: str) -> dict[str, list[int]]:
        """Return the places of a table's rows by their cell in a column."""
        known = f"{name} by {column}"
        if known not in self.built:
            table = self.tables[name]
            places: dict[str, list[int]] = {}
            for place, cell in enumerate(table.cells[table.columns.index(column)]):
                places.setdefault(cell, []).append(place)
            self.built.setdefault(known, places)
        return self.built[known]

    def _measured(self, indicator: str) -> Measured:
        from beijing_public_services.datapackage.related import measured

        if indicator not in self.measured:
            self.measured[indicator] = measured(self.records, indicator, self.definitions)
        return self.measured[indicator]
