"""Rules of meaning: rows stand in the order of the reports."""

from __future__ import annotations

from functools import partial
from itertools import compress, count, islice, repeat
from operator import eq, gt
from typing import TYPE_CHECKING, Any

from beijing_public_services.checks.columns import (
    columns,
    numerals_mentioned,
    observations_mentioned,
    places,
    report_ranks,
)
from beijing_public_services.checks.rule import rule
from beijing_public_services.checks.rules.ordering import in_order
from beijing_public_services.datapackage import cells
from beijing_public_services.notation.locators import report_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from beijing_public_services.checks.rule import Found
    from beijing_public_services.datapackage.tables import Tables

    Keys = tuple[Sequence[Any], ...]  # the parts of the keys of all rows, by column

ORDERS = {
    "observations": "the order of the report, followed by other publications' figures by indicator and period",
    "indicators": "the order of the domains, and of the observations within each",
}


@rule("domains", "topics", "indicators", "observations", "paragraphs", "numerals", "mentions")
def rows_stand_in_the_reports_order(tables: Tables) -> Found:
    """Rows stand by section and place in the report, indicators within their domain as they are first printed.

    What another report prints follows what the first does. Figures of other publications follow those of the reports,
    by indicator and period.
    """
    proven: set[str] = set()
    for name, keys_of in _orders(tables):
        if name in proven:
            continue
        if not _is_sorted(keys := keys_of()):
            yield from in_order(tables, name, zip(*keys, strict=True), ORDERS.get(name, "the report's order"))
        elif name == "numerals":
            proven.update(_following_numerals(tables))


def _is_sorted(keys: Keys) -> bool:
    """Whether rows are in the order of their keys: wherever a part of the key falls, one before it does not stay."""
    for number, part in enumerate(keys):
        for place in compress(count(), map(gt, part, islice(part, 1, None))):
            if all(before[place] == before[place + 1] for before in keys[:number]):
                return False
    return True


def _following_numerals(tables: Tables) -> Iterator[str]:
    """The tables that are in order because each row follows the numerals, which are: mentions, then observations."""
    of = observations_mentioned(tables).tolist()
    numerals = numerals_mentioned(tables).tolist()
    if -1 in numerals or not _is_sorted((numerals, of)):
        return
    yield "mentions"
    (own,), (locators,) = columns(tables, "observations", "locator"), columns(tables, "mentions", "locator")
    are_all_mentioned = of == sorted(of) and len(set(of)) == len(own) and -1 not in of
    if are_all_mentioned and "" not in own and all(map(eq, map(own.__getitem__, of), locators)):
        yield "observations"


def _orders(tables: Tables) -> Iterator[tuple[str, Callable[[], Keys]]]:
    """What the rows of each resource are ordered by: a function that gives the keys of all rows."""
    ranks = report_ranks(tables)
    paragraphs = places(tables, "paragraphs", "locator")
    for name in ("domains", "topics"):
        yield name, partial(_by_section, ranks, *columns(tables, name, "section", "section"))
    locators, sections, ordinals = columns(tables, "paragraphs", "locator", "section", "ordinal")
    yield "paragraphs", lambda: (*_by_section(ranks, locators, sections), _ordinals(ordinals))
    for name in ("numerals", "mentions"):
        yield name, partial(_by_numeral, tables, name, paragraphs)
    yield "observations", partial(_by_first_mention, tables, paragraphs)
    (ids,) = columns(tables, "observations", "indicator")
    first = dict(zip(reversed(ids), range(len(ids) - 1, -1, -1), strict=True))
    names, of_domain = columns(tables, "indicators", "id", "domain")
    yield "indicators", lambda: (_by(places(tables, "domains"), of_domain), _by(first, names))


def _by_section(ranks: dict[str, int], located: list[str], sections: list[str]) -> Keys:
    return [ranks.get(report_of(each), -1) for each in located], [_numbers(each) for each in sections]


def _by_numeral(tables: Tables, name: str, paragraphs: dict[str, int]) -> Keys:
    locators, ordinals = columns(tables, name, "locator", "ordinal")
    by_numeral = _by(paragraphs, locators), _ordinals(ordinals)
    return (*by_numeral, observations_mentioned(tables)) if name == "mentions" else by_numeral


def _by_first_mention(tables: Tables, paragraphs: dict[str, int]) -> Keys:
    """The order of observations: by paragraph and the first numeral there, those of other publications last."""
    own, ids, periods, sources = columns(tables, "observations", "locator", "indicator", "period", "source")
    locators, ordinals = columns(tables, "mentions", "locator", "ordinal")
    first: dict[int, int] = {}  # the mention of an observation at its own place
    for mention, place in enumerate(observations_mentioned(tables)):
        if place >= 0 and own[place] == locators[mention]:
            first.setdefault(place, mention)
    numbers, indicators = _ordinals(ordinals), places(tables, "indicators")
    keys = []
    for place, locator in enumerate(own):
        if not locator:
            keys.append((len(paragraphs), indicators.get(ids[place], -1), periods[place], sources[place]))
        elif place in first:
            keys.append((paragraphs.get(locator, -1), numbers[first[place]], "", ""))
        else:
            keys.append((-1, -1, "", ""))
    return tuple(zip(*keys, strict=True))


def _by(known: Mapping[Any, int], names: Sequence[Any]) -> list[int]:
    return [*map(known.get, names, repeat(-1))]


def _ordinals(texts: list[str]) -> list[int]:
    known = {cell: cells.place_of(cell) for cell in set(texts)}
    return [*map(known.__getitem__, texts)]


def _numbers(section: str) -> tuple[int, ...]:
    return tuple(map(cells.place_of, section.rpartition("/")[2].split(".")))
