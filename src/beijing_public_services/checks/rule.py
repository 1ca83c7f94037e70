"""A rule: a sentence about a package, and the places where it does not hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from beijing_public_services._record import Record
from beijing_public_services.model import history, reference
from beijing_public_services.model import indicator as model

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from beijing_public_services.checks.issue import Issue, Severity
    from beijing_public_services.datapackage.tables import Tables

    Found = Iterator["Finding"]
    Test = Callable[[Tables], Iterable["Finding | Issue"]]

Layer = Literal["descriptor", "frictionless", "structure", "meaning", "custom"]

NOT_COLUMNS = dict.fromkeys(("unit", "mentions", "cross_checks", "anomalies"), "observations") | {
    "observations": "indicators"
}
RECORDS: dict[str, type[Record]] = {
    "domains": reference.Domain,
    "topics": reference.Topic,
    "indicators": model.Indicator,
    "observations": model.Observation,
    "categories": reference.Category,
    "paragraphs": reference.Paragraph,
    "numerals": reference.Numeral,
    "mentions": reference.Mention,
    "sources": reference.Source,
    "identities": reference.Identity,
    "cross_checks": reference.CrossCheck,
    "anomalies": reference.Anomaly,
    "areas": reference.Area,
    "units": reference.Unit,
    "errata": history.Erratum,
    "aliases": history.Alias,
}


class Finding(NamedTuple):
    """Where a rule does not hold: resource, row (the header is 1), column, what is there, what would be right.

    Without a resource it is the descriptor, and the column one of its properties.
    """

    resource: str
    row: int | None
    column: str | None
    found: str
    expected: str


class Rule(Record):
    """A named test, and the resources of the data contract that it needs whole; without them it does not run.

    A column that the contract leaves free is needed where it is named too: `sources.anchor`.
    """

    name: str
    layer: Layer
    needs: tuple[str, ...] = ()
    severity: Severity = "error"
    test: Test

    @property
    def sentence(self) -> str:
        """What holds where the rule finds nothing."""
        return " ".join(str(self.test.__doc__ or "").split())


def rule(*needs: str, layer: Layer = "meaning", severity: Severity = "error") -> Callable[[Test], Rule]:
    """Make a rule, named as its function, of a test that reads these resources."""

    def made(test: Test) -> Rule:
        return Rule(name=test.__name__, layer=layer, needs=needs, severity=severity, test=test)

    return made


def columns_of(resource: str) -> tuple[str, ...]:
    """The columns that the data contract gives a resource."""
    return tuple(field for field in RECORDS[resource]._fields if field[0] != "_" and NOT_COLUMNS.get(field) != resource)


def is_of_the_contract(resource: str, tables: Tables) -> bool:
    """Whether a package has this resource of the data contract, and not merely another of its name.

    One that has more than half of the contract's columns is taken for it.
    """
    if resource not in tables:
        return False
    asked = set(columns_of(resource))
    return 2 * len(asked.intersection(tables[resource].columns)) > len(asked)


def lacking(resource: str, tables: Tables) -> list[str]:
    """The columns of the contract that a resource is without, those apart that it leaves free."""
    free = RECORDS[resource]._defaults
    return [column for column in columns_of(resource) if column not in tables[resource].columns and column not in free]
