"""Laws of the rule on divisions: a definition says `per day` where its unit or a name in it does."""

from __future__ import annotations

import pytest

from beijing_public_services.checks.rules.definitions import definitions_name_what_the_unit_divides_by
from beijing_public_services.datapackage.tables import bundled_tables

BUNDLED = bundled_tables()
PARENT = {"id": "a.trips", "name_en": "Bus trips per day", "definition": "Trips by bus per day.", "unit": "trip/day"}


@pytest.mark.parametrize(
    ("definition", "parent", "measure", "unit", "expected"),
    [
        ("Growth of bus trips per day.", "a.trips", "growth", "percent", ""),
        ("Growth of bus trips per day per person.", "a.trips", "growth", "percent", "a unit with 'per person'"),
        ("Growth of bus trips per day, per day.", "a.trips", "growth", "percent", "a unit with 'per day'"),
        ("Change in bus trips per day.", "a.trips", "difference", "trip/day", ""),
        ("Change in bus trips.", "a.trips", "difference", "trip/day", "'per day' in the definition"),
        ("Rank of the city by books per person.", "", "rank", "rank", ""),
        ("Change in books per person.", "", "difference", "book/person", ""),
        ("Change in books.", "", "difference", "book/person", "'per person' in the definition"),
        ("Night trips per day.", "", "level", "trip", "a unit with 'per day'"),
        ("Night trips per day.", "", "level", "trip/day", ""),
        ("Routes with more than ten bus trips per day.", "", "level", "route", ""),
    ],
)
def test_a_definition_says_what_its_unit_or_a_name_in_it_divides_by(
    definition: str, parent: str, measure: str, unit: str, expected: str
) -> None:
    """The words of another indicator's name are free, what a unit divides by is said, and a level says no more."""
    table = BUNDLED["indicators"]
    row = {"id": "a.it", "name_en": "It", "definition": definition, "parent": parent, "measure": measure, "unit": unit}
    tables = BUNDLED.replaced(
        indicators=table.with_rows([dict.fromkeys(table.columns, "") | each for each in (PARENT, row)])
    )
    found = [each.expected for each in definitions_name_what_the_unit_divides_by.test(tables)]
    assert found == ([expected + ", or the words gone" * expected.startswith("a unit")] if expected else [])


def test_the_own_name_of_a_level_asks_for_its_unit() -> None:
    """A level whose definition is its own name, `Bus trips per day`, is in a unit per day."""
    table = BUNDLED["indicators"]
    row = PARENT | {"definition": "Bus trips per day.", "unit": "trip"}
    tables = BUNDLED.replaced(indicators=table.with_rows([dict.fromkeys(table.columns, "") | row]))
    (finding,) = definitions_name_what_the_unit_divides_by.test(tables)
    assert finding.column == "unit"
