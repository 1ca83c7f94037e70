"""The closed lists of codes as types; what is checked at run time comes from them."""

from __future__ import annotations

from typing import Literal

from beijing_public_services.notation.bounds import Bound as Bound
from beijing_public_services.notation.frequencies import Frequency as Frequency
from beijing_public_services.notation.versions import Step as Step

Status = Literal["actual", "target"]
Measure = Literal["level", "share", "rate", "growth", "difference", "rank", "streak", "span", "index"]
Timing = Literal["during", "end", "as_of"]
BaseKind = Literal[
    "", "previous_year", "previous_quarter", "previous_month", "fixed_year", "earlier", "total", "local", "regional",
    "national", "global", "total_investment", "unstated",
]  # fmt: skip
PriceBasis = Literal["", "nominal", "real", "not_stated"]
Role = Literal["value", "date", "name", "dimension", "enumeration", "unit", "idiom", "unrecorded"]
IdentityKind = Literal["ratio", "difference", "sum", "growth", "days_of_year", "subset", "threshold", "streak"]
Agreement = Literal["agrees", "differs", "refines", "contradicts"]
BreakKind = Literal["definition", "scope", "method"]
AnomalyKind = Literal[
    "label_conflict", "measure_word", "base_unstated", "base_undated", "subject_unnamed", "percent_or_points",
    "unsupported_claim", "wording_conflict", "figures_conflict", "footnote_older", "footnote_date", "footnote_subject",
    "footnote_figure", "contradicted_elsewhere",
]  # fmt: skip
StatementKind = Literal["instrument", "shortcoming", "priority", "event"]
InstrumentSubkind = Literal[
    "regulation", "plan", "action_plan", "policy", "standard", "campaign", "programme", "pilot", "platform",
    "institution", "mechanism", "award", "index", "report",
]  # fmt: skip
ShortcomingSubkind = Literal[
    "supply", "balance", "quality", "coordination", "technology", "data", "environment", "other"
]
PrioritySubkind = Literal["expand", "balance", "improve_quality", "reform", "coordinate", "protect", "other"]
EventSubkind = Literal[
    "opening", "inscription", "launch", "reform", "achievement", "conference", "enforcement", "service",
    "construction", "other",
]  # fmt: skip
Subkind = Literal[InstrumentSubkind, ShortcomingSubkind, PrioritySubkind, EventSubkind]
StatementStatus = Literal["", "planned", "issued", "launched", "in_force", "under_way", "completed"]
AliasKind = Literal["indicator", "observation"]
Fate = Literal["renamed", "removed"]
ChangeKind = Literal[
    "added",
    "restated",
    "removed",
    "renamed",
    "value_revised",
    "bound_changed",
    "unit_changed",
    "source_changed",
    "links_changed",
    "meaning_changed",
    "wording",
]
Grade = Literal["A", "B", "C"]
Revision = Literal["first", "unchanged", "refined", "revised"]
SeenAs = Literal["", "original", "copy"]
Language = Literal["en", "zh"]
SourceKind = Literal["report", "footnote", "publication"]
