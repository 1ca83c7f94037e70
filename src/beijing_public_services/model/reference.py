"""What figures refer to, as frozen values: domains, units, places, sources, and the numerals of the report."""

from __future__ import annotations

from beijing_public_services._record import TYPE_CHECKING, Record

if TYPE_CHECKING:
    from beijing_public_services.model.codelists import Agreement, AnomalyKind, Grade, IdentityKind, Role, SourceKind


class Domain(Record):
    """One of the service areas of the report; `section` is where it is treated."""

    id: str
    name_zh: str
    name_en: str
    section: str


class Topic(Record):
    """A subdivision of a domain, as the subsections of the report."""

    id: str
    domain: str
    name_zh: str
    name_en: str
    section: str


class Unit(Record):
    """A unit of the closed vocabulary: `expression` in terms of the package's unit registry, `ucum` its UCUM code."""

    id: str
    expression: str
    ucum: str
    symbol: str
    name_zh: str
    name_en: str

    @property
    def is_counted(self) -> bool:
        """Whether it counts: a noun of the vocabulary, whose UCUM code is its own annotation, or a calendar unit."""
        if self.id in ("percentage_point", "index"):  # measured, though UCUM has no code of its own for either
            return False
        return self.ucum == f"{{{self.id}}}" or self.id in ("day", "month", "year")


class Area(Record):
    """A place; `parent` is the id of the area it lies in, empty for the outermost."""

    id: str
    name_zh: str
    name_en: str
    parent: str
    iso_3166_2: str
    gbt_2260: str


class Category(Record):
    """An item of a breakdown, such as one industry of the dimension `industry`."""

    dimension: str
    id: str
    name_zh: str
    name_en: str


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


class Identity(Record):
    """An arithmetic relation of observations, by their ids; `result` or `right` is empty where the kind has none.

    `known_discrepancy` says why it fails, or fails for the printed values themselves; it is empty where it holds.
    """

    id: str
    kind: IdentityKind
    result: str
    left: str
    right: str
    note: str
    known_discrepancy: str = ""


class CrossCheck(Record):
    """What another publication prints for the same thing as an observation, given by its id.

    `verdict`: `agrees` both can be true, and with the same bound; `differs` they cannot both be; `refines` both can be,
    but the words differ, and `note` says how. `value` is in `unit`, a decline negative.
    """

    observation: str
    source: Source
    verdict: Agreement
    printed: str
    value: float
    unit: str
    note: str


class Anomaly(Record):
    """Something odd in the report itself: of what kind, `what` it is, and the observation or the paragraph it touches.

    Of `observation` (an id) and `locator` the other is empty.
    """

    id: str
    observation: str
    locator: str
    kind: AnomalyKind
    what: str
