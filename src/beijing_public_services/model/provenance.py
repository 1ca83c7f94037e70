"""Where figures come from: sources, and the paragraphs and numerals of the report."""

from __future__ import annotations

from beijing_public_services._record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from beijing_public_services.model.codelists import Grade, Role, SourceKind


class Source(Record):
    """A publication: the report, one of its footnotes, or another. `anchor` is where the marker of a footnote stands.

    `grade`: A the official publisher, B established media, C secondary literature. `published` is an ISO date, a month
    or a year where no more is printed, or empty.
    """

    id: str
    kind: SourceKind
    title: str
    publisher: str
    published: str
    url: str
    grade: Grade
    note: str
    anchor: str = ""


class Paragraph(Record):
    """A paragraph of the report's body, its text known by fingerprint only."""

    locator: str
    section: str
    ordinal: int
    sha256: str


class Numeral(Record):
    """A numeral of the report's body, the `ordinal`-th of its paragraph, and what part it plays there."""

    locator: str
    ordinal: int
    token: str
    role: Role


class Mention(Record):
    """That a numeral states (part of) an observation."""

    observation: str
    locator: str
    ordinal: int
