"""What a check found, as values: each finding with its place, and which rules were asked."""

from __future__ import annotations

from beijing_public_services._record import TYPE_CHECKING, Record

if TYPE_CHECKING:
    from typing import Literal

    Severity = Literal["error", "warning"]


class Issue(Record):
    """One finding of a check: `rule` is the id of the rule that found it, `message` says what was found and expected.

    `row` counts as an editor does, the header being row 1; it and `column` are None outside a cell. In a descriptor,
    `column` is the property, such as `resources[0].path`. A `warning` does not make a check fail. Issues order by file,
    row, column, rule and message.
    """

    file: str
    row: int | None = None
    column: str | None = None
    rule: str = ""
    message: str
    severity: Severity = "error"

    def __str__(self) -> str:
        place = self.file + (f":{self.row}" if self.row else "") + (f" {self.column}" if self.column else "")
        warning = "warning: " if self.severity == "warning" else ""
        return f"{place}: {warning}{self.message} [{self.rule}]"

    def __lt__(self, other: Issue) -> bool:
        return self._order() < other._order()

    def _order(self) -> tuple[str, int, str, str, str]:
        return self.file, self.row or 0, self.column or "", self.rule, self.message


class NotRun(Record):
    """A rule that was asked for and could not be run, and why: on one `file` of the package, or without it on any."""

    rule: str
    reason: str
    file: str = ""


class CheckReport(Record):
    """What a check of the package at `package` found, in order, which rules ran, and which did not and why.

    A rule that ran, but not on a file that could not be read, is in `ran` and with that file in `not_run`.
    """

    package: str
    issues: tuple[Issue, ...]
    ran: tuple[str, ...]
    not_run: tuple[NotRun, ...]

    @property
    def failed(self) -> bool:
        """Whether there is a finding that is more than a warning."""
        return any(each.severity == "error" for each in self.issues)
