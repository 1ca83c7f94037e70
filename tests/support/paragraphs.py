"""Texts read as paragraphs of a report: their figures, and the role of each other numeral; no tests in here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services._generated.unit_definitions import DEFINITIONS
from beijing_public_services.authoring.drafting.figure import definitions_for
from beijing_public_services.authoring.drafting.figures import draft_figures
from beijing_public_services.authoring.drafting.numerals import roles_of
from beijing_public_services.authoring.drafting.text import paragraph_of
from beijing_public_services.notation.report_text import read_source

if TYPE_CHECKING:
    from beijing_public_services.authoring.drafting.figure import DraftFigure
    from beijing_public_services.authoring.drafting.text import Paragraph

KNOWN = definitions_for(DEFINITIONS)


def paragraphs(*texts: str, heading: str = "") -> list[Paragraph]:
    """Return texts as the paragraphs of a section of a report."""
    source = read_source("\n\n".join(f"[s1.p{place}] {text}" for place, text in enumerate(texts, 1)))
    return [paragraph_of(each, heading) for each in source.paragraphs]


def paragraph(text: str) -> Paragraph:
    """Return a text as the only paragraph of a report."""
    return paragraphs(text)[0]


def figures(text: str) -> list[DraftFigure]:
    """Return the figures of a text."""
    return draft_figures(paragraph(text), KNOWN)[0]


def roles(text: str) -> dict[str, str]:
    """Return the role of each numeral of a text; the last one counts if a token stands twice."""
    place = paragraph(text)
    found, excluded = draft_figures(place, KNOWN)
    return {row["token"]: row["role"] for row in roles_of(place, found, excluded)}
