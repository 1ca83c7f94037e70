"""The bundled data against the report itself, where its text is at hand; a stranger's clone skips this."""

from __future__ import annotations

import csv
import io
import subprocess
import sys

import pytest
from tests.support.checkout import ROOT, SHARED

import beijing_public_services as bps
from beijing_public_services.notation.report_text import numerals, read_source

pytestmark = pytest.mark.skipif(not (SHARED / "source" / "report.md").is_file(), reason="the report's text is not here")


@pytest.fixture(scope="module")
def report() -> str:
    """The report's text."""
    return (SHARED / "source" / "report.md").read_text(encoding="utf-8")


def test_the_bundled_data_stands_by_the_report(report: str) -> None:
    """Every mention, printed figure and numeral stands where the data says, and no numeral is left over."""
    assert bps.audit(report) == []


def test_the_numerals_are_those_of_the_tool(report: str) -> None:
    """This library reads the same numerals as the tool that lists them for the data's authors."""
    tool = subprocess.run(
        [sys.executable, SHARED / "tools" / "numerals.py"], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    listed = [(row["locator"], int(row["ordinal"]), row["token"]) for row in csv.DictReader(io.StringIO(tool.stdout))]
    ours = [
        (paragraph.locator, ordinal, numeral[0])
        for paragraph in read_source(report).paragraphs
        for ordinal, numeral in enumerate(numerals(paragraph.text), 1)
    ]
    assert ours == listed
    assert [(each.locator, each.ordinal, each.token) for each in bps.bundled().numerals] == listed


def test_a_changed_digit_anywhere_is_noticed(report: str) -> None:
    """A figure changed in the text is named by the numerals' row and by the observation that it states."""
    issues = bps.audit(report.replace("9153.3亿元", "9153.8亿元"))
    assert {issue.rule for issue in issues} == {
        "paragraph_hashes_match_the_report",
        "numerals_are_accounted_for",
        "mentions_stand_in_printed_figures",
        "printed_figures_stand_in_their_paragraph",
    }


def test_the_project_carries_no_sentence_of_the_report() -> None:
    """No tracked file shares a run of text with the report's body."""
    found = subprocess.run(
        [sys.executable, SHARED / "tools" / "carried_over.py"],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert found.stdout == ""
