"""Work that grows with a package and not with its square: each of these ends in a process of its own."""

from __future__ import annotations

import pytest
from tests.support.ending import ended

PREPARED = """
from tests.support.editing import tables_copy
from beijing_public_services.checks.runner import rules

tables = tables_copy()
def change(name, rows):
    table = tables[name]
    blank = dict.fromkeys(table.columns, "")
    tables.by_name[name] = table.with_rows([{**blank, **row} for row in rows])
def run(*names):
    for each in rules():
        if each.name in names:
            print(sum(1 for _ in each.test(tables)) > 0)
many = 30_000
"""
CASES = {
    "areas in a chain": """
change("areas", [{"id": f"a{n}", "parent": f"a{n - 1}" if n else "", "name_zh": f"地{n}", "name_en": f"Place {n}"}
                 for n in range(many)])
run("areas_lie_in_their_parent", "regions_are_named_after_their_members", "bases_are_complete")
""",
    "areas in a circle": """
change("areas", [{"id": f"a{n}", "parent": f"a{(n - 1) % many}"} for n in range(many)])
run("areas_lie_in_their_parent", "bases_are_complete")
""",
    "areas side by side": """
change("areas", [{"id": f"a{n}", "parent": "CN", "name_zh": "地", "name_en": "Place"} for n in range(many)])
run("areas_lie_in_their_parent", "regions_are_named_after_their_members")
""",
    "indicators in a chain": """
change("indicators", [{"id": f"a{n}", "parent": f"a{n - 1}" if n else "", "name_en": f"Number of things {n}",
                       "definition": f"Number of things {n}"} for n in range(many)])
run("parents_fit_the_measure", "definitions_name_the_parent")
""",
    "many sections": """
change("topics", [{"id": f"a.t{n}", "domain": "a", "section": f"9.{n}"} for n in range(many)])
change("paragraphs", [{"locator": f"s8.{n}.p1", "section": f"8.{n}", "ordinal": "1"} for n in range(many)])
run("topic_sections_lie_within_their_domain", "indicators_stand_under_the_topic_that_prints_them")
""",
    "many units": """
change("units", [{"id": f"thing_{n}", "expression": "meter"} for n in range(many)])
change("indicators", [{"id": f"i{n}", "unit": f"thing_{n}", "definition": "Number of " + "thing " * 20}
                      for n in range(300)])
change("observations", [{"id": str(n), "indicator": f"i{n}", "printed": "3个"} for n in range(300)])
run("printed_units_match_the_indicator")
""",
    "units that look like patterns": """
change("units", [{"id": unit, "expression": "meter"} for unit in ("(", "(a+)+!", "[", "a{99999}", "\\\\\\\\")])
change("indicators", [{"id": "i", "unit": "(", "definition": "a" * 60}])
change("observations", [{"id": "o", "indicator": "i", "printed": "3个"}])
run("printed_units_match_the_indicator")
""",
    "long figures": """
rows = tables["observations"].rows
change("observations", [{**row, "printed": "1 " * 60_000} for row in rows])
run("values_match_the_printed_text", "mentions_are_numerals_of_the_printed_figure")
""",
}
AUDITED = """
import beijing_public_services as bps
many = 60_000
print(len(bps.audit("[s1.p1] " + "3个[^n01]" * many)) > 0)
print(len(bps.audit("[s1.p1] " + "1 " * many)) > 0)
print(len(bps.audit("[s1.p1] 多" + "\\ud800")) > 0)
"""
SUGGESTED = """
from beijing_public_services.errors import nearest
print(nearest("x" * 1_000_000, ["x" * 999_999] * 20) == ())
print(nearest("area", ["x" * 1_000_000, "areas"]) == ("areas",))
"""


@pytest.mark.slow
@pytest.mark.parametrize("code", CASES.values(), ids=CASES)
def test_a_rule_ends_on_a_large_package(code: str) -> None:
    """A package of many rows, or of long cells, ends in findings."""
    printed = ended(PREPARED + code).split()
    assert printed
    assert set(printed) <= {"True", "False"}


def test_an_audit_ends_on_a_long_paragraph() -> None:
    """A paragraph of many numerals and footnotes is read in one go."""
    assert ended(AUDITED).split() == ["True"] * 3


def test_long_names_are_not_compared() -> None:
    """Nothing is suggested for a text that is too long for a name, and no such text is."""
    assert ended(SUGGESTED).split() == ["True"] * 2
