"""Laws of the rules on parents: when a definition names another indicator, and what a finding asks for."""

from __future__ import annotations

import pytest

from beijing_public_services.checks.rules.definitions import definitions_name_the_parent
from beijing_public_services.checks.rules.measures import parents_fit_the_measure
from beijing_public_services.datapackage.tables import Tables, bundled_tables

COLUMNS = ("id", "name_en", "definition", "parent", "measure")
BUNDLED = bundled_tables()


def tables_of(*rows: tuple[str, ...]) -> Tables:
    """Return tables with these indicators only."""
    table = BUNDLED["indicators"]
    made = [dict.fromkeys(table.columns, "") | dict(zip(COLUMNS, row, strict=True)) for row in rows]
    return BUNDLED.replaced(indicators=table.with_rows(made))


@pytest.mark.parametrize(
    ("definition", "parent", "expected"),
    [
        ("Growth of line 2.", "a.line", ""),
        ("Growth of line 2s.", "a.line", ""),
        ("Growth of line 20.", "", ""),
        ("Growth of line 2.", "", "'a.line' as parent, or a definition without its name 'line 2'"),
        ("Growth of it.", "a.line", "a definition with the parent's name 'line 2', or no parent"),
        ("Growth of stops.", "a.line", "a definition with the parent's name 'line 2' and without 'stops'"),
        ("Growth of line 2 and stops.", "a.line", "a definition without 'stops'"),
        (
            "Line 2 and stops.",
            "",
            "a definition without 'line 2', 'stops', or with one of these names, and that as parent",
        ),
    ],
)
def test_a_finding_says_what_makes_parent_and_definition_agree(definition: str, parent: str, expected: str) -> None:
    """A name counts where it stands whole, and a finding names what to write in which cell."""
    tables = tables_of(
        ("a.line", "Line 2", "Length.", "", "level"),
        ("a.stops", "Stops", "Where people get on.", "", "level"),
        ("a.line_growth", "Growth", definition, parent, "growth"),
    )
    found = [each.expected for each in definitions_name_the_parent.test(tables)]
    assert found == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("definition", "parent", "measure", "unit", "expected"),
    [
        ("Passengers on all buses.", "", "level", "passenger", 0),
        ("Number of buses that run on hydrogen.", "", "level", "bus", 1),
        ("Growth of buses over the year before.", "", "growth", "percent", 1),
        ("Growth of income from buses over the year before.", "", "growth", "percent", 0),
        ("Growth of income from bus stops over the year before.", "", "growth", "percent", 0),
        ("Growth of bus stops over the year before.", "", "growth", "percent", 1),
        ("Growth in the bus stops over the year before.", "", "growth", "percent", 1),
        ("Rank of the city by bus stops.", "", "rank", "rank", 1),
        ("Rank of the city by seats per person at bus stops.", "", "rank", "rank", 0),
        ("Change in income from bus stops, and in bus stops.", "", "difference", "percentage_point", 1),
        ("Share of income from buses.", "a.buses", "share", "percent", 0),
    ],
)
def test_a_short_name_is_no_parent_of_all_that_mentions_it(
    definition: str, parent: str, measure: str, unit: str, expected: int
) -> None:
    """`Buses` names an indicator only where the figure may be one of buses or a change of them."""
    table = BUNDLED["indicators"]
    rows = [
        {"id": "a.buses", "name_en": "Buses", "definition": "Number.", "measure": "level", "unit": "bus"},
        {"id": "a.stops", "name_en": "Bus stops", "definition": "Number.", "measure": "level", "unit": "stop"},
        {"id": "a.it", "name_en": "It", "definition": definition, "parent": parent, "measure": measure, "unit": unit},
    ]
    tables = BUNDLED.replaced(indicators=table.with_rows([dict.fromkeys(table.columns, "") | row for row in rows]))
    assert len([*definitions_name_the_parent.test(tables)]) == expected


def test_growth_that_is_not_called_so_is_no_parent_of_itself() -> None:
    """A growth whose id does not end in `_growth` is asked for such an id, and not for itself as parent."""
    (finding,) = parents_fit_the_measure.test(tables_of(("a.output", "Output", "Growth.", "", "growth")))
    assert (finding.column, finding.expected) == ("id", "an id that ends in _growth")
