"""The closed lists of codes as types; what is checked at run time comes from them."""

from __future__ import annotations

from typing import Literal, get_args

Bound = Literal["exact", "gt", "ge", "lt", "le", "nearly", "about", "some_over"]
Status = Literal["actual", "target"]
Measure = Literal["level", "share", "rate", "growth", "difference", "rank", "streak", "index"]
Timing = Literal["during", "end", "as_of"]
BaseKind = Literal[
    "", "previous_year", "fixed_year", "earlier", "total", "local", "national", "global", "total_investment", "unstated"
]
PriceBasis = Literal["", "nominal", "real", "not_stated"]
Role = Literal["value", "date", "name", "dimension", "enumeration", "unit", "idiom"]
IdentityKind = Literal["ratio", "difference", "sum", "growth", "days_of_year", "subset", "threshold"]
Agreement = Literal["agrees", "differs", "refines"]
AnomalyKind = Literal[
    "label_conflict", "measure_word", "base_unstated", "base_undated", "subject_unnamed", "percent_or_points",
    "unsupported_claim", "wording_conflict", "figures_conflict", "footnote_older", "footnote_date", "footnote_subject",
    "footnote_figure",
]  # fmt: skip
AliasKind = Literal["indicator", "observation"]
Fate = Literal["renamed", "removed"]
ChangeKind = Literal[
    "added",
    "removed",
    "renamed",
    "value_revised",
    "bound_changed",
    "unit_changed",
    "source_changed",
    "meaning_changed",
    "wording",
]
Step = Literal["none", "patch", "minor", "major"]
Grade = Literal["A", "B", "C"]
SourceKind = Literal["report", "footnote", "publication"]

CODED = {
    ("indicators", "measure"): Measure,
    ("indicators", "timing"): Timing,
    ("observations", "bound"): Bound,
    ("observations", "status"): Status,
    ("observations", "base_kind"): BaseKind,
    ("observations", "price_basis"): PriceBasis,
    ("numerals", "role"): Role,
    ("identities", "kind"): IdentityKind,
    ("cross_checks", "verdict"): Agreement,
    ("anomalies", "kind"): AnomalyKind,
    ("aliases", "kind"): AliasKind,
    ("aliases", "fate"): Fate,
    ("sources", "kind"): SourceKind,
    ("sources", "grade"): Grade,
}


def codes_of(resource: str, column: str) -> tuple[str, ...]:
    """The codes that a coded column may hold, in the order they are declared."""
    return get_args(CODED[resource, column])
