"""An indicator and a figure with all that is known of them, as people read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import beijing_public_services as bps
from beijing_public_services._printable import printable
from beijing_public_services.cli import _wording as texts
from beijing_public_services.cli._language import language, say
from beijing_public_services.cli._layout import Column, Marked
from beijing_public_services.cli._print import paragraph, table
from beijing_public_services.cli._remarks import doubts, remarks
from beijing_public_services.model.short import short_value
from beijing_public_services.model.wording import format_interval, format_period, in_language, label, name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from beijing_public_services.cli._language import Texts

MOST_FIGURES, MOST_REMARKS, MOST_SOURCES = 15, 6, 6  # of an indicator, unless all are asked for
FEW = 2  # more than the most that are printed all the same
COLUMNS: tuple[tuple[Texts, dict[str, bool]], ...] = (
    (texts.PERIOD, {"wraps": True}),
    (texts.AREA, {"wraps": True}),
    (texts.CATEGORY, {"wraps": True}),
    (texts.VALUE, {"is_number": True}),
    (texts.BASE, {"wraps": True}),
    (texts.PRINTED, {"wraps": True}),
    (texts.PARAGRAPH, {}),
    (texts.SOURCE, {"wraps": True, "below": True, "headed": True}),
)


def figure_columns() -> tuple[Column, ...]:
    """Return the columns of a table of figures."""
    return tuple(Column(heading=say(heading), **settings) for heading, settings in COLUMNS)


def figure_rows(figures: Iterable[bps.Observation], package: bps.DataPackage) -> list[tuple[str, ...]]:
    """Return a row for each figure."""
    words = language()
    areas = {each.id: name(each, words) for each in package.areas}
    categories = {(each.dimension, each.id): name(each, words) for each in package.categories}
    return [
        (
            format_period(each.period, words, in_words=words == "zh"),
            areas.get(each.area, each.area),
            categories.get((each.dimension, each.category), each.category),
            _value(each, package),
            _base(each, areas),
            each.printed,
            each.locator,
            each.source.id,
        )
        for each in figures
    ]


def indicator_text(indicator: bps.Indicator, package: bps.DataPackage, *, all: bool = False) -> Iterator[str]:
    """Yield the parts of the text on an indicator: names, unit, what is disputed, figures, remarks and sources.

    Of a long one only the first figures, remarks and sources are there, with a line that counts the others, unless
    `all` are asked for.
    """
    figures = indicator.observations
    in_order = _in_reading_order(figures)
    shown = in_order if all or len(in_order) <= MOST_FIGURES + FEW else in_order[:MOST_FIGURES]
    yield _heading(indicator, package, indicator.id)
    yield from doubts(figures, package)
    yield table(figure_columns(), figure_rows(shown, package))
    if figures:
        yield f"{say(texts.CITE_ONE)}\n  beijing-public-services cite {printable(figures[0].id)}"
    all_remarks = [*remarks(in_order, package), *_statements(indicator)]
    all_sources = _sources(in_order)
    most_remarks = len(all_remarks) if all or len(all_remarks) <= MOST_REMARKS + FEW else MOST_REMARKS
    most_sources = len(all_sources) if all or len(all_sources) <= MOST_SOURCES + FEW else MOST_SOURCES
    yield from all_remarks[:most_remarks]
    yield "\n".join(all_sources[:most_sources])
    left = len(figures) - len(shown), len(all_remarks) - most_remarks, len(all_sources) - most_sources
    counted = [say(text, count) for text, count in zip(texts.LEFT_OF_SHOW.values(), left, strict=True) if count]
    if counted:
        yield paragraph(say(texts.ALL_PRINTS, say(texts.COMMA).join(counted)), "")


def _statements(indicator: bps.Indicator) -> Iterator[str]:
    for each in indicator.statements:
        kind = label("statement", each.kind, language()).capitalize()
        yield paragraph(say(texts.STATEMENT, kind, each.locators[0], *_names(each)))


def figure_text(figure: bps.Observation, package: bps.DataPackage) -> Iterator[str]:
    """Yield the parts of the text on one figure: the names, its cells, the remarks, and the sources."""
    yield _heading(package.indicator(figure.indicator), package, figure.id)
    columns = [each.heading for each in figure_columns()]
    cells = dict(zip(columns, figure_rows([figure], package)[0], strict=True))
    cells[say(texts.INTERVAL)] = format_interval(figure)
    shown = [(Marked(heading, "dim"), cell) for heading, cell in cells.items() if cell]
    yield table((Column(heading=""), Column(heading="", wraps=True)), shown).lstrip("\n")
    yield from doubts([figure], package)
    yield from remarks([figure], package)
    yield "\n".join(_sources([figure]))


def _in_reading_order(figures: Sequence[bps.Observation]) -> list[bps.Observation]:
    """Return the reports' figures as they stand, then those of publications: by area and category, the years ascending.

    The areas stand in the order in which the figures first name them.
    """
    of_reports = [each for each in figures if each.source.kind != "publication"]
    others = [each for each in figures if each.source.kind == "publication"]
    areas = list(dict.fromkeys(each.area for each in figures))
    categories = list(dict.fromkeys(each.category for each in figures))
    others.sort(key=lambda each: (areas.index(each.area), categories.index(each.category), each.parsed_period.order))
    return of_reports + others


def _heading(indicator: bps.Indicator, package: bps.DataPackage, id: str) -> str:
    words = language()
    unit = package.unit(indicator.unit)
    units = in_language((unit.name_zh, unit.name_en), words), in_language((unit.name_en, unit.name_zh), words)
    lines = (
        Marked(" · ".join(_names(indicator)), "bold"),
        id,
        indicator.definition,
        say(texts.MEASURED_IN, label("measure", indicator.measure, words), *units),
    )
    return "\n".join(paragraph(line, "") for line in lines if line)


def _names(named: bps.Indicator | bps.Statement) -> Sequence[str]:
    names = (named.name_en, named.name_zh)
    return names if language() == "en" else names[::-1]


def _value(figure: bps.Observation, package: bps.DataPackage) -> str:
    words = language()
    value = short_value(figure, package.unit(figure.unit), words)
    if figure.status == "target":
        value = say(texts.MARKED, value, label("status", "target", words))
    return Marked(value, "doubt") if figure.disputed else value


def _base(figure: bps.Observation, areas: dict[str, str]) -> str:
    words = language()
    said = label("base_kind", figure.base_kind, words)
    period = format_period(figure.base_period, words) if figure.base_period else ""
    more = ", ".join(filter(None, (period, areas.get(figure.base_area, figure.base_area))))
    return say(texts.MARKED, said, more) if said and more else said or more


def _sources(figures: Sequence[bps.Observation]) -> list[str]:
    """Return a text on each source of figures and of what they are compared with, those that differ first."""
    reports = [each.report for each in figures if each.report]
    sources = (
        *(each.source for each in figures if each.source.kind != "publication"),
        *(reports if len({each.id for each in reports}) > 1 else ()),
        *(check.source for each in figures for check in (*each.disputes, *each.questions)),
        *(each.source for each in figures),
        *(check.source for each in figures for check in each.cross_checks),
    )
    lines: list[str] = []
    for source in dict.fromkeys(sources):
        parts = (source.title, source.publisher, source.published)
        said = say(texts.COLON, source.id, ". ".join(filter(None, parts)))
        lines.append(paragraph(said) + (f"\n  {printable(source.url)}" if source.url else ""))
    return lines
