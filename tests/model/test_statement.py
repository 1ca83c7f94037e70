"""Laws of the statements: what the report says besides figures, by kind, by domain, by word and by indicator."""

from __future__ import annotations

from collections import Counter
from typing import get_args

import pytest
from tests.support.checkout import DOCS
from tests.support.editing import tables_copy

import beijing_public_services as bps
from beijing_public_services.datapackage.contract import CONTRACT
from beijing_public_services.datapackage.loader import build
from beijing_public_services.datapackage.tables import Tables


def without_statements() -> Tables:
    """The bundled tables without the resource."""
    tables = tables_copy()
    return tables.__replace__(by_name={name: each for name, each in tables.by_name.items() if name != "statements"})


def test_statements_are_those_of_the_kind_and_the_domain() -> None:
    """Kind and domain narrow the statements, together or alone; their order is that of the package."""
    everything = bps.statements()
    assert everything == bps.bundled().statements
    for kind in get_args(bps.StatementKind):
        chosen = bps.statements(kind, domain="environment")
        assert chosen == tuple(each for each in everything if (each.kind, each.domain) == (kind, "environment"))
        assert chosen
        assert chosen == tuple(each for each in bps.statements(domain="environment") if each.kind == kind)


def test_the_page_counts_the_statements() -> None:
    """docs/statements.md gives the number of statements of each kind."""
    page = (DOCS / "statements.md").read_text(encoding="utf-8")
    rows = [
        line.strip("| ").split(" | ") for line in page.splitlines() if line.startswith("| `") and line[-3].isdigit()
    ]
    counts = Counter(each.kind for each in bps.statements())
    assert {kind.strip("`"): int(count) for kind, _, count in rows} == counts


def test_an_unknown_kind_or_domain_is_refused() -> None:
    """A kind that is none lists the kinds there are, a misspelt domain suggests the nearest."""
    with pytest.raises(bps.UnknownStatementKindError, match="expected one of 'instrument', 'shortcoming'"):
        bps.bundled().statements_of("gap")
    with pytest.raises(bps.UnknownDomainError, match="did you mean 'environment'"):
        bps.bundled().statements_of(domain="enviroment")


def test_an_indicator_has_the_statements_that_name_it() -> None:
    """A statement names an indicator exactly where the indicator has the statement."""
    named = {(each.id, indicator) for each in bps.statements() for indicator in each.indicators}
    assert named == {(each.id, indicator.id) for indicator in bps.indicators() for each in indicator.statements}
    assert named


def test_a_package_without_statements_has_none() -> None:
    """The resource is optional: without it there are no statements, and no indicator has any."""
    package = build(without_statements())
    assert package.statements == ()
    assert not any(each.statements for each in package.indicators)


def test_every_kind_and_status_is_in_use() -> None:
    """The closed lists hold what the report has and nothing else."""
    for column, codes in CONTRACT["statements"].coded.items():
        assert {getattr(each, column) for each in bps.statements()} == {*codes}


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("城市更新条例", "instrument.urban_renewal_regulations"),
        ("Troika model", "instrument.three_carriage_model"),
        ("ＳＰＯＮＧＥ city", "instrument.sponge_city_demonstration_zone"),
        ("instrument.smart_policing", "instrument.smart_policing"),
        ("central axis inscribed", "event.central_axis_inscribed"),
        ("世界知识产权组织", "instrument.global_innovation_index"),
    ],
)
def test_words_in_both_languages_find_a_statement(text: str, id: str) -> None:
    """A statement is found by its names, its id or its issuer, whatever the case and the width."""
    assert bps.search_statements(text)[0].id == id


def test_statements_are_searched_apart_from_indicators() -> None:
    """`search` gives indicators alone, and no word finds no statement."""
    assert {type(each) for each in bps.search("公园")} == {bps.Indicator}
    assert {type(each) for each in bps.search_statements("公园")} == {bps.Statement}
    assert bps.search_statements(" ") == ()


@pytest.mark.parametrize(
    ("column", "text", "found"),
    [
        ("locators", "s2.3.p3;s9.p9", "'s9.p9'"),
        ("locators", "", "''"),
        ("indicators", "environment.pm2_5_annual_mean;environment.pm1", "'environment.pm1'"),
        ("period", "2024-13", "'2024-13'"),
    ],
)
def test_each_id_of_a_list_is_known(column: str, text: str, found: str) -> None:
    """A list is refused for the first of its ids that refers to nothing; only one that may be empty is."""
    tables = tables_copy()
    rows = tables["statements"].rows
    rows[3][column] = text
    tables.by_name["statements"] = tables["statements"].with_rows(rows)
    with pytest.raises(bps.DataPackageError) as caught:
        build(tables)
    error = caught.value
    assert (error.file, error.row, error.column, error.found) == ("data/statements.csv", 5, column, found)
