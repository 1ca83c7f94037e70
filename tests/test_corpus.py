"""The packages broken by hand are all caught, each by the rule of its cause, and the whole ones raise no alarm."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.corpus import BROKEN, CORPUS, Broken, broken, whole

import beijing_public_services as bps

if TYPE_CHECKING:
    from pathlib import Path

WHOLE = sorted(CORPUS["whole"])


def test_the_corpus_is_large_enough() -> None:
    """There are at least forty broken packages, and no two of one cause."""
    assert len({each.cause for each in BROKEN}) == len(BROKEN) >= 40


@pytest.mark.parametrize("package", BROKEN, ids=lambda each: each.cause)
def test_a_broken_package_is_caught_by_the_rule_of_its_cause(tmp_path: Path, package: Broken) -> None:
    """Of a package with one fault, the rule for that fault says where it is, what was found and what was expected."""
    found = bps.check(broken(tmp_path / "package", package))
    assert package.rule in {each.rule for each in found}, found
    for each in found:
        assert each.file
        assert each.rule.startswith("frictionless:") or (
            each.message.startswith("found ") and ", expected " in each.message
        )


@pytest.mark.parametrize("name", WHOLE)
def test_a_whole_package_raises_no_alarm(tmp_path: Path, name: str) -> None:
    """A well-formed package after a shape found in the wild has no error, whatever it leaves out."""
    report = bps.check_report(whole(tmp_path / "package", name))
    assert [each for each in report.issues if each.severity == "error"] == []
    assert not report.failed
