"""A verdict as people read it: its status in colour, with the slip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services.cli import _wording as texts
from beijing_public_services.cli._language import language, say
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


def _mark(verdict: bps.Verdict) -> str:
    return "doubt" if verdict.diagnosis in ("disputed", "questioned") else MARKS[verdict.status]
