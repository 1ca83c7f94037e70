"""The packages broken by hand are all caught, each by the rule of its cause, and the whole ones raise no alarm."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

import pytest
from tests.support.corpus import BROKEN, CORPUS, Broken, broken, whole

import beijing_public_services as bps

if TYPE_CHECKING:
    from pathlib import Path

WHOLE = sorted(CORPUS["whole"])


def test_the_corpus_is_large_enough() -> None:
    """There are at least forty broken packages, and no two of one cause."""
    assert len({each.cause for each in BROKEN}) == len(BROKEN) >= 40


@pytest.mark.parametrize("package", BROKEN, ids=lambda each: each.cause)
def test_the_rule_of_its_cause_alone_catches_a_broken_package(tmp_path: Path, package: Broken) -> None:
    """Of a package with one fault, the rule for that fault finds it where no other rule runs."""
    rule = package.rule.partition(":")[0]
    found = bps.check(broken(tmp_path / "package", package), bps.Configuration(select=(rule,)))
    assert package.rule in {each.rule for each in found}, found


@pytest.mark.slow
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


@pytest.mark.parametrize("algorithm", ["md5", "sha1", "sha256", "sha512"])
def test_a_hash_is_the_same_in_capitals(tmp_path: Path, algorithm: str) -> None:
    """The right hash of a file raises no alarm, and a wrong one does, however algorithm and digest are written."""
    folder = whole(tmp_path / "package")
    digest = hashlib.new(algorithm, (folder / "data" / "events.csv").read_bytes(), usedforsecurity=False).hexdigest()
    descriptor = json.loads((folder / "datapackage.json").read_bytes())
    for right in (f"{algorithm}:{digest}", f"{algorithm.upper()}:{digest.upper()}"):
        for hash_, alarm in ((right, False), (right[:-1] + ("0" if right[-1] != "0" else "1"), True)):
            descriptor["resources"][2]["hash"] = hash_
            (folder / "datapackage.json").write_text(json.dumps(descriptor), encoding="utf-8")
            assert bool(bps.check(folder)) == alarm, hash_
