"""What a check found, as values: each finding with its place, and which rules were asked."""

from __future__ import annotations

from beijing_public_services._record import TYPE_CHECKING, Record

if TYPE_CHECKING:
    from typing import Literal

    Severity = Literal["error", "warning"]

PAGES = "https://github.com/beijing-public-services/beijing-public-services/blob/main/docs/rules"


class Issue(Record):
    """One finding of a check: `rule` is the id of the rule that found it, `message` says what was found and expected.

    `row` counts as an editor does, the header being row 1; it and `column` are None outside a cell. In a descriptor,
    `column` is the property, such as `resources[0].path`. A `warning` does not make a check fail. Issues order by file,
    row, column, rule, message and the rest.

    `found` and `expected` are what the message says was found and what would be right, None if it is not put so. With
    both, the message may be left out.

    >>> import beijing_public_services as bps
    >>> issue = bps.audit("[s1.p1] 另一份报告。")[0]
    >>> issue.file, issue.row, issue.rule, issue.severity
    ('data/paragraphs.csv', None, 'text_is_the_report', 'error')
    """

    file: str
    row: int | None = None
    column: str | None = None
    rule: str = ""
    message: str = ""
    severity: Severity = "error"
    found: str | None = None
    expected: str | None = None

    def __init__(
        self,
        *,
        file: str,
        row: int | None = None,
        column: str | None = None,
        rule: str = "",
        message: str | None = None,
        severity: Severity = "error",
        found: str | None = None,
        expected: str | None = None,
    ) -> None:
        if message is None:
            if found is None or expected is None:
                raise TypeError("Issue() needs a message, or what was found and what was expected")
            message = f"found {found}, expected {expected}"
        super().__init__(
            file=file,
            row=row,
            column=column,
            rule=rule,
            message=message,
            severity=severity,
            found=found,
            expected=expected,
        )

    def __str__(self) -> str:
        place = self.file + (f":{self.row}" if self.row else "") + (f" {self.column}" if self.column else "")
        warning = "warning: " if self.severity == "warning" else ""
        return f"{place}: {warning}{self.message} [{self.rule}]"

    @property
    def page(self) -> str:
        """The address of the page about the rule."""
        return f"{PAGES}/{self.rule.partition(':')[0]}.md"

    def __lt__(self, other: Issue) -> bool:
        return self._order() < other._order()

    def __le__(self, other: Issue) -> bool:
        return self._order() <= other._order()

    def __gt__(self, other: Issue) -> bool:
        return self._order() > other._order()

    def __ge__(self, other: Issue) -> bool:
        return self._order() >= other._order()

    def _order(self) -> tuple[object, ...]:
        place = self.file, self.row or 0, self.column or "", self.rule, self.message, self.severity
        # None before an empty text, so that only equal issues are equal in order
        return *place, self.row is not None, self.column is not None, _order(self.found), _order(self.expected)


def _order(text: str | None) -> tuple[bool, str]:
    return text is not None, text or ""


class NotRun(Record):
    """A rule that was asked for and could not be run, and why: on one `file` of the package, or without it on any.

    >>> NotRun(rule="frictionless", reason="frictionless is not installed").file
    ''
    """

    rule: str
    reason: str
    file: str = ""


class CheckReport(Record):
    """What a check of the package at `package` found, in order, which rules ran, and which did not and why.

    A rule that ran, but not on a file that could not be read, is in `ran` and with that file in `not_run`.
    `unrecorded` is how many numerals of the report state something that the package cannot hold.

    >>> CheckReport(package="my-city", issues=(), ran=("units_are_used",), not_run=()).failed
    False
    """

    package: str
    issues: tuple[Issue, ...]
    ran: tuple[str, ...]
    not_run: tuple[NotRun, ...]
    unrecorded: int = 0

    @property
    def failed(self) -> bool:
        """Whether there is a finding that is more than a warning."""
        return any(each.severity == "error" for each in self.issues)
