"""The JSON schemas of the answers, so that a client can check and show what it gets."""

from __future__ import annotations

from typing import Any, get_args

from beijing_public_services.model.codelists import Agreement, Bound, Measure, SeenAs, StatementKind, Status
from beijing_public_services.verification.passage_report import PassageReason
from beijing_public_services.verification.verdict import Diagnosis, Reason, VerdictStatus

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": "number"}
COUNT: Schema = {"type": "integer", "minimum": 0}
SWITCH: Schema = {"type": "boolean"}
TEXTS: Schema = {"type": "object", "properties": {"en": TEXT, "zh": TEXT}, "description": "English and Chinese."}


def record(*required: str, **properties: Schema) -> Schema:
    """Return the schema of an object; what is not required is left out where it is empty."""
    return {"type": "object", "properties": properties, "required": [*required]}


def items(of: Schema) -> Schema:
    """Return the schema of a list."""
    return {"type": "array", "items": of}


def codes(literal: Any) -> Schema:
    """Return the schema of a code of a closed list."""
    return {"type": "string", "enum": [each for each in get_args(literal) if each]}


SOURCES: Schema = {
    "type": "object",
    "additionalProperties": record(
        kind=TEXT, title=TEXT, publisher=TEXT, published=TEXT, grade=TEXT, url=TEXT, seen_as=codes(SeenAs)
    ),
    "description": "The sources named in the answer, each by its id.",
}
AGAINST = record(
    "source",
    "verdict",
    source=TEXT,
    publisher=TEXT,
    grade=TEXT,
    seen_as=codes(SeenAs),
    verdict=codes(Agreement),
    printed=TEXT,
    note=TEXT,
)
SHORT: dict[str, Schema] = {
    "id": TEXT,
    "value": NUMBER,
    "upper": {**NUMBER, "description": "The higher end of a range, whose lower end is the value."},
    "bound": codes(Bound),
    "reading": TEXTS,
    "printed": TEXT,
    "status": codes(Status),
    "locator": TEXT,
    "source": TEXT,
    "disputed": SWITCH,
    "questioned": SWITCH,
}
IN_SHORT = record("id", "value", "bound", "reading", "source", "disputed", "questioned", **SHORT)
FIGURE = record(
    *IN_SHORT["required"],
    **SHORT,
    area=TEXT,
    area_name=TEXTS,
    period=TEXT,
    category=TEXT,
    category_name=TEXTS,
    unit=TEXT,
    possible_values={**TEXT, "description": "The interval of values that the printed figure leaves possible."},
    superseded_by={**TEXT, "description": "The id of the figure of a later report that restates this one."},
    relative_to=record("kind", kind=TEXT, period=TEXT, area=TEXT, en=TEXT, zh=TEXT),
    spoken_against_by=items(AGAINST),
    oddities=items(TEXT),
    starts_new_series=SWITCH,
    note=TEXT,
)
INDICATOR: dict[str, Schema] = {
    "id": TEXT,
    "name": TEXTS,
    "domain": TEXT,
    "measure": codes(Measure),
    "unit": TEXT,
}


def paged(row: Schema, *required: str, **properties: Schema) -> Schema:
    """Return the schema of an answer that comes in pages."""
    return record(
        *("total", "offset", "items", "sources", "next_offset", "citation", *required),
        total={**COUNT, "description": "How many items there are on all pages together."},
        offset=COUNT,
        items=items(row),
        sources=SOURCES,
        next_offset={"type": ["integer", "null"], "description": "The offset of the next page; null after the last."},
        citation=TEXTS,
        **properties,
    )


SEARCH = paged(
    record("id", "figures", **INDICATOR, figures=COUNT, headline=IN_SHORT),
    suggestions=items(TEXT),
    note=TEXT,
)
GET = paged(FIGURE, "id", **INDICATOR, definition=TEXT, headline=TEXT, statements=items(TEXT))
CLAIM = record(
    "indicator",
    "status",
    "explanation",
    "citation",
    indicator=TEXT,
    name=TEXTS,
    status=codes(VerdictStatus),
    diagnosis=codes(Diagnosis),
    reason=codes(Reason),
    explanation=TEXTS,
    figure=FIGURE,
    value_belongs_to=IN_SHORT,
    sources=SOURCES,
    citation=TEXTS,
)
PASSAGE = paged(
    record(
        "text",
        "start",
        "end",
        "status",
        "explanation",
        text=TEXT,
        start=COUNT,
        end=COUNT,
        status={"type": "string", "enum": [*get_args(VerdictStatus), "passed_over"]},
        diagnosis=codes(Diagnosis),
        reason={"type": "string", "enum": [each for each in (*get_args(Reason), *get_args(PassageReason)) if each]},
        indicator=TEXT,
        explanation=TEXTS,
        figure=TEXT,
        printed=TEXT,
        bound=codes(Bound),
        locator=TEXT,
        source=TEXT,
        disputed=SWITCH,
        questioned=SWITCH,
        value_belongs_to=TEXT,
    ),
    "summary",
    summary=TEXT,
    counts={"type": "object", "additionalProperties": COUNT},
)
STATEMENTS = paged(
    record(
        "id",
        "kind",
        "source",
        id=TEXT,
        kind=codes(StatementKind),
        kind_label=TEXTS,
        subkind=TEXT,
        name=TEXTS,
        domain=TEXT,
        issuer=TEXT,
        period=TEXT,
        status=TEXT,
        locators=items(TEXT),
        indicators=items(TEXT),
        source=TEXT,
        note=TEXT,
    )
)
CITE = record(
    "style",
    "citation",
    id=TEXT,
    style=TEXT,
    citation=TEXTS,
    version=TEXT,
    published=TEXT,
    accessed=TEXT,
    locators=items(TEXT),
    sources=SOURCES,
)
