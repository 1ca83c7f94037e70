"""The data contract: for each resource its record, key, references, order, and what its ids follow from."""

from __future__ import annotations

from beijing_public_services._record import Record
from beijing_public_services.datapackage import cells
from beijing_public_services.model.evidence import Anomaly, Break, CrossCheck, Identity
from beijing_public_services.model.history import Alias, Erratum
from beijing_public_services.model.indicator import Indicator
from beijing_public_services.model.observation import Observation
from beijing_public_services.model.provenance import Mention, Numeral, Paragraph, Source
from beijing_public_services.model.statement import Statement
from beijing_public_services.model.vocabulary import Area, Category, Domain, Topic, Unit

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from beijing_public_services.datapackage.tables import Tables


class Reference(Record):
    """Columns whose cells are the key of a row of a resource, one of `resources` where there are several.

    `may_be_empty`: an empty cell refers to nothing. `is_list`: a cell of the one column holds several keys, separated
    by `;`.
    """

    columns: tuple[str, ...]
    resources: tuple[str, ...]
    may_be_empty: bool = False
    is_list: bool = False


class Resource(Record):
    """One resource of the data contract.

    Attributes:
        name: the name of the resource in the descriptor.
        record: the type of a row. Its public fields are the columns, except those in `joined`.
        key: the columns that no two rows share.
        optional: a package may lack the resource.
        joined: fields of the record that come from other resources.
        references: which columns refer to which resource.
        order: what the rows are ordered by; empty if any order is right.
        id_follows: the columns that the id of a row follows from; empty if a person chooses the id.
        compared_by: the columns by which a row is found again in another release; empty if that is the key.
    """

    name: str
    record: type[Record]
    key: tuple[str, ...] = ("id",)
    optional: bool = False
    joined: tuple[str, ...] = ()
    references: tuple[Reference, ...] = ()
    order: str = ""
    id_follows: tuple[str, ...] = ()
    compared_by: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of the contract, in order."""
        return tuple([field for field in self.record._fields if field[0] != "_" and field not in self.joined])

    @property
    def required(self) -> tuple[str, ...]:
        """The columns that a table must have; a package may lack the others."""
        free = FREE.get(self.name, ())
        return tuple([column for column in self.columns if column not in free])

    @property
    def readers(self) -> dict[str, cells.Reader]:
        """How the cells of a column are read; the cells of a column that is not listed stay text."""
        types = vars(self.record)["__annotations__"]
        by_type = {name: cells.BY_TYPE[types[name]] for name in self.columns if types[name] in cells.BY_TYPE}
        periods = {"observations": cells.period, "statements": cells.period_if_any}
        return {**by_type, **({"period": periods[self.name]} if self.name in periods else {})}

    @property
    def coded(self) -> dict[str, tuple[str, ...]]:
        """The columns that hold a code of a closed list, each with its codes."""
        from typing import get_args

        from beijing_public_services.model import codelists

        types = vars(self.record)["__annotations__"]
        lists = {name: getattr(codelists, str(types[name]), None) for name in self.columns}
        return {name: get_args(codes) for name, codes in lists.items() if get_args(codes)}


def _to(columns: str, resources: str, *, may_be_empty: bool = False, is_list: bool = False) -> Reference:
    return Reference(
        columns=tuple(columns.split()),
        resources=tuple(resources.split()),
        may_be_empty=may_be_empty,
        is_list=is_list,
    )


FREE = {
    "observations": ("upper",),
    "sources": ("anchor", "seen_as"),
    "numerals": ("reason",),
    "identities": ("known_discrepancy",),
}
RESOURCES = (
    Resource(name="domains", record=Domain, order="section"),
    Resource(name="topics", record=Topic, references=(_to("domain", "domains"),), order="section"),
    Resource(
        name="indicators",
        record=Indicator,
        joined=("observations", "statements"),
        references=(
            _to("domain", "domains"),
            _to("topic", "topics"),
            _to("unit", "units"),
            _to("parent", "indicators", may_be_empty=True),
        ),
        order="domain, then first observation",
    ),
    Resource(
        name="observations",
        record=Observation,
        joined=("unit", "mentions", "cross_checks", "anomalies", "breaks"),
        references=(
            _to("indicator", "indicators"),
            _to("area", "areas"),
            _to("base_area", "areas", may_be_empty=True),
            _to("locator", "paragraphs", may_be_empty=True),
            _to("source", "sources"),
            _to("dimension category", "categories", may_be_empty=True),
        ),
        order="place in the report, then other publications by indicator, period and source",
        id_follows=(
            "indicator",
            "area",
            "period",
            "category",
            "base_kind",
            "base_period",
            "bound",
            "status",
            "source",
            "locator",
        ),
    ),
    Resource(name="categories", record=Category, key=("dimension", "id")),
    Resource(name="paragraphs", record=Paragraph, key=("locator",), order="section, ordinal"),
    Resource(
        name="numerals",
        record=Numeral,
        key=("locator", "ordinal"),
        references=(_to("locator", "paragraphs"),),
        order="locator, ordinal",
    ),
    Resource(
        name="mentions",
        record=Mention,
        key=("observation", "locator", "ordinal"),
        references=(
            _to("locator", "paragraphs"),
            _to("locator ordinal", "numerals"),
            _to("observation", "observations"),
        ),
        order="locator, ordinal, observation",
    ),
    Resource(name="sources", record=Source, order="footnotes, then other publications as first cited"),
    Resource(name="areas", record=Area),
    Resource(name="units", record=Unit),
    Resource(
        name="identities",
        record=Identity,
        optional=True,
        references=tuple([_to(column, "observations", may_be_empty=True) for column in ("result", "left", "right")]),
        id_follows=("kind", "result", "left", "right"),
        compared_by=("kind", "result", "left", "right"),
    ),
    Resource(
        name="cross_checks",
        record=CrossCheck,
        key=("observation", "source"),
        optional=True,
        references=(_to("unit", "units"), _to("source", "sources"), _to("observation", "observations")),
        order="observation, source",
    ),
    Resource(
        name="anomalies",
        record=Anomaly,
        optional=True,
        references=(
            _to("locator", "paragraphs", may_be_empty=True),
            _to("observation", "observations", may_be_empty=True),
        ),
        order="place in the report",
        id_follows=("kind", "observation", "locator"),
        compared_by=("kind", "observation", "locator"),
    ),
    Resource(
        name="statements",
        record=Statement,
        optional=True,
        references=(
            _to("domain", "domains", may_be_empty=True),
            _to("locators", "paragraphs", is_list=True),
            _to("indicators", "indicators", may_be_empty=True, is_list=True),
            _to("source", "sources"),
        ),
        order="first locator",
    ),
    Resource(
        name="breaks",
        record=Break,
        key=("indicator", "area", "period"),
        optional=True,
        references=(_to("indicator", "indicators"), _to("area", "areas")),
        order="indicator, area, period",
    ),
    Resource(
        name="errata",
        record=Erratum,
        key=("observation", "release", "column"),
        optional=True,
        references=(_to("observation", "observations aliases"),),
    ),
    Resource(
        name="aliases",
        record=Alias,
        optional=True,
        references=(_to("successor", "indicators observations", may_be_empty=True),),
    ),
)
CONTRACT = {resource.name: resource for resource in RESOURCES}


def is_of_the_contract(name: str, tables: Tables) -> bool:
    """Whether the package has this resource of the contract, and not just another table of that name.

    A table with more than half of the contract's columns is taken for the resource.
    """
    if name not in tables:
        return False
    columns = set(CONTRACT[name].columns)
    return 2 * len(columns.intersection(tables[name].columns)) > len(columns)


def missing_columns(name: str, tables: Tables) -> list[str]:
    """The required columns that a table lacks, in the order of the contract."""
    return [column for column in CONTRACT[name].required if column not in tables[name].columns]
