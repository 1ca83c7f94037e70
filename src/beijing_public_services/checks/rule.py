"""A rule: a sentence about a package, and the places where it does not hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from beijing_public_services._record import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from beijing_public_services.checks.issue import Issue, Severity
    from beijing_public_services.datapackage.tables import Tables

    Found = Iterator["Finding"]
    Test = Callable[[Tables], Iterable["Finding | Issue"]]

Layer = Literal["descriptor", "frictionless", "structure", "meaning", "custom"]


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

    A column that the contract leaves free is needed if it is named too: `sources.anchor`. A rule that reads the cells
    of any table cannot run on one that was not read.
    """

    name: str
    layer: Layer
    needs: tuple[str, ...] = ()
    severity: Severity = "error"
    reads_cells: bool = False
    test: Test

    @property
    def sentence(self) -> str:
        """What holds where the rule finds nothing."""
        return " ".join(str(self.test.__doc__ or "").split())


def rule(
    *needs: str, layer: Layer = "meaning", severity: Severity = "error", reads_cells: bool = False
) -> Callable[[Test], Rule]:
    """Make a rule, named as its function, of a test that reads these resources."""

    def made(test: Test) -> Rule:
        return Rule(name=test.__name__, layer=layer, needs=needs, severity=severity, reads_cells=reads_cells, test=test)

    return made
