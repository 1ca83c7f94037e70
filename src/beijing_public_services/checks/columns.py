"""What several rules of meaning need of the tables, computed once for each check and by column."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Any

from beijing_public_services.checks.rule import Finding
from beijing_public_services.notation.locators import in_report, report_of, reports_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from beijing_public_services.datapackage.tables import Tables

SAMPLE = 1 << 9  # cells


def compute_once(tables: Tables, name: str, compute: Callable[[], Any]) -> Any:
    """Return what was computed for these tables under a name before, or compute it."""
    if tables._memo is None:
        return compute()
    if name not in tables._memo:
        tables._memo[name] = compute()
    return tables._memo[name]


def columns(tables: Tables, resource: str, *names: str) -> tuple[list[str], ...]:
    """Return these columns of a resource."""
    table = tables[resource]
    return tuple([table.column(name) for name in names])


def optional_column(tables: Tables, resource: str, name: str) -> list[str]:
    """Return a column that the contract leaves free, empty cells if the table lacks it."""
    table = tables[resource]
    return table.column(name) if name in table.columns else [""] * len(table)


def mapping(tables: Tables, resource: str, key: str, value: str) -> dict[str, str]:
    """Return the cells of a column by those of another; of two rows with one key the last."""
    keys, values = columns(tables, resource, key, value)
    return dict(zip(keys, values, strict=True))


def places(tables: Tables, resource: str, key: str = "id") -> dict[str, int]:
    """Return the places of rows, from 0, by their cell in a column; of two rows with one cell the last."""

    (keys,) = columns(tables, resource, key)
    return dict(zip(keys, range(len(keys)), strict=True))


def sections(tables: Tables) -> dict[str, str]:
    """Return the section of each paragraph by its locator, that of another report behind the report's id."""
    return {
        locator: in_report(report_of(locator), section) if "/" in locator else section
        for locator, section in zip(*columns(tables, "paragraphs", "locator", "section"), strict=True)
    }


def report_ranks(tables: Tables) -> dict[str, int]:
    """Return the place of each report in the order of the sources, from 0, by its name in locators."""
    names = reports_of(tables["sources"].rows).values() if "sources" in tables else ()
    return {name: place for place, name in enumerate(dict.fromkeys(["", *names]))}


def finding(tables: Tables, resource: str, place: int, column: str | None, found: str, expected: str) -> Finding:
    """Return a finding with a cell of the row at a place, counted from 0."""
    return Finding(resource, tables[resource].number(place), column, found, expected)


def distinct_or_all(column: list[str]) -> Collection[str]:
    """Return the different cells of a column, or the column itself if most of its cells seem to differ."""
    sample = column[:: len(column) // SAMPLE + 1]
    return set(column) if 2 * len(set(sample)) <= len(sample) or len(column) < SAMPLE else column


def failing(
    tables: Tables,
    resource: str,
    column: str,
    holds: Callable[[str], object],
    quick: Callable[[str], object] | None = None,
) -> Iterator[tuple[int, str]]:
    """The places of cells for which a test does not hold, with the cell; each different cell is tested once.

    `quick` is a faster test; a cell that passes it passes the other too.
    """
    (cells,) = columns(tables, resource, column)
    wrong: Collection[str] = distinct_or_all(cells)
    if quick is not None:
        wrong = [cell for cell in wrong if not quick(cell)]
    wrong = {cell for cell in wrong if not holds(cell)}
    if wrong:
        yield from ((place, cell) for place, cell in enumerate(cells) if cell in wrong)


def failing_groups(
    tables: Tables, resource: str, names: tuple[str, ...], holds: Callable[..., object]
) -> Iterator[int]:
    """The places of rows whose cells in several columns fail a test together; each different group is tested once."""
    cells = columns(tables, resource, *names)
    wrong = {group for group in set(zip(*cells, strict=True)) if not holds(*group)}
    if wrong:
        yield from (place for place, group in enumerate(zip(*cells, strict=True)) if group in wrong)


def numerals_mentioned(tables: Tables) -> array[int]:
    """Return for each mention the place of its numeral, -1 if there is none.

    Numerals are found by their paragraph and ordinal: in a table in order the first of a paragraph leads to the others.
    """

    def compute() -> array[int]:
        locators, ordinals = columns(tables, "numerals", "locator", "ordinal")
        first: dict[str, int] = {}
        for place, locator in enumerate(locators):
            if locator not in first:
                first[locator] = place
        others: dict[tuple[str, str], int] | None = None
        numbers = {text: int(text) - 1 for text in set(ordinals) if text.isdecimal() and text.isascii()}
        found = array("q")
        for locator, ordinal in zip(*columns(tables, "mentions", "locator", "ordinal"), strict=True):
            place = first.get(locator, -1) + numbers.get(ordinal, 0)
            if 0 <= place < len(locators) and locators[place] == locator and ordinals[place] == ordinal:
                found.append(place)
                continue
            if others is None:  # some numeral is out of order
                others = dict(zip(zip(locators, ordinals, strict=True), range(len(locators)), strict=True))
            found.append(others.get((locator, ordinal), -1))
        return found

    result: array[int] = compute_once(tables, "numerals mentioned", compute)
    return result


def observations_mentioned(tables: Tables) -> array[int]:
    """Return for each mention the place of its observation, -1 if there is none."""

    def compute() -> array[int]:
        (ids,), (named,) = columns(tables, "observations", "id"), columns(tables, "mentions", "observation")
        known: dict[str, int] | None = None
        found, place, last = array("q"), -1, len(ids) - 1
        for name in named:  # in tables in order, each is the observation before or the next
            if place < last and ids[place + 1] == name:
                place += 1
            elif place < 0 or ids[place] != name:
                if known is None:
                    known = places(tables, "observations")
                place = known.get(name, -1)
            found.append(place)
        return found

    result: array[int] = compute_once(tables, "observations mentioned", compute)
    return result
