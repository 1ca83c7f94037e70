"""A verdict as people and programs read it: its status in colour with the slip, or its fields for JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services.cli import _wording as texts
from beijing_public_services.cli._language import data_language, language, say
from beijing_public_services.cli._layout import Marked
from beijing_public_services.model.wording import label

if TYPE_CHECKING:
    import beijing_public_services as bps

MARKS = {"match": "good", "consistent": "good", "mismatch": "bad", "cannot_verify": "doubt"}


def status_of(verdict: bps.Verdict) -> Marked:
    """Return the status of a verdict."""
    return Marked(label("verdict_status", verdict.status, language()), _mark(verdict))


def status_and_slip(verdict: bps.Verdict) -> Marked:
    """Return the status of a verdict, with the slip if one is known."""
    status, slip = status_of(verdict), label("diagnosis", verdict.diagnosis, language())
    return Marked(say(texts.MARKED, status, slip), status.mark) if slip else status


def verdict_fields(verdict: bps.Verdict) -> dict[str, object]:
    """Return what JSON adds to a verdict: whether its figure is disputed, and the sentence, in English by default."""
    sentence = verdict.explained(data_language())
    return {"disputed": verdict.disputed, "questioned": verdict.questioned, "sentence": sentence}


def _mark(verdict: bps.Verdict) -> str:
    return "doubt" if verdict.diagnosis in ("disputed", "questioned") else MARKS[verdict.status]
