"""Running every check on a package and collecting what they find."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from beijing_public_services._location import DESCRIPTOR, bundled_folder
from beijing_public_services.checks import arithmetic, figures, history, identifiers, measures, provenance, vocabulary
from beijing_public_services.checks._rule import RECORDS, Rule, columns_of
from beijing_public_services.conformance import conforms_to_its_descriptor
from beijing_public_services.errors import DataPackageError
from beijing_public_services.issue import Issue
from beijing_public_services.tables import read_tables

if TYPE_CHECKING:
    from collections.abc import Iterator
    from os import PathLike

    from beijing_public_services.tables import Tables


def check(path: str | PathLike[str] | None = None) -> list[Issue]:
    """Everything that is wrong with the package at `path`, by default the bundled one; empty where nothing is.

    First frictionless holds the files against the descriptor, its warnings counting as errors; then each rule of
    meaning is run that the package has the resources for. The issues are sorted by file, row and column. Raises
    `MissingExtraError` without frictionless, and `DataPackageError` where there is no descriptor that could be read.

    >>> check()
    []
    """
    if path is None:
        with bundled_folder() as folder:
            return check(folder)
    given = Path(path)
    descriptor = given / DESCRIPTOR if given.is_dir() else given
    issues: list[Issue] = []
    tables = read_tables(path, unreadable=lambda error: issues.append(_unreadable(error)))
    issues += conforms_to_its_descriptor(str(descriptor))
    issues += meaning(tables)
    return sorted(set(issues))


def meaning(tables: Tables) -> Iterator[Issue]:
    """What the rules of meaning find in these tables."""
    complete = {name for name in RECORDS if name in tables and set(columns_of(name)) <= set(tables[name].columns)}
    for each in rules():
        if complete.issuperset(each.needs):
            for found in each.test(tables):
                file = tables[found.resource].file
                message = f"found {found.found}, expected {found.expected}"
                yield Issue(file=file, row=found.row, column=found.column, rule=each.name, message=message)


def rules() -> tuple[Rule, ...]:
    """Every rule of meaning, in the order they run."""
    modules = (identifiers, figures, provenance, measures, vocabulary, arithmetic, history)
    return tuple(each for module in modules for each in vars(module).values() if isinstance(each, Rule))


def _unreadable(error: DataPackageError) -> Issue:
    message = f"found {error.found}, expected {error.expected}"
    return Issue(file=error.file, row=error.row, column=error.column, rule="files_are_readable", message=message)
