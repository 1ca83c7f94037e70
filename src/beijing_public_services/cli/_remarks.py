"""What is to be known besides figures: notes, what other publications print, restated figures, breaks, anomalies."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import beijing_public_services as bps
from beijing_public_services.cli import _wording as texts
from beijing_public_services.cli._language import language, say
from beijing_public_services.cli._layout import Marked
from beijing_public_services.cli._print import paragraph
from beijing_public_services.model.vintages import are_of_several_reports, histories
from beijing_public_services.model.wording import format_period, label, name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

AGAINST = ("differs", "contradicts")  # verdicts of cross-checks


def doubts(figures: Sequence[bps.Observation], package: bps.DataPackage) -> Iterator[str]:
    """Yield a line for each figure of another publication that differs from one of these."""
    for figure in figures:
        for check in (*figure.disputes, *figure.questions):
            yield paragraph(_compared(figure, _which([figure], figures, package), check))


def remarks(figures: Sequence[bps.Observation], package: bps.DataPackage) -> Iterator[str]:
    """Yield the notes on figures, what is odd first, then which publications agree with them."""
    words = language()
    ids = {each.id for each in figures}
    locators = {mention.locator for each in figures for mention in each.mentions}
    for odd in package.anomalies:
        if odd.observation in ids or odd.locator in locators:
            kind = label("anomaly", odd.kind, words)
            place = odd.observation or say(texts.SAME_PARAGRAPH, odd.locator)
            yield paragraph(say(texts.ANOMALY, place, kind, odd.what))
    for figure in figures:
        for check in figure.cross_checks:
            if check.verdict not in AGAINST:
                yield paragraph(_compared(figure, _which([figure], figures, package), check))
    for note in dict.fromkeys(each.note for each in figures if each.note):
        noted = [each for each in figures if each.note == note]
        if len(noted) == len(figures):
            yield paragraph(say(texts.NOTE, note))
        else:
            yield paragraph(say(texts.NOTE_ON, _which(noted, figures, package), note))
    yield from map(paragraph, _restated(figures, package))
    areas = {each.id: name(each, words) for each in package.areas}
    for begun in dict.fromkeys(begun for each in figures for begun in each.breaks):
        area, period = areas.get(begun.area, begun.area), format_period(begun.period, words)
        yield paragraph(say(texts.BREAK, area, period, label("break", begun.kind, words), begun.note))


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
    against = check.verdict in AGAINST
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
