"""A rule of meaning: a sentence about the tables of a package, and the places where it does not hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from beijing_public_services import history, model, reference
from beijing_public_services._record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from beijing_public_services.tables import Tables

    Found = Iterator["Finding"]
    Test = Callable[[Tables], Found]

NOT_COLUMNS = {"unit": "observations", "mentions": "observations", "observations": "indicators"}
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
    "areas": reference.Area,
    "units": reference.Unit,
    "errata": history.Erratum,
    "aliases": history.Alias,
}
WHOLE = tuple(name for name in RECORDS if name not in ("errata", "aliases"))


class Finding(NamedTuple):
    """Where a rule does not hold: resource, row (the header is 1), column, what is there, what would be right."""

    resource: str
    row: int | None
    column: str | None
    found: str
    expected: str


class Rule(Record):
    """A named test and the resources that it needs whole; without them it does not run."""

    name: str
    needs: tuple[str, ...]
    test: Test


def rule(*needs: str) -> Callable[[Test], Rule]:
    """Make a rule, named as its function, of a test that reads these resources."""

    def made(test: Test) -> Rule:
        return Rule(name=test.__name__, needs=needs, test=test)

    return made


def columns_of(resource: str) -> tuple[str, ...]:
    """The columns that the data contract gives a resource."""
    return tuple(field for field in RECORDS[resource]._fields if field[0] != "_" and NOT_COLUMNS.get(field) != resource)
