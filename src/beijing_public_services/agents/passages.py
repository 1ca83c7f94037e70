"""What the tool `verify_text` answers: each figure of a text, with the verdict or the reason why it has none."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from beijing_public_services.agents.arguments import ArgumentError, require_known
from beijing_public_services.agents.citations import short_citation
from beijing_public_services.agents.figures import LANGUAGES, source
from beijing_public_services.agents.sizes import page, size_of
from beijing_public_services.api.answers import verify_text as judge_text
from beijing_public_services.verification.passage_report import PassageVerdict

if TYPE_CHECKING:
    from beijing_public_services.datapackage.package import DataPackage
    from beijing_public_services.verification.passage_report import PassedOver

    Answer = dict[str, Any]
    Found = PassageVerdict | PassedOver


def verify_text(
    package: DataPackage, text: str, default_area: str | None, published: str | None, offset: int, full: bool
) -> Answer:
    """Return the verdict on each figure of a text about an indicator of the package, in the order of the text."""
    require_known("default_area", default_area, ["headline", "none", *(each.id for each in package.areas)])
    area = None if default_area == "none" else default_area or "headline"
    try:
        report = judge_text(text, package, default_area=area, published=published)
    except ValueError as error:
        raise ArgumentError(f"argument published: {error}") from None
    found: list[Found] = sorted([*report.verdicts, *report.passed_over], key=lambda each: each.start)
    counts = Counter(_status(each) for each in found)
    about = {
        "summary": report.summary,
        "counts": dict(counts),
        "citation": short_citation(package),
    }
    return page(about, found, offset, size_of(full), lambda each: _row(each, full))


def _status(each: Found) -> str:
    return each.verdict.status if isinstance(each, PassageVerdict) else "passed_over"


def _row(each: Found, full: bool) -> tuple[Answer, list[tuple[str, Answer]]]:
    row: Answer = {"text": each.text, "start": each.start, "end": each.end, "status": _status(each)}
    if not isinstance(each, PassageVerdict):
        explanation = {language: each.explained(language) for language in LANGUAGES}
        return {**row, "reason": each.reason, "explanation": explanation}, []
    verdict = each.verdict
    row |= {
        "diagnosis": verdict.diagnosis,
        "reason": verdict.reason,
        "indicator": verdict.indicator,
        "explanation": {language: verdict.explained(language) for language in LANGUAGES},
    }
    figure = verdict.observation
    if figure is None:
        return row, []
    row |= {
        "figure": figure.id,
        "printed": figure.printed,
        "bound": figure.bound,
        "locator": figure.locator,
        "source": figure.source.id,
        "disputed": figure.disputed,
        "questioned": figure.questioned,
        "value_belongs_to": verdict.neighbour.id if verdict.neighbour and full else "",
    }
    return row, [(figure.source.id, source(figure.source))]
