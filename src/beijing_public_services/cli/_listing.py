"""Lists of indicators and of statements, as people and as programs read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import beijing_public_services as bps
from beijing_public_services.cli import _wording as texts
from beijing_public_services.cli._language import language, say
from beijing_public_services.cli._layout import Column, Marked
from beijing_public_services.cli._print import print_csv, print_json, print_markdown, table
from beijing_public_services.model.short import short_value
from beijing_public_services.model.wording import format_period, in_language, label, name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

OF_INDICATOR = ("id", "domain", "topic", "name_zh", "name_en", "definition", "unit", "measure", "timing", "parent")
OF_HEADLINE = ("area", "period", "value", "bound", "status", "printed", "locator")
OF_STATEMENT = ("id", "kind", "subkind", "domain", "name_zh", "name_en", "issuer", "period", "status")


def print_indicators(indicators: Iterable[bps.Indicator], package: bps.DataPackage, form: str) -> None:
    """Print indicators for a program, or as a table in Markdown."""
    if form == "json":
        print_json([each.to_dict() for each in indicators])
    elif form == "csv":
        columns = (*OF_INDICATOR, "observations", "headline", *OF_HEADLINE, "source", "disputed_by", "upper")
        print_csv(columns, map(_fields, indicators))
    else:
        print_markdown(_columns(), [_row(each, package) for each in indicators])


def indicator_table(indicators: Iterable[bps.Indicator], package: bps.DataPackage) -> str:
    """Return indicators with their headline figure, for a person."""
    return table(_columns(), [_row(each, package) for each in indicators])


def print_statements(statements: Iterable[bps.Statement], form: str) -> None:
    """Print statements for a program, or as a table in Markdown."""
    if form == "json":
        print_json([each.to_dict() for each in statements])
    elif form == "csv":
        rows = (
            (
                *(getattr(each, field) for field in OF_STATEMENT),
                " ".join(each.locators),
                " ".join(each.indicators),
                each.source.id,
                each.note,
            )
            for each in statements
        )
        print_csv((*OF_STATEMENT, "locators", "indicators", "source", "note"), rows)
    else:
        print_markdown(_statement_columns(), map(_statement_row, statements))


def statement_tables(statements: Iterable[bps.Statement]) -> Iterator[str]:
    """Yield the statements of each kind, for a person, with a heading."""
    shown = tuple(statements)
    for kind, heading in texts.STATEMENTS_OF.items():
        rows = [_statement_row(each) for each in shown if each.kind == kind]
        if rows:
            yield say(heading, len(rows))
            yield table(_statement_columns(), rows)


def _columns() -> tuple[Column, ...]:
    return (
        Column(heading=say(texts.NAME), wraps=True),
        Column(heading=say(texts.VALUE), is_number=True, wraps=True),
        Column(heading=say(texts.PERIOD)),
        Column(heading=say(texts.OTHER_NAME), optional=True),
        Column(heading=say(texts.ID), below=True),
        Column(heading=say(texts.DISPUTED_BY), below=True, headed=True),
    )


def _row(indicator: bps.Indicator, package: bps.DataPackage) -> tuple[str, ...]:
    words = language()
    try:
        headline = indicator.observation()
        figure = (
            short_value(headline, package.unit(indicator.unit), words),
            format_period(headline.period, words, in_words=words == "zh"),
        )
    except bps.AmbiguousObservationError:
        figure = say(texts.SEVERAL_FIGURES, len(indicator.observations)), ""
    except bps.UnknownObservationError:
        figure = say(texts.NO_FIGURE), ""
    disputes = " ".join(_disputed_by(indicator))
    other = in_language((indicator.name_en, indicator.name_zh), words)
    return (name(indicator, words), *figure, other, Marked(indicator.id, "dim"), Marked(disputes, "doubt"))


def _fields(indicator: bps.Indicator) -> tuple[object, ...]:
    """Return the cells of an indicator for a program; those of its headline are empty if it has none."""
    own = [getattr(indicator, field) for field in OF_INDICATOR]
    upper: float | None = None
    try:
        figure = indicator.observation()
        upper = figure.upper
        headline: list[object] = [figure.id, *(getattr(figure, field) for field in OF_HEADLINE), figure.source.id]
    except (bps.AmbiguousObservationError, bps.UnknownObservationError):
        headline = [None] * (2 + len(OF_HEADLINE))
    return (*own, len(indicator.observations), *headline, " ".join(_disputed_by(indicator)), upper)


def _disputed_by(indicator: bps.Indicator) -> list[str]:
    return [check.source.id for each in indicator.observations for check in each.disputes]


def _statement_columns() -> tuple[Column, ...]:
    return (
        Column(heading=say(texts.NAME), wraps=True),
        Column(heading=say(texts.KIND), wraps=True),
        Column(heading=say(texts.PERIOD), wraps=True),
        Column(heading=say(texts.PARAGRAPH)),
        Column(heading=say(texts.OTHER_NAME), wraps=True, below=True),
    )


def _statement_row(statement: bps.Statement) -> tuple[str, ...]:
    words = language()
    return (
        name(statement, words),
        label("subkind", statement.subkind, words),
        format_period(statement.period, words) if statement.period else "",
        statement.locators[0],
        Marked(in_language((statement.name_en, statement.name_zh), words), "dim"),
    )
