"""The facts by which a report is cited: those of the descriptor, and what `sources` says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from beijing_public_services.notation.report_text import is_chinese

if TYPE_CHECKING:
    from beijing_public_services.model.provenance import Source

FACTS = ("title", "title_en", "author", "part", "part_title", "part_title_en", "published", "url", "language")


def report_facts(descriptor: dict[str, Any], source: Source | None, *, is_first: bool) -> dict[str, Any]:
    """Return the facts of a report; those that nothing gives are empty.

    The descriptor gives them in `sources`: those of the first report first, those of another under its id as `report`.
    What it leaves out is as in the row of the report, its publisher being the author. A title that is that of the
    package says nothing of the report.
    """
    listed = [each for each in descriptor.get("sources") or [] if isinstance(each, dict)]
    named = [each for each in listed if source is not None and each.get("report") == source.id]
    entry = next(iter(named or [each for each in listed[:1] if is_first and "report" not in each]), {})
    given = {name: entry[name] for name in FACTS if entry.get(name)}
    row: dict[str, Any] = {}
    if source is not None:
        row = {"title": source.title, "author": source.publisher, "published": source.published, "url": source.url}
        if given.get("title") == descriptor.get("title"):
            del given["title"]
    facts = {**dict.fromkeys(FACTS, ""), **row, **given, "writers": entry.get("writers", [])}
    facts["title"] = facts["title"] or descriptor.get("title", descriptor.get("name", ""))
    facts["language"] = facts["language"] or ("zh-CN" if is_chinese(facts["title"]) else "en")
    return facts
