"""Running the rules that a configuration asks for on a package, and collecting what they find."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, get_args

from beijing_public_services.checks.configuration import Configuration, require_known_rules
from beijing_public_services.checks.custom_rules import custom_rule
from beijing_public_services.checks.findings import findings_of
from beijing_public_services.checks.former_names import with_current_names
from beijing_public_services.checks.issue import CheckReport, Issue, NotRun
from beijing_public_services.checks.keys import uncompared_keys
from beijing_public_services.checks.rule import Layer, Rule
from beijing_public_services.checks.rules import (
    anomalies,
    breaks,
    conformance,
    cross_checks,
    definitions,
    descriptor,
    files,
    history,
    identifiers,
    identities,
    measures,
    printed_figures,
    provenance,
    reports,
    row_order,
    schema,
    statements,
    structure,
    vocabulary,
)
from beijing_public_services.checks.table_test import table_tests
from beijing_public_services.datapackage.bundled_files import bundled_folder
from beijing_public_services.datapackage.contract import is_of_the_contract, missing_columns
from beijing_public_services.datapackage.files import package_files
from beijing_public_services.datapackage.garbage import collection_paused
from beijing_public_services.datapackage.layout import paths_of
from beijing_public_services.datapackage.limits import Limits
from beijing_public_services.datapackage.opened import path_of
from beijing_public_services.datapackage.reader import tables_of
from beijing_public_services.errors import ConfigurationError
from beijing_public_services.notation.decimals import with_exact_decimals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from os import PathLike

    from beijing_public_services.datapackage.package import DataPackage
    from beijing_public_services.datapackage.tables import Tables

    Progress = Callable[[str, int, int], None]

EVERYTHING = Configuration()


def check(
    path: DataPackage | str | PathLike[str] | None = None, configuration: Configuration = EVERYTHING
) -> list[Issue]:
    """Return everything that is wrong with a data package; an empty list if nothing is.

    `check_report` also says which rules ran.

    Args:
        path: a package or its path, as for `check_report`.
        configuration: which rules run, and how their findings count; all of them by default.

    Returns:
        The issues in the order of file, row and column.

    Raises:
        DataPackageError: there is no descriptor, or it cannot be read.
        ConfigurationError: a rule is unknown, or a custom one fails.
        MissingExtraError: frictionless is not installed, or does not work.

    >>> check()
    []
    """
    return list(check_report(path, configuration).issues)


@with_exact_decimals
def check_report(
    path: DataPackage | str | PathLike[str] | None = None,
    configuration: Configuration = EVERYTHING,
    progress: Progress | None = None,
) -> CheckReport:
    """Return what the rules find in a data package, with the rules that ran and those that could not.

    Four layers of rules run, each on what the package has for it: the descriptor against the specification,
    frictionless, the structure that frictionless leaves out, and the meaning of the figures; then rules of your own.
    Nothing outside the package is read and nothing is fetched.

    Args:
        path: a folder, a `datapackage.json` or a zip archive; the bundled package by default. The files of a package
            that was loaded are read again.
        configuration: which rules run, and how their findings count; all of them by default.
        progress: called before each rule with its id, its number from 1, and how many there are.

    Returns:
        The report; its issues are in the order of file, row and column.

    Raises:
        DataPackageError: there is no descriptor, or it cannot be read.
        ConfigurationError: a rule is unknown, or a custom one cannot be imported or fails.
        MissingExtraError: frictionless is not installed, or does not work.

    >>> report = check_report()
    >>> report.failed, report.not_run
    (False, ())
    """
    path = path_of(path)
    if path is None:
        with bundled_folder() as folder:
            return check_report(folder, configuration, progress)
    configuration = with_current_names(configuration)
    chosen = _chosen(configuration)
    issues: set[Issue] = set()
    not_run: list[NotRun] = []
    with package_files(path, Limits(cells=configuration.most_cells)) as files, collection_paused():
        tables = tables_of(files)
        tables = tables.replace(_memo={})
        for number, each in enumerate(chosen, 1):
            if progress is not None:
                progress(each.name, number, len(chosen))
            if reason := _reason_not_to_run(each, tables):
                not_run.append(NotRun(rule=each.name, reason=reason))
            else:
                issues.update(findings_of(each, tables))
        not_run += _not_run_on_unread_tables(chosen, tables)
        numerals = tables.by_name.get("numerals")
        unrecorded = numerals.column("role").count("unrecorded") if numerals and "role" in numerals.columns else 0
    hindered = {each.rule for each in not_run if not each.file}
    return CheckReport(
        package=str(path),
        issues=tuple(sorted(_with_severity(issues, configuration, {each.name: each.layer for each in chosen}))),
        ran=tuple(each.name for each in chosen if each.name not in hindered),
        not_run=tuple(not_run),
        unrecorded=unrecorded,
    )


def _not_run_on_unread_tables(chosen: Iterable[Rule], tables: Tables) -> Iterator[NotRun]:
    """The rules of cells for each table that was not read, or not to its end."""
    of_cells = [each.name for each in chosen if each.reads_cells]
    for place, reason in tables.unread.items():
        paths = paths_of(tables.descriptor["resources"][place])
        file = ", ".join(paths) or f"{tables.name}, resources[{place}]"
        for name in of_cells:
            yield NotRun(rule=name, file=file, reason=f"{file} was not read: {reason}")
    tests = table_tests(tables) if any(each.layer == "frictionless" for each in chosen) else {}
    named = [(tables.descriptor["resources"][place].get("name"), place) for place in reversed(tests)]
    by_name = {name: place for name, place in named if isinstance(name, str)}
    for test in tests.values():
        for fields, resource in uncompared_keys(test, tests, by_name):
            reason = f"the key {fields} of {test.table.file} leads to {resource!r}, which is no table that was read"
            yield NotRun(rule="frictionless", file=test.table.file, reason=reason)


def meaning(tables: Tables, *names: str) -> Iterator[Issue]:
    """Yield what the rules of meaning find in these tables, by default all of them."""
    for each in rules():
        if each.layer == "meaning" and (not names or each.name in names) and not _reason_not_to_run(each, tables):
            yield from findings_of(each, tables)


def rules() -> tuple[Rule, ...]:
    """Every rule of the library, in the order they run."""
    of_meaning = (
        identifiers,
        printed_figures,
        definitions,
        provenance,
        reports,
        row_order,
        measures,
        vocabulary,
        identities,
        cross_checks,
        anomalies,
        statements,
        breaks,
        history,
    )
    return (*_of(files, descriptor, schema, conformance, structure, *of_meaning),)


def rule_ids(configuration: Configuration = EVERYTHING) -> tuple[str, ...]:
    """The ids of the rules that a configuration chooses, in the order they run; raises as `check_report` does."""
    return tuple(each.name for each in _chosen(with_current_names(configuration)))


def _of(*modules: object) -> Iterator[Rule]:
    return (each for module in modules for each in vars(module).values() if isinstance(each, Rule))


def _chosen(configuration: Configuration) -> list[Rule]:
    every = [*rules(), *(custom_rule(name, configuration._folder) for name in configuration.rules)]
    for name, count in Counter(each.name for each in every).items():
        if count > 1:
            raise ConfigurationError(f"found {count} rules called {name!r}, expected a name of its own for each")
    known = [*(each.name for each in every), *get_args(Layer)]
    require_known_rules((*configuration.select, *configuration.ignore, *configuration.warn), known)
    return [
        each
        for each in every
        if (not configuration.select or _named(each, configuration.select))
        and not {each.name, each.layer}.intersection(configuration.ignore)
    ]


def _named(each: Rule, names: tuple[str, ...]) -> bool:
    """Whether a rule is named, by its id or layer or by one of its kinds of finding."""
    return any(name in (each.name, each.layer) or name.startswith(f"{each.name}:") for name in names)


def _reason_not_to_run(each: Rule, tables: Tables) -> str:
    """Why a rule cannot run on a package; empty where it can."""
    needs = [each.partition(".")[::2] for each in each.needs]
    absent = [name for name, _ in needs if not is_of_the_contract(name, tables)]
    if absent:
        return f"the package has no {', '.join(absent)} of the data contract"
    asked = [(name, column) for name, own in needs for column in (*missing_columns(name, tables), own)]
    without = [f"{name}.{column}" for name, column in asked if column and column not in tables[name].columns]
    return f"the package has no {', '.join(without)}" if without else ""


def _with_severity(issues: Iterable[Issue], configuration: Configuration, layers: dict[str, Layer]) -> Iterator[Issue]:
    """The issues as they count: none where its kind is ignored or not selected, a warning where that is asked."""
    for each in issues:
        rule = each.rule.partition(":")[0]
        kinds = {each.rule, rule, layers[rule]}
        if configuration.select and not kinds.intersection(configuration.select):
            continue
        if not kinds.intersection(configuration.ignore):
            yield each.__replace__(severity="warning") if kinds.intersection(configuration.warn) else each
