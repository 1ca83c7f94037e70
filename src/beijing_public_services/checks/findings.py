"""Turning what a rule yields into issues; an exception in one of our rules becomes an issue, and the check goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services.checks.issue import Issue
from beijing_public_services.checks.rule import Finding
from beijing_public_services.errors import (
    BeijingPublicServicesError,
    ConfigurationError,
    DataPackageError,
    MissingExtraError,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beijing_public_services.checks.rule import Rule
    from beijing_public_services.datapackage.tables import Tables

LONGEST = 400  # characters of what was found, and of what was expected


def findings_of(rule: Rule, tables: Tables) -> Iterator[Issue]:
    """The issues that a rule finds in tables.

    Raises:
        ConfigurationError: the rule is a user's own and fails.
        MissingExtraError: the rule needs a library that is not installed or does not work.
    """
    try:
        for found in rule.test(tables):
            issue = _issue(found, rule, tables) if isinstance(found, Finding) else found
            yield issue if issue.rule.startswith(f"{rule.name}:") else issue.__replace__(rule=rule.name)
    except Exception as error:
        if rule.layer == "custom":
            raise ConfigurationError(f"the rule {rule.name!r} failed: {type(error).__name__}: {error}") from error
        if isinstance(error, MissingExtraError):
            raise
        yield _stopped(error, tables).__replace__(rule=rule.name)


def _issue(finding: Finding, rule: Rule, tables: Tables) -> Issue:
    file, row = tables.name, finding.row
    if finding.resource:
        table = tables[finding.resource]
        file, row = table.locate(row) if row is not None else (table.file, None)
    return Issue(
        file=file,
        row=row,
        column=finding.column,
        severity=rule.severity,
        found=_shortened(finding.found),
        expected=_shortened(finding.expected),
    )


def _stopped(error: Exception, tables: Tables) -> Issue:
    """The issue that stands for an error: of the package, or one that nobody has foreseen."""
    if isinstance(error, DataPackageError):
        found, expected = _shortened(error.found), _shortened(error.expected)
        return Issue(file=error.file, row=error.row, column=error.column, found=found, expected=expected)
    if isinstance(error, BeijingPublicServicesError):
        return Issue(file=tables.name, message=_shortened(str(error)))
    found = _shortened(f"something that the rule stops at ({type(error).__name__}: {error})")
    return Issue(file=tables.name, found=found, expected="data that it can be applied to; please report this")


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
