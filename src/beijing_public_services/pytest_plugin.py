"""The pytest plugin, for those who ask for it: each rule that a data package is checked by as a test.

`-p beijing_public_services.pytest_plugin`, or `pytest_plugins` in a conftest.py, loads it. Nothing registers it: a
plugin that every session loads is imported before coverage is measured. There are no assertions here to be rewritten,
though `assert_published` is among its names: PYTEST_DONT_REWRITE.
"""

from __future__ import annotations

import os
import warnings
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from beijing_public_services.errors import BeijingPublicServicesError
from beijing_public_services.testing import assert_published

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beijing_public_services.checks.configuration import Configuration
    from beijing_public_services.checks.issue import CheckReport

__all__ = ["DataPackageWarning", "assert_published"]

MOST = 100  # issues that the failure of a test lists
CONFIGURATION: pytest.StashKey[Configuration] = pytest.StashKey()


class DataPackageWarning(UserWarning):
    """An issue that counts as a warning; a test fails for it where the filters of warnings say `error`."""


class CheckedPackage(pytest.File):
    """A data package as a collector of tests, one for each rule that the configuration chooses."""

    def collect(self) -> Iterator[RuleItem]:
        """The tests, in the order in which the rules run."""
        from beijing_public_services.checks.runner import rule_ids

        for rule in rule_ids(self.config.stash[CONFIGURATION]):
            yield RuleItem.from_parent(self, name=rule)

    @cached_property
    def outcome(self) -> CheckReport | Exception:
        """What the check found, or why it could not run; it runs once, when the first test asks."""
        from beijing_public_services.checks.runner import check_report

        try:
            return check_report(self.path, self.config.stash[CONFIGURATION])
        except Exception as error:  # kept, so that not every test meets it anew
            return error


class RuleItem(pytest.Item):
    """The test that a rule holds for a data package."""

    parent: CheckedPackage

    def runtest(self) -> None:
        """Fail with the issues of this rule, warn of those that are warnings, skip where the rule did not run."""
        outcome = self.parent.outcome
        if isinstance(outcome, BeijingPublicServicesError):
            pytest.fail(str(outcome), pytrace=False)
        if isinstance(outcome, Exception):
            pytest.fail(f"{type(outcome).__name__}: {outcome}", pytrace=False)
        for hindered in outcome.not_run:
            if hindered.rule == self.name and not hindered.file:
                pytest.skip(hindered.reason)
        from beijing_public_services._printable import printable

        found = [each for each in outcome.issues if each.rule.partition(":")[0] == self.name]
        for each in found:
            if each.severity == "warning":
                warnings.warn_explicit(DataPackageWarning(printable(str(each))), None, each.file, each.row or 1)
        errors = [printable(str(each)) for each in found if each.severity == "error"]
        if len(errors) > MOST:
            errors[MOST:] = [f"and {len(errors) - MOST} more"]
        if errors:
            pytest.fail("\n".join(errors), pytrace=False)

    def reportinfo(self) -> tuple[Path, None, str]:
        """Where the test stands, and its title."""
        return self.path, None, f"{self.parent.name}: {self.name}"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that names a data package; it may be given more than once."""
    parser.getgroup("beijing-public-services", "data packages").addoption(
        "--datapackage",
        action="append",
        default=[],
        metavar="PATH",
        help="Check the data package at PATH, a folder, descriptor or archive: a test for each rule (may be repeated).",
    )


def pytest_configure(config: pytest.Config) -> None:
    """End the session with a line where a package, the configuration, or what checks them is not there to be used."""
    if not packages(config):
        return
    from beijing_public_services.checks.configuration import read_configuration
    from beijing_public_services.checks.frictionless_words import require_frictionless
    from beijing_public_services.checks.runner import rule_ids
    from beijing_public_services.datapackage.files import package_files
    from beijing_public_services.datapackage.reader import descriptor_of

    asked = "--datapackage"
    try:
        require_frictionless()
        config.stash[CONFIGURATION] = read_configuration(config.rootpath)
        rule_ids(config.stash[CONFIGURATION])
        for path in packages(config):
            asked = f"--datapackage {path}"
            with package_files(path) as files:
                descriptor_of(files)
    except BeijingPublicServicesError as error:
        raise pytest.UsageError(f"{asked}: {error}") from None


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(session: pytest.Session, config: pytest.Config, items: list[pytest.Item]) -> None:
    """Add the tests of each data package, before `-k` and the like choose among all."""
    for path in packages(config):
        name = Path(os.path.relpath(path, config.rootpath)).as_posix()
        items.extend(session.genitems(CheckedPackage.from_parent(session, path=path, name=name)))


def packages(config: pytest.Config) -> list[Path]:
    """The packages that are asked for, each once; a folder by its descriptor."""
    given = [config.invocation_params.dir / path for path in config.option.datapackage]
    return list(dict.fromkeys(each / "datapackage.json" if each.is_dir() else each for each in given))
