"""Which findings of a report are printed: one per cell, one for all outdated hashes, and a limited number per rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services.datapackage.bundled_files import DESCRIPTOR

if TYPE_CHECKING:
    from collections.abc import Iterable

    from beijing_public_services.checks.issue import Issue

MOST = 100  # findings of a rule that are printed
MOST_NAMED = 3  # files with a stale hash that are named
STALE = ("frictionless:hash-count", "frictionless:byte-count", "hashes_and_sizes_match")


def merge(issues: Iterable[Issue]) -> list[Issue]:
    """Return the issues as people read them, in order: fewer, if several say one thing.

    If a rule of ours and frictionless speak of one cell, the issue of ours stands for both; its rule names both. Sizes
    and hashes that are not those of the files are one issue that says what to do.
    """
    stale = [each for each in issues if each.rule in STALE]
    merged: list[Issue] = []
    by_cell: dict[tuple[str, int, str], list[int]] = {}
    for each in issues:
        if each.rule in STALE:
            if stale and each is stale[0]:
                merged.append(_stale(stale))
            continue
        if each.row and each.column:
            there = by_cell.setdefault((each.file, each.row, each.column), [])
            is_theirs = each.rule.startswith("frictionless:")
            other = next((at for at in there if merged[at].rule.startswith("frictionless:") != is_theirs), None)
            if other is not None:
                merged[other] = _both(merged[other], each)
                continue
            there.append(len(merged))
        merged.append(each)
    return merged


def limit(issues: Iterable[Issue], most: int | None = MOST) -> tuple[list[Issue], dict[str, int]]:
    """Return at most `most` issues of each rule, and for each rule how many were left out."""
    shown: list[Issue] = []
    counts: dict[str, int] = {}
    for each in issues:
        counts[each.rule] = counts.get(each.rule, 0) + 1
        if most is None or counts[each.rule] <= most:
            shown.append(each)
    return shown, {rule: count - most for rule, count in counts.items() if most is not None and count > most}


def _both(one: Issue, other: Issue) -> Issue:
    ours, theirs = (other, one) if one.rule.startswith("frictionless:") else (one, other)
    severity = "error" if "error" in (one.severity, other.severity) else "warning"
    return ours.__replace__(rule=f"{ours.rule}, {theirs.rule}", severity=severity)


def _stale(issues: list[Issue]) -> Issue:
    named = list(dict.fromkeys(each.file for each in issues if each.rule.startswith("frictionless")))
    more = f" and {len(named) - MOST_NAMED} more" if len(named) > MOST_NAMED else ""
    said = f" ({', '.join(named[:MOST_NAMED])}{more})" if named else ""
    found = f"sizes or hashes that are not those of the files{said}"
    expected = "those of the files: if these are as they should be, `beijing-public-services refresh` writes them"
    return issues[0].__replace__(
        file=DESCRIPTOR,
        row=None,
        column=None,
        rule=", ".join(sorted({each.rule for each in issues})),
        severity="error" if any(each.severity == "error" for each in issues) else "warning",
        message=f"found {found}, expected {expected}",
        found=found,
        expected=expected,
    )
