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


def record(required: dict[str, Schema], **optional: Schema) -> Schema:
    """Return the schema of an object; an optional property is left out where it is empty."""
    return {"type": "object", "properties": required | optional, "required": [*required]}


def items(of: Schema) -> Schema:
    """Return the schema of a list."""
    return {"type": "array", "items": of}


def codes(literal: Any) -> Schema:
    """Return the schema of a code of a closed list."""
    return {"type": "string", "enum": [each for each in get_args(literal) if each]}


SOURCES: Schema = {
    "type": "object",
    "additionalProperties": record(
        {}, kind=TEXT, title=TEXT, publisher=TEXT, published=TEXT, grade=TEXT, url=TEXT, seen_as=codes(SeenAs)
    ),
    "description": "The sources named in the answer, each by its id.",
}
AGAINST = record(
    {"source": TEXT, "verdict": codes(Agreement)},
    publisher=TEXT,
    grade=TEXT,
    seen_as=codes(SeenAs),
    printed=TEXT,
    note=TEXT,
)
SHORT: dict[str, Schema] = {
    "id": TEXT,
    "value": NUMBER,
    "bound": codes(Bound),
    "reading": TEXTS,
    "source": TEXT,
    "disputed": SWITCH,
    "questioned": SWITCH,
}
MORE_IN_SHORT: dict[str, Schema] = {
    "upper": {**NUMBER, "description": "The higher end of a range, whose lower end is the value."},
    "printed": TEXT,
    "status": codes(Status),
    "locator": TEXT,
}
IN_SHORT = record(SHORT, **MORE_IN_SHORT)
FIGURE = record(
    SHORT,
    **MORE_IN_SHORT,
    area=TEXT,
    area_name=TEXTS,
    period=TEXT,
    category=TEXT,
    category_name=TEXTS,
    unit=TEXT,
    possible_values={**TEXT, "description": "The interval of values that the printed figure leaves possible."},
    superseded_by={**TEXT, "description": "The id of the figure of a later report that restates this one."},
    relative_to=record({"kind": TEXT}, period=TEXT, area=TEXT, en=TEXT, zh=TEXT),
    spoken_against_by=items(AGAINST),
    oddities=items(TEXT),
    starts_new_series=SWITCH,
    note=TEXT,
)
INDICATOR: dict[str, Schema] = {  # what is known of one besides its id
    "name": TEXTS,
    "domain": TEXT,
    "measure": codes(Measure),
    "unit": TEXT,
}


def paged(row: Schema, required: dict[str, Schema], **optional: Schema) -> Schema:
    """Return the schema of an answer that comes in pages, with these properties besides."""
    of_page: dict[str, Schema] = {
        "total": {**COUNT, "description": "How many items there are on all pages together."},
        "offset": COUNT,
        "items": items(row),
        "sources": SOURCES,
        "next_offset": {
            "type": ["integer", "null"],
            "description": "The offset of the next page; null after the last.",
        },
        "citation": TEXTS,
    }
    return record(of_page | required, **optional)


SEARCH = paged(
    record({"id": TEXT, "figures": COUNT}, **INDICATOR, headline=IN_SHORT),
    {},
    suggestions=items(TEXT),
    note=TEXT,
)
GET = paged(FIGURE, {"id": TEXT}, **INDICATOR, definition=TEXT, headline=TEXT, statements=items(TEXT))
CLAIM = record(
    {"indicator": TEXT, "status": codes(VerdictStatus), "explanation": TEXTS, "citation": TEXTS},
    name=TEXTS,
    diagnosis=codes(Diagnosis),
    reason=codes(Reason),
    figure=FIGURE,
    value_belongs_to=IN_SHORT,
    sources=SOURCES,
)
PASSAGE = paged(
    record(
        {
            "text": TEXT,
            "start": COUNT,
            "end": COUNT,
            "status": {"type": "string", "enum": [*get_args(VerdictStatus), "passed_over"]},
            "explanation": TEXTS,
        },
        diagnosis=codes(Diagnosis),
        reason={"type": "string", "enum": [each for each in (*get_args(Reason), *get_args(PassageReason)) if each]},
        indicator=TEXT,
        figure=TEXT,
        printed=TEXT,
        bound=codes(Bound),
        locator=TEXT,
        source=TEXT,
        disputed=SWITCH,
        questioned=SWITCH,
        value_belongs_to=TEXT,
    ),
    {"summary": TEXT},
    counts={"type": "object", "additionalProperties": COUNT},
)
STATEMENTS = paged(
    record(
        {"id": TEXT, "kind": codes(StatementKind), "source": TEXT},
        kind_label=TEXTS,
        subkind=TEXT,
        name=TEXTS,
        domain=TEXT,
        issuer=TEXT,
        period=TEXT,
        status=TEXT,
        locators=items(TEXT),
        indicators=items(TEXT),
        note=TEXT,
    ),
    {},
)
CITE = record(
    {"style": TEXT, "citation": TEXTS},
    id=TEXT,
    version=TEXT,
    published=TEXT,
    accessed=TEXT,
    locators=items(TEXT),
    sources=SOURCES,
)
