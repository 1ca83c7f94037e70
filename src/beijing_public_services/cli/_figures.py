"""An indicator and a figure with all that is known of them, as people read them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import beijing_public_services as bps
from beijing_public_services._printable import printable
from beijing_public_services.cli import _wording as texts
from beijing_public_services.cli._language import language, say
from beijing_public_services.cli._layout import Column, Marked
from beijing_public_services.cli._print import paragraph, table
from beijing_public_services.model.vintages import are_of_several_reports, histories
from beijing_public_services.model.wording import format_interval, format_period, format_value, in_language, label, name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from beijing_public_services.cli._language import Texts

COLUMNS: tuple[tuple[Texts, dict[str, bool]], ...] = (
    (texts.PERIOD, {"wraps": True}),
    (texts.AREA, {"wraps": True}),
    (texts.CATEGORY, {"wraps": True}),
    (texts.VALUE, {"is_number": True}),
    (texts.BASE, {"wraps": True}),
    (texts.PRINTED, {"wraps": True}),
    (texts.PARAGRAPH, {}),
    (texts.SOURCE, {"wraps": True}),
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
            format_period(each.period, words),
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


def indicator_text(indicator: bps.Indicator, package: bps.DataPackage) -> Iterator[str]:
    """Yield the parts of the text on an indicator: its names and unit, each figure, the remarks, and the sources."""
    yield _heading(indicator, package, indicator.id)
    yield table(figure_columns(), figure_rows(_in_reading_order(indicator.observations), package))
    if indicator.observations:
        yield f"{say(texts.CITE_ONE)}\n  beijing-public-services cite {printable(indicator.observations[0].id)}"
    yield from _remarks(indicator.observations, package)
    for each in indicator.statements:
        kind = label("statement", each.kind, language()).capitalize()
        yield paragraph(say(texts.STATEMENT, kind, each.locators[0], *_names(each)))
    yield _sources(indicator.observations)


def figure_text(figure: bps.Observation, package: bps.DataPackage) -> Iterator[str]:
    """Yield the parts of the text on one figure: the names, its cells, the remarks, and the sources."""
    yield _heading(package.indicator(figure.indicator), package, figure.id)
    columns = [each.heading for each in figure_columns()]
    cells = dict(zip(columns, figure_rows([figure], package)[0], strict=True))
    cells[say(texts.INTERVAL)] = format_interval(figure)
    shown = [(Marked(heading, "dim"), cell) for heading, cell in cells.items() if cell]
    yield table((Column(heading=""), Column(heading="", wraps=True)), shown).lstrip("\n")
    yield from _remarks([figure], package)
    yield _sources([figure])


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
    value = format_value(figure, package.unit(figure.unit), words)
    if figure.status == "target":
        value = say(texts.MARKED, value, label("status", "target", words))
    return Marked(value, "doubt") if figure.disputed else value


def _base(figure: bps.Observation, areas: dict[str, str]) -> str:
    words = language()
    said = label("base_kind", figure.base_kind, words)
    period = format_period(figure.base_period, words) if figure.base_period else ""
    more = ", ".join(filter(None, (period, areas.get(figure.base_area, figure.base_area))))
    return say(texts.MARKED, said, more) if said and more else said or more


def _remarks(figures: Sequence[bps.Observation], package: bps.DataPackage) -> Iterator[str]:
    """Yield the notes on figures, what other publications print, and what is odd."""
    words = language()
    for note in dict.fromkeys(each.note for each in figures if each.note):
        noted = [each for each in figures if each.note == note]
        if len(noted) == len(figures):
            yield paragraph(say(texts.NOTE, note))
        else:
            yield paragraph(say(texts.NOTE_ON, _which(noted, figures, package), note))
    for figure in figures:
        for check in figure.cross_checks:
            yield paragraph(_compared(figure, _which([figure], figures, package), check))
    yield from map(paragraph, _restated(figures, package))
    areas = {each.id: name(each, words) for each in package.areas}
    for begun in dict.fromkeys(begun for each in figures for begun in each.breaks):
        area, period = areas.get(begun.area, begun.area), format_period(begun.period, words)
        yield paragraph(say(texts.BREAK, area, period, label("break", begun.kind, words), begun.note))
    ids = {each.id for each in figures}
    locators = {mention.locator for each in figures for mention in each.mentions}
    for odd in package.anomalies:
        if odd.observation in ids or odd.locator in locators:
            kind = label("anomaly", odd.kind, words)
            place = odd.observation or say(texts.SAME_PARAGRAPH, odd.locator)
            yield paragraph(say(texts.ANOMALY, place, kind, odd.what))


def _which(noted: Sequence[bps.Observation], figures: Sequence[bps.Observation], package: bps.DataPackage) -> str:
    """Return the periods of some figures, with what else tells each from the others: its area and its category."""
    words = language()
    areas = {each.id: name(each, words) for each in package.areas}
    categories = {(each.dimension, each.id): name(each, words) for each in package.categories}
    has_areas, has_categories = len({each.area for each in figures}) > 1, len({each.category for each in figures}) > 1
    told = (
        " ".join(
            filter(
                None,
                (
                    areas.get(each.area, each.area) if has_areas else "",
                    categories.get((each.dimension, each.category), each.category) if has_categories else "",
                    format_period(each.period, words),
                ),
            )
        )
        for each in noted
    )
    return say(texts.COMMA).join(dict.fromkeys(told))


def _compared(figure: bps.Observation, which: str, check: bps.CrossCheck) -> Marked:
    """Return a line on a cross-check, with both figures and which figure it is; it names a dispute as one."""
    words = language()
    against = check.verdict in ("differs", "contradicts")
    if against:
        kind = say(texts.QUESTIONED if check.source.is_copy else texts.DISPUTED)
    else:
        kind = say(texts.CROSS_CHECK, label("verdict", check.verdict, words))
    source = check.source
    said = say(
        texts.COMPARED,
        kind,
        which,
        figure.printed,
        source.id,
        check.printed,
        source.publisher,
        source.grade,
        check.note,
    )
    return Marked(said.rstrip(), "doubt" if against else "good")


def _restated(figures: Sequence[bps.Observation], package: bps.DataPackage) -> Iterator[str]:
    """Yield a line for each figure that a later report prints differently from the one before."""
    words = language()
    shown = {each.id for each in figures}
    indicators = dict.fromkeys(each.indicator for each in figures)
    of_them = [each for id in indicators for each in package.indicator(id).observations]
    for history in histories(of_them) if are_of_several_reports(of_them) else ():
        for before, after in pairwise(history):
            figure = after.observation
            if after.revision == "unchanged" or shown.isdisjoint((before.observation.id, figure.id)):
                continue
            yield say(
                texts.RESTATED,
                label("revision", after.revision, words).capitalize(),
                format_period(figure.period, words),
                figure.printed,
                after.report.id,
                after.report.published,
                before.report.id,
                before.report.published,
                before.observation.printed,
            )


def _sources(figures: Sequence[bps.Observation]) -> str:
    """Return the sources of figures and of what they are compared with."""
    reports = [each.report for each in figures if each.report]
    sources = (
        *(each.source for each in figures),
        *(reports if len({each.id for each in reports}) > 1 else ()),
        *(check.source for each in figures for check in each.cross_checks),
    )
    lines = []
    for source in dict.fromkeys(sources):
        parts = (source.title, source.publisher, source.published)
        said = say(texts.COLON, source.id, ". ".join(filter(None, parts)))
        lines.append(paragraph(said))
        if source.url:
            lines.append(f"  {printable(source.url)}")
    return "\n".join(lines)
